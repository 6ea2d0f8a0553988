//! Printing: the ticked sections, or all of a document, as pages that the desktop prints.

use std::path::PathBuf;
use std::sync::Arc;

use super::job::ExportJob;
use crate::export::{Format, Layout, Selection};
use crate::session::files::Overwrite;
use crate::session::message::ExportFailure;
use crate::session::script::showing::{conversion, mending};
use crate::session::{Effect, Exporting, Job, NoticeKind, Session};

impl Session {
    /// Makes pages of what is ticked, else of all, in the script that is shown.
    pub(in crate::session) fn print(&mut self) -> Vec<Effect> {
        let Some(open) = self.open.as_ref().filter(|_| self.exporting.is_none()) else { return Vec::new() };
        let ticks = open.outline.ticks();
        let document = Arc::clone(open.content.document());
        let selection = if ticks.is_empty() { Selection::all(&document) } else { ticks.clone() };
        let script = open.script.wanted();
        let official = Layout::from_name(&self.state.export.layout) == Some(Layout::Official);
        let layout = if official { Layout::Official } else { Layout::Plain };
        let title = open.content.name().to_owned();
        let exporting = Exporting { path: PathBuf::from(&title), share: 0.0, cancel: Arc::default() };
        let job = ExportJob {
            document,
            title: title.into(),
            selection,
            format: Format::Pdf,
            script,
            conversion: conversion(open, script, &self.settings),
            words: vec![open.script.words().clone(), self.words.clone()],
            keeping: open.keeping(),
            mending: mending(open, script, (&self.words, &self.settings)),
            punctuation: self.settings.punctuation,
            with_path: false,
            layout,
            full_width: layout.is_full_width() || self.settings.typography.full_width,
            path: PathBuf::new(),
            overwrite: Overwrite::No,
            cancel: Arc::clone(&exporting.cancel),
        };
        self.exporting = Some(exporting);
        vec![Effect::Run(Job::Print(job))]
    }

    /// The pages are there, or could not be made.
    pub(in crate::session) fn printable(&mut self, result: Result<PathBuf, ExportFailure>) -> Vec<Effect> {
        self.exporting = None;
        match result {
            Ok(path) => return vec![Effect::Print(path)],
            Err(ExportFailure::Render(crate::export::ExportError::Cancelled)) => {}
            Err(failure) => self.notices.say(NoticeKind::NotExported(Box::new(failure))),
        }
        Vec::new()
    }
}
