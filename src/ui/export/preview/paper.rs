//! What lies on the preview's paper: the characters of a page, or lines of a text.

use egui::{Color32, FontId, Pos2, Rect, Shape, Ui, Vec2};

use crate::export::Page;
use crate::ui::appearance::fonts::Face;
use crate::ui::appearance::theme;

/// Where the lines have more room than this, in points, they are as large as the window's other words.
const NARROW: f32 = 480.0;
/// Size of the lines of a text in points.
const SMALL: f32 = 11.5;

/// The height of a page that is so wide.
pub(super) fn page_height(width: f32, page: &Page) -> f32 {
    width * page.size.1 / page.size.0.max(1.0)
}

/// Draws a page with `ink` over `rect`, each character where it is typeset.
pub(super) fn page_ui(ui: &Ui, (page, rect): (&Page, Rect), face: Face, ink: Color32) {
    let scale = rect.width() / page.size.0.max(1.0);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    for mark in &page.marks {
        let font = FontId::new(mark.size * scale, face.page_family(mark.look));
        let galley = painter.layout_no_wrap(mark.character.to_string(), font, ink);
        let Some(glyph) = galley.rows.first().and_then(|row| row.glyphs.first()) else { continue };
        let base = Vec2::new(glyph.pos.x, glyph.pos.y);
        let at = rect.min + Vec2::new(mark.at.0, mark.at.1) * scale;
        let mut shape = egui::epaint::TextShape::new(at - base, galley, ink);
        if mark.is_turned {
            // What was to the right of the base line's beginning goes down from it.
            shape.pos = at + Vec2::new(base.y, -base.x);
            shape.angle = std::f32::consts::FRAC_PI_2;
        }
        painter.add(Shape::Text(shape));
    }
}

/// Draws as many `lines` as find room in `rect`.
pub(super) fn lines_ui(ui: &Ui, (lines, rect): (&[String], Rect), face: Face, ink: Color32) {
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let size = if rect.width() > NARROW { theme::UI_TEXT } else { SMALL };
    let font = FontId::new(size, face.family(false));
    let mut top = rect.top();
    for line in lines {
        let galley = painter.layout(line.clone(), font.clone(), ink, rect.width());
        let height = galley.size().y.max(size);
        painter.galley(Pos2::new(rect.left(), top), galley, ink);
        top += height;
        if top > rect.bottom() {
            break;
        }
    }
}
