//! The outline: the numbered sections of a document, inferred from its text.
//!
//! It is parsing, not matching: candidates for headings are found, one reading of them all that explains the
//! numbering best is chosen, lists are told from headings, and each heading's end is found. Inference cannot fail;
//! doubt is data ([`Section::confidence`], [`Evidence`]).
//!
//! In the order of the data's way: `format` is what the format says of the lines, `numeral` and `marker` read a number
//! at one place, `scan` and `inline` find them all, `settle` sees what they tell of each other, `contents` drops what is
//! repeated, `reading` makes one reading of them: `sequence` reads them as a tree and `group` drops lists, `emphasis`
//! finds headings where there are no others; `title` finds where headings end, `points` reads what is left inside
//! paragraphs, `point` tells what a point holds and where it hangs, and [`infer()`] puts it together.

use std::borrow::Cow;
use std::fmt;

use crate::block::joined;
use crate::text::{SourceOffset, SourceRange, is_blank};

mod added;
mod alone;
mod appendix;
mod candidate;
mod chained;
mod cited;
mod coined;
mod columns;
mod contents;
mod court;
mod doubt;
pub mod edit;
mod emphasis;
mod evidence;
mod excerpt;
mod expected;
pub mod fit;
mod folios;
mod format;
mod formula;
mod glued;
mod glyph;
mod group;
mod hashes;
mod heading;
mod infer;
mod inline;
mod known;
mod links;
mod lost;
mod marker;
mod misnumbered;
mod nested;
mod number;
mod numeral;
mod parted;
mod point;
mod points;
mod prefixed;
mod reading;
mod row;
pub mod rules;
mod scan;
mod sequence;
mod settle;
mod source;
mod started;
mod stems;
mod stop;
mod style;
mod sureness;
mod title;
mod turn;
mod unmarked;
mod weights;

pub use evidence::{Diagnosis, Evidence};
pub use infer::{infer, infer_watched};
pub use links::links;
pub use number::Number;
pub use point::{NoPointAddress, Point, PointAddress, PointId};
pub use style::Style;

/// Which section of an [`Outline`]: its 0-based index in document order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionId(u32);

impl SectionId {
    /// The section at 0-based `index` in document order.
    pub fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// 0-based index in document order.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Address of a section: the 1-based positions on the way down to it; `3.2` is the second child of the third
/// top-level section.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Vec<u32>);

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (depth, position) in self.0.iter().enumerate() {
            if depth > 0 {
                f.write_str(".")?;
            }
            write!(f, "{position}")?;
        }
        Ok(())
    }
}

impl std::str::FromStr for Address {
    type Err = std::num::ParseIntError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        s.trim().split('.').map(str::parse).collect::<Result<_, _>>().map(Self)
    }
}

/// A numbered heading with all that stands under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Depth in the tree; 1 is the top.
    pub level: u8,
    /// The section that this one stands under.
    pub parent: Option<SectionId>,
    /// The number as written, with its punctuation: `一、`, `(一)`, `篇3`.
    pub marker: SourceRange,
    /// The title without the marker; for a part numbered at the end of its line, the whole line.
    pub title: SourceRange,
    /// Where the heading ends and the section's own text begins.
    pub body: SourceOffset,
    /// From the first character of the heading to where the next section that is not below this one begins.
    pub span: SourceRange,
    /// How sure the inference is that this is a heading, 0 to 1.
    pub confidence: f32,
}

impl Section {
    /// The heading: marker and title together, without closing stop and blanks.
    pub fn heading(&self, text: &str) -> SourceRange {
        let start = self.span.start;
        SourceRange { start, end: self.marker.end.max(self.title.end) }.trimmed(text)
    }

    /// The heading as it is written: with the stop behind its title, up to where the body begins, without closing
    /// blanks. What stands behind it is the section's text: nothing falls between.
    pub fn written(&self, text: &str) -> SourceRange {
        SourceRange { start: self.span.start, end: self.body.max(self.marker.end.max(self.title.end)) }
            .trimmed(text)
    }

    /// The heading as an outline shows it: without the hashes that mark it, and without a title it is the number and how
    /// the text begins, 第一條 本辦法….
    pub fn shown(&self, text: &str) -> SourceRange {
        let heading = self.heading(text);
        let words = heading.slice(text).trim_start_matches('#').trim_start_matches(is_blank);
        let heading = match words.len() {
            0 => heading,
            length => SourceRange { start: SourceOffset::new(heading.end.get() - length), ..heading },
        };
        let line = SourceRange { start: self.body, end: self.span.end }
            .slice(text)
            .lines()
            .next()
            .unwrap_or_default();
        let gap = SourceRange { start: heading.end, end: self.body }.slice(text);
        if !self.title.is_empty() || gap.contains('\n') || line.is_empty() {
            return heading;
        }
        let end = self.body.get() + title::beginning(line);
        SourceRange { start: heading.start, end: SourceOffset::new(end) }.trimmed(text)
    }

    /// The title on one line: line breaks within a wrapped title are dropped.
    pub fn title_text<'a>(&self, text: &'a str) -> Cow<'a, str> {
        joined(self.title.slice(text))
    }
}

/// All sections of a document in document order; parents before their children.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    sections: Vec<Section>,
    /// For each section the 0-based index after the last that stands below it.
    ends: Vec<u32>,
    /// For each section what it rests on, if it was inferred.
    evidence: Vec<Option<Evidence>>,
    points: Vec<Point>,
    names: edit::Names,
    given_up: bool,
}

impl Outline {
    /// The outline of `sections`, which stand in document order with each `parent` before its children.
    pub fn new(sections: Vec<Section>) -> Self {
        let ends = subtree_ends(&sections);
        Self { sections, ends, ..Self::default() }
    }

    /// The outline of a text that has more numbers than one is made of: none.
    fn given_up() -> Self {
        Self { given_up: true, ..Self::default() }
    }

    /// Whether the text has more numbers than an outline is made of, so that none was inferred.
    pub const fn is_given_up(&self) -> bool {
        self.given_up
    }

    /// The same outline with what each section rests on, in document order.
    #[must_use]
    pub fn with_evidence(self, evidence: Vec<Evidence>) -> Self {
        Self { evidence: evidence.into_iter().map(Some).collect(), ..self }
    }

    /// What the section rests on; `None` for one that was not inferred.
    pub fn evidence(&self, id: SectionId) -> Option<&Evidence> {
        self.evidence.get(id.index())?.as_ref()
    }

    /// How the number of section `id` is written in the `text`; `None` where it has none. What was not inferred is read
    /// by itself.
    pub fn style(&self, id: SectionId, text: &str) -> Option<Style> {
        let read = || marker::read(self.get(id)?.heading(text).slice(text)).map(|marker| marker.style);
        self.evidence(id).map(|evidence| evidence.style).or_else(read)
    }

    /// The same outline with the points that stand inside its paragraphs, in document order.
    #[must_use]
    pub fn with_points(self, points: Vec<Point>) -> Self {
        Self { points, ..self }
    }

    /// All points in document order.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// All sections in document order.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The section of that id, if the outline has it.
    pub fn get(&self, id: SectionId) -> Option<&Section> {
        self.sections.get(id.index())
    }

    /// The name that the reader gave section `id`; `None`: it is shown as in the source.
    pub fn name(&self, id: SectionId) -> Option<&str> {
        let start = self.get(id)?.span.start;
        let found = self.names.binary_search_by_key(&start, |(at, _)| *at).ok()?;
        self.names.get(found).map(|(_, name)| &**name)
    }

    /// The heading of section `id` as it is shown, on one line: the reader's name for it, else marker and title.
    pub fn shown_heading<'a>(&'a self, id: SectionId, text: &'a str) -> Cow<'a, str> {
        match (self.name(id), self.get(id)) {
            (Some(name), _) => Cow::Borrowed(name),
            (None, Some(section)) => crate::block::joined(section.shown(text).slice(text)),
            (None, None) => Cow::Borrowed(""),
        }
    }

    /// The title of section `id` as it is shown: the reader's name without the marker, else as in the source.
    pub fn shown_title<'a>(&'a self, id: SectionId, text: &'a str) -> Cow<'a, str> {
        match (self.name(id), self.get(id)) {
            (Some(name), Some(section)) => {
                let rest = name.strip_prefix(section.marker.slice(text)).unwrap_or(name);
                Cow::Borrowed(if rest.is_empty() { name } else { rest.trim_start_matches(is_blank) })
            }
            (None, Some(section)) => section.title_text(text),
            (_, None) => Cow::Borrowed(""),
        }
    }

    /// All ids in document order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = SectionId> + use<> {
        (0..self.sections.len()).map(SectionId::new)
    }

    /// The innermost section whose span holds `offset`; `None` before the first heading.
    pub fn section_at(&self, offset: SourceOffset) -> Option<SectionId> {
        let after = self.sections.partition_point(|section| section.span.start <= offset);
        let id = SectionId::new(after.checked_sub(1)?);
        std::iter::once(id).chain(self.ancestors(id)).find(|id| self.span_of(*id).contains(offset))
    }

    /// The sections above `id`, nearest first.
    pub fn ancestors(&self, id: SectionId) -> impl Iterator<Item = SectionId> + '_ {
        std::iter::successors(self.get(id).and_then(|s| s.parent), |id| self.get(*id).and_then(|s| s.parent))
    }

    /// `id` and everything below it, as a range of 0-based indices.
    pub fn subtree(&self, id: SectionId) -> std::ops::Range<usize> {
        let start = id.index().min(self.sections.len());
        let end = self.ends.get(start).map_or(start, |end| *end as usize);
        start..end
    }

    /// Whether anything stands below `id`.
    pub fn has_children(&self, id: SectionId) -> bool {
        self.sections.get(id.index() + 1).is_some_and(|next| next.parent == Some(id))
    }

    /// The section's own text: from the end of its heading to its first child or its end.
    pub fn own_text(&self, id: SectionId) -> SourceRange {
        let Some(section) = self.get(id) else { return SourceRange::default() };
        let end = match self.sections.get(id.index() + 1) {
            Some(next) if next.parent == Some(id) => next.span.start,
            _ => section.span.end,
        };
        SourceRange { start: section.body.min(end), end }
    }

    /// The address of every section, in document order.
    pub fn addresses(&self) -> Vec<Address> {
        let mut path: Vec<u32> = Vec::new();
        let mut depths: Vec<usize> = Vec::with_capacity(self.sections.len());
        let mut addresses = Vec::with_capacity(self.sections.len());
        for section in &self.sections {
            let depth = section.parent.map_or(0, |parent| depths.get(parent.index()).map_or(0, |d| d + 1));
            depths.push(depth);
            path.truncate(depth + 1);
            match path.get_mut(depth) {
                Some(position) => *position += 1,
                None => path.push(1),
            }
            addresses.push(Address(path.clone()));
        }
        addresses
    }

    fn span_of(&self, id: SectionId) -> SourceRange {
        self.get(id).map_or_else(SourceRange::default, |section| section.span)
    }
}

/// For each section the 0-based index after the last that stands below it.
fn subtree_ends(sections: &[Section]) -> Vec<u32> {
    let count = SectionId::new(sections.len()).0;
    let mut ends = vec![count; sections.len()];
    let mut open: Vec<usize> = Vec::new();
    for (index, section) in sections.iter().enumerate() {
        while let Some(last) =
            open.pop_if(|last| sections.get(*last).is_none_or(|s| s.level >= section.level))
        {
            if let Some(end) = ends.get_mut(last) {
                *end = SectionId::new(index).0;
            }
        }
        open.push(index);
    }
    ends
}
