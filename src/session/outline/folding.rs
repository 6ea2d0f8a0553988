//! Folding the outline: one section, all below it, or everything below a level.

use std::collections::HashSet;

use crate::outline::{Outline, SectionId};
use crate::text::SourceOffset;

/// The folded sections; all of them have sections below.
#[derive(Debug, Default)]
pub struct Folds {
    folded: HashSet<SectionId>,
    /// Where sections are to be folded once there are any.
    due: Vec<SourceOffset>,
    serial: u64,
}

impl Folds {
    /// At most this many folds are kept from one start to the next.
    const MOST: usize = 5_000;

    /// Whether section `id` is folded.
    pub fn contains(&self, id: SectionId) -> bool {
        self.folded.contains(&id)
    }

    /// Whether no section is folded.
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// Grows whenever other sections are folded.
    pub const fn serial(&self) -> u64 {
        self.serial
    }

    /// Folds section `id` of `outline`, or unfolds it, with all below it where `deep`.
    pub(super) fn toggle(&mut self, outline: &Outline, id: SectionId, deep: bool) {
        let folding = !self.folded.contains(&id);
        self.serial += 1;
        let range = if deep { outline.subtree(id) } else { id.index()..id.index() + 1 };
        for id in range.map(SectionId::new).filter(|id| outline.has_children(*id)) {
            if folding {
                self.folded.insert(id);
            } else {
                self.folded.remove(&id);
            }
        }
    }

    /// Folds so that sections of `outline` down to `level` are seen.
    pub(super) fn fold_to(&mut self, outline: &Outline, level: u8) {
        let deeper = |id: &SectionId| outline.get(*id).is_some_and(|section| section.level >= level);
        self.set(outline, outline.ids().filter(deeper));
    }

    /// Sets where sections are to be folded once there are any.
    pub(super) fn set_due(&mut self, due: Vec<SourceOffset>) {
        self.due = due;
    }

    /// Folds the sections of `outline` that were to be folded, where they have any below them.
    pub(super) fn fold_due(&mut self, outline: &Outline) {
        let starts = std::mem::take(&mut self.due);
        let sections = outline.sections();
        let found = starts.iter().flat_map(|start| {
            let first = sections.partition_point(|section| section.span.start < *start);
            let same = sections.iter().skip(first).take_while(|section| section.span.start == *start).count();
            (first..first + same).map(SectionId::new)
        });
        self.set(outline, found);
    }

    /// Folds the sections of another `outline` that are `now` what those of `before` were.
    pub(super) fn take(
        &mut self,
        before: &Self,
        outline: &Outline,
        now: impl Fn(SectionId) -> Option<SectionId>,
    ) {
        self.set(outline, before.folded.iter().filter_map(|id| now(*id)));
    }

    /// The outline has become another: the sections that are `now` what was folded stay so.
    pub(super) fn renew(&mut self, outline: &Outline, now: impl Fn(SectionId) -> Option<SectionId>) {
        let before = std::mem::take(&mut self.folded);
        self.set(outline, before.into_iter().filter_map(now));
    }

    fn set(&mut self, outline: &Outline, folded: impl Iterator<Item = SectionId>) {
        self.folded = folded.filter(|id| outline.has_children(*id)).collect();
        self.serial += 1;
    }

    /// Where the folded sections of `outline` start, in order; none where they are too many to be kept. While there is
    /// no outline, where sections are to be folded.
    pub(super) fn starts(&self, outline: Option<&Outline>) -> Vec<SourceOffset> {
        let Some(outline) = outline else { return self.due.clone() };
        if self.folded.len() > Self::MOST {
            return Vec::new();
        }
        let section = |id: &SectionId| outline.get(*id).map(|section| section.span.start);
        let mut starts: Vec<_> = self.folded.iter().filter_map(section).collect();
        starts.sort_unstable();
        starts
    }
}
