//! What stands beside the text and over it, where it is asked for.

use eframe::egui::{self, Frame, Margin, Panel};

use super::{App, appearance_panel, export_panel, keys_sheet, theme, words_panel};
use crate::session::Message;

impl App {
    /// Only the text, with what is searched for; tells whether there is a text.
    pub(super) fn only_text(&mut self, ui: &mut egui::Ui, out: &mut Vec<Message>) -> bool {
        if self.session.open.is_none() {
            return false;
        }
        self.side_panel(ui, out);
        let session = &self.session;
        let Some(open) = &session.open else { return false };
        egui::CentralPanel::no_frame().show(ui, |ui| self.reader.ui(ui, session, open, out));
        true
    }

    /// The panel on the right, where one is asked for.
    pub(super) fn side_panel(&mut self, ui: &mut egui::Ui, out: &mut Vec<Message>) {
        let session = &self.session;
        let Some(open) = &session.open else { return };
        let frame = Frame::new().fill(theme::palette(ui).panel).inner_margin(Margin::symmetric(14, 4));
        let side = |name: &'static str| {
            Panel::right(name).default_size(300.0).size_range(240.0..=460.0).frame(frame)
        };
        if let Some(form) = &session.export {
            side("export").show(ui, |ui| {
                egui::ScrollArea::vertical()
                    .auto_shrink(false)
                    .show(ui, |ui| export_panel::ui(ui, session, open, form, out));
            });
        }
        if session.appearance_shown {
            side("appearance").show(ui, |ui| appearance_panel::ui(ui, session, out));
        }
        if session.doubts_shown {
            let titles = self.outline.titles(open);
            side("doubts").show(ui, |ui| self.doubts.ui(ui, (session, open), titles, out));
        }
        if let Some(form) = &session.words_form {
            side("words").show(ui, |ui| words_panel::ui(ui, (session, open), form, out));
        }
        if session.search.shown {
            let titles = self.outline.titles(open);
            side("search").show(ui, |ui| self.search.ui(ui, (session, open), titles, out));
        }
        if let Some(form) = &session.rules {
            side("rules").show(ui, |ui| self.rules.ui(ui, (session, open), form, out));
        }
    }

    /// What lies over everything: the box for places and commands, the sheet of shortcuts.
    pub(super) fn over_all(&mut self, ctx: &egui::Context, out: &mut Vec<Message>) {
        let session = &self.session;
        match &session.finder {
            Some(finder) => {
                let titles = session.open.as_ref().map(|open| self.outline.titles(open));
                self.finder.ui(ctx, (session, finder), titles, out);
            }
            None => self.finder.rest(),
        }
        if session.screen.keys_shown {
            keys_sheet::ui(ctx, session, out);
        }
    }
}
