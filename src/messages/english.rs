//! Errors in English.

use super::shown;
use crate::export::ExportError;
use crate::script::{ConvertError, Mistake, MistakeKind, Toward};
use crate::session::files::{FileError, FileErrorKind};

/// What is the matter with a file.
pub(super) fn file(FileError { path, kind }: &FileError) -> String {
    let what = match kind {
        FileErrorKind::Missing => "no such file".to_owned(),
        FileErrorKind::Directory => "is a folder, not a file".to_owned(),
        FileErrorKind::NotPermitted => "not permitted".to_owned(),
        FileErrorKind::NotFolder => "is a file, not a folder".to_owned(),
        FileErrorKind::NotRegular => "is a pipe, a device or a link to nothing".to_owned(),
        FileErrorKind::TooLarge { limit, .. } => format!("is larger than {} MiB", limit >> 20),
        FileErrorKind::Exists => "exists already".to_owned(),
        FileErrorKind::NoFolder => "its folder does not exist".to_owned(),
        FileErrorKind::ReadOnly => "the file system is read-only".to_owned(),
        FileErrorKind::Full => "no space left".to_owned(),
        FileErrorKind::Cancelled => "cancelled".to_owned(),
        FileErrorKind::Other(error) => error.to_string(),
    };
    format!("{}: {what}", shown(path, "standard input"))
}

/// Why sections could not be exported.
pub(super) fn export(error: &ExportError) -> String {
    match error {
        ExportError::NothingChosen => "no section is chosen".to_owned(),
        ExportError::Cancelled => "cancelled".to_owned(),
        ExportError::Pack(why) => format!("the file cannot be put together: {why}"),
    }
}

/// Why there is no conversion.
pub(super) fn convert(error: &ConvertError) -> String {
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

/// What is wrong with a line of a dictionary.
pub(super) fn mistake(Mistake { line, kind }: &Mistake) -> String {
    let names = |between| Toward::ALL.map(Toward::name).join(between);
    let what = match kind {
        MistakeKind::NoTab => "no tab between word and conversion".to_owned(),
        MistakeKind::NoWord => "no word before the tab".to_owned(),
        MistakeKind::NoConversion => "no conversion after the tab".to_owned(),
        MistakeKind::Repeated { first } => format!("repeats line {first}, which counts"),
        MistakeKind::UnknownScript { name } => {
            format!("“# to:” does not know “{name}”; it knows {}", names(", "))
        }
    };
    format!("line {line}: {what}")
}
