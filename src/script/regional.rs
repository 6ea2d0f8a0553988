//! Taiwan's words in the place of the mainland's, where they are words: 数组 is 陣列, but not in 少数组织.

use super::Piece;
use super::fast::{Lexicon, dictionary};
use super::hash::Table;
use super::words::{Line, Words};

/// How far around a match the text is cut into words, in characters: cutting settles within a clause.
const AROUND: usize = 12;

/// The regional words of OpenCC's dictionary.
pub(super) struct RegionalWords {
    words: Table<String, String>,
    /// How many characters the longest word that begins with a character has.
    reach: Table<char, usize>,
}

impl std::fmt::Debug for RegionalWords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RegionalWords").field("words", &self.words.len()).finish_non_exhaustive()
    }
}

impl RegionalWords {
    pub(super) fn new() -> Self {
        let mut found = Self { words: Table::default(), reach: Table::default() };
        let lexicon = Lexicon::from_text(dictionary("TWPhrases.ocd2").unwrap_or_default());
        for (key, value) in lexicon.iter() {
            let Some(first) = key.chars().next() else { continue };
            let reach = found.reach.entry(first).or_default();
            *reach = key.chars().count().max(*reach);
            found.words.insert(key.to_owned(), value.to_owned());
        }
        found
    }

    /// `read` with the words of the region, and what became of what; `text` is what it was read from, character by
    /// character.
    pub(super) fn put_in(&self, text: &str, read: &str) -> (String, Vec<Piece>) {
        let (mut worded, mut pieces) = (String::with_capacity(read.len()), Vec::new());
        for (text, read) in text.split_inclusive('\n').zip(read.split_inclusive('\n')) {
            let (simple, line) = (Line::new(text), Line::new(read));
            let (mut at, mut copied) = (0, 0);
            while at < line.len() {
                let Some(end) = self.longest(&simple, &line, at) else {
                    at += 1;
                    continue;
                };
                let word = line.part(at..end);
                let value = self.words.get(word).map_or(word, String::as_str);
                keep(line.part(copied..at), &mut worded, &mut pieces);
                worded.push_str(value);
                pieces.push(Piece { source: word.len(), view: value.len(), same: value == word });
                (at, copied) = (end, end);
            }
            keep(line.part(copied..line.len()), &mut worded, &mut pieces);
        }
        (worded, pieces)
    }

    /// Where the longest word that begins at a character ends, of those that cut no other word in two.
    fn longest(&self, simple: &Line<'_>, line: &Line<'_>, at: usize) -> Option<usize> {
        let reach = *self.reach.get(&line.char(at)?)?;
        let ends = (at + 1..=line.len().min(at + reach)).rev();
        ends.filter(|end| self.words.contains_key(line.part(at..*end))).find(|end| is_whole(simple, at, *end))
    }
}

fn keep(part: &str, worded: &mut String, pieces: &mut Vec<Piece>) {
    if !part.is_empty() {
        worded.push_str(part);
        pieces.push(Piece { source: part.len(), view: part.len(), same: true });
    }
}

/// Whether no word begins before the characters from `at` to `end` and ends within, or begins within and ends beyond.
fn is_whole(simple: &Line<'_>, at: usize, end: usize) -> bool {
    let from = at.saturating_sub(AROUND);
    let around = Line::new(simple.part(from..simple.len().min(end + AROUND)));
    let words = Words::get().cut(&around);
    let (at, end) = (at - from, end - from);
    // A longer word may have the regional one as a part: 软件 in 软件工程.
    let crosses = |place: usize| {
        let word = words.iter().find(|word| word.start < place && place < word.end);
        word.is_some_and(|word| !(word.start <= at && end <= word.end))
    };
    !crosses(at) && !crosses(end)
}
