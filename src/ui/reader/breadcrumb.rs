//! The path to the section that is being read, always in sight above the text.

use std::borrow::Cow;

use egui::{self, FontId, RichText, Ui, accesskit::Role};

use crate::block::joined;
use crate::messages;
use crate::outline::SectionId;
use crate::script::ScriptView;
use crate::session::{Message, OpenDocument, ReadingMessage, Session};
use crate::ui::appearance::fonts::Face;
use crate::ui::appearance::theme;

/// A heading above the last is cut where it is wider than this, in halves of an ideograph: it only shows the way.
const WIDEST: usize = 44;

/// Where there is little room the headings above the last share what it leaves; each of them keeps this, in points.
const NARROWEST: f32 = 48.0;

/// Draws the path; a click on a part of it goes there.
pub(crate) fn ui(
    ui: &mut Ui,
    session: &Session,
    open: &OpenDocument,
    titles: &mut ScriptView,
    out: &mut Vec<Message>,
) {
    let outline = open.document().outline();
    let Some(current) = open.current() else {
        before_ui(ui, session, open, out);
        return;
    };
    let mut path: Vec<SectionId> = std::iter::once(current).chain(outline.ancestors(current)).collect();
    path.reverse();
    let palette = theme::palette(ui);
    let face = Face::of(open.script.shown(), open.document().detected(), session.lang());
    let font = FontId::new(theme::SMALL_TEXT, face.family(false));
    let headings: Vec<_> = path.iter().map(|id| heading(open, titles, *id)).collect();
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        ui.spacing_mut().button_padding.x = GAP;
        let room = room_above(ui, &headings, &font);
        for (depth, (id, heading)) in path.iter().zip(&headings).enumerate() {
            if depth > 0 {
                ui.label(RichText::new("›").font(font.clone()).color(palette.muted));
            }
            let is_last = depth + 1 == path.len();
            let short = if is_last { Cow::Borrowed(heading.as_str()) } else { shortened(heading).into() };
            let text = RichText::new(&*short).font(font.clone()).color(palette.muted);
            let button = egui::Button::new(text).frame_when_inactive(false).truncate();
            let response = ui.scope(|ui| {
                if !is_last {
                    ui.set_max_width(room.min(ui.available_width()));
                }
                ui.add(button)
            });
            let response = response.inner;
            response.widget_info(|| egui::WidgetInfo::labeled(Role::Link, true, format!("› {heading}")));
            if response.clicked() {
                out.push(Message::Reading(ReadingMessage::GoTo(*id)));
            }
        }
    });
}

/// Beside and between the headings, in points.
const GAP: f32 = 4.0;

/// Room for each heading above the last, in points: that comes first, it is the section that is being read.
#[expect(clippy::cast_precision_loss, reason = "a path is short")]
fn room_above(ui: &Ui, headings: &[String], font: &FontId) -> f32 {
    let Some((last, above)) = headings.split_last().filter(|(_, above)| !above.is_empty()) else {
        return f32::INFINITY;
    };
    let width = |words: &str| {
        ui.painter().layout_no_wrap(words.to_owned(), font.clone(), egui::Color32::BLACK).size().x
    };
    let between = above.len() as f32 * (width("›") + 2.0 * GAP) + headings.len() as f32 * 2.0 * GAP;
    let left = ui.available_width() - between - width(last);
    let wanted: f32 = above.iter().map(|heading| width(&shortened(heading))).sum();
    if wanted <= left { f32::INFINITY } else { (left / above.len() as f32).max(NARROWEST) }
}

/// What is said of the text before the first section.
fn before_ui(ui: &mut Ui, session: &Session, open: &OpenDocument, out: &mut Vec<Message>) {
    let document = open.document();
    if document.outline().sections().is_empty() || document.preamble().is_empty() {
        return;
    }
    let words = messages::outline::preamble(session.lang(), false);
    let text = RichText::new(words).size(theme::SMALL_TEXT).color(theme::palette(ui).muted);
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().button_padding.x = 4.0;
        let response = ui.add(egui::Button::new(text).frame_when_inactive(false).truncate());
        response.widget_info(|| egui::WidgetInfo::labeled(Role::Link, true, format!("› {words}")));
        if response.clicked() {
            out.push(Message::Reading(ReadingMessage::GoToPlace(document.preamble().start)));
        }
    });
}

/// A section's heading in the shown script, on one line.
pub(crate) fn heading(open: &OpenDocument, titles: &mut ScriptView, id: SectionId) -> String {
    let Some(section) = open.document().outline().get(id) else { return String::new() };
    let text = open.document().text();
    if let Some(name) = open.document().outline().name(id) {
        return open
            .script
            .converter()
            .as_ref()
            .map_or_else(|| name.to_owned(), |converter| converter.convert(name));
    }
    let shown = titles.shown(text, section.shown(text));
    joined(shown.text()).into_owned()
}

fn shortened(heading: &str) -> String {
    let mut width = 0;
    let cut = heading.char_indices().find(|(_, c)| {
        width += if c.is_ascii() { 1 } else { 2 };
        width > WIDEST
    });
    match cut.and_then(|(at, _)| heading.get(..at)) {
        Some(short) => format!("{short}…"),
        None => heading.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_cut_by_its_width() {
        let wide = "綱".repeat(22);
        assert_eq!(shortened(&wide), wide);
        assert_eq!(shortened(&format!("{wide}目")), format!("{wide}…"));
        assert_eq!(shortened(&"a".repeat(45)), format!("{}…", "a".repeat(44)));
        assert_eq!(shortened("1.1 綱目"), "1.1 綱目");
    }
}
