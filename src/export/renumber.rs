//! Numbers of headings counted anew over what is chosen, each written in the way of the source.
//!
//! A count is of one style at one level: 一、 below its part, （一） below its 一、. It begins anew below each heading that
//! stands higher, unless the source counts on there as 第N條 does through the chapters of a law; what codes and books name
//! (章 節 條) is one count whatever its level. Of 1.2.3 the last number is counted, and those before it are those of the
//! headings that it stands under. A heading without a number has none afterwards. Texts stay as they are: what is said
//! of 第三條 there goes on to say so.

use std::collections::HashMap;
use std::ops::Range;

use super::Selection;
use super::parts::given;
use crate::document::Document;
use crate::outline::{Number, Section, SectionId, Style};
use crate::script::DetectedScript;
use crate::text::SourceRange;

/// The new numbers of the headings that a selection gives.
#[derive(Clone, Debug, Default)]
pub struct Renumbering {
    /// In document order.
    numbers: Vec<(SectionId, NewNumber)>,
}

/// A number that takes the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NewNumber {
    /// What of the source it replaces.
    pub(super) place: SourceRange,
    /// The number.
    pub(super) text: Box<str>,
    /// The reader's name for the section, with its new number, where it has a name.
    pub(super) name: Option<Box<str>>,
}

/// What is counted together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Count {
    /// The level; 0 for styles that have their place in a book whatever their level.
    level: u8,
    style: Style,
    /// The numbers before the last one, as they are written anew.
    before: Vec<u32>,
}

/// How far a count of the source is.
struct Counted {
    parent: Option<SectionId>,
    last: u32,
    /// Whether it goes on from what stood under another heading.
    goes_on: bool,
}

/// How far a count is that is made anew.
#[derive(Default)]
struct Counting {
    value: u32,
    /// Which of the given headings it counted last.
    at: usize,
}

/// A heading that was given, below which others stand.
struct Open {
    level: u8,
    old: Vec<u32>,
    new: Vec<u32>,
}

impl Renumbering {
    /// The numbers of what `selection` gives of `document`, with the headings above where `with_path`. One pass.
    pub fn of(document: &Document, selection: &Selection, with_path: bool) -> Self {
        let mut counter = Counter::new(document);
        let mut numbers = Vec::new();
        let mut wanted = given(document, selection, with_path).peekable();
        for (id, section) in document.outline().ids().zip(document.outline().sections()) {
            if wanted.peek().is_none() {
                break;
            }
            let number = Heading::of(document, id, section);
            let goes_on = number.as_ref().is_some_and(|heading| counter.meet(section, &heading.number));
            if wanted.next_if_eq(&id).is_some() {
                numbers.extend(counter.give(section, number, goes_on).map(|new| (id, new)));
            }
        }
        Self { numbers }
    }

    /// The new number of a section.
    pub(super) fn get(&self, id: SectionId) -> Option<&NewNumber> {
        let found = self.numbers.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.numbers.get(found).map(|(_, number)| number)
    }
}

/// A heading with a number.
struct Heading<'a> {
    number: Number,
    /// Where its number stands in the source.
    place: SourceRange,
    name: Option<&'a str>,
}

impl<'a> Heading<'a> {
    fn of(document: &'a Document, id: SectionId, section: &Section) -> Option<Self> {
        let (outline, text) = (document.outline(), document.text());
        let line =
            SourceRange { start: section.span.start, end: section.heading(text).end.max(section.marker.end) };
        let from = line.start.get();
        let within = |range: Range<usize>| SourceRange::new(from + range.start, from + range.end);
        let marker =
            (section.marker.start.get().checked_sub(from)?, section.marker.end.get().checked_sub(from)?);
        let name = outline.name(id);
        if let Some(name) = name {
            let number = Number::read_name(name)?;
            let in_source = Number::read(line.slice(text), marker);
            let place = in_source.map_or_else(SourceRange::default, |number| within(number.range));
            return Some(Self { number, place, name: Some(name) });
        }
        let number = Number::read(line.slice(text), marker).filter(|_| !section.marker.is_empty())?;
        Some(Self { place: within(number.range.clone()), number, name })
    }
}

/// Counts.
struct Counter {
    source: HashMap<(u8, Style), Counted>,
    made: HashMap<Count, Counting>,
    open: Vec<Open>,
    /// For each level, from 0 on, which of the given headings was the last of it, counted from 1.
    last_of: Vec<usize>,
    given: usize,
    is_traditional: bool,
}

impl Counter {
    fn new(document: &Document) -> Self {
        Self {
            source: HashMap::new(),
            made: HashMap::new(),
            open: Vec::new(),
            last_of: vec![0; usize::from(u8::MAX) + 1],
            given: 0,
            is_traditional: document.detected().script == DetectedScript::Hant,
        }
    }

    /// Takes in a heading of the source; tells whether its count goes on from what stands under another heading.
    fn meet(&mut self, section: &Section, number: &Number) -> bool {
        let Some(&value) = number.values.last() else { return false };
        let key = (level(section, number), number.style);
        let counted = self.source.get(&key);
        let goes_on = match counted {
            Some(counted) if counted.parent == section.parent => counted.goes_on,
            Some(counted) => value > 1 && value > counted.last,
            None => false,
        };
        self.source.insert(key, Counted { parent: section.parent, last: value, goes_on });
        goes_on
    }

    /// Takes in a heading that is given, and gives it its number.
    fn give(&mut self, section: &Section, heading: Option<Heading<'_>>, goes_on: bool) -> Option<NewNumber> {
        self.given += 1;
        while self.open.pop_if(|open| open.level >= section.level).is_some() {}
        let number = heading.map(|heading| {
            let values = self.count(section, &heading.number, goes_on);
            let text = heading.number.with(&values, self.is_traditional);
            let name = heading.name.map(|name| {
                let Range { start, end } = heading.number.range;
                let parts = [name.get(..start), Some(&*text), name.get(end..)];
                parts.into_iter().flatten().collect::<String>().into_boxed_str()
            });
            self.open.push(Open { level: section.level, old: heading.number.values, new: values });
            NewNumber { place: heading.place, text: text.into(), name }
        });
        if let Some(last) = self.last_of.get_mut(usize::from(section.level)) {
            *last = self.given;
        }
        number
    }

    fn count(&mut self, section: &Section, number: &Number, goes_on: bool) -> Vec<u32> {
        let mut values = self.before(number);
        let count = Count { level: level(section, number), style: number.style, before: values.clone() };
        let higher = self.last_of.iter().take(usize::from(section.level)).copied().max().unwrap_or_default();
        let counting = self.made.entry(count).or_default();
        if higher > counting.at && !goes_on && values.is_empty() {
            counting.value = 0;
        }
        counting.value = counting.value.saturating_add(1);
        counting.at = self.given;
        values.push(counting.value);
        values
    }

    /// The numbers before the last: those of the heading that they name, as far as one is given.
    fn before(&self, number: &Number) -> Vec<u32> {
        let Some((_, old)) = number.values.split_last() else { return Vec::new() };
        let named = self.open.iter().rev().find(|open| old.starts_with(&open.old));
        let known = named.map_or(0, |open| open.old.len());
        let new = named.map_or(&[][..], |open| &open.new);
        new.iter().chain(old.iter().skip(known)).copied().collect()
    }
}

/// The level that a heading is counted at.
const fn level(section: &Section, number: &Number) -> u8 {
    if number.style.is_fixed() { 0 } else { section.level }
}
