//! The bar at the bottom: what the document is and where the reader is in it.

use eframe::egui::{self, Align, Layout, RichText, Ui, accesskit::Role};

use super::strings;
use super::theme;
use crate::session::{OpenDocument, Session};

/// Draws the bar.
pub(crate) fn ui(ui: &mut Ui, session: &Session, open: &OpenDocument) {
    let lang = session.lang();
    let document = &open.document;
    let muted = theme::palette(ui).muted;
    let facts = [
        document.decoded().encoding.to_owned(),
        strings::detected(lang, document.detected()).to_owned(),
        strings::characters(lang, document.characters()),
        strings::sections(lang, document.outline().sections().len()),
    ];
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 18.0;
        for fact in facts {
            ui.label(RichText::new(fact).small().color(muted));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let percent = format!("{:.0}%", open.progress() * 100.0);
            let label = ui.label(RichText::new(&percent).small().color(muted));
            label.widget_info(|| egui::WidgetInfo::labeled(Role::Status, true, &percent));
        });
    });
}
