//! What the reader and the window say about opening documents.

use super::source::Source;
use crate::decode::Encoding;
use crate::session::{Effect, Session};

/// Something that happened to what is opened, or is to be.
#[derive(Debug)]
pub enum OpeningMessage {
    /// The reader wants a document opened.
    Open(Source),
    /// The reader wants a document opened and knows its encoding; `None`: detect it.
    OpenIn(Source, Option<Encoding>),
    /// Documents that were named beside the one that is opened.
    Later(Vec<Source>),
    /// The window has the focus again: what has changed on disk meanwhile?
    LookAround,
    /// Forget which files were read.
    ClearRecents,
    /// What is said about the sample has been read.
    HideHints,
}

impl Session {
    pub(in crate::session) fn update_opening(&mut self, message: OpeningMessage) -> Vec<Effect> {
        match message {
            OpeningMessage::Open(source) => self.start_opening(source, None),
            OpeningMessage::OpenIn(source, encoding) => self.start_opening(source, encoding),
            OpeningMessage::Later(sources) => self.keep_for_later(sources),
            OpeningMessage::LookAround => self.look_around(),
            OpeningMessage::ClearRecents => self.clear_recents(),
            OpeningMessage::HideHints => {
                self.hints_hidden = true;
                Vec::new()
            }
        }
    }
}
