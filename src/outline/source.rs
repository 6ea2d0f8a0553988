//! The text that is read, by paragraphs: lines, and lines joined across hard wraps.

use std::borrow::Cow;

use super::format::Said;
use crate::block::Block;
use crate::text::{SourceRange, is_blank};

/// Most lines that are joined to look for a heading's end.
const JOINED: usize = 8;
/// Longest line that may be a title, in characters, and what other lines end with where their sentence does too.
const TITLE: usize = 12;
const ENDS: &str = "。！？；：…—”」』）)】》.!?:;*";

/// A text and its paragraphs, one block a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source<'a> {
    /// The text.
    pub text: &'a str,
    /// Its lines that are not blank.
    pub blocks: &'a [Block],
    /// What the format says of them.
    pub said: &'a Said,
}

impl<'a> Source<'a> {
    /// The line at 0-based `index`; empty beyond the last.
    pub(super) fn line(self, index: usize) -> &'a str {
        self.range(index).slice(self.text)
    }

    /// The range of the line at `index`.
    pub(super) fn range(self, index: usize) -> SourceRange {
        self.blocks.get(index).map_or_else(SourceRange::default, |block| block.range())
    }

    /// Whether the line goes on with the line before it.
    pub(super) fn continues(self, index: usize) -> bool {
        let below_frame = || index.checked_sub(1).is_some_and(|above| is_framed(self.line(above)));
        self.blocks.get(index).is_some_and(|block| block.continues()) && !below_frame()
    }

    /// The line at `index` with the lines that go on with it, as far as a heading can reach, but not beyond line
    /// `end`.
    pub(super) fn joined(self, index: usize, end: usize) -> SourceRange {
        let first = self.range(index);
        let more = (index + 1..end.min(index + JOINED)).take_while(|&line| self.continues(line)).last();
        SourceRange { start: first.start, end: more.map_or(first.end, |line| self.range(line).end) }
    }

    /// Whether the line right above the one at `index` ends in a colon.
    pub(super) fn is_announced(self, index: usize) -> bool {
        index.checked_sub(1).is_some_and(|above| self.line(above).ends_with(['：', ':']))
    }

    /// The text above the line at `index`: its line behind the lines that it goes on with, as far as a sentence can
    /// reach, without the breaks between them.
    pub(super) fn above(self, index: usize) -> Cow<'a, str> {
        let Some(last) = index.checked_sub(1) else { return Cow::Borrowed("") };
        let farthest = last.saturating_sub(JOINED);
        let first = (farthest..=last).rev().find(|&line| !self.continues(line)).unwrap_or(farthest);
        if first == last {
            return Cow::Borrowed(self.line(last));
        }
        (first..=last).map(|line| self.line(line)).collect()
    }

    /// Whether a paragraph of its own stands between the lines `index` and `next`, and not only an address of the web or
    /// the number of a page.
    pub(super) fn parted(self, index: usize, next: usize) -> bool {
        let is_text = |line| !is_address(line) && !is_page(line) && !is_framed(line);
        (index + 1..next).any(|line| !self.continues(line) && is_text(self.line(line)))
    }

    /// Whether the sentence of the line at `index` is broken off at a comma and goes on below.
    pub(super) fn breaks_off(self, index: usize) -> bool {
        !self.continues(index + 1) && self.line(index).ends_with(['，', ',', '、'])
    }

    /// Whether the line at `index` stands within a sentence: the line above is no short one, such as a title, and nothing
    /// ends it.
    pub(super) fn is_within_sentence(self, index: usize) -> bool {
        let above = index.checked_sub(1).map(|above| self.line(above)).unwrap_or_default();
        above.chars().nth(TITLE).is_some() && !above.ends_with(|c| ENDS.contains(c))
    }

    /// Whether the line at `index` may go on below though nothing tells: the next line is about as long.
    pub(super) fn looks_wrapped(self, index: usize) -> bool {
        let (line, next) = (self.range(index).len(), self.range(index + 1).len());
        line.abs_diff(next) * 5 < line
    }

    /// First byte of the line at `index`; the end of the text beyond the last line.
    pub(super) fn start(self, index: usize) -> usize {
        self.blocks.get(index).map_or(self.text.len(), |block| block.range().start.get())
    }
}

/// Shortest line that rules something off, in bytes, and what it is made of.
const RULE: usize = 5;
/// Shortest rule before and behind words, in bytes.
const FRAME: usize = 3;
const RULES: &str = "-=－＝—─━_＿*＊~～";

/// Whether `line` is nothing but a rule: -----
pub(super) fn is_rule(line: &str) -> bool {
    line.len() >= RULE && line.starts_with(|c| RULES.contains(c)) && line.chars().all(|c| RULES.contains(c))
}

/// Whether rules stand at both ends of `line`: === 物理頁 9 ===
fn is_framed(line: &str) -> bool {
    let inner = line.trim_matches(|c| RULES.contains(c));
    let (before, after) = (line.len() - line.trim_start_matches(|c| RULES.contains(c)).len(), inner.len());
    before >= FRAME && line.len() - before - after >= FRAME
}

/// Longest line with the number of a page, in bytes.
const PAGE: usize = 48;
/// What tools write before it.
const PAGE_WORD: &str = "page";

/// Whether Chinese words stand in `text`.
pub(super) fn has_words(text: &str) -> bool {
    text.contains(|c| ('一'..='鿿').contains(&c))
}

/// Whether `line` is nothing but the number of a page: 12, - 12 -, 第 3 頁 共 10 頁, ### Page 12.
pub(super) fn is_page(line: &str) -> bool {
    let is_frame = |c: char| is_blank(c) || "-－—–·.|/／，,".contains(c);
    if line.len() > PAGE {
        return false;
    }
    let line = line.trim_matches(|c: char| is_frame(c) || "#=<!>".contains(c));
    let word = line.get(..PAGE_WORD.len()).filter(|word| word.eq_ignore_ascii_case(PAGE_WORD));
    let line = word.map_or(line, |word| line.trim_start_matches(word));
    let digits = |words: &str| (1..=4).contains(&words.len()) && words.bytes().all(|b| b.is_ascii_digit());
    let mut words = line.split(['第', '共', '页', '頁']).map(|word| word.trim_matches(is_frame));
    let numbered = words.clone().filter(|word| !word.is_empty()).count();
    numbered > 0
        && words.all(|word| word.is_empty() || digits(word))
        && (numbered == 1 || line.ends_with(['页', '頁']))
}

/// Whether `line` is nothing but an address of the web.
fn is_address(line: &str) -> bool {
    line.starts_with("http") && line.contains("://") && !line.contains(is_blank) && line.is_ascii()
}
