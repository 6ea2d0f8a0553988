//! The shape of an outline: what is below a section, what is in a point, as plain numbers.

use crate::document::Document;
use crate::outline::SectionId;

/// What of an outline a selection has to know. Indices are 0-based.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct OutlineIndex {
    /// One past the last section of each section's subtree.
    pub(super) ends: Vec<u32>,
    /// The first point that does not stand before each section; one entry more than sections, the last the number
    /// of points.
    first_points: Vec<u32>,
    /// One past the last point within each point.
    pub(super) point_ends: Vec<u32>,
    /// The section of each point; `None` before the first.
    pub(super) parents: Vec<Option<SectionId>>,
    /// Whether anything stands before the first section.
    pub(super) has_preamble: bool,
}

impl OutlineIndex {
    pub(super) fn of(document: &Document) -> Self {
        let outline = document.outline();
        let sections = outline.sections();
        let mut ends: Vec<u32> = (1..=sections.len()).map(as_u32).collect();
        for (index, section) in sections.iter().enumerate().rev() {
            let end = ends.get(index).copied().unwrap_or_default();
            let parent = section.parent.filter(|parent| parent.index() < index);
            if let Some(above) = parent.and_then(|parent| ends.get_mut(parent.index())) {
                *above = end.max(*above);
            }
        }
        let parents: Vec<_> = outline.points().iter().map(|point| point.parent).collect();
        let mut first_points = Vec::with_capacity(sections.len() + 1);
        let mut passed = 0;
        for id in outline.ids() {
            while parents.get(passed).is_some_and(|parent| *parent < Some(id)) {
                passed += 1;
            }
            first_points.push(as_u32(passed));
        }
        first_points.push(as_u32(parents.len()));
        let has_preamble = !document.preamble().is_empty();
        Self { ends, first_points, point_ends: outline.point_ends(), parents, has_preamble }
    }

    /// The first point that does not stand before the section at `section`.
    pub(super) fn first_point(&self, section: usize) -> usize {
        self.first_points.get(section).or(self.first_points.last()).map_or(0, |&first| first as usize)
    }
}

fn as_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
