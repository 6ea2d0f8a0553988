//! Review: where a text looks damaged by an earlier conversion, and where converting it needs a choice.
//!
//! A *scar* is a traditional character that stands for the wrong reading of its simplified form: 製約 for 制約, 不斷髮展
//! for 不斷發展. Each line goes to simplified and carefully back ([`super::careful`]); where the text differs from
//! that, regional variants aside, one of the two is wrong. What decides is the [`Clue`]: whether a converter without
//! words would have made the very same mistake, whether the word is known, whether the character stands alone.
//! Measured by reading every find: of 15 sure ones in a damaged text of 64,545 characters 13 are scars and 2 are a
//! form that the text writes otherwise elsewhere; in 36,000 characters of clean text none is sure.
//!
//! A *choice* is a character of several readings that neither phrase nor word decides.

use std::collections::BTreeMap;
use std::ops::Range;

use super::careful;
use super::readings::Readings;
use super::words::{Line, Words, lines};
use super::{Config, Convert as _, ConvertError, Converter, Detected, DetectedScript, Region};
use crate::text::SourceRange;

mod choices;

pub use choices::{Candidate, Choice};

/// How many scars of the kind that only machines make show that a machine has converted a text: at least two, and
/// one for so many bytes. Clean texts of 36,000 characters had none.
const BYTES_A_STRADDLED: usize = 150_000;

/// What is left of the confidence in all other clues where that is not shown: people write 那隻 and 製茶 as well.
const UNPROVEN: f32 = 0.7;

/// From this confidence on a scar is a sure one.
pub const SURE: f32 = 0.8;

/// A known word has to be at least so frequent for its spelling alone to be evidence (counts of the dictionary).
const FREQUENT: u32 = 50;

/// A place where the text looks like the product of a wrong conversion.
#[derive(Clone, Debug, PartialEq)]
pub struct Scar {
    /// The character.
    pub range: SourceRange,
    /// The word or phrase it is in; the character itself where it stands alone.
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
    /// A converter that takes the longest phrase reads it so, by a phrase that runs over the boundary of a word:
    /// 嚴重製約.
    Straddled,
    /// A converter reads it so, by a phrase of words of one character each: 併為.
    Joined,
    /// The word is a known and frequent or a long one and is written otherwise: 鍊鋼.
    Misspelt,
    /// The simplified form stands as a word of its own: 創新干.
    Unconverted,
    /// The form of a common word stands in what looks like a name: 塔裏克.
    InName,
    /// The text has the rarer reading, and nothing else speaks against it.
    Rare,
}

impl Clue {
    /// How likely it is that the place is a scar in a text that a machine has converted, 0 to 1: about the share of
    /// true ones among those that were read.
    pub const fn confidence(self) -> f32 {
        match self {
            Self::Straddled => 0.95,
            Self::Joined => 0.85,
            Self::Misspelt | Self::Unconverted => 0.8,
            // 塔裏克 is one, 往江裏丟 is none.
            Self::InName => 0.6,
            Self::Rare => 0.4,
        }
    }

    /// A name that stays the same from version to version.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Straddled => "straddled",
            Self::Joined => "joined",
            Self::Misspelt => "misspelt",
            Self::Unconverted => "unconverted",
            Self::InName => "in-name",
            Self::Rare => "rare",
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
    let scars = Scars::open(detected)?;
    let mut start = 0;
    for text in lines(text) {
        if !go_on(start) {
            return Ok(None);
        }
        let line = Line::new(text);
        choices.add(&line, start);
        if let Some(scars) = &scars {
            scars.find(&line, start, &mut found.scars);
        }
        start += text.len();
    }
    let straddled = found.scars.iter().filter(|scar| scar.clue == Clue::Straddled).count();
    if straddled < (text.len() / BYTES_A_STRADDLED).max(2) {
        for scar in found.scars.iter_mut().filter(|scar| scar.clue != Clue::Straddled) {
            scar.confidence *= UNPROVEN;
        }
    }
    found.scars.sort_by_key(|scar| !scar.is_sure());
    found.choices = choices.finish();
    if let Some(scars) = &scars {
        found.readings = scars.readings(&found.scars);
    }
    Ok(Some(found))
}

/// Looks for scars.
struct Scars {
    simplify: Converter,
    /// To the standard of the document's region.
    region: Option<Converter>,
}

/// A line as it is, simplified, and converted back.
struct Readout<'a> {
    line: &'a Line<'a>,
    simple: &'a Line<'a>,
    careful: Vec<char>,
    /// The unit that each character was converted in.
    units: Vec<Range<usize>>,
    /// The phrase, or the character alone, that OpenCC converts each character in.
    spans: Vec<(Range<usize>, char)>,
}

impl Scars {
    /// `None` for texts that have none: those that are not traditional.
    fn open(detected: &Detected) -> Result<Option<Self>, ConvertError> {
        if !matches!(detected.script, DetectedScript::Hant | DetectedScript::Mixed) {
            return Ok(None);
        }
        let region = match detected.region {
            None => None,
            Some(Region::Tw) => Some(Converter::open_embedded(Config::T2tw)?),
            Some(Region::Hk) => Some(Converter::open_embedded(Config::T2hk)?),
        };
        Ok(Some(Self { simplify: Converter::open_embedded(Config::T2s)?, region }))
    }

    fn find(&self, line: &Line<'_>, start: usize, scars: &mut Vec<Scar>) {
        let simple = self.simplify.convert(line.part(0..line.len()));
        let simple = Line::new(&simple);
        if simple.len() != line.len() || !is_traditional(line, &simple) {
            return;
        }
        let readout = Readout::new(line, &simple);
        for index in 0..line.len() {
            let Some((found, expected, clue)) = readout.clue(index) else { continue };
            let range = |range: Range<usize>| {
                SourceRange::new(start + line.byte(range.start), start + line.byte(range.end))
            };
            scars.push(Scar {
                range: range(index..index + 1),
                word: range(readout.word(index)),
                found,
                suggested: self.in_region(expected),
                clue,
                confidence: clue.confidence(),
            });
        }
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
        let converted = self.region.as_ref().map(|region| region.convert(c.encode_utf8(&mut [0; 4])));
        converted.and_then(|converted| converted.chars().next()).unwrap_or(c)
    }
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

impl<'a> Readout<'a> {
    fn new(line: &'a Line<'a>, simple: &'a Line<'a>) -> Self {
        let readings = Readings::get();
        let (careful, parts) = careful::convert(simple);
        let units =
            parts.into_iter().flat_map(|part| std::iter::repeat_n(part.clone(), part.len())).collect();
        let mut spans = Vec::with_capacity(line.len());
        for span in readings.spans(simple, 0..simple.len()) {
            let phrase = span.phrase.map(|phrase| phrase.chars().collect::<Vec<_>>());
            for (within, index) in span.range.clone().enumerate() {
                let of_phrase = phrase.as_ref().and_then(|phrase| phrase.get(within).copied());
                let of_character = simple.char(index).map(|c| readings.first(c));
                spans.push((span.range.clone(), of_phrase.or(of_character).unwrap_or_default()));
            }
        }
        Self { line, simple, careful, units, spans }
    }

    /// The word that a character is in; where it stands alone, the phrase that a converter takes it for part of.
    fn word(&self, index: usize) -> Range<usize> {
        let alone = index..index + 1;
        let unit = self.units.get(index).cloned().unwrap_or_else(|| alone.clone());
        if unit.len() > 1 {
            return unit;
        }
        self.spans.get(index).map_or(alone, |(span, _)| span.clone())
    }

    /// What stands at a character, what should stand there, and why; `None` where nothing is odd.
    fn clue(&self, index: usize) -> Option<(char, char, Clue)> {
        let readings = Readings::get();
        let (found, simple) = (self.line.char(index)?, self.simple.char(index)?);
        let expected = *self.careful.get(index)?;
        if readings.folded(found) == readings.folded(expected) || !readings.is_ambiguous(simple) {
            return None;
        }
        let (unit, (span, plain)) = (self.units.get(index)?, self.spans.get(index)?);
        let repeated = readings.folded(*plain) == readings.folded(found);
        let clue = if unit.len() > 1 {
            self.clue_in_word(unit, span, repeated)
        } else if repeated && span.len() > 1 {
            if found == simple && readings.is_kept_in_names(simple) { Clue::Rare } else { Clue::Joined }
        } else if found == simple {
            let stands_in_name = readings.is_kept_in_names(simple) || self.has_rare_neighbour(index);
            if stands_in_name { Clue::Rare } else { Clue::Unconverted }
        } else if expected == simple && readings.is_kept_in_names(simple) {
            Clue::InName
        } else {
            Clue::Rare
        };
        Some((found, expected, clue))
    }

    fn clue_in_word(&self, unit: &Range<usize>, span: &Range<usize>, repeated: bool) -> Clue {
        let crosses = span.start < unit.start || span.end > unit.end;
        let word = self.simple.part(unit.clone());
        // Words of two characters are short enough to be met by chance: 卷进 in 陋卷进呈.
        let is_frequent = unit.len() > 2 || Words::get().frequency(word) >= FREQUENT;
        match (repeated, crosses) {
            (true, true) => Clue::Straddled,
            (false, _) if is_frequent || Readings::get().phrase(word).is_none() => Clue::Misspelt,
            _ => Clue::Rare,
        }
    }

    /// Whether a word of one character that is seldom one stands beside: a name then, as likely as not.
    fn has_rare_neighbour(&self, index: usize) -> bool {
        let is_rare = |index: Option<usize>| {
            let Some(index) = index.filter(|index| self.simple.is_han(*index)) else { return false };
            let alone = self.units.get(index).is_some_and(|unit| unit.len() == 1);
            alone && self.simple.char(index).is_some_and(|c| !Words::get().is_common(c))
        };
        is_rare(index.checked_sub(1)) || is_rare(Some(index + 1))
    }
}
