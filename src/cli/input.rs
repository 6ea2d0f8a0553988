//! Reading the file that a subcommand is for.

use std::ops::ControlFlow;
use std::path::Path;

use super::failure::Failure;
use super::{Keeping, is_dash, output};
use crate::decode::{self, Encoding};
use crate::document::Document;
use crate::import::Imported;
use crate::lang::Lang;
use crate::messages;
use crate::messages::command_line::Message;
use crate::script::Dictionary;
use crate::session::files::{self, FileError};
use crate::session::opening::importing;
use crate::session::opening::kept::Kept;
use crate::session::{Library, NoticeKind};
use crate::settings::ExportChoice;

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
    /// Reads `bytes` of the file `path`, of any format, and warns of what was lost.
    pub(super) fn import(&self, path: &Path, bytes: Vec<u8>) -> Result<Imported, FileError> {
        let failed = |kind| FileError { path: path.to_owned(), kind };
        let format = importing::format_of(&bytes, Some(path)).map_err(failed)?;
        let imported = importing::import(bytes, format, self.encoding, &|| false).map_err(failed)?;
        let decoded = &imported.decoded;
        if decoded.binary {
            self.warn(Message::Binary(path));
        } else if decoded.lossy {
            self.warn(Message::Lossy(path, decoded.encoding));
        }
        if decoded.nuls > 0 {
            self.warn(Message::Nuls(path, decoded.nuls));
        }
        for remark in &imported.remarks {
            if let Some(remark) = messages::remark(self.lang, remark) {
                self.warn(Message::Remark(path, &remark));
            }
        }
        Ok(imported)
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
        Ok(Document::of_import(self.import(path, bytes)?))
    }

    /// The file as a document, plain or with what is kept for it. An empty file is none.
    pub(super) fn kept(&self, path: &Path, keeping: Keeping) -> Result<Kept, Failure> {
        let library = if keeping.is_asked() { Library::of_user() } else { None };
        let Some(library) = library else { return Ok(Kept::plain(self.document(path)?)) };
        let readable = self.readable(path)?;
        let (kept, told) = Kept::of(&readable, Some(path).filter(|path| !is_dash(path)), &library);
        self.tell(&told);
        if kept.document.outline().is_given_up() {
            self.warn(Message::GivenUp(path));
        }
        if kept.lost > 0 {
            self.warn(Message::Lost(path, kept.lost));
        }
        Ok(kept)
    }

    /// What is kept under that name for exporting.
    pub(super) fn profile(&self, name: &str) -> Result<ExportChoice, Failure> {
        let mut profiles = Vec::new();
        if let Some(library) = Library::of_user() {
            let (settings, _, told) = library.load();
            self.tell(&told);
            profiles = settings.export_profiles;
        }
        let known: Vec<_> = profiles.iter().map(|profile| profile.name.clone()).collect();
        let found = profiles.into_iter().find(|profile| profile.name == name.trim());
        found.map(|profile| profile.choice).ok_or_else(|| Failure::NoProfile { name: name.to_owned(), known })
    }

    /// Warns of what could not be remembered.
    fn tell(&self, told: &[NoticeKind]) {
        for saying in told {
            match saying {
                NoticeKind::NotOpened(error) | NoticeKind::NotSaved(error) | NoticeKind::NotRead(error) => {
                    output::say(&messages::file_error(self.lang, error));
                }
                NoticeKind::SetAside(path) => self.warn(Message::SetAside(path)),
                NoticeKind::OwnWordsMistaken { mistake, .. } => {
                    self.warn(Message::Mistake(Path::new(OWN_WORDS), mistake));
                }
                _ => {}
            }
        }
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

/// The bytes of a file, or of standard input for `-`.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, FileError> {
    let unwatched: files::Watch<'_> = &|_, _| ControlFlow::Continue(());
    if is_dash(path) {
        files::read_stdin(files::LARGEST, unwatched)
    } else {
        files::read(path, files::LARGEST, unwatched)
    }
}
