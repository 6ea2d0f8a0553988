//! How a document comes into the window, and comes again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::support::write;

use egui::{self, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use gangmu::session::{Session, Source};

use super::{TEXT, Window};

#[test]
fn a_file_is_opened_by_dialog() {
    let mut window = Window::text(TEXT);
    write(window.folder.path().join("picked.txt"), "一、甲\n\n甲的內容。\n\n二、乙\n\n乙的內容。\n");
    window.press(Modifiers::COMMAND, Key::O);
    window.until("the file is open", |session| session.open.as_ref().unwrap().content.name() == "picked.txt");
    assert!(window.sees("二、乙"));
    assert_eq!(window.session().state.recents.len(), 1);
}

/// A file let go over the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the program reads it itself".into())
    }
}

#[test]
fn a_dropped_file_is_opened_and_then_found_among_the_recent_ones() {
    let mut window = Window::text(TEXT);
    let file = window.folder.path().join("掉落.txt");
    write(&file, "一、甲\n\n甲的內容。\n\n二、乙\n\n乙的內容。\n");
    let other = window.folder.path().join("另一個.txt");
    for path in [&file, &other] {
        window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
    }
    window.until("the file is open", |session| session.open.as_ref().unwrap().content.name() == "掉落.txt");
    let recent: Vec<_> = window.session().state.recents.iter().map(|recent| recent.path.clone()).collect();
    assert_eq!(recent, [file, other]);
    assert!(window.sees("One more file is among the recent files"));
    window.press(Modifiers::COMMAND, Key::W);
    assert!(window.session().open.is_none());
    window.click("掉落.txt");
    window.until("the file is open", |session| session.open.is_some());
    assert!(window.has_row("二、乙"));
}

#[test]
fn pasted_text_is_a_document() {
    let mut window = Window::text(TEXT);
    window.harness.event(egui::Event::Paste("一、不小心\n\n二、貼上\n".into()));
    window.harness.run_steps(3);
    assert!(window.has_row("二、展望"), "an open document is not lost to a slip");
    // The clipboard answers in the next frames: later it is empty.
    window.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::V);
    window.harness.event(egui::Event::Paste("貼上的文字\n\n一、甲\n\n內容。\n\n二、乙\n\n內容。\n".into()));
    window.until("the text is open", |session| session.open.as_ref().unwrap().content.name() == "貼上的文字");
    assert!(window.has_row("二、乙"));
}

#[test]
fn what_cannot_be_opened_is_told_and_the_document_stays() {
    let mut window = Window::text(TEXT);
    std::fs::create_dir(window.folder.path().join("picked.txt")).unwrap();
    window.press(Modifiers::COMMAND, Key::O);
    window.until("a notice", |session| session.notices.iter().next().is_some());
    assert!(window.sees("is a folder, not a file"));
    assert!(window.sees("二、展望"));
    window.click("Dismiss");
    assert!(window.session().notices.iter().next().is_none());
}

#[test]
fn an_empty_and_a_binary_document_are_shown_with_a_word_about_it() {
    let window = Window::text("");
    assert!(window.sees("This file has no text"));
    let mut window = Window::text(TEXT);
    let noise: Vec<u8> = (0..20_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()).collect();
    write(window.folder.path().join("picked.txt"), noise);
    window.press(Modifiers::COMMAND, Key::O);
    window.until("the file is open", |session| session.open.as_ref().unwrap().content.name() == "picked.txt");
    assert!(window.sees("does not look like text"));
}

#[test]
fn a_file_that_has_changed_keeps_ticks_folds_and_place_when_it_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("演講.txt");
    write(&file, TEXT);
    let mut window = Window::open_in(folder, Some(Source::Path(file.clone())));
    window.click("Tick (二)借書");
    window.go_to("二、頭髮與發展");
    write(&file, TEXT.replace("演講集", "演講集\n\n前言一段，說明來歷。").replace("(一)買書", "(一)購書"));
    window.press(Modifiers::COMMAND, Key::R);
    window.until("the new text", |s| {
        s.loading.is_none() && s.open.as_ref().unwrap().document().text().contains("購書")
    });
    let open = window.session().open.as_ref().unwrap();
    let (text, outline) = (open.document().text(), open.document().outline());
    let heading = |id| outline.get(id).unwrap().heading(text).slice(text);
    assert_eq!(open.outline.ticks().ids().map(heading).collect::<Vec<_>>(), ["(二)借書"]);
    assert_eq!(open.current().map(heading), Some("二、頭髮與發展"));
}

#[test]
fn a_chosen_encoding_stays_when_the_file_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("演講.txt");
    write(&file, TEXT);
    let mut window = Window::open_in(folder, Some(Source::Path(file)));
    let encoding = |s: &Session| s.open.as_ref().unwrap().document().decoded().encoding;
    window.click("Menu");
    window.harness.get_by_label("Encoding").click_accesskit();
    window.harness.run_steps(6);
    window.click("Big5");
    window.until("Big5", |session| session.loading.is_none() && encoding(session) == "Big5");
    window.press(Modifiers::COMMAND, Key::R);
    window.until("read again", |session| session.loading.is_none());
    assert_eq!(encoding(window.session()), "Big5");
}
