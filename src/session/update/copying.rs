//! Selecting and copying: what is selected becomes a job, since it may be all of a long document.

use std::sync::Arc;

use crate::session::jobs::CopyJob;
use crate::session::{Action, Effect, Job, Marked, Session};
use crate::text::SourceRange;

impl Session {
    pub(super) fn mark(&mut self, action: Action) -> Vec<Effect> {
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

    pub(super) fn copy(&mut self, action: Action) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let Some(marked) = open.marked.filter(|marked| !marked.range().is_empty()) else { return Vec::new() };
        let converter =
            open.converter.clone().filter(|_| action != Action::CopySource && !self.works_on_source());
        let citation = (action == Action::CopyCitation).then(|| open.name.clone());
        let full_width = self.settings.typography.full_width && action != Action::CopySource;
        let document = Arc::clone(&open.document);
        let range = marked.range();
        vec![Effect::Run(Job::Copy(CopyJob { document, range, converter, full_width, citation }))]
    }
}
