//! The bar at the top: open, script switch, export; everything else in its menu.

use egui::{self, Align, Button, Layout, RichText, Ui, accesskit::Role};

use super::{menu, shortcuts};
use crate::export::Selection;
use crate::messages::{self, Text, action, t};
use crate::script::Script;
use crate::session::{Action, Message, Session, Toggle};
use crate::ui::appearance::theme;
use crate::ui::script::tooltip;

/// Draws the bar.
pub(crate) fn ui(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        menu_button(ui, session, out);
        act(ui, session, Action::Open, out);
        if let Some(open) = &session.open {
            ui.add_space(6.0);
            to_the_right(ui, |ui| name(ui, open.content.name()), |ui| of_document(ui, session, out));
        }
    });
}

fn menu_button(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    let lang = session.lang();
    let response = ui.menu_button(t(lang, Text::Menu), |ui| menu::ui(ui, session, out)).response;
    ui.data_mut(|data| data.insert_temp(menu_button_id(), response.id));
    if !egui::Popup::is_id_open(ui.ctx(), egui::Popup::default_response_id(&response)) {
        response.on_hover_text(shortcuts::tooltip(ui.ctx(), lang, Action::Menu));
    }
}

/// Under which the button of the menu is noted.
fn menu_button_id() -> egui::Id {
    egui::Id::unique("button of the menu")
}

/// Opens the menu, so that the arrow keys go through it, or closes it.
pub(in crate::ui) fn toggle_menu(ctx: &egui::Context) {
    let button = ctx.data(|data| data.get_temp(menu_button_id())).and_then(|id| ctx.read_response(id));
    let Some(button) = button else { return };
    button.request_focus();
    egui::Popup::toggle_id(ctx, egui::Popup::default_response_id(&button));
}

fn name(ui: &mut Ui, name: &str) {
    ui.add(egui::Label::new(RichText::new(name).strong()).truncate());
}

/// What is done with the open document.
fn of_document(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    choice(ui, session, (Action::Toggle(Toggle::Compare), t(session.lang(), Text::Compare)), out);
    script_switch(ui, session, out);
    ui.add_space(6.0);
    choice(ui, session, (Action::ToggleAppearance, "Aa"), out);
    export_button(ui, session, out);
}

/// `right` at the right end of the bar, and `left` in the room that is left of it. A layout from right to left
/// would do so at once, but the tab key and screen readers would go through it backwards.
fn to_the_right(ui: &mut Ui, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    let (id, spacing) = (ui.scope_id().with("width on the right"), ui.spacing().item_spacing.x);
    let known: Option<f32> = ui.data(|data| data.get_temp(id));
    let room = (ui.available_width() - known.unwrap_or_default() - spacing).max(40.0);
    let in_order = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(egui::vec2(room, 28.0), in_order, |ui| {
        ui.set_min_width(room);
        left(ui);
    });
    let width = ui.with_layout(in_order, right).response.rect.width();
    if known != Some(width) {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx().request_discard("the width of the bar's right end is known now");
    }
}

/// More are not told on the button.
const MOST_COUNTED: usize = 999;

fn export_button(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    let lang = session.lang();
    let palette = theme::palette(ui);
    // Sections, as the outline and the panel count them; what stands before them counts where it is alone.
    let count =
        |ticks: &Selection| (ticks.count() + ticks.lone_points()).max(usize::from(ticks.contains_preamble()));
    let ticked = session.open.as_ref().map_or(0, |open| count(open.outline.ticks()));
    let name = action(lang, Action::Export);
    let counted = |count: &str| format!("{} ({count})…", name.trim_end_matches('…'));
    let label = match ticked {
        0 => name.to_owned(),
        1..=MOST_COUNTED => counted(&ticked.to_string()),
        _ => counted(&format!("{MOST_COUNTED}+")),
    };
    let button = if ticked > 0 {
        Button::new(RichText::new(&label).color(palette.on_accent)).fill(palette.accent)
    } else {
        Button::new(&label)
    };
    // As wide as it may become: what stands beside it never moves.
    let font = egui::TextStyle::Button.resolve(ui.style());
    let widest =
        ui.painter().layout_no_wrap(counted(&format!("{MOST_COUNTED}+")), font, palette.ink).size().x;
    let width = widest + 2.0 * ui.spacing().button_padding.x;
    let button = button.min_size(egui::vec2(width, ui.spacing().interact_size.y));
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
        for script in Script::ALL {
            let asked = Action::Show(script);
            let chosen = session.is_chosen(asked);
            let button =
                Button::selectable(chosen, messages::script::sign(script)).min_size(egui::vec2(30.0, 28.0));
            let response = tooltip::on(ui.add(button), session, script, out);
            let name = messages::script::name(lang, script);
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
