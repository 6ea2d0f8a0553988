//! The session: which document is open and what the reader is doing with it. No toolkit, no window.
//!
//! Panels read a [`Session`] and push [`Message`]s; [`Session::update`] is the only writer and returns the
//! [`Effect`]s that the shell has to perform. So the whole behaviour of the program can be tested without a
//! window, a thread or a disk.

pub mod action;
pub mod appearance;
pub mod clipboard;
pub mod escape;
pub mod export;
pub mod file_chooser;
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
pub mod report;
pub mod review;
pub mod script;
pub mod search;
pub mod side_panel;
mod update;

pub use action::{Action, Resize, Toggle};
pub use appearance::layout::Layout;
pub use appearance::typefaces::Typefaces;
pub use export::form::{ExportForm, Exporting, Naming};
pub use export::previewing::Previewing;
pub use file_chooser::{FileChooser, FileChooserMessage, Question};
pub use finder::{Finder, FinderKind};
pub use jobs::{Job, Jobs};
pub use library::{Library, Recent, State};
use message::save;
pub use message::{
    AppearanceDone, AppearanceMessage, Done, Effect, ExportDone, ExportMessage, FileChooserDone, LibraryDone,
    Message, OpeningDone, OpeningMessage, OutlineDone, OutlineMessage, ProfileChange, ReadingDone,
    ReadingMessage, Reveal, ReviewDone, ScriptDone, SearchDone, SearchMessage, ShellMessage, Source,
};
pub use notice::{Notice, NoticeKind, Notices};
pub use open_document::OpenDocument;
pub use opening::content::Extent;
pub use outline::corrections::{Correction, Corrections};
pub use outline::rules_form::{RulesChange, RulesForm};
pub use reading::pictures::Pictures;
pub use reading::position::Jump;
pub use reading::selection::{Side, TextSelection};
pub use review::picks::Picks;
pub use review::{ReviewAction, ReviewChange, Reviewing};
pub use script::forecast::{Caution, ConversionCosts, Forecast};
pub use script::own_words::{OwnWordsChange, OwnWordsForm};
pub use search::Searching;
pub use side_panel::SidePanel;

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

/// A sheet that lies over everything until it is put away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The keys.
    Keys,
    /// What this program is and what it is made of.
    About,
    /// What an export will look like, as large as the window lets it.
    Preview,
}

/// What is on the screen besides the panels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Screen {
    /// The sheet that lies over everything, where one does.
    pub sheet: Option<Sheet>,
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
    /// The panel beside the text, when one is shown.
    pub side_panel: Option<SidePanel>,
    /// What the export will look like, while its panel is shown.
    pub preview: Previewing,
    /// The export that is being made.
    pub exporting: Option<Exporting>,
    /// The export panel as the reader left it, with the generation of the document.
    left_export: Option<(u64, ExportForm)>,
    /// The reader's own words for all documents.
    pub own_words: Dictionary,
    /// What can be undone of the changes to own words, the newest last.
    pub own_words_before: Vec<script::own_words::OwnWordsSnapshot>,
    /// The box for places and commands, while it is open.
    pub finder: Option<Finder>,
    /// What is on the screen besides the panels.
    pub screen: Screen,
    /// What is known of the system's typefaces.
    pub typefaces: Typefaces,
    /// The last search.
    pub search: Searching,
    /// What the review found.
    pub review: Reviewing,
    /// The pictures of the document that have come into sight.
    pub pictures: Pictures,
    /// The language to speak this time, whatever the settings say.
    pub lang_now: Option<Lang>,
    /// The reader's home folder, where exports go that have no better place.
    pub home: Option<std::path::PathBuf>,
    /// The box in which a file is chosen where the system has no dialog for it, while it is open.
    pub file_chooser: Option<FileChooser>,
    /// Whether the reader has put away what is said about the sample.
    pub hints_hidden: bool,
    /// Recent files that were gone when they were looked for last.
    missing: Vec<std::path::PathBuf>,
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
