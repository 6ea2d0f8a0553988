//! Own words: added, dropped, and put back as they were; what is shown follows at once.

use std::path::Path;

use super::OwnWordsSnapshot;
use crate::script::Dictionary;
use crate::session::library::Record;
use crate::session::save;
use crate::session::{Effect, OpenDocument, OwnWordsChange, Session, SidePanel};

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
