//! Writing down in order: each record on a thread of its own, and yet the newest is what stays. What cannot be written
//! because another program holds the lock waits here.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::session::files::{FileError, FileErrorKind};
use crate::session::library::{Library, Record};

/// So long another window is waited for that writes down something, which takes it a few milliseconds.
pub(in crate::session) const PATIENCE: Duration = Duration::from_secs(2);

/// How long it takes to ask again whether it is done.
const PAUSE: Duration = Duration::from_millis(10);

/// Lets no older record replace a newer one of the same file.
#[derive(Debug, Default)]
pub(in crate::session) struct Writer {
    next: AtomicU64,
    /// By file.
    files: Mutex<HashMap<String, Newest>>,
}

/// The newest record of a file.
#[derive(Debug, Default)]
struct Newest {
    number: u64,
    /// It, as long as it is not written.
    waiting: Option<Record>,
}

/// What came of writing.
pub(in crate::session) type Written = Result<Option<PathBuf>, FileError>;

impl Writer {
    /// A number for a record, to be taken when it is made.
    pub(in crate::session) fn number(&self) -> u64 {
        self.next.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Writes the record of that number, unless there was a newer one of the same file. While another program holds
    /// the lock it is tried again and again; `report` hears of the first time, and then of what came of it.
    pub(in crate::session) fn write(
        &self,
        library: &Library,
        record: Record,
        number: u64,
        report: &dyn Fn(Written),
    ) {
        let file = self.keep(record, number);
        let mut is_told = false;
        while self.waits(&file, number) {
            match turn(library, PATIENCE) {
                Ok(_turn) => {
                    if let Some(written) = self.put(library, &file) {
                        report(written);
                    }
                }
                Err(error) if matches!(error.kind, FileErrorKind::Busy) => {
                    if !is_told {
                        report(Err(error));
                    }
                    is_told = true;
                }
                Err(error) => {
                    report(Err(error));
                    return;
                }
            }
        }
    }

    /// Writes `records` and all that still waits, at the end of the program. The lock is waited for once, for `wait` at
    /// most, and done without then: whoever holds it is stuck, and the records are gone if they are not written now.
    pub(in crate::session) fn write_all(
        &self,
        library: &Library,
        records: Vec<Record>,
        wait: Duration,
    ) -> Vec<FileError> {
        for record in records {
            self.keep(record, self.number());
        }
        let mut failed = Vec::new();
        let _turn = match turn(library, wait) {
            Ok(turn) => Some(turn),
            Err(error) if matches!(error.kind, FileErrorKind::Busy) => None,
            Err(error) => return vec![error],
        };
        let mut files: Vec<String> = self.files().keys().cloned().collect();
        files.sort();
        failed.extend(files.iter().filter_map(|file| self.put(library, file)?.err()));
        failed
    }

    /// Keeps a record until it is written, and returns the name of its file.
    fn keep(&self, record: Record, number: u64) -> String {
        let file = match &record {
            Record::Settings(_) => "settings",
            Record::State(_) => "state",
            Record::OwnWords(_) => "words",
            Record::Document { hash, .. } => hash,
        }
        .to_owned();
        let mut files = self.files();
        let newest = files.entry(file.clone()).or_default();
        if number > newest.number {
            *newest = Newest { number, waiting: Some(record) };
        }
        file
    }

    /// Whether the record of that number is still to be written.
    fn waits(&self, file: &str, number: u64) -> bool {
        self.files().get(file).is_some_and(|newest| newest.number == number && newest.waiting.is_some())
    }

    /// Writes what waits to be written to `file`; `None` where nothing does.
    fn put(&self, library: &Library, file: &str) -> Option<Written> {
        let mut files = self.files();
        let record = files.get_mut(file)?.waiting.take()?;
        Some(library.put(&record))
    }

    fn files(&self) -> std::sync::MutexGuard<'_, HashMap<String, Newest>> {
        // A thread that panicked while it wrote has left the numbers as they were.
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Waits until no other window writes, but no longer than `wait`; none does until what is returned goes away.
fn turn(library: &Library, wait: Duration) -> Result<impl Sized + use<>, FileError> {
    let due = Instant::now() + wait;
    loop {
        match library.turn() {
            Err(error) if matches!(error.kind, FileErrorKind::Busy) && Instant::now() < due => {
                std::thread::sleep(PAUSE);
            }
            turn => return turn,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::State;

    fn started(started: bool) -> Record {
        Record::State(State { started, ..State::default() })
    }

    #[test]
    fn an_older_record_never_replaces_a_newer_one() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::below(folder.path());
        let writer = Writer::default();
        let [older, newer] = [writer.number(), writer.number()];
        let write = |record, number| {
            writer.write(&library, record, number, &|written| assert!(written.is_ok(), "{written:?}"));
        };
        write(started(true), newer);
        write(started(false), older);
        assert!(library.load().1.started);
        write(started(false), writer.number());
        assert!(!library.load().1.started);
    }

    #[test]
    fn what_waits_for_the_lock_is_told_once_and_written_when_it_is_free() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::below(folder.path());
        let writer = Writer::default();
        let held = Mutex::new(Some(library.turn().unwrap()));
        let told = Mutex::new(Vec::new());
        writer.write(&library, started(true), writer.number(), &|written| {
            told.lock().unwrap().push(written.map_err(|error| error.kind));
            drop(held.lock().unwrap().take());
        });
        let told = told.into_inner().unwrap();
        assert!(matches!(told.as_slice(), [Err(FileErrorKind::Busy), Ok(None)]), "{told:?}");
        assert!(library.load().1.started);
    }

    #[test]
    fn at_the_end_everything_is_written_though_the_lock_is_held() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::below(folder.path());
        let writer = Writer::default();
        let _held = library.turn().unwrap();
        let waiting = Record::OwnWords(crate::script::Dictionary::parse("里\t裡\n"));
        writer.keep(waiting, writer.number());
        let failed = writer.write_all(&library, vec![started(true)], Duration::from_millis(20));
        assert!(failed.is_empty(), "{failed:?}");
        assert!(library.load().1.started && !library.load_words().0.is_empty());
    }
}
