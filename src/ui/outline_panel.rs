//! The outline panel: draws the rows and turns clicks into messages.

use eframe::egui::{self, Align, FontId, Key, Pos2, Rect, Sense, Stroke, Ui, Vec2, accesskit::Role};

use super::breadcrumb;
use super::composed::Composed;
use super::fonts::Face;
use super::outline_rows::{Fold, Row, Rows};
use super::strings::{self, Text, t};
use super::theme;
use crate::export::Tick;
use crate::outline::SectionId;
use crate::script::{Script, ScriptView, contains_folded};
use crate::session::{Action, Message, OpenDocument, Session};

/// Height of a row in points.
const ROW: f32 = 30.0;
/// Indent of a level in points.
const INDENT: f32 = 16.0;

/// The panel and its caches.
pub(crate) struct OutlinePanel {
    rows: Rows,
    titles: ScriptView,
    titles_of: Option<(u64, Script)>,
    revealed: Option<(u64, Option<SectionId>)>,
    filter: Composed,
    /// Set to put the cursor into the filter at the next frame.
    pub(crate) focus_filter: bool,
}

impl Default for OutlinePanel {
    fn default() -> Self {
        Self {
            rows: Rows::default(),
            titles: ScriptView::new(None),
            titles_of: None,
            revealed: None,
            filter: Composed::default(),
            focus_filter: false,
        }
    }
}

impl OutlinePanel {
    /// Draws the panel.
    pub(crate) fn ui(&mut self, ui: &mut Ui, session: &Session, open: &OpenDocument, out: &mut Vec<Message>) {
        self.follow(open);
        let lang = session.lang();
        let outline = open.document.outline();
        head(ui, session, open, out);
        if outline.sections().is_empty() {
            ui.add_space(24.0);
            ui.vertical_centered(|ui| ui.weak(t(lang, Text::NoSections)));
            return;
        }
        self.filter_ui(ui, session, open, out);
        let (text, titles, filter) = (open.document.text(), &mut self.titles, open.filter.trim());
        let rows = self.rows.of(open, |id| {
            outline.get(id).is_some_and(|section| contains_folded(section.heading(text).slice(text), filter))
        });
        if rows.is_empty() {
            ui.add_space(24.0);
            ui.vertical_centered(|ui| ui.weak(t(lang, Text::NoMatch)));
            return;
        }
        let reveal = reveal_at(&mut self.revealed, open, rows);
        let face = Face::of(open.shown, open.document.detected(), lang);
        list(ui, rows, reveal, |ui, row| row_ui(ui, session, open, titles, face, row, out));
    }

    /// Lets the reader type a name for section `id`.
    pub(crate) fn rename(&mut self, id: SectionId, session: &Session) {
        let _ = (id, session);
    }

    /// The headings in the script that is shown.
    pub(crate) fn titles(&mut self, open: &OpenDocument) -> &mut ScriptView {
        self.follow(open);
        &mut self.titles
    }

    fn follow(&mut self, open: &OpenDocument) {
        if self.titles_of != Some((open.generation, open.shown)) {
            self.titles = ScriptView::new(open.converter.clone());
            self.titles_of = Some((open.generation, open.shown));
        }
    }

    fn filter_ui(&mut self, ui: &mut Ui, session: &Session, open: &OpenDocument, out: &mut Vec<Message>) {
        let lang = session.lang();
        let (response, filter) = self.filter.show(ui, &open.filter, |edit| {
            edit.hint_text(t(lang, Text::FilterHint))
                .desired_width(f32::INFINITY)
                .margin(egui::Margin::symmetric(8, 6))
        });
        response.widget_info(|| {
            let mut info = egui::WidgetInfo::labeled(Role::SearchInput, true, t(lang, Text::FilterHint));
            info.current_text_value = Some(filter.as_ref().unwrap_or(&open.filter).clone());
            info
        });
        if std::mem::take(&mut self.focus_filter) {
            response.request_focus();
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
            out.push(Message::Filter(String::new()));
        } else if let Some(filter) = filter {
            out.push(Message::Filter(filter));
        }
        ui.add_space(4.0);
    }
}

/// Which row to scroll to: that of the current section, when it has changed.
fn reveal_at(
    revealed: &mut Option<(u64, Option<SectionId>)>,
    open: &OpenDocument,
    rows: &[Row],
) -> Option<usize> {
    let now = (open.generation, open.current());
    if *revealed == Some(now) {
        return None;
    }
    *revealed = Some(now);
    let current = now.1?;
    // The row itself, or the folded one above that hides it: the last row that is not after it.
    rows.partition_point(|row| row.id <= current).checked_sub(1)
}

fn head(ui: &mut Ui, session: &Session, open: &OpenDocument, out: &mut Vec<Message>) {
    let lang = session.lang();
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.strong(t(lang, Text::Outline));
        let count = if open.ticks.is_empty() {
            strings::sections(lang, open.document.outline().sections().len())
        } else {
            strings::ticked(lang, open.ticks.count())
        };
        ui.weak(count);
        if open.document.outline().sections().is_empty() {
            return;
        }
        ui.with_layout(egui::Layout::right_to_left(Align::Center), |ui| {
            let all = open.ticks.count() == open.document.outline().sections().len();
            let tick = if all { Action::TickNone } else { Action::TickAll };
            let fold = if open.folded.is_empty() { Action::FoldAll } else { Action::UnfoldAll };
            for action in [tick, fold] {
                let button = egui::Button::new(egui::RichText::new(strings::action(lang, action)).small());
                if ui.add_enabled(session.is_enabled(action), button.frame_when_inactive(false)).clicked() {
                    out.push(Message::Act(action));
                }
            }
        });
    });
    ui.add_space(2.0);
}

fn list(ui: &mut Ui, rows: &[Row], reveal: Option<usize>, mut row_ui: impl FnMut(&mut Ui, &Row)) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let height = ui.available_height();
    let mut area = egui::ScrollArea::vertical().auto_shrink(false);
    let id = ui.make_persistent_id("outline rows");
    let offset: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
    if let Some(index) = reveal {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a million rows are 30 million points, exact in f32 to 2"
        )]
        let top = index as f32 * ROW;
        if top < offset || top + ROW > offset + height {
            area = area.vertical_scroll_offset((top - height / 3.0).max(0.0));
        }
    }
    let output = area.show_rows(ui, ROW, rows.len(), |ui, range| {
        for row in rows.get(range).unwrap_or_default() {
            row_ui(ui, row);
        }
    });
    ui.data_mut(|data| data.insert_temp(id, output.state.clamped_offset().y));
}

fn row_ui(
    ui: &mut Ui,
    session: &Session,
    open: &OpenDocument,
    titles: &mut ScriptView,
    face: Face,
    row: &Row,
    out: &mut Vec<Message>,
) {
    let heading = breadcrumb::heading(open, titles, row.id);
    let lang = session.lang();
    let palette = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    let current = open.current() == Some(row.id);
    let response = ui.interact(rect, ui.scope_id().with(("row", row.id.index())), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::TreeItem, true, &heading));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_level(usize::from(row.depth) + 1);
        node.set_selected(current);
        if row.fold != Fold::Leaf {
            node.set_expanded(row.fold == Fold::Open);
        }
    });
    if current {
        ui.painter().rect_filled(rect, 6.0, palette.current);
        let mark = Rect::from_min_size(rect.min + Vec2::new(0.0, 5.0), Vec2::new(3.0, ROW - 10.0));
        ui.painter().rect_filled(mark, 1.5, palette.accent);
    } else if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 6.0, palette.hover);
    }
    let left = rect.left() + 6.0 + f32::from(row.depth.min(12)) * INDENT;
    fold_ui(ui, Pos2::new(left + 8.0, rect.center().y), row, &heading, session, out);
    tick_ui(
        ui,
        Pos2::new(left + 26.0, rect.center().y),
        open,
        row.id,
        &strings::tick_label(lang, &heading),
        out,
    );
    let bold = row.depth == 0 && row.fold != Fold::Leaf;
    let font = FontId::new(theme::UI_TEXT, face.family(bold));
    let from = left + 40.0;
    let mut job = egui::text::LayoutJob::simple_singleline(heading.clone(), font, palette.ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.right() - from - 8.0);
    let galley = ui.painter().layout_job(job);
    let cut = galley.elided;
    ui.painter().galley(Pos2::new(from, rect.center().y - galley.size().y / 2.0), galley, palette.ink);
    if response.clicked() {
        out.push(Message::GoTo(row.id));
    }
    if cut {
        response.on_hover_text(heading);
    }
}

fn fold_ui(ui: &Ui, center: Pos2, row: &Row, heading: &str, session: &Session, out: &mut Vec<Message>) {
    if row.fold == Fold::Leaf {
        return;
    }
    let rect = Rect::from_center_size(center, Vec2::new(16.0, ROW));
    let response = ui.interact(rect, ui.scope_id().with(("fold", row.id.index())), Sense::click());
    let closed = row.fold == Fold::Closed;
    let verb = t(session.lang(), if closed { Text::Unfold } else { Text::Fold });
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, format!("{verb} {heading}")));
    let palette = theme::palette(ui);
    let color = if response.hovered() || response.has_focus() { palette.ink } else { palette.muted };
    let (x, y) = (center.x, center.y);
    let points = if closed {
        vec![Pos2::new(x - 2.5, y - 4.5), Pos2::new(x + 2.5, y), Pos2::new(x - 2.5, y + 4.5)]
    } else {
        vec![Pos2::new(x - 4.5, y - 2.5), Pos2::new(x, y + 2.5), Pos2::new(x + 4.5, y - 2.5)]
    };
    ui.painter().add(egui::Shape::line(points, Stroke::new(1.5, color)));
    if response.clicked() {
        let deep = ui.input(|input| input.modifiers.alt);
        out.push(Message::Fold { id: row.id, deep });
    }
}

fn tick_ui(ui: &Ui, center: Pos2, open: &OpenDocument, id: SectionId, label: &str, out: &mut Vec<Message>) {
    let rect = Rect::from_center_size(center, Vec2::new(20.0, ROW));
    let response = ui.interact(rect, ui.scope_id().with(("tick", id.index())), Sense::click());
    let tick = open.ticks.state(id);
    response.widget_info(|| egui::WidgetInfo::selected(Role::CheckBox, true, tick == Tick::On, label));
    let palette = theme::palette(ui);
    let square = Rect::from_center_size(center, Vec2::splat(14.0));
    if tick == Tick::Off {
        let color = if response.hovered() || response.has_focus() { palette.ink } else { palette.frame };
        ui.painter().rect_stroke(square, 3.0, Stroke::new(1.2, color), egui::StrokeKind::Inside);
    } else {
        ui.painter().rect_filled(square, 3.0, palette.accent);
        let at = |x: f32, y: f32| center + Vec2::new(x, y);
        let mark = match tick {
            Tick::On => vec![at(-3.5, 0.0), at(-1.0, 2.8), at(3.8, -2.8)],
            _ => vec![at(-3.5, 0.0), at(3.5, 0.0)],
        };
        ui.painter().add(egui::Shape::line(mark, Stroke::new(1.8, palette.on_accent)));
    }
    if response.clicked() {
        out.push(Message::Tick(id));
    }
}
