//! Errors in English.

use super::shown;
use crate::export::ExportError;
use crate::import::{ImportError, Package, Remark};
use crate::script::{ConfigError, ConfigErrorKind as Kind, ConvertError, Mistake, MistakeKind, Toward};
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
        FileErrorKind::Source => "is the document itself, which is never written to".to_owned(),
        FileErrorKind::NoFolder => "its folder does not exist".to_owned(),
        FileErrorKind::ReadOnly => "the file system is read-only".to_owned(),
        FileErrorKind::Full => "no space left".to_owned(),
        FileErrorKind::Busy => "is held by another program; it is tried again".to_owned(),
        FileErrorKind::Package(of) => package(*of).to_owned(),
        FileErrorKind::Import(error) => import(error).to_owned(),
        FileErrorKind::Cancelled => "cancelled".to_owned(),
        FileErrorKind::Other(error) => error.to_string(),
    };
    format!("{}: {what}", shown(path, "standard input"))
}

/// Why a package is not read.
const fn package(package: Package) -> &'static str {
    match package {
        Package::Office => "is a sheet, slides or another office document that is no text",
        Package::Locked => "is locked by a password; save it without one first",
        Package::Archive => "is a packed file; unpack it first",
        Package::Part => "is an office document of which only a part is there; get it once more",
        Package::Cnki => "is a paper of CNKI (CAJ); save it as PDF in its own reader (CAJViewer)",
        Package::Ofd => "is an OFD document; save it as PDF in its own reader",
        Package::Kindle => "is a book for Kindle; convert it to EPUB first, for instance with Calibre",
        Package::Help => "is a packed help file (CHM); unpack it to web pages first",
        Package::Picture => "is a picture; text in pictures is not read",
    }
}

/// Why a document is not read as its format.
const fn import(error: &ImportError) -> &'static str {
    match error {
        ImportError::Locked => "is locked by a password; save it without one first",
        ImportError::Damaged => "is damaged and cannot be read",
        ImportError::TooLarge => "unfolds to more than can be read",
        ImportError::Scanned => "has pictures of its pages and no text; have it recognised (OCR) first",
        ImportError::NoText => "has no text",
        ImportError::NeedsOffice => {
            "needs LibreOffice to be read; install it (for instance the package libreoffice-writer), or save the file as .docx"
        }
        ImportError::OfficeFailed => "could not be converted by LibreOffice; save it as .docx first",
        ImportError::TooLong => "took too long to read",
        ImportError::Crashed => "could not be read: its reader broke down",
    }
}

/// What the reader should know of an import; none of what shows by itself.
pub(super) fn remark(remark: &Remark) -> Option<String> {
    match remark {
        Remark::Damaged => Some("a part of the file is damaged; the rest is shown".to_owned()),
        Remark::CutShort => Some("the file is longer than what is read; its beginning is shown".to_owned()),
        Remark::Unknown(n) => Some(format!("{n} characters have no known meaning in the file")),
        Remark::Folded(_) | Remark::Images(_) => None,
    }
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
        ConvertError::NotBuilt => "this program was built without the OpenCC library".to_owned(),
        ConvertError::NotFound { file, looked_in } => {
            let folders: Vec<_> = looked_in.iter().map(|folder| folder.display().to_string()).collect();
            format!("OpenCC's {file} is in none of {}; install OpenCC", folders.join(", "))
        }
        ConvertError::Io { path, source } => format!("{}: {source}", path.display()),
        ConvertError::Damaged { path } => format!("{} is damaged; install OpenCC again", path.display()),
        ConvertError::Own(error) => config(error),
        ConvertError::Refused { config } => {
            format!("OpenCC cannot open its configuration {}", config.name())
        }
    }
}

/// What is wrong with a configuration of the reader's, or with a dictionary of it.
fn config(ConfigError { path, kind }: &ConfigError) -> String {
    let what = match kind {
        Kind::Missing => "no such file".to_owned(),
        Kind::NotFile => "is a folder, a pipe or a device, not a file".to_owned(),
        Kind::TooLarge { limit } => format!("is larger than {} MiB", limit >> 20),
        Kind::TooMany { limit } => format!("names more than {limit} dictionaries"),
        Kind::Unreadable(error) => error.to_string(),
        Kind::NotJson { line, column } => format!("is not JSON: mistake in line {line}, column {column}"),
        Kind::Lacks(field) => format!("has no “{field}” where one must be"),
        Kind::UnknownType(name) => {
            format!("names the type “{name}”, which is not one of text, ocd2, group, mmseg")
        }
        Kind::NotText => "is no text dictionary in UTF-8".to_owned(),
        Kind::BadEntry { line } => format!("line {line} is no entry (word, tab, conversion)"),
        Kind::NotCompiled => "is no compiled dictionary (ocd2), or a damaged one".to_owned(),
        Kind::Empty => "has no entries".to_owned(),
        Kind::Refused => "OpenCC cannot open it".to_owned(),
    };
    format!("{}: {what}", path.display())
}

/// What is wrong with a line of a dictionary.
pub(super) fn mistake(Mistake { line, kind }: &Mistake) -> String {
    let names = |between| Toward::ALL.map(Toward::name).join(between);
    let what = match kind {
        MistakeKind::NoTab => "no tab between word and conversion".to_owned(),
        MistakeKind::NoWord => "no word before the tab".to_owned(),
        MistakeKind::NoConversion => "no conversion after the tab".to_owned(),
        MistakeKind::TooLong { limit } => format!("longer than {limit} bytes"),
        MistakeKind::Repeated { first } => format!("repeats line {first}, which counts"),
        MistakeKind::UnknownScript { name } => {
            format!("“# to:” does not know “{name}”; it knows {}", names(", "))
        }
    };
    format!("line {line}: {what}")
}
