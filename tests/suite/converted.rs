//! What a conversion changed is marked on demand, and each converted character tells what it was and why.

use egui::accesskit::Role;
use egui::{Event, Modifiers, Pos2};
use egui_kittest::kittest::Queryable as _;
use gangmu::script::Script;
use gangmu::session::{Action, Session, TextSelection, Toggle};

use crate::window::Window;

const TEXT: &str = "一、开头\n\n头发，发国。\n";

/// Size of the text in points, which is the width of an ideograph.
const EM: f32 = 18.0;

fn open() -> Window {
    let mut window = Window::text(TEXT);
    window.click("Traditional");
    window
        .until("it is traditional", |session| session.open.as_ref().unwrap().script.shown() == Script::Hant);
    window.harness.run_steps(4);
    window
}

/// The middle of the 0-based `index`-th character of the paragraph.
fn character(window: &Window, index: u8) -> Pos2 {
    let rect = window.harness.get_by_role_and_label(Role::Paragraph, "頭髮，發國。").rect();
    // The first line is indented by two characters.
    rect.left_center() + egui::vec2((f32::from(index) + 2.5) * EM, 0.0)
}

fn rest_on(window: &mut Window, index: u8, modifiers: Modifiers) {
    window.harness.event(Event::ModifiersChanged(modifiers));
    let at = character(window, index);
    window.harness.hover_at(at);
    window.harness.run_steps(6);
}

#[test]
fn the_pointer_on_a_marked_character_tells_what_it_was_and_why() {
    let mut window = open();
    rest_on(&mut window, 1, Modifiers::NONE);
    assert!(!window.sees("头发 → 頭髮"), "nobody has asked");
    window.click("Menu");
    window.click("View");
    window.click("Mark converted characters");
    assert!(window.session().is_chosen(Action::Toggle(Toggle::Changes)));
    rest_on(&mut window, 1, Modifiers::NONE);
    assert!(window.sees("头发 → 頭髮") && window.sees("Decided by the phrase"));
    rest_on(&mut window, 3, Modifiers::NONE);
    assert!(window.sees("发 → 發") && window.sees("A character of several forms: 發 髮"));
    rest_on(&mut window, 4, Modifiers::NONE);
    assert!(window.sees("国 → 國") && window.sees("A character of one form"));
    rest_on(&mut window, 2, Modifiers::NONE);
    assert!(!window.sees("→"));
}

#[test]
fn alt_tells_it_without_marks_and_the_source_tells_nothing() {
    let mut window = open();
    rest_on(&mut window, 4, Modifiers::ALT);
    assert!(window.sees("国 → 國"));
    rest_on(&mut window, 4, Modifiers::NONE);
    assert!(!window.sees("国 → 國"));
    window.click("As in the file");
    let rect = window.harness.get_by_role_and_label(Role::Paragraph, "头发，发国。").rect();
    window.harness.event(Event::ModifiersChanged(Modifiers::ALT));
    window.harness.hover_at(rect.left_center() + egui::vec2(2.5 * EM, 0.0));
    window.harness.run_steps(6);
    assert!(!window.sees("→"));
}

#[test]
fn the_status_bar_tells_what_selected_words_are_in_the_file() {
    let mut window = open();
    let at = character(&window, 0);
    window.harness.drag_at(at - egui::vec2(EM * 0.4, 0.0));
    window.harness.run_steps(2);
    window.harness.hover_at(at + egui::vec2(EM * 1.4, 0.0));
    window.harness.run_steps(2);
    window.harness.drop_at(at + egui::vec2(EM * 1.4, 0.0));
    window.harness.run_steps(2);
    let selected = |session: &Session| {
        let open = session.open.as_ref().unwrap();
        open.position
            .selection()
            .map(TextSelection::range)
            .unwrap_or_default()
            .slice(open.document().text())
            .to_owned()
    };
    assert_eq!(selected(window.session()), "头发");
    assert!(window.sees("In the file: 头发"));
    window.click("As in the file");
    assert!(!window.sees("In the file:"));
}
