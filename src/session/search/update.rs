//! Searching: typing starts a job, its hits come in batches, and the reader steps from one to the next.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use crate::search::Query;
use crate::session::{Effect, Job, OpenDocument, Session, SidePanel};
use crate::text::{SourceRange, is_line_end};

/// The longest selection that is taken over as what to search for, in bytes.
const LONGEST_TAKEN: usize = 90;

impl Session {
    /// Shows the search panel, with the selected words in its field if there are a few.
    pub(in crate::session) fn open_search(&mut self) -> Vec<Effect> {
        self.open_panel(SidePanel::Search);
        let Some(open) = &self.open else { return Vec::new() };
        let is_done = self.search.of == Some(open.generation());
        self.search.origin = open.place();
        let text = open.document().text();
        let selected =
            open.position.selection().map(|selection| selection.range().slice(text)).unwrap_or_default();
        let mut effects = vec![Effect::FocusSearch];
        let fits = !selected.trim().is_empty() && selected.len() <= LONGEST_TAKEN;
        if fits && !selected.contains(is_line_end) && selected != self.search.words {
            self.search.words = selected.to_owned();
            self.search.regex = false;
            effects.extend(self.search_anew());
        } else if !is_done {
            effects.extend(self.search_anew());
        }
        effects
    }

    /// Takes over what stands in the field.
    pub(in crate::session) fn search_for(&mut self, words: String, regex: bool) -> Vec<Effect> {
        if self.search.words == words && self.search.regex == regex {
            return Vec::new();
        }
        self.search.words = words;
        self.search.regex = regex;
        self.search_anew()
    }

    /// Searches the document that is open for what stands in the field.
    pub(in crate::session) fn search_anew(&mut self) -> Vec<Effect> {
        self.stop_search();
        let is_shown = self.shows_search();
        let search = &mut self.search;
        search.error = None;
        // Until all the text has come there is nothing to be sure of.
        let ready = |open: &&OpenDocument| is_shown && open.has_all_text();
        let Some(open) = self.open.as_ref().filter(ready) else { return Vec::new() };
        let query =
            if search.regex { Query::regex(&search.words) } else { Ok(Query::literal(&search.words)) };
        match query {
            Ok(Some(query)) => {
                search.searched = Some(0);
                search.of = Some(open.generation());
                let (document, cancel) = (Arc::clone(open.content.document()), Arc::clone(&search.cancel));
                let serial = (open.generation(), search.serial);
                let presentation = open.presentation();
                vec![Effect::Run(Job::Search { document, query, presentation, serial, cancel })]
            }
            Ok(None) => Vec::new(),
            Err(error) => {
                search.error = Some(error);
                Vec::new()
            }
        }
    }

    /// Another document was opened: the panel stays, and its words are searched for in that one.
    pub(in crate::session) fn search_in_new(&mut self) -> Vec<Effect> {
        self.search.origin = self.open.as_ref().map(OpenDocument::place).unwrap_or_default();
        self.search_anew()
    }

    /// Other words are shown than before: they are searched, and the reader stays where he is.
    pub(in crate::session) fn search_where_shown(&mut self) -> Vec<Effect> {
        let search = &mut self.search;
        let at = search.current.and_then(|current| search.hits.get(current)).map(|hit| hit.start);
        let effects = self.search_anew();
        if let (false, Some(open)) = (effects.is_empty(), &self.open) {
            self.search.origin = at.unwrap_or(open.place());
            self.search.stays = true;
        }
        effects
    }

    fn stop_search(&mut self) {
        let search = &mut self.search;
        search.cancel.store(true, Ordering::Relaxed);
        search.cancel = Arc::default();
        search.serial += 1;
        search.hits = Vec::new();
        search.current = None;
        search.searched = None;
        search.stays = false;
        search.of = None;
    }

    /// More hits have come; `searched` bytes of the text are done, `None`: all of it.
    pub(in crate::session) fn found(
        &mut self,
        serial: (u64, u64),
        hits: Vec<SourceRange>,
        searched: Option<usize>,
    ) -> Vec<Effect> {
        let is_shown = self.shows_search();
        let Some(open) = &self.open else { return Vec::new() };
        let search = &mut self.search;
        if serial != (open.generation(), search.serial) {
            return Vec::new();
        }
        search.hits.extend(hits);
        search.searched = searched;
        // Who has put the panel away reads on.
        if search.current.is_some() || !is_shown {
            return Vec::new();
        }
        // The first hit from where the reader was; from the top where there is none below.
        let below = search.hits.partition_point(|hit| hit.start < search.origin);
        if search.stays {
            search.current = (below < search.hits.len()).then_some(below);
            return Vec::new();
        }
        match (below < search.hits.len(), searched) {
            (true, _) => self.go_to_hit(below),
            (false, None) if !search.hits.is_empty() => self.go_to_hit(0),
            (false, None) => self.return_to_origin(),
            (false, Some(_)) => Vec::new(),
        }
    }

    /// Nothing was found: back from where fewer words had led.
    fn return_to_origin(&mut self) -> Vec<Effect> {
        let (search, Some(open)) = (&mut self.search, &mut self.open) else { return Vec::new() };
        if open.position.jump().serial == search.jumped {
            open.position.go(search.origin);
            search.jumped = open.position.jump().serial;
        }
        Vec::new()
    }

    /// Goes to the next hit or the one before, round at the ends; opens the panel where it is closed.
    pub(in crate::session) fn step_hits(&mut self, forward: bool) -> Vec<Effect> {
        let mut effects = Vec::new();
        if !self.shows_search() {
            effects = self.open_search();
        }
        let count = self.search.hits.len();
        if count == 0 {
            return effects;
        }
        let next = match (self.search.current, forward) {
            (Some(current), true) => (current + 1) % count,
            (Some(current), false) => (current + count - 1) % count,
            (None, _) => 0,
        };
        effects.extend(self.go_to_hit(next));
        effects
    }

    /// Goes to the hit of that 0-based index. Steps from hit to hit leave one place in the history, where the
    /// reader was before the first.
    pub(in crate::session) fn go_to_hit(&mut self, index: usize) -> Vec<Effect> {
        let (Some(hit), Some(open)) = (self.search.hits.get(index), &mut self.open) else {
            return Vec::new();
        };
        let document = open.document();
        if document.hints().furniture_at(hit.start).is_some() && !document.shows_furniture() {
            open.content.replace(document.with_furniture(true));
        }
        self.search.current = Some(index);
        self.search.jumped = open.position.show_hit(hit.start, self.search.jumped);
        Vec::new()
    }
}
