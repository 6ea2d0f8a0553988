//! Finding one's way in the window: searching, going to a place, commands.

use egui::{self, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use gangmu::script::Script;
use gangmu::session::{FinderKind, NoticeKind};

use crate::window::Window;

const TEXT: &str = "演講集\n\n演講 篇1\n\n各位同學：\n\n一、發展圖書館\n\n圖書館裏有很多書。\n\n(一)買書\n\n每年買一百本書。\n\n\
                    (二)借書\n\n每人每次借三本書。\n\n二、頭髮與發展\n\n理髮之後再談發展。\n\n演講 篇2\n\n一、回顧\n\n去年很好。\n\n二、展望\n\n明年更好。\n";

/// Searches for `words` and waits for the end of it.
fn search(window: &mut Window, words: &str) {
    window.press(Modifiers::COMMAND, Key::F);
    window.harness.get_by_role_and_label(Role::SearchInput, "Find in the text").type_text(words);
    window.harness.run_steps(3);
    window.until("all is searched", |session| session.shows_search() && session.search.searched.is_none());
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
    window.until("simplified is shown", |session| {
        session.open.as_ref().unwrap().script.shown() == Script::Hans
    });
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
    assert!(window.sees("Not a valid regular expression"));
}

#[test]
fn the_section_of_a_hit_is_the_one_that_is_read_until_the_reader_goes_on() {
    let lines = |n: usize| format!("第{n}行的文字在這裡。\n\n").repeat(12);
    let text =
        format!("一、開頭\n\n{}二、中間\n\n詞在這裡。\n\n{}三、結尾\n\n{}", lines(1), lines(2), lines(3));
    let mut window = Window::text(&text);
    search(&mut window, "詞在");
    window.harness.run_steps(4);
    let open = |window: &Window| {
        let open = window.session().open.as_ref().unwrap();
        (open.place(), open.current().map(gangmu::outline::SectionId::index))
    };
    let (top, read) = open(&window);
    assert_eq!(read, Some(1));
    assert!(top.get() < text.find("二、").unwrap(), "some lines stand above the hit");
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::NONE, Key::PageUp);
    window.harness.run_steps(4);
    assert_eq!(open(&window).1, Some(0));
}

#[test]
fn searching_leaves_one_place_behind_and_escape_ends_it() {
    let mut window = Window::text(TEXT);
    window.go_to("(一)買書");
    let before = window.session().open.as_ref().unwrap().place();
    search(&mut window, "书");
    window.press(Modifiers::NONE, Key::F3);
    window.press(Modifiers::NONE, Key::F3);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.session().shows_search());
    window.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.session().open.as_ref().unwrap().place(), before);
    // F3 takes the search up again.
    window.press(Modifiers::NONE, Key::F3);
    window.until("searched again", |session| session.shows_search() && !session.search.hits.is_empty());
}

#[test]
fn a_slash_searches_unless_it_is_typed() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::NONE, Key::Slash);
    assert!(window.session().shows_search());
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    window.press(Modifiers::NONE, Key::Slash);
    assert!(!window.session().shows_search());
}

#[test]
fn another_document_is_searched_for_the_same_words() {
    let mut window = Window::text(TEXT);
    search(&mut window, "回顾");
    assert_eq!(window.session().search.hits.len(), 1);
    window.click("Menu");
    window.harness.get_by_label("Help").click_accesskit();
    window.harness.run_steps(6);
    window.click("Open the sample");
    window.until("the sample", |session| session.loading.is_none() && session.search.searched.is_none());
    let session = window.session();
    let text = session.open.as_ref().unwrap().document().text();
    assert!(session.search.hits.iter().all(|hit| matches!(hit.slice(text), "回顾" | "回顧")));
}

/// Types `words` into the box that `keys` open.
fn ask(window: &mut Window, modifiers: Modifiers, key: Key, words: &str) {
    window.press(modifiers, key);
    let field = window.session().finder.as_ref().unwrap().kind;
    let label = match field {
        FinderKind::Places => "Words of a heading, pinyin initials, 3.2, 45% or L120",
        FinderKind::Commands => "A command or a heading",
    };
    window.harness.get_by_role_and_label(Role::SearchInput, label).type_text(words);
    window.harness.run_steps(4);
}

fn place_of(window: &Window, words: &str) -> bool {
    let open = window.session().open.as_ref().unwrap();
    let text = open.document().text();
    text.get(open.place().get()..).unwrap().starts_with(words)
}

#[test]
fn a_place_is_found_by_address_words_initials_share_and_line() {
    let mut window = Window::text(TEXT);
    for (asked, place) in [
        ("1.2", "二、頭髮與發展"),
        ("借书", "(二)借書"),
        ("tfyfz", "二、頭髮與發展"),
        ("hg", "一、回顧"),
        ("L7", "一、發展圖書館"),
        (":1", "演講集"),
        ("１．１．２", "(二)借書"),
    ] {
        ask(&mut window, Modifiers::COMMAND, Key::G, asked);
        window.press(Modifiers::NONE, Key::Enter);
        assert!(window.session().finder.is_none(), "{asked}");
        assert!(place_of(&window, place), "{asked}");
    }
    ask(&mut window, Modifiers::COMMAND, Key::G, "0%");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(place_of(&window, "演講集"));
    window.press(Modifiers::ALT, Key::ArrowLeft);
    assert!(place_of(&window, "(二)借書"), "a jump leaves its place behind");
}

#[test]
fn enter_in_the_frame_of_the_last_letters_goes_where_they_lead() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::COMMAND, Key::G);
    window.harness.event(egui::Event::Text("回顾".into()));
    window.harness.key_press(Key::Enter);
    window.harness.run_steps(3);
    assert!(window.session().finder.is_none());
    assert!(place_of(&window, "一、回顧"));
}

#[test]
fn the_second_of_the_places_is_chosen_by_keys_and_escape_goes_nowhere() {
    let mut window = Window::text(TEXT);
    ask(&mut window, Modifiers::COMMAND, Key::G, "发展");
    assert!(window.harness.query_by_role_and_label(Role::ListBoxOption, "二、頭髮與發展").is_some());
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert!(window.sees("理髮之後再談發展。"), "where it leads is seen");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(place_of(&window, "二、頭髮與發展"));
    ask(&mut window, Modifiers::COMMAND, Key::G, "1");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.session().finder.is_none());
    assert!(place_of(&window, "二、頭髮與發展"));
    ask(&mut window, Modifiers::COMMAND, Key::G, "沒有這個");
    assert!(window.sees("Nothing matches"));
}

#[test]
fn commands_are_given_by_name_and_only_those_that_can_be() {
    let mut window = Window::text(TEXT);
    ask(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::P, "fold all");
    assert!(window.harness.query_by_role_and_label(Role::ListBoxOption, "Fold all").is_some());
    window.press(Modifiers::NONE, Key::Enter);
    assert!(!window.session().open.as_ref().unwrap().outline.folds().is_empty());
    ask(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::P, "Reload");
    assert!(window.harness.query_by_role_and_label(Role::ListBoxOption, "Reload").is_none());
    window.press(Modifiers::NONE, Key::Escape);
    ask(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::P, "回顾");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(place_of(&window, "一、回顧"), "a heading is found among the commands");
}

#[test]
fn the_filter_takes_pinyin_initials_as_the_box_for_places_does() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    window.harness.event(egui::Event::Text("tfyfz".into()));
    window.harness.run_steps(4);
    assert!(window.has_row("二、頭髮與發展") && !window.has_row("(一)買書"));
}

#[test]
fn an_empty_clipboard_and_a_copied_report_are_told() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::V);
    let told = |session: &gangmu::session::Session| {
        session.notices.iter().any(|notice| matches!(notice.kind, NoticeKind::NothingToPaste))
    };
    window.until("nothing came", told);
    ask(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::P, "Copy details");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.sees("It holds nothing of your documents"));
}

#[test]
fn the_sheet_names_every_key_and_escape_puts_it_away() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::NONE, Key::F1);
    assert!(window.sees("Next match: F3"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.session().screen.sheet.is_none());
}

#[test]
fn only_the_text_is_left_until_escape() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::SHIFT, Key::F11);
    assert!(!window.has_row("(二)借書") && !window.sees("Menu"));
    assert!(window.harness.query_by_role_and_label(Role::Paragraph, "圖書館裏有很多書。").is_some());
    window.press(Modifiers::NONE, Key::F11);
    assert!(window.session().screen.full_screen);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.has_row("(二)借書") && window.session().screen.full_screen);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.session().screen.full_screen);
}

#[test]
fn what_is_left_to_read_is_told_of_the_section_and_of_the_document() {
    let mut window = Window::text(TEXT);
    window.go_to("二、展望");
    // 二、展望 and 明年更好。 are nine characters.
    assert!(window.sees("9 characters left in the section, 9 in the text"));
    window.go_to("一、回顧");
    assert!(window.sees("9 characters left in the section, 18 in the text"));
}

const HEADINGS: &str =
    "一、發展圖書館\n\n書很多。\n\n二、頭髮與發展\n\n理髮。\n\n三、展望\n\n明年。\n\n四、發揚\n\n好。\n";

/// Types into the row of the outline that has the focus.
fn typed(window: &mut Window, text: &str) -> String {
    for c in text.chars() {
        window.harness.event(egui::Event::Text(c.to_string()));
        window.harness.run_steps(3);
    }
    let focused = window.harness.root().children_recursive().find(egui_kittest::Node::is_focused);
    focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

#[test]
fn typing_in_the_outline_goes_to_the_next_heading_that_fits() {
    for (text, to) in [
        ("展", "三、展望"),
        ("头发", "二、頭髮與發展"),
        ("zw", "三、展望"),
        ("四", "四、發揚"),
        ("fy", "四、發揚"),
        // The same letter again asks for the next one.
        ("f", "四、發揚"),
        ("ff", "一、發展圖書館"),
        ("沒有", "一、發展圖書館"),
    ] {
        let mut window = Window::text(HEADINGS);
        window.press(Modifiers::NONE, Key::F6);
        window.press(Modifiers::NONE, Key::Home);
        assert_eq!(typed(&mut window, text), to, "{text}");
    }
}

#[test]
fn keys_are_called_what_stands_on_them() {
    let mut window = Window::text(HEADINGS);
    window.press(Modifiers::NONE, Key::F1);
    for keys in
        ["Larger text: Ctrl+＋ or Ctrl+＝", "Appearance: Ctrl+,", "Next section: Ctrl+Page Down or Alt+↓"]
    {
        assert!(window.sees(keys), "{keys}");
    }
}

#[test]
fn keys_of_other_programs_say_what_there_is_and_the_sheet_says_what_this_program_is() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::COMMAND, Key::T);
    assert!(window.session().settings.outline_shown);
    window.press(Modifiers::COMMAND, Key::P);
    // Nothing can print where there is no desktop, which is told with the place of the pages.
    window.until("the pages are made", |session| {
        session
            .notices
            .iter()
            .any(|notice| matches!(&notice.kind, NoticeKind::NotPrinted(path) if path.exists()))
    });
    window.press(Modifiers::COMMAND, Key::S);
    assert!(window.session().export_form().is_some());
    ask(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::P, "About");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.sees("Gangmu 綱目"));
    window.click("Copy details for a report");
    window.harness.run_steps(2);
    assert!(window.sees("It holds nothing of your documents"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.session().screen.sheet.is_none());
}
