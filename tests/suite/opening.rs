//! Opening a long document: its text can be read before its outline is there, and what the reader does meanwhile stays.

use std::sync::Arc;

use gangmu::decode::{Decoded, decode, part};
use gangmu::document::Document;
use gangmu::export::{Selection, Tick};
use gangmu::outline::SectionId;
use gangmu::outline::edit::Edit;
use gangmu::outline::rules::Rule;
use gangmu::script::Script;
use gangmu::session::jobs::{OpenJob, Wanted};
use gangmu::session::library::{DocumentState, Record};
use gangmu::session::message::{Loaded, Opened, Outlined, Remembered};
use gangmu::session::outline::ticked_places::Ticked;
use gangmu::session::{
    Action, Done, Effect, Extent, Job, Message, OpeningDone, OpeningMessage, OutlineDone, OutlineMessage,
    ReadingMessage, Session, Source, TextSelection,
};
use gangmu::text::{SourceOffset, SourceRange};

use crate::support::Folder;

/// Some 60 bytes for each section.
pub(super) fn text(sections: usize) -> String {
    (1..=sections).map(|n| format!("講話 篇{n}\n一、看天\n天晴才幹活。\n二、看地\n地濕不幹活。\n")).collect()
}

fn readable(text: &str) -> Document {
    Document::readable(Decoded { text: text.to_owned(), encoding: "UTF-8", ..Decoded::default() })
}

/// What the job that infers an outline reports.
fn outlined(document: &Document, wanted: &Wanted) -> Outlined {
    let inferred = document.infer(&mut |_| std::ops::ControlFlow::Continue(())).continue_value().unwrap();
    let outline = Arc::clone(inferred.outline());
    let edited = outline.edited(document.text(), &wanted.edits);
    let document = document.with_inferred(Arc::new(inferred), edited.outline);
    let ticked = Ticked::placed(&wanted.ticked, &document);
    let ticks = Selection::of_places(&document, ticked.ranges());
    let doubts = document.outline().doubts();
    Outlined { document, base: outline, skipped: edited.skipped, ticked, ticks, doubts }
}

/// A session with the jobs that it wants done, which are done by hand.
struct Fixture {
    session: Session,
    jobs: Vec<Job>,
    saved: Vec<DocumentState>,
}

impl Fixture {
    fn new() -> Self {
        Self { session: Session::default(), jobs: Vec::new(), saved: Vec::new() }
    }

    fn say(&mut self, message: Message) {
        for effect in self.session.update(message) {
            match effect {
                Effect::Run(Job::Save(Record::Document { state, .. })) => self.saved.push(state),
                Effect::Run(Job::Save(_)) => {}
                Effect::Run(job) => self.jobs.push(job),
                _ => {}
            }
        }
    }

    fn done(&mut self, done: Done) {
        self.say(Message::Done(done));
    }

    fn open(&self) -> &gangmu::session::OpenDocument {
        self.session.open.as_ref().unwrap()
    }

    /// Begins to open `source`; the generation.
    fn begin(&mut self, source: Source) -> u64 {
        self.say(Message::Opening(OpeningMessage::Open(source)));
        match self.jobs.pop() {
            Some(Job::Open(OpenJob { generation, .. })) => generation,
            job => panic!("{job:?}"),
        }
    }

    fn opened(&mut self, generation: u64, loaded: Loaded, state: DocumentState) {
        let opened = Opened { encoding: None, stamp: None, told: Vec::new(), state, loaded };
        self.done(Done::Opening(OpeningDone::Opened { generation, result: Ok(Box::new(opened)) }));
    }

    fn remembered(&mut self, generation: u64, other: Option<DocumentState>) {
        let remembered = Remembered { hash: "ab".into(), other, ..Remembered::default() };
        self.done(Done::Opening(OpeningDone::Remembered { generation, remembered: Box::new(remembered) }));
    }

    /// Opens `text` as far as the inference of its outline has begun; what that wants.
    fn reading(text: &str, state: DocumentState) -> (Self, Wanted, (u64, u64)) {
        let mut fixture = Self::new();
        let generation = fixture.begin(Source::Text(text.into()));
        fixture.opened(generation, Loaded::Text(Arc::new(readable(text))), state);
        fixture.remembered(generation, None);
        let (wanted, serial) = fixture.inference();
        (fixture, wanted, serial)
    }

    /// The inference that is wanted.
    fn inference(&mut self) -> (Wanted, (u64, u64)) {
        match self.jobs.pop() {
            Some(Job::Infer { wanted, serial, .. }) => (wanted, serial),
            job => panic!("{job:?}"),
        }
    }

    fn outlined(&mut self, wanted: &Wanted, serial: (u64, u64)) {
        let outlined = Box::new(outlined(self.open().document(), wanted));
        self.done(Done::Outline(OutlineDone::Outlined { serial, outlined }));
    }
}

#[test]
fn the_text_is_read_while_the_outline_is_inferred_and_nothing_moves_when_it_comes() {
    let text = text(50);
    let (mut fixture, wanted, serial) = Fixture::reading(&text, DocumentState::default());
    assert!(fixture.session.loading.is_none());
    assert_eq!(fixture.open().document().text(), text);
    for action in [Action::Export, Action::Filter, Action::ToggleRules, Action::TickAll, Action::NextSection]
    {
        assert!(!fixture.session.is_enabled(action), "{action:?}");
    }
    for action in [Action::Search, Action::GoTo, Action::SelectAll, Action::Show(Script::Hans)] {
        assert!(fixture.session.is_enabled(action), "{action:?}");
    }
    let at = |n| SourceOffset::new(text.find(&format!("篇{n}\n")).unwrap());
    fixture.say(Message::Reading(ReadingMessage::Place(at(10))));
    fixture.say(Message::Reading(ReadingMessage::GoToPlace(at(30))));
    fixture.say(Message::Reading(ReadingMessage::Select(Some(TextSelection::of(SourceRange::new(
        at(30).get(),
        at(31).get(),
    ))))));
    fixture.done(Done::Outline(OutlineDone::Inferring { serial, share: 0.5 }));
    assert_eq!(fixture.open().content.extent(), Extent::Text(0.5));
    let (jump, selection) = (fixture.open().position.jump(), fixture.open().position.selection());
    fixture.outlined(&wanted, serial);
    let open = fixture.open();
    assert_eq!((open.place(), open.position.jump(), open.position.selection()), (at(30), jump, selection));
    assert_eq!(open.document().outline().sections().len(), 150);
    assert_eq!(open.content.extent(), Extent::Whole);
    fixture.say(Message::Act(Action::Back));
    assert_eq!(fixture.open().place(), at(10));
    assert!(fixture.session.is_enabled(Action::Export));
}

#[test]
fn corrections_that_are_remembered_hold_when_the_outline_comes() {
    let text = text(3);
    let whole = readable(&text);
    let inferred =
        outlined(&whole, &Wanted { rules: Vec::new(), edits: Vec::new(), ticked: Vec::new() }).document;
    let change = gangmu::outline::edit::Change::Name(Some("天氣".into()));
    let scope = gangmu::outline::edit::Scope::One;
    let edit: Edit = inferred.outline().edit(&text, SectionId::new(1), scope, change).unwrap();
    let rule = Rule { pattern: "地".into(), level: 3 };
    let state = DocumentState {
        edits: vec![edit.clone()],
        rules: vec![rule.clone()],
        ..DocumentState::new(SourceOffset::new(0), Script::Source)
    };
    let (mut fixture, wanted, serial) = Fixture::reading(&text, state);
    assert_eq!((wanted.edits.as_slice(), wanted.rules.as_slice()), (&[edit.clone()][..], &[rule][..]));
    assert!(!fixture.session.is_enabled(Action::Undo));
    fixture.outlined(&wanted, serial);
    assert_eq!(fixture.open().document().outline().name(SectionId::new(1)), Some("天氣"));
    assert!(fixture.session.is_enabled(Action::Undo));
    fixture.say(Message::Act(Action::Undo));
    assert_eq!(fixture.open().document().outline().name(SectionId::new(1)), None);
    assert_eq!(fixture.open().outline.corrections().undone(), [edit]);
}

#[test]
fn what_is_remembered_under_another_name_leads_to_its_place_unless_the_reader_has_gone_on() {
    let text = text(50);
    let there = SourceOffset::new(text.find("篇40").unwrap());
    let state = DocumentState::new(there, Script::Source);
    for (moved, place) in [(false, there), (true, SourceOffset::new(text.find("篇7\n").unwrap()))] {
        let mut fixture = Fixture::new();
        let generation = fixture.begin(Source::Text(text.as_str().into()));
        fixture.opened(generation, Loaded::Text(Arc::new(readable(&text))), DocumentState::default());
        if moved {
            fixture.say(Message::Reading(ReadingMessage::Place(place)));
        }
        fixture.remembered(generation, Some(state.clone()));
        assert_eq!(fixture.open().place(), place);
    }
}

#[test]
fn nothing_is_written_down_before_it_is_known_where() {
    let text = text(3);
    let mut fixture = Fixture::new();
    let generation = fixture.begin(Source::Text(text.as_str().into()));
    fixture.opened(generation, Loaded::Text(Arc::new(readable(&text))), DocumentState::default());
    assert!(fixture.session.remembered_place().is_none());
    fixture.remembered(generation, None);
    assert!(fixture.session.remembered_place().is_some());
}

#[test]
fn without_an_outline_the_text_stays_and_the_outline_can_be_inferred_after_all() {
    let text = text(20);
    let rule = Rule { pattern: "地".into(), level: 3 };
    let state = DocumentState {
        rules: vec![rule.clone()],
        ..DocumentState::new(SourceOffset::new(0), Script::Source)
    };
    let (mut fixture, wanted, serial) = Fixture::reading(&text, state);
    fixture.say(Message::Act(Action::StopInferring));
    assert_eq!(fixture.open().content.extent(), Extent::Stopped);
    assert!(!fixture.session.is_enabled(Action::StopInferring));
    // It was done just then.
    fixture.outlined(&wanted, serial);
    assert!(fixture.open().document().outline().sections().is_empty());
    // As a whole it can be exported.
    assert!(fixture.session.is_enabled(Action::Search) && fixture.session.is_enabled(Action::Export));
    assert_eq!(fixture.open().state().rules, [rule], "what is remembered is not lost");
    fixture.say(Message::Act(Action::Infer));
    let (wanted, second) = fixture.inference();
    fixture.outlined(&wanted, serial);
    assert!(!fixture.open().is_inferred(), "that was the first one");
    fixture.outlined(&wanted, second);
    assert!(fixture.open().is_inferred());
}

#[test]
fn the_inference_is_stopped_when_nobody_waits_for_it() {
    let text = text(3);
    for how in [Action::StopInferring, Action::Close] {
        let mut fixture = Fixture::new();
        let generation = fixture.begin(Source::Text(text.as_str().into()));
        fixture.opened(generation, Loaded::Text(Arc::new(readable(&text))), DocumentState::default());
        fixture.remembered(generation, None);
        let Some(Job::Infer { cancel, .. }) = fixture.jobs.pop() else { panic!("no inference") };
        assert!(!cancel.load(std::sync::atomic::Ordering::Relaxed));
        fixture.say(Message::Act(how));
        assert!(cancel.load(std::sync::atomic::Ordering::Relaxed), "{how:?}");
    }
}

#[test]
fn an_outline_that_comes_after_another_document_was_opened_is_dropped() {
    let (mut fixture, wanted, serial) = Fixture::reading(&text(20), DocumentState::default());
    let late = outlined(fixture.open().document(), &wanted);
    let other = "別的文字。\n".to_owned();
    let generation = fixture.begin(Source::Text(other.as_str().into()));
    fixture.done(Done::Outline(OutlineDone::Inferring { serial, share: 0.25 }));
    assert_eq!(fixture.open().content.extent(), Extent::Text(0.25), "the other is not there yet");
    fixture.opened(generation, Loaded::Text(Arc::new(readable(&other))), DocumentState::default());
    fixture.done(Done::Outline(OutlineDone::Outlined { serial, outlined: Box::new(late) }));
    assert_eq!(fixture.open().document().text(), other);
    assert_eq!(fixture.open().content.extent(), Extent::Text(0.0));
    fixture.say(Message::Act(Action::Close));
    fixture.remembered(generation, None);
    assert!(fixture.session.open.is_none() && fixture.jobs.is_empty());
}

#[test]
fn a_part_becomes_the_whole_around_what_is_read() {
    let text = text(20_000);
    let place = SourceOffset::new(text.find("篇9000\n").unwrap());
    let mut fixture = Fixture::new();
    let generation = fixture.begin(Source::Text(text.as_str().into()));
    let part = part(text.as_bytes(), None, place.get()).unwrap();
    let (base, of) = (part.base, part.of);
    let loaded = Loaded::Part { document: Document::readable(part.decoded), base, of };
    fixture.opened(generation, loaded, DocumentState::new(place, Script::Source));
    let seen = |fixture: &Fixture| {
        let open = fixture.open();
        open.document().text().get(open.place().get()..).unwrap().chars().take(9).collect::<String>()
    };
    assert_eq!(seen(&fixture), text.get(place.get()..).unwrap().chars().take(9).collect::<String>());
    let share = fixture.open().progress();
    for action in [Action::Search, Action::GoTo, Action::SelectAll, Action::StopInferring] {
        assert!(!fixture.session.is_enabled(action), "{action:?}");
    }
    let back = |text: &str| SourceOffset::new(text.find("篇9002\n").unwrap());
    fixture.say(Message::Reading(ReadingMessage::GoToPlace(back(fixture.open().document().text()))));
    let from = fixture.open().place().get();
    fixture.say(Message::Reading(ReadingMessage::Select(Some(TextSelection::of(SourceRange::new(
        from,
        from + 7,
    ))))));
    fixture.done(Done::Opening(OpeningDone::Decoded { generation, document: Arc::new(readable(&text)) }));
    assert_eq!(fixture.open().document().text().len(), text.len());
    assert_eq!(fixture.open().place(), back(&text));
    assert_eq!(fixture.open().position.selection().unwrap().range().slice(&text), "篇9002");
    assert!((fixture.open().progress() - share).abs() < 1e-3);
    assert!(fixture.session.is_enabled(Action::Search));
    fixture.say(Message::Act(Action::Back));
    assert_eq!(fixture.open().place(), place);
    assert!(fixture.jobs.is_empty(), "first it must be known what is remembered");
    fixture.remembered(generation, None);
    fixture.inference();
}

#[test]
fn a_part_that_was_judged_wrongly_gives_way() {
    let text = text(20_000);
    let mut fixture = Fixture::new();
    let generation = fixture.begin(Source::Text(text.as_str().into()));
    let decoded = decode("ĵӣ\n".repeat(90_000).into_bytes(), None);
    let loaded = Loaded::Part { document: Document::readable(decoded), base: 0, of: text.len() };
    fixture.opened(generation, loaded, DocumentState::default());
    fixture.say(Message::Reading(ReadingMessage::GoToPlace(SourceOffset::new(500))));
    fixture.done(Done::Opening(OpeningDone::Decoded { generation, document: Arc::new(readable(&text)) }));
    let open = fixture.open();
    assert!(text.is_char_boundary(open.place().get()) && !open.position.can_go_back());
}

#[test]
fn a_file_read_again_keeps_ticks_folds_and_place_when_its_outline_comes() {
    let folder = Folder::new();
    let path = folder.file("a.txt", "");
    let old = text(20);
    let mut fixture = Fixture::new();
    let loaded = |text: &str| Loaded::Text(Arc::new(readable(text)));
    let generation = fixture.begin(Source::Path(path.clone()));
    fixture.opened(generation, loaded(&old), DocumentState::default());
    fixture.remembered(generation, None);
    let (wanted, serial) = fixture.inference();
    fixture.outlined(&wanted, serial);
    fixture.say(Message::Outline(OutlineMessage::Tick(SectionId::new(4))));
    fixture.say(Message::Outline(OutlineMessage::Fold { id: SectionId::new(6), deep: false }));
    fixture.say(Message::Reading(ReadingMessage::GoTo(SectionId::new(9))));
    let new = format!("又一篇序言，比從前長。\n{old}");
    fixture.say(Message::Act(Action::Reload));
    let Some(Job::Open(OpenJob { generation, known, .. })) = fixture.jobs.pop() else { panic!("not read") };
    fixture.opened(generation, loaded(&new), *known.state.unwrap());
    let remembered = Remembered { hash: "cd".into(), ..Remembered::default() };
    fixture.done(Done::Opening(OpeningDone::Remembered { generation, remembered: Box::new(remembered) }));
    let (wanted, serial) = fixture.inference();
    fixture.outlined(&wanted, serial);
    let open = fixture.open();
    assert_eq!(open.outline.ticks().state(SectionId::new(4)), Tick::On);
    assert_eq!(open.outline.ticks().count(), 1);
    assert!(open.outline.folds().contains(SectionId::new(6)));
    assert_eq!(open.current(), Some(SectionId::new(9)));
}
