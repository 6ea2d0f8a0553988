//! Own words taken in from a file, and written out to one.

use std::path::PathBuf;

use crate::script::Dictionary;
use crate::session::files::FileError;
use crate::session::{Effect, Job, NoticeKind, Session};

impl Session {
    /// Reads the dictionary that was chosen.
    pub(in crate::session) fn import_own_words(&self, path: Option<PathBuf>) -> Vec<Effect> {
        let read = path.map(|path| Effect::Run(Job::ReadOwnWords(path)));
        self.focus_panel().into_iter().chain(read).collect()
    }

    /// Takes in what was read.
    pub(in crate::session) fn own_words_read(
        &mut self,
        result: Result<Dictionary, FileError>,
    ) -> Vec<Effect> {
        match result {
            Ok(read) => {
                self.notices.dismiss_failed_words();
                if let Some(mistake) = read.mistakes().first().cloned() {
                    self.notices
                        .say(NoticeKind::OwnWordsMistaken { mistake, more: read.mistakes().len() - 1 });
                }
                let everywhere = self.own_words_form().is_some_and(|form| form.everywhere);
                self.put_own_words(everywhere, |words| words.with_all(&read))
            }
            Err(error) => {
                self.notices.say(NoticeKind::NotOpened(error));
                Vec::new()
            }
        }
    }

    /// Writes the dictionary that the panel is about.
    pub(in crate::session) fn export_own_words(&self, path: Option<PathBuf>) -> Vec<Effect> {
        let everywhere = self.own_words_form().is_some_and(|form| form.everywhere);
        let words = match &self.open {
            Some(open) if !everywhere => open.script.words(),
            _ => &self.own_words,
        };
        let text = words.text().to_owned();
        let write = path.map(|path| Effect::Run(Job::WriteOwnWords { path, text }));
        self.focus_panel().into_iter().chain(write).collect()
    }

    pub(in crate::session) fn own_words_written(&mut self, path: PathBuf, result: Result<(), FileError>) {
        self.notices.say(match result {
            Ok(()) => NoticeKind::Exported { path, files: 1 },
            Err(error) => NoticeKind::NotSaved(error),
        });
    }
}
