//! What is known while the text is read.

use std::collections::HashMap;

use super::super::flow::{Block, Mark, Paragraph};
use super::fields::Fields;
use super::numbering::Numbering;
use super::parts::Parts;
use super::styles::{Setting, Styles};

/// Which of the parts with notes a note is in: 0 footnotes, 1 endnotes; and its identifier there.
pub(super) type NoteKey = (usize, String);

/// Reads the text. Its parts are in the files beside this one.
pub(super) struct Reader<'a, 'b> {
    pub(super) parts: &'a mut Parts<'b>,
    pub(super) styles: &'a Styles,
    pub(super) numbering: Numbering,
    pub(super) fields: Fields,
    /// What stands before the next paragraph and belongs to it: there is nothing between them.
    pub(super) carried: Option<Paragraph>,
    /// Places that were named since the last paragraph.
    pub(super) places: Vec<String>,
    /// Notes in the order of their references; the first is number 1.
    pub(super) references: Vec<NoteKey>,
    pub(super) numbers: HashMap<NoteKey, usize>,
}

/// A paragraph that is being read.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) paragraph: Paragraph,
    pub(super) setting: Setting,
    /// Its level where it is a heading.
    pub(super) level: Option<u8>,
    /// What stands in text boxes that hang on it.
    pub(super) boxes: Vec<Block>,
}

impl Line {
    /// How much is in it, for telling whether something was added.
    pub(super) fn size(&self) -> (usize, usize) {
        (self.paragraph.at(), self.boxes.len())
    }
}

impl<'a, 'b> Reader<'a, 'b> {
    pub(super) fn new(parts: &'a mut Parts<'b>, styles: &'a Styles, numbering: Numbering) -> Self {
        Self {
            parts,
            styles,
            numbering,
            fields: Fields::default(),
            carried: None,
            places: Vec::new(),
            references: Vec::new(),
            numbers: HashMap::new(),
        }
    }

    /// Begins a paragraph with what is carried to it.
    pub(super) fn begin(&mut self) -> Line {
        let mut paragraph = self.carried.take().unwrap_or_default();
        for place in self.places.drain(..) {
            paragraph.mark(paragraph.at(), Mark::Place(place));
        }
        Line { paragraph, ..Line::default() }
    }

    /// The number of a note that is referred to.
    pub(super) fn number_of(&mut self, note: NoteKey) -> usize {
        let next = self.references.len() + 1;
        let number = *self.numbers.entry(note.clone()).or_insert(next);
        if number == next {
            self.references.push(note);
        }
        number
    }
}
