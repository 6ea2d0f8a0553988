//! Tables of an imported file: as tables where the format has them, a line for each row where it has none.

use super::{Item, Marked, Notes, Options, Piece, RichText, Unheaded};
use crate::document::Document;
use crate::import::hints;
use crate::text::{SourceOffset, SourceRange, is_blank};

/// Word knows no more columns. A table of more goes out in lines.
const MOST_COLUMNS: usize = 63;

/// A table of an exported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<'a> {
    /// What begins with it, where that has no heading.
    pub begins: Option<Unheaded>,
    /// Its rows, top down; each fills all columns.
    pub rows: Vec<Vec<Slot<'a>>>,
    /// How many rows at the top are heads.
    pub heads: usize,
    /// How many columns it has.
    pub columns: usize,
}

/// A place in a row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot<'a> {
    /// How many columns it takes; at least 1.
    pub columns: usize,
    /// How many rows it takes; 0: the cell in the row above goes on here.
    pub rows: usize,
    /// Its paragraphs.
    pub text: Vec<RichText<'a>>,
}

impl Slot<'_> {
    const EMPTY: Self = Self { columns: 1, rows: 1, text: Vec::new() };

    /// Whether the cell in the row above goes on here.
    pub(in crate::export) const fn is_below(&self) -> bool {
        self.rows == 0
    }
}

impl<'a> Table<'a> {
    /// All its paragraphs, row by row.
    pub fn into_texts(self) -> impl Iterator<Item = RichText<'a>> {
        self.rows.into_iter().flatten().flat_map(|slot| slot.text)
    }
}

/// The table that begins at `at`, if all of it lies in one of `ranges` and its cells hold all of its text.
pub(super) fn table_at<'a>(
    document: &'a Document,
    ranges: &[SourceRange],
    at: SourceOffset,
) -> Option<&'a hints::Table> {
    let table = document.hints().table_at(at)?;
    let text = document.text();
    let range = table.range.trimmed(text);
    let around = ranges.partition_point(|chosen| chosen.start <= range.start).checked_sub(1);
    let is_chosen = around.and_then(|index| ranges.get(index)).is_some_and(|chosen| range.end <= chosen.end);
    let is_whole = range.start >= at && is_chosen;
    let count = |range: SourceRange| range.slice(text).chars().filter(|c| !is_blank(*c)).count();
    let in_cells =
        || table.rows.iter().flat_map(|row| &row.cells).map(|cell| count(cell.range)).sum::<usize>();
    (is_whole && in_cells() == count(range)).then_some(table)
}

/// The table in the script that is asked for; `None` where its cells do not fit together.
pub(super) fn table<'a>(
    document: &'a Document,
    options: &Options<'_>,
    table: &hints::Table,
    notes: Option<&Notes>,
) -> Option<Table<'a>> {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let columns = cells.map(|cell| usize::from(cell.column) + usize::from(cell.columns.max(1))).max()?;
    if columns > MOST_COLUMNS {
        return None;
    }
    // For each column how many more rows the cell above takes, and how wide that is.
    let mut above = vec![(0_usize, 0_usize); columns];
    let left = (1..=table.rows.len()).rev();
    let placed: Vec<_> =
        table.rows.iter().zip(left).map(|(row, left)| place(row, &mut above, left)).collect::<Option<_>>()?;
    let slot = |(columns, rows, cell): Place<'_>| {
        let text = cell.map(paragraphs).unwrap_or_default().into_iter();
        let text = text.map(|range| Marked::new(document, options, range, notes).shown(options)).collect();
        Slot { columns, rows, text }
    };
    let rows = placed.into_iter().map(|row| row.into_iter().map(slot).collect()).collect();
    Some(Table { begins: None, rows, heads: table.heads, columns })
}

/// A place in a row: its columns, its rows, and the cell that stands there.
type Place<'t> = (usize, usize, Option<&'t hints::Cell>);

/// The cells of a row in their columns; `None` where they do not fit. `left`: how many rows there are with this one.
fn place<'t>(row: &'t hints::Row, above: &mut [(usize, usize)], left: usize) -> Option<Vec<Place<'t>>> {
    let mut cells = row.cells.iter().peekable();
    let (mut at, mut placed) = (0, Vec::new());
    while at < above.len() {
        let (more, wide) = above.get(at).copied().unwrap_or_default();
        if more > 0 {
            placed.push((wide, 0, None));
            above.get_mut(at)?.0 -= 1;
            at += wide;
        } else if let Some(cell) = cells.next_if(|cell| usize::from(cell.column) <= at) {
            let free = above.iter().skip(at).take_while(|(more, _)| *more == 0).count();
            let wide = usize::from(cell.columns).clamp(1, free.max(1));
            let high = usize::from(cell.rows).clamp(1, left);
            *above.get_mut(at)? = (high - 1, wide);
            placed.push((wide, high, Some(cell)));
            at += wide;
        } else {
            placed.push((1, 1, None));
            at += 1;
        }
    }
    cells.next().is_none().then_some(placed)
}

/// The paragraphs of a cell.
fn paragraphs(cell: &hints::Cell) -> Vec<SourceRange> {
    let ends = cell.breaks.iter().copied().chain([cell.range.end]);
    let mut from = cell.range.start;
    let parts = ends.map(|end| {
        let part = SourceRange { start: from, end: end.max(from) };
        from = part.end;
        part
    });
    parts.collect()
}

/// The pieces with a line for each row of a table, its cells parted by tabs, and notes as paragraphs behind their numbers.
pub(in crate::export) fn in_lines<'a>(
    pieces: impl Iterator<Item = Piece<'a>>,
) -> impl Iterator<Item = Piece<'a>> {
    pieces.flat_map(|piece| match piece {
        Piece::Table(table) => lines(table),
        Piece::Note(note) => note.into_lines().map(Piece::Paragraph).collect(),
        other => vec![other],
    })
}

fn lines(table: Table<'_>) -> Vec<Piece<'_>> {
    let mut begins = table.begins;
    let line = |row: Vec<Slot<'_>>| {
        let cells: Vec<_> =
            row.iter().filter(|slot| !slot.is_below()).map(|slot| concat(&slot.text)).collect();
        cells.join("\t").trim_end_matches(is_blank).to_owned()
    };
    let lines = table.rows.into_iter().map(line).filter(|line| !line.is_empty());
    let piece = |text: String| {
        let text = RichText { is_row: true, ..text.into() };
        match begins.take() {
            Some(begins) => Piece::Item(Item { begins, text }),
            None => Piece::Paragraph(text),
        }
    };
    lines.map(piece).collect()
}

fn concat(texts: &[RichText<'_>]) -> String {
    texts.iter().map(|text| &*text.text).collect()
}

/// A row of empty places.
pub(in crate::export) fn empty_row(columns: usize) -> Vec<Slot<'static>> {
    vec![Slot::EMPTY; columns]
}
