//! The bookmarks of a PDF: its outline as a tree.

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};

/// Levels that are unfolded when the file is opened.
const OPEN: usize = 1;

/// The bookmarks while they grow.
#[derive(Default)]
pub(super) struct Bookmarks {
    outline: Outline,
    /// The bookmarks whose parts are still to come, the highest first, each with its level.
    open: Vec<(u8, OutlineNode)>,
}

impl Bookmarks {
    /// Adds a heading at that place of the page at 0-based `page`.
    pub(super) fn add(&mut self, level: u8, text: &str, page: usize, at: (f32, f32)) {
        while self.open.last().is_some_and(|(last, _)| *last >= level) {
            self.close();
        }
        let place = XyzDestination::new(page, Point::from_xy(at.0, at.1));
        let node = OutlineNode::new(text.to_owned(), place).with_open(self.open.len() < OPEN);
        self.open.push((level, node));
    }

    fn close(&mut self) {
        let Some((_, node)) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some((_, parent)) => parent.push_child(node),
            None => self.outline.push_child(node),
        }
    }

    pub(super) fn finish(mut self) -> Outline {
        while !self.open.is_empty() {
            self.close();
        }
        self.outline
    }
}
