//! Import: the bytes of a format to the text that is read, with what the format says of it.
//!
//! The text that an importer makes *is* the source text: every position of the program is a byte of it. What the format
//! says beside it (headings with levels, lists, tables, notes, images, links, emphasis, what is no text of the author's)
//! are [`Hints`] in the same coordinates; a plain text has none.
//!
//! How an importer writes its text, so that all formats read alike (`import/writing.rs`):
//! - a paragraph is a line; a number that the format makes (automatic numbering, list items) is part of its text;
//! - a row of a table is a line, its cells are separated by tabs, paragraphs within a cell by a blank;
//! - an image is U+FFFC; what is written for who does not see it is part of its hint;
//! - notes stand at the end of the text, `[1]` before each and where it is referred to; once all is read they go to the
//!   end of the section that refers to them (`import/settle.rs`).
//!
//! Nothing here touches a file: what needs another program ([`Format::needs_office`]) is converted before it comes here.

use crate::decode::{self, Decoded, Encoding};

mod counters;
mod epub;
mod flow;
mod format;
pub mod hints;
mod html;
mod leftovers;
#[cfg(test)]
mod linear;
mod lines;
mod markdown;
mod markup;
mod mhtml;
pub(crate) mod numerals;
mod opendocument;
mod package;
mod pdf;
mod picture;
mod rich_text;
mod sections;
mod settle;
mod steps;
mod wide;
mod word;
mod writing;
mod xml;
mod zipped;

pub use format::Format;
pub use hints::Hints;
pub(crate) use lines::{counts, is_digit, is_numbered};
pub use package::Package;
pub use picture::{Picture, decode as picture};
pub(crate) use rich_text::closed;
pub(crate) use word::word_format;

/// The tag of the content control in which an exported Word file has its table of contents.
pub const OWN_CONTENTS: &str = "gangmu-contents";

/// The class of what an item of an exported list has before its text, where no list of HTML or Markdown would write it.
pub const OWN_MARK: &str = "gangmu-mark";

/// A document of any format as text.
#[derive(Debug, Default)]
pub struct Imported {
    /// Its text. Of a format that is no text by itself the encoding is that of the part that was read, UTF-8 where that
    /// says nothing.
    pub decoded: Decoded,
    /// What the format says of the text.
    pub hints: Hints,
    /// The format.
    pub format: Format,
    /// What the reader should know of what came of the file, each once.
    pub remarks: Vec<Remark>,
}

/// What the reader should know of an import.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Remark {
    /// A part of the file could not be read; the rest is shown.
    Damaged,
    /// A limit was reached; what stands before it is shown.
    CutShort,
    /// So many characters have no known meaning in the file (PDFs without a character map).
    Unknown(usize),
    /// So many characters of the page's furniture are folded.
    Folded(usize),
    /// So many images are in the file.
    Images(usize),
}

impl Remark {
    /// Whether it tells of something that is missing; the others show by themselves.
    pub const fn is_a_loss(&self) -> bool {
        matches!(self, Self::Damaged | Self::CutShort | Self::Unknown(_))
    }
}

/// Why a file could not be read as its format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
pub enum ImportError {
    /// It is locked by a password.
    #[error("is locked by a password")]
    Locked,
    /// It is damaged: nothing of it could be read.
    #[error("is damaged")]
    Damaged,
    /// It is larger, deeper or has more parts than what is read.
    #[error("is beyond the limits of what is read")]
    TooLarge,
    /// It has no text: a PDF of scanned pages, for instance.
    #[error("has pictures of its pages and no text")]
    Scanned,
    /// It has no text at all.
    #[error("has no text")]
    NoText,
    /// Another program is needed for it.
    #[error("needs LibreOffice")]
    NeedsOffice,
    /// The other program could not convert it.
    #[error("could not be converted by LibreOffice")]
    OfficeFailed,
    /// It took longer than a reader waits.
    #[error("took too long")]
    TooLong,
    /// The process that reads it ended without an answer.
    #[error("could not be read: its reader broke down")]
    Crashed,
}

/// How a file is read.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The encoding that the reader chose, for formats that are text.
    pub encoding: Option<Encoding>,
    /// Most bytes that a file may unfold to, in all its parts together.
    pub most_bytes: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { encoding: None, most_bytes: MOST_BYTES }
    }
}

/// Most bytes that a file may unfold to: half of the largest file that is opened.
const MOST_BYTES: usize = 1 << 29;

/// Reads `bytes` as `format`. A plain text never fails.
///
/// # Errors
/// What [`ImportError`] lists.
pub fn import(bytes: Vec<u8>, format: Format, options: &Options) -> Result<Imported, ImportError> {
    let mut imported = read(bytes, format, options)?;
    let (text, hints) = (std::mem::take(&mut imported.decoded.text), std::mem::take(&mut imported.hints));
    (imported.decoded.text, imported.hints) = settle::settle(text, hints);
    for image in imported.hints.images.iter_mut().filter(|image| image.size.is_none()) {
        image.size = image.data.as_deref().and_then(picture::size);
    }
    Ok(imported)
}

fn read(bytes: Vec<u8>, format: Format, options: &Options) -> Result<Imported, ImportError> {
    match format {
        Format::Text => {
            let mut plain = Imported::plain(decode::decode(bytes, options.encoding));
            plain.hints.furniture = leftovers::leftovers(&plain.decoded.text);
            Ok(plain)
        }
        Format::Docx => word::import(&bytes, options),
        Format::Odt => opendocument::import(bytes, options),
        Format::Markdown => Ok(markdown::import(bytes, options)),
        Format::Json => Ok(sections::import(bytes, options)),
        Format::Epub => epub::import(bytes, options),
        Format::Html => html::import(bytes, options),
        Format::Pdf => pdf::import(bytes, options),
        Format::Mhtml => mhtml::import(&bytes, options),
        Format::Doc | Format::Rtf | Format::Works => Err(ImportError::NeedsOffice),
    }
}

impl Imported {
    /// A plain text.
    pub fn plain(decoded: Decoded) -> Self {
        Self { decoded, ..Self::default() }
    }
}
