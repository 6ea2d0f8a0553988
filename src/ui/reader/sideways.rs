//! Tables that are wider than the column: they are scrolled sideways, each by itself.
//!
//! How far is a matter of the layout: lines and cells of a row stand where they are seen, so that pointer, keys and marks
//! find them there. What stands beside the column is clipped.

use std::collections::HashMap;

use egui::{Color32, CursorIcon, Mesh, Pos2, Rect, Sense, Ui, accesskit::Role};

use super::Reader;
use super::block_layout::BlockLayout;
use super::flow::{Flow, Page};
use super::navigation::keys_are_free;
use super::paint::Canvas;
use super::ruler::Ruler;
use super::select::PULL;
use super::table::{ROW_PAD, Wide};
use crate::document::Document;
use crate::lang::Lang;
use crate::messages::reader;
use crate::session::Side;
use crate::text::SourceOffset;

/// Height of the bar below a table, in points, and of what of it can be seized.
const BAR: f32 = 5.0;
const SEIZED: f32 = 13.0;
/// The shortest handle, in points.
const SHORTEST: f32 = 32.0;
/// How far from an edge the text fades that goes on beyond it, in points.
const FADE: f32 = 24.0;
/// How far an arrow key moves a table, in em.
const STEP: f32 = 4.0;

/// How far each table is scrolled, by its beginning, in points.
pub(super) type Sideways = HashMap<SourceOffset, f32>;

/// What of a wide table is on the screen, in one column of the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown {
    wide: Wide,
    side: Side,
    rect: Rect,
    /// Length of a full line, and size of the text, in points.
    column: f32,
    size: f32,
}

impl BlockLayout {
    /// Scrolls the row of a wide table as the table is.
    pub(super) fn scroll_sideways(&mut self, sideways: &Sideways, column: f32) {
        let Some(wide) = &mut self.wide else { return };
        wide.by = sideways.get(&wide.table).copied().unwrap_or(0.0).clamp(0.0, wide.most(column));
        let by = wide.by;
        self.lines.iter_mut().for_each(|line| line.indent -= by);
        for cell in &mut self.cells {
            cell.along = cell.along.start - by..cell.along.end - by;
        }
    }

    /// How far along the lines `along` is in a row that is seen only within a column of that width.
    pub(super) fn within_column(&self, along: f32, column: f32) -> f32 {
        if self.wide.is_some() { along.clamp(0.0, column - 1.0) } else { along }
    }
}

impl Page {
    /// Where lines of `column` points stand: one rectangle for each of two columns.
    pub(super) fn column_rects(&self, column: f32) -> Vec<Rect> {
        match self.leaf() {
            Some(leaf) => vec![self.rect(0.0..column, 0.0..leaf), self.rect(0.0..column, leaf..2.0 * leaf)],
            None => vec![self.rect(0.0..column, 0.0..self.extent())],
        }
    }
}

impl Reader {
    /// Scrolls the table of `wide` to `by` points.
    fn scroll_table(&mut self, wide: Wide, by: f32, column: f32) {
        let by = by.clamp(0.0, wide.most(column)).round();
        if (by - wide.by).abs() > 0.0 {
            self.sideways.insert(wide.table, by);
            self.layouts.retain(|_, layout| layout.wide.is_none_or(|other| other.table != wide.table));
        }
    }

    /// Scrolls the table that has `to`, where it is a wide one, until its cell is seen.
    pub(super) fn reveal(&mut self, ui: &Ui, document: &Document, to: SourceOffset) {
        let index = document.block_at(to);
        let layout = self.lay_out(ui, document, index);
        let (Some(wide), Some(setting)) = (layout.wide, self.setting) else { return };
        let Some(block) = document.blocks().get(index) else { return };
        let shown = self.view.shown(document.text(), block.range());
        let byte = shown.view_from_source(to);
        let line = layout.line_at(byte);
        let Some(cell) = layout.cells.iter().find(|cell| cell.lines.contains(&line)) else { return };
        let mut ruler = Ruler { ui, widths: &mut self.widths, setting: &setting };
        let place = layout.lines.get(line).map(|line| ruler.x_at(&layout, line, shown.text(), byte));
        let place = place.unwrap_or(cell.along.start);
        // Of a cell that is wider than the column the place is shown.
        let is_whole = cell.along.end - cell.along.start <= setting.column;
        let (from, to) = if is_whole {
            (cell.along.start, cell.along.end)
        } else {
            (place - setting.size, place + 2.0 * setting.size)
        };
        let by = from.min(0.0) + (to - setting.column).max(0.0);
        self.scroll_table(wide, wide.by + by, setting.column);
    }

    /// Scrolls the wide table at `at` where a selection is dragged beyond the edge of the column.
    pub(super) fn pull_sideways(
        &mut self,
        ui: &Ui,
        document: &Document,
        (page, pointer): (&Page, Pos2),
        at: SourceOffset,
    ) {
        let layout = self.lay_out(ui, document, document.block_at(at));
        let (Some(wide), Some(setting)) = (layout.wide, self.setting) else { return };
        let along = page.place(pointer).0;
        let beyond = along.min(0.0) + (along - setting.column).max(0.0);
        if beyond.abs() > 0.0 {
            self.scroll_table(wide, wide.by + beyond * PULL, setting.column);
            ui.ctx().request_repaint();
        }
    }

    /// Draws what tells that tables go on beyond the column, and scrolls them as the pointer and the keys ask.
    pub(super) fn wide_tables(&mut self, canvas: &Canvas<'_>, area: Rect, tables: &[Shown], lang: Lang) {
        let ui = canvas.ui;
        let turn = if ui.rect_contains_pointer(area) {
            ui.input(egui::InputState::smooth_scroll_delta).x
        } else {
            0.0
        };
        let arrows = if keys_are_free(ui) { arrows(ui) } else { 0.0 };
        for (index, table) in tables.iter().enumerate() {
            let Shown { wide, column, size, rect, .. } = *table;
            let seen = rect.intersect(area);
            fade(canvas, seen, wide.by, wide.most(column) - wide.by);
            let mut by = wide.by + if index == 0 { arrows * STEP * size } else { 0.0 };
            if ui.input(|input| input.pointer.hover_pos()).is_some_and(|at| seen.contains(at)) {
                by -= turn;
            }
            if let Some(to) = bar(canvas, area, table, lang) {
                by = to;
            }
            self.scroll_table(wide, by, column);
        }
    }
}

/// How many steps the arrow keys ask for.
fn arrows(ui: &Ui) -> f32 {
    let pressed = |key| ui.input(|input| input.key_pressed(key) && !input.modifiers.any());
    let [on, back] = Flow::Rows.letter_arrows();
    f32::from(u8::from(pressed(on))) - f32::from(u8::from(pressed(back)))
}

/// Notes that the row `layout` of a wide table stands on `page` at `across`.
pub(super) fn note(
    tables: &mut Vec<Shown>,
    layout: &BlockLayout,
    (side, page): (Side, &Page),
    across: f32,
    column: f32,
) {
    let Some(wide) = layout.wide else { return };
    let tops = || page.lines(layout, across).map(|(top, _)| top);
    let Some((top, last)) = tops().next().zip(tops().max_by(f32::total_cmp)) else { return };
    let pad = layout.size * ROW_PAD;
    let rect = page.rect(0.0..column, top - pad..last + layout.line_height + pad);
    // Each of two columns has a bar of its own.
    let same = |other: &&mut Shown| {
        other.wide.table == wide.table && other.side == side && (other.rect.left() - rect.left()).abs() < 1.0
    };
    match tables.iter_mut().find(same) {
        Some(table) => table.rect = table.rect.union(rect),
        None => tables.push(Shown { wide, side, rect, column, size: layout.size }),
    }
}

/// Draws the bar of a table, below it or at the lower edge of what is seen of it; returns where it is dragged to.
fn bar(canvas: &Canvas<'_>, area: Rect, table: &Shown, lang: Lang) -> Option<f32> {
    let Shown { wide, side, rect, column, .. } = *table;
    let top = (rect.bottom() + 4.0).min(area.bottom() - BAR - 3.0).round();
    let track = Rect::from_min_max(Pos2::new(rect.left(), top), Pos2::new(rect.right(), top + BAR));
    let seized = track.expand2(egui::vec2(0.0, (SEIZED - BAR) / 2.0));
    let key = ("wide table", wide.table.get(), side == Side::Source, rect.left().to_bits());
    let id = canvas.ui.scope_id().with(key);
    let response = canvas.ui.interact(seized.intersect(area), id, Sense::click_and_drag());
    let response = response.on_hover_cursor(CursorIcon::Default);
    let label = reader::table_bar(lang);
    response.widget_info(|| egui::WidgetInfo::labeled(Role::ScrollBar, true, label));
    let handle = (column * column / wide.width).max(SHORTEST);
    let most = wide.most(column).max(1.0);
    let left = track.left() + (column - handle) * wide.by / most;
    let is_held = response.hovered() || response.dragged();
    let (palette, painter) = (canvas.palette, &canvas.painter);
    painter.rect_filled(track, BAR / 2.0, palette.line);
    let grip = Rect::from_min_max(Pos2::new(left, track.top()), Pos2::new(left + handle, track.bottom()));
    painter.rect_filled(grip, BAR / 2.0, if is_held { palette.muted } else { palette.frame });
    let to = response.interact_pointer_pos().filter(|_| response.dragged() || response.clicked())?;
    Some((to.x - handle / 2.0 - track.left()) / (column - handle).max(1.0) * most)
}

/// Fades what goes on to the left and to the right of `seen`.
fn fade(canvas: &Canvas<'_>, seen: Rect, before: f32, after: f32) {
    let paper = canvas.palette.paper;
    let mut mesh = Mesh::default();
    let mut shade = |inner: f32, outer: f32| {
        let first = u32::try_from(mesh.vertices.len()).unwrap_or_default();
        for (x, color) in [(inner, Color32::TRANSPARENT), (outer, paper)] {
            mesh.colored_vertex(Pos2::new(x, seen.top()), color);
            mesh.colored_vertex(Pos2::new(x, seen.bottom()), color);
        }
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first + 1, first + 2, first + 3);
    };
    if before > 0.5 {
        shade(seen.left() + FADE.min(before), seen.left());
    }
    if after > 0.5 {
        shade(seen.right() - FADE.min(after), seen.right());
    }
    canvas.painter.add(mesh);
}
