//! A candidate that a reading takes for a heading.

use super::candidate::Candidate;
use super::sequence::Choice;

/// A candidate that the best reading takes for a heading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heading {
    pub candidate: Candidate,
    pub choice: Choice,
    /// What is known of its group.
    pub group: Standing,
}

/// What is known of a group of headings.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Standing {
    /// The logarithm of the odds that it is one of headings.
    pub odds: f32,
    /// Whether there is only one.
    pub is_single: bool,
    /// Whether none has anything of its own.
    pub is_bare: bool,
    /// How many of those that are of its style below the same style are taken for items of lists, 0 to 1.
    pub listed: f32,
}
