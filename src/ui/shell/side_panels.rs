//! What stands beside the text and over it, where it is asked for.

use eframe::egui::{self, Frame, Margin};

use super::{keys_sheet, placement};
use crate::session::Message;
use crate::ui::appearance::{panel, theme};
use crate::ui::script::words_panel;
use crate::ui::{App, export};

impl App {
    /// Only the text, with what is searched for; tells whether there is a text.
    pub(in crate::ui) fn only_text(&mut self, ui: &mut egui::Ui, out: &mut Vec<Message>) -> bool {
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
    pub(in crate::ui) fn side_panel(&mut self, ui: &mut egui::Ui, out: &mut Vec<Message>) {
        let session = &self.session;
        let Some(open) = &session.open else { return };
        let frame = Frame::new().fill(theme::palette(ui).panel).inner_margin(Margin::symmetric(14, 4));
        let layout = session.state.layout;
        let side = |ui: &egui::Ui, name| placement::side_panel(ui, name, layout).frame(frame);
        let mut shown = None;
        if let Some(form) = &session.export {
            let panel = side(ui, "export").show(ui, |ui| export::ui(ui, session, open, form, out));
            shown = Some(panel.response.rect);
        }
        if session.appearance_shown {
            shown = Some(side(ui, "appearance").show(ui, |ui| panel::ui(ui, session, out)).response.rect);
        }
        if session.doubts_shown {
            let titles = self.outline.titles(open);
            shown = Some(
                side(ui, "doubts")
                    .show(ui, |ui| self.doubts.ui(ui, (session, open), titles, out))
                    .response
                    .rect,
            );
        }
        if let Some(form) = &session.words_form {
            shown = Some(
                side(ui, "words")
                    .show(ui, |ui| words_panel::ui(ui, (session, open), form, out))
                    .response
                    .rect,
            );
        }
        if session.search.shown {
            let titles = self.outline.titles(open);
            shown = Some(
                side(ui, "search")
                    .show(ui, |ui| self.search.ui(ui, (session, open), titles, out))
                    .response
                    .rect,
            );
        }
        if session.review.shown {
            side(ui, "review").show(ui, |ui| self.review.ui(ui, (session, open), out));
        }
        if let Some(form) = &session.rules {
            shown = Some(
                side(ui, "rules").show(ui, |ui| self.rules.ui(ui, (session, open), form, out)).response.rect,
            );
        }
        self.side_width = shown.map(placement::width).or(self.side_width);
    }

    /// What lies over everything: the box for places and commands, the sheet of shortcuts.
    pub(in crate::ui) fn over_all(&mut self, ctx: &egui::Context, out: &mut Vec<Message>) {
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
