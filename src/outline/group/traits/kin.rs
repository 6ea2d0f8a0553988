//! What groups of one kind have in all: a group is judged by its like.

use std::collections::HashMap;

use super::super::Group;
use super::{Traits, ratio};
use crate::outline::style::Style;

/// What the groups of one style under one style have in all: members, and members with something of their own.
pub(in crate::outline::group) struct Kin(HashMap<Key, (usize, usize)>);

type Key = (Style, Option<Style>);

impl Kin {
    pub(in crate::outline::group) fn of(reading: &Traits<'_>, groups: &[Group]) -> Self {
        let mut all: HashMap<Key, (usize, usize)> = HashMap::new();
        for group in groups {
            if let Some(key) = Self::key(reading, group) {
                let (members, own) = all.entry(key).or_default();
                let (more, more_own) = Self::count(reading, group);
                (*members, *own) = (*members + more, *own + more_own);
            }
        }
        Self(all)
    }

    fn key(reading: &Traits<'_>, group: &Group) -> Option<Key> {
        let style = |index: usize| reading.candidate(index).map(|candidate| candidate.style);
        Some((style(*group.members.first()?)?, group.under.and_then(style)))
    }

    /// Members, and those that had something of their own before any was dropped.
    fn count(reading: &Traits<'_>, group: &Group) -> (usize, usize) {
        let has = |index: usize| {
            let next = reading.paragraph(index + 1);
            let below = reading.headings.get(index + 1).zip(reading.headings.get(index));
            below.is_some_and(|(below, own)| below.choice.depth > own.choice.depth)
                || reading.source.parted(reading.words_line(index), next)
        };
        let counted = group.members.split_last().map_or(&[][..], |(_, rest)| rest);
        (counted.len(), counted.iter().filter(|&&index| has(index)).count())
    }

    /// The share with something of their own in the other groups of the kind; `None`: there is none.
    pub(super) fn share(&self, reading: &Traits<'_>, group: &Group) -> Option<f32> {
        let (members, own) = self.0.get(&Self::key(reading, group)?)?;
        let (less, less_own) = Self::count(reading, group);
        let (members, own) = (members.checked_sub(less)?, own.saturating_sub(less_own));
        (members > 0).then(|| ratio(own, members))
    }
}
