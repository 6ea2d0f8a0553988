//! What a file will look like, before it is made: the first page of a paper, the first lines of a text.

use std::borrow::Cow;

use super::page::Page;
use super::{Format, Language, Options, Selection, in_lines, pdf, pieces, render};
use crate::document::Document;

/// More headings and paragraphs are on no first page, and in no first lines.
const MOST: usize = 200;
/// So many lines are shown, each so long, in characters.
const LINES: (usize, usize) = (60, 240);

/// What a file will look like.
#[derive(Clone, Debug, PartialEq)]
pub enum Preview {
    /// The first page of what is printed.
    Page(Page),
    /// The first lines of a text as they are written; of a web page and of a book as they are read.
    Lines(Vec<String>),
}

/// What the sections of `selection` will look like as a file of `format`; `None` where nothing is chosen or
/// [`Options::watch`] cancels. Costs what the beginning costs, however long the whole is.
pub fn preview(
    document: &Document,
    selection: &Selection,
    format: Format,
    options: &Options<'_>,
) -> Option<Preview> {
    let options = &Options { most: Some(MOST), ..*options };
    if matches!(format, Format::Docx | Format::Pdf) {
        let language = Language::of(options.script, document.detected());
        let pieces = in_lines(pieces(document, selection, options).take(MOST));
        // A Word file has no running title.
        let title = if format == Format::Pdf { options.shown_title() } else { Cow::default() };
        let options = &Options { title: &title, ..*options };
        return pdf::first_page(pieces, options, language).map(Preview::Page);
    }
    let read = if matches!(format, Format::Html | Format::Epub) { Format::Txt } else { format };
    let bytes = render(document, selection, read, options).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let text = text.trim_start_matches('\u{feff}');
    let lines = text.lines().take(LINES.0).map(|line| line.chars().take(LINES.1).collect());
    Some(Preview::Lines(lines.collect()))
}
