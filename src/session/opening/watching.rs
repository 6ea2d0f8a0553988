//! What has happened on disk while the reader looked elsewhere: the file that is read was written anew, recent files
//! are gone.

use std::path::{Path, PathBuf};

use super::content::Fate;
use crate::session::files::stat::{Stamp, stamp};
use crate::session::library::Record;
use crate::session::save;
use crate::session::{Effect, Job, NoticeKind, Session};

/// What is looked at, and what was seen.
#[derive(Debug, Default)]
pub struct Watched {
    /// Generation of the document that is read, and its file.
    pub file: Option<(u64, PathBuf)>,
    /// How that file is now.
    pub stamp: Option<Stamp>,
    /// Recent files; once they were looked at, those that are gone.
    pub recents: Vec<PathBuf>,
}

impl Watched {
    /// Looks at the files.
    pub(in crate::session) fn look(mut self) -> Self {
        self.stamp = self.file.as_ref().and_then(|(_, path)| stamp(path));
        self.recents.retain(|path| stamp(path).is_none());
        self
    }
}

impl Session {
    /// The window has the focus again.
    pub(in crate::session) fn look_around(&self) -> Vec<Effect> {
        let open = self.open.as_ref();
        let file = open.and_then(|open| Some((open.generation(), open.source().path()?.to_owned())));
        let recents: Vec<_> = self.state.recents.iter().map(|recent| recent.path.clone()).collect();
        if file.is_none() && recents.is_empty() {
            return Vec::new();
        }
        vec![Effect::Run(Job::Watch(Watched { file, stamp: None, recents }))]
    }

    /// The files were looked at.
    pub(in crate::session) fn watched(&mut self, watched: Watched) {
        self.missing = watched.recents;
        let Some((generation, _)) = watched.file else { return };
        let Some(open) = self.open.as_mut().filter(|open| open.generation() == generation) else { return };
        // Told once for each change.
        match open.content.note_file(watched.stamp) {
            Some(Fate::Changed) => self.notices.say(NoticeKind::Changed),
            Some(Fate::Gone) => self.notices.say(NoticeKind::Gone),
            None => {}
        }
    }

    /// Whether a recent file was gone when it was looked for last.
    pub fn is_missing(&self, path: &Path) -> bool {
        self.missing.iter().any(|missing| missing == path)
    }

    pub(in crate::session) fn clear_recents(&mut self) -> Vec<Effect> {
        self.state.recents.clear();
        vec![save(Record::State(self.state.clone()))]
    }
}
