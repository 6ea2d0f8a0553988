//! Reading a text from left to right.

use crate::outline::glyph;
use crate::outline::numeral::{self, Numeral};

/// Walks over a text character by character, remembering how far it is. Characters are seen as what they stand for.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    /// What is not read yet.
    pub rest: &'a str,
    /// Bytes read.
    pub at: usize,
}

impl<'a> Cursor<'a> {
    /// Stands at the start of `text`.
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text, at: 0 }
    }

    /// The next character.
    pub(super) fn peek(self) -> Option<char> {
        self.rest.chars().next().map(glyph::plain)
    }

    /// Goes on by `bytes`.
    pub(super) fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
        self.at += bytes;
    }

    /// Goes on to what is not blank.
    pub(super) fn skip_blanks(&mut self) {
        let blanks = self.rest.len() - self.rest.trim_start_matches(is_inner_blank).len();
        self.skip(blanks);
    }

    /// Eats `word` if it comes next, and tells whether it did.
    pub(super) fn eat(&mut self, word: &str) -> bool {
        glyph::starts_with(self.rest, word).inspect(|len| self.skip(*len)).is_some()
    }

    /// Eats the longest of `words` (parted by blanks) that comes next.
    pub(super) fn eat_word(&mut self, words: &'static str) -> Option<&'static str> {
        // Of nearly all texts no word begins with the first character: that is seen at once.
        let first = self.peek().filter(|first| words.contains(*first))?;
        let found = words
            .split(' ')
            .filter(|word| word.starts_with(first))
            .filter_map(|word| Some((glyph::starts_with(self.rest, word)?, word)));
        let (len, word) = found.max_by_key(|(len, _)| *len)?;
        self.skip(len);
        Some(word)
    }

    /// Eats one of `characters`.
    pub(super) fn eat_any(&mut self, characters: &str) -> bool {
        let found = self.rest.chars().next().filter(|c| characters.contains(glyph::plain(*c)));
        found.inspect(|c| self.skip(c.len_utf8())).is_some()
    }

    /// Eats a numeral, which may stand in round brackets.
    pub(super) fn eat_enclosed_numeral(&mut self) -> Option<Numeral> {
        let mut inner = *self;
        if !inner.eat_any("(（") {
            return self.eat_numeral();
        }
        inner.skip_blanks();
        let number = inner.eat_numeral()?;
        inner.skip_blanks();
        inner.eat_any(")）").then(|| *self = inner)?;
        Some(number)
    }

    /// Eats a numeral whose figures blanks part.
    pub(super) fn eat_spaced_numeral(&mut self) -> Option<Numeral> {
        numeral::read_spaced(self.rest, is_inner_blank).inspect(|numeral| self.skip(numeral.len))
    }

    /// Eats a numeral.
    pub(super) fn eat_numeral(&mut self) -> Option<Numeral> {
        numeral::read(self.rest).inspect(|numeral| self.skip(numeral.len))
    }
}

/// A blank that may stand inside a marker.
pub(super) fn is_inner_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{3000}' | '\u{a0}' | '\u{2002}'..='\u{200b}' | '\u{feff}')
}
