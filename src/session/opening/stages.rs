//! A long document comes in steps: a part of its text, all of it, what is remembered of it, its outline. What the
//! reader does meanwhile is kept.

use std::sync::Arc;

use super::update::re_anchor;
use crate::document::Document;
use crate::session::jobs::Wanted;
use crate::session::library::Record;
use crate::session::message::{Outlined, Remembered};
use crate::session::save;
use crate::session::{Effect, Job, NoticeKind, OpenDocument, Session};
use crate::text::SourceOffset;

impl Session {
    fn still_loading(&mut self, generation: u64) -> Option<&mut OpenDocument> {
        self.open.as_mut().filter(|open| open.generation() == generation && !open.is_inferred())
    }

    /// All the text has come where a part of it was shown.
    pub(in crate::session) fn decoded(&mut self, generation: u64, document: Arc<Document>) -> Vec<Effect> {
        let Some(open) = self.still_loading(generation) else { return Vec::new() };
        let Some((part, base)) = open.content.complete(document) else { return Vec::new() };
        let text = open.content.document().text();
        if text.get(base..).unwrap_or_default().starts_with(part.text()) {
            open.position.shift(base);
        } else {
            // The whole was judged otherwise than its part: no place in that means anything.
            let at = text.floor_char_boundary(open.place().get().saturating_add(base));
            open.position.start_over_at(SourceOffset::new(at));
        }
        open.script.forget_costs();
        let wanted = open.script.wanted();
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
        if self.still_loading(generation).is_some_and(|open| open.content.waits_for_inference()) {
            effects.extend(self.infer());
        }
        effects
    }

    /// Takes over what is remembered of the document.
    pub(super) fn recall(&mut self, generation: u64, remembered: Remembered) -> Vec<Effect> {
        let Some(open) = self.still_loading(generation).filter(|open| open.content.hash().is_none()) else {
            return Vec::new();
        };
        let Remembered { hash, other, told, picks, lost } = remembered;
        let path = open.source().path().map(std::path::Path::to_path_buf);
        open.content.identify(hash.clone());
        // What was decided shows as soon as its places are known.
        let mut script = Some(open.script.wanted()).filter(|_| picks.last(false).is_some());
        open.picks = picks;
        if let Some(mut state) = other {
            // Not what was expected of the file.
            if !open.has_moved() {
                open.position.open_at(state.place.min(open.content.end()));
                script = Some(state.script);
            }
            open.script.keep_quoted(state.keeps_quoted);
            if open.script.words().is_blank() {
                *open.script.words_mut() = std::mem::take(&mut state.words);
                script = script.or(Some(open.script.wanted()));
            }
            open.outline.expect(state);
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
        let (serial, cancel) = open.content.begin_inference();
        let corrections = open.outline.corrections();
        let wanted = Wanted {
            rules: corrections.rules().iter().cloned().chain(everywhere).collect(),
            edits: corrections.done().to_vec(),
            ticked: open.outline.ticked_places(open.document(), false),
        };
        vec![Effect::Run(Job::Infer {
            document: Arc::clone(open.content.document()),
            wanted,
            serial,
            cancel,
        })]
    }

    /// The reader reads without an outline.
    pub(in crate::session) fn stop_inferring(&mut self) -> Vec<Effect> {
        self.with_open(|open| open.content.stop_inference())
    }

    /// Hears how far the inference of that number is.
    pub(in crate::session) fn inferring(&mut self, (generation, number): (u64, u64), done: f32) {
        if let Some(open) = self.still_loading(generation) {
            open.content.note_inferred(number, done);
        }
    }

    /// The outline has come.
    pub(in crate::session) fn outlined(
        &mut self,
        (generation, number): (u64, u64),
        outlined: Outlined,
    ) -> Vec<Effect> {
        if self.still_loading(generation).is_some_and(|open| open.content.awaits_inference(number)) {
            return self.take_outlined(outlined);
        }
        Vec::new()
    }

    /// Puts the outline in. Place, selection, script and history are the reader's and stay.
    pub(super) fn take_outlined(&mut self, outlined: Outlined) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let Outlined { document, base, skipped, ticked, ticks, doubts } = outlined;
        open.content.finish(document);
        open.outline.begin((base, skipped), (ticked, ticks), doubts);
        if let Some(before) = open.before.take() {
            re_anchor(&before, open);
        } else {
            open.outline.fold_due(open.content.document().outline());
        }
        let given_up = open.document().inferred().is_some_and(|inferred| inferred.outline().is_given_up());
        let skipped = open.outline.corrections().skipped();
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
