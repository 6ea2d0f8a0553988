//! Documents that rule something: 要點, 辦法, 須知. What stands below 一、 in them are provisions.

use crate::outline::marker;
use crate::outline::source::Source;
use crate::text::is_blank;

/// So many lines before the first heading may name the document: a contents page or what a web page has may stand there.
const TITLE_LINES: usize = 40;
/// What such a name ends with where the document rules something, and its greatest length in characters.
pub(super) const BYLAWS: &str =
    "要點 要点 辦法 办法 須知 须知 規定 规定 規則 规则 準則 准则 守則 守则 注意事項 注意事项 制度";
const TITLE: usize = 40;

/// Whether `line` names a document by one of the `words` at its end.
fn names_one(line: &str, words: &str) -> bool {
    let name = line.trim_end_matches(|c: char| is_blank(c) || "》」』”）)".contains(c));
    name.chars().nth(TITLE).is_none()
        && !name.contains(['，', '。', '；', '：'])
        && words.split_whitespace().any(|word| name.ends_with(word))
        && marker::read(line).is_none()
}

/// Whether the title of the text, above the `first` line with a heading, ends with one of `words`.
pub(super) fn is_named(source: Source<'_>, first: usize, words: &str) -> bool {
    (first.saturating_sub(TITLE_LINES)..first).any(|line| names_one(source.line(line), words))
}
