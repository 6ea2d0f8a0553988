//! The bar at the bottom: what the document is and where the reader is in it.

use egui::{self, Align, Layout, RichText, Ui, accesskit::Role};

use crate::lang::Lang;
use crate::messages;
use crate::session::{OpenDocument, Session, TextSelection};
use crate::text::SourceOffset;
use crate::ui::appearance::theme;

/// Which document is read, with which outline, and where.
type Whereabouts = (u64, u64, SourceOffset);
/// Characters of the section, if the reader is in one, and of the document, if they were counted.
type Counts = (Option<usize>, Option<usize>);

/// Longer selections are no words: in bytes, some sixteen characters.
const LONGEST_WORDS: usize = 48;

/// Draws the bar.
pub(crate) fn ui(ui: &mut Ui, session: &Session, open: &OpenDocument) {
    let lang = session.lang();
    let document = open.document();
    let muted = theme::palette(ui).muted;
    let known = [
        messages::opening::encoding(document.decoded().encoding).to_owned(),
        messages::script::detected(lang, document.detected()).to_owned(),
    ];
    let sections = || messages::outline::sections(lang, document.outline().sections().len());
    let counted = document.characters().map(|count| [messages::shell::characters(lang, count), sections()]);
    let facts = known.into_iter().chain(counted.into_iter().flatten());
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 18.0;
        // What is to be read still stands at the right, and what the document is has the rest of the room.
        let room = ui.available_width() - at_right(ui, (lang, open));
        let mut filled = 0.0;
        for fact in facts {
            let text = RichText::new(fact).small().color(muted);
            filled += width_of(ui, text.text()) + 18.0;
            if filled <= room {
                ui.label(text);
            }
        }
        if let Some(source) = origin(open) {
            let words = messages::reader::selected(lang, &source);
            let label = ui.label(RichText::new(&words).small());
            label.widget_info(|| egui::WidgetInfo::labeled(Role::Status, true, &words));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let percent = percent(open);
            let label = ui.label(RichText::new(&percent).small().color(muted));
            label.widget_info(|| egui::WidgetInfo::labeled(Role::Status, true, &percent));
            let (section, all) = remaining(ui, open);
            if let Some(all) = all {
                let words = messages::shell::remaining(lang, section, all);
                ui.label(RichText::new(words).small().color(muted));
            }
        });
    });
}

fn percent(open: &OpenDocument) -> String {
    format!("{:.0}%", open.progress() * 100.0)
}

/// The room that is wanted at the right, in points.
fn at_right(ui: &Ui, (lang, open): (Lang, &OpenDocument)) -> f32 {
    let (section, all) = remaining(ui, open);
    let words = all.map(|all| messages::shell::remaining(lang, section, all)).unwrap_or_default();
    width_of(ui, &percent(open)) + width_of(ui, &words) + 36.0
}

/// The width of small `words` on one line, in points.
fn width_of(ui: &Ui, words: &str) -> f32 {
    let font = egui::FontId::proportional(theme::SMALL_TEXT);
    ui.painter().layout_no_wrap(words.to_owned(), font, theme::palette(ui).muted).size().x
}

/// A few selected words as the file has them, where they are shown otherwise.
fn origin(open: &OpenDocument) -> Option<String> {
    let range = open
        .position
        .selection()
        .map(TextSelection::range)
        .filter(|range| (1..=LONGEST_WORDS).contains(&range.len()))?;
    let (source, converter) = (range.slice(open.document().text()), open.script.converter()?);
    let is_word = !source.trim().is_empty() && !source.contains(['\n', '\r']);
    (is_word && converter.convert(source) != source).then(|| source.to_owned())
}

/// Characters that are still to be read of the section and of the document; counted when the place changes.
fn remaining(ui: &Ui, open: &OpenDocument) -> Counts {
    let id = ui.scope_id().with("remaining");
    let now = (open.generation(), open.content.edition(), open.place());
    let known: Option<(Whereabouts, Counts)> = ui.data(|data| data.get_temp(id));
    if let Some((_, counts)) = known.filter(|(then, _)| *then == now) {
        return counts;
    }
    let (section, all) = open.remaining();
    let count = |range| open.document().characters_in(range);
    let counts: Counts = (section.and_then(count), count(all));
    ui.data_mut(|data| data.insert_temp(id, (now, counts)));
    counts
}
