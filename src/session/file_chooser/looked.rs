//! What stands at a path that was named; what is chosen answers as the system's dialog would.

use std::path::{Path, PathBuf};

use super::{Question, within};
use crate::session::files::stat::Found;
use crate::session::files::{FileError, FileErrorKind};
use crate::session::{Effect, Session};

impl Session {
    /// It is known what stands at a path that was named; `take`: the reader wants it.
    pub(in crate::session) fn looked(
        &mut self,
        (serial, take): (u64, bool),
        path: PathBuf,
        result: Result<Found, FileError>,
    ) -> Vec<Effect> {
        let Some(chooser) = self.file_chooser.as_mut().filter(|chooser| chooser.serial == serial) else {
            return Vec::new();
        };
        let writes = chooser.question.writes();
        match result {
            Ok(Found::Folder(_)) if take && matches!(chooser.question, Question::Folder(_)) => {
                return self.answer(path);
            }
            Ok(Found::Folder(entries)) => {
                if take {
                    chooser.typed = within(&path);
                    chooser.listed = Some(PathBuf::from(chooser.parts().0));
                }
                chooser.entries = Some(entries);
                chooser.error = None;
            }
            // The export asks itself whether a file is to be replaced.
            Ok(Found::File) if take && matches!(chooser.question, Question::OwnWordsTarget(_)) => {
                chooser.exists = Some(path);
            }
            Ok(Found::File) if take => return self.answer(path),
            Err(FileError { kind: FileErrorKind::Missing, .. }) if take && writes && is_named(&path) => {
                return self.answer(path);
            }
            Ok(Found::File) => chooser.entries = Some(Vec::new()),
            Err(error) => {
                if !take {
                    chooser.entries = Some(Vec::new());
                }
                chooser.error = Some(error);
            }
        }
        Vec::new()
    }

    /// Answers with `path`, as the system's dialog would, and puts the box away.
    pub(super) fn answer(&mut self, path: PathBuf) -> Vec<Effect> {
        let Some(chooser) = self.file_chooser.take() else { return Vec::new() };
        self.done(chooser.question.answered(Some(path)))
    }
}

/// Whether `path` has a name that a file can have.
fn is_named(path: &Path) -> bool {
    path.file_name().is_some() && !path.as_os_str().is_empty()
}
