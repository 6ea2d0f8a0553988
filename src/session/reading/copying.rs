//! Selecting and copying: what is selected becomes a job, since it may be all of a long document.

use std::sync::Arc;

use crate::script::Guise;
use crate::session::jobs::CopyJob;
use crate::session::{Action, Effect, Job, Marked, Session};
use crate::text::SourceRange;

/// Longer selections are not offered to the middle button, in bytes.
const LONGEST_OFFERED: usize = 1 << 20;

impl Session {
    pub(in crate::session) fn mark(&mut self, action: Action) -> Vec<Effect> {
        self.with_open(|open| {
            open.marked = match action {
                Action::SelectAll => Some(Marked::of(SourceRange::new(0, open.document.text().len()))),
                Action::SelectSection => open
                    .current()
                    .and_then(|id| open.document.outline().get(id))
                    .map(|section| Marked::of(section.span.trimmed(open.document.text()))),
                _ => None,
            };
        })
    }

    pub(in crate::session) fn copy(&mut self, action: Action) -> Vec<Effect> {
        self.copying(action).map(|job| Effect::Run(Job::Copy(job))).into_iter().collect()
    }

    /// Offers what is selected to the middle button; not what is too long to be made ready after each drag.
    pub(in crate::session) fn offer(&mut self) -> Vec<Effect> {
        let job = self.copying(Action::Copy).filter(|job| job.range.len() <= LONGEST_OFFERED);
        job.map(|job| Effect::Run(Job::Offer(job))).into_iter().collect()
    }

    fn copying(&self, action: Action) -> Option<CopyJob> {
        let open = self.open.as_ref()?;
        let marked = open.marked.filter(|marked| !marked.range().is_empty())?;
        let as_in_file = action == Action::CopySource || self.works_on_source();
        let guise = if as_in_file { Guise::default() } else { open.guise() };
        let citation = (action == Action::CopyCitation).then(|| open.name.clone());
        let full_width = self.settings.typography.full_width && action != Action::CopySource;
        let document = Arc::clone(&open.document);
        let range = marked.range();
        Some(CopyJob { document, range, guise, full_width, citation })
    }
}
