//! The profiles of the export panel: chosen, kept under a name, renamed, deleted.

use egui::{self, Button, Key, RichText, TextEdit, Ui, accesskit::Role};

use super::row;
use crate::lang::Lang;
use crate::messages::export::{Words, w};
use crate::messages::{Text, t};
use crate::session::{ExportForm, ExportMessage, Message, Naming, ProfileChange, Session};
use crate::ui::appearance::drop_down::DropDown;
use crate::ui::appearance::theme;

/// The profile, and what can be done with it.
pub(super) fn ui(ui: &mut Ui, session: &Session, form: &mut ExportForm, out: &mut Vec<Message>) {
    let lang = session.lang();
    let name = w(lang, Words::Profile);
    let is_first = session.settings.export_profiles.is_empty();
    if !is_first {
        row(ui, name, |ui| choose(ui, session, form, out));
    }
    if form.naming.is_some() {
        naming_ui(ui, session, form, out);
        return;
    }
    wrapped_row(ui, if is_first { name } else { "" }, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let small = |words| Button::new(RichText::new(w(lang, words)).small());
        if ui.add(small(Words::KeepAs)).clicked() {
            form.naming = Some(Naming { name: form.profile.clone().unwrap_or_default(), renames: false });
        }
        if let Some(name) = &form.profile {
            if ui.add(small(Words::Rename)).clicked() {
                form.naming = Some(Naming { name: name.clone(), renames: true });
            }
            if ui.add(small(Words::Drop)).clicked() {
                change(out, ProfileChange::Drop);
            }
        }
    });
}

/// A row of buttons, more of them where they have no room in one.
fn wrapped_row(ui: &mut Ui, name: &str, buttons: impl FnOnce(&mut Ui)) {
    row(ui, name, |ui| ui.horizontal_wrapped(buttons));
}

fn choose(ui: &mut Ui, session: &Session, form: &ExportForm, out: &mut Vec<Message>) {
    let lang = session.lang();
    let shown = form.profile.as_deref().unwrap_or(w(lang, Words::NoProfile));
    let profiles = &session.settings.export_profiles;
    let rows = profiles.iter().map(|profile| (&profile.name, form.profile.as_ref() == Some(&profile.name)));
    let list = DropDown { name: w(lang, Words::Profile), shown, width: ui.available_width() };
    if let Some(profile) = list.ui(ui, rows).and_then(|at| profiles.get(at)) {
        change(out, ProfileChange::Choose(profile.name.clone()));
    }
}

/// The field for a name.
fn naming_ui(ui: &mut Ui, session: &Session, form: &mut ExportForm, out: &mut Vec<Message>) {
    let Some(Naming { mut name, renames }) = form.naming.clone() else { return };
    let lang = session.lang();
    let field = row(ui, w(lang, Words::ProfileName), |ui| field(ui, lang, &mut name));
    let is_known = session.settings.export_profiles.iter().any(|profile| profile.name == name.trim());
    let is_taken = renames && is_known && form.profile.as_deref() != Some(name.trim());
    let ready = !name.trim().is_empty() && !is_taken;
    if is_taken {
        ui.label(RichText::new(w(lang, Words::NameTaken)).small().color(theme::palette(ui).accent));
    }
    let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let (mut taken, mut left) = (enter && ready, false);
    wrapped_row(ui, "", |ui| {
        let words = match (renames, is_known) {
            (true, _) => w(lang, Words::Rename),
            (false, true) => t(lang, Text::Replace),
            (false, false) => w(lang, Words::Keep),
        };
        taken |= ui.add_enabled(ready, Button::new(RichText::new(words).small())).clicked();
        left = ui.add(Button::new(RichText::new(t(lang, Text::Cancel)).small())).clicked();
    });
    form.naming = Some(Naming { name: name.clone(), renames }).filter(|_| !taken && !left);
    if taken {
        change(out, if renames { ProfileChange::Rename(name) } else { ProfileChange::Keep(name) });
    }
}

fn field(ui: &mut Ui, lang: Lang, name: &mut String) -> egui::Response {
    let edit = TextEdit::singleline(name).desired_width(f32::INFINITY).margin(egui::Margin::symmetric(8, 5));
    let field = ui.add(edit);
    field.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(Role::TextInput, true, w(lang, Words::ProfileName));
        info.current_text_value = Some(name.clone());
        info
    });
    // It was asked for just now.
    let id = field.id.with("seen");
    let frame = ui.ctx().cumulative_pass_nr();
    let last: Option<u64> = ui.data(|data| data.get_temp(id));
    ui.data_mut(|data| data.insert_temp(id, frame));
    if last.is_none_or(|last| last + 2 < frame) {
        field.request_focus();
    }
    field
}

fn change(out: &mut Vec<Message>, change: ProfileChange) {
    out.push(Message::Export(ExportMessage::Profile(change)));
}
