//! Notices: puts what happened into the reader's words and shows it over the text, until it was seen long enough.

use std::time::Duration;

use egui::{
    self, Align, Align2, Area, Frame, Id, Layout, Margin, Order, Panel, Rect, RichText, Ui, accesskit::Role,
};

use super::shortcuts;
use crate::lang::Lang;
use crate::messages::shell::about;
use crate::messages::{self, Text, appearance, opening, t};
use crate::session::message::ExportFailure;
use crate::session::{Message, Notice, NoticeKind, Session, ShellMessage};
use crate::typeset::{Measure, break_lines};
use crate::ui::appearance::choices::cross;
use crate::ui::appearance::theme;
use crate::ui::export;

/// How long a notice stays that asks nothing, in seconds: so long, and longer with each of its characters.
const STAYS: (f64, f64) = (6.0, 0.12);
/// Widest notice in points.
const WIDEST: f32 = 520.0;
/// Narrowest in points, whatever the column.
const NARROWEST: f32 = 150.0;
/// Room left beside it, in points.
const BESIDE: f32 = 12.0;
/// Room for its buttons, in points.
const BUTTONS: f32 = 36.0;

/// Draws the notices over the lower end of `column`, which is that of the text.
pub(crate) fn over_text(ui: &Ui, session: &Session, column: Rect, out: &mut Vec<Message>) {
    // What is left of a column beside a panel that lies over it is used to its edges.
    let room = column.width() - 2.0 * BESIDE;
    let width = room.clamp(NARROWEST, WIDEST);
    // Where the column is too narrow, the outline is covered, but not the panel, in which something was just done.
    let (pivot, x) = if room < NARROWEST {
        (Align2::RIGHT_BOTTOM, column.right() - BESIDE)
    } else {
        (Align2::CENTER_BOTTOM, column.center().x)
    };
    Area::new(Id::unique("notices"))
        .pivot(pivot)
        .fixed_pos(egui::pos2(x, column.bottom() - 12.0))
        .order(Order::Foreground)
        .show(ui.ctx(), |ui| list_ui(ui, session, width, out));
}

/// Draws the notices below the start page, which has something of its own everywhere else.
pub(crate) fn below_start_page(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    if session.notices.iter().next().is_none() {
        return;
    }
    let frame = Frame::new().fill(theme::palette(ui).paper).inner_margin(Margin::symmetric(16, 8));
    Panel::bottom("notices").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        let width = (ui.available_width() - 32.0).clamp(NARROWEST, WIDEST);
        ui.vertical_centered(|ui| list_ui(ui, session, width, out));
    });
}

fn list_ui(ui: &mut Ui, session: &Session, width: f32, out: &mut Vec<Message>) {
    for notice in session.notices.iter() {
        let words = say(session.lang(), &notice.kind);
        let rect = notice_ui(ui, session, (notice, &words), width, out);
        go_by_itself(ui, (notice, &words), rect, out);
        ui.add_space(4.0);
    }
}

fn notice_ui(
    ui: &mut Ui,
    session: &Session,
    (notice, words): (&Notice, &str),
    width: f32,
    out: &mut Vec<Message>,
) -> Rect {
    let lang = session.lang();
    let palette = theme::palette(ui);
    let fill = if notice.kind.is_error() { palette.error } else { palette.panel };
    let frame = Frame::popup(ui.style()).fill(fill).inner_margin(Margin::symmetric(14, 9));
    let shown = frame.show(ui, |ui| {
        let room = width - 28.0;
        ui.set_max_width(room);
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.horizontal(|ui| {
                let lines = broken(ui, words, room - BUTTONS);
                let label = ui.add(egui::Label::new(lines).extend());
                label.widget_info(|| egui::WidgetInfo::labeled(Role::Alert, true, words));
                if cross(ui, t(lang, Text::Dismiss)).clicked() {
                    out.push(Message::Shell(ShellMessage::Dismiss(notice.id)));
                }
            });
            if let NoticeKind::Exported { path, .. } = &notice.kind {
                if let Some(folder) = path.parent() {
                    let folder = RichText::new(folder.to_string_lossy()).small().color(palette.muted);
                    ui.add(egui::Label::new(folder).truncate());
                }
                ui.horizontal_wrapped(|ui| export::reveal_ui(ui, lang, path, out));
            }
            if let Some(asked) = notice.kind.asks() {
                let button = ui.button(messages::action(lang, asked));
                if button.on_hover_text(shortcuts::tooltip(ui.ctx(), lang, asked)).clicked() {
                    out.push(Message::Act(asked));
                    out.push(Message::Shell(ShellMessage::Dismiss(notice.id)));
                }
            }
        });
    });
    shown.response.rect
}

/// `words` in as few lines of at most `room` points as there can be, broken as the text is, and about equally long.
fn broken(ui: &Ui, words: &str, room: f32) -> String {
    let font = egui::TextStyle::Body.resolve(ui.style());
    let lines_of = |column| {
        let measure = Measure { column, first_indent: 0.0, hanging_indent: 0.0, justified: false };
        ui.ctx().fonts_mut(|fonts| break_lines(words, measure, &[], |_, c| Some(fonts.glyph_width(&font, c))))
    };
    let mut lines = lines_of(room);
    let (mut narrow, mut wide) = (room / 2.0, room);
    while lines.len() > 1 && wide - narrow > 4.0 {
        let middle = narrow.midpoint(wide);
        let tried = lines_of(middle);
        if tried.len() > lines.len() {
            narrow = middle;
        } else {
            (wide, lines) = (middle, tried);
        }
    }
    let lines: Vec<&str> = lines.into_iter().filter_map(|line| words.get(line.bytes)).collect();
    lines.join("\n")
}

/// Takes a notice away that was seen long enough. While the pointer is on it, it stays.
fn go_by_itself(ui: &Ui, (notice, words): (&Notice, &str), rect: Rect, out: &mut Vec<Message>) {
    if notice.kind.asks().is_some() {
        return;
    }
    let id = Id::unique("notice since").with(notice.id);
    let now = ui.input(|input| input.time);
    let held = ui.rect_contains_pointer(rect);
    let since = if held { now } else { ui.data(|data| data.get_temp(id)).unwrap_or(now) };
    ui.data_mut(|data| data.insert_temp(id, since));
    #[expect(clippy::cast_precision_loss, reason = "a few words")]
    let stays = STAYS.0 + STAYS.1 * words.chars().count() as f64;
    let left = since + stays - now;
    if left <= 0.0 {
        out.push(Message::Shell(ShellMessage::Dismiss(notice.id)));
    } else {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
    }
}

/// `saying` in words.
fn say(lang: Lang, kind: &NoticeKind) -> String {
    match kind {
        NoticeKind::NotOpened(error) | NoticeKind::NotSaved(error) => messages::file_error(lang, error),
        NoticeKind::NotRead(error) => messages::library::not_read(lang, &messages::file_error(lang, error)),
        NoticeKind::Lossy { encoding } => opening::lossy(lang, encoding),
        NoticeKind::Binary => opening::binary(lang).to_owned(),
        NoticeKind::Remark(remark) => messages::remark(lang, remark).unwrap_or_default(),
        NoticeKind::Empty => opening::empty(lang).to_owned(),
        NoticeKind::Changed => opening::w(lang, opening::Words::Changed).to_owned(),
        NoticeKind::Gone => opening::w(lang, opening::Words::Gone).to_owned(),
        NoticeKind::NeedsRows => appearance::w(lang, appearance::Words::NeedsRows).to_owned(),
        NoticeKind::GivenUp => messages::outline::given_up(lang).to_owned(),
        NoticeKind::EditsSkipped(count) => messages::outline::skipped(lang, *count),
        NoticeKind::PicksLost(count) => messages::review::lost(lang, *count),
        NoticeKind::KeptForLater(count) => opening::kept_for_later(lang, *count),
        NoticeKind::OwnWordsMistaken { mistake, more } => {
            messages::script::own_words::mistaken(lang, mistake, *more)
        }
        NoticeKind::Planned(planned) => about::planned(lang, *planned).to_owned(),
        NoticeKind::StillWriting => messages::export::still_writing(lang).to_owned(),
        NoticeKind::ReportCopied => about::w(lang, about::Words::Copied).to_owned(),
        NoticeKind::NothingToPaste => opening::nothing_to_paste(lang).to_owned(),
        NoticeKind::NotConverted(error) => messages::convert_error(lang, error),
        NoticeKind::Caution { script, caution } => messages::script::caution(lang, *script, *caution),
        NoticeKind::Exported { path, files } => messages::export::exported(lang, path, *files),
        NoticeKind::NotRevealed(path) => messages::export::not_revealed(lang, path),
        NoticeKind::NotPrinted(path) => messages::export::not_printed(lang, path),
        NoticeKind::NotExported(failure) => match failure.as_ref() {
            ExportFailure::Convert(error) => messages::convert_error(lang, error),
            ExportFailure::Render(error) => messages::export_error(lang, error),
            ExportFailure::File(error) => messages::not_written(lang, error),
        },
        NoticeKind::SetAside(path) => messages::library::set_aside(lang, path),
    }
}
