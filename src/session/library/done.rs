//! What is reported of what is kept on disk.

use std::path::PathBuf;

use crate::session::files::FileError;
use crate::session::{Effect, NoticeKind, Session};

/// What is reported of what is kept on disk.
#[derive(Debug)]
pub enum LibraryDone {
    /// Something to remember could not be written.
    NotSaved(FileError),
    /// What stood where something to remember was written was unreadable; it was set aside under this name.
    SetAside(PathBuf),
}

impl Session {
    pub(in crate::session) fn library_done(&mut self, done: LibraryDone) -> Vec<Effect> {
        match done {
            LibraryDone::NotSaved(error) => self.notices.say(NoticeKind::NotSaved(error)),
            LibraryDone::SetAside(path) => self.notices.say(NoticeKind::SetAside(path)),
        }
        Vec::new()
    }
}
