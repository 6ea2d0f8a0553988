//! Tables as text: a row is a line, its cells are separated by tabs, paragraphs within a cell by a blank.

use super::joining::{Measure, Open, measure};
use super::page::{Cell, Row, Table};
use crate::import::hints;
use crate::import::writing::Writing;
use crate::text::{SourceOffset, SourceRange};

/// How far text stays from the sides of its cell, in points, where nothing else is set: as word processors have it.
pub(super) const PADDING: f32 = 5.4;

/// How far the middle of a centred row may lie from that of its cell, in sizes of the font.
const CENTRED: f32 = 0.6;

/// Writes a table.
pub(super) fn write(table: &Table, writing: &mut Writing) {
    let start = writing.at();
    let mut said = hints::Table { heads: table.heads, ..hints::Table::default() };
    for row in &table.rows {
        let mut cells = Vec::new();
        for cell in row {
            if !cells.is_empty() {
                writing.push("\t");
            }
            cells.push(write_cell(cell, writing));
        }
        said.rows.push(hints::Row { cells });
        writing.end_paragraph();
    }
    said.range = SourceRange::new(start, writing.at().saturating_sub(1));
    writing.hints.tables.push(said);
}

fn write_cell(cell: &Cell, writing: &mut Writing) -> hints::Cell {
    let start = writing.at();
    let mut breaks = Vec::new();
    for paragraph in paragraphs(cell) {
        if writing.at() > start {
            writing.push(" ");
            breaks.push(SourceOffset::new(writing.at()));
        }
        writing.push(&paragraph);
    }
    let range = SourceRange::new(start, writing.at());
    hints::Cell { range, column: cell.column, columns: cell.columns, rows: cell.rows, breaks }
}

/// The paragraphs of a cell; of a table within it each row is one.
fn paragraphs(cell: &Cell) -> Vec<String> {
    let rows: Vec<&Row> = cell.lines.iter().filter(|row| row.is_text()).collect();
    let is_centred = is_centred(cell, &rows);
    let inner = cell.right - cell.left - 2.0 * PADDING;
    let of_all = measure(&rows);
    let mut open = Open::default();
    let mut found = Vec::new();
    for row in &cell.lines {
        let measure = if is_centred {
            Measure { left: row.start, right: row.start + inner, ..of_all }
        } else {
            Measure { right: of_all.right.max(cell.right - PADDING), ..of_all }
        };
        if !open.goes_on_with(row, 0, measure) {
            found.push(open.take());
        }
        if let Some(table) = &row.table {
            found.extend(table.rows.iter().map(|row| line(row)));
        } else {
            open.add(row, 0, measure);
        }
    }
    found.push(open.take());
    found.retain(|paragraph| !paragraph.is_empty());
    found
}

/// Whether all rows stand in the middle of their cell.
pub(super) fn is_centred(cell: &Cell, rows: &[&Row]) -> bool {
    let middle = f32::midpoint(cell.left, cell.right);
    rows.iter().all(|row| (f32::midpoint(row.start, row.end) - middle).abs() < CENTRED * row.size)
}

/// The row of a table within a cell.
fn line(row: &[Cell]) -> String {
    row.iter().flat_map(paragraphs).collect::<Vec<_>>().join(" ")
}
