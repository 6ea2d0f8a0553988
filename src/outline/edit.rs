//! The reader's corrections: operations on places of the source, replayed over an inferred outline.
//!
//! A correction says what the reader wants to be so (this is of level 2), never how to get there from what was
//! inferred, so replaying it over a better reading of the same text does no harm. It finds its place by an
//! [`Anchor`], so it also survives small changes of the file; where its place is gone it is kept and skipped.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Outline, SectionId};
use crate::text::SourceOffset;

mod anchor;
mod draft;
mod tree;

pub use anchor::Anchor;
pub(super) use draft::{line_from, spans_from, style_of};
pub(super) use tree::{rehang, relink};

use draft::Draft;

/// A correction by the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The section or line that it is about.
    pub anchor: Anchor,
    /// Whether it is about all sections of its kind.
    #[serde(default)]
    pub scope: Scope,
    /// What the reader wants.
    pub change: Change,
}

/// How far a correction reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// One section.
    #[default]
    One,
    /// All sections of the same marker style and level in the same part: in the same top-level section, or in
    /// the whole document where the section is one itself.
    Kind,
}

/// What the reader wants of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// It is of this level, 1 for the top; what stands below it follows. At most one level below the section
    /// before it.
    Level(u8),
    /// It is no section: heading and text belong to the section before. What stands below it stays on its level
    /// where that section can hold it, and rises by one where not.
    Remove,
    /// The line is a heading of this level. Where a section starts there already, the same as `Level`.
    Heading(u8),
    /// It is shown under this name; `None`: as in the source. One section only, whatever the scope.
    Name(Option<String>),
    /// It is right as it is: no doubts about it.
    Keep,
}

/// An outline after corrections.
#[derive(Clone, Debug, PartialEq)]
pub struct Edited {
    /// The outline.
    pub outline: Outline,
    /// 0-based indices of the corrections whose place was not found.
    pub skipped: Vec<usize>,
}

/// Deepest level that a correction can ask for.
pub const DEEPEST: u8 = 10;

impl Outline {
    /// This outline of `text` with `edits` carried out one after the other.
    ///
    /// Costs one pass over the sections, and for each edit what it touches.
    #[must_use]
    pub fn edited(&self, text: &str, edits: &[Edit]) -> Edited {
        if edits.is_empty() {
            return Edited { outline: self.clone(), skipped: Vec::new() };
        }
        let mut draft = Draft::new(text, self);
        let skipped = edits
            .iter()
            .enumerate()
            .filter_map(|(index, edit)| (!draft.apply(edit)).then_some(index))
            .collect();
        Edited { outline: draft.finish(), skipped }
    }

    /// The correction of section `id` to `change`; `None` where the outline does not have it.
    pub fn edit(&self, text: &str, id: SectionId, scope: Scope, change: Change) -> Option<Edit> {
        let section = self.get(id)?;
        Some(Edit { anchor: Anchor::of(text, section.heading(text)), scope, change })
    }

    /// The level of section `id` one step nearer to the top: that of the section above it.
    pub fn promoted(&self, id: SectionId) -> Option<u8> {
        self.get(id)?.parent.and_then(|parent| self.get(parent)).map(|parent| parent.level)
    }

    /// The level of section `id` one step down: below the section before it on its own level. `None` where there
    /// is none, or where it is as deep as can be.
    pub fn demoted(&self, id: SectionId) -> Option<u8> {
        let level = self.get(self.sibling_before(id)?)?.level + 1;
        (level <= DEEPEST).then_some(level)
    }

    /// The level one step down for all of the kind of section `id` at once: one below the next section before it
    /// that stands beside it and is of another kind.
    pub fn demoted_kind(&self, text: &str, id: SectionId) -> Option<u8> {
        let style_at = |id| match self.evidence(id) {
            Some(evidence) => Some(evidence.style),
            None => style_of(text, self.get(id)?),
        };
        let style = style_at(id);
        let others = std::iter::successors(self.sibling_before(id), |id| self.sibling_before(*id));
        let other = others.into_iter().find(|id| style_at(*id) != style)?;
        let level = self.get(other)?.level + 1;
        (level <= DEEPEST).then_some(level)
    }

    /// The section before `id` under the same parent.
    pub fn sibling_before(&self, id: SectionId) -> Option<SectionId> {
        let parent = self.get(id)?.parent;
        let before = SectionId::new(id.index().checked_sub(1)?);
        std::iter::once(before)
            .chain(self.ancestors(before))
            .find(|other| self.get(*other).is_some_and(|other| other.parent == parent))
            .filter(|_| Some(before) != parent)
    }

    /// The section after `id` under the same parent.
    pub fn sibling_after(&self, id: SectionId) -> Option<SectionId> {
        let section = self.get(id)?;
        let next = self.section_starting_at(section.span.end)?;
        self.get(next).filter(|next| next.parent == section.parent).map(|_| next)
    }

    /// The section whose heading starts at `offset`.
    pub fn section_starting_at(&self, offset: SourceOffset) -> Option<SectionId> {
        let found = self.sections.binary_search_by_key(&offset, |section| section.span.start);
        found.ok().map(SectionId::new)
    }

    /// All sections of the kind of `id`, in document order: see [`Scope::Kind`].
    pub fn kind(&self, text: &str, id: SectionId) -> Vec<SectionId> {
        draft::kind(text, &self.sections, &self.evidence, id.index())
            .into_iter()
            .map(SectionId::new)
            .collect()
    }

    /// The levels that section `id` can stand on, each with the section it would stand below; the top first.
    pub fn places(&self, id: SectionId) -> Vec<(Option<SectionId>, u8)> {
        let before = id.index().checked_sub(1).map(SectionId::new);
        let above = before.into_iter().chain(before.into_iter().flat_map(|before| self.ancestors(before)));
        let mut places: Vec<_> = above
            .filter_map(|above| Some((Some(above), self.get(above)?.level + 1)))
            .filter(|(_, level)| *level <= DEEPEST)
            .chain([(None, 1)])
            .collect();
        places.reverse();
        places
    }
}

/// Names that the reader gave, by where their sections start; sorted.
pub(super) type Names = Vec<(SourceOffset, Arc<str>)>;
