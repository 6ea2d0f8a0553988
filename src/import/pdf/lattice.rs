//! Cells between rules: what no rule separates is one.

use super::groups::Groups;
use super::rules::{Rule, place_of};

/// How much of a side of a cell is drawn at least.
const DRAWN: f32 = 0.75;

/// A cell of a grid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cell {
    /// 0-based row and column that it begins in.
    pub(super) row: usize,
    pub(super) column: usize,
    /// How many rows and columns it takes.
    pub(super) rows: usize,
    pub(super) columns: usize,
    /// Its sides, in points.
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
}

impl Cell {
    /// How large it is.
    pub(super) fn area(&self) -> f32 {
        (self.right - self.left) * (self.bottom - self.top)
    }
}

/// Which sides are drawn: for each of `places`, where the rules are, each part between two of `ends`.
fn drawn(rules: &[Rule], places: &[f32], ends: &[f32]) -> Vec<bool> {
    let parts = ends.len().saturating_sub(1);
    let mut drawn = vec![false; places.len() * parts];
    for rule in rules {
        let first = place_of(places, rule.at) * parts;
        for (part, pair) in ends.windows(2).enumerate().skip(place_of(ends, rule.from)) {
            let &[start, end] = pair else { continue };
            if start >= rule.to {
                break;
            }
            let length = rule.to.min(end) - rule.from.max(start);
            if let Some(side) = drawn.get_mut(first + part).filter(|_| length >= DRAWN * (end - start)) {
                *side = true;
            }
        }
    }
    drawn
}

/// Parts of a grid that no rule separates.
#[derive(Clone, Copy, Debug)]
struct Region {
    top: usize,
    bottom: usize,
    left: usize,
    right: usize,
    parts: usize,
    /// Its cell, once it has one.
    cell: Option<usize>,
}

impl Region {
    const fn is_rectangle(&self) -> bool {
        (self.bottom - self.top) * (self.right - self.left) == self.parts
    }
}

/// What lies together, for each part: the group of those that no rule separates, and that of what is outside.
fn groups(rows: usize, columns: usize, above: &[bool], before: &[bool]) -> (Vec<usize>, usize) {
    let outside = rows * columns;
    let mut groups = Groups::new(outside + 1);
    let is_drawn = |sides: &[bool], at: usize| sides.get(at).copied().unwrap_or(false);
    for part in 0..outside {
        let (row, column) = (part / columns, part % columns);
        for (is_drawn, beyond) in [
            (is_drawn(above, part), part.checked_sub(columns)),
            (is_drawn(above, part + columns), (row + 1 < rows).then_some(part + columns)),
            (is_drawn(before, column * rows + row), (column > 0).then(|| part - 1)),
            (is_drawn(before, (column + 1) * rows + row), (column + 1 < columns).then_some(part + 1)),
        ] {
            if !is_drawn {
                groups.join(part, beyond.unwrap_or(outside));
            }
        }
    }
    ((0..outside).map(|part| groups.of(part)).collect(), groups.of(outside))
}

/// The cells of a grid, row by row, and which of them each part belongs to. What is open to the outside belongs to none.
pub(super) fn cells(
    xs: &[f32],
    ys: &[f32],
    level: &[Rule],
    upright: &[Rule],
) -> (Vec<Cell>, Vec<Option<usize>>) {
    let (rows, columns) = (ys.len().saturating_sub(1), xs.len().saturating_sub(1));
    let (of_part, outside) = groups(rows, columns, &drawn(level, ys, xs), &drawn(upright, xs, ys));
    let mut regions: Vec<Option<Region>> = vec![None; of_part.len()];
    for (part, group) in of_part.iter().enumerate().filter(|(_, group)| **group != outside) {
        let (row, column) = (part / columns, part % columns);
        let Some(region) = regions.get_mut(*group) else { continue };
        let new = Region { top: row, bottom: row + 1, left: column, right: column + 1, parts: 0, cell: None };
        let region = region.get_or_insert(new);
        (region.bottom, region.parts) = (row + 1, region.parts + 1);
        (region.left, region.right) = (region.left.min(column), region.right.max(column + 1));
    }
    let (mut cells, mut owners): (Vec<Cell>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    for (part, group) in of_part.iter().enumerate() {
        let (row, column) = (part / columns, part % columns);
        let Some(region) = regions.get_mut(*group).and_then(Option::as_mut).filter(|_| *group != outside)
        else {
            owners.push(None);
            continue;
        };
        // What is no rectangle is a cell in each of its rows.
        let goes_on = region.is_rectangle()
            || column > 0 && part.checked_sub(1).and_then(|at| of_part.get(at)) == Some(group);
        let known = region.cell.filter(|_| goes_on);
        let cell = known.unwrap_or(cells.len());
        if known.is_none() {
            cells.push(Cell {
                row,
                column,
                rows: 0,
                columns: 0,
                left: 0.0,
                right: 0.0,
                top: 0.0,
                bottom: 0.0,
            });
            region.cell = Some(cell);
        }
        if let Some(cell) = cells.get_mut(cell) {
            cell.rows = cell.rows.max(row + 1 - cell.row);
            cell.columns = cell.columns.max(column + 1 - cell.column);
        }
        owners.push(Some(cell));
    }
    let place = |places: &[f32], at: usize| places.get(at).copied().unwrap_or_default();
    for cell in &mut cells {
        (cell.left, cell.right) = (place(xs, cell.column), place(xs, cell.column + cell.columns));
        (cell.top, cell.bottom) = (place(ys, cell.row), place(ys, cell.row + cell.rows));
    }
    (cells, owners)
}

/// Numbers rows and columns anew, without those that no cell begins in.
pub(super) fn number(cells: &mut [Cell]) {
    let begun = |of: fn(&Cell) -> usize| {
        let mut begun: Vec<usize> = cells.iter().map(of).collect();
        begun.sort_unstable();
        begun.dedup();
        begun
    };
    let (rows, columns) = (begun(|cell| cell.row), begun(|cell| cell.column));
    let renumber = |begun: &[usize], first: &mut usize, count: &mut usize| {
        let [from, to] = [*first, *first + *count].map(|at| begun.partition_point(|begun| *begun < at));
        (*first, *count) = (from, to - from);
    };
    for cell in cells {
        renumber(&rows, &mut cell.row, &mut cell.rows);
        renumber(&columns, &mut cell.column, &mut cell.columns);
    }
}
