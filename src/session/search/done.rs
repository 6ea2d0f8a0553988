//! What the job of the search reports.

use crate::session::{Effect, Session};
use crate::text::SourceRange;

/// What the job of the search reports.
#[derive(Debug)]
pub enum SearchDone {
    /// A search found more.
    Hits {
        /// Generation of the document, number of the search.
        serial: (u64, u64),
        /// What it found since the last report.
        hits: Vec<SourceRange>,
        /// Bytes of text that have been searched; `None`: all.
        searched: Option<usize>,
    },
}

impl Session {
    pub(in crate::session) fn search_done(&mut self, done: SearchDone) -> Vec<Effect> {
        match done {
            SearchDone::Hits { serial, hits, searched } => self.found(serial, hits, searched),
        }
    }
}
