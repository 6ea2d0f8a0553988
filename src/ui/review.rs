//! The review panel: how far it is, the find that was gone to, and the list of all.

mod card;
mod rows;

use egui::{
    self, Align, Button, EventFilter, FontId, Key, Layout, Modifiers, RichText, Sense, TextFormat, Ui, Vec2,
    accesskit::Role,
};

use super::appearance::choices::paint_fold;
use super::appearance::fonts::Face;
use super::appearance::theme;
use super::outline::doubts;
use super::shell::panel_head::panel_head;
use crate::messages::review::{Words, accept_all, choices, doubtful, nothing, progress, standing, sure, w};
use crate::script::Script;
use crate::session::review::{Finds, Standing, Verdict};
use crate::session::{Action, Message, OpenDocument, ReviewAction, ReviewChange, Session};
use card::{form_shown, ordered, parts};
use rows::{Row, Rows};

/// Height of a row in points.
const ROW: f32 = 28.0;
/// So many rows of the list are in sight at least.
const LEAST_ROWS: f32 = 3.0;
/// So high is the card at least, in points.
const LEAST_CARD: f32 = 100.0;
/// Room for the mark of a fold, in points.
const FOLD: f32 = 18.0;
/// Characters of context before and after a find.
const CONTEXT: (usize, usize) = (6, 24);
/// The number keys, for the candidates in order.
const NUMBERS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// The panel and its caches.
#[derive(Default)]
pub(crate) struct ReviewPanel {
    rows: Rows,
    revealed: Option<(u64, u64, usize)>,
    /// The frame in which it was drawn last.
    drawn: u64,
    /// Whether the list takes the focus as soon as it is there.
    takes_focus: bool,
}

impl ReviewPanel {
    /// Draws the panel.
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        (session, open): (&Session, &OpenDocument),
        out: &mut Vec<Message>,
    ) {
        let lang = session.lang();
        let frame = ui.ctx().cumulative_frame_nr();
        // It was not there in the last frame: it was just opened.
        self.takes_focus |= frame > self.drawn + 1;
        self.drawn = frame;
        panel_head(ui, session, w(lang, Words::Title), out);
        let review = &session.review;
        if let Some(share) = review.running {
            running_ui(ui, session, share, out);
        }
        let Some(finds) = &review.finds else {
            if review.running.is_none() && ui.button(w(lang, Words::Again)).clicked() {
                out.push(Message::Review(ReviewChange::Again));
            }
            return;
        };
        if finds.list().is_empty() {
            let words = nothing(lang, open.document().detected().script);
            let label = ui.label(RichText::new(words).color(theme::palette(ui).muted));
            label.widget_info(|| egui::WidgetInfo::labeled(Role::Status, true, words));
            return;
        }
        controls_ui(ui, session, out);
        if let Some(index) = review.current {
            ui.add_space(4.0);
            // In a low window the card is scrolled, so that the list stays in sight.
            let room = (ui.available_height() - LEAST_ROWS * ROW).max(LEAST_CARD);
            let area =
                egui::ScrollArea::vertical().id_salt("card").max_height(room).auto_shrink([false, true]);
            area.show(ui, |ui| card::ui(ui, (session, open), (finds, index), out));
        }
        ui.add_space(4.0);
        self.list(ui, (session, open), finds, out);
    }

    fn list(
        &mut self,
        ui: &mut Ui,
        (session, open): (&Session, &OpenDocument),
        finds: &Finds,
        out: &mut Vec<Message>,
    ) {
        let (lang, review) = (session.lang(), &session.review);
        let id = ui.scope_id().with("finds");
        let space = ui.available_rect_before_wrap();
        let list = ui.interact(space, id, Sense::focusable_noninteractive());
        list.widget_info(|| egui::WidgetInfo::labeled(Role::List, true, w(lang, Words::List)));
        if std::mem::take(&mut self.takes_focus) {
            list.request_focus();
        }
        if list.has_focus() {
            let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
        }
        let rows = self.rows.of(open, review);
        if list.has_focus() {
            keys(ui, session, (finds, rows), out);
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let total = rows.len();
        let mut area = egui::ScrollArea::vertical().auto_shrink(false);
        let now = review.current.map(|current| (open.generation(), review.edition, current));
        if self.revealed != now {
            self.revealed = now;
            if let Some(row) = review.current.and_then(|current| self.rows.row_of(current)) {
                #[expect(clippy::cast_precision_loss, reason = "a place in a list, for the eye")]
                let top = row as f32 * ROW;
                area = area.vertical_scroll_offset((top - ui.available_height() / 3.0).max(0.0));
            }
        }
        let rows = self.rows.of(open, review);
        area.show_rows(ui, ROW, total, |ui, range| {
            for row in rows.get(range).unwrap_or_default() {
                if row_ui(ui, (session, open), (finds, *row), out) {
                    list.request_focus();
                }
            }
        });
    }
}

fn running_ui(ui: &mut Ui, session: &Session, share: f32, out: &mut Vec<Message>) {
    let lang = session.lang();
    ui.horizontal(|ui| {
        let bar = egui::ProgressBar::new(share).desired_width(ui.available_width() - 70.0);
        // Going through a text is no warning: the bar has the colour of frames, not that of marks.
        let bar = bar.fill(theme::palette(ui).edge);
        let words = w(lang, Words::Running);
        let response = ui.add(bar.text(words));
        response.widget_info(|| egui::WidgetInfo::labeled(Role::ProgressIndicator, true, words));
        if ui.button(w(lang, Words::Stop)).clicked() {
            out.push(Message::Review(ReviewChange::Stop));
        }
    });
}

fn controls_ui(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    let (lang, review) = (session.lang(), &session.review);
    ui.horizontal(|ui| {
        doubts::step_ui(ui, lang, ("↑", Action::Review(ReviewAction::Previous)), out);
        doubts::step_ui(ui, lang, ("↓", Action::Review(ReviewAction::Next)), out);
        let words = progress(lang, review.progress());
        let label = ui.label(RichText::new(&words).small().color(theme::palette(ui).muted));
        label.widget_info(|| egui::WidgetInfo::labeled(Role::Status, true, &words));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = w(lang, Words::Again);
            let words = RichText::new(name).small();
            let again = ui.add_enabled(review.running.is_none(), Button::new(words));
            again.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, name));
            if again.clicked() {
                out.push(Message::Review(ReviewChange::Again));
            }
        });
    });
    if review.current.is_none() {
        keys_ui(ui, w(lang, Words::Keys));
    }
    let sure = review.sure_open();
    if sure > 0 && ui.button(accept_all(lang, sure)).clicked() {
        out.push(Message::Act(Action::Review(ReviewAction::AcceptAllSure)));
    }
}

/// What the keys do; no line ends between a key and its word.
fn keys_ui(ui: &mut Ui, words: &str) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(0.0, 2.0);
        for pair in words.split_inclusive(['，', ',']) {
            let pair = RichText::new(pair).small().color(theme::palette(ui).muted);
            ui.add(egui::Label::new(pair).extend());
        }
    });
}

/// The keys of the list while it has the focus.
fn keys(ui: &Ui, session: &Session, (finds, rows): (&Finds, &[Row]), out: &mut Vec<Message>) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let current = session.review.current;
    let listed = rows.iter().filter_map(|row| match row {
        Row::Find(index) | Row::Word(index, 1) => Some(*index),
        Row::Word(index, _) if current.is_none_or(|current| finds.word(current) != finds.word(*index)) => {
            Some(*index)
        }
        _ => None,
    });
    let listed: Vec<usize> = listed.collect();
    let at = current.and_then(|current| listed.iter().position(|index| *index == current));
    let next = match () {
        () if pressed(Key::ArrowDown) => Some(at.map_or(0, |at| at + 1)),
        () if pressed(Key::ArrowUp) => Some(at.unwrap_or(0).saturating_sub(1)),
        () => None,
    };
    let go_to = next.and_then(|next| listed.get(next)).map(|index| ReviewChange::GoTo(*index));
    let change = current.and_then(|index| {
        let decide = |verdict| Some(ReviewChange::Decide(index, verdict));
        match () {
            () if pressed(Key::Enter) => decide(Verdict::Suggested),
            () if pressed(Key::K) => decide(Verdict::Keep),
            () if pressed(Key::Delete) || pressed(Key::Backspace) => decide(Verdict::Open),
            () if pressed(Key::A) => {
                let form = finds.suggestion(index).map(|(_, form)| form)?;
                Some(ReviewChange::Always { index, form, everywhere: false })
            }
            () => {
                let number = NUMBERS.iter().position(|key| pressed(*key))?;
                let form = ordered(finds, index).get(number).map(|candidate| candidate.form)?;
                decide(Verdict::Form(form))
            }
        }
    });
    out.extend(go_to.or(change).map(Message::Review));
    if current.is_none() && pressed(Key::Enter) {
        out.push(Message::Act(Action::Review(ReviewAction::Next)));
    }
}

/// Draws a row; tells whether it was clicked.
fn row_ui(
    ui: &mut Ui,
    (session, open): (&Session, &OpenDocument),
    (finds, row): (&Finds, Row),
    out: &mut Vec<Message>,
) -> bool {
    let (lang, review) = (session.lang(), &session.review);
    match row {
        Row::Sure(count) => title_ui(ui, &sure(lang, count)),
        Row::Doubtful(count) => {
            let shown = review.doubtful_shown;
            let words = doubtful(lang, count);
            if fold_ui(ui, &words, shown) {
                out.push(Message::Review(ReviewChange::Doubtful(!shown)));
                return true;
            }
        }
        Row::Choices(words, places) => {
            let shown = review.choices_shown;
            let words = choices(lang, words, places);
            if fold_ui(ui, &words, shown) {
                out.push(Message::Review(ReviewChange::Choices(!shown)));
                return true;
            }
        }
        Row::Word(first, count) => return find_ui(ui, (session, open), (finds, first, count), out),
        Row::Find(index) => return find_ui(ui, (session, open), (finds, index, 1), out),
    }
    false
}

fn title_ui(ui: &mut Ui, words: &str) {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Heading, true, words));
    let font = FontId::proportional(theme::SMALL_TEXT);
    ui.painter().text(rect.left_center(), egui::Align2::LEFT_CENTER, words, font, palette.muted);
}

fn fold_ui(ui: &mut Ui, words: &str, shown: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(Role::DisclosureTriangle, true, shown, words));
    let palette = theme::palette(ui);
    let color = if response.hovered() || response.has_focus() { palette.ink } else { palette.muted };
    paint_fold(ui.painter(), rect.left_center() + Vec2::new(FOLD / 2.0, 0.0), (!shown, color));
    let (font, at) = (FontId::proportional(theme::SMALL_TEXT), rect.left_center() + Vec2::new(FOLD, 0.0));
    ui.painter().text(at, egui::Align2::LEFT_CENTER, words, font, color);
    if response.has_focus() {
        theme::focus_ring(ui, rect, 4.0);
    }
    response.clicked()
}

/// Draws a find, or a word with `count` of them; tells whether it was clicked.
fn find_ui(
    ui: &mut Ui,
    (session, open): (&Session, &OpenDocument),
    (finds, index, count): (&Finds, usize, usize),
    out: &mut Vec<Message>,
) -> bool {
    let (Some(find), Some((found, suggested))) = (finds.list().get(index), finds.suggestion(index)) else {
        return false;
    };
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
    let (lang, now) = (session.lang(), session.review.standing(index));
    let current = session.review.current == Some(index) && count == 1;
    let [before, middle, after] = match count {
        1 => parts(open, find.place, CONTEXT),
        _ => [String::new(), finds.word(index).to_owned(), format!(" ×{count}")],
    };
    let suggested = form_shown(finds, index, suggested, open);
    let name = format!("{before}{middle}{after}: {found} → {suggested}, {}", standing(lang, now));
    response.widget_info(|| egui::WidgetInfo::selected(Role::ListItem, true, current, &name));
    if current {
        ui.painter().rect_filled(rect, 6.0, palette.current);
    } else if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 6.0, palette.hover);
    }
    let mark = mark(finds, index, now, (found, suggested), open);
    let face = Face::of(Script::Source, open.document().detected(), lang);
    let shown_face = Face::of(open.script.shown(), open.document().detected(), lang);
    let ink = if now == Standing::Open { palette.ink } else { palette.muted };
    let accent = if now == Standing::Open { palette.accent } else { palette.muted };
    let right = TextFormat::simple(FontId::new(theme::UI_TEXT, shown_face.family(false)), accent);
    let right = ui.painter().layout_job(egui::text::LayoutJob::single_section(mark, right));
    let mut job = egui::text::LayoutJob { break_on_newline: false, ..Default::default() };
    for (part, bold, ink) in [(&before, false, ink), (&middle, true, accent), (&after, false, ink)] {
        let font = FontId::new(theme::UI_TEXT, face.family(bold));
        job.append(part, 0.0, TextFormat::simple(font, ink));
    }
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - right.size().x - 24.0);
    let left = ui.painter().layout_job(job);
    let y = |galley: &egui::Galley| rect.center().y - galley.size().y / 2.0;
    ui.painter().galley(egui::pos2(rect.left() + 8.0, y(&left)), left, ink);
    ui.painter().galley(egui::pos2(rect.right() - 8.0 - right.size().x, y(&right)), right, ink);
    if response.clicked() {
        out.push(Message::Review(ReviewChange::GoTo(index)));
    }
    response.clicked()
}

/// Both readings of an open find; what was decided of another.
fn mark(
    finds: &Finds,
    index: usize,
    now: Standing,
    (found, suggested): (char, char),
    open: &OpenDocument,
) -> String {
    match now {
        Standing::Open => format!("{found} → {suggested}"),
        Standing::Decided(form) => format!("✓ {}", form_shown(finds, index, form, open)),
        Standing::Kept => format!("= {found}"),
        Standing::Always => format!("✓✓ {suggested}"),
    }
}
