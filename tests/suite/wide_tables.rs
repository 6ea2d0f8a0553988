//! Tables that are wider than the column of the text: scrolled sideways by wheel, keys and bar, and by what leads into them.

use egui::accesskit::Role;
use egui::epaint::{ClippedShape, Shape};
use egui::{self, Key, Modifiers, Pos2, Rect, Vec2};
use egui_kittest::kittest::Queryable as _;
use gangmu::session::Source;

use crate::support::write;
use crate::window::Window;

/// The names of columns: so many do not fit.
const NAMES: [&str; 12] = ["子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"];

/// A window with a table of `columns` columns whose cells are called by their row and column: 乙列寅欄內容 …
fn table(columns: usize) -> Window {
    let row = |what: &str| {
        let cells = NAMES.iter().take(columns).map(|name| format!("{what}列{name}欄內容"));
        format!("|{}|\n", cells.collect::<Vec<_>>().join("|"))
    };
    let rule = format!("|{}\n", "-|".repeat(columns));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.md");
    write(&path, format!("開頭。\n\n{}{rule}{}{}\n結尾。\n", row("甲"), row("乙"), row("丙")));
    Window::open_in(folder, Some(Source::Path(path)))
}

/// Where `words` are painted and seen, if they are.
fn seen(window: &Window, words: &str) -> Option<Rect> {
    fn find(shape: &Shape, words: &str) -> Option<Rect> {
        match shape {
            Shape::Text(text) if text.galley.text().contains(words) => Some(text.visual_bounding_rect()),
            Shape::Vec(shapes) => shapes.iter().find_map(|shape| find(shape, words)),
            _ => None,
        }
    }
    let shapes = &window.harness.output().shapes;
    shapes.iter().find_map(|ClippedShape { clip_rect, shape, .. }| {
        find(shape, words).filter(|rect| clip_rect.intersect(*rect).width() > 0.9 * rect.width())
    })
}

/// Turns the wheel sideways over the table, so that its columns go `by` points to the left.
fn turn(window: &mut Window, by: f32) {
    let at = seen(window, "乙列").unwrap().center();
    window.harness.event(egui::Event::PointerMoved(at));
    window.harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: Vec2::new(-by, 0.0),
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: egui::MouseWheelSource::Unknown,
    });
    // The wheel is smoothed over some frames.
    window.harness.run_steps(40);
}

#[test]
fn a_wide_table_goes_on_beyond_the_column_and_a_narrow_one_stands_in_it() {
    let mut window = table(NAMES.len());
    let last = "乙列亥欄內容";
    assert!(seen(&window, "乙列子欄內容").is_some(), "no column is squeezed");
    assert!(seen(&window, last).is_none());
    let below = seen(&window, "結尾。").unwrap();
    turn(&mut window, 10_000.0);
    assert!(seen(&window, last).is_some());
    assert!(seen(&window, "乙列子欄內容").is_none());
    assert_eq!(seen(&window, "結尾。"), Some(below), "the text stays");
    turn(&mut window, -10_000.0);
    assert!(seen(&window, "乙列子欄內容").is_some());

    let window = table(3);
    assert!(seen(&window, "乙列子欄內容").is_some() && seen(&window, "丙列寅欄內容").is_some());
}

#[test]
fn the_arrow_keys_scroll_the_table() {
    let mut window = table(NAMES.len());
    let before = seen(&window, "甲列寅欄內容").unwrap();
    window.press(Modifiers::NONE, Key::ArrowRight);
    let after = seen(&window, "甲列寅欄內容").unwrap();
    assert!(after.left() < before.left() && (after.top() - before.top()).abs() < 0.1);
    window.press(Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(seen(&window, "甲列寅欄內容"), Some(before));
}

#[test]
fn the_bar_has_a_name_and_the_keys_are_listed() {
    let mut window = table(NAMES.len());
    let name = "Place in the table from left to right";
    let bar = window.harness.get_by_role_and_label(Role::ScrollBar, name).rect();
    assert!(bar.top() > seen(&window, "丙列子欄內容").unwrap().center().y, "{bar:?}");
    window.press(Modifiers::NONE, Key::F1);
    window.harness.run_steps(3);
    assert!(window.harness.query_by_label("Scroll a wide table sideways: ← or →").is_some());
    let narrow = table(3);
    assert!(narrow.harness.query_by_role_and_label(Role::ScrollBar, name).is_none());
}

#[test]
fn numbers_stand_on_one_line_where_there_is_room() {
    let numbers = ["2026-03-12", "1,234,567.89", "0.5%", "100000199001010000", "88888.88"];
    let (head, rule) = ("|子".repeat(numbers.len()), "|-".repeat(numbers.len()));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.md");
    write(&path, format!("開頭。\n\n{head}|\n{rule}|\n|{}|\n\n結尾。\n", numbers.join("|")));
    let window = Window::open_in(folder, Some(Source::Path(path)));
    for number in numbers {
        assert!(seen(&window, number).is_some(), "{number}");
    }
}

#[test]
fn a_hit_in_a_hidden_column_is_brought_into_sight() {
    let mut window = table(NAMES.len());
    let words = "丙列亥欄";
    window.press(Modifiers::COMMAND, Key::F);
    window.harness.event(egui::Event::Text(words.to_owned()));
    window.harness.run_steps(3);
    window.until("all is searched", |session| session.shows_search() && session.search.searched.is_none());
    window.harness.run_steps(3);
    assert!(window.sees("1 of 1"));
    let cell = seen(&window, &format!("{words}內容")).unwrap();
    assert!(cell.right() < 1280.0);
}

#[test]
fn what_is_clicked_in_a_scrolled_table_is_selected() {
    let mut window = table(NAMES.len());
    turn(&mut window, 10_000.0);
    let at: Pos2 = seen(&window, "乙列亥欄內容").unwrap().center();
    window.harness.hover_at(at);
    window.harness.step();
    let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
    let event = |pressed| egui::Event::PointerButton { pos: at, button, pressed, modifiers };
    // Within one frame: clicks that come more slowly are single ones.
    window.harness.input_mut().events.extend([true, false, true, false].map(event));
    window.harness.run_steps(3);
    let text = selected(&window);
    assert!(!text.is_empty() && "乙列亥欄內容".contains(&text), "{text}");
}

#[test]
fn the_keys_that_select_bring_the_cell_into_sight() {
    let mut window = table(NAMES.len());
    turn(&mut window, 10_000.0);
    window.press(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Home);
    window.press(Modifiers::SHIFT, Key::ArrowDown);
    window.press(Modifiers::SHIFT, Key::ArrowDown);
    window.press(Modifiers::SHIFT, Key::ArrowDown);
    window.harness.run_steps(3);
    assert!(seen(&window, "甲列子欄內容").is_some(), "{:?}", selected(&window));
}

fn selected(window: &Window) -> String {
    let open = window.session().open.as_ref().unwrap();
    let selection = open.position.selection();
    selection.map(|selection| selection.range().slice(open.document().text()).to_owned()).unwrap_or_default()
}
