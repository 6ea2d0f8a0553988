//! What is remembered, as values.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::outline::edit::Edit;
use crate::outline::rules::Rule;
use crate::script::{Dictionary, Script};
use crate::session::Layout;
use crate::session::outline::ticked_places::TickedPlace;
use crate::session::review::picks::UndoSteps;
use crate::settings::{ExportChoice, kept_path};
use crate::text::SourceOffset;

/// A file that was read before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Its absolute path.
    #[serde(with = "kept_path")]
    pub path: PathBuf,
}

/// What a file held when it was read last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Its absolute path.
    #[serde(with = "kept_path")]
    pub path: PathBuf,
    /// What its state is kept under.
    pub hash: String,
}

/// What is remembered from one start to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct State {
    /// Version of this file's form.
    pub schema: u32,
    /// Files that were read, the newest first.
    pub recents: Vec<Recent>,
    /// Under which content files were last kept, the newest first: a changed file is known by its path.
    pub known: Vec<Known>,
    /// Whether the newest was still open when the program was left.
    pub reopen: bool,
    /// Whether the program was ever started: the first time it shows the sample.
    pub started: bool,
    /// Where the window was, and how wide its panels were.
    pub layout: Layout,
    /// How the last export was made.
    pub export: ExportChoice,
}

impl State {
    pub(super) const SCHEMA: u32 = 1;
    const MOST_RECENTS: usize = 15;
    const MOST_KNOWN: usize = 500;

    /// Puts `path` first among the recent files.
    pub fn remember(&mut self, path: &Path) {
        self.recents.retain(|recent| recent.path != path);
        self.recents.insert(0, Recent { path: path.to_owned() });
        self.recents.truncate(Self::MOST_RECENTS);
    }

    /// Remembers under what the state of the file at `path` is kept.
    pub fn remember_content(&mut self, path: &Path, hash: &str) {
        self.known.retain(|known| known.path != path);
        self.known.insert(0, Known { path: path.to_owned(), hash: hash.to_owned() });
        self.known.truncate(Self::MOST_KNOWN);
    }

    /// Under what the state of the file at `path` was kept last.
    pub fn content_of(&self, path: &Path) -> Option<&str> {
        self.known.iter().find(|known| known.path == path).map(|known| known.hash.as_str())
    }
}

/// What is remembered of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DocumentState {
    /// Version of this file's form.
    pub schema: u32,
    /// What was at the top of the reading column.
    pub place: SourceOffset,
    /// The script it was read in.
    pub script: Script,
    /// Where its folded sections start.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub folded: Vec<SourceOffset>,
    /// The reader's corrections of its outline, in order (since schema 2).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<Edit>,
    /// Corrections that were undone (since schema 2).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub undone: Vec<Edit>,
    /// The reader's own rules for it (since schema 2).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Rule>,
    /// The reader's own words for it, in OpenCC's format (since schema 3).
    #[serde(skip_serializing_if = "Dictionary::is_blank")]
    pub words: Dictionary,
    /// Whether what is in the other script than the document stays as it is.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub keeps_quoted: bool,
    /// The scripts of which the reader was told what converting to them costs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cautioned: Vec<Script>,
    /// The reader's decisions on places of the text (since schema 4).
    #[serde(skip_serializing_if = "UndoSteps::is_empty")]
    pub picks: Box<UndoSteps>,
    /// What is ticked (since schema 5).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ticked: Vec<TickedPlace>,
}

impl DocumentState {
    const SCHEMA: u32 = 5;

    /// The state of a document read at `place` in `script`, without corrections.
    pub fn new(place: SourceOffset, script: Script) -> Self {
        Self { schema: Self::SCHEMA, place, script, ..Self::default() }
    }
}
