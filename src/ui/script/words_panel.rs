//! The panel of own words: fields for an entry, what there is already, and the lines that are no entries.

use egui::{self, Align, Button, Layout, RichText, TextEdit, Ui, accesskit::Role};

use crate::lang::Lang;
use crate::messages;
use crate::messages::script::own_words::{Words, toward, w};
use crate::script::{Dictionary, Mistake, OwnWord, Toward};
use crate::session::{Message, OpenDocument, OwnWordsChange, OwnWordsForm, Session};
use crate::ui::appearance::choices::{cross, radio_value};
use crate::ui::appearance::drop_down::DropDown;
use crate::ui::appearance::theme;
use crate::ui::shell::panel_head::panel_head;

/// Height of a line of the list in points.
const ROW: f32 = 26.0;

/// A line of the list.
enum Row<'a> {
    Title(&'static str),
    Entry(bool, usize, &'a OwnWord),
    Mistake(&'a Mistake),
}

/// The panel.
#[derive(Default)]
pub(crate) struct WordsPanel {
    /// Set to put the cursor into the first field at the next frame.
    pub(crate) focus: bool,
}

impl WordsPanel {
    /// Draws the panel.
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        (session, open): (&Session, &OpenDocument),
        form: &OwnWordsForm,
        out: &mut Vec<Message>,
    ) {
        let lang = session.lang();
        panel_head(ui, session, w(lang, Words::Title), out);
        ui.label(RichText::new(w(lang, Words::Hint)).small().color(theme::palette(ui).muted));
        ui.add_space(8.0);
        fields_ui(ui, lang, (form, &mut self.focus), out);
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            let undo = !session.own_words_before.is_empty();
            for (words, enabled, change) in [
                (Words::Undo, undo, OwnWordsChange::Undo),
                (Words::Import, true, OwnWordsChange::Import),
                (Words::Export, true, OwnWordsChange::Export),
            ] {
                if ui.add_enabled(enabled, Button::new(w(lang, words))).clicked() {
                    out.push(Message::OwnWords(change));
                }
            }
        });
        ui.add_space(8.0);
        let mut rows = Vec::new();
        add_rows(&mut rows, w(lang, Words::ForThis), (false, open.script.words()));
        add_rows(&mut rows, w(lang, Words::ForAll), (true, &session.own_words));
        if rows.is_empty() {
            ui.weak(w(lang, Words::None));
            return;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        egui::ScrollArea::vertical().auto_shrink(false).show_rows(ui, ROW, rows.len(), |ui, range| {
            for row in rows.get(range).unwrap_or_default() {
                row_ui(ui, lang, row, out);
            }
        });
    }
}

/// The fields of a new entry.
fn fields_ui(ui: &mut Ui, lang: Lang, (form, focus): (&OwnWordsForm, &mut bool), out: &mut Vec<Message>) {
    let mut changed = form.clone();
    let word = field(ui, &mut changed.word, (w(lang, Words::Word), w(lang, Words::Word)));
    if std::mem::take(focus) {
        word.request_focus();
    }
    ui.add_space(4.0);
    let names = (w(lang, Words::Conversion), w(lang, Words::ConversionHint));
    let conversion = field(ui, &mut changed.conversion, names);
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        ui.label(w(lang, Words::Toward));
        let shown = toward(lang, changed.toward);
        let rows = Toward::ALL.iter().map(|wanted| (toward(lang, *wanted), *wanted == changed.toward));
        let list = DropDown { name: w(lang, Words::Toward), shown, width: 120.0 };
        if let Some(wanted) = list.ui(ui, rows).and_then(|at| Toward::ALL.get(at)) {
            changed.toward = *wanted;
        }
    });
    radio_value(ui, &mut changed.everywhere, false, w(lang, Words::ForThis));
    radio_value(ui, &mut changed.everywhere, true, w(lang, Words::ForAll));
    let left = word.lost_focus() || conversion.lost_focus();
    let enter = left && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if changed != *form {
        out.push(Message::OwnWords(OwnWordsChange::Form(changed.clone())));
    }
    ui.add_space(6.0);
    let entry = changed.entry();
    let clicked = ui.add_enabled(entry.is_some(), Button::new(w(lang, Words::Add))).clicked();
    if let Some(entry) = entry.filter(|_| clicked || enter) {
        out.push(Message::OwnWords(OwnWordsChange::Add(entry, changed.everywhere)));
        word.request_focus();
    }
}

fn field(ui: &mut Ui, text: &mut String, (name, hint): (&str, &str)) -> egui::Response {
    let edit = TextEdit::singleline(text)
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(8, 6));
    let response = ui.add(edit);
    let value = text.clone();
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(Role::TextInput, true, name);
        info.current_text_value = Some(value.clone());
        info
    });
    response
}

fn add_rows<'a>(rows: &mut Vec<Row<'a>>, title: &'static str, (everywhere, words): (bool, &'a Dictionary)) {
    if words.is_empty() && words.mistakes().is_empty() {
        return;
    }
    rows.push(Row::Title(title));
    rows.extend(words.mistakes().iter().map(Row::Mistake));
    rows.extend(words.words().map(|(line, word)| Row::Entry(everywhere, line, word)));
}

fn row_ui(ui: &mut Ui, lang: Lang, row: &Row<'_>, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let size = egui::vec2(ui.available_width(), ROW);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_size(size);
        if let Row::Entry(everywhere, line, word) = row {
            let drop = cross(ui, &format!("{} {}", w(lang, Words::Drop), word.word));
            if drop.on_hover_text(w(lang, Words::Drop)).clicked() {
                out.push(Message::OwnWords(OwnWordsChange::Drop { everywhere: *everywhere, line: *line }));
            }
            ui.label(RichText::new(toward(lang, word.toward)).small().color(palette.muted));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            match row {
                Row::Title(title) => ui.label(RichText::new(*title).small().color(palette.muted)),
                Row::Mistake(mistake) => {
                    let words = messages::mistake(lang, mistake);
                    let text = RichText::new(&words).small().color(palette.accent);
                    ui.add(egui::Label::new(text).truncate())
                }
                Row::Entry(_, _, word) => {
                    ui.add(egui::Label::new(format!("{} → {}", word.word, word.conversion)).truncate())
                }
            };
        });
    });
}
