//! The reading column: a view of our own over virtualised blocks.
//!
//! Only what is on the screen is converted, broken into lines and drawn. The place is an anchor, a block and a
//! distance into it, never a sum of heights, so it holds in a document of any length and through any change of
//! script, size or width.

use std::collections::HashMap;
use std::rc::Rc;

use eframe::egui::{self, FontId, Key, Pos2, Rect, Sense, Ui, Vec2, accesskit::Role};

use super::fonts::Face;
use super::reader_layout::{Line, Measure, break_lines};
use super::theme::{self, Palette};
use crate::document::Document;
use crate::lang::Lang;
use crate::script::{Script, ScriptView, Shown};
use crate::session::{Message, OpenDocument, Session};
use crate::text::SourceOffset;

/// Width of the column in em; about 38 characters are read with the least effort.
const COLUMN_EM: f32 = 38.0;
/// Line height in em.
const LINE_HEIGHT: f32 = 1.75;
/// Space between paragraphs in em.
const PARAGRAPH_SPACE: f32 = 0.55;
/// Space above the first line and the least beside the column, in points.
const MARGIN: f32 = 28.0;
/// Heading sizes in em, by level.
const HEADING_SIZE: [f32; 4] = [1.45, 1.2, 1.08, 1.0];
/// Space above a heading in em, by level.
const HEADING_SPACE: [f32; 4] = [2.2, 1.5, 1.0, 0.8];
/// A salutation such as 同志們： stands at the edge, without indent: it is at most this long, in bytes.
const SALUTATION: usize = 60;
/// Laid-out blocks that are kept.
const MOST_LAID_OUT: usize = 3_000;

/// The reading column and its caches.
pub(crate) struct Reader {
    view: ScriptView,
    anchor: Anchor,
    jump: u64,
    key: Option<Setting>,
    laid_out: HashMap<usize, Rc<Laid>>,
    widths: HashMap<(char, bool, u32), f32>,
}

/// What the caches hold for; any change empties them.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Setting {
    generation: u64,
    shown: Script,
    face: Face,
    column: f32,
    size: f32,
}

/// What is at the top of the column: a block (0-based), and how much of it is above the edge, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Anchor {
    block: usize,
    above: f32,
}

/// A block broken into lines.
#[derive(Debug)]
struct Laid {
    lines: Vec<Line>,
    /// Space above the first line, in points.
    space: f32,
    /// Height of a line, in points.
    line_height: f32,
    /// Size of the text, in points.
    size: f32,
    /// Up to here the text is bold, in bytes of the shown text.
    bold: usize,
    level: Option<u8>,
}

impl Laid {
    #[expect(clippy::cast_precision_loss, reason = "a block has few lines")]
    fn height(&self) -> f32 {
        self.space + self.line_height * self.lines.len() as f32
    }
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            view: ScriptView::new(None),
            anchor: Anchor::default(),
            jump: 0,
            key: None,
            laid_out: HashMap::new(),
            widths: HashMap::new(),
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
        if document.blocks().is_empty() {
            return;
        }
        let bar = Rect::from_min_max(Pos2::new(rect.right() - 14.0, rect.top()), rect.right_bottom());
        let text = Rect::from_min_max(rect.min, Pos2::new(bar.left(), rect.bottom()));
        let id = ui.scope_id().with("reading column");
        let response = ui.interact(text, id, Sense::click());
        if response.clicked() {
            response.request_focus();
        }
        if open.jump.serial != self.jump {
            self.jump = open.jump.serial;
            self.anchor = self.anchor_at(ui, document, open.jump.to);
        } else {
            if changed {
                self.anchor = self.anchor_at(ui, document, open.place);
            }
            self.scroll(ui, document, text, response.contains_pointer());
        }
        self.scroll_bar(ui, bar, session.lang(), document);
        self.settle(ui, document);
        let place = self.draw(ui, text, document, palette);
        if place != open.place {
            out.push(Message::Place(place));
        }
    }

    /// Empties the caches where they no longer hold; tells whether it did.
    fn prepare(&mut self, rect: Rect, session: &Session, open: &OpenDocument) -> bool {
        let size = session.settings.text_size;
        let face = Face::of(open.shown, open.document.detected(), session.lang());
        let column = (COLUMN_EM * size).min(rect.width() - 2.0 * MARGIN - 14.0).max(4.0 * size).floor();
        let key = Setting { generation: open.generation, shown: open.shown, face, column, size };
        let old = self.key.replace(key);
        if old == Some(key) {
            return false;
        }
        if old.is_none_or(|old| (old.generation, old.shown) != (key.generation, key.shown)) {
            self.view = ScriptView::new(open.converter.clone());
        }
        self.laid_out.clear();
        self.widths.clear();
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
        let line = laid.lines.partition_point(|line| line.bytes.start <= at).saturating_sub(1);
        let above = if line == 0 { 0.0 } else { laid.space + laid.line_height * line as f32 };
        Anchor { block: index, above }
    }

    fn scroll(&mut self, ui: &Ui, document: &Document, text: Rect, pointer_is_here: bool) {
        let size = self.key.map_or(18.0, |key| key.size);
        let line = size * LINE_HEIGHT;
        let page = text.height() - 2.0 * line;
        let mut by = 0.0;
        if pointer_is_here {
            by -= ui.input(|input| input.smooth_scroll_delta().y);
        }
        if keys_are_free(ui) {
            let pressed = |key| ui.input(|input| input.key_pressed(key) && !input.modifiers.any());
            let shift = ui.input(|input| input.modifiers.shift_only());
            by += match () {
                () if pressed(Key::PageDown) || pressed(Key::Space) => page,
                () if pressed(Key::PageUp) || (shift && ui.input(|i| i.key_pressed(Key::Space))) => -page,
                () if pressed(Key::ArrowDown) || pressed(Key::J) => 2.0 * line,
                () if pressed(Key::ArrowUp) || pressed(Key::K) => -2.0 * line,
                () => 0.0,
            };
            if pressed(Key::Home) || ui.input(|i| i.modifiers.command && i.key_pressed(Key::Home)) {
                self.anchor = Anchor::default();
            }
            if pressed(Key::End) || ui.input(|i| i.modifiers.command && i.key_pressed(Key::End)) {
                self.anchor = Anchor { block: document.blocks().len().saturating_sub(1), above: 0.0 };
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
    fn draw(&mut self, ui: &mut Ui, rect: Rect, document: &Document, palette: &Palette) -> SourceOffset {
        let Some(key) = self.key else { return SourceOffset::default() };
        let left = (rect.left() + (rect.width() - key.column) / 2.0).max(rect.left() + MARGIN).round();
        let clip = ui.painter().with_clip_rect(rect);
        let mut top = rect.top() - self.anchor.above;
        let mut place = None;
        for index in self.anchor.block..document.blocks().len() {
            if top > rect.bottom() {
                break;
            }
            let laid = self.lay_out(ui, document, index);
            let Some(block) = document.blocks().get(index) else { break };
            let shown = self.view.shown(document.text(), block.range);
            let first_line = paint(&clip, &laid, &shown, &key, palette, Pos2::new(left, top));
            if place.is_none() {
                place = first_line.map(|at| if at == 0 { block.range.start } else { shown.source_from_view(at) });
            }
            let bottom = top + laid.height();
            let seen = Rect::from_min_max(Pos2::new(left, top + laid.space), Pos2::new(left + key.column, bottom));
            announce(ui, seen.intersect(rect), index, &laid, &shown);
            top = bottom;
        }
        place.unwrap_or_else(|| {
            document.blocks().get(self.anchor.block).map_or_else(SourceOffset::default, |b| b.range.start)
        })
    }

    fn lay_out(&mut self, ui: &Ui, document: &Document, index: usize) -> Rc<Laid> {
        if let Some(laid) = self.laid_out.get(&index) {
            return Rc::clone(laid);
        }
        if self.laid_out.len() >= MOST_LAID_OUT {
            self.laid_out.clear();
        }
        let laid = Rc::new(self.lay_out_anew(ui, document, index));
        self.laid_out.insert(index, Rc::clone(&laid));
        laid
    }

    fn lay_out_anew(&mut self, ui: &Ui, document: &Document, index: usize) -> Laid {
        let (Some(key), Some(block)) = (self.key, document.blocks().get(index)) else {
            return Laid { lines: Vec::new(), space: 0.0, line_height: 1.0, size: 1.0, bold: 0, level: None };
        };
        let shown = self.view.shown(document.text(), block.range);
        let section = document.section_of_block(block);
        let heading = section.map(|(_, section)| section.heading(document.text()));
        let bold = heading.map_or(0, |heading| shown.view_from_source(heading.end));
        let stands_alone = bold > 0 && shown.text().get(bold..).is_some_and(|rest| rest.chars().count() <= 1);
        let level = section.map(|(_, section)| section.level);
        let rank = level.map_or(0, |level| usize::from(level).clamp(1, HEADING_SIZE.len()) - 1);
        let pick = |table: &[f32; 4]| table.get(rank).copied().unwrap_or(1.0);
        let size = if stands_alone { (key.size * pick(&HEADING_SIZE)).round() } else { key.size };
        let first_indent = match (stands_alone, block.continues, is_salutation(shown.text())) {
            (false, false, false) => 2.0 * size,
            _ => 0.0,
        };
        let space = match (level, block.continues) {
            (Some(_), _) if index > 0 => pick(&HEADING_SPACE) * key.size,
            (None, true) => 0.0,
            _ if index == 0 => MARGIN,
            _ => PARAGRAPH_SPACE * key.size,
        };
        let measure = Measure { column: key.column, first_indent, hanging_indent: 0.0 };
        let widths = &mut self.widths;
        let lines = break_lines(shown.text(), measure, |at, c| width(ui, widths, &key, c, at < bold, size));
        let line_height = (size * if stands_alone { 1.45 } else { LINE_HEIGHT }).round();
        Laid { lines, space: space.round(), line_height, size, bold, level: level.filter(|_| stands_alone) }
    }

    fn scroll_bar(&mut self, ui: &mut Ui, bar: Rect, lang: Lang, document: &Document) {
        let len = document.text().len().max(1);
        let start = document.blocks().get(self.anchor.block).map_or(0, |block| block.range.start.get());
        let response = ui.interact(bar, ui.scope_id().with("scroll bar"), Sense::click_and_drag());
        let handle = 36.0_f32.min(bar.height());
        let room = f64::from(bar.height() - handle).max(1.0);
        if let Some(pointer) = response.interact_pointer_pos() {
            let share = (f64::from(pointer.y - bar.top() - handle / 2.0) / room).clamp(0.0, 1.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "a share of the text between 0 and 1, in f64"
            )]
            let to = (share * len as f64) as usize;
            self.anchor = Anchor { block: document.block_at(SourceOffset::new(to)), above: 0.0 };
        }
        #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "a share of the bar")]
        let top = bar.top() + (start as f64 / len as f64 * room) as f32;
        let palette = theme::palette(ui);
        let color = if response.hovered() || response.dragged() { palette.muted } else { palette.frame };
        let rect = Rect::from_min_size(Pos2::new(bar.center().x - 3.0, top + 2.0), Vec2::new(6.0, handle - 4.0));
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

/// Whether a paragraph is an address to the audience: short, and ending in a colon.
fn is_salutation(text: &str) -> bool {
    text.len() <= SALUTATION && text.ends_with(['：', ':'])
}

fn width(
    ui: &Ui,
    widths: &mut HashMap<(char, bool, u32), f32>,
    key: &Setting,
    c: char,
    bold: bool,
    size: f32,
) -> f32 {
    // All ideographs of a face are one em wide: one entry serves them all.
    let c = if matches!(c, '\u{3400}'..='\u{9fff}') { '中' } else { c };
    *widths.entry((c, bold, size.to_bits())).or_insert_with(|| {
        let font = FontId::new(size, key.face.family(bold));
        ui.ctx().fonts_mut(|fonts| fonts.glyph_width(&font, c))
    })
}

/// Paints the lines of a block that are within the clip; returns where the first of them begins, in bytes.
fn paint(
    painter: &egui::Painter,
    laid: &Laid,
    shown: &Shown<'_>,
    key: &Setting,
    palette: &Palette,
    top_left: Pos2,
) -> Option<usize> {
    let clip = painter.clip_rect();
    let mut first = None;
    let mut top = top_left.y + laid.space;
    for line in &laid.lines {
        let bottom = top + laid.line_height;
        if bottom > clip.top() + 2.0 && top < clip.bottom() {
            first = first.or(Some(line.bytes.start));
            let galley = painter.layout_job(job(laid, line, shown.text(), key, palette));
            let y = top + (laid.line_height - galley.size().y) / 2.0;
            painter.galley(Pos2::new(top_left.x + line.indent, y), galley, palette.ink);
        }
        top = bottom;
    }
    first
}

fn job(laid: &Laid, line: &Line, text: &str, key: &Setting, palette: &Palette) -> egui::text::LayoutJob {
    let mut job = egui::text::LayoutJob { break_on_newline: false, ..Default::default() };
    let middle = laid.bold.clamp(line.bytes.start, line.bytes.end);
    for (bytes, bold) in [(line.bytes.start..middle, true), (middle..line.bytes.end, false)] {
        let Some(part) = text.get(bytes).filter(|part| !part.is_empty()) else { continue };
        let format = egui::TextFormat {
            font_id: FontId::new(laid.size, key.face.family(bold)),
            extra_letter_spacing: line.spacing,
            color: palette.ink,
            ..Default::default()
        };
        job.append(part, 0.0, format);
    }
    job
}

/// Tells screen readers of a block.
fn announce(ui: &Ui, rect: Rect, index: usize, laid: &Laid, shown: &Shown<'_>) {
    if !rect.is_positive() {
        return;
    }
    let response = ui.interact(rect, ui.scope_id().with(("block", index)), Sense::hover());
    let role = if laid.level.is_some() { Role::Heading } else { Role::Paragraph };
    response.widget_info(|| egui::WidgetInfo::labeled(role, true, shown.text()));
}
