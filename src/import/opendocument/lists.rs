//! How lists count.
//!
//! A list counts by itself unless it says that it continues another. An item that has no paragraph of its own is not
//! counted, and one that is begins the levels below it again.

use std::collections::HashMap;

use super::super::counters;
use super::levels::LEVELS;
use super::styles::Styles;

type Counters = [Option<u32>; LEVELS];

/// A list that is open.
#[derive(Clone, Debug, Default)]
struct Open {
    /// Which counters it uses.
    counters: usize,
    /// Its style.
    style: String,
}

/// What the next paragraph is in its list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Next {
    /// The first of an item, with the number that this says.
    First(Option<u32>),
    /// A further one, or one of a head.
    #[default]
    Further,
}

/// A number as it is shown.
#[derive(Debug, Default)]
pub(super) struct Number {
    /// With the tab or blank behind it; may be empty.
    pub(super) text: String,
    /// How deep the item stands (0-based).
    pub(super) depth: u8,
    /// Whether it is no bullet.
    pub(super) counts: bool,
}

/// The lists of a file.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<Open>,
    next: Next,
    counters: Vec<Counters>,
    /// Which counters lists use, by their identifiers, and the last ones by their styles.
    by_id: HashMap<String, usize>,
    by_style: HashMap<String, usize>,
    outline: Counters,
}

/// What a list says of itself.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) id: Option<String>,
    pub(super) style: Option<String>,
    /// The list that it continues.
    pub(super) continues: Option<String>,
    /// Whether it continues the last of its style.
    pub(super) goes_on: bool,
}

impl Lists {
    /// A list begins.
    pub(super) fn open(&mut self, said: Said) {
        let above = self.open.last();
        let style = said.style.or_else(|| above.map(|open| open.style.clone())).unwrap_or_default();
        let known = above.map(|open| open.counters).or_else(|| {
            let named = said.continues.and_then(|id| self.by_id.get(&id).copied());
            named.or_else(|| self.by_style.get(&style).copied().filter(|_| said.goes_on))
        });
        let counters = known.unwrap_or(self.counters.len());
        if counters == self.counters.len() {
            self.counters.push(Counters::default());
        }
        if let Some(id) = said.id {
            self.by_id.insert(id, counters);
        }
        if self.open.is_empty() {
            self.by_style.insert(style.clone(), counters);
        }
        self.open.push(Open { counters, style });
        self.next = Next::Further;
    }

    /// The innermost list ends.
    pub(super) fn close(&mut self) {
        self.open.pop();
        self.next = Next::Further;
    }

    /// An item begins, with a number of its own where `start` says one, and a style of its own where `style` does.
    pub(super) fn item(&mut self, start: Option<u32>, style: Option<String>) {
        if let (Some(style), Some(open)) = (style, self.open.last_mut()) {
            open.style = style;
        }
        self.next = Next::First(start);
    }

    /// A head begins, or an item has ended: what follows has no number.
    pub(super) fn head(&mut self) {
        self.next = Next::Further;
    }

    /// Leaves all lists for what is no part of them; [`Lists::back`] comes back.
    pub(super) fn leave(&mut self) -> Left {
        Left(std::mem::take(&mut self.open), std::mem::take(&mut self.next))
    }

    /// Goes back into the lists that were left.
    pub(super) fn back(&mut self, left: Left) {
        (self.open, self.next) = (left.0, left.1);
    }

    /// Counts a paragraph whose own style asks for the list style `own`; `None` where it is no item.
    pub(super) fn count(&mut self, own: Option<String>, styles: &Styles) -> Option<Number> {
        let open = self.open.last()?;
        let at = self.open.len().min(LEVELS) - 1;
        let depth = u8::try_from(at).unwrap_or_default();
        let Next::First(start) = std::mem::take(&mut self.next) else {
            return None;
        };
        let style = own.filter(|_| open.style.is_empty()).unwrap_or_else(|| open.style.clone());
        let levels = styles.list(&style);
        let level_at = |at: usize| levels?.get(at)?.as_ref();
        let counters = self.counters.get_mut(open.counters)?;
        let begin_at = |at: usize| level_at(at).map_or(1, |level| level.start);
        counters::count(counters, at, start, &begin_at, &|_| false);
        let Some(level) = level_at(at) else { return Some(Number { depth, ..Number::default() }) };
        let text = level.text(at, |at| Some(level_at(at)?.numerals?.write(counters.get(at).copied()??)));
        Some(Number { text, depth, counts: level.numerals.is_some() })
    }

    /// Counts a heading of `level` (1-based) that stands in no list, and gives its number. `start` begins anew.
    pub(super) fn heading(&mut self, level: usize, start: Option<u32>, styles: &Styles) -> String {
        let at = level.clamp(1, LEVELS) - 1;
        let level_at = |at: usize| styles.outline.get(at)?.as_ref();
        let begin_at = |at: usize| level_at(at).map_or(1, |level| level.start);
        let counters = &mut self.outline;
        counters::count(counters, at, start, &begin_at, &|_| false);
        let number = |at: usize| Some(level_at(at)?.numerals?.write(counters.get(at).copied()??));
        level_at(at).map(|level| level.text(at, number)).unwrap_or_default()
    }

    /// Whether a list is open.
    pub(super) fn is_open(&self) -> bool {
        !self.open.is_empty()
    }
}

/// The lists that were left.
#[derive(Debug)]
pub(super) struct Left(Vec<Open>, Next);
