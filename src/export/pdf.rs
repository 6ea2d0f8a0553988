//! Pages: a PDF with bookmarks, tags and page labels, whose text can be copied and searched.
//!
//! Lines are broken and filled by the rules of the window's reading view ([`crate::typeset`]), in the embedded 宋; of each
//! face only the characters that are used go into the file. A page is drawn as soon as it is full, so what is kept
//! in memory beside the file is one page and one paragraph. The same sections give the same file: it holds no date.

use std::cell::Cell;

use krilla::metadata::{Metadata, TextDirection};
use krilla::{Document, SerializeSettings};

use super::page::Page;
use super::paper::paragraphs;
use super::{ExportError, Language, Layout, Options, Piece};

mod bookmarks;
mod draw;
mod faces;
mod marks;
mod pages;
mod set;
mod sheet;

use faces::Faces;
pub use faces::{PaperFace, PaperFaces};
use pages::Pages;
use sheet::Sheet;

/// The pieces as pages; nothing of worth where `cancelled` is raised meanwhile.
pub(super) fn render<'a>(
    pieces: impl Iterator<Item = Piece<'a>>,
    options: &Options<'_>,
    language: Language,
    cancelled: &Cell<bool>,
) -> Result<Vec<u8>, ExportError> {
    let faces =
        Faces::open(language, options.faces).ok_or_else(|| ExportError::Pack("no typeface".to_owned()))?;
    let sheet = sheet_of(options);
    let mut document = Document::new_with(SerializeSettings::default());
    document.set_metadata(metadata(options.title, language, &sheet));
    let mut pages = Pages::new(document, sheet, faces, options.title);
    for paragraph in paragraphs(pieces, options.layout) {
        pages.add(&paragraph);
    }
    if cancelled.get() {
        return Ok(Vec::new());
    }
    pages.finish(language).map_err(|error| ExportError::Pack(format!("{error:?}")))
}

/// The first page; `None` where there is nothing on it.
pub(super) fn first_page<'a>(
    pieces: impl Iterator<Item = Piece<'a>>,
    options: &Options<'_>,
    language: Language,
) -> Option<Page> {
    let (faces, sheet) = (Faces::open(language, PaperFaces::default())?, sheet_of(options));
    let document = Document::new_with(SerializeSettings::default());
    let mut pages = Pages::new(document, sheet, faces, options.title).keeping_first();
    let mut is_empty = true;
    for paragraph in paragraphs(pieces, options.layout) {
        is_empty = false;
        pages.add(&paragraph.shortened(MOST));
        if pages.is_past_first() {
            break;
        }
    }
    if is_empty { None } else { Some(pages.first()) }
}

fn sheet_of(options: &Options<'_>) -> Sheet {
    match (options.layout, options.vertical) {
        (Layout::Official, _) => Sheet::official(),
        (Layout::Plain, false) => Sheet::plain(),
        (Layout::Plain, true) => Sheet::vertical(),
    }
}

/// No page holds more characters.
const MOST: usize = 3_000;

fn metadata(title: &str, language: Language, sheet: &Sheet) -> Metadata {
    let direction = if sheet.is_vertical { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
    let metadata = Metadata::new()
        .language(language.tag().to_owned())
        .creator("Gangmu".to_owned())
        .text_direction(direction);
    if title.is_empty() { metadata } else { metadata.title(title.to_owned()) }
}
