//! The reader's corrections of one document: what was asked for, and what of it was undone.

use std::sync::Arc;

use crate::outline::edit::{Anchor, Change, Edit, Scope};
use crate::outline::rules::Rule;
use crate::outline::{Outline, SectionId};
use crate::session::OpenDocument;
use crate::text::{SourceOffset, SourceRange};

/// A correction that the reader can ask for without saying more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Correction {
    /// One level nearer to the top.
    Promote(Scope),
    /// One level down.
    Demote(Scope),
    /// No section.
    Remove(Scope),
    /// Right as it is.
    Keep(Scope),
    /// Another name.
    Rename,
    /// One section with the next beside it.
    MergeNext,
    /// Another section from the place that is being read on.
    Split,
}

/// Everything that was corrected in a document, and how to do it again.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    rules: Vec<Rule>,
    done: Vec<Edit>,
    undone: Vec<Edit>,
    /// 0-based indices of those in `done` whose place is gone.
    skipped: Vec<usize>,
    /// Grows whenever the rules change.
    serial: u64,
    /// The outline by inference and rules, which all that was `done` is done to.
    base: Arc<Outline>,
}

impl Corrections {
    /// Takes what is remembered, before there is an outline to do it to.
    pub(super) fn expect(&mut self, rules: Vec<Rule>, done: Vec<Edit>, undone: Vec<Edit>) {
        (self.rules, self.done, self.undone) = (rules, done, undone);
    }

    /// The reader's own rules for this document.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// What was asked for, in order.
    pub fn done(&self) -> &[Edit] {
        &self.done
    }

    /// What was undone; the last is the next to be done again.
    pub fn undone(&self) -> &[Edit] {
        &self.undone
    }

    /// How many of those that were asked for find no place.
    pub fn skipped(&self) -> usize {
        self.skipped.len()
    }

    /// The outline is there: `base` is it before the edits, of which those at `skipped` found no place.
    pub(super) fn begin(&mut self, base: Arc<Outline>, skipped: Vec<usize>) {
        self.base = base;
        self.skipped = skipped;
    }

    /// Asks for `edit` too. What was undone before can no longer be done again.
    fn add(&mut self, edit: Edit) {
        self.undone.clear();
        self.done.push(edit);
    }

    /// What was undone before can no longer be done again.
    pub(super) fn forget_undone(&mut self) {
        self.undone.clear();
    }

    /// Undoes the last edit, or does the last undone one again; tells whether there was one.
    fn undo_or_redo(&mut self, forward: bool) -> bool {
        let (from, to) =
            if forward { (&mut self.undone, &mut self.done) } else { (&mut self.done, &mut self.undone) };
        let edit = from.pop();
        let stepped = edit.is_some();
        to.extend(edit);
        stepped
    }

    /// Does all edits to the outline they start from.
    fn replay(&mut self, text: &str) -> Outline {
        let edited = self.base.edited(text, &self.done);
        self.skipped = edited.skipped;
        edited.outline
    }

    /// The rules, to be changed.
    pub(super) const fn rules_mut(&mut self) -> &mut Vec<Rule> {
        &mut self.rules
    }

    /// Numbers a change of the rules.
    pub(super) const fn number_change(&mut self) -> u64 {
        self.serial += 1;
        self.serial
    }

    /// Whether the change of the rules of that number is the last.
    const fn is_last_change(&self, serial: u64) -> bool {
        self.serial == serial
    }
}

impl OpenDocument {
    /// The section that a correction is about when none is named: the one chosen in the outline, else the one
    /// that is being read.
    pub fn target(&self) -> Option<SectionId> {
        self.outline.chosen().or_else(|| self.current())
    }

    /// Whether the section that is meant can be corrected so; before the first one a section can only begin.
    pub fn allows_here(&self, correction: Correction) -> bool {
        if let Some(id) = self.target() {
            return self.allows(id, correction);
        }
        self.is_inferred() && correction == Correction::Split && !self.document().blocks().is_empty()
    }

    /// Whether section `id` can be corrected so.
    pub fn allows(&self, id: SectionId, correction: Correction) -> bool {
        let outline = self.document().outline();
        match correction {
            Correction::Promote(_) => outline.promoted(id).is_some(),
            Correction::Demote(Scope::One) => outline.demoted(id).is_some(),
            // Looking for where all of its kind can go may take a while; asking in vain does no harm.
            Correction::Demote(Scope::Kind) | Correction::Remove(_) | Correction::Rename => {
                outline.get(id).is_some()
            }
            Correction::Keep(_) => outline.is_doubtful(id),
            Correction::MergeNext => outline.sibling_after(id).is_some(),
            Correction::Split => self.split_at(id).is_some(),
        }
    }

    /// The edit that corrects section `id` so; `None` where it cannot be, or where more has to be asked.
    pub fn edit_for(&self, id: SectionId, correction: Correction) -> Option<Edit> {
        let (text, outline) = (self.document().text(), self.document().outline());
        let (id, scope, change) = match correction {
            Correction::Promote(scope) => (id, scope, Change::Level(outline.promoted(id)?)),
            Correction::Demote(Scope::One) => (id, Scope::One, Change::Level(outline.demoted(id)?)),
            Correction::Demote(Scope::Kind) => {
                // The first of a run of its kind has the section before it to go below; it tells for all.
                let level =
                    outline.kind(text, id).into_iter().find_map(|id| outline.demoted_kind(text, id))?;
                (id, Scope::Kind, Change::Level(level))
            }
            Correction::Remove(scope) => (id, scope, Change::Remove),
            Correction::Keep(scope) => (id, scope, Change::Keep),
            Correction::MergeNext => (outline.sibling_after(id)?, Scope::One, Change::Remove),
            Correction::Split => return self.heading_edit(self.split_at(id)?, outline.get(id)?.level),
            Correction::Rename => return None,
        };
        outline.edit(text, id, scope, change)
    }

    /// The edit that makes the line, or the rest of it, that starts at `at` a heading.
    pub fn heading_edit(&self, at: SourceOffset, level: u8) -> Option<Edit> {
        // Without an outline there is no level to be on.
        let document = Some(self.document()).filter(|_| self.is_inferred())?;
        let block = document.blocks().get(document.block_at(at))?;
        let range = SourceRange { start: at.max(block.range().start), end: block.range().end };
        let anchor = Anchor::of(document.text(), range);
        (!range.is_empty()).then_some(Edit { anchor, scope: Scope::One, change: Change::Heading(level) })
    }

    /// Where section `id` would be split: at the paragraph that is being read, if it is of the section's own text.
    fn split_at(&self, id: SectionId) -> Option<SourceOffset> {
        let document = self.document();
        let block = document.blocks().get(document.block_at(self.place()))?;
        document.outline().own_text(id).contains(block.range().start).then_some(block.range().start)
    }

    /// Does `edit`. What was undone before can no longer be done again.
    pub(in crate::session) fn correct(&mut self, edit: Edit) {
        self.picks.forget_undone();
        self.outline.corrections_mut().add(edit);
        self.replay();
    }

    /// Whether there is something to undo, or to do again.
    pub fn can_undo_or_redo(&self, forward: bool) -> bool {
        let corrections = self.outline.corrections();
        let edits = if forward { corrections.undone() } else { corrections.done() };
        self.is_inferred() && !edits.is_empty() || self.picks.last(forward).is_some()
    }

    /// Whether what is undone next, or done again, is a decision on places of the text, and no correction.
    pub(super) fn steps_picks(&self, forward: bool) -> bool {
        let corrections = self.outline.corrections();
        let done = corrections.done().len();
        let next = self.picks.last(forward);
        if forward {
            next.is_some_and(|step| step.after == done || corrections.undone().is_empty())
        } else {
            next.is_some_and(|step| step.after >= done)
        }
    }

    /// Undoes the last correction, or does the last undone one again.
    pub(super) fn undo_or_redo(&mut self, forward: bool) {
        if self.outline.corrections_mut().undo_or_redo(forward) {
            self.replay();
        }
    }

    /// Takes the outline `base`, which the change of the rules of that number has made.
    pub(super) fn take_ruled(&mut self, serial: u64, base: Arc<Outline>) {
        let corrections = self.outline.corrections_mut();
        if corrections.is_last_change(serial) {
            corrections.begin(base, Vec::new());
            self.replay();
        }
    }

    /// Does all corrections to the outline they start from, and puts in what comes of it.
    fn replay(&mut self) {
        let outline = self.outline.corrections_mut().replay(self.content.document().text());
        let document = self.document().with_outline(outline);
        self.outline.renew(self.content.document(), &document);
        self.content.replace(document);
    }
}
