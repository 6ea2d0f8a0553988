//! What is said above the sample: that it is one, and the three steps of the main job.

use egui::{self, Align, Button, Label, Layout, RichText, Ui, accesskit::Role};

use super::shortcuts;
use crate::messages::opening::{Words, w};
use crate::messages::{Text, action, t};
use crate::session::{Action, Message, OpeningMessage, Session};
use crate::ui::appearance::choices::cross;
use crate::ui::appearance::theme;

/// Height of a hint in points.
const HINT: f32 = 18.0;

/// Draws the hints.
pub(crate) fn ui(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    let lang = session.lang();
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        let title = ui.label(RichText::new(w(lang, Words::Sample)).strong());
        title.widget_info(|| egui::WidgetInfo::labeled(Role::Label, true, w(lang, Words::Sample)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if cross(ui, t(lang, Text::Dismiss)).clicked() {
                out.push(Message::Opening(OpeningMessage::HideHints));
            }
            let open = ui.add(Button::new(RichText::new(action(lang, Action::Open)).small()));
            if open.on_hover_text(shortcuts::tooltip(ui.ctx(), lang, Action::Open)).clicked() {
                out.push(Message::Act(Action::Open));
            }
        });
    });
    // They are no buttons, and stand closer.
    ui.spacing_mut().interact_size.y = HINT;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 18.0;
        for (number, hint) in [("①", Words::HintGo), ("②", Words::HintScript), ("③", Words::HintTick)] {
            let words = RichText::new(format!("{number} {}", w(lang, hint))).small().color(palette.muted);
            // A step that has no room in the row stands whole in the next.
            ui.add(Label::new(words).extend());
        }
    });
}
