//! Tables.

use super::super::flow::{Cell, Grid, Row};
use super::super::xml::{Tag, Xml};
use super::reader::Reader;
use super::styles::is_on;

/// What is said of a row.
#[derive(Debug, Default)]
struct RowSetting {
    /// How many columns it leaves free at its beginning.
    before: u16,
    is_head: bool,
    is_deleted: bool,
}

impl Reader<'_, '_> {
    /// The open table, to its end.
    pub(super) fn table(&mut self, xml: &mut Xml<'_>) -> Grid {
        let mut grid = Grid::default();
        self.rows(xml, &mut grid);
        grid
    }

    fn rows(&mut self, xml: &mut Xml<'_>, grid: &mut Grid) {
        while let Some(tag) = xml.child() {
            match tag.name {
                "tr" => self.row(xml, grid),
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => self.rows(xml, grid),
                _ => xml.skip(),
            }
        }
    }

    fn row(&mut self, xml: &mut Xml<'_>, grid: &mut Grid) {
        let (mut row, mut setting) = (Row::default(), RowSetting::default());
        self.cells(xml, &mut row, &mut setting);
        if setting.is_deleted {
            return;
        }
        if setting.is_head && grid.heads == grid.rows.len() {
            grid.heads += 1;
        }
        grid.rows.push(row);
    }

    fn cells(&mut self, xml: &mut Xml<'_>, row: &mut Row, setting: &mut RowSetting) {
        while let Some(tag) = xml.child() {
            match tag.name {
                "tc" if setting.is_deleted => xml.skip(),
                "tc" => {
                    let column = row
                        .cells
                        .last()
                        .map_or(setting.before, |cell| cell.column.saturating_add(cell.columns));
                    let cell = self.cell(xml, column);
                    row.cells.push(cell);
                }
                "trPr" => hear(xml, setting),
                "sdt" | "sdtContent" | "customXml" => self.cells(xml, row, setting),
                _ => xml.skip(),
            }
        }
    }

    fn cell(&mut self, xml: &mut Xml<'_>, column: u16) -> Cell {
        let mut cell = Cell { column, columns: 1, ..Cell::default() };
        let mut is_deleted = false;
        let carried = self.carried.take();
        while let Some(tag) = xml.child() {
            if tag.name == "tcPr" {
                is_deleted = span(xml, &mut cell);
            } else {
                self.block(xml, &tag, &mut cell.blocks);
            }
        }
        self.flush(&mut cell.blocks);
        self.carried = carried;
        if is_deleted {
            cell.blocks.clear();
        }
        cell
    }
}

/// What the open `trPr` says, to its end.
fn hear(xml: &mut Xml<'_>, setting: &mut RowSetting) {
    let is_set = |tag: &Tag<'_>| tag.get("val").is_none_or(|value| is_on(&value));
    while let Some(tag) = xml.child() {
        match tag.name {
            "gridBefore" => setting.before = tag.number("val").unwrap_or_default(),
            "tblHeader" => setting.is_head = is_set(&tag),
            "del" => setting.is_deleted = true,
            _ => {}
        }
        xml.skip();
    }
}

/// What the open `tcPr` says, to its end. Returns whether the cell is deleted.
fn span(xml: &mut Xml<'_>, cell: &mut Cell) -> bool {
    let mut is_deleted = false;
    while let Some(tag) = xml.child() {
        match tag.name {
            "gridSpan" => cell.columns = tag.number("val").unwrap_or(1).max(1),
            "vMerge" => cell.goes_on = tag.get("val").is_none_or(|value| value != "restart"),
            "cellDel" => is_deleted = true,
            _ => {}
        }
        xml.skip();
    }
    is_deleted
}
