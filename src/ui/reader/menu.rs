//! The column's context menu: copying, and making a paragraph a heading.

use eframe::egui::{Popup, Rect, Response, Ui};

use super::Reader;
use crate::session::{Action, Marked, Message, OpenDocument, Session};
use crate::ui::outline_menu;

impl Reader {
    /// Shows the menu of the paragraph, or of the selected words, that the second button was pressed on.
    pub(super) fn menu(
        &mut self,
        ui: &Ui,
        (response, text): (&Response, Rect),
        (session, open): (&Session, &OpenDocument),
        out: &mut Vec<Message>,
    ) {
        let document = &*open.document;
        if response.secondary_clicked() {
            let pointer = response.interact_pointer_pos();
            let at = pointer.and_then(|pointer| self.offset_at(ui, document, text, pointer));
            let selected = open.marked.map(Marked::range).filter(|range| !range.is_empty());
            let selected = selected.filter(|range| at.is_some_and(|at| range.contains(at)));
            let block = at.and_then(|at| document.blocks().get(document.block_at(at)));
            self.pointed = selected.or(block.map(|block| block.range)).map(|range| range.start);
        }
        let Some(at) = self.pointed else { return };
        Popup::context_menu(response).show(|ui| {
            for action in [Action::Copy, Action::CopyCitation] {
                outline_menu::action_ui(ui, session, action, out);
            }
            ui.separator();
            outline_menu::paragraph_ui(ui, (session, open), at, out);
        });
    }
}
