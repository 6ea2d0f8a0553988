//! What is known while the text is read.

use super::super::flow::{Block, Flow, Mark, Paragraph};
use super::super::zipped::Zipped;
use super::lists::Lists;
use super::styles::{Looks, Styles};

/// Reads the text. Its parts are in the files beside this one.
pub(super) struct Reader<'a, 'b> {
    pub(super) package: Option<&'a mut Zipped<'b>>,
    pub(super) styles: &'a Styles,
    pub(super) lists: Lists,
    /// Places that were named since the last paragraph.
    pub(super) places: Vec<String>,
    /// What stands in the notes, in the order of their references.
    pub(super) notes: Vec<Vec<Block>>,
    /// How many notes stand in one another.
    pub(super) depth: usize,
}

/// A paragraph that is being read.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) paragraph: Paragraph,
    /// What its style says of its text.
    pub(super) looks: Looks,
    /// Whether the next blank is one too many.
    pub(super) is_blank: bool,
    pub(super) is_heading: bool,
    /// What stands in frames that hang on it.
    pub(super) frames: Vec<Block>,
}

impl<'a, 'b> Reader<'a, 'b> {
    pub(super) fn new(package: Option<&'a mut Zipped<'b>>, styles: &'a Styles) -> Self {
        let (lists, places, notes) = (Lists::default(), Vec::new(), Vec::new());
        Self { package, styles, lists, places, notes, depth: 0 }
    }

    /// Begins a paragraph at the places that were named.
    pub(super) fn begin(&mut self) -> Line {
        let mut paragraph = Paragraph::default();
        for place in self.places.drain(..) {
            paragraph.mark(0, Mark::Place(place));
        }
        Line { paragraph, is_blank: true, ..Line::default() }
    }

    /// Writes the notes, up to `most` bytes in all. Returns whether there are more.
    pub(super) fn notes(&mut self, flow: &mut Flow, most: usize) -> bool {
        for (index, blocks) in std::mem::take(&mut self.notes).into_iter().enumerate() {
            if flow.at() > most {
                return true;
            }
            if index == 0 {
                flow.empty_line();
            }
            flow.note(index + 1, blocks);
        }
        false
    }
}
