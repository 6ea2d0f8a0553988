//! Search: where a text has what the reader types, in source coordinates.
//!
//! Both sides are folded ([`folded`](crate::script::folded)), so that either script, either width and either case
//! finds the other. Line ends within a paragraph are no part of what it says and are looked over, as
//! [`joints`](crate::block::joints) are in reading. Hits come in document order, do not overlap, and come in batches,
//! so that a long search can be shown while it goes on and be stopped.

mod excerpt;
mod literal;
mod pattern;
mod units;
mod walk;

pub use excerpt::excerpt;

use std::ops::ControlFlow;

use crate::document::Document;
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
    search_mended(document, query, &[], found)
}

/// As [`search`], in a text in which each character of `mended`, in document order, stands where another one does in
/// the source.
pub fn search_mended(
    document: &Document,
    query: &Query,
    mended: &[(SourceRange, char)],
    found: &mut dyn FnMut(Vec<SourceRange>, usize) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let text = Text { document, mended };
    match &query.0 {
        Form::Literal(literal) => literal.search(text, BATCH, found),
        Form::Pattern(pattern) => pattern.search(text, BATCH, found),
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
    let mut hits = Vec::new();
    // Nobody breaks it off.
    let _ = search(document, query, &mut |batch, _| {
        hits.extend(batch);
        ControlFlow::Continue(())
    });
    hits
}
