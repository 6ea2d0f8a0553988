//! Text that leaves the program: exports and copies.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::block::{self, DisplayText};
use crate::decode;
use crate::document::Document;
use crate::export::{self, ExportError, Format, Selection};
use crate::script::{
    Conversion, DetectedScript, Dictionary, MendedText, Mending, Presentation, Script, ScriptView, decorated,
};
use crate::session::files::{self, FileError, Overwrite};
use crate::session::jobs::converting::{Rendering, converting_threads};
use crate::session::jobs::pace::{halt_on, pace};
use crate::session::message::{Done, ExportFailure};
use crate::text::SourceRange;

/// An export to be written: a snapshot, so that the reader can go on meanwhile.
#[derive(Debug)]
pub struct ExportJob {
    /// The document.
    pub document: Arc<Document>,
    /// Its name, for the file's own title.
    pub title: Box<str>,
    /// The sections.
    pub selection: Selection,
    /// Form of the file.
    pub format: Format,
    /// Script of the file.
    pub script: Script,
    /// How to convert to it; `None` where the source is in that script already.
    pub conversion: Option<Conversion>,
    /// The reader's own words, those that count first first.
    pub words: Vec<Dictionary>,
    /// The script of which nothing else is converted; `None`: all of it is.
    pub keeping: Option<DetectedScript>,
    /// What the reader has picked.
    pub mending: Arc<Mending>,
    /// Whether the quotation marks of the script are put on.
    pub punctuation: bool,
    /// Whether the headings above are given too.
    pub with_path: bool,
    /// The file.
    pub path: PathBuf,
    /// Whether an existing file may be replaced.
    pub overwrite: Overwrite,
    /// Raised to stop; then nothing is written.
    pub cancel: Arc<AtomicBool>,
}

/// Selected text to be copied.
#[derive(Debug)]
pub struct CopyJob {
    /// The document.
    pub document: Arc<Document>,
    /// What is selected.
    pub range: SourceRange,
    /// What it is shown through.
    pub presentation: Presentation,
    /// Whether ASCII punctuation is set full-width, as it is shown.
    pub full_width: bool,
    /// Name of the document, where the headings above shall be given too.
    pub citation: Option<String>,
}

/// Renders the sections and writes them; what was raised to stop is looked at up to the writing, which is done at once
/// or not at all.
pub(in crate::session) fn export(job: &ExportJob, report: &dyn Fn(Done)) -> Result<(), ExportFailure> {
    let converter = job.conversion.as_ref().map(Conversion::open).transpose()?;
    let words: Vec<_> = job.words.iter().collect();
    let converter = decorated(converter, job.script, &words, job.punctuation, job.keeping);
    let presentation = Presentation::new(converter.clone(), Arc::clone(&job.mending));
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
        presentation: Some(&presentation),
        with_path: job.with_path,
        watch: Some(&watch),
        ..export::Options::default()
    };
    let (document, selection, format) = (&job.document.to_export(), &job.selection, job.format);
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
    let shown = |line: MendedText<'_>| {
        let line = job.presentation.show(line);
        if job.full_width { block::with_full_width(&line) } else { line.into_owned() }
    };
    let mut view = ScriptView::through(job.presentation.clone());
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
        copied.push_str(&DisplayText::of(paragraph.text(), job.full_width).part(paragraph.text(), bytes));
    }
    if let Some(name) = &job.citation {
        let outline = job.document.outline();
        let path = job.document.path_to(job.range.start).into_iter();
        let heading = |id| match (outline.name(id), outline.get(id)) {
            (None, Some(section)) => job.presentation.mended_text(text, section.heading(text)).on_one_line(),
            (name, _) => Cow::Borrowed(name.unwrap_or_default()).into(),
        };
        let path: Vec<_> = path.map(|id| shown(heading(id))).collect();
        let source = std::iter::once(name.clone()).chain(path).collect::<Vec<_>>().join(" › ");
        let _ = write!(copied, "\n——{source}");
    }
    copied
}
