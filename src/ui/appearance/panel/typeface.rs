//! What the text is set in: three styles, the families of the system, and what is shown in the end.

use egui::{self, Button, RichText, Ui, accesskit::Role};

use super::heading;
use crate::lang::Lang;
use crate::messages::action;
use crate::messages::appearance::{Words, shown_in, w};
use crate::session::appearance::typefaces::Standing;
use crate::session::{Action, AppearanceMessage, Message, OpenDocument, Session};
use crate::settings::{TypeStyle, Typeface};
use crate::ui::appearance::drop_down::DropDown;
use crate::ui::appearance::fonts::Face;
use crate::ui::appearance::theme;

/// Draws the choice.
pub(super) fn ui(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    heading(ui, w(session.lang(), Words::Typeface));
    styles(ui, session, out);
    families(ui, session, out);
    if let Some(open) = &session.open {
        small(ui, &shown_in(session.lang(), &family(session, open)));
    }
    if !session.typefaces.may_have_kai() {
        small(ui, w(session.lang(), Words::KaiMissing));
    }
}

fn small(ui: &mut Ui, words: &str) {
    let words = RichText::new(words).small().color(theme::palette(ui).muted);
    ui.add(egui::Label::new(words).wrap());
}

/// Name of the family that the text stands in.
fn family(session: &Session, open: &OpenDocument) -> String {
    let face = Face::of(open.script.shown(), open.document().detected(), session.lang());
    match session.typefaces.standing(&session.settings.typeface, face.forms()) {
        Standing::Sans => "Noto Sans CJK".to_owned(),
        Standing::Serif => "Noto Serif CJK".to_owned(),
        Standing::System(face) => face.family.clone(),
    }
}

fn styles(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for style in TypeStyle::ALL {
            let asked = Action::SetIn(style);
            let name = action(session.lang(), asked);
            let (enabled, chosen) = (session.is_enabled(asked), session.is_chosen(asked));
            let response = ui.add_enabled(enabled, Button::selectable(chosen, name));
            let response = response.on_disabled_hover_text(w(session.lang(), Words::NoKai));
            response.widget_info(|| egui::WidgetInfo::selected(Role::RadioButton, enabled, chosen, name));
            if response.clicked() {
                out.push(Message::Act(asked));
            }
        }
    });
}

/// The families of the system in a list.
fn families(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    let lang = session.lang();
    let installed = session.typefaces.installed.as_deref();
    let chosen = match &session.settings.typeface {
        Typeface::Named(name) => Some(name.as_str()),
        Typeface::Style(_) => None,
    };
    let shown = chosen.unwrap_or_else(|| nothing_chosen(lang, installed.map(<[_]>::len)));
    ui.add_enabled_ui(installed.is_some_and(|installed| !installed.is_empty()), |ui| {
        let families = installed.unwrap_or_default();
        let rows = families.iter().map(|family| (&family.name, chosen == Some(family.name.as_str())));
        let list = DropDown { name: w(lang, Words::Families), shown, width: ui.available_width() };
        if let Some(family) = list.ui(ui, rows).and_then(|at| families.get(at)) {
            out.push(Message::Appearance(AppearanceMessage::SetIn(Typeface::Named(family.name.clone()))));
        }
    });
}

/// What stands in the list where no family is chosen.
const fn nothing_chosen(lang: Lang, installed: Option<usize>) -> &'static str {
    w(
        lang,
        match installed {
            None => Words::Looking,
            Some(0) => Words::NoFamilies,
            Some(_) => Words::Families,
        },
    )
}
