//! Messages, what happened; effects, what the shell has to do about it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::export_form::ExportForm;
use super::files::FileError;
use super::library::DocumentState;
use super::{Action, Job, Marked, Stage};
use crate::decode::Encoding;
use crate::document::Document;
use crate::export::{ExportError, Format};
use crate::outline::SectionId;
use crate::script::{Config, Convert, ConvertError};
use crate::text::SourceOffset;

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
    /// The file it comes from, if it is one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Path(path) => Some(path),
            Self::Text(_) | Self::Stdin | Self::Sample => None,
        }
    }
}

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// The reader asked for an action.
    Act(Action),
    /// The reader wants a document opened.
    Open(Source),
    /// The reader wants a document opened and knows its encoding; `None`: detect it.
    OpenIn(Source, Option<Encoding>),
    /// The reader chose where to go in the outline.
    GoTo(SectionId),
    /// The text at the top of the reading column changed.
    Place(SourceOffset),
    /// Fold or unfold a section; all below it too where `deep`.
    Fold {
        /// The section.
        id: SectionId,
        /// Whether everything below it follows.
        deep: bool,
    },
    /// Show the outline down to this level; 1 is the top.
    FoldTo(u8),
    /// What stands in the outline's filter.
    Filter(String),
    /// Select text; `None`: nothing is selected any more.
    Mark(Option<Marked>),
    /// Tick or untick a section with all below it.
    Tick(SectionId),
    /// The export panel as the reader left it.
    ExportForm(ExportForm),
    /// The reader wants a file dialog to choose where to export to.
    PickTarget,
    /// Write the export now; over an existing file only where `replace`.
    WriteExport {
        /// Whether the reader agreed to replace an existing file.
        replace: bool,
    },
    /// What stands in the path prompt; `None` puts it away.
    PathPrompt(Option<String>),
    /// A notice has been read.
    Dismiss(u64),
    /// A job or a dialog reported.
    Done(Done),
}

/// What a job or a dialog reports.
#[derive(Debug)]
pub enum Done {
    /// A document is being opened.
    Progress {
        /// Which opening.
        generation: u64,
        /// How far it is.
        stage: Stage,
    },
    /// A document was opened, or could not be.
    Opened {
        /// Which opening.
        generation: u64,
        /// The document with what is remembered of it.
        result: Result<Box<Opened>, FileError>,
    },
    /// A converter is ready, or could not be made.
    Converter {
        /// The document that it is for.
        generation: u64,
        /// Its configuration.
        config: Config,
        /// The converter.
        result: Result<Arc<dyn Convert>, ConvertError>,
    },
    /// An export was written, or could not be.
    Exported {
        /// The file.
        path: PathBuf,
        /// Why not.
        result: Result<(), ExportFailure>,
    },
    /// Text is ready for the clipboard.
    Copied(String),
    /// Something to remember could not be written.
    NotSaved(FileError),
    /// The open dialog was answered; `None` where nothing was chosen.
    FilePicked(Option<PathBuf>),
    /// The export dialog was answered; `None` where nothing was chosen.
    TargetPicked(Option<PathBuf>),
    /// There is no file dialog on this system to choose a file to open with.
    NoDialog,
    /// There is no file dialog on this system to choose where to export to.
    NoTargetDialog,
}

/// A document that was opened.
#[derive(Debug)]
pub struct Opened {
    /// The document.
    pub document: Document,
    /// SHA-256 of its decoded text in hexadecimal digits: what its state is kept under.
    pub hash: String,
    /// What is remembered of it.
    pub state: DocumentState,
}

/// Why an export was not written.
#[derive(Debug, thiserror::Error)]
pub enum ExportFailure {
    /// The converter could not be made.
    #[error(transparent)]
    Convert(#[from] ConvertError),
    /// The content could not be put into the format.
    #[error(transparent)]
    Render(#[from] ExportError),
    /// The file could not be written.
    #[error(transparent)]
    File(#[from] FileError),
}

/// Something the shell has to do.
#[derive(Debug)]
pub enum Effect {
    /// Do a job in the background.
    Run(Job),
    /// Let the reader choose a file to open.
    PickFile,
    /// Let the reader choose where to export to.
    PickTarget {
        /// Proposed path.
        path: PathBuf,
        /// Its format.
        format: Format,
    },
    /// Ask the system for the text on the clipboard; it comes as [`Source::Text`].
    RequestPaste,
    /// Put text on the clipboard.
    Copy(String),
    /// Put the cursor into the outline's filter.
    FocusFilter,
    /// Leave the program.
    Quit,
}
