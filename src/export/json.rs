//! JSON: the chosen sections as data, one section a line.

use std::borrow::Cow;

use serde::Serialize;

use super::pieces::converted;
use super::{Heading, Language, Options, Piece};
use crate::block;
use crate::document::Document;

/// A section as data.
#[derive(Serialize)]
struct Entry<'a> {
    address: String,
    level: u8,
    marker: Cow<'a, str>,
    title: Cow<'a, str>,
    heading: Cow<'a, str>,
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
    let marker = section.map_or("", |section| section.marker.slice(text));
    let title = document.outline().shown_title(heading.id, text);
    Entry {
        address,
        level: heading.level,
        marker: converted(block::joined(marker), options),
        title: converted(title, options),
        heading: heading.text,
        context: heading.context,
        paragraphs: Vec::new(),
    }
}

/// Appends `value`; writing strings and numbers to memory has no way to fail.
fn push(out: &mut Vec<u8>, value: &impl Serialize) {
    let written = serde_json::to_writer(out, value);
    debug_assert!(written.is_ok(), "{written:?}");
}
