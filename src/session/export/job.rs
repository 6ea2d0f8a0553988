//! Text that leaves the program: exports and copies.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use crate::block::{self, Seen};
use crate::decode;
use crate::export::{self, ExportError};
use crate::script::{Conversion, Dictionary, Guise, ScriptView, Spelled, dressed};
use crate::session::files::{self, FileError};
use crate::session::jobs::{CopyJob, ExportJob, Rendering, converting_threads};
use crate::session::message::{Done, ExportFailure};
use crate::session::opening::job::{halt_on, pace};
use crate::text::SourceRange;

/// Renders the sections and writes them; what was raised to stop is looked at up to the writing, which is done at once
/// or not at all.
pub(in crate::session) fn export(job: &ExportJob, report: &dyn Fn(Done)) -> Result<(), ExportFailure> {
    let converter = job.conversion.as_ref().map(Conversion::open).transpose()?;
    let words: Vec<_> = job.words.iter().collect();
    let converter = dressed(converter, job.script, &words, job.punctuation, job.keeping);
    let guise = Guise::new(converter.clone(), Arc::clone(&job.mending));
    let ids = job.selection.ids();
    let last = ids.last().and_then(|id| job.document.outline().get(id)).map(|last| last.span.end.get());
    let (started, is_due) = (Cell::new(None), pace());
    let watch = |done: usize, of: usize| {
        let is_first = started.get().is_none();
        let from = started.get().unwrap_or(done);
        if is_first || is_due() {
            let of = last.unwrap_or(of).saturating_sub(from).max(1);
            #[expect(clippy::cast_precision_loss, reason = "a fraction for the eye")]
            report(Done::Exporting((done.saturating_sub(from) as f32 / of as f32).min(1.0)));
        }
        started.set(Some(from));
        halt_on(&job.cancel)
    };
    let options = export::Options {
        title: &job.title,
        script: job.script,
        guise: Some(&guise),
        with_path: job.with_path,
        watch: Some(&watch),
        ..export::Options::default()
    };
    let (document, selection, format) = (&*job.document, &job.selection, job.format);
    let bytes = Rendering { document, selection, format, options }
        .render(converter.as_deref(), converting_threads())?;
    if halt_on(&job.cancel).is_break() {
        return Err(ExportError::Cancelled.into());
    }
    files::write_atomic(&job.path, &bytes, job.overwrite)?;
    Ok(())
}

/// Reads a dictionary of the reader's in whatever encoding it has.
pub(in crate::session) fn read_words(path: &Path) -> Result<Dictionary, FileError> {
    let bytes = files::read(path, files::LARGEST, &|_, _| ControlFlow::Continue(()))?;
    Ok(Dictionary::parse(decode::decode(bytes, None).text))
}

/// The selected text as it is shown, a line for each paragraph.
pub(in crate::session) fn copy(job: &CopyJob) -> String {
    let text = job.document.text();
    let shown = |line: Spelled<'_>| {
        let line = job.guise.show(line);
        if job.full_width { block::with_full_width(&line) } else { line.into_owned() }
    };
    let mut view = ScriptView::through(job.guise.clone());
    let mut copied = String::new();
    for block in job.document.blocks_in(job.range) {
        if !copied.is_empty() && !block.continues {
            copied.push('\n');
        }
        let part = SourceRange {
            start: block.range.start.max(job.range.start),
            end: block.range.end.min(job.range.end),
        };
        // A character is read in its paragraph: 髮 of 頭髮 is copied as 髮, where 发 alone would become 發.
        let paragraph = view.shown(text, block.range);
        let whole = part == block.range;
        let bytes = if whole { 0..paragraph.text().len() } else { paragraph.view_range(part) };
        copied.push_str(&Seen::of(paragraph.text(), job.full_width).part(paragraph.text(), bytes));
    }
    if let Some(name) = &job.citation {
        let outline = job.document.outline();
        let path = job.document.path_to(job.range.start).into_iter();
        let heading = |id| match (outline.name(id), outline.get(id)) {
            (None, Some(section)) => job.guise.spelled(text, section.heading(text)).on_one_line(),
            (name, _) => Cow::Borrowed(name.unwrap_or_default()).into(),
        };
        let path: Vec<_> = path.map(|id| shown(heading(id))).collect();
        let source = std::iter::once(name.clone()).chain(path).collect::<Vec<_>>().join(" › ");
        let _ = write!(copied, "\n——{source}");
    }
    copied
}
