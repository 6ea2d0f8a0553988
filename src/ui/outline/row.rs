//! One row of the outline: fold mark, tick box, heading.

use egui::{self, FontId, Pos2, Rect, Sense, Stroke, Ui, Vec2, accesskit::Role};

use super::doubts;
use super::gestures::{Gestures, row_id, tick};
use super::rows::{Fold, Row};
use crate::export::Tick;
use crate::messages;
use crate::messages::outline::{Words, w};
use crate::outline::SectionId;
use crate::script::Folded;
use crate::session::{Message, OpenDocument, OutlineMessage, ReadingMessage, Session};
use crate::ui::appearance::choices::{paint_fold, paint_tick};
use crate::ui::appearance::fonts::Face;
use crate::ui::appearance::theme;

mod editing;

/// Height of a row in points.
pub(in crate::ui) const ROW: f32 = 30.0;
/// Indent of a level in points.
const INDENT: f32 = 16.0;
/// Levels beyond this are not indented further: the heading needs room.
const DEEPEST: u8 = 12;

/// What all rows are drawn with.
pub(super) struct RowUi<'a> {
    pub(in crate::ui) session: &'a Session,
    pub(in crate::ui) open: &'a OpenDocument,
    pub(in crate::ui) face: Face,
    /// What the headings are filtered by.
    pub(in crate::ui) filter: &'a Folded,
}

impl RowUi<'_> {
    /// Draws a row; with it comes its heading in the shown script.
    pub(in crate::ui) fn ui(&self, ui: &mut Ui, (row, heading): (Row, &str), gestures: &mut Gestures) {
        let palette = theme::palette(ui);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
        let section = row.section();
        let is_place = section.is_some() || row.is_preamble();
        let current = is_place && self.open.current() == section;
        let response = ui.interact(rect, row_id(row), Sense::click_and_drag());
        response.widget_info(|| egui::WidgetInfo::labeled(Role::TreeItem, true, heading));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_level(usize::from(row.depth) + 1);
            node.set_selected(current);
            if row.fold != Fold::Leaf {
                node.set_expanded(row.fold == Fold::Open);
            }
        });
        gestures.drawn(ui, &response, row, self.open);
        if current {
            ui.painter().rect_filled(rect, 6.0, palette.current);
            let mark = Rect::from_min_size(rect.min + Vec2::new(0.0, 5.0), Vec2::new(3.0, ROW - 10.0));
            ui.painter().rect_filled(mark, 1.5, palette.accent);
        } else if response.hovered() || response.has_focus() || response.context_menu_opened() {
            ui.painter().rect_filled(rect, 6.0, palette.hover);
        }
        if response.has_focus() {
            theme::focus_ring(ui, rect, 6.0);
        } else if section.is_some() && self.open.outline.chosen() == section {
            ui.painter().rect_stroke(rect, 6.0, Stroke::new(1.0, palette.frame), egui::StrokeKind::Inside);
        }
        let left = rect.left() + 6.0 + f32::from(row.depth.min(DEEPEST)) * INDENT;
        let mut room = Rect::from_min_max(Pos2::new(left + 40.0, rect.top()), rect.max - Vec2::new(8.0, 0.0));
        self.marks_ui(ui, left, (row, heading), &mut gestures.out);
        if let Some(id) = section {
            room.max.x -= self.doubt_ui(ui, rect, (row, id), heading);
        }
        if self.naming_ui(ui, room, row, gestures) {
            return;
        }
        let cut = self.heading_ui(ui, room, row, heading);
        if response.clicked() {
            gestures.out.extend(self.go_to(row));
            // By Enter: who has chosen a section reads on there.
            if response.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
                response.surrender_focus();
            }
        }
        self.drag_ui(ui, &response, row, gestures);
        self.menu_ui(ui, &response, (row, heading), gestures);
        let outline = self.open.document().outline();
        let odd = section.filter(|id| outline.is_doubtful(*id) || outline.is_remarkable(*id));
        if cut || odd.is_some() {
            response.on_hover_ui(|ui| self.tip_ui(ui, cut.then_some(heading), odd));
        }
    }

    /// What a row says of itself: a heading that was cut, and why it may be wrong.
    fn tip_ui(&self, ui: &mut Ui, heading: Option<&str>, odd: Option<SectionId>) {
        ui.set_max_width(360.0);
        if let Some(heading) = heading {
            ui.label(heading);
        }
        if let Some(id) = odd {
            ui.label(doubts::reasons(self.session.lang(), self.open, id));
        }
    }

    fn go_to(&self, row: Row) -> Option<Message> {
        let point = row.point.and_then(|id| self.open.document().outline().point(id));
        let there = point.map(|point| Message::Reading(ReadingMessage::GoToPlace(point.marker.start)));
        let preamble = row.is_preamble().then(|| self.open.document().preamble().start);
        there
            .or(row.id.map(|it| Message::Reading(ReadingMessage::GoTo(it))))
            .or(preamble.map(|it| Message::Reading(ReadingMessage::GoToPlace(it))))
    }

    /// The fold mark and the tick box.
    fn marks_ui(&self, ui: &Ui, left: f32, (row, heading): (Row, &str), out: &mut Vec<Message>) {
        let middle = ui.min_rect().bottom() - ROW / 2.0;
        if self.fold_ui(ui, Pos2::new(left + 8.0, middle), row, heading) {
            let deep = ui.input(|input| input.modifiers.alt);
            out.extend(row.section().map(|id| Message::Outline(OutlineMessage::Fold { id, deep })));
        }
        if self.tick_ui(ui, Pos2::new(left + 26.0, middle), row, heading) {
            out.push(tick(row));
        }
    }

    /// Draws the heading into `room`; tells whether it was cut.
    fn heading_ui(&self, ui: &Ui, room: Rect, row: Row, heading: &str) -> bool {
        let palette = theme::palette(ui);
        let bold = row.depth == 0 && row.point.is_none();
        let (size, ink) = match row.point {
            Some(_) => (theme::SMALL_TEXT, palette.point),
            // Words of the program's and not of the text.
            None if row.is_preamble() => (theme::UI_TEXT, palette.muted),
            None => (theme::UI_TEXT, palette.ink),
        };
        let font = FontId::new(size, self.face.family(bold));
        let mut job = egui::text::LayoutJob { break_on_newline: false, ..Default::default() };
        let mut from = 0;
        let mut push = |to: usize, found: bool| {
            let background = if found { palette.selection } else { egui::Color32::TRANSPARENT };
            let format = egui::TextFormat { background, ..egui::TextFormat::simple(font.clone(), ink) };
            job.append(heading.get(from..to).unwrap_or_default(), 0.0, format);
            from = to;
        };
        for found in self.filter.all_in(heading) {
            push(found.start, false);
            push(found.end, true);
        }
        push(heading.len(), false);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room.width());
        let galley = ui.painter().layout_job(job);
        let cut = galley.elided;
        let top_left = Pos2::new(room.left(), room.center().y - galley.size().y / 2.0);
        ui.painter().galley(top_left, galley, palette.ink);
        cut
    }

    /// Draws the fold mark; tells whether it was clicked.
    fn fold_ui(&self, ui: &Ui, center: Pos2, row: Row, heading: &str) -> bool {
        if row.fold == Fold::Leaf {
            return false;
        }
        let rect = Rect::from_center_size(center, Vec2::new(16.0, ROW));
        let response = ui.interact(rect, row_id(row).with("fold"), Sense::click());
        let closed = row.fold == Fold::Closed;
        let verb = w(self.session.lang(), if closed { Words::Unfold } else { Words::Fold });
        response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, format!("{verb} {heading}")));
        let palette = theme::palette(ui);
        let color = if response.hovered() || response.has_focus() { palette.ink } else { palette.muted };
        paint_fold(ui.painter(), center, (closed, color));
        if response.has_focus() {
            theme::focus_ring(ui, Rect::from_center_size(center, Vec2::splat(18.0)), 4.0);
        }
        response.clicked()
    }

    /// Draws the tick box; tells whether it was clicked.
    fn tick_ui(&self, ui: &Ui, center: Pos2, row: Row, heading: &str) -> bool {
        let rect = Rect::from_center_size(center, Vec2::new(20.0, ROW));
        let response = ui.interact(rect, row_id(row).with("tick"), Sense::click());
        let ticks = self.open.outline.ticks();
        let section = || row.id.map_or_else(|| ticks.preamble_state(), |id| ticks.state(id));
        let tick = row.point.map_or_else(section, |id| ticks.point_state(id));
        let label = messages::outline::tick_label(self.session.lang(), heading);
        response.widget_info(|| egui::WidgetInfo::selected(Role::CheckBox, true, tick == Tick::On, &label));
        if tick == Tick::Half {
            let mixed = egui::accesskit::Toggled::Mixed;
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_toggled(mixed));
        }
        let bright = response.hovered() || response.has_focus();
        paint_tick(ui.painter(), theme::palette(ui), center, (tick, bright));
        if response.has_focus() {
            theme::focus_ring(ui, Rect::from_center_size(center, Vec2::splat(20.0)), 4.0);
        }
        response.clicked()
    }
}
