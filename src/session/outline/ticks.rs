//! What is ticked: the places of the text, and the sections and points that start in them.

use super::ticked_places::{Ticked, TickedPlace};
use crate::document::Document;
use crate::export::{Selection, Tick};
use crate::outline::{PointId, SectionId};
use crate::text::SourceRange;

/// Ticked places, and the sections and points of the outline that start in them.
#[derive(Debug)]
pub(super) struct Ticks {
    places: Ticked,
    /// What is to be ticked once there is an outline.
    due: Vec<TickedPlace>,
    selection: Selection,
}

impl Ticks {
    /// Nothing of `document`.
    pub(super) fn none(document: &Document) -> Self {
        Self { places: Ticked::default(), due: Vec::new(), selection: Selection::none(document) }
    }

    /// The ticked `places` with what of the outline starts in them.
    pub(super) const fn new(places: Ticked, selection: Selection) -> Self {
        Self { places, due: Vec::new(), selection }
    }

    /// Sections and points that are ticked.
    pub(super) const fn selection(&self) -> &Selection {
        &self.selection
    }

    /// What is to be remembered: as long as there is no outline, what was.
    pub(super) fn remembered(&self, document: &Document, is_inferred: bool) -> Vec<TickedPlace> {
        if self.places.is_empty() && !is_inferred {
            return self.due.clone();
        }
        self.places.places(document.text())
    }

    /// Sets what is to be ticked once there is an outline.
    pub(super) fn set_due(&mut self, due: Vec<TickedPlace>) {
        self.due = due;
    }

    /// Looks what starts in the ticked places of `document`, whose outline has become another.
    pub(super) fn renew(&mut self, document: &Document) {
        self.selection = Selection::of_places(document, self.places.ranges());
    }

    /// Ticks section `id` with all below it, or unticks it.
    pub(super) fn toggle(&mut self, document: &Document, id: SectionId) {
        self.selection.toggle_subtree(id);
        let on = self.selection.state(id) == Tick::On;
        let span = document.outline().get(id).map(|section| section.span);
        self.places.set(span.unwrap_or_default(), on);
    }

    /// Ticks point `id`, or unticks it.
    pub(super) fn toggle_point(&mut self, document: &Document, id: PointId) {
        self.selection.toggle_point(id);
        let on = self.selection.contains_point(id);
        let span = document.outline().point(id).map(|point| point.span);
        self.places.set(span.unwrap_or_default(), on);
    }

    /// Ticks what stands before the first section, or unticks it.
    pub(super) fn toggle_preamble(&mut self, document: &Document) {
        self.selection.toggle_preamble();
        self.places.set(document.preamble(), self.selection.contains_preamble());
    }

    /// Ticks all, or nothing.
    pub(super) fn set_all(&mut self, document: &Document, on: bool) {
        self.places.set(SourceRange::new(0, document.text().len()), on);
        self.renew(document);
    }
}
