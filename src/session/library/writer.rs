//! Writing down in order: each record on a thread of its own, and yet the newest is what stays.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::session::files::FileError;
use crate::session::library::{Library, Record};

/// Lets no older record replace a newer one of the same file.
#[derive(Debug, Default)]
pub(in crate::session) struct Writer {
    next: AtomicU64,
    /// The newest number that was written, by file.
    written: Mutex<HashMap<String, u64>>,
}

impl Writer {
    /// A number for a record, to be taken when it is made.
    pub(in crate::session) fn number(&self) -> u64 {
        self.next.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Writes the record of that number, unless a newer one of the same file was written meanwhile.
    pub(in crate::session) fn write(
        &self,
        library: &Library,
        record: &Record,
        number: u64,
    ) -> Result<(), FileError> {
        let file = match record {
            Record::Settings(_) => "settings",
            Record::State(_) => "state",
            Record::Words(_) => "words",
            Record::Document { hash, .. } => hash,
        };
        // A thread that panicked while it wrote has left the numbers as they were.
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        let newest = written.entry(file.to_owned()).or_default();
        if number < *newest {
            return Ok(());
        }
        *newest = number;
        library.save(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::State;

    #[test]
    fn an_older_record_never_replaces_a_newer_one() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::below(folder.path());
        let writer = Writer::default();
        let [older, newer] = [writer.number(), writer.number()];
        let state = |started| Record::State(State { started, ..State::default() });
        writer.write(&library, &state(true), newer).unwrap();
        writer.write(&library, &state(false), older).unwrap();
        assert!(library.load().1.started);
        writer.write(&library, &state(false), writer.number()).unwrap();
        assert!(!library.load().1.started);
    }
}
