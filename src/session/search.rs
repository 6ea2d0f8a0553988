//! What is being searched for, and what has been found so far.

pub mod done;
pub(super) mod job;
pub mod message;
mod update;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::search::QueryError;
use crate::text::{SourceOffset, SourceRange};

/// The last search; it outlives its panel.
#[derive(Debug, Default)]
pub struct Searching {
    /// What stands in the field.
    pub words: String,
    /// Whether it is a regular expression.
    pub regex: bool,
    /// Why it cannot be searched for.
    pub error: Option<QueryError>,
    /// What has been found, in document order.
    pub hits: Vec<SourceRange>,
    /// Bytes of text that have been searched; `None` once all have been.
    pub searched: Option<usize>,
    /// The hit that was gone to, 0-based.
    pub current: Option<usize>,
    /// Grows with every search.
    pub serial: u64,
    /// Raised to stop the search that is going on.
    pub(super) cancel: Arc<AtomicBool>,
    /// Whether the first hit is not gone to.
    pub(super) stays: bool,
    /// Generation of the document that it is of; `None`: nothing was searched yet.
    pub(super) of: Option<u64>,
    /// Where the reader was when the search began.
    pub(super) origin: SourceOffset,
    /// Serial of the jump that a hit was gone to with last.
    pub(super) jumped: u64,
}

impl Searching {
    /// The hits that have a part of `range`, with the 0-based index of the first.
    pub fn within(&self, range: SourceRange) -> (usize, &[SourceRange]) {
        let from = self.hits.partition_point(|hit| hit.end <= range.start);
        let to = self.hits.partition_point(|hit| hit.start < range.end);
        (from, self.hits.get(from..to).unwrap_or_default())
    }
}
