//! What the two columns of compare mode are called, above them.

use egui::{Align2, FontId, Rect, Ui};

use super::edge;
use super::flow::Flow;
use crate::messages::{reader, script};
use crate::script::Script;
use crate::session::{OpenDocument, Session};
use crate::ui::appearance::theme;

/// Height of the names in points.
const HEIGHT: f32 = 22.0;

/// Draws the names at the top of `rect` in compare mode; tells what room the text has.
pub(super) fn column_names_ui(ui: &Ui, rect: Rect, (session, open): (&Session, &OpenDocument)) -> Rect {
    if !session.compares() {
        return rect;
    }
    let (head, text) = rect.split_top_bottom_at_y(rect.top() + HEIGHT);
    let lang = session.lang();
    let names = [Script::Source, open.script.shown()].map(|script| script::name(lang, script));
    let font = FontId::proportional(theme::SMALL_TEXT);
    let name = |at: Rect, words: &str| {
        ui.painter().text(at.center(), Align2::CENTER_CENTER, words, font.clone(), theme::palette(ui).muted);
    };
    if session.settings.vertical {
        name(head, &reader::above_and_below(lang, names));
    } else {
        let (left, right) = Flow::Rows.cut(head, edge(session)).0.split_left_right_at_fraction(0.5);
        names.iter().zip([left, right]).for_each(|(words, at)| name(at, words));
    }
    text
}
