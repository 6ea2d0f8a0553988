//! A block broken into lines, as it stands on the page.

use std::ops::Range;
use std::rc::Rc;

use super::emphasis::{Style, style_at};
use super::image_room::ImageRoom;
use super::table::{CellBox, Wide};
use crate::block::DisplayText;
use crate::typeset::{Gap, Line, gap_at};

/// How a change or a find of the review is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Highlight {
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
pub(super) struct BlockLayout {
    pub(super) lines: Vec<Line>,
    /// How many lines it is high: fewer than it has where it is a row of a table.
    pub(super) slots: usize,
    /// The cells that its lines stand in, where it is a row of a table.
    pub(super) cells: Vec<CellBox>,
    /// The table that it is a row of, where that is wider than the column.
    pub(super) wide: Option<Wide>,
    /// Space below the last line, in points.
    pub(super) below: f32,
    /// What is said of its letters, in bytes of the shown text.
    pub(super) styles: Vec<(Range<usize>, Style)>,
    /// The room of the image that the block is.
    pub(super) image: Option<ImageRoom>,
    /// How many characters of furniture are folded above it and below it.
    pub(super) folded: [usize; 2],
    /// Space above the first line, in points.
    pub(super) space: f32,
    /// Height of a line, in points.
    pub(super) line_height: f32,
    /// Size of the text, in points.
    pub(super) size: f32,
    /// Up to here the text is bold, in bytes of the shown text.
    pub(super) bold: usize,
    /// What is seen of its characters.
    pub(super) displayed: DisplayText,
    /// What is marked as changed, in bytes of the shown text, in order.
    pub(super) changes: Vec<(Range<usize>, Highlight)>,
    /// The same block in the source's column.
    pub(super) source_column: Option<Rc<Self>>,
    /// What is special about the room between characters.
    pub(super) gaps: Vec<Gap>,
    /// A heading stands in one column with so much of what follows it, in points; `None` for other blocks.
    pub(super) keeps: Option<f32>,
    /// Level of the heading that the block is; `None` for other blocks, run-in headings included.
    pub(super) level: Option<u8>,
}

impl BlockLayout {
    /// Height of its lines, in points.
    #[expect(clippy::cast_precision_loss, reason = "a block has few lines")]
    pub(super) fn slots_height(&self) -> f32 {
        self.line_height * self.slots as f32
    }

    /// Height with the space above, in points; of two columns, the higher one's: they keep level.
    pub(super) fn height(&self) -> f32 {
        let own = self.space + self.slots_height() + self.below;
        self.source_column.as_ref().map_or(own, |source_column| own.max(source_column.height()))
    }

    /// What the reader sees of the character `c` at byte `at` of the shown text: nothing or one blank of a joint.
    pub(super) fn displayed(&self, at: usize, c: char) -> Option<char> {
        self.displayed.char(at, c)
    }

    /// What is added before the character at byte `at` of `line` beside the space after the one before it, in points.
    pub(super) fn lead(&self, line: &Line, at: usize) -> f32 {
        let gap = gap_at(&self.gaps, at).filter(|_| at > line.bytes.start);
        gap.map_or(0.0, |gap| gap.before - if gap.tight { line.spacing } else { 0.0 })
    }

    /// The style of the letter at byte `at` of the shown text.
    pub(super) fn style(&self, at: usize) -> Style {
        let style = style_at(&self.styles, at);
        Style { bold: style.bold || at < self.bold, ..style }
    }

    /// Whether the letter at byte `at` of the shown text is bold.
    pub(super) fn is_bold(&self, at: usize) -> bool {
        at < self.bold || style_at(&self.styles, at).bold
    }

    /// Which line of the block the one that holds byte `at` of the shown text stands on, 0-based.
    pub(super) fn slot_at(&self, at: usize) -> usize {
        self.lines.get(self.line_at(at)).map_or(0, |line| line.slot)
    }

    /// The lines that stand at `along`: those of one cell where it has cells.
    pub(super) fn lines_along(&self, along: f32) -> Range<usize> {
        let cell = self.cells.partition_point(|cell| cell.along.end <= along);
        let cell = self.cells.get(cell).or(self.cells.last());
        cell.map_or(0..self.lines.len(), |cell| cell.lines.clone())
    }

    /// 0-based index of the line that holds byte `at` of the shown text.
    pub(super) fn line_at(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.bytes.start <= at).saturating_sub(1)
    }
}
