//! Compare mode: the source beside the shown script, in one window.

use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{self, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use gangmu::script::Script;
use gangmu::session::library::Record;
use gangmu::session::{Session, Side, Source};

use crate::support::write;
use crate::window::Window;

const TEXT: &str = "一、软件与优盘\n\n软件存在优盘里，优盘放在抽屉里；互联网上的软件要先问过管理员，再存进自己的优盘，\
                    用完以后放回原处，下一位读者才找得到，登记本挂在门后，写上日期和姓名就好。\n\n第二段很短。\n\n\
                    二、发展\n\n头发和发展不是一回事。\n";

fn open() -> Window {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::NONE, Key::F4);
    window.until("both are shown", Session::compares);
    window
}

fn shown(session: &Session) -> Script {
    session.open.as_ref().unwrap().script.shown()
}

fn paragraph(window: &Window, text: &str) -> egui::Rect {
    window.harness.get_by_role_and_label(Role::Paragraph, text).rect()
}

#[test]
fn the_source_is_compared_with_the_other_script_and_paragraphs_keep_level() {
    let mut window = open();
    assert_eq!(shown(window.session()), Script::Hant);
    window.click("Traditional, Taiwan");
    window.until("Taiwan's script is shown", |session| shown(session) == Script::Tw);
    window.click("Menu");
    window.harness.get_by_label("Conversion").click_accesskit();
    window.harness.run_steps(6);
    window.click("Regional words too");
    let start = Instant::now();
    while !window.sees("網際網路上的軟體") {
        window.harness.step();
        assert!(start.elapsed() < Duration::from_mins(1), "words were not changed");
    }
    // The source's paragraph fills fewer lines than what it becomes: what follows must keep level all the same.
    let pairs = [("第二段很短。", "第二段很短。"), ("头发和发展不是一回事。", "頭髮和發展不是一回事。")];
    for (source, converted) in pairs {
        let nodes = |text| window.harness.query_all_by_label(text).map(|node| node.rect());
        let mut rects: Vec<_> = nodes(source).chain(nodes(converted)).collect();
        rects.sort_by(|one, other| one.left().total_cmp(&other.left()));
        let (left, right) = (rects.first().unwrap(), rects.last().unwrap());
        assert!(left.right() < right.left(), "the columns overlap: {left:?} {right:?}");
        assert!((left.top() - right.top()).abs() < 0.01, "{source}: {left:?} {right:?}");
        assert!(left.width() > 18.0 * 20.0, "too narrow to read");
    }
}

#[test]
fn each_side_is_copied_as_it_stands() {
    let mut window = open();
    for (text, side) in [("头发和发展不是一回事。", Side::Source), ("頭髮和發展不是一回事。", Side::Shown)]
    {
        let middle = paragraph(&window, text).center();
        let from = egui::pos2(paragraph(&window, text).left() + 37.0, middle.y);
        window.harness.drag_at(from);
        window.harness.run_steps(2);
        window.harness.hover_at(from + egui::vec2(5.0 * 18.0, 0.0));
        window.harness.run_steps(2);
        window.harness.drop_at(from + egui::vec2(5.0 * 18.0, 0.0));
        window.harness.run_steps(2);
        assert_eq!(window.session().open.as_ref().unwrap().position.side(), side);
        let five: String = text.chars().take(5).collect();
        assert_eq!(window.copied(egui::Event::Copy), five);
    }
}

#[test]
fn the_text_scrolls_as_one() {
    let long: String = (1..200).map(|n| format!("第{n}段，头发和发展不是一回事。\n\n")).collect();
    let mut window = Window::text(&long);
    window.press(Modifiers::NONE, Key::F4);
    window.until("both are shown", Session::compares);
    for _ in 0..7 {
        window.press(Modifiers::NONE, Key::PageDown);
    }
    window.harness.run_steps(20);
    let place = window.session().open.as_ref().unwrap().place();
    let first: String = long.get(place.get()..).unwrap().chars().take_while(|c| *c != '\n').collect();
    assert!(place.get() > 0);
    let other = first.replace("头发", "頭髮").replace("发展", "發展");
    let [left, right] = [&first, &other].map(|text| paragraph(&window, text));
    assert!((left.bottom() - right.bottom()).abs() < 0.01, "{left:?} {right:?}");
}

#[test]
fn compare_mode_is_remembered_and_the_source_alone_puts_it_away() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    write(&file, TEXT);
    let mut window = Window::open_in(folder, Some(Source::Path(file.clone())));
    window.press(Modifiers::NONE, Key::F4);
    window.until("both are shown", Session::compares);
    let Window { harness, folder } = window;
    let mut app = harness.into_state();
    eframe::App::on_exit(&mut app, None);
    let mut again = Window::open_in(folder, Some(Source::Path(file)));
    again.until("both are shown again", Session::compares);
    again.click("As in the file");
    assert!(!again.session().compares() && !again.session().settings.compare);
    assert!(!again.sees("頭髮和發展不是一回事。"));
    again.press(Modifiers::NONE, Key::F4);
    again.until("both are shown", Session::compares);
    again.press(Modifiers::NONE, Key::F4);
    assert_eq!(shown(again.session()), Script::Hant);
    assert!(!again.sees("头发和发展不是一回事。") && again.sees("頭髮和發展不是一回事。"));
}

#[test]
fn what_the_source_is_compared_with_is_not_taken_for_the_script_of_the_document() {
    let remembered = |window: &Window| match window.session().remembered_place() {
        Some(Record::Document { state, .. }) => state.script,
        _ => panic!("nothing is remembered"),
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    write(&file, TEXT);
    let mut window = Window::open_in(folder, Some(Source::Path(file.clone())));
    window.press(Modifiers::NONE, Key::F4);
    window.until("both are shown", Session::compares);
    assert_eq!((shown(window.session()), remembered(&window)), (Script::Hant, Script::Source));
    let Window { harness, folder } = window;
    let mut app = harness.into_state();
    eframe::App::on_exit(&mut app, None);

    let mut again = Window::open_in(folder, Some(Source::Path(file)));
    again.until("both are shown again", Session::compares);
    assert_eq!((shown(again.session()), remembered(&again)), (Script::Hant, Script::Source));
    // Reading it again changes nothing; choosing a script does, and so does reading on in it alone.
    again.press(Modifiers::COMMAND, Key::R);
    again.until("it is read again", |session| session.loading.is_none());
    again.until("both are shown again", Session::compares);
    assert_eq!(remembered(&again), Script::Source);
    again.click("Traditional, Taiwan");
    assert_eq!(remembered(&again), Script::Tw);
    again.click("As in the file");
    assert_eq!(remembered(&again), Script::Source);
    again.press(Modifiers::NONE, Key::F4);
    again.press(Modifiers::NONE, Key::F4);
    assert_eq!((shown(again.session()), remembered(&again)), (Script::Hant, Script::Hant));
}
