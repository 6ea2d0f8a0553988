//! How many of a style are taken for items of lists: what is a heading here is the less sure for it.

use std::collections::HashMap;

use super::super::group::Verdict;
use super::super::heading::{Heading, Standing};
use super::super::style::Style;

/// A style, and the one above it.
type Kind = (Option<Style>, Option<Style>);

/// How many there are of each style below each style.
#[derive(Debug, Default)]
pub(super) struct Listed {
    /// Items of lists, of all readings.
    items: HashMap<Kind, usize>,
    /// Headings, of the last one.
    headings: HashMap<Kind, usize>,
}

impl Listed {
    /// Counts what a reading takes for lists and for headings; `kept` tells which are.
    pub(super) fn count(&mut self, headings: &[Heading], verdicts: &[Verdict], kept: &[bool]) {
        self.headings.clear();
        for verdict in verdicts {
            let kind = kind(headings, verdict);
            let stays = |member: &&usize| kept.get(**member).copied().unwrap_or(true);
            let staying = verdict.group.members.iter().filter(stays).count();
            *self.headings.entry(kind).or_default() += staying;
            *self.items.entry(kind).or_default() += verdict.group.members.len() - staying;
        }
    }

    /// What is known of the group of `verdict`.
    pub(super) fn standing(&self, headings: &[Heading], verdict: &Verdict) -> Standing {
        let kind = kind(headings, verdict);
        let count = |counts: &HashMap<Kind, usize>| {
            let count = counts.get(&kind).copied().unwrap_or_default();
            f32::from(u16::try_from(count).unwrap_or(u16::MAX))
        };
        let items = count(&self.items);
        Standing {
            odds: verdict.odds,
            is_single: verdict.group.members.len() == 1,
            is_bare: verdict.is_bare(),
            listed: items / (items + count(&self.headings)).max(1.0),
        }
    }
}

fn kind(headings: &[Heading], verdict: &Verdict) -> Kind {
    let style = |index: usize| headings.get(index).map(|heading| heading.candidate.style);
    (verdict.group.members.first().and_then(|&first| style(first)), verdict.group.under.and_then(style))
}
