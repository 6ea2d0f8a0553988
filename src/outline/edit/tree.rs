//! Parents, spans and points made anew from the levels of the sections.

use crate::outline::{Point, Section, SectionId};
use crate::text::SourceOffset;

/// Gives `sections`, in document order, the parents and spans that follow from their levels. One pass.
pub(in crate::outline) fn relink(text_len: usize, sections: &mut [Section]) {
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut ends: Vec<SourceOffset> = vec![SourceOffset::new(text_len); sections.len()];
    for index in 0..sections.len() {
        let limit = sections.get(index + 1).map_or(SourceOffset::new(text_len), |next| next.span.start);
        let Some(section) = sections.get_mut(index) else { continue };
        while let Some((_, closed)) = open.pop_if(|(level, _)| *level >= section.level) {
            if let Some(end) = ends.get_mut(closed) {
                *end = section.span.start;
            }
        }
        section.parent = open.last().map(|(_, above)| SectionId::new(*above));
        open.push((section.level, index));
        // A heading made by hand may cut into the heading before it.
        for range in [&mut section.marker, &mut section.title] {
            range.end = range.end.min(limit);
            range.start = range.start.min(range.end);
        }
        section.body = section.body.min(limit);
    }
    for (section, end) in sections.iter_mut().zip(ends) {
        section.span.end = end;
    }
}

/// Puts `points` under the sections they stand in now; those that have become headings go. `before` are the
/// sections that they were found under.
pub(in crate::outline) fn rehang(before: &[Section], points: &[Point], sections: &[Section]) -> Vec<Point> {
    let mut next = 0;
    let mut kept = Vec::with_capacity(points.len());
    for point in points {
        while sections.get(next).is_some_and(|section| section.span.start <= point.marker.start) {
            next += 1;
        }
        let parent = next.checked_sub(1);
        let above = parent.and_then(|parent| sections.get(parent));
        if above.is_some_and(|section| section.span.start == point.marker.start) {
            continue;
        }
        let old = point.parent.and_then(|id| before.get(id.index())).map_or(0, |section| section.level);
        let level = above.map_or(0, |section| section.level).saturating_add(point.level.saturating_sub(old));
        // A heading that was made within it ends it.
        let mut span = point.span;
        if let Some(section) = sections.get(next) {
            span.end = span.end.min(section.span.start);
        }
        kept.push(Point { level, parent: parent.map(SectionId::new), span, ..*point });
    }
    kept
}
