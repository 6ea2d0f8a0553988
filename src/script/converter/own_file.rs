//! A configuration file of the reader's, made safe for OpenCC.
//!
//! Its C++ aborts the process over some broken files and reads beyond the end of others. So it never sees what the
//! reader has chosen: the configuration is read here, its dictionaries are found (beside it, else among OpenCC's own),
//! read by our own code, and written out as plain text dictionaries with one value an entry, which is all that a
//! conversion uses; then OpenCC is given a configuration made of these.

use std::collections::HashMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use tempfile::{NamedTempFile, TempDir};

use super::super::config_error::{ConfigError, ConfigErrorKind as Kind};
use super::super::fast::Lexicon;
use super::super::own::LONGEST_WORD;
use super::{data, ocd2};

/// The largest configuration that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// The largest dictionary that is read, in bytes; OpenCC's largest has 1.5 MB. All of a configuration have no more
/// than twice as much.
const LARGEST_DICTIONARY: u64 = 16 << 20;

/// How many dictionaries a configuration may use, each as often as it does: the text goes through them all.
/// OpenCC's own use at most seven.
const MOST_DICTIONARIES: usize = 64;

/// A configuration that OpenCC can be given, with the folder of its dictionaries: gone when dropped.
pub(super) struct Safe {
    pub(super) path: PathBuf,
    _folder: TempDir,
}

/// Reads the configuration at `path` and makes a safe one of it.
pub(super) fn safe(path: &Path) -> Result<Safe, ConfigError> {
    let at = |kind| ConfigError { path: path.to_owned(), kind };
    let bytes = read(path, LARGEST).map_err(at)?;
    let json: Value = serde_json::from_slice(&bytes)
        .map_err(|error| at(Kind::NotJson { line: error.line(), column: error.column() }))?;
    let folder = tempfile::Builder::new().prefix("gangmu-").tempdir();
    let folder = folder.map_err(|error| at(Kind::Unreadable(error)))?;
    let mut maker =
        Maker { path, folder: &folder, made: HashMap::new(), used: 0, room: 2 * LARGEST_DICTIONARY };
    let mut safe = Map::new();
    let segmentation = json.get("segmentation").ok_or_else(|| at(Kind::Lacks("segmentation")))?;
    match segmentation.get("type").and_then(Value::as_str) {
        Some("mmseg") => {}
        Some(other) => return Err(at(Kind::UnknownType(other.to_owned()))),
        None => return Err(at(Kind::Lacks("type"))),
    }
    let dict = maker.dict(segmentation.get("dict").ok_or_else(|| at(Kind::Lacks("dict")))?)?;
    safe.insert("segmentation".to_owned(), json!({ "type": "mmseg", "dict": dict }));
    let chain = json.get("conversion_chain").and_then(Value::as_array);
    let chain = chain.filter(|chain| !chain.is_empty()).ok_or_else(|| at(Kind::Lacks("conversion_chain")))?;
    let steps = chain.iter().map(|step| {
        let dict = step.get("dict").ok_or_else(|| at(Kind::Lacks("dict")))?;
        Ok(json!({ "dict": maker.dict(dict)? }))
    });
    let steps: Vec<Value> = steps.collect::<Result<_, ConfigError>>()?;
    safe.insert("name".to_owned(), json!("own"));
    safe.insert("conversion_chain".to_owned(), Value::Array(steps));
    let written = write(&folder, ".json", Value::Object(safe).to_string().as_bytes()).map_err(at)?;
    Ok(Safe { path: written, _folder: folder })
}

/// Makes safe dictionaries.
struct Maker<'a> {
    /// The configuration.
    path: &'a Path,
    /// Where they are written to.
    folder: &'a TempDir,
    /// Those that were made, by their file and whether it is a text.
    made: HashMap<(PathBuf, bool), PathBuf>,
    /// How many were named, each as often as it was.
    used: usize,
    /// How many bytes more are read.
    room: u64,
}

impl Maker<'_> {
    fn fails(&self, kind: Kind) -> ConfigError {
        ConfigError { path: self.path.to_owned(), kind }
    }

    /// The safe form of a dictionary or a group of them. Groups nest no deeper than the JSON reader allows.
    fn dict(&mut self, dict: &Value) -> Result<Value, ConfigError> {
        let kind = dict.get("type").and_then(Value::as_str).ok_or_else(|| self.fails(Kind::Lacks("type")))?;
        match kind {
            "group" => {
                let dicts = dict.get("dicts").and_then(Value::as_array).filter(|dicts| !dicts.is_empty());
                let dicts = dicts.ok_or_else(|| self.fails(Kind::Lacks("dicts")))?;
                let dicts: Vec<Value> = dicts.iter().map(|dict| self.dict(dict)).collect::<Result<_, _>>()?;
                Ok(json!({ "type": "group", "dicts": dicts }))
            }
            "text" | "ocd2" => {
                self.used += 1;
                if self.used > MOST_DICTIONARIES {
                    return Err(self.fails(Kind::TooMany { limit: MOST_DICTIONARIES }));
                }
                let file = dict.get("file").and_then(Value::as_str).filter(|file| !file.is_empty());
                let file = file.ok_or_else(|| self.fails(Kind::Lacks("file")))?;
                let made = self.dictionary(file, kind == "text")?;
                Ok(json!({ "type": "text", "file": made.to_string_lossy() }))
            }
            other => Err(self.fails(Kind::UnknownType(other.to_owned()))),
        }
    }

    /// Writes the safe form of the dictionary `file`.
    fn dictionary(&mut self, file: &str, is_text: bool) -> Result<PathBuf, ConfigError> {
        let found = self.find(file);
        let key = (found, is_text);
        if let Some(made) = self.made.get(&key) {
            return Ok(made.clone());
        }
        let at = |kind| ConfigError { path: key.0.clone(), kind };
        let bytes = read(&key.0, LARGEST_DICTIONARY.min(self.room)).map_err(at)?;
        self.room = self.room.saturating_sub(bytes.len() as u64);
        let text = if is_text { of_text(&bytes) } else { of_compiled(&bytes) }.map_err(at)?;
        let made = write(self.folder, ".txt", text.as_bytes()).map_err(at)?;
        self.made.insert(key, made.clone());
        Ok(made)
    }

    /// Where `file` lies: by its full path, beside the configuration, or among OpenCC's own.
    fn find(&self, file: &str) -> PathBuf {
        let beside = self.path.parent().unwrap_or(Path::new("")).join(file);
        if beside.exists() {
            return beside;
        }
        data::directory(file).map_or(beside, |folder| folder.join(file))
    }
}

/// The entries of a text dictionary, each once and with its first value.
fn of_text(bytes: &[u8]) -> Result<String, Kind> {
    let text = std::str::from_utf8(bytes).map_err(|_not_utf8| Kind::NotText)?;
    let text = text.trim_start_matches('\u{feff}');
    if text.contains('\0') {
        return Err(Kind::NotText);
    }
    for (line, content) in (1..).zip(text.lines()) {
        let is_entry = content.split_once('\t').is_some_and(|(word, values)| {
            let value = values.split_whitespace().next().unwrap_or_default();
            let fits = |text: &str| (1..=LONGEST_WORD).contains(&text.len());
            fits(word) && fits(value) && is_safe(word)
        });
        if !is_entry && !content.trim().is_empty() && !content.starts_with('#') {
            return Err(Kind::BadEntry { line });
        }
    }
    written(&Lexicon::from_text(text))
}

/// Whether OpenCC reads the word as it is. It leaves out a byte order mark at the start of the file, and a word of
/// nothing else, now empty, is found in each place without end.
fn is_safe(word: &str) -> bool {
    !word.starts_with('\u{feff}')
}

/// The entries of a compiled dictionary.
fn of_compiled(bytes: &[u8]) -> Result<String, Kind> {
    written(&ocd2::entries(bytes).ok_or(Kind::NotCompiled)?)
}

/// A text dictionary with the entries of `lexicon` that can stand in one; of several for a word the first.
fn written(lexicon: &Lexicon<'_>) -> Result<String, Kind> {
    let is_clean = |text: &str| !text.is_empty() && !text.contains(['\0', '\t', '\n', '\r']);
    let mut entries: Vec<(&str, &str)> =
        lexicon.iter().filter(|(word, value)| is_clean(word) && is_clean(value)).collect();
    // A value ends at a blank; one of a compiled dictionary may have one, which a text cannot say.
    entries.retain(|(word, value)| {
        word.len().max(value.len()) <= LONGEST_WORD && !value.contains(' ') && is_safe(word)
    });
    entries.sort_by_key(|(word, _)| *word);
    entries.dedup_by_key(|(word, _)| *word);
    if entries.is_empty() {
        return Err(Kind::Empty);
    }
    let mut text = String::new();
    for (word, value) in entries {
        text.extend([word, "\t", value, "\n"]);
    }
    Ok(text)
}

/// Reads a plain file of at most `limit` bytes: a pipe or a device might never end.
fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Kind> {
    let metadata = std::fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => Kind::Missing,
        _ => Kind::Unreadable(error),
    })?;
    if !metadata.is_file() {
        return Err(Kind::NotFile);
    }
    if metadata.len() > limit {
        return Err(Kind::TooLarge { limit });
    }
    std::fs::read(path).map_err(Kind::Unreadable)
}

/// Writes a file into the folder; it goes with it.
fn write(folder: &TempDir, suffix: &str, bytes: &[u8]) -> Result<PathBuf, Kind> {
    let attempt = || {
        let mut file: NamedTempFile = tempfile::Builder::new().suffix(suffix).tempfile_in(folder.path())?;
        file.write_all(bytes)?;
        file.flush()?;
        let (_, path) = file.keep().map_err(|error| error.error)?;
        Ok(path)
    };
    let path = attempt().map_err(Kind::Unreadable)?;
    // The binding takes paths that are UTF-8 and panics at others.
    if path.to_str().is_some() {
        Ok(path)
    } else {
        let other = "the path of the temporary directory is not UTF-8";
        Err(Kind::Unreadable(std::io::Error::other(other)))
    }
}
