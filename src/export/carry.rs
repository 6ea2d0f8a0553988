//! A choice carried over to another outline of the same text.

use super::Selection;
use crate::outline::{Outline, PointId, SectionId};
use crate::text::SourceOffset;

impl Selection {
    /// The same choice in another outline `to` of the same text: a section or point is chosen where a chosen one of
    /// `from` starts at the same place. What was a point may be a section now, and the other way round.
    #[must_use]
    pub fn carried(&self, from: &Outline, to: &Outline) -> Self {
        let start = |id: SectionId| from.get(id).map(|section| section.span.start);
        let odd = |chosen: bool| {
            let of_kind = self.odd().filter(move |id| self.contains_point(*id) == chosen);
            of_kind.filter_map(|id| from.point(id).map(|point| point.marker.start))
        };
        let mut chosen: Vec<_> = self.ids().filter_map(start).chain(odd(true)).collect();
        chosen.sort_unstable();
        let left_out: Vec<_> = odd(false).collect();
        let mut selection = Self::none(to);
        let mut places = Places(&chosen);
        for (index, section) in to.sections().iter().enumerate() {
            if places.has(section.span.start) {
                selection.sections.fill(index..index + 1, true);
            }
        }
        let (mut places, mut gaps) = (Places(&chosen), Places(&left_out));
        for (index, point) in to.points().iter().enumerate() {
            let at = point.marker.start;
            let (was_chosen, was_left_out) = (places.has(at), gaps.has(at));
            let odd = if selection.is_in_chosen(PointId::new(index)) { was_left_out } else { was_chosen };
            if odd {
                selection.odd.fill(index..index + 1, true);
            }
        }
        selection.recount();
        selection
    }
}

/// Places in ascending order that are asked for in ascending order.
struct Places<'a>(&'a [SourceOffset]);

impl Places<'_> {
    fn has(&mut self, at: SourceOffset) -> bool {
        while let [first, rest @ ..] = self.0
            && *first < at
        {
            self.0 = rest;
        }
        self.0.first() == Some(&at)
    }
}
