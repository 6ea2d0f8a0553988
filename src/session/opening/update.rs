//! Opening and putting away: a document comes in as a job's report, and the newest opening wins.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::content::{Content, Extent};
use crate::decode::Encoding;
use crate::document::Document;
use crate::outline::SectionId;
use crate::session::files::{FileError, FileErrorKind};
use crate::session::jobs::{Known, OpenJob};
use crate::session::library::{DocumentState, Record};
use crate::session::message::{Loaded, Opened};
use crate::session::outline::state::OutlineState;
use crate::session::reading::position::Position;
use crate::session::save;
use crate::session::script::state::ShownScript;
use crate::session::{
    Effect, Job, Loading, NoticeKind, OpenDocument, Picks, Session, SidePanel, Source, Stage,
};
use crate::text::SourceOffset;

/// What the sample is called; its first lines are a web page's, as in real documents.
const SAMPLE_NAME: &str = "小鎮公共事務座談會上的發言";

impl Session {
    pub(in crate::session) fn start_opening(
        &mut self,
        source: Source,
        encoding: Option<Encoding>,
    ) -> Vec<Effect> {
        let source = source.absolute();
        self.cancel();
        self.generation += 1;
        let cancel = Arc::new(AtomicBool::new(false));
        let generation = self.generation;
        self.loading = Some(Loading {
            source: source.clone(),
            stage: Stage::Reading(0.0),
            cancel: Arc::clone(&cancel),
            generation,
        });
        let open =
            self.open.as_ref().filter(|open| *open.source() == source && open.content.hash().is_some());
        let known = Known {
            state: open.map(|open| Box::new(open.state())),
            hash: source.path().and_then(|path| self.state.content_of(path)).map(str::to_owned),
        };
        let rules = self.settings.rules.clone();
        let job = OpenJob { source, encoding, rules, known, generation, cancel };
        vec![Effect::Run(Job::Open(job))]
    }

    /// Puts documents that cannot be shown beside the open one among the recent files.
    pub(in crate::session) fn keep_for_later(&mut self, sources: Vec<Source>) -> Vec<Effect> {
        let kept = sources.into_iter().map(Source::absolute).rev();
        let kept = kept.filter_map(|source| source.path().map(|path| self.state.remember(path))).count();
        if kept == 0 {
            return Vec::new();
        }
        self.notices.say(NoticeKind::KeptForLater(kept));
        vec![save(Record::State(self.state.clone()))]
    }

    pub(in crate::session) fn open_again(&mut self, encoding: Option<Encoding>) -> Vec<Effect> {
        let effects = self.keep();
        match self.open.as_ref().map(|open| open.source().clone()) {
            Some(source) => effects.into_iter().chain(self.start_opening(source, encoding)).collect(),
            None => Vec::new(),
        }
    }

    pub(in crate::session) fn cancel(&mut self) -> Vec<Effect> {
        if let Some(loading) = self.loading.take() {
            loading.cancel.store(true, Ordering::Relaxed);
        }
        Vec::new()
    }

    pub(in crate::session) fn close(&mut self) -> Vec<Effect> {
        let mut effects = self.keep();
        self.open = None;
        self.leave_panel();
        self.forget_review();
        self.notices.dismiss_news();
        self.state.reopen = false;
        effects.push(save(Record::State(self.state.clone())));
        effects
    }

    pub(in crate::session) fn opened(
        &mut self,
        generation: u64,
        result: Result<Box<Opened>, FileError>,
    ) -> Vec<Effect> {
        let Some(loading) = self.loading.take_if(|loading| loading.generation == generation) else {
            return Vec::new();
        };
        let opened = match result {
            Ok(opened) => *opened,
            Err(error) => {
                if !matches!(error.kind, FileErrorKind::Cancelled) {
                    self.notices.say(NoticeKind::NotOpened(error));
                }
                return Vec::new();
            }
        };
        let mut effects = self.keep();
        self.notices.dismiss_of_document();
        if !self.side_panel.as_ref().is_some_and(SidePanel::outlives_document) {
            self.leave_panel();
        }
        self.forget_review();
        if let Some(path) = loading.source.path() {
            self.state.remember(path);
        }
        self.state.reopen = loading.source.path().is_some();
        self.state.started = true;
        effects.push(save(Record::State(self.state.clone())));
        let known = self.open.take().filter(|known| *known.source() == loading.source);
        effects.extend(self.begin_reading(&loading, opened, known));
        effects.extend(self.search_in_new());
        let script = self.open.as_ref().map(|open| open.script.wanted()).unwrap_or_default();
        let script = self.compared_with(script);
        effects.extend(self.show(script));
        effects.extend(self.review_if_shown());
        effects
    }

    /// Opens what has come. `known` is the same file as it was before, if it was being read.
    fn begin_reading(
        &mut self,
        loading: &Loading,
        opened: Opened,
        known: Option<OpenDocument>,
    ) -> Vec<Effect> {
        let Opened { encoding, stamp, told, state, loaded } = opened;
        for kind in told {
            self.notices.say(kind);
        }
        let (document, extent, rest) = match loaded {
            Loaded::Part { document, base, of } => (Arc::new(document), Extent::Part { base, of }, None),
            Loaded::Text(document) => (document, Extent::Text(0.0), None),
            Loaded::Whole { outlined, remembered } => {
                let document = outlined.document.clone();
                (Arc::new(document), Extent::Text(0.0), Some((outlined, remembered)))
            }
        };
        let mut open = open_document(loading, (document, extent), state);
        open.content = open.content.read_as(encoding, stamp);
        if let Some(mut known) = known {
            // The same file read again: the reader finds it as it was left.
            open.script.want(known.script.own());
            if known.document().text().len() == open.document().text().len() {
                open.position.select(known.position.selection());
            }
            open.position.open_at(known.place().min(open.content.end()));
            open.before = Some(known.before.take().unwrap_or_else(|| Box::new(known)));
        }
        let generation = open.generation();
        self.open = Some(open);
        self.text_loaded();
        let Some((outlined, remembered)) = rest else { return Vec::new() };
        let mut effects = self.recall(generation, *remembered);
        effects.extend(self.take_outlined(*outlined));
        effects
    }

    /// All the text is there now, unless it is a part still: what waited for it is done.
    pub(super) fn text_loaded(&mut self) {
        self.keep_or_join_lines();
        let Some(open) = self.open.as_ref().filter(|open| open.has_all_text()) else { return };
        let decoded = open.document().decoded();
        for remark in open.document().remarks().iter().filter(|remark| remark.is_a_loss()) {
            self.notices.say(NoticeKind::Remark(remark.clone()));
        }
        if decoded.text.trim().is_empty() {
            self.notices.say(NoticeKind::Empty);
        } else if decoded.binary {
            self.notices.say(NoticeKind::Binary);
        } else if decoded.lossy {
            self.notices.say(NoticeKind::Lossy { encoding: decoded.encoding });
        }
    }
}

fn open_document(
    loading: &Loading,
    (document, extent): (Arc<Document>, Extent),
    mut state: DocumentState,
) -> OpenDocument {
    let base = if let Extent::Part { base, .. } = extent { base } else { 0 };
    let place = SourceOffset::new(state.place.get().saturating_sub(base).min(document.text().len()));
    let name = match &loading.source {
        Source::Path(path) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        Source::Sample => SAMPLE_NAME.to_owned(),
        Source::Text(_) | Source::Stdin => {
            let first = document.blocks().first().map_or("", |block| block.range().slice(document.text()));
            first.chars().take(24).collect()
        }
    };
    let words = std::mem::take(&mut state.words);
    let cautioned = std::mem::take(&mut state.cautioned);
    let mut position = Position::default();
    position.open_at(place);
    OpenDocument {
        script: ShownScript::wanting(state.script, state.keeps_quoted, words, cautioned),
        outline: OutlineState::remembered(&document, state),
        content: Content::new(loading, (document, extent), name),
        position,
        picks: Picks::default(),
        before: None,
    }
}

/// Gives `open` the folds of `known`, which is the same file as it was before, and the place in it where
/// the reader has not gone on.
pub(super) fn re_anchor(known: &OpenDocument, open: &mut OpenDocument) {
    let same = same_sections(known.document(), open.document());
    let now = |id: SectionId| same.get(id.index()).copied().flatten();
    open.outline.take_folds(&known.outline, open.content.document().outline(), now);
    if known.content.hash() == open.content.hash() {
        return;
    }
    open.position.select(None);
    if open.has_moved() {
        return;
    }
    if let Some((old, new)) = known.current().and_then(|id| Some((id, now(id)?))) {
        let start =
            |open: &OpenDocument, id| open.document().outline().get(id).map(|section| section.span.start);
        if let (Some(was), Some(is)) = (start(known, old), start(open, new)) {
            let to = SourceOffset::new(is.get() + (known.place().get() - was.get()));
            open.position.go(to.min(open.content.end()));
        }
    }
}

/// For each section of `old` the one of `new` with the same heading: the first with the first, and so on.
fn same_sections(old: &Document, new: &Document) -> Vec<Option<SectionId>> {
    let mut named: HashMap<&str, VecDeque<SectionId>> = HashMap::new();
    for id in new.outline().ids() {
        let heading =
            new.outline().get(id).map_or("", |section| section.heading(new.text()).slice(new.text()));
        named.entry(heading).or_default().push_back(id);
    }
    let sections = old.outline().sections().iter();
    sections
        .map(|section| named.get_mut(section.heading(old.text()).slice(old.text()))?.pop_front())
        .collect()
}
