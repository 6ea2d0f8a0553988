//! What stands beside the text and over it, where it is asked for.

use egui::{self, Area, Frame, Id, Margin, Order, Panel, Rect, Ui};

use super::{about, keys_sheet, placement};
use crate::messages::opening::{Words, w};
use crate::session::{Action, Message, Sheet, ShellMessage, SidePanel, Toggle};
use crate::ui::appearance::{panel, theme};
use crate::ui::{App, export, reader};

/// Whether the panel is to have the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui) enum PanelFocus {
    /// It stays where it is.
    #[default]
    Rests,
    /// As soon as nothing lies over the panel.
    Asked,
    /// Its button for exporting, now.
    ForExport,
}

impl App {
    /// Only the text, with the panel that is asked for; tells whether there is a text.
    pub(in crate::ui) fn only_text(&mut self, ui: &mut Ui, out: &mut Vec<Message>) -> bool {
        if self.session.open.is_none() {
            return false;
        }
        self.text_and_panel(ui, out, |app, ui, out| {
            let session = &app.session;
            if let Some(open) = &session.open {
                app.reader.ui(ui, session, open, out);
            }
        });
        true
    }

    /// Whether the panel beside the text stands in the place of the outline: in a narrow window, where both would leave
    /// no room for the text that the panel is about.
    pub(in crate::ui) fn covers_outline(&self, ctx: &egui::Context) -> bool {
        let about_text = self.session.side_panel.as_ref().is_some_and(|panel| !panel.is_about_outline());
        about_text && self.session.open.is_some() && placement::is_narrow(ctx)
    }

    /// Who asks for the outline while a panel stands in its place gets it; tells whether that is all that was asked.
    pub(in crate::ui) fn uncovers_outline(&mut self, ctx: &egui::Context, message: &Message) -> bool {
        let Message::Act(asked @ (Action::Toggle(Toggle::Outline) | Action::Filter | Action::FocusOutline)) =
            message
        else {
            return false;
        };
        if !self.covers_outline(ctx) {
            return false;
        }
        self.take(ctx, Message::Shell(ShellMessage::ClosePanel));
        *asked == Action::Toggle(Toggle::Outline) && self.session.settings.outline_shown
    }

    /// The text, drawn by `text`, and the panel that is asked for: beside it where there is room; else over it, so that
    /// what is ticked and corrected is in sight.
    pub(in crate::ui) fn text_and_panel(
        &mut self,
        ui: &mut Ui,
        out: &mut Vec<Message>,
        text: impl FnOnce(&mut Self, &mut Ui, &mut Vec<Message>),
    ) {
        let wanted = self.session.open.is_some() && self.session.side_panel.is_some();
        let over_text = placement::is_narrow(ui.ctx())
            && self.session.side_panel.as_ref().is_some_and(SidePanel::is_about_outline);
        let layout = self.session.state.layout;
        let width = placement::side_width(ui, layout);
        let frame = Frame::new().fill(theme::palette(ui).panel).inner_margin(Margin::symmetric(14, 4));
        let beside = (wanted && !over_text).then(|| {
            let whole = ui.available_rect_before_wrap();
            let panel = Panel::right("side").exact_size(width).resizable(false).frame(frame);
            panel.show(ui, |ui| self.panel_ui(ui, out));
            whole.with_min_x(whole.right() - width)
        });
        let column = egui::CentralPanel::no_frame().show(ui, |ui| text(self, ui, out)).response.rect;
        self.text_rect = reader::text_part(column, &self.session);
        if let Some(rect) = beside {
            placement::side_edge(ui, rect, &self.session, out);
        } else if wanted {
            let rect = column.with_min_x(column.right() - width.min(column.width()));
            self.text_rect.max.x = self.text_rect.max.x.min(rect.left());
            self.panel_over_text(ui, (rect, frame), out);
        }
    }

    /// The panel in `rect`, over the text.
    fn panel_over_text(&mut self, ui: &Ui, (rect, frame): (Rect, Frame), out: &mut Vec<Message>) {
        let frame = frame.shadow(ui.visuals().popup_shadow);
        let area = Area::new(Id::unique("side panel over the text")).order(Order::Middle);
        area.fixed_pos(rect.min).constrain(false).show(ui.ctx(), |ui| {
            // Its shadow falls on the text, not on the bars.
            ui.shrink_clip_rect(rect.expand2(egui::vec2(24.0, 0.0)));
            let inner = rect.size() - frame.inner_margin.sum();
            frame.show(ui, |ui| {
                ui.set_width(inner.x);
                ui.set_height(inner.y);
                self.panel_ui(ui, out);
            });
            let line = egui::Stroke::new(1.0, theme::palette(ui).line);
            ui.painter().vline(rect.left(), rect.y_range(), line);
            placement::side_edge(ui, rect, &self.session, out);
        });
    }

    /// The panel; each is scrolled for itself.
    fn panel_ui(&mut self, ui: &mut Ui, out: &mut Vec<Message>) {
        // Under a box that is still shown no focus would last.
        if self.panel_focus == PanelFocus::Asked
            && ui.memory(|memory| memory.allows_interaction(ui.layer_id()))
        {
            self.focus_panel();
        }
        let Some(shown) = &self.session.side_panel else { return };
        ui.push_id(std::mem::discriminant(shown), |ui| self.in_panel(ui, out));
    }

    /// What is in the panel.
    fn in_panel(&mut self, ui: &mut Ui, out: &mut Vec<Message>) {
        let session = &self.session;
        let (Some(open), Some(shown)) = (&session.open, &session.side_panel) else { return };
        match shown {
            SidePanel::Export(form) => {
                let takes_focus = self.panel_focus == PanelFocus::ForExport;
                if takes_focus {
                    self.panel_focus = PanelFocus::Rests;
                }
                export::ui(ui, (session, open), form, takes_focus, out);
            }
            SidePanel::Appearance => panel::ui(ui, session, out),
            SidePanel::Doubts => {
                let titles = self.outline.titles(open);
                self.doubts.ui(ui, (session, open), titles, out);
            }
            SidePanel::Rules(form) => self.rules.ui(ui, (session, open), form, out),
            SidePanel::OwnWords(form) => self.words.ui(ui, (session, open), form, out),
            SidePanel::Search => {
                let titles = self.outline.titles(open);
                self.search.ui(ui, (session, open), titles, out);
            }
            SidePanel::Review => self.review.ui(ui, (session, open), out),
        }
    }

    /// Puts the cursor into the first field of the panel, or the focus on the button that it is there for.
    fn focus_panel(&mut self) {
        self.panel_focus = PanelFocus::Rests;
        match self.session.side_panel {
            Some(SidePanel::Rules(_)) => self.rules.focus = true,
            Some(SidePanel::OwnWords(_)) => self.words.focus = true,
            Some(SidePanel::Export(_)) => self.panel_focus = PanelFocus::ForExport,
            _ => {}
        }
    }

    /// What lies over everything: the box for places and commands, the sheet of shortcuts.
    pub(in crate::ui) fn over_all(&mut self, ctx: &egui::Context, out: &mut Vec<Message>) {
        let session = &self.session;
        match &session.file_chooser {
            Some(chooser) => self.file_chooser.ui(ctx, session, chooser, out),
            None => self.file_chooser.rest(),
        }
        match &session.finder {
            Some(finder) => {
                let titles = session.open.as_ref().map(|open| self.outline.titles(open));
                self.finder.ui(ctx, (session, finder), titles, out);
            }
            None => self.finder.rest(),
        }
        match session.screen.sheet {
            Some(Sheet::Keys) => keys_sheet::ui(ctx, session, out),
            Some(Sheet::About) => about::ui(ctx, session, out),
            Some(Sheet::Preview) => export::preview::enlarged(ctx, session, out),
            None => {}
        }
    }

    /// What dropping a file would do, while one is held over the window.
    pub(in crate::ui) fn drop_hint(&self, ui: &egui::Ui) {
        if ui.input(|input| input.raw.hovered_files.is_empty()) {
            return;
        }
        let palette = theme::palette(ui);
        let rect = ui.ctx().content_rect();
        let layer = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop hint"));
        let painter = ui.ctx().layer_painter(layer);
        painter.rect_filled(rect, 0.0, palette.paper.gamma_multiply(0.92));
        let words = w(self.session.lang(), Words::DropHere);
        let font = egui::FontId::proportional(26.0);
        painter.text(rect.center(), egui::Align2::CENTER_CENTER, words, font, palette.accent);
    }
}
