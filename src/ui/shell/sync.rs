//! What the window follows: language, typeface, look, scale and title.

use egui::{self, ViewportCommand};

use super::desktop;
use crate::lang::Lang;
use crate::script::contains_folded;
use crate::session::Session;
use crate::settings::Appearance;
use crate::ui::App;
use crate::ui::appearance::{fonts, theme};
use crate::ui::reader::breadcrumb;

/// Lets the fonts follow language and typeface; returns what they follow.
pub(in crate::ui) fn set_fonts(ctx: &egui::Context, session: &Session) -> (Lang, u64) {
    let (lang, typefaces) = (session.lang(), &session.typefaces);
    let standing = |face: fonts::Face| typefaces.standing(&session.settings.typeface, face.forms());
    ctx.set_fonts(fonts::definitions(lang, standing));
    (lang, typefaces.serial)
}

impl App {
    /// Lets the window follow language, appearance and title.
    pub(in crate::ui) fn sync_window(&mut self, ctx: &egui::Context) {
        let (appearance, scheme) = (self.session.settings.appearance, self.session.screen.scheme);
        if appearance == Appearance::System && !self.scheme_asked {
            self.scheme_asked = true;
            desktop::watch_scheme(&self.jobs, &self.desktop);
        }
        if self.look.replace((appearance, scheme)) != Some((appearance, scheme)) {
            theme::apply(ctx, appearance, scheme);
        }
        ctx.set_zoom_factor(self.session.settings.zoom);
        let title = crate::text::visible(&self.window_title()).into_owned();
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(title.as_str()));
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Section, document, program.
    fn window_title(&mut self) -> String {
        let Some(open) = &self.session.open else { return "Gangmu 綱目".to_owned() };
        match open.current() {
            Some(id) => {
                let heading = breadcrumb::heading(open, self.outline.titles(open), id);
                let short: String = heading.chars().take(40).collect();
                // A text without a file is called by its first words, which may be that heading.
                let is_name = contains_folded(&short, open.content.name())
                    || contains_folded(open.content.name(), &short);
                if is_name && open.source().path().is_none() {
                    return format!("{short} — Gangmu");
                }
                format!("{short} — {} — Gangmu", open.content.name())
            }
            None => format!("{} — Gangmu", open.content.name()),
        }
    }
}
