//! Export: the chosen sections of a document as a file in another format.
//!
//! Every format is made from one list of [`Piece`]s, so all of them have the same content: the headings of the
//! chosen sections at their levels and the sections' own text, in document order, and nothing else; what stands
//! before the first section and points that are chosen apart from their section are paragraphs, never headings. A
//! heading that runs into its paragraph becomes a heading of its own, with the stop that closes it; the rest of the
//! line is the first paragraph below it. Paragraphs are the source's lines without indents; lines that a hard-wrapped
//! text breaks a paragraph into are joined again. White space aside, every character of what is chosen is in every
//! format but the table of the outline; only those that XML cannot hold are U+FFFD in Word files, books, pages and web
//! pages, and for an image stands what is said of it, where the format has no room for the picture. Footnotes go out
//! with what refers to them.

use std::borrow::Cow;
use std::cell::Cell;
use std::ops::ControlFlow;

use crate::document::Document;
use crate::outline::SectionId;
use crate::script::{Presentation, Script};

mod contents;
mod csv;
mod docx;
mod entries;
mod epub;
mod html;
mod hypertext;
mod json;
mod language;
mod layout;
mod list;
mod markdown;
mod markup;
mod name;
mod outline_index;
mod page;
mod paper;
mod parts;
mod pdf;
mod pictures;
mod pieces;
mod places;
mod plain;
mod preamble;
mod preview;
mod rank_set;
mod renumber;
mod selection;

use language::Language;
pub use layout::Layout;
pub use list::SelectionError;
pub use markup::escaped;
pub use name::{Field, NamePattern, PatternError, file_names};
pub use page::{Look, Mark, Page};
pub use pdf::{PaperFace, PaperFaces};
pub use pieces::{Heading, Item, ListItem, Note, Piece, RichText, Slot, Table, Unheaded, pieces};
use pieces::{ListMark, Listed, Run, StandsFor, in_lines};
pub use preview::{Preview, preview};
pub use renumber::Renumbering;
pub use selection::{Selection, Tick};

/// A format that sections are exported in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    Txt,
    /// Markdown (`CommonMark`).
    Md,
    /// One self-contained HTML file with a table of contents.
    Html,
    /// A Word file with heading styles.
    Docx,
    /// Pages, with bookmarks.
    Pdf,
    /// A book for e-readers (EPUB 3).
    Epub,
    /// Sections as data.
    Json,
    /// The outline as a table.
    Csv,
}

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Self; 8] =
        [Self::Docx, Self::Pdf, Self::Epub, Self::Html, Self::Md, Self::Txt, Self::Json, Self::Csv];

    /// The word for it on the command line, which is also its file name extension (without the dot).
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Txt => "txt",
            Self::Md => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Epub => "epub",
            Self::Json => "json",
            Self::Csv => "csv",
        }
    }

    /// The format of files with that extension (without the dot, in any case).
    pub fn from_extension(extension: &str) -> Option<Self> {
        let wanted = match extension.to_ascii_lowercase().as_str() {
            "htm" => "html".to_owned(),
            "markdown" => "md".to_owned(),
            "text" => "txt".to_owned(),
            other => other.to_owned(),
        };
        Self::ALL.into_iter().find(|format| format.extension() == wanted)
    }
}

/// One file of a split export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// What stands before the first section.
    Preamble,
    /// A section with all below it.
    Section(SectionId),
}

/// Converts one heading or one paragraph at a time.
pub type Converted<'a> = &'a dyn Fn(&str) -> String;

/// Hears how many bytes of how many of the source are done, once a piece; `Break` cancels.
pub type Watch<'a> = &'a dyn Fn(usize, usize) -> ControlFlow<()>;

/// How chosen sections are rendered. The default is the source's script without ancestors.
#[derive(Clone, Copy, Default)]
pub struct Options<'a> {
    /// Title of the whole: the name of the source file without its extension. May be empty.
    pub title: &'a str,
    /// The script that the text comes out in; it decides the language tag, `convert` does the work.
    pub script: Script,
    /// Turns the source's script into `script`; called piece by piece, a heading apart from its paragraph.
    pub convert: Option<Converted<'a>>,
    /// What the reader has picked around that conversion.
    pub presentation: Option<&'a Presentation>,
    /// Whether the headings above a chosen section are given too where they are not chosen themselves.
    pub with_path: bool,
    /// How papers are laid out.
    pub layout: Layout,
    /// Whether the lines of pages and books run down, from the right to the left; not in official papers.
    pub vertical: bool,
    /// Whether ASCII punctuation among ideographs is set full-width.
    pub full_width: bool,
    /// The numbers that headings are given in the place of their own; `None`: they keep theirs.
    pub renumbering: Option<&'a Renumbering>,
    /// Faces of the system for the pages of official papers.
    pub faces: PaperFaces<'a>,
    /// Renders only this file of a split.
    pub within: Option<Split>,
    /// Renders only so many headings and paragraphs, the first ones; `None`: all.
    pub most: Option<usize>,
    /// Hears of the progress and may cancel.
    pub watch: Option<Watch<'a>>,
}

impl Options<'_> {
    /// The title in the file's script.
    fn shown_title(&self) -> Cow<'_, str> {
        let convert = self.convert.filter(|_| !self.title.is_empty());
        convert.map_or(Cow::Borrowed(self.title), |convert| Cow::Owned(convert(self.title)))
    }
}

/// Why sections were not exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// No section is chosen, or none within [`Options::within`].
    #[error("no section is chosen")]
    NothingChosen,
    /// [`Options::watch`] cancelled.
    #[error("cancelled")]
    Cancelled,
    /// The file could not be put together.
    #[error("the file could not be packed: {0}")]
    Pack(String),
}

/// Renders the sections of `selection` as a whole file of `format`. Text formats are UTF-8 without a BOM, with
/// LF line ends.
///
/// # Errors
/// [`ExportError::NothingChosen`] for an empty selection; `Cancelled` where [`Options::watch`] says so; `Pack`
/// where a Word file grows beyond what its container can hold.
pub fn render(
    document: &Document,
    selection: &Selection,
    format: Format,
    options: &Options<'_>,
) -> Result<Vec<u8>, ExportError> {
    let title = options.shown_title();
    let options = &Options { title: &title, ..*options };
    let cancelled = Cell::new(false);
    let watch = |done, of| {
        let flow = options.watch.map_or(ControlFlow::Continue(()), |watch| watch(done, of));
        cancelled.set(flow.is_break());
        flow
    };
    let watched = Options { watch: Some(&watch), ..*options };
    let most = options.most.unwrap_or(usize::MAX);
    let mut chosen = pieces(document, selection, &watched).take(most).peekable();
    if chosen.peek().is_none() && !cancelled.get() {
        return Err(ExportError::NothingChosen);
    }
    let language = Language::of(options.script, document.detected());
    let bytes = match format {
        Format::Txt => plain::render(in_lines(chosen)).into_bytes(),
        Format::Md => markdown::render(chosen).into_bytes(),
        Format::Html => html::render(chosen, options.title, language).into_bytes(),
        Format::Docx => docx::render(chosen, options, language)?,
        Format::Pdf => pdf::render(in_lines(chosen), options, language, &cancelled)?,
        Format::Epub => epub::render(chosen, options, language)?,
        Format::Json => json::render(in_lines(chosen), document, options, language),
        Format::Csv => csv::render(in_lines(chosen), document, options).into_bytes(),
    };
    if cancelled.get() { Err(ExportError::Cancelled) } else { Ok(bytes) }
}
