//! What the outline's panel says.

use super::corrections::Correction;
use crate::outline::{PointId, SectionId};
use crate::session::{Effect, Session};
use crate::text::SourceOffset;

/// Something that the reader did in the outline.
#[derive(Debug)]
pub enum OutlineMessage {
    /// Fold or unfold a section; all below it too where `deep`.
    Fold {
        /// The section.
        id: SectionId,
        /// Whether everything below it follows.
        deep: bool,
    },
    /// Show the outline down to this level; 1 is the top.
    FoldTo(u8),
    /// What stands in the filter.
    Filter(String),
    /// Tick or untick a section with all below it.
    Tick(SectionId),
    /// Tick or untick a point with all in it.
    TickPoint(PointId),
    /// Tick or untick what stands before the first section.
    TickPreamble,
    /// The reader chose a section, without going there.
    Choose(Option<SectionId>),
    /// Correct a section.
    Correct(SectionId, Correction),
    /// Copy the heading of a row, as it is shown.
    CopyHeading(String),
    /// Show a section under this name; empty: as in the source.
    Rename(SectionId, String),
    /// Put a section on a level, 1 for the top.
    SetLevel(SectionId, u8),
    /// What starts there is a heading.
    MakeHeading {
        /// Start of a block or of a point.
        at: SourceOffset,
        /// Its level, 1 for the top.
        level: u8,
    },
}

impl Session {
    pub(in crate::session) fn update_outline(&mut self, message: OutlineMessage) -> Vec<Effect> {
        match message {
            OutlineMessage::Fold { id, deep } => {
                self.with_open(|open| open.outline.fold(open.content.document(), id, deep))
            }
            OutlineMessage::FoldTo(level) => self.fold_to(level),
            OutlineMessage::Filter(filter) => self.with_open(|open| open.outline.filter_by(filter)),
            OutlineMessage::Tick(id) => self.tick(id),
            OutlineMessage::TickPoint(id) => self.tick_point(id),
            OutlineMessage::TickPreamble => self.tick_preamble(),
            OutlineMessage::Choose(id) => self.choose(id),
            OutlineMessage::Correct(id, correction) => self.correct(Some(id), correction),
            OutlineMessage::CopyHeading(heading) => vec![Effect::Copy(heading.into())],
            OutlineMessage::Rename(id, name) => self.rename(id, &name),
            OutlineMessage::SetLevel(id, level) => self.set_level(id, level),
            OutlineMessage::MakeHeading { at, level } => self.make_heading(at, level),
        }
    }

    /// Folds so that sections down to `level` are seen.
    pub(in crate::session) fn fold_to(&mut self, level: u8) -> Vec<Effect> {
        self.with_open(|open| open.outline.fold_to(open.content.document(), level))
    }
}
