//! Tables.

use super::super::flow::{Cell, Grid, Row};
use super::super::xml::Xml;
use super::reader::Reader;

/// How often a cell may say that it is repeated.
const MOST_REPEATED: u16 = 64;

impl Reader<'_, '_> {
    /// The open table, to its end.
    pub(super) fn table(&mut self, xml: &mut Xml<'_>) -> Grid {
        let mut grid = Grid::default();
        let left = self.lists.leave();
        self.rows(xml, &mut grid);
        self.lists.back(left);
        grid
    }

    fn rows(&mut self, xml: &mut Xml<'_>, grid: &mut Grid) {
        while let Some(tag) = xml.child() {
            match tag.name {
                "table-row" => {
                    let mut row = Row::default();
                    self.cells(xml, &mut row);
                    grid.rows.push(row);
                }
                "table-header-rows" => {
                    let before = grid.rows.len();
                    self.rows(xml, grid);
                    if before == grid.heads {
                        grid.heads = grid.rows.len();
                    }
                }
                "table-rows" | "table-row-group" => self.rows(xml, grid),
                _ => xml.skip(),
            }
        }
    }

    fn cells(&mut self, xml: &mut Xml<'_>, row: &mut Row) {
        let mut column = 0_u16;
        // How many columns the last cell still covers in this row.
        let mut covered: u16 = 0;
        while let Some(tag) = xml.child() {
            let times = tag.number("number-columns-repeated").unwrap_or(1).clamp(1, MOST_REPEATED);
            match tag.name {
                "table-cell" => {
                    let columns = tag.number("number-columns-spanned").unwrap_or(1).max(1);
                    covered = columns - 1;
                    let mut blocks = Vec::new();
                    self.contents(xml, &mut blocks);
                    // Only what is empty is repeated in a text.
                    for _ in 1..if blocks.is_empty() { times } else { 1 } {
                        row.cells.push(Cell { column, columns, ..Cell::default() });
                        column = column.saturating_add(1);
                    }
                    row.cells.push(Cell { blocks, column, columns, goes_on: false });
                    column = column.saturating_add(1);
                }
                "covered-table-cell" => {
                    xml.skip();
                    // What the cell before it does not cover is covered by one above.
                    let beside = covered.min(times);
                    covered -= beside;
                    let above = beside..times;
                    row.cells.extend(above.map(|at| Cell {
                        column: column.saturating_add(at),
                        columns: 1,
                        goes_on: true,
                        ..Cell::default()
                    }));
                    column = column.saturating_add(times);
                }
                _ => xml.skip(),
            }
        }
    }
}
