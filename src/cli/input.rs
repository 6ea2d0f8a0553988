//! Reading the file that a subcommand is for.

use std::ops::ControlFlow;
use std::path::Path;

use super::failure::Failure;
use super::messages::Message;
use super::{is_dash, output};
use crate::decode::{self, Decoded, Encoding};
use crate::document::Document;
use crate::lang::Lang;
use crate::script::Dictionary;
use crate::session::files::{self, FileError};

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

    /// The file as a dictionary of the reader's. Warns of each line that is no entry.
    pub(super) fn dictionary(&self, path: &Path) -> Result<Dictionary, FileError> {
        let dictionary = Dictionary::parse(decode::decode(bytes(path)?, None).text);
        for mistake in dictionary.mistakes() {
            self.warn(Message::Mistake(path, mistake));
        }
        Ok(dictionary)
    }

    /// Warns on standard error.
    pub(super) fn warn(&self, message: Message<'_>) {
        output::say(&message.say(self.lang));
    }
}

/// The bytes of a file, or of standard input for `-`.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, FileError> {
    let unwatched: files::Watch<'_> = &|_, _| ControlFlow::Continue(());
    if is_dash(path) {
        files::read_stdin(files::LARGEST, unwatched)
    } else {
        files::read(path, files::LARGEST, unwatched)
    }
}
