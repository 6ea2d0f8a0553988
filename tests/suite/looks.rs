//! What the window looks like, where a test can tell: what is painted, in which face, and what it says.

use egui::accesskit::Role;
use egui::epaint::{ClippedShape, Shape, TextShape};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::window::Window;
use gangmu::script::Script;

const TEXT: &str =
    "第一章 起頭\n\n第一節 發展\n\n甲的內容。\n\n第二節 展望\n\n乙的內容。\n\n第二章 結尾\n\n丙的內容。\n";

/// All text that is painted.
fn texts(window: &Window) -> Vec<TextShape> {
    fn gather(shape: &Shape, texts: &mut Vec<TextShape>) {
        match shape {
            Shape::Text(text) => texts.push(text.clone()),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| gather(shape, texts)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    window.harness.output().shapes.iter().for_each(|ClippedShape { shape, .. }| gather(shape, &mut found));
    found
}

fn painted(window: &Window, words: &str) -> bool {
    texts(window).iter().any(|text| text.galley.text().contains(words))
}

#[test]
fn no_hair_of_what_is_below_is_seen_between_panels_at_a_broken_scale() {
    let mut window = Window::text(TEXT);
    for scale in [1.0, 1.2, 1.25, 2.0] {
        window.harness.set_pixels_per_point(scale);
        window.harness.run_steps(3);
        let screen = window.harness.ctx.content_rect();
        let line = window.harness.ctx.global_style().visuals.widgets.noninteractive.bg_stroke.color;
        // What is painted first lies below all panels.
        let first = window.harness.output().shapes.iter().find_map(|clipped| match &clipped.shape {
            Shape::Rect(rect) if rect.fill.a() > 0 => Some((rect.rect, rect.fill)),
            _ => None,
        });
        let (rect, fill) = first.unwrap();
        assert!(rect.contains_rect(screen), "{scale}: {rect:?} of {screen:?}");
        assert_eq!(fill, line, "{scale}");
    }
}

#[test]
fn headings_are_bold_by_level_and_not_by_what_stands_below_them() {
    let window = Window::text(TEXT);
    // The outline's rows stand left of the text, below the bar with the document's name.
    let face = |heading: &str| {
        let is_row =
            |text: &TextShape| text.pos.x < 300.0 && text.pos.y > 48.0 && text.galley.text() == heading;
        texts(&window).into_iter().find(is_row).unwrap_or_else(|| panic!("{heading}")).galley.job.sections[0]
            .format
            .font_id
            .family
            .clone()
    };
    assert_eq!(face("第一章 起頭"), face("第二章 結尾"));
    assert_eq!(face("第一節 發展"), face("第二節 展望"));
    assert_ne!(face("第一章 起頭"), face("第一節 發展"));
}

#[test]
fn a_dragged_heading_says_in_the_shown_script_where_it_would_go() {
    let mut window = Window::text(TEXT);
    window.click("Simplified");
    window.until("simplified", |session| session.open.as_ref().unwrap().script.shown() == Script::Hans);
    window.harness.run_steps(3);
    let at = |window: &Window, heading: &str| {
        window.harness.get_by_role_and_label(Role::TreeItem, heading).rect().center()
    };
    let (from, onto) = (at(&window, "第二节 展望"), at(&window, "第一节 发展"));
    window.harness.drag_at(from);
    window.harness.run_steps(2);
    for share in [0.3, 0.6, 1.0] {
        window.harness.hover_at(from + share * (onto - from));
        window.harness.run_steps(2);
    }
    assert!(painted(&window, "under 第一节 发展"));
    window.harness.drop_at(onto);
    window.harness.run_steps(3);
}

#[test]
fn a_menu_is_as_long_as_the_window_lets_it() {
    let mut window = Window::text(TEXT);
    window.click("Menu");
    window.click("View");
    window.harness.run_steps(6);
    for entry in ["As in the file", "Only the text"] {
        let shape = texts(&window).into_iter().find(|text| text.galley.text() == entry);
        assert!(shape.is_some(), "{entry}");
    }
}

#[test]
fn keys_go_to_the_sheet_that_lies_over_the_text() {
    let mut window = Window::text(&TEXT.repeat(40));
    let place = |window: &Window| window.session().open.as_ref().unwrap().place();
    window.press(Modifiers::NONE, Key::F1);
    window.harness.run_steps(3);
    let before = place(&window);
    for key in [Key::End, Key::PageDown, Key::ArrowDown] {
        window.press(Modifiers::NONE, key);
        window.harness.run_steps(3);
        assert_eq!(place(&window), before, "{key:?}");
    }
    window.press(Modifiers::NONE, Key::Escape);
    window.harness.run_steps(3);
    window.press(Modifiers::NONE, Key::End);
    window.harness.run_steps(3);
    assert!(place(&window) > before, "below it the text moves again");
}

#[test]
fn compare_mode_says_which_column_is_the_source() {
    let mut window = Window::text(TEXT);
    let place = |window: &Window, name: &str| {
        let is_name = |text: &TextShape| text.galley.text() == name && text.pos.y > 48.0;
        texts(window).into_iter().find(is_name).map(|text| text.pos)
    };
    assert_eq!(place(&window, "As in the file"), None);
    window.press(Modifiers::NONE, Key::F4);
    window.until("both are shown", gangmu::session::Session::compares);
    window.harness.run_steps(3);
    let [source, shown] = ["As in the file", "Simplified"].map(|name| place(&window, name).expect(name));
    assert!(source.x < shown.x && (source.y - shown.y).abs() < 1.0, "{source:?} {shown:?}");
    window.press(Modifiers::NONE, Key::F7);
    window.harness.run_steps(3);
    assert!(painted(&window, "Above: As in the file. Below: Simplified"));
}
