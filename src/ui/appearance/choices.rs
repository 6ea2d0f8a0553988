//! Tick boxes, radio buttons, and the crosses that close or delete: one kind of each, in the outline and in every panel.

use egui::{
    self, Button, Color32, Painter, Pos2, Rect, Response, RichText, Sense, Shape, Stroke, StrokeKind,
    TextStyle, Ui, Vec2, accesskit::Role,
};

use super::fonts::Face;
use super::theme::{self, Palette};
use crate::export::Tick;

/// Side of a tick box and diameter of a radio button, in points.
const SIZE: f32 = 14.0;
/// Room between the mark and its words, in points.
const GAP: f32 = 8.0;

/// Draws a tick box around `center`; `bright` where the pointer or the focus is on it.
pub(crate) fn paint_tick(painter: &Painter, palette: &Palette, center: Pos2, (tick, bright): (Tick, bool)) {
    let square = Rect::from_center_size(center, Vec2::splat(SIZE));
    let at = |x: f32, y: f32| center + Vec2::new(x, y);
    let mark = match tick {
        Tick::Off => Vec::new(),
        Tick::Half => vec![at(-3.5, 0.0), at(3.5, 0.0)],
        Tick::On => vec![at(-3.5, 0.0), at(-1.0, 2.8), at(3.8, -2.8)],
    };
    if mark.is_empty() {
        let stroke = Stroke::new(1.2, if bright { palette.ink } else { palette.frame });
        painter.rect_stroke(square, 3.0, stroke, StrokeKind::Inside);
    } else {
        painter.rect_filled(square, 3.0, palette.accent);
        painter.add(Shape::line(mark, Stroke::new(1.8, palette.on_accent)));
    }
}

/// Draws the mark of a fold around `center`: whether it is closed, and its colour.
pub(crate) fn paint_fold(painter: &Painter, center: Pos2, (closed, color): (bool, Color32)) {
    let at = |x: f32, y: f32| center + Vec2::new(x, y);
    let points = if closed {
        vec![at(-2.5, -4.5), at(2.5, 0.0), at(-2.5, 4.5)]
    } else {
        vec![at(-4.5, -2.5), at(0.0, 2.5), at(4.5, -2.5)]
    };
    painter.add(Shape::line(points, Stroke::new(1.5, color)));
}

/// A button with a cross, for screen readers called `name`. The Latin face's own is hardly seen: the cross is of one size
/// in all languages.
pub(crate) fn cross(ui: &mut Ui, name: &str) -> Response {
    let sign = RichText::new("×").family(Face::Hans.family(false));
    let response = ui.add(Button::new(sign).frame_when_inactive(false));
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, name));
    response
}

/// A tick box with its words.
pub(crate) fn tick_box(ui: &mut Ui, ticked: &mut bool, words: &str) -> Response {
    let (mut response, center) = choice(ui, words);
    if response.clicked() {
        *ticked = !*ticked;
        response.mark_changed();
    }
    let on = *ticked;
    response.widget_info(|| egui::WidgetInfo::selected(Role::CheckBox, true, on, words));
    let bright = response.hovered() || response.has_focus();
    paint_tick(ui.painter(), theme::palette(ui), center, (if on { Tick::On } else { Tick::Off }, bright));
    response
}

/// A radio button with its words.
pub(crate) fn radio(ui: &mut Ui, chosen: bool, words: &str) -> Response {
    let (response, center) = choice(ui, words);
    response.widget_info(|| egui::WidgetInfo::selected(Role::RadioButton, true, chosen, words));
    let palette = theme::palette(ui);
    let bright = response.hovered() || response.has_focus();
    let ring = match (chosen, bright) {
        (true, _) => palette.accent,
        (false, true) => palette.ink,
        (false, false) => palette.frame,
    };
    ui.painter().circle_stroke(center, SIZE / 2.0 - 0.6, Stroke::new(1.2, ring));
    if chosen {
        ui.painter().circle_filled(center, SIZE / 2.0 - 3.4, palette.accent);
    }
    response
}

/// A radio button that puts `value` into `chosen`.
pub(crate) fn radio_value<T: PartialEq>(ui: &mut Ui, chosen: &mut T, value: T, words: &str) -> Response {
    let response = radio(ui, *chosen == value, words);
    if response.clicked() {
        *chosen = value;
    }
    response
}

/// The room of a choice with its words beside it, and the middle of its mark.
fn choice(ui: &mut Ui, words: &str) -> (Response, Pos2) {
    let room = (ui.available_width() - SIZE - GAP).max(SIZE);
    let font = TextStyle::Body.resolve(ui.style());
    let ink = theme::palette(ui).ink;
    let galley = ui.painter().layout(words.to_owned(), font, ink, room);
    let height = galley.size().y.max(ui.spacing().interact_size.y - 4.0);
    let size = Vec2::new(SIZE + GAP + galley.size().x, height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let first_line = galley.rows.first().map_or(height, |row| row.height());
    let top = rect.center().y - galley.size().y / 2.0;
    let center = Pos2::new(rect.left() + SIZE / 2.0, top + first_line / 2.0);
    ui.painter().galley(Pos2::new(rect.left() + SIZE + GAP, top), galley, ink);
    if response.has_focus() {
        theme::focus_ring(ui, rect.expand(2.0), 4.0);
    }
    (response, center)
}
