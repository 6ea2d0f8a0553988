//! Positions in the decoded source, the one coordinate space of the program.
//!
//! Everything the core knows of a document (blocks, sections, ticks, search hits, notes) is a byte range of
//! the decoded source text. What the reader sees in another script is derived; the source never moves.

use std::fmt;

mod columns;
mod line_ends;
mod visible;

use columns::Columns;
pub use line_ends::{is_line_end, line_ends};
pub use visible::{stand_in, visible};

/// A position in the decoded source, in bytes from its start (0-based), always on a character boundary.
///
/// Stored in 32 bits: [`crate::decode`] yields texts below 4 GiB only.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct SourceOffset(u32);

impl SourceOffset {
    /// The position `bytes` from the start; saturates at 4 GiB, which no decoded text reaches.
    pub fn new(bytes: usize) -> Self {
        Self(u32::try_from(bytes).unwrap_or(u32::MAX))
    }

    /// The position `bytes` further on.
    #[must_use]
    pub fn after(self, bytes: usize) -> Self {
        Self::new(self.get().saturating_add(bytes))
    }

    /// Bytes from the start of the text.
    pub const fn get(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Display for SourceOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A half-open byte range of the decoded source.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct SourceRange {
    /// First byte of the range.
    pub start: SourceOffset,
    /// One past its last byte; never before `start`.
    pub end: SourceOffset,
}

impl SourceRange {
    /// The range from byte `start` to byte `end`; empty at `start` where `end` lies before it.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: SourceOffset::new(start), end: SourceOffset::new(end.max(start)) }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end.get() - self.start.get()
    }

    /// Whether nothing lies in the range.
    pub const fn is_empty(self) -> bool {
        self.end.0 <= self.start.0
    }

    /// Whether `offset` lies in the range; its end does not.
    pub const fn contains(self, offset: SourceOffset) -> bool {
        self.start.0 <= offset.0 && offset.0 < self.end.0
    }

    /// The text of the range; empty where the range is not one of `text`.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start.get()..self.end.get()).unwrap_or_default()
    }

    /// The same range `bytes` further on.
    fn moved(self, bytes: usize) -> Self {
        Self { start: self.start.after(bytes), end: self.end.after(bytes) }
    }

    /// The same range without white space (ideographic blanks and BOMs included) at both ends.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let slice = self.slice(text);
        let head = slice.len() - slice.trim_start_matches(is_blank).len();
        let body = slice.trim_matches(is_blank).len();
        Self::new(self.start.get() + head, self.start.get() + head + body)
    }
}

/// Whether a character is mere space in Chinese texts: Unicode white space, a stray BOM, zero-width space.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// So many lines, or bytes, have at most one entry in a [`LineIndex`]: the others are found from there. A longer line has
/// one of its own.
const STRIDE: usize = 16;
const NEAR: usize = 4_096;

/// Where each line of a text starts, as [`numbered_lines`] has them. It is asked with the text that it was made of: of
/// that it remembers some lines, so that it stays small where lines are short, and finds the others near them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineIndex {
    known: Vec<KnownLine>,
    count: usize,
    ends: NumberedEnds,
    columns: Columns,
}

/// A line by its 0-based number and its first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct KnownLine {
    number: u32,
    start: u32,
}

impl LineIndex {
    /// Indexes `text` in one pass.
    pub fn new(text: &str) -> Self {
        let (mut known, mut count): (Vec<KnownLine>, usize) = (Vec::new(), 0);
        let ends = NumberedEnds::of(text);
        for line in ends.lines(text) {
            let is_near = known.last().is_some_and(|last| {
                count - (last.number as usize) < STRIDE && line.end.get() - last.start as usize <= NEAR
            });
            if !is_near {
                known.push(KnownLine {
                    number: u32::try_from(count).unwrap_or(u32::MAX),
                    start: line.start.0,
                });
            }
            count += 1;
        }
        Self { known, count, ends, columns: Columns::new(text) }
    }

    /// How many lines there are; an empty text has one.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The 0-based index of the line that holds `offset`.
    pub fn line_at(&self, text: &str, offset: SourceOffset) -> usize {
        let after = self.known.partition_point(|line| line.start <= offset.0);
        let (first, lines) = self.group(text, after.saturating_sub(1));
        first + lines.take_while(|line| line.start <= offset).count().saturating_sub(1)
    }

    /// The range of the 0-based line `index`, its line end included; `None` beyond the last line.
    pub fn range(&self, text: &str, index: usize) -> Option<SourceRange> {
        let after = self.known.partition_point(|line| line.number as usize <= index);
        let (first, mut lines) = self.group(text, after.saturating_sub(1));
        lines.nth(index - first)
    }

    /// 0-based column of `offset` within its line, in Unicode code points. It costs the same on a line of any length.
    pub fn column(&self, text: &str, offset: SourceOffset) -> usize {
        let start = self.range(text, self.line_at(text, offset)).map_or(0, |line| line.start.get());
        self.columns.between(text, start, offset.get())
    }

    /// The lines from one that is remembered to the next, and the 0-based number of the first.
    fn group<'a>(&self, text: &'a str, group: usize) -> (usize, impl Iterator<Item = SourceRange> + use<'a>) {
        let place =
            |group: usize| self.known.get(group).map(|line| (line.number as usize, line.start as usize));
        let (first, start) = place(group).unwrap_or_default();
        let (next, end) = place(group + 1).unwrap_or((self.count, text.len()));
        // A line for itself may be very long: nothing of it is looked at.
        let one = (next == first + 1).then(|| SourceRange::new(start, end));
        let ends = self.ends;
        let several = text.get(start..end).filter(|_| next > first + 1).map(move |text| ends.lines(text));
        let lines = several.into_iter().flatten().map(move |line| line.moved(start));
        (first, one.into_iter().chain(lines))
    }
}

/// The physical lines of `text`, each with its line end, in order; an empty text has one. A line ends at any of
/// [`is_line_end`]; CRs before an LF are one end with it.
pub fn physical_lines(text: &str) -> impl Iterator<Item = SourceRange> {
    ending_at(text, line_ends::ends_of_lines(text))
}

/// The lines of `text` as other programs number them, each with its line end: an LF ends one and nothing else, so that
/// what a form feed begins is no line of its own for `grep -n` or an editor. A text without any has physical lines.
pub fn numbered_lines(text: &str) -> impl Iterator<Item = SourceRange> {
    NumberedEnds::of(text).lines(text)
}

/// What ends the lines that are numbered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum NumberedEnds {
    LineFeeds,
    #[default]
    Any,
}

impl NumberedEnds {
    fn of(text: &str) -> Self {
        if memchr::memchr(b'\n', text.as_bytes()).is_some() { Self::LineFeeds } else { Self::Any }
    }

    /// The lines of `text`, which may be a part.
    fn lines(self, text: &str) -> impl Iterator<Item = SourceRange> {
        let feeds = (self == Self::LineFeeds).then(|| memchr::memchr_iter(b'\n', text.as_bytes()));
        let any = (self == Self::Any).then(|| line_ends::ends_of_lines(text));
        ending_at(text, feeds.into_iter().flatten().map(|at| at + 1).chain(any.into_iter().flatten()))
    }
}

/// The parts of `text` that end at `ends`, which are sorted, and the rest.
fn ending_at(text: &str, mut ends: impl Iterator<Item = usize>) -> impl Iterator<Item = SourceRange> {
    let (mut start, mut is_over) = (0, false);
    std::iter::from_fn(move || {
        if is_over {
            return None;
        }
        let end = ends.next().unwrap_or(text.len());
        is_over = end >= text.len();
        let line = SourceRange::new(start, end);
        start = end;
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_line_feeds_and_keep_them() {
        let text = "綱\r\n\n目";
        let lines = LineIndex::new(text);
        let got: Vec<_> = physical_lines(text).map(|line| line.slice(text)).collect();
        assert_eq!(got, ["綱\r\n", "\n", "目"]);
        assert_eq!(lines.line_at(text, SourceOffset::new(6)), 2);
        assert_eq!(lines.column(text, SourceOffset::new(3)), 1);
        assert_eq!(lines.range(text, 3), None);
    }

    #[test]
    fn each_of_many_lines_is_found_by_its_number_and_by_what_it_holds() {
        let long =
            ["天\n地\n", &"玄".repeat(NEAR), "\r\n", &"黃".repeat(NEAR / 3 - 1), "\n宇\n"].concat().repeat(3);
        for text in [
            "",
            "甲",
            "甲\n",
            &"一\r\n\n乙乙".repeat(50),
            &"\n".repeat(STRIDE),
            &"甲\r\r\n\u{c}".repeat(33),
            &"甲\r\u{c}".repeat(33),
            &long,
        ] {
            let lines = LineIndex::new(text);
            let all: Vec<_> = numbered_lines(text).collect();
            assert_eq!(lines.count(), all.len(), "{text:?}");
            for (index, line) in all.iter().enumerate() {
                assert_eq!(lines.range(text, index), Some(*line), "{text:?}");
                assert_eq!(lines.line_at(text, line.start), index, "{text:?}");
            }
            assert_eq!(lines.range(text, all.len()), None, "{text:?}");
            assert_eq!(lines.line_at(text, SourceOffset::new(text.len())), all.len() - 1, "{text:?}");
        }
    }

    #[test]
    fn lines_are_numbered_as_other_programs_do() {
        let numbered = |text: &str| numbered_lines(text).count();
        assert_eq!(numbered("甲\u{c}乙\r丙\n丁"), 2);
        assert_eq!(numbered("甲\u{c}乙\r丙"), 3);
        let text = "目錄\u{c}\n\u{c}一、甲\n二、乙";
        let (lines, at) = (LineIndex::new(text), SourceOffset::new(text.find('一').unwrap()));
        assert_eq!((lines.line_at(text, at), lines.column(text, at)), (1, 1));
    }

    #[test]
    fn no_line_is_looked_for_far_away() {
        let text = ["天\n地\n", &"玄".repeat(NEAR), "\n黃\n", &"宇宙\n".repeat(NEAR)].concat();
        let lines = LineIndex::new(&text);
        let starts = lines.known.iter().map(|line| line.start as usize).chain([text.len()]);
        let groups: Vec<_> = lines.known.iter().zip(starts.skip(1)).collect();
        let far = groups.iter().filter(|(first, end)| end - first.start as usize > NEAR).count();
        assert_eq!(far, 1, "but for the long line, which is alone: {groups:?}");
        assert!(groups.len() < NEAR / STRIDE + 4, "{}", groups.len());
    }

    #[test]
    fn every_kind_of_line_end_ends_a_line_and_two_that_belong_together_end_one() {
        for (text, expected) in [
            ("", vec![""]),
            ("甲\r乙\r", vec!["甲\r", "乙\r"]),
            ("甲\n乙\r丙\r\n丁", vec!["甲\n", "乙\r", "丙\r\n", "丁"]),
            ("甲\r\r\n乙\r\r丙", vec!["甲\r\r\n", "乙\r", "\r", "丙"]),
            ("甲\u{2028}乙\u{2029}丙\u{85}丁", vec!["甲\u{2028}", "乙\u{2029}", "丙\u{85}", "丁"]),
            ("\u{c}甲\u{b}乙\n\u{c}丙\u{c}", vec!["\u{c}甲\u{b}", "乙\n", "\u{c}丙\u{c}"]),
            ("甲\n\u{c}\u{c}乙", vec!["甲\n", "\u{c}\u{c}乙"]),
        ] {
            let got: Vec<_> = physical_lines(text).map(|line| line.slice(text)).collect();
            assert_eq!(got, expected, "{text:?}");
        }
    }

    #[test]
    fn a_range_that_does_not_fit_is_empty_text() {
        assert_eq!(SourceRange::new(1, 3).slice("漢字"), "");
        assert_eq!(SourceRange::new(0, 8).trimmed("\u{3000} 一 ").slice("\u{3000} 一 "), "一");
    }
}
