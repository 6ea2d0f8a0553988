//! The engines of conversion: the fast one over the dictionaries that are part of the program, and, where it is asked
//! for, the OpenCC library that is installed, through `opencc_rust`, which is named in this file alone.
//!
//! What this file and its submodules keep from the rest of the program:
//! - OpenCC reads its data from disk. [`data`] finds them and is the one place outside the session that touches
//!   files: OpenCC opens dictionaries itself, so no caller could hand them in.
//! - OpenCC looks for dictionaries in the working directory first, even when the configuration was named by an
//!   absolute path, and a reader is started in folders of documents: [`data`] names every dictionary absolutely.
//! - A dictionary that is cut off aborts the process: [`ocd2`] looks at each before OpenCC does.
//! - The binding panics on NUL, and OpenCC needs more than twenty times the memory of what it is handed at once: it is
//!   handed [`pieces`].
//!
//! With the library the text is the library's. The `opencc` program gives the same but for files above 1 MiB, which it
//! cuts there, now and then within a phrase.

use std::path::{Path, PathBuf};

#[cfg(feature = "opencc")]
use super::configuration::Steps;
use super::{Config, ConfigError, Piece, fast};
#[cfg(feature = "opencc")]
use super::{ConfigErrorKind, parts};

#[cfg(feature = "opencc")]
mod data;
#[cfg(feature = "opencc")]
mod marisa;
#[cfg(feature = "opencc")]
mod ocd2;
#[cfg(feature = "opencc")]
mod own_file;
#[cfg(feature = "opencc")]
mod pieces;

#[cfg(feature = "opencc")]
use pieces::Pieces;

/// So many bytes are handed to OpenCC at once where lines are all that may be cut at.
#[cfg(feature = "opencc")]
const LINES: usize = 8 << 10;

/// Something that converts text from one script to another. Called from several threads at once.
pub trait Convert: std::fmt::Debug + Send + Sync {
    /// Converts `text`. Paragraphs convert on their own as they do within the whole text.
    fn convert(&self, text: &str) -> String;

    /// Converts `text` and tells what became of what, in pieces that cover both without gaps; `None` where the
    /// engine does not know.
    fn convert_mapped(&self, text: &str) -> Option<(String, Vec<Piece>)> {
        let _ = text;
        None
    }

    /// Calls `each` for the words that become other words, and not only the same ones in other characters: with the
    /// word, and what takes its place.
    fn reworded(&self, each: &mut dyn FnMut(&str, &str)) {
        let _ = each;
    }

    /// Whether the n-th character of a conversion always stands for the n-th of its source, whatever the text.
    fn is_one_to_one(&self) -> bool {
        false
    }
}

/// Why a [`Converter`] could not be opened. The data are what the reader needs to mend it.
#[derive(Debug, thiserror::Error)]
pub enum ConvertError {
    /// The program was built without the feature `opencc`.
    #[error("this program was built without the OpenCC library")]
    NotBuilt,
    /// No directory has OpenCC's configuration files.
    #[error("OpenCC's file {file} was found in none of: {}", list(.looked_in))]
    NotFound {
        /// Name of the configuration file.
        file: String,
        /// Where it was looked for.
        looked_in: Vec<PathBuf>,
    },
    /// A file of OpenCC's could not be read, or the configuration with full paths not be written.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A configuration or dictionary is cut off or is something else.
    #[error("{} is damaged; reinstalling OpenCC's data will mend it", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// The reader's own configuration cannot be used.
    #[error(transparent)]
    Own(#[from] ConfigError),
    /// OpenCC itself refused the configuration.
    #[error("OpenCC cannot open its configuration {}", config.name())]
    Refused {
        /// The configuration.
        config: Config,
    },
}

fn list(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
}

/// What does the converting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Engine {
    /// Our own, over the dictionaries of OpenCC that are part of the program.
    #[default]
    Fast,
    /// The OpenCC library that is installed, with its own.
    OpenCc,
}

impl Engine {
    /// All of them, the usual one first.
    pub const ALL: [Self; 2] = [Self::Fast, Self::OpenCc];

    /// The name on the command line and in settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fast => "fast",
            Self::OpenCc => "opencc",
        }
    }

    /// The engine of that name, as [`Engine::name`] gives it.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.name() == name)
    }
}

/// Where the data of the OpenCC library that is installed lie; `None` where none is.
#[cfg(feature = "opencc")]
pub fn installed_library() -> Option<PathBuf> {
    data::directory(&format!("{}.json", Config::S2t.name())).ok()
}

/// There is none that could be used.
#[cfg(not(feature = "opencc"))]
pub const fn installed_library() -> Option<PathBuf> {
    None
}

/// One of OpenCC's configurations, opened.
pub struct Converter {
    config: Config,
    opened: Opened,
}

enum Opened {
    Fast(Box<fast::Engine>),
    /// One after the other.
    #[cfg(feature = "opencc")]
    OpenCc(Vec<opencc_rust::OpenCC>),
}

impl Converter {
    /// Opens `config` with `engine`.
    ///
    /// # Errors
    /// When OpenCC's data files are missing where they are said to be, unreadable or damaged, and
    /// [`ConvertError::NotBuilt`] when the program was built without the library; both only with the library.
    pub fn open_with(config: Config, engine: Engine) -> Result<Self, ConvertError> {
        match engine {
            Engine::Fast => Self::open_embedded(config),
            Engine::OpenCc => Ok(Self { config, opened: Self::open_opencc(config)? }),
        }
    }

    /// Opens `config` with the usual engine and the dictionaries that are part of the program, whatever is installed:
    /// 5 to 40 ms and some MB, so once for each configuration.
    ///
    /// # Errors
    /// Never; the data are part of the program.
    pub fn open_embedded(config: Config) -> Result<Self, ConvertError> {
        Self::of_engine(config, fast::Engine::embedded(config))
    }

    /// The fast engine for `config`; [`ConvertError::Refused`] where it could not be made.
    pub(super) fn of_engine(config: Config, engine: Option<fast::Engine>) -> Result<Self, ConvertError> {
        let engine = engine.ok_or(ConvertError::Refused { config })?;
        Ok(Self { config, opened: Opened::Fast(Box::new(engine)) })
    }

    /// Opens `config` with the fast engine and the configuration and dictionaries of the installed library, whose bytes
    /// it then gives. The library itself is opened where the configuration asks for what only that knows, and for a
    /// configuration that the library has only as two.
    ///
    /// # Errors
    /// As [`Converter::open_with`] for the library.
    #[cfg(feature = "opencc")]
    pub fn open_installed(config: Config) -> Result<Self, ConvertError> {
        let engine = if config.is_composed() { None } else { data::engine(config)? };
        let opened = match engine {
            Some(engine) => Opened::Fast(Box::new(engine)),
            None => Self::open_opencc(config)?,
        };
        Ok(Self { config, opened })
    }

    /// There is no library whose data it could open.
    ///
    /// # Errors
    /// Always.
    #[cfg(not(feature = "opencc"))]
    pub fn open_installed(_: Config) -> Result<Self, ConvertError> {
        Err(ConvertError::NotBuilt)
    }

    #[cfg(feature = "opencc")]
    fn open_opencc(config: Config) -> Result<Opened, ConvertError> {
        let (whole, halves) = ([(config, Steps::All)], config.halves());
        let open = |(half, steps): &(Config, Steps)| {
            let file = data::absolute_configuration(*half, *steps)?;
            // The binding's message says no more than that it failed.
            opencc_rust::OpenCC::new(file.path()).ok().ok_or(ConvertError::Refused { config })
        };
        let halves = halves.as_ref().map_or(whole.as_slice(), <[_; 2]>::as_slice);
        Ok(Opened::OpenCc(halves.iter().map(open).collect::<Result<_, _>>()?))
    }

    #[cfg(not(feature = "opencc"))]
    fn open_opencc(_: Config) -> Result<Opened, ConvertError> {
        Err(ConvertError::NotBuilt)
    }

    /// The configuration it was opened with.
    pub fn config(&self) -> Config {
        self.config
    }

    /// The engine that converts.
    pub fn engine(&self) -> Engine {
        match self.opened {
            Opened::Fast(_) => Engine::Fast,
            #[cfg(feature = "opencc")]
            Opened::OpenCc(_) => Engine::OpenCc,
        }
    }
}

impl std::fmt::Debug for Converter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (config, engine) = (self.config, self.engine());
        f.debug_struct("Converter").field("config", &config).field("engine", &engine).finish_non_exhaustive()
    }
}

impl Convert for Converter {
    fn convert(&self, text: &str) -> String {
        match &self.opened {
            Opened::Fast(engine) => engine.convert(text),
            #[cfg(feature = "opencc")]
            Opened::OpenCc(halves) => {
                halves.iter().fold(text.to_owned(), |text, opencc| by_opencc(opencc, &text))
            }
        }
    }

    fn convert_mapped(&self, text: &str) -> Option<(String, Vec<Piece>)> {
        match &self.opened {
            Opened::Fast(engine) => Some(engine.convert_mapped(text)),
            #[cfg(feature = "opencc")]
            Opened::OpenCc(_) => None,
        }
    }

    fn is_one_to_one(&self) -> bool {
        self.config.is_one_to_one()
    }

    fn reworded(&self, each: &mut dyn FnMut(&str, &str)) {
        fast::regional_words(self.config).for_each(|(word, instead)| each(word, instead));
    }
}

/// A configuration file of the reader's, opened with the OpenCC library.
pub struct OwnFile {
    #[cfg(feature = "opencc")]
    opencc: opencc_rust::OpenCC,
}

impl OwnFile {
    /// Opens the configuration at `path` with its dictionaries: up to some hundred ms.
    ///
    /// # Errors
    /// When it or a dictionary of it is missing or not what it must be; and [`ConvertError::NotBuilt`] when the program
    /// was built without the library.
    #[cfg(feature = "opencc")]
    pub fn open(path: &Path) -> Result<Self, ConvertError> {
        let safe = own_file::safe(path)?;
        let refused = |_| ConfigError { path: path.to_owned(), kind: ConfigErrorKind::Refused };
        Ok(Self { opencc: opencc_rust::OpenCC::new(&safe.path).map_err(refused)? })
    }

    /// There is no library to open it with.
    ///
    /// # Errors
    /// Always.
    #[cfg(not(feature = "opencc"))]
    pub fn open(_: &Path) -> Result<Self, ConvertError> {
        Err(ConvertError::NotBuilt)
    }
}

impl std::fmt::Debug for OwnFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OwnFile").finish_non_exhaustive()
    }
}

impl Convert for OwnFile {
    #[cfg(feature = "opencc")]
    fn convert(&self, text: &str) -> String {
        // The reader's entries may have any character, but no line end.
        let mut view = String::with_capacity(text.len() + text.len() / 16);
        for part in parts(text, LINES) {
            for (index, stretch) in part.split('\0').enumerate() {
                if index > 0 {
                    view.push('\0');
                }
                if !stretch.is_empty() {
                    view.push_str(&self.opencc.convert(stretch));
                }
            }
        }
        view
    }

    #[cfg(not(feature = "opencc"))]
    fn convert(&self, text: &str) -> String {
        text.to_owned()
    }
}

#[cfg(feature = "opencc")]
fn by_opencc(opencc: &opencc_rust::OpenCC, text: &str) -> String {
    let mut converted = String::with_capacity(text.len() + text.len() / 16);
    for (index, stretch) in text.split('\0').enumerate() {
        if index > 0 {
            converted.push('\0');
        }
        for piece in Pieces(stretch) {
            // Every entry of the dictionaries has a Chinese character.
            if piece.is_ascii() {
                converted.push_str(piece);
            } else {
                converted.push_str(&opencc.convert(piece));
            }
        }
    }
    converted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(feature = "opencc")]
    fn nul_keeps_its_place() {
        for engine in Engine::ALL {
            let converter = Converter::open_with(Config::S2t, engine).unwrap();
            assert_eq!(converter.convert("头\0头发\0\0发"), "頭\0頭髮\0\0發");
            assert_eq!(converter.convert(""), "");
        }
    }

    #[test]
    #[cfg(not(feature = "opencc"))]
    fn without_opencc_only_that_engine_is_missing() {
        assert_eq!(Converter::open_embedded(Config::S2t).unwrap().convert("头发"), "頭髮");
        let missing = Converter::open_with(Config::S2t, Engine::OpenCc);
        assert!(matches!(missing, Err(ConvertError::NotBuilt)));
    }
}
