//! How many of a style are taken for items of lists: what is a heading here is the less sure for it.

use std::collections::HashMap;

use super::super::group::Verdict;
use super::super::heading::{Heading, Standing};
use super::super::style::Style;

/// The items of lists and the headings of each style below each style.
#[derive(Debug, Default)]
pub(super) struct Listed(HashMap<Kind, (usize, usize)>);

/// A style, and the one above it.
type Kind = (Option<Style>, Option<Style>);

impl Listed {
    /// Counts what a reading takes for lists, besides those of the readings before, and its headings anew.
    pub(super) fn count(&mut self, headings: &[Heading], verdicts: &[Verdict], kept: &[bool]) {
        for (_, staying) in self.0.values_mut() {
            *staying = 0;
        }
        for verdict in verdicts {
            let (items, staying) = self.0.entry(kind(headings, verdict)).or_default();
            let stays = |member: &&usize| kept.get(**member).copied().unwrap_or(true);
            let stay = verdict.group.members.iter().filter(stays).count();
            *staying += stay;
            *items += verdict.group.members.len() - stay;
        }
    }

    /// What is known of the group of `verdict`.
    pub(super) fn standing(&self, headings: &[Heading], verdict: &Verdict) -> Standing {
        let (items, staying) = self.0.get(&kind(headings, verdict)).copied().unwrap_or_default();
        let number = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
        Standing {
            odds: verdict.odds,
            is_single: verdict.group.members.len() == 1,
            is_bare: verdict.is_bare(),
            listed: number(items) / number(items + staying).max(1.0),
        }
    }
}

fn kind(headings: &[Heading], verdict: &Verdict) -> Kind {
    let style = |index: usize| headings.get(index).map(|heading| heading.candidate.style);
    (verdict.group.members.first().and_then(|&first| style(first)), verdict.group.under.and_then(style))
}
