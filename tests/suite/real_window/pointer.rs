//! Wheel, drag and the clipboards of X.

use super::TEXT;
use super::screen::{Program, Screen};
use crate::support::write;

/// Many sections of one paragraph each, longer than the window.
fn long_text() -> String {
    let section = |number| {
        format!("第{number}章 甲{number}\n\n{}\n\n", "這一章的文字很長，要滾動幾下才看得完。".repeat(24))
    };
    (1..30).map(section).collect()
}

fn open<'a>(screen: &'a Screen, folder: &std::path::Path, text: &str) -> Program<'a> {
    let file = folder.join("講話.txt");
    write(&file, text);
    let mut program = screen.gangmu(folder, &[&file]);
    program.until("the document is open", |program| program.title().contains(" — 講話.txt"));
    program.focus();
    program
}

#[test]
fn the_wheel_scrolls_the_text() {
    let screen = Screen::new();
    let folder = tempfile::tempdir().unwrap();
    let mut program = open(&screen, folder.path(), &long_text());
    program.until("the first chapter", |program| program.title().starts_with("第1章"));
    screen.xdotool(&["mousemove", "800", "400"]);
    program.until("the second chapter", |program| {
        screen.xdotool(&["click", "5"]);
        program.title().starts_with("第2章")
    });
    program.until("the first again", |program| {
        screen.xdotool(&["click", "4"]);
        program.title().starts_with("第1章")
    });
    program.quit();
}

#[test]
fn what_is_dragged_over_is_copied_in_the_shown_script() {
    let screen = Screen::new();
    let folder = tempfile::tempdir().unwrap();
    let mut program = open(&screen, folder.path(), TEXT);
    program.keys("ctrl+2");
    program.until("simplified script", |program| program.title().starts_with("讲话 篇1"));
    program.until("the text in the clipboard", |program| {
        // From above the first line to below the last: everything, wherever the lines stand. Slowly, as a hand does.
        screen.xdotool(&"mousemove 440 90 mousedown 1 sleep 0.2 mousemove 700 400 sleep 0.2 mousemove 1000 700 sleep 0.2 mouseup 1"
            .split(' ').collect::<Vec<_>>());
        program.keys("ctrl+c");
        let copied = screen.clipboard("clipboard");
        copied.contains("理发之后再谈发展。") && copied.contains("图书馆里有很多书。")
    });
    program.quit();
}
