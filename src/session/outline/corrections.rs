//! The reader's corrections of one document: what was asked for, and what of it was undone.

use std::sync::Arc;

use crate::outline::edit::{Anchor, Change, Edit, Scope};
use crate::outline::rules::Rule;
use crate::outline::{Outline, SectionId};
use crate::session::OpenDocument;
use crate::session::library::DocumentState;
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
    /// The reader's own rules for this document.
    pub rules: Vec<Rule>,
    /// What was asked for, in order.
    pub done: Vec<Edit>,
    /// What was undone; the last is the next to be done again.
    pub undone: Vec<Edit>,
    /// 0-based indices of those in `done` whose place is gone.
    pub skipped: Vec<usize>,
    /// Grows whenever the rules change.
    pub serial: u64,
    /// The outline by inference and rules, which all that was `done` is done to.
    pub base: Arc<Outline>,
}

impl OpenDocument {
    /// What is to be remembered of the document.
    pub fn state(&self) -> DocumentState {
        DocumentState {
            edits: self.corrections.done.clone(),
            undone: self.corrections.undone.clone(),
            rules: self.corrections.rules.clone(),
            words: self.words.clone(),
            keeps_quoted: self.keeps_quoted,
            cautioned: self.cautioned.clone(),
            folded: self.folds(),
            picks: Box::new(self.picks.steps()),
            ..DocumentState::new(self.place, self.own_script())
        }
    }

    /// The section that a correction is about when none is named: the one chosen in the outline, else the one
    /// that is being read.
    pub fn target(&self) -> Option<SectionId> {
        self.chosen.or_else(|| self.current())
    }

    /// Whether the section that is meant can be corrected so; before the first one a section can only begin.
    pub fn allows_here(&self, correction: Correction) -> bool {
        if let Some(id) = self.target() {
            return self.allows(id, correction);
        }
        self.is_inferred() && correction == Correction::Split && !self.document.blocks().is_empty()
    }

    /// Whether section `id` can be corrected so.
    pub fn allows(&self, id: SectionId, correction: Correction) -> bool {
        let outline = self.document.outline();
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
        let (text, outline) = (self.document.text(), self.document.outline());
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
        let document = Some(&self.document).filter(|_| self.is_inferred())?;
        let block = document.blocks().get(document.block_at(at))?;
        let range = SourceRange { start: at.max(block.range.start), end: block.range.end };
        let anchor = Anchor::of(document.text(), range);
        (!range.is_empty()).then_some(Edit { anchor, scope: Scope::One, change: Change::Heading(level) })
    }

    /// Where section `id` would be split: at the paragraph that is being read, if it is of the section's own text.
    fn split_at(&self, id: SectionId) -> Option<SourceOffset> {
        let document = &self.document;
        let block = document.blocks().get(document.block_at(self.place))?;
        document.outline().own_text(id).contains(block.range.start).then_some(block.range.start)
    }

    /// Carries `edit` out. What was undone before can no longer be done again.
    pub(in crate::session) fn correct(&mut self, edit: Edit) {
        self.picks.undone.clear();
        self.corrections.undone.clear();
        self.corrections.done.push(edit);
        self.replay();
    }

    /// Whether there is something to undo, or to do again.
    pub fn can_step(&self, forward: bool) -> bool {
        let (edits, picks) = (&self.corrections, &self.picks);
        let (edits, picks) = if forward {
            (!edits.undone.is_empty(), !picks.undone.is_empty())
        } else {
            (!edits.done.is_empty(), !picks.done.is_empty())
        };
        self.is_inferred() && edits || picks
    }

    /// Undoes the last correction, or does the last undone one again.
    pub(in crate::session) fn step_corrections(&mut self, forward: bool) {
        let Corrections { done, undone, .. } = &mut self.corrections;
        let (from, to) = if forward { (undone, done) } else { (done, undone) };
        if let Some(edit) = from.pop() {
            to.push(edit);
            self.replay();
        }
    }

    /// Does all corrections to the outline they start from.
    pub(super) fn replay(&mut self) {
        let edited = self.corrections.base.edited(self.document.text(), &self.corrections.done);
        self.corrections.skipped = edited.skipped;
        self.take_outline(edited.outline);
    }

    /// Puts another outline in; ticks, folds and the chosen section stay with their headings.
    fn take_outline(&mut self, outline: Outline) {
        let document = Arc::new(self.document.with_outline(outline));
        let (old, new) = (self.document.outline(), document.outline());
        let same = |id: &SectionId| new.section_starting_at(old.get(*id)?.span.start);
        let mut ticks = self.ticks.carried(old, new);
        // What is split off a ticked section is ticked too: its text was.
        for id in new.ids() {
            let start = new.get(id).map_or_else(SourceOffset::default, |section| section.span.start);
            let is_new = old.section_starting_at(start).is_none();
            if is_new && old.section_at(start).is_some_and(|holder| self.ticks.contains(holder)) {
                ticks.insert(id);
            }
        }
        self.folded = self.folded.iter().filter_map(same).filter(|id| new.has_children(*id)).collect();
        self.chosen = self.chosen.as_ref().and_then(same);
        self.doubts = new.doubts();
        self.ticks = ticks;
        self.document = document;
        self.edition += 1;
        self.fold_serial += 1;
    }
}
