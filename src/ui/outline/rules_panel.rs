//! The panel of own rules: a rule is tried while it is written, with a count and the first headings it finds.

use egui::{self, Button, RichText, TextEdit, Ui, accesskit::Role};

use crate::messages::outline::rules::{matches, rule_error};
use crate::messages::outline::{Words, level, w};
use crate::outline::edit::DEEPEST;
use crate::outline::rules::Rule;
use crate::script::ScriptView;
use crate::session::outline::rules_form::Found;
use crate::session::{Message, OpenDocument, ReadingMessage, RulesChange, RulesForm, Session};
use crate::ui::appearance::choices::{cross, radio_value};
use crate::ui::appearance::drop_down::DropDown;
use crate::ui::appearance::fonts::Face;
use crate::ui::appearance::theme;
use crate::ui::shell::panel_head::panel_head;

/// A heading of the preview is cut after this many characters.
const LONGEST: usize = 40;

/// The panel.
#[derive(Default)]
pub(crate) struct RulesPanel {
    /// Set to put the cursor into the first field at the next frame.
    pub(crate) focus: bool,
}

impl RulesPanel {
    /// Draws the panel.
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        (session, open): (&Session, &OpenDocument),
        form: &RulesForm,
        out: &mut Vec<Message>,
    ) {
        let lang = session.lang();
        panel_head(ui, session, w(lang, Words::RulesTitle), out);
        theme::room_for_scroll_bar(ui);
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.label(RichText::new(w(lang, Words::RulesHint)).small().color(theme::palette(ui).muted));
            ui.add_space(8.0);
            self.fields_ui(ui, session, form, out);
            found_ui(ui, (session, open), form, out);
            ui.add_space(14.0);
            kept_ui(ui, session, (false, open.outline.corrections().rules()), out);
            kept_ui(ui, session, (true, &session.settings.rules), out);
        });
    }

    fn fields_ui(&mut self, ui: &mut Ui, session: &Session, form: &RulesForm, out: &mut Vec<Message>) {
        let lang = session.lang();
        let mut rule = form.rule.clone();
        let mut everywhere = form.everywhere;
        let edit = TextEdit::singleline(&mut rule.pattern)
            .hint_text(w(lang, Words::PatternHint))
            .desired_width(f32::INFINITY)
            .margin(egui::Margin::symmetric(8, 6));
        let response = ui.add(edit);
        response.widget_info(|| {
            let mut info = egui::WidgetInfo::labeled(Role::TextInput, true, w(lang, Words::Pattern));
            info.current_text_value = Some(form.rule.pattern.clone());
            info
        });
        if std::mem::take(&mut self.focus) {
            response.request_focus();
        }
        if let Some(Err(error)) = &form.tried {
            let words = rule_error(lang, error);
            let label = ui.label(RichText::new(&words).small().color(theme::palette(ui).accent));
            label.widget_info(|| egui::WidgetInfo::labeled(Role::Alert, true, &words));
        }
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            ui.label(w(lang, Words::RuleLevel));
            let shown = level(lang, rule.level);
            let levels = 1..=DEEPEST.min(6);
            let rows = levels.clone().map(|wanted| (level(lang, wanted), wanted == rule.level));
            let list = DropDown { name: w(lang, Words::RuleLevel), shown: &shown, width: 90.0 };
            if let Some(wanted) = list.ui(ui, rows).and_then(|at| levels.clone().nth(at)) {
                rule.level = wanted;
            }
        });
        radio_value(ui, &mut everywhere, false, w(lang, Words::ForThis));
        radio_value(ui, &mut everywhere, true, w(lang, Words::ForAll));
        let enter = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if rule != form.rule || everywhere != form.everywhere {
            out.push(Message::Rules(RulesChange::Try(rule, everywhere)));
        }
        ui.add_space(6.0);
        let ready = matches!(&form.tried, Some(Ok(found)) if found.count > 0);
        if ui.add_enabled(ready, Button::new(w(lang, Words::AddRule))).clicked() || (enter && ready) {
            out.push(Message::Rules(RulesChange::Add));
        }
    }
}

/// How many headings the rule finds, and the first of them.
fn found_ui(
    ui: &mut Ui,
    (session, open): (&Session, &OpenDocument),
    form: &RulesForm,
    out: &mut Vec<Message>,
) {
    let Some(Ok(found)) = &form.tried else { return };
    let lang = session.lang();
    ui.add_space(8.0);
    let words =
        if found.count == 0 { w(lang, Words::FindsNothing).to_owned() } else { matches(lang, found.count) };
    let label = ui.label(&words);
    label.widget_info(|| egui::WidgetInfo::labeled(Role::Status, true, &words));
    let face = Face::of(open.script.shown(), open.document().detected(), lang);
    let mut view = ScriptView::through(open.presentation());
    for heading in &found.first {
        let shown = view.shown(open.document().text(), *heading);
        let short: String = shown.text().chars().take(LONGEST).collect();
        let text = RichText::new(short).font(egui::FontId::new(theme::SMALL_TEXT, face.family(false)));
        if ui.add(Button::new(text).frame_when_inactive(false).truncate()).clicked() {
            out.push(Message::Reading(ReadingMessage::GoToPlace(heading.start)));
        }
    }
    if found.count > Found::SHOWN {
        ui.weak("…");
    }
}

/// The rules that are kept, each with a button that deletes it.
fn kept_ui(ui: &mut Ui, session: &Session, (everywhere, rules): (bool, &[Rule]), out: &mut Vec<Message>) {
    if rules.is_empty() {
        return;
    }
    let lang = session.lang();
    let palette = theme::palette(ui);
    let title = w(lang, if everywhere { Words::ForAll } else { Words::ForThis });
    ui.label(RichText::new(title).small().color(palette.muted));
    for (index, rule) in rules.iter().enumerate() {
        ui.horizontal(|ui| {
            ui.label(RichText::new(&rule.pattern).monospace());
            ui.weak(level(lang, rule.level));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let drop = cross(ui, &format!("{} {}", w(lang, Words::DropRule), rule.pattern));
                if drop.on_hover_text(w(lang, Words::DropRule)).clicked() {
                    out.push(Message::Rules(RulesChange::Drop { everywhere, index }));
                }
            });
        });
    }
    ui.add_space(8.0);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::outline::rules::RuleError;

    #[test]
    fn common_mistakes_are_told_in_the_readers_language() {
        for pattern in ["(甲", "甲)", "[甲", "*甲", "甲\\", "甲{2,1}", "\\中"] {
            let error = Rule { pattern: pattern.to_owned(), level: 1 }.compile().unwrap_err();
            assert!(matches!(error, RuleError::Syntax(_)), "{pattern}");
            let words = rule_error(Lang::Hant, &error);
            assert!(words.chars().all(|c| !c.is_ascii_alphabetic()), "{pattern}: {words} ({error})");
        }
    }
}
