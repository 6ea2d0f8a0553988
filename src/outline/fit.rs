//! What the weights of the outline are fitted on.

use std::ops::ControlFlow;

use super::format::Said;
use super::scan::{self, Candidates};
use super::source::Source;
use super::{contents, group, infer, reading, sureness, weights};
use crate::block::Block;
use crate::progress::Progress;
use crate::text::SourceOffset;

/// A group of siblings that is one of headings or a list, as it is seen when that is decided.
#[derive(Clone, Debug)]
pub struct Siblings {
    /// Where their markers start.
    pub members: Vec<SourceOffset>,
    /// The values of their traits, in the order of [`sibling_traits`].
    pub traits: Vec<f32>,
    /// Whether the traits decide.
    pub is_open: bool,
}

/// A heading of the last reading.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// Where its marker starts.
    pub start: SourceOffset,
    /// How deep it stands; 1 is the top.
    pub level: u8,
    /// The values of its traits, in the order of [`heading_traits`].
    pub traits: [f32; sureness::COUNT],
}

/// The traits of siblings by name, and what each tells.
pub fn sibling_traits() -> impl Iterator<Item = (&'static str, &'static str)> {
    group::NAMES.into_iter()
}

/// The traits of headings by name, and what each tells.
pub fn heading_traits() -> impl Iterator<Item = (&'static str, &'static str)> {
    sureness::NAMES.into_iter()
}

/// All groups of all readings of `text`, and the headings that come of it; read with `weights` for the traits of
/// siblings instead of the program's own, as far as there are any.
pub fn observe(text: &str, paragraphs: &[Block], weights: &[f32]) -> (Vec<Siblings>, Vec<Found>) {
    let said = Said::default();
    let source = Source { text, blocks: paragraphs, said: &said };
    let mut own = weights::lists();
    own.iter_mut().zip(weights).for_each(|(own, weight)| *own = *weight);
    let mut go_on = |_| ControlFlow::Continue(());
    let progress = &mut Progress::new(&mut go_on);
    let mut groups = Vec::new();
    let ControlFlow::Continue(Some(Candidates { mut heads, points, .. })) = scan::scan(source, progress)
    else {
        return Default::default();
    };
    contents::drop_repeated(source, &mut heads);
    let markers = infer::merged(&heads, points);
    let read = reading::read_with((source, &markers), heads, &own, progress, |headings, verdicts| {
        let start = |index: &usize| headings.get(*index).map(|heading| heading.candidate.range.start);
        groups.extend(verdicts.iter().map(|verdict| Siblings {
            members: verdict.group.members.iter().filter_map(start).collect(),
            traits: verdict.traits.to_vec(),
            is_open: verdict.is_open,
        }));
    });
    let headings = read.continue_value().unwrap_or_default();
    let traits = sureness::traits(&headings);
    let found = headings.iter().zip(traits).map(|(heading, traits)| Found {
        start: heading.candidate.range.start,
        level: heading.choice.depth,
        traits,
    });
    (groups, found.collect())
}
