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

/// Where each physical line of a text starts.
///
/// A line ends at any of [`is_line_end`], which belongs to its line; CRs before an LF are one end with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<u32>,
    len: u32,
    columns: Columns,
}

impl LineIndex {
    /// Indexes `text` in one pass.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        line_ends::ends_of_lines(text, |end| {
            if end < text.len() {
                starts.push(SourceOffset::new(end).0);
            }
        });
        Self { starts, len: SourceOffset::new(text.len()).0, columns: Columns::new(text) }
    }

    /// How many lines there are; an empty text has one.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The 0-based index of the line that holds `offset`.
    pub fn line_at(&self, offset: SourceOffset) -> usize {
        self.starts.partition_point(|&start| start <= offset.0).saturating_sub(1)
    }

    /// The range of the 0-based line `index`, its line end included; `None` beyond the last line.
    pub fn range(&self, index: usize) -> Option<SourceRange> {
        let start = *self.starts.get(index)?;
        let end = self.starts.get(index + 1).copied().unwrap_or(self.len);
        Some(SourceRange::new(start as usize, end as usize))
    }

    /// 0-based column of `offset` within its line, in Unicode code points. It costs the same on a line of any length.
    pub fn column(&self, text: &str, offset: SourceOffset) -> usize {
        let start = self.range(self.line_at(offset)).map_or(0, |line| line.start.get());
        self.columns.between(text, start, offset.get())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_line_feeds_and_keep_them() {
        let text = "綱\r\n\n目";
        let lines = LineIndex::new(text);
        let got: Vec<_> = (0..lines.count()).filter_map(|i| lines.range(i)).map(|r| r.slice(text)).collect();
        assert_eq!(got, ["綱\r\n", "\n", "目"]);
        assert_eq!(lines.line_at(SourceOffset::new(6)), 2);
        assert_eq!(lines.column(text, SourceOffset::new(3)), 1);
        assert_eq!(lines.range(3), None);
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
        ] {
            let lines = LineIndex::new(text);
            let got: Vec<_> =
                (0..lines.count()).filter_map(|i| lines.range(i)).map(|r| r.slice(text)).collect();
            assert_eq!(got, expected, "{text:?}");
        }
    }

    #[test]
    fn a_range_that_does_not_fit_is_empty_text() {
        assert_eq!(SourceRange::new(1, 3).slice("漢字"), "");
        assert_eq!(SourceRange::new(0, 8).trimmed("\u{3000} 一 ").slice("\u{3000} 一 "), "一");
    }
}
