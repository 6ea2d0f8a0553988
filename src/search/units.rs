//! A text as it is searched: folded, and with the line ends within paragraphs looked over.

use super::Text;
use super::plain::plain;
use crate::block::blank_between;
use crate::text::{SourceOffset, SourceRange, is_blank, is_line_end};

/// What is read as one character: where it stands, and its folded form.
pub(super) type Unit = (SourceRange, char);

/// The characters of a text from a byte on, one after another. Blanks are looked at once, however many there are.
pub(super) struct Units<'a> {
    searched: Text<'a>,
    at: usize,
    /// Up to here blanks are known to have no line end of a paragraph among them.
    plain_to: usize,
    /// Whether all line ends are looked over, not only those within paragraphs.
    any_line_end: bool,
}

impl<'a> Units<'a> {
    /// From byte `at` on, where no blank stands just before.
    pub(super) fn new(searched: Text<'a>, at: usize) -> Self {
        Self { searched, at, plain_to: 0, any_line_end: false }
    }

    /// The same on from byte `at`, where no blank stands just before.
    pub(super) fn skip_to(&mut self, at: usize) {
        self.at = at;
    }

    /// The same with all line ends looked over, as if the text were one paragraph.
    pub(super) fn over_line_ends(self) -> Self {
        Self { any_line_end: true, ..self }
    }

    /// The byte where the next one begins.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Where the joint ends that the blanks from here on make, and whether it stands for a blank; `None` where they make
    /// none.
    fn joint(&mut self) -> Option<(usize, bool)> {
        let document = self.searched.document;
        let text = document.text();
        let block = if self.any_line_end {
            SourceRange::new(0, text.len())
        } else {
            document.blocks().get(document.block_at(SourceOffset::new(self.at)))?.range()
        };
        let (before, run) = (text.get(block.start.get()..self.at)?, text.get(self.at..block.end.get())?);
        let tail = run.trim_start_matches(is_blank);
        let end = block.end.get() - tail.len();
        self.plain_to = end;
        let blanks = text.get(self.at..end)?;
        let breaks = blanks.contains(is_line_end);
        breaks.then(|| (end, blank_between(before.chars().next_back(), tail.chars().next())))
    }
}

impl Iterator for Units<'_> {
    type Item = Unit;

    fn next(&mut self) -> Option<Unit> {
        loop {
            let start = self.at;
            let c = self.searched.document.text().get(start..)?.chars().next()?;
            if is_blank(c)
                && start >= self.plain_to
                && let Some((end, blank)) = self.joint()
            {
                self.at = end;
                if blank {
                    return Some((SourceRange::new(start, end), ' '));
                }
                continue;
            }
            self.at = start + c.len_utf8();
            return Some((SourceRange::new(start, self.at), plain(self.searched.read(start, c))));
        }
    }
}
