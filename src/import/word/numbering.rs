//! Automatic numbers, counted as Word counts them.
//!
//! - Lists (`num`) are views of what defines them (`abstractNum`), and the counters belong to that: two lists of one
//!   definition go on with each other's numbers.
//! - `startOverride` begins anew once, when its list first comes to that level; a level that is begun again by one above
//!   it starts there too.
//! - A level begins the deeper ones again, unless `lvlRestart` says otherwise.
//! - `%2` is what the second level stands at. One that is passed over has begun with that, unseen: after 1.1.1, which
//!   follows 1, there comes 1.2.

use std::collections::{HashMap, HashSet};

use super::super::counters;
use super::super::numerals::Numerals;
use super::super::steps;
use super::super::xml::Xml;
use super::levels::{LEVELS, LONGEST, Level, level};
use super::styles::{Setting, Styles};

/// How often one list may stand for another.
const MOST_LINKS: usize = 5;

/// What defines lists.
#[derive(Debug, Default)]
struct Definition {
    levels: [Option<Level>; LEVELS],
    /// The style whose list stands for this one.
    link: Option<String>,
}

/// A list.
#[derive(Debug, Default)]
struct List {
    definition: String,
    starts: [Option<u32>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

/// A number as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// The number or bullet, with the tab or blank behind it; may be empty.
    pub(super) text: String,
    /// The level in its list (0-based).
    pub(super) depth: u8,
    /// Whether it is no bullet.
    pub(super) counts: bool,
}

/// The lists of a file, and how far they have counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: HashMap<String, Definition>,
    lists: HashMap<String, List>,
    counters: HashMap<String, [Option<u32>; LEVELS]>,
    /// Lists and levels that have begun anew.
    begun: HashSet<(String, usize)>,
}

impl Numbering {
    /// Reads the part.
    pub(super) fn read(part: &str, styles: &Styles) -> Self {
        let mut numbering = Self::default();
        let mut xml = Xml::new(part);
        xml.child();
        while let Some(tag) = xml.child() {
            match (tag.name, tag.get("abstractNumId"), tag.get("numId")) {
                ("abstractNum", Some(id), _) => {
                    let definition = definition(&mut xml);
                    numbering.definitions.entry(id).or_insert(definition);
                }
                ("num", _, Some(id)) => {
                    let list = list(&mut xml);
                    numbering.lists.entry(id).or_insert(list);
                }
                _ => xml.skip(),
            }
        }
        numbering.follow_links(styles);
        numbering
    }

    /// Gives lists whose definition only points at a style the definition of that style's list.
    fn follow_links(&mut self, styles: &Styles) {
        let resolved = |list: &List| {
            let mut id = &list.definition;
            for _ in 0..MOST_LINKS {
                let link = self.definitions.get(id).and_then(|definition| definition.link.as_deref());
                let Some(style) = link else { break };
                let Some(listed) = styles.listed(Some(style)) else { break };
                let Some(list) = self.lists.get(listed.list) else { break };
                id = &list.definition;
            }
            id.clone()
        };
        let resolved: Vec<_> = self.lists.iter().map(|(id, list)| (id.clone(), resolved(list))).collect();
        for (id, definition) in resolved {
            if let Some(list) = self.lists.get_mut(&id) {
                list.definition = definition;
            }
        }
    }

    /// Counts a paragraph; `None` where it has no number.
    pub(super) fn count(&mut self, paragraph: &Setting, styles: &Styles) -> Option<Number> {
        let (id, depth) = self.place(paragraph, styles)?;
        let depth = depth.min(LEVELS - 1);
        let list = self.lists.get(&id)?;
        let level_at = |at: usize| {
            let own = list.levels.get(at).and_then(Option::as_ref);
            own.or_else(|| self.definitions.get(&list.definition)?.levels.get(at)?.as_ref())
        };
        let level = level_at(depth)?;
        let start_at = |at: usize| {
            let own = list.starts.get(at).copied().flatten();
            own.unwrap_or_else(|| level_at(at).map_or(1, |level| level.start))
        };
        let counters = self.counters.entry(list.definition.clone()).or_default();
        let has_start = list.starts.get(depth).is_some_and(Option::is_some);
        let begins = has_start && self.begun.insert((id.clone(), depth));
        let wanted = begins.then(|| start_at(depth));
        counters::count(counters, depth, wanted, &start_at, &|at| {
            let restart = level_at(at).and_then(|level| level.restart);
            restart.is_some_and(|levels| depth >= usize::from(levels))
        });
        let value_at = |at: usize| counters.get(at).copied().flatten().unwrap_or_else(|| start_at(at));
        let text = shown(level, |at| {
            let numerals = level_at(at).map_or(Some(Numerals::Decimal), |level| level.numerals)?;
            let is_decimal = level.is_legal && numerals != Numerals::Nothing;
            Some(if is_decimal { Numerals::Decimal } else { numerals }.write(value_at(at)))
        });
        let depth = u8::try_from(depth).unwrap_or_default();
        Some(Number { text, depth, counts: level.numerals.is_some() })
    }

    /// The list of a paragraph and the level in it: what it says itself, else what its style says.
    fn place(&self, paragraph: &Setting, styles: &Styles) -> Option<(String, usize)> {
        let own = &paragraph.number;
        if let Some(id) = &own.list {
            let is_one = id.trim() != "0";
            return is_one.then(|| (id.clone(), usize::from(own.level.unwrap_or_default())));
        }
        let listed = styles.listed(paragraph.style.as_deref())?;
        let definition = self.definitions.get(&self.lists.get(listed.list)?.definition)?;
        let is_for = |style: &str| {
            let levels = definition.levels.iter().flatten();
            levels.map(|level| &level.style).position(|known| known.as_deref() == Some(style))
        };
        let by_style = || listed.styles.into_iter().find_map(is_for);
        let level = own.level.map(usize::from).or_else(by_style).or(listed.level.map(usize::from));
        Some((listed.list.to_owned(), level.unwrap_or_default()))
    }
}

/// The text of a level, `number` giving the numbers of levels (0-based); nothing stands for what has none.
fn shown(level: &Level, number: impl Fn(usize) -> Option<String>) -> String {
    let mut out = String::new();
    let mut rest = level.text.as_str();
    steps::count(rest.len());
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let digit = after.chars().next().and_then(|c| c.to_digit(10)).filter(|digit| *digit > 0);
        if let Some(digit) = digit {
            out.push_str(&number(digit as usize - 1).unwrap_or_default());
            rest = after.strip_prefix(|_: char| true).unwrap_or_default();
        } else {
            out.push('%');
            rest = after;
        }
    }
    out.push_str(rest);
    let mut out: String = out.chars().take(LONGEST).collect();
    if !out.is_empty() {
        out.push_str(level.gap.text());
    }
    out
}

fn definition(xml: &mut Xml<'_>) -> Definition {
    let mut definition = Definition::default();
    while let Some(tag) = xml.child() {
        match (tag.name, tag.number::<usize>("ilvl")) {
            ("lvl", Some(at)) => {
                let level = level(xml);
                if let Some(place) = definition.levels.get_mut(at) {
                    *place = Some(level);
                }
                continue;
            }
            ("numStyleLink", _) => definition.link = tag.get("val"),
            _ => {}
        }
        xml.skip();
    }
    definition
}

fn list(xml: &mut Xml<'_>) -> List {
    let mut list = List::default();
    while let Some(tag) = xml.child() {
        match (tag.name, tag.number::<usize>("ilvl").filter(|at| *at < LEVELS)) {
            ("lvlOverride", Some(at)) => {
                while let Some(tag) = xml.child() {
                    match tag.name {
                        "lvl" => {
                            list.levels[at] = Some(level(xml));
                            continue;
                        }
                        "startOverride" => list.starts[at] = tag.number("val"),
                        _ => {}
                    }
                    xml.skip();
                }
                continue;
            }
            ("abstractNumId", _) => list.definition = tag.get("val").unwrap_or_default(),
            _ => {}
        }
        xml.skip();
    }
    list
}
