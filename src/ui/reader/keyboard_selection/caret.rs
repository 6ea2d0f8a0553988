//! The head of a selection, moved over the text as it is laid out.

use std::ops::Range;

use egui::Ui;

use super::{Head, Step, Way};
use crate::document::Document;
use crate::script::Shown;
use crate::session::Side;
use crate::text::SourceOffset;
use crate::ui::reader::Reader;
use crate::ui::reader::block_layout::BlockLayout;
use crate::ui::reader::compare::ColumnBlock;
use crate::ui::reader::flow::Page;
use crate::ui::reader::navigation::Anchor;
use crate::ui::reader::ruler::Ruler;

/// What moves the head over the text as it is laid out.
pub(super) struct CaretMover<'a> {
    pub(super) ui: &'a Ui,
    pub(super) document: &'a Document,
    /// The column that is selected in.
    pub(super) side: Side,
    pub(super) reader: &'a mut Reader,
}

impl CaretMover<'_> {
    /// `head` after `step`; where it is when there is nothing to go to.
    pub(super) fn moved(&mut self, head: Head, step: Step) -> Head {
        match step {
            Step::Character(way) => self.character(head.at, way).map_or(head, Head::new),
            Step::Line(way) => self.line(head, way),
            Step::LineEnd(way) => self.line_end(head, way).unwrap_or(head),
            Step::TextEnd(way) => Head::new(self.text_end(way)),
        }
    }

    fn text_end(&self, way: Way) -> SourceOffset {
        SourceOffset::new(if way == Way::On { self.document.text().len() } else { 0 })
    }

    /// The nearest place before or after a character that is seen, in this block or the next one that has any.
    fn character(&mut self, from: SourceOffset, way: Way) -> Option<SourceOffset> {
        let index = self.document.block_at(from);
        match way {
            Way::On => (index..self.document.blocks().len()).find_map(|index| {
                self.read(index, |_, layout, shown| {
                    places(layout, shown, byte_of(shown, from)..shown.text().len()).find(|at| *at > from)
                })
            }),
            Way::Back => (0..=index).rev().find_map(|index| {
                self.read(index, |_, layout, shown| {
                    places(layout, shown, 0..byte_of(shown, from)).rev().find(|at| *at < from)
                })
            }),
        }
    }

    /// The next line or the one before, as far along as the head was when it left its first line.
    fn line(&mut self, head: Head, way: Way) -> Head {
        let index = self.document.block_at(head.at);
        let found = self.read(index, |ruler, layout, shown| {
            let at = line_of(head, layout, shown);
            let x = ruler.x_at(layout, layout.lines.get(at)?, shown.text(), byte_of(shown, head.at));
            Some((at, at + 1 == layout.lines.len(), head.along.unwrap_or(x)))
        });
        let Some((at, is_last, along)) = found else { return head };
        let to = match way {
            Way::On if is_last => Some((index + 1, 0)),
            Way::On => Some((index, at + 1)),
            Way::Back if at == 0 => index.checked_sub(1).map(|index| (index, usize::MAX)),
            Way::Back => Some((index, at - 1)),
        };
        let to = to.and_then(|(index, line)| {
            self.read(index, |ruler, layout, shown| {
                let line = layout.lines.get(line.min(layout.lines.len().saturating_sub(1)))?;
                let byte = ruler.byte_at(layout, line, shown.text(), along);
                Some(Head { ends_line: byte == line.bytes.end, ..Head::new(source_of(shown, byte)) })
            })
        });
        let to = to.unwrap_or_else(|| Head::new(self.text_end(way)));
        // A word that is converted as a whole can reach over the end of a line: the head goes past it.
        let is_held = if way == Way::On { to.at <= head.at } else { to.at >= head.at };
        let to = if is_held { self.character(head.at, way).map_or(head, Head::new) } else { to };
        Head { along: Some(along), ..to }
    }

    fn line_end(&mut self, head: Head, way: Way) -> Option<Head> {
        self.read(self.document.block_at(head.at), |_, layout, shown| {
            let bytes = &layout.lines.get(line_of(head, layout, shown))?.bytes;
            let byte = if way == Way::On { bytes.end } else { bytes.start };
            Some(Head { ends_line: way == Way::On, ..Head::new(source_of(shown, byte)) })
        })
    }

    /// Scrolls just so far that the line of `head` is on `page`.
    #[expect(clippy::cast_precision_loss, reason = "a block has few lines")]
    pub(super) fn show(&mut self, head: Head, page: &Page) {
        let index = self.document.block_at(head.at);
        let found = self.read(index, |_, layout, shown| {
            let line = layout.lines.get(line_of(head, layout, shown))?.slot;
            let top = layout.space + layout.line_height * line as f32;
            Some((line, if line == 0 { 0.0 } else { top }, top + layout.line_height))
        });
        let Some((line, top, bottom)) = found else { return };
        if page.leaf().is_some() {
            self.reader.turn_to(self.ui, self.document, page, (index, line));
            return;
        }
        let Anchor { block, above } = self.reader.anchor;
        if (index, top) < (block, above) {
            self.reader.anchor = Anchor { block: index, above: top };
            return;
        }
        let mut across = -above;
        for index in block..index {
            across += self.reader.lay_out(self.ui, self.document, index).height();
            if across > page.extent() {
                break;
            }
        }
        if across + bottom > page.extent() {
            self.reader.anchor = Anchor { block: index, above: bottom - page.extent() };
        }
    }

    /// Reads the block at 0-based `index` as it is laid out.
    fn read<T>(
        &mut self,
        index: usize,
        read: impl FnOnce(&mut Ruler<'_>, &BlockLayout, &Shown<'_>) -> Option<T>,
    ) -> Option<T> {
        let block = self.document.blocks().get(index)?;
        let layout = self.reader.lay_out(self.ui, self.document, index);
        let ColumnBlock { view, widths, setting, layout } = self.reader.column_block(self.side, &layout)?;
        let shown = view.shown(self.document.text(), block.range());
        read(&mut Ruler { ui: self.ui, widths, setting: &setting }, layout, &shown)
    }
}

/// The places beside the characters that are seen in `bytes` of the shown text, in order.
fn places<'a>(
    layout: &'a BlockLayout,
    shown: &'a Shown<'_>,
    bytes: Range<usize>,
) -> impl DoubleEndedIterator<Item = SourceOffset> + 'a {
    let text = shown.text().get(bytes.clone()).unwrap_or_default();
    let displayed = text.char_indices().map(move |(at, c)| (bytes.start + at, c));
    let displayed = displayed.filter(|(at, c)| layout.displayed(*at, *c).is_some()).map(|(at, _)| at);
    displayed.chain([bytes.end]).map(|byte| source_of(shown, byte))
}

/// The line that `head` is in, 0-based.
fn line_of(head: Head, layout: &BlockLayout, shown: &Shown<'_>) -> usize {
    let byte = byte_of(shown, head.at);
    let line = layout.line_at(byte);
    let ends = |line: &usize| layout.lines.get(*line).is_some_and(|line| line.bytes.end == byte);
    line.checked_sub(1).filter(|_| head.ends_line).filter(ends).unwrap_or(line)
}

fn byte_of(shown: &Shown<'_>, at: SourceOffset) -> usize {
    if at >= shown.range().end { shown.text().len() } else { shown.view_from_source(at) }
}

fn source_of(shown: &Shown<'_>, byte: usize) -> SourceOffset {
    if byte >= shown.text().len() { shown.range().end } else { shown.source_from_view(byte) }
}
