//! What the reader does with the outline: ticks, folds, corrections, and the section that is meant.

use std::sync::Arc;

use super::corrections::Corrections;
use super::folding::Folds;
use super::ticked_places::{Ticked, TickedPlace};
use super::ticks::Ticks;
use crate::document::Document;
use crate::export::Selection;
use crate::outline::{Outline, PointId, SectionId};
use crate::session::library::DocumentState;
use crate::text::SourceOffset;

/// What the reader does with the outline of a document.
#[derive(Debug)]
pub struct OutlineState {
    ticks: Ticks,
    folds: Folds,
    corrections: Corrections,
    chosen: Option<SectionId>,
    doubts: Vec<SectionId>,
    filter: String,
}

impl OutlineState {
    /// What `state` remembers of `document`, whose outline is not there yet.
    pub(in crate::session) fn remembered(document: &Document, state: DocumentState) -> Self {
        let mut remembered = Self {
            ticks: Ticks::none(document),
            folds: Folds::default(),
            corrections: Corrections::default(),
            chosen: None,
            doubts: Vec::new(),
            filter: String::new(),
        };
        remembered.expect(state);
        remembered
    }

    /// Ticked sections and points: those that start in ticked places.
    pub const fn ticks(&self) -> &Selection {
        self.ticks.selection()
    }

    /// The folded sections.
    pub const fn folds(&self) -> &Folds {
        &self.folds
    }

    /// What the reader has corrected.
    pub const fn corrections(&self) -> &Corrections {
        &self.corrections
    }

    /// The section chosen in the outline, until another one is read.
    pub const fn chosen(&self) -> Option<SectionId> {
        self.chosen
    }

    /// The sections that may be wrong, in document order.
    pub fn doubts(&self) -> &[SectionId] {
        &self.doubts
    }

    /// What stands in the outline's filter.
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// What is to be remembered of the ticks in `document`.
    pub(in crate::session) fn ticked_places(
        &self,
        document: &Document,
        is_inferred: bool,
    ) -> Vec<TickedPlace> {
        self.ticks.remembered(document, is_inferred)
    }

    /// Where the folded sections start, in order; without an `outline`, where sections are to be folded.
    pub(in crate::session) fn fold_starts(&self, outline: Option<&Outline>) -> Vec<SourceOffset> {
        self.folds.starts(outline)
    }

    /// Puts in what is remembered; the outline is not there yet.
    pub(in crate::session) fn expect(&mut self, state: DocumentState) {
        self.folds.set_due(state.folded);
        self.ticks.set_due(state.ticked);
        self.corrections.expect(state.rules, state.edits, state.undone);
    }

    /// The outline is there: `base` is it before the edits, of which those at `skipped` found no place.
    pub(in crate::session) fn begin(
        &mut self,
        (base, skipped): (Arc<Outline>, Vec<usize>),
        (ticked, ticks): (Ticked, Selection),
        doubts: Vec<SectionId>,
    ) {
        self.corrections.begin(base, skipped);
        self.ticks = Ticks::new(ticked, ticks);
        self.doubts = doubts;
    }

    /// Folds the sections of `outline` that were to be folded.
    pub(in crate::session) fn fold_due(&mut self, outline: &Outline) {
        self.folds.fold_due(outline);
    }

    /// Folds the sections of `outline` that are `now` what those folded in `before` were.
    pub(in crate::session) fn take_folds(
        &mut self,
        before: &Self,
        outline: &Outline,
        now: impl Fn(SectionId) -> Option<SectionId>,
    ) {
        self.folds.take(&before.folds, outline, now);
    }

    /// The outline of `old` has become that of `new`: ticks, folds and the chosen section stay with their headings.
    pub(super) fn renew(&mut self, old: &Document, new: &Document) {
        let (before, now) = (old.outline(), new.outline());
        let same = |id: SectionId| now.section_starting_at(before.get(id)?.span.start);
        self.folds.renew(now, same);
        self.chosen = self.chosen.and_then(same);
        self.doubts = now.doubts();
        self.ticks.renew(new);
    }

    pub(super) const fn corrections_mut(&mut self) -> &mut Corrections {
        &mut self.corrections
    }

    /// What was undone before can no longer be done again.
    pub(in crate::session) fn forget_undone(&mut self) {
        self.corrections.forget_undone();
    }

    /// Chooses section `id`, or lets the chosen one go.
    pub(in crate::session) const fn choose(&mut self, id: Option<SectionId>) {
        self.chosen = id;
    }

    /// Sets what stands in the filter.
    pub(in crate::session) fn filter_by(&mut self, filter: String) {
        self.filter = filter;
    }

    /// Folds section `id` of `document`, or unfolds it, with all below it where `deep`.
    pub(in crate::session) fn fold(&mut self, document: &Document, id: SectionId, deep: bool) {
        self.folds.toggle(document.outline(), id, deep);
    }

    /// Folds so that sections of `document` down to `level` are seen.
    pub(in crate::session) fn fold_to(&mut self, document: &Document, level: u8) {
        self.folds.fold_to(document.outline(), level);
    }

    pub(super) fn tick(&mut self, document: &Document, id: SectionId) {
        self.ticks.toggle(document, id);
    }

    pub(super) fn tick_point(&mut self, document: &Document, id: PointId) {
        self.ticks.toggle_point(document, id);
    }

    pub(super) fn tick_preamble(&mut self, document: &Document) {
        self.ticks.toggle_preamble(document);
    }

    pub(super) fn tick_all(&mut self, document: &Document, on: bool) {
        self.ticks.set_all(document, on);
    }
}
