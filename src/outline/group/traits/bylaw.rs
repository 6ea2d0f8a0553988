//! Documents that rule something: 要點, 辦法, 須知. What stands below 一、 in them are provisions.

use crate::outline::glued;
use crate::outline::source::Source;

/// So many lines before the first heading may name the document: a contents page or what a web page has may stand there.
const TITLE_LINES: usize = 40;
/// What such a name ends with where the document rules something.
pub(super) const BYLAWS: &str =
    "要點 要点 辦法 办法 須知 须知 規定 规定 規則 规则 準則 准则 守則 守则 注意事項 注意事项 制度";

/// Whether the title of the text, above the `first` line with a heading, ends with one of `words`.
pub(super) fn is_named(source: Source<'_>, first: usize, words: &str) -> bool {
    (first.saturating_sub(TITLE_LINES)..first).any(|line| glued::names_one(source.line(line), words))
}
