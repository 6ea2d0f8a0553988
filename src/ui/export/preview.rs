//! What will be written, in small: the first page as it is typeset, or the first lines.

mod paper;

use egui::{
    self, Color32, CursorIcon, Frame, Id, Label, Modal, Response, RichText, Sense, Stroke, StrokeKind, Ui,
    Vec2, accesskit::Role,
};

use self::paper::{lines_ui, page_height, page_ui};
use crate::export::Preview;
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
/// Paper and ink of a page, whatever the theme of the window: it is shown as it will be printed.
const PRINTED: (Color32, Color32) = (Color32::WHITE, Color32::from_gray(20));

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
