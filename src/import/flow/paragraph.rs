//! A paragraph while it is read: its text, and marks on it.

use std::ops::Range;

use super::super::hints::Image;
use super::super::steps;
use crate::text::is_line_end;

/// No number that is text is longer, in bytes.
const LONGEST_NUMBER: usize = 100;

/// What is said of a part of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::import) enum Mark {
    /// A place that links lead to; its name.
    Place(String),
    /// The reference to a note; its number.
    Note(usize),
    /// A link to a place of the text; its name.
    Inner(String),
    /// A link to an address.
    Address(String),
    /// Emphasised text.
    Emphasis {
        /// Whether it is bold.
        bold: bool,
        /// Whether it is in italics.
        italic: bool,
    },
    /// An image; its range is not read.
    Image(Image),
}

/// A paragraph.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Paragraph {
    text: String,
    /// In bytes of the text; those of a kind in order.
    marks: Vec<(Range<usize>, Mark)>,
    /// Which of the marks is the last emphasis.
    emphasised: Option<usize>,
    /// The number or bullet that the format makes, with the tab or blank behind it; may be empty.
    pub(in crate::import) number: String,
    /// Its level (1-based) where it is a heading.
    pub(in crate::import) level: Option<u8>,
    /// Whether it is called the title of the document.
    pub(in crate::import) is_title: bool,
    /// Where it is an item of a list, how deep that stands in others (0-based), and whether it is numbered.
    pub(in crate::import) item: Option<(u8, bool)>,
}

impl Paragraph {
    /// Its text, without the number; `\n` where it breaks a line itself.
    pub(in crate::import) fn text(&self) -> &str {
        &self.text
    }

    /// The marks on bytes of its text.
    pub(in crate::import) fn marks(&self) -> &[(Range<usize>, Mark)] {
        &self.marks
    }

    /// Whether nothing stands in it, nothing is marked, and it has no number.
    pub(in crate::import) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.marks.is_empty() && self.number.is_empty()
    }

    /// How long its text is, in bytes.
    pub(in crate::import) fn at(&self) -> usize {
        self.text.len()
    }

    /// Adds text. Line ends in it are blanks.
    pub(in crate::import) fn push(&mut self, text: &str) {
        self.text.extend(text.chars().map(|c| if is_line_end(c) { ' ' } else { c }));
    }

    /// Goes on in a new line.
    pub(in crate::import) fn break_line(&mut self) {
        self.text.push('\n');
    }

    /// Goes on in a new line, where something stands in this one.
    pub(in crate::import) fn break_page(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.break_line();
        }
    }

    /// Marks what was added since byte `start`.
    pub(in crate::import) fn mark(&mut self, start: usize, mark: Mark) {
        self.marks.push((start..self.text.len(), mark));
    }

    /// Says that what was added since byte `start` is emphasised, line by line; goes on with what is so before it.
    pub(in crate::import) fn emphasise(&mut self, start: usize, (bold, italic): (bool, bool)) {
        let emphasis = Mark::Emphasis { bold, italic };
        let mut at = start;
        for line in self.text.get(start..).unwrap_or_default().split('\n') {
            let range = at..at + line.len();
            at = range.end + 1;
            steps::count(1);
            let last = self.emphasised.and_then(|last| self.marks.get_mut(last));
            match last.filter(|(last, mark)| last.end == range.start && *mark == emphasis) {
                Some((last, _)) => last.end = range.end,
                None if range.is_empty() => {}
                None => {
                    self.emphasised = Some(self.marks.len());
                    self.marks.push((range, emphasis.clone()));
                }
            }
        }
    }

    /// Adds an image.
    pub(in crate::import) fn image(&mut self, image: Image) {
        let start = self.at();
        self.text.push('\u{fffc}');
        self.mark(start, Mark::Image(image));
    }

    /// Adds the reference to a note.
    pub(in crate::import) fn note(&mut self, number: usize) {
        let start = self.at();
        self.push(&format!("[{number}]"));
        self.mark(start, Mark::Note(number));
    }

    /// Adds the text and the marks of another paragraph.
    pub(in crate::import) fn append(&mut self, other: Self) {
        let base = self.at();
        steps::count(other.text.len() + other.marks.len());
        self.text.push_str(&other.text);
        self.emphasised = other.emphasised.map(|at| self.marks.len() + at).or(self.emphasised);
        let moved = |range: Range<usize>| range.start + base..range.end + base;
        self.marks.extend(other.marks.into_iter().map(|(range, mark)| (moved(range), mark)));
    }

    /// Takes blanks from its end.
    pub(in crate::import) fn trim_end(&mut self) {
        let length = self.text.trim_end_matches(' ').len();
        self.text.truncate(length);
        for (range, _) in &mut self.marks {
            *range = range.start.min(length)..range.end.min(length);
        }
    }

    /// Takes white space from its beginning.
    pub(in crate::import) fn trim_start(&mut self) {
        self.cut(self.text.len() - self.text.trim_start().len());
    }

    /// Takes what stands before its first tab for its number, which may be empty; tells whether there is a tab.
    pub(in crate::import) fn take_number(&mut self) -> bool {
        let tab = self.text.find('\t').filter(|tab| *tab <= LONGEST_NUMBER);
        let Some(end) = tab.map(|tab| tab + 1) else { return false };
        self.number = self.text.get(..end).unwrap_or_default().to_owned();
        self.cut(end);
        true
    }

    /// Takes its first bytes away.
    fn cut(&mut self, cut: usize) {
        self.text.drain(..cut);
        for (range, _) in &mut self.marks {
            *range = range.start.saturating_sub(cut)..range.end.saturating_sub(cut);
        }
    }
}
