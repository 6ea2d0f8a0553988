//! The sheet of shortcuts: every key of the table, by menu.

use eframe::egui::{self, Id, Key, Modal, RichText, Ui, accesskit::Role};

use super::strings::finding::{Words, w};
use super::strings::{self, t};
use super::{menu, shortcuts, theme};
use crate::session::{Action, Message, Session};

/// Columns of menus beside one another.
const COLUMNS: usize = 3;

/// Draws the sheet over everything else.
pub(crate) fn ui(ctx: &egui::Context, session: &Session, out: &mut Vec<Message>) {
    let lang = session.lang();
    let modal = Modal::new(Id::unique("shortcuts")).show(ctx, |ui| {
        let room = ctx.content_rect().size() - egui::vec2(80.0, 120.0);
        ui.set_width(room.x.min(920.0));
        let title = ui.label(RichText::new(w(lang, Words::KeysTitle)).heading());
        title.widget_info(|| egui::WidgetInfo::labeled(Role::Heading, true, w(lang, Words::KeysTitle)));
        ui.add_space(8.0);
        egui::ScrollArea::vertical().max_height(room.y).show(ui, |ui| {
            let groups = menu::groups().filter(|(_, actions)| actions.iter().any(|a| has_keys(*a)));
            let groups: Vec<_> = groups.collect();
            let total: usize = groups.iter().map(|(_, actions)| actions.len() + 2).sum();
            ui.columns(COLUMNS, |columns| {
                let mut filled = 0;
                for (title, actions) in &groups {
                    let column = (filled * COLUMNS / total.max(1)).min(COLUMNS - 1);
                    filled += actions.len() + 2;
                    if let Some(ui) = columns.get_mut(column) {
                        group_ui(ui, session, t(lang, *title), actions);
                    }
                }
            });
        });
    });
    if modal.should_close() || ctx.input(|input| input.key_pressed(Key::Escape)) {
        out.push(Message::Act(Action::ShowKeys));
    }
}

fn has_keys(action: Action) -> bool {
    !shortcuts::keys(action).is_empty()
}

fn group_ui(ui: &mut Ui, session: &Session, title: &str, actions: &[Action]) {
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 3.0;
    ui.label(RichText::new(title).strong().color(palette.accent));
    for action in actions.iter().copied().filter(|action| has_keys(*action)) {
        let keys: Vec<_> =
            shortcuts::keys(action).iter().map(|keys| ui.ctx().format_shortcut(keys)).collect();
        let keys = keys.join(" / ");
        let name = strings::action(session.lang(), action).trim_end_matches('…');
        ui.horizontal(|ui| {
            let label = ui.label(RichText::new(name).small());
            label.widget_info(|| egui::WidgetInfo::labeled(Role::Label, true, format!("{name}: {keys}")));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.label(RichText::new(&keys).small().color(palette.muted));
            });
        });
    }
    ui.add_space(10.0);
}
