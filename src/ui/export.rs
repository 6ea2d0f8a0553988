//! The export panel: what is ticked, in which form, and where to.

use std::path::Path;

use egui::{
    self, Button, Color32, Frame, Label, Margin, Panel, ProgressBar, RichText, ScrollArea, TextEdit, Ui,
    accesskit::Role,
};

use super::appearance::choices::{radio, radio_value, tick_box};
use super::appearance::theme;
use crate::export::{Format, Layout};
use crate::lang::Lang;
use crate::messages::{self, Text, exporting, t};
use crate::script::Script;
use crate::session::{Action, ExportForm, ExportMessage, Exporting, Message, OpenDocument, Reveal, Session};

/// What a format is called.
const fn format_name(lang: Lang, format: Format) -> &'static str {
    match format {
        Format::Docx => "Word (.docx)",
        Format::Md => "Markdown (.md)",
        Format::Txt => t(lang, Text::Txt),
        Format::Html => "HTML (.html)",
        Format::Pdf => "PDF (.pdf)",
        Format::Epub => "EPUB (.epub)",
        Format::Json => "JSON (.json)",
        Format::Csv => t(lang, Text::Csv),
    }
}

/// Draws the panel.
pub(crate) fn ui(
    ui: &mut Ui,
    session: &Session,
    open: &OpenDocument,
    form: &ExportForm,
    out: &mut Vec<Message>,
) {
    let lang = session.lang();
    let mut changed = form.clone();
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.strong(t(lang, Text::ExportTitle));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let close = ui.add(Button::new("×").frame_when_inactive(false));
            close.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, t(lang, Text::Dismiss)));
            if close.clicked() {
                out.push(Message::Act(Action::Export));
            }
        });
    });
    // In sight however low the window is.
    Panel::bottom("write the export").frame(Frame::new().inner_margin(Margin::symmetric(0, 8))).show(
        ui,
        |ui| {
            target_ui(ui, session, &mut changed, out);
            ui.add_space(8.0);
            write_ui(ui, (session, open), &mut changed, out);
        },
    );
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| form_ui(ui, (session, open), &mut changed, out));
    if changed != *form {
        // Before what was pushed above: writing must see the form as it stands.
        out.insert(0, Message::Export(ExportMessage::Form(changed)));
    }
}

/// What is asked: format and script.
fn form_ui(
    ui: &mut Ui,
    (session, open): (&Session, &OpenDocument),
    changed: &mut ExportForm,
    out: &mut Vec<Message>,
) {
    let lang = session.lang();
    if open.outline.ticks().is_empty() {
        ui.label(t(lang, Text::ExportNothing));
        if ui.button(messages::action(lang, Action::TickAll)).clicked() {
            out.push(Message::Act(Action::TickAll));
        }
    } else {
        ui.weak(messages::ticked(lang, open.outline.ticks()));
    }
    group(ui, t(lang, Text::Format));
    for format in Format::ALL {
        if radio(ui, changed.format == format, format_name(lang, format)).clicked() {
            changed.set_format(format);
        }
    }
    if changed.has_layouts() {
        group(ui, exporting::layout(lang));
        for layout in Layout::ALL {
            if radio(ui, changed.layout == layout, exporting::layout_name(lang, layout)).clicked() {
                changed.set_layout(layout);
            }
        }
    }
    group(ui, t(lang, Text::ExportScript));
    for script in Script::ALL {
        radio_value(ui, &mut changed.script, script, messages::script(lang, script));
    }
    ui.add_space(10.0);
    tick_box(ui, &mut changed.with_path, t(lang, Text::WithPath));
    if changed.has_layouts() {
        tick_box(ui, &mut changed.full_width, exporting::full_width(lang));
    }
}

fn group(ui: &mut Ui, title: &str) {
    ui.add_space(10.0);
    ui.label(RichText::new(title).small().color(theme::palette(ui).muted));
}

fn target_ui(ui: &mut Ui, session: &Session, form: &mut ExportForm, out: &mut Vec<Message>) {
    let lang = session.lang();
    ui.horizontal(|ui| {
        ui.label(RichText::new(t(lang, Text::Target)).small().color(theme::palette(ui).muted));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button(t(lang, Text::ChooseTarget)).clicked() {
                out.push(Message::Export(ExportMessage::PickTarget));
            }
        });
    });
    let edit = ui.add(
        TextEdit::multiline(&mut form.target)
            .desired_rows(2)
            .desired_width(f32::INFINITY)
            .return_key(None)
            .margin(egui::Margin::symmetric(8, 6)),
    );
    if edit.changed() {
        form.take_format_of_target();
    }
    let target = form.target.clone();
    edit.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(Role::TextInput, true, t(lang, Text::Target));
        info.current_text_value = Some(target.clone());
        info
    });
    if let Some(whole) = form.whole_path() {
        ui.add(
            Label::new(RichText::new(whole.to_string_lossy()).small().color(theme::palette(ui).muted)).wrap(),
        );
    }
}

fn write_ui(
    ui: &mut Ui,
    (session, open): (&Session, &OpenDocument),
    form: &mut ExportForm,
    out: &mut Vec<Message>,
) {
    let lang = session.lang();
    let palette = theme::palette(ui);
    if let Some(exporting) = &session.exporting {
        ui.label(t(lang, Text::Writing));
        ui.horizontal(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                cancel_ui(ui, session, out);
                progress_ui(ui, exporting, ui.available_width());
            });
        });
        return;
    }
    let ready = !open.outline.ticks().is_empty() && form.path().is_some();
    let asks = form.asks();
    if asks {
        ui.label(t(lang, Text::Exists));
    }
    let name = t(lang, if asks { Text::Replace } else { Text::Write });
    let (ink, fill) =
        if ready { (palette.on_accent, palette.accent) } else { (palette.muted, Color32::TRANSPARENT) };
    let button = Button::new(RichText::new(name).color(ink)).fill(fill);
    ui.columns(if asks { 2 } else { 1 }, |columns| {
        let [others @ .., last] = columns else { return };
        if let [first] = others
            && first
                .add_sized([first.available_width(), HEIGHT], Button::new(t(lang, Text::Cancel)))
                .clicked()
        {
            form.exists = None;
        }
        let response =
            last.add_enabled_ui(ready, |ui| ui.add_sized([ui.available_width(), HEIGHT], button)).inner;
        // The second half of a double click on “Export” is no answer to the question that came up in between.
        if response.clicked() && !(asks && response.double_clicked()) {
            out.push(Message::Export(ExportMessage::Write { replace: asks }));
        }
    });
}

/// Height of the button that exports, in points.
const HEIGHT: f32 = 34.0;

/// The buttons that show a file that was exported.
pub(crate) fn reveal_ui(ui: &mut Ui, lang: Lang, path: &Path, out: &mut Vec<Message>) {
    let words = [(t(lang, Text::OpenIt), Reveal::Open), (exporting::show_in_folder(lang), Reveal::InFolder)];
    for (name, how) in words {
        if ui.button(name).clicked() {
            out.push(Message::Export(ExportMessage::Reveal(path.to_owned(), how)));
        }
    }
}

/// Shows how far an export is where its panel is closed.
pub(crate) fn exporting_ui(ui: &mut Ui, session: &Session, exporting: &Exporting, out: &mut Vec<Message>) {
    ui.horizontal_centered(|ui| {
        ui.label(t(session.lang(), Text::Writing));
        if let Some(name) = exporting.path.file_name() {
            ui.add(egui::Label::new(RichText::new(name.to_string_lossy()).strong()).truncate());
        }
        progress_ui(ui, exporting, 160.0);
        cancel_ui(ui, session, out);
    });
}

fn progress_ui(ui: &mut Ui, exporting: &Exporting, width: f32) {
    ui.add(ProgressBar::new(exporting.share).desired_width(width).show_percentage());
}

fn cancel_ui(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    if ui.button(t(session.lang(), Text::Cancel)).clicked() {
        out.push(Message::Export(ExportMessage::Cancel));
    }
}
