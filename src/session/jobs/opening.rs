//! Opening a document: read, decoded, inferred, with all that is remembered of it.

use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use sha2::{Digest as _, Sha256};

use super::super::files::{self, FileError, FileErrorKind};
use super::super::library::Library;
use super::super::message::Opened;
use super::super::rules_form::Found;
use super::super::{Source, Stage};
use super::Known;
use crate::decode::Encoding;
use crate::document::Document;
use crate::outline::Outline;
use crate::outline::rules::{Compiled, Rule};

/// The sample that comes with the program.
const SAMPLE: &[u8] = include_bytes!("../../../assets/samples/speeches.txt");

/// Progress is told this often at most: more would only make the window draw.
const PROGRESS_EVERY: Duration = Duration::from_millis(50);

/// Reads, decodes and infers a document.
pub(super) fn read(
    source: &Source,
    encoding: Option<Encoding>,
    cancel: &AtomicBool,
    progress: &dyn Fn(Stage),
) -> Result<Document, FileError> {
    let bytes = match source {
        Source::Path(path) => read_with_progress(path, cancel, progress)?,
        Source::Text(text) => text.as_bytes().to_vec(),
        Source::Stdin => files::read_stdin(files::LARGEST, &|_, _| halt_on(cancel))?,
        Source::Sample => SAMPLE.to_vec(),
    };
    parse(bytes, encoding, cancel, progress).ok_or_else(|| {
        let path = source.path().map(std::path::Path::to_path_buf).unwrap_or_default();
        FileError { path, kind: FileErrorKind::Cancelled }
    })
}

/// Decodes and infers; `None` where `cancel` was raised meanwhile.
fn parse(
    bytes: Vec<u8>,
    encoding: Option<Encoding>,
    cancel: &AtomicBool,
    progress: &dyn Fn(Stage),
) -> Option<Document> {
    let mut told: Option<Instant> = None;
    let mut tell = |share| {
        if told.is_none_or(|told| told.elapsed() >= PROGRESS_EVERY) {
            told = Some(Instant::now());
            progress(Stage::Inferring(share));
        }
        halt_on(cancel)
    };
    Document::parse_watched(bytes, encoding, &mut tell).continue_value()
}

/// The document with all that is remembered of it. Where its content is new but its file is known, what was
/// remembered of the old content is tried.
pub(super) fn corrected(
    document: &Document,
    rules: &[Rule],
    known: Known,
    library: Option<&Library>,
) -> Opened {
    let hash = content_hash(document.text());
    let load = |library: &Library| {
        let from = known.hash.as_ref().filter(|_| !library.knows(&hash)).unwrap_or(&hash);
        library.load_document(from)
    };
    let (state, told) = match known.state {
        Some(state) => (state, Vec::new()),
        None => library.map(load).unwrap_or_default(),
    };
    let base = ruled(document, state.rules.iter().chain(rules));
    let edited = base.edited(document.text(), &state.edits);
    let document = if state.edits.is_empty() {
        document.with_outline(Arc::clone(&base))
    } else {
        document.with_outline(edited.outline)
    };
    Opened { encoding: None, document, hash, state, told, base, skipped: edited.skipped }
}

/// What was inferred, with the headings that `rules` find. Rules that cannot be used are passed over: they were
/// refused when they were written.
pub(super) fn ruled<'a>(document: &Document, rules: impl Iterator<Item = &'a Rule>) -> Arc<Outline> {
    let rules: Vec<_> = rules.filter_map(|rule| rule.compile().ok()).collect();
    if rules.is_empty() {
        return Arc::clone(document.inferred());
    }
    Arc::new(document.inferred().ruled(document.text(), document.paragraphs(), &rules))
}

/// What `rule` finds; `None` where `cancel` was raised meanwhile.
pub(super) fn found(document: &Document, rule: &Compiled, cancel: &AtomicBool) -> Option<Found> {
    let mut found = Found { count: 0, first: Vec::new() };
    // Cut into pieces, so that cancelling is noticed where nothing matches.
    for lines in document.paragraphs().chunks(4_096) {
        if halt_on(cancel).is_break() {
            return None;
        }
        for heading in rule.headings(document.text(), lines) {
            found.count += 1;
            if found.first.len() < Found::SHOWN {
                found.first.push(heading);
            }
        }
    }
    Some(found)
}

fn read_with_progress(
    path: &std::path::Path,
    cancel: &AtomicBool,
    progress: &dyn Fn(Stage),
) -> Result<Vec<u8>, FileError> {
    let told = std::cell::Cell::new(Instant::now());
    files::read(path, files::LARGEST, &|done, of| {
        if told.get().elapsed() >= PROGRESS_EVERY {
            told.set(Instant::now());
            #[expect(clippy::cast_precision_loss, reason = "a fraction for the eye")]
            progress(Stage::Reading(done as f32 / of.max(1) as f32));
        }
        halt_on(cancel)
    })
}

fn halt_on(cancel: &AtomicBool) -> ControlFlow<()> {
    if cancel.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}

/// SHA-256 of `text` in hexadecimal digits.
fn content_hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
