//! The characters of a page as the screen draws them, in the places that [`super::draw`] gives them.

use super::super::page::{Look, Mark};
use super::draw::MIDDLE;
use super::faces::RISE;
use super::set::Placed;
use super::sheet::Sheet;
use crate::typeset::Orientation;

/// The characters of a part of a line, in characters of `size` points, in the middle of a line `thick` that begins `across`
/// the lines of the page.
pub(super) fn of_line(
    sheet: &Sheet,
    placed: &[Placed],
    (size, across, thick): (f32, f32, f32),
) -> impl Iterator<Item = Mark> {
    let base = sheet.origin.1 + across + thick / 2.0 + MIDDLE * size;
    let middle = sheet.right() - across - thick / 2.0;
    placed.iter().map(move |placed| {
        if !sheet.is_vertical {
            return mark(placed, size, (sheet.origin.0 + placed.along, base));
        }
        let (down, wide) = (sheet.origin.1 + placed.along, placed.glyph.advance * size);
        let upright = down + RISE * size;
        let at = match placed.orientation {
            Orientation::Turned => (middle - MIDDLE * size, down),
            Orientation::Left => (middle - wide, upright),
            Orientation::Right => (middle, upright - size / 2.0),
            Orientation::Upright => (middle - wide / 2.0, upright),
        };
        mark(placed, size, at)
    })
}

/// The characters of a row that stands on a base line; `from` is where places are counted from.
pub(super) fn of_row(placed: &[Placed], size: f32, from: (f32, f32)) -> impl Iterator<Item = Mark> {
    placed.iter().map(move |placed| mark(placed, size, (from.0 + placed.along, from.1)))
}

fn mark(placed: &Placed, size: f32, at: (f32, f32)) -> Mark {
    let look = match placed.glyph.face {
        1 | 3 => Look::Sans,
        2 => Look::Bold,
        _ => Look::Serif,
    };
    let is_turned = placed.orientation == Orientation::Turned;
    Mark { character: placed.drawn, at, size, look, is_turned }
}
