//! Grids: rules that cross, and the cells between them.

use std::collections::BTreeMap;

use super::glyphs::to_f32;
use super::groups::Groups;
use super::lattice::{self, Cell};
use super::rules::{Rule, Rules, place_of, places};
use crate::import::steps;

/// How close rules touch, in points.
const TOUCH: f32 = 2.0;

/// How far the rules of a double line are apart at most.
pub(super) const DOUBLE: f32 = 4.0;

/// How far rules go beyond the last that crosses them at least, where a side of the grid is not drawn.
const OPEN: f32 = 8.0;

/// Most cells of a grid before any are merged, and most grids of a page.
const MOST_CELLS: usize = 20_000;
const MOST: usize = 50;

/// How much of its area the cells of a grid fill at least: boxes with lines between them do not.
const FILLED: f32 = 0.7;

/// The least width that the cells of a single row have on average: smaller ones are boxes for figures.
const ROOMY: f32 = 30.0;

/// How much of the page a cell takes at most that is as wide as its grid: a larger one is a frame around text.
const LARGEST: f32 = 0.6;

/// A grid.
#[derive(Debug)]
pub(super) struct Grid {
    /// Where its columns and rows begin, and the last ends, before any are merged.
    xs: Vec<f32>,
    ys: Vec<f32>,
    /// Its cells, row by row from the left.
    pub(super) cells: Vec<Cell>,
    /// Which cell each column of each row belongs to.
    owners: Vec<Option<usize>>,
    /// Whether all its sides are drawn, and cells fill it.
    is_closed: bool,
    is_full: bool,
}

/// The grids of a page of that height that may be tables, from the smallest to the largest.
pub(super) fn grids(rules: Rules, height: f32) -> Vec<Grid> {
    let Some([level, upright]) = rules.merged() else { return Vec::new() };
    let mut groups = Groups::new(level.len() + upright.len());
    for (index, rule) in upright.iter().enumerate() {
        let from = level.partition_point(|other| other.at < rule.from - TOUCH);
        let beside = level.iter().enumerate().skip(from).take_while(|(_, other)| other.at <= rule.to + TOUCH);
        for (other, level_rule) in beside {
            steps::count(1);
            if touches(level_rule, rule.at) {
                groups.join(other, level.len() + index);
            }
        }
    }
    let mut parts: BTreeMap<usize, [Vec<Rule>; 2]> = BTreeMap::new();
    let all = level.iter().map(|rule| (0, rule)).chain(upright.iter().map(|rule| (1, rule)));
    for (index, (way, rule)) in all.enumerate() {
        if let Some(rules) = parts.entry(groups.of(index)).or_default().get_mut(way) {
            rules.push(*rule);
        }
    }
    let grids = parts.into_values().filter_map(|[level, upright]| Grid::new(level, upright, height));
    let mut grids: Vec<Grid> = grids.collect();
    grids.sort_by(|a, b| b.area().total_cmp(&a.area()));
    grids.truncate(MOST);
    grids.reverse();
    grids
}

/// Whether a rule goes as far as another one that crosses it at `at`.
fn touches(rule: &Rule, at: f32) -> bool {
    (rule.from - TOUCH..=rule.to + TOUCH).contains(&at)
}

/// The sides that are not drawn: where the first and the last of the rules both go as far beyond those that cross them.
fn open_sides(rules: &[Rule], crossing: &[Rule]) -> Vec<Rule> {
    let (Some(first), Some(last)) = (rules.first(), rules.last()) else { return Vec::new() };
    let (Some(start), Some(end)) = (crossing.first(), crossing.last()) else { return Vec::new() };
    let is_same = |a: f32, b: f32| (a - b).abs() <= DOUBLE;
    let before = is_same(first.from, last.from) && start.at - first.from > OPEN;
    let behind = is_same(first.to, last.to) && first.to - end.at > OPEN;
    let side = |at| Rule { at, from: first.at, to: last.at };
    [before.then(|| side(first.from)), behind.then(|| side(first.to))].into_iter().flatten().collect()
}

impl Grid {
    /// `None` where the rules are none of a table.
    fn new(mut level: Vec<Rule>, mut upright: Vec<Rule>, height: f32) -> Option<Self> {
        let sides = [open_sides(&upright, &level), open_sides(&level, &upright)];
        let is_closed = sides.iter().all(Vec::is_empty);
        let [more_level, more_upright] = sides;
        level.extend(more_level);
        upright.extend(more_upright);
        let xs = places(upright.iter().map(|rule| rule.at), DOUBLE);
        let ys = places(level.iter().map(|rule| rule.at), DOUBLE);
        let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
        if columns == 0 || rows == 0 || columns.saturating_mul(rows) > MOST_CELLS {
            return None;
        }
        steps::count(columns * rows);
        let (cells, owners) = lattice::cells(&xs, &ys, &level, &upright);
        let mut grid = Self { xs, ys, cells, owners, is_closed, is_full: false };
        grid.is_full = grid.cells.iter().map(Cell::area).sum::<f32>() >= FILLED * grid.area();
        grid.leave_frames(height);
        lattice::number(&mut grid.cells);
        grid.is_table().then_some(grid)
    }

    /// Leaves cells out that are frames around the text of a page.
    fn leave_frames(&mut self, height: f32) {
        let columns = self.xs.len().saturating_sub(1);
        let is_frame = |cell: &Cell| cell.columns == columns && cell.bottom - cell.top > LARGEST * height;
        let mut kept = 0;
        let places: Vec<Option<usize>> = (self.cells.iter())
            .map(|cell| {
                let place = kept;
                kept += usize::from(!is_frame(cell));
                (!is_frame(cell)).then_some(place)
            })
            .collect();
        self.cells.retain(|cell| !is_frame(cell));
        for owner in &mut self.owners {
            *owner = owner.and_then(|cell| places.get(cell).copied().flatten());
        }
    }

    fn is_table(&self) -> bool {
        let rows = self.cells.iter().map(|cell| cell.row + 1).max().unwrap_or_default();
        let columns = self.cells.iter().map(|cell| cell.column + 1).max().unwrap_or_default();
        let is_roomy = || self.is_closed && length(&self.xs) > ROOMY * to_f32(columns);
        columns > 1 && self.is_full && (rows > 1 || is_roomy())
    }

    /// How large it is.
    fn area(&self) -> f32 {
        length(&self.xs) * length(&self.ys)
    }

    /// The cell at a place.
    pub(super) fn cell_at(&self, (x, y): (f32, f32)) -> Option<usize> {
        let is_within = |places: &[f32], value: f32| {
            places.first().is_some_and(|first| *first <= value)
                && places.last().is_some_and(|last| value < *last)
        };
        let is_in = is_within(&self.xs, x) && is_within(&self.ys, y);
        let at = place_of(&self.ys, y) * self.xs.len().saturating_sub(1) + place_of(&self.xs, x);
        self.owners.get(at).copied().flatten().filter(|_| is_in)
    }

    /// A place in it.
    pub(super) fn place(&self) -> Option<(f32, f32)> {
        self.cells
            .first()
            .map(|cell| (f32::midpoint(cell.left, cell.right), f32::midpoint(cell.top, cell.bottom)))
    }
}

/// From the first place to the last.
fn length(places: &[f32]) -> f32 {
    places.last().zip(places.first()).map_or(0.0, |(last, first)| last - first)
}
