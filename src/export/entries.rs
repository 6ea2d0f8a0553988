//! Sections, points and what stands before the first section as data: what JSON and tables are made of.

use std::borrow::Cow;

use serde::Serialize;

use super::list::PREAMBLE;
use super::pieces::{Unheaded, converted, name_of, numbered_line, shown_line};
use super::{Heading, Options, Piece, RichText};
use crate::document::Document;
use crate::outline::{Point, PointId, SectionId};
use crate::text::{SourceRange, is_blank};

/// A section as data.
#[derive(Serialize)]
pub(super) struct Entry<'a> {
    /// `point` or `preamble`; not given for a section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<&'static str>,
    pub(super) address: String,
    pub(super) level: u8,
    pub(super) marker: Cow<'a, str>,
    pub(super) title: Cow<'a, str>,
    /// Not given for what has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) heading: Option<Cow<'a, str>>,
    /// Given only where it is true: the section is not chosen, only something below it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) context: bool,
    pub(super) paragraphs: Vec<Cow<'a, str>>,
    /// Which of the paragraphs are items of lists: their 0-based index, how deep the list stands in others, and the number or
    /// bullet that the format made.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) items: Vec<(usize, usize, String)>,
    /// Which of the paragraphs are rows of tables, by their 0-based index.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) rows: Vec<usize>,
}

impl<'a> Entry<'a> {
    /// Adds a paragraph.
    fn push(&mut self, text: RichText<'a>) {
        if let Some(item) = text.listed() {
            self.items.push((self.paragraphs.len(), item.depth, item.shown.to_owned()));
        }
        if text.is_row {
            self.rows.push(self.paragraphs.len());
        }
        self.paragraphs.push(text.text);
    }

    /// The same, begun with a paragraph.
    fn with(mut self, first: RichText<'a>) -> Self {
        self.push(first);
        self
    }
}

/// Hands the entries that the pieces make to `take`, one after the other.
pub(super) fn each<'a>(
    pieces: impl Iterator<Item = Piece<'a>>,
    document: &'a Document,
    options: &Options<'_>,
    mut take: impl FnMut(Entry<'a>),
) {
    let addresses = document.outline().addresses();
    let mut point_addresses = None;
    let mut entry: Option<Entry<'a>> = None;
    for piece in pieces {
        let next = match piece {
            Piece::Heading(heading) => {
                let address = addresses.get(heading.id.index()).map(ToString::to_string);
                opened(heading, address.unwrap_or_default(), document, options)
            }
            Piece::Item(item) => {
                // Of a million points the addresses are many, and mostly none are asked for.
                let mut address_of = |id: PointId| {
                    let known =
                        point_addresses.get_or_insert_with(|| document.outline().point_addresses(&addresses));
                    known.get(id.index()).map(ToString::to_string).unwrap_or_default()
                };
                match item.begins {
                    Unheaded::Preamble => preamble().with(item.text),
                    Unheaded::Point(id) => begun((id, address_of(id)), document, options).with(item.text),
                }
            }
            Piece::Paragraph(text) => {
                if let Some(entry) = &mut entry {
                    entry.push(text);
                }
                continue;
            }
            // They come in lines.
            Piece::Table(_) | Piece::Note(_) => continue,
        };
        if let Some(done) = entry.replace(next) {
            take(done);
        }
    }
    if let Some(last) = entry {
        take(last);
    }
}

fn opened<'a>(
    heading: Heading<'a>,
    address: String,
    document: &'a Document,
    options: &Options<'_>,
) -> Entry<'a> {
    let (marker, title) = marker_and_title(document, options, heading.id);
    Entry {
        kind: None,
        address,
        level: heading.level,
        marker,
        title,
        heading: Some(heading.text.text),
        context: heading.context,
        paragraphs: Vec::new(),
        items: Vec::new(),
        rows: Vec::new(),
    }
}

/// The marker of a section, and its title: the reader's name without the marker, else that of the source.
pub(super) fn marker_and_title<'a>(
    document: &'a Document,
    options: &Options<'_>,
    id: SectionId,
) -> (Cow<'a, str>, Cow<'a, str>) {
    let Some(section) = document.outline().get(id) else { return Default::default() };
    let marker = numbered_line(document, options, (id, section.marker));
    let title = match name_of(document, options, id).map(|name| converted(name, options)) {
        None => numbered_line(document, options, (id, section.title)),
        Some(name) => match name.strip_prefix(&*marker).map(|title| title.trim_start_matches(is_blank)) {
            Some(title) if !title.is_empty() => Cow::Owned(title.to_owned()),
            _ => name,
        },
    };
    (marker, title)
}

fn begun<'a>((id, address): (PointId, String), document: &'a Document, options: &Options<'_>) -> Entry<'a> {
    let point = document.outline().point(id);
    let of_point = |range: fn(&Point) -> SourceRange| {
        shown_line(document, options, point.map_or_else(SourceRange::default, range))
    };
    Entry {
        kind: Some("point"),
        address,
        level: point.map_or(0, |point| point.level),
        marker: of_point(|point| point.marker),
        title: of_point(|point| point.title),
        heading: None,
        context: false,
        paragraphs: Vec::new(),
        items: Vec::new(),
        rows: Vec::new(),
    }
}

fn preamble() -> Entry<'static> {
    Entry {
        kind: Some("preamble"),
        address: PREAMBLE.to_owned(),
        level: 1,
        marker: Cow::default(),
        title: Cow::default(),
        heading: None,
        context: false,
        paragraphs: Vec::new(),
        items: Vec::new(),
        rows: Vec::new(),
    }
}
