//! What the chosen sections and points hold of the source, part by part in document order.

use super::{Selection, Split};
use crate::document::Document;
use crate::outline::{Outline, PointId, SectionId};
use crate::text::SourceRange;

/// A section that is chosen or has chosen points; `None` stands for what comes before the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A chosen section.
    Whole(Option<SectionId>),
    /// The points that are chosen apart from their section.
    Points(Option<SectionId>),
}

/// The parts of `selection`, only those of one file of a split where `within` names one. One pass.
pub(super) fn parts(selection: &Selection, within: Option<Split>) -> impl Iterator<Item = Part> {
    let (sections, points) = match within {
        None => (0..usize::MAX, 0..usize::MAX),
        Some(Split::Preamble) => (0..0, selection.points_in_preamble()),
        Some(Split::Section(id)) => {
            let sections = selection.subtree(id);
            (sections.clone(), selection.points_in(&sections))
        }
    };
    let preamble = selection.preamble && !matches!(within, Some(Split::Section(_)));
    let preamble = preamble.then_some(None).into_iter();
    let mut chosen = preamble.chain(selection.ids_in(sections).map(Some)).peekable();
    // Among them points that are left out of chosen sections: these are passed over with their section.
    let mut odd = selection.odd_in(points).map(|point| selection.parent_of(point)).peekable();
    std::iter::from_fn(move || {
        let lone = odd.peek().copied().filter(|parent| chosen.peek().is_none_or(|whole| parent < whole));
        let (part, parent) = match lone {
            Some(parent) => (Part::Points(parent), parent),
            None => chosen.next().map(|whole| (Part::Whole(whole), whole))?,
        };
        while odd.next_if_eq(&parent).is_some() {}
        Some(part)
    })
}

/// The parts of `selection` that lie `within` what is asked for, each with the sections whose headings are given before it.
pub(super) fn headed(
    document: &Document,
    selection: &Selection,
    (with_path, within): (bool, Option<Split>),
) -> impl Iterator<Item = (Part, Vec<SectionId>)> {
    let mut given: Option<SectionId> = None;
    parts(selection, within).map(move |part| {
        let (id, chosen) = match part {
            Part::Whole(id) => (id, true),
            Part::Points(id) => (id, false),
        };
        let mut path = match id {
            Some(id) if with_path => above(document, id, given),
            _ => Vec::new(),
        };
        path.extend(id.filter(|_| chosen || with_path));
        given = id.or(given);
        (part, path)
    })
}

/// The sections whose headings are given of `selection`, in document order.
pub(super) fn given(
    document: &Document,
    selection: &Selection,
    with_path: bool,
) -> impl Iterator<Item = SectionId> {
    headed(document, selection, (with_path, None)).flat_map(|(_, path)| path)
}

/// The sections above `id`, the highest first, that do not also stand above what was `given` before or are it.
fn above(document: &Document, id: SectionId, given: Option<SectionId>) -> Vec<SectionId> {
    // What stands above `id` and begins before what was given last stands above that too.
    let mut path: Vec<_> = document
        .outline()
        .ancestors(id)
        .take_while(|above| given.is_none_or(|given| *above > given))
        .collect();
    path.reverse();
    path
}

/// The own text of a chosen section, or what stands before the first, without the points that are left out.
pub(super) fn own_text(
    document: &Document,
    selection: &Selection,
    section: Option<SectionId>,
) -> Vec<SourceRange> {
    let outline = document.outline();
    let whole = section.map_or(document.preamble(), |id| outline.own_text(id));
    let mut kept = Vec::new();
    let mut from = whole.start;
    let left_out = selection.odd_in(outline.points_of(section));
    for gap in in_order(left_out.flat_map(|point| own_of_point(outline, selection, point)).collect()) {
        push(&mut kept, SourceRange { start: from, end: gap.start.max(from) });
        from = gap.end.max(from);
    }
    push(&mut kept, SourceRange { start: from, end: whole.end.max(from) });
    kept
}

/// The points that are chosen apart from `section`, each with its text; one that stands in another chosen one is a
/// part of that.
pub(super) fn points(
    outline: &Outline,
    selection: &Selection,
    section: Option<SectionId>,
) -> Vec<(PointId, Vec<SourceRange>)> {
    let mut found: Vec<(PointId, Vec<SourceRange>)> = Vec::new();
    let mut covered = 0;
    for id in selection.odd_in(outline.points_of(section)) {
        if id.index() >= covered {
            covered = selection.within(id).end;
            found.push((id, Vec::new()));
        }
        if let Some((_, ranges)) = found.last_mut() {
            ranges.extend(own_of_point(outline, selection, id));
        }
    }
    found.into_iter().map(|(id, ranges)| (id, in_order(ranges))).collect()
}

/// `ranges` in ascending order, those that touch as one: what stands in a point comes before its end.
fn in_order(mut ranges: Vec<SourceRange>) -> Vec<SourceRange> {
    ranges.sort_unstable_by_key(|range| range.start);
    let mut merged = Vec::with_capacity(ranges.len());
    for range in ranges {
        push(&mut merged, range);
    }
    merged
}

/// What of a point stands in none of the points in it.
fn own_of_point(outline: &Outline, selection: &Selection, id: PointId) -> Vec<SourceRange> {
    let Some(point) = outline.point(id) else { return Vec::new() };
    let within = selection.within(id);
    let mut own = Vec::new();
    let mut from = point.span.start;
    let mut inner = within.start + 1;
    while inner < within.end
        && let Some(next) = outline.point(PointId::new(inner))
    {
        push(&mut own, SourceRange { start: from, end: next.span.start.max(from) });
        from = next.span.end.max(from);
        inner = selection.within(PointId::new(inner)).end;
    }
    push(&mut own, SourceRange { start: from, end: point.span.end.max(from) });
    own
}

/// Adds `range`, to the last one where it begins at its end.
fn push(ranges: &mut Vec<SourceRange>, range: SourceRange) {
    if range.is_empty() {
        return;
    }
    match ranges.last_mut() {
        Some(last) if last.end == range.start => last.end = range.end,
        _ => ranges.push(range),
    }
}
