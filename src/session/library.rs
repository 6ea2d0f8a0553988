//! What is remembered between starts, and where: settings, state, and each document's own state.
//!
//! Settings lie in the configuration folder, recent files in the state folder, the state of documents in the
//! data folder (XDG base directories on Linux). Every file carries a schema version and is written atomically;
//! an unreadable one is set aside under another name, told, and replaced by the defaults. Several windows may keep
//! what they remember in the same files: what each has changed is put into what is there.

mod merge;
pub(super) mod writer;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use etcetera::{AppStrategy as _, AppStrategyArgs, choose_app_strategy};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Layout;
use super::Saying;
use super::files::{self, FileError, FileErrorKind, Overwrite};
use super::review::picks::Steps;
use crate::outline::edit::Edit;
use crate::outline::rules::Rule;
use crate::script::{Dictionary, Script};
use crate::settings::Settings;
use crate::text::SourceOffset;
use merge::{Form, merged};

/// A remembered file larger than this is not one of ours.
const LARGEST: u64 = 16 << 20;

/// A file that was read before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Its absolute path.
    pub path: PathBuf,
}

/// What a file held when it was read last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Its absolute path.
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
}

impl State {
    const SCHEMA: u32 = 1;
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
    #[serde(skip_serializing_if = "Steps::is_empty")]
    pub picks: Box<Steps>,
}

impl DocumentState {
    const SCHEMA: u32 = 4;

    /// The state of a document read at `place` in `script`, without corrections.
    pub fn new(place: SourceOffset, script: Script) -> Self {
        Self { schema: Self::SCHEMA, place, script, ..Self::default() }
    }
}

/// Something to write down.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// The settings.
    Settings(Settings),
    /// Recent files.
    State(State),
    /// The reader's own words for all documents.
    Words(Dictionary),
    /// A document's state.
    Document {
        /// What it is kept under.
        hash: String,
        /// Its state.
        state: DocumentState,
    },
}

/// The folders where things are remembered.
#[derive(Clone, Debug)]
pub struct Library {
    config: PathBuf,
    data: PathBuf,
    state: PathBuf,
    /// What this window has read or wanted to write, by file: what it changes is told by that.
    seen: Arc<Mutex<HashMap<PathBuf, Value>>>,
}

impl Library {
    /// The folders of this user on this system; `None` where the system names no home.
    pub fn of_user() -> Option<Self> {
        let names = AppStrategyArgs {
            top_level_domain: "io.github".to_owned(),
            author: "gangmu".to_owned(),
            app_name: "gangmu".to_owned(),
        };
        let strategy = choose_app_strategy(names).ok()?;
        Some(Self {
            config: strategy.config_dir(),
            data: strategy.data_dir(),
            state: strategy.state_dir().unwrap_or_else(|| strategy.data_dir()),
            seen: Arc::default(),
        })
    }

    /// All folders below one: for tests and for running from a stick.
    pub fn below(folder: &Path) -> Self {
        let [config, data, state] = ["config", "data", "state"].map(|name| folder.join(name));
        Self { config, data, state, seen: Arc::default() }
    }

    /// Reads settings and state; what was unreadable is set aside and told of.
    pub fn load(&self) -> (Settings, State, Vec<Saying>) {
        let mut told = Vec::new();
        let settings: Settings = load(&self.config.join("settings.toml"), parse_toml, &mut told);
        let state: State = load(&self.state_file(), parse_json, &mut told);
        self.note(&Record::Settings(settings.clone()));
        self.note(&Record::State(state.clone()));
        (Settings::bounded(settings), state, told)
    }

    /// How the window was left: read before there is one to tell anything in.
    pub fn layout(&self) -> Layout {
        let state = files::read(&self.state_file(), LARGEST, &|_, _| std::ops::ControlFlow::Continue(()));
        let state: Option<State> = state.ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        state.unwrap_or_default().layout
    }

    /// Reads the reader's own words for all documents; what was unreadable is set aside and told of, and so is the
    /// first line that is no entry.
    pub fn load_words(&self) -> (Dictionary, Vec<Saying>) {
        let mut told = Vec::new();
        let words: Dictionary = load(&self.words(), |text| Some(Dictionary::parse(text)), &mut told);
        self.note(&Record::Words(words.clone()));
        if let Some(mistake) = words.mistakes().first().cloned() {
            told.push(Saying::WordsMistaken { mistake, more: words.mistakes().len() - 1 });
        }
        (words, told)
    }

    /// Reads what is remembered of a document; the default where nothing is. What was unreadable is set aside and
    /// told of.
    pub fn load_document(&self, hash: &str) -> (DocumentState, Vec<Saying>) {
        let mut told = Vec::new();
        let state: DocumentState = load(&self.document(hash), parse_json, &mut told);
        self.note(&Record::Document { hash: hash.to_owned(), state: state.clone() });
        (state, told)
    }

    /// Whether anything is remembered of a document.
    pub fn knows(&self, hash: &str) -> bool {
        files::exists(&self.document(hash))
    }

    /// Writes `record` atomically, into what another window has written there since this one read or wrote it.
    ///
    /// # Errors
    /// Where the folder or the file cannot be written.
    pub fn save(&self, record: &Record) -> Result<(), FileError> {
        let (path, text) = self.written(record);
        for folder in [path.parent(), Some(self.data.as_path())].into_iter().flatten() {
            files::make_folder(folder)?;
        }
        // Held until the file is written: another window waits for as long.
        let _turn = files::lock(&self.data.join("lock"))?;
        let form = Form::of(&path);
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let ours = form.read(&text).unwrap_or_default();
        let base = seen.get(&path).cloned().unwrap_or_default();
        let theirs = read_text(&path).and_then(|text| form.read(&text));
        let text = match theirs {
            Some(theirs) if theirs != base => {
                form.write(&merged(&base, ours.clone(), theirs)).unwrap_or(text)
            }
            _ => text,
        };
        files::write_atomic(&path, text.as_bytes(), Overwrite::Yes)?;
        seen.insert(path, ours);
        Ok(())
    }

    /// Where `record` is written, and as what.
    fn written(&self, record: &Record) -> (PathBuf, String) {
        match record {
            Record::Settings(settings) => {
                (self.config.join("settings.toml"), toml::to_string_pretty(settings).unwrap_or_default())
            }
            Record::State(state) => {
                let state = State { schema: State::SCHEMA, ..state.clone() };
                (self.state_file(), serde_json::to_string_pretty(&state).unwrap_or_default())
            }
            Record::Words(words) => (self.words(), words.text().to_owned()),
            Record::Document { hash, state } => {
                (self.document(hash), serde_json::to_string_pretty(state).unwrap_or_default())
            }
        }
    }

    /// Notes that `record` is what this window has seen.
    fn note(&self, record: &Record) {
        let (path, text) = self.written(record);
        if let Some(value) = Form::of(&path).read(&text) {
            self.seen.lock().unwrap_or_else(PoisonError::into_inner).insert(path, value);
        }
    }

    fn state_file(&self) -> PathBuf {
        self.state.join("state.json")
    }

    /// A file that people may edit, in OpenCC's format.
    fn words(&self) -> PathBuf {
        self.data.join("words.txt")
    }

    fn document(&self, hash: &str) -> PathBuf {
        self.data.join("documents").join(format!("{hash}.json"))
    }
}

fn read_text(path: &Path) -> Option<String> {
    let bytes = files::read(path, LARGEST, &|_, _| std::ops::ControlFlow::Continue(())).ok()?;
    String::from_utf8(bytes).ok()
}

/// The reader's home folder, where the system names one.
pub fn home() -> Option<PathBuf> {
    etcetera::home_dir().ok()
}

fn parse_toml<T: DeserializeOwned>(text: &str) -> Option<T> {
    toml::from_str(text).ok()
}

fn parse_json<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

fn load<T: Default>(path: &Path, parse: fn(&str) -> Option<T>, told: &mut Vec<Saying>) -> T {
    match files::read(path, LARGEST, &|_, _| std::ops::ControlFlow::Continue(())) {
        Ok(bytes) => match std::str::from_utf8(&bytes).ok().and_then(parse) {
            Some(value) => return value,
            None => match files::set_aside(path) {
                Ok(aside) => told.push(Saying::SetAside(aside)),
                Err(error) => told.push(Saying::NotSaved(error)),
            },
        },
        Err(FileError { kind: FileErrorKind::Missing, .. }) => {}
        Err(error) => told.push(Saying::NotOpened(error)),
    }
    T::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_saved_is_loaded() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::below(folder.path());
        let mut state = State { started: true, ..State::default() };
        state.remember(Path::new("/文件/講話.txt"));
        state.remember(Path::new("/文件/報告.txt"));
        state.remember(Path::new("/文件/講話.txt"));
        let settings = Settings { text_size: 22.0, ..Settings::default() };
        let document = DocumentState::new(SourceOffset::new(1234), Script::Hk);
        library.save(&Record::State(state.clone())).unwrap();
        library.save(&Record::Settings(settings.clone())).unwrap();
        library.save(&Record::Document { hash: "00ff".into(), state: document.clone() }).unwrap();

        let (loaded, remembered, told) = library.load();
        assert_eq!(loaded, settings);
        assert_eq!(remembered.recents, state.recents);
        assert_eq!(remembered.recents.len(), 2);
        assert_eq!(library.load_document("00ff").0, document);
        assert!(told.is_empty(), "{told:?}");
    }

    #[test]
    fn a_corrupt_file_is_set_aside_and_never_lost() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::below(folder.path());
        library.save(&Record::State(State::default())).unwrap();
        let file = folder.path().join("state/state.json");
        files::write_atomic(&file, b"{\"schema\": 1, \"rec", Overwrite::Yes).unwrap();
        let (_, state, told) = library.load();
        assert_eq!(state, State::default());
        let [Saying::SetAside(aside)] = told.as_slice() else { panic!("{told:?}") };
        let kept = files::read(aside, LARGEST, &|_, _| std::ops::ControlFlow::Continue(())).unwrap();
        assert_eq!(kept, b"{\"schema\": 1, \"rec");
        assert!(library.load().2.is_empty());
    }
}
