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
use crate::session::script::update::{conversion, mending};
use crate::session::{Effect, ExportForm, Exporting, Job, NoticeKind, OpenDocument, Session, SidePanel};
use crate::settings::Settings;

impl Session {
    pub(in crate::session) fn toggle_export(&mut self) -> Vec<Effect> {
        let form = self.open.as_ref().map(|open| self.proposed(open));
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

    /// The form as the reader left it, in the script that is shown; else one that proposes what was exported last.
    fn proposed(&self, open: &OpenDocument) -> ExportForm {
        let script = open.script.wanted();
        match self.left_export.as_ref().filter(|(generation, _)| *generation == open.generation()) {
            Some((_, form)) => ExportForm { script, naming: None, exists: None, ..form.clone() },
            None => ExportForm::propose(open, (&self.settings, &self.state.export), self.home.as_deref()),
        }
    }

    /// Keeps the form for the next time that the panel is opened on the same document.
    pub(in crate::session) fn leave_export(&mut self, form: ExportForm) {
        self.left_export = self.open.as_ref().map(|open| (open.generation(), form));
    }

    pub(in crate::session) fn pick_target(&mut self) -> Vec<Effect> {
        let Some(form) = self.export_form() else { return Vec::new() };
        let path = form.path().unwrap_or_else(|| PathBuf::from(&form.target));
        vec![if form.split { Effect::PickFolder(path) } else { Effect::PickTarget(path) }]
    }

    pub(in crate::session) fn write_export(&mut self, replace: bool) -> Vec<Effect> {
        let (Some(SidePanel::Export(form)), Some(open)) = (&mut self.side_panel, &self.open) else {
            return Vec::new();
        };
        let can = self.exporting.is_none() && !open.outline.ticks().is_empty() && form.is_ready();
        let Some(path) = form.path().filter(|_| can) else {
            return Vec::new();
        };
        let choice = Some(form.remembered());
        let exporting = Exporting { path: path.clone(), share: 0.0, cancel: Arc::default(), choice };
        let cancel = Arc::clone(&exporting.cancel);
        self.exporting = Some(exporting);
        // That of an export before would look as if it were of this one.
        self.notices.dismiss_news();
        let replace = replace && form.asks();
        form.exists = None;
        let overwrite = if replace { Overwrite::Yes } else { Overwrite::No };
        let job = as_asked(form, open, (&self.own_words, &self.settings), cancel);
        let wants = form.wants_faces();
        let faces =
            self.typefaces.for_papers(&open.detected(), job.script).map(|face| face.filter(|_| wants));
        vec![Effect::Run(Job::Export(ExportJob { faces, path, overwrite, ..job }))]
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
        result: Result<usize, ExportFailure>,
    ) -> Vec<Effect> {
        let choice = self.exporting.take().and_then(|exporting| exporting.choice);
        match result {
            Ok(files) => {
                // What could be written is what is proposed next.
                if let Some(choice) = choice {
                    self.state.export = choice;
                }
                self.notices.dismiss_news();
                self.notices.say(NoticeKind::Exported { path, files });
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

/// What the form asks for, without a place.
pub(super) fn as_asked(
    form: &ExportForm,
    open: &OpenDocument,
    (words, settings): (&Dictionary, &Settings),
    cancel: Arc<AtomicBool>,
) -> ExportJob {
    let settings = &Settings { phrases: form.phrases, ..settings.clone() };
    ExportJob {
        format: form.format,
        with_path: form.with_path,
        renumber: form.renumber,
        layout: form.layout,
        vertical: form.vertical && form.can_be_vertical(),
        full_width: form.full_width,
        split: form.name_pattern().filter(|_| form.split),
        ..ticked(open, form.script, (words, settings), cancel)
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
        source: open.source().path().map(Path::to_owned),
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
        renumber: false,
        layout: Layout::default(),
        vertical: false,
        full_width: false,
        faces: [None, None],
        path: PathBuf::new(),
        split: None,
        overwrite: Overwrite::No,
        cancel,
    }
}
