//! The search panel: the field, the count, and what was found, by section.

mod rows;

use egui::{self, Align, Button, FontId, Key, Layout, RichText, Sense, Ui, Vec2, accesskit::Role};

use super::appearance::choices::tick_box;
use super::appearance::fonts::Face;
use super::appearance::theme;
use super::reader::breadcrumb;
use super::shell::panel_head::panel_head;
use super::shell::shortcuts;
use super::shell::text_field::Composed;
use crate::block::joined;
use crate::messages;
use crate::messages::search::{Words, count, w};
use crate::script::ScriptView;
use crate::search::excerpt;
use crate::session::{Action, Message, OpenDocument, SearchMessage, Session};
use crate::text::SourceRange;
use rows::{Row, Rows};

/// Height of a row in points.
const ROW: f32 = 28.0;
/// Characters of context before and after a hit.
const CONTEXT: (usize, usize) = (8, 40);

/// The panel and its caches.
pub(crate) struct SearchPanel {
    field: Composed,
    rows: Rows,
    excerpts: ScriptView,
    excerpts_of: Option<(u64, u64)>,
    revealed: (u64, Option<usize>),
    /// Set to put the cursor into the field at the next frame.
    pub(crate) focus: bool,
}

impl Default for SearchPanel {
    fn default() -> Self {
        Self {
            field: Composed::default(),
            rows: Rows::default(),
            excerpts: ScriptView::new(None),
            excerpts_of: None,
            revealed: (0, None),
            focus: false,
        }
    }
}

impl SearchPanel {
    /// Draws the panel.
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        (session, open): (&Session, &OpenDocument),
        titles: &mut ScriptView,
        out: &mut Vec<Message>,
    ) {
        if self.excerpts_of != Some((open.generation(), open.script.serial())) {
            self.excerpts = ScriptView::through(open.presentation());
            self.excerpts_of = Some((open.generation(), open.script.serial()));
        }
        let lang = session.lang();
        panel_head(ui, session, w(lang, Words::Title), out);
        theme::room_for_scroll_bar(ui);
        self.field_ui(ui, session, out);
        controls_ui(ui, session, out);
        let search = &session.search;
        ui.add_space(4.0);
        let words = match &search.error {
            Some(error) => Some(format!("{}\n{error}", w(lang, Words::BadRegex))),
            None if search.words.trim().is_empty() => Some(w(lang, Words::Hint).to_owned()),
            None if search.hits.is_empty() && search.searched.is_none() => {
                Some(w(lang, Words::Nothing).to_owned())
            }
            None => None,
        };
        match words {
            Some(words) => {
                let role = if search.words.is_empty() { Role::Label } else { Role::Alert };
                let label = ui.label(RichText::new(&words).small().color(theme::palette(ui).muted));
                label.widget_info(|| egui::WidgetInfo::labeled(role, true, &words));
            }
            None => self.list(ui, (session, open), titles, out),
        }
    }

    fn field_ui(&mut self, ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
        let (lang, search) = (session.lang(), &session.search);
        let (response, words) = self.field.show(ui, (w(lang, Words::Field), &search.words), |edit| {
            edit.hint_text(w(lang, Words::Field))
                .desired_width(f32::INFINITY)
                .margin(egui::Margin::symmetric(8, 6))
        });
        if std::mem::take(&mut self.focus) {
            response.request_focus();
            self.field.select_all(ui, &response);
        }
        let (enter, shift) = ui.input(|input| (input.key_pressed(Key::Enter), input.modifiers.shift));
        if let Some(words) = words {
            out.push(Message::Search(SearchMessage::For(words, search.regex)));
        }
        if response.lost_focus() && enter {
            let step = if shift { Action::PreviousHit } else { Action::NextHit };
            out.push(Message::Act(step));
            response.request_focus();
        }
    }

    /// Whether an input method is composing in the field.
    pub(crate) const fn is_composing(&self) -> bool {
        self.field.is_composing()
    }

    fn list(
        &mut self,
        ui: &mut Ui,
        (session, open): (&Session, &OpenDocument),
        titles: &mut ScriptView,
        out: &mut Vec<Message>,
    ) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let search = &session.search;
        let total = self.rows.of(open, search).len();
        let mut area = egui::ScrollArea::vertical().auto_shrink(false);
        let now = (search.serial, search.current);
        if self.revealed != now {
            self.revealed = now;
            if let Some(row) = search.current.and_then(|current| self.rows.row_of(current)) {
                #[expect(clippy::cast_precision_loss, reason = "a place in a list, for the eye")]
                let top = row as f32 * ROW;
                area = area.vertical_scroll_offset((top - ui.available_height() / 3.0).max(0.0));
            }
        }
        let (rows, excerpts) = (&mut self.rows, &mut self.excerpts);
        area.show_rows(ui, ROW, total, |ui, range| {
            for row in rows.of(open, search).get(range).unwrap_or_default() {
                match row {
                    Row::Section { id, count } => {
                        let before = || w(session.lang(), Words::BeforeSections).to_owned();
                        let heading = id.map_or_else(before, |id| breadcrumb::heading(open, titles, id));
                        heading_ui(ui, (session, open), &heading, *count);
                    }
                    Row::Hit(index) => hit_ui(ui, (session, open), *index, excerpts, out),
                }
            }
        });
    }
}

fn controls_ui(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    let (lang, search) = (session.lang(), &session.search);
    ui.horizontal(|ui| {
        let mut regex = search.regex;
        let response =
            tick_box(ui, &mut regex, w(lang, Words::Regex)).on_hover_text(w(lang, Words::RegexHint));
        if response.changed() {
            out.push(Message::Search(SearchMessage::For(search.words.clone(), regex)));
        }
    });
    if search.hits.is_empty() {
        return;
    }
    ui.horizontal(|ui| {
        let going = search.searched.is_some();
        let words = count(lang, (search.current, search.hits.len()), going);
        let label = ui.label(RichText::new(&words).small().color(theme::palette(ui).muted));
        label.widget_info(|| egui::WidgetInfo::labeled(Role::Status, true, &words));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for (sign, action) in [("↓", Action::NextHit), ("↑", Action::PreviousHit)] {
                let button = ui.add_enabled(session.is_enabled(action), Button::new(sign));
                let button = button.on_hover_text(shortcuts::tooltip(ui.ctx(), lang, action));
                let name = messages::action(lang, action);
                button.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, name));
                if button.clicked() {
                    out.push(Message::Act(action));
                }
            }
        });
    });
}

/// `job` on one line of `room` points.
fn cut(ui: &Ui, mut job: egui::text::LayoutJob, room: f32) -> std::sync::Arc<egui::Galley> {
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    ui.painter().layout_job(job)
}

fn heading_ui(ui: &mut Ui, (session, open): (&Session, &OpenDocument), heading: &str, count: usize) {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Heading, true, heading));
    let face = Face::of(open.script.shown(), open.document().detected(), session.lang());
    let small = FontId::proportional(theme::SMALL_TEXT);
    let count = ui.painter().layout_no_wrap(count.to_string(), small, palette.muted);
    let room = rect.width() - count.size().x - 12.0;
    let font = FontId::new(theme::SMALL_TEXT, face.family(true));
    let job = egui::text::LayoutJob::simple_singleline(heading.to_owned(), font, palette.ink);
    let title = cut(ui, job, room);
    let y = |galley: &egui::Galley| rect.bottom() - 5.0 - galley.size().y;
    let right = egui::pos2(rect.right() - 4.0 - count.size().x, y(&count));
    ui.painter().galley(egui::pos2(rect.left(), y(&title)), title, palette.ink);
    ui.painter().galley(right, count, palette.muted);
}

fn hit_ui(
    ui: &mut Ui,
    (session, open): (&Session, &OpenDocument),
    index: usize,
    excerpts: &mut ScriptView,
    out: &mut Vec<Message>,
) {
    let Some(hit) = session.search.hits.get(index) else { return };
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
    let text = open.document().text();
    let around = excerpt(open.document(), *hit, CONTEXT);
    let shown = excerpts.shown(text, around);
    let view = shown.view_range(*hit);
    let part =
        |range: std::ops::Range<usize>| joined(shown.text().get(range).unwrap_or_default()).into_owned();
    let parts = [part(0..view.start), part(view.clone()), part(view.end..shown.text().len())];
    let current = session.search.current == Some(index);
    response.widget_info(|| egui::WidgetInfo::selected(Role::ListItem, true, current, parts.concat()));
    if current {
        ui.painter().rect_filled(rect, 6.0, palette.current);
    } else if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 6.0, palette.hover);
    }
    if response.has_focus() {
        let stroke = egui::Stroke::new(1.0, palette.frame);
        ui.painter().rect_stroke(rect, 6.0, stroke, egui::StrokeKind::Inside);
    }
    let face = Face::of(open.script.shown(), open.document().detected(), session.lang());
    let mut job = egui::text::LayoutJob { break_on_newline: false, ..Default::default() };
    let clipped = around.start > block_start(open, *hit);
    let [before, middle, after] = &parts;
    let before = if clipped { format!("…{before}") } else { before.clone() };
    for (part, bold, ink) in
        [(&before, false, palette.ink), (middle, true, palette.accent), (after, false, palette.ink)]
    {
        let font = FontId::new(theme::UI_TEXT, face.family(bold));
        job.append(part, 0.0, egui::TextFormat::simple(font, ink));
    }
    let galley = cut(ui, job, rect.width() - 16.0);
    let at = egui::pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, palette.ink);
    if response.clicked() {
        out.push(Message::Search(SearchMessage::GoToHit(index)));
    }
}

fn block_start(open: &OpenDocument, hit: SourceRange) -> crate::text::SourceOffset {
    let block = open.document().blocks().get(open.document().block_at(hit.start));
    block.map_or(hit.start, |block| block.range().start)
}
