//! Headings as Markdown marks them, in plain texts: `## 二、…`.

use super::cursor::is_inner_blank;
use super::{Marker, is_ornament, read};
use crate::outline::style::Style;

/// `## 二、…`: the level is explicit, the number is that of the marker behind it.
pub(super) fn hash(text: &str) -> Option<Marker> {
    let rest = text.trim_start_matches('#');
    let depth = text.len() - rest.len();
    let blanks = rest.len() - rest.trim_start_matches(is_inner_blank).len();
    // ## 📌 一、題
    let number = rest.len() - rest.trim_start_matches(|c| is_inner_blank(c) || is_ornament(c)).len();
    // `# ls` may be a line of a programme.
    let has_words = rest.contains(|c: char| ('一'..='鿿').contains(&c) || (depth > 1 && c.is_alphabetic()));
    // ### 3.1 above its title
    let is_bare = || depth > 1 && is_clause(rest.trim_matches(is_inner_blank));
    if depth > 6 || blanks == 0 || !(has_words || is_bare()) || is_page(rest) {
        return None;
    }
    let style = Style::Hash(u8::try_from(depth).unwrap_or(6));
    let inner = rest.get(number..).filter(|rest| !rest.starts_with('#')).and_then(read);
    // However weak by itself: the hashes say that it is a heading.
    let is_number = |style: Style| style == Style::Circled || !(style == Style::Matter || style.is_point());
    let inner = inner.filter(|inner| is_number(inner.style));
    Some(match inner {
        Some(inner) => {
            let start = depth + number;
            Marker { start, end: start + inner.end, ..Marker::new(style, 0, inner.value, 0, 6.0) }
        }
        None => Marker::new(style, 0, 0, depth, 5.0),
    })
}

/// Whether `words` are nothing but the number of a clause.
fn is_clause(words: &str) -> bool {
    read(words).is_some_and(|found| matches!(found.style, Style::Decimal(_)) && found.end == words.len())
}

/// What tools that take the text out of pages put above each: `## Page 3`, `## 第3頁`.
fn is_page(heading: &str) -> bool {
    let words = heading.trim_matches(is_inner_blank);
    let numbers = ["Page", "PAGE", "page", "第"].iter().find_map(|word| words.strip_prefix(word));
    numbers.is_some_and(|rest| {
        let rest = rest.trim_end_matches(['页', '頁']).trim_matches(is_inner_blank);
        !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit())
    })
}
