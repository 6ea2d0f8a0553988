//! A candidate that a reading takes for a heading.

use super::candidate::Candidate;
use super::sequence::Choice;

/// A candidate that the best reading takes for a heading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heading {
    pub candidate: Candidate,
    pub choice: Choice,
    /// The logarithm of the odds that its group is one of headings.
    pub odds: f32,
    /// Whether it is alone in its group.
    pub alone: bool,
}
