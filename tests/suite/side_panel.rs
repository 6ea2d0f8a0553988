//! One panel beside the text at a time, in every size of the window; what Escape closes, and in which order.

use egui::accesskit::{Role, Toggled};
use egui::{self, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::window::Window;
use gangmu::session::{Action, Message, ShellMessage, SidePanel};

const TEXT: &str = "第一章 起\n\n第一節 甲\n\n甲的內容，說到圖書館。\n\n第二節 乙\n\n乙的內容。\n\n第二章 承\n\n第一節 丙\n\n丙的內容，又說圖書館。\n";

const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// What opens each panel, and its title.
const PANELS: [(Modifiers, Key, &str); 6] = [
    (Modifiers::COMMAND, Key::F, "Search"),
    (Modifiers::COMMAND, Key::Comma, "Reading appearance"),
    (CTRL_SHIFT, Key::D, "Doubts about the outline"),
    (CTRL_SHIFT, Key::R, "Rules of your own"),
    (CTRL_SHIFT, Key::U, "Words of your own"),
    (CTRL_SHIFT, Key::K, "Review"),
];

fn resized(window: &mut Window, width: f32, height: f32) {
    window.harness.set_size(egui::vec2(width, height));
    window.harness.run_steps(4);
}

/// The buttons that close a panel: there is one for each that is shown.
fn closing(window: &Window) -> Vec<egui::Rect> {
    window.harness.query_all_by_role_and_label(Role::Button, "Dismiss").map(|node| node.rect()).collect()
}

#[test]
fn a_panel_takes_the_place_of_the_one_before_and_all_have_one_width() {
    let mut window = Window::text(TEXT);
    for (width, height) in [(1280.0, 800.0), (700.0, 500.0)] {
        resized(&mut window, width, height);
        let mut edges = Vec::new();
        for (modifiers, key, title) in PANELS {
            window.press(modifiers, key);
            window.harness.run_steps(3);
            let closing = closing(&window);
            assert_eq!(closing.len(), 1, "{title}");
            let splitter =
                window.harness.get_by_role_and_label(Role::Splitter, "Width of the side panel").rect();
            assert!(closing[0].right() <= width && closing[0].right() > width - 40.0, "{title}: {closing:?}");
            edges.push(splitter.center().x);
        }
        assert!(edges.iter().all(|edge| (edge - edges[0]).abs() < 0.5), "{edges:?}");
        window.press(Modifiers::NONE, Key::Escape);
        assert!(window.session().side_panel.is_none());
    }
}

#[test]
fn in_a_narrow_window_a_panel_about_the_text_takes_the_place_of_the_outline_and_one_about_the_outline_does_not()
 {
    let mut window = Window::text(TEXT);
    let right = |window: &Window| {
        let column = window.harness.get_by_role_and_label(Role::ScrollBar, "Reading position");
        column.rect().right()
    };
    for (width, (modifiers, key), moves, outline) in [
        (1280.0, (Modifiers::COMMAND, Key::F), true, true),
        (800.0, (Modifiers::COMMAND, Key::F), true, false),
        (1280.0, (CTRL_SHIFT, Key::R), true, true),
        (800.0, (CTRL_SHIFT, Key::R), false, true),
    ] {
        resized(&mut window, width, 600.0);
        let before = right(&window);
        window.press(modifiers, key);
        window.harness.run_steps(3);
        assert_eq!(right(&window) < before - 100.0, moves, "{width} {key:?}");
        assert_eq!(window.has_row("第一節 甲"), outline, "{width} {key:?}");
        window.press(Modifiers::NONE, Key::Escape);
        window.harness.run_steps(2);
        assert!(window.has_row("第一節 甲") && window.session().side_panel.is_none());
    }
}

#[test]
fn who_asks_for_the_outline_gets_it_where_a_panel_stands_in_its_place() {
    let mut window = Window::text(TEXT);
    resized(&mut window, 800.0, 600.0);
    for (modifiers, key) in [(Modifiers::NONE, Key::F9), (Modifiers::NONE, Key::F6), (CTRL_SHIFT, Key::O)] {
        window.press(Modifiers::COMMAND, Key::F);
        window.harness.run_steps(3);
        assert!(!window.has_row("第一節 甲"));
        window.press(modifiers, key);
        window.harness.run_steps(3);
        assert!(window.has_row("第一節 甲") && window.session().side_panel.is_none(), "{key:?}");
    }
}

#[test]
fn the_keys_go_through_the_menus_and_escape_closes_one_at_a_time() {
    let mut window = Window::text(TEXT);
    let sees = |window: &Window, name: &str| {
        window.harness.query_all_by_label(name).any(|node| node.accesskit_node().role() != Role::Label)
    };
    window.press(Modifiers::NONE, Key::F10);
    window.harness.run_steps(3);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.harness.run_steps(3);
    window.press(Modifiers::NONE, Key::ArrowRight);
    window.harness.run_steps(6);
    assert!(sees(&window, "Print…") && sees(&window, "Help"), "the file menu is open");
    window.press(Modifiers::NONE, Key::Escape);
    window.harness.run_steps(3);
    assert!(!sees(&window, "Print…") && sees(&window, "Help"), "and closed");
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.harness.run_steps(3);
    window.press(Modifiers::NONE, Key::ArrowRight);
    window.harness.run_steps(6);
    assert!(sees(&window, "Select all"), "the keys go on from there");
    for _ in 0..2 {
        window.press(Modifiers::NONE, Key::Escape);
        window.harness.run_steps(3);
    }
    assert!(!sees(&window, "Help"));
    window.press(Modifiers::NONE, Key::F10);
    window.press(Modifiers::NONE, Key::F10);
    window.harness.run_steps(3);
    assert!(!sees(&window, "Help"), "the same key closes it");
}

/// What is shown while the pointer rests on `at`.
fn tooltip(window: &mut Window, at: egui::Pos2) -> bool {
    window.harness.hover_at(at);
    window.harness.run_steps(3);
    let ids = window.harness.ctx.memory(|memory| memory.areas().visible_layer_ids());
    ids.iter().any(|layer| layer.order == egui::Order::Tooltip)
}

#[test]
fn buttons_of_actions_that_have_keys_say_so() {
    let mut window = Window::text(TEXT);
    window.harness.ctx.all_styles_mut(|style| {
        style.interaction.tooltip_delay = 0.0;
        style.interaction.show_tooltips_only_when_still = false;
    });
    let ctrl = Modifiers::COMMAND;
    for (panel, buttons) in [
        (
            None,
            &[
                "Menu",
                "Open…",
                "Compare with the source",
                "Simplified",
                "Export…",
                "Filter headings",
                "Tick all",
            ][..],
        ),
        (Some((ctrl, Key::F)), &["Previous match", "Next match"]),
    ] {
        if let Some((modifiers, key)) = panel {
            window.press(modifiers, key);
            window.type_text("的");
            window.until("all is searched", |session| session.search.searched.is_none());
            window.harness.run_steps(4);
        }
        for name in buttons {
            let is_hit = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() != Role::Label;
            let found = window.harness.query_all_by_label(name).find(is_hit).map(|node| node.rect().center());
            assert!(tooltip(&mut window, found.unwrap_or_else(|| panic!("no {name}"))), "{name}");
        }
    }
}

#[test]
fn the_outline_keeps_its_width_when_the_window_grows_again() {
    let mut window = Window::text(TEXT);
    let edge = |window: &Window| {
        window.harness.get_by_role_and_label(Role::Splitter, "Width of the outline").rect().center().x
    };
    let before = edge(&window);
    resized(&mut window, 640.0, 400.0);
    assert!(edge(&window) < before - 30.0, "{} → {}", before, edge(&window));
    resized(&mut window, 1280.0, 800.0);
    assert!((edge(&window) - before).abs() < 0.5, "{before} → {}", edge(&window));
}

#[test]
fn what_was_found_is_there_again_when_the_panel_comes_back() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::COMMAND, Key::F);
    window.type_text("圖書館");
    window.until("found", |session| session.search.hits.len() == 2 && session.search.searched.is_none());
    let serial = window.session().search.serial;
    window.press(Modifiers::COMMAND, Key::Comma);
    assert!(!window.session().shows_search());
    window.press(Modifiers::COMMAND, Key::F);
    assert_eq!((window.session().search.hits.len(), window.session().search.serial), (2, serial));
    assert!(window.session().shows_search());
}

#[test]
fn the_first_field_of_a_panel_has_the_focus() {
    let mut window = Window::text(TEXT);
    for (key, field) in [(Key::R, "Rule"), (Key::U, "Word in the source")] {
        window.press(CTRL_SHIFT, key);
        window.harness.run_steps(3);
        let field = window.harness.get_by_role_and_label(Role::TextInput, field);
        assert!(field.is_focused());
        window.press(Modifiers::COMMAND, Key::A);
        assert!(!window.session().is_enabled(Action::SelectNothing), "Ctrl+A is the field's");
    }
}

#[test]
fn escape_closes_one_layer_at_a_time() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::SHIFT, Key::F11);
    window.press(Modifiers::COMMAND, Key::A);
    window.press(Modifiers::COMMAND, Key::Comma);
    window.press(CTRL_SHIFT, Key::P);
    let left = |window: &Window| {
        let session = window.session();
        let open = session.open.as_ref().unwrap();
        [
            session.finder.is_some(),
            matches!(session.side_panel, Some(SidePanel::Appearance)),
            open.has_selection(),
            session.screen.only_text,
        ]
    };
    assert_eq!(left(&window), [true; 4]);
    for closed in 1..=4 {
        window.press(Modifiers::NONE, Key::Escape);
        let expected: Vec<bool> = (0..4).map(|layer| layer >= closed).collect();
        assert_eq!(left(&window).to_vec(), expected);
    }
}

#[test]
fn escape_in_a_menu_closes_the_menu_alone() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::COMMAND, Key::A);
    window.click("Menu");
    assert!(window.sees("Encoding"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.sees("Encoding"));
    assert!(window.session().open.as_ref().unwrap().has_selection());
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.session().open.as_ref().unwrap().has_selection());
}

#[test]
fn notices_go_before_what_hides_the_window_and_after_the_selection() {
    use gangmu::session::{NoticeKind, Session};
    let mut session = Session::default();
    session.notices.say(NoticeKind::NothingToPaste);
    session.screen.full_screen = true;
    session.screen.sheet = Some(gangmu::session::Sheet::Keys);
    let mut escape = || {
        let _ = session.update(Message::Shell(ShellMessage::Escape));
        (session.screen.sheet.is_some(), session.notices.iter().count(), session.screen.full_screen)
    };
    assert_eq!([escape(), escape(), escape()], [(false, 1, true), (false, 0, true), (false, 0, false)]);
}

#[test]
fn the_palette_is_as_high_as_before_after_a_search_without_hits() {
    let mut window = Window::text(TEXT);
    window.press(CTRL_SHIFT, Key::P);
    window.harness.run_steps(3);
    let rows = |window: &Window| window.harness.query_all_by_role(Role::ListBoxOption).count();
    let before = rows(&window);
    assert!(before >= 8, "{before}");
    window.type_text("zzzzqqq");
    assert_eq!(rows(&window), 0);
    window.press(Modifiers::COMMAND, Key::A);
    window.press(Modifiers::NONE, Key::Backspace);
    window.harness.run_steps(4);
    assert_eq!(rows(&window), before);
    for _ in 0..20 {
        window.press(Modifiers::NONE, Key::ArrowDown);
    }
    window.harness.run_steps(3);
    let chosen = window
        .harness
        .query_all_by_role(Role::ListBoxOption)
        .find(|node| node.accesskit_node().toggled() == Some(Toggled::True))
        .map(|node| node.rect());
    assert!(chosen.is_some_and(|rect| rect.bottom() < 72.0 + 420.0), "{chosen:?}");
}

#[test]
fn two_columns_in_vertical_text_are_refused_with_a_reason() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::NONE, Key::F7);
    window.press(Modifiers::SHIFT, Key::F7);
    window.press(Modifiers::SHIFT, Key::F7);
    assert!(window.sees("Two columns work only with horizontal text"));
    assert_eq!(window.session().notices.iter().count(), 1, "never twice the same");
    window.press(Modifiers::NONE, Key::F7);
    window.harness.run_steps(3);
    assert!(!window.sees("Two columns work only with horizontal text"), "it is said of what can be done");
}

#[test]
fn a_notice_goes_by_itself_and_stands_over_the_text_alone() {
    let mut window = Window::text(TEXT);
    window.press(CTRL_SHIFT, Key::V);
    window.harness.event(egui::Event::Paste(" ".into()));
    window.harness.run_steps(3);
    let notice =
        window.harness.get_by_role_and_label(Role::Alert, "There is no text on the clipboard").rect();
    let outline = window.harness.get_by_role_and_label(Role::Splitter, "Width of the outline").rect();
    assert!(notice.left() > outline.right(), "{notice:?} {outline:?}");
    let now = window.harness.input().time.unwrap_or_default();
    window.harness.input_mut().time = Some(now + 60.0);
    window.harness.run_steps(3);
    assert_eq!(window.session().notices.iter().count(), 0);
}

#[test]
fn page_down_at_the_end_stays_at_the_end() {
    let text = format!("{TEXT}\n{}", "又一段話，說的是園子裡的花草。\n\n".repeat(60));
    let mut window = Window::text(&text);
    window.press(Modifiers::NONE, Key::End);
    let end = window.session().open.as_ref().unwrap().place();
    for _ in 0..3 {
        window.press(Modifiers::NONE, Key::PageDown);
        assert_eq!(window.session().open.as_ref().unwrap().place(), end);
    }
    window.press(Modifiers::NONE, Key::PageUp);
    assert!(window.session().open.as_ref().unwrap().place() < end);
}

#[test]
fn a_cleared_filter_shows_the_current_section_again_and_its_hits_are_marked() {
    let sections: String = (1..=80).map(|n| format!("第{n}章 說到{n}\n\n正文。\n\n")).collect();
    let mut window = Window::text(&sections);
    window.press(Modifiers::COMMAND, Key::G);
    window.type_text("72");
    window.press(Modifiers::NONE, Key::Enter);
    window.harness.run_steps(3);
    assert!(window.has_row("第72章 說到72"));
    window.press(CTRL_SHIFT, Key::O);
    window.type_text("說到3");
    window.harness.run_steps(3);
    assert!(!window.has_row("第72章 說到72"));
    window.press(Modifiers::NONE, Key::Escape);
    window.harness.run_steps(3);
    assert!(window.has_row("第72章 說到72"));
}

#[test]
fn the_first_words_of_a_text_without_a_file_stand_once_in_the_title() {
    let mut window = Window::text("第一章 起\n\n甲。\n\n第二章 承\n\n乙。\n");
    let title = |window: &Window| window.harness.root().accesskit_node().label();
    assert_eq!(title(&window).as_deref(), Some("第一章 起 — Gangmu"));
    window.go_to("第二章 承");
    window.harness.run_steps(2);
    assert_eq!(title(&window).as_deref(), Some("第二章 承 — 第一章 起 — Gangmu"));
}

/// Presses a key as the window system does: the harness does not let the program see raw events.
fn press_raw(window: &mut Window, key: Key) {
    let pressed = |pressed| egui::Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    for event in [pressed(true), pressed(false)] {
        let mut input = egui::RawInput { events: vec![event], ..egui::RawInput::default() };
        let ctx = window.harness.ctx.clone();
        eframe::App::raw_input_hook(window.harness.state_mut(), &ctx, &mut input);
        for event in input.events {
            window.harness.event(event);
        }
        window.harness.run_steps(4);
    }
}

#[test]
fn the_pointer_that_rests_on_a_menu_does_not_open_it_while_the_keys_do() {
    let mut window = Window::text(TEXT);
    press_raw(&mut window, Key::F10);
    let edit = window.harness.get_by_label("Edit").rect().center();
    press_raw(&mut window, Key::F10);
    window.harness.hover_at(edit);
    window.harness.run_steps(3);
    press_raw(&mut window, Key::F10);
    assert!(window.sees("Help") && !window.sees("Copy with headings"), "no menu but the first");
    press_raw(&mut window, Key::ArrowDown);
    press_raw(&mut window, Key::ArrowRight);
    assert!(window.sees("Print…") && !window.sees("Copy with headings"), "the one that the keys opened");
}
