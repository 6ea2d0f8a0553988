//! Selecting text: from the pointer to source offsets, and what a double or triple click takes.

use eframe::egui::{Pos2, Rect, Response, Ui};

use super::{Reader, Setting};
use crate::document::Document;
use crate::session::{Marked, Message, OpenDocument};
use crate::text::{SourceOffset, SourceRange};

/// How fast the text moves while a selection is dragged over an edge, in points a frame for each point beyond.
const PULL: f32 = 0.25;

impl Reader {
    /// Follows presses, drags and clicks in the column; returns how far to scroll, in points.
    pub(super) fn select(
        &mut self,
        ui: &Ui,
        response: &Response,
        open: &OpenDocument,
        text: Rect,
        out: &mut Vec<Message>,
    ) -> f32 {
        let Some(setting) = self.setting else { return 0.0 };
        let Some(pointer) = response.interact_pointer_pos() else { return 0.0 };
        let document = &*open.document;
        let Some(at) = self.offset_at(ui, &setting, document, text, pointer) else { return 0.0 };
        if response.triple_clicked() {
            let block = document.blocks().get(document.block_at(at));
            out.push(Message::Mark(block.map(|block| Marked::of(block.range))));
        } else if response.double_clicked() {
            out.push(Message::Mark(Some(Marked::of(word_at(document, at)))));
        } else if ui.input(|input| input.pointer.primary_pressed()) {
            let shift = ui.input(|input| input.modifiers.shift);
            let anchor = open.marked.filter(|_| shift).map_or(at, |marked| marked.anchor);
            out.push(Message::Mark(Some(Marked { anchor, head: at })));
        } else if response.dragged()
            && let Some(marked) = open.marked
        {
            out.push(Message::Mark(Some(Marked { anchor: marked.anchor, head: at })));
            let beyond = (pointer.y - text.bottom()).max(0.0) - (text.top() - pointer.y).max(0.0);
            if beyond.abs() > 0.0 {
                ui.ctx().request_repaint();
            }
            return beyond * PULL;
        }
        0.0
    }

    /// The source offset nearest to `pointer`.
    fn offset_at(
        &mut self,
        ui: &Ui,
        setting: &Setting,
        document: &Document,
        text: Rect,
        pointer: Pos2,
    ) -> Option<SourceOffset> {
        let left = setting.left(text);
        let y = pointer.y.clamp(text.top(), text.bottom() - 1.0);
        let mut top = text.top() - self.anchor.above;
        for index in self.anchor.block..document.blocks().len() {
            let laid = self.lay_out(ui, document, index);
            let bottom = top + laid.height();
            if y < bottom || index + 1 == document.blocks().len() {
                let block = document.blocks().get(index)?;
                let shown = self.view.shown(document.text(), block.range);
                let down = ((y - top - laid.space) / laid.line_height).max(0.0);
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a line on the screen"
                )]
                let line = laid.lines.get((down as usize).min(laid.lines.len().saturating_sub(1)))?;
                let byte = self.widths.byte_at(ui, setting, &laid, line, (&shown, pointer.x - left));
                return Some(shown.source_from_view(byte));
            }
            top = bottom;
        }
        None
    }
}

/// The run of like characters around `at`: a word of letters or digits, or a clause of ideographs.
fn word_at(document: &Document, at: SourceOffset) -> SourceRange {
    let text = document.text();
    let Some(block) = document.blocks().get(document.block_at(at)) else { return SourceRange::default() };
    let before = SourceRange { start: block.range.start, end: at.clamp(block.range.start, block.range.end) };
    let after = SourceRange { start: before.end, end: block.range.end };
    let Some(kind) =
        after.slice(text).chars().next().or_else(|| before.slice(text).chars().next_back()).map(kind)
    else {
        return SourceRange::default();
    };
    let alike = |c: &char| self::kind(*c) == kind;
    let head: usize = before.slice(text).chars().rev().take_while(alike).map(char::len_utf8).sum();
    let tail: usize = after.slice(text).chars().take_while(alike).map(char::len_utf8).sum();
    SourceRange::new(before.end.get() - head, after.start.get() + tail)
}

#[derive(PartialEq, Eq)]
enum Kind {
    Word,
    Ideograph,
    Blank,
    Mark,
}

fn kind(c: char) -> Kind {
    match c {
        _ if c.is_whitespace() => Kind::Blank,
        _ if c.is_alphanumeric() && u32::from(c) < 0x2E80 => Kind::Word,
        _ if c.is_alphanumeric() => Kind::Ideograph,
        _ => Kind::Mark,
    }
}
