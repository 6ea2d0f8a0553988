//! The overview beside the scroll bar, driven as the window is.

use egui::accesskit::Role;
use egui::{self, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use gangmu::session::OpenDocument;

use crate::window::Window;

const NUMERALS: [&str; 9] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// Nine sections of some screens each; the fifth one talks of boats.
fn text() -> String {
    let section = |(at, numeral): (usize, &&str)| {
        let word = if at == 4 { "行船" } else { "走路" };
        let paragraphs = (0..30).map(|n| format!("第{n}段說的是{word}，天地玄黃，宇宙洪荒。\n\n"));
        format!("{numeral}、出行\n\n{}", paragraphs.collect::<String>())
    };
    NUMERALS.iter().enumerate().map(section).collect()
}

fn open(window: &Window) -> &OpenDocument {
    window.session().open.as_ref().unwrap()
}

fn strip(window: &Window) -> egui::Rect {
    window.harness.get_by_role(Role::Image).rect()
}

fn figures(window: &Window) -> String {
    window.harness.get_by_role(Role::Image).accesskit_node().label().unwrap_or_default()
}

/// Presses the strip of rows at a share of its height.
fn press(window: &mut Window, share: f32) {
    let strip = strip(window);
    let at = egui::pos2(strip.center().x, strip.top() + strip.height() * share);
    window.harness.drag_at(at);
    window.harness.run_steps(2);
    window.harness.drop_at(at);
    window.harness.run_steps(2);
}

/// The 0-based index of the section that is read.
fn section(window: &Window) -> usize {
    open(window).current().unwrap().index()
}

#[test]
fn a_press_goes_there_and_back_leads_back() {
    let mut window = Window::text(&text());
    press(&mut window, 0.5);
    assert_eq!(section(&window), 4);
    press(&mut window, 0.95);
    assert_eq!(section(&window), 8);
    window.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(section(&window), 4);
    window.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(section(&window), 0);
}

#[test]
fn a_press_near_the_start_of_a_section_goes_to_its_start() {
    let mut window = Window::text(&text());
    let start = open(&window).document().outline().sections()[6].span.start;
    #[expect(clippy::cast_precision_loss, reason = "a short text")]
    let share = start.get() as f32 / open(&window).document().text().len() as f32;
    let a_point = 1.0 / strip(&window).height();
    press(&mut window, share + 2.0 * a_point);
    assert_eq!(open(&window).place(), start);
}

#[test]
fn a_drag_moves_the_text_along() {
    let mut window = Window::text(&text());
    let strip = strip(&window);
    let at = |share: f32| egui::pos2(strip.center().x, strip.top() + strip.height() * share);
    window.harness.drag_at(at(0.1));
    window.harness.run_steps(2);
    for share in [0.3, 0.6, 0.8] {
        window.harness.hover_at(at(share));
        window.harness.run_steps(2);
    }
    window.harness.drop_at(at(0.8));
    window.harness.run_steps(2);
    assert_eq!(section(&window), 7);
    // One way, one step back.
    window.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(section(&window), 0);
}

#[test]
fn what_it_shows_is_told_in_words() {
    let mut window = Window::text(&text());
    assert_eq!(figures(&window), "Overview: 9 sections");
    window.click("Tick 二、出行");
    window.press(Modifiers::COMMAND, Key::F);
    window.harness.event(egui::Event::Text("行船".to_owned()));
    window.until("all is searched", |session| session.search.hits.len() == 30);
    window.harness.run_steps(3);
    assert_eq!(figures(&window), "Overview: 9 sections, 1 ticked, 30 matches");
}

#[test]
fn in_columns_it_lies_below_the_text_and_runs_to_the_left() {
    let mut window = Window::text(&text());
    window.press(Modifiers::NONE, Key::F7);
    let strip = strip(&window);
    assert!(strip.width() > strip.height() * 10.0, "{strip:?}");
    let at = egui::pos2(strip.right() - strip.width() * 0.75, strip.center().y);
    window.harness.drag_at(at);
    window.harness.run_steps(2);
    window.harness.drop_at(at);
    window.harness.run_steps(2);
    assert_eq!(section(&window), 6);
}

#[test]
fn it_is_hidden_where_only_the_text_is_wanted() {
    let mut window = Window::text(&text());
    window.press(Modifiers::SHIFT, Key::F11);
    assert!(window.harness.query_by_role(Role::Image).is_none());
}
