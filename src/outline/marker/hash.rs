//! Headings as Markdown marks them, in plain texts: `## 二、…`.

use super::cursor::{Cursor, is_inner_blank};
use super::{Marker, is_ornament, number, read, variant};
use crate::outline::style::Style;

/// `## 二、…`: the level is explicit, the number is that of the marker behind it.
pub(super) fn hash(text: &str) -> Option<Marker> {
    let rest = text.trim_start_matches('#');
    let depth = text.len() - rest.len();
    let blanks = rest.len() - rest.trim_start_matches(is_inner_blank).len();
    // ## 📌 一、題
    let number = rest.len() - rest.trim_start_matches(|c| is_inner_blank(c) || is_ornament(c)).len();
    // `# ls` may be a line of a programme.
    let is_ideograph = |c: char| ('一'..='鿿').contains(&c);
    let has_words = rest.contains(|c: char| is_ideograph(c) || (depth > 1 && c.is_alphabetic()));
    // ### 3.1 above its title
    let is_bare = || depth > 1 && is_clause(rest.trim_matches(is_inner_blank));
    // ##題, as many write it; but not #話題.
    let is_tag = blanks == 0 && (depth < 2 || !rest.starts_with(is_ideograph));
    if depth > 6 || is_tag || !(has_words || is_bare()) || is_page(rest) || is_table(rest) {
        return None;
    }
    let style = Style::Hash(u8::try_from(depth).unwrap_or(6));
    let inner = rest.get(number..).filter(|rest| !rest.starts_with('#'));
    let inner = inner.and_then(behind_hashes);
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

/// The number of a heading that hashes mark.
pub(in crate::outline) fn behind_hashes(heading: &str) -> Option<Marker> {
    read(heading).or_else(|| before_foreign(heading))
}

/// `3 XPath`: a number that a blank parts from a foreign word. In a line of its own it might count something.
fn before_foreign(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    let number = cursor.eat_numeral().filter(|number| (1..=MOST).contains(&number.value))?;
    let end = cursor.at;
    cursor.skip_blanks();
    let foreign = cursor.at > end && cursor.peek().is_some_and(|c| c.is_ascii_alphabetic());
    foreign.then(|| Marker::new(number::style_of(number.script), variant::BLANK, number.value, end, 1.0))
}

/// Largest number before a foreign word.
const MOST: u32 = 30;

/// What tools that take the text out of pages put above each: `## Page 3`, `## 第3頁`, `### 第 42 页原始文本`.
fn is_page(heading: &str) -> bool {
    let words = heading.trim_matches(is_inner_blank);
    let numbers = ["Page", "PAGE", "page"].iter().find_map(|word| words.strip_prefix(word));
    let counted = words.strip_prefix('第').map(|rest| rest.trim_start_matches(is_inner_blank));
    let behind = counted.map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    let behind = behind.filter(|behind| counted.is_some_and(|counted| behind.len() < counted.len()));
    numbers.is_some_and(is_number)
        || behind.is_some_and(|rest| {
            let title = rest.trim_start_matches(is_inner_blank).strip_prefix(['页', '頁']);
            title.is_some_and(|title| title.chars().nth(PAGE_TITLE).is_none())
        })
}

/// Most characters behind 第3頁.
const PAGE_TITLE: usize = 6;

/// What such tools put above a table or a picture: `#### 表格 1`.
fn is_table(heading: &str) -> bool {
    let words = heading.trim_matches(is_inner_blank);
    TABLES.iter().find_map(|word| words.strip_prefix(word)).is_some_and(is_number)
}

const TABLES: [&str; 8] = ["表格", "表", "图片", "圖片", "图", "圖", "Table", "Figure"];

/// Whether `words` are nothing but digits.
fn is_number(words: &str) -> bool {
    let words = words.trim_matches(is_inner_blank);
    !words.is_empty() && words.chars().all(|c| c.is_ascii_digit())
}
