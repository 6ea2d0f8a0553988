//! Notices: what the reader should be told, as data; the shell puts it into words.

use std::path::PathBuf;

use super::files::FileError;
use super::message::ExportFailure;
use super::script::forecast::Caution;
use crate::script::{ConvertError, Mistake, Script};

/// Something to tell the reader.
#[derive(Debug)]
pub enum Saying {
    /// A document could not be opened.
    NotOpened(FileError),
    /// Some bytes were no characters of the encoding and are shown as U+FFFD.
    Lossy {
        /// Name of the encoding.
        encoding: &'static str,
    },
    /// The file looks like no text.
    Binary,
    /// The file has no text.
    Empty,
    /// The text has more numbers than an outline is made of, so none was inferred.
    GivenUp,
    /// The script cannot be shown.
    NotConverted(ConvertError),
    /// The reader should think twice about the script that is shown now.
    Caution {
        /// The script.
        script: Script,
        /// Why.
        caution: Caution,
    },
    /// An export was written.
    Exported(PathBuf),
    /// An export could not be written.
    NotExported(Box<ExportFailure>),
    /// Something to remember could not be written.
    NotSaved(FileError),
    /// A remembered file was unreadable and was set aside under this name.
    SetAside(PathBuf),
    /// A dictionary of the reader's has a line that is no entry, and so many more.
    WordsMistaken {
        /// The first of them.
        mistake: Mistake,
        /// How many more.
        more: usize,
    },
    /// There is no file dialog: the path has to be typed.
    NoDialog,
    /// So many remembered corrections of the outline found no place in the changed text.
    EditsSkipped(usize),
    /// So many remembered decisions on places of the text found no place in the changed text.
    PicksLost(usize),
    /// So many more files were named; they are among the recent ones.
    KeptForLater(usize),
    /// The window cannot be closed yet: an export is being written.
    StillWriting,
    /// There is nothing on the clipboard to read.
    NothingToPaste,
}

impl Saying {
    /// Whether it tells of something that went wrong.
    pub const fn is_error(&self) -> bool {
        matches!(self, Self::NotOpened(_) | Self::NotConverted(_) | Self::NotExported(_) | Self::NotSaved(_))
    }

    /// Whether it may go by itself: nothing is lost with it.
    pub const fn is_quiet(&self) -> bool {
        matches!(self, Self::Caution { .. })
    }
}

/// A notice on the screen.
#[derive(Debug)]
pub struct Notice {
    /// Tells it from the others.
    pub id: u64,
    /// What it says.
    pub saying: Saying,
}

/// The notices that have not been dismissed, oldest first.
#[derive(Debug, Default)]
pub struct Notices {
    shown: Vec<Notice>,
    next: u64,
}

impl Notices {
    /// At most this many stay on the screen; older ones make room.
    const MOST: usize = 4;

    /// Adds a notice.
    pub fn say(&mut self, saying: Saying) {
        self.shown.push(Notice { id: self.next, saying });
        self.next += 1;
        if self.shown.len() > Self::MOST {
            self.shown.remove(0);
        }
    }

    /// Takes a notice away.
    pub fn dismiss(&mut self, id: u64) {
        self.shown.retain(|notice| notice.id != id);
    }

    /// Takes all away that tell of a document.
    pub fn dismiss_of_document(&mut self) {
        self.shown.retain(|notice| {
            matches!(
                notice.saying,
                Saying::SetAside(_)
                    | Saying::NotSaved(_)
                    | Saying::KeptForLater(_)
                    | Saying::WordsMistaken { .. }
            )
        });
    }

    /// Takes all away that tell of nothing wrong.
    pub fn dismiss_news(&mut self) {
        self.shown.retain(|notice| notice.saying.is_error());
    }

    /// Takes the quiet ones away.
    pub fn dismiss_quiet(&mut self) {
        self.shown.retain(|notice| !notice.saying.is_quiet());
    }

    /// The notices, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Notice> {
        self.shown.iter()
    }
}
