//! Opening a document: read and decoded, with all that is remembered of it. A short one comes whole; of a long one
//! first the part that the reader will see, then the text, then what is remembered of it.

use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use sha2::{Digest as _, Sha256};

use crate::decode::{self, DecodedPart, Encoding};
use crate::document::Document;
use crate::import::Format;
use crate::outline::rules::Rule;
use crate::session::files::{self, FileError, FileErrorKind, stat};
use crate::session::jobs::pace::{halt_on, pace};
use crate::session::library::{DocumentState, Library};
use crate::session::message::{Loaded, Opened, Remembered};
use crate::session::opening::importing;
use crate::session::outline::job::{Wanted, outlined};
use crate::session::{Done, NoticeKind, OpeningDone, Picks, Source, Stage};

/// The sample that comes with the program.
const SAMPLE: &[u8] = include_bytes!("../../../assets/samples/speeches.txt");

/// A text up to this length in bytes is shown with its outline at once: that takes less than a few frames, and nothing
/// on the screen changes under the reader's eyes.
const SHORT: usize = 1 << 20;

/// From this length in bytes on, a part of a file is shown before the whole is decoded.
const LONG: usize = 8 << 20;

/// A document to be opened.
#[derive(Debug)]
pub struct OpenJob {
    /// Where from.
    pub source: Source,
    /// Its encoding; `None`: detect it.
    pub encoding: Option<Encoding>,
    /// The reader's rules for all documents.
    pub rules: Vec<Rule>,
    /// What is known of it already.
    pub known: Known,
    /// Which opening.
    pub generation: u64,
    /// Raised to stop.
    pub cancel: Arc<AtomicBool>,
}

/// What is known of a document before it is opened.
#[derive(Debug, Default)]
pub struct Known {
    /// Its state, where it is open now: what is written down may be older.
    pub state: Option<Box<DocumentState>>,
    /// What its state was kept under when the file was read last.
    pub hash: Option<String>,
}

/// Reads and decodes a document, and infers the outline of a short one.
pub(in crate::session) fn open(job: OpenJob, library: Option<&Library>, report: &dyn Fn(Done)) {
    let generation = job.generation;
    if let Err(error) = open_parts(job, library, report) {
        report(Done::Opening(OpeningDone::Opened { generation, result: Err(error) }));
    }
}

fn open_parts(job: OpenJob, library: Option<&Library>, report: &dyn Fn(Done)) -> Result<(), FileError> {
    let OpenJob { source, encoding, rules, known, generation, cancel } = job;
    let progress = |stage| report(Done::Opening(OpeningDone::Progress { generation, stage }));
    let stamp = source.path().and_then(stat::stamp);
    let bytes = read(&source, &cancel, &progress)?;
    let failed = |kind| FileError { path: path_of(&source), kind };
    // What was pasted and the sample are text, whatever they look like.
    let format = match &source {
        Source::Text(_) | Source::Sample => Format::Text,
        Source::Path(_) | Source::Stdin => importing::format_of(&bytes, source.path()).map_err(failed)?,
    };
    progress(Stage::Decoding);
    let (state, mut told) = expected(&known, library);
    let mut opened = |loaded| {
        let told = std::mem::take(&mut told);
        let opened = Opened { encoding, stamp, told, state: state.clone(), loaded };
        report(Done::Opening(OpeningDone::Opened { generation, result: Ok(Box::new(opened)) }));
    };
    // Who reads the file already goes on reading until all of it is there.
    let part =
        Some(&bytes).filter(|bytes| format == Format::Text && bytes.len() >= LONG && known.state.is_none());
    let part = part.and_then(|bytes| decode::part(bytes, encoding, state.place.get()));
    let is_shown = part.is_some();
    if let Some(DecodedPart { decoded, base, of }) = part {
        opened(Loaded::Part { document: Document::readable(decoded), base, of });
    }
    let imported =
        importing::import(bytes, format, encoding, &|| halt_on(&cancel).is_break()).map_err(failed)?;
    let document = Document::of_import(imported);
    halted(&cancel, &source)?;
    if document.text().len() <= SHORT {
        let remembered = remembered(&document, (&known, &state), library);
        let state = remembered.other.as_ref().unwrap_or(&state);
        let outlined = outlined(&document, &Wanted::of(state, &rules), &mut |_| halt_on(&cancel));
        halted(&cancel, &source)?;
        if let ControlFlow::Continue(outlined) = outlined {
            opened(Loaded::Whole { outlined: Box::new(outlined), remembered: Box::new(remembered) });
        }
        return Ok(());
    }
    // The text is shown before it is known what is remembered of it: that takes another pass.
    let document = Arc::new(document);
    if is_shown {
        report(Done::Opening(OpeningDone::Decoded { generation, document: Arc::clone(&document) }));
    } else {
        opened(Loaded::Text(Arc::clone(&document)));
    }
    halted(&cancel, &source)?;
    let remembered = remembered(&document, (&known, &state), library);
    report(Done::Opening(OpeningDone::Remembered { generation, remembered: Box::new(remembered) }));
    Ok(())
}

fn halted(cancel: &AtomicBool, source: &Source) -> Result<(), FileError> {
    let stopped = halt_on(cancel).is_break();
    if stopped { Err(FileError { path: path_of(source), kind: FileErrorKind::Cancelled }) } else { Ok(()) }
}

/// The path to name in an error; standard input is `-`.
fn path_of(source: &Source) -> PathBuf {
    source.path().unwrap_or(Path::new("-")).to_owned()
}

fn read(source: &Source, cancel: &AtomicBool, progress: &dyn Fn(Stage)) -> Result<Vec<u8>, FileError> {
    match source {
        Source::Path(path) => read_with_progress(path, cancel, progress),
        Source::Text(text) => Ok(text.as_bytes().to_vec()),
        Source::Stdin => files::read_stdin(files::LARGEST, &|_, _| halt_on(cancel)),
        Source::Sample => Ok(SAMPLE.to_vec()),
    }
}

/// What is remembered of the file's content as it was read last, with what the reader should be told. Most files do not
/// change.
pub(super) fn expected(known: &Known, library: Option<&Library>) -> (DocumentState, Vec<NoticeKind>) {
    match (&known.state, library, &known.hash) {
        (Some(state), ..) => (DocumentState::clone(state), Vec::new()),
        (None, Some(library), Some(hash)) => library.load_document(hash),
        _ => (DocumentState::default(), Vec::new()),
    }
}

/// What is remembered of the document, where it is not what was expected. Where its content is new but its file is
/// known, what was remembered of the old content is tried.
pub(super) fn remembered(
    document: &Document,
    (known, expected): (&Known, &DocumentState),
    library: Option<&Library>,
) -> Remembered {
    let hash = content_hash(document.text());
    let is_new = known.state.is_none() && known.hash.as_ref() != Some(&hash);
    let other = library.filter(|library| is_new && library.knows(&hash));
    let (other, told) = match other.map(|library| library.load_document(&hash)) {
        Some((state, told)) => (Some(state), told),
        None => (None, Vec::new()),
    };
    let state = other.as_ref().unwrap_or(expected);
    let (picks, lost) = Picks::placed(&state.picks, document.text());
    Remembered { hash, other, told, picks, lost }
}

fn read_with_progress(
    path: &Path,
    cancel: &AtomicBool,
    progress: &dyn Fn(Stage),
) -> Result<Vec<u8>, FileError> {
    let is_due = pace();
    files::read(path, files::LARGEST, &|done, of| {
        if is_due() {
            #[expect(clippy::cast_precision_loss, reason = "a fraction for the eye")]
            progress(Stage::Reading(done as f32 / of.max(1) as f32));
        }
        halt_on(cancel)
    })
}

/// SHA-256 of `text` in hexadecimal digits.
fn content_hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
