//! Finding one's way in the window: searching, going to a place, commands.

use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use gangmu::script::Script;

use crate::window::Window;

const TEXT: &str = "演講集\n\n演講 篇1\n\n各位同學：\n\n一、發展圖書館\n\n圖書館裏有很多書。\n\n(一)買書\n\n每年買一百本書。\n\n\
                    (二)借書\n\n每人每次借三本書。\n\n二、頭髮與發展\n\n理髮之後再談發展。\n\n演講 篇2\n\n一、回顧\n\n去年很好。\n\n二、展望\n\n明年更好。\n";

/// Searches for `words` and waits for the end of it.
fn search(window: &mut Window, words: &str) {
    window.press(Modifiers::COMMAND, Key::F);
    window.harness.get_by_role_and_label(Role::SearchInput, "Find in the text").type_text(words);
    window.harness.run_steps(3);
    window.until("all is searched", |session| session.search.shown && session.search.searched.is_none());
    window.harness.run_steps(3);
}

fn current(window: &Window) -> Option<usize> {
    window.session().search.current
}

#[test]
fn what_is_typed_is_found_counted_and_stepped_through() {
    let mut window = Window::text(TEXT);
    search(&mut window, "发展");
    assert!(window.sees("1 of 3"));
    assert_eq!(current(&window), Some(0));
    window.press(Modifiers::NONE, Key::F3);
    assert!(window.sees("2 of 3"));
    window.press(Modifiers::SHIFT, Key::F3);
    window.press(Modifiers::SHIFT, Key::F3);
    assert_eq!(current(&window), Some(2), "it goes round");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(current(&window), Some(0), "Enter in the field steps too");
    window.press(Modifiers::SHIFT, Key::Enter);
    assert_eq!(current(&window), Some(2));
    window.click("Next match");
    assert_eq!(current(&window), Some(0));
}

#[test]
fn results_stand_under_their_sections_in_the_shown_script_and_lead_there() {
    let mut window = Window::text(TEXT);
    window.click("Simplified");
    window.until("simplified is shown", |session| session.open.as_ref().unwrap().shown == Script::Hans);
    search(&mut window, "發展");
    window.harness.get_by_role_and_label(Role::ListItem, "理发之后再谈发展。").click();
    window.harness.run_steps(3);
    assert_eq!(current(&window), Some(2));
    assert!(window.harness.query_all_by_role_and_label(Role::Heading, "二、头发与发展").next().is_some());
}

#[test]
fn an_expression_is_searched_for_and_a_wrong_one_is_named() {
    let mut window = Window::text(TEXT);
    search(&mut window, "借.{1,2}书");
    assert!(window.sees("Not found"));
    window.click("Regular expression");
    window.until("found", |session| session.search.hits.len() == 1);
    search(&mut window, "(");
    assert!(window.sees("This expression is not valid"));
}

#[test]
fn searching_leaves_one_place_behind_and_escape_ends_it() {
    let mut window = Window::text(TEXT);
    window.go_to("(一)買書");
    let before = window.session().open.as_ref().unwrap().place;
    search(&mut window, "书");
    window.press(Modifiers::NONE, Key::F3);
    window.press(Modifiers::NONE, Key::F3);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.session().search.shown);
    window.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.session().open.as_ref().unwrap().place, before);
    // F3 takes the search up again.
    window.press(Modifiers::NONE, Key::F3);
    window.until("searched again", |session| session.search.shown && !session.search.hits.is_empty());
}

#[test]
fn a_slash_searches_unless_it_is_typed() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::NONE, Key::Slash);
    assert!(window.session().search.shown);
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    window.press(Modifiers::NONE, Key::Slash);
    assert!(!window.session().search.shown);
}

#[test]
fn another_document_is_searched_for_the_same_words() {
    let mut window = Window::text(TEXT);
    search(&mut window, "回顾");
    assert_eq!(window.session().search.hits.len(), 1);
    window.click("Menu");
    window.harness.get_by_label("File").click_accesskit();
    window.harness.run_steps(6);
    window.click("Open the sample");
    window.until("the sample", |session| session.loading.is_none() && session.search.searched.is_none());
    let session = window.session();
    let text = session.open.as_ref().unwrap().document.text();
    assert!(session.search.hits.iter().all(|hit| matches!(hit.slice(text), "回顾" | "回顧")));
}
