//! Exporting: the panel's form becomes a job, and its report a notice or a question.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{conversion, mending};
use crate::session::files::{FileErrorKind, Overwrite};
use crate::session::jobs::ExportJob;
use crate::session::message::ExportFailure;
use crate::session::{Effect, ExportForm, Job, Saying, Session};

impl Session {
    pub(super) fn toggle_export(&mut self) -> Vec<Effect> {
        let form = match (&self.export, &self.open) {
            (None, Some(open)) => Some(ExportForm::propose(open, self.home.as_deref())),
            _ => None,
        };
        self.clear_side();
        self.export = form;
        Vec::new()
    }

    pub(super) fn pick_target(&mut self) -> Vec<Effect> {
        let Some(form) = &self.export else { return Vec::new() };
        let path = form.path().unwrap_or_else(|| PathBuf::from(&form.target));
        vec![Effect::PickTarget { path, format: form.format }]
    }

    pub(super) fn write_export(&mut self, replace: bool) -> Vec<Effect> {
        let (Some(form), Some(open)) = (&mut self.export, &self.open) else { return Vec::new() };
        let Some(path) = form.path().filter(|_| !form.busy && !open.ticks.is_empty()) else {
            return Vec::new();
        };
        form.busy = true;
        let replace = replace && form.asks();
        form.exists = None;
        vec![Effect::Run(Job::Export(Box::new(ExportJob {
            document: Arc::clone(&open.document),
            title: Path::new(&open.name).file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            selection: open.ticks.clone(),
            format: form.format,
            script: form.script,
            conversion: conversion(open, form.script, &self.settings),
            words: vec![open.words.clone(), self.words.clone()],
            keeping: open.keeping(),
            mending: mending(open, form.script, (&self.words, &self.settings)),
            punctuation: self.settings.punctuation,
            with_path: form.with_path,
            path,
            overwrite: if replace { Overwrite::Yes } else { Overwrite::No },
        })))]
    }

    pub(super) fn exported(&mut self, path: PathBuf, result: Result<(), ExportFailure>) {
        if let Some(form) = &mut self.export {
            form.busy = false;
        }
        match result {
            Ok(()) => {
                self.notices.dismiss_news();
                self.notices.say(Saying::Exported(path));
            }
            Err(ExportFailure::File(error)) if matches!(error.kind, FileErrorKind::Exists) => {
                if let Some(form) = &mut self.export {
                    form.exists = Some(path);
                }
            }
            Err(failure) => self.notices.say(Saying::NotExported(Box::new(failure))),
        }
    }
}
