//! The bar at the top: open, script switch, export; everything else in its menu.

use eframe::egui::{self, Align, Button, Layout, RichText, Ui, accesskit::Role};

use super::strings::{self, Text, action, t};
use super::{menu, script_tip, shortcuts, theme};
use crate::script::Script;
use crate::session::{Action, Message, Session};

/// Draws the bar.
pub(crate) fn ui(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.menu_button(t(session.lang(), Text::Menu), |ui| menu::ui(ui, session, out));
        act(ui, session, Action::Open, out);
        if let Some(open) = &session.open {
            ui.add_space(6.0);
            let room = (ui.available_width() - 454.0).max(40.0);
            ui.allocate_ui_with_layout(egui::vec2(room, 28.0), Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(RichText::new(&open.name).strong()).truncate());
            });
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if session.open.is_some() {
                export_button(ui, session, out);
                choice(ui, session, (Action::ToggleAppearance, "Aa"), out);
                ui.add_space(6.0);
                script_switch(ui, session, out);
                choice(ui, session, (Action::ToggleCompare, t(session.lang(), Text::Compare)), out);
            }
        });
    });
}

fn export_button(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    let lang = session.lang();
    let palette = theme::palette(ui);
    let ticked = session.open.as_ref().map_or(0, |open| open.ticks.count() + open.ticks.lone_points());
    let name = action(lang, Action::Export);
    let label =
        if ticked > 0 { format!("{} ({ticked})…", name.trim_end_matches('…')) } else { name.to_owned() };
    let button = if ticked > 0 {
        Button::new(RichText::new(&label).color(palette.on_accent)).fill(palette.accent)
    } else {
        Button::new(&label)
    };
    let enabled = session.is_enabled(Action::Export);
    let response =
        ui.add_enabled(enabled, button).on_hover_text(shortcuts::tooltip(ui.ctx(), lang, Action::Export));
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, enabled, name));
    if response.clicked() {
        out.push(Message::Act(Action::Export));
    }
}

/// A choice with a short `sign` of its own: how the text looks, or source and script side by side.
fn choice(ui: &mut Ui, session: &Session, (asked, sign): (Action, &str), out: &mut Vec<Message>) {
    let chosen = session.is_chosen(asked);
    let name = action(session.lang(), asked);
    let button = Button::selectable(chosen, sign).min_size(egui::vec2(34.0, 28.0));
    let response = ui.add(button).on_hover_text(shortcuts::tooltip(ui.ctx(), session.lang(), asked));
    response.widget_info(|| egui::WidgetInfo::selected(Role::Button, true, chosen, name));
    if response.clicked() {
        out.push(Message::Act(asked));
    }
}

/// 原 简 繁 臺 港, one of them chosen.
fn script_switch(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    let lang = session.lang();
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        // Laid from the right, so the last comes first.
        for script in Script::ALL.into_iter().rev() {
            let asked = Action::Show(script);
            let chosen = session.is_chosen(asked);
            let button =
                Button::selectable(chosen, strings::script_sign(script)).min_size(egui::vec2(30.0, 28.0));
            let response = script_tip::on(ui.add(button), session, script, out);
            let name = strings::script(lang, script);
            response.widget_info(|| egui::WidgetInfo::selected(Role::RadioButton, true, chosen, name));
            if response.clicked() {
                out.push(Message::Act(asked));
            }
        }
    });
}

fn act(ui: &mut Ui, session: &Session, asked: Action, out: &mut Vec<Message>) {
    let lang = session.lang();
    let button = Button::new(action(lang, asked));
    let response = ui.add_enabled(session.is_enabled(asked), button).on_hover_text(shortcuts::tooltip(
        ui.ctx(),
        lang,
        asked,
    ));
    if response.clicked() {
        out.push(Message::Act(asked));
    }
}
