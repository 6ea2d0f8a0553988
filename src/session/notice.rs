//! Notices: what the reader should be told, as data; the shell puts it into words.

use std::path::PathBuf;

use super::Action;
use super::files::FileError;
use super::message::ExportFailure;
use super::script::forecast::Caution;
use crate::import::Remark;
use crate::script::{ConvertError, Mistake, Script};

/// Something to tell the reader.
#[derive(Debug)]
pub enum NoticeKind {
    /// A document could not be opened.
    NotOpened(FileError),
    /// Some bytes were no characters of the encoding and are shown as U+FFFD.
    Lossy {
        /// Name of the encoding.
        encoding: &'static str,
    },
    /// The file looks like no text.
    Binary,
    /// What came of reading a file of another format.
    Remark(Remark),
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
    Exported {
        /// The file, or the folder of several.
        path: PathBuf,
        /// How many files there are.
        files: usize,
    },
    /// The desktop could not show that file.
    NotRevealed(PathBuf),
    /// The desktop could neither print the pages in that file nor show them.
    NotPrinted(PathBuf),
    /// An export could not be written.
    NotExported(Box<ExportFailure>),
    /// Something to remember could not be written.
    NotSaved(FileError),
    /// A remembered file was unreadable and was set aside under this name.
    SetAside(PathBuf),
    /// A remembered file cannot be read and is left alone: what would be written there is not kept.
    NotRead(FileError),
    /// A dictionary of the reader's has a line that is no entry, and so many more.
    OwnWordsMistaken {
        /// The first of them.
        mistake: Mistake,
        /// How many more.
        more: usize,
    },
    /// The file that is read has changed on disk. Asks whether to read it again.
    Changed,
    /// The file that is read was moved or deleted.
    Gone,
    /// Text from top to bottom has no two columns.
    NeedsRows,
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
    /// The report for whoever mends a fault is on the clipboard.
    ReportCopied,
    /// The reader tried something that there is not yet.
    Planned(Planned),
}

/// What there is not yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Planned {
    /// Bookmarks.
    Bookmarks,
}

impl NoticeKind {
    /// Whether it tells of something that went wrong.
    pub const fn is_error(&self) -> bool {
        matches!(
            self,
            Self::NotOpened(_)
                | Self::NotConverted(_)
                | Self::NotExported(_)
                | Self::NotSaved(_)
                | Self::NotRead(_)
                | Self::NotRevealed(_)
                | Self::NotPrinted(_)
        )
    }

    /// Whether it says once more what `other` says, or what is true in its stead: one of them is enough.
    fn repeats(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::NotSaved(a), Self::NotSaved(b)) => a.path == b.path,
            // Only the last that is known of the file that is read is true.
            (Self::Changed | Self::Gone, Self::Changed | Self::Gone) => true,
            // The errors of the system are the same where their words are.
            _ => format!("{self:?}") == format!("{other:?}"),
        }
    }

    /// Whether it warns of a script that the reader may leave again.
    const fn is_caution(&self) -> bool {
        matches!(self, Self::Caution { .. })
    }

    /// What it asks the reader for. What asks nothing goes by itself.
    pub const fn asks(&self) -> Option<Action> {
        if matches!(self, Self::Changed) { Some(Action::Reload) } else { None }
    }
}

/// A notice on the screen.
#[derive(Debug)]
pub struct Notice {
    /// Tells it from the others.
    pub id: u64,
    /// What it says.
    pub kind: NoticeKind,
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

    /// Adds a notice, in the place of one that says the same.
    pub fn say(&mut self, kind: NoticeKind) {
        self.shown.retain(|notice| !kind.repeats(&notice.kind));
        self.shown.push(Notice { id: self.next, kind });
        self.next += 1;
        if self.shown.len() > Self::MOST {
            self.shown.remove(0);
        }
    }

    /// Takes a notice away.
    pub fn dismiss(&mut self, id: u64) {
        self.shown.retain(|notice| notice.id != id);
    }

    /// Takes the newest away.
    pub fn dismiss_newest(&mut self) {
        self.shown.pop();
    }

    /// Takes all away that tell of a document.
    pub fn dismiss_of_document(&mut self) {
        self.shown.retain(|notice| {
            matches!(
                notice.kind,
                NoticeKind::SetAside(_)
                    | NoticeKind::NotSaved(_)
                    | NoticeKind::NotRead(_)
                    | NoticeKind::KeptForLater(_)
                    | NoticeKind::OwnWordsMistaken { .. }
            )
        });
    }

    /// Takes all away that tell of nothing wrong.
    pub fn dismiss_news(&mut self) {
        self.shown.retain(|notice| notice.kind.is_error());
    }

    /// Takes away what warns of a script.
    pub fn dismiss_cautions(&mut self) {
        self.shown.retain(|notice| !notice.kind.is_caution());
    }

    /// Takes away what was wrong with a file of words: another was read.
    pub fn dismiss_failed_words(&mut self) {
        let is_of_words = |kind: &NoticeKind| {
            matches!(kind, NoticeKind::OwnWordsMistaken { .. } | NoticeKind::NotOpened(_))
        };
        self.shown.retain(|notice| !is_of_words(&notice.kind));
    }

    /// Takes away what said why something cannot be done that can be done now.
    pub fn dismiss_refusals(&mut self) {
        self.shown.retain(|notice| !matches!(notice.kind, NoticeKind::NeedsRows));
    }

    /// The notices, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Notice> {
        self.shown.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::super::files::FileErrorKind;
    use super::*;

    fn error(name: &str) -> FileError {
        FileError { path: PathBuf::from(name), kind: FileErrorKind::NotPermitted }
    }

    #[test]
    fn what_tells_of_remembered_files_outlasts_the_opening_of_a_document() {
        let mut notices = Notices::default();
        for kind in [
            NoticeKind::NotRead(error("settings.toml")),
            NoticeKind::SetAside(PathBuf::from("words.txt.unreadable")),
            NoticeKind::NotOpened(error("a.txt")),
        ] {
            notices.say(kind);
        }
        notices.dismiss_of_document();
        let left: Vec<_> = notices.iter().map(|notice| &notice.kind).collect();
        assert!(matches!(left.as_slice(), [NoticeKind::NotRead(_), NoticeKind::SetAside(_)]), "{left:?}");
    }

    #[test]
    fn what_cannot_be_saved_is_told_once_a_file() {
        let mut notices = Notices::default();
        for name in ["a", "b", "a", "a"] {
            notices.say(NoticeKind::NotSaved(error(name)));
        }
        assert_eq!(notices.iter().count(), 2);
    }
}
