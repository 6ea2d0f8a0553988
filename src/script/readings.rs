//! The traditional readings of simplified words and characters, as OpenCC's dictionaries have them.

use std::ops::Range;
use std::sync::LazyLock;

use super::filter::Filter;
use super::hash::Table;
use super::words::{Beginning, Line, each_beginning};

/// Forms that are free variants of one another in traditional texts, beside those that OpenCC's tables of regional
/// variants have: which of them is written is a matter of house style, not of meaning.
const FREE: &str = "裡裏 台臺 檯臺 鑒鑑 週周 佈布 遊游 閒閑 巖岩 盃杯 彙匯 么麽 麼麽 啓啟 煙菸 唸念 汙污 注註 占佔 群羣 峰峯 淨凈";

static READINGS: LazyLock<Readings> = LazyLock::new(Readings::new);

/// OpenCC's dictionaries from simplified to traditional, with the regional variants that do not count.
pub(super) struct Readings {
    phrases: Table<&'static str, &'static str>,
    /// What phrases begin with.
    beginnings: Filter,
    characters: Table<char, Vec<char>>,
    folds: Table<char, char>,
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
        let (phrases, beginnings) = phrases();
        Self { phrases, beginnings, characters: characters(), folds: folds() }
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

    /// Phrases and what becomes of them, in no order.
    pub(super) fn phrases(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.phrases.iter().map(|(key, value)| (*key, *value))
    }

    /// OpenCC's choice for a character.
    pub(super) fn first(&self, c: char) -> char {
        self.candidates(c).first().copied().unwrap_or(c)
    }

    /// One form for all regional and free variants of `c`.
    pub(super) fn folded(&self, c: char) -> char {
        self.folds.get(&c).copied().unwrap_or(c)
    }

    /// The parts of a range of a line as OpenCC would convert it: longest match from the left.
    pub(super) fn spans(&self, line: &Line<'_>, range: Range<usize>) -> impl Iterator<Item = Span> {
        let mut at = range.start;
        std::iter::from_fn(move || {
            let first = line.char(at).filter(|_| at < range.end)?;
            let found = self.longest(line, first, at..range.end);
            let start = at;
            at = found.map_or(at + 1, |(end, _)| end);
            Some(Span { range: start..at, phrase: found.map(|(_, phrase)| phrase) })
        })
    }

    /// Where the longest phrase ends that a stretch of a line begins with, and what becomes of it.
    fn longest(&self, line: &Line<'_>, first: char, range: Range<usize>) -> Option<(usize, &'static str)> {
        let mut beginning = Beginning::of(first);
        let begins = |end: &usize| {
            line.char(end - 1).is_some_and(|next| self.beginnings.may_have(beginning.and(next)))
        };
        let ends = (range.start + 2..=range.end).take_while(begins);
        let found = ends.filter_map(|end| Some((end, self.phrase(line.part(range.start..end))?)));
        found.last()
    }
}

/// The phrases, and what they begin with.
fn phrases() -> (Table<&'static str, &'static str>, Filter) {
    let texts = [
        include_str!("../../assets/opencc/STPhrases.txt"),
        include_str!("../../assets/opencc/STPhrases_GeneratedFromRegionalPhrases.txt"),
    ];
    let lines: usize = texts.iter().map(|text| text.lines().count()).sum();
    let (mut phrases, mut beginnings) = (Table::default(), Filter::for_members(lines * 2));
    // The first file wins, as in the configuration.
    for (key, mut values) in texts.into_iter().flat_map(entries) {
        // Only entries of as many characters: all but a few, and positions then need no map.
        let length = key.chars().count();
        let value = values.next().filter(|value| value.chars().count() == length);
        if let Some(value) = value {
            phrases.entry(key).or_insert(value);
            each_beginning(key, |beginning| beginnings.insert(beginning));
        }
    }
    (phrases, beginnings)
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
    // A pair of which the other way round is in OpenCC's tables is one all the same.
    let root = |folds: &Table<char, char>, c| {
        std::iter::successors(Some(c), |c| folds.get(c).copied().filter(|other| other != c))
            .last()
            .unwrap_or(c)
    };
    for pair in FREE.split(' ') {
        let mut pair = pair.chars();
        if let (Some(one), Some(other)) = (pair.next(), pair.next()) {
            let (one, other) = (root(&folds, one), root(&folds, other));
            if one != other {
                folds.insert(one, other);
            }
        }
    }
    let variants: Vec<char> = folds.keys().copied().collect();
    variants.into_iter().map(|variant| (variant, root(&folds, variant))).collect()
}

fn entries(text: &'static str) -> impl Iterator<Item = (&'static str, std::str::Split<'static, char>)> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).map(|(key, values)| (key, values.split(' ')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_are_those_of_opencc() {
        let readings = Readings::get();
        assert_eq!(readings.candidates('发'), ['發', '髮']);
        assert_eq!(readings.phrase("断发"), Some("斷髮"));
        for (one, other) in
            [('裡', '裏'), ('為', '爲'), ('台', '臺'), ('啟', '啓'), ('麼', '麽'), ('菸', '煙')]
        {
            assert_eq!(readings.folded(one), readings.folded(other));
        }
        assert_ne!(readings.folded('髮'), readings.folded('發'));
    }
}
