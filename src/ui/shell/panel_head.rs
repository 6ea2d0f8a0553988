//! The head of every panel beside the text.

use egui::{self, Align, Key, Layout, RichText, Ui};

use super::shortcuts;
use crate::messages::{Text, t};
use crate::session::{Message, Session, ShellMessage};
use crate::ui::appearance::choices::cross;

/// The title of a panel beside the text, with the button that closes it.
pub(in crate::ui) fn panel_head(ui: &mut Ui, session: &Session, title: &str, out: &mut Vec<Message>) {
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.label(RichText::new(title).strong());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = t(session.lang(), Text::Dismiss);
            let close = cross(ui, name).on_hover_text(shortcuts::with_key(
                ui.ctx(),
                session.lang(),
                name,
                Key::Escape,
            ));
            if close.clicked() {
                out.push(Message::Shell(ShellMessage::ClosePanel));
            }
        });
    });
}
