//! The command line in English.

use super::{Message, shown};
use crate::export::{ExportError, SelectionError};
use crate::script::ConvertError;
use crate::session::files::{FileError, FileErrorKind};

/// The message in English.
pub(super) fn say(message: Message<'_>) -> String {
    let shown = |path| shown(path, "standard input");
    match message {
        Message::File(error) => file(error),
        Message::Empty(path) => format!("{} is empty", shown(path)),
        Message::Selection(error) => selection(error),
        Message::NoSections(path) => format!("{} has no numbered sections", shown(path)),
        Message::Export(ExportError::NothingChosen) => "no section is chosen".to_owned(),
        Message::Export(ExportError::Cancelled) => "cancelled".to_owned(),
        Message::Export(ExportError::Pack(why)) => format!("the file cannot be put together: {why}"),
        Message::Convert(error) => convert(error),
        Message::Output(error) => format!("standard output cannot be written: {error}"),
        Message::Binary(path) => format!("warning: {} does not look like a text", shown(path)),
        Message::Lossy(path, encoding) => {
            format!("warning: {} holds bytes that {encoding} does not know; try --encoding", shown(path))
        }
        Message::Nuls(path, count) => format!("warning: {count} NUL characters of {} left out", shown(path)),
        Message::Unclear(path) => {
            format!("warning: the script of {} is not clear, nothing converted; try --from", shown(path))
        }
        Message::NoDisplay(why) => format!("the window cannot be opened: {why}"),
        Message::NoWindow => "this program was built without a window; see gangmu --help".to_owned(),
    }
}

fn file(FileError { path, kind }: &FileError) -> String {
    let what = match kind {
        FileErrorKind::Missing => "no such file".to_owned(),
        FileErrorKind::Directory => "is a folder, not a file".to_owned(),
        FileErrorKind::NotPermitted => "not permitted".to_owned(),
        FileErrorKind::NotFolder => "is a file, not a folder".to_owned(),
        FileErrorKind::NotRegular => "is a pipe, a device or a link to nothing".to_owned(),
        FileErrorKind::TooLarge { limit, .. } => format!("is larger than {} MiB", limit >> 20),
        FileErrorKind::Exists => "exists already; --force replaces it".to_owned(),
        FileErrorKind::NoFolder => "its folder does not exist".to_owned(),
        FileErrorKind::ReadOnly => "the file system is read-only".to_owned(),
        FileErrorKind::Full => "no space left".to_owned(),
        FileErrorKind::Cancelled => "cancelled".to_owned(),
        FileErrorKind::Other(error) => error.to_string(),
    };
    format!("{}: {what}", shown(path, "standard input"))
}

fn selection(error: &SelectionError) -> String {
    match error {
        SelectionError::Empty => "--sections names no section".to_owned(),
        SelectionError::Malformed { part } => {
            format!("--sections: “{part}” is no section address (write 3, 3.2 or 4-6)")
        }
        SelectionError::Unknown { part } => {
            format!("--sections: there is no section {part}; gangmu outline lists them")
        }
        SelectionError::NotSiblings { part } => {
            format!("--sections: {part} is no ascending range under one heading")
        }
    }
}

fn convert(error: &ConvertError) -> String {
    match error {
        ConvertError::NotBuilt => "this program was built without script conversion".to_owned(),
        ConvertError::NotFound { file, looked_in } => {
            let folders: Vec<_> = looked_in.iter().map(|folder| folder.display().to_string()).collect();
            format!("OpenCC's {file} is in none of {}; install OpenCC", folders.join(", "))
        }
        ConvertError::Io { path, source } => format!("{}: {source}", path.display()),
        ConvertError::Damaged { path } => format!("{} is damaged; install OpenCC again", path.display()),
        ConvertError::Refused { config } => {
            format!("OpenCC cannot open its configuration {}", config.name())
        }
    }
}
