//! Drawing characters on a page.

use krilla::geom::{Point, Transform};
use krilla::surface::Surface;
use krilla::text::{GlyphId, KrillaGlyph};

use super::faces::{Faces, RISE};
use super::set::Placed;
use super::sheet::Sheet;
use crate::typeset::Orientation;

/// The middle of a character above its base line, in em.
pub(super) const MIDDLE: f32 = RISE - 0.5;

/// Draws a part of a line of `text`, in characters of `size` points, in the middle of a line `thick` that begins
/// `across` the lines of the page.
pub(super) fn line(
    surface: &mut Surface<'_>,
    (sheet, faces): (&Sheet, &Faces<'_>),
    (text, placed): (&str, &[Placed]),
    (size, across, thick): (f32, f32, f32),
) {
    if !sheet.is_vertical {
        let base = sheet.origin.1 + across + thick / 2.0 + MIDDLE * size;
        row(surface, faces, (text, placed), size, (sheet.origin.0, base));
        return;
    }
    let lies = |placed: &Placed| placed.orientation == Orientation::Turned;
    let runs = placed.chunk_by(|one, next| one.glyph.face == next.glyph.face && lies(one) == lies(next));
    for run in runs {
        let Some(first) = run.first() else { continue };
        let (middle, down) = (sheet.right() - across - thick / 2.0, sheet.origin.1 + first.along);
        if lies(first) {
            // A row that is turned by a quarter: what was to the right goes down.
            let turn = Transform::from_row(0.0, 1.0, -1.0, 0.0, middle - MIDDLE * size, down);
            surface.push_transform(&turn);
            row(surface, faces, (text, run), size, (-first.along, 0.0));
            surface.pop();
        } else if let Some(font) = faces.font(first.glyph.face) {
            let at = Point::from_xy(middle, down + RISE * size);
            surface.draw_glyphs(at, &in_column(run, size), font, text, size, false);
        }
    }
}

/// Draws characters of `text` on a base line; `from` is where places are counted from.
pub(super) fn row(
    surface: &mut Surface<'_>,
    faces: &Faces<'_>,
    (text, placed): (&str, &[Placed]),
    size: f32,
    from: (f32, f32),
) {
    for run in placed.chunk_by(|one, next| one.glyph.face == next.glyph.face) {
        let Some(first) = run.first() else { continue };
        let Some(font) = faces.font(first.glyph.face) else { continue };
        let at = Point::from_xy(from.0 + first.along, from.1);
        surface.draw_glyphs(at, &in_row(run, size), font, text, size, false);
    }
}

/// Glyphs one after the other along a row; measures in em.
fn in_row(run: &[Placed], size: f32) -> Vec<KrillaGlyph> {
    let ends = run.iter().skip(1).map(|next| Some(next.along)).chain([None]);
    let glyphs = run.iter().zip(ends).map(|(placed, end)| {
        let advance = end.map_or(placed.glyph.advance, |end| (end - placed.along) / size);
        glyph(placed, (advance, 0.0), 0.0)
    });
    glyphs.collect()
}

/// Glyphs one below the other, each with its middle on the column's; measures in em.
fn in_column(run: &[Placed], size: f32) -> Vec<KrillaGlyph> {
    let ends = run.iter().skip(1).map(|next| next.along).chain(run.last().map(|last| last.along));
    let glyphs = run.iter().zip(ends).map(|(placed, end)| {
        let wide = placed.glyph.advance;
        let (left, up) = match placed.orientation {
            Orientation::Left => (-wide, 0.0),
            // It stands half a cell further along than it is seen.
            Orientation::Right => (0.0, 0.5),
            Orientation::Upright | Orientation::Turned => (-wide / 2.0, 0.0),
        };
        let mut glyph = glyph(placed, (0.0, (placed.along - end) / size), left);
        glyph.y_offset = up;
        glyph
    });
    glyphs.collect()
}

fn glyph(placed: &Placed, (x_advance, y_advance): (f32, f32), x_offset: f32) -> KrillaGlyph {
    let id = GlyphId::new(placed.glyph.id);
    KrillaGlyph::new(id, x_advance, x_offset, 0.0, y_advance, placed.bytes.clone(), None)
}
