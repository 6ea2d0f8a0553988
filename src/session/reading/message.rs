//! What the reading column says.

use super::selection::{Side, TextSelection};
use crate::outline::SectionId;
use crate::session::{Effect, Session};
use crate::text::SourceOffset;

/// Something that the reader did in the text, or to go elsewhere in it.
#[derive(Clone, Copy, Debug)]
pub enum ReadingMessage {
    /// The reader chose a section to go to.
    GoTo(SectionId),
    /// The reader wants to see a place.
    GoToPlace(SourceOffset),
    /// The text at the top of the reading column changed.
    Place(SourceOffset),
    /// Select text; `None`: nothing is selected any more.
    Select(Option<TextSelection>),
    /// The reader is done with selecting for now.
    SelectionEnded,
    /// The image of that 0-based number has come into sight.
    WantPicture(usize),
    /// The reader works in this column now.
    Side(Side),
}

impl Session {
    pub(in crate::session) fn update_reading(&mut self, message: ReadingMessage) -> Vec<Effect> {
        match message {
            ReadingMessage::GoTo(id) => self.go_to(id),
            ReadingMessage::GoToPlace(place) => self.with_open(|open| open.position.jump_to(place)),
            ReadingMessage::Place(place) => self.with_open(|open| open.read_on(place)),
            ReadingMessage::Select(selection) => self.with_open(|open| open.position.select(selection)),
            ReadingMessage::WantPicture(number) => self.want_picture(number),
            ReadingMessage::SelectionEnded => self.offer(),
            ReadingMessage::Side(side) => self.with_open(|open| open.position.select_in(side)),
        }
    }
}
