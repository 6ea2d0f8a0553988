//! What the window shows while nothing is open: what the program does, and the ways in.

use eframe::egui::{self, Button, ProgressBar, RichText, TextEdit, Ui};

use crate::session::{Action, Loading, Message, Session, Source, Stage};
use crate::ui::appearance::theme;
use crate::ui::strings::{self, Text, t};

/// Draws the welcome.
pub(crate) fn ui(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    let lang = session.lang();
    let palette = theme::palette(ui);
    ui.painter().rect_filled(ui.max_rect(), 0.0, palette.paper);
    ui.vertical_centered(|ui| {
        ui.set_max_width(520.0);
        ui.add_space((ui.available_height() * 0.16).max(20.0));
        ui.label(RichText::new("綱目").size(44.0).color(palette.accent));
        ui.add_space(10.0);
        ui.label(RichText::new(t(lang, Text::Welcome)).size(22.0).color(palette.ink));
        ui.add_space(8.0);
        ui.label(RichText::new(t(lang, Text::WelcomeMore)).size(15.0).color(palette.muted));
        ui.add_space(22.0);
        let name = RichText::new(strings::action(lang, Action::Open)).size(16.0).color(palette.on_accent);
        if ui.add(Button::new(name).fill(palette.accent).min_size(egui::vec2(150.0, 38.0))).clicked() {
            out.push(Message::Act(Action::Open));
        }
        ui.add_space(6.0);
        for action in [Action::Paste, Action::OpenSample] {
            if ui.add(Button::new(strings::action(lang, action)).frame_when_inactive(false)).clicked() {
                out.push(Message::Act(action));
            }
        }
        ui.add_space(10.0);
        ui.label(RichText::new(t(lang, Text::DropHint)).small().color(palette.muted));
        recents(ui, session, out);
    });
}

fn recents(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    if session.state.recents.is_empty() {
        return;
    }
    ui.add_space(24.0);
    ui.label(RichText::new(t(session.lang(), Text::Recent)).small().color(theme::palette(ui).muted));
    for recent in session.state.recents.iter().take(6) {
        let name = recent.path.file_name().unwrap_or_default().to_string_lossy();
        let button = Button::new(name).frame_when_inactive(false);
        if ui.add(button).on_hover_text(recent.path.to_string_lossy()).clicked() {
            out.push(Message::Open(Source::Path(recent.path.clone())));
        }
    }
}

/// Shows how far the opening of a document is.
pub(crate) fn loading(ui: &mut Ui, session: &Session, loading: &Loading, out: &mut Vec<Message>) {
    let lang = session.lang();
    ui.horizontal_centered(|ui| {
        let words = match loading.stage {
            Stage::Reading(_) => Text::Reading,
            Stage::Decoding => Text::Decoding,
        };
        ui.label(t(lang, words));
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

/// Asks for a path where the system has no file dialog.
pub(crate) fn path_prompt(ui: &mut Ui, session: &Session, path: &str, out: &mut Vec<Message>) {
    let lang = session.lang();
    let mut typed = path.to_owned();
    let modal = egui::Modal::new(egui::Id::unique("path prompt")).show(ui.ctx(), |ui| {
        ui.set_width(480.0);
        ui.strong(t(lang, Text::PathPrompt));
        ui.add_space(6.0);
        let edit = TextEdit::singleline(&mut typed)
            .hint_text(t(lang, Text::PathHint))
            .desired_width(f32::INFINITY)
            .margin(egui::Margin::symmetric(8, 6));
        let field = ui.add(edit);
        if !field.has_focus() && !field.lost_focus() {
            field.request_focus();
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let ready = !typed.trim().is_empty();
            let open = ui.add_enabled(ready, Button::new(t(lang, Text::OpenIt))).clicked();
            let cancel = ui.button(t(lang, Text::Cancel)).clicked();
            (ready && (open || entered), cancel)
        })
        .inner
    });
    let (open, cancel) = modal.inner;
    if open {
        out.push(Message::Open(Source::Path(typed.trim().into())));
    } else if cancel || modal.should_close() {
        out.push(Message::PathPrompt(None));
    } else if typed != path {
        out.push(Message::PathPrompt(Some(typed)));
    }
}
