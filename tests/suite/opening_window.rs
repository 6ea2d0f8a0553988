//! A long document in the window: its text first, its outline when it is there.

use std::sync::Arc;

use egui::{Key, Modifiers};

use gangmu::session::{Extent, OpenDocument, Session, Source};

use crate::window::Window;

/// A text so long that its outline comes many frames after it.
fn text() -> String {
    let (sky, ground) =
        ("天晴才能出門幹活，下雨就在家裏編筐。\n\n".repeat(160), "地濕不能下田。\n\n".repeat(320));
    (1..=900)
        .map(|n| format!("講話 篇{n}\n\n一、看天\n\n{sky}第{n}天也是這樣。\n\n二、看地\n\n{ground}第{n}塊地也是這樣。\n\n"))
        .collect()
}

/// A window in which the text has come and its outline has not.
fn begun() -> Window {
    let folder = tempfile::tempdir().unwrap();
    let mut window =
        Window::begin_on(folder, Some(Source::Text(text().into())), Arc::new(gangmu::ui::NoDesktop));
    window.until("all the text", |session| {
        session.open.as_ref().is_some_and(|open| matches!(open.content.extent(), Extent::Text(_)))
    });
    window
}

fn is_inferred(session: &Session) -> bool {
    session.open.as_ref().is_some_and(OpenDocument::is_inferred)
}

#[test]
fn a_reader_who_has_scrolled_stays_there_when_the_outline_comes() {
    let mut window = begun();
    assert!(window.sees("Finding the sections") && window.sees("天晴才能出門幹活"));
    assert!(!window.has_row("講話 篇1"));
    for _ in 0..4 {
        window.press(Modifiers::NONE, Key::PageDown);
    }
    let place = window.session().open.as_ref().unwrap().place();
    assert!(place.get() > 1_000, "{place}");
    window.until("the outline", is_inferred);
    let open = window.session().open.as_ref().unwrap();
    assert_eq!(open.place(), place);
    assert!(!window.sees("Finding the sections") && window.has_row("講話 篇1"));
}

#[test]
fn the_reader_can_do_without_the_outline_and_have_it_after_all() {
    let mut window = begun();
    window.click("Stop finding the sections");
    assert!(window.sees("The sections were not looked for") && window.sees("天晴才能出門幹活"));
    window.press(Modifiers::COMMAND, Key::End);
    let place = window.session().open.as_ref().unwrap().place();
    let is_known =
        |session: &Session| session.open.as_ref().is_some_and(|open| open.content.hash().is_some());
    window.until("what is remembered of it", is_known);
    window.click("Find the sections");
    assert!(!window.sees("The sections were not looked for"));
    window.until("the outline", is_inferred);
    let open = window.session().open.as_ref().unwrap();
    assert_eq!((open.place(), open.document().outline().sections().len()), (place, 2_700));
}

#[test]
fn what_is_opened_next_is_not_given_the_outline_of_what_was_closed() {
    let mut window = begun();
    window.press(Modifiers::COMMAND, Key::W);
    assert!(window.session().open.is_none());
    window.click("Open the sample");
    window.until("the next", is_inferred);
    let sections = window.session().open.as_ref().unwrap().document().outline().sections().len();
    // Long enough for the other inference, had it gone on.
    for _ in 0..40 {
        window.harness.step();
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let open = window.session().open.as_ref().unwrap();
    assert_eq!((open.source(), open.document().outline().sections().len()), (&Source::Sample, sections));
    assert!(!window.has_row("講話 篇1"));
}

#[test]
fn a_filter_of_many_headings_shows_what_it_finds_and_lets_go_of_it() {
    let items = |n: u32| (1..=30).map(move |k| format!("{k}、甲{n}乙{k}\n文字。\n"));
    let parts = (1..=900).flat_map(|n| std::iter::once(format!("讲话 篇{n}\n")).chain(items(n)));
    let text = parts.collect::<Vec<_>>().concat();
    let mut window = Window::text(&text);
    let sections = window.session().open.as_ref().unwrap().document().outline().sections().len();
    assert!(sections > 20_000, "one frame is not enough for {sections}");
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    window.harness.event(egui::Event::Text("甲899乙30".into()));
    window.harness.run_steps(6);
    assert!(window.has_row("30、甲899乙30") && !window.has_row("讲话 篇1"));
    window.press(Modifiers::NONE, Key::Escape);
    window.harness.run_steps(4);
    assert!(window.has_row("讲话 篇1") && !window.has_row("30、甲899乙30"));
}
