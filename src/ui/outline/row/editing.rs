//! What can be done to a row besides going there: its doubt, its name, its level, its menu.

use egui::{
    self, FontId, Id, Key, Popup, Pos2, Rect, Response, Sense, SetOpenCommand, TextEdit, Ui, Vec2,
    accesskit::Role,
};

use super::{INDENT, RowUi};
use crate::messages::outline::{Words, level_below, w};
use crate::outline::SectionId;
use crate::script::ScriptView;
use crate::session::{Message, OutlineMessage};
use crate::ui::appearance::theme;
use crate::ui::outline::gestures::{Gestures, place, row_id};
use crate::ui::outline::rows::Row;
use crate::ui::outline::{context_menu, doubts};
use crate::ui::reader::breadcrumb;

impl RowUi<'_> {
    /// A quiet mark on a section that may be wrong, a ring where only its text was put together, with the reasons as
    /// its tooltip; returns its width.
    pub(super) fn doubt_ui(
        &self,
        ui: &Ui,
        rect: Rect,
        (row, section): (Row, SectionId),
        heading: &str,
    ) -> f32 {
        let outline = self.open.document().outline();
        let remarkable = outline.is_remarkable(section);
        if !remarkable && !outline.is_doubtful(section) {
            return 0.0;
        }
        let center = Pos2::new(rect.right() - 20.0, rect.center().y);
        let id = row_id(row).with("doubt");
        let response = ui.interact(Rect::from_center_size(center, Vec2::splat(16.0)), id, Sense::hover());
        let lang = self.session.lang();
        let label = if remarkable { Words::Remark } else { Words::Doubt };
        let label = format!("{} {heading}", w(lang, label));
        response.widget_info(|| egui::WidgetInfo::labeled(Role::Image, true, &label));
        let palette = theme::palette(ui);
        let color = if response.hovered() { palette.accent } else { palette.frame };
        if remarkable {
            ui.painter().circle_stroke(center, 2.5, (1.0, color));
        } else {
            ui.painter().circle_filled(center, 2.5, color);
        }
        response.on_hover_text(doubts::reasons(lang, self.open, section));
        20.0
    }

    /// The field for a new name; `false` where none is being typed for this row.
    pub(super) fn naming_ui(&self, ui: &mut Ui, room: Rect, row: Row, gestures: &mut Gestures) -> bool {
        let Some(naming) = gestures.naming.as_mut().filter(|naming| Some(naming.id) == row.section()) else {
            return false;
        };
        naming.drawn = true;
        let room = Rect::from_min_max(room.min - Vec2::new(6.0, -2.0), room.max - Vec2::new(0.0, 2.0));
        let id = Id::unique("outline naming");
        let field = TextEdit::singleline(&mut naming.name).id(id).margin(egui::Margin::symmetric(6, 3));
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(room));
        let response = child.add_sized(room.size(), field);
        let label = w(self.session.lang(), Words::NewName);
        response.widget_info(|| {
            let mut info = egui::WidgetInfo::labeled(Role::TextInput, true, label);
            info.current_text_value = Some(naming.name.clone());
            info
        });
        if !std::mem::replace(&mut naming.begun, true) {
            response.request_focus();
            let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
            let end = egui::text::CCursor::new(naming.name.chars().count());
            state
                .cursor
                .set_char_range(Some(egui::text::CCursorRange::two(egui::text::CCursor::new(0), end)));
            state.store(ui.ctx(), id);
        } else if response.lost_focus() {
            if !ui.input(|input| input.key_pressed(Key::Escape)) {
                gestures.out.push(Message::Outline(OutlineMessage::Rename(
                    naming.id,
                    std::mem::take(&mut naming.name),
                )));
            }
            gestures.naming = None;
            gestures.focus_next = Some(row);
        }
        true
    }

    /// Dragging sideways, or onto a section above, puts a section on another level.
    pub(super) fn drag_ui(&self, ui: &Ui, response: &Response, row: Row, gestures: &mut Gestures) {
        let outline = self.open.document().outline();
        if let Some((dragged, _)) = gestures.drag
            && response.contains_pointer()
            && Some(dragged) != row.id
        {
            gestures.over = row.id;
        }
        let Some(id) = row.section() else { return };
        if response.dragged()
            && let Some(from) = ui.input(|input| input.pointer.press_origin())
            && let Some(pointer) = response.interact_pointer_pos()
        {
            let places = outline.places(id);
            let onto =
                gestures.over.take().and_then(|over| places.iter().find(|place| place.0 == Some(over)));
            #[expect(clippy::cast_possible_truncation, reason = "a few levels")]
            let steps = ((pointer.x - from.x) / INDENT).round() as isize;
            let depth =
                usize::from(row.depth).saturating_add_signed(steps).min(places.len().saturating_sub(1));
            let Some((above, level)) = onto.or(places.get(depth)).copied() else { return };
            gestures.drag = Some((id, level));
            let mut titles = ScriptView::through(self.open.presentation());
            let name = above.map(|above| breadcrumb::heading(self.open, &mut titles, above));
            tag(ui, pointer, &level_below(self.session.lang(), level, name.as_deref()));
        } else if response.drag_stopped()
            && let Some((dragged, level)) = gestures.drag.take()
            && !ui.input(|input| input.key_pressed(Key::Escape))
        {
            gestures.out.push(Message::Outline(OutlineMessage::SetLevel(dragged, level)));
        }
    }

    /// The context menu, by the second button or by key.
    pub(super) fn menu_ui(
        &self,
        ui: &Ui,
        response: &Response,
        (row, heading): (Row, &str),
        gestures: &mut Gestures,
    ) {
        let by_key = gestures.asks_for_menu(ui, response);
        let mut popup = Popup::context_menu(response);
        if by_key {
            popup = popup.open_memory(Some(SetOpenCommand::Bool(true)));
        }
        if let Some(at) = gestures.menu_at {
            popup = popup.at_position(at);
        }
        let shown = popup.show(|ui| {
            if by_key {
                context_menu::take_focus(ui);
            }
            context_menu::row_ui(ui, (self.session, self.open), gestures, (row, heading));
        });
        // The row has the focus again when the menu is put away that was asked for by key.
        if by_key {
            gestures.menu_of = Some(row);
        } else if shown.is_none() && gestures.menu_of.take_if(|of| place(of) == place(&row)).is_some() {
            response.request_focus();
        }
    }
}

/// A word beside the pointer.
fn tag(ui: &Ui, pointer: Pos2, words: &str) {
    let palette = theme::palette(ui);
    let layer = egui::LayerId::new(egui::Order::Tooltip, Id::unique("outline drag"));
    let above = ui.ctx().layer_painter(layer);
    let font = FontId::proportional(theme::SMALL_TEXT);
    let galley = above.layout_no_wrap(words.to_owned(), font, palette.on_accent);
    let at = pointer + Vec2::new(14.0, 10.0);
    above.rect_filled(
        Rect::from_min_size(at, galley.size()).expand2(Vec2::new(8.0, 4.0)),
        5.0,
        palette.accent,
    );
    above.galley(at, galley, palette.on_accent);
}
