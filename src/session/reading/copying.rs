//! Selecting and copying: what is selected becomes a job, since it may be all of a long document.

use std::sync::Arc;

use crate::script::Presentation;
use crate::session::jobs::CopyJob;
use crate::session::{Action, Effect, Job, Session, TextSelection};
use crate::text::SourceRange;

/// Longer selections are not offered to the middle button, in bytes.
const LONGEST_OFFERED: usize = 1 << 20;

impl Session {
    pub(in crate::session) fn mark(&mut self, action: Action) -> Vec<Effect> {
        self.with_open(|open| {
            let selection = match action {
                Action::SelectAll => {
                    Some(TextSelection::of(SourceRange::new(0, open.document().text().len())))
                }
                Action::SelectSection => open
                    .current()
                    .and_then(|id| open.document().outline().get(id))
                    .map(|section| TextSelection::of(section.span.trimmed(open.document().text()))),
                _ => None,
            };
            open.position.select(selection);
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
        let selection = open.position.selection().filter(|selection| !selection.range().is_empty())?;
        let as_in_file = action == Action::CopySource || self.works_on_source();
        let presentation = if as_in_file { Presentation::default() } else { open.presentation() };
        let citation = (action == Action::CopyCitation).then(|| open.content.name().to_owned());
        let full_width = self.settings.typography.full_width && action != Action::CopySource;
        let document = Arc::clone(open.content.document());
        let range = selection.range();
        Some(CopyJob { document, range, presentation, full_width, citation })
    }
}
