//! Which converter is wanted.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Careful, Config, Convert, ConvertError, Converter, Engine, OwnFile};

/// Which converter is wanted: OpenCC's way, the careful one, or the reader's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion(Way);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Way {
    Config(Config, Engine),
    /// Only where [`Careful::suits`] the configuration.
    Careful(Config),
    Own(PathBuf),
}

impl Conversion {
    /// As `config` says; where `careful` is wanted and there is such a way for `config`, carefully.
    pub const fn new(config: Config, careful: bool) -> Self {
        Self(if careful && Careful::suits(config) {
            Way::Careful(config)
        } else {
            Way::Config(config, Engine::Fast)
        })
    }

    /// By the reader's own configuration at `path`.
    pub fn own(path: &Path) -> Self {
        Self(Way::Own(path.to_owned()))
    }

    /// The same by `engine`, where there is a choice.
    #[must_use]
    pub fn by(self, engine: Engine) -> Self {
        match self.0 {
            Way::Config(config, _) => Self(Way::Config(config, engine)),
            _ => self,
        }
    }

    /// OpenCC's configuration for it, if it is not the reader's own.
    pub const fn config(&self) -> Option<Config> {
        match &self.0 {
            Way::Config(config, _) | Way::Careful(config) => Some(*config),
            Way::Own(_) => None,
        }
    }

    /// The reader's own configuration, if it is that.
    pub fn own_file(&self) -> Option<&Path> {
        match &self.0 {
            Way::Own(path) => Some(path),
            _ => None,
        }
    }

    /// Whether the OpenCC library that is installed converts, with its own dictionaries.
    pub const fn is_by_library(&self) -> bool {
        matches!(self.0, Way::Config(_, Engine::OpenCc))
    }

    /// Whether it reads characters by their context.
    pub const fn is_careful(&self) -> bool {
        matches!(self.0, Way::Careful(_))
    }

    /// Whether it needs nothing beside the program.
    pub const fn is_usual(&self) -> bool {
        !matches!(self.0, Way::Own(_) | Way::Config(_, Engine::OpenCc))
    }

    /// Opens the converter; what it needs is loaded here, not with the first text. Slow: not for the UI thread.
    ///
    /// # Errors
    /// When the converter cannot be opened.
    pub fn open(&self) -> Result<Arc<dyn Convert>, ConvertError> {
        match &self.0 {
            Way::Own(path) => Ok(Arc::new(OwnFile::open(path)?)),
            Way::Config(config, engine) => Ok(Arc::new(Converter::open_with(*config, *engine)?)),
            Way::Careful(config) => {
                if let Some(careful) = Careful::open(*config)? {
                    return Ok(Arc::new(careful));
                }
                Ok(Arc::new(Converter::open_embedded(*config)?))
            }
        }
    }
}
