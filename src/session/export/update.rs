//! Exporting: the panel's form becomes a job, and its report a notice or a question.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::export::{ExportError, Format, Layout};
use crate::script::{Dictionary, Script};
use crate::session::files::{FileErrorKind, Overwrite};
use crate::session::jobs::ExportJob;
use crate::session::library::Record;
use crate::session::message::ExportFailure;
use crate::session::save;
use crate::session::script::showing::{conversion, mending};
use crate::session::{Effect, ExportForm, Exporting, Job, NoticeKind, OpenDocument, Session, SidePanel};
use crate::settings::Settings;

impl Session {
    pub(in crate::session) fn toggle_export(&mut self) -> Vec<Effect> {
        let last = &self.state.export;
        let form = self.open.as_ref().map(|open| ExportForm::propose(open, last, self.home.as_deref()));
        let effects = form.map_or_else(Vec::new, |form| self.toggle_panel(SidePanel::Export(form)));
        // In a text without sections there is nothing to choose from.
        let is_one = |open: &OpenDocument| {
            open.document().outline().sections().is_empty() && open.outline.ticks().is_empty()
        };
        if self.export_form().is_some() && self.open.as_ref().is_some_and(is_one) {
            return self.tick_all(true);
        }
        effects
    }

    pub(in crate::session) fn pick_target(&mut self) -> Vec<Effect> {
        let Some(form) = self.export_form() else { return Vec::new() };
        let path = form.path().unwrap_or_else(|| PathBuf::from(&form.target));
        vec![Effect::PickTarget { path, format: form.format }]
    }

    pub(in crate::session) fn write_export(&mut self, replace: bool) -> Vec<Effect> {
        let (Some(SidePanel::Export(form)), Some(open)) = (&mut self.side_panel, &self.open) else {
            return Vec::new();
        };
        let Some(path) = form.path().filter(|_| self.exporting.is_none() && !open.outline.ticks().is_empty())
        else {
            return Vec::new();
        };
        let exporting = Exporting { path: path.clone(), share: 0.0, cancel: Arc::default() };
        let cancel = Arc::clone(&exporting.cancel);
        self.exporting = Some(exporting);
        // That of an export before would look as if it were of this one.
        self.notices.dismiss_news();
        self.state.export = form.remembered(&path);
        let replace = replace && form.asks();
        form.exists = None;
        vec![Effect::Run(Job::Export(ExportJob {
            format: form.format,
            with_path: form.with_path,
            layout: form.layout,
            full_width: form.full_width,
            path,
            overwrite: if replace { Overwrite::Yes } else { Overwrite::No },
            ..ticked(open, form.script, (&self.words, &self.settings), cancel)
        }))]
    }

    pub(in crate::session) fn cancel_export(&mut self) -> Vec<Effect> {
        if let Some(exporting) = &self.exporting {
            exporting.cancel.store(true, Ordering::Relaxed);
        }
        Vec::new()
    }

    /// So much of the export is done.
    pub(in crate::session) fn exports(&mut self, share: f32) {
        if let Some(exporting) = &mut self.exporting {
            exporting.share = share;
        }
    }

    pub(in crate::session) fn exported(
        &mut self,
        path: PathBuf,
        result: Result<(), ExportFailure>,
    ) -> Vec<Effect> {
        self.exporting = None;
        match result {
            Ok(()) => {
                self.notices.dismiss_news();
                self.notices.say(NoticeKind::Exported(path));
                return vec![save(Record::State(self.state.clone()))];
            }
            Err(ExportFailure::File(error)) if matches!(error.kind, FileErrorKind::Exists) => {
                if let Some(form) = self.export_form_mut() {
                    form.exists = Some(path);
                }
            }
            // The reader wanted it so.
            Err(ExportFailure::Render(ExportError::Cancelled)) => {}
            Err(failure) => self.notices.say(NoticeKind::NotExported(Box::new(failure))),
        }
        Vec::new()
    }
}

/// What is ticked in `open`, in `script` with all that the reader has decided on it, as a Word file without a name.
pub(super) fn ticked(
    open: &OpenDocument,
    script: Script,
    (words, settings): (&Dictionary, &Settings),
    cancel: Arc<AtomicBool>,
) -> ExportJob {
    ExportJob {
        document: Arc::clone(open.content.document()),
        title: Path::new(open.content.name()).file_stem().unwrap_or_default().to_string_lossy().into(),
        selection: open.outline.ticks().clone(),
        format: Format::Docx,
        script,
        conversion: conversion(open, script, settings),
        words: vec![open.script.words().clone(), words.clone()],
        keeping: open.keeping(),
        mending: mending(open, script, (words, settings)),
        punctuation: settings.punctuation,
        with_path: false,
        layout: Layout::default(),
        full_width: false,
        path: PathBuf::new(),
        overwrite: Overwrite::No,
        cancel,
    }
}
