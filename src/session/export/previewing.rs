//! What the export will look like, made in the background while its panel is shown.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::update::as_asked;
use crate::export::{Format, Layout, Preview};
use crate::script::Script;
use crate::session::{Effect, ExportForm, Job, OpenDocument, Session};

/// The preview of the export panel.
#[derive(Debug, Default)]
pub struct Previewing {
    /// What was made last; shown until there is another.
    pub shown: Option<Arc<Preview>>,
    /// What that, or what is being made, is of.
    of: Option<Subject>,
    /// Which preview was asked for last.
    serial: u64,
    /// Raised to stop the one that is being made.
    cancel: Arc<AtomicBool>,
}

/// What a preview depends on.
#[derive(Clone, Debug, PartialEq)]
struct Subject {
    /// Generation and edition of the document, serial of what it is shown through.
    document: (u64, u64, u64),
    ticks: usize,
    format: Format,
    layout: Layout,
    script: Script,
    /// Everything that is either so or not.
    ticked: [bool; 5],
}

impl Subject {
    fn of(open: &OpenDocument, form: &ExportForm) -> Self {
        Self {
            document: (open.generation(), open.content.edition(), open.script.serial()),
            ticks: open.outline.ticks().fingerprint_with_points(),
            format: form.format,
            layout: form.layout,
            script: form.script,
            ticked: [form.phrases, form.with_path, form.renumber, form.vertical, form.full_width],
        }
    }
}

impl Session {
    /// Has a preview made where the panel is shown and asks for something else than was made.
    pub(in crate::session) fn preview_where_due(&mut self) -> Vec<Effect> {
        let (Some(form), Some(open)) = (self.export_form(), &self.open) else {
            if self.preview.of.take().is_some() {
                self.preview.cancel.store(true, Ordering::Relaxed);
                self.preview.shown = None;
            }
            return Vec::new();
        };
        let subject = Subject::of(open, form);
        if self.preview.of.as_ref() == Some(&subject) {
            return Vec::new();
        }
        let cancel = Arc::default();
        let job = as_asked(form, open, (&self.own_words, &self.settings), Arc::clone(&cancel));
        self.preview.cancel.store(true, Ordering::Relaxed);
        self.preview.cancel = cancel;
        self.preview.of = Some(subject);
        self.preview.serial += 1;
        let run = Effect::Run(Job::Preview { job, serial: self.preview.serial });
        std::iter::once(run).chain(self.look_for_typefaces()).collect()
    }

    /// A preview was made; `None`: there is nothing to be seen.
    pub(in crate::session) fn previewed(&mut self, serial: u64, made: Option<Preview>) {
        if serial == self.preview.serial && self.preview.of.is_some() {
            self.preview.shown = made.map(Arc::new);
        }
    }
}
