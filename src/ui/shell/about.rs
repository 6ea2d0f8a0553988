//! What this program is and what it is made of.

use egui::{self, Frame, Grid, Id, Key, Margin, Modal, RichText, Ui, accesskit::Role};

use super::shortcuts;
use crate::messages::shell::about::{Words, w};
use crate::script::EMBEDDED_VERSION;
use crate::session::{Action, Message, Session};
use crate::ui::appearance::theme;

/// What the program carries, and under which licence; the texts of the licences come with its source.
const PARTS: &[(&str, &str)] = &[
    ("Gangmu", "MIT, Apache-2.0"),
    ("OpenCC", "Apache-2.0"),
    ("Noto Sans CJK, Noto Serif CJK", "SIL OFL 1.1"),
    ("HanaMinB (Gangmu Rare)", "SIL OFL 1.1"),
    ("egui", "MIT, Apache-2.0"),
];

/// Width of what is named, in points: the facts of both lists stand below each other.
const NAMES: f32 = 200.0;

/// Room for the buttons and what is said below them, in points.
const BUTTONS: f32 = 80.0;

/// Draws the sheet over everything else.
pub(crate) fn ui(ctx: &egui::Context, session: &Session, out: &mut Vec<Message>) {
    let frame = Frame::popup(&ctx.global_style()).inner_margin(Margin::symmetric(28, 22));
    let modal = Modal::new(Id::unique("about")).backdrop_color(theme::VEIL).frame(frame).show(ctx, |ui| {
        let room = ctx.content_rect().size() - egui::vec2(96.0, 90.0);
        ui.set_width(room.x.min(400.0));
        // What stands below the facts is in sight however low the window is.
        let height = room.y - BUTTONS;
        egui::ScrollArea::vertical().max_height(height).show(ui, |ui| sheet(ui, session));
        ui.add_space(16.0);
        buttons(ui, session, out);
    });
    if modal.should_close() {
        out.push(Message::Act(Action::About));
    }
}

fn sheet(ui: &mut Ui, session: &Session) {
    let lang = session.lang();
    let title = ui.label(RichText::new("Gangmu 綱目").heading());
    title.widget_info(|| egui::WidgetInfo::labeled(Role::Heading, true, "Gangmu 綱目"));
    ui.label(RichText::new(w(lang, Words::Motto)).color(theme::palette(ui).muted));
    ui.add_space(12.0);
    facts(
        ui,
        &[
            (w(lang, Words::Version), env!("CARGO_PKG_VERSION")),
            (w(lang, Words::Dictionaries), &format!("OpenCC {EMBEDDED_VERSION}")),
        ],
    );
    ui.add_space(8.0);
    ui.label(w(lang, Words::Promise));
    ui.add_space(12.0);
    ui.label(RichText::new(w(lang, Words::MadeOf)).small().color(theme::palette(ui).muted));
    facts(ui, PARTS);
}

fn facts(ui: &mut Ui, facts: &[(&str, &str)]) {
    let muted = theme::palette(ui).muted;
    Grid::new(ui.scope_id().with(facts.len())).num_columns(2).min_col_width(NAMES).spacing([18.0, 4.0]).show(
        ui,
        |ui| {
            for (name, fact) in facts {
                ui.label(*name);
                ui.label(RichText::new(*fact).color(muted));
                ui.end_row();
            }
        },
    );
}

fn buttons(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    let lang = session.lang();
    let copied = ui.scope_id().with("copied");
    ui.horizontal(|ui| {
        if ui.button(w(lang, Words::Copy)).clicked() {
            out.push(Message::Act(Action::CopyReport));
            ui.data_mut(|data| data.insert_temp(copied, true));
        }
        let close = ui.button(w(lang, Words::Close));
        if close
            .on_hover_text(shortcuts::with_key(ui.ctx(), lang, w(lang, Words::Close), Key::Escape))
            .clicked()
        {
            out.push(Message::Act(Action::About));
        }
    });
    if ui.data(|data| data.get_temp(copied).unwrap_or(false)) {
        ui.label(RichText::new(w(lang, Words::Copied)).small().color(theme::palette(ui).muted));
    }
}
