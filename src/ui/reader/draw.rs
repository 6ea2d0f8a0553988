//! What is on the screen, drawn block by block from the anchor down.

use std::ops::Range;

use egui::{Rect, Ui};

use super::Reader;
use super::block_layout::BlockLayout;
use super::keyboard_selection::Head;
use super::paint::{Brush, Canvas};
use super::ruler::Ruler;
use super::sideways;
use crate::session::{Message, OpenDocument, Session};
use crate::text::{SourceOffset, SourceRange};
use crate::ui::appearance::theme;

impl Reader {
    /// Draws the blocks from the anchor down, and notes what is seen; returns the offset of the first line of it.
    pub(super) fn draw(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        (session, open): (&Session, &OpenDocument),
        out: &mut Vec<Message>,
    ) -> SourceOffset {
        let (document, palette) = (open.document(), theme::palette(ui));
        let painter = ui.painter().with_clip_rect(rect);
        let Some(setting) = self.setting else { return SourceOffset::default() };
        let columns = self.columns(rect).into_iter();
        let columns = columns.map(|(side, part)| (side, part, setting.page(part))).collect();
        let whole = setting.page(rect);
        let canvas = Canvas { ui, painter, palette, columns };
        let mut across = -self.above(ui, document);
        let mut all: Option<SourceRange> = None;
        let mut tables = Vec::new();
        for index in self.anchor.block..document.blocks().len() {
            if across > whole.extent() {
                break;
            }
            let layout = self.lay_out(ui, document, index);
            let visible = self.draw_block(&canvas, (index, &layout), across, (session, open));
            for (side, _, page) in &canvas.columns {
                sideways::note(&mut tables, &layout, (*side, page), across, setting.column);
            }
            if let Some(visible) = visible {
                all =
                    Some(SourceRange { start: all.map_or(visible.start, |all| all.start), end: visible.end });
            }
            if let Some(room) = layout.image {
                let top = across + layout.space;
                let pages: Vec<_> = canvas.columns.iter().map(|(_, _, page)| *page).collect();
                for page in pages {
                    let rect = page.rect(0.0..room.along, top..top + room.across);
                    out.extend(self.draw_picture(&canvas, (room, rect), (session, open)));
                }
            }
            let folds = (session.lang(), document.shows_furniture());
            out.extend(self.fold_lines(&canvas, (index, &layout), (&whole, across, rect), folds));
            across = whole.after(&layout, across);
        }
        self.wide_tables(&canvas, rect, &tables, session.lang());
        let start = document.blocks().get(self.anchor.block).map(|block| block.range().start);
        self.visible = all.unwrap_or_default();
        all.map(|all| all.start).or(start).unwrap_or_default()
    }

    /// Draws the block `layout` of that 0-based index in each column; returns what of it is seen.
    fn draw_block(
        &mut self,
        canvas: &Canvas<'_>,
        (index, layout): (usize, &BlockLayout),
        across: f32,
        (session, open): (&Session, &OpenDocument),
    ) -> Option<SourceRange> {
        let document = open.document();
        let block = document.blocks().get(index)?;
        let link = document.link_of(index).is_some();
        let keys =
            open.position.selection().is_some_and(|selection| self.caret && selection.head == self.head.at);
        let (caret, worked_in) = (keys.then_some(self.head), open.position.side());
        let mut visible = None;
        for (side, part, page) in &canvas.columns {
            let Some(column_block) = self.column_block(*side, layout) else { continue };
            let shown = column_block.view.shown(document.text(), block.range());
            let (palette, setting) = (canvas.palette, &column_block.setting);
            let (layout, shown, side) = (column_block.layout, &shown, *side);
            let mut ruler = Ruler { ui: canvas.ui, widths: column_block.widths, setting };
            let caret = caret.filter(|head| {
                side == worked_in && block.range().start <= head.at && head.at <= block.range().end
            });
            let whole =
                Brush { painter: &canvas.painter, setting, palette, layout, shown, link, side, page, across };
            // Of a table that is wider than the column only what stands in it is seen.
            let clips = if layout.wide.is_some() { page.column_rects(setting.column) } else { Vec::new() };
            let clipped = clips.into_iter().map(|clip| canvas.painter.with_clip_rect(clip.intersect(*part)));
            let clipped: Vec<_> = clipped.collect();
            let mut bytes = None;
            for painter in clipped.iter().chain(clipped.is_empty().then_some(&canvas.painter)) {
                let brush = Brush { painter, ..whole };
                bytes = paint(&brush, &mut ruler, block.range(), (session, open), caret);
            }
            let lines = bytes.map(|bytes| {
                let [start, end] = [bytes.start, bytes.end].map(|at| shown.source_from_view(at));
                SourceRange { start: if bytes.start == 0 { block.range().start } else { start }, end }
            });
            visible = visible.or(lines);
            whole.announce(canvas.ui, index, *part);
        }
        visible
    }
}

/// Paints the block at `range` with what is marked in it; returns what its lines hold, in bytes of the shown text.
fn paint(
    brush: &Brush<'_>,
    ruler: &mut Ruler<'_>,
    range: SourceRange,
    (session, open): (&Session, &OpenDocument),
    caret: Option<Head>,
) -> Option<Range<usize>> {
    let shown = brush.shown;
    if let Some(selection) = open.position.selection().and_then(|selection| selection.within(range)) {
        let [from, to] = [selection.start, selection.end].map(|at| shown.view_from_source(at));
        // A selection over the end of a block shows it, with a byte that no line has.
        let over = usize::from(open.position.selection().is_some_and(|all| all.range().end > range.end));
        brush.selection(ruler, from..to + over);
    }
    let (from, hits) = session.marked_hits(range);
    for (at, hit) in hits.iter().enumerate() {
        let bytes = shown.view_from_source(hit.start)..shown.view_from_source(hit.end);
        brush.hit(ruler, bytes, session.search.current == Some(from + at));
    }
    for (place, standing, current) in session.marked_finds(range) {
        brush.find(ruler, shown.view_range(place), standing, current);
    }
    brush.changes(ruler);
    if let Some(head) = caret {
        brush.caret(ruler, shown.view_from_source(head.at), head.ends_line);
    }
    brush.grid();
    brush.lines(ruler)
}
