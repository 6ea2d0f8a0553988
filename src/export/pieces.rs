//! What is exported, as a list of headings and paragraphs that every format is made from.

use std::borrow::Cow;

use super::{Options, Selection};
use crate::document::Document;
use crate::outline::SectionId;
use crate::text::{SourceRange, is_blank};

/// One paragraph of an exported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A section's heading.
    Heading(Heading<'a>),
    /// A line of a section's own text, without indent and line end; never empty.
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
    let text = converted(one_line(range.slice(document.text())), options);
    Some((range.end.get(), Piece::Heading(Heading { id, level: section.level, text, context })))
}

/// The lines of `range` that are not blank, each with where it ends in the source.
fn paragraphs<'a>(
    document: &'a Document,
    options: &Options<'_>,
    range: SourceRange,
) -> impl Iterator<Item = (usize, Piece<'a>)> {
    let mut end = range.start.get();
    let lines = range.slice(document.text()).split_inclusive(['\n', '\r']);
    lines.filter_map(move |line| {
        end += line.len();
        let paragraph = line.trim_matches(is_blank);
        (!paragraph.is_empty()).then(|| (end, Piece::Paragraph(converted(Cow::Borrowed(paragraph), options))))
    })
}

/// `text` without its line breaks and the blanks around them.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains(['\n', '\r']) {
        Cow::Owned(text.split(['\n', '\r']).map(|part| part.trim_matches(is_blank)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// `text` in the script that is asked for.
pub(super) fn converted<'a>(text: Cow<'a, str>, options: &Options<'_>) -> Cow<'a, str> {
    match options.convert {
        Some(convert) => Cow::Owned(convert(&text)),
        None => text,
    }
}
