//! What tells headings from a list: the traits of a group of siblings.

mod ahead;
mod article;
mod bylaw;
mod clauses;
mod exam;
mod format;
mod kin;
mod lone;
mod names;
mod values;

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::Group;
use super::item::{ItemTraits, has_blank_above, says_following, words_line};
use crate::outline::candidate::Candidate;
use crate::outline::heading::Heading;
use crate::outline::marker::variant;
use crate::outline::row;
use crate::outline::sequence::DEPTH;
use crate::outline::source::Source;
use crate::outline::style::Style;
use exam::Exam;
use format::STYLED;
pub(super) use kin::Kin;
pub(in crate::outline) use names::{COUNT, NAMES};
pub(super) use names::{OWNER, PARENT};
use values::Values;

/// So many headings of a style in all do not vouch for one that is alone in its group.
const FEW: usize = 2;
/// So many headings at least tell whether headings have blank lines above them, and so many of so many have then.
const FEWEST: usize = 3;
const LOOSE: (usize, usize) = (4, 5);
/// More members than these tell no more.
const MANY: u8 = 50;

/// What stands right below a heading.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Below {
    Nothing,
    Headings,
    /// Headings of a style that usually stands above its own.
    Upside,
}

/// The headings with what is known of each.
pub(super) struct Traits<'a> {
    source: Source<'a>,
    headings: &'a [Heading],
    items: Vec<ItemTraits>,
    /// For each depth whether most of what stands less deep has a blank line above it, or most of the document has.
    loose: Vec<bool>,
    /// Which of them are still headings.
    pub(super) kept: Vec<bool>,
    /// For each the line of the next that is still a heading.
    next: Vec<usize>,
    /// How many there are of each style.
    styles: HashMap<Style, usize>,
    /// The styles of those that the format names.
    named: HashSet<Style>,
    /// Whether the format names several.
    styled: bool,
    /// What stands right below each.
    below: Vec<Below>,
    /// Two parties agree on it: what an article of theirs has is their own affair, and may have headings.
    is_contract: OnceCell<bool>,
    /// The title says that it rules something.
    is_bylaw: OnceCell<bool>,
    /// The parts of an exam and their questions.
    exam: Exam,
    /// For each whether it has no hashes, and one of its style that it stands below or beside has.
    unhashed: Vec<bool>,
}

impl<'a> Traits<'a> {
    pub(super) fn new(source: Source<'a>, markers: &[Candidate], headings: &'a [Heading]) -> Self {
        let next_of = |index: usize| {
            headings.get(index + 1).map_or(source.blocks.len(), |next| next.candidate.paragraph)
        };
        let mut styles: HashMap<Style, usize> = HashMap::new();
        for heading in headings {
            *styles.entry(heading.candidate.style).or_default() += 1;
        }
        let named = || headings.iter().filter(|heading| heading.candidate.level > 0);
        let blanks = (1..source.blocks.len()).filter(|&line| has_blank_above(source, line)).count();
        let items: Vec<_> = headings
            .iter()
            .enumerate()
            .map(|(index, heading)| ItemTraits::of(source, markers, &heading.candidate, next_of(index)))
            .collect();
        let is_loose = blanks * 2 > source.blocks.len();
        let loose = loose_below(headings, &items).map(|below| below || is_loose).collect();
        Self {
            source,
            headings,
            items,
            loose,
            kept: vec![true; headings.len()],
            next: vec![0; headings.len()],
            styles,
            named: named().map(|heading| heading.candidate.style).collect(),
            styled: named().count() >= STYLED,
            below: vec![Below::Nothing; headings.len()],
            is_contract: OnceCell::new(),
            is_bylaw: OnceCell::new(),
            exam: Exam::new(source, headings),
            unhashed: format::unhashed(headings),
        }
    }

    /// Takes the members of `group` for items of a list, from the next [`Self::settle`] on, but for those that the format
    /// says are headings, and 6 before 6.1, which only went on with a list.
    pub(super) fn drop(&mut self, group: &Group) {
        for &member in &group.members {
            let from_format = self.candidate(member).is_some_and(|head| head.level > 0);
            let stays = from_format || self.heads_clauses(member);
            if let Some(kept) = self.kept.get_mut(member).filter(|_| !stays) {
                *kept = false;
            }
        }
    }

    /// Sees anew what stands below each heading, after some were dropped.
    pub(super) fn settle(&mut self) {
        let mut next = self.source.blocks.len();
        for (index, heading) in self.headings.iter().enumerate().rev() {
            if let Some(slot) = self.next.get_mut(index) {
                *slot = next;
            }
            if self.kept.get(index).copied().unwrap_or(false) {
                next = heading.candidate.paragraph;
            }
        }
        self.below.fill(Below::Nothing);
        let mut open: Vec<(usize, Style)> = Vec::new();
        for (index, heading) in self.headings.iter().enumerate() {
            let style = heading.candidate.style;
            open.truncate(usize::from(heading.choice.depth).saturating_sub(1));
            if self.kept.get(index).copied().unwrap_or(false)
                && let Some(&(above, of)) = open.last()
                && let Some(below) = self.below.get_mut(above)
            {
                let upside = !of.is_free() && !style.is_free() && style.rank() < of.rank();
                *below = if upside { Below::Upside } else { Below::Headings };
            }
            open.push((index, style));
        }
    }

    fn candidate(&self, index: usize) -> Option<&Candidate> {
        self.headings.get(index).map(|heading| &heading.candidate)
    }

    fn paragraph(&self, index: usize) -> usize {
        self.candidate(index).map_or(self.source.blocks.len(), |candidate| candidate.paragraph)
    }

    /// Whether the member `index` is 6 right before 6.1.
    fn heads_clauses(&self, index: usize) -> bool {
        self.candidate(index)
            .zip(self.candidate(index + 1))
            .is_some_and(|(head, next)| head.heads_clauses(next))
    }

    /// Whether a heading stands below the member `index`.
    fn is_parent(&self, index: usize) -> bool {
        self.below.get(index).is_some_and(|below| *below != Below::Nothing)
    }

    /// Whether a paragraph of its own stands below the member `index`.
    fn has_own(&self, index: usize) -> bool {
        let next = self.next.get(index).copied().unwrap_or_default();
        let line = self.words_line(index);
        self.source.parted(line + usize::from(self.source.breaks_off(line)), next)
    }

    /// The line with the first words of the member `index`.
    fn words_line(&self, index: usize) -> usize {
        self.candidate(index).map_or(self.source.blocks.len(), |head| words_line(self.source, head))
    }

    /// Whether no member but the last has anything of its own below it.
    fn is_bare(&self, group: &Group) -> bool {
        let (last, others) =
            group.members.split_last().map_or((0, &[][..]), |(last, others)| (*last, others));
        let holds = self.is_parent(last) || self.item(last).lists;
        !holds && !others.iter().any(|&index| self.is_parent(index) || self.has_own(index))
    }

    /// Whether the members are a) and b) with nothing of their own, or A. and B. of which some are no more than a sentence:
    /// of 137 such groups in outlines made by hand none is headings.
    pub(super) fn are_letters(&self, group: &Group) -> bool {
        let first = group.members.first().and_then(|&index| self.candidate(index));
        let is_letter = match first.map(|head| head.style) {
            Some(Style::Lower) => true,
            Some(Style::Upper) => !group.members.iter().all(|&index| self.item(index).body),
            _ => false,
        };
        is_letter && group.members.len() > 1 && self.is_bare(group)
    }

    /// Whether the members are notes: right below a row of a table, with nothing of their own.
    pub(super) fn are_notes(&self, group: &Group) -> bool {
        let first = group.members.first().map_or(0, |&index| self.paragraph(index));
        let is_row = first.checked_sub(1).is_some_and(|above| row::has_cells(self.source.line(above)));
        is_row && self.is_bare(group)
    }

    /// Whether the list of the member `index` goes on inside its line.
    pub(super) fn is_inline(&self, index: usize) -> bool {
        self.item(index).inline
    }

    fn item(&self, index: usize) -> ItemTraits {
        self.items.get(index).copied().unwrap_or_default()
    }

    /// The values of all traits, in the order of [`NAMES`].
    pub(super) fn of(&self, group: &Group, kin: &Kin) -> [f32; COUNT] {
        let mut values = Values::new();
        let Some(first) = group.members.first().and_then(|&index| self.candidate(index)) else {
            return values.all;
        };
        Self::style_of(first, &mut values);
        let count = group.members.len();
        values.flag(group.depth == 1);
        let is_lone = count == 1 && !first.expected;
        values.flag(is_lone);
        let all = self.styles.get(&first.style).copied().unwrap_or_default();
        let stray = is_lone && all <= FEW;
        values.flag(stray);
        let titled = |index: usize| self.item(index).reads_as_title() && self.has_own(index);
        let opens = first.style.is_han() && first.value == 1;
        values.flag(stray && opens && group.members.iter().all(|&index| titled(index)));
        let only = group.members.first().filter(|_| count == 1);
        values.flag(only.is_some_and(|&only| self.is_parent(only)));
        values.flag(count == 2);
        values.number(f32::from(u8::try_from(count).unwrap_or(MANY).min(MANY)).ln());
        let owns = self.contents_of(group, &mut values);
        let bare = self.is_bare(group);
        self.ends_of(group, bare, &mut values);
        self.place_of(group, (owns, bare), &mut values);
        self.numbers_of(group, bare, &mut values);
        let share = kin.share(self, group);
        values.number(share.unwrap_or(0.0));
        values.flag(share.is_none());
        values.all
    }

    fn style_of(first: &Candidate, values: &mut Values) {
        let (style, variant) = (first.style, first.variant);
        values.flag(true);
        values.flag(style == Style::HanParen);
        values.flag(style == Style::Arabic);
        values.flag(matches!(style, Style::Decimal(_)));
        values.flag(style == Style::ArabicParen);
        values.flag(style == Style::Ordinal);
        values.flag(style == Style::Case);
        values
            .flag(matches!((style, variant), (Style::Case, variant::STEP) | (Style::Ordinal, variant::WORD)));
        values.flag(matches!(style, Style::Upper | Style::Lower));
        values.flag(matches!(style, Style::Formal | Style::Roman | Style::Stem));
        values.flag(style == Style::Part);
        values.flag(variant == variant::BRACKET);
        values.flag((variant::COMMA..=variant::BARE).contains(&variant));
    }

    /// What the members hold. Tells whether one of them has a paragraph of its own.
    fn contents_of(&self, group: &Group, values: &mut Values) -> bool {
        let members = &group.members;
        let share = |test: &dyn Fn(usize) -> bool| share(members, test);
        let parents = share(&|index| self.is_parent(index));
        values.number(parents);
        values.flag(parents > 0.0);
        let (last, others) = members.split_last().map_or((0, &[][..]), |(last, others)| (*last, others));
        let only_last = self.is_parent(last) && !others.is_empty();
        values.flag(only_last && !others.iter().any(|&index| self.is_parent(index)));
        values.number(share(&|index| self.below.get(index) == Some(&Below::Upside)));
        // What follows the last item may belong to the paragraph before the list, unless it is a list below it.
        let counted = if others.is_empty() || self.item(last).lists { &members[..] } else { others };
        let own = self::share(counted, &|index| self.has_own(index));
        values.number(own);
        values.flag(own > 0.0);
        values.flag(own >= 1.0);
        let body = share(&|index| self.item(index).body);
        values.number(body);
        values.flag(body > 0.0);
        values.number(share(&|index| self.item(index).long));
        values.number(share(&|index| self.item(index).short));
        own > 0.0
    }

    fn ends_of(&self, group: &Group, bare: bool, values: &mut Values) {
        let ends =
            |set: &str| share(&group.members, &|index| self.item(index).end.is_some_and(|c| set.contains(c)));
        values.number(ends("；;"));
        values.number(ends("。！!"));
        values.number(ends("，,、"));
        values
            .number(share(&group.members, &|index| self.item(index).end.is_some_and(char::is_alphanumeric)));
        values.number(ends("：:"));
        let several = group.members.len() > 1;
        let decimal =
            |index| self.candidate(index).is_some_and(|head| matches!(head.style, Style::Decimal(_)));
        let plain = |index: usize| self.item(index).is_plain() && !decimal(index);
        values.number(if bare && several { share(&group.members, &plain) } else { 0.0 });
        let nothing = |index: usize| !self.is_parent(index) && !self.has_own(index);
        values.number(share(&group.members, &|index| self.item(index).field && nothing(index)));
        values.number(share(&group.members, &|index| self.item(index).titled));
    }

    fn place_of(&self, group: &Group, (owns, bare): (bool, bool), values: &mut Values) {
        let first = group.members.first().map_or(0, |&index| self.paragraph(index));
        let headed = group.under.is_some_and(|under| !self.source.parted(self.paragraph(under), first));
        let above = self.source.above(first);
        let colon = above.ends_with(['：', ':']);
        values.flag(colon && !headed);
        values.flag(colon && !headed && owns);
        values.flag(colon && says_following(&above));
        values.flag(headed);
        let listed = headed && colon && bare;
        values.number(if listed { share(&group.members, &|index| !self.item(index).body) } else { 0.0 });
        let titled = share(&group.members, &|index| self.item(index).titled);
        values.number(if headed { titled } else { 0.0 });
    }

    fn numbers_of(&self, group: &Group, bare: bool, values: &mut Values) {
        let value = |index: &usize| self.candidate(*index).map_or(0, |candidate| candidate.value);
        let pairs =
            || group.members.windows(2).filter_map(|pair| Some((value(pair.first()?), value(pair.last()?))));
        values.flag(group.members.first().is_some_and(|first| value(first) > 1));
        let gaps = pairs().filter(|(before, after)| before + 1 != *after).count();
        values.number(ratio(gaps, group.members.len() - 1));
        let weights: f32 =
            group.members.iter().filter_map(|&index| self.candidate(index)).map(|c| c.weight).sum();
        values.number(weights / f32::from(u16::try_from(group.members.len()).unwrap_or(u16::MAX)));
        values.flag(group.in_same);
        values.number(share(&group.members, &|index| self.item(index).inline));
        let others = group.members.get(1..).unwrap_or_default();
        let loose = bare && self.loose.get(group.depth).copied().unwrap_or(false);
        let tight = |index: usize| self.item(index).tight && !self.item(index).body;
        values.number(if loose { share(others, &tight) } else { 0.0 });
    }
}

/// For each depth whether most of the headings that stand less deep have a blank line above them.
fn loose_below(headings: &[Heading], items: &[ItemTraits]) -> impl Iterator<Item = bool> {
    let mut counts = [(0usize, 0usize); DEPTH + 2];
    for (heading, item) in headings.iter().zip(items) {
        if let Some((all, loose)) = counts.get_mut(usize::from(heading.choice.depth) + 1) {
            *all += 1;
            *loose += usize::from(!item.tight);
        }
    }
    counts.into_iter().scan((0, 0), |(all, loose), (more, more_loose)| {
        (*all, *loose) = (*all + more, *loose + more_loose);
        Some(*all >= FEWEST && *loose * LOOSE.1 >= *all * LOOSE.0)
    })
}

fn share(members: &[usize], test: &dyn Fn(usize) -> bool) -> f32 {
    ratio(members.iter().filter(|&&index| test(index)).count(), members.len())
}

fn ratio(part: usize, all: usize) -> f32 {
    let number = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
    if all == 0 { 0.0 } else { number(part) / number(all) }
}
