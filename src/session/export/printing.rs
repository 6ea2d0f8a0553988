//! Printing: the ticked sections, or all of a document, as pages that the desktop prints.

use std::path::PathBuf;
use std::sync::Arc;

use super::job::ExportJob;
use super::update::ticked;
use crate::export::{ExportError, Format, Layout, Selection};
use crate::session::message::ExportFailure;
use crate::session::{Effect, Exporting, Job, NoticeKind, Session};

impl Session {
    /// Makes pages of what is ticked, else of all, in the script that is shown.
    pub(in crate::session) fn print(&mut self) -> Vec<Effect> {
        let Some(open) = self.open.as_ref().filter(|_| self.exporting.is_none()) else { return Vec::new() };
        let layout = Layout::from_name(&self.state.export.layout).unwrap_or_default();
        let path = PathBuf::from(open.content.name());
        let exporting = Exporting { path, share: 0.0, cancel: Arc::default(), choice: None };
        let job = ticked(
            open,
            open.script.wanted(),
            (&self.own_words, &self.settings),
            Arc::clone(&exporting.cancel),
        );
        let selection =
            if job.selection.is_empty() { Selection::all(&job.document) } else { job.selection.clone() };
        let vertical = self.settings.vertical && layout == Layout::Plain;
        let full_width = layout.is_full_width() || self.settings.typography.full_width;
        let job = ExportJob { selection, format: Format::Pdf, layout, vertical, full_width, ..job };
        self.exporting = Some(exporting);
        vec![Effect::Run(Job::Print(job))]
    }

    /// The pages are there, or could not be made.
    pub(in crate::session) fn printable(&mut self, result: Result<PathBuf, ExportFailure>) -> Vec<Effect> {
        self.exporting = None;
        match result {
            Ok(path) => return vec![Effect::Print(path)],
            Err(ExportFailure::Render(ExportError::Cancelled)) => {}
            Err(failure) => self.notices.say(NoticeKind::NotExported(Box::new(failure))),
        }
        Vec::new()
    }
}
