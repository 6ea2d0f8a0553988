//! What is exported, as a list of headings and paragraphs that every format is made from.

use std::borrow::Cow;

use super::{Options, Selection};
use crate::block::{self, Block};
use crate::document::Document;
use crate::outline::SectionId;
use crate::text::SourceRange;

/// One paragraph of an exported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A section's heading.
    Heading(Heading<'a>),
    /// A paragraph of a section's own text on one line, without indent; never empty.
    Paragraph(Cow<'a, str>),
}

/// A heading of an exported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading<'a> {
    /// The section it heads.
    pub id: SectionId,
    /// Depth in the outline; 1 is the top.
    pub level: u8,
    /// Marker and title on one line.
    pub text: Cow<'a, str>,
    /// Whether the section itself is not chosen and its heading stands here to show where the next one belongs.
    pub context: bool,
}

/// The headings and paragraphs of the chosen sections, in document order, converted as they are asked for.
///
/// Costs one pass over the outline and the chosen text. Ends early where [`Options::watch`] breaks.
pub fn pieces<'a>(
    document: &'a Document,
    selection: &'a Selection,
    options: &'a Options<'a>,
) -> impl Iterator<Item = Piece<'a>> {
    let ids = selection.ids_in(options.within.map_or(0..usize::MAX, |id| selection.subtree(id)));
    let mut given: Option<SectionId> = None;
    let text = document.text();
    ids.flat_map(move |id| {
        let path = if options.with_path { above(document, id, given) } else { Vec::new() };
        given = Some(id);
        let headings = path.into_iter().map(|id| (id, true)).chain([(id, false)]);
        let headings = headings.filter_map(move |(id, context)| heading(document, options, id, context));
        headings.chain(paragraphs(document, options, document.outline().own_text(id)))
    })
    .map_while(move |(offset, piece)| {
        let go_on = options.watch.is_none_or(|watch| watch(offset, text.len()).is_continue());
        go_on.then_some(piece)
    })
}

/// The sections above `id`, the highest first, that do not also stand above what was `given` before or are it.
fn above(document: &Document, id: SectionId, given: Option<SectionId>) -> Vec<SectionId> {
    // What stands above `id` and begins before what was given last stands above that too.
    let mut path: Vec<_> = document
        .outline()
        .ancestors(id)
        .take_while(|above| given.is_none_or(|given| *above > given))
        .collect();
    path.reverse();
    path
}

/// The heading of a section with where it ends in the source.
fn heading<'a>(
    document: &'a Document,
    options: &Options<'_>,
    id: SectionId,
    context: bool,
) -> Option<(usize, Piece<'a>)> {
    let section = document.outline().get(id)?;
    let range = section.heading(document.text());
    let text = converted(document.outline().shown_heading(id, document.text()), options);
    Some((range.end.get(), Piece::Heading(Heading { id, level: section.level, text, context })))
}

/// The paragraphs of `range`, each with where it ends in the source. Blocks that go on with one another, because
/// the text is hard-wrapped or because the paragraph is too long for the screen, are one paragraph again.
fn paragraphs<'a>(
    document: &'a Document,
    options: &'a Options<'a>,
    range: SourceRange,
) -> impl Iterator<Item = (usize, Piece<'a>)> {
    let text = document.text();
    let mut blocks = blocks(document, range).peekable();
    std::iter::from_fn(move || {
        let mut paragraph = blocks.next()?.range;
        while let Some(next) = blocks.next_if(|block| block.continues) {
            paragraph.end = next.range.end;
        }
        let line = block::joined(paragraph.slice(text));
        Some((paragraph.end.get(), Piece::Paragraph(converted(line, options))))
    })
}

/// The blocks of `range`; what sticks out is cut off.
fn blocks(document: &Document, range: SourceRange) -> impl Iterator<Item = Block> {
    let first = document.blocks().partition_point(|block| block.range.end <= range.start);
    let blocks = document.blocks().iter().skip(first).take_while(move |block| block.range.start < range.end);
    blocks
        .map(move |block| {
            let start = block.range.start.max(range.start);
            let inside = SourceRange { start, end: block.range.end.min(range.end) };
            Block { range: inside.trimmed(document.text()), ..*block }
        })
        .filter(|block| !block.range.is_empty())
}

/// `text` in the script that is asked for.
pub(super) fn converted<'a>(text: Cow<'a, str>, options: &Options<'_>) -> Cow<'a, str> {
    match options.convert {
        Some(convert) => Cow::Owned(convert(&text)),
        None => text,
    }
}
