//! The traditional readings of simplified words and characters, as OpenCC's dictionaries have them.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::words::{Line, Table, Words};

/// Forms that are free variants of one another in traditional texts, beside those that OpenCC's tables of regional
/// variants have: which of them is written is a matter of house style, not of meaning.
const FREE: &str =
    "裡裏 台臺 檯臺 鑒鑑 週周 佈布 遊游 閒閑 巖岩 盃杯 彙匯 么麽 啓啟 汙污 注註 占佔 群羣 峰峯 淨凈";

/// How many times as frequent as all others a reading in words must be to be that of the character alone as well.
const PREPONDERANCE: u64 = 8;

static READINGS: LazyLock<Readings> = LazyLock::new(Readings::new);

/// OpenCC's dictionaries from simplified to traditional, with the regional variants that do not count.
pub(super) struct Readings {
    phrases: Table<&'static str, &'static str>,
    /// How many characters the longest phrase has.
    longest: usize,
    characters: Table<char, Vec<char>>,
    folds: Table<char, char>,
    /// Characters that are often written the same in both scripts, and so in names whose words nobody knows.
    kept: HashSet<char>,
    /// Readings of characters that stand alone, where words speak against OpenCC's first candidate.
    alone: Table<char, char>,
}

/// A part of a line as OpenCC sees it: the longest phrase, or a character.
pub(super) struct Span {
    pub(super) range: Range<usize>,
    /// What the phrase becomes.
    pub(super) phrase: Option<&'static str>,
}

impl Readings {
    /// The dictionaries, loaded when first asked for.
    pub(super) fn get() -> &'static Self {
        &READINGS
    }

    fn new() -> Self {
        let mut readings = Self {
            phrases: phrases(),
            longest: 1,
            characters: characters(),
            folds: folds(),
            kept: HashSet::new(),
            alone: Table::default(),
        };
        readings.longest = readings.phrases.keys().map(|key| key.chars().count()).max().unwrap_or(1);
        readings.kept = readings.find_kept();
        readings.alone = readings.find_alone(Words::get());
        readings
    }

    /// Whether the character has several readings.
    pub(super) fn is_ambiguous(&self, c: char) -> bool {
        self.characters.get(&c).is_some_and(|candidates| candidates.len() > 1)
    }

    /// The readings of a character, OpenCC's choice first; none where it has but one form.
    pub(super) fn candidates(&self, c: char) -> &[char] {
        self.characters.get(&c).map_or(&[], Vec::as_slice)
    }

    /// What a word becomes by the dictionary of phrases.
    pub(super) fn phrase(&self, word: &str) -> Option<&'static str> {
        self.phrases.get(word).copied()
    }

    /// How many characters the longest phrase has.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// Phrases and what becomes of them, in no order.
    pub(super) fn phrases(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.phrases.iter().map(|(key, value)| (*key, *value))
    }

    /// OpenCC's choice for a character.
    pub(super) fn first(&self, c: char) -> char {
        self.candidates(c).first().copied().unwrap_or(c)
    }

    /// The choice for a character that is a word of its own.
    pub(super) fn alone(&self, c: char) -> char {
        self.alone.get(&c).copied().unwrap_or_else(|| self.first(c))
    }

    /// Whether a name is likely to have the character as it is.
    pub(super) fn is_kept_in_names(&self, c: char) -> bool {
        self.kept.contains(&c)
    }

    /// One form for all regional and free variants of `c`.
    pub(super) fn folded(&self, c: char) -> char {
        self.folds.get(&c).copied().unwrap_or(c)
    }

    /// The parts of a range of a line as OpenCC would convert it: longest match from the left.
    pub(super) fn spans(&self, line: &Line<'_>, range: Range<usize>) -> Vec<Span> {
        let (mut spans, mut at) = (Vec::new(), range.start);
        while at < range.end {
            let longest = (range.end - at).min(self.longest);
            let found = (2..=longest).rev().find_map(|length| {
                self.phrase(line.part(at..at + length)).map(|phrase| (at + length, phrase))
            });
            let end = found.map_or(at + 1, |(end, _)| end);
            spans.push(Span { range: at..end, phrase: found.map(|(_, phrase)| phrase) });
            at = end;
        }
        spans
    }

    fn find_kept(&self) -> HashSet<char> {
        let mut counts: Table<char, (usize, usize)> = Table::default();
        for (key, value) in self.phrases() {
            for (from, to) in key.chars().zip(value.chars()).filter(|(from, _)| self.is_ambiguous(*from)) {
                let count = counts.entry(from).or_default();
                count.0 += usize::from(self.folded(from) == self.folded(to));
                count.1 += 1;
            }
        }
        let is_kept = |c: char, (same, all): (usize, usize)| {
            let other = self.candidates(c).iter().skip(1).any(|candidate| *candidate == c);
            other && self.folded(self.first(c)) != self.folded(c) && same * 5 >= all * 2
        };
        counts.into_iter().filter(|(c, count)| is_kept(*c, *count)).map(|(c, _)| c).collect()
    }

    /// The characters of a word, each with what OpenCC makes of it there.
    fn read(&self, word: &str) -> Vec<(char, char)> {
        let (line, mut read) = (Line::new(word), Vec::new());
        for span in self.spans(&line, 0..line.len()) {
            let from = line.part(span.range).chars();
            match span.phrase {
                Some(phrase) => read.extend(from.zip(phrase.chars())),
                None => read.extend(from.map(|c| (c, self.first(c)))),
            }
        }
        read
    }

    fn find_alone(&self, words: &Words) -> Table<char, char> {
        let mut counts: Table<char, Vec<u64>> = Table::default();
        for (word, frequency) in words.iter().filter(|(word, _)| (4..=12).contains(&word.len())) {
            if !word.chars().any(|c| self.is_ambiguous(c)) {
                continue;
            }
            for (from, to) in self.read(word) {
                let candidates = self.candidates(from);
                let counts = counts.entry(from).or_insert_with(|| vec![0; candidates.len()]);
                let index = candidates.iter().position(|c| *c == to);
                if let Some(count) = index.and_then(|index| counts.get_mut(index)) {
                    *count += u64::from(frequency);
                }
            }
        }
        let chosen = counts.into_iter().filter_map(|(c, counts)| {
            let (best, most) = counts.iter().enumerate().max_by_key(|(_, count)| **count)?;
            let others = counts.iter().sum::<u64>() - most;
            (best > 0 && *most > PREPONDERANCE * others).then_some((c, *self.candidates(c).get(best)?))
        });
        chosen.collect()
    }
}

fn phrases() -> Table<&'static str, &'static str> {
    let mut phrases = Table::default();
    // The first file wins, as in the configuration.
    for text in [
        include_str!("../../assets/opencc/STPhrases.txt"),
        include_str!("../../assets/opencc/STPhrases_GeneratedFromRegionalPhrases.txt"),
    ] {
        for (key, mut values) in entries(text) {
            // Only entries of as many characters: all but a few, and positions then need no map.
            if let Some(value) = values.next().filter(|value| value.chars().count() == key.chars().count()) {
                phrases.entry(key).or_insert(value);
            }
        }
    }
    phrases
}

fn characters() -> Table<char, Vec<char>> {
    let text = include_str!("../../assets/opencc/STCharacters.txt");
    let single = |text: &str| text.chars().next();
    entries(text)
        .filter_map(|(key, values)| Some((single(key)?, values.filter_map(single).collect())))
        .collect()
}

fn folds() -> Table<char, char> {
    let mut folds = Table::default();
    for text in [
        include_str!("../../assets/opencc/TWVariants.txt"),
        include_str!("../../assets/opencc/HKVariants.txt"),
    ] {
        for (key, values) in entries(text) {
            let Some(key) = key.chars().next() else { continue };
            for variant in values.filter_map(|value| value.chars().next()) {
                folds.entry(variant).or_insert(key);
            }
        }
    }
    for pair in FREE.split(' ') {
        let mut pair = pair.chars();
        if let (Some(variant), Some(standard)) = (pair.next(), pair.next()) {
            folds.insert(variant, standard);
        }
    }
    folds
}

fn entries(text: &'static str) -> impl Iterator<Item = (&'static str, std::str::Split<'static, char>)> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).map(|(key, values)| (key, values.split(' ')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_are_those_of_opencc_and_of_words() {
        let readings = Readings::get();
        assert_eq!(readings.candidates('发'), ['發', '髮']);
        assert_eq!(readings.phrase("断发"), Some("斷髮"));
        assert!(readings.is_kept_in_names('里'));
        assert_eq!((readings.first('签'), readings.alone('签')), ('籤', '簽'));
        for (one, other) in [('裡', '裏'), ('為', '爲'), ('台', '臺')] {
            assert_eq!(readings.folded(one), readings.folded(other));
        }
        assert_ne!(readings.folded('髮'), readings.folded('發'));
    }
}
