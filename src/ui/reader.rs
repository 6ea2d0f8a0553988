//! The reading column: a view of our own over virtualised blocks.
//!
//! Only what is on the screen is converted, broken into lines and drawn. The place is an anchor, a block and a
//! distance into it, never a sum of heights, so it holds in a document of any length and through any change of
//! script, size or width.

use std::collections::HashMap;
use std::rc::Rc;

use eframe::egui::{self, Key, Rect, Sense, Ui, accesskit::Role};

use super::fonts::Face;
use super::theme::{self, Palette};
use crate::document::Document;
use crate::lang::Lang;
use crate::script::{Script, ScriptView};
use crate::session::{Message, OpenDocument, Session, Side};
use crate::settings::Typography;
use crate::text::SourceOffset;

mod beside;
mod by_key;
mod flow;
pub mod gaps;
mod laid;
pub mod line_break;
mod menu;
mod paint;
mod select;
mod upright;

use beside::Beside;
use flow::{Flow, Page};
use laid::{Laid, Ruler, Widths};
use paint::{Brush, Canvas};

/// Space above the first line and the least beside the column, in points.
const MARGIN: f32 = 28.0;
/// How much of the column's height is left above a search hit.
const LEAD: f32 = 0.3;
/// Width of the scroll bar in points.
const BAR: f32 = 14.0;
/// Laid-out blocks that are kept.
const MOST_LAID_OUT: usize = 3_000;

/// The reading column and its caches.
pub(crate) struct Reader {
    view: ScriptView,
    anchor: Anchor,
    jump: u64,
    setting: Option<Setting>,
    laid_out: HashMap<usize, Rc<Laid>>,
    widths: Widths,
    /// The source's column, in compare mode.
    beside: Option<Beside>,
    /// The column that the pointer works in.
    side: Side,
    /// The selection's head, as the keys moved it.
    head: by_key::Head,
    /// Start of what the context menu is about.
    pointed: Option<SourceOffset>,
}

/// What the caches hold for; any change empties them.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Setting {
    generation: u64,
    /// Blocks are cut where sections start: another outline is another layout.
    edition: u64,
    /// Another script or another converter is another text.
    view: u64,
    face: Face,
    /// The face of the source's column, where it is shown too.
    beside: Option<Face>,
    /// Which way the text runs.
    flow: Flow,
    /// Length of a full line in points.
    column: f32,
    /// Size of the text in points.
    size: f32,
    /// How the text is set.
    typography: Typography,
}

impl Setting {
    /// The page that the lines stand on in `text`.
    fn page(&self, text: Rect) -> Page {
        Page::new(self.flow, text, self.column, MARGIN)
    }
}

/// What is at the top of the column: a block (0-based), and how much of it is above the edge, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Anchor {
    block: usize,
    above: f32,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            view: ScriptView::new(None),
            anchor: Anchor::default(),
            jump: 0,
            setting: None,
            laid_out: HashMap::new(),
            widths: Widths::new(),
            beside: None,
            side: Side::default(),
            head: by_key::Head::default(),
            pointed: None,
        }
    }
}

impl Reader {
    /// Draws the column into all of `ui` and reports where the reader is.
    pub(crate) fn ui(&mut self, ui: &mut Ui, session: &Session, open: &OpenDocument, out: &mut Vec<Message>) {
        let rect = ui.available_rect_before_wrap();
        let palette = theme::palette(ui);
        ui.painter().rect_filled(rect, 0.0, palette.paper);
        let changed = self.prepare(rect, session, open);
        let document = &*open.document;
        let Some(setting) = self.setting.filter(|_| !document.blocks().is_empty()) else { return };
        let (area, bar) = setting.flow.cut(rect, BAR);
        let id = ui.scope_id().with("reading column");
        let response = ui.interact(area, id, Sense::click_and_drag());
        if response.clicked() || response.drag_started() {
            response.request_focus();
        }
        self.follow_side(ui, (&response, area), open, out);
        let page = setting.page(self.part(area, self.side));
        let link = response.hover_pos().and_then(|pointer| self.link_at(ui, document, &page, pointer));
        let response = response.on_hover_cursor(match link {
            Some(_) => egui::CursorIcon::PointingHand,
            None => setting.flow.cursor(),
        });
        if response.clicked() {
            out.extend(link.map(Message::GoTo));
        }
        if open.jump.serial == self.jump {
            if changed {
                self.anchor = self.anchor_at(ui, document, open.place);
            }
            let (by, marked) = self.select(ui, &response, open, &page);
            self.anchor.above += by;
            let marked = marked.or_else(|| self.select_by_key(ui, id, open, &page));
            out.extend(marked.map(|marked| Message::Mark(Some(marked))));
            self.scroll(ui, document, &page, response.contains_pointer());
        } else {
            self.jump = open.jump.serial;
            self.anchor = self.anchor_at(ui, document, open.jump.to);
            if open.jump.with_lead {
                self.anchor.above -= (page.extent() * LEAD).round();
            }
        }
        self.scroll_bar(ui, bar, session.lang(), document);
        self.settle(ui, document);
        self.divide(ui, area, palette);
        let place = self.draw(ui, area, (session, open), palette);
        self.menu(ui, (&response, &page), (session, open), out);
        if place != open.place {
            out.push(Message::Place(place));
        }
    }

    /// Empties the caches where they no longer hold; tells whether it did.
    fn prepare(&mut self, rect: Rect, session: &Session, open: &OpenDocument) -> bool {
        let size = session.settings.text_size;
        let face = Face::of(open.shown, open.document.detected(), session.lang());
        let flow = if session.settings.vertical { Flow::Columns } else { Flow::Rows };
        let typography = session.settings.typography;
        let beside =
            session.compares().then(|| Face::of(Script::Source, open.document.detected(), session.lang()));
        let room = (flow.length(rect) - BAR) / if beside.is_some() { 2.0 } else { 1.0 };
        let column = (typography.measure * size).min(room - 2.0 * MARGIN).max(4.0 * size).floor();
        let setting = Setting {
            generation: open.generation,
            edition: open.edition,
            view: open.view_serial,
            face,
            beside,
            flow,
            column,
            size,
            typography,
        };
        let old = self.setting.replace(setting);
        if old == Some(setting) {
            return false;
        }
        if old.is_none_or(|old| (old.generation, old.view) != (setting.generation, setting.view)) {
            self.view = ScriptView::new(open.converter.clone());
        }
        self.laid_out.clear();
        self.widths.clear();
        self.beside = Beside::of(&setting);
        true
    }

    /// The anchor that brings the line holding `to` to the top of the column.
    #[expect(clippy::cast_precision_loss, reason = "a block has few lines")]
    fn anchor_at(&mut self, ui: &Ui, document: &Document, to: SourceOffset) -> Anchor {
        let index = document.block_at(to);
        let Some(block) = document.blocks().get(index).filter(|block| block.range.start < to) else {
            return Anchor { block: index, above: 0.0 };
        };
        let laid = self.lay_out(ui, document, index);
        let at = self.view.shown(document.text(), block.range).view_from_source(to);
        let line = laid.line_at(at);
        let above = if line == 0 { 0.0 } else { laid.space + laid.line_height * line as f32 };
        Anchor { block: index, above }
    }

    fn scroll(&mut self, ui: &Ui, document: &Document, area: &Page, pointer_is_here: bool) {
        let line = self.setting.map_or(0.0, |setting| setting.size * setting.typography.line_height);
        let page = area.extent() - 2.0 * line;
        let mut by = 0.0;
        if pointer_is_here {
            by += area.flow().forward(ui.input(egui::InputState::smooth_scroll_delta));
        }
        if keys_are_free(ui) {
            let pressed = |key| ui.input(|input| input.key_pressed(key) && !input.modifiers.any());
            let shift = ui.input(|input| input.modifiers.shift_only());
            let [next, previous] = area.flow().arrows();
            by += match () {
                () if pressed(Key::PageDown) || pressed(Key::Space) => page,
                () if pressed(Key::PageUp) || (shift && ui.input(|i| i.key_pressed(Key::Space))) => -page,
                () if pressed(next) || pressed(Key::J) => 2.0 * line,
                () if pressed(previous) || pressed(Key::K) => -2.0 * line,
                () => 0.0,
            };
            if pressed(Key::Home) || ui.input(|i| i.modifiers.command && i.key_pressed(Key::Home)) {
                self.anchor = Anchor::default();
            }
            if pressed(Key::End) || ui.input(|i| i.modifiers.command && i.key_pressed(Key::End)) {
                // The last line comes to the lower edge.
                let last = document.blocks().len().saturating_sub(1);
                let height = self.lay_out(ui, document, last).height();
                self.anchor = Anchor { block: last, above: height + MARGIN - area.extent() };
            }
        }
        self.anchor.above += by;
    }

    /// Moves the anchor to the block that the edge really falls into.
    fn settle(&mut self, ui: &Ui, document: &Document) {
        let last = document.blocks().len().saturating_sub(1);
        self.anchor.block = self.anchor.block.min(last);
        while self.anchor.above < 0.0 && self.anchor.block > 0 {
            self.anchor.block -= 1;
            self.anchor.above += self.lay_out(ui, document, self.anchor.block).height();
        }
        self.anchor.above = self.anchor.above.max(0.0);
        loop {
            let height = self.lay_out(ui, document, self.anchor.block).height();
            if self.anchor.above < height {
                break;
            }
            if self.anchor.block == last {
                self.anchor.above = (height - 1.0).max(0.0);
                break;
            }
            self.anchor.above -= height;
            self.anchor.block += 1;
        }
    }

    /// Draws the blocks from the anchor down; returns the offset of the first line that is seen.
    fn draw(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        (session, open): (&Session, &OpenDocument),
        palette: &'static Palette,
    ) -> SourceOffset {
        let document = &*open.document;
        let painter = ui.painter().with_clip_rect(rect);
        let Some(setting) = self.setting else { return SourceOffset::default() };
        let columns = self.columns(rect).into_iter();
        let columns = columns.map(|(side, part)| (side, part, setting.page(part))).collect();
        let extent = setting.page(rect).extent();
        let canvas = Canvas { ui, painter, palette, columns };
        let mut across = -self.anchor.above;
        let mut place = None;
        for index in self.anchor.block..document.blocks().len() {
            if across > extent {
                break;
            }
            let laid = self.lay_out(ui, document, index);
            let seen = self.draw_block(&canvas, (index, &laid), across, (session, open));
            place = place.or(seen);
            across += laid.height();
        }
        let start = document.blocks().get(self.anchor.block).map(|block| block.range.start);
        place.or(start).unwrap_or_default()
    }

    /// Draws the block `laid` of that 0-based index in each column; returns the offset of its first line that is seen.
    fn draw_block(
        &mut self,
        canvas: &Canvas<'_>,
        (index, laid): (usize, &Laid),
        across: f32,
        (session, open): (&Session, &OpenDocument),
    ) -> Option<SourceOffset> {
        let document = &*open.document;
        let block = document.blocks().get(index)?;
        let link = document.link_of(index).is_some();
        let mut place = None;
        for (side, part, page) in &canvas.columns {
            let Some(sheet) = self.sheet(*side, laid) else { continue };
            let shown = sheet.view.shown(document.text(), block.range);
            let (painter, palette, setting) = (&canvas.painter, canvas.palette, &sheet.setting);
            let (laid, shown, side) = (sheet.laid, &shown, *side);
            let brush = Brush { painter, setting, palette, laid, shown, link, side, page, across };
            let mut ruler = Ruler { ui: canvas.ui, widths: sheet.widths, setting };
            if let Some(marked) = open.marked.and_then(|marked| marked.within(block.range)) {
                let [from, to] = [marked.start, marked.end].map(|at| shown.view_from_source(at));
                // A selection over the end of a block shows it, with a byte that no line has.
                let over = usize::from(open.marked.is_some_and(|all| all.range().end > block.range.end));
                brush.selection(&mut ruler, from..to + over);
            }
            let (from, hits) = session.search.within(block.range);
            for (at, hit) in hits.iter().enumerate() {
                let bytes = shown.view_from_source(hit.start)..shown.view_from_source(hit.end);
                brush.hit(&mut ruler, bytes, session.search.current == Some(from + at));
            }
            brush.changes(&mut ruler);
            let first = brush.lines(&mut ruler);
            let seen = first.map(|at| if at == 0 { block.range.start } else { shown.source_from_view(at) });
            place = place.or(seen);
            brush.announce(canvas.ui, index, *part);
        }
        place
    }

    fn lay_out(&mut self, ui: &Ui, document: &Document, index: usize) -> Rc<Laid> {
        if let Some(laid) = self.laid_out.get(&index) {
            return Rc::clone(laid);
        }
        if self.laid_out.len() >= MOST_LAID_OUT {
            self.laid_out.clear();
        }
        let laid = match &self.setting {
            Some(setting) => {
                let ruler = Ruler { ui, widths: &mut self.widths, setting };
                let mut laid = laid::lay_out(ruler, &mut self.view, document, index);
                if let Some(beside) = &mut self.beside {
                    beside.lay_out(ui, &mut self.view, (document, index), &mut laid);
                }
                laid
            }
            None => Laid::default(),
        };
        let laid = Rc::new(laid);
        self.laid_out.insert(index, Rc::clone(&laid));
        laid
    }

    fn scroll_bar(&mut self, ui: &mut Ui, bar: Rect, lang: Lang, document: &Document) {
        let len = document.text().len().max(1);
        let start = document.blocks().get(self.anchor.block).map_or(0, |block| block.range.start.get());
        let response = ui.interact(bar, ui.scope_id().with("scroll bar"), Sense::click_and_drag());
        let Some(setting) = self.setting else { return };
        let page = Page::new(setting.flow, bar, setting.flow.length(bar), 0.0);
        let handle = 36.0_f32.min(page.extent());
        let room = f64::from(page.extent() - handle).max(1.0);
        if let Some(pointer) = response.interact_pointer_pos() {
            let share = (f64::from(page.place(pointer).1 - handle / 2.0) / room).clamp(0.0, 1.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "a share of the text between 0 and 1, in f64"
            )]
            let to = (share * len as f64) as usize;
            self.anchor = Anchor { block: document.block_at(SourceOffset::new(to)), above: 0.0 };
        }
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            reason = "a share of the bar"
        )]
        let top = (start as f64 / len as f64 * room) as f32;
        let palette = theme::palette(ui);
        let color = if response.hovered() || response.dragged() { palette.muted } else { palette.frame };
        let middle = setting.flow.length(bar) / 2.0;
        let rect = page.rect(middle - 3.0..middle + 3.0, top + 2.0..top + handle - 2.0);
        ui.painter().rect_filled(rect, 3.0, color);
        let label = super::strings::t(lang, super::strings::Text::ScrollBar);
        response.widget_info(|| egui::WidgetInfo::labeled(Role::ScrollBar, true, label));
    }
}

/// Whether keys belong to the text: no field or other widget waits for them.
fn keys_are_free(ui: &Ui) -> bool {
    let column = ui.scope_id().with("reading column");
    ui.memory(|memory| memory.focused().is_none_or(|id| id == column)) && !ui.ctx().any_popup_open()
}
