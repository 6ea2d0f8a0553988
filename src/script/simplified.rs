//! Simplifying characters that simplified script keeps in some words alone: 看著 is 看着, 著作 stays.
//!
//! Where OpenCC's phrases say nothing it takes one form for all. Here both are tried, and the one that makes the
//! likelier words with its neighbours stands ([`Words`]).

use super::words::{Line, Words};
use super::{Config, Convert as _, ConvertError, Converter};

/// A traditional character with the two forms that it may become.
const FORMS: [(char, [char; 2]); 8] = [
    ('著', ['着', '著']),
    ('乾', ['干', '乾']),
    ('藉', ['借', '藉']),
    ('瞭', ['了', '瞭']),
    ('麽', ['么', '麽']),
    ('徵', ['征', '徵']),
    ('覆', ['复', '覆']),
    ('夥', ['伙', '夥']),
];

/// How far around the character words are looked for, in characters.
const AROUND: usize = 6;

/// How much likelier the words have to be, in e-folds, for OpenCC's choice not to stand.
const MARGIN: f64 = 0.7;

/// The careful converter to simplified script.
#[derive(Debug)]
pub(super) struct Simplified(Converter);

impl Simplified {
    /// As `config`, one of those to simplified script.
    pub(super) fn open(config: Config) -> Result<Self, ConvertError> {
        Words::get();
        Ok(Self(Converter::open_embedded(config)?))
    }

    pub(super) fn convert(&self, text: &str) -> String {
        let converted = self.0.convert(text);
        if !text.contains(FORMS.map(|(c, _)| c)) {
            return converted;
        }
        let lines = text.split_inclusive('\n').zip(converted.split_inclusive('\n'));
        lines.map(|(from, line)| self.line(from, line)).collect()
    }

    fn line(&self, from: &str, converted: &str) -> String {
        let mut line: Vec<char> = converted.chars().collect();
        for (at, c) in from.chars().enumerate() {
            let Some((_, forms)) = FORMS.into_iter().find(|(form, _)| *form == c) else { continue };
            // Hong Kong writes 着 where simplified script does, and so 著 for what stays.
            if c == '著' && self.0.config() == Config::Hk2s {
                continue;
            }
            let Some(chosen) = line.get(at).copied().filter(|chosen| forms.contains(chosen)) else {
                continue;
            };
            let other = if chosen == forms[0] { forms[1] } else { forms[0] };
            if likelihood(&line, at, other) > likelihood(&line, at, chosen) + MARGIN
                && let Some(slot) = line.get_mut(at)
            {
                *slot = other;
            }
        }
        line.into_iter().collect()
    }
}

/// How likely the words around a character are when it is `form`, as a logarithm.
fn likelihood(line: &[char], at: usize, form: char) -> f64 {
    let from = at.saturating_sub(AROUND);
    let around = line.get(from..line.len().min(at + AROUND + 1)).unwrap_or_default();
    let text: String =
        around.iter().zip(from..).map(|(c, place)| if place == at { form } else { *c }).collect();
    Words::get().likelihood(&Line::new(&text))
}
