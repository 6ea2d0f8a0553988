//! Files without a dialog of the system's: the box of the program's own; packages; a file that changed; recent files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{self, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::support::write;
use crate::window::Window;
use gangmu::session::{NoticeKind, Session, Source};
use gangmu::ui::{FilePicker, NoDesktop};

const TEXT: &str = "第一章 起\n\n甲。\n\n第二章 承\n\n乙。\n";
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// The folder of the documents.
const DOCS: &str = "文件";

/// A system without dialogs: nothing is answered, at once.
struct NoDialogs;

impl FilePicker for NoDialogs {
    fn pick_file(&self, _title: &str) -> Option<PathBuf> {
        None
    }

    fn pick_target(&self, _title: &str, _path: &Path) -> Option<PathBuf> {
        None
    }
}

/// A window without dialogs, on a file in a folder with some others.
fn window() -> Window {
    let folder = tempfile::tempdir().unwrap();
    // Beside what the program remembers.
    let docs = folder.path().join(DOCS);
    std::fs::create_dir_all(docs.join("講話")).unwrap();
    for name in ["甲.txt", "乙.txt", "表.csv", "講話/丙.txt"] {
        write(docs.join(name), TEXT);
    }
    let source = Source::Path(docs.join("甲.txt"));
    let mut window = Window::begin_with(folder, Some(source), Arc::new(NoDesktop), Arc::new(NoDialogs));
    window.until("opened", |session| {
        session.open.as_ref().is_some_and(gangmu::session::OpenDocument::is_inferred)
    });
    window
}

fn text_of(path: &Path) -> String {
    String::from_utf8(std::fs::read(path).unwrap()).unwrap()
}

fn opened(session: &Session, name: &str) -> bool {
    session.open.as_ref().is_some_and(|open| open.content.name() == name)
}

fn rows(window: &Window) -> Vec<String> {
    use egui_kittest::kittest::NodeT as _;
    window
        .harness
        .query_all_by_role(Role::ListItem)
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

fn listed(window: &mut Window) {
    window.until("listed", |session| {
        session.file_chooser.as_ref().is_some_and(|chooser| chooser.entries.is_some())
    });
    window.harness.run_steps(3);
}

fn choose_file(window: &mut Window) {
    window.press(Modifiers::COMMAND, Key::O);
    listed(window);
}

#[test]
fn a_whole_path_that_is_pasted_stands_for_itself() {
    let mut window = window();
    choose_file(&mut window);
    let before = window.session().file_chooser.as_ref().unwrap().typed.clone();
    window.type_text("/");
    window.type_text("x");
    let typed = |window: &Window| window.session().file_chooser.as_ref().unwrap().typed.clone();
    assert_eq!(typed(&window), format!("{before}/x"), "what is typed stays");
    // Who types fast, or has a slow machine, types more than a letter from frame to frame.
    window.type_text("/y/z");
    assert_eq!(typed(&window), format!("{before}/x/y/z"), "and is not taken for a whole path");
    let path = window.folder.path().join(DOCS).join("乙.txt").to_string_lossy().into_owned();
    window.harness.event(egui::Event::Paste(path.clone()));
    window.harness.run_steps(3);
    assert_eq!(typed(&window), path);
}

#[test]
fn a_file_is_opened_by_typing_a_part_of_its_name() {
    let mut window = window();
    choose_file(&mut window);
    assert_eq!(rows(&window), ["講話", "乙.txt", "甲.txt"], "folders first, files of the kind that is meant");
    window.type_text("乙");
    assert_eq!(rows(&window), ["乙.txt"]);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    window.until("opened", |session| opened(session, "乙.txt"));
    assert!(window.session().file_chooser.is_none());
}

#[test]
fn folders_are_gone_through_by_keys_and_by_pointer() {
    let mut window = window();
    choose_file(&mut window);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    window.until("the folder", |session| {
        session
            .file_chooser
            .as_ref()
            .is_some_and(|chooser| chooser.listed().any(|entry| entry.name == "丙.txt"))
    });
    window.press(Modifiers::ALT, Key::ArrowUp);
    window.until("the folder above", |session| {
        session.file_chooser.as_ref().is_some_and(|chooser| chooser.listed().count() == 3)
    });
    window.click("All files");
    assert_eq!(rows(&window).len(), 4);
    window.harness.get_by_role_and_label(Role::ListItem, "甲.txt").click();
    window.harness.run_steps(3);
    window.harness.get_by_role_and_label(Role::Button, "Open").click();
    window.until("opened again", |session| session.file_chooser.is_none() && opened(session, "甲.txt"));
}

#[test]
fn a_wrong_path_leaves_what_was_typed_and_escape_leaves_the_document() {
    let mut window = window();
    choose_file(&mut window);
    window.type_text("沒有這個");
    window.press(Modifiers::NONE, Key::Enter);
    window.until("refused", |session| {
        session.file_chooser.as_ref().is_some_and(|chooser| chooser.error.is_some())
    });
    assert!(window.sees("no such file"));
    assert!(window.session().file_chooser.as_ref().unwrap().typed.ends_with("沒有這個"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.session().file_chooser.is_none() && opened(window.session(), "甲.txt"));
}

#[test]
fn words_are_written_and_a_file_is_replaced_only_when_that_was_said() {
    let mut window = window();
    window.press(CTRL_SHIFT, Key::U);
    window.click("Export words…");
    listed(&mut window);
    let target = window.folder.path().join(DOCS).join("甲.txt");
    assert!(window.session().file_chooser.as_ref().unwrap().typed.ends_with("gangmu-words.txt"));
    window.harness.get_by_role_and_label(Role::ListItem, "甲.txt").click();
    window.harness.run_steps(3);
    window.click("Save");
    window.until("asked", |session| {
        session.file_chooser.as_ref().is_some_and(gangmu::session::FileChooser::asks)
    });
    assert_eq!(text_of(&target), TEXT);
    window.harness.run_steps(2);
    window.click("Replace");
    window.until("written", |session| session.file_chooser.is_none());
    window.until("told", |session| {
        session.notices.iter().any(|n| matches!(n.kind, NoticeKind::Exported { .. }))
    });
    assert_ne!(text_of(&target), TEXT);
}

#[test]
fn a_package_is_refused_in_a_sentence_and_is_no_recent_file() {
    let mut window = window();
    let book = window.folder.path().join(DOCS).join("書.txt");
    write(&book, b"PK\x03\x04\x14\0\0\0[Content_Types].xml xl/workbook.xml");
    choose_file(&mut window);
    window.type_text("書");
    window.until("listed", |session| session.file_chooser.is_some());
    window.press(Modifiers::COMMAND, Key::A);
    window.type_text(&book.to_string_lossy());
    window.press(Modifiers::NONE, Key::Enter);
    window.until("refused", |session| session.notices.iter().next().is_some() && session.loading.is_none());
    assert!(window.sees("is a sheet, slides or another office document"));
    assert!(opened(window.session(), "甲.txt"));
    assert!(window.session().state.recents.iter().all(|recent| recent.path != book));
}

fn focus(window: &mut Window, focused: bool) {
    window.harness.input_mut().focused = focused;
    window.harness.event(egui::Event::WindowFocused(focused));
    window.harness.run_steps(3);
}

#[test]
fn a_file_that_changed_is_noticed_when_the_window_gets_the_focus() {
    let mut window = window();
    focus(&mut window, false);
    write(window.folder.path().join(DOCS).join("甲.txt"), "第一章 起\n\n改過了。\n");
    focus(&mut window, true);
    window.until("told", |session| session.notices.iter().any(|n| matches!(n.kind, NoticeKind::Changed)));
    focus(&mut window, false);
    focus(&mut window, true);
    assert_eq!(window.session().notices.iter().count(), 1, "once for each change");
    window.harness.get_by_role_and_label(Role::Button, "Reload").click();
    window.until("read again", |session| {
        session.open.as_ref().is_some_and(|open| open.document().text().contains("改過了"))
    });
    window.harness.run_steps(3);
    assert_eq!(window.session().notices.iter().count(), 0);
}

#[test]
fn a_file_that_was_moved_is_told_once_and_its_text_stays() {
    let mut window = window();
    let docs = window.folder.path().join(DOCS);
    let (file, elsewhere) = (docs.join("甲.txt"), docs.join("移走.txt"));
    std::fs::rename(&file, &elsewhere).unwrap();
    for focused in [false, true, false, true] {
        focus(&mut window, focused);
    }
    let gone =
        |session: &Session| session.notices.iter().filter(|n| matches!(n.kind, NoticeKind::Gone)).count();
    window.until("told", |session| gone(session) == 1);
    assert!(opened(window.session(), "甲.txt"));
    std::fs::rename(&elsewhere, &file).unwrap();
    window.press(Modifiers::NONE, Key::Escape);
    focus(&mut window, false);
    focus(&mut window, true);
    assert_eq!(window.session().notices.iter().count(), 0, "it is as it was");
}

#[test]
fn of_a_file_that_was_changed_and_then_moved_only_the_last_is_told() {
    let mut session = Session::default();
    session.notices.say(NoticeKind::Changed);
    session.notices.say(NoticeKind::Gone);
    let kinds: Vec<_> = session.notices.iter().map(|notice| &notice.kind).collect();
    assert!(matches!(kinds[..], [NoticeKind::Gone]), "{kinds:?}");
}

#[test]
fn recent_files_have_their_folder_are_marked_when_gone_and_can_be_forgotten() {
    let mut window = window();
    window.press(Modifiers::COMMAND, Key::W);
    assert!(window.sees("甲.txt") && !window.sees("missing"));
    std::fs::remove_file(window.folder.path().join(DOCS).join("甲.txt")).unwrap();
    focus(&mut window, false);
    focus(&mut window, true);
    let file = window.folder.path().join(DOCS).join("甲.txt");
    window.until("looked", |session| session.is_missing(&file));
    window.harness.run_steps(2);
    assert!(window.sees("missing"));
    window.click("Clear the list");
    assert!(window.session().state.recents.is_empty() && !window.sees("甲.txt"));
}

#[test]
fn all_that_the_first_page_lists_is_in_sight_in_a_low_window() {
    let folder = tempfile::tempdir().unwrap();
    let files = (0..6).map(|n| folder.path().join(format!("文章{n}.txt"))).inspect(|file| write(file, TEXT));
    let recents: Vec<_> = files.map(|path| serde_json::json!({ "path": path })).collect();
    std::fs::create_dir_all(folder.path().join("state")).unwrap();
    let state = serde_json::json!({ "schema": 1, "recents": recents });
    write(folder.path().join("state/state.json"), state.to_string());
    let mut window = Window::open_in(folder, None);
    window.press(Modifiers::COMMAND, Key::W);
    window.harness.set_size(egui::vec2(700.0, 500.0));
    window.harness.run_steps(3);
    for label in ["Open the sample", "文章0.txt", "文章5.txt", "Clear the list"] {
        let rect = window.harness.get_by_label(label).rect();
        assert!(rect.top() > 48.0 && rect.bottom() < 500.0, "{label}: {rect:?}");
    }
}

#[test]
fn the_sample_is_said_to_be_one_with_the_steps_of_the_main_job() {
    let mut window = Window::open(None);
    assert!(window.sees("This is a sample") && window.sees("③ Tick sections, then press Export"));
    window.click("Dismiss");
    assert!(!window.sees("This is a sample"));
    let window = Window::text(TEXT);
    assert!(!window.sees("This is a sample"));
}

#[test]
fn after_the_dialog_of_files_the_panel_goes_on_where_it_was() {
    use egui_kittest::kittest::NodeT as _;
    let has_focus = |window: &Window, name: &str| {
        window.harness.query_all_by_label(name).any(|node| node.accesskit_node().is_focused())
    };
    let mut window = window();
    window.press(CTRL_SHIFT, Key::A);
    window.press(Modifiers::COMMAND, Key::E);
    window.click("Choose…");
    listed(&mut window);
    window.press(Modifiers::NONE, Key::Escape);
    window.harness.run_steps(3);
    assert!(window.session().file_chooser.is_none() && has_focus(&window, "Export"));
    window.click("Choose…");
    listed(&mut window);
    window.press(Modifiers::COMMAND, Key::A);
    let target = window.folder.path().join("選出.docx");
    window.type_text(&target.to_string_lossy());
    window.press(Modifiers::NONE, Key::Enter);
    window.until("chosen", |session| session.file_chooser.is_none());
    window.harness.run_steps(3);
    window.press(Modifiers::NONE, Key::Enter);
    window.until("written", |session| {
        session.notices.iter().any(|n| matches!(n.kind, NoticeKind::Exported { .. }))
    });
    assert!(window.folder.path().join("選出.docx").exists());
}
