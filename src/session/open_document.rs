//! The document that is being read, with everything the reader does to it.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::files::stat::Stamp;
use super::outline::ticking::{Ticked, TickedPlace};
use super::{ConversionCosts, Corrections, Picks, Side, Source, TextSelection};
use crate::decode::Encoding;
use crate::document::Document;
use crate::export::Selection;
use crate::outline::SectionId;
use crate::script::{
    Conversion, Convert, Detected, DetectedScript, Dictionary, Mending, Presentation, Script,
};
use crate::text::{SourceOffset, SourceRange};

/// An order to the reading column to show a place; a new serial makes it a new order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Jump {
    /// Grows with every jump.
    pub serial: u64,
    /// What should come to the top of the column.
    pub to: SourceOffset,
    /// Whether some lines above it should be seen too, as for a search hit.
    pub with_lead: bool,
}

/// Where the reader has been: every jump leaves its start behind.
#[derive(Clone, Debug, Default)]
pub struct History {
    back: Vec<SourceOffset>,
    forward: Vec<SourceOffset>,
}

impl History {
    /// At most this many places are kept.
    const MOST: usize = 200;

    /// Leaves `here` behind for a new place.
    pub fn leave(&mut self, here: SourceOffset) {
        self.forward.clear();
        if self.back.last() != Some(&here) {
            self.back.push(here);
        }
        if self.back.len() > Self::MOST {
            self.back.remove(0);
        }
    }

    /// The place before `here`.
    pub fn back(&mut self, here: SourceOffset) -> Option<SourceOffset> {
        let to = self.back.pop()?;
        self.forward.push(here);
        Some(to)
    }

    /// The place that was gone back from.
    pub fn forward(&mut self, here: SourceOffset) -> Option<SourceOffset> {
        let to = self.forward.pop()?;
        self.back.push(here);
        Some(to)
    }

    /// Moves all places by `by` bytes: more text has come before them.
    pub(super) fn shift(&mut self, by: usize) {
        for place in self.back.iter_mut().chain(&mut self.forward) {
            *place = place.after(by);
        }
    }

    /// Whether there is a place to go back to.
    pub fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }

    /// Whether there is a place to go forward to.
    pub fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }
}

/// How much of a document has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extent {
    /// The part that the reader sees first; the rest is being decoded.
    Part {
        /// How many bytes of the text stand before it.
        base: usize,
        /// How many bytes the text has in all, about.
        of: usize,
    },
    /// All its text; its outline is being inferred, and this part of that is done, 0 to 1.
    Text(f32),
    /// All its text; the reader has stopped the inference.
    Stopped,
    /// All its text and its outline.
    Whole,
}

/// Work in the background, which stops when nobody waits for it any more.
#[derive(Debug, Default)]
pub(super) struct Work(pub(super) Arc<AtomicBool>);

impl Drop for Work {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// A document that is being read.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each tells something of its own")]
pub struct OpenDocument {
    /// The document.
    pub document: Arc<Document>,
    /// Where it comes from.
    pub source: Source,
    /// Its name: the file's, or what stands for it.
    pub name: String,
    /// Tells it from the documents opened before.
    pub generation: u64,
    /// The encoding that the reader chose; `None`: it was detected.
    pub encoding: Option<Encoding>,
    /// How its file was when it was read, or when the reader was told of a change last.
    pub(super) stamp: Option<Stamp>,
    /// What its state is kept under; `None` until it is known.
    pub hash: Option<String>,
    /// How much of it has come.
    pub extent: Extent,
    /// What is being done to it in the background.
    pub(super) work: Work,
    /// How many times its outline was begun to be inferred.
    pub(super) inferences: u64,
    /// Where its opening led.
    pub(super) opened_at: SourceOffset,
    /// The same file as it was before it was read again, until the outline has come.
    pub(super) before: Option<Box<OpenDocument>>,
    /// What is ticked, as places of the text.
    pub(super) ticked: Ticked,
    /// What is to be ticked once there is an outline.
    pub(super) ticked_due: Vec<TickedPlace>,
    /// Ticked sections and points: those that start in such places.
    pub ticks: Selection,
    /// What the reader has corrected in its outline.
    pub corrections: Corrections,
    /// The reader's own words for it.
    pub words: Dictionary,
    /// Grows whenever the outline changes.
    pub edition: u64,
    /// The section chosen in the outline, until another one is read.
    pub chosen: Option<SectionId>,
    /// The sections that may be wrong, in document order.
    pub doubts: Vec<SectionId>,
    /// Folded sections.
    pub folded: HashSet<SectionId>,
    /// Where sections are to be folded once there are any.
    pub folds_due: Vec<SourceOffset>,
    /// Grows whenever `folded` changes.
    pub fold_serial: u64,
    /// Selected text.
    pub selection: Option<TextSelection>,
    /// The column that was selected in.
    pub side: Side,
    /// What stands in the outline's filter.
    pub filter: String,
    /// The script the reader asked for.
    pub wanted: Script,
    /// Whether that is so only because the source is compared with it: the reader asked for the source.
    pub only_compared: bool,
    /// Whether what is in the other script than the document stays as it is.
    pub keeps_quoted: bool,
    /// The script that is shown: the wanted one once its converter is ready.
    pub shown: Script,
    /// Grows whenever the text is shown in another way.
    pub view_serial: u64,
    /// Turns the source into the shown script; `None` where the source is shown as it is.
    pub converter: Option<Arc<dyn Convert>>,
    /// Whether the way of converting that the reader chose has failed, so that the usual one is taken.
    pub usual_only: bool,
    /// What the reader has picked, as far as it shows in that script.
    pub mending: Arc<Mending>,
    /// The reader's decisions on places of the text.
    pub picks: Picks,
    /// Converters made so far.
    pub converters: Vec<(Conversion, Arc<dyn Convert>)>,
    /// What conversions would cost it.
    pub costs: ConversionCosts,
    /// Whether the reader has switched scripts and is to be told what that costs once it is known.
    pub cautions_due: bool,
    /// The scripts of which the reader was told to think twice.
    pub cautioned: Vec<Script>,
    /// What is at the top of the reading column.
    pub place: SourceOffset,
    /// Where the column should go.
    pub jump: Jump,
    /// Where the reader has been.
    pub history: History,
}

impl OpenDocument {
    /// At most this many folds are kept from one start to the next.
    const MOST_FOLDS: usize = 5_000;

    /// The section that is being read.
    pub fn current(&self) -> Option<SectionId> {
        self.document.outline().section_at(self.place)
    }

    /// Shows the text in `script`, which `converter` makes (`None`: as the source has it) with what was picked.
    pub fn show(&mut self, script: Script, converter: Option<Arc<dyn Convert>>, mending: Arc<Mending>) {
        self.shown = script;
        self.converter = converter;
        self.mending = mending;
        self.view_serial += 1;
    }

    /// The script that the reader wants the document in, whatever it is compared with.
    pub const fn own_script(&self) -> Script {
        if self.only_compared { Script::Source } else { self.wanted }
    }

    /// What is known of its script, as far as it is converted.
    pub fn detected(&self) -> Detected {
        let detected = *self.document.detected();
        if self.keeps_quoted { detected.without_quoted() } else { detected }
    }

    /// The script of which nothing else is converted; `None`: all of it is.
    pub fn keeping(&self) -> Option<DetectedScript> {
        self.keeps_quoted.then(|| self.detected().script)
    }

    /// What the text is shown through.
    pub fn presentation(&self) -> Presentation {
        Presentation::new(self.converter.clone(), Arc::clone(&self.mending))
    }

    /// The converter that does this, if it was made.
    pub fn converter_for(&self, conversion: &Conversion) -> Option<Arc<dyn Convert>> {
        self.converters
            .iter()
            .find(|(known, _)| known == conversion)
            .map(|(_, converter)| Arc::clone(converter))
    }

    /// How much of the document lies before `place`, 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "a fraction for the eye")]
    pub fn share(&self, place: SourceOffset) -> f64 {
        let (base, of) = match self.extent {
            Extent::Part { base, of } => (base, of),
            _ => (0, self.document.text().len()),
        };
        (base + place.get()) as f64 / of.max(1) as f64
    }

    /// How much of the document lies before the reader, 0 to 1.
    pub fn progress(&self) -> f64 {
        self.share(self.place)
    }

    /// The end of the text that is there.
    pub(super) fn end(&self) -> SourceOffset {
        SourceOffset::new(self.document.text().len())
    }

    /// Whether all its text is there.
    pub fn has_all_text(&self) -> bool {
        !matches!(self.extent, Extent::Part { .. })
    }

    /// Whether text is selected.
    pub fn has_selection(&self) -> bool {
        self.selection.is_some_and(|selection| !selection.range().is_empty())
    }

    /// Whether it has any text that can be ticked, all of it at least. While its outline is being inferred the ticks wait
    /// for that.
    pub fn can_be_ticked(&self) -> bool {
        let settled = matches!(self.extent, Extent::Whole | Extent::Stopped);
        settled && !(self.document.preamble().is_empty() && self.document.outline().sections().is_empty())
    }

    /// Whether its outline is there.
    pub fn is_inferred(&self) -> bool {
        matches!(self.extent, Extent::Whole)
    }

    /// Whether the reader has gone elsewhere since it was opened.
    pub(super) fn has_moved(&self) -> bool {
        let block = |at| self.document.block_at(at);
        self.history.can_go_back() || block(self.place) != block(self.opened_at)
    }

    /// What is still to be read of the section and of the document.
    pub fn remaining(&self) -> (Option<SourceRange>, SourceRange) {
        let rest = |end| SourceRange { start: self.place.min(end), end };
        let section = self.current().and_then(|id| self.document.outline().get(id));
        let end = SourceOffset::new(self.document.text().len());
        (section.map(|section| rest(section.span.end)), rest(end))
    }

    /// Notes what is at the top of the column now. A section chosen in the outline is let go when another one is
    /// read.
    pub fn read_on(&mut self, place: SourceOffset) {
        let before = self.current();
        self.place = place;
        if self.current() != before {
            self.chosen = None;
        }
    }

    /// Goes to `to` and remembers where the reader was.
    pub fn jump_to(&mut self, to: SourceOffset) {
        self.history.leave(self.place);
        self.order(to);
    }

    /// Goes to `to`.
    pub fn order(&mut self, to: SourceOffset) {
        self.place = to;
        self.jump = Jump { serial: self.jump.serial + 1, to, with_lead: false };
    }

    /// Goes to the hit at `to`, with some lines above it; remembers where the reader was where that is asked for.
    pub fn show_hit(&mut self, to: SourceOffset, remember: bool) {
        if remember {
            self.history.leave(self.place);
        }
        self.order(to);
        self.jump.with_lead = true;
    }

    /// Where the folded sections start, in order; none where they are too many to be kept.
    pub fn folds(&self) -> Vec<SourceOffset> {
        if !self.is_inferred() {
            return self.folds_due.clone();
        }
        if self.folded.len() > Self::MOST_FOLDS {
            return Vec::new();
        }
        let section = |id: &SectionId| self.document.outline().get(*id).map(|section| section.span.start);
        let mut starts: Vec<_> = self.folded.iter().filter_map(section).collect();
        starts.sort_unstable();
        starts
    }

    /// Folds the sections that were to be folded, where they have any below them.
    pub fn fold_due(&mut self) {
        let starts = std::mem::take(&mut self.folds_due);
        let outline = self.document.outline();
        let sections = outline.sections();
        let found = starts.iter().flat_map(|start| {
            let first = sections.partition_point(|section| section.span.start < *start);
            let same = sections.iter().skip(first).take_while(|section| section.span.start == *start).count();
            (first..first + same).map(SectionId::new)
        });
        self.folded = found.filter(|id| outline.has_children(*id)).collect();
        self.fold_serial += 1;
    }

    /// The section after (`forward`) or before the current place.
    pub fn neighbour(&self, forward: bool) -> Option<SectionId> {
        let sections = self.document.outline().sections();
        let after = sections.partition_point(|section| section.span.start <= self.place);
        if forward {
            (after < sections.len()).then(|| SectionId::new(after))
        } else {
            let before = sections.partition_point(|section| section.span.start < self.place);
            before.checked_sub(1).map(SectionId::new)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn going_back_and_forward_returns_to_the_same_places() {
        let at = SourceOffset::new;
        let mut history = History::default();
        history.leave(at(1));
        history.leave(at(2));
        assert_eq!(history.back(at(3)), Some(at(2)));
        assert_eq!(history.back(at(2)), Some(at(1)));
        assert_eq!(history.back(at(1)), None);
        assert_eq!(history.forward(at(1)), Some(at(2)));
        history.leave(at(9));
        assert!(!history.can_go_forward());
    }
}
