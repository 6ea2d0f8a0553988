//! Notes: numbered as they are referred to, and written at the end of the text.

use std::collections::HashMap;

use super::Lines;
use super::lists::Pending;
use crate::import::hints::Note;
use crate::text::SourceRange;

/// The notes of a text.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// What the markup calls them, and where each is referred to first.
    references: Vec<(String, SourceRange)>,
    /// Where each stands in that list.
    numbers: HashMap<String, usize>,
    /// The note that is being written, and where it began.
    open: Option<(SourceRange, usize)>,
}

impl Lines {
    /// Refers to the note that the markup calls `key`.
    pub(in crate::import) fn refer_to_note(&mut self, key: &str) {
        let known = self.notes.numbers.get(key).copied();
        let number = known.unwrap_or(self.notes.references.len()) + 1;
        let text = format!("[{number}]");
        self.literal(&text);
        if known.is_none() {
            let end = self.writing.at();
            let range = SourceRange::new(end - text.len(), end);
            self.notes.numbers.insert(key.to_owned(), number - 1);
            self.notes.references.push((key.to_owned(), range));
        }
    }

    /// What the markup calls the note that was referred to after `index` others.
    pub(in crate::import) fn note_key(&self, index: usize) -> Option<&str> {
        self.notes.references.get(index).map(|(key, _)| key.as_str())
    }

    /// Begins the note that the markup calls `key`.
    pub(in crate::import) fn begin_note(&mut self, key: &str) {
        self.end_line();
        let Some(&index) = self.notes.numbers.get(key) else { return };
        let Some((_, reference)) = self.notes.references.get(index) else { return };
        self.notes.open = Some((*reference, self.writing.at()));
        self.mark = Some(Pending { note: format!("[{}] ", index + 1), ..Pending::default() });
    }

    /// Ends the note.
    pub(in crate::import) fn end_note(&mut self) {
        if let Some((reference, start)) = self.notes.open.take() {
            if self.mark.is_some() {
                self.begin();
            }
            let range = self.writing.since(start);
            self.writing.hints.notes.push(Note { reference, range });
        }
        self.end_line();
    }
}
