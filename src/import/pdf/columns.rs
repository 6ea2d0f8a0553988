//! The columns of a page, and the order that its rows are read in.

use std::collections::HashMap;

use super::Rows;
use super::glyphs::{Glyph, Way, to_f32};
use super::page::Table;
use super::rows::{Piece, pieces, rows};

/// Fewest pieces of a page with columns.
const FEWEST: usize = 12;

/// The ways that rows go, in the order in which they are read.
const WAYS: [Way; 5] = [Way::Columns, Way::Right, Way::Down, Way::Up, Way::Back];

/// The rows that `glyphs` are, those of each way by themselves, with the tables between them.
pub(super) fn read(glyphs: &[Glyph], tables: Vec<Table>) -> Rows {
    of_ways(glyphs, tables, read_way)
}

/// The same within a cell, which has no columns.
pub(super) fn read_cell(glyphs: &[Glyph], tables: Vec<Table>) -> Rows {
    of_ways(glyphs, tables, |pieces| rows(pieces, 0))
}

fn of_ways(glyphs: &[Glyph], mut tables: Vec<Table>, read: fn(Vec<Piece>) -> Rows) -> Rows {
    let of_way = |way: Way| {
        let own: Vec<Glyph> = glyphs.iter().filter(|glyph| glyph.way == way).copied().collect();
        let mut pieces = pieces(&own);
        if way == Way::Right {
            pieces.extend(tables.drain(..).map(Piece::of_table));
        }
        read(pieces)
    };
    WAYS.into_iter().flat_map(of_way).collect()
}

/// Bold print is imitated by drawing twice: what lies on its like is one.
pub(super) fn without_doubles(glyphs: Vec<Glyph>) -> Vec<Glyph> {
    #[expect(clippy::cast_possible_truncation, reason = "cells of a page")]
    let cell = |place: f32, size: f32| (place / size).round() as i32;
    let mut seen: HashMap<_, (f32, f32)> = HashMap::new();
    let mut is_new = |glyph: &Glyph| {
        let (width, size) = (glyph.end - glyph.start, glyph.size);
        let (x, y) = (cell(glyph.start, size), cell(glyph.across, size));
        let lies_on = |&(start, across): &(f32, f32)| {
            (glyph.start - start).abs() < 0.3 * width && (glyph.across - across).abs() < 0.2 * size
        };
        let near =
            (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (x.saturating_add(dx), y.saturating_add(dy))));
        let is_double =
            near.into_iter().any(|(x, y)| seen.get(&(glyph.c, glyph.way, x, y)).is_some_and(lies_on));
        seen.insert((glyph.c, glyph.way, x, y), (glyph.start, glyph.across));
        glyph.c.is_whitespace() || !is_double
    };
    glyphs.into_iter().filter(|glyph| is_new(glyph)).collect()
}

/// Rows in the order they are read in: column after column between what goes over all of them.
fn read_way(pieces: Vec<Piece>) -> Rows {
    let Some(gutter) = gutter(&pieces) else { return rows(pieces, 0) };
    let crosses = |piece: &Piece| piece.row.start < gutter && piece.row.end > gutter;
    let mut heads: Vec<f32> =
        pieces.iter().filter(|piece| crosses(piece)).map(|piece| piece.row.across).collect();
    heads.sort_by(f32::total_cmp);
    let mut parts: Vec<[Vec<Piece>; 3]> = vec![Default::default(); heads.len() + 1];
    for piece in pieces {
        let band = heads.partition_point(|head| *head <= piece.row.across + 0.1);
        let column = if crosses(&piece) { 0 } else { 1 + usize::from(piece.row.start >= gutter) };
        if let Some(part) = parts.get_mut(band).and_then(|part| part.get_mut(column)) {
            part.push(piece);
        }
    }
    let columns = parts.into_iter().flat_map(|part| part.into_iter().enumerate());
    columns.flat_map(|(column, pieces)| rows(pieces, column)).collect()
}

/// Where the gutter between two columns is, if a page has them: nearly nothing goes over it, and what is beside it fills
/// its column, as the cells of a table and the numbers of a list of contents do not.
fn gutter(pieces: &[Piece]) -> Option<f32> {
    if pieces.len() < FEWEST {
        return None;
    }
    let left = pieces.iter().map(|piece| piece.row.start).fold(f32::MAX, f32::min);
    let right = pieces.iter().map(|piece| piece.row.end).fold(f32::MIN, f32::max);
    (0..=30_u8).map(|step| left + (right - left) * (0.35 + 0.01 * f32::from(step))).find(|gutter| {
        let widths = |on_left: bool| {
            let (from, to) = if on_left { (left, *gutter) } else { (*gutter, right) };
            let within =
                pieces.iter().filter(|piece| piece.row.start >= from - 1.0 && piece.row.end <= to + 1.0);
            let mut widths: Vec<f32> = within.map(|piece| piece.row.end - piece.row.start).collect();
            widths.sort_by(f32::total_cmp);
            let middle = widths.get(widths.len() / 2).copied().unwrap_or_default();
            (widths.len(), middle / (to - from))
        };
        let ((on_left, left_share), (on_right, right_share)) = (widths(true), widths(false));
        let all = to_f32(pieces.len());
        let crossing = pieces.len().saturating_sub(on_left + on_right);
        to_f32(crossing) <= 0.15 * all
            && to_f32(on_left.min(on_right)) >= 0.25 * all
            && left_share.min(right_share) > 0.6
    })
}
