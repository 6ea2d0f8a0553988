//! The box in which a file is chosen where the system has no dialog: the path, the folder, what is in it.

use egui::{
    self, Align, Button, Id, Key, Layout, Modal, Modifiers, RichText, ScrollArea, Sense, TextEdit, Ui, Vec2,
    accesskit::Role,
};

use crate::messages;
use crate::messages::file_chooser::{Words, title, w};
use crate::messages::{Text, t};
use crate::session::files::stat::Entry;
use crate::session::{FileChooser, FileChooserMessage, Message, Question, Session};
use crate::ui::appearance::choices::tick_box;
use crate::ui::appearance::theme;

/// Height of a row in points.
const ROW: f32 = 26.0;
/// Largest width and height of the list, in points.
const LARGEST: Vec2 = Vec2::new(620.0, 340.0);
/// What stands beside, above and below the list, in points.
const AROUND: Vec2 = Vec2::new(100.0, 270.0);

/// The box and what it remembers from frame to frame.
#[derive(Default)]
pub(crate) struct FileChooserBox {
    /// The row that the keys have chosen.
    chosen: Option<usize>,
    /// What is listed, by which a new list is told: folder and filter.
    of: String,
    /// What stood in the field when it was drawn last.
    shown: String,
    moved: bool,
    begun: bool,
}

impl FileChooserBox {
    /// Draws the box over everything else.
    pub(crate) fn ui(
        &mut self,
        ctx: &egui::Context,
        session: &Session,
        chooser: &FileChooser,
        out: &mut Vec<Message>,
    ) {
        let size = LARGEST.min(ctx.content_rect().size() - AROUND).max(Vec2::new(240.0, 3.0 * ROW));
        let listed: Vec<&Entry> = chooser.listed().collect();
        if self.of != chooser.typed {
            self.of.clone_from(&chooser.typed);
            // What was clicked stays chosen while its name stands in the field.
            self.chosen = listed.iter().position(|entry| entry.path.to_string_lossy() == chooser.typed);
        }
        let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(egui::Margin::symmetric(18, 14));
        let modal =
            Modal::new(Id::unique("files")).backdrop_color(theme::VEIL).frame(frame).show(ctx, |ui| {
                ui.set_width(size.x);
                let name = title(session.lang(), &chooser.question);
                let heading = ui.label(RichText::new(name).heading());
                heading.widget_info(|| egui::WidgetInfo::labeled(Role::Heading, true, name));
                ui.add_space(4.0);
                self.keys(ui, &listed, out);
                self.path_ui(ui, (session, chooser), &listed, out);
                self.list_ui(ui, (session, chooser), (&listed, size.y), out);
                ui.add_space(4.0);
                let chosen = self.chosen.and_then(|at| listed.get(at)).copied();
                buttons_ui(ui, session, (chooser, chosen), out);
            });
        if modal.should_close() {
            out.push(Message::FileChooser(FileChooserMessage::Close));
        }
    }

    /// Forgets what was chosen when the box is closed.
    pub(crate) fn rest(&mut self) {
        if self.begun {
            *self = Self::default();
        }
    }

    /// Moves the choice; the keys are taken before the field can use them.
    fn keys(&mut self, ui: &Ui, listed: &[&Entry], out: &mut Vec<Message>) {
        // First: what asks for no modifier takes the key with one as well.
        if ui.input_mut(|input| input.consume_key(Modifiers::ALT, Key::ArrowUp)) {
            out.push(Message::FileChooser(FileChooserMessage::Up));
        }
        let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        let down = pressed(Key::ArrowDown) + 10 * pressed(Key::PageDown);
        let up = pressed(Key::ArrowUp) + 10 * pressed(Key::PageUp);
        let Some(last) = listed.len().checked_sub(1).filter(|_| down + up > 0) else { return };
        let next = self.chosen.map_or(down.saturating_sub(1), |at| (at + down).saturating_sub(up));
        self.chosen = Some(next.min(last));
        self.moved = true;
    }

    fn path_ui(
        &mut self,
        ui: &mut Ui,
        (session, chooser): (&Session, &FileChooser),
        listed: &[&Entry],
        out: &mut Vec<Message>,
    ) {
        let lang = session.lang();
        ui.horizontal(|ui| {
            let up = ui.add(Button::new("↑").min_size(Vec2::splat(30.0))).on_hover_text(w(lang, Words::Up));
            up.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, w(lang, Words::Up)));
            if up.clicked() {
                out.push(Message::FileChooser(FileChooserMessage::Up));
                focus_field(ui);
            }
            let mut typed = chooser.typed.clone();
            let edit = TextEdit::singleline(&mut typed).id(Id::unique("path of a file"));
            let edit = edit.desired_width(f32::INFINITY).margin(egui::Margin::symmetric(8, 6));
            let field = ui.add(edit);
            field.widget_info(|| {
                let mut info = egui::WidgetInfo::labeled(Role::TextInput, true, w(lang, Words::Path));
                info.current_text_value = Some(chooser.typed.clone());
                info
            });
            // What the program puts there is gone on with at its end.
            if !self.begun || field.gained_focus() || self.shown != chooser.typed {
                cursor_to_end(ui, field.id, &typed);
            }
            self.shown.clone_from(&typed);
            if !std::mem::replace(&mut self.begun, true) {
                field.request_focus();
            }
            if typed != chooser.typed {
                let pastes = |event: &egui::Event| matches!(event, egui::Event::Paste(_));
                let is_pasted = ui.input(|input| input.events.iter().any(pastes));
                out.push(Message::FileChooser(if is_pasted {
                    FileChooserMessage::Paste(typed)
                } else {
                    FileChooserMessage::Type(typed)
                }));
            } else if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
                let chosen = self.chosen.and_then(|at| listed.get(at));
                take(chosen.copied(), out);
                self.chosen = None;
                field.request_focus();
            }
        });
        if let Some(error) = &chooser.error {
            let words = messages::file_error(lang, error);
            let text = RichText::new(&words).small().color(theme::palette(ui).accent);
            let label = ui.add(egui::Label::new(text).wrap());
            label.widget_info(|| egui::WidgetInfo::labeled(Role::Alert, true, &words));
        }
    }

    fn list_ui(
        &mut self,
        ui: &mut Ui,
        (session, chooser): (&Session, &FileChooser),
        (listed, height): (&[&Entry], f32),
        out: &mut Vec<Message>,
    ) {
        let palette = theme::palette(ui);
        let frame = egui::Frame::new().fill(palette.paper).corner_radius(6).inner_margin(4);
        frame.stroke(egui::Stroke::new(1.0, palette.edge)).show(ui, |ui| {
            ui.set_min_size(Vec2::new(ui.available_width(), height));
            ui.spacing_mut().item_spacing.y = 0.0;
            if listed.is_empty() {
                let is_sought = !chooser.question.writes() && !chooser.parts().1.is_empty();
                let is_empty = chooser.entries.as_ref().is_some_and(Vec::is_empty);
                let words = match () {
                    () if is_sought => Words::NoFits,
                    () if is_empty => Words::EmptyFolder,
                    () => Words::NoneOfKind,
                };
                let known = chooser.entries.is_some() && chooser.error.is_none();
                let words = if known { w(session.lang(), words) } else { "" };
                // Where the names would stand.
                let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(8, 4));
                frame.show(ui, |ui| ui.weak(words));
                return;
            }
            let mut area =
                ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink(false);
            if let Some(at) = self.chosen.filter(|_| std::mem::take(&mut self.moved)) {
                #[expect(clippy::cast_precision_loss, reason = "a place in a list, for the eye")]
                let top = at as f32 * ROW;
                area = area.vertical_scroll_offset((top - height / 2.0).max(0.0));
            }
            area.show_rows(ui, ROW, listed.len(), |ui, range| {
                for (at, entry) in listed.iter().enumerate().skip(range.start).take(range.len()) {
                    self.row_ui(ui, entry, self.chosen == Some(at), out);
                }
            });
        });
    }

    fn row_ui(&mut self, ui: &mut Ui, entry: &Entry, chosen: bool, out: &mut Vec<Message>) {
        let palette = theme::palette(ui);
        let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
        response.widget_info(|| egui::WidgetInfo::selected(Role::ListItem, true, chosen, &entry.name));
        let ground = if chosen { Some(palette.current) } else { response.hovered().then_some(palette.hover) };
        if let Some(ground) = ground {
            ui.painter().rect_filled(rect, 5.0, ground);
        }
        let (name, ink) = if entry.is_file {
            (entry.name.clone(), palette.ink)
        } else {
            (format!("{}/", entry.name), palette.accent)
        };
        let font = egui::FontId::proportional(theme::UI_TEXT);
        let mut job = egui::text::LayoutJob::simple_singleline(name, font, ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - 16.0);
        let galley = ui.painter().layout_job(job);
        let at = egui::pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, ink);
        if response.double_clicked() || response.clicked() && !entry.is_file {
            take(Some(entry), out);
            self.chosen = None;
        } else if response.clicked() {
            out.push(Message::FileChooser(FileChooserMessage::Name(entry.path.clone())));
        }
        if response.clicked() {
            focus_field(ui);
        }
    }
}

/// Typing goes on in the field whatever was clicked.
fn focus_field(ui: &Ui) {
    ui.memory_mut(|memory| memory.request_focus(Id::unique("path of a file")));
}

/// Puts the cursor behind what stands in the field.
fn cursor_to_end(ui: &Ui, id: Id, typed: &str) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let end = egui::text::CCursor::new(typed.chars().count());
    state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
    state.store(ui.ctx(), id);
}

/// Takes the entry that the keys have chosen, or what stands in the field.
fn take(chosen: Option<&Entry>, out: &mut Vec<Message>) {
    match chosen {
        Some(entry) if !entry.is_file => {
            out.push(Message::FileChooser(FileChooserMessage::Enter(entry.path.clone())));
        }
        Some(entry) => {
            out.push(Message::FileChooser(FileChooserMessage::Name(entry.path.clone())));
            out.push(Message::FileChooser(FileChooserMessage::Take));
        }
        None => out.push(Message::FileChooser(FileChooserMessage::Take)),
    }
}

fn buttons_ui(
    ui: &mut Ui,
    session: &Session,
    (chooser, chosen): (&FileChooser, Option<&Entry>),
    out: &mut Vec<Message>,
) {
    let lang = session.lang();
    if chooser.asks() {
        ui.label(w(lang, Words::Exists));
    }
    ui.horizontal(|ui| {
        let mut all = chooser.all;
        if !chooser.question.writes() && tick_box(ui, &mut all, w(lang, Words::All)).changed() {
            out.push(Message::FileChooser(FileChooserMessage::All(all)));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = match chooser.question.writes() {
                true if chooser.asks() => t(lang, Text::Replace),
                // The panel writes; here a place is chosen.
                true if !matches!(chooser.question, Question::OwnWordsTarget(_)) => {
                    messages::export::w(lang, messages::export::Words::Choose)
                }
                true => w(lang, Words::Save),
                false => match chooser.question {
                    Question::OwnWords => w(lang, Words::Import),
                    Question::Config => messages::export::w(lang, messages::export::Words::Choose),
                    _ => t(lang, Text::OpenIt),
                },
            };
            let palette = theme::palette(ui);
            let ready = chosen.is_some() || !chooser.parts().1.trim().is_empty();
            let words = RichText::new(name).color(if ready { palette.on_accent } else { palette.muted });
            let button = if ready { Button::new(words).fill(palette.accent) } else { Button::new(words) };
            let response = ui.add_enabled(ready, button);
            theme::focus_on_accent(ui, &response);
            if response.clicked() {
                take(chosen, out);
            }
            if ui.button(t(lang, Text::Cancel)).clicked() {
                out.push(Message::FileChooser(FileChooserMessage::Close));
            }
        });
    });
}
