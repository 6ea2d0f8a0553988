//! What a format says of its text. All positions are bytes of the imported text; every list is in document order.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::text::{SourceOffset, SourceRange};

/// What a file of ours says wrote it: Word's properties, `generator` of a page or a book.
pub(crate) const WRITER: &str = "Gangmu";

/// What a format says of its text. Empty for a plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hints {
    /// The title that the file gives itself, outside its text; empty where it has none.
    pub title: String,
    /// Paragraphs that are called its title.
    pub titles: Vec<SourceRange>,
    /// Whether this program wrote the file and no other has changed it since: its headings are the outline as whoever
    /// exported it had it, and nothing else in it heads a section.
    pub is_outlined: bool,
    /// Paragraphs that are headings.
    pub headings: Vec<Heading>,
    /// Numbers and bullets that the format made, at the beginning of their paragraphs, with the blank or tab behind them.
    pub numbers: Vec<SourceRange>,
    /// Paragraphs that are items of a list.
    pub items: Vec<Item>,
    /// Tables.
    pub tables: Vec<Table>,
    /// Footnotes and endnotes.
    pub notes: Vec<Note>,
    /// Images.
    pub images: Vec<Image>,
    /// Links.
    pub links: Vec<Link>,
    /// Emphasised text.
    pub emphasis: Vec<Emphasis>,
    /// What is not the author's text: bars, breadcrumbs, running heads, page numbers.
    pub furniture: Vec<Furniture>,
}

/// A paragraph that is a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// The whole heading, its number included.
    pub range: SourceRange,
    /// Its level; 1 is the top.
    pub level: u8,
    /// What says so.
    pub origin: Origin,
}

/// What says that a paragraph is a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// A style or an element: Word's heading styles, `h1`, `#`.
    Style,
    /// The contents of a book or the bookmarks of a PDF, which name the place.
    Contents,
}

/// A paragraph that is an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The paragraph, its number or bullet included.
    pub range: SourceRange,
    /// How deep the list stands in others; 0 is a list by itself.
    pub depth: u8,
    /// Whether the items are numbered.
    pub is_numbered: bool,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// All its lines.
    pub range: SourceRange,
    /// Its rows, top down.
    pub rows: Vec<Row>,
    /// How many rows at the top are heads.
    pub heads: usize,
}

impl Table {
    /// The 0-based number of the row that has the text of the line at `range`. A row in which all cells go on from the one
    /// above has none.
    pub fn row_at(&self, range: SourceRange) -> Option<usize> {
        let end_of = |index: usize| {
            let until = self.rows.get(..=index)?.iter().rev();
            until.filter_map(|row| row.cells.last()).map(|cell| cell.range.end).next()
        };
        let (mut from, mut to) = (0, self.rows.len());
        while from < to {
            let middle = from + (to - from) / 2;
            if end_of(middle).is_none_or(|end| end < range.end) { from = middle + 1 } else { to = middle }
        }
        let cells = &self.rows.get(from)?.cells;
        let (first, last) = (cells.first()?, cells.last()?);
        let is_it = first.range.start <= range.start && range.end <= last.range.end.max(range.start);
        is_it.then_some(from)
    }
}

/// A row of a table: one line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its cells from the left. A cell that goes on from the row above is not among them.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Its text, without the tab behind it.
    pub range: SourceRange,
    /// 0-based column that it begins in.
    pub column: u16,
    /// How many columns it takes; at least 1.
    pub columns: u16,
    /// How many rows it takes; at least 1.
    pub rows: u16,
    /// Where its second and further paragraphs begin.
    pub breaks: Vec<SourceOffset>,
}

/// A footnote or an endnote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Where it is referred to: `[1]` in the text.
    pub reference: SourceRange,
    /// The note, its `[1]` included.
    pub range: SourceRange,
}

/// An image.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// Its U+FFFC in the text.
    pub range: SourceRange,
    /// What is written for who does not see it; may be empty.
    pub alt: String,
    /// Width and height as it is shown, in points (1/72 inch); `None` where the file does not say.
    pub size: Option<(u32, u32)>,
    /// The file of the picture (png, jpeg, gif or webp); `None` where it is none of these, too large, or not in the file.
    #[serde(skip)]
    pub data: Option<Arc<[u8]>>,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Its text.
    pub range: SourceRange,
    /// Where it leads: an address, which is shown and never fetched, or a place of the text.
    pub target: Target,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    /// An address on the web or of another file.
    Address(String),
    /// A place of the text.
    Place(SourceOffset),
}

/// Emphasised text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Emphasis {
    /// The text; never over a line end.
    pub range: SourceRange,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it is in italics.
    pub italic: bool,
}

/// What is not the author's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Furniture {
    /// Whole lines that follow one another.
    pub range: SourceRange,
    /// What they are.
    pub kind: Fitting,
}

/// A piece of furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fitting {
    /// Around the main text of a web page: menus, breadcrumbs, share bars, advertisements, copyright.
    Page,
    /// Running heads and feet, page numbers.
    Running,
}

/// The parts of a list in document order that have something of `range`. Each stands before the next one.
pub fn within<T>(list: &[T], range: SourceRange, of: impl Fn(&T) -> SourceRange) -> &[T] {
    let from = list.partition_point(|item| of(item).end <= range.start);
    let to = list.partition_point(|item| of(item).start < range.end);
    list.get(from..to).unwrap_or_default()
}

impl Hints {
    /// Whether the format says nothing, as a plain text does.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it says nothing of single letters anywhere.
    pub fn is_without_marks(&self) -> bool {
        self.emphasis.is_empty() && self.links.is_empty() && self.images.is_empty() && self.notes.is_empty()
    }

    /// The table that has a line at `at`.
    pub fn table_at(&self, at: SourceOffset) -> Option<&Table> {
        let index = self.tables.partition_point(|table| table.range.end <= at);
        self.tables.get(index).filter(|table| table.range.start <= at)
    }

    /// How deep the item of a list is that begins at `at`, and its number or bullet.
    pub fn item_at(&self, at: SourceOffset) -> Option<(u8, SourceRange)> {
        let item = self.items.binary_search_by_key(&at, |item| item.range.start).ok()?;
        let number = self.numbers.binary_search_by_key(&at, |number| number.start).ok();
        let number = number.and_then(|number| self.numbers.get(number)).copied();
        let none = SourceRange { start: at, end: at };
        self.items.get(item).map(|item| (item.depth, number.unwrap_or(none)))
    }

    /// The furniture at `at`.
    pub fn furniture_at(&self, at: SourceOffset) -> Option<&Furniture> {
        let index = self.furniture.partition_point(|furniture| furniture.range.end <= at);
        self.furniture.get(index).filter(|furniture| furniture.range.start <= at)
    }

    /// Lets `each` change the place of everything that is said, an offset as an empty one.
    pub(super) fn each_range(&mut self, each: &mut dyn FnMut(&mut SourceRange)) {
        let offset = |at: &mut SourceOffset, each: &mut dyn FnMut(&mut SourceRange)| {
            let mut range = SourceRange { start: *at, end: *at };
            each(&mut range);
            *at = range.start;
        };
        self.headings.iter_mut().for_each(|heading| each(&mut heading.range));
        self.titles.iter_mut().for_each(&mut *each);
        self.numbers.iter_mut().for_each(&mut *each);
        self.items.iter_mut().for_each(|item| each(&mut item.range));
        for table in &mut self.tables {
            each(&mut table.range);
            for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                each(&mut cell.range);
                cell.breaks.iter_mut().for_each(|at| offset(at, each));
            }
        }
        for note in &mut self.notes {
            each(&mut note.reference);
            each(&mut note.range);
        }
        self.images.iter_mut().for_each(|image| each(&mut image.range));
        for link in &mut self.links {
            each(&mut link.range);
            if let Target::Place(at) = &mut link.target {
                offset(at, each);
            }
        }
        self.emphasis.iter_mut().for_each(|emphasis| each(&mut emphasis.range));
        self.furniture.iter_mut().for_each(|furniture| each(&mut furniture.range));
    }

    /// Brings every list into document order.
    pub(super) fn sort(&mut self) {
        self.headings.sort_by_key(|heading| heading.range.start);
        self.titles.sort_by_key(|title| title.start);
        self.numbers.sort_by_key(|number| number.start);
        self.items.sort_by_key(|item| item.range.start);
        self.tables.sort_by_key(|table| table.range.start);
        self.notes.sort_by_key(|note| note.reference.start);
        self.images.sort_by_key(|image| image.range.start);
        self.links.sort_by_key(|link| link.range.start);
        self.emphasis.sort_by_key(|emphasis| emphasis.range.start);
        self.furniture.sort_by_key(|furniture| furniture.range.start);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_found_beside_rows_that_only_go_on() {
        // 甲乙, a row whose cells all go on from there, 丙, another, 丁, 戊
        let cell =
            |range: (usize, usize)| Cell { range: SourceRange::new(range.0, range.1), ..Cell::default() };
        let rows = [vec![(0, 3), (4, 7)], vec![], vec![(9, 12)], vec![], vec![(14, 17)], vec![(18, 21)]];
        let rows = rows.map(|cells| Row { cells: cells.into_iter().map(cell).collect() }).to_vec();
        let table = Table { range: SourceRange::new(0, 21), rows, heads: 0 };
        for (range, row) in [
            ((0, 7), Some(0)),
            ((9, 12), Some(2)),
            ((14, 17), Some(4)),
            ((18, 21), Some(5)),
            ((8, 8), None),
            ((22, 23), None),
        ] {
            assert_eq!(table.row_at(SourceRange::new(range.0, range.1)), row, "{range:?}");
        }
    }
}
