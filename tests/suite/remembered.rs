//! What is found again at the next start: sizes of the window and its panels, folds, the scale.

use std::sync::Arc;

use egui::{self, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable as _;

use crate::support::{keep, write};
use crate::window::Window;
use gangmu::session::library::{Record, State};
use gangmu::session::{Layout, Library, Source};
use gangmu::ui::NoDesktop;

const TEXT: &str = "第一章 起\n\n第一節 甲\n\n甲的內容。\n\n第二節 乙\n\n乙的內容。\n\n第二章 承\n\n第一節 丙\n\n丙的內容。\n";

/// The window once more, on what it remembers.
fn again(mut window: Window, source: Option<Source>) -> Window {
    let folder = std::mem::replace(&mut window.folder, tempfile::tempdir().unwrap());
    drop(window);
    Window::open_on(folder, source, Arc::new(NoDesktop))
}

/// Right edge of the outline, by its field for the filter, which is as wide as it.
fn outline_edge(window: &Window) -> f32 {
    window.harness.get_by_role(Role::SearchInput).rect().right()
}

fn drag(window: &mut Window, from: f32, to: f32) {
    let button = |pos, pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let [from, to] = [from, to].map(|x| egui::pos2(x, 600.0));
    for event in [
        egui::Event::PointerMoved(from),
        button(from, true),
        egui::Event::PointerMoved(to),
        button(to, false),
    ] {
        window.harness.event(event);
        window.harness.run_steps(2);
    }
}

fn leave(window: &mut Window) {
    let record = Record::State(window.session().state.clone());
    keep(&Library::below(window.folder.path()), &record);
    let place = window.session().remembered_place().unwrap();
    keep(&Library::below(window.folder.path()), &place);
}

#[test]
fn panels_are_as_wide_as_they_were_left() {
    let mut window = Window::text(TEXT);
    let usual = outline_edge(&window);
    drag(&mut window, 329.0, 450.0);
    let wide = outline_edge(&window);
    assert!(wide > usual + 100.0, "{usual} → {wide}");
    window.press(Modifiers::COMMAND, Key::Comma);
    window.harness.run_steps(3);
    drag(&mut window, 980.0, 900.0);
    leave(&mut window);
    let window = again(window, Some(Source::Text(TEXT.into())));
    assert!((outline_edge(&window) - wide).abs() < 2.0, "{wide} → {}", outline_edge(&window));
    assert_eq!(window.session().state.layout.side, Some(380));
}

#[test]
fn a_panel_never_takes_the_room_of_the_text() {
    let folder = tempfile::tempdir().unwrap();
    let layout = Layout { outline: Some(60_000), side: Some(1), ..Layout::default() };
    let state = State { layout, started: true, ..State::default() };
    crate::support::keep(&Library::below(folder.path()), &Record::State(state));
    let window = Window::open_on(folder, Some(Source::Text(TEXT.into())), Arc::new(NoDesktop));
    assert!(outline_edge(&window) < 640.0, "{}", outline_edge(&window));
}

#[test]
fn folds_are_found_again() {
    let file_of = |window: &Window| window.folder.path().join("書.txt");
    let window = Window::text("");
    write(file_of(&window), TEXT);
    let file = Some(Source::Path(file_of(&window)));
    let mut window = again(window, file.clone());
    assert!(window.has_row("第二節 乙"));
    window.click("Fold 第一章 起");
    assert!(!window.has_row("第二節 乙") && window.has_row("第一節 丙"));
    leave(&mut window);
    let window = again(window, file);
    assert!(!window.has_row("第二節 乙") && window.has_row("第一節 丙"));
}
