//! Exports: sections that leave the program as files.

use std::cell::Cell;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::document::Document;
use crate::export::{
    self, ExportError, Format, Layout, NamePattern, PaperFace, PaperFaces, Preview, Renumbering, Selection,
};
use crate::script::{
    Conversion, Convert, DetectedScript, Dictionary, Mending, Presentation, Script, decorated,
};
use crate::session::appearance::typefaces::Installed;
use crate::session::files::{self, Overwrite};
use crate::session::jobs::converting::{Rendering, converting_threads, write_parts};
use crate::session::jobs::pace::{halt_on, pace};
use crate::session::message::{Done, ExportDone, ExportFailure};

/// An export to be written: a snapshot, so that the reader can go on meanwhile.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct ExportJob {
    /// The document.
    pub document: Arc<Document>,
    /// Its file, where it has one: it is never written to.
    pub source: Option<PathBuf>,
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
    /// Whether headings are numbered anew.
    pub renumber: bool,
    /// How papers are laid out.
    pub layout: Layout,
    /// Whether the lines of pages and books run down.
    pub vertical: bool,
    /// Whether ASCII punctuation among ideographs is set full-width.
    pub full_width: bool,
    /// The system's 楷 and 仿宋 for the pages of official papers, where it has them.
    pub faces: [Option<Installed>; 2],
    /// The file, or the folder where each outermost section becomes a file of its own.
    pub path: PathBuf,
    /// How those files are called; `None`: there is one for all.
    pub split: Option<NamePattern>,
    /// Whether an existing file may be replaced.
    pub overwrite: Overwrite,
    /// Raised to stop; then nothing is written.
    pub cancel: Arc<AtomicBool>,
}

/// Renders the sections and writes them; what was raised to stop is looked at up to the writing, which is done at once
/// or not at all. Tells how many files there are.
pub(in crate::session) fn export(job: &ExportJob, report: &dyn Fn(Done)) -> Result<usize, ExportFailure> {
    let ids = job.selection.ids();
    let last = ids.last().and_then(|id| job.document.outline().get(id)).map(|last| last.span.end.get());
    let (started, is_due) = (Cell::new(None), pace());
    let watch = |done: usize, of: usize| {
        let is_first = started.get().is_none();
        let from = started.get().unwrap_or(done);
        if is_first || is_due() {
            let of = last.unwrap_or(of).saturating_sub(from).max(1);
            #[expect(clippy::cast_precision_loss, reason = "a fraction for the eye")]
            report(Done::Export(ExportDone::Exporting(
                (done.saturating_sub(from) as f32 / of as f32).min(1.0),
            )));
        }
        started.set(Some(from));
        halt_on(&job.cancel)
    };
    with_options(job, &watch, |document, converter, options| {
        let (selection, format) = (&job.selection, job.format);
        let rendering = Rendering { document, selection, format, options: *options };
        write(job, &rendering, converter)
    })
}

/// Does `work` with the document and all that the job says of how it is rendered.
fn with_options<T>(
    job: &ExportJob,
    watch: export::Watch<'_>,
    work: impl FnOnce(&Document, Option<&dyn Convert>, &export::Options<'_>) -> Result<T, ExportFailure>,
) -> Result<T, ExportFailure> {
    let converter = job.conversion.as_ref().map(Conversion::open).transpose()?;
    let words: Vec<_> = job.words.iter().collect();
    let converter = decorated(converter, job.script, &words, job.punctuation, job.keeping);
    let presentation = Presentation::new(converter.clone(), Arc::clone(&job.mending));
    let convert = converter.as_deref().map(|converter| move |text: &str| converter.convert(text));
    let document = &job.document.to_export();
    let renumbering = job.renumber.then(|| Renumbering::of(document, &job.selection, job.with_path));
    let [kai, fang_song] = [0, 1].map(|face| read_face(job.faces.get(face)?.as_ref()?));
    let options = export::Options {
        faces: PaperFaces { kai: kai.as_ref(), fang_song: fang_song.as_ref() },
        title: &job.title,
        script: job.script,
        convert: convert.as_ref().map(|convert| convert as &dyn Fn(&str) -> String),
        presentation: Some(&presentation),
        with_path: job.with_path,
        renumbering: renumbering.as_ref(),
        layout: job.layout,
        vertical: job.vertical,
        full_width: job.full_width,
        watch: Some(watch),
        ..export::Options::default()
    };
    work(document, converter.as_deref(), &options)
}

fn write(
    job: &ExportJob,
    rendering: &Rendering<'_>,
    converter: Option<&dyn Convert>,
) -> Result<usize, ExportFailure> {
    let go_on = || if halt_on(&job.cancel).is_break() { Err(ExportError::Cancelled) } else { Ok(()) };
    if let Some(pattern) = &job.split {
        let target = (&*job.path, pattern, job.overwrite);
        let folder = write_parts(rendering, converter, target, job.source.as_deref())?;
        go_on()?;
        return Ok(folder.finish()?);
    }
    let bytes = rendering.render(converter, converting_threads())?;
    go_on()?;
    files::spare(job.source.as_deref(), &job.path)?;
    files::write_atomic(&job.path, &bytes, job.overwrite)?;
    Ok(1)
}

/// Makes what the export will look like; `None` where that was stopped or there is nothing to be seen.
pub(in crate::session) fn preview(job: &ExportJob) -> Option<Preview> {
    let watch = |_, _| halt_on(&job.cancel);
    let made = with_options(job, &watch, |document, _, options| {
        Ok(export::preview(document, &job.selection, job.format, options))
    });
    made.ok().flatten().filter(|_| halt_on(&job.cancel).is_continue())
}

/// Reads a face; `None`: it is not there any more.
fn read_face(family: &Installed) -> Option<PaperFace> {
    let bytes = files::read(&family.path, LARGEST_FACE, &|_, _| ControlFlow::Continue(())).ok()?;
    Some(PaperFace { bytes: Arc::new(bytes), index: family.index })
}

/// The largest font file that is read: the largest collections of Chinese faces have some 130 MB.
const LARGEST_FACE: u64 = 192 << 20;

/// Writes the pages into a folder of their own, which only the reader can look into; returns where they are.
pub(in crate::session) fn make_pages(
    mut job: ExportJob,
    report: &dyn Fn(Done),
) -> Result<PathBuf, ExportFailure> {
    job.path = files::private_place("print.pdf")?;
    export(&job, report)?;
    Ok(job.path)
}
