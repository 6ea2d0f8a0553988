//! What the buttons of the script switch say of themselves: what the script would do to this text.

use egui::{Response, RichText, Ui};

use crate::messages::script::{caution_in_short, conversion, document, loss};
use crate::script::Script;
use crate::session::{Action, ConversionCosts, Message, Session};
use crate::ui::appearance::theme;
use crate::ui::shell::shortcuts;

/// Shows what switching to `script` would mean where the pointer rests on its button; asks for what is not known yet.
pub(crate) fn on(response: Response, session: &Session, script: Script, out: &mut Vec<Message>) -> Response {
    let is_unasked =
        session.open.as_ref().is_some_and(|open| *open.script.costs() == ConversionCosts::Unasked);
    if response.hovered() && is_unasked && script != Script::Source {
        out.push(Message::EstimateCosts);
    }
    response.on_hover_ui(|ui| tip_ui(ui, session, script))
}

fn tip_ui(ui: &mut Ui, session: &Session, script: Script) {
    let lang = session.lang();
    let palette = theme::palette(ui);
    ui.set_max_width(340.0);
    ui.label(shortcuts::tooltip(ui.ctx(), lang, Action::Show(script)));
    let (Some(open), Some(forecast)) = (&session.open, session.forecast(script)) else { return };
    let mut muted = |words: String| {
        ui.label(RichText::new(words).small().color(palette.muted));
    };
    muted(document(lang, open.document().detected()));
    if script == Script::Source {
        return;
    }
    muted(conversion(lang, forecast.conversion.as_ref()));
    if let Some(words) = loss(lang, forecast.loss, forecast.counting) {
        muted(words);
    }
    if let Some(words) = forecast.caution.and_then(|caution| caution_in_short(lang, caution)) {
        ui.label(RichText::new(words).small().color(palette.ink));
    }
}
