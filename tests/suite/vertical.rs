//! Text in columns from right to left, driven as the window is.

use egui::accesskit::Role;
use egui::{self, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use gangmu::session::Session;
use gangmu::text::SourceOffset;

use crate::window::Window;

/// Paragraphs enough for some screens.
fn long_text() -> String {
    (1..60).fold(String::from("縱排\n\n一、緣起\n\n"), |text, n| {
        text + &format!("第{n}段。天地玄黃，宇宙洪荒；「日月盈昃」，辰宿列張（OpenCC）——寒來暑往……\n\n")
    })
}

fn place(session: &Session) -> SourceOffset {
    session.open.as_ref().unwrap().place()
}

fn selected(window: &Window) -> String {
    let open = window.session().open.as_ref().unwrap();
    open.position
        .selection()
        .map(|selection| selection.range().slice(open.document().text()).to_owned())
        .unwrap_or_default()
}

fn columns(text: &str) -> Window {
    let mut window = Window::text(text);
    window.press(Modifiers::NONE, Key::F7);
    assert!(window.session().settings.vertical);
    window
}

#[test]
fn paragraphs_stand_one_to_the_left_of_the_other() {
    let window = columns("甲段的話。\n\n乙段的話。\n\n丙段的話。\n");
    let rects = ["甲段的話。", "乙段的話。", "丙段的話。"]
        .map(|label| window.harness.get_by_role_and_label(Role::Paragraph, label).rect());
    assert!(rects[0].left() >= rects[1].right() && rects[1].left() >= rects[2].right(), "{rects:?}");
    assert!(rects.iter().all(|rect| rect.height() > rect.width()), "{rects:?}");
}

#[test]
fn a_drag_down_a_column_selects_its_characters() {
    let mut window = columns("圖書館裏有很多書。\n\n乙。\n");
    let column = window.harness.get_by_role_and_label(Role::Paragraph, "圖書館裏有很多書。").rect();
    let x = column.center().x;
    // The paragraph is indented by two characters of 18 points; the drag takes the next three.
    let [from, to] = [column.top() + 37.0, column.top() + 36.0 + 3.0 * 18.0].map(|y| egui::pos2(x, y));
    window.harness.drag_at(from);
    window.harness.run_steps(2);
    window.harness.hover_at(to);
    window.harness.run_steps(2);
    window.harness.drop_at(to);
    window.harness.run_steps(2);
    assert_eq!(selected(&window), "圖書館");
}

#[test]
fn keys_and_the_wheel_go_on_to_the_left_and_back() {
    let mut window = columns(&long_text());
    let steps = [(Key::PageDown, Key::PageUp), (Key::ArrowLeft, Key::ArrowRight), (Key::J, Key::K)];
    for (on, back) in steps {
        let start = place(window.session());
        for _ in 0..3 {
            window.press(Modifiers::NONE, on);
        }
        assert!(place(window.session()) > start, "{on:?}");
        for _ in 0..3 {
            window.press(Modifiers::NONE, back);
        }
        assert_eq!(place(window.session()), start, "{back:?}");
    }
    window.harness.hover_at(egui::pos2(900.0, 400.0));
    window.harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, -900.0),
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: egui::MouseWheelSource::Unknown,
    });
    window.harness.run_steps(30);
    assert!(place(window.session()) > SourceOffset::new(0));
    window.press(Modifiers::NONE, Key::End);
    let end = place(window.session());
    assert!(window.sees("第59段"));
    window.press(Modifiers::NONE, Key::Home);
    assert!(end > place(window.session()));
}

#[test]
fn the_line_being_read_stays_when_the_text_is_turned() {
    let mut window = Window::text(&long_text());
    for _ in 0..2 {
        window.press(Modifiers::NONE, Key::PageDown);
    }
    let before = place(window.session());
    let paragraph =
        |at: SourceOffset, window: &Window| window.session().open.as_ref().unwrap().document().block_at(at);
    for _ in 0..6 {
        window.press(Modifiers::NONE, Key::F7);
        let now = place(window.session());
        assert_eq!(paragraph(now, &window), paragraph(before, &window));
    }
}

#[test]
fn the_choice_of_columns_is_remembered() {
    let mut window = columns("甲。\n");
    let folder = std::mem::replace(&mut window.folder, tempfile::tempdir().unwrap());
    let library = gangmu::session::Library::below(folder.path());
    let start = std::time::Instant::now();
    while !library.load().0.vertical {
        assert!(start.elapsed() < std::time::Duration::from_mins(1), "never written down");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}
