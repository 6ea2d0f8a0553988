//! Messages, what happened; effects, what the shell has to do about it.

use std::path::PathBuf;

pub use super::opening::source::Source;

pub use super::appearance::done::AppearanceDone;
pub use super::export::done::{ExportDone, ExportFailure};
pub use super::file_chooser::done::FileChooserDone;
pub use super::library::done::LibraryDone;
pub use super::opening::done::OpeningDone;
pub use super::outline::done::OutlineDone;
pub use super::reading::done::ReadingDone;
pub use super::review::done::ReviewDone;
pub use super::script::done::ScriptDone;
pub use super::search::done::SearchDone;

pub use super::appearance::message::AppearanceMessage;
pub use super::export::message::{ExportMessage, Reveal};
pub use super::export::profiles::ProfileChange;
pub use super::opening::message::OpeningMessage;
pub use super::outline::message::OutlineMessage;
pub use super::reading::message::ReadingMessage;
pub use super::search::message::SearchMessage;

pub use super::clipboard::Copied;

use super::library::Record;
use super::review::ReviewChange;
use super::{Action, FileChooserMessage, Job, Layout, OwnWordsChange, RulesChange};
use crate::outline::SectionId;
use crate::settings::Typeface;

pub use super::opening::loaded::{Loaded, Opened, Outlined, Remembered};

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// The reader asked for an action.
    Act(Action),
    /// Documents are to be opened, or what was opened has changed.
    Opening(OpeningMessage),
    /// The reader goes on in the text, or selects some of it.
    Reading(ReadingMessage),
    /// The reader does something in the outline.
    Outline(OutlineMessage),
    /// The reader does something with own rules.
    Rules(RulesChange),
    /// The reader thinks of another script: what that would cost is to be found.
    EstimateCosts,
    /// The reader does something with own words.
    OwnWords(OwnWordsChange),
    /// The reader does something in the review.
    Review(ReviewChange),
    /// The reader does something in the search.
    Search(SearchMessage),
    /// The reader does something about an export.
    Export(ExportMessage),
    /// The reader changes how the text looks.
    Appearance(AppearanceMessage),
    /// The reader does something in the box in which a file is chosen.
    FileChooser(FileChooserMessage),
    /// Something happened to the window's frame.
    Shell(ShellMessage),
    /// A job or a dialog reported.
    Done(Done),
}

/// Something that happened to the window's frame: what lies beside the text or over it.
#[derive(Debug)]
pub enum ShellMessage {
    /// What stands in the box for places and commands; `None` closes it.
    Finder(Option<String>),
    /// The reader is done with the panel beside the text.
    ClosePanel,
    /// The reader leads out of the topmost of what lies on the screen.
    Escape,
    /// The window or a panel has another size or place.
    Layout(Layout),
    /// A notice has been read.
    Dismiss(u64),
}

/// What a job or a dialog reports, by the feature that it belongs to.
#[derive(Debug)]
pub enum Done {
    /// What the jobs that open documents report, and the dialog for one.
    Opening(OpeningDone),
    /// What the jobs report that make ready what is read and copied.
    Reading(ReadingDone),
    /// What the jobs about the outline report.
    Outline(OutlineDone),
    /// What the jobs about scripts and own words report, and the dialogs for their files.
    Script(ScriptDone),
    /// What the job of the review reports.
    Review(ReviewDone),
    /// What the job of the search reports.
    Search(SearchDone),
    /// What the jobs of exports report, and the dialog for a target.
    Export(ExportDone),
    /// What is reported of typefaces and of the desktop.
    Appearance(AppearanceDone),
    /// What is reported to the box in which a file is chosen.
    FileChooser(FileChooserDone),
    /// What is reported of what is kept on disk.
    Library(LibraryDone),
}

/// Something the shell has to do.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "there are a handful at a time")]
pub enum Effect {
    /// Do a job in the background.
    Run(Job),
    /// Let the reader choose a file to open.
    PickFile,
    /// Let the reader choose a file to export to, proposed as this path.
    PickTarget(PathBuf),
    /// Let the reader choose a folder to export to, proposed as this path.
    PickFolder(PathBuf),
    /// Let the desktop show a file.
    Reveal(PathBuf, Reveal),
    /// Let the reader choose a configuration of OpenCC's.
    PickConfig,
    /// Let the reader choose a dictionary to take in.
    PickOwnWords,
    /// Let the reader choose where to write a dictionary to, proposed as this path.
    PickOwnWordsTarget(PathBuf),
    /// Ask the system for the text on the clipboard; it comes as [`Source::Text`].
    RequestPaste,
    /// Put text on the clipboard, in both forms where the system takes that.
    Copy(Copied),
    /// Let the desktop print the pages in this file.
    Print(PathBuf),
    /// Offer text to the middle button, where the system has such a selection (X11, Wayland).
    Offer(String),
    /// Let the window fill the screen, or let it go back.
    FullScreen(bool),
    /// Put the cursor into the search field.
    FocusSearch,
    /// Find out which typefaces the system has, and read that one, if one is named.
    FindTypefaces(Option<Typeface>),
    /// Put the cursor into the first field of the panel beside the text.
    FocusPanel,
    /// Put the focus on the text.
    FocusText,
    /// Put the cursor into the outline's filter.
    FocusFilter,
    /// Put the focus on the outline's rows.
    FocusOutline,
    /// Let the reader type a name for a section.
    Rename(SectionId),
    /// Open the menu, or close it.
    OpenMenu,
    /// Leave the program.
    Quit,
}

/// Writes `record` down in the background.
pub(super) fn save(record: Record) -> Effect {
    Effect::Run(Job::Save(record))
}
