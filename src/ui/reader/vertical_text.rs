//! The glyphs of a line put into a column. Where the columns stand is `flow.rs`'s.

use std::sync::Arc;

use egui::epaint::text::Row;
use egui::{Galley, Pos2, Rect, Vec2};

use crate::typeset::Orientation;

/// How far an ideograph rises above its base line in the embedded faces, in em; it is one em high.
const RISE: f32 = 0.88;

/// Where a character stands in its column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    /// From the start of the column, in points.
    pub(super) along: f32,
    /// Added after the character to fill the column, in points.
    pub(super) spacing: f32,
    /// How it stands.
    pub(super) orientation: Orientation,
}

/// The glyphs of `galley`, a row, put into a column by `cells`, one for each. The column's middle is at x = 0 and its
/// start at y = 0; `size` is an em, `pixel` the width of a pixel, in points.
pub(super) fn column(
    galley: &Galley,
    mut cells: impl Iterator<Item = Cell>,
    size: f32,
    pixel: f32,
) -> Galley {
    let mut galley = galley.clone();
    let mut whole = Rect::NOTHING;
    for placed in &mut galley.rows {
        placed.pos = Pos2::ZERO;
        let Row { glyphs, visuals, .. } = Arc::make_mut(&mut placed.row);
        visuals.mesh_bounds = Rect::NOTHING;
        let ends = glyphs.iter().skip(1).map(|glyph| glyph.first_vertex as usize);
        let ends = ends.chain([visuals.glyph_vertex_range.end]);
        for ((glyph, end), cell) in glyphs.iter().zip(ends).zip(&mut cells) {
            let middle = Vec2::new(glyph.advance_width / 2.0, (0.5 - RISE) * size);
            // The middle of the glyph's cell in the row, and where it goes in the column.
            let from = glyph.pos + middle;
            let to = cell.middle(glyph.advance_width, size);
            let vertices = visuals.mesh.vertices.get_mut(glyph.first_vertex as usize..end);
            let corner = vertices.as_ref().and_then(|vertices| vertices.first()).map(|first| first.pos);
            let Some((vertices, corner)) = vertices.zip(corner) else { continue };
            let turn = |at: Pos2| to + turned(cell.orientation, at - from);
            // Corners on whole pixels keep the letters crisp.
            let there = turn(corner);
            let nudge = (there / pixel).round() * pixel - there;
            for vertex in vertices {
                vertex.pos = turn(vertex.pos) + nudge;
                visuals.mesh_bounds.extend_with(vertex.pos);
            }
        }
        whole |= visuals.mesh_bounds;
    }
    galley.rect = whole;
    galley.mesh_bounds = whole;
    galley
}

impl Cell {
    /// The middle of a glyph of that width.
    fn middle(self, wide: f32, size: f32) -> Pos2 {
        let half = size / 2.0;
        match self.orientation {
            Orientation::Upright => Pos2::new(0.0, self.along + half),
            Orientation::Turned => Pos2::new(0.0, self.along + wide / 2.0),
            Orientation::Left => Pos2::new(-wide / 2.0, self.along + half),
            Orientation::Right => Pos2::new(wide / 2.0, self.along - self.spacing),
        }
    }
}

/// `at`, relative to the middle of a glyph, after turning the glyph as it stands.
fn turned(orientation: Orientation, at: Vec2) -> Vec2 {
    if orientation == Orientation::Turned { Vec2::new(-at.y, at.x) } else { at }
}
