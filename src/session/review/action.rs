//! What the reader can ask for in the review by menu, shortcut or button.

use super::{Reviewing, Verdict};
use crate::session::{Effect, Session};

/// Something that is asked for about the review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReviewAction {
    /// Show or hide the review: scars and choices of the text.
    Show,
    /// Go to the next find.
    Next,
    /// Go to the find before.
    Previous,
    /// Do what is suggested for the find that was gone to.
    Accept,
    /// Leave the find that was gone to as it is.
    Keep,
    /// Do what is suggested wherever that word stands.
    Always,
    /// Do what is suggested for all scars that are sure ones.
    AcceptAllSure,
}

impl Reviewing {
    /// Whether `asked` would do anything now, where all the text is there.
    pub fn allows(&self, asked: ReviewAction) -> bool {
        match asked {
            ReviewAction::Show => true,
            ReviewAction::Next | ReviewAction::Previous => {
                self.finds.as_ref().is_none_or(|finds| !finds.list().is_empty())
            }
            ReviewAction::Accept | ReviewAction::Keep => self.current.is_some(),
            ReviewAction::Always => self.current.is_some_and(|at| self.has_word(at)),
            ReviewAction::AcceptAllSure => self.sure_open() > 0,
        }
    }
}

impl Session {
    pub(in crate::session) fn act_on_review(&mut self, asked: ReviewAction) -> Vec<Effect> {
        match (asked, self.review.current) {
            (ReviewAction::Show, _) if self.shows_review() => self.close_panel(),
            (ReviewAction::Show, _) => self.open_review(),
            (ReviewAction::Next | ReviewAction::Previous, _) if !self.shows_review() => self.open_review(),
            (ReviewAction::Next, _) => self.step_finds(true),
            (ReviewAction::Previous, _) => self.step_finds(false),
            (ReviewAction::Accept, Some(at)) => self.decide(&[at], Verdict::Suggested),
            (ReviewAction::Keep, Some(at)) => self.decide(&[at], Verdict::Keep),
            (ReviewAction::Always, Some(at)) => self.always_suggested(at),
            (ReviewAction::Accept | ReviewAction::Keep | ReviewAction::Always, None) => Vec::new(),
            (ReviewAction::AcceptAllSure, _) => self.accept_all_sure(),
        }
    }
}
