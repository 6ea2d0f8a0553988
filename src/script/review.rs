//! Review: where a text looks damaged by an earlier conversion, and where converting it needs a choice.
//!
//! A *scar* is a traditional character that stands for the wrong reading of its simplified form: 製約 for 制約, 不斷髮展
//! for 不斷發展. Each line goes to simplified script, and what stands around a character of several readings is
//! weighed ([`Contexts`]): where it speaks for another reading than the text has, one of the two is wrong. How likely
//! that is follows from the margin, from whether a converter makes the very same mistake, and from the rest of the
//! text: a form that stands again and again beside the same character is a name or a usage, unless a converter writes
//! it so.
//!
//! A *choice* is a character of several readings that neither phrase nor word decides.

use std::collections::BTreeMap;
use std::ops::Range;

use super::contexts::{Contexts, Evidence, Window};
use super::hash::Table;
use super::readings::Readings;
use super::words::{Line, Words, lines};
use super::{Config, Convert as _, ConvertError, Converter, Detected, DetectedScript, Region};
use crate::text::SourceRange;

mod choices;
mod odds;
mod pairs;

pub use choices::{Candidate, Choice};
use odds::Margins;
use pairs::{
    REGIONAL, SETTLED, SETTLED_AT_HOME, SETTLED_IN_HONG_KONG, SOMETIMES, WORDS_AT_HOME, WORDS_OF_HONG_KONG,
    is_either, is_of, is_pair,
};

/// How many scars that a converter makes show that a machine has converted a text, if so much speaks for them: at
/// least two, one for so many bytes, and one for two places where the text is right and a converter is not.
const BYTES_A_REPEATED: usize = 60_000;
const PROOF: f32 = 0.75;

/// What is left of the confidence where that is not shown: people write 製茶 and 那隻 as well.
const UNPROVEN: f32 = 0.55;

/// From this confidence on a scar is a sure one: of all sure ones nine in ten are scars.
pub const SURE: f32 = 0.6;

/// How often a form stands beside the same character in what is a name or a usage of the text.
const USUAL: u32 = 3;

/// A place where the text looks like the product of a wrong conversion.
#[derive(Clone, Debug, PartialEq)]
pub struct Scar {
    /// The character.
    pub range: SourceRange,
    /// The word it is in; the character itself where it stands alone.
    pub word: SourceRange,
    /// What the text has.
    pub found: char,
    /// What it should have, in the standard of the document's region.
    pub suggested: char,
    /// What makes it look so.
    pub clue: Clue,
    /// How likely it is that the place is a scar, 0 to 1.
    pub confidence: f32,
}

/// Why a place looks like a scar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Clue {
    /// A converter makes this form of the simplified one here, and the context speaks for another: 嚴重製約.
    Repeated,
    /// The form is the one that a converter without words would take: 不準.
    Usual,
    /// The simplified form was left as it is: 制種 for 製種.
    Unconverted,
    /// The context speaks for another form, though no converter known here makes this one.
    Context,
}

impl Clue {
    /// A name that stays the same from version to version.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Repeated => "repeated",
            Self::Usual => "usual",
            Self::Unconverted => "unconverted",
            Self::Context => "context",
        }
    }
}

impl Scar {
    /// Whether it belongs to those that are shown first.
    pub fn is_sure(&self) -> bool {
        self.confidence >= SURE
    }
}

/// What was found in a text.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// Sure ones first, then the rest, each in the order of the text.
    pub scars: Vec<Scar>,
    /// What needs a choice when the text is converted, the most doubtful first.
    pub choices: Vec<Choice>,
    /// What could stand in the place of each character that is a scar, in the standard of the document's region.
    pub readings: BTreeMap<char, Vec<Candidate>>,
}

/// Reviews `text` of which `detected` is known. `go_on` is told before each line, and before each part of a very long
/// one, how many bytes are done; `None` when it says no.
///
/// # Errors
/// When OpenCC's dictionaries, which are part of the program, cannot be opened.
pub fn review(
    text: &str,
    detected: &Detected,
    go_on: &dyn Fn(usize) -> bool,
) -> Result<Option<Review>, ConvertError> {
    let mut found = Review::default();
    let mut choices = choices::Collector::new(detected);
    let mut scars = Scars::open(detected)?;
    let mut start = 0;
    for text in lines(text) {
        if !go_on(start) {
            return Ok(None);
        }
        let line = Line::new(text);
        choices.add(&line, start);
        if let Some(scars) = &mut scars {
            scars.find(&line, start, &mut found.scars);
        }
        start += text.len();
    }
    if let Some(scars) = &mut scars {
        scars.judge(text, &mut found.scars);
    }
    found.scars.sort_by_key(|scar| !scar.is_sure());
    found.choices = choices.finish();
    if let Some(scars) = &scars {
        found.readings = scars.readings(&found.scars);
    }
    Ok(Some(found))
}

/// What the context says of a form.
struct Verdict {
    /// What should stand instead.
    expected: char,
    margins: Margins,
    /// How likely it is among all that could stand instead.
    share: f32,
}

/// Looks for scars.
struct Scars {
    simplify: Converter,
    region: Option<Region>,
    /// To the standard of the document's region.
    standard: Option<Converter>,
    /// How often each form stands beside a character, and on which side.
    beside: Table<(char, char, bool), u32>,
    /// The characters beside each scar so far, in order.
    neighbours: Vec<[Option<char>; 2]>,
    /// In how many places the context speaks for what the text has and against what a converter makes.
    untouched: usize,
}

impl Scars {
    /// `None` for texts that have none: those that are not traditional.
    fn open(detected: &Detected) -> Result<Option<Self>, ConvertError> {
        if !matches!(detected.script, DetectedScript::Hant | DetectedScript::Mixed) {
            return Ok(None);
        }
        let (simplify, standard) = match detected.region {
            None => (Config::T2s, None),
            Some(Region::Tw) => (Config::Tw2s, Some(Config::T2tw)),
            Some(Region::Hk) => (Config::Hk2s, Some(Config::T2hk)),
        };
        let standard = standard.map(Converter::open_embedded).transpose()?;
        let simplify = Converter::open_embedded(simplify)?;
        let (region, beside, neighbours) = (detected.region, Table::default(), Vec::new());
        Ok(Some(Self { simplify, region, standard, beside, neighbours, untouched: 0 }))
    }

    fn find(&mut self, line: &Line<'_>, start: usize, scars: &mut Vec<Scar>) {
        let text = self.simplify.convert(line.part(0..line.len()));
        let simple = Line::new(&text);
        if simple.len() != line.len() || !is_traditional(line, &simple) || is_spaced_out(line) {
            return;
        }
        let contexts = Contexts::get();
        let converted: Vec<char> = Contexts::by_opencc(&text).chars().collect();
        let (mut words, mut spans) = (None, None);
        for (index, around) in Window::new(&text).enumerate() {
            let (Some(simplified), Some(found)) = (simple.char(index), line.char(index)) else { break };
            if !contexts.is_open(simplified) {
                continue;
            }
            let beside =
                [index.checked_sub(1), Some(index + 1)].map(|place| place.and_then(|at| simple.char(at)));
            for (neighbour, after) in beside.into_iter().zip([false, true]) {
                *self.beside.entry((found, neighbour.unwrap_or('\n'), after)).or_default() += 1;
            }
            let by_opencc = converted.get(index).copied();
            let Some(evidence) = contexts.score(&around, by_opencc, self.region) else { continue };
            self.untouched += usize::from(is_untouched(&evidence, found, by_opencc));
            let Some(Verdict { expected, margins, share }) = self.verdict(&evidence, found) else { continue };
            let folded = |c: char| Readings::get().folded(c);
            let clue = if by_opencc.is_some_and(|made| folded(made) == folded(found)) {
                Clue::Repeated
            } else if found == simplified {
                Clue::Unconverted
            } else if Readings::get().first(simplified) == found {
                Clue::Usual
            } else {
                Clue::Context
            };
            let spans = spans
                .get_or_insert_with(|| Readings::get().spans(&simple, 0..simple.len()).collect::<Vec<_>>());
            let is_read = spans.iter().any(|span| span.range.contains(&index) && span.phrase.is_some());
            let words = words.get_or_insert_with(|| Words::get().cut(&simple));
            let range = |range: Range<usize>| {
                SourceRange::new(start + line.byte(range.start), start + line.byte(range.end))
            };
            let word = words.iter().find(|word| word.contains(&index)).cloned();
            self.neighbours.push(beside);
            scars.push(Scar {
                range: range(index..index + 1),
                word: range(word.unwrap_or(index..index + 1)),
                found,
                suggested: self.in_region(expected),
                clue,
                confidence: odds::confidence(clue, margins, is_read) * share,
            });
        }
    }

    /// What should stand instead of `found`; `None` where it is right, or is no form of the character.
    fn verdict(&self, evidence: &Evidence<'_>, found: char) -> Option<Verdict> {
        let readings = Readings::get();
        let others = evidence.forms().filter(|form| readings.folded(*form) != readings.folded(found));
        let margins: Vec<(char, f32)> = others
            .filter_map(|form| {
                let margin = evidence.margin(form, found);
                let margin = margin.or_else(|| evidence.margin(form, readings.folded(found)))?;
                let is_settled =
                    self.region == Some(Region::Hk) && is_pair(SETTLED_IN_HONG_KONG, found, form);
                Some((form, if is_settled { margin + SETTLED } else { margin }))
            })
            .collect();
        let (expected, margin) =
            margins.iter().copied().max_by(|(_, one), (_, other)| one.total_cmp(other))?;
        let odds: f32 = margins.iter().map(|(_, other)| odds::against(other - margin)).sum();
        let around = evidence.margin_around(expected, found);
        let around = around.or_else(|| evidence.margin_around(expected, readings.folded(found)))?;
        let margins = Margins { all: margin, around };
        (margin > 0.0).then_some(Verdict { expected, margins, share: 1.0 / odds })
    }

    /// Lowers the confidence in `scars`, which are all that were found, by what the whole text shows.
    fn judge(&self, text: &str, scars: &mut [Scar]) {
        let is_proof = |(scar, beside): &(&Scar, &[Option<char>; 2])| {
            let is_usage = is_either(scar, **beside) || is_of(REGIONAL, scar);
            scar.clue == Clue::Repeated && scar.confidence >= PROOF && !is_usage
        };
        let repeated = scars.iter().zip(&self.neighbours).filter(is_proof).count();
        let is_proven = repeated >= (text.len() / BYTES_A_REPEATED).max(self.untouched / 2).max(2);
        let settled = self.settled(text);
        for (scar, beside) in scars.iter_mut().zip(&self.neighbours) {
            if !is_proven {
                scar.confidence *= UNPROVEN;
            }
            // A converter writes whatever it writes again and again; what it leaves alone may be a name.
            let is_made = is_proven && scar.clue != Clue::Unconverted && !is_of(SOMETIMES, scar);
            let is_settled = settled.iter().any(|pairs| is_of(pairs, scar));
            if self.is_usual(scar, *beside) && !is_made
                || is_either(scar, *beside) && !is_settled && !self.is_odd(scar, *beside)
            {
                scar.confidence *= 0.5;
            }
        }
    }

    /// The pairs of which texts of this one's home write but one.
    fn settled(&self, text: &str) -> &'static [&'static str] {
        let is_at_home = || {
            WORDS_OF_HONG_KONG.split(' ').filter(|word| text.contains(word)).nth(WORDS_AT_HOME - 1).is_some()
        };
        match self.region {
            Some(Region::Hk) if is_at_home() => &[SETTLED_IN_HONG_KONG, SETTLED_AT_HOME],
            Some(Region::Hk) => &[SETTLED_IN_HONG_KONG],
            _ => &[],
        }
    }

    /// How often what the scar has and what it should have stand beside its neighbour on one side.
    fn counts(&self, scar: &Scar, neighbour: Option<char>, after: bool) -> [u32; 2] {
        let neighbour = neighbour.unwrap_or('\n');
        [scar.found, scar.suggested]
            .map(|form| self.beside.get(&(form, neighbour, after)).copied().unwrap_or(0))
    }

    /// Whether the text has the form again and again beside the same character and never the other, which no
    /// converter does.
    fn is_usual(&self, scar: &Scar, beside: [Option<char>; 2]) -> bool {
        let sides = beside.into_iter().zip([false, true]).filter(|(neighbour, _)| is_name_part(*neighbour));
        let mut counts = sides.map(|(neighbour, after)| self.counts(scar, neighbour, after));
        (scar.clue != Clue::Repeated || is_of(SOMETIMES, scar))
            && counts.any(|[found, suggested]| found >= USUAL && suggested == 0)
    }

    /// Whether the text has the other form in the same word, more often and more than once or twice.
    fn is_odd(&self, scar: &Scar, beside: [Option<char>; 2]) -> bool {
        let is_in_word = [scar.word.start < scar.range.start, scar.range.end < scar.word.end];
        let sides =
            beside.into_iter().zip([false, true]).zip(is_in_word).filter(|(_, is_in_word)| *is_in_word);
        let mut counts = sides.map(|((neighbour, after), _)| self.counts(scar, neighbour, after));
        counts.any(|[found, suggested]| suggested > found && suggested >= USUAL)
    }

    /// What could stand in the place of each character that is a scar.
    fn readings(&self, scars: &[Scar]) -> BTreeMap<char, Vec<Candidate>> {
        let simple = |c: char| self.simplify.convert(c.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(c);
        let found: BTreeMap<char, char> = scars.iter().map(|scar| (scar.found, simple(scar.found))).collect();
        let examples = choices::examples(found.values().copied());
        let of_scar = |(found, simple): (char, char)| {
            let forms = Readings::get().candidates(simple).iter();
            let candidates = forms.map(|form| Candidate {
                form: self.in_region(*form),
                examples: examples.get(&(simple, *form)).cloned().unwrap_or_default(),
            });
            (found, candidates.collect())
        };
        found.into_iter().map(of_scar).collect()
    }

    fn in_region(&self, c: char) -> char {
        let converted = self.standard.as_ref().map(|standard| standard.convert(c.encode_utf8(&mut [0; 4])));
        converted.and_then(|converted| converted.chars().next()).unwrap_or(c)
    }
}

/// Whether the context speaks for `found` and against what a converter makes.
fn is_untouched(evidence: &Evidence<'_>, found: char, by_opencc: Option<char>) -> bool {
    let found = Readings::get().folded(found);
    by_opencc.and_then(|made| evidence.margin(found, made)).is_some_and(|margin| margin > 0.0)
}

/// Whether names may have the character.
fn is_name_part(neighbour: Option<char>) -> bool {
    neighbour.is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// Whether most ideographs of the line have none beside them: what stands around a character is not known then.
fn is_spaced_out(line: &Line<'_>) -> bool {
    let ideographs = (0..line.len()).filter(|index| line.is_han(*index));
    let (all, beside) = ideographs
        .fold((0, 0), |(all, beside), index| (all + 1, beside + usize::from(line.is_han(index + 1))));
    beside * 2 < all
}

/// Whether more characters of the line are traditional than simplified; a quotation in simplified script has no
/// scars.
fn is_traditional(line: &Line<'_>, simple: &Line<'_>) -> bool {
    let readings = Readings::get();
    let (mut traditional, mut simplified) = (0, 0);
    for (c, simple) in line.chars().iter().zip(simple.chars()) {
        let candidates = readings.candidates(*simple);
        traditional += usize::from(c != simple);
        simplified += usize::from(c == simple && !candidates.is_empty() && !candidates.contains(c));
    }
    traditional > simplified
}
