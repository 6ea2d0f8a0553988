//! Which format a file has. Its content says so ([`super::package`], [`super::markup`]); by the name are told only
//! Markdown, which any text could be, and pieces of web pages.

use super::package::{Package, ZIP, package};
use super::{markup, sections};

/// A format that documents come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A web page with its parts in one file.
    Mhtml,
    /// A Word document of 2007 or later.
    Docx,
    /// A text of `OpenDocument`.
    Odt,
    /// A book.
    Epub,
    /// A page description.
    Pdf,
    /// A Word document before 2007, or one of Kingsoft's.
    Doc,
    /// Rich text.
    Rtf,
    /// A document of Microsoft Works.
    Works,
    /// Sections that the program has exported as data.
    Json,
}

/// Formats with the extensions that their files have (without the dot), for dialogs and the desktop.
const EXTENSIONS: [(Format, &[&str]); 12] = [
    (Format::Text, &["txt", "text"]),
    (Format::Markdown, &["md", "markdown"]),
    (Format::Html, &["html", "htm", "xhtml"]),
    (Format::Mhtml, &["mhtml", "mht"]),
    (Format::Docx, &["docx", "docm", "dotx"]),
    (Format::Odt, &["odt", "ott", "fodt"]),
    (Format::Epub, &["epub"]),
    (Format::Pdf, &["pdf"]),
    (Format::Doc, &["doc", "dot", "wps"]),
    (Format::Rtf, &["rtf"]),
    (Format::Works, &["wps"]),
    (Format::Json, &["json"]),
];

/// The formats that are such archives.
const ZIPPED: [Format; 3] = [Format::Docx, Format::Odt, Format::Epub];

impl Format {
    /// What `bytes` are, the file's extension being `extension` (without the dot, in any case).
    ///
    /// # Errors
    /// A package that is no document to be read.
    pub fn of(bytes: &[u8], extension: Option<&str>) -> Result<Self, Package> {
        let is_named = |format: Self| {
            extension.is_some_and(|extension| {
                format.extensions().iter().any(|known| extension.eq_ignore_ascii_case(known))
            })
        };
        match package(bytes) {
            // Damaged so that it does not say what it is: it is told to be damaged, not to be packed.
            Some(Err(Package::Archive)) if bytes.starts_with(ZIP) => {
                let named = ZIPPED.into_iter().find(|format| is_named(*format));
                return named.ok_or(Package::Archive);
            }
            Some(known) => return known,
            None => {}
        }
        Ok(if sections::is_exported(bytes) {
            Self::Json
        } else if is_named(Self::Markdown) {
            Self::Markdown
        } else if markup::is_message(bytes) {
            Self::Mhtml
        } else if markup::is_page(bytes) || is_named(Self::Html) && markup::has_element(bytes) {
            Self::Html
        } else {
            Self::Text
        })
    }

    /// Its name for machines: the usual extension of its files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Mhtml => "mhtml",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Epub => "epub",
            Self::Pdf => "pdf",
            Self::Doc => "doc",
            Self::Rtf => "rtf",
            Self::Works => "wps",
            Self::Json => "json",
        }
    }

    /// The extensions that its files have (without the dot).
    pub fn extensions(self) -> &'static [&'static str] {
        EXTENSIONS.iter().find(|(format, _)| *format == self).map_or(&[], |(_, extensions)| extensions)
    }

    /// The extensions of all files that can be opened (without the dot, in small letters), each once.
    pub fn all_extensions() -> Vec<&'static str> {
        let mut all: Vec<_> = EXTENSIONS.iter().flat_map(|(_, extensions)| *extensions).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether another program has to convert it first.
    pub const fn needs_office(self) -> bool {
        matches!(self, Self::Doc | Self::Rtf | Self::Works)
    }

    /// Whether it is read in a process of its own: all formats whose parsers take apart what others packed.
    pub const fn needs_worker(self) -> bool {
        !matches!(self, Self::Text | Self::Markdown | Self::Json)
    }
}
