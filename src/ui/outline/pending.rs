//! The outline panel before there is an outline: how far it is, or that the reader did without.

use egui::{self, Button, ProgressBar, RichText, Ui, accesskit::Role};

use crate::messages::outline::{Words, w};
use crate::messages::{Text, action, t};
use crate::session::{Action, Extent, Message, OpenDocument, Session};
use crate::ui::appearance::theme;

/// Draws the panel.
pub(in crate::ui) fn ui(ui: &mut Ui, session: &Session, open: &OpenDocument, out: &mut Vec<Message>) {
    let lang = session.lang();
    let palette = theme::palette(ui);
    // As wide as the rows will be: nothing moves when they come.
    ui.set_min_width(ui.available_width());
    ui.add_space(6.0);
    ui.strong(t(lang, Text::Outline));
    ui.add_space(24.0);
    let (words, share, asked) = match open.content.extent() {
        Extent::Part { .. } => (Words::Inferring, Some(0.0), Action::StopInferring),
        Extent::Text(share) => (Words::Inferring, Some(share), Action::StopInferring),
        Extent::Stopped | Extent::Whole => (Words::NotInferred, None, Action::Infer),
    };
    ui.vertical_centered(|ui| {
        ui.set_max_width(240.0);
        let words = w(lang, words);
        let words = share.map_or(words.to_owned(), |share| format!("{words}  {:.0}%", share * 100.0));
        let label = ui.label(RichText::new(&words).color(palette.muted));
        label.widget_info(|| egui::WidgetInfo::labeled(Role::Status, true, &words));
        ui.add_space(8.0);
        if let Some(share) = share {
            ui.add(ProgressBar::new(share).fill(palette.accent).desired_height(6.0));
            ui.add_space(8.0);
        }
        let name = if share.is_some() { t(lang, Text::Cancel) } else { action(lang, asked) };
        let enabled = session.is_enabled(asked);
        let button = ui.add_enabled(enabled, Button::new(name).min_size(egui::vec2(96.0, 28.0)));
        button.widget_info(|| egui::WidgetInfo::labeled(Role::Button, enabled, action(lang, asked)));
        if button.clicked() {
            out.push(Message::Act(asked));
        }
    });
}
