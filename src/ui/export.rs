//! The export panel: what is ticked, in which form, and where to.

use std::path::Path;

use egui::{
    self, Button, Color32, Frame, Label, Margin, Panel, ProgressBar, RichText, ScrollArea, TextEdit, Ui,
    Vec2, accesskit::Role,
};

use super::appearance::choices::{radio, tick_box};
use super::appearance::drop_down::DropDown;
use super::appearance::theme;
use super::shell::panel_head::panel_head;
use crate::export::{Format, Layout, NamePattern};
use crate::lang::Lang;
use crate::messages::export::{self, Words, w};
use crate::messages::{self, Text, t};
use crate::script::Script;
use crate::session::{Action, ExportForm, ExportMessage, Exporting, Message, OpenDocument, Reveal, Session};

pub(in crate::ui) mod preview;
mod profiles;

/// Width of the names of the choices, in points.
const COLUMN: f32 = 64.0;

/// In a panel lower than this, in points, the path has one line.
const LOW: f32 = 420.0;

/// Draws the panel; `takes_focus` where it has just been opened.
pub(crate) fn ui(
    ui: &mut Ui,
    (session, open): (&Session, &OpenDocument),
    form: &ExportForm,
    takes_focus: bool,
    out: &mut Vec<Message>,
) {
    let mut changed = form.clone();
    panel_head(ui, session, w(session.lang(), Words::Title), out);
    let is_low = ui.available_height() < LOW;
    // In sight however low the window is.
    Panel::bottom("write the export").frame(Frame::new().inner_margin(Margin::symmetric(0, 8))).show(
        ui,
        |ui| {
            target_ui(ui, (session, is_low), &mut changed, out);
            ui.add_space(8.0);
            write_ui(ui, (session, open), (&mut changed, takes_focus), out);
        },
    );
    theme::room_for_scroll_bar(ui);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        form_ui(ui, (session, open), (&mut changed, takes_focus), out);
        preview::ui(ui, (session, open), &changed, out);
        ui.add_space(8.0);
    });
    if changed != *form {
        // Before what was pushed above: writing must see the form as it stands.
        out.insert(0, Message::Export(ExportMessage::Form(changed)));
    }
}

/// What is asked.
fn form_ui(
    ui: &mut Ui,
    (session, open): (&Session, &OpenDocument),
    (changed, takes_focus): (&mut ExportForm, bool),
    out: &mut Vec<Message>,
) {
    let lang = session.lang();
    if open.outline.ticks().is_empty() {
        ui.label(w(lang, Words::Nothing));
        let tick_all = ui.button(messages::action(lang, Action::TickAll));
        if takes_focus {
            tick_all.request_focus();
        }
        if tick_all.clicked() {
            out.push(Message::Act(Action::TickAll));
        }
    } else {
        ui.weak(messages::outline::ticked(lang, open.outline.ticks()));
    }
    ui.add_space(8.0);
    profiles::ui(ui, session, changed, out);
    ui.add_space(6.0);
    if let Some(format) =
        one_of(ui, w(lang, Words::Format), (&Format::ALL, changed.format), |it| export::format_name(lang, it))
    {
        changed.set_format(format);
    }
    if changed.has_layouts()
        && let Some(layout) = one_of(ui, w(lang, Words::Layout), (&Layout::ALL, changed.layout), |it| {
            export::layout_name(lang, it)
        })
    {
        changed.set_layout(layout);
    }
    if changed.wants_faces() && session.typefaces.installed.is_some() {
        let has = session.typefaces.for_papers(&open.detected(), changed.script).map(|face| face.is_some());
        if let Some(words) = export::lacks(lang, has) {
            ui.add(Label::new(RichText::new(words).small().color(theme::palette(ui).muted)).wrap());
        }
    }
    if let Some(script) = one_of(ui, w(lang, Words::Script), (&Script::ALL, changed.script), |it| {
        messages::script::name(lang, it)
    }) {
        changed.script = script;
    }
    files_ui(ui, lang, changed);
    ui.add_space(8.0);
    ticks_ui(ui, lang, changed);
}

/// Whether there is one file or many, and how they are called.
fn files_ui(ui: &mut Ui, lang: Lang, changed: &mut ExportForm) {
    row(ui, w(lang, Words::Files), |ui| {
        ui.vertical(|ui| {
            for (split, words) in [(false, Words::OneFile), (true, Words::Split)] {
                if radio(ui, changed.split == split, w(lang, words)).clicked() {
                    changed.set_split(split);
                }
            }
        });
    });
    if !changed.split {
        return;
    }
    let name = w(lang, Words::NamePattern);
    row(ui, name, |ui| {
        let edit = TextEdit::singleline(&mut changed.pattern).desired_width(f32::INFINITY);
        let field = ui.add(edit.margin(Margin::symmetric(8, 5))).on_hover_text(export::fields(lang));
        let pattern = changed.pattern.clone();
        field.widget_info(|| {
            let mut info = egui::WidgetInfo::labeled(Role::TextInput, true, name);
            info.current_text_value = Some(pattern.clone());
            info
        });
    });
    if let Err(error) = NamePattern::parse(&changed.pattern) {
        let words = export::pattern(lang, &error);
        let label = ui.label(RichText::new(&words).small().color(theme::palette(ui).accent));
        label.widget_info(|| egui::WidgetInfo::labeled(Role::Alert, true, &words));
    }
}

/// What is either so or not.
fn ticks_ui(ui: &mut Ui, lang: Lang, changed: &mut ExportForm) {
    tick_box(ui, &mut changed.with_path, w(lang, Words::WithPath));
    tick_box(ui, &mut changed.renumber, w(lang, Words::Renumber));
    tick_box(ui, &mut changed.full_width, w(lang, Words::FullWidth));
    if changed.script != Script::Source {
        tick_box(ui, &mut changed.phrases, w(lang, Words::Phrases));
    }
    if changed.can_be_vertical() {
        tick_box(ui, &mut changed.vertical, w(lang, Words::Vertical));
    }
}

/// A choice with its name before it.
fn row<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal(|ui| {
        let size = Vec2::new(COLUMN, ui.spacing().interact_size.y);
        let text = RichText::new(name).small().color(theme::palette(ui).muted);
        ui.allocate_ui_with_layout(size, egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_min_size(size);
            ui.add(Label::new(text).wrap());
        });
        add(ui)
    })
    .inner
}

/// A list that is one line until it is opened; returns what was chosen in it.
fn one_of<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    (all, chosen): (&[T], T),
    words: impl Fn(T) -> &'static str,
) -> Option<T> {
    let rows = all.iter().map(|one| (words(*one), *one == chosen));
    let list =
        |ui: &mut Ui| DropDown { name, shown: words(chosen), width: ui.available_width() }.ui(ui, rows);
    let wanted = row(ui, name, list).and_then(|at| all.get(at).copied());
    wanted.filter(|wanted| *wanted != chosen)
}

fn target_ui(
    ui: &mut Ui,
    (session, is_low): (&Session, bool),
    form: &mut ExportForm,
    out: &mut Vec<Message>,
) {
    let lang = session.lang();
    let name = if form.split { w(lang, Words::Folder) } else { w(lang, Words::Target) };
    ui.horizontal(|ui| {
        ui.label(RichText::new(name).small().color(theme::palette(ui).muted));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button(w(lang, Words::ChooseTarget)).clicked() {
                out.push(Message::Export(ExportMessage::PickTarget));
            }
        });
    });
    let edit = ui.add(
        TextEdit::multiline(&mut form.target)
            .desired_rows(if is_low { 1 } else { 2 })
            .desired_width(f32::INFINITY)
            .return_key(None)
            .margin(egui::Margin::symmetric(8, 6)),
    );
    if edit.changed() {
        form.take_format_of_target();
    }
    let target = form.target.clone();
    edit.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(Role::TextInput, true, name);
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
    (form, takes_focus): (&mut ExportForm, bool),
    out: &mut Vec<Message>,
) {
    let lang = session.lang();
    let palette = theme::palette(ui);
    if let Some(exporting) = &session.exporting {
        ui.label(w(lang, Words::Writing));
        ui.horizontal(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                cancel_ui(ui, session, out);
                progress_ui(ui, exporting, ui.available_width());
            });
        });
        return;
    }
    let ready = !open.outline.ticks().is_empty() && form.is_ready();
    let asks = form.asks();
    if asks {
        ui.label(if form.split { w(lang, Words::FilesExist) } else { w(lang, Words::Exists) });
    }
    let name = if asks { t(lang, Text::Replace) } else { w(lang, Words::Write) };
    let (ink, fill) =
        if ready { (palette.on_accent, palette.accent) } else { (palette.muted, Color32::TRANSPARENT) };
    let button = Button::new(RichText::new(name).color(ink)).fill(fill);
    ui.columns(if asks { 2 } else { 1 }, |columns| {
        let [others @ .., last] = columns else { return };
        if let [first] = others {
            let cancel =
                first.add_sized([first.available_width(), HEIGHT], Button::new(t(lang, Text::Cancel)));
            // Who works by keys is at the question, and no key pressed too long replaces a file.
            if first.memory(|memory| memory.focused().is_none()) {
                cancel.request_focus();
            }
            if cancel.clicked() {
                form.exists = None;
            }
        }
        let response =
            last.add_enabled_ui(ready, |ui| ui.add_sized([ui.available_width(), HEIGHT], button)).inner;
        if takes_focus && ready {
            response.request_focus();
        }
        theme::focus_on_accent(last, &response);
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
    let words = [(t(lang, Text::OpenIt), Reveal::Open), (w(lang, Words::ShowInFolder), Reveal::InFolder)];
    for (name, how) in words {
        if ui.button(name).clicked() {
            out.push(Message::Export(ExportMessage::Reveal(path.to_owned(), how)));
        }
    }
}

/// Shows how far an export is where its panel is closed.
pub(crate) fn exporting_ui(ui: &mut Ui, session: &Session, exporting: &Exporting, out: &mut Vec<Message>) {
    ui.horizontal_centered(|ui| {
        ui.label(w(session.lang(), Words::Writing));
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
