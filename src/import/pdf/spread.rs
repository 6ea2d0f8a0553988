//! Tables that go on on the next page.

use super::Rows;
use super::cells::{PADDING, is_centred};
use super::grids::DOUBLE;
use super::joining::ENDS;
use super::page::{Cell, Row, Table};
use super::rules::places;
use crate::import::is_numbered;

/// Most rows that are heads.
const MOST_HEADS: usize = 3;

/// How many rows are looked back at.
const NEAR: usize = 50;

/// Joins tables that go on on the next page: the first has all rows then, and the others are gone.
pub(super) fn join(pages: &mut [Rows], running: &[Vec<bool>]) {
    // The table that the page before ends with: its page and row.
    let mut open: Option<(usize, usize)> = None;
    for (page, running) in running.iter().enumerate() {
        let mut body =
            running.iter().enumerate().filter_map(|(row, is_running)| (!is_running).then_some(row));
        let (first, last) = (body.next(), body.next_back());
        let goes_on = open.zip(first).is_some_and(|(before, first)| append(pages, before, (page, first)));
        if !(goes_on && last.is_none()) {
            let is_table =
                |row: &usize| pages.get(page).and_then(|rows| rows.get(*row)?.table.as_ref()).is_some();
            open = last.or(first).filter(is_table).map(|row| (page, row));
        }
    }
}

/// Appends the table of a row to that of another, if that is what goes on.
fn append(pages: &mut [Rows], before: (usize, usize), next: (usize, usize)) -> bool {
    let mut table = |(page, row): (usize, usize)| pages.get_mut(page)?.get_mut(row)?.table.take();
    let (mut of_before, of_next) = (table(before), table(next));
    let is_appended = match (&mut of_before, &of_next) {
        (Some(table), Some(next)) => table.append(next),
        _ => false,
    };
    for ((page, row), table) in [(before, of_before), (next, of_next.filter(|_| !is_appended))] {
        if let Some(row) = pages.get_mut(page).and_then(|rows| rows.get_mut(row)) {
            row.table = table;
        }
    }
    is_appended
}

impl Table {
    /// Appends a table of the next page that has the same columns.
    fn append(&mut self, next: &Self) -> bool {
        let lines = places(self.lines.iter().chain(&next.lines).copied(), DOUBLE);
        if lines.len() > self.lines.len().max(next.lines.len()) {
            return false;
        }
        let mut next = next.clone();
        // Left and right pages may have other margins.
        next.shift(self.left - next.left);
        if self.lines.len() < lines.len() {
            self.number(lines.clone());
        }
        next.number(lines);
        let same = self.rows.iter().zip(&next.rows).take(MOST_HEADS);
        let heads = same.take_while(|(own, other)| is_head(own, other)).count();
        if heads == next.rows.len() {
            return false;
        }
        next.rows.drain(..heads);
        self.heads = self.heads.max(heads);
        self.join_row(&mut next);
        self.rows.append(&mut next.rows);
        true
    }

    /// Joins what goes on in the first row of `next` to the cells above: the whole row, or cells that take more rows.
    fn join_row(&mut self, next: &mut Self) {
        let ends = self.ends();
        let is_same = |(own, other): (&(usize, usize), &Cell)| {
            self.cell(*own).is_some_and(|own| (own.column, own.columns) == (other.column, other.columns))
        };
        let Some(first) = next.rows.first() else { return };
        if ends.len() != first.len() || !ends.iter().zip(first).all(is_same) {
            return;
        }
        let is_row = self.goes_on(&ends, next);
        let Some(first) = next.rows.first_mut() else { return };
        let mut kept = Vec::new();
        for (at, cell) in ends.into_iter().zip(first.drain(..)) {
            let own = self.rows.get_mut(at.0).and_then(|row| row.get_mut(at.1));
            match own.filter(|own| is_row || own.rows > 1 && cell.is_empty() && !own.is_empty()) {
                Some(own) => own.go_on(cell, is_row),
                None => kept.push(cell),
            }
        }
        if is_row {
            next.rows.remove(0);
        } else {
            *first = kept;
        }
    }

    fn cell(&self, (row, index): (usize, usize)) -> Option<&Cell> {
        self.rows.get(row)?.get(index)
    }

    /// The cells that reach the last row, from the left: their rows and places in them.
    fn ends(&self) -> Vec<(usize, usize)> {
        let near = self.rows.iter().enumerate().rev().take(NEAR);
        let reach = near.flat_map(|(at, row)| {
            let ends = move |cell: &Cell| at + usize::from(cell.rows) >= self.rows.len();
            row.iter().enumerate().filter(move |(_, cell)| ends(cell)).map(move |(index, _)| (at, index))
        });
        let mut ends: Vec<_> = reach.collect();
        ends.sort_by_key(|at| self.cell(*at).map(|cell| cell.column));
        ends
    }

    /// Whether the last row, which has these cells, goes on in the first of `next`: what has text above goes on there, and
    /// a cell that always has text has none, or a sentence is broken.
    fn goes_on(&self, ends: &[(usize, usize)], next: &Self) -> bool {
        let Some(first) = next.rows.first() else { return false };
        let pairs = || ends.iter().zip(first).filter_map(|(own, other)| Some((self.cell(*own)?, other)));
        let both = || pairs().filter(|(_, other)| !other.is_empty());
        let others =
            || self.rows.iter().rev().take(NEAR).chain(next.rows.iter().skip(1).take(NEAR)).flatten();
        let is_always_said = |column: u16| others().all(|cell| cell.column != column || !cell.is_empty());
        let is_below = |(own, other): &(&Cell, &Cell)| other.is_empty() && !own.is_empty();
        let mut below = pairs().filter(is_below);
        let has_rows = |(own, _): (&Cell, &Cell)| own.lines.len() > 1;
        if both().all(|(own, other)| own.is_broken_before(other)) {
            return both().next().is_some() && (below.next().is_some() || both().any(has_rows));
        }
        both().all(has_rows) && below.any(|(_, other)| is_always_said(other.column))
    }
}

impl Cell {
    /// Goes on as `next`, in the same row or in further ones.
    fn go_on(&mut self, next: Self, is_same_row: bool) {
        self.rows = self.rows.saturating_add(next.rows).saturating_sub(u16::from(is_same_row));
        // What goes on on the next page is like a further column.
        let column = self.lines.last().map_or(0, |row| row.column + 1);
        self.lines.extend(next.lines.into_iter().map(|row| Row { column, ..row }));
    }

    /// Whether a sentence goes on in the cell `next`.
    fn is_broken_before(&self, next: &Self) -> bool {
        let (Some(last), Some(first)) = (self.lines.last(), next.lines.first()) else { return false };
        let left = self.lines.iter().rev().take(NEAR).map(|row| row.start).fold(f32::MAX, f32::min);
        let is_set_in = first.start - next.left > left - self.left + 0.5 * first.size;
        last.end + 2.0 * last.size + PADDING > self.right
            && (!is_set_in || is_centred(next, &[first]))
            && !last.text.ends_with(ENDS)
            && !is_numbered(&first.text)
    }
}

/// Whether a row says the same as one of the page before, and more than one thing.
fn is_head(own: &[Cell], other: &[Cell]) -> bool {
    let said = |cell: &Cell| {
        let text: String = cell.lines.iter().map(|row| row.text.as_str()).collect();
        (cell.column, cell.columns, cell.rows, text)
    };
    own.len() == other.len()
        && own.iter().filter(|cell| !cell.is_empty()).count() > 1
        && own.iter().zip(other).all(|(own, other)| said(own) == said(other))
}
