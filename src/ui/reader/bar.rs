//! The scroll bar: honest by bytes of the source, in a document of any length.

use egui::{self, Rect, Sense, Ui, accesskit::Role};

use super::Reader;
use super::flow::Page;
use super::navigation::Anchor;
use crate::lang::Lang;
use crate::messages::reader::scroll_bar;
use crate::session::OpenDocument;
use crate::text::SourceOffset;
use crate::ui::appearance::theme;

impl Reader {
    /// Shows where the anchor is in the document, and moves it where the handle is dragged to.
    pub(super) fn scroll_bar(&mut self, ui: &mut Ui, bar: Rect, lang: Lang, open: &OpenDocument) {
        let document = open.document();
        let len = document.text().len().max(1);
        let response = ui.interact(bar, ui.scope_id().with("scroll bar"), Sense::click_and_drag());
        let Some(setting) = self.setting else { return };
        let page = Page::new(setting.flow, bar, setting.flow.length(bar), 0.0);
        let handle = 36.0_f32.min(page.extent());
        let room = f64::from(page.extent() - handle).max(1.0);
        // Until all the text has come there is nowhere to drag to.
        if let Some(pointer) = response.interact_pointer_pos().filter(|_| open.has_all_text()) {
            let share = (f64::from(page.place(pointer).1 - handle / 2.0) / room).clamp(0.0, 1.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "a share of the text between 0 and 1, in f64"
            )]
            let to = (share * len as f64) as usize;
            self.anchor = Anchor { block: document.block_at(SourceOffset::new(to)), above: 0.0 };
        }
        let start = document.blocks().get(self.anchor.block).map(|block| block.range().start);
        #[expect(clippy::cast_possible_truncation, reason = "a share of the bar")]
        let top = (open.content.share(start.unwrap_or_default()) * room) as f32;
        let palette = theme::palette(ui);
        let color = if response.hovered() || response.dragged() { palette.muted } else { palette.frame };
        let middle = setting.flow.length(bar) / 2.0;
        let rect = page.rect(middle - 3.0..middle + 3.0, top + 2.0..top + handle - 2.0);
        ui.painter().rect_filled(rect, 3.0, color);
        let label = scroll_bar(lang);
        response.widget_info(|| egui::WidgetInfo::labeled(Role::ScrollBar, true, label));
    }
}
