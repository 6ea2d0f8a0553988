//! Careful conversion in the window: chosen in the menu, shown at once, taken back, and honoured by the export.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use gangmu::script::Script;
use gangmu::session::{Action, Session, Toggle};

use crate::window::Window;

const TEXT: &str = "一、产业严重制约\n\n这些书严重制约了“我们”。\n\n二、头发与皇后\n\n理发之后，软件。\n";

/// The whole text as it is shown.
fn shown(session: &Session) -> String {
    let open = session.open.as_ref().unwrap();
    open.script.converter().map_or_else(|| TEXT.to_owned(), |converter| converter.convert(TEXT))
}

fn choose(window: &mut Window, name: &str) {
    window.click("Menu");
    window.click("Conversion");
    window.click(name);
}

fn show(window: &mut Window, name: &str, script: Script) {
    window.click(name);
    window.until("the script is shown", |session| session.open.as_ref().unwrap().script.shown() == script);
}

fn fill(window: &mut Window, field: &str, text: &str) {
    window.harness.get_by_role_and_label(Role::TextInput, field).focus();
    window.harness.run_steps(2);
    window.harness.get_by_role_and_label(Role::TextInput, field).type_text(text);
    window.harness.run_steps(2);
}

const CAREFUL: &str = "Convert by context (careful)";

#[test]
fn the_view_changes_with_the_choice_and_back() {
    let mut window = Window::text(TEXT);
    for (made, name, script) in [
        (1, "Traditional", Script::Hant),
        (2, "Traditional, Taiwan", Script::Tw),
        (3, "Traditional, Hong Kong", Script::Hk),
    ] {
        show(&mut window, name, script);
        assert!(shown(window.session()).contains("嚴重製約"), "OpenCC has become better at this");
        assert!(window.has_row("一、產業嚴重製約"));
        choose(&mut window, CAREFUL);
        window.until("words come first", |session| shown(session).contains("嚴重制約"));
        assert!(window.has_row("一、產業嚴重制約") && window.has_row("二、頭髮與皇后"));
        assert!(window.session().is_chosen(Action::Toggle(Toggle::Careful)));
        choose(&mut window, CAREFUL);
        window.until("as before", |session| shown(session).contains("嚴重製約"));
        assert!(window.has_row("一、產業嚴重製約"));
        // Both converters are made by now, and each is told from the other.
        assert_eq!(window.session().open.as_ref().unwrap().script.converters(), 2 * made);
    }
    show(&mut window, "As in the file", Script::Source);
    choose(&mut window, CAREFUL);
    assert_eq!(shown(window.session()), TEXT);
}

#[test]
fn own_words_quotation_marks_and_regional_words_go_on_top() {
    let mut window = Window::text(TEXT);
    show(&mut window, "Traditional, Taiwan", Script::Tw);
    choose(&mut window, CAREFUL);
    window.until("words come first", |session| shown(session).contains("嚴重制約"));
    choose(&mut window, "Regional quotation marks too");
    window.until("marks are put on", |session| shown(session).contains("嚴重制約了「我們」"));
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::U);
    fill(&mut window, "Word in the source", "头发");
    fill(&mut window, "Converted to", "髮絲");
    window.click("Add the word");
    assert!(window.has_row("二、髮絲與皇后") && window.has_row("一、產業嚴重制約"));
    choose(&mut window, "Regional words too");
    window.until("regional words", |session| shown(session).contains("軟體"));
    assert!(shown(window.session()).contains("嚴重制約了「我們」"));
    assert!(window.session().is_chosen(Action::Toggle(Toggle::Careful)));
    choose(&mut window, "Regional words too");
    window.until("without them again", |session| shown(session).contains("軟件"));
    assert!(window.has_row("二、髮絲與皇后"));
}

#[test]
fn the_export_is_as_the_view() {
    for (careful, heading, words) in
        [(false, "一、產業嚴重製約", "這些書嚴重製約了"), (true, "一、產業嚴重制約", "這些書嚴重制約了")]
    {
        let mut window = Window::text(TEXT);
        show(&mut window, "Traditional, Taiwan", Script::Tw);
        if careful {
            choose(&mut window, CAREFUL);
            window.until("words come first", |session| shown(session).contains("嚴重制約"));
        }
        window.click(&format!("Tick {heading}"));
        window.press(Modifiers::COMMAND, Key::E);
        window.click("Choose…");
        window.until("the target was picked", |s| s.export_form().unwrap().target.ends_with("picked.txt"));
        window.click("Export");
        window.until("the export is written", |s| s.exporting.is_none());
        let target = window.folder.path().join("picked.txt");
        let written = String::from_utf8(std::fs::read(&target).unwrap()).unwrap();
        assert!(written.contains(words), "{written}");
    }
}
