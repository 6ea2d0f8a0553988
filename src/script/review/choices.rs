//! Characters of several readings that neither a phrase nor a word decides.

use std::collections::BTreeMap;

use crate::script::contexts::Contexts;
use crate::script::hash::Table;
use crate::script::readings::Readings;
use crate::script::words::{Line, Words};
use crate::script::{Detected, DetectedScript};
use crate::text::SourceRange;

/// How many words are given to show what a reading means.
const EXAMPLES: usize = 3;

/// A reading of a character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The form.
    pub form: char,
    /// Frequent words that have it, in its script.
    pub examples: Vec<&'static str>,
}

/// A doubtful choice, with all places that it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The character that has several readings.
    pub source: char,
    /// The source word that it stands in; the character itself where it stands alone.
    pub word: String,
    /// What OpenCC makes of it.
    pub chosen: char,
    /// What careful conversion makes of it.
    pub careful: char,
    /// All readings, OpenCC's first candidate first.
    pub candidates: Vec<Candidate>,
    /// Where it stands, in the order of the text.
    pub places: Vec<SourceRange>,
}

impl Choice {
    /// Whether two ways to convert differ, so that one of them is wrong.
    pub fn is_disputed(&self) -> bool {
        self.chosen != self.careful
    }
}

/// Gathers the choices of a text line by line.
pub(super) struct Collector {
    /// Whether the text is simplified: only then is there much to choose.
    is_simplified: bool,
    /// By source word, character, and both conversions.
    found: BTreeMap<(String, char, char, char), Vec<SourceRange>>,
}

impl Collector {
    pub(super) fn new(detected: &Detected) -> Self {
        Self { is_simplified: detected.script == DetectedScript::Hans, found: BTreeMap::new() }
    }

    /// Adds the choices of a line that begins at byte `start` of the text.
    pub(super) fn add(&mut self, line: &Line<'_>, start: usize) {
        let readings = Readings::get();
        if !self.is_simplified || !line.chars().iter().any(|c| readings.is_ambiguous(*c)) {
            return;
        }
        let careful: Vec<char> = Contexts::get().convert(line.part(0..line.len()), None).chars().collect();
        let units = Words::get().cut(line);
        let mut units = units.into_iter().peekable();
        for span in readings.spans(line, 0..line.len()) {
            let mut phrase = span.phrase.unwrap_or_default().chars();
            for index in span.range.clone() {
                let of_phrase = phrase.next();
                while units.next_if(|unit| unit.end <= index).is_some() {}
                let (Some(c), Some(unit), Some(careful)) =
                    (line.char(index), units.peek(), careful.get(index))
                else {
                    continue;
                };
                let chosen = of_phrase.unwrap_or_else(|| readings.first(c));
                let is_open = span.phrase.is_none() && unit.len() == 1 && is_open(readings, c);
                let is_disputed = readings.folded(chosen) != readings.folded(*careful);
                if is_open || is_disputed {
                    // Variants of one reading are no dispute.
                    let careful = Some(*careful).filter(|_| is_disputed).unwrap_or(chosen);
                    let key = (line.part(unit.clone()).to_owned(), c, chosen, careful);
                    let range = SourceRange::new(start + line.byte(index), start + line.byte(index + 1));
                    self.found.entry(key).or_default().push(range);
                }
            }
        }
    }

    /// The choices: those first of which one conversion is wrong, then the most frequent.
    pub(super) fn finish(self) -> Vec<Choice> {
        let examples = examples(self.found.keys().map(|(_, c, _, _)| *c));
        let of_group = |((word, source, chosen, careful), places): ((String, char, char, char), _)| {
            let forms = Readings::get().candidates(source).iter();
            let candidates = forms.map(|form| Candidate {
                form: *form,
                examples: examples.get(&(source, *form)).cloned().unwrap_or_default(),
            });
            Choice { source, word, chosen, careful, candidates: candidates.collect(), places }
        };
        let mut choices: Vec<Choice> = self.found.into_iter().map(of_group).collect();
        choices.sort_by_key(|choice| (!choice.is_disputed(), std::cmp::Reverse(choice.places.len())));
        choices
    }
}

/// Whether the readings of a character differ in more than style.
fn is_open(readings: &Readings, c: char) -> bool {
    let mut forms = readings.candidates(c).iter().map(|form| readings.folded(*form));
    let first = forms.next();
    forms.any(|form| Some(form) != first)
}

/// The most frequent words of dictionaries' phrases for each reading of the characters `of`.
pub(super) fn examples(of: impl Iterator<Item = char>) -> Table<(char, char), Vec<&'static str>> {
    let (readings, words) = (Readings::get(), Words::get());
    let wanted: std::collections::HashSet<char> = of.collect();
    let mut found: Table<(char, char), Vec<(u32, &'static str)>> = Table::default();
    for (key, value) in readings.phrases() {
        for (c, form) in key.chars().zip(value.chars()).filter(|(c, _)| wanted.contains(c)) {
            let frequency = words.frequency(key);
            if frequency > 0 {
                found.entry((c, form)).or_default().push((frequency, value));
            }
        }
    }
    let best = found.into_iter().map(|(key, mut words)| {
        words.sort_unstable_by(|a, b| b.cmp(a));
        words.dedup();
        (key, words.into_iter().take(EXAMPLES).map(|(_, word)| word).collect())
    });
    best.collect()
}
