//! Where a document comes from.

use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where a document comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file.
    Path(PathBuf),
    /// Text from the clipboard or standard input.
    Text(Arc<str>),
    /// Standard input, to its end.
    Stdin,
    /// The sample that comes with the program.
    Sample,
}

impl Source {
    /// The same source by its full path: the program may be started elsewhere next time.
    #[must_use]
    pub fn absolute(self) -> Self {
        match self {
            Self::Path(path) => Self::Path(std::path::absolute(&path).unwrap_or(path)),
            other => other,
        }
    }

    /// The file it comes from, if it is one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Path(path) => Some(path),
            Self::Text(_) | Self::Stdin | Self::Sample => None,
        }
    }
}
