//! A row of a table: its cells side by side, each broken into lines of its own.

use std::ops::Range;

use crate::document::Document;
use crate::import::hints::{Cell, Row, Table};
use crate::script::Shown;
use crate::text::{SourceOffset, SourceRange};
use crate::typeset::{Line, Measure, break_lines};

/// Room at the left and the right of a cell, in em.
const PAD: f32 = 0.5;
/// Room above and below the lines of a cell, in em.
pub(super) const ROW_PAD: f32 = 0.25;
/// The widest that a column wants to be, in em.
const WIDEST: f32 = 16.0;
/// The narrowest, in em.
const NARROWEST: f32 = 2.0;
/// No column is narrower than it wants to be and than this, in em, which a date has room in: before that the table goes
/// on beyond the column of the text.
const LEAST: f32 = 9.0;
/// So many rows are looked at for the widths of the columns.
const SAMPLE: usize = 60;
/// So many columns stand side by side; a table with more is read as lines.
const MOST_COLUMNS: usize = 200;

/// A cell as it stands on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct CellBox {
    /// Its lines, by their 0-based numbers in the block.
    pub(super) lines: Range<usize>,
    /// From where to where it stands along the lines, in points.
    pub(super) along: Range<f32>,
    /// Whether it goes on from the row above.
    pub(super) continues: bool,
    /// Whether it goes on in the row below.
    pub(super) goes_on: bool,
}

/// A table that is wider than the column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Wide {
    /// Where it begins.
    pub(super) table: SourceOffset,
    /// How wide it is, in points.
    pub(super) width: f32,
    /// How much of it stands to the left of the column, in points.
    pub(super) by: f32,
}

impl Wide {
    /// The farthest that it can be scrolled in a column of that width, in points.
    pub(super) fn most(&self, column: f32) -> f32 {
        (self.width - column).max(0.0).ceil()
    }
}

/// The row of a table that a block is: the table, the row, and its 0-based number.
#[derive(Clone, Copy, Debug)]
pub(super) struct TableRow<'a> {
    table: &'a Table,
    row: &'a Row,
    number: usize,
}

impl<'a> TableRow<'a> {
    /// The row that the block at `range` is, if it is one that can be shown as one.
    pub(super) fn of(document: &'a Document, range: SourceRange) -> Option<Self> {
        let table = document.hints().table_at(range.start)?;
        let number = table.row_at(range)?;
        let row = table.rows.get(number)?;
        (columns(table) <= MOST_COLUMNS).then_some(Self { table, row, number })
    }

    /// Whether it is a head.
    pub(super) fn is_head(&self) -> bool {
        self.number < self.table.heads
    }

    /// Whether no row stands above it.
    pub(super) fn is_first(&self) -> bool {
        self.number == 0
    }

    /// Whether it is the last one.
    pub(super) fn is_last(&self) -> bool {
        self.number + 1 == self.table.rows.len()
    }

    /// Where its columns begin and the last one ends, in points: in `room` points where the table fits into them, the text
    /// being of `size` points. `width` gives the advance of a character, bold or not.
    pub(super) fn edges(
        &self,
        text: &str,
        (size, room): (f32, f32),
        width: impl FnMut(char, bool) -> f32,
    ) -> Vec<f32> {
        edges(text, self.table, (size, room), width)
    }

    /// The table, where it is wider than `room` points.
    pub(super) fn wide(&self, edges: &[f32], room: f32) -> Option<Wide> {
        let width = edges.last().copied().filter(|width| *width > room)?;
        Some(Wide { table: self.table.range.start, width, by: 0.0 })
    }

    /// Its lines and cells between those edges. `width` gives the advance of the character at a byte of the shown text.
    pub(super) fn lay_out(
        &self,
        edges: &[f32],
        shown: &Shown<'_>,
        size: f32,
        mut width: impl FnMut(usize, char) -> Option<f32>,
    ) -> (Vec<Line>, Vec<CellBox>) {
        let edge = |column: usize| edges.get(column).or(edges.last()).copied().unwrap_or(0.0);
        let (mut lines, mut cells) = (Vec::new(), Vec::new());
        let mut next = 0;
        for cell in &self.row.cells {
            let column = usize::from(cell.column);
            if column > next {
                cells.push(self.continued(lines.len(), edge(next)..edge(column)));
            }
            next = column + usize::from(cell.columns.max(1));
            let along = edge(column)..edge(column + usize::from(cell.columns.max(1)));
            let from = lines.len();
            for part in parts(cell, shown) {
                let text = shown.text().get(part.clone()).unwrap_or_default();
                let measure = Measure {
                    column: (along.end - along.start - 2.0 * PAD * size).max(size),
                    first_indent: 0.0,
                    hanging_indent: 0.0,
                    justified: false,
                };
                let slot = lines.len() - from;
                let broken = break_lines(text, measure, &[], |at, c| width(part.start + at, c));
                lines.extend(broken.into_iter().map(|line| Line {
                    bytes: part.start + line.bytes.start..part.start + line.bytes.end,
                    indent: along.start + PAD * size + line.indent,
                    slot: slot + line.slot,
                    ..line
                }));
            }
            let goes_on = cell.rows > 1 && !self.is_last();
            cells.push(CellBox { lines: from..lines.len(), along, continues: false, goes_on });
        }
        if next + 1 < edges.len() {
            cells.push(self.continued(lines.len(), edge(next)..edge(edges.len())));
        }
        (lines, cells)
    }

    /// What stands where a cell of a row above goes on: the row below says where it ends.
    fn continued(&self, line: usize, along: Range<f32>) -> CellBox {
        CellBox { lines: line..line, along, continues: true, goes_on: !self.is_last() }
    }
}

/// The paragraphs of a cell, in bytes of the shown text.
fn parts(cell: &Cell, shown: &Shown<'_>) -> Vec<Range<usize>> {
    let breaks = cell.breaks.iter().copied().filter(|at| cell.range.start < *at && *at < cell.range.end);
    let starts = std::iter::once(cell.range.start).chain(breaks.clone());
    let ends = breaks.chain(std::iter::once(cell.range.end));
    let at = |offset| shown.view_from_source(offset);
    starts.zip(ends).map(|(start, end)| at(start)..at(end).max(at(start))).collect()
}

fn columns(table: &Table) -> usize {
    let ends = table.rows.iter().take(SAMPLE).flat_map(|row| &row.cells);
    ends.map(|cell| usize::from(cell.column) + usize::from(cell.columns.max(1))).max().unwrap_or(0)
}

/// Where the columns of `table` begin and the last one ends, in points: as wide as their text wants, where there is room
/// for that; else the narrow ones as they want, and the others share what is left, as long as that is enough.
fn edges(
    text: &str,
    table: &Table,
    (size, room): (f32, f32),
    mut width: impl FnMut(char, bool) -> f32,
) -> Vec<f32> {
    let mut wants = vec![NARROWEST * size; columns(table)];
    for (number, row) in table.rows.iter().take(SAMPLE).enumerate() {
        for cell in &row.cells {
            if let Some(want) = wants.get_mut(usize::from(cell.column)).filter(|_| cell.columns <= 1) {
                let advance = |c| width(c, number < table.heads);
                *want = want.max(length(cell.range.slice(text), WIDEST * size, advance));
            }
        }
    }
    // A part of a point less would break the last digit of a number off.
    let wants: Vec<f32> = wants.into_iter().map(|want| (want + 2.0 * PAD * size).ceil()).collect();
    let least: f32 = wants.iter().map(|want| want.min(LEAST * size).ceil()).sum();
    let widths = shared(&wants, room.max(least));
    let mut edge = 0.0;
    std::iter::once(0.0)
        .chain(widths.into_iter().map(|width| {
            edge += width;
            edge
        }))
        .collect()
}

/// What each gets of `room` where they want so much.
fn shared(wants: &[f32], room: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..wants.len()).collect();
    let want = |index: usize| wants.get(index).copied().unwrap_or(0.0);
    order.sort_by(|one, other| want(*one).total_cmp(&want(*other)));
    let mut widths = wants.to_vec();
    let (mut left, mut takers) = (room, f32::from(u16::try_from(wants.len()).unwrap_or(u16::MAX)));
    for index in order {
        let width = want(index).min(left / takers.max(1.0));
        if let Some(slot) = widths.get_mut(index) {
            *slot = width.floor();
        }
        left -= width;
        takers -= 1.0;
    }
    widths
}

/// How long a text is, and not longer than `most`, in points.
fn length(text: &str, most: f32, mut width: impl FnMut(char) -> f32) -> f32 {
    let mut length = 0.0;
    for c in text.chars() {
        length += width(c);
        if length >= most {
            return most;
        }
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_columns_are_as_wide_as_they_want_and_wide_ones_share_the_rest() {
        assert_eq!(shared(&[30.0, 200.0, 400.0], 330.0), [30.0, 150.0, 150.0]);
        assert_eq!(shared(&[30.0, 50.0], 330.0), [30.0, 50.0]);
        assert_eq!(shared(&[], 330.0), [0.0; 0]);
    }

    #[test]
    fn a_wide_text_wants_no_more_than_the_widest_column() {
        let mut asked = 0;
        let mut width = |_| {
            asked += 1;
            10.0
        };
        assert!((length("序號", 160.0, &mut width) - 20.0).abs() < 0.01);
        assert!((length(&"綱".repeat(1_000), 160.0, &mut width) - 160.0).abs() < 0.01);
        assert_eq!(asked, 2 + 16, "what is beyond is not measured");
    }
}
