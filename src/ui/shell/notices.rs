//! Notices: puts what happened into the reader's words and shows it above the text until it is dismissed.

use std::time::Duration;

use eframe::egui::{self, Align2, Frame, Margin, Ui, accesskit::Role};

use crate::lang::Lang;
use crate::messages;
use crate::session::message::ExportFailure;
use crate::session::{Message, Notice, Saying, Session};
use crate::ui::appearance::theme;
use crate::ui::strings::{self, Text, t};

/// How long a quiet notice stays.
const QUIET: Duration = Duration::from_secs(12);

/// Draws the notices.
pub(crate) fn ui(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    let lang = session.lang();
    egui::Area::new(egui::Id::unique("notices"))
        .anchor(Align2::CENTER_BOTTOM, egui::vec2(0.0, -44.0))
        .order(egui::Order::Foreground)
        .show(ui.ctx(), |ui| {
            for notice in session.notices.iter() {
                notice_ui(ui, lang, notice, out);
                go_by_itself(ui, notice, out);
                ui.add_space(4.0);
            }
        });
}

fn notice_ui(ui: &mut Ui, lang: Lang, notice: &Notice, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let fill = if notice.saying.is_error() { palette.error } else { palette.panel };
    Frame::popup(ui.style()).fill(fill).inner_margin(Margin::symmetric(14, 9)).show(ui, |ui| {
        ui.set_max_width(620.0);
        ui.horizontal(|ui| {
            let words = say(lang, &notice.saying);
            let label = ui.add(egui::Label::new(&words).wrap());
            label.widget_info(|| egui::WidgetInfo::labeled(Role::Alert, true, &words));
            if ui.button(t(lang, Text::Dismiss)).clicked() {
                out.push(Message::Dismiss(notice.id));
            }
        });
    });
}

/// Takes a quiet notice away that was seen long enough.
fn go_by_itself(ui: &Ui, notice: &Notice, out: &mut Vec<Message>) {
    if !notice.saying.is_quiet() {
        return;
    }
    let id = egui::Id::unique("quiet notice").with(notice.id);
    let now = ui.input(|input| input.time);
    let since = ui.data_mut(|data| *data.get_temp_mut_or(id, now));
    if now - since >= QUIET.as_secs_f64() {
        out.push(Message::Dismiss(notice.id));
    } else {
        ui.ctx().request_repaint_after(QUIET);
    }
}

/// `saying` in words.
fn say(lang: Lang, saying: &Saying) -> String {
    match saying {
        Saying::NotOpened(error) | Saying::NotSaved(error) => messages::file_error(lang, error),
        Saying::Lossy { encoding } => strings::lossy(lang, encoding),
        Saying::Binary => strings::binary(lang).to_owned(),
        Saying::Empty => strings::empty(lang).to_owned(),
        Saying::GivenUp => strings::given_up(lang).to_owned(),
        Saying::NoDialog => strings::no_dialog(lang).to_owned(),
        Saying::EditsSkipped(count) => strings::correcting::skipped(lang, *count),
        Saying::PicksLost(count) => strings::reviewing::lost(lang, *count),
        Saying::KeptForLater(count) => strings::kept_for_later(lang, *count),
        Saying::WordsMistaken { mistake, more } => strings::own_words::mistaken(lang, mistake, *more),
        Saying::StillWriting => strings::still_writing(lang).to_owned(),
        Saying::NothingToPaste => strings::nothing_to_paste(lang).to_owned(),
        Saying::NotConverted(error) => messages::convert_error(lang, error),
        Saying::Caution { script, caution } => strings::detection::caution(lang, *script, *caution),
        Saying::Exported(path) => strings::exported(lang, path),
        Saying::NotExported(failure) => match failure.as_ref() {
            ExportFailure::Convert(error) => messages::convert_error(lang, error),
            ExportFailure::Render(error) => messages::export_error(lang, error),
            ExportFailure::File(error) => messages::file_error(lang, error),
        },
        Saying::SetAside(path) => strings::set_aside(lang, path),
    }
}
