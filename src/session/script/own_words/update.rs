//! Own words: added, dropped, taken in and written out; what is shown follows at once.

use std::path::{Path, PathBuf};

use super::OwnWordsSnapshot;
use crate::script::Dictionary;
use crate::session::files::FileError;
use crate::session::library::Record;
use crate::session::save;
use crate::session::{Effect, Job, NoticeKind, OpenDocument, OwnWordsChange, Session, SidePanel};

/// So many changes can be undone.
const MOST: usize = 100;

/// What a dictionary is called where none is named.
const NAME: &str = "gangmu-words.txt";

impl Session {
    pub(in crate::session) fn change_own_words(&mut self, change: OwnWordsChange) -> Vec<Effect> {
        match change {
            OwnWordsChange::Form(form) => match &mut self.side_panel {
                Some(SidePanel::OwnWords(shown)) => {
                    *shown = form;
                    Vec::new()
                }
                _ => self.open_panel(SidePanel::OwnWords(form)),
            },
            OwnWordsChange::Add(word, everywhere) => {
                if let Some(SidePanel::OwnWords(form)) = &mut self.side_panel {
                    (form.word, form.conversion) = Default::default();
                }
                self.put_own_words(everywhere, |words| words.with(&word))
            }
            OwnWordsChange::Drop { everywhere, line } => {
                self.put_own_words(everywhere, |words| words.without(line))
            }
            OwnWordsChange::Undo => self.undo_words(),
            OwnWordsChange::Import => vec![Effect::PickOwnWords],
            OwnWordsChange::Export => {
                let folder = self.open.as_ref().and_then(|open| open.source().path()).and_then(Path::parent);
                let folder = folder.or(self.home.as_deref()).unwrap_or_else(|| Path::new("."));
                vec![Effect::PickOwnWordsTarget(folder.join(NAME))]
            }
        }
    }

    /// Reads the dictionary that was chosen.
    pub(in crate::session) fn import_own_words(path: Option<PathBuf>) -> Vec<Effect> {
        path.map(|path| Effect::Run(Job::ReadOwnWords(path))).into_iter().collect()
    }

    /// Takes in what was read.
    pub(in crate::session) fn own_words_read(
        &mut self,
        result: Result<Dictionary, FileError>,
    ) -> Vec<Effect> {
        match result {
            Ok(read) => {
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
        path.map(|path| Effect::Run(Job::WriteOwnWords { path, text })).into_iter().collect()
    }

    pub(in crate::session) fn own_words_written(&mut self, path: PathBuf, result: Result<(), FileError>) {
        self.notices.say(match result {
            Ok(()) => NoticeKind::Exported(path),
            Err(error) => NoticeKind::NotSaved(error),
        });
    }

    pub(in crate::session) fn put_own_words(
        &mut self,
        everywhere: bool,
        change: impl FnOnce(&Dictionary) -> Dictionary,
    ) -> Vec<Effect> {
        let (of, words) = match &mut self.open {
            Some(open) if !everywhere => (Some(open.generation()), open.script.words_mut()),
            _ => (None, &mut self.own_words),
        };
        let changed = change(words);
        if changed == *words {
            return Vec::new();
        }
        self.own_words_before.push(OwnWordsSnapshot { of, dictionary: std::mem::replace(words, changed) });
        if self.own_words_before.len() > MOST {
            self.own_words_before.remove(0);
        }
        self.own_words_changed(of.is_none())
    }

    fn undo_words(&mut self) -> Vec<Effect> {
        let generation = self.open.as_ref().map(OpenDocument::generation);
        // A document that was put away keeps what it had.
        self.own_words_before.retain(|before| before.of.is_none() || before.of == generation);
        let Some(before) = self.own_words_before.pop() else { return Vec::new() };
        match &mut self.open {
            Some(open) if before.of.is_some() => *open.script.words_mut() = before.dictionary,
            _ => self.own_words = before.dictionary,
        }
        self.own_words_changed(before.of.is_none())
    }

    /// Writes down what was changed and shows the text anew; showing writes down what is the document's.
    fn own_words_changed(&mut self, everywhere: bool) -> Vec<Effect> {
        let record = everywhere.then(|| save(Record::OwnWords(self.own_words.clone())));
        let script = self.open.as_ref().map(|open| open.script.wanted());
        let shown = script.map(|script| self.show(script)).unwrap_or_default();
        record.into_iter().chain(shown).collect()
    }
}
