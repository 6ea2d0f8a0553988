//! How wide characters are, and where they stand in their lines.

use std::collections::HashMap;

use egui::{self, FontId, Ui};

use super::Setting;
use super::block_layout::BlockLayout;
use super::flow::Flow;
use crate::typeset::{Line, stand};

/// The advances of characters, asked once of the fonts.
pub(super) type Widths = HashMap<(char, bool, u32), f32>;

/// Measures characters as they will be drawn.
pub(super) struct Ruler<'a> {
    pub(super) ui: &'a Ui,
    pub(super) widths: &'a mut Widths,
    pub(super) setting: &'a Setting,
}

impl Ruler<'_> {
    /// Advance of `c`, which is seen at byte `at` of `text`, in points along the line.
    pub(super) fn advance(&mut self, (text, at): (&str, usize), c: char, bold: bool, size: f32) -> f32 {
        match self.setting.flow {
            Flow::Rows => self.width(c, bold, size),
            Flow::Columns => {
                let (drawn, orientation) = stand(text, at, c);
                orientation.advance(size, || self.width(drawn, bold, size))
            }
        }
    }

    /// Advance of `c` in a row, in points; that of an ideograph without asking for it.
    pub(super) fn advance_in_row(&mut self, c: char, bold: bool, size: f32) -> f32 {
        if matches!(c, '\u{3400}'..='\u{9fff}') { size } else { self.width(c, bold, size) }
    }

    /// Width of `c` in a row, in points.
    fn width(&mut self, c: char, bold: bool, size: f32) -> f32 {
        // All ideographs of a face are one em wide: one entry serves them all.
        let c = if matches!(c, '\u{3400}'..='\u{9fff}') { '中' } else { c };
        *self.widths.entry((c, bold, size.to_bits())).or_insert_with(|| {
            let font = FontId::new(size, self.setting.face.text_family(bold));
            self.ui.ctx().fonts_mut(|fonts| match fonts.glyph_width(&font, c) {
                // No face has it: what is drawn in its place has a width all the same.
                0.0 => fonts.layout_no_wrap(c.to_string(), font, egui::Color32::PLACEHOLDER).size().x,
                width => width,
            })
        })
    }

    /// The characters of a line of `text`: the byte where each begins, where it stands in points from the left of
    /// the column, and its advance with the space after it.
    pub(super) fn places<'s>(
        &'s mut self,
        layout: &'s BlockLayout,
        line: &'s Line,
        text: &'s str,
    ) -> impl Iterator<Item = (usize, f32, f32)> + 's {
        let mut left = line.indent;
        text.get(line.bytes.clone()).unwrap_or_default().char_indices().filter_map(move |(at, c)| {
            let at = line.bytes.start + at;
            let c = layout.displayed(at, c)?;
            let advance = self.advance((text, at), c, layout.is_bold(at), layout.size) + line.spacing;
            left += layout.lead(line, at) + advance;
            Some((at, left - advance, advance))
        })
    }

    /// Where byte `to` of `text` stands in its line, in points from the left of the column.
    pub(super) fn x_at(&mut self, layout: &BlockLayout, line: &Line, text: &str, to: usize) -> f32 {
        let before = self.places(layout, line, text).take_while(|(at, ..)| *at < to).last();
        before.map_or(line.indent, |(_, left, advance)| left + advance)
    }

    /// The byte of `text` nearest to `x`, in points from the left of the column.
    pub(super) fn byte_at(&mut self, layout: &BlockLayout, line: &Line, text: &str, x: f32) -> usize {
        let mut places = self.places(layout, line, text);
        places.find(|(_, left, advance)| x < left + advance / 2.0).map_or(line.bytes.end, |(at, ..)| at)
    }
}
