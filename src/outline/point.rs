//! Points as leaves of the outline: what they hold, where they hang, and their addresses.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use super::{Address, Outline, SectionId};
use crate::block::joined;
use crate::text::SourceRange;

/// Which point of an [`Outline`]: its 0-based index in document order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PointId(u32);

impl PointId {
    /// The point at 0-based `index` in document order.
    pub fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// 0-based index in document order.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A numbered item inside a paragraph: 一是, 首先, an inline (一) or ①. A leaf, no part of the tree of sections.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Depth: that of its section and one for each list it stands in.
    pub level: u8,
    /// The section it stands in; `None` before the first.
    pub parent: Option<SectionId>,
    /// The number as written, with its punctuation: `一是`, `(二)`.
    pub marker: SourceRange,
    /// Its first words, up to a stop.
    pub title: SourceRange,
    /// All of it, from its marker on: up to the next item of its list, or the end of its paragraph where none
    /// follows in it. One that begins a paragraph goes on over further paragraphs up to the next of its list. The
    /// points of the lists within it are a part of it.
    pub span: SourceRange,
}

impl Point {
    /// Whether `next`, which comes after it, does not stand in it. After corrections of the outline levels alone do
    /// not tell: points of what were two sections may come to stand in one.
    fn ends_before(&self, next: &Self) -> bool {
        self.parent != next.parent || self.level >= next.level || self.span.end <= next.span.start
    }

    /// The title on one line: line breaks within a wrapped title are dropped.
    pub fn title_text<'a>(&self, text: &'a str) -> Cow<'a, str> {
        joined(self.title.slice(text))
    }
}

/// Address of a point: that of its section, a hash, and the 1-based positions on the way down the lists of the
/// section's own text; `3.2#4` is the fourth point of section 3.2, `3.2#4.1` the first of the list within that. `0`
/// stands for what comes before the first section.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PointAddress {
    section: Option<Address>,
    path: Address,
}

impl PointAddress {
    /// The point of `path` in the same section.
    #[must_use]
    pub fn beside(&self, path: Address) -> Self {
        Self { section: self.section.clone(), path }
    }

    /// Whether both stand side by side: in the same section and on the same way down.
    pub fn is_beside(&self, other: &Self) -> bool {
        let above = |address: &Self| address.path.0.split_last().map(|(_, above)| above.to_vec());
        self.section == other.section && above(self) == above(other)
    }
}

impl fmt::Display for PointAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.section {
            Some(section) => write!(f, "{section}#{}", self.path),
            None => write!(f, "0#{}", self.path),
        }
    }
}

/// Why a text is no address of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no address of a point")]
pub struct NoPointAddress;

impl FromStr for PointAddress {
    type Err = NoPointAddress;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let (section, path) = s.split_once('#').ok_or(NoPointAddress)?;
        let read = |text: &str| text.parse::<Address>().map_err(|_not_numbers| NoPointAddress);
        let section = if section.trim() == "0" { None } else { Some(read(section)?) };
        Ok(Self { section, path: read(path)? })
    }
}

impl Outline {
    /// The point of that id, if the outline has it.
    pub fn point(&self, id: PointId) -> Option<&Point> {
        self.points().get(id.index())
    }

    /// The points in the own text of `section` (before the first one for `None`), as a range of 0-based indices.
    pub fn points_of(&self, section: Option<SectionId>) -> Range<usize> {
        let points = self.points();
        let from = points.partition_point(|point| point.parent < section);
        from..points.partition_point(|point| point.parent <= section)
    }

    /// For each point the 0-based index after the last that stands in it.
    pub fn point_ends(&self) -> Vec<u32> {
        let points = self.points();
        let mut ends = vec![PointId::new(points.len()).0; points.len()];
        let mut open: Vec<usize> = Vec::new();
        for (index, point) in points.iter().enumerate() {
            let closes = |other: &usize| points.get(*other).is_none_or(|other| other.ends_before(point));
            while let Some(closed) = open.pop_if(|other| closes(other)) {
                if let Some(end) = ends.get_mut(closed) {
                    *end = PointId::new(index).0;
                }
            }
            open.push(index);
        }
        ends
    }

    /// The address of every point, in document order; `sections` are those of the sections.
    pub fn point_addresses(&self, sections: &[Address]) -> Vec<PointAddress> {
        let mut open: Vec<(&Point, u32)> = Vec::new();
        let mut parent = None;
        let mut addresses = Vec::with_capacity(self.points().len());
        for point in self.points() {
            if parent != point.parent {
                open.clear();
                parent = point.parent;
            }
            let mut position = 1;
            while let Some((_, passed)) = open.pop_if(|(other, _)| other.ends_before(point)) {
                position = passed + 1;
            }
            open.push((point, position));
            addresses.push(PointAddress {
                section: point.parent.and_then(|id| sections.get(id.index())).cloned(),
                path: Address(open.iter().map(|(_, position)| *position).collect()),
            });
        }
        addresses
    }
}
