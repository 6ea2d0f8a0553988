//! Selecting text: from the pointer to source offsets, and what a double or triple click takes.

use egui::{CursorIcon, Pos2, Response, Ui};

use super::Reader;
use super::compare::ColumnBlock;
use super::emphasis::target;
use super::flow::Page;
use super::ruler::Ruler;
use crate::document::Document;
use crate::import::hints::Target;
use crate::outline::SectionId;
use crate::script::word_at as word_at_byte;
use crate::session::{Message, OpenDocument, ReadingMessage, TextSelection};
use crate::text::{SourceOffset, SourceRange, visible};

/// How fast the text moves while a selection is dragged over an edge, in points a frame for each point beyond.
pub(super) const PULL: f32 = 0.25;

/// Where a place of the text leads.
#[derive(Clone, Debug)]
enum Lead {
    /// The line of a table of contents, to its section.
    Section(SectionId),
    /// A note or a link.
    Target(Target),
}

impl Lead {
    /// What a click on it asks for. An address on the web is shown and not followed: nothing is fetched.
    fn message(&self) -> Option<Message> {
        match self {
            Self::Section(id) => Some(Message::Reading(ReadingMessage::GoTo(*id))),
            Self::Target(Target::Place(place)) => Some(Message::Reading(ReadingMessage::GoToPlace(*place))),
            Self::Target(Target::Address(_)) => None,
        }
    }

    /// The address that it leads to.
    fn address(&self) -> Option<&str> {
        match self {
            Self::Target(Target::Address(address)) => Some(address),
            _ => None,
        }
    }
}

impl Reader {
    /// Selects as the pointer and the keys ask.
    pub(super) fn mark(
        &mut self,
        ui: &Ui,
        (response, page): (&Response, &Page),
        open: &OpenDocument,
        out: &mut Vec<Message>,
    ) {
        let (by, selection) = self.select(ui, response, open, page);
        self.anchor.above += by;
        let settled = response.drag_stopped() || response.double_clicked() || response.triple_clicked();
        self.caret &= selection.is_none();
        let by_key = selection.is_none().then(|| self.select_by_key(ui, response.id, open, page)).flatten();
        self.caret |= by_key.is_some();
        if let Some(selection) = &by_key {
            self.reveal(ui, open.document(), selection.head);
        }
        let settled = settled || by_key.is_some();
        out.extend(
            selection.or(by_key).map(|selection| Message::Reading(ReadingMessage::Select(Some(selection)))),
        );
        if settled {
            out.push(Message::Reading(ReadingMessage::SelectionEnded));
        }
    }

    /// Follows presses, drags and clicks in the column: how far to scroll, in points, and what is selected now.
    fn select(
        &mut self,
        ui: &Ui,
        response: &Response,
        open: &OpenDocument,
        page: &Page,
    ) -> (f32, Option<TextSelection>) {
        let document = open.document();
        let pointer = response.interact_pointer_pos();
        let found = pointer.and_then(|pointer| Some((pointer, self.offset_at(ui, document, page, pointer)?)));
        let Some((pointer, at)) = found else { return (0.0, None) };
        if response.triple_clicked() {
            let block = document.blocks().get(document.block_at(at));
            return (0.0, block.map(|block| TextSelection::of(block.range())));
        }
        if response.double_clicked() {
            return (0.0, Some(TextSelection::of(word_at(document, at))));
        }
        let anchor = open.position.selection().map(|selection| selection.anchor);
        if ui.input(|input| input.pointer.primary_pressed()) {
            let anchor = anchor.filter(|_| ui.input(|input| input.modifiers.shift)).unwrap_or(at);
            return (0.0, Some(TextSelection { anchor, head: at }));
        }
        let Some(anchor) = anchor.filter(|_| response.dragged()) else { return (0.0, None) };
        let (_, across) = page.place(pointer);
        let beyond = (across - page.extent()).max(0.0) + across.min(0.0);
        if beyond.abs() > 0.0 {
            ui.ctx().request_repaint();
        }
        self.pull_sideways(ui, document, (page, pointer), at);
        (beyond * PULL, Some(TextSelection { anchor, head: at }))
    }

    /// Follows what leads somewhere where it is clicked, and shows where to.
    pub(super) fn follow(
        &mut self,
        ui: &Ui,
        (response, page): (Response, &Page),
        document: &Document,
        out: &mut Vec<Message>,
    ) -> Response {
        let lead = response.hover_pos().and_then(|pointer| self.lead_at(ui, document, page, pointer));
        let cursor = if lead.is_some() { CursorIcon::PointingHand } else { page.flow().cursor() };
        let response = response.on_hover_cursor(cursor);
        if response.clicked() {
            out.extend(lead.as_ref().and_then(Lead::message));
        }
        match lead.as_ref().and_then(Lead::address) {
            Some(address) => response.on_hover_text_at_pointer(visible(address)),
            None => response,
        }
    }

    /// Where what is under `pointer` leads: the line of a table of contents, a note, a link.
    fn lead_at(&mut self, ui: &Ui, document: &Document, page: &Page, pointer: Pos2) -> Option<Lead> {
        let hints = document.hints();
        if document.links().is_empty() && hints.links.is_empty() && hints.notes.is_empty() {
            return None;
        }
        let at = self.offset_at(ui, document, page, pointer)?;
        let section = document.link_of(document.block_at(at)).map(Lead::Section);
        section.or_else(|| target(document, at).map(Lead::Target))
    }

    /// The source offset nearest to `pointer`.
    pub(super) fn offset_at(
        &mut self,
        ui: &Ui,
        document: &Document,
        page: &Page,
        pointer: Pos2,
    ) -> Option<SourceOffset> {
        let (along, across) = page.place(pointer);
        let across = across.clamp(0.0, (page.extent() - 1.0).max(0.0));
        let mut top = -self.above(ui, document);
        for index in self.anchor.block..document.blocks().len() {
            let layout = self.lay_out(ui, document, index);
            let bottom = page.after(&layout, top);
            if across < bottom || index + 1 == document.blocks().len() {
                let block = document.blocks().get(index)?;
                let ColumnBlock { view, widths, setting, layout } = self.column_block(self.side, &layout)?;
                let shown = view.shown(document.text(), block.range());
                let along = layout.within_column(along, setting.column);
                let (_, line) = page.line_at(layout, top, (along, across))?;
                let mut ruler = Ruler { ui, widths, setting: &setting };
                let byte = ruler.byte_at(layout, line, shown.text(), along);
                return Some(shown.source_from_view(byte));
            }
            top = bottom;
        }
        None
    }
}

/// The Chinese word at `at`, else the run of like characters around it: a word of letters or digits, blanks, marks.
fn word_at(document: &Document, at: SourceOffset) -> SourceRange {
    let text = document.text();
    let Some(block) = document.blocks().get(document.block_at(at)) else { return SourceRange::default() };
    let (start, part) = (block.range().start.get(), block.range().slice(text));
    if let Some(word) = word_at_byte(part, at.get().saturating_sub(start)) {
        return SourceRange::new(start + word.start, start + word.end);
    }
    let before =
        SourceRange { start: block.range().start, end: at.clamp(block.range().start, block.range().end) };
    let after = SourceRange { start: before.end, end: block.range().end };
    let Some(kind) =
        after.slice(text).chars().next().or_else(|| before.slice(text).chars().next_back()).map(kind)
    else {
        return SourceRange::default();
    };
    let alike = |c: &char| self::kind(*c) == kind;
    let head: usize = before.slice(text).chars().rev().take_while(alike).map(char::len_utf8).sum();
    let tail: usize = after.slice(text).chars().take_while(alike).map(char::len_utf8).sum();
    SourceRange::new(before.end.get() - head, after.start.get() + tail)
}

#[derive(PartialEq, Eq)]
enum Kind {
    Word,
    Ideograph,
    Blank,
    Mark,
}

fn kind(c: char) -> Kind {
    match c {
        _ if c.is_whitespace() => Kind::Blank,
        _ if c.is_alphanumeric() && u32::from(c) < 0x2E80 => Kind::Word,
        _ if c.is_alphanumeric() => Kind::Ideograph,
        _ => Kind::Mark,
    }
}
