//! Doubts: sections that the reader may want to look at.

use super::{Outline, SectionId};

/// A section that is less sure than this is doubtful.
const SURE: f32 = 0.5;

impl Outline {
    /// Whether section `id` may be wrong.
    pub fn is_doubtful(&self, id: SectionId) -> bool {
        self.get(id).is_some_and(|section| section.confidence < SURE)
    }

    /// The doubtful sections in document order.
    pub fn doubts(&self) -> Vec<SectionId> {
        self.ids().filter(|id| self.is_doubtful(*id)).collect()
    }
}
