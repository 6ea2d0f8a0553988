//! Tables.

use super::super::flow::{Cell, Grid, Row};
use super::super::xml::{Tag, Xml};
use super::reader::Reader;

/// How often a row or a cell may say that it is repeated.
const MOST_REPEATED: usize = 100;

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
                    // What is empty is repeated to fill a page.
                    let times = if row.cells.iter().all(|cell| cell.blocks.is_empty()) {
                        1
                    } else {
                        repeated(&tag, "rows")
                    };
                    grid.rows.extend(std::iter::repeat_n(row, times));
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
        let mut covered = 0;
        while let Some(tag) = xml.child() {
            let times = repeated(&tag, "columns");
            let width = u16::try_from(times).unwrap_or(1);
            match tag.name {
                "table-cell" => {
                    let columns = tag.number("number-columns-spanned").unwrap_or(1).max(1);
                    covered = columns - 1;
                    let mut blocks = Vec::new();
                    self.contents(xml, &mut blocks);
                    for _ in 0..times {
                        row.cells.push(Cell { blocks: blocks.clone(), column, columns, goes_on: false });
                        column = column.saturating_add(1);
                    }
                }
                "covered-table-cell" => {
                    xml.skip();
                    for _ in 0..width {
                        if covered == 0 {
                            row.cells.push(Cell { column, columns: 1, goes_on: true, ..Cell::default() });
                        }
                        covered = covered.saturating_sub(1);
                        column = column.saturating_add(1);
                    }
                }
                _ => xml.skip(),
            }
        }
    }
}

/// How often a row or cell is there.
fn repeated(tag: &Tag<'_>, what: &str) -> usize {
    tag.number(&format!("number-{what}-repeated")).unwrap_or(1).clamp(1, MOST_REPEATED)
}
