//! Where the reader is in the text, and the wheel and the keys that go on and back.

use egui::{self, Key, Ui};

use super::flow::Page;
use super::{MARGIN, Reader};
use crate::document::Document;
use crate::text::SourceOffset;

/// What is at the top of the column: a block (0-based), and how much of it is above the edge, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Anchor {
    pub(super) block: usize,
    pub(super) above: f32,
}

impl Anchor {
    /// Whether it is nearer to the start of the text than `other`.
    fn is_before(self, other: Self) -> bool {
        (self.block, self.above) < (other.block, other.above)
    }
}

impl Reader {
    /// The anchor that brings the line holding `to` to the top of the column.
    #[expect(clippy::cast_precision_loss, reason = "a block has few lines")]
    pub(super) fn anchor_at(&mut self, ui: &Ui, document: &Document, to: SourceOffset) -> Anchor {
        let index = document.block_at(to);
        let Some(block) = document.blocks().get(index).filter(|block| block.range().start < to) else {
            return Anchor { block: index, above: 0.0 };
        };
        let layout = self.lay_out(ui, document, index);
        let at = self.view.shown(document.text(), block.range()).view_from_source(to);
        let line = layout.slot_at(at);
        let above = if line == 0 { 0.0 } else { layout.space + layout.line_height * line as f32 };
        Anchor { block: index, above }
    }

    /// Moves the anchor as the wheel and the keys ask.
    pub(super) fn scroll(&mut self, ui: &Ui, document: &Document, area: &Page, pointer_is_here: bool) {
        let line = self.setting.map_or(0.0, |setting| setting.size * setting.typography.line_height);
        let page = area.extent() - 2.0 * line;
        let before = self.anchor;
        let mut by = 0.0;
        let leaves = area.leaf().is_some();
        if pointer_is_here && leaves {
            self.turn_by_wheel(ui, document, area);
        } else if pointer_is_here {
            by += area.flow().forward(ui.input(egui::InputState::smooth_scroll_delta));
        }
        if keys_are_free(ui) {
            let pressed = |key| ui.input(|input| input.key_pressed(key) && !input.modifiers.any());
            let shift = ui.input(|input| input.modifiers.shift_only());
            let [next, previous] = area.flow().arrows();
            let turns = |key| leaves && pressed(key);
            let back = pressed(Key::PageUp) || (shift && ui.input(|i| i.key_pressed(Key::Space)));
            by += match () {
                () if turns(Key::PageDown) || turns(Key::Space) => self.turned(ui, document, area, true),
                () if leaves && back => self.turned(ui, document, area, false),
                () if pressed(Key::PageDown) || pressed(Key::Space) => page,
                () if back => -page,
                () if pressed(next) || pressed(Key::J) => 2.0 * line,
                () if pressed(previous) || pressed(Key::K) => -2.0 * line,
                () => 0.0,
            };
            if pressed(Key::Home) || ui.input(|i| i.modifiers.command && i.key_pressed(Key::Home)) {
                self.anchor = Anchor::default();
            }
            if pressed(Key::End) || ui.input(|i| i.modifiers.command && i.key_pressed(Key::End)) {
                // The last line comes to the lower edge.
                self.go_to_end(ui, document, area);
            }
        }
        self.anchor.above += by;
        if by > 0.0 && !leaves {
            self.stop_at_end(ui, document, area, before);
        }
    }

    fn turned(&mut self, ui: &Ui, document: &Document, area: &Page, on: bool) -> f32 {
        self.turn(ui, document, area, on);
        0.0
    }

    /// What moves on stops where the last line is at the lower edge; where a jump led beyond, it stays.
    fn stop_at_end(&mut self, ui: &Ui, document: &Document, area: &Page, before: Anchor) {
        self.settle(ui, document);
        let line = self.setting.map_or(1.0, |setting| setting.size);
        let last = document.blocks().len().saturating_sub(1);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page has few lines")]
        let far = (area.extent() / line.max(1.0)) as usize + 1;
        // A block has a line at least: with so many of them below, the end is not on the page.
        if last - self.anchor.block.min(last) > far {
            return;
        }
        let moved = std::mem::take(&mut self.anchor);
        self.go_to_end(ui, document, area);
        self.settle(ui, document);
        let end = if before.is_before(self.anchor) { self.anchor } else { before };
        self.anchor = if moved.is_before(end) { moved } else { end };
    }

    fn go_to_end(&mut self, ui: &Ui, document: &Document, area: &Page) {
        if area.leaf().is_some() {
            self.turn_to_end(ui, document, area);
            return;
        }
        let last = document.blocks().len().saturating_sub(1);
        let height = self.lay_out(ui, document, last).height();
        self.anchor = Anchor { block: last, above: height + MARGIN - area.extent() };
    }

    /// Moves the anchor to the block that the edge really falls into.
    pub(super) fn settle(&mut self, ui: &Ui, document: &Document) {
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
}

/// Whether keys belong to the text: no field or other widget waits for them, and nothing lies over the window.
pub(super) fn keys_are_free(ui: &Ui) -> bool {
    let column = ui.scope_id().with("reading column");
    ui.memory(|memory| memory.focused().is_none_or(|id| id == column) && memory.top_modal_layer().is_none())
        && !ui.ctx().any_popup_open()
}
