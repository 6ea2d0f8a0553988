//! Which sections and points are chosen, answered fast enough to be asked for every visible row in every frame.
//!
//! A bit for each section and each point, counted over any range in O(1), and the end of every subtree (computed
//! once). A change costs one pass over the words behind it, which is 16,000 additions in an outline of a million
//! sections; choosing one section after another in a loop is therefore for hands, and [`Selection::of_places`] and
//! [`Selection::parse`] for many at once.
//!
//! A chosen section has all of its own text, so its points are chosen with it and need no bits: a point's bit says
//! that it is *not* as its section is, chosen where that is not, or left out where it is. What stands before the first
//! section, the preamble, is chosen like a section.

use std::ops::Range;
use std::sync::Arc;

use super::outline_index::OutlineIndex;
use super::rank_set::RankSet;
use crate::document::Document;
use crate::outline::{PointId, SectionId};

/// How much of a section's subtree, or of a point, is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// Nothing.
    Off,
    /// Something, not all.
    Half,
    /// All of it.
    On,
}

/// A set of sections and points of one document, each section standing for its own heading and own text alone.
///
/// It belongs to the outline that the document had; for another outline see [`Selection::of_places`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    pub(super) sections: RankSet,
    /// Whether what stands before the first section is chosen.
    pub(super) preamble: bool,
    /// The points that are not as their sections are.
    pub(super) odd: RankSet,
    /// How many points are chosen apart from their sections.
    lone: usize,
    outline_index: Arc<OutlineIndex>,
}

impl Selection {
    /// Nothing of `document`.
    pub fn none(document: &Document) -> Self {
        let outline = document.outline();
        let (sections, odd) = (RankSet::new(outline.sections().len()), RankSet::new(outline.points().len()));
        Self { sections, preamble: false, odd, lone: 0, outline_index: Arc::new(OutlineIndex::of(document)) }
    }

    /// All of `document`: every section, and what stands before the first.
    pub fn all(document: &Document) -> Self {
        let mut all = Self::none(document);
        all.sections.set(0..all.outline_index.ends.len(), true);
        all.preamble = all.has_preamble();
        all
    }

    /// Chooses the section alone, without what stands below it.
    pub fn insert(&mut self, id: SectionId) {
        self.set(id.index()..id.index() + 1, true);
    }

    /// Drops the section alone.
    pub fn remove(&mut self, id: SectionId) {
        self.set(id.index()..id.index() + 1, false);
    }

    /// Chooses the section alone, or drops it where it is chosen.
    pub fn toggle(&mut self, id: SectionId) {
        self.set(id.index()..id.index() + 1, !self.contains(id));
    }

    /// Chooses or drops the section and everything below it.
    pub fn set_subtree(&mut self, id: SectionId, chosen: bool) {
        self.set(self.subtree(id), chosen);
    }

    /// Drops the whole subtree where all of it is chosen, chooses all of it otherwise.
    pub fn toggle_subtree(&mut self, id: SectionId) {
        self.set_subtree(id, self.state(id) != Tick::On);
    }

    /// Drops the point with all in it where all of it is chosen, chooses all of it otherwise. Dropped in a chosen
    /// section, it is left out of the section's text.
    pub fn toggle_point(&mut self, id: PointId) {
        let odd = (self.point_state(id) != Tick::On) != self.is_in_chosen(id);
        self.odd.set(self.within(id), odd);
        self.count_lone();
    }

    /// Drops everything.
    pub fn clear(&mut self) {
        self.sections.clear();
        self.preamble = false;
        self.odd.clear();
        self.lone = 0;
    }

    /// Whether the section itself is chosen.
    pub fn contains(&self, id: SectionId) -> bool {
        self.sections.contains(id.index())
    }

    /// Whether the point itself is chosen, with its section or apart from it.
    pub fn contains_point(&self, id: PointId) -> bool {
        self.odd.contains(id.index()) != self.is_in_chosen(id)
    }

    /// How much of the section's subtree is chosen; [`Tick::Off`] for a section that the outline does not have.
    pub fn state(&self, id: SectionId) -> Tick {
        let subtree = self.subtree(id);
        let odd = self.odd.count_in(&self.points_in(&subtree));
        match self.sections.count_in(&subtree) {
            0 if odd == 0 => Tick::Off,
            chosen if chosen == subtree.len() && chosen > 0 && odd == 0 => Tick::On,
            _ => Tick::Half,
        }
    }

    /// How much of the point and the points in it is chosen.
    pub fn point_state(&self, id: PointId) -> Tick {
        let within = self.within(id);
        let odd = self.odd.count_in(&within);
        let chosen = if self.is_in_chosen(id) { within.len() - odd } else { odd };
        match chosen {
            0 => Tick::Off,
            chosen if chosen == within.len() => Tick::On,
            _ => Tick::Half,
        }
    }

    /// How many sections of the subtree are chosen, the section itself included.
    pub fn chosen_in(&self, id: SectionId) -> usize {
        self.sections.count_in(&self.subtree(id))
    }

    /// How many sections are chosen.
    pub fn count(&self) -> usize {
        self.sections.count()
    }

    /// How many points are chosen apart from their sections.
    pub fn lone_points(&self) -> usize {
        self.lone
    }

    /// Whether everything is chosen, and nothing left out.
    pub fn is_all(&self) -> bool {
        let all_sections = self.count() == self.outline_index.ends.len();
        all_sections && self.preamble == self.has_preamble() && self.odd.count() == 0
    }

    /// Whether any section among those of 0-based index in `sections` is chosen.
    pub fn has_any_in(&self, sections: Range<usize>) -> bool {
        self.sections.count_in(&sections) > 0
    }

    /// A number that is another one, almost surely, for another choice of sections and of what stands before them. Costs a look at each word.
    pub fn fingerprint(&self) -> usize {
        self.sections.fingerprint() ^ usize::from(self.preamble)
    }

    /// The same, for another choice of points too.
    pub fn fingerprint_with_points(&self) -> usize {
        self.fingerprint() ^ self.odd.fingerprint().rotate_left(1)
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.count() == 0 && self.lone == 0 && !self.preamble
    }

    /// The chosen sections in document order.
    pub fn ids(&self) -> impl Iterator<Item = SectionId> + '_ {
        self.ids_in(0..self.outline_index.ends.len())
    }

    /// The points that are not as their sections are, in document order: chosen alone, or left out.
    pub fn odd(&self) -> impl Iterator<Item = PointId> + '_ {
        self.odd_in(0..self.outline_index.parents.len())
    }

    /// The chosen sections among those of 0-based index in `sections`, in document order.
    pub(super) fn ids_in(&self, sections: Range<usize>) -> impl Iterator<Item = SectionId> + '_ {
        self.sections.iter_in(sections).map(SectionId::new)
    }

    /// The points among those of 0-based index in `points` that are not as their sections are, in document order.
    pub(super) fn odd_in(&self, points: Range<usize>) -> impl Iterator<Item = PointId> + '_ {
        self.odd.iter_in(points).map(PointId::new)
    }

    /// The section and everything below it as 0-based indices; empty where the outline does not have it.
    pub(super) fn subtree(&self, id: SectionId) -> Range<usize> {
        let start = id.index().min(self.outline_index.ends.len());
        start..self.outline_index.ends.get(start).map_or(start, |&end| end as usize)
    }

    /// The points in the own text of `sections`, both as 0-based indices.
    pub(super) fn points_in(&self, sections: &Range<usize>) -> Range<usize> {
        self.outline_index.first_point(sections.start)..self.outline_index.first_point(sections.end)
    }

    /// The point and those in it as 0-based indices; empty where the outline does not have it.
    pub(super) fn within(&self, id: PointId) -> Range<usize> {
        let start = id.index().min(self.outline_index.point_ends.len());
        start..self.outline_index.point_ends.get(start).map_or(start, |&end| end as usize)
    }

    /// The points before the first section, as 0-based indices.
    pub(super) fn points_in_preamble(&self) -> Range<usize> {
        0..self.outline_index.first_point(0)
    }

    /// Whether anything stands before the first section.
    pub fn has_preamble(&self) -> bool {
        self.outline_index.has_preamble
    }

    /// The section that the point stands in.
    pub(super) fn parent_of(&self, id: PointId) -> Option<SectionId> {
        self.outline_index.parents.get(id.index()).copied().flatten()
    }

    pub(super) fn is_in_chosen(&self, id: PointId) -> bool {
        self.parent_of(id).map_or(self.preamble, |section| self.contains(section))
    }

    fn set(&mut self, sections: Range<usize>, chosen: bool) {
        self.odd.set(self.points_in(&sections), false);
        self.sections.set(sections, chosen);
        self.count_lone();
    }

    /// Chooses the siblings `first` to `last` with all below them; the counts are stale until [`Self::recount`].
    pub(super) fn fill(&mut self, first: SectionId, last: SectionId) {
        let sections = self.subtree(first).start..self.subtree(last).end;
        self.odd.fill(self.points_in(&sections), false);
        self.sections.fill(sections, true);
    }

    /// Chooses the points `first` to `last` with all in them, where their section is not chosen; the counts are
    /// stale until [`Self::recount`].
    pub(super) fn fill_points(&mut self, first: PointId, last: PointId) {
        let chosen = !self.is_in_chosen(first);
        self.odd.fill(self.within(first).start..self.within(last).end, chosen);
    }

    pub(super) fn recount(&mut self) {
        self.sections.recount(0);
        self.odd.recount(0);
        self.count_lone();
    }

    /// Costs a look at each word and at each point that is not as its section is.
    pub(super) fn count_lone(&mut self) {
        self.lone = self.odd().filter(|id| !self.is_in_chosen(*id)).count();
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::Split;
    use super::*;
    use crate::decode::Decoded;
    use crate::outline::{Outline, Section};
    use crate::text::SourceRange;

    /// A document of sections with these levels, one character each, behind one character before the first.
    pub(in super::super) fn document(levels: &[u8]) -> Document {
        let mut open: Vec<(u8, SectionId)> = Vec::new();
        let mut sections = Vec::new();
        for (index, &level) in levels.iter().enumerate() {
            open.retain(|(above, _)| *above < level);
            let span = SourceRange::new(index + 1, index + 2);
            sections.push(Section {
                level,
                parent: open.last().map(|(_, id)| *id),
                marker: SourceRange::default(),
                title: span,
                body: span.end,
                span,
                confidence: 1.0,
            });
            open.push((level, SectionId::new(index)));
        }
        let text = "x".repeat(levels.len() + 1);
        Document::readable(Decoded { text, ..Decoded::default() }).with_outline(Outline::new(sections))
    }

    /// What is chosen, one mark for each section: `+` chosen, `-` not; before them one for what stands before.
    pub(in super::super) fn marks(selection: &Selection, document: &Document) -> String {
        let preamble = if selection.contains_preamble() { '+' } else { '-' };
        let sections = document.outline().ids().map(|id| if selection.contains(id) { '+' } else { '-' });
        std::iter::once(preamble).chain(sections).collect()
    }

    fn ticks(selection: &Selection, document: &Document) -> String {
        let mark = |id| match selection.state(id) {
            Tick::Off => '-',
            Tick::Half => '~',
            Tick::On => '+',
        };
        document.outline().ids().map(mark).collect()
    }

    // 1, 1.1, 1.2, 2, 2.1, 2.1.1, 2.2, 3
    pub(in super::super) const LEVELS: [u8; 8] = [1, 2, 2, 1, 2, 3, 2, 1];

    #[test]
    fn a_parent_is_half_ticked_until_all_of_its_subtree_is_chosen() {
        let document = document(&LEVELS);
        let mut selection = Selection::none(&document);
        selection.insert(SectionId::new(5));
        assert_eq!(ticks(&selection, &document), "---~~+--");
        selection.toggle_subtree(SectionId::new(3));
        assert_eq!(ticks(&selection, &document), "---++++-");
        selection.remove(SectionId::new(3));
        assert_eq!(ticks(&selection, &document), "---~+++-");
        selection.toggle_subtree(SectionId::new(4));
        assert_eq!(ticks(&selection, &document), "---~--+-");
        assert_eq!(selection.count(), 1);
        selection.clear();
        assert_eq!(ticks(&selection, &document), "--------");
    }

    #[test]
    fn the_files_of_a_split_are_what_stands_before_and_the_outermost_chosen_sections() {
        let document = document(&LEVELS);
        let mut selection = Selection::parse("1.2,2,3", &document).unwrap();
        selection.remove(SectionId::new(4));
        selection.toggle_preamble();
        let section = |index| Split::Section(SectionId::new(index));
        assert_eq!(selection.splits(), [Split::Preamble, section(2), section(3), section(7)]);
    }

    #[test]
    fn counts_agree_with_counting_over_many_words() {
        let levels: Vec<u8> = (0..1_000).map(|i| 1 + u8::from(i % 7 != 0) + u8::from(i % 3 == 1)).collect();
        let document = document(&levels);
        let outline = document.outline();
        let mut selection = Selection::none(&document);
        for index in (0..1_000).filter(|index| index * index % 11 < 4) {
            selection.toggle_subtree(SectionId::new(index));
        }
        for id in outline.ids() {
            let counted = outline.subtree(id).filter(|&i| selection.contains(SectionId::new(i))).count();
            assert_eq!(selection.chosen_in(id), counted);
        }
        assert_eq!(selection.ids().count(), selection.count());
        assert_eq!(Selection::all(&document).count(), 1_000);
    }

    #[test]
    fn a_section_that_is_not_there_changes_nothing() {
        let mut selection = Selection::none(&Document::readable(Decoded::default()));
        selection.toggle_subtree(SectionId::new(0));
        selection.insert(SectionId::new(70));
        assert_eq!(selection.state(SectionId::new(0)), Tick::Off);
        assert!(selection.is_empty() && selection.splits().is_empty());
    }
}
