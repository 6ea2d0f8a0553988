//! The outline panel: draws the rows and turns clicks into messages.

pub(in crate::ui) mod context_menu;
pub(in crate::ui) mod doubts;
mod gestures;
mod pending;
mod row;
mod rows;
pub(in crate::ui) mod rules_panel;
mod type_ahead;

use egui::{self, Align, Key, Ui};

use super::appearance::fonts::Face;
use super::reader::breadcrumb;
use super::shell::shortcuts;
use super::shell::text_field::Composed;
use crate::block::joined;
use crate::lang::Lang;
use crate::messages::outline::{Words, w};
use crate::messages::{self, Text, t};
use crate::outline::{PointId, SectionId};
use crate::script::{Folded, ScriptView, has_initials};
use crate::session::{Action, Message, OpenDocument, OutlineMessage, Session};
use crate::text::SourceRange;
use gestures::{Gestures, Naming, place};
use row::{ROW, RowUi};
use rows::{Row, Rows};

/// The panel and its caches.
pub(crate) struct OutlinePanel {
    rows: Rows,
    titles: ScriptView,
    titles_of: Option<(u64, u64)>,
    /// Document, section and whether all rows are listed, when a row was brought into sight last.
    revealed: Option<Revealed>,
    filter: Composed,
    /// Whether the filter had the cursor in the last frame.
    filtering: bool,
    gestures: Gestures,
    /// Set to put the cursor into the filter at the next frame.
    pub(crate) focus_filter: bool,
    /// Set to put the focus on the current row at the next frame.
    pub(crate) focus_rows: bool,
}

impl Default for OutlinePanel {
    fn default() -> Self {
        Self {
            rows: Rows::default(),
            titles: ScriptView::new(None),
            titles_of: None,
            revealed: None,
            filter: Composed::default(),
            filtering: false,
            gestures: Gestures::default(),
            focus_filter: false,
            focus_rows: false,
        }
    }
}

impl OutlinePanel {
    /// Draws the panel.
    pub(crate) fn ui(&mut self, ui: &mut Ui, session: &Session, open: &OpenDocument, out: &mut Vec<Message>) {
        self.renew_for(open);
        self.filtering = false;
        let lang = session.lang();
        let outline = open.document().outline();
        if !open.is_inferred() {
            return crate::ui::outline::pending::ui(ui, session, open, out);
        }
        head(ui, session, open, out);
        if outline.sections().is_empty() {
            ui.add_space(12.0);
            ui.vertical_centered(|ui| ui.weak(w(lang, Words::NoSections)));
            if open.document().preamble().is_empty() {
                return;
            }
            ui.add_space(12.0);
        } else {
            self.filter_ui(ui, session, open, out);
        }
        let (text, titles, filter) = (open.document().text(), &mut self.titles, open.outline.filter().trim());
        let query = Folded::new(filter);
        let fits = |heading: &str| query.is_in(heading) || has_initials(heading, filter);
        let (rows, complete) = self.rows.of((open, session.settings.points_shown), |id| {
            outline.get(id).is_some_and(|section| fits(section.shown(text).slice(text)))
                || outline.name(id).is_some_and(fits)
        });
        if !complete {
            ui.ctx().request_repaint();
        }
        if rows.is_empty() {
            return no_rows(ui, lang, complete);
        }
        let reveal = reveal_at(&mut self.revealed, (open, session.settings.points_shown), rows);
        if std::mem::take(&mut self.focus_rows) {
            let current = reveal_index(open.target(), rows).unwrap_or(0);
            self.gestures.focus_next = rows.get(current).copied();
        }
        if let Some(at) = self.gestures.focused_at(ui, rows)
            && let Some(row) = self.gestures.typed.asked_row(ui, open, (rows, at))
        {
            self.gestures.focus_next = Some(row);
        }
        let by_keys = self.gestures.keys(ui, rows).map(|row| Reveal { row, anyway: false });
        let reveal = by_keys.or(reveal);
        let gestures = &mut self.gestures;
        let row_ui = RowUi {
            session,
            open,
            face: Face::of(open.script.shown(), open.document().detected(), lang),
            filter: &query,
        };
        list(ui, rows, reveal, |ui, row| {
            let heading = match (row.point, row.id) {
                (Some(id), _) => point_heading(open, titles, id),
                (None, Some(id)) => breadcrumb::heading(open, titles, id),
                (None, None) => messages::outline::preamble(lang, outline.sections().is_empty()).to_owned(),
            };
            row_ui.ui(ui, (row, &heading), gestures);
        });
        self.gestures.take_unfinished_name();
        out.append(&mut self.gestures.out);
    }

    /// Lets the reader type a name for section `id`.
    pub(crate) fn rename(&mut self, id: SectionId, session: &Session) {
        let Some(open) = &session.open else { return };
        let name = open.document().outline().shown_heading(id, open.document().text()).into_owned();
        self.gestures.naming = Some(Naming { id, name, begun: false, drawn: false });
        // The row has to be on the screen for its field to be.
        self.revealed = None;
    }

    /// Whether a field of the outline has a use of its own for the Escape key.
    pub(crate) const fn uses_escape(&self) -> bool {
        self.filtering || self.gestures.naming.is_some()
    }

    /// Whether a section of the outline has the focus.
    pub(crate) fn has_focus(&self, ctx: &egui::Context) -> bool {
        self.gestures.has_focus(ctx)
    }

    /// The headings in the script that is shown.
    pub(crate) fn titles(&mut self, open: &OpenDocument) -> &mut ScriptView {
        self.renew_for(open);
        &mut self.titles
    }

    fn renew_for(&mut self, open: &OpenDocument) {
        if self.titles_of.is_some_and(|(generation, _)| generation != open.generation()) {
            self.gestures.let_go();
        }
        if self.titles_of != Some((open.generation(), open.script.serial())) {
            self.titles = ScriptView::through(open.presentation());
            self.titles_of = Some((open.generation(), open.script.serial()));
        }
    }

    fn filter_ui(&mut self, ui: &mut Ui, session: &Session, open: &OpenDocument, out: &mut Vec<Message>) {
        let lang = session.lang();
        let (response, filter) =
            self.filter.show(ui, (w(lang, Words::FilterHint), open.outline.filter()), |edit| {
                edit.hint_text(w(lang, Words::FilterHint))
                    .desired_width(f32::INFINITY)
                    .margin(egui::Margin::symmetric(8, 6))
            });
        let response = response.on_hover_text(shortcuts::tooltip(ui.ctx(), lang, Action::Filter));
        if std::mem::take(&mut self.focus_filter) {
            response.request_focus();
        }
        self.filtering = response.has_focus();
        let escaped = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
        let filter = if escaped { Some(String::new()) } else { filter };
        out.extend(filter.map(|it| Message::Outline(OutlineMessage::Filter(it))));
        ui.add_space(4.0);
    }
}

/// What was scrolled to last: in which document, which section, and whether the rows were filtered and had points.
type Revealed = (u64, Option<SectionId>, [bool; 2]);

/// A row to scroll to.
#[derive(Clone, Copy)]
struct Reveal {
    /// Its 0-based index.
    row: usize,
    /// Whether that is done although it seems to be in sight: what was scrolled was the outline of another document.
    anyway: bool,
}

/// Which row to scroll to: that of the current section, when it has changed.
fn reveal_at(
    revealed: &mut Option<Revealed>,
    (open, points): (&OpenDocument, bool),
    rows: &[Row],
) -> Option<Reveal> {
    // A filter that is cleared leads back to what is read, and so do points that come or go.
    let now = (open.generation(), open.target(), [open.outline.filter().is_empty(), points]);
    if *revealed == Some(now) {
        return None;
    }
    let anyway = revealed.replace(now).is_none_or(|(generation, ..)| generation != now.0);
    let row = reveal_index(now.1, rows).or(anyway.then_some(0))?;
    Some(Reveal { row, anyway })
}

/// The row of `section`, or the folded one above that hides it: the last row that is not after it.
fn reveal_index(section: Option<SectionId>, rows: &[Row]) -> Option<usize> {
    let section = section?;
    rows.partition_point(|row| place(row) <= (Some(section), None)).checked_sub(1)
}

/// A point's marker and first words, in the shown script.
fn point_heading(open: &OpenDocument, titles: &mut ScriptView, id: PointId) -> String {
    let Some(point) = open.document().outline().point(id) else { return String::new() };
    let range = SourceRange { start: point.marker.start, end: point.title.end.max(point.marker.end) };
    let shown = titles.shown(open.document().text(), range);
    joined(shown.text()).into_owned()
}

/// No heading has what the filter asks for, as far as they were looked at.
fn no_rows(ui: &mut Ui, lang: Lang, complete: bool) {
    ui.add_space(24.0);
    let words = if complete { w(lang, Words::NoMatch) } else { "…" };
    ui.vertical_centered(|ui| ui.weak(words));
}

fn head(ui: &mut Ui, session: &Session, open: &OpenDocument, out: &mut Vec<Message>) {
    let lang = session.lang();
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.strong(t(lang, Text::Outline));
        let count = if open.outline.ticks().is_empty() {
            messages::outline::sections(lang, open.document().outline().sections().len())
        } else {
            messages::outline::ticked(lang, open.outline.ticks())
        };
        if !open.can_be_ticked() {
            ui.weak(count);
            return;
        }
        ui.with_layout(egui::Layout::right_to_left(Align::Center), |ui| {
            let all = open.outline.ticks().is_all();
            let tick = if all { Action::TickNone } else { Action::TickAll };
            let fold = if open.outline.folds().is_empty() { Action::FoldAll } else { Action::UnfoldAll };
            let has_sections = !open.document().outline().sections().is_empty();
            for action in [Some(tick), Some(fold).filter(|_| has_sections)].into_iter().flatten() {
                let button = egui::Button::new(egui::RichText::new(messages::action(lang, action)).small());
                let button = ui.add_enabled(session.is_enabled(action), button.frame_when_inactive(false));
                if button.on_hover_text(shortcuts::tooltip(ui.ctx(), lang, action)).clicked() {
                    out.push(Message::Act(action));
                }
            }
            ui.with_layout(egui::Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(egui::RichText::new(count).weak()).truncate());
            });
        });
    });
    ui.add_space(2.0);
}

fn list(ui: &mut Ui, rows: &[Row], reveal: Option<Reveal>, mut row_ui: impl FnMut(&mut Ui, Row)) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let height = ui.available_height();
    let mut area = egui::ScrollArea::vertical().auto_shrink(false);
    let id = ui.make_persistent_id("outline rows");
    let offset: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
    if let Some(Reveal { row, anyway }) = reveal {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a million rows are 30 million points, exact in f32 to 2"
        )]
        let top = row as f32 * ROW;
        if anyway || top < offset || top + ROW > offset + height {
            area = area.vertical_scroll_offset((top - height / 3.0).max(0.0));
        }
    }
    let output = area.show_rows(ui, ROW, rows.len(), |ui, range| {
        for row in rows.get(range).unwrap_or_default() {
            row_ui(ui, *row);
        }
    });
    ui.data_mut(|data| data.insert_temp(id, output.state.clamped_offset().y));
}
