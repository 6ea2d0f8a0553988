//! What the chosen sections and points hold of the source, part by part in document order.

use super::Selection;
use crate::outline::{Outline, PointId, SectionId};
use crate::text::SourceRange;

/// A section that is chosen or has chosen points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A chosen section.
    Section(SectionId),
    /// The points that are chosen apart from their section, `None` for those before the first.
    Points(Option<SectionId>),
}

/// The parts of `selection`, only those in the subtree of `within` where one is named. One pass.
pub(super) fn parts(selection: &Selection, within: Option<SectionId>) -> impl Iterator<Item = Part> {
    let sections = within.map_or(0..usize::MAX, |id| selection.subtree(id));
    let points = within.map_or(0..usize::MAX, |_| selection.points_in(&sections));
    let mut ids = selection.ids_in(sections).peekable();
    // Among them points that are left out of chosen sections: these are passed over with their section.
    let mut odd = selection.odd_in(points).map(|point| selection.parent_of(point)).peekable();
    std::iter::from_fn(move || {
        let lone = odd.peek().copied().filter(|parent| ids.peek().is_none_or(|id| *parent < Some(*id)));
        let (part, parent) = match lone {
            Some(parent) => (Part::Points(parent), parent),
            None => ids.next().map(|id| (Part::Section(id), Some(id)))?,
        };
        while odd.next_if_eq(&parent).is_some() {}
        Some(part)
    })
}

/// The own text of chosen section `id` without the points that are left out.
pub(super) fn own_text(outline: &Outline, selection: &Selection, id: SectionId) -> Vec<SourceRange> {
    let whole = outline.own_text(id);
    let mut kept = Vec::new();
    let mut from = whole.start;
    for point in selection.odd_in(selection.points_in(&(id.index()..id.index() + 1))) {
        for gap in own_of_point(outline, selection, point) {
            push(&mut kept, SourceRange { start: from, end: gap.start.max(from) });
            from = gap.end.max(from);
        }
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
            for range in own_of_point(outline, selection, id) {
                push(ranges, range);
            }
        }
    }
    found
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
