//! What the jobs about the outline report.

use std::sync::Arc;

use crate::outline::Outline;
use crate::session::opening::loaded::Outlined;
use crate::session::outline::rules_form;
use crate::session::{Effect, Session};

/// What the jobs about the outline report.
#[derive(Debug)]
pub enum OutlineDone {
    /// The outline of a document is being inferred.
    Inferring {
        /// Generation of the document, number of the inference.
        serial: (u64, u64),
        /// The part that is done, 0 to 1.
        share: f32,
    },
    /// The outline of a document was inferred.
    Outlined {
        /// Generation of the document, number of the inference.
        serial: (u64, u64),
        /// The document with its outline.
        outlined: Box<Outlined>,
    },
    /// A rule was tried on the document of that generation.
    RuleTried {
        /// Generation of the document, number of the trial.
        serial: (u64, u64),
        /// What it finds.
        found: rules_form::Found,
    },
    /// The reader's rules were applied to what was inferred.
    Ruled {
        /// Generation of the document, number of the change.
        serial: (u64, u64),
        /// The outline by inference and rules.
        base: Arc<Outline>,
    },
}

impl Session {
    pub(in crate::session) fn outline_done(&mut self, done: OutlineDone) -> Vec<Effect> {
        match done {
            OutlineDone::Inferring { serial, share } => self.inferring(serial, share),
            OutlineDone::Outlined { serial, outlined } => return self.outlined(serial, *outlined),
            OutlineDone::RuleTried { serial, found } => return self.rule_tried(serial, found),
            OutlineDone::Ruled { serial, base } => return self.ruled(serial, base),
        }
        Vec::new()
    }
}
