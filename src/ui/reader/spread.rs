//! Two columns on a wide window, filled from one text like the pages of an open book, and turned like them.
//!
//! Only whole lines stand on them. The anchor may point into a line: the pair begins with that line.

use std::ops::Range;

use egui::{Event, MouseWheelUnit, Ui};

use super::Reader;
use super::block_layout::BlockLayout;
use super::flow::{Flow, Page};
use super::navigation::Anchor;
use crate::document::Document;
use crate::typeset::Line;

/// Between the columns, in points.
pub(super) const GUTTER: f32 = 56.0;
/// Columns narrower than this, in em, are not worth having two of.
const LEAST: f32 = 20.0;
/// What fingers on a pad go for one turn, in points.
const SWEEP: f32 = 120.0;
/// So much of a line's height is free on each side of its characters.
const BESIDE: f32 = 0.15;
/// Less than this is no distance, in points.
const HAIR: f32 = 0.5;

/// A line of the document: the block and the line in it, both 0-based.
type Spot = (usize, usize);

/// Turning of pages.
#[derive(Debug, Default)]
pub(super) struct Turning {
    /// Where pages were turned from and to: turned back, they are as they were.
    turned: Vec<(Anchor, Anchor)>,
    /// What the wheel has gone since the last turn, in turns.
    wheel: f32,
}

/// The width of each of two columns with `room` for both of them in points, where that is enough.
pub(super) fn half(room: f32, margin: f32, wanted: f32, size: f32) -> Option<f32> {
    let half = ((room - 2.0 * margin - GUTTER) / 2.0).min(wanted).floor();
    (half >= LEAST * size).then_some(half)
}

impl Page {
    /// The lines of `layout`, which begins at `across`, each with its top.
    pub(super) fn lines<'a>(
        &self,
        layout: &'a BlockLayout,
        across: f32,
    ) -> impl Iterator<Item = (f32, &'a Line)> + use<'a> {
        let (leaf, height) = (self.leaf(), layout.line_height);
        // At the top of a column there is no space above.
        let at_top = leaf.is_some_and(|leaf| (across - leaf).abs() < HAIR);
        let mut at = if at_top { across } else { across + layout.space };
        // A heading is neither cut by the end of a column nor the last that stands in it.
        if let (Some(keeps), Some(column)) = (layout.keeps, self.column_at(at)) {
            let bottom = at + layout.slots_height() + keeps;
            if at > column.start + HAIR && bottom > column.end + HAIR {
                at = column.end;
            }
        }
        let mut tops = (0..layout.slots).map(move |_| {
            // A line that would hang over the end of a column goes to the next one.
            let hangs_over = |leaf: &f32| at < leaf - HAIR && at + height > leaf + HAIR;
            let top = leaf.filter(hangs_over).unwrap_or(at);
            at = top + height;
            top
        });
        // The lines of all cells of a row begin at its top; all others stand one below the other.
        let side_by_side: Vec<f32> =
            if layout.cells.is_empty() { Vec::new() } else { tops.by_ref().collect() };
        layout.lines.iter().filter_map(move |line| {
            let top = side_by_side.get(line.slot).copied().or_else(|| tops.next());
            top.map(|top| (top, line))
        })
    }

    /// The one of two columns that `at` is in, across the lines.
    fn column_at(&self, at: f32) -> Option<Range<f32>> {
        let height = self.leaf()?;
        [0.0..height, height..2.0 * height].into_iter().find(|column| at < column.end - HAIR)
    }

    /// The line of `layout`, which begins at `across`, that is at or above a place, with its top; else its first one.
    pub(super) fn line_at<'a>(
        &self,
        layout: &'a BlockLayout,
        across: f32,
        (along, place): (f32, f32),
    ) -> Option<(f32, &'a Line)> {
        let here = layout.lines_along(along);
        let mut lines = self.lines(layout, across).skip(here.start).take(here.len());
        let first = lines.next()?;
        Some(lines.take_while(|(top, _)| *top <= place).last().unwrap_or(first))
    }

    /// Where `layout` ends, which begins at `across`.
    pub(super) fn after(&self, layout: &BlockLayout, across: f32) -> f32 {
        if self.leaf().is_none() {
            return across + layout.height();
        }
        let bottoms = self.lines(layout, across).map(|(top, _)| top + layout.line_height);
        bottoms.fold(across, f32::max)
    }

    /// Whether a line of `height` at `top` is shown.
    pub(super) fn shows(&self, top: f32, height: f32) -> bool {
        match (self.leaf(), self.flow()) {
            (None, Flow::Rows) => top + height > 2.0 && top < self.extent(),
            // A column of half characters says nothing: what the line has beside them may be cut.
            (None, Flow::Columns) => {
                let beside = height * BESIDE;
                top > -beside - HAIR && top + height < self.extent() + beside + HAIR
            }
            (Some(_), _) => top > -HAIR && top + height < self.extent() + HAIR,
        }
    }
}

impl Reader {
    /// How much of the anchor's block is above the edge, in points: of two columns, whole lines.
    pub(super) fn above(&mut self, ui: &Ui, document: &Document) -> f32 {
        if !self.setting.is_some_and(|setting| setting.leaves) {
            return self.anchor.above;
        }
        let (block, line) = self.first(ui, document);
        self.top_of(ui, document, (block, line)).1
    }

    /// The first line that is shown.
    fn first(&mut self, ui: &Ui, document: &Document) -> Spot {
        let layout = self.lay_out(ui, document, self.anchor.block);
        let down = ((self.anchor.above - layout.space) / layout.line_height.max(1.0)).max(0.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a line of a block")]
        let line = (down + 0.01) as usize;
        (self.anchor.block, line.min(layout.slots.saturating_sub(1)))
    }

    /// How far from the start of its block a line is, without and with the space above the first one.
    #[expect(clippy::cast_precision_loss, reason = "a block has few lines")]
    fn top_of(&mut self, ui: &Ui, document: &Document, (block, line): Spot) -> (f32, f32) {
        let layout = self.lay_out(ui, document, block);
        let top = layout.space + layout.line_height * line as f32;
        (if line == 0 { 0.0 } else { top }, top)
    }

    fn anchor_of(&mut self, ui: &Ui, document: &Document, spot: Spot) -> Anchor {
        Anchor { block: spot.0, above: self.top_of(ui, document, spot).0 }
    }

    /// The first line that has no room on `page` where `from` is at its top; `None` at the end of the text.
    fn next(&mut self, ui: &Ui, document: &Document, page: &Page, from: Spot) -> Option<Spot> {
        let mut across = -self.top_of(ui, document, from).1;
        for block in from.0..document.blocks().len() {
            let layout = self.lay_out(ui, document, block);
            let lines = page.lines(&layout, across).map(|(top, line)| (line.slot, top + layout.line_height));
            // A column has room for its first line whatever the window.
            let mut lines = lines.filter(|(line, _)| (block, *line) > from);
            if let Some((line, _)) = lines.find(|(_, bottom)| *bottom > page.extent() + HAIR) {
                return Some((block, line));
            }
            across = page.after(&layout, across);
        }
        None
    }

    /// The line from which on all before `to` has room on `page`, just so.
    fn previous(&mut self, ui: &Ui, document: &Document, page: &Page, to: Spot) -> Spot {
        let (mut from, mut filled) = (to, 0.0);
        while filled < page.extent() && from > (0, 0) {
            from = match from {
                (block, 0) => {
                    let layout = self.lay_out(ui, document, block - 1);
                    (block - 1, layout.slots.saturating_sub(1))
                }
                (block, line) => (block, line - 1),
            };
            filled += self.lay_out(ui, document, from.0).line_height;
        }
        while from < to && self.next(ui, document, page, from).is_some_and(|next| next < to) {
            let lines = self.lay_out(ui, document, from.0).slots;
            from = if from.1 + 1 < lines { (from.0, from.1 + 1) } else { (from.0 + 1, 0) };
        }
        from
    }

    /// Turns to the next pair of columns, or to the one before.
    pub(super) fn turn(&mut self, ui: &Ui, document: &Document, page: &Page, on: bool) {
        let (first, here) = (self.first(ui, document), self.anchor);
        if on {
            if let Some(next) = self.next(ui, document, page, first) {
                self.anchor = self.anchor_of(ui, document, next);
                self.turning.turned.push((here, self.anchor));
            }
            return;
        }
        if let Some((from, _)) = self.turning.turned.pop().filter(|(_, to)| *to == here) {
            self.anchor = from;
            return;
        }
        self.turning.turned.clear();
        let previous = self.previous(ui, document, page, first);
        self.anchor = self.anchor_of(ui, document, previous);
    }

    /// Turns so that the text ends on `page`.
    pub(super) fn turn_to_end(&mut self, ui: &Ui, document: &Document, page: &Page) {
        let last = self.previous(ui, document, page, (document.blocks().len(), 0));
        self.anchor = self.anchor_of(ui, document, last);
    }

    /// Turns as a notch of the wheel or a sweep of the fingers asks.
    pub(super) fn turn_by_wheel(&mut self, ui: &Ui, document: &Document, page: &Page) {
        let gone: f32 = ui.input(|input| {
            let wheel = input.events.iter().filter_map(|event| match event {
                Event::MouseWheel { unit: MouseWheelUnit::Point, delta, modifiers, .. }
                    if !modifiers.command =>
                {
                    Some(-delta.y / SWEEP)
                }
                Event::MouseWheel { delta, modifiers, .. } if !modifiers.command => Some(-delta.y),
                _ => None,
            });
            wheel.sum()
        });
        self.turning.wheel += gone;
        if self.turning.wheel.abs() > 0.99 {
            self.turn(ui, document, page, self.turning.wheel > 0.0);
            self.turning.wheel = 0.0;
        }
    }

    /// Turns so that `line` is on `page`.
    pub(super) fn turn_to(&mut self, ui: &Ui, document: &Document, page: &Page, line: Spot) {
        let first = self.first(ui, document);
        let is_beyond = |next: Option<Spot>| next.is_some_and(|next| line >= next);
        if line < first {
            self.anchor = self.anchor_of(ui, document, line);
        } else if is_beyond(self.next(ui, document, page, first)) {
            self.turn(ui, document, page, true);
            let first = self.first(ui, document);
            if is_beyond(self.next(ui, document, page, first)) {
                self.anchor = self.anchor_of(ui, document, line);
            }
        }
    }
}
