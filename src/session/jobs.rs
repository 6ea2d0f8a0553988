//! Jobs: what must not hold up the window. A job is a value, its result a message.
//!
//! Each job runs on a thread of its own name and reports through one bounded channel; `wake` makes the shell look.
//! A job that belongs to a document carries its generation, and the session drops what comes too late.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use super::files::{FileError, FileErrorKind, Overwrite};
use super::library::writer::{PATIENCE, Writer};
use super::library::{Library, Record};
use super::{Done, ExportDone, FileChooserDone, LibraryDone, OpeningDone, ReadingDone, ScriptDone};
use crate::document::Document;
use crate::outline::rules::{Compiled, Rule};
use crate::script::{Conversion, Presentation};
use crate::search::Query;

pub(super) mod converting;
pub(super) mod pace;

pub use super::export::job::ExportJob;
use super::export::job::{export, preview};
use super::files::stat::stat;
use super::opening::job::open;
pub use super::opening::job::{Known, OpenJob};
use super::opening::watching::Watched;
pub use super::outline::job::Wanted;
use super::outline::job::{apply_rules, infer, try_rule};
pub use super::reading::copy_job::CopyJob;
use super::reading::copy_job::copy;
use super::search::job::find;
pub use converting::{Rendering, convert_whole, converting_threads, write_parts};

/// Work for the background.
#[derive(Debug)]
pub enum Job {
    /// Read and decode a document.
    Open(OpenJob),
    /// Infer the outline of a document.
    Infer {
        /// The document, of which only the text counts.
        document: Arc<Document>,
        /// What the reader wants of its outline.
        wanted: Wanted,
        /// Generation of the document, number of the inference.
        serial: (u64, u64),
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
    /// Search a document.
    Search {
        /// The document.
        document: Arc<Document>,
        /// What for.
        query: Query,
        /// What it is shown through: it is found as it is shown.
        presentation: Presentation,
        /// Generation of the document, number of the search.
        serial: (u64, u64),
        /// Raised to stop.
        cancel: Arc<AtomicBool>,
    },
    /// Look for scars and choices in a document.
    Review {
        /// The document.
        document: Arc<Document>,
        /// Generation of the document, number of the review.
        serial: (u64, u64),
        /// Raised to stop.
        cancel: Arc<AtomicBool>,
    },
    /// Make a converter.
    Converter {
        /// The document that it is for.
        generation: u64,
        /// What it does.
        conversion: Conversion,
    },
    /// Find what conversions would cost a document.
    EstimateCosts {
        /// The document.
        document: Arc<Document>,
        /// Its generation.
        generation: u64,
    },
    /// Make what an export will look like.
    Preview {
        /// The export.
        job: ExportJob,
        /// Which preview.
        serial: u64,
    },
    /// Render sections and write them.
    Export(ExportJob),
    /// Make pages of sections to be printed.
    Print(ExportJob),
    /// Make selected text ready for the clipboard.
    Copy(CopyJob),
    /// Make selected text ready for the middle button.
    Offer(CopyJob),
    /// Read a dictionary of the reader's.
    ReadOwnWords(PathBuf),
    /// Write a dictionary of the reader's; the dialog has asked whether to replace a file.
    WriteOwnWords {
        /// The file.
        path: PathBuf,
        /// The dictionary.
        text: String,
    },
    /// Read a picture of a document.
    Picture {
        /// Its file.
        data: Arc<[u8]>,
        /// Generation of the document, 0-based number of the image.
        serial: (u64, usize),
    },
    /// Look what stands at a path.
    Look {
        /// The path.
        path: PathBuf,
        /// Which question that answers.
        serial: u64,
        /// Whether the reader wants what stands there.
        take: bool,
    },
    /// Look whether files have changed or are gone.
    Watch(Watched),
    /// Write something down.
    Save(Record),
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
            Job::Open(_) => "open",
            Job::Infer { .. } => "infer",
            Job::TryRule { .. } | Job::Rule { .. } => "rules",
            Job::Search { .. } => "search",
            Job::Review { .. } => "review",
            Job::Converter { .. } => "converter",
            Job::EstimateCosts { .. } => "estimate costs",
            Job::Picture { .. } => "picture",
            Job::Export(_) => "export",
            Job::Preview { .. } => "preview",
            Job::Print(_) => "print",
            Job::Copy(_) | Job::Offer(_) => "copy",
            Job::ReadOwnWords(_) | Job::WriteOwnWords { .. } => "words",
            Job::Look { .. } | Job::Watch(_) => "look",
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
            let _ = self.sender.try_send(Done::Library(LibraryDone::NotSaved(FileError {
                path: PathBuf::from(name),
                kind,
            })));
        }
    }

    /// The next report, if one has come.
    pub fn try_recv(&self) -> Option<Done> {
        self.receiver.try_recv().ok()
    }

    /// Writes `records` down, and all that could not be written until now: for the moment of leaving. Returns what went
    /// wrong, after two seconds and what writing takes; a disk that does not answer at all is not waited for.
    pub fn leave(&self, records: Vec<Record>) -> Vec<FileError> {
        let Some(library) = self.library.clone() else { return Vec::new() };
        let writer = Arc::clone(&self.writer);
        let (sender, receiver) = sync_channel(1);
        let work = move || {
            let _ = sender.send(writer.write_all(&library, records, PATIENCE));
        };
        let failed = |kind| vec![FileError { path: PathBuf::from("gangmu"), kind }];
        match std::thread::Builder::new().name("gangmu-leave".to_owned()).spawn(work) {
            Ok(_) => receiver.recv_timeout(2 * PATIENCE).unwrap_or_else(|_| failed(FileErrorKind::Busy)),
            Err(error) => failed(FileErrorKind::Other(error)),
        }
    }
}

fn perform(job: Job, library: Option<&Library>, (writer, number): (&Writer, u64), report: &dyn Fn(Done)) {
    match job {
        Job::Open(job) => open(job, library, report),
        Job::Infer { document, wanted, serial, cancel } => infer(&document, &wanted, serial, &cancel, report),
        Job::TryRule { document, rule, serial, cancel } => {
            try_rule(&document, &rule, serial, &cancel, report);
        }
        Job::Rule { document, rules, serial } => apply_rules(&document, &rules, serial, report),
        Job::Search { document, query, presentation, serial, cancel } => {
            find(&document, (&query, &presentation), serial, &cancel, report);
        }
        Job::Review { document, serial, cancel } => {
            super::review::job::review(&document, serial, &cancel, report);
        }
        Job::Converter { generation, conversion } => {
            let result = conversion.open();
            report(Done::Script(ScriptDone::Converter { generation, conversion, result }));
        }
        Job::EstimateCosts { document, generation } => {
            let costs = super::script::forecast::job::estimate_costs(&document);
            report(Done::Script(ScriptDone::CostsEstimated { generation, costs }));
        }
        Job::Picture { data, serial } => {
            let picture = super::opening::worker::picture(&data);
            report(Done::Reading(ReadingDone::PictureRead { serial, picture }));
        }
        Job::Preview { job, serial } => {
            report(Done::Export(ExportDone::Previewed { serial, preview: preview(&job) }));
        }
        Job::Export(job) => {
            let result = export(&job, report);
            report(Done::Export(ExportDone::Exported { path: job.path, result }));
        }
        Job::Print(job) => {
            report(Done::Export(ExportDone::Printable(super::export::job::make_pages(job, report))));
        }
        Job::Copy(job) => report(Done::Reading(ReadingDone::Copied(copy(&job)))),
        Job::Offer(job) => report(Done::Reading(ReadingDone::Offered(copy(&job).text))),
        Job::ReadOwnWords(path) => {
            let result = super::script::own_words::job::read_own_words(&path);
            report(Done::Script(ScriptDone::OwnWordsRead(result)));
        }
        Job::WriteOwnWords { path, text } => {
            let result = super::files::write_atomic(&path, text.as_bytes(), Overwrite::Yes);
            report(Done::Script(ScriptDone::OwnWordsWritten { path, result }));
        }
        Job::Look { path, serial, take } => {
            let result = stat(&path);
            report(Done::FileChooser(FileChooserDone::Looked { asked: (serial, take), path, result }));
        }
        Job::Watch(watched) => report(Done::Opening(OpeningDone::Watched(watched.look()))),
        Job::Save(record) => {
            if let Some(library) = library {
                save(record, library, (writer, number), report);
            }
        }
    }
}

fn save(record: Record, library: &Library, (writer, number): (&Writer, u64), report: &dyn Fn(Done)) {
    writer.write(library, record, number, &|written| match written {
        Ok(None) => {}
        Ok(Some(aside)) => report(Done::Library(LibraryDone::SetAside(aside))),
        Err(error) => report(Done::Library(LibraryDone::NotSaved(error))),
    });
}
