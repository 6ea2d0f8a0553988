//! The path to the section that is being read, always in sight above the text.

use egui::{self, FontId, RichText, Ui, accesskit::Role};

use crate::block::joined;
use crate::messages;
use crate::outline::SectionId;
use crate::script::ScriptView;
use crate::session::{Message, OpenDocument, ReadingMessage, Session};
use crate::ui::appearance::fonts::Face;
use crate::ui::appearance::theme;

/// A heading is cut where it is wider than this, in halves of an ideograph: the path is a signpost, not a text.
const WIDEST: usize = 44;

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
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.spacing_mut().button_padding.x = 4.0;
        for (depth, id) in path.iter().enumerate() {
            if depth > 0 {
                ui.label(RichText::new("›").font(font.clone()).color(palette.muted));
            }
            let heading = heading(open, titles, *id);
            let short = shortened(&heading);
            let text = RichText::new(&short).font(font.clone()).color(palette.muted);
            let response = ui.add(egui::Button::new(text).frame_when_inactive(false).truncate());
            response.widget_info(|| egui::WidgetInfo::labeled(Role::Link, true, format!("› {heading}")));
            if response.clicked() {
                out.push(Message::Reading(ReadingMessage::GoTo(*id)));
            }
        }
    });
}

/// What is said of the text before the first section.
fn before_ui(ui: &mut Ui, session: &Session, open: &OpenDocument, out: &mut Vec<Message>) {
    let document = open.document();
    if document.outline().sections().is_empty() || document.preamble().is_empty() {
        return;
    }
    let words = messages::preamble(session.lang(), false);
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
