//! The panel of own rules: the rule that is being written, what it finds, and why it cannot be used.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::outline::rules::{Rule, RuleError};
use crate::text::SourceRange;

/// The panel of own rules.
#[derive(Clone, Debug)]
pub struct RulesForm {
    /// The rule as it stands in the fields.
    pub rule: Rule,
    /// Whether it is to hold for all documents.
    pub everywhere: bool,
    /// What it finds; `None` while nothing has been tried.
    pub tried: Option<Result<Found, RuleError>>,
    /// Raised to stop the trial that is going on.
    pub(in crate::session) cancel: Arc<AtomicBool>,
    pub(in crate::session) serial: u64,
}

/// What a rule finds in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// How many headings.
    pub count: usize,
    /// The first of them.
    pub first: Vec<SourceRange>,
}

impl Found {
    /// At most this many headings are shown.
    pub const SHOWN: usize = 8;
}

impl Default for RulesForm {
    fn default() -> Self {
        Self {
            rule: Rule { pattern: String::new(), level: 1 },
            everywhere: false,
            tried: None,
            cancel: Arc::default(),
            serial: 0,
        }
    }
}

/// What the reader does with own rules.
#[derive(Clone, Debug)]
pub enum RulesChange {
    /// The rule that is being written, and whether it is for all documents.
    Try(Rule, bool),
    /// Keeps and applies the rule that is being written.
    Add,
    /// Drops the rule of that 0-based index.
    Drop {
        /// Whether it is one for all documents.
        everywhere: bool,
        /// Its index.
        index: usize,
    },
}
