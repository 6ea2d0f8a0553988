//! A long document comes in steps: a part of its text, all of it, what is remembered of it, its outline. What the
//! reader does meanwhile is kept.

use std::sync::Arc;

use super::update::re_anchor;
use crate::document::Document;
use crate::session::jobs::Wanted;
use crate::session::library::Record;
use crate::session::message::{Outlined, Remembered};
use crate::session::open_document::{Extent, History, Work};
use crate::session::save;
use crate::session::{ConversionCosts, Effect, Job, NoticeKind, OpenDocument, Session};
use crate::text::SourceOffset;

impl Session {
    fn still_loading(&mut self, generation: u64) -> Option<&mut OpenDocument> {
        self.open.as_mut().filter(|open| open.generation == generation && !open.is_inferred())
    }

    /// All the text has come where a part of it was shown.
    pub(in crate::session) fn decoded(&mut self, generation: u64, document: Arc<Document>) -> Vec<Effect> {
        let Some(open) = self.still_loading(generation) else { return Vec::new() };
        let Extent::Part { base, .. } = open.extent else { return Vec::new() };
        let old = std::mem::replace(&mut open.document, document);
        let part = open.document.text().get(base..).unwrap_or_default();
        if part.starts_with(old.text()) {
            open.place = open.place.after(base);
            open.opened_at = open.opened_at.after(base);
            open.selection = open.selection.map(|selection| selection.after(base));
            open.history.shift(base);
        } else {
            // The whole was judged otherwise than its part: no place in that means anything.
            open.selection = None;
            open.history = History::default();
            let at = open.place.get().saturating_add(base);
            open.order(SourceOffset::new(open.document.text().floor_char_boundary(at)));
            open.opened_at = open.place;
        }
        open.jump.to = open.place;
        open.costs = ConversionCosts::default();
        open.extent = Extent::Text(0.0);
        open.edition += 1;
        let wanted = open.wanted;
        self.text_loaded();
        let mut effects = self.search_anew();
        effects.extend(self.show(wanted));
        effects.extend(self.review_if_shown());
        self.find_anew();
        effects
    }

    /// It is known what is remembered of the document: its outline can be inferred.
    pub(in crate::session) fn remembered(&mut self, generation: u64, remembered: Remembered) -> Vec<Effect> {
        let mut effects = self.recall(generation, remembered);
        let waits = |open: &mut OpenDocument| open.extent == Extent::Text(0.0) && open.inferences == 0;
        if self.still_loading(generation).is_some_and(waits) {
            effects.extend(self.infer());
        }
        effects
    }

    /// Takes over what is remembered of the document.
    pub(super) fn recall(&mut self, generation: u64, remembered: Remembered) -> Vec<Effect> {
        let Some(open) = self.still_loading(generation).filter(|open| open.hash.is_none()) else {
            return Vec::new();
        };
        let Remembered { hash, other, told, picks, lost } = remembered;
        let path = open.source.path().map(std::path::Path::to_path_buf);
        open.hash = Some(hash.clone());
        // What was decided shows as soon as its places are known.
        let mut script = Some(open.wanted).filter(|_| !picks.done.is_empty());
        open.picks = picks;
        if let Some(state) = other {
            // Not what was expected of the file.
            if !open.has_moved() {
                open.order(state.place.min(open.end()));
                open.opened_at = open.place;
                script = Some(state.script);
            }
            open.folds_due = state.folded;
            open.ticked_due = state.ticked;
            open.corrections.rules = state.rules;
            open.corrections.done = state.edits;
            open.corrections.undone = state.undone;
            open.keeps_quoted = state.keeps_quoted;
            if open.words.is_blank() {
                open.words = state.words;
                script = script.or(Some(open.wanted));
            }
        }
        if lost > 0 {
            self.notices.say(NoticeKind::PicksLost(lost));
        }
        for kind in told {
            self.notices.say(kind);
        }
        let mut effects = Vec::new();
        if let Some(path) = path {
            self.state.remember_content(&path, &hash);
            effects.push(save(Record::State(self.state.clone())));
        }
        if let Some(script) = script {
            let script = self.compared_with(script);
            effects.extend(self.show(script));
        }
        effects
    }

    /// Begins to infer the outline of the document whose text is there.
    pub(in crate::session) fn infer(&mut self) -> Vec<Effect> {
        let everywhere = self.settings.rules.clone();
        let Some(open) = &mut self.open else { return Vec::new() };
        open.extent = Extent::Text(0.0);
        open.inferences += 1;
        open.work = Work::default();
        let own = open.corrections.rules.iter().cloned();
        vec![Effect::Run(Job::Infer {
            document: Arc::clone(&open.document),
            wanted: Wanted {
                rules: own.chain(everywhere).collect(),
                edits: open.corrections.done.clone(),
                ticked: open.ticked_places(),
            },
            serial: (open.generation, open.inferences),
            cancel: Arc::clone(&open.work.0),
        })]
    }

    /// The reader reads without an outline.
    pub(in crate::session) fn stop_inferring(&mut self) -> Vec<Effect> {
        self.with_open(|open| {
            open.extent = Extent::Stopped;
            // What is remembered of it must still come.
            if open.hash.is_some() {
                open.work = Work::default();
            }
        })
    }

    /// Hears how far the inference of that number is.
    pub(in crate::session) fn inferring(&mut self, (generation, number): (u64, u64), done: f32) {
        if let Some(open) = self.still_loading(generation).filter(|open| open.inferences == number)
            && let Extent::Text(share) = &mut open.extent
        {
            *share = done;
        }
    }

    /// The outline has come.
    pub(in crate::session) fn outlined(
        &mut self,
        (generation, number): (u64, u64),
        outlined: Outlined,
    ) -> Vec<Effect> {
        let is_awaited =
            |open: &&mut OpenDocument| open.inferences == number && matches!(open.extent, Extent::Text(_));
        let Some(open) = self.still_loading(generation).filter(is_awaited) else { return Vec::new() };
        open.edition += 1;
        open.fold_serial += 1;
        self.take_outlined(outlined)
    }

    /// Puts the outline in. Place, selection, script and history are the reader's and stay.
    pub(super) fn take_outlined(&mut self, outlined: Outlined) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let Outlined { document, base, skipped, ticked, ticks, doubts } = outlined;
        open.document = Arc::new(document);
        open.extent = Extent::Whole;
        open.ticked = ticked;
        open.ticked_due.clear();
        open.ticks = ticks;
        open.doubts = doubts;
        open.corrections.base = base;
        open.corrections.skipped = skipped;
        if let Some(before) = open.before.take() {
            re_anchor(&before, open);
        } else {
            open.fold_due();
        }
        let given_up = open.document.inferred().is_some_and(|inferred| inferred.outline().is_given_up());
        let skipped = open.corrections.skipped.len();
        if given_up {
            self.notices.say(NoticeKind::GivenUp);
        }
        if skipped > 0 {
            self.notices.say(NoticeKind::EditsSkipped(skipped));
        }
        self.keep_or_join_lines();
        self.find_anew();
        Vec::new()
    }
}
