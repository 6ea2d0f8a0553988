//! Doubts: why a section may be wrong, in words, and the list of all such sections.

use egui::{self, Align, Button, Layout, Sense, Ui, Vec2, accesskit::Role};

use crate::lang::Lang;
use crate::messages;
use crate::messages::outline::doubts::{diagnosis, doubts, rule};
use crate::messages::outline::{Words, w};
use crate::outline::SectionId;
use crate::outline::edit::Scope;
use crate::script::ScriptView;
use crate::session::{Action, Correction, Message, OpenDocument, OutlineMessage, ReadingMessage, Session};
use crate::ui::appearance::fonts::Face;
use crate::ui::appearance::theme;
use crate::ui::reader::breadcrumb;
use crate::ui::shell::panel_head::panel_head;
use crate::ui::shell::shortcuts;

/// How many lines the reasons of an entry can take, for English ones are longer, and its height in points with the heading.
const fn entry_size(lang: Lang) -> (usize, f32) {
    match lang {
        Lang::Hans | Lang::Hant => (2, 64.0),
        Lang::En => (4, 84.0),
    }
}

/// Between the heading and its reasons, in points.
const GAP: f32 = 2.0;

/// Why section `id` may be wrong: a line for each reason, then the rule that found it.
pub(in crate::ui) fn reasons(lang: Lang, open: &OpenDocument, id: SectionId) -> String {
    let outline = open.document().outline();
    let mut lines = why(lang, open, id);
    lines.extend(outline.evidence(id).map(|evidence| rule(lang, evidence)));
    lines.join("\n")
}

fn why(lang: Lang, open: &OpenDocument, id: SectionId) -> Vec<String> {
    let outline = open.document().outline();
    let found = outline.evidence(id).into_iter().flat_map(|evidence| &evidence.diagnoses);
    let mut lines: Vec<_> = found.map(|found| diagnosis(lang, *found)).collect();
    if outline.is_unsure(id) {
        lines.push(w(lang, Words::Unsure).to_owned());
    }
    lines
}

/// The list of doubts.
#[derive(Default)]
pub(crate) struct DoubtsPanel {
    revealed: Option<(u64, SectionId)>,
}

impl DoubtsPanel {
    /// Draws the panel.
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        (session, open): (&Session, &OpenDocument),
        titles: &mut ScriptView,
        out: &mut Vec<Message>,
    ) {
        let lang = session.lang();
        panel_head(ui, session, w(lang, Words::DoubtsTitle), out);
        if open.outline.doubts().is_empty() {
            ui.weak(w(lang, Words::NoDoubts));
            return;
        }
        ui.horizontal(|ui| {
            ui.weak(doubts(lang, open.outline.doubts().len()));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                step_ui(ui, lang, ("↓", Action::NextDoubt), out);
                step_ui(ui, lang, ("↑", Action::PreviousDoubt), out);
            });
        });
        ui.add_space(4.0);
        self.list(ui, (session, open), titles, out);
    }

    fn list(
        &mut self,
        ui: &mut Ui,
        (session, open): (&Session, &OpenDocument),
        titles: &mut ScriptView,
        out: &mut Vec<Message>,
    ) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let (target, (_, height)) = (open.target(), entry_size(session.lang()));
        let mut area = egui::ScrollArea::vertical().auto_shrink(false);
        // The doubt that was stepped to comes into sight.
        let at = target.and_then(|id| open.outline.doubts().binary_search(&id).ok());
        if let (Some(id), Some(at)) = (target, at)
            && self.revealed != Some((open.content.edition(), id))
        {
            self.revealed = Some((open.content.edition(), id));
            #[expect(clippy::cast_precision_loss, reason = "a place in a list, for the eye")]
            let top = at as f32 * height;
            area = area.vertical_scroll_offset((top - ui.available_height() / 3.0).max(0.0));
        }
        area.show_rows(ui, height, open.outline.doubts().len(), |ui, range| {
            for id in open.outline.doubts().get(range).unwrap_or_default() {
                let heading = breadcrumb::heading(open, titles, *id);
                entry(ui, (session, open), (*id, &heading), out);
            }
        });
    }
}

pub(in crate::ui) fn step_ui(
    ui: &mut Ui,
    lang: Lang,
    (sign, action): (&str, Action),
    out: &mut Vec<Message>,
) {
    let response = ui.add(Button::new(sign)).on_hover_text(shortcuts::tooltip(ui.ctx(), lang, action));
    let name = messages::action(lang, action);
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, name));
    if response.clicked() {
        out.push(Message::Act(action));
    }
}

fn entry(
    ui: &mut Ui,
    (session, open): (&Session, &OpenDocument),
    (id, heading): (SectionId, &str),
    out: &mut Vec<Message>,
) {
    let lang = session.lang();
    let palette = theme::palette(ui);
    let (most_lines, height) = entry_size(lang);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::click());
    let reasons = why(lang, open, id).join(lang.marks().semicolon);
    let current = open.target() == Some(id);
    response.widget_info(|| egui::WidgetInfo::labeled(Role::ListItem, true, format!("{heading}: {reasons}")));
    if current {
        ui.painter().rect_filled(rect, 6.0, palette.current);
    } else if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 6.0, palette.hover);
    }
    let face = Face::of(open.script.shown(), open.document().detected(), lang);
    let keep = Correction::Keep(Scope::One);
    let button = egui::Rect::from_center_size(rect.right_center() - Vec2::new(19.0, 0.0), Vec2::splat(30.0));
    let room = rect.width() - 50.0;
    let lines = |words: &str, font: egui::FontId, ink, max_rows| {
        let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), font, ink);
        job.wrap = egui::text::TextWrapping { max_width: room, max_rows, ..Default::default() };
        ui.painter().layout_job(job)
    };
    let title = lines(heading, egui::FontId::new(theme::UI_TEXT, face.family(false)), palette.ink, 1);
    let reason = lines(&reasons, egui::FontId::proportional(theme::SMALL_TEXT), palette.muted, most_lines);
    let cut = title.elided || reason.elided;
    // However many lines of reasons there are: with the button beside them they stand in the middle.
    let top = rect.top() + (height - GAP - title.size().y - reason.size().y) / 2.0;
    let at = egui::pos2(rect.left() + 8.0, top);
    let below = at + Vec2::new(0.0, title.size().y + GAP);
    ui.painter().galley(at, title, palette.ink);
    ui.painter().galley(below, reason, palette.muted);
    if response.clicked() {
        out.push(Message::Reading(ReadingMessage::GoTo(id)));
    }
    // A child, so that the list goes on below the entry and not below the button.
    let mut corner = ui.new_child(egui::UiBuilder::new().max_rect(button));
    let confirm = corner.add_sized(button.size(), Button::new("✓").frame_when_inactive(false));
    let name = messages::outline::correction(lang, keep);
    confirm.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, format!("{name} {heading}")));
    if confirm.on_hover_text(name).clicked() {
        out.push(Message::Outline(OutlineMessage::Correct(id, keep)));
    }
    if cut {
        response.on_hover_text(format!("{heading}\n{reasons}"));
    }
}
