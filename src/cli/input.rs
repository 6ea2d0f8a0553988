//! Reading the file that a subcommand is for.

use std::ops::ControlFlow;
use std::path::Path;

use super::failure::Failure;
use super::messages::Message;
use super::{Keeping, is_dash, output};
use crate::decode::{self, Decoded, Encoding};
use crate::document::Document;
use crate::lang::Lang;
use crate::messages;
use crate::script::Dictionary;
use crate::session::files::{self, FileError, FileErrorKind};
use crate::session::opening::kept::Kept;
use crate::session::{Library, Saying};

/// So many mistakes of a dictionary are told one by one.
const MISTAKES: usize = 5;

/// How files are read and what is said about them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Input {
    /// The encoding that the reader chose.
    pub(super) encoding: Option<Encoding>,
    /// Language of warnings.
    pub(super) lang: Lang,
}

impl Input {
    /// Decodes `bytes` of the file `path` and warns of what was lost.
    pub(super) fn decode(&self, path: &Path, bytes: Vec<u8>) -> Decoded {
        let decoded = decode::decode(bytes, self.encoding);
        if decoded.binary {
            self.warn(Message::Binary(path));
        } else if decoded.lossy {
            self.warn(Message::Lossy(path, decoded.encoding));
        }
        if decoded.nuls > 0 {
            self.warn(Message::Nuls(path, decoded.nuls));
        }
        decoded
    }

    /// The file as a document. An empty file is none.
    pub(super) fn document(&self, path: &Path) -> Result<Document, Failure> {
        Ok(self.outlined(path, self.readable(path)?))
    }

    /// `readable`, which is the file, with its outline. Warns where it has none for it would be too large.
    pub(super) fn outlined(&self, path: &Path, readable: Document) -> Document {
        let document = readable.inferred_at_once();
        if document.outline().is_given_up() {
            self.warn(Message::GivenUp(path));
        }
        document
    }

    /// The file as a document without an outline. An empty file is none.
    pub(super) fn readable(&self, path: &Path) -> Result<Document, Failure> {
        let bytes = bytes(path)?;
        if bytes.is_empty() {
            return Err(Failure::Empty(path.to_owned()));
        }
        Ok(Document::readable(self.decode(path, bytes)))
    }

    /// The file as a document, plain or with what is kept for it. An empty file is none.
    pub(super) fn kept(&self, path: &Path, keeping: Keeping) -> Result<Kept, Failure> {
        let library = if keeping.is_asked() { Library::of_user() } else { None };
        let Some(library) = library else { return Ok(Kept::plain(self.document(path)?)) };
        let readable = self.readable(path)?;
        let (kept, told) = Kept::of(&readable, Some(path).filter(|path| !is_dash(path)), &library);
        for saying in &told {
            match saying {
                Saying::NotOpened(error) | Saying::NotSaved(error) | Saying::NotRead(error) => {
                    output::say(&messages::file_error(self.lang, error));
                }
                Saying::SetAside(path) => self.warn(Message::SetAside(path)),
                Saying::WordsMistaken { mistake, .. } => {
                    self.warn(Message::Mistake(Path::new(OWN_WORDS), mistake));
                }
                _ => {}
            }
        }
        if kept.lost > 0 {
            self.warn(Message::Lost(path, kept.lost));
        }
        Ok(kept)
    }

    /// The file as a dictionary of the reader's. Warns of lines that are no entries.
    pub(super) fn dictionary(&self, path: &Path) -> Result<Dictionary, FileError> {
        let dictionary = Dictionary::parse(decode::decode(bytes(path)?, None).text);
        for mistake in dictionary.mistakes().iter().take(MISTAKES) {
            self.warn(Message::Mistake(path, mistake));
        }
        if let Some(more @ 1..) = dictionary.mistakes().len().checked_sub(MISTAKES) {
            self.warn(Message::MoreMistakes(path, more));
        }
        Ok(dictionary)
    }

    /// Warns on standard error.
    pub(super) fn warn(&self, message: Message<'_>) {
        output::say(&message.say(self.lang));
    }
}

/// What the file of the reader's own words for all documents is called.
const OWN_WORDS: &str = "words.txt";

/// The bytes of a file, or of standard input for `-`. A package is none that can be read.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, FileError> {
    let unwatched: files::Watch<'_> = &|_, _| ControlFlow::Continue(());
    let bytes = if is_dash(path) {
        files::read_stdin(files::LARGEST, unwatched)?
    } else {
        files::read(path, files::LARGEST, unwatched)?
    };
    match decode::package(&bytes) {
        Some(package) => Err(FileError { path: path.to_owned(), kind: FileErrorKind::Package(package) }),
        None => Ok(bytes),
    }
}
