//! A document as it is kept, for who has no window: with the reader's corrections, own rules and words, and decisions.

use std::ops::ControlFlow;
use std::path::Path;

use super::job::{expected, remembered};
use crate::document::Document;
use crate::script::{Dictionary, Picked};
use crate::session::NoticeKind;
use crate::session::jobs::Known;
use crate::session::library::Library;
use crate::session::message::Outlined;
use crate::session::outline::job::{Wanted, outlined};

/// A document with what is kept for it.
#[derive(Debug)]
pub struct Kept {
    /// The document, its outline with own rules and corrections.
    pub document: Document,
    /// The decisions on places of its text.
    pub picked: Picked,
    /// The reader's own words: those for the document, those for all documents.
    pub words: [Dictionary; 2],
    /// Whether what is in the other script than the document stays as it is.
    pub keeps_quoted: bool,
    /// How many corrections and decisions have lost their places: the file has changed.
    pub lost: usize,
}

impl Kept {
    /// `document` with nothing that is kept.
    pub fn plain(document: Document) -> Self {
        let (picked, words) = (Picked::default(), [Dictionary::default(), Dictionary::default()]);
        Self { document, picked, words, keeps_quoted: false, lost: 0 }
    }

    /// `readable`, the text of the file at `path` if it is of one, with what `library` keeps for it, and what is to be
    /// told of that.
    pub fn of(readable: &Document, path: Option<&Path>, library: &Library) -> (Self, Vec<NoticeKind>) {
        let (settings, state, mut told) = library.load();
        let path = path.and_then(|path| std::path::absolute(path).ok());
        let hash = path.and_then(|path| state.content_of(&path).map(str::to_owned));
        let known = Known { state: None, hash };
        let (expected, of_expected) = expected(&known, Some(library));
        let found = remembered(readable, (&known, &expected), Some(library));
        let state = found.other.unwrap_or(expected);
        let (words, of_words) = library.load_words();
        told.extend(of_expected.into_iter().chain(found.told).chain(of_words));
        let wanted = Wanted::of(&state, &settings.rules);
        let picked = found.picks.into_picked();
        let (document, skipped) = match outlined(readable, &wanted, &mut |_| ControlFlow::Continue(())) {
            ControlFlow::Continue(Outlined { document, skipped, .. }) => (document, skipped.len()),
            ControlFlow::Break(()) => (readable.clone(), 0),
        };
        let words = [state.words, words];
        let kept =
            Self { document, picked, words, keeps_quoted: state.keeps_quoted, lost: skipped + found.lost };
        (kept, told)
    }
}
