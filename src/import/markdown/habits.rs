//! What writers of Chinese Markdown mean and the standard does not: `##標題` without a blank, and numbered lines one below the
//! other.

use std::borrow::Cow;

use crate::import::is_numbered;
use crate::import::wide::is_wide;

/// A line that is longer is no heading without its blank, in characters.
const LONGEST: usize = 60;
/// Deepest heading.
const DEEPEST: usize = 6;

/// `source` with a blank behind the hashes of headings that have none, outside of code.
pub(super) fn spaced(source: &str) -> Cow<'_, str> {
    let mut spaced = String::new();
    let (mut copied, mut at, mut fence) = (0, 0, None);
    for line in source.split_inclusive('\n') {
        let text = line.trim_start_matches(' ');
        let indent = line.len() - text.len();
        match (fence, fence_of(text)) {
            _ if indent > 3 => {}
            (None, Some(opened)) => fence = Some(opened),
            (Some(open), Some(other)) if open == other => fence = None,
            (None, None) if is_heading(text) => {
                let end = at + indent + text.bytes().take_while(|byte| *byte == b'#').count();
                spaced.push_str(source.get(copied..end).unwrap_or_default());
                spaced.push(' ');
                copied = end;
            }
            _ => {}
        }
        at += line.len();
    }
    if copied == 0 {
        return Cow::Borrowed(source);
    }
    spaced.push_str(source.get(copied..).unwrap_or_default());
    Cow::Owned(spaced)
}

/// What fences code, where a line begins with it.
fn fence_of(line: &str) -> Option<char> {
    ['`', '~'].into_iter().find(|fence| line.chars().take(3).filter(|c| c == fence).count() == 3)
}

/// Whether `line` is meant as a heading: hashes with Chinese behind them, or a number behind two. `#話題#` is none.
fn is_heading(line: &str) -> bool {
    let words = line.trim_start_matches('#');
    let depth = line.len() - words.len();
    let words = words.trim_end().trim_end_matches('#').trim_end();
    let is_begun = words.starts_with(|c: char| is_wide(c) || depth > 1 && c.is_ascii_digit());
    let is_tag = depth == 1 && line.trim_start_matches('#').contains('#');
    let is_title = words.chars().nth(LONGEST).is_none() && !words.ends_with(['。', '，', '；', ',', ';']);
    (1..=DEEPEST).contains(&depth) && is_begun && !is_tag && is_title
}

/// Whether a line of a paragraph that begins with `text` is one by itself: numbered.
pub(super) fn is_line(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    // Not 2.5 at the start of a wrapped line.
    let is_fraction = rest.len() < text.len()
        && rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    is_numbered(text) && !is_fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_gets_its_blank() {
        for (source, expected) in [
            ("#總則\n文", "# 總則\n文"),
            ("##第一章 總則\n###1.1 範圍 ###\n", "## 第一章 總則\n### 1.1 範圍 ###\n"),
            ("# 總則\n\n  ##二\n", "# 總則\n\n  ## 二\n"),
            ("#話題# 今天說水利", "#話題# 今天說水利"),
            ("#12 的問題", "#12 的問題"),
            ("#include <a>", "#include <a>"),
            ("#說了一句話。", "#說了一句話。"),
            ("#######七", "#######七"),
            ("```\n#註解\n```\n#總則", "```\n#註解\n```\n# 總則"),
            ("~~~\n#註解\n```\n#註解", "~~~\n#註解\n```\n#註解"),
            ("    #註解", "    #註解"),
        ] {
            assert_eq!(spaced(source), expected);
        }
    }
}
