//! What a review has found, how each find stands, and which of them the reader is at.

mod action;
pub mod done;
pub(super) mod job;
pub mod picks;
mod update;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

pub use action::ReviewAction;

use super::OpenDocument;
use crate::script::{Candidate, Decision, Dictionary, OwnWord, Review, Script, Toward, always_read};
use crate::text::SourceRange;

/// A place that wants a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Find {
    /// The character.
    pub place: SourceRange,
    /// What it is.
    pub kind: FindKind,
}

/// What a find is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindKind {
    /// The scar of that 0-based index in the review.
    Scar(usize),
    /// One of the places of the choice of that 0-based index in the review.
    Choice(usize),
}

/// All finds of a review, in the order in which they are gone through.
#[derive(Debug, Default)]
pub struct Finds {
    review: Review,
    /// Sure scars, doubtful scars, choices by word.
    list: Vec<Find>,
    /// How many of them are sure scars, and how many are scars.
    sure: usize,
    scars: usize,
    /// For each choice the 0-based index of its first place in the list, and one more for the end.
    groups: Vec<usize>,
    /// The words that they are in.
    words: Vec<String>,
    /// 0-based indices of the list in document order.
    by_place: Vec<usize>,
}

impl Finds {
    /// The finds of `review`, which is one of `text`.
    pub fn new(text: &str, review: Review) -> Self {
        let scar = |(index, scar): (usize, &crate::script::Scar)| Find {
            place: scar.range,
            kind: FindKind::Scar(index),
        };
        let mut list: Vec<Find> = review.scars.iter().enumerate().map(scar).collect();
        let mut words: Vec<String> =
            review.scars.iter().map(|scar| scar.word.slice(text).to_owned()).collect();
        let (scars, mut groups) = (list.len(), Vec::new());
        for (index, choice) in review.choices.iter().enumerate() {
            groups.push(list.len());
            let places = choice.places.iter();
            list.extend(places.map(|place| Find { place: *place, kind: FindKind::Choice(index) }));
            words.push(choice.word.clone());
        }
        groups.push(list.len());
        let mut by_place: Vec<usize> = (0..list.len()).collect();
        by_place.sort_by_key(|index| list.get(*index).map(|find| find.place.start));
        let sure = review.scars.iter().filter(|scar| scar.is_sure()).count();
        Self { review, list, sure, scars, groups, words, by_place }
    }

    /// The finds: sure scars first, then doubtful ones, then choices by word.
    pub fn list(&self) -> &[Find] {
        &self.list
    }

    /// The sure scars, as 0-based indices of the list.
    pub fn sure(&self) -> Range<usize> {
        0..self.sure
    }

    /// The doubtful scars, as 0-based indices of the list.
    pub fn doubtful(&self) -> Range<usize> {
        self.sure..self.scars
    }

    /// The places of choices, as 0-based indices of the list.
    pub fn choices(&self) -> Range<usize> {
        self.scars..self.list.len()
    }

    /// The places of each choice, as 0-based indices of the list.
    pub fn groups(&self) -> impl ExactSizeIterator<Item = Range<usize>> {
        self.groups.windows(2).map(|pair| match pair {
            [from, to] => *from..*to,
            _ => 0..0,
        })
    }

    /// The word that the find of that 0-based index is in.
    pub fn word(&self, index: usize) -> &str {
        let of = self.list.get(index).map(|find| match find.kind {
            FindKind::Scar(scar) => scar,
            FindKind::Choice(choice) => self.scars + choice,
        });
        of.and_then(|of| self.words.get(of)).map_or("", String::as_str)
    }

    /// What stands there, and what is suggested.
    pub fn suggestion(&self, index: usize) -> Option<(char, char)> {
        match self.list.get(index)?.kind {
            FindKind::Scar(scar) => self.review.scars.get(scar).map(|scar| (scar.found, scar.suggested)),
            FindKind::Choice(choice) => {
                self.review.choices.get(choice).map(|choice| (choice.source, choice.careful))
            }
        }
    }

    /// What could stand there, with words that have it.
    pub fn candidates(&self, index: usize) -> &[Candidate] {
        let found = self.list.get(index).and_then(|find| match find.kind {
            FindKind::Scar(scar) => {
                let scar = self.review.scars.get(scar)?;
                self.review.readings.get(&scar.found)
            }
            FindKind::Choice(choice) => self.review.choices.get(choice).map(|choice| &choice.candidates),
        });
        found.map_or(&[], Vec::as_slice)
    }

    /// Whether the find is a scar.
    pub fn is_scar(&self, index: usize) -> bool {
        index < self.scars
    }

    /// The decision that `form` is right there.
    pub fn decision(&self, index: usize, form: char) -> Option<Decision> {
        let (found, _) = self.suggestion(index)?;
        Some(match self.is_scar(index) {
            true if form == found => Decision::Keep,
            true => Decision::Mend(form),
            false => Decision::Read(form),
        })
    }

    /// The finds that are the same: the same character in the same word with the same suggestion.
    pub fn alike(&self, index: usize) -> Vec<usize> {
        let (word, suggestion) = (self.word(index), self.suggestion(index));
        let range = match self.list.get(index).map(|find| find.kind) {
            Some(FindKind::Choice(choice)) => return self.groups().nth(choice).unwrap_or_default().collect(),
            _ => 0..self.scars,
        };
        range.filter(|other| self.word(*other) == word && self.suggestion(*other) == suggestion).collect()
    }

    /// The entries of a dictionary that make `form` right wherever the word of the find stands; none where the word is
    /// a single character, which stands in too many others.
    pub fn entries(&self, index: usize, form: char) -> Vec<OwnWord> {
        let word = self.word(index);
        let Some((found, _)) = self.suggestion(index).filter(|_| word.chars().nth(1).is_some()) else {
            return Vec::new();
        };
        if !self.is_scar(index) {
            return always_read(word, found, form);
        }
        let mended: String = word.chars().map(|c| if c == found { form } else { c }).collect();
        OwnWord::new(word, &mended, Toward::Source).into_iter().collect()
    }
}

/// How a find stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Nothing is decided.
    Open,
    /// This form stands there now.
    Decided(char),
    /// It is right as it is.
    Kept,
    /// The reader's own dictionary has its word.
    Always,
}

/// What a review found; it outlives its panel.
#[derive(Debug, Default)]
pub struct Reviewing {
    /// What was found; `None` before the first review of the document.
    pub finds: Option<Arc<Finds>>,
    /// How each find stands.
    pub standing: Vec<Standing>,
    /// While the review goes on, the part of the text that was looked at, 0 to 1.
    pub running: Option<f32>,
    /// Whether doubtful scars are listed.
    pub doubtful_shown: bool,
    /// Whether choices are listed.
    pub choices_shown: bool,
    /// The find that was gone to, 0-based.
    pub current: Option<usize>,
    /// Grows whenever what is listed changes.
    pub edition: u64,
    /// Grows with every review.
    pub serial: u64,
    /// Raised to stop the review that is going on.
    pub(super) cancel: Arc<AtomicBool>,
    /// Serial of the jump that a find was gone to with last.
    pub(super) jumped: u64,
}

impl Reviewing {
    /// How the find of that 0-based index stands.
    pub fn standing(&self, index: usize) -> Standing {
        self.standing.get(index).copied().unwrap_or(Standing::Open)
    }

    /// Whether the find is listed and marked.
    pub fn is_listed(&self, index: usize) -> bool {
        let Some(finds) = &self.finds else { return false };
        finds.sure().contains(&index)
            || self.doubtful_shown && finds.doubtful().contains(&index)
            || self.choices_shown && finds.choices().contains(&index)
    }

    /// Whether something can be done wherever the word of that find stands.
    pub fn has_word(&self, index: usize) -> bool {
        self.finds.as_ref().is_some_and(|finds| finds.word(index).chars().nth(1).is_some())
    }

    /// How many sure scars are still open.
    pub fn sure_open(&self) -> usize {
        let sure = self.finds.as_ref().map_or(0, |finds| finds.sure().end);
        self.standing.iter().take(sure).filter(|standing| **standing == Standing::Open).count()
    }

    /// How many of the listed finds are decided, and how many are listed.
    pub fn progress(&self) -> (usize, usize) {
        let Some(finds) = &self.finds else { return (0, 0) };
        let listed = (0..finds.list().len()).filter(|index| self.is_listed(*index));
        listed.fold((0, 0), |(done, all), index| {
            (done + usize::from(self.standing(index) != Standing::Open), all + 1)
        })
    }

    /// The marks in `range` of the text: the place, how it stands, and whether it is the one that was gone to.
    pub fn within(&self, range: SourceRange) -> impl Iterator<Item = (SourceRange, Standing, bool)> {
        let finds = self.finds.as_deref();
        let from = finds.map_or(0, |finds| {
            finds.by_place.partition_point(|index| {
                finds.list.get(*index).is_some_and(|find| find.place.start < range.start)
            })
        });
        let places = finds.map_or(&[] as &[usize], |finds| finds.by_place.get(from..).unwrap_or_default());
        let found = places.iter().map_while(move |index| {
            let find = finds?.list.get(*index)?;
            (find.place.start < range.end).then_some((*index, find.place))
        });
        let listed = found.filter(|(index, _)| self.is_listed(*index));
        listed.map(|(index, place)| (place, self.standing(index), self.current == Some(index)))
    }

    /// Looks how each find stands now.
    pub(super) fn stand(&mut self, open: Option<&OpenDocument>, words: &Dictionary) {
        self.edition += 1;
        let (Some(finds), Some(open)) = (&self.finds, open) else {
            self.standing.clear();
            return;
        };
        let entries =
            [open.script.words(), words].into_iter().flat_map(|words| words.words().map(|(_, own)| own));
        let (mut mends, mut reads) = (HashSet::new(), HashSet::new());
        for own in entries {
            if own.toward == Toward::Source {
                mends.insert(own.word.as_str());
            } else if own.toward.covers(Script::Hant) {
                reads.insert(own.word.as_str());
            }
        }
        let standing = finds.list().iter().enumerate().map(|(index, find)| {
            let always = if finds.is_scar(index) { &mends } else { &reads };
            match open.picks.picked().decision(find.place) {
                Some(Decision::Mend(form) | Decision::Read(form)) => Standing::Decided(form),
                Some(Decision::Keep) => Standing::Kept,
                Some(Decision::Open) | None if always.contains(finds.word(index)) => Standing::Always,
                Some(Decision::Open) | None => Standing::Open,
            }
        });
        self.standing = standing.collect();
    }
}

/// What the reader decides about a find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// What is suggested.
    Suggested,
    /// This form.
    Form(char),
    /// It is right as it is.
    Keep,
    /// Nothing, after all.
    Open,
}

/// Something that the reader does in the review. Finds are named by their 0-based indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewChange {
    /// Looks once more.
    Again,
    /// Stops looking.
    Stop,
    /// Goes to a find.
    GoTo(usize),
    /// Decides about a find.
    Decide(usize, Verdict),
    /// Decides about a find and all that are the same.
    DecideAlike(usize, Verdict),
    /// Puts the word of a find into the reader's own dictionary.
    Always {
        /// The find.
        index: usize,
        /// The form that is right.
        form: char,
        /// Whether it is to hold for all documents.
        everywhere: bool,
    },
    /// Lists doubtful scars, or no longer.
    Doubtful(bool),
    /// Lists choices, or no longer.
    Choices(bool),
}
