//! Ticks: what of them outlives corrections, another document and another start.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use gangmu::outline::edit::Scope;
use gangmu::outline::{PointId, SectionId};
use gangmu::session::library::Record;
use gangmu::session::{
    Action, Correction, Effect, Job, Jobs, Library, Message, OpenDocument, OpeningMessage, OutlineMessage,
    Session, Source,
};
use proptest::prelude::*;

use crate::support::{Folder, keep};

const TEXT: &str = "\
讀書會

各位：今天兩件事，一是修渠，二是讀書。

一、修渠

（一）清淤

先清上游。

（二）補堤

夯土種柳。

二、讀書

今年要做三件事：一是買書；二是借書；三是還書。

三、歌會

中秋夜唱歌。
";

/// A session that remembers in a folder, with its jobs.
struct Fixture {
    session: Session,
    jobs: Jobs,
    library: Library,
}

impl Fixture {
    /// Opens `source` on what is remembered in `folder`.
    fn open(folder: &Path, source: Source) -> Self {
        let library = Library::below(folder);
        let (settings, state, _) = library.load();
        let jobs = Jobs::new(Some(Library::below(folder)), Arc::new(|| {}));
        let mut fixture = Self { session: Session::new(settings, state), jobs, library };
        fixture.say(Message::Opening(OpeningMessage::Open(source)));
        let began = Instant::now();
        while !fixture
            .session
            .open
            .as_ref()
            .is_some_and(|open| open.is_inferred() && open.content.hash().is_some())
        {
            match fixture.jobs.try_recv() {
                Some(done) => fixture.say(Message::Done(done)),
                None => std::thread::sleep(Duration::from_millis(1)),
            }
            assert!(began.elapsed() < Duration::from_secs(100), "the document never opens");
        }
        fixture
    }

    fn text(folder: &Folder) -> Self {
        Self::open(&folder.path(""), Source::Text(TEXT.into()))
    }

    /// What is to be kept is written at once; other jobs run.
    fn say(&mut self, message: Message) {
        for effect in self.session.update(message) {
            match effect {
                Effect::Run(Job::Save(record)) => drop(keep(&self.library, &record)),
                Effect::Run(job) => self.jobs.run(job),
                _ => {}
            }
        }
    }

    fn doc(&self) -> &OpenDocument {
        self.session.open.as_ref().unwrap()
    }

    /// What is ticked: the preamble as `0`, sections by heading, points apart from their sections by marker.
    fn ticked(&self) -> Vec<String> {
        let (open, outline) = (self.doc(), self.doc().document().outline());
        let text = open.document().text();
        let preamble = open.outline.ticks().contains_preamble().then(|| "0".to_owned());
        let sections = open.outline.ticks().ids().map(|id| outline.shown_heading(id, text).into_owned());
        let points =
            open.outline.ticks().odd().map(|id| outline.point(id).unwrap().marker.slice(text).to_owned());
        preamble.into_iter().chain(sections).chain(points).collect()
    }
}

fn section(index: usize) -> SectionId {
    SectionId::new(index)
}

#[test]
fn ticks_are_found_again_at_the_next_start_and_after_another_document() {
    let folder = Folder::new();
    let mut fixture = Fixture::text(&folder);
    fixture.say(Message::Outline(OutlineMessage::TickPreamble));
    fixture.say(Message::Outline(OutlineMessage::Tick(section(0))));
    fixture.say(Message::Outline(OutlineMessage::TickPoint(PointId::new(3))));
    let ticked = ["0", "一、修渠", "（一）清淤", "（二）補堤", "二是"];
    assert_eq!(fixture.ticked(), ticked);
    let other = Fixture::open(&folder.path(""), Source::Text("一、別的\n\n別的文字。\n".into()));
    assert!(other.doc().outline.ticks().is_empty());
    assert_eq!(Fixture::text(&folder).ticked(), ticked);
    fixture.say(Message::Act(Action::TickNone));
    assert!(Fixture::text(&folder).doc().outline.ticks().is_empty());
    fixture.say(Message::Act(Action::TickAll));
    assert!(Fixture::text(&folder).doc().outline.ticks().is_all());
}

#[test]
fn ticks_follow_their_headings_in_a_file_that_has_changed() {
    let (folder, home) = (Folder::new(), Folder::new());
    let path = folder.file("讀書會.txt", TEXT);
    let mut fixture = Fixture::open(&home.path(""), Source::Path(path.clone()));
    fixture.say(Message::Outline(OutlineMessage::Tick(section(1))));
    fixture.say(Message::Outline(OutlineMessage::Tick(section(3))));
    let changed = TEXT.replace("各位：", "各位朋友，晚上好：").replace("三、歌會", "三、燈會");
    folder.file("讀書會.txt", changed.replace("夯土種柳。", "夯土種柳，\n\n還要鋪路。"));
    let fixture = Fixture::open(&home.path(""), Source::Path(path));
    assert_eq!(fixture.ticked(), ["（一）清淤", "二、讀書"]);
}

#[test]
fn a_heading_that_is_taken_away_and_comes_back_is_ticked_as_it_was() {
    let folder = Folder::new();
    for (ticked, target, correction) in [
        (1, 1, Correction::Remove(Scope::One)),
        (2, 2, Correction::Remove(Scope::One)),
        (1, 1, Correction::MergeNext),
        (2, 1, Correction::MergeNext),
        (3, 0, Correction::MergeNext),
        (0, 0, Correction::Remove(Scope::One)),
    ] {
        let mut fixture = Fixture::text(&folder);
        fixture.say(Message::Act(Action::TickNone));
        fixture.say(Message::Outline(OutlineMessage::Tick(section(ticked))));
        let before = fixture.ticked();
        fixture.say(Message::Outline(OutlineMessage::Correct(section(target), correction)));
        fixture.say(Message::Act(Action::Undo));
        assert_eq!(fixture.ticked(), before, "{target} {correction:?}");
        // What was decided before the program was left can be undone after it.
        fixture.say(Message::Act(Action::Redo));
        let mut fixture = Fixture::text(&folder);
        fixture.say(Message::Act(Action::Undo));
        assert_eq!(fixture.ticked(), before, "{target} {correction:?} after a start");
    }
}

#[test]
fn few_bytes_are_kept_of_many_ticks() {
    let folder = Folder::new();
    let text: String = (1..=400).map(|n| format!("{n}、第{n}件事的標題\n\n正文{n}。\n\n")).collect();
    let mut fixture = Fixture::open(&folder.path(""), Source::Text(text.into()));
    let kept = |fixture: &Fixture| {
        let Some(Record::Document { state, .. }) = fixture.session.remembered_place() else { panic!() };
        serde_json::to_string(&state.ticked).unwrap().len()
    };
    fixture.say(Message::Act(Action::TickAll));
    assert!(kept(&fixture) < 200);
    for at in (0..400).step_by(2) {
        let _ = fixture.session.update(Message::Outline(OutlineMessage::Tick(section(at))));
    }
    assert_eq!(fixture.doc().outline.ticks().count(), 200);
    assert!(kept(&fixture) < 200 * 200, "{}", kept(&fixture));
}

/// What a hand does in the outline.
fn any_gesture() -> impl Strategy<Value = Message> {
    let correction = prop_oneof![
        Just(Correction::Remove(Scope::One)),
        Just(Correction::Remove(Scope::Kind)),
        Just(Correction::MergeNext),
        Just(Correction::Promote(Scope::One)),
        Just(Correction::Demote(Scope::One)),
    ];
    prop_oneof![
        (0..1_usize).prop_map(|_| Message::Outline(OutlineMessage::TickPreamble)),
        (0..6_usize).prop_map(|at| Message::Outline(OutlineMessage::Tick(section(at)))),
        (0..6_usize).prop_map(|at| Message::Outline(OutlineMessage::TickPoint(PointId::new(at)))),
        (0..6_usize, correction)
            .prop_map(|(at, correction)| Message::Outline(OutlineMessage::Correct(section(at), correction))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn ticks_are_what_starts_in_ticked_places_and_undoing_corrections_loses_none(
        before in proptest::collection::vec(any_gesture(), 0..6),
        corrected in proptest::collection::vec(any_gesture(), 0..5),
    ) {
        let folder = Folder::new();
        let mut fixture = Fixture::text(&folder);
        for message in before {
            fixture.say(message);
        }
        let ticks = fixture.doc().outline.ticks().clone();
        let edits = fixture.doc().outline.corrections().done().len();
        for message in corrected.into_iter().filter(|message| matches!(message, Message::Outline(OutlineMessage::Correct(..)))) {
            fixture.say(message);
        }
        let again = Fixture::text(&folder);
        prop_assert_eq!(again.doc().outline.ticks(), fixture.doc().outline.ticks(), "kept");
        while fixture.doc().outline.corrections().done().len() > edits {
            fixture.say(Message::Act(Action::Undo));
        }
        prop_assert_eq!(fixture.doc().outline.ticks(), &ticks);
    }
}
