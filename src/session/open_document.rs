//! The document that is being read, with everything the reader does to it.
//!
//! Each part keeps what holds of it and is changed by its methods alone; here stands what takes more than one of them.

use super::library::DocumentState;
use super::opening::content::{Content, Extent};
use super::outline::state::OutlineState;
use super::reading::position::Position;
use super::script::state::ShownScript;
use super::{Picks, Source};
use crate::document::Document;
use crate::outline::SectionId;
use crate::script::{Detected, DetectedScript, Presentation};
use crate::text::{SourceOffset, SourceRange};

/// A document that is being read.
#[derive(Debug)]
pub struct OpenDocument {
    /// What is open.
    pub content: Content,
    /// Where the reader is.
    pub position: Position,
    /// What the reader does with its outline.
    pub outline: OutlineState,
    /// The script that it is shown in.
    pub script: ShownScript,
    /// The reader's decisions on places of the text.
    pub picks: Picks,
    /// The same file as it was before it was read again, until the outline has come.
    pub(super) before: Option<Box<OpenDocument>>,
}

impl OpenDocument {
    /// The document.
    pub fn document(&self) -> &Document {
        self.content.document()
    }

    /// Where it comes from.
    pub const fn source(&self) -> &Source {
        self.content.source()
    }

    /// Tells it from the documents opened before.
    pub const fn generation(&self) -> u64 {
        self.content.generation()
    }

    /// What is at the top of the reading column.
    pub const fn place(&self) -> SourceOffset {
        self.position.place()
    }

    /// The section that is being read.
    pub fn current(&self) -> Option<SectionId> {
        self.document().outline().section_at(self.position.read())
    }

    /// What is known of its script, as far as it is converted.
    pub fn detected(&self) -> Detected {
        self.script.converted(*self.document().detected())
    }

    /// The script of which nothing else is converted; `None`: all of it is.
    pub fn keeping(&self) -> Option<DetectedScript> {
        self.script.keeping(*self.document().detected())
    }

    /// What the text is shown through.
    pub fn presentation(&self) -> Presentation {
        self.script.presentation()
    }

    /// How much of the document lies before the reader, 0 to 1.
    pub fn progress(&self) -> f64 {
        self.content.share(self.place())
    }

    /// Whether all its text is there.
    pub const fn has_all_text(&self) -> bool {
        self.content.has_all_text()
    }

    /// Whether its outline is there.
    pub const fn is_inferred(&self) -> bool {
        self.content.is_inferred()
    }

    /// Whether text is selected.
    pub fn has_selection(&self) -> bool {
        self.position.has_selection()
    }

    /// Whether it has any text that can be ticked, all of it at least. While its outline is being inferred the ticks wait
    /// for that.
    pub fn can_be_ticked(&self) -> bool {
        let settled = matches!(self.content.extent(), Extent::Whole | Extent::Stopped);
        let document = self.document();
        settled && !(document.preamble().is_empty() && document.outline().sections().is_empty())
    }

    /// Whether the reader has gone elsewhere since it was opened.
    pub(super) fn has_moved(&self) -> bool {
        let block = |at| self.document().block_at(at);
        self.position.can_go_back() || block(self.place()) != block(self.position.opened_at())
    }

    /// What is still to be read of the section and of the document.
    pub fn remaining(&self) -> (Option<SourceRange>, SourceRange) {
        let rest = |end| SourceRange { start: self.place().min(end), end };
        let section = self.current().and_then(|id| self.document().outline().get(id));
        (section.map(|section| rest(section.span.end)), rest(self.content.end()))
    }

    /// Notes what is at the top of the column now. A section chosen in the outline is let go when another one is
    /// read.
    pub(super) fn read_on(&mut self, place: SourceOffset) {
        let before = self.current();
        self.position.scroll_to(place);
        if self.current() != before {
            self.outline.choose(None);
        }
    }

    /// The section after (`forward`) or before the current place.
    pub fn neighbour(&self, forward: bool) -> Option<SectionId> {
        let sections = self.document().outline().sections();
        let after = sections.partition_point(|section| section.span.start <= self.position.read());
        if forward {
            (after < sections.len()).then(|| SectionId::new(after))
        } else {
            let before = sections.partition_point(|section| section.span.start < self.position.read());
            before.checked_sub(1).map(SectionId::new)
        }
    }

    /// What is to be remembered of it.
    pub fn state(&self) -> DocumentState {
        let outline = Some(self.document().outline()).filter(|_| self.is_inferred());
        let corrections = self.outline.corrections();
        DocumentState {
            edits: corrections.done().to_vec(),
            undone: corrections.undone().to_vec(),
            rules: corrections.rules().to_vec(),
            words: self.script.words().clone(),
            keeps_quoted: self.script.keeps_quoted(),
            cautioned: self.script.cautioned().to_vec(),
            folded: self.outline.fold_starts(outline),
            ticked: self.outline.ticked_places(self.document(), self.is_inferred()),
            picks: Box::new(self.picks.steps()),
            ..DocumentState::new(self.place(), self.script.own())
        }
    }
}
