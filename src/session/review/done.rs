//! What the job of the review reports.

use std::sync::Arc;

use crate::script::ConvertError;
use crate::session::review::Finds;
use crate::session::{Effect, Session};

/// What the job of the review reports.
#[derive(Debug)]
pub enum ReviewDone {
    /// A review goes on.
    Reviewing {
        /// Generation of the document, number of the review.
        serial: (u64, u64),
        /// The part of the text that was looked at, 0 to 1.
        share: f32,
    },
    /// A review is done, or could not be.
    Reviewed {
        /// Generation of the document, number of the review.
        serial: (u64, u64),
        /// What was found.
        result: Result<Arc<Finds>, ConvertError>,
    },
}

impl Session {
    pub(in crate::session) fn review_done(&mut self, done: ReviewDone) -> Vec<Effect> {
        match done {
            ReviewDone::Reviewing { serial, share } => self.reviewing(serial, share),
            ReviewDone::Reviewed { serial, result } => return self.reviewed(serial, result),
        }
        Vec::new()
    }
}
