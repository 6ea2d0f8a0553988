//! What the window shows while nothing is open: what the program does, and the ways in.

use egui::{self, Button, ProgressBar, RichText, ScrollArea, Ui};

use super::recents;
use crate::messages::opening::{Words, w};
use crate::messages::{self, Text, t};
use crate::session::{Action, Loading, Message, Session, Stage};
use crate::ui::appearance::theme;

/// What all that the page says takes, in points, and with it each of the recent files.
const WHOLE: (f32, f32) = (410.0, 30.0);
/// How many recent files are listed.
const RECENTS: usize = 6;

/// Draws the welcome.
pub(crate) fn ui(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    ui.painter().rect_filled(ui.max_rect(), 0.0, palette.paper);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| page_ui(ui, session, out));
}

fn page_ui(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    let lang = session.lang();
    let palette = theme::palette(ui);
    let room = ui.available_height();
    // Who has read before looks for what was read: in a low window that comes before what the program says of itself.
    let recents = session.state.recents.len().min(RECENTS);
    #[expect(clippy::cast_precision_loss, reason = "a few rows")]
    let is_low = recents > 0 && room < WHOLE.0 + WHOLE.1 * recents as f32;
    ui.vertical_centered(|ui| {
        ui.set_max_width(520.0);
        ui.add_space(if is_low { 10.0 } else { (room * 0.16 - 30.0).max(14.0) });
        if !is_low {
            ui.label(RichText::new("綱目").size(44.0).color(palette.accent));
            ui.add_space(10.0);
        }
        ui.label(RichText::new(w(lang, Words::Welcome)).size(22.0).color(palette.ink));
        ui.add_space(8.0);
        if !is_low {
            ui.label(RichText::new(w(lang, Words::WelcomeMore)).size(15.0).color(palette.muted));
            ui.add_space(22.0);
        }
        let name = RichText::new(messages::action(lang, Action::Open)).size(16.0).color(palette.on_accent);
        let button = ui.add(Button::new(name).fill(palette.accent).min_size(egui::vec2(150.0, 38.0)));
        theme::focus_on_accent(ui, &button);
        if button.clicked() {
            out.push(Message::Act(Action::Open));
        }
        ui.add_space(6.0);
        for action in [Action::Paste, Action::OpenSample] {
            if ui.add(Button::new(messages::action(lang, action)).frame_when_inactive(false)).clicked() {
                out.push(Message::Act(action));
            }
        }
        if !is_low {
            ui.add_space(10.0);
            ui.label(RichText::new(w(lang, Words::DropHint)).small().color(palette.muted));
        }
        ui.add_space(if is_low { 10.0 } else { 20.0 });
        recents_ui(ui, session, out);
    });
}

fn recents_ui(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    if session.state.recents.is_empty() {
        return;
    }
    ui.label(RichText::new(t(session.lang(), Text::Recent)).small().color(theme::palette(ui).muted));
    for recent in session.state.recents.iter().take(RECENTS) {
        // Names below each other, and folders.
        recents::ui(ui, session, (recent, ui.available_width()), out);
    }
    recents::clear_ui(ui, session, out);
}

/// Shows how far the opening of a document is.
pub(crate) fn loading(ui: &mut Ui, session: &Session, loading: &Loading, out: &mut Vec<Message>) {
    let lang = session.lang();
    ui.horizontal_centered(|ui| {
        let words = match loading.stage {
            Stage::Reading(_) => Words::Reading,
            Stage::Decoding => Words::Decoding,
        };
        ui.label(w(lang, words));
        if let Some(name) = loading.source.path().and_then(std::path::Path::file_name) {
            ui.add(egui::Label::new(RichText::new(name.to_string_lossy()).strong()).truncate());
        }
        match loading.stage {
            Stage::Reading(share) => {
                ui.add(ProgressBar::new(share).desired_width(160.0).show_percentage());
            }
            Stage::Decoding => drop(ui.spinner()),
        }
        if ui.button(t(lang, Text::Cancel)).clicked() {
            out.push(Message::Act(Action::Cancel));
        }
    });
}
