//! The sheet of shortcuts: every key of the table, by menu, and those that are no shortcuts of an action.

use egui::{self, Frame, Id, Key, KeyboardShortcut, Margin, Modal, Modifiers, RichText, Ui, accesskit::Role};

use super::{menu, shortcuts};
use crate::lang::Lang;
use crate::messages::shell::keys::{self, Other, other};
use crate::messages::{self, Text, t};
use crate::session::{Action, Message, Session};
use crate::ui::appearance::theme;

/// Most columns of menus beside one another, and the least width of one, in points.
const COLUMNS: (usize, f32) = (3, 250.0);

/// What an arrow key scrolls, and more than there is to scroll, in points.
const LINE: f32 = 40.0;
const FAR: f32 = 100_000.0;

/// Keys that are no shortcuts of an action: the menu that they are listed in, what they do, and the keys.
const OTHERS: [(Text, Other, &[Key]); 2] = [
    (Text::MenuGo, Other::ScrollTable, &[Key::ArrowLeft, Key::ArrowRight]),
    (Text::Outline, Other::TickRow, &[Key::Space]),
];

/// Space between columns, in points.
const GUTTER: f32 = 28.0;

/// Draws the sheet over everything else.
pub(crate) fn ui(ctx: &egui::Context, session: &Session, out: &mut Vec<Message>) {
    let lang = session.lang();
    let frame = Frame::popup(&ctx.global_style()).inner_margin(Margin::symmetric(24, 18));
    let modal =
        Modal::new(Id::unique("shortcuts")).backdrop_color(theme::VEIL).frame(frame).show(ctx, |ui| {
            let room = ctx.content_rect().size() - egui::vec2(96.0, 120.0);
            ui.set_width(room.x.min(980.0));
            let title = ui.label(RichText::new(keys::title(lang)).heading());
            title.widget_info(|| egui::WidgetInfo::labeled(Role::Heading, true, keys::title(lang)));
            ui.add_space(8.0);
            egui::ScrollArea::vertical().max_height(room.y).min_scrolled_height(room.y).show(ui, |ui| {
                ui.scroll_with_delta(egui::vec2(0.0, asked_by_keys(ui, room.y)));
                // The scroll bar stands beside the keys, not over them.
                Frame::new().inner_margin(Margin { right: 20, ..Margin::ZERO }).show(ui, |ui| {
                    columns_ui(ui, session);
                });
            });
        });
    if modal.should_close() {
        out.push(Message::Act(Action::ShowKeys));
    }
}

/// How far, in points, keys scroll the sheet, of which `height` is seen; down is negative.
fn asked_by_keys(ui: &Ui, height: f32) -> f32 {
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let steps = [
        (Key::ArrowDown, -LINE),
        (Key::ArrowUp, LINE),
        (Key::PageDown, LINE - height),
        (Key::PageUp, height - LINE),
        (Key::End, -FAR),
        (Key::Home, FAR),
    ];
    steps.into_iter().find(|(key, _)| pressed(*key)).map_or(0.0, |(_, step)| step)
}

/// The menus in columns, of which the highest is as low as it can be.
fn columns_ui(ui: &mut Ui, session: &Session) {
    let groups = menu::groups().map(|(title, mut actions)| {
        actions.retain(|action| has_keys(*action));
        (title, actions)
    });
    let groups: Vec<_> = groups.filter(|(_, actions)| !actions.is_empty()).collect();
    let heights: Vec<_> =
        groups.iter().map(|(title, actions)| actions.len() + others_of(*title).count() + 2).collect();
    ui.spacing_mut().item_spacing.x = GUTTER;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few columns")]
    let count = ((ui.available_width() / COLUMNS.1) as usize).clamp(1, COLUMNS.0);
    ui.columns(count, |columns| {
        for ((title, actions), column) in groups.iter().zip(spread(&heights, count)) {
            if let Some(ui) = columns.get_mut(column) {
                group_ui(ui, session, *title, actions);
            }
        }
    });
}

/// The 0-based column of each group, in order, where at most `count` columns are to be as low as they can.
fn spread(heights: &[usize], count: usize) -> Vec<usize> {
    let within = |most: usize| {
        let (mut column, mut filled) = (0, 0);
        let mut columns = Vec::with_capacity(heights.len());
        for height in heights {
            if filled > 0 && filled + height > most {
                (column, filled) = (column + 1, 0);
            }
            filled += height;
            columns.push(column);
        }
        columns
    };
    let total = heights.iter().sum::<usize>();
    let lowest = heights.iter().copied().max().unwrap_or(0);
    let fits = |columns: &Vec<usize>| columns.last().is_none_or(|last| *last < count);
    (lowest..total).map(within).find(fits).unwrap_or_else(|| within(total))
}

/// What keys do besides actions, of the menu `title`.
fn others_of(title: Text) -> impl Iterator<Item = &'static (Text, Other, &'static [Key])> {
    OTHERS.iter().filter(move |(menu, ..)| *menu == title)
}

fn has_keys(action: Action) -> bool {
    !shortcuts::keys(action).is_empty()
}

fn group_ui(ui: &mut Ui, session: &Session, title: Text, actions: &[Action]) {
    let (lang, palette) = (session.lang(), theme::palette(ui));
    ui.spacing_mut().item_spacing = egui::vec2(8.0, 1.0);
    ui.spacing_mut().interact_size.y = 20.0;
    ui.label(RichText::new(t(lang, title)).strong().color(palette.accent));
    for action in actions.iter().copied() {
        let name = messages::action(lang, action).trim_end_matches('…');
        row_ui(ui, lang, name, shortcuts::keys(action));
    }
    for (_, does, pressed) in others_of(title) {
        let pressed: Vec<_> =
            pressed.iter().map(|key| KeyboardShortcut::new(Modifiers::NONE, *key)).collect();
        row_ui(ui, lang, other(lang, *does), &pressed);
    }
    ui.add_space(10.0);
}

/// What keys do, and the keys.
fn row_ui(ui: &mut Ui, lang: Lang, name: &str, pressed: &[KeyboardShortcut]) {
    let pressed: Vec<_> = pressed.iter().map(|keys| shortcuts::words(ui.ctx(), lang, *keys)).collect();
    let keys = pressed.join(keys::or(lang));
    ui.horizontal(|ui| {
        let label = ui.label(RichText::new(name).small());
        label.widget_info(|| egui::WidgetInfo::labeled(Role::Label, true, format!("{name}: {keys}")));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.label(RichText::new(&keys).small().color(theme::palette(ui).muted));
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_low_as_they_can_be() {
        assert_eq!(spread(&[5, 3, 4, 4], 2), [0, 0, 1, 1]);
        assert_eq!(spread(&[1, 1, 8], 2), [0, 0, 1]);
        assert_eq!(spread(&[4, 4, 4, 4, 4], 3), [0, 0, 1, 1, 2]);
        assert_eq!(spread(&[9], 3), [0]);
        assert_eq!(spread(&[], 3), [0_usize; 0]);
    }
}
