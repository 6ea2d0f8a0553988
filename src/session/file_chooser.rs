//! The box in which a file is chosen where the system has no dialog for it.
//!
//! One field says it all: up to its last slash it names the folder that is listed, and what stands behind narrows the
//! list down. What was typed stays until it leads somewhere.

pub mod done;
mod looked;
mod update;

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use super::files::FileError;
use super::files::stat::Entry;
use crate::import::Format;
use crate::script::Folded;

/// What a file is chosen for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// To be opened.
    Open,
    /// To be exported to, proposed as this path.
    Target(PathBuf),
    /// A folder to export to, proposed as this path.
    Folder(PathBuf),
    /// A dictionary to take in.
    OwnWords,
    /// A configuration of the reader's.
    Config,
    /// To write a dictionary to, proposed as this path.
    OwnWordsTarget(PathBuf),
}

impl Question {
    /// Whether the file is to be written.
    pub const fn writes(&self) -> bool {
        matches!(self, Self::Target(_) | Self::Folder(_) | Self::OwnWordsTarget(_))
    }

    /// Whether a panel asks it, which goes on afterwards.
    const fn is_of_panel(&self) -> bool {
        !matches!(self, Self::Open | Self::Config)
    }

    /// The ends of the names of files that are meant, in small letters; empty: any.
    fn endings(&self) -> Vec<&'static str> {
        match self {
            Self::Open => Format::all_extensions(),
            Self::OwnWords => vec!["txt"],
            Self::Config => vec!["json"],
            Self::Target(_) | Self::Folder(_) | Self::OwnWordsTarget(_) => Vec::new(),
        }
    }
}

/// The box, while it is open.
#[derive(Debug)]
pub struct FileChooser {
    /// What the file is for.
    pub question: Question,
    /// What stands in the field.
    pub typed: String,
    /// Whether files of any name are listed.
    pub all: bool,
    /// What is in the folder that is named; `None` while that is being looked for.
    pub entries: Option<Vec<Entry>>,
    /// Why there is nothing to be listed, or why what was typed cannot be taken.
    pub error: Option<FileError>,
    /// Whether what stands in the field was chosen in the list: it narrows nothing down.
    chosen: bool,
    /// A file that exists, of which the reader must say whether to replace it.
    pub exists: Option<PathBuf>,
    /// The folder of `entries`.
    listed: Option<PathBuf>,
    /// Grows with everything that is asked for.
    serial: u64,
}

impl FileChooser {
    /// A box for `question` that begins in `folder`.
    fn new(question: Question, folder: &Path) -> Self {
        let typed = match &question {
            Question::Target(path) | Question::Folder(path) | Question::OwnWordsTarget(path) => {
                path.to_string_lossy().into_owned()
            }
            _ => within(folder),
        };
        let all = question.endings().is_empty();
        Self {
            question,
            typed,
            all,
            chosen: false,
            entries: None,
            error: None,
            exists: None,
            listed: None,
            serial: 0,
        }
    }

    /// The folder that is named, and what stands behind it in the field.
    pub fn parts(&self) -> (&str, &str) {
        match self.typed.rfind(MAIN_SEPARATOR) {
            Some(at) => self.typed.split_at(at + MAIN_SEPARATOR.len_utf8()),
            None => ("", self.typed.as_str()),
        }
    }

    /// What is listed: folders and files of the kind that is meant, as far as they have what was typed behind the
    /// folder. What begins with a dot is listed where that was typed.
    pub fn listed(&self) -> impl Iterator<Item = &Entry> {
        let (_, typed) = self.parts();
        // Where a new file is named, its name is no filter.
        let typed = if self.question.writes() || self.chosen { "" } else { typed };
        let (wanted, hidden) = (Folded::new(typed), typed.starts_with('.'));
        let entries = self.entries.as_deref().unwrap_or_default().iter();
        entries.filter(move |entry| {
            (hidden || !entry.name.starts_with('.'))
                && (!entry.is_file || self.all || self.is_meant(entry))
                && wanted.is_in(&entry.name)
        })
    }

    fn is_meant(&self, entry: &Entry) -> bool {
        let ending = entry.path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        ending.is_some_and(|ending| self.question.endings().contains(&ending.as_str()))
    }

    /// `folder` with the name of the file that is to be written there.
    fn named_in(&self, folder: &Path) -> String {
        let name = if self.question.writes() { self.parts().1 } else { "" };
        within(folder) + name
    }

    /// Whether the reader must say whether to replace the file that is named now.
    pub fn asks(&self) -> bool {
        self.exists.as_deref() == Some(Path::new(&self.typed))
    }
}

/// `folder` as it stands in the field: with a slash behind it.
fn within(folder: &Path) -> String {
    let mut typed = folder.to_string_lossy().into_owned();
    if !typed.ends_with(MAIN_SEPARATOR) {
        typed.push(MAIN_SEPARATOR);
    }
    typed
}

/// What the reader does in the box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileChooserMessage {
    /// What stands in the field.
    Type(String),
    /// What stands in the field now that something was pasted there.
    Paste(String),
    /// Files of any name are listed, or only those of the kind that is meant.
    All(bool),
    /// Goes into this folder.
    Enter(PathBuf),
    /// Goes to the folder above.
    Up,
    /// Puts this file into the field.
    Name(PathBuf),
    /// Takes what stands in the field.
    Take,
    /// Puts the box away.
    Close,
}
