//! What will be written, in small: the first page as it is typeset, or the first lines.

use egui::{
    self, Color32, CursorIcon, FontId, Frame, Id, Label, Modal, Pos2, Rect, Response, RichText, Sense, Shape,
    Stroke, StrokeKind, Ui, Vec2, accesskit::Role,
};

use crate::export::{Page, Preview};
use crate::messages::export::{Words, w};
use crate::session::{ExportForm, ExportMessage, Message, OpenDocument, Session};
use crate::ui::appearance::fonts::Face;
use crate::ui::appearance::theme;

/// Height of the lines of a text, at most, in points.
const LINES: f32 = 220.0;
/// Around the preview where it is large, in points.
const AROUND: Vec2 = Vec2::new(60.0, 60.0);
/// Where it is large, lines of a text take at most so much, in points.
const LARGEST_LINES: Vec2 = Vec2::new(640.0, 720.0);
/// Where the lines have more room than this, in points, they are as large as the window's other words.
const NARROW: f32 = 480.0;
/// Paper and ink of a page, whatever the theme of the window: it is shown as it will be printed.
const PRINTED: (Color32, Color32) = (Color32::WHITE, Color32::from_gray(20));
/// Size of the lines of a text in points.
const SMALL: f32 = 11.5;

/// Draws the preview, where there is one; a click shows it large.
pub(super) fn ui(
    ui: &mut Ui,
    (session, open): (&Session, &OpenDocument),
    form: &ExportForm,
    out: &mut Vec<Message>,
) {
    let Some(preview) = &session.preview.shown else { return };
    let lang = session.lang();
    ui.add_space(12.0);
    let (name, height) = match &**preview {
        Preview::Page(page) => (Words::FirstPage, page_height(ui.available_width(), page)),
        Preview::Lines(_) => (Words::Begins, LINES),
    };
    let quiet = |words| RichText::new(w(lang, words)).small().color(theme::palette(ui).muted);
    let (name, other_faces) = (quiet(name), quiet(Words::OtherFaces));
    ui.label(name);
    let installed = session.typefaces.for_papers(&open.detected(), form.script).map(|face| face.is_some());
    if form.names_other_faces(installed) {
        ui.add(Label::new(other_faces).wrap());
    }
    let size = Vec2::new(ui.available_width(), height);
    let response = preview_ui(ui, (session, open), form, (preview, size));
    let response = response.on_hover_cursor(CursorIcon::ZoomIn).on_hover_text(w(lang, Words::Enlarge));
    if response.clicked() {
        out.push(Message::Export(ExportMessage::Enlarge(true)));
    }
}

/// Draws the preview over everything, as large as the window lets it.
pub(in crate::ui) fn enlarged(ctx: &egui::Context, session: &Session, out: &mut Vec<Message>) {
    let shrink = Message::Export(ExportMessage::Enlarge(false));
    let (Some(preview), Some(form), Some(open)) =
        (&session.preview.shown, session.export_form(), &session.open)
    else {
        out.push(shrink);
        return;
    };
    let room = ctx.content_rect().size() - AROUND;
    let size = match &**preview {
        Preview::Page(page) => {
            let width = room.x.min(room.y / page_height(1.0, page));
            Vec2::new(width, page_height(width, page))
        }
        Preview::Lines(_) => room.min(LARGEST_LINES),
    };
    let frame = Frame::popup(&ctx.global_style()).inner_margin(12);
    let modal = Modal::new(Id::unique("preview")).backdrop_color(theme::VEIL).frame(frame);
    let shown = modal.show(ctx, |ui| preview_ui(ui, (session, open), form, (preview, size)));
    let closed = shown.should_close();
    let clicked = shown.inner.on_hover_cursor(CursorIcon::ZoomOut).clicked();
    if clicked || closed {
        out.push(shrink);
    }
}

/// Draws it with `size`.
fn preview_ui(
    ui: &mut Ui,
    (session, open): (&Session, &OpenDocument),
    form: &ExportForm,
    (preview, size): (&Preview, Vec2),
) -> Response {
    let face = Face::of(form.script, &open.detected(), session.lang());
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Image, true, w(session.lang(), Words::Preview)));
    if ui.is_rect_visible(rect) {
        let edge = Stroke::new(1.0, if response.has_focus() { palette.accent } else { palette.edge });
        let (paper, ink) = match preview {
            Preview::Page(_) => PRINTED,
            Preview::Lines(_) => (palette.paper, palette.ink),
        };
        ui.painter().rect(rect, 2.0, paper, edge, StrokeKind::Inside);
        match preview {
            Preview::Page(page) => page_ui(ui, (page, rect), face, ink),
            Preview::Lines(lines) => lines_ui(ui, (lines, rect.shrink(8.0)), face, ink),
        }
    }
    response
}

/// The height of a page that is so wide.
fn page_height(width: f32, page: &Page) -> f32 {
    width * page.size.1 / page.size.0.max(1.0)
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
