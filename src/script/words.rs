//! Words of simplified Chinese and their frequencies, and cutting a line into the likeliest ones.
//!
//! The words are jieba's (`assets/words/README.md`), and so is the rule: of all ways to cut a stretch of ideographs
//! into known words, the one whose frequencies have the greatest product. The words take some 0.1 s to unpack, so
//! they are loaded when first asked for, which is not when a text is merely read.

use std::ops::Range;
use std::sync::LazyLock;

use super::filter::Filter;
use super::hash::{Mix, Table};
use super::packed::{Packed, number};

// Part of the program, so whole; were it not, each character would be a word.
static WORDS: LazyLock<Words> = LazyLock::new(|| Words::read().unwrap_or_default());

/// In so many steps a frequency doubles; the same in `make.py`.
const STEPS: f64 = 8.0;

/// What is known of a word.
struct Entry {
    /// Its frequency as a step of the scale.
    step: u8,
    /// Whether people or places are called so.
    is_name: bool,
}

/// The dictionary.
#[derive(Default)]
pub(super) struct Words {
    entries: Table<&'static str, Entry>,
    /// The steps of those of one character.
    characters: Table<char, u8>,
    /// What words of several characters begin with: most that stands in a text is nothing of the kind.
    beginnings: Filter,
    /// For each step of the scale how likely such a word is, as a logarithm.
    likelihoods: Vec<f64>,
    /// The logarithm of the sum of all frequencies.
    total: f64,
}

impl Words {
    /// The dictionary, loaded when first asked for.
    pub(super) fn get() -> &'static Self {
        &WORDS
    }

    fn read() -> Option<Self> {
        let mut package = Packed::open(include_bytes!("../../assets/words/words.zip"))?;
        let characters: Vec<char> = package.text("characters.txt")?.chars().collect();
        let [shapes, firsts, others] = ["shapes", "firsts", "others"].map(|member| package.bytes(member));
        let (shapes, firsts, others) = (shapes?, firsts?, others?);
        let (mut firsts, mut others) = (firsts.iter(), others.iter());
        let (mut text, mut ends) =
            (String::with_capacity(shapes.len() * 9), Vec::with_capacity(shapes.len()));
        // The characters of a word as numbers; the word after it begins with some of them.
        let mut word: Vec<u32> = Vec::new();
        for shape in shapes {
            let shared = usize::from(shape >> 4);
            let last = word.get(shared).copied().unwrap_or(0);
            word.truncate(shared);
            word.push(number(&mut firsts)? + last);
            for _ in 0..shape & 15 {
                word.push(number(&mut others)?);
            }
            for number in &word {
                text.push(*characters.get(*number as usize)?);
            }
            ends.push(text.len());
        }
        Self::of(text.leak(), &ends, &package.bytes("frequencies")?, &package.bytes("names")?)
    }

    /// The words that `text` is made of, which end where `ends` says.
    fn of(text: &'static str, ends: &[usize], steps: &[u8], names: &[u8]) -> Option<Self> {
        let mut entries = Table::default();
        entries.reserve(ends.len());
        let (mut characters, mut total, mut start) = (Table::default(), 0.0, 0);
        let mut beginnings = Filter::for_members(ends.len() * 2);
        for (index, (end, step)) in ends.iter().zip(steps).enumerate() {
            let word = text.get(start..*end)?;
            start = *end;
            each_beginning(word, |beginning| beginnings.insert(beginning));
            if word.chars().nth(1).is_none() {
                characters.insert(word.chars().next()?, *step);
            }
            total += f64::from(frequency(*step));
            let is_name = names.get(index / 8)? >> (index % 8) & 1 == 1;
            entries.insert(word, Entry { step: *step, is_name });
        }
        let total = f64::ln(total.max(1.0));
        let likelihood = |step| f64::from(frequency(step).max(1)).ln() - total;
        let likelihoods = (0..=u8::MAX).map(likelihood).collect();
        Some(Self { entries, characters, beginnings, likelihoods, total })
    }

    /// How often a word was seen; 0 for an unknown one.
    pub(super) fn frequency(&self, word: &str) -> u32 {
        self.entries.get(word).map_or(0, |entry| frequency(entry.step))
    }

    /// Whether it is a known word, and no name.
    pub(super) fn is_common(&self, word: &str) -> bool {
        self.entries.get(word).is_some_and(|entry| !entry.is_name)
    }

    /// The words of a line, as ranges of its characters that cover it; what is no ideograph stands alone.
    pub(super) fn cut(&self, line: &Line<'_>) -> Vec<Range<usize>> {
        let (mut words, mut at) = (Vec::new(), 0);
        while at < line.len() {
            let end = (at..line.len()).find(|i| !line.is_han(*i)).unwrap_or(line.len());
            self.cut_part(line, at..end, &mut words);
            if end < line.len() {
                words.push(end..end + 1);
            }
            at = end + 1;
        }
        words
    }

    /// How likely the words of a line are, as a logarithm; what is no ideograph is none.
    pub(super) fn likelihood(&self, line: &Line<'_>) -> f64 {
        let (mut sum, mut at) = (0.0, 0);
        while at < line.len() {
            let end = (at..line.len()).find(|i| !line.is_han(*i)).unwrap_or(line.len());
            sum += self.best(line, &(at..end)).first().map_or(0.0, |(score, _)| *score);
            at = end + 1;
        }
        sum
    }

    /// How likely a word is, as a logarithm, that has been seen at least so often.
    pub(super) fn likelihood_of(&self, word: &str, at_least: u32) -> f64 {
        f64::from(self.frequency(word).max(at_least)).ln() - self.total
    }

    /// Cuts a stretch of ideographs into words.
    fn cut_part(&self, line: &Line<'_>, part: Range<usize>, words: &mut Vec<Range<usize>>) {
        let best = self.best(line, &part);
        let mut at = part.start;
        while let Some((_, end)) = best.get(at - part.start).filter(|_| at < part.end) {
            words.push(at..*end);
            at = *end;
        }
    }

    /// For each place of a stretch the best score of what follows, and where its first word ends.
    fn best(&self, line: &Line<'_>, part: &Range<usize>) -> Vec<(f64, usize)> {
        let mut best = vec![(0.0_f64, part.end); part.len() + 1];
        for at in part.clone().rev() {
            let after = |end: usize| best.get(end - part.start).map_or(0.0, |rest| rest.0);
            let first = line.char(at).unwrap_or_default();
            let alone = self.characters.get(&first).copied().unwrap_or_default();
            let mut chosen = (self.likelihood_at(alone) + after(at + 1), at + 1);
            let mut beginning = Beginning::of(first);
            for end in at + 2..=part.end {
                if !line.char(end - 1).is_some_and(|c| self.beginnings.may_have(beginning.and(c))) {
                    break;
                }
                let known = self.entries.get(line.part(at..end)).filter(|entry| entry.step > 0);
                let Some(entry) = known else { continue };
                let score = self.likelihood_at(entry.step) + after(end);
                if score >= chosen.0 {
                    chosen = (score, end);
                }
            }
            if let Some(slot) = best.get_mut(at - part.start) {
                *slot = chosen;
            }
        }
        best
    }

    fn likelihood_at(&self, step: u8) -> f64 {
        self.likelihoods.get(usize::from(step)).copied().unwrap_or(0.0)
    }
}

/// A hash of what a word begins with, which goes on character by character.
pub(super) struct Beginning(Mix);

impl Beginning {
    pub(super) fn of(first: char) -> Self {
        Self(Mix::default().then(u32::from(first)))
    }

    /// With one more character.
    pub(super) fn and(&mut self, next: char) -> u32 {
        self.0 = self.0.then(u32::from(next));
        self.0.short()
    }
}

/// Calls `found` with the hash of each beginning of a word that has several characters.
pub(super) fn each_beginning(word: &str, found: impl FnMut(u32)) {
    let mut characters = word.chars();
    if let Some(mut beginning) = characters.next().map(Beginning::of) {
        characters.map(|next| beginning.and(next)).for_each(found);
    }
}

/// The frequency that stands at a step of the scale.
fn frequency(step: u8) -> u32 {
    let doublings = step.checked_sub(1).map(|step| f64::from(step) / STEPS);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "below 2 to the 32nd, and no less than 0"
    )]
    doublings.map_or(0, |doublings| doublings.exp2().round() as u32)
}

/// Longest line that is looked at at once, in bytes: some 5,000 Chinese characters. What is known of each character
/// takes many times its room.
const LONGEST_LINE: usize = 1 << 14;

/// The lines of `text` with their ends; one that is very long in parts, which end where a word and a number do.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive('\n').flat_map(|line| {
        let mut rest = line;
        std::iter::from_fn(move || {
            let (part, after) = rest.split_at_checked(end_of_part(rest))?;
            rest = after;
            (!part.is_empty()).then_some(part)
        })
    })
}

/// Where the first part of `line` ends.
fn end_of_part(line: &str) -> usize {
    if line.len() <= LONGEST_LINE {
        return line.len();
    }
    let limit = line.floor_char_boundary(LONGEST_LINE);
    let parts = |c: char| !c.is_alphanumeric() && !matches!(c, '，' | '、' | '·');
    let last = line.get(..limit).and_then(|head| head.char_indices().rev().find(|(_, c)| parts(*c)));
    last.map_or(limit, |(at, c)| at + c.len_utf8())
}

/// A line of text of which characters can be had by number.
pub(super) struct Line<'a> {
    text: &'a str,
    /// Where each character begins, in bytes; the end last.
    starts: Vec<usize>,
    chars: Vec<char>,
}

impl<'a> Line<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        // As many as there are if all are ideographs: room is made once.
        let count = text.len() / 3 + 1;
        let (mut starts, mut chars) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for (start, c) in text.char_indices() {
            starts.push(start);
            chars.push(c);
        }
        starts.push(text.len());
        Self { text, starts, chars }
    }

    /// How many characters there are.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    pub(super) fn char(&self, index: usize) -> Option<char> {
        self.chars.get(index).copied()
    }

    pub(super) fn chars(&self) -> &[char] {
        &self.chars
    }

    /// Where the character begins, in bytes; the end of the line for those beyond.
    pub(super) fn byte(&self, index: usize) -> usize {
        self.starts.get(index).copied().unwrap_or(self.text.len())
    }

    /// The text of a range of characters.
    pub(super) fn part(&self, range: Range<usize>) -> &'a str {
        self.text.get(self.byte(range.start)..self.byte(range.end)).unwrap_or_default()
    }

    /// Whether the character is an ideograph of the basic block, which all words are made of.
    pub(super) fn is_han(&self, index: usize) -> bool {
        self.char(index).is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        let line = Line::new(text);
        let words = Words::get().cut(&line);
        words.into_iter().map(|word| line.part(word)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn words_have_their_frequencies() {
        let words = Words::get();
        assert!(words.entries.len() > 300_000);
        let frequencies = ["中国", "不断", "产业链条"].map(|word| words.frequency(word));
        assert!(frequencies[0] > 40_000 && frequencies[1] > 1_000 && frequencies[2] < 10, "{frequencies:?}");
        assert!(words.is_common("产业") && !words.is_common("上海") && words.frequency("上海") > 0);
        assert_eq!([0, 1, 2, 9, 17, 160].map(frequency), [0, 1, 1, 2, 4, 961_548]);
    }

    #[test]
    fn lines_are_cut_into_their_likeliest_words() {
        for (text, words) in [
            ("产业不断发展", "产业|不断|发展"),
            ("跟踪协调表，", "跟踪|协调|表|，"),
            ("A𠀀b", "A|𠀀|b"),
            ("", ""),
        ] {
            assert_eq!(cut(text), words);
        }
        let long = format!("{}。{}\n短\n", "字".repeat(4_000), "词".repeat(9_000));
        let parts: Vec<_> = lines(&long).collect();
        assert_eq!(parts.concat(), long);
        assert_eq!(
            parts.iter().map(|part| part.chars().count()).collect::<Vec<_>>(),
            [4_001, 5_461, 3_540, 2]
        );
    }
}
