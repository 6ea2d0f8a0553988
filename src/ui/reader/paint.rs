//! Drawing a block: what is selected in it, its lines, and its words for screen readers.

use std::ops::Range;
use std::sync::Arc;

use egui::epaint::TextShape;
use egui::{self, FontId, Rect, Sense, Ui, accesskit::Role};

use super::Setting;
use super::block_layout::{BlockLayout, Highlight};
use super::emphasis::Style;
use super::flow::{Flow, Page};
use super::ruler::Ruler;
use super::table::ROW_PAD;
use super::vertical_text::{self, Cell};
use crate::script::Shown;
use crate::session::Side;
use crate::session::review::Standing;
use crate::typeset::{Line, stand};
use crate::ui::appearance::theme::Palette;

/// The shares of a character's width that dots below it take.
const DOTS: &[(f32, f32)] = &[(0.0, 0.14), (0.29, 0.43), (0.57, 0.71), (0.86, 1.0)];
/// How far below the characters a change is underlined, in points.
const UNDER: f32 = 2.0;
/// How thick that line is, in points.
const STROKE: f32 = 1.5;
/// How thick where the change is no choice.
const THIN: f32 = 1.0;

/// How thick the mark of where the keys select to is, in points.
const CARET: f32 = 2.0;

/// What all blocks of a frame are drawn on.
pub(super) struct Canvas<'a> {
    pub(super) ui: &'a Ui,
    pub(super) painter: egui::Painter,
    pub(super) palette: &'static Palette,
    /// The columns that are shown, each with its part of the area and where the lines stand in it.
    pub(super) columns: Vec<(Side, Rect, Page)>,
}

/// A block on its way to the screen.
#[derive(Clone, Copy)]
pub(super) struct Brush<'a> {
    pub(super) painter: &'a egui::Painter,
    pub(super) setting: &'a Setting,
    pub(super) palette: &'a Palette,
    pub(super) layout: &'a BlockLayout,
    pub(super) shown: &'a Shown<'a>,
    /// Whether it is a line of a table of contents that leads to its section.
    pub(super) link: bool,
    /// Which column it stands in.
    pub(super) side: Side,
    /// Where the lines stand.
    pub(super) page: &'a Page,
    /// Where on the page the block begins, with the space before it, in points across the lines.
    pub(super) across: f32,
}

impl Brush<'_> {
    /// Paints the lines within the clip; returns what they hold, in bytes of the shown text.
    pub(super) fn lines(&self, ruler: &mut Ruler<'_>) -> Option<Range<usize>> {
        let mut displayed = None;
        for (top, line) in self.visible() {
            displayed = Some(
                displayed.map_or(line.bytes.start, |displayed: Range<usize>| displayed.start)..line.bytes.end,
            );
            if self.layout.image.is_some() {
                continue;
            }
            let galley = self.painter.layout_job(self.job(line));
            let room = self.page.rect(0.0..self.setting.column, top..top + self.layout.line_height);
            match self.setting.flow {
                Flow::Rows => {
                    let down = (room.height() - galley.size().y) / 2.0;
                    self.painter.galley(room.min + egui::vec2(line.indent, down), galley, self.ink());
                }
                Flow::Columns => {
                    let column = self.column(ruler, line, &galley);
                    self.painter.add(TextShape::new(room.center_top(), Arc::new(column), self.ink()));
                }
            }
        }
        displayed
    }

    /// The characters of `line`, whose row is `row`, in a column.
    fn column(&self, ruler: &mut Ruler<'_>, line: &Line, row: &egui::Galley) -> egui::Galley {
        let text = self.shown.text();
        let cells = ruler.places(self.layout, line, text).map(|(at, along, _)| {
            let c = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
            Cell { along, spacing: line.spacing, orientation: stand(text, at, c).1 }
        });
        vertical_text::column(row, cells, self.layout.size, 1.0 / self.painter.pixels_per_point())
    }

    /// Paints what lies behind the bytes `selected` of the shown text.
    pub(super) fn selection(&self, ruler: &mut Ruler<'_>, selected: Range<usize>) {
        self.behind(ruler, selected, 0.0, |rect| {
            self.painter.rect_filled(rect, 0.0, self.palette.selection);
        });
    }

    /// Marks the bytes `hit` of the shown text as found; the `current` hit stands out.
    pub(super) fn hit(&self, ruler: &mut Ruler<'_>, hit: Range<usize>, current: bool) {
        let stroke = egui::Stroke::new(1.5, self.palette.accent);
        let inset = ((self.layout.line_height - self.layout.size * 1.3) / 2.0).max(0.0);
        self.behind(ruler, hit, inset, |rect| {
            self.painter.rect_filled(rect, 3.0, self.palette.selection);
            if current {
                self.painter.rect_stroke(rect.expand(1.0), 4.0, stroke, egui::StrokeKind::Outside);
            }
        });
    }

    /// Paints behind the bytes `selected` of the shown text, a rectangle for each line, `inset` points smaller than
    /// the line above and below.
    fn behind(&self, ruler: &mut Ruler<'_>, selected: Range<usize>, inset: f32, paint: impl Fn(Rect)) {
        let text = self.shown.text();
        for (top, line) in self.visible() {
            let from = selected.start.max(line.bytes.start);
            // A selection that goes on below takes the end of the line along.
            let goes_on = selected.end > line.bytes.end;
            if from > line.bytes.end || selected.end <= line.bytes.start {
                continue;
            }
            let mut x = |to| ruler.x_at(self.layout, line, text, to);
            let left = if selected.start <= line.bytes.start { line.indent } else { x(from) };
            let right = if goes_on { x(line.bytes.end) + self.layout.size * 0.3 } else { x(selected.end) };
            let across = top + inset..top + self.layout.line_height - inset;
            paint(self.page.rect(left..right, across));
        }
    }

    /// Shows where the keys select to: before byte `at` of the shown text, or at the end of the line before it.
    pub(super) fn caret(&self, ruler: &mut Ruler<'_>, at: usize, ends_line: bool) {
        let at_end = |line: &Line| ends_line && line.bytes.end == at;
        let here = self.layout.lines.iter().position(at_end).unwrap_or_else(|| self.layout.line_at(at));
        for (top, line) in self.visible() {
            if self.layout.lines.get(here).is_some_and(|here| std::ptr::eq(here, line)) {
                let along = ruler.x_at(self.layout, line, self.shown.text(), at).round();
                let middle = top + self.layout.line_height / 2.0;
                let half = self.layout.size * 0.65;
                let rect =
                    self.page.rect(along - CARET / 2.0..along + CARET / 2.0, middle - half..middle + half);
                self.painter.rect_filled(rect, 0.0, self.palette.accent);
            }
        }
    }

    /// Underlines what the conversion changed.
    pub(super) fn changes(&self, ruler: &mut Ruler<'_>) {
        self.underline(ruler, &self.layout.changes);
    }

    /// Marks the bytes `place` of the shown text as a find of the review: a line below an open one, dots below a
    /// decided one; the `current` one stands out.
    pub(super) fn find(&self, ruler: &mut Ruler<'_>, place: Range<usize>, standing: Standing, current: bool) {
        if current {
            self.hit(ruler, place.clone(), true);
        }
        match standing {
            Standing::Kept => {}
            Standing::Open => self.underline(ruler, &[(place, Highlight::Many)]),
            Standing::Decided(_) | Standing::Always => self.underline(ruler, &[(place, Highlight::Mended)]),
        }
    }

    /// Draws what lies below the characters at `places`, which are bytes of the shown text in order.
    fn underline(&self, ruler: &mut Ruler<'_>, places: &[(Range<usize>, Highlight)]) {
        let text = self.shown.text();
        for (top, line) in self.visible() {
            // Below the characters in a row, and on their right in a column.
            let middle = top + self.layout.line_height * 0.5;
            let away = self.layout.size * 0.5 + UNDER;
            let first = places.partition_point(|(bytes, _)| bytes.end <= line.bytes.start);
            let of_line = places.iter().skip(first);
            for (bytes, look) in of_line.take_while(|(bytes, _)| bytes.start < line.bytes.end) {
                let (thick, color) = match look {
                    Highlight::Differs => (STROKE, self.palette.frame),
                    Highlight::One => (THIN, self.palette.frame),
                    Highlight::Many => (STROKE, self.palette.accent),
                    Highlight::Mended => (STROKE, self.palette.point),
                };
                let across = match self.setting.flow {
                    Flow::Rows => (middle + away).round(),
                    Flow::Columns => (middle - away).round() - thick,
                };
                let [from, to] = [bytes.start, bytes.end].map(|at| {
                    ruler.x_at(self.layout, line, text, at.clamp(line.bytes.start, line.bytes.end))
                });
                let (from, to) = (from + 1.0, to - line.spacing - 1.0);
                let dots = if *look == Highlight::Mended { DOTS } else { &[(0.0, 1.0)] };
                for (start, end) in dots {
                    let along = from + (to - from) * start..from + (to - from) * end;
                    self.painter.rect_filled(self.page.rect(along, across..across + thick), 0.0, color);
                }
            }
        }
    }

    /// The lines within the clip, each with its top.
    fn visible(&self) -> impl Iterator<Item = (f32, &Line)> {
        let lines = self.page.lines(self.layout, self.across);
        lines.filter(|(top, _)| self.page.shows(*top, self.layout.line_height))
    }

    fn job(&self, line: &Line) -> egui::text::LayoutJob {
        let mut job = egui::text::LayoutJob { break_on_newline: false, ..Default::default() };
        let part = self.shown.text().get(line.bytes.clone()).unwrap_or_default();
        let mut style = self.layout.style(line.bytes.start);
        let mut run = (0.0, String::new());
        for (at, c) in part.char_indices().map(|(at, c)| (line.bytes.start + at, c)) {
            let Some(c) = self.drawn(at, c) else { continue };
            let (lead, next) = (self.layout.lead(line, at), self.layout.style(at));
            if lead != 0.0 || next != style {
                let (lead, run) = std::mem::replace(&mut run, (lead, String::new()));
                append(&mut job, &run, lead, &self.format(line, style));
                style = next;
            }
            run.1.push(c);
        }
        append(&mut job, &run.1, run.0, &self.format(line, style));
        job
    }

    /// How letters of that style look in `line`.
    fn format(&self, line: &Line, style: Style) -> egui::TextFormat {
        egui::TextFormat {
            font_id: FontId::new(self.layout.size, self.setting.face.text_family(style.bold)),
            extra_letter_spacing: if self.setting.flow == Flow::Rows { line.spacing } else { 0.0 },
            color: if style.link { self.palette.accent } else { self.ink() },
            italics: style.italic,
            ..Default::default()
        }
    }

    /// Draws the lines around the cells, where the block is a row of a table.
    pub(super) fn grid(&self) {
        if self.layout.cells.is_empty() {
            return;
        }
        let tops = self.page.lines(self.layout, self.across).map(|(top, _)| top);
        let (first, last) =
            tops.fold((f32::MAX, f32::MIN), |(first, last), top| (first.min(top), last.max(top)));
        let pad = (ROW_PAD * self.layout.size).round();
        let (top, bottom) = (first - pad, last + self.layout.line_height + pad);
        let thin = 1.0 / self.painter.pixels_per_point();
        for cell in &self.layout.cells {
            let (left, right) = (cell.along.start, cell.along.end);
            let sides = [
                (!cell.continues).then_some((left..right, top..top + thin)),
                Some((left..left + thin, top..bottom)),
                Some((right..right + thin, top..bottom)),
                (!cell.goes_on).then_some((left..right, bottom..bottom + thin)),
            ];
            for (along, across) in sides.into_iter().flatten() {
                self.painter.rect_filled(self.page.rect(along, across), 0.0, self.palette.edge);
            }
        }
    }

    /// What is drawn for the character `c` at byte `at` of the shown text.
    fn drawn(&self, at: usize, c: char) -> Option<char> {
        let displayed = self.layout.displayed(at, c)?;
        Some(match self.setting.flow {
            Flow::Rows => displayed,
            Flow::Columns => stand(self.shown.text(), at, displayed).0,
        })
    }

    fn ink(&self) -> egui::Color32 {
        if self.link { self.palette.accent } else { self.palette.ink }
    }

    /// Tells screen readers of the block.
    pub(super) fn announce(&self, ui: &Ui, index: usize, within: Rect) {
        let top = self.page.lines(self.layout, self.across).next().map_or(self.across, |(top, _)| top);
        let lines = top..self.page.after(self.layout, self.across);
        let rect = self.page.rect(0.0..self.setting.column, lines).intersect(within);
        let shows_none = self.page.leaf().is_some() && self.visible().next().is_none();
        if !rect.is_positive() || shows_none {
            return;
        }
        let response = ui.interact(
            rect,
            ui.scope_id().with(("block", index, self.side == Side::Source)),
            Sense::hover(),
        );
        let role = match (self.link, self.layout.level) {
            (true, _) => Role::Link,
            (false, Some(_)) => Role::Heading,
            (false, None) => Role::Paragraph,
        };
        response
            .widget_info(|| egui::WidgetInfo::labeled(role, true, crate::block::joined(self.shown.text())));
        if let Some(level) = self.layout.level {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(usize::from(level)));
        }
    }
}

fn append(job: &mut egui::text::LayoutJob, run: &str, lead: f32, format: &egui::TextFormat) {
    if !run.is_empty() {
        job.append(run, lead, format.clone());
    }
}
