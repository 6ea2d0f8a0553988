//! What the jobs report that make ready what is read and copied.

use crate::import::Picture;
use crate::session::clipboard::Copied;
use crate::session::{Effect, Session};

/// What the jobs report that make ready what is read and copied.
#[derive(Debug)]
pub enum ReadingDone {
    /// A picture was read; `None`: it could not be.
    PictureRead {
        /// Generation of the document, 0-based number of the image.
        serial: (u64, usize),
        /// The picture.
        picture: Option<Picture>,
    },
    /// Text is ready for the clipboard.
    Copied(Copied),
    /// Selected text is ready to be pasted with the middle button.
    Offered(String),
}

impl Session {
    pub(in crate::session) fn reading_done(&mut self, done: ReadingDone) -> Vec<Effect> {
        match done {
            ReadingDone::PictureRead { serial, picture } => self.picture_read(serial, picture),
            ReadingDone::Copied(copied) => return vec![Effect::Copy(copied)],
            ReadingDone::Offered(text) => return vec![Effect::Offer(text)],
        }
        Vec::new()
    }
}
