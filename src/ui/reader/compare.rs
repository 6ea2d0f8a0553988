//! Compare mode: a second column with the source, on the same layout as the first.
//!
//! Both columns hang on one anchor, and a block is as high as the higher of its two sides, so the same paragraph
//! starts at the same height on both and nothing has to be kept in step.

use egui::{Rect, Response, Stroke, Ui};

use super::block_layout::BlockLayout;
use super::flow::Flow;
use super::ruler::Widths;
use super::{Reader, Setting};
use crate::script::ScriptView;
use crate::session::{Message, OpenDocument, ReadingMessage, Side};
use crate::ui::appearance::theme::Palette;

/// A block in one of the columns, with what is needed to show it.
pub(super) struct ColumnBlock<'a> {
    pub(super) view: &'a mut ScriptView,
    pub(super) widths: &'a mut Widths,
    pub(super) setting: Setting,
    pub(super) layout: &'a BlockLayout,
}

impl Reader {
    /// The block `layout` in the column of `side`.
    pub(super) fn column_block<'a>(
        &'a mut self,
        side: Side,
        layout: &'a BlockLayout,
    ) -> Option<ColumnBlock<'a>> {
        Some(match (side, &mut self.source_column, &layout.source_column) {
            (Side::Source, Some(column), Some(layout)) => ColumnBlock {
                view: &mut column.view,
                widths: &mut column.widths,
                setting: column.setting,
                layout,
            },
            _ => {
                ColumnBlock { view: &mut self.view, widths: &mut self.widths, setting: self.setting?, layout }
            }
        })
    }

    /// The columns that are shown in `area`, each with its part of it; the one that tells the place comes first.
    pub(super) fn columns(&self, area: Rect) -> Vec<(Side, Rect)> {
        let shown = (Side::Shown, self.part(area, Side::Shown));
        let source_column =
            self.source_column.as_ref().map(|_| (Side::Source, self.part(area, Side::Source)));
        std::iter::once(shown).chain(source_column).collect()
    }

    /// The part of `area` that the column of `side` stands in: lines of both go on along each other, so rows stand
    /// left and right, and vertical text above and below.
    pub(super) fn part(&self, area: Rect, side: Side) -> Rect {
        let Some(source_column) = &self.source_column else { return area };
        let middle = area.center().round();
        let (source, shown) = match source_column.setting.flow {
            Flow::Rows => area.split_left_right_at_x(middle.x),
            Flow::Columns => area.split_top_bottom_at_y(middle.y),
        };
        if side == Side::Source { source } else { shown }
    }

    /// Draws the line between the columns.
    pub(super) fn divide(&self, ui: &Ui, area: Rect, palette: &Palette) {
        let (middle, stroke) = (area.center().round(), Stroke::new(1.0, palette.line));
        match self.source_column.as_ref().map(|source_column| source_column.setting.flow) {
            Some(Flow::Rows) => drop(ui.painter().vline(middle.x, area.y_range(), stroke)),
            Some(Flow::Columns) => drop(ui.painter().hline(area.x_range(), middle.y, stroke)),
            None => {}
        }
    }

    /// Notes which column the pointer works in: the one it was pressed in, until all buttons are up.
    pub(super) fn note_side(
        &mut self,
        ui: &Ui,
        (response, area): (&Response, Rect),
        open: &OpenDocument,
        out: &mut Vec<Message>,
    ) {
        let (pressed, pinned) = ui.input(|input| (input.pointer.any_pressed(), input.pointer.any_down()));
        let at = ui.input(|input| input.pointer.interact_pos());
        if let Some(at) = at.filter(|_| pressed || !pinned) {
            let is_source = self.source_column.is_some() && self.part(area, Side::Source).contains(at);
            self.side = if is_source { Side::Source } else { Side::Shown };
        }
        if pressed && response.contains_pointer() && self.side != open.position.side() {
            out.push(Message::Reading(ReadingMessage::Side(self.side)));
        }
    }
}
