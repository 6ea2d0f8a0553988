//! Selecting by keyboard: Shift with the arrows, Home and End.

use egui::{Event, EventFilter, Id, Key, Ui};

use super::Reader;
use super::flow::{Flow, Page};
use super::navigation::keys_are_free;
use crate::session::{OpenDocument, TextSelection};
use crate::text::SourceOffset;

mod caret;

use caret::CaretMover;

/// Where the head of a selection stands, with what its offset alone does not tell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Head {
    pub(super) at: SourceOffset,
    /// At the end of a line, not at the start of the next one, which has the same offset.
    pub(super) ends_line: bool,
    /// What steps from line to line keep to, in points along the line.
    along: Option<f32>,
}

impl Head {
    fn new(at: SourceOffset) -> Self {
        Self { at, ..Self::default() }
    }
}

/// What a key asks of the head.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Character(Way),
    Line(Way),
    LineEnd(Way),
    TextEnd(Way),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    On,
    Back,
}

impl Step {
    /// What Shift with `key` asks for, where the text runs as `flow` says.
    fn of(key: Key, command: bool, flow: Flow) -> Option<Self> {
        let ([on, back], [next, previous]) = (flow.letter_arrows(), flow.arrows());
        Some(match key {
            Key::Home if command => Self::TextEnd(Way::Back),
            Key::End if command => Self::TextEnd(Way::On),
            _ if command => return None,
            Key::Home => Self::LineEnd(Way::Back),
            Key::End => Self::LineEnd(Way::On),
            key if key == on => Self::Character(Way::On),
            key if key == back => Self::Character(Way::Back),
            key if key == next => Self::Line(Way::On),
            key if key == previous => Self::Line(Way::Back),
            _ => return None,
        })
    }
}

impl Reader {
    /// Moves the selection's head as the keys ask, and the text so far that the head is seen; returns what is
    /// selected now. Without a selection it begins at the place being read. `column` is the text as a widget.
    pub(super) fn select_by_key(
        &mut self,
        ui: &Ui,
        column: Id,
        open: &OpenDocument,
        page: &Page,
    ) -> Option<TextSelection> {
        // The arrows belong to the text: they do not lead to the next widget.
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(column, arrows));
        let steps = if keys_are_free(ui) { take_steps(ui, page.flow()) } else { Vec::new() };
        if steps.is_empty() {
            return None;
        }
        let selection =
            open.position.selection().unwrap_or(TextSelection { anchor: open.place(), head: open.place() });
        let mut head = if self.head.at == selection.head { self.head } else { Head::new(selection.head) };
        let mut mover =
            CaretMover { ui, document: open.document(), side: open.position.side(), reader: self };
        for step in steps {
            head = mover.moved(head, step);
        }
        mover.show(head, page);
        self.head = head;
        Some(TextSelection { anchor: selection.anchor, head: head.at })
    }
}

/// The steps that were asked for, in order, taken out of the input.
fn take_steps(ui: &Ui, flow: Flow) -> Vec<Step> {
    let mut steps = Vec::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            let step = Some(key).filter(|_| modifiers.shift && !modifiers.alt);
            let step = step.and_then(|key| Step::of(*key, modifiers.command, flow));
            steps.extend(step);
            step.is_none()
        });
    });
    steps
}
