//! JSON: the chosen sections and points as data, one a line.
//!
//! ```json
//! {"title":"報告","language":"zh-Hans","sections":[
//! {"address":"3.2","level":2,"marker":"二、","title":"加強領導","heading":"二、加強領導","paragraphs":["…"]},
//! {"kind":"point","address":"4#2","level":2,"marker":"二是","title":"建好水渠","paragraphs":["二是建好水渠。"]},
//! {"kind":"preamble","address":"0","level":1,"marker":"","title":"","paragraphs":["報告","各位同志："]}
//! ]}
//! ```
//!
//! `address` is what `gangmu export --sections` accepts. `level` is the depth, 1 for the top; that of a point is
//! deeper than its section's. `context` is true for a section that is not chosen itself and stands for the path to what
//! follows. `heading` is given to its last stop, `title` without. `kind` is given for what has no heading: points that
//! are chosen apart from their section, whose marker and title begin their first paragraph, and `preamble`, what stands
//! before the first section and so comes first.

use std::borrow::Cow;

use serde::Serialize;

use super::list::PREAMBLE;
use super::pieces::{Unheaded, converted, shown_line};
use super::{Heading, Language, Options, Piece};
use crate::document::Document;
use crate::outline::{Point, PointId};
use crate::text::SourceRange;

/// A section as data.
#[derive(Serialize)]
struct Entry<'a> {
    /// `point` or `preamble`; not given for a section.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    address: String,
    level: u8,
    marker: Cow<'a, str>,
    title: Cow<'a, str>,
    /// Not given for what has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    heading: Option<Cow<'a, str>>,
    /// Given only where it is true: the section is not chosen, only something below it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    context: bool,
    paragraphs: Vec<Cow<'a, str>>,
}

/// The pieces as one JSON object.
pub(super) fn render<'a>(
    pieces: impl Iterator<Item = Piece<'a>>,
    document: &'a Document,
    options: &Options<'_>,
    language: Language,
) -> Vec<u8> {
    let addresses = document.outline().addresses();
    let mut point_addresses = None;
    let mut out = b"{\"title\":".to_vec();
    push(&mut out, &options.title);
    out.extend_from_slice(b",\"language\":");
    push(&mut out, &language.tag());
    out.extend_from_slice(b",\"sections\":[");
    let mut entry: Option<Entry<'a>> = None;
    let mut separator: &[u8] = b"\n";
    let mut finish = |entry: Option<Entry<'a>>| {
        if let Some(entry) = entry {
            out.extend_from_slice(std::mem::replace(&mut separator, b",\n"));
            push(&mut out, &entry);
        }
    };
    for piece in pieces {
        match piece {
            Piece::Heading(heading) => {
                let address = addresses.get(heading.id.index()).map(ToString::to_string);
                let next = opened(heading, address.unwrap_or_default(), document, options);
                finish(entry.replace(next));
            }
            Piece::Item(item) => {
                // Of a million points the addresses are many, and mostly none are asked for.
                let mut address_of = |id: PointId| {
                    let known =
                        point_addresses.get_or_insert_with(|| document.outline().point_addresses(&addresses));
                    known.get(id.index()).map(ToString::to_string).unwrap_or_default()
                };
                let next = match item.begins {
                    Unheaded::Preamble => preamble(item.text),
                    Unheaded::Point(id) => begun((id, address_of(id)), item.text, document, options),
                };
                finish(entry.replace(next));
            }
            Piece::Paragraph(text) => {
                if let Some(entry) = &mut entry {
                    entry.paragraphs.push(text);
                }
            }
        }
    }
    finish(entry);
    out.extend_from_slice(b"\n]}\n");
    out
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

/// Appends `value`; writing strings and numbers to memory has no way to fail.
fn push(out: &mut Vec<u8>, value: &impl Serialize) {
    let written = serde_json::to_writer(out, value);
    debug_assert!(written.is_ok(), "{written:?}");
}
