//! What the weights of the outline are fitted on.

use super::{group, infer};
use crate::block::Block;
use crate::text::SourceOffset;

/// A group of siblings that is one of headings or a list, as it is seen when that is decided.
#[derive(Clone, Debug)]
pub struct Observation {
    /// Where the markers of its members start.
    pub members: Vec<SourceOffset>,
    /// The values of its traits, in the order of [`traits`].
    pub traits: Vec<f32>,
    /// Whether it is left to weights.
    pub is_open: bool,
    /// The logarithm of the odds that it is one of headings, with the weights of this program.
    pub odds: f32,
}

/// The traits by name, and what each tells.
pub fn traits() -> impl Iterator<Item = (&'static str, &'static str)> {
    group::NAMES.into_iter()
}

/// All groups of `text` in the order in which they are decided.
pub fn observations(text: &str, paragraphs: &[Block]) -> Vec<Observation> {
    let found = infer::verdicts(text, paragraphs).into_iter();
    found
        .map(|(members, verdict)| Observation {
            members,
            traits: verdict.traits.to_vec(),
            is_open: verdict.is_open,
            odds: verdict.odds,
        })
        .collect()
}
