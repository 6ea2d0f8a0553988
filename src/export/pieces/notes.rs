//! Footnotes: they go with what refers to them, wherever their text stands in the source.

use super::led::{Notes, number};
use super::rich::RichText;
use super::{Options, Piece, paragraphs};
use crate::document::Document;
use crate::text::SourceRange;

/// A footnote of an exported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note<'a> {
    /// Its number in the source (1-based).
    pub number: usize,
    /// Its paragraphs, without the number.
    pub paragraphs: Vec<RichText<'a>>,
}

impl<'a> Note<'a> {
    /// Its paragraphs as they stand in a text: the first behind the number.
    pub(in crate::export) fn into_lines(self) -> impl Iterator<Item = RichText<'a>> {
        let number = self.number;
        let line = move |(index, text): (usize, RichText<'a>)| match index {
            0 => format!("[{number}] {}", text.text).into(),
            _ => text,
        };
        self.paragraphs.into_iter().enumerate().map(line)
    }
}

/// The notes that a part leads to, which stand behind its paragraphs: footnotes where its text or its heading as it is
/// written refers to them, paragraphs where another note does or a heading that has another name.
pub(super) fn behind<'a>(
    notes: &Notes,
    (document, options): (&'a Document, &'a Options<'a>),
    (heading, ranges): (Option<(SourceRange, bool)>, &[SourceRange]),
) -> Vec<Piece<'a>> {
    let of_heading = heading.into_iter().flat_map(|(range, is_written)| {
        notes.led_from(range).map(move |(index, is_direct)| (index, is_direct && is_written))
    });
    let of_text = ranges.iter().flat_map(|range| notes.led_from(*range));
    let mut found: Vec<(usize, bool)> = of_heading.chain(of_text).collect();
    found.sort_unstable();
    found
        .into_iter()
        .flat_map(|(index, is_footnote)| written(document, options, index, is_footnote))
        .collect()
}

/// The note at 0-based `index` of the hints.
fn written<'a>(
    document: &'a Document,
    options: &'a Options<'a>,
    index: usize,
    is_footnote: bool,
) -> Vec<Piece<'a>> {
    let Some(note) = document.hints().notes.get(index) else { return Vec::new() };
    let number = number(document, note).filter(|_| is_footnote);
    let mut range = note.range;
    if number.is_some() {
        let head = range.slice(document.text()).find(']').map_or(0, |at| at + 1);
        range = SourceRange { start: range.start.after(head), ..range }.trimmed(document.text());
    }
    let lines = paragraphs(document, options, vec![range], None).flat_map(|(_, paragraph)| {
        super::in_lines(std::iter::once(super::piece(paragraph, None, options))).collect::<Vec<_>>()
    });
    match number {
        Some(number) => {
            let text = lines.filter_map(|piece| match piece {
                Piece::Paragraph(text) => Some(text),
                _ => None,
            });
            vec![Piece::Note(Note { number, paragraphs: text.collect() })]
        }
        None => lines.collect(),
    }
}
