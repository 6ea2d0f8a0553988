//! Doubts: sections that the reader may want to look at.

use super::edit::line_from;
use super::{Diagnosis, Outline, SectionId, marker};

/// A section that is less sure than this is doubtful.
const SURE: f32 = 0.5;

impl Outline {
    /// Whether section `id` may be wrong: it is not sure, or something is odd about it.
    pub fn is_doubtful(&self, id: SectionId) -> bool {
        self.get(id).is_some_and(|section| section.confidence < SURE)
            || self
                .evidence(id)
                .is_some_and(|evidence| evidence.diagnoses.iter().any(|found| found.is_doubt()))
    }

    /// Whether there is something to tell of section `id` though it is not doubtful: its text was put together.
    pub fn is_remarkable(&self, id: SectionId) -> bool {
        !self.is_doubtful(id) && self.evidence(id).is_some_and(|evidence| !evidence.diagnoses.is_empty())
    }

    /// Whether it is doubtful that section `id` is one at all.
    pub fn is_unsure(&self, id: SectionId) -> bool {
        self.get(id).is_some_and(|section| section.confidence < SURE)
    }

    /// The doubtful sections in document order.
    pub fn doubts(&self) -> Vec<SectionId> {
        self.ids().filter(|id| self.is_doubtful(*id)).collect()
    }

    /// Drops what was odd about numbers and has been put right: the number now follows that of the section before.
    pub(super) fn settle_numbering(&mut self, text: &str) {
        let numbering = |diagnosis: &Diagnosis| {
            matches!(diagnosis, Diagnosis::Missing { .. } | Diagnosis::Repeated | Diagnosis::OutOfOrder)
        };
        let odd = |id: &SectionId| self.evidence(*id).is_some_and(|e| e.diagnoses.iter().any(numbering));
        let fits = |id: &SectionId| {
            let before = self.sibling_before(*id).map_or(Some(0), |before| self.number(text, before));
            before.is_some_and(|before| self.number(text, *id) == Some(before + 1))
        };
        let settled: Vec<SectionId> = self.ids().filter(odd).filter(fits).collect();
        for id in settled {
            if let Some(Some(evidence)) = self.evidence.get_mut(id.index()) {
                evidence.diagnoses.retain(|diagnosis| !numbering(diagnosis));
            }
        }
    }

    /// The number that section `id` is marked with.
    fn number(&self, text: &str, id: SectionId) -> Option<u32> {
        let section = self.get(id)?;
        let suffix = || marker::suffix(section.heading(text).slice(text));
        let found = if section.marker.start > section.span.start {
            suffix()
        } else {
            marker::read(line_from(text, section.span.start).slice(text))
        };
        found.map(|marker| marker.value).filter(|value| *value > 0)
    }
}
