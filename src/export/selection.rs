//! Which sections are chosen, answered fast enough to be asked for every visible row in every frame.
//!
//! A bit for each section, a directory of how many bits are set before each word of 64, and the end of every
//! subtree (computed once). Questions cost O(1); a change costs one pass over the words behind it, which is
//! 16,000 additions in an outline of a million sections; choosing one section after another in a loop is
//! therefore for hands, and [`Selection::subtrees`] and [`Selection::parse`] for many at once.

use std::ops::Range;
use std::sync::Arc;

use crate::outline::{Outline, SectionId};

const BITS: usize = u64::BITS as usize;

/// How much of a section's subtree is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// Nothing.
    Off,
    /// The section or something below it, not all.
    Half,
    /// The section and everything below it.
    On,
}

/// A set of sections of one outline, each standing for its own heading and own text alone.
///
/// It belongs to the outline that it was made for; after an edit of the outline see [`Selection::carried`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Bit `i % 64` of word `i / 64` is set where section `i` is chosen.
    words: Vec<u64>,
    /// How many sections are chosen before each word; one entry more than words, the last is the total.
    before: Vec<u32>,
    /// 0-based index one past the last section of each section's subtree.
    ends: Arc<[u32]>,
}

impl Selection {
    /// No section of `outline`.
    pub fn none(outline: &Outline) -> Self {
        let sections = outline.sections();
        let mut ends: Vec<u32> = (1..=sections.len()).map(as_u32).collect();
        for (index, section) in sections.iter().enumerate().rev() {
            let end = ends.get(index).copied().unwrap_or_default();
            let parent = section.parent.filter(|parent| parent.index() < index);
            if let Some(above) = parent.and_then(|parent| ends.get_mut(parent.index())) {
                *above = end.max(*above);
            }
        }
        let words = sections.len().div_ceil(BITS);
        Self { words: vec![0; words], before: vec![0; words + 1], ends: ends.into() }
    }

    /// Every section of `outline`.
    pub fn all(outline: &Outline) -> Self {
        let mut selection = Self::none(outline);
        selection.fill(0..selection.ends.len(), true);
        selection.recount(0);
        selection
    }

    /// The sections `ids` with everything below them.
    pub fn subtrees(outline: &Outline, ids: impl IntoIterator<Item = SectionId>) -> Self {
        let mut selection = Self::none(outline);
        for id in ids {
            selection.fill(selection.subtree(id), true);
        }
        selection.recount(0);
        selection
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

    /// Drops every section.
    pub fn clear(&mut self) {
        self.words.fill(0);
        self.before.fill(0);
    }

    /// Whether the section itself is chosen.
    pub fn contains(&self, id: SectionId) -> bool {
        self.words.get(id.index() / BITS).is_some_and(|word| word >> (id.index() % BITS) & 1 == 1)
    }

    /// How much of the section's subtree is chosen; [`Tick::Off`] for a section that the outline does not have.
    pub fn state(&self, id: SectionId) -> Tick {
        match self.chosen_in(id) {
            0 => Tick::Off,
            chosen if chosen == self.subtree(id).len() => Tick::On,
            _ => Tick::Half,
        }
    }

    /// How many sections of the subtree are chosen, the section itself included.
    pub fn chosen_in(&self, id: SectionId) -> usize {
        let subtree = self.subtree(id);
        self.rank(subtree.end) - self.rank(subtree.start)
    }

    /// How many sections are chosen.
    pub fn count(&self) -> usize {
        self.before.last().map_or(0, |&count| count as usize)
    }

    /// Whether no section is chosen.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// The chosen sections in document order.
    pub fn ids(&self) -> impl Iterator<Item = SectionId> + '_ {
        self.ids_in(0..self.ends.len())
    }

    /// The chosen sections among those of 0-based index in `sections`, in document order.
    pub(super) fn ids_in(&self, sections: Range<usize>) -> impl Iterator<Item = SectionId> + '_ {
        let first = sections.start / BITS;
        let words = self.words.iter().enumerate().skip(first);
        words
            .flat_map(|(at, &word)| {
                std::iter::successors(Some(word), |word| Some(word & word.saturating_sub(1)))
                    .take_while(|&word| word != 0)
                    .map(move |word| SectionId::new(at * BITS + word.trailing_zeros() as usize))
            })
            .skip_while(move |id| id.index() < sections.start)
            .take_while(move |id| id.index() < sections.end)
    }

    /// The chosen sections with no chosen section above them, in document order: the files of a split.
    pub fn tops(&self) -> Vec<SectionId> {
        let mut covered = 0;
        let mut tops = Vec::new();
        for id in self.ids() {
            if id.index() >= covered {
                covered = self.subtree(id).end;
                tops.push(id);
            }
        }
        tops
    }

    /// The same choice in another outline `to` of the same text: a section is chosen where a chosen section of
    /// `from` starts at the same place.
    #[must_use]
    pub fn carried(&self, from: &Outline, to: &Outline) -> Self {
        let start = |outline: &Outline, id: SectionId| outline.get(id).map(|section| section.span.start);
        let mut selection = Self::none(to);
        let mut chosen = self.ids().filter_map(|id| start(from, id)).peekable();
        for id in to.ids() {
            let here = start(to, id).unwrap_or_default();
            while chosen.next_if(|&place| place < here).is_some() {}
            if chosen.peek() == Some(&here) {
                selection.fill(id.index()..id.index() + 1, true);
            }
        }
        selection.recount(0);
        selection
    }

    /// The section and everything below it as 0-based indices; empty where the outline does not have it.
    pub(super) fn subtree(&self, id: SectionId) -> Range<usize> {
        let start = id.index().min(self.ends.len());
        start..self.ends.get(start).map_or(start, |&end| end as usize)
    }

    fn set(&mut self, sections: Range<usize>, chosen: bool) {
        let from = sections.start / BITS;
        self.fill(sections, chosen);
        self.recount(from);
    }

    /// Sets the bits of `sections`, a word at a time; the counts are stale until [`Self::recount`].
    pub(super) fn fill(&mut self, sections: Range<usize>, chosen: bool) {
        let end = sections.end.min(self.ends.len());
        let mut at = sections.start;
        while at < end {
            let stop = end.min((at / BITS + 1) * BITS);
            let mask = (u64::MAX >> (BITS - (stop - at))) << (at % BITS);
            if let Some(word) = self.words.get_mut(at / BITS) {
                *word = if chosen { *word | mask } else { *word & !mask };
            }
            at = stop;
        }
    }

    /// Counts again from word `from` on.
    pub(super) fn recount(&mut self, from: usize) {
        let mut count = self.before.get(from).copied().unwrap_or_default();
        for (before, word) in self.before.iter_mut().zip(&self.words).skip(from) {
            *before = count;
            count += word.count_ones();
        }
        if let Some(total) = self.before.last_mut() {
            *total = count;
        }
    }

    /// How many of the first `sections` sections are chosen.
    fn rank(&self, sections: usize) -> usize {
        let before = self.before.get(sections / BITS).map_or(0, |&count| count as usize);
        let below = (1_u64 << (sections % BITS)) - 1;
        let within = self.words.get(sections / BITS).map_or(0, |word| (word & below).count_ones());
        before + within as usize
    }
}

fn as_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::outline::Section;
    use crate::text::SourceRange;

    /// An outline of sections with these levels, one character each.
    pub(in super::super) fn outline(levels: &[u8]) -> Outline {
        let mut open: Vec<(u8, SectionId)> = Vec::new();
        let mut sections = Vec::new();
        for (index, &level) in levels.iter().enumerate() {
            open.retain(|(above, _)| *above < level);
            let span = SourceRange::new(index, index + 1);
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
        Outline::new(sections)
    }

    /// What is chosen, one mark for each section: `+` chosen, `-` not.
    pub(in super::super) fn marks(selection: &Selection, outline: &Outline) -> String {
        outline.ids().map(|id| if selection.contains(id) { '+' } else { '-' }).collect()
    }

    fn ticks(selection: &Selection, outline: &Outline) -> String {
        let mark = |id| match selection.state(id) {
            Tick::Off => '-',
            Tick::Half => '~',
            Tick::On => '+',
        };
        outline.ids().map(mark).collect()
    }

    // 1, 1.1, 1.2, 2, 2.1, 2.1.1, 2.2, 3
    pub(in super::super) const LEVELS: [u8; 8] = [1, 2, 2, 1, 2, 3, 2, 1];

    #[test]
    fn a_parent_is_half_ticked_until_all_of_its_subtree_is_chosen() {
        let outline = outline(&LEVELS);
        let mut selection = Selection::none(&outline);
        selection.insert(SectionId::new(5));
        assert_eq!(ticks(&selection, &outline), "---~~+--");
        selection.toggle_subtree(SectionId::new(3));
        assert_eq!(ticks(&selection, &outline), "---++++-");
        selection.remove(SectionId::new(3));
        assert_eq!(ticks(&selection, &outline), "---~+++-");
        selection.toggle_subtree(SectionId::new(4));
        assert_eq!(ticks(&selection, &outline), "---~--+-");
        assert_eq!(selection.count(), 1);
        selection.clear();
        assert_eq!(ticks(&selection, &outline), "--------");
    }

    #[test]
    fn the_files_of_a_split_are_the_outermost_chosen_sections() {
        let outline = outline(&LEVELS);
        let mut selection = Selection::parse("1.2,2,3", &outline).unwrap();
        selection.remove(SectionId::new(4));
        let tops: Vec<_> = selection.tops().into_iter().map(SectionId::index).collect();
        assert_eq!(tops, [2, 3, 7]);
    }

    #[test]
    fn counts_agree_with_counting_over_many_words() {
        let levels: Vec<u8> = (0..1_000).map(|i| 1 + u8::from(i % 7 != 0) + u8::from(i % 3 == 1)).collect();
        let outline = outline(&levels);
        let mut selection = Selection::none(&outline);
        for index in (0..1_000).filter(|index| index * index % 11 < 4) {
            selection.toggle_subtree(SectionId::new(index));
        }
        for id in outline.ids() {
            let counted = outline.subtree(id).filter(|&i| selection.contains(SectionId::new(i))).count();
            assert_eq!(selection.chosen_in(id), counted);
        }
        assert_eq!(selection.ids().count(), selection.count());
        assert_eq!(Selection::all(&outline).count(), 1_000);
    }

    #[test]
    fn a_choice_follows_its_headings_into_another_outline() {
        let before = outline(&LEVELS);
        let after = Outline::new(before.sections().iter().skip(3).cloned().collect());
        let carried = Selection::parse("1,2.1", &before).unwrap().carried(&before, &after);
        assert_eq!(marks(&carried, &after), "-++--");
    }

    #[test]
    fn a_section_that_is_not_there_changes_nothing() {
        let mut selection = Selection::none(&Outline::default());
        selection.toggle_subtree(SectionId::new(0));
        selection.insert(SectionId::new(70));
        assert_eq!(selection.state(SectionId::new(0)), Tick::Off);
        assert!(selection.is_empty() && selection.tops().is_empty());
    }
}
