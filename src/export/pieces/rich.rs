//! A paragraph on one line, with what its format said of its letters.

use std::borrow::Cow;
use std::ops::Range;

use super::super::{Language, Options};
use super::led::Notes;
use super::listed::ListItem;
use crate::block;
use crate::document::Document;
use crate::import::hints::{Image, Target, within};
use crate::script::{MendedText, Replacement};
use crate::text::SourceRange;

/// Addresses that links of an exported file lead to begin with one of these. Others are those of files beside the one
/// that was opened.
const SCHEMES: [&str; 4] = ["http://", "https://", "mailto:", "ftp://"];

/// A paragraph on one line. For an image stands in its text what is said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RichText<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    /// What makes it an item of a list, where it is one.
    pub item: Option<ListItem>,
    /// What is said of parts of it, in bytes, by where they begin; none is empty.
    pub(super) marks: Vec<(Range<usize>, Mark<'a>)>,
    /// It is not the author's: the reading view folds it.
    pub(in crate::export) is_furniture: bool,
    /// It is a row of a table, its cells parted by tabs.
    pub(in crate::export) is_row: bool,
}

/// What is said of a part of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark<'a> {
    Emphasis {
        bold: bool,
        italic: bool,
    },
    Link(&'a str),
    Image(&'a Image),
    Note(usize),
    /// The number or bullet that the format made for it.
    Number,
}

/// A part of a paragraph that looks alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::export) struct Run<'t> {
    pub(in crate::export) text: &'t str,
    pub(in crate::export) bold: bool,
    pub(in crate::export) italic: bool,
    /// The address that it leads to.
    pub(in crate::export) link: Option<&'t str>,
    pub(in crate::export) stands_for: StandsFor<'t>,
}

/// What a part of a paragraph stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::export) enum StandsFor<'t> {
    #[default]
    Itself,
    /// An image: the text is what is said of it.
    Image(&'t Image),
    /// The reference to the footnote of that number.
    Note(usize),
}

impl<'a> From<Cow<'a, str>> for RichText<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self { text, ..Self::default() }
    }
}

impl<'a> From<&'a str> for RichText<'a> {
    fn from(text: &'a str) -> Self {
        Cow::Borrowed(text).into()
    }
}

impl From<String> for RichText<'_> {
    fn from(text: String) -> Self {
        Cow::<str>::Owned(text).into()
    }
}

impl<'a> RichText<'a> {
    /// The same as a heading, which is emphasised as a whole and no item of a list.
    pub(super) fn of_heading(mut self) -> Self {
        self.marks.retain(|(_, mark)| !matches!(mark, Mark::Emphasis { .. }));
        Self { item: None, ..self }
    }

    /// The text without what refers to notes: as a list of contents gives a heading.
    pub(in crate::export) fn without_notes(&self) -> Cow<'_, str> {
        let is_note = |(_, mark): &(Range<usize>, Mark<'a>)| matches!(mark, Mark::Note(_));
        if !self.marks.iter().any(is_note) {
            return Cow::Borrowed(&self.text);
        }
        let runs = self.runs();
        let words = runs.iter().filter(|run| !matches!(run.stands_for, StandsFor::Note(_)));
        Cow::Owned(words.map(|run| run.text).collect())
    }

    /// Its parts that look alike, one after the other.
    pub(in crate::export) fn runs(&self) -> Vec<Run<'_>> {
        let ends = self.marks.iter().flat_map(|(bytes, _)| [bytes.start, bytes.end]);
        let mut cuts: Vec<usize> = ends.chain([0, self.text.len()]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let mut marks = self.marks.iter().peekable();
        // Those that have something of the part.
        let mut open: Vec<&(Range<usize>, Mark<'_>)> = Vec::new();
        let mut runs = Vec::with_capacity(cuts.len());
        for (from, to) in cuts.iter().copied().zip(cuts.iter().copied().skip(1)) {
            open.retain(|(bytes, _)| bytes.end > from);
            while let Some(mark) = marks.next_if(|(bytes, _)| bytes.start <= from) {
                open.push(mark);
            }
            let mut run = Run { text: self.text.get(from..to).unwrap_or_default(), ..Run::default() };
            for (bytes, mark) in &open {
                run.hear(*mark, *bytes == (from..to));
            }
            runs.push(run);
        }
        runs
    }
}

impl<'t> Run<'t> {
    /// Takes what is said of it; `is_all`: and of nothing else.
    fn hear(&mut self, mark: Mark<'t>, is_all: bool) {
        match mark {
            Mark::Emphasis { bold, italic } => {
                self.bold |= bold;
                self.italic |= italic;
            }
            Mark::Link(address) => self.link = Some(address),
            Mark::Image(image) if is_all => self.stands_for = StandsFor::Image(image),
            Mark::Note(number) if is_all => self.stands_for = StandsFor::Note(number),
            Mark::Image(_) | Mark::Note(_) | Mark::Number => {}
        }
    }
}

/// A line of the source that is not converted yet, with what is said of its letters.
#[derive(Debug, Default)]
pub(super) struct Marked<'a> {
    /// It follows the parts that `marks` are of.
    line: MendedText<'a>,
    marks: Vec<Mark<'a>>,
    is_furniture: bool,
    /// How deep the list stands in others that it is an item of.
    depth: Option<u8>,
}

impl<'a> Marked<'a> {
    /// `range` of the source on one line. Where it refers to footnotes is told where there are `notes`.
    pub(super) fn new(
        document: &'a Document,
        options: &Options<'_>,
        range: SourceRange,
        notes: Option<&Notes>,
    ) -> Self {
        let text = document.text();
        let source = range.slice(text);
        let line = match options.presentation {
            Some(presentation) => presentation.mended_text(text, range),
            None => Cow::Borrowed(source).into(),
        };
        let is_furniture = document.hints().furniture_at(range.start).is_some();
        let depth = document.hints().item_at(range.start).map(|(depth, _)| depth);
        let said = said(document, range, notes);
        if said.is_empty() {
            return Self { line: line.on_one_line(), marks: Vec::new(), is_furniture, depth };
        }
        let (places, marks): (Vec<_>, Vec<_>) = said.into_iter().unzip();
        let line = line.following(source, places);
        let language = Language::of(options.script, document.detected());
        let images = line.followed().iter().zip(&marks).filter_map(|(bytes, mark)| match mark {
            Mark::Image(image) => Some((bytes.clone(), Cow::Owned(language.image(image)))),
            _ => None,
        });
        let images: Vec<Replacement<'_>> = images.collect();
        Self { line: line.with(&images).on_one_line(), marks, is_furniture, depth }
    }

    /// Words that stand nowhere in the source.
    pub(super) fn of_words(words: Cow<'a, str>) -> Self {
        Self { line: words.into(), ..Self::default() }
    }

    /// Appends `next`, which follows it in what is shown.
    pub(super) fn append(&mut self, next: Self) {
        self.line.append(next.line);
        self.marks.extend(next.marks);
        self.depth = self.depth.or(next.depth);
    }

    /// The line in the script and with the punctuation that are asked for.
    pub(super) fn shown(self, options: &Options<'_>) -> RichText<'a> {
        let Self { line, marks, is_furniture, depth } = self;
        let item = |mark| depth.map(|depth| ListItem { depth, mark });
        if marks.is_empty() {
            return RichText { item: item(0), is_furniture, ..super::shown(line, options).into() };
        }
        let mut line = in_script(line, options);
        if options.full_width {
            let wide = block::full_width(line.text()).into_iter();
            let wide: Vec<_> = wide.map(|(at, mark)| (at..at + 1, Cow::Owned(mark.to_string()))).collect();
            line = line.with(&wide);
        }
        let mut marks: Vec<_> = line.followed().iter().cloned().zip(marks).collect();
        marks.retain(|(bytes, _)| !bytes.is_empty());
        marks.sort_by_key(|(bytes, _)| bytes.start);
        let number = marks.iter().find(|(bytes, mark)| bytes.start == 0 && *mark == Mark::Number);
        let item = item(number.map_or(0, |(bytes, _)| bytes.end));
        marks.retain(|(_, mark)| *mark != Mark::Number);
        RichText { text: line.into(), item, marks, is_furniture, is_row: false }
    }
}

/// `line` in the script that is asked for, with what it follows.
fn in_script<'a>(line: MendedText<'a>, options: &Options<'_>) -> MendedText<'a> {
    let Some(convert) = options.convert else { return line };
    // Asked in any case: who converts ahead of us counts on each line in its turn.
    let converted = convert(line.text());
    let (shown, places) = match options.presentation {
        Some(presentation) if presentation.converter().is_some() => presentation.show_followed(&line),
        _ => {
            let places = by_character(&line, &converted);
            (converted, places)
        }
    };
    MendedText::from(Cow::Owned(shown)).following("", places)
}

/// Where what `line` follows stands in `converted`, of which nothing more is known: at the characters of the same
/// number where there are as many, else nowhere.
fn by_character(line: &MendedText<'_>, converted: &str) -> Vec<Range<usize>> {
    let ends = |text: &str| text.char_indices().map(|(at, _)| at).chain([text.len()]).collect::<Vec<_>>();
    let (from, to) = (ends(line.text()), ends(converted));
    let place = |at: &usize| from.binary_search(at).ok().and_then(|number| to.get(number)).copied();
    let part = |bytes: &Range<usize>| Some(place(&bytes.start)?..place(&bytes.end)?);
    let alike = from.len() == to.len();
    line.followed().iter().map(|bytes| part(bytes).filter(|_| alike).unwrap_or_default()).collect()
}

/// What the format says of the letters of `range`, in bytes of it.
fn said<'a>(
    document: &'a Document,
    range: SourceRange,
    notes: Option<&Notes>,
) -> Vec<(Range<usize>, Mark<'a>)> {
    let hints = document.hints();
    let number = hints.item_at(range.start).map(|(_, number)| number).filter(|number| !number.is_empty());
    if hints.is_without_marks() && number.is_none() {
        return Vec::new();
    }
    let place = |part: SourceRange| {
        let (start, end) = (part.start.max(range.start), part.end.min(range.end));
        start.get() - range.start.get()..end.get() - range.start.get()
    };
    let emphasis = within(&hints.emphasis, range, |emphasis| emphasis.range).iter();
    let emphasis = emphasis.map(|emphasis| {
        let mark = Mark::Emphasis { bold: emphasis.bold, italic: emphasis.italic };
        (place(emphasis.range), mark)
    });
    let links = within(&hints.links, range, |link| link.range).iter();
    let links = links.filter_map(|link| match &link.target {
        Target::Address(address) if leads_out(address) => Some((place(link.range), Mark::Link(address))),
        Target::Address(_) | Target::Place(_) => None,
    });
    let images = within(&hints.images, range, |image| image.range).iter();
    let images = images.map(|image| (place(image.range), Mark::Image(image)));
    let notes = notes.into_iter().flat_map(|notes| notes.references(document, range));
    let notes = notes.map(|(reference, number)| (place(reference), Mark::Note(number)));
    let number = number.map(|number| (place(number), Mark::Number));
    emphasis.chain(links).chain(images).chain(notes).chain(number).collect()
}

/// Whether an address leads somewhere from wherever it stands.
fn leads_out(address: &str) -> bool {
    let head =
        |scheme: &&str| address.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme));
    SCHEMES.iter().any(head)
}

/// A paragraph in which stars stand around what is bold.
#[cfg(test)]
pub(in crate::export) fn marked(notation: &str) -> RichText<'static> {
    let (mut text, mut marks) = (String::new(), Vec::new());
    for (index, part) in notation.split('*').enumerate() {
        let start = text.len();
        text.push_str(part);
        if index % 2 == 1 {
            marks.push((start..text.len(), Mark::Emphasis { bold: true, italic: false }));
        }
    }
    RichText { marks, ..text.into() }
}
