//! How importers write the text: one paragraph after the other, with hints where it grows.

use super::hints::{Heading, Item, Origin};
use super::{Hints, counts, is_numbered, steps};
use crate::text::{SourceRange, is_line_end};

/// A text that grows.
#[derive(Debug, Default)]
pub(super) struct Writing {
    text: String,
    /// What is said of it.
    pub(super) hints: Hints,
}

impl Writing {
    /// Adds `text` to the paragraph. Line ends in it are blanks.
    pub(super) fn push(&mut self, text: &str) {
        steps::count(text.len());
        self.text.extend(text.chars().map(|c| if is_line_end(c) { ' ' } else { c }));
    }

    /// Ends the paragraph. One without text stays an empty line.
    pub(super) fn end_paragraph(&mut self) {
        self.text.push('\n');
    }

    /// How many bytes there are: where the next text will begin.
    pub(super) fn at(&self) -> usize {
        self.text.len()
    }

    /// What was written since `start`, without white space at its ends.
    pub(super) fn since(&self, start: usize) -> SourceRange {
        SourceRange::new(start, self.text.len()).trimmed(&self.text)
    }

    /// The text of `range`.
    pub(super) fn slice(&self, range: SourceRange) -> &str {
        range.slice(&self.text)
    }

    /// Says that what was written since `start` is a heading. Nothing is none.
    pub(super) fn heading(&mut self, start: usize, level: u8) {
        let range = self.since(start);
        if !range.is_empty() {
            self.hints.headings.push(Heading { range, level, origin: Origin::Style });
        }
    }

    /// Says that what was written since `start` is an item of a list that stands in `depth` others, its first `mark` bytes its
    /// number or bullet. Nothing is none.
    pub(super) fn item(&mut self, start: usize, depth: u8, mark: usize) {
        let range = self.since(start);
        let number = SourceRange::new(start, (start + mark).min(self.at()));
        if range.is_empty() || !self.text.is_char_boundary(number.end.get()) {
            return;
        }
        let is_numbered = counts(self.slice(number)) || is_numbered(self.slice(range));
        self.hints.items.push(Item { range, depth, is_numbered });
        if !number.is_empty() {
            self.hints.numbers.push(number);
        }
    }

    /// The text and what is said of it.
    pub(super) fn finish(self) -> (String, Hints) {
        (self.text, self.hints)
    }
}
