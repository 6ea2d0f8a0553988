//! What went wrong, for the window and the command line: one exhaustive table for each language.

use std::fmt::Display;
use std::io::Write as _;
use std::path::Path;

use super::pick;
use crate::export::ExportError;
use crate::import::Remark;
use crate::lang::Lang;
use crate::script::{ConvertError, Mistake};
use crate::session::files::{FileError, FileErrorKind};
use crate::text::visible;

mod english;
mod simplified;
mod traditional;

/// What is the matter with a file: its path and why, on one line without a full stop.
pub fn file_error(lang: Lang, error: &FileError) -> String {
    match lang {
        Lang::Hans => simplified::file(error),
        Lang::Hant => traditional::file(error),
        Lang::En => english::file(error),
    }
}

/// Why a file could not be written, and what can be done, on one line without a full stop.
pub fn not_written(lang: Lang, error: &FileError) -> String {
    let advice = match error.kind {
        FileErrorKind::NotPermitted | FileErrorKind::ReadOnly | FileErrorKind::NoFolder => {
            ["请换一个文件夹", "請換一個資料夾", "choose another folder"]
        }
        FileErrorKind::Full => [
            "请腾出空间，或换一个文件夹",
            "請騰出空間，或換一個資料夾",
            "make room, or choose another folder",
        ],
        FileErrorKind::Directory
        | FileErrorKind::NotFolder
        | FileErrorKind::NotRegular
        | FileErrorKind::Source => ["请换一个名字", "請換一個名字", "choose another name"],
        _ => return file_error(lang, error),
    };
    [file_error(lang, error).as_str(), lang.marks().semicolon, pick(lang, advice)].concat()
}

/// What the reader should know of what came of a file, on one line without a full stop; `None` where it shows by itself.
pub fn remark(lang: Lang, remark: &Remark) -> Option<String> {
    match lang {
        Lang::Hans => simplified::remark(remark),
        Lang::Hant => traditional::remark(remark),
        Lang::En => english::remark(remark),
    }
}

/// Why there is no conversion, on one line without a full stop.
pub fn convert_error(lang: Lang, error: &ConvertError) -> String {
    match lang {
        Lang::Hans => simplified::convert(error),
        Lang::Hant => traditional::convert(error),
        Lang::En => english::convert(error),
    }
}

/// Why sections could not be exported, on one line without a full stop.
pub fn export_error(lang: Lang, error: &ExportError) -> String {
    match lang {
        Lang::Hans => simplified::export(error),
        Lang::Hant => traditional::export(error),
        Lang::En => english::export(error),
    }
}

/// What is wrong with a line of a dictionary of the reader's, on one line without a full stop.
pub fn mistake(lang: Lang, mistake: &Mistake) -> String {
    match lang {
        Lang::Hans => simplified::mistake(mistake),
        Lang::Hant => traditional::mistake(mistake),
        Lang::En => english::mistake(mistake),
    }
}

/// Says on standard error what is the matter with a file, when there is no window left to say it in.
pub fn to_stderr(error: &FileError) {
    let _ = writeln!(std::io::stderr(), "gangmu: {}", file_error(Lang::of_system(), error));
}

/// A path as the reader knows it, with nothing in it that commands a terminal; standard input, which is `-`, by the
/// name that `stdin` gives it.
pub(crate) fn shown(path: &Path, stdin: &'static str) -> impl Display + use<> {
    if path.as_os_str() == "-" { stdin.to_owned() } else { visible(&path.to_string_lossy()).into_owned() }
}
