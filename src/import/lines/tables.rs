//! Tables: a row is a line, its cells are separated by tabs.

use super::{Gap, Lines};
use crate::import::hints::{Cell, Row, Table};
use crate::import::steps;
use crate::import::writing::Writing;
use crate::text::{SourceOffset, SourceRange};

/// Most columns and rows that a cell may take.
const MOST_SPAN: u16 = 1000;

/// A table that is open.
#[derive(Debug, Default)]
pub(super) struct Grid {
    table: Table,
    row: Option<Row>,
    /// Whether all cells of the row are heads, as far as it goes.
    is_head: bool,
    /// The next column.
    column: u16,
    /// In which row each column is free again.
    free_from: Vec<usize>,
    cell: Option<Cell>,
    /// Whether the paragraph of the cell ended, so that a blank stands before the next one.
    is_broken: bool,
}

impl Grid {
    pub(super) const fn is_in_row(&self) -> bool {
        self.row.is_some()
    }

    pub(super) const fn break_paragraph(&mut self, has_text: bool) {
        self.is_broken |= has_text && self.cell.is_some();
    }

    pub(super) fn begin_paragraph(&mut self, writing: &mut Writing) {
        if std::mem::take(&mut self.is_broken)
            && let Some(cell) = &mut self.cell
        {
            writing.push(" ");
            cell.breaks.push(SourceOffset::new(writing.at()));
        }
    }

    /// The column that the next cell begins in.
    fn free_column(&mut self) -> u16 {
        let row = self.table.rows.len();
        while self.free_from.get(usize::from(self.column)).is_some_and(|free_from| *free_from > row) {
            steps::count(1);
            self.column = self.column.saturating_add(1);
        }
        self.column
    }
}

impl Lines {
    /// Begins a table.
    pub(in crate::import) fn begin_table(&mut self) {
        self.end_line();
        self.grid = Some(Grid::default());
    }

    /// Begins a row.
    pub(in crate::import) fn begin_row(&mut self) {
        self.end_row();
        self.end_line();
        let Some(grid) = &mut self.grid else { return };
        grid.row = Some(Row::default());
        (grid.is_head, grid.column) = (true, 0);
        self.line = super::Line { is_begun: true, start: self.writing.at(), ..super::Line::default() };
    }

    /// Begins a cell that takes so many columns and rows.
    pub(in crate::import) fn begin_cell(&mut self, columns: u16, rows: u16, is_head: bool) {
        self.end_cell();
        if self.grid.as_ref().is_some_and(|grid| grid.row.is_none()) {
            self.begin_row();
        }
        let Some(grid) = &mut self.grid else { return };
        let Some(row) = &grid.row else { return };
        if !row.cells.is_empty() {
            self.writing.push("\t");
        }
        grid.is_head &= is_head;
        let (columns, rows) = (columns.clamp(1, MOST_SPAN), rows.clamp(1, MOST_SPAN));
        let (column, at) = (grid.free_column(), self.writing.at());
        grid.column = column.saturating_add(columns);
        if grid.free_from.len() < usize::from(grid.column) {
            grid.free_from.resize(usize::from(grid.column), 0);
        }
        let free_from = grid.table.rows.len() + usize::from(rows);
        let taken = grid.free_from.get_mut(usize::from(column)..usize::from(grid.column));
        taken.into_iter().flatten().for_each(|place| *place = free_from);
        let range = SourceRange::new(at, at);
        grid.cell = Some(Cell { range, column, columns, rows, breaks: Vec::new() });
        (self.line.last, self.line.gap, self.mark) = (None, Gap::None, None);
    }

    /// Ends the cell, if there is one.
    pub(in crate::import) fn end_cell(&mut self) {
        self.end_runs();
        let Some(grid) = &mut self.grid else { return };
        let Some(mut cell) = grid.cell.take() else { return };
        cell.range = SourceRange::new(cell.range.start.get(), self.writing.at());
        grid.is_broken = false;
        if let Some(row) = &mut grid.row {
            row.cells.push(cell);
        }
    }

    /// Ends the row, if there is one.
    pub(in crate::import) fn end_row(&mut self) {
        self.end_cell();
        let Some(grid) = &mut self.grid else { return };
        let Some(row) = grid.row.take() else { return };
        if grid.is_head && !row.cells.is_empty() && grid.table.heads == grid.table.rows.len() {
            grid.table.heads += 1;
        }
        if grid.table.rows.is_empty() {
            grid.table.range = SourceRange::new(self.line.start, self.line.start);
        }
        grid.table.range.end = SourceOffset::new(self.writing.at());
        grid.table.rows.push(row);
        self.finish_line();
    }

    /// Ends the table.
    pub(in crate::import) fn end_table(&mut self) {
        self.end_row();
        self.end_line();
        if let Some(grid) = self.grid.take()
            && !grid.table.rows.is_empty()
        {
            self.writing.hints.tables.push(grid.table);
        }
    }
}
