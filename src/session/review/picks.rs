//! What the reader has decided about places of a document, step by step, so that it can be undone.

use serde::{Deserialize, Serialize};

use crate::script::{Dictionary, Pick, Picked, settle};

/// What is undone at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UndoStep {
    /// Decisions on places.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub picks: Vec<Pick>,
    /// Entries that came into the reader's own dictionary with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub always: Option<Always>,
    /// How many corrections of the outline were done before it: both are undone in one order.
    pub after: usize,
}

/// Entries of the reader's own dictionary that a step put there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Always {
    /// Whether they are for all documents.
    pub everywhere: bool,
    /// The entries.
    pub added: Dictionary,
    /// The entries for the same words that were there before.
    pub replaced: Dictionary,
}

impl Always {
    /// `words` with the entries, or, where they are undone, as it was before.
    pub fn put(&self, words: &Dictionary, done: bool) -> Dictionary {
        if done {
            words.with_all(&self.added)
        } else {
            words.without_all(&self.added).with_all(&self.replaced)
        }
    }
}

/// What is remembered of the decisions on places of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UndoSteps {
    /// What was decided, in order.
    pub done: Vec<UndoStep>,
    /// What was undone; the last is the next to be done again.
    pub undone: Vec<UndoStep>,
}

impl UndoSteps {
    /// Whether nothing was decided.
    pub const fn is_empty(&self) -> bool {
        self.done.is_empty() && self.undone.is_empty()
    }
}

/// All decisions on places of the document that is open.
#[derive(Clone, Debug, Default)]
pub struct Picks {
    done: Vec<UndoStep>,
    undone: Vec<UndoStep>,
    picked: Picked,
}

impl Picks {
    /// What is remembered, with the places in `text`, and how many of these are gone.
    pub fn placed(steps: &UndoSteps, text: &str) -> (Self, usize) {
        let UndoSteps { mut done, mut undone } = steps.clone();
        let all = done.iter_mut().chain(&mut undone);
        let lost = settle(text, all.flat_map(|step| &mut step.picks));
        let mut picks = Self { done, undone, picked: Picked::default() };
        picks.hold();
        (picks, lost)
    }

    /// What holds now.
    pub const fn picked(&self) -> &Picked {
        &self.picked
    }

    /// What holds now, alone.
    pub(in crate::session) fn into_picked(self) -> Picked {
        self.picked
    }

    /// The step that is undone next, or done again (`forward`).
    pub fn last(&self, forward: bool) -> Option<&UndoStep> {
        if forward { self.undone.last() } else { self.done.last() }
    }

    /// What was undone before can no longer be done again.
    pub(in crate::session) fn forget_undone(&mut self) {
        self.undone.clear();
    }

    /// What is to be remembered.
    pub fn steps(&self) -> UndoSteps {
        UndoSteps { done: self.done.clone(), undone: self.undone.clone() }
    }

    /// Takes a step; what was undone before can no longer be done again.
    pub fn take(&mut self, step: UndoStep) {
        self.undone.clear();
        self.done.push(step);
        self.hold();
    }

    /// Undoes the last step, or does the last undone one again; returns it.
    pub fn undo_or_redo(&mut self, forward: bool) -> Option<UndoStep> {
        let (from, to) =
            if forward { (&mut self.undone, &mut self.done) } else { (&mut self.done, &mut self.undone) };
        let step = from.pop()?;
        to.push(step.clone());
        self.hold();
        Some(step)
    }

    fn hold(&mut self) {
        self.picked = Picked::of(self.done.iter().flat_map(|step| &step.picks));
    }
}
