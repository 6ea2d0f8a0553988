//! Which reading of a simplified character of several readings stands in which context.
//!
//! Learnt from texts that were written in traditional script (`assets/words/README.md`): for each reading of a
//! character, how much what stands around speaks for it – the characters on both sides, one to three together, classes
//! of characters that are alike, and what OpenCC makes of it. The evidence is added up, and the reading with the most
//! wins; where the lead is small, words and what is spoken of have a say as well, and where grammar tells the form it
//! wins. The context is a few simplified characters to either side, so that a line of any length takes time in
//! proportion, and readings of neighbours need not be known.

use std::sync::LazyLock;

use super::hash::Mix;
use super::packed::{Packed, number};
use super::readings::Readings;
use super::{Config, Convert as _, Converter, Region};

mod abroad;
mod around;
mod beside;
mod family;
mod topic;
mod usage;
mod usages;
mod vote;
mod weights;

use abroad::Abroad;
pub(super) use around::{Around, Window};
use around::{CENTRE, REACH, is_alone, kinds};
use usage::usage;
use vote::vote;
use weights::Weights;

/// Those at which an ideograph speaks for a reading wherever it stands: who cooks eats noodles.
const ANYWHERE: [usize; 10] = [1, 2, 3, 4, 5, 7, 8, 9, 10, 11];

/// What the hashes of each kind of evidence begin with, or the first of several kinds; the same in `learn.py`.
const AROUND_FROM: u32 = 0;
const ALIKE_FROM: u32 = 20;
const REGIONAL_FROM: u32 = 40;
const ANYWHERE_FROM: u32 = 50;
const ABROAD: u32 = 52;
const BIAS: u32 = 60;
const CHOSEN: u32 = 61;

/// Kinds of characters that are a class each, after those of ideographs.
const MARKS: &str = "0a\n，。「、（）：";

/// What an ideograph is; the same in `learn.py`.
const IDEOGRAPHS: std::ops::Range<u32> = 0x3400..0xA000;

/// No character has more readings.
const MOST_READINGS: usize = 4;

/// A lead below which words are asked too, and one below which they are where what is spoken of may decide.
const CLOSE: i32 = 48;
const CLOSE_IN_TOPIC: i32 = 140;

/// How much of a weight is one e-fold of odds.
const UNIT: f32 = 16.0;

/// OpenCC's conversion to its own traditional standard, with the dictionaries of the program.
static STANDARD: LazyLock<Option<Converter>> = LazyLock::new(|| Converter::open_embedded(Config::S2t).ok());

static CONTEXTS: LazyLock<Contexts> = LazyLock::new(|| Contexts::read().unwrap_or_default());

/// What was learnt.
#[derive(Default)]
pub(super) struct Contexts {
    characters: Vec<Character>,
    /// For each character below U+10000 its number among these, from 1 on; 0 for one that has but one reading.
    open: Vec<u16>,
    /// The class of each character below U+10000, 0 for none.
    classes: Vec<u8>,
    abroad: Abroad,
}

/// A character of several readings.
struct Character {
    /// The forms of each reading, of which the first is the usual one.
    readings: Vec<Vec<char>>,
    /// What speaks for each reading but the first, against that.
    weights: Vec<Weights>,
}

/// How much speaks for each reading of a character, in sixteenths of an e-fold of odds, the first one's always 0.
pub(super) struct Evidence<'a> {
    readings: &'a [Vec<char>],
    sums: [i32; MOST_READINGS],
    /// What the neighbours, words and grammar alone say, however usual the readings are.
    around: [i32; MOST_READINGS],
}

impl Contexts {
    /// What was learnt, loaded when first asked for.
    pub(super) fn get() -> &'static Self {
        &CONTEXTS
    }

    fn read() -> Option<Self> {
        let mut package = Packed::open(include_bytes!("../../assets/words/contexts.zip"))?;
        let abroad = Abroad::of(&package.text("foreign.txt")?);
        let mut found = Self { open: vec![0; 1 << 16], classes: vec![0; 1 << 16], abroad, ..Self::default() };
        for (class, line) in package.text("classes.txt")?.lines().enumerate() {
            for c in line.chars() {
                *found.classes.get_mut(c as usize)? = u8::try_from(class + 1).ok()?;
            }
        }
        let classes = found.classes.iter().max().copied()?;
        for (mark, class) in MARKS.chars().zip(classes + 1..) {
            *found.classes.get_mut(mark as usize)? = class;
        }
        let [counts, keys, weights] = ["counts", "keys", "weights"].map(|member| package.bytes(member));
        let (counts, keys, weights) = (counts?, keys?, weights?);
        let (mut counts, mut keys, mut weights) = (counts.iter(), keys.iter(), weights.as_slice());
        for line in package.text("readings.txt")?.lines() {
            let (character, readings) = line.split_once(' ')?;
            let character = character.chars().next()?;
            let readings: Vec<Vec<char>> =
                readings.split(' ').map(|forms| forms.chars().collect()).take(MOST_READINGS).collect();
            let others = readings.iter().skip(1).map(|_| {
                let (own, rest) = weights.split_at_checked(number(&mut counts)? as usize)?;
                weights = rest;
                Weights::read(&mut keys, own)
            });
            let others = others.collect::<Option<_>>()?;
            found.characters.push(Character { readings, weights: others });
            *found.open.get_mut(character as usize)? = u16::try_from(found.characters.len()).ok()?;
        }
        Some(found)
    }

    /// Whether the character has readings that differ in meaning.
    pub(super) fn is_open(&self, c: char) -> bool {
        self.open.get(c as usize).is_some_and(|number| *number > 0)
    }

    /// What is known of a character of several readings.
    fn known(&self, c: char) -> Option<&Character> {
        let number = usize::from(*self.open.get(c as usize)?);
        self.characters.get(number.checked_sub(1)?)
    }

    /// The evidence for the readings of the character in the middle of `around`, which OpenCC reads as `chosen`, in
    /// a text for `region`; `None` where it has but one, or nothing stands beside it.
    pub(super) fn score(
        &self,
        around: &Around,
        chosen: Option<char>,
        region: Option<Region>,
    ) -> Option<Evidence<'_>> {
        let character = around.get(CENTRE).copied()?;
        let Character { readings, weights } = self.known(character).filter(|_| !is_alone(around))?;
        let mut sums = [0; MOST_READINGS];
        let add = |sums: &mut [i32; MOST_READINGS], key: Mix| {
            for (sum, weights) in sums.iter_mut().skip(1).zip(weights) {
                *sum += i32::from(weights.get(key.short()));
            }
        };
        self.each_neighbour(around, region, |key| add(&mut sums, key));
        let neighbours = sums;
        Self::each_habit(region, |key| add(&mut sums, key));
        let before = sums;
        let add_choice = |sums: &mut [i32; MOST_READINGS], form: char| {
            if let Some(chosen) = position(readings, form) {
                add(sums, Mix::default().then(CHOSEN).then(chosen));
            }
        };
        if let Some(chosen) = chosen {
            add_choice(&mut sums, chosen);
        }
        let mut evidence = Evidence { readings, sums, around: neighbours };
        let usage = usage(around);
        let lead = evidence.lead();
        // A phrase that made another form may be none.
        let is_told = || chosen.is_some_and(|chosen| chosen != Readings::get().first(character));
        if lead < CLOSE
            || lead < CLOSE_IN_TOPIC && topic::is_known(character) && (is_told() || topic::may_decide(around))
        {
            let vote = vote(around);
            // A phrase that cuts a word in two is none, and leaves the usual form.
            if vote.is_straddled {
                evidence.sums = before;
                add_choice(&mut evidence.sums, Readings::get().first(character));
            }
            // For a word of one character that no phrase reads OpenCC's choice is but the usual form.
            if vote.is_default {
                let quarters = if vote.topic.is_some() { 1 } else { 3 };
                for (sum, before) in evidence.sums.iter_mut().zip(before) {
                    *sum = before + (*sum - before) * quarters / 4;
                }
            }
            for (form, weight) in [vote.topic, vote.form].into_iter().flatten().filter(|_| usage.is_none()) {
                evidence.add(form, weight);
            }
        }
        if let Some((form, weight)) = usage {
            evidence.add(form, weight);
        } else if self.abroad.holds(around) {
            evidence.add(character, abroad::WEIGHT);
        }
        Some(evidence)
    }

    /// Calls `found` with the hash of each context that `around` is.
    fn each_neighbour(&self, around: &Around, region: Option<Region>, mut found: impl FnMut(Mix)) {
        let near = Places(kinds(around));
        let alike = Places(near.0.map(|kind| self.classes.get(kind as usize).copied().map_or(0, u32::from)));
        // The places that are looked at together, written out so that none is looked up: here the time goes.
        found(near.hash(AROUND_FROM, [5]));
        found(near.hash(AROUND_FROM + 1, [7]));
        found(near.hash(AROUND_FROM + 2, [4, 5]));
        found(near.hash(AROUND_FROM + 3, [7, 8]));
        found(near.hash(AROUND_FROM + 4, [5, 7]));
        found(near.hash(AROUND_FROM + 5, [3, 4, 5]));
        found(near.hash(AROUND_FROM + 6, [7, 8, 9]));
        found(near.hash(AROUND_FROM + 7, [4, 5, 7]));
        found(near.hash(AROUND_FROM + 8, [5, 7, 8]));
        found(alike.hash(ALIKE_FROM, [5]));
        found(alike.hash(ALIKE_FROM + 1, [7]));
        found(alike.hash(ALIKE_FROM + 2, [4, 5]));
        found(alike.hash(ALIKE_FROM + 3, [7, 8]));
        found(alike.hash(ALIKE_FROM + 4, [5, 7]));
        let near_by = ANYWHERE.into_iter().filter_map(|place| near.0.get(place).copied());
        for kind in near_by.filter(|kind| IDEOGRAPHS.contains(kind)) {
            found(Mix::default().then(ANYWHERE_FROM).then(kind));
        }
        if let Some([before, after]) = self.abroad.around(&near.0) {
            found(Mix::default().then(ABROAD).then(before).then(after));
        }
        if region.is_some() {
            let start = |index| Mix::default().then(index).then(code(region));
            found(near.hash_after(start(REGIONAL_FROM + 1), [5]));
            found(near.hash_after(start(REGIONAL_FROM + 2), [7]));
        }
    }

    /// Calls `found` with the hashes of what is usual, in the region and everywhere.
    fn each_habit(region: Option<Region>, mut found: impl FnMut(Mix)) {
        if region.is_some() {
            found(Mix::default().then(REGIONAL_FROM).then(code(region)));
        }
        found(Mix::default().then(BIAS));
    }

    /// What OpenCC makes of `text`.
    pub(super) fn by_opencc(text: &str) -> String {
        STANDARD.as_ref().map_or_else(|| text.to_owned(), |standard| standard.convert(text))
    }

    /// `text` in OpenCC's traditional standard, each character of several readings as its context says.
    pub(super) fn convert(&self, text: &str, region: Option<Region>) -> String {
        let converted = Self::by_opencc(text);
        if characters(text) != characters(&converted) {
            return converted;
        }
        let mut read = String::with_capacity(converted.len() + 16);
        // What is copied at once: all between two characters that are read otherwise.
        let mut copied = 0;
        let mut window = Window::new(text);
        for ((at, chosen), c) in converted.char_indices().zip(text.chars()) {
            if !self.is_open(c) {
                window.pass();
                continue;
            }
            let Some(around) = window.next() else { break };
            let best = self.score(&around, Some(chosen), region).and_then(|evidence| evidence.best(chosen));
            if let Some(form) = best.filter(|form| *form != chosen) {
                read.push_str(converted.get(copied..at).unwrap_or_default());
                read.push(form);
                copied = at + chosen.len_utf8();
            }
        }
        read.push_str(converted.get(copied..).unwrap_or_default());
        read
    }
}

/// What stands at each place of a context.
struct Places([u32; 2 * REACH + 1]);

impl Places {
    /// A hash of what stands at some of them, by what kind of evidence it is.
    fn hash<const N: usize>(&self, kind: u32, places: [usize; N]) -> Mix {
        self.hash_after(Mix::default().then(kind), places)
    }

    fn hash_after<const N: usize>(&self, start: Mix, places: [usize; N]) -> Mix {
        let stands = |place: usize| self.0.get(place).copied().unwrap_or_default();
        places.into_iter().fold(start, |hash, place| hash.then(stands(place)))
    }
}

impl Evidence<'_> {
    /// By how much the likeliest reading leads.
    fn lead(&self) -> i32 {
        let (first, second) =
            self.sums.iter().take(self.readings.len()).fold((i32::MIN, i32::MIN), |two, sum| {
                if *sum > two.0 { (*sum, two.0) } else { (two.0, two.1.max(*sum)) }
            });
        first.saturating_sub(second)
    }

    /// Adds to the evidence for a form.
    fn add(&mut self, form: char, weight: i32) {
        let position = position(self.readings, form).map(|position| position as usize);
        for sums in [&mut self.sums, &mut self.around] {
            if let Some(sum) = position.and_then(|position| sums.get_mut(position)) {
                *sum += weight;
            }
        }
    }

    /// The form for which most speaks; where that is another form of the reading of `chosen`, then `chosen`. `None`
    /// where `chosen` is none of the readings.
    pub(super) fn best(&self, chosen: char) -> Option<char> {
        let of = position(self.readings, chosen)?;
        let sums = (0_u32..).zip(self.sums).take(self.readings.len());
        // The first of equals.
        let (best, _) = sums.max_by_key(|(index, sum)| (*sum, std::cmp::Reverse(*index)))?;
        if best == of { Some(chosen) } else { self.readings.get(best as usize)?.first().copied() }
    }

    /// The usual form of each reading.
    pub(super) fn forms(&self) -> impl Iterator<Item = char> {
        self.readings.iter().filter_map(|forms| forms.first().copied())
    }

    /// How much more speaks for the form `one` than for `other`, in e-folds of odds; 0 where they are forms of one
    /// reading, `None` where either is no reading.
    pub(super) fn margin(&self, one: char, other: char) -> Option<f32> {
        self.difference(&self.sums, one, other)
    }

    /// The same of what neighbours, words and grammar alone say, however usual the forms are.
    pub(super) fn margin_around(&self, one: char, other: char) -> Option<f32> {
        self.difference(&self.around, one, other)
    }

    fn difference(&self, sums: &[i32; MOST_READINGS], one: char, other: char) -> Option<f32> {
        let sum = |form| sums.get(position(self.readings, form)? as usize).copied();
        let margin = i16::try_from(sum(one)? - sum(other)?).unwrap_or(i16::MAX);
        Some(f32::from(margin) / UNIT)
    }
}

/// The number of a region in the hashes; the same in `learn.py`.
const fn code(region: Option<Region>) -> u32 {
    match region {
        None => 0,
        Some(Region::Tw) => 1,
        Some(Region::Hk) => 2,
    }
}

/// Which of the readings has the form.
fn position(readings: &[Vec<char>], form: char) -> Option<u32> {
    (0..).zip(readings).find(|(_, forms)| forms.contains(&form)).map(|(index, _)| index)
}

fn characters(text: &str) -> usize {
    text.bytes().filter(|byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_are_whole() {
        let contexts = Contexts::get();
        let weights = contexts.characters.iter().flat_map(|character| &character.weights);
        assert!(contexts.characters.len() > 150 && weights.map(Weights::len).sum::<usize>() > 100_000);
        assert!(contexts.is_open('发') && !contexts.is_open('我') && !contexts.is_open('𠀀'));
        for Character { readings, weights } in &contexts.characters {
            assert!(readings.len() > 1 && readings.iter().all(|forms| !forms.is_empty()));
            assert_eq!(weights.len() + 1, readings.len());
        }
    }
}
