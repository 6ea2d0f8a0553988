//! The conversion engine: OpenCC through `opencc_rust`, which is named in this file alone.
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
//! The text is the library's. The `opencc` program gives the same but for files above 1 MiB, which it cuts there, now
//! and then within a phrase.

use std::path::PathBuf;

use super::Config;

#[cfg(feature = "opencc")]
mod data;
#[cfg(feature = "opencc")]
mod ocd2;
mod pieces;

use pieces::Pieces;

/// Something that converts text from one script to another. Called from several threads at once.
pub trait Convert: std::fmt::Debug + Send + Sync {
    /// Converts `text`. Paragraphs convert on their own as they do within the whole text.
    fn convert(&self, text: &str) -> String;

    /// Whether the n-th character of a conversion always stands for the n-th of its source, whatever the text.
    fn is_one_to_one(&self) -> bool {
        false
    }
}

/// Why a [`Converter`] could not be opened. The data are what the reader needs to mend it.
#[derive(Debug, thiserror::Error)]
pub enum ConvertError {
    /// The program was built without the feature `opencc`.
    #[error("this program was built without script conversion")]
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

/// One of OpenCC's configurations, opened.
pub struct Converter {
    config: Config,
    #[cfg(feature = "opencc")]
    opencc: opencc_rust::OpenCC,
}

impl Converter {
    /// Opens `config`: 2 to 40 ms and 8 MB, so once for each configuration.
    ///
    /// # Errors
    /// When OpenCC's data files are missing, unreadable or damaged.
    #[cfg(feature = "opencc")]
    pub fn open(config: Config) -> Result<Self, ConvertError> {
        let file = data::absolute_configuration(config)?;
        match opencc_rust::OpenCC::new(file.path()) {
            Ok(opencc) => Ok(Self { config, opencc }),
            // The binding's message says no more than that it failed.
            Err(_) => Err(ConvertError::Refused { config }),
        }
    }

    /// Opens nothing: the program was built without OpenCC.
    ///
    /// # Errors
    /// Always [`ConvertError::NotBuilt`].
    #[cfg(not(feature = "opencc"))]
    pub fn open(config: Config) -> Result<Self, ConvertError> {
        let _ = config;
        Err(ConvertError::NotBuilt)
    }

    /// The configuration it was opened with.
    pub fn config(&self) -> Config {
        self.config
    }

    #[cfg(feature = "opencc")]
    fn convert_piece(&self, piece: &str) -> String {
        self.opencc.convert(piece)
    }

    #[cfg(not(feature = "opencc"))]
    fn convert_piece(&self, piece: &str) -> String {
        piece.to_owned()
    }
}

impl std::fmt::Debug for Converter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Converter").field("config", &self.config).finish_non_exhaustive()
    }
}

impl Convert for Converter {
    fn convert(&self, text: &str) -> String {
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
                    converted.push_str(&self.convert_piece(piece));
                }
            }
        }
        converted
    }

    fn is_one_to_one(&self) -> bool {
        self.config.is_one_to_one()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(feature = "opencc")]
    fn nul_keeps_its_place() {
        let converter = Converter::open(Config::S2t).unwrap();
        assert_eq!(converter.convert("头\0头发\0\0发"), "頭\0頭髮\0\0發");
        assert_eq!(converter.convert(""), "");
    }

    #[test]
    #[cfg(not(feature = "opencc"))]
    fn without_opencc_opening_says_so() {
        assert!(matches!(Converter::open(Config::S2t), Err(ConvertError::NotBuilt)));
    }
}
