//! Why a subcommand could not be done.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::export::{ExportError, SelectionError};
use crate::lang::Lang;
use crate::messages;
use crate::messages::command_line::Message;
use crate::script::ConvertError;
use crate::session::files::{FileError, FileErrorKind};
use crate::session::message::ExportFailure;

/// Why a subcommand could not be done.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    /// A file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// What was exported could not be written.
    #[error(transparent)]
    NotWritten(FileError),
    /// A file has no bytes.
    #[error("{} is empty", .0.display())]
    Empty(PathBuf),
    /// The list of sections does not fit the document.
    #[error(transparent)]
    Selection(#[from] SelectionError),
    /// Words were searched for and the text does not have them.
    #[error("“{words}” is not in {}", .path.display())]
    NotFound {
        /// The file.
        path: PathBuf,
        /// What was searched for.
        words: String,
    },
    /// No profile has that name.
    #[error("there is no profile “{name}”")]
    NoProfile {
        /// The name.
        name: String,
        /// Those that there are.
        known: Vec<String>,
    },
    /// Sections could not be rendered.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The converter could not be opened.
    #[error(transparent)]
    Convert(#[from] ConvertError),
    /// Standard output could not be written.
    #[error(transparent)]
    Output(io::Error),
    /// The options do not go together.
    #[error(transparent)]
    Usage(#[from] clap::Error),
}

impl From<ExportFailure> for Failure {
    fn from(failure: ExportFailure) -> Self {
        match failure {
            ExportFailure::Convert(error) => error.into(),
            ExportFailure::Render(error) => error.into(),
            ExportFailure::File(error) => Self::NotWritten(error),
        }
    }
}

impl Failure {
    /// What to say of it; empty where clap has its own words.
    pub(super) fn say(&self, lang: Lang) -> String {
        match self {
            Self::File(FileError { path, kind: FileErrorKind::Exists })
            | Self::NotWritten(FileError { path, kind: FileErrorKind::Exists }) => {
                Message::Exists(path).say(lang)
            }
            Self::NotWritten(error) => messages::not_written(lang, error),
            Self::File(error) => messages::file_error(lang, error),
            Self::Empty(path) => Message::Empty(path).say(lang),
            Self::Selection(error) => Message::Selection(error).say(lang),
            Self::NotFound { path, words } => Message::NotFound(path, words).say(lang),
            Self::NoProfile { name, known } => Message::NoProfile(name, known).say(lang),
            Self::Export(error) => messages::export_error(lang, error),
            Self::Convert(error) => messages::convert_error(lang, error),
            Self::Output(error) => Message::Output(error).say(lang),
            Self::Usage(_) => String::new(),
        }
    }

    /// 2 where the command itself is wrong, whatever the file holds; 1 otherwise.
    pub(super) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Usage(_) | Self::Selection(SelectionError::Empty | SelectionError::Malformed { .. }) => {
                ExitCode::from(2)
            }
            _ => ExitCode::FAILURE,
        }
    }
}
