//! What the overview shows: one table, from what lies at the bottom to what lies on top.

use std::ops::Range;

use egui::Color32;

use crate::outline::SectionId;
use crate::session::review::Standing;
use crate::session::{OpenDocument, Session, TextSelection};
use crate::text::{SourceOffset, SourceRange};
use crate::ui::appearance::theme::Palette;

/// One kind of mark.
pub(super) struct Layer {
    /// Its colour.
    pub(super) color: fn(&Palette) -> Color32,
    /// Where a mark of a weight stands across the strip, in points from its inner edge.
    pub(super) lane: fn(u8) -> Range<f32>,
    /// The least height of a mark, in points.
    pub(super) height: f32,
    /// Whether a click near a mark goes to it.
    pub(super) catches: bool,
    /// Numbers of which one changes whenever the marks do.
    pub(super) state: fn(&Session, &OpenDocument) -> [usize; 3],
    /// The weightiest mark in a part of the text, the first of several; a search in order, not a pass over all.
    pub(super) mark: fn(&Session, &OpenDocument, SourceRange) -> Option<Mark>,
}

/// A mark: where it leads, and how much it weighs, 1 or more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Mark {
    pub(super) at: SourceOffset,
    pub(super) weight: u8,
}

impl Mark {
    const fn at(at: SourceOffset) -> Self {
        Self { at, weight: 1 }
    }
}

/// All kinds of marks.
pub(super) const LAYERS: &[Layer] = &[
    Layer {
        color: |palette| palette.selection,
        lane: |_| 2.0..15.0,
        height: 2.0,
        catches: false,
        state: |_, open| {
            let range = open.position.selection().map(TextSelection::range).unwrap_or_default();
            [range.start.get(), range.end.get(), 0]
        },
        mark: |_, open, part| open.position.selection()?.within(part).map(|range| Mark::at(range.start)),
    },
    Layer {
        color: |palette| palette.point,
        lane: |_| 3.0..5.0,
        height: 2.0,
        catches: false,
        state: |_, open| [open.outline.ticks().fingerprint(), outline_of(open), 0],
        mark: |_, open, part| {
            let sections = starting_in(open, part);
            // The section that reaches into the part counts too.
            let pinned = sections.start.saturating_sub(1)..sections.end;
            let preamble = sections.start == 0 && open.outline.ticks().contains_preamble();
            (preamble || open.outline.ticks().has_any_in(pinned)).then_some(Mark::at(part.start))
        },
    },
    Layer {
        color: |palette| palette.frame,
        lane: |weight| 7.0..7.0 + f32::from(weight) * 2.0,
        height: 1.0,
        catches: true,
        state: |_, open| [outline_of(open), 0, 0],
        mark: |_, open, part| {
            let sections = open.document().outline().sections().get(starting_in(open, part))?;
            let first = sections.iter().min_by_key(|section| section.level)?;
            Some(Mark { at: first.span.start, weight: 5 - first.level.clamp(1, 4) })
        },
    },
    Layer {
        color: |palette| palette.ink,
        lane: |_| 12.0..15.0,
        height: 3.0,
        catches: true,
        state: |_, open| [outline_of(open), open.outline.doubts().len(), 0],
        mark: |_, open, part| {
            let sections = starting_in(open, part);
            let after = open.outline.doubts().partition_point(|id| id.index() < sections.start);
            let id = open.outline.doubts().get(after).filter(|id| id.index() < sections.end)?;
            Some(Mark::at(open.document().outline().get(*id)?.span.start))
        },
    },
    Layer {
        color: |palette| palette.accent,
        lane: |_| 7.0..15.0,
        height: 2.0,
        catches: true,
        state: |session, _| {
            let search = &session.search;
            let serial = usize::try_from(search.serial).unwrap_or_default();
            [serial, search.hits.len(), usize::from(session.shows_search())]
        },
        mark: |session, _, part| session.marked_hits(part).1.first().map(|hit| Mark::at(hit.start)),
    },
    // What the review has found and is not decided yet.
    Layer {
        color: |palette| palette.accent,
        lane: |_| 7.0..15.0,
        height: 2.0,
        catches: true,
        state: |session, _| {
            let edition = usize::try_from(session.review.edition).unwrap_or_default();
            [edition, usize::from(session.shows_review()), 0]
        },
        mark: |session, _, part| {
            let mut finds = session.marked_finds(part);
            let open = finds.find(|(_, standing, _)| *standing == Standing::Open);
            open.map(|(place, ..)| Mark::at(place.start))
        },
    },
];

/// Changes with the outline.
fn outline_of(open: &OpenDocument) -> usize {
    usize::try_from(open.content.edition()).unwrap_or_default()
}

/// The sections that begin in `part`, as 0-based indices.
fn starting_in(open: &OpenDocument, part: SourceRange) -> Range<usize> {
    let sections = open.document().outline().sections();
    let after = |at: SourceOffset| sections.partition_point(|section| section.span.start < at);
    after(part.start)..after(part.end)
}

/// What of the document the overview shows, in figures: sections, ticked sections, doubts, hits.
pub(super) fn figures(session: &Session, open: &OpenDocument) -> [usize; 4] {
    let hits = if session.shows_search() { session.search.hits.len() } else { 0 };
    [
        open.document().outline().sections().len(),
        open.outline.ticks().count(),
        open.outline.doubts().len(),
        hits,
    ]
}

/// The section at `at`, for a hint.
pub(super) fn section_at(open: &OpenDocument, at: SourceOffset) -> Option<SectionId> {
    open.document().outline().section_at(at)
}
