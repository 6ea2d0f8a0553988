//! Messages, what happened; effects, what the shell has to do about it.

use std::path::PathBuf;
use std::sync::Arc;

pub use super::opening::source::Source;

pub use super::appearance::message::AppearanceMessage;
pub use super::export::message::{ExportMessage, Reveal};
pub use super::export::profiles::ProfileChange;
pub use super::opening::message::OpeningMessage;
pub use super::outline::message::OutlineMessage;
pub use super::reading::message::ReadingMessage;
pub use super::search::message::SearchMessage;

pub use super::export::copied::Copied;

use super::appearance::typefaces::{Faces, Installed};
use super::files::FileError;
use super::files::stat::Found;
use super::library::Record;
use super::opening::watching::Watched;
use super::outline::rules_form;
use super::review::{Finds, ReviewChange};
use super::{Action, Browsing, Job, Layout, Question, RulesChange, Stage, WordsChange};
use crate::document::Document;
use crate::export::{ExportError, Preview};
use crate::import::Picture;
use crate::outline::{Outline, SectionId};
use crate::script::{Config, Conversion, Convert, ConvertError, Dictionary, Loss};
use crate::settings::{Scheme, Typeface};
use crate::text::SourceRange;

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
    Words(WordsChange),
    /// The reader does something in the review.
    Review(ReviewChange),
    /// The reader does something in the search.
    Search(SearchMessage),
    /// The reader does something about an export.
    Export(ExportMessage),
    /// The reader changes how the text looks.
    Appearance(AppearanceMessage),
    /// The reader does something in the box in which a file is chosen.
    Browse(Browsing),
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
    /// The reader leads out of the topmost layer of what is on the screen.
    Escape,
    /// The window or a panel has another size or place.
    Layout(Layout),
    /// A notice has been read.
    Dismiss(u64),
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
    /// All the text of a document has come of which a part was shown.
    Decoded {
        /// Which opening.
        generation: u64,
        /// The document, to be read.
        document: Arc<Document>,
    },
    /// It is known what is remembered of a document that can be read already.
    Remembered {
        /// Which opening.
        generation: u64,
        /// What is remembered.
        remembered: Box<Remembered>,
    },
    /// The outline of a document is being inferred.
    Inferring {
        /// Generation of the document, number of the inference.
        serial: (u64, u64),
        /// The part that is done, 0 to 1.
        share: f32,
    },
    /// The outline of a document was inferred.
    Outlined {
        /// Generation of the document, number of the inference.
        serial: (u64, u64),
        /// The document with its outline.
        outlined: Box<Outlined>,
    },
    /// A converter is ready, or could not be made.
    Converter {
        /// The document that it is for.
        generation: u64,
        /// What it does.
        conversion: Conversion,
        /// The converter.
        result: Result<Arc<dyn Convert>, ConvertError>,
    },
    /// What conversions would cost the document of that generation.
    CostsEstimated {
        /// The document.
        generation: u64,
        /// What each costs; `None` where it could not be tried.
        costs: Vec<(Config, Option<Loss>)>,
    },
    /// A picture was read; `None`: it could not be.
    PictureRead {
        /// Generation of the document, 0-based number of the image.
        serial: (u64, usize),
        /// The picture.
        picture: Option<Picture>,
    },
    /// What an export will look like; `None`: nothing.
    Previewed {
        /// Which preview.
        serial: u64,
        /// What it looks like.
        preview: Option<Preview>,
    },
    /// An export is being made; the part that is done, 0 to 1.
    Exporting(f32),
    /// An export was written, or could not be.
    Exported {
        /// The file.
        path: PathBuf,
        /// Why not.
        result: Result<(), ExportFailure>,
    },
    /// A rule was tried on the document of that generation.
    RuleTried {
        /// Generation of the document, number of the trial.
        serial: (u64, u64),
        /// What it finds.
        found: rules_form::Found,
    },
    /// The reader's rules were applied to what was inferred.
    Ruled {
        /// Generation of the document, number of the change.
        serial: (u64, u64),
        /// The outline by inference and rules.
        base: Arc<Outline>,
    },
    /// A search found more.
    Hits {
        /// Generation of the document, number of the search.
        serial: (u64, u64),
        /// What it found since the last report.
        hits: Vec<SourceRange>,
        /// Bytes of text that have been searched; `None`: all.
        searched: Option<usize>,
    },
    /// A review goes on.
    Reviewing {
        /// Generation of the document, number of the review.
        serial: (u64, u64),
        /// The part of the text that was looked at, 0 to 1.
        share: f32,
    },
    /// A review is done, or could not be.
    Reviewed {
        /// Generation of the document, number of the review.
        serial: (u64, u64),
        /// What was found.
        result: Result<Arc<Finds>, ConvertError>,
    },
    /// Text is ready for the clipboard.
    Copied(Copied),
    /// Pages are ready to be printed, or could not be made.
    Printable(Result<PathBuf, ExportFailure>),
    /// Selected text is ready to be pasted with the middle button.
    Offered(String),
    /// Something to remember could not be written.
    NotSaved(FileError),
    /// What stood where something to remember was written was unreadable; it was set aside under this name.
    SetAside(PathBuf),
    /// The open dialog was answered; `None` where nothing was chosen.
    FilePicked(Option<PathBuf>),
    /// The export dialog was answered; `None` where nothing was chosen.
    TargetPicked(Option<PathBuf>),
    /// The dialog for a dictionary to take in was answered; `None` where nothing was chosen.
    WordsPicked(Option<PathBuf>),
    /// The dialog for a configuration of the reader's was answered; `None` where nothing was chosen.
    ConfigPicked(Option<PathBuf>),
    /// The dialog for a dictionary to write was answered; `None` where nothing was chosen.
    WordsTargetPicked(Option<PathBuf>),
    /// A dictionary was read, or could not be.
    WordsRead(Result<Dictionary, FileError>),
    /// A dictionary was written, or could not be.
    WordsWritten {
        /// The file.
        path: PathBuf,
        /// Why not.
        result: Result<(), FileError>,
    },
    /// The system's families for Chinese text, sorted by name.
    Typefaces(Vec<Installed>),
    /// The faces that were read for a typeface.
    TypefaceRead(Typeface, Faces),
    /// What the desktop prefers, now and with every change; `None`: nothing.
    Scheme(Option<Scheme>),
    /// The system has no dialog to choose a file for that.
    NoDialog(Question),
    /// It is known what stands at a path that was named in the box for files.
    Looked {
        /// Which of the questions of the box, and whether the reader wants what stands there.
        asked: (u64, bool),
        /// The path.
        path: PathBuf,
        /// What stands there, or why that is not known.
        result: Result<Found, FileError>,
    },
    /// It is known what has changed on disk.
    Watched(Watched),
    /// The desktop could not show that file.
    NotRevealed(PathBuf),
    /// The desktop could neither print the pages in that file nor show them.
    NotPrinted(PathBuf),
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
    PickWords,
    /// Let the reader choose where to write a dictionary to, proposed as this path.
    PickWordsTarget(PathBuf),
    /// Ask the system for the text on the clipboard; it comes as [`Source::Text`].
    RequestPaste,
    /// Put text on the clipboard.
    Copy(String),
    /// Put text on the clipboard with its headings, where the system takes that.
    CopyRich(Copied),
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
