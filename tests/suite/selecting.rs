//! Selecting by keyboard in the reading column.

use egui::accesskit::Role;
use egui::{self, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use gangmu::script::Script;
use gangmu::session::TextSelection;
use gangmu::text::SourceOffset;

use crate::window::Window;

const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const TEXT: &str = "甲乙丙\n\n圖書館裏有很多書。\n\n理髮之後再談發展。\n";

fn selection(window: &Window) -> Option<TextSelection> {
    window.session().open.as_ref().unwrap().position.selection()
}

fn selected(window: &Window) -> String {
    let text = window.session().open.as_ref().unwrap().document().text();
    selection(window).map(|selection| selection.range().slice(text).to_owned()).unwrap_or_default()
}

fn head(window: &Window) -> usize {
    selection(window).unwrap().head.get()
}

/// Presses Shift with each of `keys`.
fn shift(window: &mut Window, keys: &[Key]) {
    for key in keys {
        window.press(Modifiers::SHIFT, *key);
    }
}

/// Whether the column shows the n-th paragraph of a text that numbers them.
fn sees(window: &Window, n: u32) -> bool {
    window.harness.query_by_role_and_label(Role::Paragraph, &format!("第{n}段。")).is_some()
}

/// One paragraph of many lines, in which no two characters of a line are alike, and another one.
fn long_paragraph() -> String {
    let sentence = |n: u32| (0..20).filter_map(|i| char::from_u32(0x4E00 + n * 20 + i)).collect::<String>();
    (0..12).map(|n| sentence(n) + "。").collect::<String>() + "\n\n末段。\n"
}

#[test]
fn characters_are_taken_one_by_one_and_given_back() {
    let mut window = Window::text(TEXT);
    shift(&mut window, &[Key::ArrowRight, Key::ArrowRight]);
    assert_eq!(selected(&window), "甲乙");
    shift(&mut window, &[Key::ArrowLeft]);
    assert_eq!(selected(&window), "甲");
    shift(&mut window, &[Key::ArrowLeft, Key::ArrowLeft]);
    assert_eq!(
        selection(&window),
        Some(TextSelection { anchor: SourceOffset::new(0), head: SourceOffset::new(0) })
    );
}

#[test]
fn the_end_of_a_paragraph_is_one_step() {
    let mut window = Window::text(TEXT);
    shift(&mut window, &[Key::ArrowRight; 3]);
    assert_eq!(selected(&window), "甲乙丙");
    shift(&mut window, &[Key::ArrowRight; 2]);
    assert_eq!(selected(&window), "甲乙丙\n\n圖");
    shift(&mut window, &[Key::ArrowLeft; 2]);
    assert_eq!(selected(&window), "甲乙丙");
}

#[test]
fn a_selection_goes_on_in_another_script() {
    let mut window = Window::text(TEXT);
    shift(&mut window, &[Key::ArrowDown, Key::Home, Key::ArrowRight]);
    assert_eq!(selected(&window), "甲乙丙\n\n圖");
    window.press(Modifiers::COMMAND, Key::Num2);
    window.until("simplified is shown", |session| {
        session.open.as_ref().unwrap().script.shown() == Script::Hans
    });
    assert_eq!(selected(&window), "甲乙丙\n\n圖");
    shift(&mut window, &[Key::ArrowRight]);
    assert_eq!(selected(&window), "甲乙丙\n\n圖書");
    shift(&mut window, &[Key::ArrowDown, Key::ArrowRight]);
    assert_eq!(selected(&window), "甲乙丙\n\n圖書館裏有很多書。\n\n理髮之");
}

#[test]
fn after_a_click_the_arrows_stay_with_the_text() {
    let mut window = Window::text(TEXT);
    let line = window.harness.get_by_role_and_label(Role::Paragraph, "圖書館裏有很多書。").rect();
    // The paragraph is indented by two characters of 18 points.
    let at = egui::pos2(line.left() + 37.0, line.center().y + 4.0);
    window.harness.drag_at(at);
    window.harness.run_steps(2);
    window.harness.drop_at(at);
    window.harness.run_steps(2);
    shift(&mut window, &[Key::ArrowRight; 3]);
    assert_eq!(selected(&window), "圖書館");
    shift(&mut window, &[Key::ArrowLeft, Key::ArrowDown, Key::ArrowUp, Key::ArrowRight]);
    assert_eq!(selected(&window), "圖書館");
}

#[test]
fn lines_are_taken_as_they_are_laid_out() {
    let text = long_paragraph();
    let mut window = Window::text(&text);
    // The end of a line is held to: pressed again, it leads nowhere else.
    shift(&mut window, &[Key::End]);
    let end = head(&window);
    shift(&mut window, &[Key::End]);
    assert_eq!(head(&window), end);
    assert!(end > 0 && end < text.find('\n').unwrap());
    shift(&mut window, &[Key::Home]);
    assert_eq!(head(&window), 0);
    // The second line begins where the first one ends, and the steps go down to it and back.
    shift(&mut window, &[Key::ArrowDown, Key::Home]);
    assert_eq!(head(&window), end);
    shift(&mut window, &[Key::ArrowRight, Key::ArrowRight, Key::ArrowRight]);
    let there = head(&window);
    shift(&mut window, &[Key::ArrowDown, Key::ArrowDown]);
    assert!(head(&window) > there);
    shift(&mut window, &[Key::ArrowUp, Key::ArrowUp]);
    assert_eq!(head(&window), there);
    shift(&mut window, &[Key::ArrowUp, Key::ArrowUp]);
    assert_eq!(head(&window), 0);
}

#[test]
fn the_ends_of_the_document_are_reached_and_seen() {
    let text = (1..80).map(|n| format!("第{n}段。\n\n")).collect::<String>();
    let mut window = Window::text(&text);
    window.press(CTRL_SHIFT, Key::End);
    assert_eq!(selected(&window), text);
    assert!(sees(&window, 79) && !sees(&window, 1));
    window.press(CTRL_SHIFT, Key::Home);
    assert_eq!(head(&window), 0);
    assert!(sees(&window, 1) && !sees(&window, 79));
    // Line by line the text follows the head down.
    shift(&mut window, &[Key::ArrowDown; 50]);
    assert!(sees(&window, 51), "{}", selected(&window));
    shift(&mut window, &[Key::ArrowUp; 50]);
    assert!(sees(&window, 1));
}

#[test]
fn in_columns_the_arrows_go_as_the_text_runs() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::NONE, Key::F7);
    shift(&mut window, &[Key::ArrowDown, Key::ArrowDown]);
    assert_eq!(selected(&window), "甲乙");
    shift(&mut window, &[Key::ArrowUp]);
    assert_eq!(selected(&window), "甲");
    shift(&mut window, &[Key::ArrowLeft, Key::End]);
    assert_eq!(selected(&window), "甲乙丙\n\n圖書館裏有很多書。");
    shift(&mut window, &[Key::ArrowRight, Key::Home]);
    assert_eq!(selected(&window), "");
}

#[test]
fn keys_in_a_field_select_nothing_in_the_text() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::COMMAND, Key::F);
    shift(&mut window, &[Key::ArrowRight, Key::End]);
    assert_eq!(selection(&window), None);
}
