//! Larger and smaller text by the wheel with Ctrl, or by a pinch of two fingers.

use egui::{InputState, Response, Ui};

use super::Reader;
use super::flow::Page;
use super::navigation::Anchor;
use crate::document::Document;
use crate::session::{AppearanceMessage, Message, OpenDocument, Session};
use crate::text::SourceOffset;

/// The text grows by one point for each factor of this much; a notch of a wheel makes two.
const STEP: f32 = 1.12;

/// How far the fingers have gone since the last step, and what stays where it is.
#[derive(Debug)]
pub(super) struct Pinch {
    factor: f32,
    /// The text under the pointer, and how far across the page it stands, in points.
    pinned: Option<(SourceOffset, f32)>,
}

impl Default for Pinch {
    fn default() -> Self {
        Self { factor: 1.0, pinned: None }
    }
}

impl Reader {
    /// Asks for another size of text where the wheel or the fingers do.
    pub(super) fn pinch(
        &mut self,
        ui: &Ui,
        (response, page): (&Response, &Page),
        (session, open): (&Session, &OpenDocument),
        out: &mut Vec<Message>,
    ) {
        let Some(pointer) = response.hover_pos() else { return };
        self.pinch.factor *= ui.input(InputState::zoom_delta);
        let steps = (self.pinch.factor.ln() / STEP.ln()).trunc();
        if steps == 0.0 {
            return;
        }
        self.pinch.factor /= STEP.powf(steps);
        let at = self.offset_at(ui, open.document(), page, pointer);
        self.pinch.pinned = at.map(|at| (at, page.place(pointer).1));
        let settings = &session.settings;
        out.push(Message::Appearance(AppearanceMessage::Typeset(
            settings.text_size + steps,
            settings.typography,
        )));
    }

    /// The anchor that keeps what was pinched under the pointer.
    #[expect(clippy::cast_precision_loss, reason = "a block has few lines")]
    pub(super) fn pinched(&mut self, ui: &Ui, document: &Document) -> Option<Anchor> {
        let (at, across) = self.pinch.pinned.take()?;
        let index = document.block_at(at);
        let block = document.blocks().get(index)?;
        let layout = self.lay_out(ui, document, index);
        let byte = self.view.shown(document.text(), block.range()).view_from_source(at);
        let middle = layout.space + layout.line_height * (layout.slot_at(byte) as f32 + 0.5);
        Some(Anchor { block: index, above: middle - across })
    }
}
