//! What the jobs that open documents report, and the dialog for one.

use std::path::PathBuf;
use std::sync::Arc;

use crate::document::Document;
use crate::session::files::FileError;
use crate::session::opening::loaded::{Opened, Remembered};
use crate::session::opening::source::Source;
use crate::session::opening::watching::Watched;
use crate::session::{Effect, Session, Stage};

/// What the jobs that open documents report, and the dialog for one.
#[derive(Debug)]
pub enum OpeningDone {
    /// A document is being opened.
    Progress {
        /// Which opening.
        generation: u64,
        /// How far it is.
        stage: Stage,
    },
    /// A document was opened, or could not be.
    Opened {
        /// Which opening.
        generation: u64,
        /// The document with what is remembered of it.
        result: Result<Box<Opened>, FileError>,
    },
    /// All the text of a document has come of which a part was shown.
    Decoded {
        /// Which opening.
        generation: u64,
        /// The document, to be read.
        document: Arc<Document>,
    },
    /// It is known what is remembered of a document that can be read already.
    Remembered {
        /// Which opening.
        generation: u64,
        /// What is remembered.
        remembered: Box<Remembered>,
    },
    /// It is known what has changed on disk.
    Watched(Watched),
    /// The open dialog was answered; `None` where nothing was chosen.
    FilePicked(Option<PathBuf>),
}

impl Session {
    pub(in crate::session) fn opening_done(&mut self, done: OpeningDone) -> Vec<Effect> {
        match done {
            OpeningDone::Progress { generation, stage } => {
                if let Some(loading) = self.loading.as_mut().filter(|l| l.generation == generation) {
                    loading.stage = stage;
                }
            }
            OpeningDone::Opened { generation, result } => return self.opened(generation, result),
            OpeningDone::Decoded { generation, document } => return self.decoded(generation, document),
            OpeningDone::Remembered { generation, remembered } => {
                return self.remembered(generation, *remembered);
            }
            OpeningDone::Watched(watched) => self.watched(watched),
            OpeningDone::FilePicked(Some(path)) => return self.start_opening(Source::Path(path), None),
            OpeningDone::FilePicked(None) => {}
        }
        Vec::new()
    }
}
