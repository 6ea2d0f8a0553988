//! The selected text, in source offsets: it outlives scrolling and a switch of script.

use crate::text::{SourceOffset, SourceRange};

/// Selected text: where the selection began, and where it has been moved to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextSelection {
    /// Where it began.
    pub anchor: SourceOffset,
    /// Where it ends, before or after the anchor.
    pub head: SourceOffset,
}

impl TextSelection {
    /// All of `range`.
    pub const fn of(range: SourceRange) -> Self {
        Self { anchor: range.start, head: range.end }
    }

    /// What is selected, from left to right.
    pub fn range(self) -> SourceRange {
        SourceRange { start: self.anchor.min(self.head), end: self.anchor.max(self.head) }
    }

    /// The same text where `by` more bytes stand before it.
    #[must_use]
    pub fn after(self, by: usize) -> Self {
        Self { anchor: self.anchor.after(by), head: self.head.after(by) }
    }

    /// The part of it within `range`; `None` where there is none.
    pub fn within(self, range: SourceRange) -> Option<SourceRange> {
        let own = self.range();
        let part = SourceRange { start: own.start.max(range.start), end: own.end.min(range.end) };
        (part.start < part.end).then_some(part)
    }
}

/// A column of the text: compare mode has two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// The text as the file has it, on the left.
    Source,
    /// The text in the script that is shown.
    #[default]
    Shown,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_made_backwards_is_the_same_text() {
        let selection = TextSelection { anchor: SourceOffset::new(9), head: SourceOffset::new(3) };
        assert_eq!(selection.range(), SourceRange::new(3, 9));
        assert_eq!(selection.within(SourceRange::new(6, 20)), Some(SourceRange::new(6, 9)));
        assert_eq!(selection.within(SourceRange::new(9, 20)), None);
    }
}
