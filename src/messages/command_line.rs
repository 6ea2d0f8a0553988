//! What the command line alone has to say, in the reader's language: one exhaustive table for each language.
//! Errors that the window shares are in [`super::errors`].

use std::io;
use std::path::Path;

use crate::export::SelectionError;
use crate::lang::Lang;
use crate::script::Mistake;

mod english;
mod simplified;
mod traditional;

/// Something to say on standard error.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Message<'a> {
    /// A file would have to be replaced.
    Exists(&'a Path),
    /// A file has no bytes.
    Empty(&'a Path),
    /// The list of sections does not fit the document.
    Selection(&'a SelectionError),
    /// The text has none of these words.
    NotFound(&'a Path, &'a str),
    /// No profile has that name; those that there are.
    NoProfile(&'a str, &'a [String]),
    /// Standard output could not be written.
    Output(&'a io::Error),
    /// Warning: the file is no text, or none in this encoding.
    Binary(&'a Path),
    /// Warning: bytes were replaced in decoding.
    Lossy(&'a Path, &'static str),
    /// Warning: NUL characters were left out.
    Nuls(&'a Path, usize),
    /// Warning: what came of reading a file of another format, in words.
    Remark(&'a Path, &'a str),
    /// Warning: there are more numbers than an outline is made of, so none was inferred.
    GivenUp(&'a Path),
    /// Warning: the script is not recognised and so nothing is converted.
    Unclear(&'a Path),
    /// Warning: so many corrections and decisions that are kept for a document found no place in it.
    Lost(&'a Path, usize),
    /// Warning: a remembered file was unreadable and was set aside under this name.
    SetAside(&'a Path),
    /// Warning: a line of the reader's dictionary is no entry.
    Mistake(&'a Path, &'a Mistake),
    /// Warning: so many more lines of it are none.
    MoreMistakes(&'a Path, usize),
    /// The program was built without a window.
    NoWindow,
    /// The window could not be opened; the system's words.
    NoDisplay(&'a str),
}

impl Message<'_> {
    /// The message in `lang`, on one line without a full stop.
    pub(crate) fn say(self, lang: Lang) -> String {
        match lang {
            Lang::Hans => simplified::say(self),
            Lang::Hant => traditional::say(self),
            Lang::En => english::say(self),
        }
    }
}
