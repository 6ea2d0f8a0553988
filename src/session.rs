//! The session: which document is open and what the reader is doing with it. No toolkit, no window.
//!
//! Panels read a [`Session`] and push [`Message`]s; [`Session::update`] is the only writer and returns the
//! [`Effect`]s that the shell has to perform. So the whole behaviour of the program can be tested without a
//! window, a thread or a disk.

pub mod action;
pub mod appearance;
pub mod export;
pub mod files;
pub mod finder;
pub mod jobs;
pub mod library;
pub mod message;
pub mod notice;
pub mod open_document;
pub mod opening;
pub mod outline;
pub mod reading;
pub mod review;
pub mod script;
pub mod search;
mod update;

pub use action::Action;
pub use appearance::layout::Layout;
pub use appearance::typefaces::Typefaces;
pub use export::form::{ExportForm, Exporting};
pub use finder::{Finder, FinderKind};
pub use jobs::{Job, Jobs};
pub use library::{Library, Recent, State};
pub use message::{Done, Effect, Message, Source};
pub use notice::{Notice, Notices, Saying};
pub use open_document::{Extent, Jump, OpenDocument};
pub use outline::corrections::{Correction, Corrections};
pub use outline::rules_form::RulesForm;
pub use reading::selection::{Marked, Side};
pub use review::picks::Picks;
pub use review::{ReviewChange, Reviewing};
pub use script::forecast::{Caution, Costs, Outlook};
pub use script::own_words::{WordsChange, WordsForm};
pub use search::Searching;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::lang::Lang;
use crate::script::Dictionary;
use crate::settings::{Scheme, Settings};

/// A document on its way in.
#[derive(Debug)]
pub struct Loading {
    /// What is being opened.
    pub source: Source,
    /// How far it is.
    pub stage: Stage,
    /// Raised to make the job stop.
    pub cancel: Arc<AtomicBool>,
    generation: u64,
}

/// What is being done to a document that is being opened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stage {
    /// Its bytes are being read; the part that has been, 0 to 1.
    Reading(f32),
    /// Its text is being decoded.
    Decoding,
}

/// What is on the screen besides the panels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Screen {
    /// Whether the sheet of shortcuts is shown.
    pub keys_shown: bool,
    /// Whether the window fills the screen.
    pub full_screen: bool,
    /// Whether everything but the text is hidden.
    pub only_text: bool,
    /// What the desktop prefers, where it says.
    pub scheme: Option<Scheme>,
}

/// What is open and what the reader is doing.
#[derive(Debug, Default)]
pub struct Session {
    /// The reader's choices for all documents.
    pub settings: Settings,
    /// What is remembered from one start to the next.
    pub state: State,
    /// The document that is being read.
    pub open: Option<OpenDocument>,
    /// The document that is being opened.
    pub loading: Option<Loading>,
    /// What the reader should be told.
    pub notices: Notices,
    /// The export panel, when it is shown.
    pub export: Option<ExportForm>,
    /// The export that is being made.
    pub exporting: Option<Exporting>,
    /// Whether the list of doubts is shown.
    pub doubts_shown: bool,
    /// Whether the panel of how the text looks is shown.
    pub appearance_shown: bool,
    /// The panel of own rules, when it is shown.
    pub rules: Option<RulesForm>,
    /// The reader's own words for all documents.
    pub words: Dictionary,
    /// The panel of own words, when it is shown.
    pub words_form: Option<WordsForm>,
    /// What can be undone of the changes to own words, the newest last.
    pub words_before: Vec<script::own_words::Before>,
    /// The box for places and commands, while it is open.
    pub finder: Option<Finder>,
    /// What is on the screen besides the panels.
    pub screen: Screen,
    /// What is known of the system's typefaces.
    pub typefaces: Typefaces,
    /// The search panel with the last search.
    pub search: Searching,
    /// The review panel with what was found.
    pub review: Reviewing,
    /// The language to speak this time, whatever the settings say.
    pub lang_now: Option<Lang>,
    /// The reader's home folder, where exports go that have no better place.
    pub home: Option<std::path::PathBuf>,
    /// The path being typed where the system has no file dialog.
    pub path_prompt: Option<String>,
    generation: u64,
}

impl Session {
    /// A session with what was remembered, and nothing open.
    pub fn new(settings: Settings, state: State) -> Self {
        Self { settings, state, ..Self::default() }
    }

    /// The language to speak.
    pub fn lang(&self) -> Lang {
        self.lang_now.unwrap_or_else(|| self.settings.lang())
    }
}
