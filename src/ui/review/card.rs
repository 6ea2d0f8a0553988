//! The card of the find that was gone to: what stands there, what could, and what the reader can do about it.

use egui::{
    self, Button, FontId, Key, KeyboardShortcut, Modifiers, RichText, TextFormat, Ui, accesskit::Role,
};

use crate::block::joined;
use crate::messages::review::{Words, alike, standing, w};
use crate::script::{Candidate, Script, in_region};
use crate::search::excerpt;
use crate::session::review::{Find, Finds, Standing, Verdict};
use crate::session::{Action, Message, OpenDocument, ReviewAction, ReviewChange, Session};
use crate::text::SourceRange;
use crate::ui::appearance::fonts::Face;
use crate::ui::appearance::theme;
use crate::ui::shell::shortcuts;

/// Characters before and after the find.
const CONTEXT: (usize, usize) = (16, 24);

/// Draws the card of the find of that 0-based index.
pub(in crate::ui) fn ui(
    ui: &mut Ui,
    (session, open): (&Session, &OpenDocument),
    (finds, index): (&Finds, usize),
    out: &mut Vec<Message>,
) {
    let Some(find) = finds.list().get(index) else { return };
    let lang = session.lang();
    let palette = theme::palette(ui);
    let frame = egui::Frame::new()
        .fill(palette.paper)
        .stroke(egui::Stroke::new(1.0, palette.line))
        .corner_radius(6)
        .inner_margin(egui::Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let now = session.review.standing(index);
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(standing(lang, now)).small().color(palette.muted));
            if !finds.is_scar(index) {
                ui.label(RichText::new(w(lang, Words::ReadingHint)).small().color(palette.muted));
            }
        });
        context_ui(ui, (session, open), find);
        ui.add_space(4.0);
        candidates_ui(ui, (session, open), (finds, index), out);
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| buttons_ui(ui, session, (finds, index), out));
    });
}

/// The words around the find as the file has them.
fn context_ui(ui: &mut Ui, (session, open): (&Session, &OpenDocument), find: &Find) {
    let palette = theme::palette(ui);
    let face = Face::of(Script::Source, open.document().detected(), session.lang());
    let [before, middle, after] = parts(open, find.place, CONTEXT);
    let mut job = egui::text::LayoutJob::default();
    for (part, bold, ink) in
        [(&before, false, palette.ink), (&middle, true, palette.accent), (&after, false, palette.ink)]
    {
        job.append(part, 0.0, TextFormat::simple(FontId::new(16.0, face.family(bold)), ink));
    }
    job.wrap.max_width = ui.available_width();
    let label = ui.label(job);
    label
        .widget_info(|| egui::WidgetInfo::labeled(Role::Label, true, [&*before, &*middle, &*after].concat()));
}

/// The words before, at and after `place` as the file has them, on one line; … where the paragraph goes on.
pub(in crate::ui) fn parts(open: &OpenDocument, place: SourceRange, around: (usize, usize)) -> [String; 3] {
    let text = open.document().text();
    let whole = excerpt(open.document(), place, around);
    let part = |start, end| joined(SourceRange { start, end }.slice(text)).into_owned();
    let paragraph =
        open.document().blocks().get(open.document().block_at(place.start)).map(|block| block.range());
    let dots = |goes_on| if goes_on { "…" } else { "" };
    let begins = dots(paragraph.is_some_and(|paragraph| paragraph.start < whole.start));
    let ends = dots(paragraph.is_some_and(|paragraph| whole.end < paragraph.end));
    [
        format!("{begins}{}", part(whole.start, place.start)),
        part(place.start, place.end),
        format!("{}{ends}", part(place.end, whole.end)),
    ]
}

/// A form as it is written in what is shown.
pub(super) fn form_shown(finds: &Finds, index: usize, form: char, open: &OpenDocument) -> char {
    if finds.is_scar(index) { form } else { in_region(form, open.script.shown()) }
}

fn candidates_ui(
    ui: &mut Ui,
    (session, open): (&Session, &OpenDocument),
    (finds, index): (&Finds, usize),
    out: &mut Vec<Message>,
) {
    let lang = session.lang();
    let palette = theme::palette(ui);
    let now = session.review.standing(index);
    let suggested = finds.suggestion(index).map(|(_, form)| form);
    let face = Face::of(open.script.shown(), open.document().detected(), lang);
    for (number, Candidate { form, examples }) in (1..).zip(ordered(finds, index)) {
        let shown = form_shown(finds, index, *form, open);
        let mut job = egui::text::LayoutJob::default();
        let small = TextFormat::simple(FontId::proportional(theme::SMALL_TEXT), palette.muted);
        job.append(&format!("{number}  "), 0.0, small.clone());
        let ink = if Some(*form) == suggested { palette.accent } else { palette.ink };
        job.append(&shown.to_string(), 0.0, TextFormat::simple(FontId::new(17.0, face.family(true)), ink));
        let gloss = examples.join(" ");
        job.append(
            &gloss,
            8.0,
            TextFormat::simple(FontId::new(theme::SMALL_TEXT, face.family(false)), palette.muted),
        );
        let mut notes = String::new();
        if Some(*form) == suggested {
            let enter = shortcuts::words(ui.ctx(), lang, KeyboardShortcut::new(Modifiers::NONE, Key::Enter));
            notes = format!("{} · {enter}", w(lang, Words::Suggested));
            job.append(&notes, 8.0, small);
        }
        job.wrap = egui::text::TextWrapping::truncate_at_width(ui.available_width() - 20.0);
        let chosen = now == Standing::Decided(*form);
        let button = Button::selectable(chosen, job).min_size(egui::vec2(ui.available_width(), 0.0));
        let response = ui.add(button);
        let name = format!("{number} {shown} {gloss} {notes}");
        response.widget_info(|| egui::WidgetInfo::selected(Role::RadioButton, true, chosen, name.trim()));
        if response.clicked() {
            let verdict = Verdict::Form(*form);
            out.push(Message::Review(ReviewChange::Decide(index, verdict)));
        }
    }
}

/// What could stand there, the suggested form first; nine at most, one for each key.
pub(super) fn ordered(finds: &Finds, index: usize) -> Vec<&Candidate> {
    let suggested = finds.suggestion(index).map(|(_, form)| form);
    let mut candidates: Vec<_> = finds.candidates(index).iter().collect();
    candidates.sort_by_key(|candidate| Some(candidate.form) != suggested);
    candidates.truncate(9);
    candidates
}

fn buttons_ui(ui: &mut Ui, session: &Session, (finds, index): (&Finds, usize), out: &mut Vec<Message>) {
    let lang = session.lang();
    let mut push = |change| out.push(Message::Review(change));
    // Small: in a low window the list below stays in sight.
    let small = |words: &str| Button::new(RichText::new(words).small());
    let keep = ui.add(small(w(lang, Words::Keep)));
    if keep.on_hover_text(shortcuts::tooltip(ui.ctx(), lang, Action::Review(ReviewAction::Keep))).clicked() {
        push(ReviewChange::Decide(index, Verdict::Keep));
    }
    if session.review.standing(index) != Standing::Open
        && session.review.standing(index) != Standing::Always
        && ui.add(small(w(lang, Words::Reopen))).clicked()
    {
        push(ReviewChange::Decide(index, Verdict::Open));
    }
    let same = finds.alike(index).len();
    if same > 1 && ui.add(small(&alike(lang, same))).clicked() {
        push(ReviewChange::DecideAlike(index, Verdict::Suggested));
    }
    let has_word = session.review.has_word(index);
    let suggested = finds.suggestion(index).map(|(_, form)| form);
    for (words, everywhere) in [(Words::AlwaysHere, false), (Words::AlwaysEverywhere, true)] {
        let button = ui.add_enabled(has_word, small(w(lang, words)));
        let hint = if has_word {
            let form = suggested.unwrap_or_default();
            let entries = finds.entries(index, form).into_iter().next();
            entries.map_or_else(String::new, |own| format!("{} → {}", own.word, own.conversion))
        } else {
            w(lang, Words::NoWord).to_owned()
        };
        let button = button.on_hover_text(&hint).on_disabled_hover_text(&hint);
        if let Some(form) = suggested.filter(|_| button.clicked()) {
            push(ReviewChange::Always { index, form, everywhere });
        }
    }
}
