//! Looking closely: a walk through a text that finds words as Knuth, Morris and Pratt do, so that no character is
//! compared again and again, whatever the text and the words repeat.

use std::collections::VecDeque;

use super::Text;
use super::units::Units;
use crate::text::{SourceRange, is_blank};

/// Words that are looked for.
#[derive(Clone, Debug)]
pub(super) struct Words {
    /// Folded, never empty, without line ends.
    folded: Vec<char>,
    /// For each number of characters that were found how many of the last of them the words begin with as well.
    borders: Vec<usize>,
}

impl Words {
    pub(super) fn new(folded: Vec<char>) -> Self {
        let mut borders = vec![0, 0];
        let mut border = 0;
        for c in folded.iter().skip(1) {
            while border > 0 && folded.get(border) != Some(c) {
                border = borders.get(border).copied().unwrap_or(0);
            }
            border += usize::from(folded.get(border) == Some(c));
            borders.push(border);
        }
        Self { folded, borders }
    }

    pub(super) fn folded(&self) -> &[char] {
        &self.folded
    }

    /// How many characters are found when `found` of them are and `c` comes next.
    fn after(&self, found: usize, c: char) -> usize {
        let mut found = found;
        while found > 0 && self.folded.get(found) != Some(&c) {
            found = self.borders.get(found).copied().unwrap_or(0);
        }
        found + usize::from(self.folded.get(found) == Some(&c))
    }
}

/// A walk through a text, onward only.
pub(super) struct Walk<'a> {
    words: &'a Words,
    searched: Text<'a>,
    units: Units<'a>,
    /// Where the characters stand that are found of the words.
    found: VecDeque<SourceRange>,
    /// How many characters were read: what is held against the length of the text.
    pub(super) read: usize,
}

impl<'a> Walk<'a> {
    pub(super) fn new(words: &'a Words, searched: Text<'a>) -> Self {
        Self { words, searched, units: Units::new(searched, 0), found: VecDeque::new(), read: 0 }
    }

    /// The same with all line ends looked over, as if the text were one paragraph.
    pub(super) fn over_line_ends(self) -> Self {
        Self { units: self.units.over_line_ends(), ..self }
    }

    /// The hit whose character at 0-based index `key` stands at byte `at`, if it is none that overlaps one before.
    /// Places are asked for in order.
    pub(super) fn hit(&mut self, key: usize, at: usize) -> Option<SourceRange> {
        self.go_near(key, at);
        while self.found.front().is_none_or(|first| first.start.get() <= at) {
            // Nothing that is begun has a character there.
            if self.found.is_empty() && self.units.at() > at {
                return None;
            }
            let (place, c) = self.units.next()?;
            self.read += 1;
            self.found.push_back(place);
            let found = self.words.after(self.found.len() - 1, c);
            self.found.drain(..self.found.len() - found);
            if found == self.words.folded.len() {
                let hit = self.found.front().zip(self.found.back());
                let hit = hit.map(|(first, last)| SourceRange { start: first.start, end: last.end });
                self.found.clear();
                return hit;
            }
        }
        None
    }

    /// Goes on to where a hit must begin at the earliest, if that is farther on.
    fn go_near(&mut self, key: usize, at: usize) {
        let passed = self.units.at();
        let between = self.searched.document.text().get(passed..at).unwrap_or_default();
        let visible = |(_, c): &(usize, char)| !is_blank(*c);
        // As many characters as stand before it, and blanks besides: line ends count for nothing.
        let start = between
            .char_indices()
            .rev()
            .inspect(|_| self.read += 1)
            .filter(visible)
            .nth(key.saturating_sub(1));
        let near = if key == 0 { Some(at) } else { start.map(|(start, _)| passed + start) };
        if let Some(near) = near.filter(|near| *near > passed) {
            self.units.skip_to(near);
            self.found.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    /// The hits of `words` in `text`, with `key` as the character whose places are looked at, and how many characters
    /// were read for it.
    fn walked(text: &str, words: &str, key: usize) -> (Vec<String>, usize) {
        let document = Document::parse(text.as_bytes().to_vec(), None);
        let words = Words::new(words.chars().collect());
        let wanted = words.folded()[key];
        let mut walk = Walk::new(&words, Text { document: &document, mended: &[] });
        let places = text.char_indices().filter(|(_, c)| *c == wanted);
        let hits = places.filter_map(|(at, _)| walk.hit(key, at));
        (hits.map(|hit| hit.slice(text).to_owned()).collect(), walk.read)
    }

    #[test]
    fn hits_are_found_by_any_of_their_characters() {
        let text = "甲乙甲乙甲丙甲乙甲乙甲乙甲丙，甲乙";
        for key in 0..6 {
            assert_eq!(walked(text, "甲乙甲乙甲丙", key).0.len(), 2, "{key}");
        }
        for key in 0..3 {
            assert_eq!(walked("甲甲甲甲甲甲甲", "甲甲甲", key).0.len(), 2, "{key}");
            assert_eq!(walked("一行甲乙\n丙一行\n\n甲乙\n\n丙", "甲乙丙", key).0.len(), 0, "{key}");
        }
    }

    #[test]
    fn no_character_is_read_more_than_a_few_times() {
        let (text, many) = ("甲".repeat(4_000), "甲".repeat(1_000));
        for words in [many.clone(), format!("{many}乙"), format!("乙{many}"), format!("{many}乙{many}")] {
            let last = words.chars().count() - 1;
            for key in [0, 1, last / 3, last].into_iter().filter(|key| words.chars().nth(*key) == Some('甲'))
            {
                let (_, read) = walked(&text, &words, key);
                assert!(read <= 3 * 4_000, "{key}: {read}");
            }
        }
    }
}
