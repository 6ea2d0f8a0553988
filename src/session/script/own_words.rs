//! The reader's own words: the panel in which they are edited, and what can be done to them.

mod exchange;
pub(in crate::session) mod job;
mod update;

use crate::script::{Dictionary, OwnWord, Toward};

/// The panel of own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnWordsForm {
    /// The word as it stands in the field.
    pub word: String,
    /// Its conversion; empty: the word is never converted.
    pub conversion: String,
    /// Which conversions it is for.
    pub toward: Toward,
    /// Whether it is to hold for all documents.
    pub everywhere: bool,
}

impl OwnWordsForm {
    /// The entry in the fields, if it is one.
    pub fn entry(&self) -> Option<OwnWord> {
        if self.conversion.trim().is_empty() {
            OwnWord::protected(&self.word, self.toward)
        } else {
            OwnWord::new(&self.word, &self.conversion, self.toward)
        }
    }
}

/// Something that the reader does with own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnWordsChange {
    /// The panel as the reader left it; opens it where it is not shown.
    Form(OwnWordsForm),
    /// Adds an entry to those of the document, or of all documents.
    Add(OwnWord, bool),
    /// Drops an entry.
    Drop {
        /// Whether it is one for all documents.
        everywhere: bool,
        /// Its 1-based line.
        line: usize,
    },
    /// Takes the last change back.
    Undo,
    /// The reader wants to choose a dictionary to take in.
    Import,
    /// The reader wants to choose where to write the dictionary to.
    Export,
}

/// A dictionary as it was before a change.
#[derive(Clone, Debug)]
pub struct OwnWordsSnapshot {
    /// Generation of the document whose it is; `None`: it is that for all documents.
    pub(in crate::session) of: Option<u64>,
    /// The dictionary.
    pub(in crate::session) dictionary: Dictionary,
}
