//! How a document comes in: in parts, with what is remembered of it, with its outline.

use std::sync::Arc;

use crate::decode::Encoding;
use crate::document::Document;
use crate::export::Selection;
use crate::outline::{Outline, SectionId};
use crate::session::files::stat::Stamp;
use crate::session::library::DocumentState;
use crate::session::outline::ticked_places::Ticked;
use crate::session::{NoticeKind, Picks};

/// A document that was opened.
#[derive(Debug)]
pub struct Opened {
    /// The encoding that the reader chose for it; `None`: it was detected.
    pub encoding: Option<Encoding>,
    /// How its file was when it was read, where it comes from one.
    pub stamp: Option<Stamp>,
    /// What the reader should be told of what is remembered.
    pub told: Vec<NoticeKind>,
    /// What is remembered of the content that its file had last: most likely it has it still.
    pub state: DocumentState,
    /// What has come of it.
    pub loaded: Loaded,
}

/// How much of a document has come.
#[derive(Debug)]
pub enum Loaded {
    /// The part that the reader will see first; the rest is being decoded.
    Part {
        /// The part, as a document of its own.
        document: Document,
        /// How many bytes of the text stand before it.
        base: usize,
        /// How many bytes the text has in all, about.
        of: usize,
    },
    /// All its text; what is remembered of it is being looked up.
    Text(Arc<Document>),
    /// All of it.
    Whole {
        /// The document with its outline.
        outlined: Box<Outlined>,
        /// What is remembered of it.
        remembered: Box<Remembered>,
    },
}

/// What is remembered of a document.
#[derive(Debug, Default)]
pub struct Remembered {
    /// SHA-256 of its decoded text in hexadecimal digits: what its state is kept under.
    pub hash: String,
    /// Its state, where it is not the one that was expected.
    pub other: Option<DocumentState>,
    /// What the reader should be told of it.
    pub told: Vec<NoticeKind>,
    /// The reader's decisions on places of its text, with these places.
    pub picks: Picks,
    /// How many of them have lost theirs.
    pub lost: usize,
}

/// A document with its outline.
#[derive(Debug)]
pub struct Outlined {
    /// The document.
    pub document: Document,
    /// The outline by inference and rules, before the reader's edits.
    pub base: Arc<Outline>,
    /// 0-based indices of the remembered edits whose place is gone.
    pub skipped: Vec<usize>,
    /// What the reader had ticked.
    pub ticked: Ticked,
    /// The sections and points that are so.
    pub ticks: Selection,
    /// The sections that may be wrong, in document order.
    pub doubts: Vec<SectionId>,
}
