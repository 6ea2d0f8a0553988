//! Tables: a row is a line, its cells are separated by tabs, paragraphs within a cell by a blank.

use std::collections::HashMap;

use super::super::hints;
use super::{Block, Flow, Keeping, Paragraph};
use crate::text::{SourceOffset, SourceRange};

/// A table while it is read.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Grid {
    /// Its rows, top down.
    pub(in crate::import) rows: Vec<Row>,
    /// How many rows at the top are heads.
    pub(in crate::import) heads: usize,
}

/// A row of it.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Row {
    /// Its cells from the left.
    pub(in crate::import) cells: Vec<Cell>,
}

/// A cell of it.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Cell {
    /// What stands in it.
    pub(in crate::import) blocks: Vec<Block>,
    /// 0-based column that it begins in.
    pub(in crate::import) column: u16,
    /// How many columns it takes.
    pub(in crate::import) columns: u16,
    /// Whether it is the cell above that goes on.
    pub(in crate::import) goes_on: bool,
}

impl Grid {
    /// Whether it only sets what stands in it on the page: one cell below the other.
    pub(super) fn is_layout(&self) -> bool {
        self.rows.iter().all(|row| row.cells.len() <= 1)
    }
}

impl Flow {
    /// Writes a table that is one.
    pub(super) fn table(&mut self, grid: Grid) {
        let start = self.at();
        let mut table = hints::Table { heads: grid.heads, ..hints::Table::default() };
        // The cells that may go on, by their columns: their row and place in it.
        let mut above: HashMap<u16, (usize, usize)> = HashMap::new();
        for (index, row) in grid.rows.into_iter().enumerate() {
            let mut cells = Vec::new();
            for cell in row.cells {
                let mut is_taken = false;
                let from = above.get(&cell.column).filter(|_| cell.goes_on);
                let from = from.and_then(|(row, cell)| table.rows.get_mut(*row)?.cells.get_mut(*cell));
                if let Some(from) = from {
                    from.rows = from.rows.saturating_add(1);
                    is_taken = true;
                }
                // One that goes on from nowhere may have text of its own.
                if is_taken || cell.goes_on && cell.blocks.is_empty() {
                    continue;
                }
                above.insert(cell.column, (index, cells.len()));
                if !cells.is_empty() {
                    self.writing.push("\t");
                }
                cells.push(self.cell(cell));
            }
            table.rows.push(hints::Row { cells });
            self.writing.end_paragraph();
        }
        table.range = SourceRange::new(start, self.at().saturating_sub(1));
        self.writing.hints.tables.push(table);
    }

    fn cell(&mut self, cell: Cell) -> hints::Cell {
        let start = self.at();
        let mut breaks = Vec::new();
        for paragraph in paragraphs(cell.blocks).iter().filter(|paragraph| !paragraph.is_empty()) {
            if self.at() > start {
                self.writing.push(" ");
                breaks.push(SourceOffset::new(self.at()));
            }
            self.number(paragraph, " ");
            self.marked(paragraph, Keeping::Nothing);
        }
        hints::Cell {
            range: SourceRange::new(start, self.at()),
            column: cell.column,
            columns: cell.columns.max(1),
            rows: 1,
            breaks,
        }
    }
}

/// The paragraphs of a cell; of a table within it each row is one.
fn paragraphs(blocks: Vec<Block>) -> Vec<Paragraph> {
    let mut all = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => all.push(paragraph),
            Block::Table(grid) if grid.is_layout() => {
                all.extend(
                    grid.rows.into_iter().flat_map(|row| row.cells).flat_map(|c| paragraphs(c.blocks)),
                );
            }
            Block::Table(grid) => all.extend(grid.rows.into_iter().map(|row| {
                let within = row.cells.into_iter().filter(|cell| !cell.goes_on);
                let within = within.flat_map(|cell| paragraphs(cell.blocks));
                within.filter(|part| !part.is_empty()).fold(Paragraph::default(), |mut line, part| {
                    if !line.is_empty() {
                        line.push(" ");
                    }
                    line.push(&part.number);
                    line.append(part);
                    line
                })
            })),
        }
    }
    all
}
