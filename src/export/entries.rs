//! Sections, points and what stands before the first section as data: what JSON and tables are made of.

use std::borrow::Cow;

use serde::Serialize;

use super::list::PREAMBLE;
use super::pieces::{Unheaded, converted, shown_line};
use super::{Heading, Options, Piece};
use crate::document::Document;
use crate::outline::{Point, PointId};
use crate::text::SourceRange;

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
                    Unheaded::Preamble => preamble(item.text.text),
                    Unheaded::Point(id) => begun((id, address_of(id)), item.text.text, document, options),
                }
            }
            Piece::Paragraph(text) => {
                if let Some(entry) = &mut entry {
                    entry.paragraphs.push(text.text);
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
    let text = document.text();
    let section = document.outline().get(heading.id);
    let marker = section.map_or_else(SourceRange::default, |section| section.marker);
    let title = match (document.outline().name(heading.id), section) {
        (None, Some(section)) => shown_line(document, options, section.title),
        _ => converted(document.outline().shown_title(heading.id, text), options),
    };
    Entry {
        kind: None,
        address,
        level: heading.level,
        marker: shown_line(document, options, marker),
        title,
        heading: Some(heading.text),
        context: heading.context,
        paragraphs: Vec::new(),
    }
}

fn begun<'a>(
    (id, address): (PointId, String),
    first: Cow<'a, str>,
    document: &'a Document,
    options: &Options<'_>,
) -> Entry<'a> {
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
        paragraphs: vec![first],
    }
}

fn preamble(first: Cow<'_, str>) -> Entry<'_> {
    Entry {
        kind: Some("preamble"),
        address: PREAMBLE.to_owned(),
        level: 1,
        marker: Cow::default(),
        title: Cow::default(),
        heading: None,
        context: false,
        paragraphs: vec![first],
    }
}
