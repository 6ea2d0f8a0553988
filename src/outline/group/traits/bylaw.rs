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

/// What a document that rules something says of itself at its end: 本要點自公布日施行.
const IN_FORCE: [&str; 8] = ["施行", "實施", "实施", "生效", "執行", "执行", "公布", "发布"];
/// So many lines at the end may say so.
const END: usize = 20;

/// Whether the end of the text says that these rules are in force.
pub(super) fn comes_into_force(source: Source<'_>) -> bool {
    let all = source.blocks.len();
    (all.saturating_sub(END)..all).map(|line| source.line(line)).any(|line| {
        line.split('本').skip(1).any(|named| {
            BYLAWS.split(' ').find_map(|word| named.strip_prefix(word)).is_some_and(|rest| {
                let sentence = rest.split(['。', '；']).next().unwrap_or_default();
                IN_FORCE.iter().any(|word| sentence.contains(word))
            })
        })
    })
}
