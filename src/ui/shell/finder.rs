//! The box for places and commands: a field, what it finds, and where the chosen place leads.

use egui::{self, Align2, FontId, Id, Key, Modal, RichText, Sense, Ui, Vec2, accesskit::Role};

use super::text_field::Composed;
use super::{menu, shortcuts};
use crate::lang::Lang;
use crate::messages::finder::{Words, line, percent, w};
use crate::messages::{self, t};
use crate::script::{ScriptView, folded, initial};
use crate::session::finder::{By, Destination, Finder, FinderKind};
use crate::session::{Action, Message, OpenDocument, ReadingMessage, Session, ShellMessage};
use crate::text::SourceRange;
use crate::ui::appearance::fonts::Face;
use crate::ui::appearance::theme;
use crate::ui::reader::breadcrumb;

/// Height of a row in points.
const ROW: f32 = 30.0;
/// Width of the box in points.
const WIDTH: f32 = 580.0;
/// Rows that are seen at once.
const ROWS: f32 = 10.0;
/// What stands above and below the rows, in points: the top bar, the field, the preview.
const AROUND: f32 = 250.0;
/// Characters of the preview.
const PREVIEW: usize = 90;

/// A row of the box.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Choice {
    Act(Action),
    Go(Destination),
}

/// The box and what it remembers from frame to frame.
#[derive(Default)]
pub(crate) struct FinderBox {
    field: Composed,
    choices: Vec<Choice>,
    of: Option<(Lang, Finder)>,
    chosen: usize,
    moved: bool,
    /// Whether what was typed is to be taken once its choices are known.
    entered: bool,
}

impl FinderBox {
    /// Draws the box over everything else.
    pub(crate) fn ui(
        &mut self,
        ctx: &egui::Context,
        (session, finder): (&Session, &Finder),
        titles: Option<&mut ScriptView>,
        out: &mut Vec<Message>,
    ) {
        self.renew_choices(session, finder);
        if std::mem::take(&mut self.entered) {
            self.take(out);
        }
        let id = Id::unique("finder");
        let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, Vec2::new(0.0, 72.0));
        let modal = Modal::new(id).area(area).backdrop_color(theme::VEIL).show(ctx, |ui| {
            ui.set_width(WIDTH.min(ctx.content_rect().width() - 60.0));
            self.keys(ui);
            self.field_ui(ui, session, finder, out);
            ui.add_space(4.0);
            self.list(ui, session, titles, out);
        });
        if modal.should_close() {
            out.push(Message::Shell(ShellMessage::Finder(None)));
        }
    }

    /// Whether an input method is composing in the field.
    pub(crate) const fn is_composing(&self) -> bool {
        self.field.is_composing()
    }

    /// Forgets what was typed when the box is closed.
    pub(crate) fn rest(&mut self) {
        if self.of.is_some() {
            *self = Self::default();
        }
    }

    fn renew_choices(&mut self, session: &Session, finder: &Finder) {
        let lang = session.lang();
        if self.of.as_ref().is_some_and(|(known, of)| *known == lang && of == finder) {
            return;
        }
        let commands = match finder.kind {
            FinderKind::Commands => commands(session, &finder.asked),
            FinderKind::Places => Vec::new(),
        };
        let commands = commands.into_iter().map(Choice::Act);
        self.choices = commands.chain(finder.places.iter().copied().map(Choice::Go)).collect();
        self.of = Some((lang, finder.clone()));
        self.chosen = 0;
        self.moved = true;
    }

    /// Moves the choice; the keys are taken before the field can use them.
    fn keys(&mut self, ui: &Ui) {
        if self.field.is_composing() {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(egui::Modifiers::NONE, key));
        let page = 8;
        let down = pressed(Key::ArrowDown) + page * pressed(Key::PageDown);
        let up = pressed(Key::ArrowUp) + page * pressed(Key::PageUp);
        if down + up > 0 {
            let last = self.choices.len().saturating_sub(1);
            self.chosen = (self.chosen + down).saturating_sub(up).min(last);
            self.moved = true;
        }
    }

    fn field_ui(&mut self, ui: &mut Ui, session: &Session, finder: &Finder, out: &mut Vec<Message>) {
        let hint = match finder.kind {
            FinderKind::Places => Words::PlaceHint,
            FinderKind::Commands => Words::CommandHint,
        };
        let hint = w(session.lang(), hint);
        let (response, asked) = self.field.show(ui, (hint, &finder.asked), |edit| {
            edit.hint_text(hint)
                .desired_width(f32::INFINITY)
                .margin(egui::Margin::symmetric(10, 8))
                .font(FontId::proportional(16.0))
        });
        let enter = ui.input(|input| input.key_pressed(Key::Enter));
        let entered = response.lost_focus() && enter;
        // Characters and Enter can come in one frame: what they ask for is known in the next.
        self.entered = entered && asked.is_some();
        if entered && !self.entered {
            self.take(out);
        } else if !response.has_focus() {
            response.request_focus();
        }
        out.extend(asked.map(|asked| Message::Shell(ShellMessage::Finder(Some(asked)))));
    }

    /// Does what the chosen row says, and closes the box.
    fn take(&self, out: &mut Vec<Message>) {
        let Some(choice) = self.choices.get(self.chosen) else { return };
        out.push(Message::Shell(ShellMessage::Finder(None)));
        out.push(match choice {
            Choice::Act(action) => Message::Act(*action),
            Choice::Go(Destination { by: By::Section(id), .. }) => {
                Message::Reading(ReadingMessage::GoTo(*id))
            }
            Choice::Go(Destination { to, .. }) => Message::Reading(ReadingMessage::GoToPlace(*to)),
        });
    }

    fn list(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        mut titles: Option<&mut ScriptView>,
        out: &mut Vec<Message>,
    ) {
        let lang = session.lang();
        if self.choices.is_empty() {
            ui.add_space(8.0);
            // Where the names would stand.
            let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(10, 0));
            let label = frame.show(ui, |ui| ui.weak(w(lang, Words::NoPlace))).inner;
            label.widget_info(|| egui::WidgetInfo::labeled(Role::Alert, true, w(lang, Words::NoPlace)));
            ui.add_space(8.0);
            return;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        // Also where it was shorter before: a box that found nothing grows again.
        let height = ROWS.min(((ui.ctx().content_rect().height() - AROUND) / ROW).floor()).max(2.0) * ROW;
        let mut area = egui::ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, true]);
        if std::mem::take(&mut self.moved) {
            #[expect(clippy::cast_precision_loss, reason = "a place in a short list")]
            let top = self.chosen as f32 * ROW;
            area = area.vertical_scroll_offset((top - (height / 2.0 / ROW).floor() * ROW).max(0.0));
        }
        let mut clicked = None;
        area.show_rows(ui, ROW, self.choices.len(), |ui, range| {
            for (index, choice) in self.choices.iter().enumerate().skip(range.start).take(range.len()) {
                let words = match (choice, session.open.as_ref(), titles.as_deref_mut()) {
                    (Choice::Go(place), Some(open), Some(titles)) => place_words(lang, open, titles, *place),
                    (Choice::Act(action), ..) => command_words(ui, lang, *action),
                    _ => continue,
                };
                if row(ui, session, &words, index == self.chosen) {
                    clicked = Some(index);
                }
            }
        });
        if let Some(index) = clicked {
            self.chosen = index;
            self.take(out);
        }
        if let (Some(Choice::Go(place)), Some(open)) = (self.choices.get(self.chosen), &session.open) {
            preview(ui, session, open, *place);
        }
    }
}

/// What a row says: its name and what stands at its end.
struct RowWords {
    name: String,
    end: String,
    /// Whether the name is the document's.
    of_text: bool,
}

fn command_words(ui: &Ui, lang: Lang, action: Action) -> RowWords {
    let place = menu::place_of(action).map_or("", |title| t(lang, title));
    let keys = shortcuts::in_words(ui.ctx(), lang, action);
    let end = if keys.is_empty() { place.to_owned() } else { format!("{place}   {keys}") };
    RowWords { name: messages::action(lang, action).to_owned(), end, of_text: false }
}

fn place_words(lang: Lang, open: &OpenDocument, titles: &mut ScriptView, place: Destination) -> RowWords {
    let share = percent(100.0 * share(open, place));
    match place.by {
        By::Section(id) => {
            RowWords { name: breadcrumb::heading(open, titles, id), end: share, of_text: true }
        }
        By::Percent(asked) => RowWords { name: percent(asked), end: String::new(), of_text: false },
        By::Line(number) => RowWords { name: line(lang, number), end: share, of_text: false },
    }
}

#[expect(clippy::cast_precision_loss, reason = "a fraction for the eye")]
fn share(open: &OpenDocument, place: Destination) -> f64 {
    place.to.get() as f64 / open.document().text().len().max(1) as f64
}

/// Draws a row; tells whether it was clicked.
fn row(ui: &mut Ui, session: &Session, words: &RowWords, chosen: bool) -> bool {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(Role::ListBoxOption, true, chosen, &words.name));
    if chosen {
        ui.painter().rect_filled(rect, 6.0, palette.current);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 6.0, palette.hover);
    }
    let small = FontId::proportional(theme::SMALL_TEXT);
    let end = ui.painter().layout_no_wrap(words.end.clone(), small, palette.muted);
    let font = match &session.open {
        Some(open) if words.of_text => {
            let face = Face::of(open.script.shown(), open.document().detected(), session.lang());
            FontId::new(theme::UI_TEXT, face.family(false))
        }
        _ => FontId::proportional(theme::UI_TEXT),
    };
    let mut job = egui::text::LayoutJob::simple_singleline(words.name.clone(), font, palette.ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - end.size().x - 36.0);
    let name = ui.painter().layout_job(job);
    let at = |x: f32, galley: &egui::Galley| egui::pos2(x, rect.center().y - galley.size().y / 2.0);
    let (left, right) = (at(rect.left() + 10.0, &name), at(rect.right() - 10.0 - end.size().x, &end));
    ui.painter().galley(left, name, palette.ink);
    ui.painter().galley(right, end, palette.muted);
    response.clicked()
}

/// The words at the chosen place, in the shown script.
fn preview(ui: &mut Ui, session: &Session, open: &OpenDocument, place: Destination) {
    let document = open.document();
    let block = document.blocks().get(document.block_at(place.to)).map(|block| block.range().start);
    let from = match place.by {
        By::Section(id) => document.outline().get(id).map_or(place.to, |section| section.body),
        By::Percent(_) | By::Line(_) => block.unwrap_or(place.to),
    };
    let rest = document.text().get(from.get()..).unwrap_or_default();
    let start = document.text().len() - rest.trim_start().len();
    let line = rest.trim_start().lines().next().unwrap_or_default();
    let length = line.chars().take(PREVIEW).map(char::len_utf8).sum::<usize>();
    let presentation = open.presentation();
    let mended_text = presentation.mended_text(document.text(), SourceRange::new(start, start + length));
    let mut words = presentation.show(mended_text).into_owned();
    if length < line.len() {
        words.push('…');
    }
    let palette = theme::palette(ui);
    let face = Face::of(open.script.shown(), document.detected(), session.lang());
    ui.add_space(6.0);
    ui.separator();
    ui.add_space(6.0);
    let font = FontId::new(theme::UI_TEXT, face.family(false));
    let margin = egui::Margin { left: 10, right: 10, top: 0, bottom: 4 };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.label(RichText::new(words).font(font).color(palette.muted));
    });
}

/// The commands that can be given now and that `asked` names, best first: by the reader's name for them, the English
/// one, or the pinyin initials.
fn commands(session: &Session, asked: &str) -> Vec<Action> {
    let comparable = |text: &str| text.chars().filter(|c| !c.is_whitespace()).map(folded).collect::<String>();
    let asked = comparable(asked);
    let opens_box = |action| matches!(action, Action::Commands | Action::Cancel);
    let enabled = Action::ALL.iter().copied().filter(|a| session.is_enabled(*a) && !opens_box(*a));
    let ranked = enabled.filter_map(|action| {
        let name = messages::action(session.lang(), action);
        let initials: String = name.chars().filter_map(initial).collect();
        let place = menu::place_of(action).map_or("", |title| t(session.lang(), title));
        let names =
            [comparable(name), comparable(messages::action(Lang::En, action)), initials, comparable(place)];
        let rank = names.iter().enumerate().filter_map(|(at, name)| Some((rank(name, &asked)?, at))).min();
        rank.map(|rank| (rank, action))
    });
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, action)| action).collect()
}

/// How well `name` fits: it begins with `asked`, has it, or has its characters in that order.
fn rank(name: &str, asked: &str) -> Option<u8> {
    let mut rest = name.chars();
    match name.find(asked) {
        Some(0) => Some(0),
        Some(_) => Some(1),
        None => asked.chars().all(|c| rest.any(|other| other == c)).then_some(2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_name_comes_first() {
        assert_eq!(
            [rank("find", "fi"), rank("find", "in"), rank("find", "fd"), rank("find", "df")],
            [Some(0), Some(1), Some(2), None]
        );
    }
}
