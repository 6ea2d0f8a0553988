//! What will be written, in small: the first page as it is typeset, or the first lines.

use egui::{
    self, Color32, FontId, Pos2, Rect, RichText, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, accesskit::Role,
};

use crate::export::{Page, Preview};
use crate::messages::exporting::{Words, w};
use crate::session::{ExportForm, OpenDocument, Session};
use crate::ui::appearance::fonts::Face;
use crate::ui::appearance::theme;

/// Height of the lines of a text, at most, in points.
const LINES: f32 = 220.0;
/// Size of the lines of a text in points.
const SMALL: f32 = 11.5;

/// Draws the preview, where there is one.
pub(super) fn ui(ui: &mut Ui, (session, open): (&Session, &OpenDocument), form: &ExportForm) {
    let Some(preview) = &session.preview.shown else { return };
    let face = Face::of(form.script, &open.detected(), session.lang());
    ui.add_space(12.0);
    let (name, size) = match &**preview {
        Preview::Page(page) => (Words::FirstPage, page_size(ui, page)),
        Preview::Lines(_) => (Words::Begins, Vec2::new(ui.available_width(), LINES)),
    };
    let palette = theme::palette(ui);
    ui.label(RichText::new(w(session.lang(), name)).small().color(palette.muted));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Image, true, w(session.lang(), Words::Preview)));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let edge = Stroke::new(1.0, palette.edge);
    ui.painter().rect(rect, 2.0, palette.paper, edge, StrokeKind::Inside);
    match &**preview {
        Preview::Page(page) => page_ui(ui, (page, rect), face, palette.ink),
        Preview::Lines(lines) => lines_ui(ui, (lines, rect.shrink(8.0)), face, palette.ink),
    }
}

fn page_size(ui: &Ui, page: &Page) -> Vec2 {
    let wide = ui.available_width();
    Vec2::new(wide, wide * page.size.1 / page.size.0.max(1.0))
}

fn page_ui(ui: &Ui, (page, rect): (&Page, Rect), face: Face, ink: Color32) {
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

fn lines_ui(ui: &Ui, (lines, rect): (&[String], Rect), face: Face, ink: Color32) {
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let font = FontId::new(SMALL, face.family(false));
    let mut top = rect.top();
    for line in lines {
        let galley = painter.layout(line.clone(), font.clone(), ink, rect.width());
        let height = galley.size().y.max(SMALL);
        painter.galley(Pos2::new(rect.left(), top), galley, ink);
        top += height;
        if top > rect.bottom() {
            break;
        }
    }
}
