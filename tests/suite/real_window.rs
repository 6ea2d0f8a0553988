//! The program in a real window on a screen of its own: what no simulation shows.

use std::process::Command;

use crate::support::write;

mod input_method;
mod pointer;
mod screen;
mod screen_reader;

use screen::Screen;

const TEXT: &str = "講話 篇1\n\n一、發展圖書館\n\n圖書館裏有很多書。\n\n二、頭髮與發展\n\n理髮之後再談發展。\n\n講話 篇2\n\n\
                    一、回顧過去\n\n去年很好。\n\n二、展望將來\n\n明年更好。\n";

#[test]
fn keys_walk_through_the_sections_and_switch_the_script() {
    let screen = Screen::new();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("講話.txt");
    write(&file, TEXT);
    let mut program = screen.gangmu(folder.path(), &[&file]);
    program.until("the document is open", |program| program.title().contains("講話.txt"));
    program.focus();
    program.until("the first part", |program| program.title().starts_with("講話 篇1 "));
    program.keys("ctrl+Next");
    program.keys("ctrl+Next");
    program.until("its second section", |program| program.title().starts_with("二、頭髮與發展 "));
    program.keys("ctrl+2");
    program.until("simplified script", |program| program.title().starts_with("二、头发与发展 "));
    program.quit();

    // The next start finds document, place and script again.
    let mut program = screen.gangmu(folder.path(), &[]);
    program.until("the place of before", |program| program.title().starts_with("二、头发与发展 "));
    program.focus();
    program.quit();
    assert_eq!(std::fs::read(&file).unwrap(), TEXT.as_bytes(), "the source is never written to");
}

#[test]
fn a_click_in_the_outline_goes_there() {
    let screen = Screen::new();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("講話.txt");
    write(&file, TEXT);
    let mut program = screen.gangmu(folder.path(), &[&file]);
    program.until("the first part", |program| program.title().starts_with("講話 篇1 "));
    program.focus();
    // The third row of the outline.
    screen.xdotool(&["mousemove", "160", "212", "click", "1"]);
    program.until("the row clicked", |program| program.title().starts_with("二、頭髮與發展 "));
    program.quit();
}

#[test]
fn without_a_screen_there_is_one_clear_line() {
    let output = Command::new(env!("CARGO_BIN_EXE_gangmu"))
        .args(["--lang", "en"])
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("LANG", "C.UTF-8")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("gangmu: the window cannot be opened"), "{said}");
    assert_eq!(said.trim_end().lines().count(), 1, "{said}");
    assert!(!said.contains(".rs"), "no source file of a library says anything to a reader: {said}");
}
