//! What the reader's hands do in the outline besides clicking: keys, typing a name, dragging a row.

use egui::{self, EventFilter, Id, Key, Modifiers, Pos2, Response, Ui};

use super::rows::{Fold, Row};
use super::type_ahead::Typed;
use crate::outline::{PointId, SectionId};
use crate::session::{Message, OpenDocument, OutlineMessage};

/// How far a page up or down goes, in rows.
const PAGE: usize = 15;

/// Keys, typing and dragging.
#[derive(Default)]
pub(in crate::ui) struct Gestures {
    /// What is to be told to the session.
    pub(in crate::ui) out: Vec<Message>,
    /// The row that had the focus when it was drawn last.
    focused: Option<(Id, Row)>,
    /// The section that the session was told of as chosen, and in which edition.
    told: Option<(Option<SectionId>, u64)>,
    /// The row that gets the focus when it is drawn next.
    pub(super) focus_next: Option<Row>,
    /// What was typed to go to a heading.
    pub(in crate::ui) typed: Typed,
    /// The name that is being typed.
    pub(super) naming: Option<Naming>,
    /// The row that is being dragged, and the level it would be on.
    pub(in crate::ui) drag: Option<(SectionId, u8)>,
    /// The section that the pointer is over while dragging.
    pub(in crate::ui) over: Option<SectionId>,
    /// Where the context menu was opened by key.
    pub(super) menu_at: Option<Pos2>,
    /// The row whose context menu was opened by key.
    pub(super) menu_of: Option<Row>,
    /// How many sections are of the kind of the one that the context menu is about, in which edition.
    pub(in crate::ui) kind: Option<(SectionId, u64, usize)>,
}

/// A name that is being typed for a section.
pub(super) struct Naming {
    pub(in crate::ui) id: SectionId,
    pub(in crate::ui) name: String,
    /// Whether the field was drawn already and has the focus.
    pub(super) begun: bool,
    /// Whether it was drawn in this frame.
    pub(in crate::ui) drawn: bool,
}

/// What ticks a row, or unticks it.
pub(in crate::ui) fn tick(row: Row) -> Message {
    let point = row.point.map(|it| Message::Outline(OutlineMessage::TickPoint(it)));
    point
        .or(row.id.map(|it| Message::Outline(OutlineMessage::Tick(it))))
        .unwrap_or(Message::Outline(OutlineMessage::TickPreamble))
}

/// The id of the widget of a row.
pub(super) fn row_id(row: Row) -> Id {
    Id::unique(("outline row", row.id, row.point))
}

/// The order of rows.
pub(in crate::ui) fn place(row: &Row) -> (Option<SectionId>, Option<PointId>) {
    (row.id, row.point)
}

impl Gestures {
    /// Lets go of everything: the rows are those of another document.
    pub(super) fn let_go(&mut self) {
        *self = Self { out: std::mem::take(&mut self.out), ..Self::default() };
    }

    /// Takes a name that was being typed when its row went out of sight.
    pub(super) fn take_unfinished_name(&mut self) {
        if let Some(naming) = self.naming.take_if(|naming| naming.begun && !naming.drawn) {
            self.out.push(Message::Outline(OutlineMessage::Rename(naming.id, naming.name)));
        }
        if let Some(naming) = &mut self.naming {
            naming.drawn = false;
        }
    }

    /// Whether the row of a section has the focus.
    pub(in crate::ui) fn has_focus(&self, ctx: &egui::Context) -> bool {
        self.focused
            .is_some_and(|(id, row)| row.section().is_some() && ctx.memory(|memory| memory.has_focus(id)))
    }

    /// Takes the keys of the focused row, before it is drawn; returns the 0-based index of the row to be revealed.
    pub(in crate::ui) fn keys(&mut self, ui: &Ui, rows: &[Row]) -> Option<usize> {
        if let Some(row) = self.focus_next {
            return Some(index_of(rows, &row));
        }
        let (_, row) = self.focused?;
        let at = self.focused_at(ui, rows)?;
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let last = rows.len().checked_sub(1)?;
        let to = match () {
            () if pressed(Key::ArrowDown) => at + 1,
            () if pressed(Key::ArrowUp) => at.saturating_sub(1),
            () if pressed(Key::PageDown) => at + PAGE,
            () if pressed(Key::PageUp) => at.saturating_sub(PAGE),
            () if pressed(Key::Home) => 0,
            () if pressed(Key::End) => last,
            () if pressed(Key::ArrowLeft) => fold_or_up(rows, at, &mut self.out),
            () if pressed(Key::ArrowRight) => unfold_or_down(rows, at, &mut self.out),
            () if pressed(Key::Space) => {
                self.out.push(tick(row));
                at
            }
            // Where the row is gone, the one in its place takes over.
            () if rows.get(at).map(place) == Some(place(&row)) => return None,
            () => at,
        };
        let to = to.min(last);
        self.focus_next = rows.get(to).copied();
        Some(to)
    }

    /// The index of the row that has the focus, or of the row that stands where it was.
    pub(super) fn focused_at(&self, ui: &Ui, rows: &[Row]) -> Option<usize> {
        let (id, row) = self.focused.filter(|_| self.naming.is_none())?;
        ui.memory(|memory| memory.has_focus(id)).then(|| index_of(rows, &row))
    }

    /// Follows the focus to the row that was just drawn.
    pub(in crate::ui) fn drawn(&mut self, ui: &Ui, response: &Response, row: Row, open: &OpenDocument) {
        if self.focus_next.is_some_and(|next| place(&next) == place(&row)) {
            self.focus_next = None;
            response.request_focus();
        }
        if !response.has_focus() {
            return;
        }
        self.focused = Some((response.id, row));
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let now = Some((row.id, open.content.edition()));
        if self.told != now {
            self.told = now;
            self.out.push(Message::Outline(OutlineMessage::Choose(row.id)));
        }
    }

    /// Whether the context menu of the focused row is asked for by key.
    pub(super) fn asks_for_menu(&mut self, ui: &Ui, response: &Response) -> bool {
        let asked = response.has_focus()
            && ui.input_mut(|input| {
                input.consume_key(Modifiers::NONE, Key::Menu) || input.consume_key(Modifiers::SHIFT, Key::F10)
            });
        if asked {
            self.menu_at = Some(response.rect.left_bottom());
        } else if response.secondary_clicked() {
            self.menu_at = None;
        }
        asked
    }
}

/// The index of `row`, or of the row that stands where it would.
fn index_of(rows: &[Row], row: &Row) -> usize {
    rows.partition_point(|other| place(other) < place(row)).min(rows.len().saturating_sub(1))
}

fn fold_or_up(rows: &[Row], at: usize, out: &mut Vec<Message>) -> usize {
    let Some(row) = rows.get(at) else { return at };
    if row.fold == Fold::Open {
        out.extend(row.id.map(|id| Message::Outline(OutlineMessage::Fold { id, deep: false })));
        return at;
    }
    rows.iter().take(at).rposition(|above| above.depth < row.depth).unwrap_or(at)
}

fn unfold_or_down(rows: &[Row], at: usize, out: &mut Vec<Message>) -> usize {
    match rows.get(at) {
        Some(row) if row.fold == Fold::Closed => {
            out.extend(row.id.map(|id| Message::Outline(OutlineMessage::Fold { id, deep: false })));
            at
        }
        Some(row) if row.fold == Fold::Open => at + 1,
        _ => at,
    }
}
