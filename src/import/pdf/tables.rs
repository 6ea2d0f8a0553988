//! Ruled tables: what stands in the cells of a grid.

use std::collections::HashMap;

use super::Rows;
use super::columns::read_cell;
use super::glyphs::{Glyph, Way};
use super::grids::{DOUBLE, Grid, grids};
use super::page::{Cell, Table};
use super::rules::{Rules, places};
use crate::import::steps;

/// So many cells have text at least for each place where a rule goes through words.
const MOST_CUT: usize = 4;

/// A cell of a grid by their indices.
type Place = (usize, usize);

/// Takes what stands in ruled tables out of the glyphs of a page of that height. The rest is behind them.
pub(super) fn take(glyphs: Vec<Glyph>, rules: Rules, height: f32) -> (Vec<Table>, Vec<Glyph>) {
    // Columns of vertical writing have rules between them.
    let level = glyphs.iter().filter(|glyph| glyph.way == Way::Right).count();
    let mut grids = if 2 * level > glyphs.len() { grids(rules, height) } else { Vec::new() };
    steps::count(glyphs.len() * (grids.len() + 1));
    leave_pictures(&mut grids, &glyphs);
    if grids.is_empty() {
        return (Vec::new(), glyphs);
    }
    let (mut inside, mut rest): (HashMap<Place, Vec<Glyph>>, _) = (HashMap::new(), Vec::new());
    for glyph in glyphs {
        match place(&grids, glyph.centre()) {
            Some(place) => inside.entry(place).or_default().push(glyph),
            None => rest.push(glyph),
        }
    }
    // Grids within a cell of another are smaller, and come before it.
    let (mut within, mut tables): (HashMap<Place, Vec<Table>>, _) = (HashMap::new(), Vec::new());
    for (index, grid) in grids.iter().enumerate() {
        let read = |cell: usize| {
            let place = (index, cell);
            read_cell(&inside.remove(&place).unwrap_or_default(), within.remove(&place).unwrap_or_default())
        };
        let table = table(grid, read);
        let larger = grids.get(index + 1..).unwrap_or_default();
        match grid.place().and_then(|at| place(larger, at)) {
            Some((beyond, cell)) => within.entry((index + 1 + beyond, cell)).or_default().push(table),
            None => tables.push(table),
        }
    }
    (tables, rest)
}

/// The first cell at a place.
fn place(grids: &[Grid], at: (f32, f32)) -> Option<Place> {
    grids.iter().enumerate().find_map(|(index, grid)| Some((index, grid.cell_at(at)?)))
}

/// Leaves grids out that have text in less than two cells, as forms without words, charts and ornaments do, and those
/// whose rules go through words.
fn leave_pictures(grids: &mut Vec<Grid>, glyphs: &[Glyph]) {
    let mut said: Vec<Vec<bool>> = grids.iter().map(|grid| vec![false; grid.cells.len()]).collect();
    let mut cut = vec![0; grids.len()];
    let mut before: Option<(&Glyph, Option<Place>)> = None;
    for glyph in glyphs.iter().filter(|glyph| !glyph.c.is_whitespace()) {
        let at = place(grids, glyph.centre());
        if let Some(says) = at.and_then(|(grid, cell)| said.get_mut(grid)?.get_mut(cell)) {
            *says = true;
        }
        let from = before.filter(|(before, from)| *from != at && glyph.follows(before)).map(|(_, from)| from);
        for (grid, _) in from.into_iter().chain(from.map(|_| at)).flatten() {
            if let Some(cut) = cut.get_mut(grid) {
                *cut += 1;
            }
        }
        before = Some((glyph, at));
    }
    let mut counts = said.into_iter().map(|said| said.into_iter().filter(|says| *says).count()).zip(cut);
    grids.retain(|_| counts.next().is_some_and(|(said, cut)| said > 1 && MOST_CUT * cut <= said));
}

fn table(grid: &Grid, mut read: impl FnMut(usize) -> Rows) -> Table {
    let side =
        |of: fn(f32, f32) -> f32, sides: &mut dyn Iterator<Item = f32>| sides.reduce(of).unwrap_or_default();
    let mut table = Table {
        left: side(f32::min, &mut grid.cells.iter().map(|cell| cell.left)),
        right: side(f32::max, &mut grid.cells.iter().map(|cell| cell.right)),
        top: side(f32::min, &mut grid.cells.iter().map(|cell| cell.top)),
        rows: Vec::new(),
        heads: 0,
        lines: Vec::new(),
    };
    let sides = grid.cells.iter().flat_map(|cell| [cell.left, cell.right]);
    let lines = places(sides.map(|side| side - table.left), DOUBLE);
    for (index, cell) in grid.cells.iter().enumerate() {
        table.rows.resize_with(table.rows.len().max(cell.row + 1), Vec::new);
        let cell_of_it = Cell {
            column: 0,
            columns: 1,
            rows: u16::try_from(cell.rows).unwrap_or(u16::MAX),
            left: cell.left,
            right: cell.right,
            lines: read(index),
        };
        if let Some(row) = table.rows.get_mut(cell.row) {
            row.push(cell_of_it);
        }
    }
    table.number(lines);
    table
}
