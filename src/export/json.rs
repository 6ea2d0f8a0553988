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
//! before the first section and so comes first. `items` is given where paragraphs are items of lists: which (0-based), how
//! deep the list stands in others, and the number or bullet that the format made: `[[2,0,"1. "]]`. `rows` is given where
//! paragraphs are rows of tables, which have tabs between their cells: which (0-based).

use serde::Serialize;

use super::{Language, Options, Piece, entries};
use crate::document::Document;

/// The pieces as one JSON object.
pub(super) fn render<'a>(
    pieces: impl Iterator<Item = Piece<'a>>,
    document: &'a Document,
    options: &Options<'_>,
    language: Language,
) -> Vec<u8> {
    let mut out = b"{\"title\":".to_vec();
    push(&mut out, &options.title);
    out.extend_from_slice(b",\"language\":");
    push(&mut out, &language.tag());
    out.extend_from_slice(b",\"sections\":[");
    let mut separator: &[u8] = b"\n";
    entries::each(pieces, document, options, |entry| {
        out.extend_from_slice(std::mem::replace(&mut separator, b",\n"));
        push(&mut out, &entry);
    });
    out.extend_from_slice(b"\n]}\n");
    out
}

/// Appends `value`; writing strings and numbers to memory has no way to fail.
fn push(out: &mut Vec<u8>, value: &impl Serialize) {
    let written = serde_json::to_writer(out, value);
    debug_assert!(written.is_ok(), "{written:?}");
}
