//! Search: where a text has what the reader types, in source coordinates.
//!
//! Both sides are folded ([`folded`](crate::script::folded)), so that either script, either width and either case
//! finds the other, and what stands on the screen is found whatever script is shown. Where what is shown has other
//! *words* than the source, it is looked at as well. Line ends within a paragraph are no part of what it says and are
//! looked over, as [`joints`](crate::block::joints) are in reading. Hits come in document order, do not overlap, and
//! come in batches, so that a long search can be shown while it goes on and be stopped.

mod excerpt;
mod literal;
mod pattern;
mod plain;
mod shown;
mod units;
mod walk;

pub use excerpt::excerpt;

use std::ops::{ControlFlow, Range};

use crate::document::Document;
use crate::script::Presentation;
use crate::text::SourceRange;

/// Bytes of text between two reports.
const BATCH: usize = 1 << 20;

/// What is searched for.
#[derive(Clone, Debug)]
pub struct Query(Form);

#[derive(Clone, Debug)]
enum Form {
    Literal(literal::Literal),
    Pattern(pattern::Pattern),
}

/// Why a regular expression is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct QueryError(String);

impl Query {
    /// Searches for `words` as they are, without blanks at both ends; `None` where nothing is left.
    pub fn literal(words: &str) -> Option<Self> {
        literal::Literal::new(words).map(|literal| Self(Form::Literal(literal)))
    }

    /// Searches for what the regular expression `pattern` matches; `None` where it is empty. The syntax is that of
    /// the `regex` crate, whose engine is linear on any expression.
    ///
    /// # Errors
    /// Where it is no regular expression.
    pub fn regex(pattern: &str) -> Result<Option<Self>, QueryError> {
        Ok(pattern::Pattern::new(pattern)?.map(|pattern| Self(Form::Pattern(pattern))))
    }
}

/// Searches all of `document`. `found` is given the hits of each part of the text in turn, with how many bytes of
/// it have been searched, and stops the search by breaking.
pub fn search(
    document: &Document,
    query: &Query,
    found: &mut dyn FnMut(Vec<SourceRange>, usize) -> ControlFlow<()>,
) -> ControlFlow<()> {
    search_shown(document, query, &Presentation::default(), found)
}

/// As [`search`], in a text that is shown through `presentation`: what was put into it is found, and what its words
/// become, where they stand.
pub fn search_shown(
    document: &Document,
    query: &Query,
    presentation: &Presentation,
    found: &mut dyn FnMut(Vec<SourceRange>, usize) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mended = presentation.mended(document.text());
    let text = Text { document, mended: &mended };
    match shown::Reworded::new(text, &query.0, presentation) {
        Some(reworded) => shown::search(&query.0, &reworded, found),
        None => query.0.search(text, found),
    }
}

impl Form {
    fn search(
        &self,
        text: Text<'_>,
        found: &mut dyn FnMut(Vec<SourceRange>, usize) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        match self {
            Self::Literal(literal) => literal.search(text, BATCH, found),
            Self::Pattern(pattern) => pattern.search(text, BATCH, found),
        }
    }

    /// Whether it has to be looked for where `word` is shown as `instead`, both folded.
    fn touches(&self, word: &[char], instead: &[char]) -> bool {
        match self {
            Self::Literal(literal) => literal.touches(word, instead),
            Self::Pattern(_) => true,
        }
    }

    /// Where it is in `line`, which is folded and on one line, in bytes.
    fn in_line(&self, line: &str) -> Vec<Range<usize>> {
        match self {
            Self::Literal(literal) => literal.in_line(line),
            Self::Pattern(pattern) => pattern.in_line(line),
        }
    }
}

/// What is searched.
#[derive(Clone, Copy)]
struct Text<'a> {
    document: &'a Document,
    mended: &'a [(SourceRange, char)],
}

impl Text<'_> {
    /// What stands for the character `c` at byte `at`.
    fn read(self, at: usize, c: char) -> char {
        if self.mended.is_empty() {
            return c;
        }
        let found = self.mended.binary_search_by_key(&at, |(place, _)| place.start.get()).ok();
        found.and_then(|found| self.mended.get(found)).map_or(c, |(_, mended)| *mended)
    }
}

/// Whether `document` may have what is searched for, whatever outline it gets: an outline tells which lines are one
/// paragraph, and so what is found across a line end. A regular expression may be anywhere.
pub fn may_be_in(document: &Document, query: &Query) -> bool {
    match &query.0 {
        Form::Literal(literal) => literal.is_anywhere(Text { document, mended: &[] }, BATCH),
        Form::Pattern(_) => true,
    }
}

/// All hits of `query` in `document`.
pub fn all(document: &Document, query: &Query) -> Vec<SourceRange> {
    all_shown(document, query, &Presentation::default())
}

/// All hits of `query` in `document`, which is shown through `presentation`.
pub fn all_shown(document: &Document, query: &Query, presentation: &Presentation) -> Vec<SourceRange> {
    let mut hits = Vec::new();
    // Nobody breaks it off.
    let _ = search_shown(document, query, presentation, &mut |batch, _| {
        hits.extend(batch);
        ControlFlow::Continue(())
    });
    hits
}
