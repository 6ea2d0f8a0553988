//! What is remembered between starts, and where: settings, state, and each document's own state.
//!
//! Settings lie in the configuration folder, recent files in the state folder, the state of documents in the
//! data folder (XDG base directories on Linux), readable for their owner alone. Every file carries a schema version and
//! is written atomically. One that was read and is none of ours any more is set aside under another name, told, and
//! replaced by the defaults; one that cannot be read is left alone, and nothing is written there. Several windows may
//! keep what they remember in the same files: what each has changed is put into what is there.

pub mod done;
mod merge;
pub(super) mod writer;

use std::collections::HashMap;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use etcetera::{AppStrategy as _, AppStrategyArgs, choose_app_strategy};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Layout;
use super::NoticeKind;
use super::files::{self, FileError, FileErrorKind};
use crate::script::Dictionary;
use crate::settings::Settings;
use merge::{Form, merged};

mod remembered;

pub use remembered::{DocumentState, Known, Recent, State};

/// A remembered file larger than this is not one of ours, and none is written: a million decisions take as much.
const LARGEST: u64 = 256 << 20;

/// Something to write down.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// The settings.
    Settings(Settings),
    /// Recent files.
    State(State),
    /// The reader's own words for all documents.
    OwnWords(Dictionary),
    /// A document's state.
    Document {
        /// What it is kept under.
        hash: String,
        /// Its state.
        state: DocumentState,
    },
}

impl Record {
    /// Whether `text` is the text of such a record.
    fn is_written_like(&self, text: &str) -> bool {
        match self {
            Self::Settings(_) => parse_toml::<Settings>(text).is_some(),
            Self::State(_) => parse_json::<State>(text).is_some(),
            Self::OwnWords(_) => true,
            Self::Document { .. } => parse_json::<DocumentState>(text).is_some(),
        }
    }
}

/// What `record` is written as.
fn written(record: &Record) -> Result<String, FileErrorKind> {
    match record {
        Record::Settings(settings) => {
            toml::to_string_pretty(settings).map_err(|error| FileErrorKind::Other(io::Error::other(error)))
        }
        Record::State(state) => {
            let state = State { schema: State::SCHEMA, ..state.clone() };
            serde_json::to_string(&state).map_err(|error| FileErrorKind::Other(error.into()))
        }
        Record::OwnWords(words) => Ok(words.text().to_owned()),
        Record::Document { state, .. } => {
            serde_json::to_string(state).map_err(|error| FileErrorKind::Other(error.into()))
        }
    }
}

/// The folders where things are remembered.
#[derive(Clone, Debug)]
pub struct Library {
    config: PathBuf,
    data: PathBuf,
    state: PathBuf,
    /// What this window has read or wanted to write, by file: what it changes is told by that.
    last_read: Arc<Mutex<HashMap<PathBuf, Value>>>,
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
            last_read: Arc::default(),
        })
    }

    /// All folders below one: for tests and for running from a stick.
    pub fn below(folder: &Path) -> Self {
        let [config, data, state] = ["config", "data", "state"].map(|name| folder.join(name));
        Self { config, data, state, last_read: Arc::default() }
    }

    /// Reads settings and state; what was unreadable is set aside and told of.
    pub fn load(&self) -> (Settings, State, Vec<NoticeKind>) {
        let mut told = Vec::new();
        let settings: Settings = load(&self.config.join("settings.toml"), parse_toml, &mut told);
        let state: State = load(&self.state_file(), parse_json, &mut told);
        self.note(&Record::Settings(settings.clone()));
        self.note(&Record::State(state.clone()));
        (Settings::bounded(settings), state, told)
    }

    /// How the window was left: read before there is one to tell anything in.
    pub fn layout(&self) -> Layout {
        let state = read(&self.state_file()).ok().flatten();
        let state: Option<State> = state.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        state.unwrap_or_default().layout
    }

    /// Reads the reader's own words for all documents; what was unreadable is set aside and told of, and so is the
    /// first line that is no entry.
    pub fn load_words(&self) -> (Dictionary, Vec<NoticeKind>) {
        let mut told = Vec::new();
        let words: Dictionary = load(&self.words(), |text| Some(Dictionary::parse(text)), &mut told);
        self.note(&Record::OwnWords(words.clone()));
        if let Some(mistake) = words.mistakes().first().cloned() {
            told.push(NoticeKind::OwnWordsMistaken { mistake, more: words.mistakes().len() - 1 });
        }
        (words, told)
    }

    /// Reads what is remembered of a document; the default where nothing is. What was unreadable is set aside and
    /// told of.
    pub fn load_document(&self, hash: &str) -> (DocumentState, Vec<NoticeKind>) {
        let mut told = Vec::new();
        let state: DocumentState = load(&self.document(hash), parse_json, &mut told);
        self.note(&Record::Document { hash: hash.to_owned(), state: state.clone() });
        (state, told)
    }

    /// Whether anything is remembered of a document.
    pub fn knows(&self, hash: &str) -> bool {
        files::exists(&self.document(hash))
    }

    /// Writes `record` atomically, into what another window has written there since this one read or wrote it. What
    /// stood there and was none of ours is set aside; returns its new name.
    ///
    /// # Errors
    /// Where the folder or the file cannot be written, what is there cannot be read, or another window writes just now.
    /// Then everything is as it was.
    pub fn save(&self, record: &Record) -> Result<Option<PathBuf>, FileError> {
        let _turn = self.turn()?;
        self.put(record)
    }

    /// Where no other window writes: none does until what is returned goes away.
    pub(super) fn turn(&self) -> Result<impl Sized + use<>, FileError> {
        files::make_private_folder(&self.data)?;
        files::lock(&self.data.join("lock"))
    }

    /// Does what [`Library::save`] does, for one who has the turn.
    pub(super) fn put(&self, record: &Record) -> Result<Option<PathBuf>, FileError> {
        let path = self.path(record);
        let failed = |kind| FileError { path: path.clone(), kind };
        let mut text = written(record).map_err(failed)?;
        if let Some(folder) = path.parent() {
            files::make_private_folder(folder)?;
        }
        let form = Form::of(&path);
        let mut last_read = self.last_read.lock().unwrap_or_else(PoisonError::into_inner);
        let ours = form.read(&text).unwrap_or_default();
        let base = last_read.get(&path).cloned().unwrap_or_default();
        let mut aside = None;
        match find(&path)?.understood(|text| form.read(text).filter(|_| record.is_written_like(text))) {
            Found::Nothing => {}
            Found::Foreign => aside = Some(files::set_aside(&path)?),
            Found::Value(theirs) if theirs == base => {}
            Found::Value(theirs) => {
                text = form.write(&merged(&base, ours.clone(), theirs)).map_err(&failed)?;
            }
        }
        if text.len() as u64 > LARGEST {
            return Err(failed(FileErrorKind::TooLarge { size: text.len() as u64, limit: LARGEST }));
        }
        files::write_private(&path, text.as_bytes())?;
        last_read.insert(path, ours);
        Ok(aside)
    }

    /// Where `record` is written.
    fn path(&self, record: &Record) -> PathBuf {
        match record {
            Record::Settings(_) => self.config.join("settings.toml"),
            Record::State(_) => self.state_file(),
            Record::OwnWords(_) => self.words(),
            Record::Document { hash, .. } => self.document(hash),
        }
    }

    /// Notes that `record` is what this window has seen.
    fn note(&self, record: &Record) {
        let path = self.path(record);
        if let Some(value) = written(record).ok().and_then(|text| Form::of(&path).read(&text)) {
            self.last_read.lock().unwrap_or_else(PoisonError::into_inner).insert(path, value);
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

/// What a remembered file holds; `None` where there is none.
fn read(path: &Path) -> Result<Option<Vec<u8>>, FileError> {
    match files::read(path, LARGEST, &|_, _| ControlFlow::Continue(())) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(FileError { kind: FileErrorKind::Missing, .. }) if !files::exists(path) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What stands where something is remembered.
enum Found<T> {
    Nothing,
    Value(T),
    /// Something that is none of ours.
    Foreign,
}

impl Found<String> {
    fn understood<T>(self, parse: impl FnOnce(&str) -> Option<T>) -> Found<T> {
        match self {
            Self::Nothing => Found::Nothing,
            Self::Value(text) => parse(&text).map_or(Found::Foreign, Found::Value),
            Self::Foreign => Found::Foreign,
        }
    }
}

/// The text of a remembered file. One that is too large or no UTF-8 is none of ours.
fn find(path: &Path) -> Result<Found<String>, FileError> {
    match read(path) {
        Ok(None) => Ok(Found::Nothing),
        Ok(Some(bytes)) => Ok(String::from_utf8(bytes).map_or(Found::Foreign, Found::Value)),
        Err(FileError { kind: FileErrorKind::TooLarge { .. }, .. }) => Ok(Found::Foreign),
        Err(error) => Err(error),
    }
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

fn load<T: Default>(path: &Path, parse: fn(&str) -> Option<T>, told: &mut Vec<NoticeKind>) -> T {
    match find(path).map(|found| found.understood(parse)) {
        Ok(Found::Nothing) => {}
        Ok(Found::Value(value)) => return value,
        Ok(Found::Foreign) => match files::set_aside(path) {
            Ok(aside) => told.push(NoticeKind::SetAside(aside)),
            Err(error) => told.push(NoticeKind::NotRead(error)),
        },
        Err(error) => told.push(NoticeKind::NotRead(error)),
    }
    T::default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::Script;
    use crate::text::SourceOffset;

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
        files::write_private(&file, b"{\"schema\": 1, \"rec").unwrap();
        let (_, state, told) = library.load();
        assert_eq!(state, State::default());
        let [NoticeKind::SetAside(aside)] = told.as_slice() else { panic!("{told:?}") };
        let kept = read(aside).unwrap().unwrap();
        assert_eq!(kept, b"{\"schema\": 1, \"rec");
        assert!(library.load().2.is_empty());
    }
}
