//! Jobs: what must not hold up the window. A job is a value, its result a message.
//!
//! Each job runs on a thread of its own name and reports through one bounded channel; `wake` makes the shell look.
//! A job that belongs to a document carries its generation, and the session drops what comes too late.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use sha2::{Digest as _, Sha256};

use super::files::{self, FileError, FileErrorKind, Overwrite};
use super::library::{DocumentState, Library, Record};
use super::message::{ExportFailure, Opened};
use super::rules_form::Found;
use super::{Done, Source, Stage};
use crate::block;
use crate::decode::Encoding;
use crate::document::Document;
use crate::export::{self, Format, Selection};
use crate::outline::Outline;
use crate::outline::rules::{Compiled, Rule};
use crate::script::{Config, Convert, Converter, Script};
use crate::text::SourceRange;

mod writer;

use writer::Writer;

/// The sample that comes with the program.
const SAMPLE: &[u8] = include_bytes!("../../assets/samples/speeches.txt");

/// Progress is told this often at most: more would only make the window draw.
const PROGRESS_EVERY: Duration = Duration::from_millis(50);

/// Work for the background.
#[derive(Debug)]
pub enum Job {
    /// Read, decode and infer a document.
    Open {
        /// Where from.
        source: Source,
        /// Its encoding; `None`: detect it.
        encoding: Option<Encoding>,
        /// The reader's rules for all documents.
        rules: Vec<Rule>,
        /// What is known of it already.
        known: Known,
        /// Which opening.
        generation: u64,
        /// Raised to stop.
        cancel: Arc<AtomicBool>,
    },
    /// Find what a rule finds.
    TryRule {
        /// The document.
        document: Arc<Document>,
        /// The rule.
        rule: Compiled,
        /// Generation of the document, number of the trial.
        serial: (u64, u64),
        /// Raised to stop.
        cancel: Arc<AtomicBool>,
    },
    /// Apply rules to what was inferred.
    Rule {
        /// The document.
        document: Arc<Document>,
        /// The rules.
        rules: Vec<Rule>,
        /// Generation of the document, number of the change.
        serial: (u64, u64),
    },
    /// Make a converter.
    Converter {
        /// The document that it is for.
        generation: u64,
        /// Its configuration.
        config: Config,
    },
    /// Render sections and write them.
    Export(ExportJob),
    /// Make selected text ready for the clipboard.
    Copy(CopyJob),
    /// Write something down.
    Save(Record),
}

/// What is known of a document before it is opened.
#[derive(Debug, Default)]
pub struct Known {
    /// Its state, where it is open now: what is written down may be older.
    pub state: Option<DocumentState>,
    /// What its state was kept under when the file was read last.
    pub hash: Option<String>,
}

/// An export to be written: a snapshot, so that the reader can go on meanwhile.
#[derive(Debug)]
pub struct ExportJob {
    /// The document.
    pub document: Arc<Document>,
    /// Its name, for the file's own title.
    pub title: String,
    /// The sections.
    pub selection: Selection,
    /// Form of the file.
    pub format: Format,
    /// Script of the file.
    pub script: Script,
    /// How to convert to it; `None` where the source is in that script already.
    pub config: Option<Config>,
    /// Whether the headings above are given too.
    pub with_path: bool,
    /// The file.
    pub path: PathBuf,
    /// Whether an existing file may be replaced.
    pub overwrite: Overwrite,
}

/// Selected text to be copied.
#[derive(Debug)]
pub struct CopyJob {
    /// The document.
    pub document: Arc<Document>,
    /// What is selected.
    pub range: SourceRange,
    /// Turns it into the shown script; `None`: as the source has it.
    pub converter: Option<Arc<dyn Convert>>,
    /// Name of the document, where the headings above shall be given too.
    pub citation: Option<String>,
}

/// Starts jobs and hands out what they report.
pub struct Jobs {
    library: Option<Library>,
    writer: Arc<Writer>,
    sender: SyncSender<Done>,
    receiver: Receiver<Done>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Jobs {
    /// Jobs that remember in `library` and call `wake` after each report.
    pub fn new(library: Option<Library>, wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let (sender, receiver) = sync_channel(64);
        Self { library, writer: Arc::default(), sender, receiver, wake }
    }

    /// Starts `job`.
    pub fn run(&self, job: Job) {
        let library = self.library.clone();
        let (writer, number) = (Arc::clone(&self.writer), self.writer.number());
        let name = match &job {
            Job::Open { .. } => "open",
            Job::TryRule { .. } | Job::Rule { .. } => "rules",
            Job::Converter { .. } => "converter",
            Job::Export(_) => "export",
            Job::Copy(_) => "copy",
            Job::Save(_) => "save",
        };
        self.spawn(name, move |report| perform(job, library.as_ref(), (&writer, number), report));
    }

    /// Runs `work` on a thread called `name`; what it reports comes out of [`Jobs::try_recv`].
    pub fn spawn(&self, name: &str, work: impl FnOnce(&dyn Fn(Done)) + Send + 'static) {
        let sender = self.sender.clone();
        let wake = Arc::clone(&self.wake);
        let report = move |done| {
            // The receiver is gone only when the program is being left: nobody is there to be told.
            if sender.send(done).is_ok() {
                wake();
            }
        };
        let thread = std::thread::Builder::new().name(format!("gangmu-{name}"));
        if let Err(error) = thread.spawn(move || work(&report)) {
            let kind = FileErrorKind::Other(error);
            let _ = self.sender.try_send(Done::NotSaved(FileError { path: PathBuf::from(name), kind }));
        }
    }

    /// The next report, if one has come.
    pub fn try_recv(&self) -> Option<Done> {
        self.receiver.try_recv().ok()
    }

    /// Writes `record` down at once: for the moment of leaving, when no thread would finish.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn save_now(&self, record: &Record) -> Result<(), FileError> {
        let number = self.writer.number();
        self.library.as_ref().map_or(Ok(()), |library| self.writer.write(library, record, number))
    }
}

fn perform(job: Job, library: Option<&Library>, (writer, number): (&Writer, u64), report: &dyn Fn(Done)) {
    match job {
        Job::Open { source, encoding, rules, known, generation, cancel } => {
            let progress = |stage| report(Done::Progress { generation, stage });
            let result = read(&source, encoding, &cancel, &progress).map(|document| {
                Box::new(Opened { encoding, ..corrected(&document, &rules, known, library) })
            });
            report(Done::Opened { generation, result });
        }
        Job::TryRule { document, rule, serial, cancel } => {
            if let Some(found) = found(&document, &rule, &cancel) {
                report(Done::RuleTried { serial, found });
            }
        }
        Job::Rule { document, rules, serial } => {
            report(Done::Ruled { serial, base: ruled(&document, rules.iter()) });
        }
        Job::Converter { generation, config } => {
            let result = Converter::open(config).map(|converter| Arc::new(converter) as Arc<dyn Convert>);
            report(Done::Converter { generation, config, result });
        }
        Job::Export(job) => {
            let result = export(&job);
            report(Done::Exported { path: job.path, result });
        }
        Job::Copy(job) => report(Done::Copied(copy(&job))),
        Job::Save(record) => {
            if let Some(Err(error)) = library.map(|library| writer.write(library, &record, number)) {
                report(Done::NotSaved(error));
            }
        }
    }
}

fn read(
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
    progress(Stage::Inferring);
    Ok(Document::parse(bytes, encoding))
}

/// The document with all that is remembered of it. Where its content is new but its file is known, what was
/// remembered of the old content is tried.
fn corrected(document: &Document, rules: &[Rule], known: Known, library: Option<&Library>) -> Opened {
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
fn ruled<'a>(document: &Document, rules: impl Iterator<Item = &'a Rule>) -> Arc<Outline> {
    let rules: Vec<_> = rules.filter_map(|rule| rule.compile().ok()).collect();
    if rules.is_empty() {
        return Arc::clone(document.inferred());
    }
    Arc::new(document.inferred().ruled(document.text(), document.paragraphs(), &rules))
}

/// What `rule` finds; `None` where `cancel` was raised meanwhile.
fn found(document: &Document, rule: &Compiled, cancel: &AtomicBool) -> Option<Found> {
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

fn export(job: &ExportJob) -> Result<(), ExportFailure> {
    let converter = job.config.map(Converter::open).transpose()?;
    let convert = converter.as_ref().map(|converter| |text: &str| converter.convert(text));
    let options = export::Options {
        title: &job.title,
        script: job.script,
        convert: convert.as_ref().map(|convert| convert as &dyn Fn(&str) -> String),
        with_path: job.with_path,
        ..export::Options::default()
    };
    let bytes = export::render(&job.document, &job.selection, job.format, &options)?;
    files::write_atomic(&job.path, &bytes, job.overwrite)?;
    Ok(())
}

/// The selected text as it is shown, a line for each paragraph.
fn copy(job: &CopyJob) -> String {
    let text = job.document.text();
    let shown = |line: Cow<'_, str>| match &job.converter {
        Some(converter) => converter.convert(&line),
        None => line.into_owned(),
    };
    let mut copied = String::new();
    for block in job.document.blocks_in(job.range) {
        if !copied.is_empty() && !block.continues {
            copied.push('\n');
        }
        let part = SourceRange {
            start: block.range.start.max(job.range.start),
            end: block.range.end.min(job.range.end),
        };
        copied.push_str(&shown(block::joined(part.slice(text))));
    }
    if let Some(name) = &job.citation {
        let outline = job.document.outline();
        let path = job.document.path_to(job.range.start).into_iter();
        let path: Vec<_> = path.map(|id| shown(outline.shown_heading(id, text))).collect();
        let source = std::iter::once(name.clone()).chain(path).collect::<Vec<_>>().join(" › ");
        let _ = write!(copied, "\n——{source}");
    }
    copied
}

/// SHA-256 of `text` in hexadecimal digits.
fn content_hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
