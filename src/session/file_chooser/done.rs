//! What is reported to the box in which a file is chosen.

use std::path::PathBuf;

use crate::session::files::FileError;
use crate::session::files::stat::Found;
use crate::session::{Done, Effect, ExportDone, OpeningDone, Question, ScriptDone, Session};

/// What is reported to the box in which a file is chosen.
#[derive(Debug)]
pub enum FileChooserDone {
    /// The system has no dialog to choose a file for that.
    NoDialog(Question),
    /// It is known what stands at a path that was named in the box for files.
    Looked {
        /// Which of the questions of the box, and whether the reader wants what stands there.
        asked: (u64, bool),
        /// The path.
        path: PathBuf,
        /// What stands there, or why that is not known.
        result: Result<Found, FileError>,
    },
}

impl Question {
    /// What is reported when the reader has chosen `path` for it; `None`: nothing.
    pub fn answered(&self, path: Option<PathBuf>) -> Done {
        match self {
            Self::Open => Done::Opening(OpeningDone::FilePicked(path)),
            Self::Target(_) | Self::Folder(_) => Done::Export(ExportDone::TargetPicked(path)),
            Self::OwnWords => Done::Script(ScriptDone::OwnWordsPicked(path)),
            Self::Config => Done::Script(ScriptDone::ConfigPicked(path)),
            Self::OwnWordsTarget(_) => Done::Script(ScriptDone::OwnWordsTargetPicked(path)),
        }
    }
}

impl Session {
    pub(in crate::session) fn file_chooser_done(&mut self, done: FileChooserDone) -> Vec<Effect> {
        match done {
            FileChooserDone::NoDialog(question) => self.choose_file(question),
            FileChooserDone::Looked { asked, path, result } => self.looked(asked, path, result),
        }
    }
}
