//! What stands on a page: rows of text, and tables with rows in their cells.

use super::Rows;
use super::glyphs::Way;
use super::rules::place_of;

/// A row: what stands on one base line of a column; or a table.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) text: String,
    pub(super) way: Way,
    /// Which column of the page it stands in.
    pub(super) column: usize,
    /// Where it begins and ends, in points.
    pub(super) start: f32,
    pub(super) end: f32,
    /// Where its base line is, from the first row of the page to the last.
    pub(super) across: f32,
    /// Size of the largest font in it.
    pub(super) size: f32,
    /// The table that stands here instead of text.
    pub(super) table: Option<Box<Table>>,
}

impl Row {
    /// Whether it is one of text.
    pub(super) const fn is_text(&self) -> bool {
        !self.text.is_empty()
    }
}

/// A table of a page.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// Its sides, in points.
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    /// Its rows, top down: in each the cells that begin in it, from the left.
    pub(super) rows: Vec<Vec<Cell>>,
    /// How many rows at the top are heads.
    pub(super) heads: usize,
    /// Where its columns begin, and the last ends, from its left side.
    pub(super) lines: Vec<f32>,
}

/// A cell of it.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// 0-based column that it begins in, and how many columns and rows it takes.
    pub(super) column: u16,
    pub(super) columns: u16,
    pub(super) rows: u16,
    /// Its sides, in points.
    pub(super) left: f32,
    pub(super) right: f32,
    /// What stands in it.
    pub(super) lines: Rows,
}

impl Table {
    /// Numbers its columns by where they begin.
    pub(super) fn number(&mut self, lines: Vec<f32>) {
        let column = |side: f32| u16::try_from(place_of(&lines, side)).unwrap_or(u16::MAX);
        for cell in self.rows.iter_mut().flatten() {
            cell.column = column(cell.left - self.left);
            cell.columns = column(cell.right - self.left).saturating_sub(cell.column).max(1);
        }
        self.lines = lines;
    }

    /// Moves it to the side.
    pub(super) fn shift(&mut self, by: f32) {
        self.left += by;
        self.right += by;
        for cell in self.rows.iter_mut().flatten() {
            cell.left += by;
            cell.right += by;
            for row in &mut cell.lines {
                row.start += by;
                row.end += by;
            }
        }
    }
}

impl Cell {
    /// Whether nothing stands in it.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}
