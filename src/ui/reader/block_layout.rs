//! A block broken into lines, with the look of its rank.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use egui::{self, FontId, Ui};

use super::flow::Flow;
use super::{MARGIN, Setting};
use crate::block::Seen;
use crate::document::Document;
use crate::script::ScriptView;
use crate::typeset::{Gap, Line, Measure, Spacing, break_lines, gap_at, gaps, stand};
use crate::ui::appearance::fonts::Face;

/// Line height of a heading in em.
const HEADING_LINE_HEIGHT: f32 = 1.45;
/// Heading sizes in em, by level.
const HEADING_SIZE: [f32; 4] = [1.45, 1.2, 1.08, 1.0];
/// Space above a heading in em, by level.
const HEADING_SPACE: [f32; 4] = [2.2, 1.5, 1.0, 0.8];
/// The lines of a heading stand behind its number as far as that has at most this many characters.
const LONGEST_NUMBER: usize = 5;
/// A salutation such as 同志們： stands at the edge, without indent: it is at most this long, in bytes.
const SALUTATION: usize = 60;

/// How a change or a find of the review is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// It differs from the column beside.
    Differs,
    /// It had but one form to become.
    One,
    /// It had several, of which one was chosen; or one is to be chosen.
    Many,
    /// The reader has chosen.
    Mended,
}

/// A block broken into lines.
#[derive(Debug, Default)]
pub(super) struct Laid {
    pub(super) lines: Vec<Line>,
    /// Space above the first line, in points.
    pub(super) space: f32,
    /// Height of a line, in points.
    pub(super) line_height: f32,
    /// Size of the text, in points.
    pub(super) size: f32,
    /// Up to here the text is bold, in bytes of the shown text.
    pub(super) bold: usize,
    /// What is seen of its characters.
    seen: Seen,
    /// What is marked as changed, in bytes of the shown text, in order.
    pub(super) changes: Vec<(Range<usize>, Look)>,
    /// The same block in the source's column.
    pub(super) beside: Option<Rc<Self>>,
    /// What is special about the room between characters.
    gaps: Vec<Gap>,
    /// Level of the heading that the block is; `None` for other blocks, run-in headings included.
    pub(super) level: Option<u8>,
}

impl Laid {
    /// Height with the space above, in points; of two columns, the higher one's: they keep level.
    #[expect(clippy::cast_precision_loss, reason = "a block has few lines")]
    pub(super) fn height(&self) -> f32 {
        let own = self.space + self.line_height * self.lines.len() as f32;
        self.beside.as_ref().map_or(own, |beside| own.max(beside.height()))
    }

    /// What the reader sees of the character `c` at byte `at` of the shown text: nothing or one blank of a joint.
    pub(super) fn seen(&self, at: usize, c: char) -> Option<char> {
        self.seen.char(at, c)
    }

    /// What is added before the character at byte `at` of `line` beside the space after the one before it, in points.
    pub(super) fn lead(&self, line: &Line, at: usize) -> f32 {
        let gap = gap_at(&self.gaps, at).filter(|_| at > line.bytes.start);
        gap.map_or(0.0, |gap| gap.before - if gap.tight { line.spacing } else { 0.0 })
    }

    /// 0-based index of the line that holds byte `at` of the shown text.
    pub(super) fn line_at(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.bytes.start <= at).saturating_sub(1)
    }
}

/// Lays out the block at 0-based `index`.
pub(super) fn lay_out(
    mut ruler: Ruler<'_>,
    view: &mut ScriptView,
    document: &Document,
    index: usize,
) -> Laid {
    let setting = ruler.setting;
    let typography = setting.typography;
    let Some(block) = document.blocks().get(index) else {
        return Laid::default();
    };
    let shown = view.shown(document.text(), block.range);
    let section = document.section_of_block(block).map(|(_, section)| section);
    let bold = section.map_or(0, |section| shown.view_from_source(section.heading(document.text()).end));
    let stands_alone = bold > 0 && shown.text().get(bold..).is_some_and(|rest| rest.chars().count() <= 1);
    let level = section.map(|section| section.level);
    let rank = level.map_or(0, |level| usize::from(level).clamp(1, HEADING_SIZE.len()) - 1);
    let pick = |table: &[f32; 4]| table.get(rank).copied().unwrap_or(1.0);
    let size = if stands_alone { (setting.size * pick(&HEADING_SIZE)).round() } else { setting.size };
    let indented = typography.indent && !stands_alone && !block.continues && !is_salutation(shown.text());
    let space = match (index, level, block.continues) {
        (0, ..) => MARGIN,
        (_, Some(_), _) => pick(&HEADING_SPACE) * setting.size,
        (_, None, true) => 0.0,
        (_, None, false) => typography.paragraph_space * setting.size,
    };
    let characters = Seen::of(shown.text(), typography.full_width);
    let number = section.filter(|section| stands_alone && section.marker.start == block.range.start);
    let number = number.map_or(0, |section| shown.view_from_source(section.marker.end));
    let hanging = shown.text().char_indices().take_while(|(at, _)| *at < number).take(LONGEST_NUMBER);
    let hanging_indent = hanging.map(|(at, c)| ruler.advance((shown.text(), at), c, true, size)).sum();
    let measure = Measure {
        column: setting.column,
        first_indent: if indented { 2.0 * size } else { 0.0 },
        hanging_indent,
        justified: typography.justified && !stands_alone,
    };
    let seen = |at, c| characters.char(at, c);
    let gaps = gaps_of(shown.text(), setting, size, seen);
    let lines = break_lines(shown.text(), measure, &gaps, |at, c| {
        seen(at, c).map(|c| ruler.advance((shown.text(), at), c, at < bold, size))
    });
    let line_height = (size
        * if stands_alone {
            HEADING_LINE_HEIGHT.min(typography.line_height)
        } else {
            typography.line_height
        })
    .round();
    Laid {
        lines,
        space: space.round(),
        line_height,
        size,
        bold,
        seen: characters,
        changes: Vec::new(),
        beside: None,
        gaps,
        level: level.filter(|_| stands_alone),
    }
}

fn gaps_of(text: &str, setting: &Setting, size: f32, seen: impl Fn(usize, char) -> Option<char>) -> Vec<Gap> {
    // In a column Latin words lie on their side and marks stand as its own forms say.
    if setting.flow == Flow::Columns {
        return Vec::new();
    }
    let spacing = Spacing { size, thin: setting.typography.thin_space, centred: setting.face != Face::Hans };
    gaps(text.char_indices().filter_map(|(at, c)| Some((at, seen(at, c)?))), spacing)
}

/// Whether a paragraph is an address to the audience: short, and ending in a colon.
fn is_salutation(text: &str) -> bool {
    text.len() <= SALUTATION && text.ends_with(['：', ':'])
}

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
    fn advance(&mut self, (text, at): (&str, usize), c: char, bold: bool, size: f32) -> f32 {
        match self.setting.flow {
            Flow::Rows => self.width(c, bold, size),
            Flow::Columns => {
                let (drawn, stance) = stand(text, at, c);
                stance.advance(size, || self.width(drawn, bold, size))
            }
        }
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
        laid: &'s Laid,
        line: &'s Line,
        text: &'s str,
    ) -> impl Iterator<Item = (usize, f32, f32)> + 's {
        let mut left = line.indent;
        text.get(line.bytes.clone()).unwrap_or_default().char_indices().filter_map(move |(at, c)| {
            let at = line.bytes.start + at;
            let c = laid.seen(at, c)?;
            let advance = self.advance((text, at), c, at < laid.bold, laid.size) + line.spacing;
            left += laid.lead(line, at) + advance;
            Some((at, left - advance, advance))
        })
    }

    /// Where byte `to` of `text` stands in its line, in points from the left of the column.
    pub(super) fn x_at(&mut self, laid: &Laid, line: &Line, text: &str, to: usize) -> f32 {
        let before = self.places(laid, line, text).take_while(|(at, ..)| *at < to).last();
        before.map_or(line.indent, |(_, left, advance)| left + advance)
    }

    /// The byte of `text` nearest to `x`, in points from the left of the column.
    pub(super) fn byte_at(&mut self, laid: &Laid, line: &Line, text: &str, x: f32) -> usize {
        let mut places = self.places(laid, line, text);
        places.find(|(_, left, advance)| x < left + advance / 2.0).map_or(line.bytes.end, |(at, ..)| at)
    }
}
