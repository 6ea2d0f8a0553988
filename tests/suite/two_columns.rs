//! Two columns side by side, driven as the window is.

use egui::accesskit::Role;
use egui::{self, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use gangmu::session::{Action, Toggle};
use gangmu::text::SourceOffset;

use crate::window::Window;

fn text() -> String {
    (1..160).map(|n| format!("第{n}段，天地玄黃，宇宙洪荒。\n\n")).collect()
}

fn open() -> Window {
    let mut window = Window::text(&text());
    window.press(Modifiers::SHIFT, Key::F7);
    assert!(window.session().settings.two_columns);
    window
}

fn place(window: &Window) -> SourceOffset {
    window.session().open.as_ref().unwrap().place()
}

/// The paragraphs on the screen, in document order: number and place.
fn paragraphs(window: &Window) -> Vec<(u32, egui::Rect)> {
    let label = |n: u32| format!("第{n}段，天地玄黃，宇宙洪荒。");
    let find =
        |n| window.harness.query_by_role_and_label(Role::Paragraph, &label(n)).map(|node| (n, node.rect()));
    (1..160).filter_map(find).collect()
}

fn wheel(window: &mut Window, notches: f32) {
    window.harness.hover_at(egui::pos2(700.0, 400.0));
    window.harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Line,
        delta: egui::vec2(0.0, notches),
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: egui::MouseWheelSource::Unknown,
    });
    window.harness.run_steps(10);
}

#[test]
fn the_text_goes_on_in_the_second_column() {
    let window = open();
    let all = paragraphs(&window);
    let left = all.first().unwrap().1.left();
    let (first, second): (Vec<(u32, egui::Rect)>, Vec<_>) =
        all.iter().copied().partition(|(_, rect)| rect.left() < left + 100.0);
    assert!(first.len() > 8 && second.len() > 8, "{all:?}");
    assert_eq!(first.last().unwrap().0 + 1, second.first().unwrap().0);
    assert!((first[0].1.top() - second[0].1.top()).abs() < 1.0, "{all:?}");
    assert!(first[0].1.right() < second[0].1.left());
}

#[test]
fn pages_are_turned_by_key_and_wheel_and_back() {
    let mut window = open();
    let last = paragraphs(&window).last().unwrap().0;
    window.press(Modifiers::NONE, Key::PageDown);
    assert_eq!(paragraphs(&window).first().unwrap().0, last + 1);
    let second = place(&window);
    wheel(&mut window, -1.0);
    let third = place(&window);
    assert!(third > second);
    wheel(&mut window, 1.0);
    assert_eq!(place(&window), second);
    window.press(Modifiers::SHIFT, Key::Space);
    assert_eq!(place(&window), SourceOffset::new(0));
    window.press(Modifiers::NONE, Key::End);
    assert_eq!(paragraphs(&window).last().unwrap().0, 159);
}

#[test]
fn a_drag_selects_from_one_column_into_the_other() {
    let mut window = open();
    let all = paragraphs(&window);
    let at = |rect: &egui::Rect| egui::pos2(rect.left() + 37.0, rect.bottom() - 15.0);
    let [from, to] = [all.first().unwrap(), all.last().unwrap()].map(|(_, rect)| at(rect));
    window.harness.drag_at(from);
    window.harness.run_steps(2);
    window.harness.hover_at(to);
    window.harness.run_steps(2);
    window.harness.drop_at(to);
    window.harness.run_steps(2);
    let open = window.session().open.as_ref().unwrap();
    let range = open.position.selection().unwrap().range();
    let text = open.document().text();
    assert_eq!(range.start.get(), 0);
    assert_eq!(range.end.get(), text.find(&format!("第{}段", all.last().unwrap().0)).unwrap());
}

#[test]
fn the_place_stays_when_columns_come_and_go() {
    let mut window = open();
    window.press(Modifiers::NONE, Key::PageDown);
    let before = place(&window);
    for _ in 0..4 {
        window.press(Modifiers::SHIFT, Key::F7);
        assert_eq!(place(&window), before);
    }
}

#[test]
fn a_narrow_window_and_text_from_top_to_bottom_have_one() {
    let mut window = open();
    window.harness.set_size(egui::vec2(900.0, 700.0));
    window.harness.run_steps(3);
    let lefts = |window: &Window| {
        let mut lefts: Vec<_> = paragraphs(window).iter().map(|(_, rect)| rect.left().to_bits()).collect();
        lefts.dedup();
        lefts.len()
    };
    assert_eq!(lefts(&window), 1);
    window.harness.set_size(egui::vec2(1280.0, 800.0));
    window.harness.run_steps(3);
    assert_eq!(lefts(&window), 2);
    window.press(Modifiers::NONE, Key::F7);
    assert!(!window.session().is_enabled(Action::Toggle(Toggle::TwoColumns)));
    assert!(!window.session().has_two_columns());
}

#[test]
fn no_column_ends_with_a_heading() {
    // Sections of many lengths: somewhere a heading meets the end of a column.
    let paragraph = "天地玄黃，宇宙洪荒，日月盈昃，辰宿列張。寒來暑往，秋收冬藏。".repeat(3);
    let section = |n: usize| format!("第{n}章 起頭\n\n第一節 甲\n\n{}\n\n", paragraph.repeat(1 + n % 4));
    let mut window = Window::text(&(1..40).map(section).collect::<String>());
    window.press(Modifiers::SHIFT, Key::F7);
    let mut columns = 0;
    for _ in 0..8 {
        let of = |role| window.harness.query_all_by_role(role).map(|node| node.rect()).collect::<Vec<_>>();
        // The outline and the bar above the text stand left of it and higher.
        let in_text = |rect: &egui::Rect| rect.left() > 340.0 && rect.top() > 90.0;
        let headings: Vec<egui::Rect> = of(Role::Heading).into_iter().filter(in_text).collect();
        let texts: Vec<egui::Rect> = of(Role::Paragraph).into_iter().filter(in_text).collect();
        for heading in &headings {
            let below = |rect: &&egui::Rect| {
                (rect.left() - heading.left()).abs() < 2.0 && rect.top() > heading.bottom() - 2.0
            };
            assert!(texts.iter().any(|text| below(&text)), "{heading:?}: {texts:?}");
            columns += 1;
        }
        window.press(Modifiers::NONE, Key::PageDown);
    }
    assert!(columns > 8, "{columns}");
}
