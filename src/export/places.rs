//! A choice told by places of the text, whatever outline that has.

use super::Selection;
use crate::document::Document;
use crate::outline::PointId;
use crate::text::{SourceOffset, SourceRange};

impl Selection {
    /// Of `document` what starts in one of `ranges`, which ascend and do not overlap: sections, points, and what stands
    /// before the first section. One pass over the outline.
    #[must_use]
    pub fn of_places(document: &Document, ranges: &[SourceRange]) -> Self {
        let mut selection = Self::none(document);
        let mut places = Places(ranges);
        selection.preamble = selection.has_preamble() && places.have(document.preamble().start);
        for (index, section) in document.outline().sections().iter().enumerate() {
            if places.have(section.span.start) {
                selection.sections.fill(index..index + 1, true);
            }
        }
        let mut places = Places(ranges);
        for (index, point) in document.outline().points().iter().enumerate() {
            if places.have(point.marker.start) != selection.is_in_chosen(PointId::new(index)) {
                selection.odd.fill(index..index + 1, true);
            }
        }
        selection.recount();
        selection
    }
}

/// Ranges that are asked for in ascending order.
struct Places<'a>(&'a [SourceRange]);

impl Places<'_> {
    fn have(&mut self, at: SourceOffset) -> bool {
        while let [first, rest @ ..] = self.0
            && first.end <= at
        {
            self.0 = rest;
        }
        self.0.first().is_some_and(|range| range.contains(at))
    }
}

#[cfg(test)]
mod tests {
    use super::super::selection::tests::{LEVELS, document, marks};
    use super::*;

    #[test]
    fn what_starts_in_a_range_is_chosen() {
        let document = document(&LEVELS);
        let chosen = |ranges: &[(usize, usize)]| {
            let ranges: Vec<_> = ranges.iter().map(|(from, to)| SourceRange::new(*from, *to)).collect();
            marks(&Selection::of_places(&document, &ranges), &document)
        };
        assert_eq!(chosen(&[]), "---------");
        assert_eq!(chosen(&[(0, 1), (3, 5), (7, 8)]), "+--++--+-");
        assert_eq!(chosen(&[(0, 9)]), "+++++++++");
    }
}
