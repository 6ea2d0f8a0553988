//! Text that leaves the program: exports and copies.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use super::super::files::{self, FileError};
use super::super::message::ExportFailure;
use super::{CopyJob, ExportJob};
use crate::block::{self, Seen};
use crate::decode;
use crate::export;
use crate::script::{Conversion, Dictionary, Guise, ScriptView, Spelled, dressed};
use crate::text::SourceRange;

/// Renders the sections and writes them.
pub(super) fn export(job: &ExportJob) -> Result<(), ExportFailure> {
    let converter = job.conversion.map(Conversion::open).transpose()?;
    let words: Vec<_> = job.words.iter().collect();
    let converter = dressed(converter, job.script, &words, job.punctuation, job.keeping);
    let guise = Guise::new(converter, Arc::clone(&job.mending));
    let options = export::Options {
        title: &job.title,
        script: job.script,
        guise: Some(&guise),
        with_path: job.with_path,
        ..export::Options::default()
    };
    let bytes = export::render(&job.document, &job.selection, job.format, &options)?;
    files::write_atomic(&job.path, &bytes, job.overwrite)?;
    Ok(())
}

/// Reads a dictionary of the reader's in whatever encoding it has.
pub(super) fn read_words(path: &Path) -> Result<Dictionary, FileError> {
    let bytes = files::read(path, files::LARGEST, &|_, _| ControlFlow::Continue(()))?;
    Ok(Dictionary::parse(decode::decode(bytes, None).text))
}

/// The selected text as it is shown, a line for each paragraph.
pub(super) fn copy(job: &CopyJob) -> String {
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
