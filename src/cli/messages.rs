//! What the command line says to its reader, in the reader's language: one exhaustive table for each language.

use std::fmt;
use std::io;
use std::path::Path;

use crate::export::{ExportError, SelectionError};
use crate::script::ConvertError;
use crate::session::files::FileError;

mod english;
mod simplified;
mod traditional;

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Simplified Chinese.
    Hans,
    /// Traditional Chinese.
    Hant,
    /// English.
    English,
}

impl Language {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Hans, Self::Hant, Self::English];

    /// Its tag, as on the command line: `zh-Hans`, `zh-Hant`, `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Hans => "zh-Hans",
            Self::Hant => "zh-Hant",
            Self::English => "en",
        }
    }

    /// The language of that tag, as [`Language::tag`] gives it.
    pub fn tagged(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The language of the system, English where it is none of ours.
    pub fn of_system() -> Self {
        sys_locale::get_locale().map_or(Self::English, |locale| Self::of_locale(&locale))
    }

    /// The language for a system locale such as `zh-TW`, `zh_Hant_HK` or `de-DE.UTF-8`.
    pub fn of_locale(locale: &str) -> Self {
        let mut parts = locale.split(['-', '_', '.', '@']).map(str::to_ascii_lowercase);
        if parts.next().is_none_or(|language| language != "zh") {
            return Self::English;
        }
        match parts.find(|part| matches!(part.as_str(), "hans" | "hant" | "tw" | "hk" | "mo")).as_deref() {
            None | Some("hans") => Self::Hans,
            Some(_) => Self::Hant,
        }
    }
}

/// Something to say on standard error.
#[derive(Clone, Copy, Debug)]
pub(super) enum Message<'a> {
    /// A file could not be read or written.
    File(&'a FileError),
    /// A file has no bytes.
    Empty(&'a Path),
    /// The list of sections does not fit the document.
    Selection(&'a SelectionError),
    /// No section was found in a document of which sections are wanted.
    NoSections(&'a Path),
    /// Sections could not be rendered.
    Export(&'a ExportError),
    /// The converter could not be opened.
    Convert(&'a ConvertError),
    /// Standard output could not be written.
    Output(&'a io::Error),
    /// Warning: the file is no text, or none in this encoding.
    Binary(&'a Path),
    /// Warning: bytes were replaced in decoding.
    Lossy(&'a Path, &'static str),
    /// Warning: NUL characters were left out.
    Nuls(&'a Path, usize),
    /// Warning: the script is not recognised and so nothing is converted.
    Unclear(&'a Path),
    /// The program was built without a window.
    NoWindow,
    /// The window could not be opened; the system's words.
    NoDisplay(&'a str),
}

impl Message<'_> {
    /// The message in `language`, on one line without a full stop.
    pub(super) fn say(self, language: Language) -> String {
        match language {
            Language::Hans => simplified::say(self),
            Language::Hant => traditional::say(self),
            Language::English => english::say(self),
        }
    }
}

/// Shows a path as the reader knows it: standard input by the name that `stdin` gives it.
fn shown(path: &Path, stdin: &'static str) -> impl fmt::Display {
    if super::is_dash(path) { stdin.to_owned() } else { path.display().to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_chooses_script_by_region() {
        for (locale, language) in [
            ("zh-CN", Language::Hans),
            ("zh", Language::Hans),
            ("zh_SG.UTF-8", Language::Hans),
            ("zh-Hans-HK", Language::Hans),
            ("zh_TW.UTF-8", Language::Hant),
            ("zh-HK", Language::Hant),
            ("zh-Hant", Language::Hant),
            ("de-DE", Language::English),
            ("C", Language::English),
            ("", Language::English),
        ] {
            assert_eq!(Language::of_locale(locale), language, "{locale}");
        }
    }
}
