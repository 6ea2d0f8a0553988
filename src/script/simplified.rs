//! Simplifying characters that simplified script keeps in some words alone: 看著 is 看着, 著作 stays.
//!
//! Where OpenCC's phrases say nothing it takes one form for all. Here both are tried, and the one that makes the
//! likelier words with its neighbours stands ([`Words`]).

use std::ops::Range;

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

/// How many characters the phrases have that are looked for.
const LONGEST_PHRASE: usize = 4;

/// What stands before and after a character that is kept though words say nothing of it: a classic's 著 is written, and
/// he 著 something.
const KEPT: [(char, &str, &str); 3] =
    [('著', "原新旧遗拙所", ""), ('著', "，。；、\n他她其另曾并", "有"), ('夥', "甚颇", "")];

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
        let from: Vec<char> = from.chars().collect();
        let from = from.as_slice();
        for (at, c) in from.iter().copied().enumerate() {
            let Some((_, forms)) = FORMS.into_iter().find(|(form, _)| *form == c) else { continue };
            // Hong Kong writes 着 where simplified script does, and so 著 for what stays.
            if c == '著' && self.0.config() == Config::Hk2s {
                continue;
            }
            let Some(chosen) = line.get(at).copied().filter(|chosen| forms.contains(chosen)) else {
                continue;
            };
            let is_usual = chosen == forms[0];
            let other = if is_usual { forms[1] } else { forms[0] };
            let lead = || likelihood(&line, at, other) - likelihood(&line, at, chosen);
            // What is kept is so by a phrase, which stands unless it cuts a word in two.
            let is_wrong = if is_usual {
                is_kept(&line, at, c) || lead() > MARGIN
            } else {
                self.is_straddled(from, &line, at, other) && lead() > 0.0
            };
            if is_wrong && let Some(slot) = line.get_mut(at) {
                *slot = other;
            }
        }
        line.into_iter().collect()
    }

    /// Whether the phrase that keeps a character of the traditional text begins or ends within a word when it is `other`:
    /// 著名 in 看著名單.
    fn is_straddled(&self, from: &[char], line: &[char], at: usize, other: char) -> bool {
        let Some(phrase) = self.phrase(from, at) else { return true };
        let start = at.saturating_sub(AROUND);
        let words = Words::get().cut(&Line::new(&around(line, at, other)));
        let mut words = words.into_iter().map(|word| start + word.start..start + word.end);
        // A word that has the whole phrase in it cuts none.
        words.any(|word| {
            let is_whole = word.start <= phrase.start && phrase.end <= word.end;
            let is_within = |edge: usize| word.start < edge && edge < word.end;
            !is_whole && (is_within(phrase.start) || is_within(phrase.end))
        })
    }

    /// The shortest part of the traditional text in which the character is kept.
    fn phrase(&self, from: &[char], at: usize) -> Option<Range<usize>> {
        let parts = (2..=LONGEST_PHRASE).flat_map(|length| {
            (at.saturating_sub(length - 1)..=at).rev().map(move |start| start..start + length)
        });
        parts.into_iter().find(|part| {
            let text: String = from.get(part.clone()).unwrap_or_default().iter().collect();
            self.0.convert(&text).chars().nth(at - part.start) == from.get(at).copied()
        })
    }
}

/// Whether the character `c` of the traditional text is kept by what stands beside it.
fn is_kept(line: &[char], at: usize, c: char) -> bool {
    let before = at.checked_sub(1).and_then(|at| line.get(at)).unwrap_or(&'\n');
    let after = line.get(at + 1).unwrap_or(&'\n');
    let is_one_of = |wanted: &str, c: &char| wanted.is_empty() || wanted.contains(*c);
    KEPT.iter().any(|(kept, left, right)| *kept == c && is_one_of(left, before) && is_one_of(right, after))
}

/// How likely the words around a character are when it is `form`, as a logarithm.
fn likelihood(line: &[char], at: usize, form: char) -> f64 {
    Words::get().likelihood(&Line::new(&around(line, at, form)))
}

/// What stands around a character when it is `form`.
fn around(line: &[char], at: usize, form: char) -> String {
    let from = at.saturating_sub(AROUND);
    let near = line.get(from..line.len().min(at + AROUND + 1)).unwrap_or_default();
    near.iter().zip(from..).map(|(c, place)| if place == at { form } else { *c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_phrase_keeps_stays_and_what_is_written_is_kept() {
        let simplified = Simplified::open(Config::Tw2s).unwrap();
        for (text, expected) in [
            ("乾清宮裡很乾淨", "乾清宫里很干净"),
            ("他著有一書，望著有些人", "他著有一书，望着有些人"),
            ("原著和新著，擦著", "原著和新著，擦着"),
            ("獲益甚夥，合夥", "获益甚夥，合伙"),
            ("宮商角徵羽與徵兆", "宫商角徵羽与征兆"),
            ("看著名單，看著作業本，著名的人", "看着名单，看着作业本，著名的人"),
            ("討論著作品的好壞，他的著作", "讨论着作品的好坏，他的著作"),
        ] {
            assert_eq!(simplified.convert(text), expected);
        }
    }
}
