//! Drawing a block: what is selected in it, its lines, and its words for screen readers.

use eframe::egui::{self, FontId, Pos2, Rect, Sense, Ui, accesskit::Role};

use super::Setting;
use super::laid::{Laid, Ruler};
use super::line_break::Line;
use crate::script::Shown;
use crate::ui::theme::Palette;

/// A block on its way to the screen.
pub(super) struct Brush<'a> {
    pub(super) painter: &'a egui::Painter,
    pub(super) setting: &'a Setting,
    pub(super) palette: &'a Palette,
    pub(super) laid: &'a Laid,
    pub(super) shown: &'a Shown<'a>,
    /// Whether it is a line of a table of contents that leads to its section.
    pub(super) link: bool,
    /// Left edge of the column and top of the block with the space above it.
    pub(super) top_left: Pos2,
}

impl Brush<'_> {
    /// Paints the lines within the clip; returns where the first of them begins, in bytes of the shown text.
    pub(super) fn lines(&self) -> Option<usize> {
        let mut first = None;
        for (top, line) in self.visible() {
            first = first.or(Some(line.bytes.start));
            let galley = self.painter.layout_job(self.job(line));
            let y = top + (self.laid.line_height - galley.size().y) / 2.0;
            self.painter.galley(Pos2::new(self.top_left.x + line.indent, y), galley, self.ink());
        }
        first
    }

    /// Paints what lies behind the bytes `selected` of the shown text.
    pub(super) fn selection(&self, mut ruler: Ruler<'_>, selected: std::ops::Range<usize>) {
        let text = self.shown.text();
        for (top, line) in self.visible() {
            let from = selected.start.max(line.bytes.start);
            // A selection that goes on below takes the end of the line along.
            let goes_on = selected.end > line.bytes.end;
            if from > line.bytes.end || selected.end <= line.bytes.start {
                continue;
            }
            let mut x = |to| ruler.x_at(self.laid, line, text, to);
            let left = if selected.start <= line.bytes.start { line.indent } else { x(from) };
            let right = if goes_on { x(line.bytes.end) + self.laid.size * 0.3 } else { x(selected.end) };
            let rect = Rect::from_min_max(
                Pos2::new(self.top_left.x + left, top),
                Pos2::new(self.top_left.x + right, top + self.laid.line_height),
            );
            self.painter.rect_filled(rect, 0.0, self.palette.selection);
        }
    }

    /// The lines within the clip, each with its top.
    fn visible(&self) -> impl Iterator<Item = (f32, &Line)> {
        let clip = self.painter.clip_rect();
        let height = self.laid.line_height;
        #[expect(clippy::cast_precision_loss, reason = "a block has few lines")]
        let top = move |index: usize| self.top_left.y + self.laid.space + height * index as f32;
        let lines = self.laid.lines.iter().enumerate().map(move |(index, line)| (top(index), line));
        lines.filter(move |(top, _)| top + height > clip.top() + 2.0 && *top < clip.bottom())
    }

    fn job(&self, line: &Line) -> egui::text::LayoutJob {
        let mut job = egui::text::LayoutJob { break_on_newline: false, ..Default::default() };
        let middle = self.laid.bold.clamp(line.bytes.start, line.bytes.end);
        for (bytes, bold) in [(line.bytes.start..middle, true), (middle..line.bytes.end, false)] {
            let part = self.shown.text().get(bytes.clone()).unwrap_or_default();
            let seen = part.char_indices().filter_map(|(at, c)| self.laid.seen(bytes.start + at, c));
            let part: String = seen.collect();
            if part.is_empty() {
                continue;
            }
            let format = egui::TextFormat {
                font_id: FontId::new(self.laid.size, self.setting.face.family(bold)),
                extra_letter_spacing: line.spacing,
                color: self.ink(),
                ..Default::default()
            };
            job.append(&part, 0.0, format);
        }
        job
    }

    fn ink(&self) -> egui::Color32 {
        if self.link { self.palette.accent } else { self.palette.ink }
    }

    /// Tells screen readers of the block.
    pub(super) fn announce(&self, ui: &Ui, index: usize, within: Rect) {
        let top = Pos2::new(self.top_left.x, self.top_left.y + self.laid.space);
        let bottom = Pos2::new(top.x + self.setting.column, self.top_left.y + self.laid.height());
        let rect = Rect::from_min_max(top, bottom).intersect(within);
        if !rect.is_positive() {
            return;
        }
        let response = ui.interact(rect, ui.scope_id().with(("block", index)), Sense::hover());
        let role = match (self.link, self.laid.level) {
            (true, _) => Role::Link,
            (false, Some(_)) => Role::Heading,
            (false, None) => Role::Paragraph,
        };
        response
            .widget_info(|| egui::WidgetInfo::labeled(role, true, crate::block::joined(self.shown.text())));
        if let Some(level) = self.laid.level {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(usize::from(level)));
        }
    }
}
