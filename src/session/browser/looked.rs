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
        let Some(browser) = self.browser.as_mut().filter(|browser| browser.serial == serial) else {
            return Vec::new();
        };
        let writes = browser.question.writes();
        match result {
            Ok(Found::Folder(_)) if take && matches!(browser.question, Question::Folder(_)) => {
                return self.answer(path);
            }
            Ok(Found::Folder(entries)) => {
                if take {
                    browser.typed = within(&path);
                    browser.listed = Some(PathBuf::from(browser.parts().0));
                }
                browser.entries = Some(entries);
                browser.error = None;
            }
            // The export asks itself whether a file is to be replaced.
            Ok(Found::File) if take && matches!(browser.question, Question::OwnWordsTarget(_)) => {
                browser.exists = Some(path);
            }
            Ok(Found::File) if take => return self.answer(path),
            Err(FileError { kind: FileErrorKind::Missing, .. }) if take && writes && is_named(&path) => {
                return self.answer(path);
            }
            Ok(Found::File) => browser.entries = Some(Vec::new()),
            Err(error) => {
                if !take {
                    browser.entries = Some(Vec::new());
                }
                browser.error = Some(error);
            }
        }
        Vec::new()
    }

    /// Answers with `path`, as the system's dialog would, and puts the box away.
    pub(super) fn answer(&mut self, path: PathBuf) -> Vec<Effect> {
        let Some(browser) = self.browser.take() else { return Vec::new() };
        self.done(browser.question.answered(Some(path)))
    }
}

/// Whether `path` has a name that a file can have.
fn is_named(path: &Path) -> bool {
    path.file_name().is_some() && !path.as_os_str().is_empty()
}
