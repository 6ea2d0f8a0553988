//! What is exported, as a list of headings and paragraphs that every format is made from.

use std::borrow::Cow;
use std::rc::Rc;

use super::parts::{self, Part};
use super::renumber::NewNumber;
use super::{Options, Selection};
use crate::block::{self, Block};
use crate::document::Document;
use crate::outline::{PointId, SectionId, Style};
use crate::script::MendedText;
use crate::text::{SourceRange, is_line_end};

mod led;
mod listed;
mod notes;
mod rich;
mod tables;

use led::Notes;
pub use listed::ListItem;
pub(super) use listed::{Listed, Mark as ListMark};
pub use notes::Note;
use rich::Marked;
pub use rich::RichText;
#[cfg(test)]
pub(super) use rich::marked;
pub(super) use rich::{Run, StandsFor};
pub use tables::{Slot, Table};
pub(super) use tables::{empty_row, in_lines};

/// One paragraph of an exported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A section's heading.
    Heading(Heading<'a>),
    /// The first paragraph of what has no heading.
    Item(Item<'a>),
    /// A paragraph of a section's own text on one line, without indent; never empty.
    Paragraph(RichText<'a>),
    /// A table of an imported file.
    Table(Table<'a>),
    /// A footnote of an imported file; a paragraph before it refers to it.
    Note(Note<'a>),
}

/// A heading of an exported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading<'a> {
    /// The section it heads.
    pub id: SectionId,
    /// Depth in the outline; 1 is the top.
    pub level: u8,
    /// Marker and title on one line, not emphasised: a heading is so as a whole.
    pub text: RichText<'a>,
    /// How its number is written, where it has one.
    pub style: Option<Style>,
    /// Whether the section itself is not chosen and its heading stands here to show where the next one belongs.
    pub context: bool,
    /// Whether the paragraph after it stands behind it in the same paragraph of the source.
    pub runs_in: bool,
}

/// The first paragraph of what has no heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item<'a> {
    /// What begins with it.
    pub begins: Unheaded,
    /// Its text, a point's with its marker, on one line and without indent.
    pub text: RichText<'a>,
}

/// What is exported without a heading of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unheaded {
    /// What stands before the first section.
    Preamble,
    /// A point that is exported apart from its section.
    Point(PointId),
}

/// The headings and paragraphs of the chosen sections and points, in document order, converted as they are asked
/// for.
///
/// Costs one pass over the outline and the chosen text. Ends early where [`Options::watch`] breaks.
pub fn pieces<'a>(
    document: &'a Document,
    selection: &'a Selection,
    options: &'a Options<'a>,
) -> impl Iterator<Item = Piece<'a>> {
    let text = document.text();
    let notes = Rc::new(Notes::of(document));
    parts::headed(document, selection, (options.with_path, options.within))
        .flat_map(move |(part, path)| {
            let texts = texts(document, selection, part);
            let first = texts.first().and_then(|(_, ranges)| ranges.first().copied());
            let headings = path.into_iter().map(move |above| (above, part != Part::Whole(Some(above))));
            let of_headings = Rc::clone(&notes);
            let headings = headings.filter_map(move |(id, context)| {
                let notes = (!context).then_some(&*of_headings);
                heading((document, options), (id, context), first, notes)
            });
            let ranges: Vec<_> = texts.iter().flat_map(|(_, ranges)| ranges).copied().collect();
            let end = ranges.last().map_or(0, |range| range.end.get());
            let led = (heading_of(document, part), ranges);
            let (of_part, notes) = (Rc::clone(&notes), Rc::clone(&notes));
            let behind = move || notes::behind(&of_part, (document, options), (led.0, &led.1));
            let behind = std::iter::once_with(behind).flatten();
            headings
                .chain(contents(document, options, texts, notes))
                .chain(behind.map(move |piece| (end, piece)))
        })
        .map_while(move |(offset, piece)| {
            let go_on = options.watch.is_none_or(|watch| watch(offset, text.len()).is_continue());
            go_on.then_some(piece)
        })
}

/// What one part holds of the source, and what begins with it where that has no heading.
type Texts = Vec<(Option<Unheaded>, Vec<SourceRange>)>;

/// What the part holds.
fn texts(document: &Document, selection: &Selection, part: Part) -> Texts {
    match part {
        Part::Whole(section) => {
            let begins = section.is_none().then_some(Unheaded::Preamble);
            vec![(begins, parts::own_text(document, selection, section))]
        }
        Part::Points(section) => {
            let points = parts::points(document.outline(), selection, section);
            points.into_iter().map(|(id, ranges)| (Some(Unheaded::Point(id)), ranges)).collect()
        }
    }
}

/// Heading of the chosen section that the part is, to its last stop, and whether it is given as it is written.
fn heading_of(document: &Document, part: Part) -> Option<(SourceRange, bool)> {
    match part {
        Part::Whole(Some(id)) => {
            let (outline, text) = (document.outline(), document.text());
            outline.get(id).map(|section| (section.written(text), outline.name(id).is_none()))
        }
        Part::Whole(None) | Part::Points(_) => None,
    }
}

/// The paragraphs of `texts`, each with where it ends in the source; without `notes` that go out elsewhere.
fn contents<'a>(
    document: &'a Document,
    options: &'a Options<'a>,
    texts: Texts,
    notes: Rc<Notes>,
) -> impl Iterator<Item = (usize, Piece<'a>)> {
    texts.into_iter().flat_map(move |(begins, ranges)| {
        let mut begins = begins;
        let ranges = notes.left(ranges);
        paragraphs(document, options, ranges, Some(Rc::clone(&notes)))
            .map(move |(end, paragraph)| (end, piece(paragraph, begins.take(), options)))
    })
}

/// The piece that a paragraph is, with what `begins` with it.
fn piece<'a>(paragraph: Paragraph<'a>, begins: Option<Unheaded>, options: &Options<'_>) -> Piece<'a> {
    match (paragraph, begins) {
        (Paragraph::Table(table), begins) => Piece::Table(Table { begins, ..table }),
        (Paragraph::Line(line), None) => Piece::Paragraph(line.shown(options)),
        (Paragraph::Line(line), Some(begins)) => Piece::Item(Item { begins, text: line.shown(options) }),
    }
}

/// The heading of a section with where it ends in the source; `first` is what comes next of its text. With `notes` it refers
/// to footnotes.
fn heading<'a>(
    (document, options): (&'a Document, &Options<'_>),
    (id, context): (SectionId, bool),
    first: Option<SourceRange>,
    notes: Option<&Notes>,
) -> Option<(usize, Piece<'a>)> {
    let (outline, text) = (document.outline(), document.text());
    let section = outline.get(id)?;
    // What is chosen is given to the last stop; what only shows the way is a title.
    let range = if context { section.heading(text) } else { section.written(text) };
    let runs_in = !context && first.is_some_and(|first| is_on_one_line(text, range, first.trimmed(text)));
    let style = outline.style(id, text);
    let text = named(document, options, (id, range), notes).of_heading();
    let heading = Heading { id, level: section.level, text, style, context, runs_in };
    Some((range.end.get(), Piece::Heading(heading)))
}

/// Whether `next`, which is not before it, goes on in the line of `range`.
fn is_on_one_line(text: &str, range: SourceRange, next: SourceRange) -> bool {
    let gap = SourceRange { start: range.end, end: next.start.max(range.end) };
    !next.is_empty() && !gap.slice(text).contains(is_line_end)
}

/// What stands in a text: a line that is not converted yet, or a table that is.
enum Paragraph<'a> {
    Line(Marked<'a>),
    Table(Table<'a>),
}

/// The paragraphs of `ranges`, which ascend, each with where it ends in the source. Blocks that go on with one
/// another, because the text is hard-wrapped or because the paragraph is too long for the screen, are one paragraph
/// again; so is what is left of a paragraph that something was left out of. With `notes` they refer to footnotes.
fn paragraphs<'a>(
    document: &'a Document,
    options: &'a Options<'a>,
    ranges: Vec<SourceRange>,
    notes: Option<Rc<Notes>>,
) -> impl Iterator<Item = (usize, Paragraph<'a>)> {
    let text = document.text();
    let mut blocks = ranges.clone().into_iter().flat_map(|range| blocks(document, range)).peekable();
    std::iter::from_fn(move || {
        let (first, paragraph) = blocks.next()?;
        let hint = tables::table_at(document, &ranges, paragraph.start);
        if let Some(table) = hint.and_then(|hint| tables::table(document, options, hint, notes.as_deref())) {
            let end = hint.map_or(paragraph.end, |hint| hint.range.end);
            while blocks.next_if(|(_, range)| range.start < end).is_some() {}
            return Some((end.get(), Paragraph::Table(table)));
        }
        let (mut index, mut part, mut done) = (first, paragraph, Marked::default());
        while let Some((next, range)) = blocks.next_if(|(next, _)| is_one(document.blocks(), index, *next)) {
            let gap = SourceRange { start: part.end, end: range.start };
            // Where nothing is left out between them, the parts are joined as they stand, with a line end or not.
            if gap.trimmed(text).is_empty() {
                part.end = range.end;
            } else {
                done.append(Marked::new(document, options, part, notes.as_deref()));
                part = range;
            }
            index = next;
        }
        let end = part.end.get();
        done.append(Marked::new(document, options, part, notes.as_deref()));
        Some((end, Paragraph::Line(done)))
    })
}

/// Whether the blocks at 0-based `index` and `next`, which is not before it, are of one paragraph.
fn is_one(blocks: &[Block], index: usize, next: usize) -> bool {
    let between = blocks.get(index + 1..=next).unwrap_or_default();
    between.iter().all(|block| block.continues())
}

/// What of `range` lies in blocks, each with the block's 0-based index.
fn blocks(document: &Document, range: SourceRange) -> impl Iterator<Item = (usize, SourceRange)> {
    let blocks = document.blocks();
    let first = blocks.partition_point(|block| block.range().end <= range.start);
    let text = document.text();
    (first..blocks.len())
        .map_while(move |index| blocks.get(index).filter(|b| b.range().start < range.end).map(|b| (index, b)))
        .map(move |(index, block)| {
            let start = block.range().start.max(range.start);
            let inside = SourceRange { start, end: block.range().end.min(range.end) };
            (index, inside.trimmed(text))
        })
        .filter(|(_, inside)| !inside.is_empty())
}

/// `line` in the script and with the punctuation that are asked for.
fn shown<'a>(line: MendedText<'a>, options: &Options<'_>) -> Cow<'a, str> {
    let shown = in_script(line, options);
    if options.full_width { Cow::Owned(block::with_full_width(&shown)) } else { shown }
}

/// `line` in the script that is asked for.
fn in_script<'a>(line: MendedText<'a>, options: &Options<'_>) -> Cow<'a, str> {
    let Some(convert) = options.convert else { return line.into() };
    // Asked in any case: who converts ahead of us counts on each line in its turn.
    let converted = convert(line.text());
    match options.presentation {
        Some(presentation) if line.has_readings() => presentation.show(line),
        _ => Cow::Owned(converted),
    }
}

/// `range` of the source on one line, in the script that is asked for.
pub(super) fn shown_line<'a>(
    document: &'a Document,
    options: &Options<'_>,
    range: SourceRange,
) -> Cow<'a, str> {
    Marked::new(document, options, range, None).shown(options).text
}

/// Words that stand nowhere in the source, in the script that is asked for.
pub(super) fn converted<'a>(text: Cow<'a, str>, options: &Options<'_>) -> Cow<'a, str> {
    shown(text.into(), options)
}

/// The reader's name for section `id`, else its heading `range`, in the script that is asked for and with the number
/// that it is given.
pub(super) fn named_or<'a>(
    document: &'a Document,
    options: &Options<'_>,
    id: SectionId,
    range: SourceRange,
) -> Cow<'a, str> {
    named(document, options, (id, range), None).text
}

/// The same with what is said of its letters; with `notes` it refers to footnotes.
fn named<'a>(
    document: &'a Document,
    options: &Options<'_>,
    (id, range): (SectionId, SourceRange),
    notes: Option<&Notes>,
) -> RichText<'a> {
    match name_of(document, options, id) {
        Some(name) => converted(name, options).into(),
        None => numbered(document, options, (id, range), notes),
    }
}

/// The reader's name for section `id`, with the number that it is given.
pub(super) fn name_of<'a>(
    document: &'a Document,
    options: &Options<'_>,
    id: SectionId,
) -> Option<Cow<'a, str>> {
    let name = document.outline().name(id)?;
    let new = new_number(options, id).and_then(|new| new.name.as_deref());
    Some(new.map_or(Cow::Borrowed(name), |new| Cow::Owned(new.to_owned())))
}

/// `range` of the heading of section `id` on one line, in the script that is asked for and with the number that it is given.
pub(super) fn numbered_line<'a>(
    document: &'a Document,
    options: &Options<'_>,
    (id, range): (SectionId, SourceRange),
) -> Cow<'a, str> {
    numbered(document, options, (id, range), None).text
}

/// The same with what is said of its letters; with `notes` it refers to footnotes.
fn numbered<'a>(
    document: &'a Document,
    options: &Options<'_>,
    (id, range): (SectionId, SourceRange),
    notes: Option<&Notes>,
) -> RichText<'a> {
    let part = |range| Marked::new(document, options, range, notes);
    let new = new_number(options, id)
        .filter(|new| range.start <= new.place.start && new.place.end <= range.end && !new.place.is_empty());
    let Some(NewNumber { place, text, .. }) = new else { return part(range).shown(options) };
    let mut whole = part(SourceRange { end: place.start, ..range });
    whole.append(Marked::of_words(Cow::Owned(text.to_string())));
    whole.append(part(SourceRange { start: place.end, ..range }));
    whole.shown(options)
}

/// The number that section `id` is given in the place of its own.
fn new_number<'a>(options: &Options<'a>, id: SectionId) -> Option<&'a NewNumber> {
    options.renumbering?.get(id)
}
