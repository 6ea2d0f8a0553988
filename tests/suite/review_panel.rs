//! The review in the window: scars are found, mended, undone, exported and still mended when the document is opened
//! again; the file stays as it is.

use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use gangmu::script::Script;
use gangmu::session::review::Standing;
use gangmu::session::{Session, Source};

use crate::window::Window;

/// A report with five scars; two more words that are right.
const DAMAGED: &str = "一、開館\n\n這個學校的圖書館今年開始實行責任制,合同管理製為主要辦法,併為學生準備了新書。\n\n\
                       二、嚴重製約\n\n讀者的人數不斷髮展,座位嚴重製約了我們,請看協調錶。\n";
const MENDED: &str = "一、開館\n\n這個學校的圖書館今年開始實行責任制,合同管理制為主要辦法,並為學生準備了新書。\n\n\
                      二、嚴重制約\n\n讀者的人數不斷發展,座位嚴重制約了我們,請看協調表。\n";

fn damaged() -> (Window, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    crate::support::write(&file, DAMAGED);
    (Window::open_in(folder, Some(Source::Path(file.clone()))), file)
}

fn reviewed(window: &mut Window) {
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
    window.until("the text is looked through", |session| session.review.finds.is_some());
    window.harness.run_steps(3);
}

/// The whole text as it is shown.
fn shown(session: &Session) -> String {
    let open = session.open.as_ref().unwrap();
    let text = open.document().text();
    let presentation = open.presentation();
    let all = gangmu::text::SourceRange::new(0, text.len());
    presentation.show(presentation.mended_text(text, all)).into_owned()
}

fn copied(window: &mut Window) -> String {
    window.press(Modifiers::COMMAND, Key::A);
    window.copied(Event::Copy)
}

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

#[test]
fn three_scars_are_mended_exported_and_still_mended_when_opened_again() {
    let (mut window, file) = damaged();
    reviewed(&mut window);
    assert!(window.sees("0 of 6 decided") && window.sees("Very likely wrong: 6"));
    // Enter goes to the first, accepts it and goes on to the next.
    for _ in 0..4 {
        window.press(Modifiers::NONE, Key::Enter);
    }
    assert!(window.sees("3 of 6 decided"), "{:?}", window.session().review.standing);
    let three =
        DAMAGED.replace("管理製", "管理制").replace("併為", "並為").replace("二、嚴重製約", "二、嚴重制約");
    assert_eq!(shown(window.session()), three);
    assert!(window.has_row("二、嚴重制約"), "the outline follows");
    window.press(Modifiers::COMMAND, Key::Num2);
    window.until("the script is shown", |session| {
        session.open.as_ref().is_some_and(|o| o.script.shown() == Script::Hans)
    });
    assert!(shown(window.session()).contains("并为学生") && window.has_row("二、严重制约"));
    window.press(Modifiers::COMMAND, Key::Num1);
    // All that is sure, with one step back.
    window.click("Accept all 3 very likely ones");
    assert_eq!(shown(window.session()), MENDED);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(shown(window.session()), three);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(shown(window.session()), MENDED);
    let copy = copied(&mut window);
    assert!(copy.contains("不斷發展,座位嚴重制約"), "{copy}");
    window.press(Modifiers::COMMAND, Key::E);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    window.click("Format Word (.docx)");
    window.click("Markdown (.md)");
    window.click("Export");
    let exported = window.folder.path().join("a-gangmu.md");
    window.until("it is exported", |_| exported.exists());
    let exported = String::from_utf8(bytes(&exported)).unwrap();
    assert!(
        exported.contains("嚴重制約\n\n讀者的人數不斷發展,座位嚴重制約了我們,請看協調表。"),
        "{exported}"
    );
    assert_eq!(bytes(&file), DAMAGED.as_bytes(), "the file is never touched");
    let Window { harness, folder } = window;
    eframe::App::on_exit(&mut harness.into_state(), None);
    let mut again = Window::open_in(folder, None);
    assert_eq!(shown(again.session()), MENDED);
    reviewed(&mut again);
    assert!(again.sees("6 of 6 decided"));
    assert_eq!(bytes(&file), DAMAGED.as_bytes());
}

#[test]
fn decisions_survive_an_edited_file_and_lost_ones_are_told() {
    let (mut window, file) = damaged();
    reviewed(&mut window);
    window.click("Accept all 6 very likely ones");
    let edited = format!("新的第一行。\n\n{}", DAMAGED.replace("請看協調錶", "看座位表"));
    crate::support::write(&file, &edited);
    window.press(Modifiers::COMMAND, Key::R);
    window.until("the file is read again", |session| {
        session.loading.is_none()
            && session.open.as_ref().is_some_and(|o| o.document().text().starts_with("新的"))
    });
    assert_eq!(
        shown(window.session()),
        format!("新的第一行。\n\n{}", MENDED.replace("請看協調表", "看座位表"))
    );
    assert!(window.sees("one decision of the review has lost its place"));
    window.until("it is looked through again", |session| session.review.finds.is_some());
    assert!(window.sees("5 of 5 decided"));
}

#[test]
fn another_reading_keeping_and_deciding_anew() {
    let (mut window, _) = damaged();
    reviewed(&mut window);
    window.press(Modifiers::NONE, Key::F12);
    let at = window.session().review.current.unwrap();
    // The second candidate is not the one that is suggested.
    window.press(Modifiers::NONE, Key::Num2);
    let Standing::Kept = window.session().review.standing(at) else {
        panic!("{:?}", window.session().review.standing(at))
    };
    window.press(Modifiers::SHIFT, Key::F12);
    window.harness.get_by_role_and_label(Role::List, "Finds").focus();
    window.press(Modifiers::NONE, Key::K);
    assert_eq!(window.session().review.progress(), (2, 6));
    assert_eq!(shown(window.session()), DAMAGED);
    window.press(Modifiers::COMMAND, Key::Z);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.session().review.progress(), (0, 6));
}

#[test]
fn always_mends_the_word_wherever_it_stands() {
    let (mut window, _) = damaged();
    reviewed(&mut window);
    let find = |session: &Session, word: &str| {
        let finds = session.review.finds.as_ref().unwrap();
        (0..finds.list().len()).find(|at| finds.word(*at) == word).unwrap()
    };
    let word = find(window.session(), "制約".replace('制', "製").as_str());
    window.harness.get_all_by_label_contains("製約").next().unwrap();
    let _ = word;
    while window.session().review.current != Some(word) {
        window.press(Modifiers::NONE, Key::F12);
    }
    window.press(Modifiers::COMMAND | Modifiers::ALT, Key::Enter);
    let text = shown(window.session());
    assert_eq!((text.matches("制約").count(), text.matches("製約").count()), (2, 0));
    assert_eq!(window.session().open.as_ref().unwrap().script.words().text(), "# to: source\n製約\t制約\n");
    assert_eq!(window.session().review.progress().0, 2);
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(window.session().open.as_ref().unwrap().script.words().is_empty());
    assert_eq!(shown(window.session()), DAMAGED);
}

#[test]
fn the_source_is_shown_as_the_file_has_it_on_demand() {
    let (mut window, _) = damaged();
    reviewed(&mut window);
    window.click("Accept all 6 very likely ones");
    assert_eq!(shown(window.session()), MENDED);
    window.press(Modifiers::COMMAND, Key::A);
    let source = window.copied(crate::window::key_c(Modifiers::COMMAND | Modifiers::SHIFT, true));
    assert!(source.contains("不斷髮展"), "{source}");
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    let fields = window.harness.get_all_by_role(Role::SearchInput);
    fields.last().unwrap().type_text("source without corrections");
    window.harness.run_steps(2);
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(shown(window.session()), DAMAGED);
    assert!(window.has_row("二、嚴重製約"));
}

#[test]
fn readings_of_a_simplified_text_are_picked_for_all_places_of_a_word() {
    let text = "她说：“表，我看了一半。”\n\n这张是表。\n\n那也是表。\n\n座位严重制约我们。\n";
    let mut window = Window::text(text);
    window.press(Modifiers::COMMAND, Key::Num3);
    window.until("the script is shown", |session| {
        session.open.as_ref().is_some_and(|o| o.script.shown() == Script::Hant)
    });
    reviewed(&mut window);
    assert!(!window.sees("Sure:"));
    window.harness.get_all_by_label_contains("Choices:").next().unwrap().click();
    window.harness.run_steps(3);
    let finds = std::sync::Arc::clone(window.session().review.finds.as_ref().unwrap());
    let of_word = (0..finds.list().len()).filter(|at| finds.word(*at) == "表");
    let at = of_word.max_by_key(|at| finds.alike(*at).len()).unwrap();
    while window.session().review.current != Some(at) {
        window.press(Modifiers::NONE, Key::F12);
    }
    assert!(finds.alike(at).len() > 1);
    window.press(Modifiers::NONE, Key::Num2);
    assert_eq!(shown(window.session()).matches('錶').count(), 1);
    let word = (0..finds.list().len()).find(|at| finds.word(*at) == "制约").unwrap();
    while window.session().review.current != Some(word) {
        window.press(Modifiers::NONE, Key::F12);
    }
    window.press(Modifiers::COMMAND, Key::Enter);
    assert!(shown(window.session()).contains("嚴重制約"), "{}", shown(window.session()));
}

#[test]
fn a_clean_text_says_that_nothing_was_found() {
    let mut window = Window::text("他們在學校讀書，老師說得很好。");
    reviewed(&mut window);
    assert!(window.sees("Nothing found: no trace of a wrong conversion"));
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
    assert!(!window.session().shows_review());
}
