//! The review: it runs as a job, and what the reader decides about its finds becomes a step that can be undone.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::picks::{Always, UndoStep};
use super::{Finds, Standing, Verdict};
use crate::script::{ConvertError, Decision, Dictionary, Pick};
use crate::session::{Effect, Job, NoticeKind, OpenDocument, ReviewChange, Session, SidePanel};

impl Session {
    pub(in crate::session) fn change_review(&mut self, change: ReviewChange) -> Vec<Effect> {
        match change {
            ReviewChange::Again => self.review_anew(),
            ReviewChange::Stop => {
                self.stop_review();
                Vec::new()
            }
            ReviewChange::GoTo(at) => self.go_to_find(at),
            ReviewChange::Decide(at, verdict) => self.decide(&[at], verdict),
            ReviewChange::DecideAlike(at, verdict) => {
                let alike = self.review.finds.as_ref().map(|finds| finds.alike(at)).unwrap_or_default();
                self.decide(&alike, verdict)
            }
            ReviewChange::Always { index, form, everywhere } => self.always(index, form, everywhere),
            ReviewChange::Doubtful(shown) => {
                self.review.doubtful_shown = shown;
                self.list_anew()
            }
            ReviewChange::Choices(shown) => {
                self.review.choices_shown = shown;
                self.list_anew()
            }
        }
    }

    /// Shows the panel and looks through the document, if that was not done yet.
    pub(super) fn open_review(&mut self) -> Vec<Effect> {
        let mut effects = self.open_panel(SidePanel::Review);
        self.stand();
        if self.review.finds.is_none() {
            effects.extend(self.review_anew());
        }
        effects
    }

    /// All the text has come: it is looked through where the panel is shown.
    pub(in crate::session) fn review_if_shown(&mut self) -> Vec<Effect> {
        let is_due = self.shows_review() && self.open.as_ref().is_some_and(OpenDocument::has_all_text);
        if is_due { self.open_review() } else { Vec::new() }
    }

    /// Forgets what was found in a document that is put away.
    pub(in crate::session) fn forget_review(&mut self) {
        self.stop_review();
        self.review.finds = None;
        self.review.current = None;
        self.stand();
    }

    pub(in crate::session) fn stop_review(&mut self) {
        let review = &mut self.review;
        review.cancel.store(true, Ordering::Relaxed);
        review.cancel = Arc::default();
        review.serial += 1;
        review.running = None;
    }

    fn review_anew(&mut self) -> Vec<Effect> {
        self.stop_review();
        let (review, Some(open)) = (&mut self.review, &self.open) else { return Vec::new() };
        review.running = Some(0.0);
        vec![Effect::Run(Job::Review {
            document: Arc::clone(open.content.document()),
            serial: (open.generation(), review.serial),
            cancel: Arc::clone(&review.cancel),
        })]
    }

    fn is_awaited(&self, serial: (u64, u64)) -> bool {
        let generation = self.open.as_ref().map(OpenDocument::generation);
        self.review.running.is_some() && Some(serial.0) == generation && serial.1 == self.review.serial
    }

    pub(in crate::session) fn reviewing(&mut self, serial: (u64, u64), share: f32) {
        if self.is_awaited(serial) {
            self.review.running = Some(share);
        }
    }

    pub(in crate::session) fn reviewed(
        &mut self,
        serial: (u64, u64),
        result: Result<Arc<Finds>, ConvertError>,
    ) -> Vec<Effect> {
        if !self.is_awaited(serial) {
            return Vec::new();
        }
        self.review.running = None;
        match result {
            Ok(finds) => {
                // Nothing is hidden where there is nothing else.
                self.review.doubtful_shown |= finds.sure().is_empty();
                self.review.finds = Some(finds);
            }
            Err(error) => self.notices.say(NoticeKind::NotConverted(error)),
        }
        self.review.current = None;
        self.stand();
        Vec::new()
    }

    /// What is listed has changed: a find that is listed no longer is let go.
    fn list_anew(&mut self) -> Vec<Effect> {
        self.review.edition += 1;
        self.review.current = self.review.current.filter(|at| self.review.is_listed(*at));
        Vec::new()
    }

    pub(in crate::session) fn stand(&mut self) {
        self.review.stand(self.open.as_ref(), &self.own_words);
    }

    fn go_to_find(&mut self, at: usize) -> Vec<Effect> {
        let (review, Some(open)) = (&mut self.review, &mut self.open) else { return Vec::new() };
        let find = review.finds.as_ref().and_then(|finds| finds.list().get(at)).copied();
        let Some(find) = find else { return Vec::new() };
        review.current = Some(at);
        review.jumped = open.position.show_hit(find.place.start, review.jumped);
        Vec::new()
    }

    /// Goes to the next open find or the one before, round at the ends; to any where none is open.
    pub(super) fn step_finds(&mut self, forward: bool) -> Vec<Effect> {
        let review = &self.review;
        let count = review.finds.as_ref().map_or(0, |finds| finds.list().len());
        let start = match (review.current, forward) {
            (Some(current), _) => current,
            (None, true) => count.saturating_sub(1),
            (None, false) => 0,
        };
        let around =
            (1..=count).map(|step| if forward { start + step } else { start + count - step } % count);
        let listed = around.filter(|at| review.is_listed(*at));
        let open = listed.clone().find(|at| review.standing(*at) == Standing::Open);
        let mut listed = listed;
        match open.or_else(|| listed.next()) {
            Some(at) => self.go_to_find(at),
            None => Vec::new(),
        }
    }

    /// Decides about the finds `places` and goes on to the next open one.
    pub(super) fn decide(&mut self, places: &[usize], verdict: Verdict) -> Vec<Effect> {
        let (Some(finds), Some(open)) = (&self.review.finds, &self.open) else { return Vec::new() };
        let text = open.document().text();
        let decision = |at: usize| match verdict {
            Verdict::Suggested => finds.decision(at, finds.suggestion(at)?.1),
            Verdict::Form(form) => finds.decision(at, form),
            Verdict::Keep => Some(Decision::Keep),
            Verdict::Open => Some(Decision::Open),
        };
        let picks =
            places.iter().filter_map(|at| Pick::new(text, finds.list().get(*at)?.place, decision(*at)?));
        let step = UndoStep { picks: picks.collect(), ..UndoStep::default() };
        let mut effects = self.take_step(step);
        let goes_on = verdict != Verdict::Open && places.iter().any(|at| self.review.current == Some(*at));
        if goes_on && self.review.progress().0 < self.review.progress().1 {
            effects.extend(self.step_finds(true));
        }
        effects
    }

    pub(super) fn accept_all_sure(&mut self) -> Vec<Effect> {
        let sure = self.review.finds.as_ref().map_or(0..0, |finds| finds.sure());
        let open: Vec<usize> = sure.filter(|at| self.review.standing(*at) == Standing::Open).collect();
        self.decide(&open, Verdict::Suggested)
    }

    pub(super) fn always_suggested(&mut self, at: usize) -> Vec<Effect> {
        let suggestion = self.review.finds.as_ref().and_then(|finds| finds.suggestion(at));
        suggestion.map_or_else(Vec::new, |(_, form)| self.always(at, form, false))
    }

    fn always(&mut self, at: usize, form: char, everywhere: bool) -> Vec<Effect> {
        let (Some(finds), Some(open)) = (&self.review.finds, &self.open) else { return Vec::new() };
        let entries = finds.entries(at, form);
        if entries.is_empty() {
            return Vec::new();
        }
        let added = entries.iter().fold(Dictionary::default(), |added, entry| added.with(entry));
        let replaced = if everywhere { &self.own_words } else { open.script.words() }.shared_with(&added);
        // What was decided about the place before would count for more.
        let decided = finds.list().get(at).filter(|find| open.picks.picked().decision(find.place).is_some());
        let picks = decided.and_then(|find| Pick::new(open.document().text(), find.place, Decision::Open));
        let always = Some(Always { everywhere, added, replaced });
        let mut effects = self.take_step(UndoStep { picks: picks.into_iter().collect(), always, after: 0 });
        if self.review.current == Some(at) && self.review.progress().0 < self.review.progress().1 {
            effects.extend(self.step_finds(true));
        }
        effects
    }

    fn take_step(&mut self, step: UndoStep) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        if step.picks.is_empty() && step.always.is_none() {
            return Vec::new();
        }
        let step = UndoStep { after: open.outline.corrections().done().len(), ..step };
        open.outline.forget_undone();
        open.picks.take(step.clone());
        self.step_taken(&step, true)
    }

    /// Undoes the last decision, or does the last undone one again.
    pub(in crate::session) fn undo_or_redo_picks(&mut self, forward: bool) -> Vec<Effect> {
        let Some(step) = self.open.as_mut().and_then(|open| open.picks.undo_or_redo(forward)) else {
            return Vec::new();
        };
        let mut effects = self.step_taken(&step, forward);
        if let Some(at) = self.find_of(&step).filter(|_| self.shows_review()) {
            effects.extend(self.go_to_find(at));
        }
        effects
    }

    /// The listed find that a step was about first.
    fn find_of(&self, step: &UndoStep) -> Option<usize> {
        let finds = self.review.finds.as_ref()?;
        let place = step.picks.first().and_then(Pick::place);
        let word = step.always.as_ref().and_then(|always| always.added.words().next());
        let of_word = |at: usize| word.is_some_and(|(_, own)| finds.word(at) == own.word);
        let mut all = finds.list().iter().enumerate();
        let found = all.find(|(at, find)| match place {
            Some(place) => find.place == place,
            None => of_word(*at),
        });
        found.map(|(at, _)| at).filter(|at| self.review.is_listed(*at))
    }

    /// Shows the text as it is after a step, and writes down what it changed.
    fn step_taken(&mut self, step: &UndoStep, done: bool) -> Vec<Effect> {
        let mut effects = Vec::new();
        if let Some(always) = &step.always {
            effects.extend(self.put_own_words(always.everywhere, |words| always.put(words, done)));
        }
        effects.extend(self.keep());
        effects.extend(self.show_again());
        self.stand();
        effects
    }
}
