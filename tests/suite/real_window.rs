//! The program in a real window on a screen of its own: what no simulation shows.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::write;

/// An X server without a screen, ended with the test.
struct Screen {
    server: Child,
    display: String,
}

impl Screen {
    fn new() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb; scripts/setup test installs it");
        let mut line = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Self { server, display: format!(":{}", line.trim()) }
    }

    /// Starts the program, remembering below `folder`.
    fn gangmu(&self, folder: &Path, arguments: &[&Path]) -> Program<'_> {
        let child = Command::new(env!("CARGO_BIN_EXE_gangmu"))
            .args(arguments)
            .current_dir(folder)
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("LANG", "zh_TW.UTF-8")
            .env_remove("LC_ALL")
            .env("XDG_CONFIG_HOME", folder.join("config"))
            .env("XDG_DATA_HOME", folder.join("data"))
            .env("XDG_STATE_HOME", folder.join("state"))
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        Program { child, screen: self }
    }

    fn xdotool(&self, arguments: &[&str]) -> String {
        let output = Command::new("xdotool").args(arguments).env("DISPLAY", &self.display).output();
        let output = output.expect("xdotool; scripts/setup test installs it");
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

struct Program<'a> {
    child: Child,
    screen: &'a Screen,
}

impl Program<'_> {
    fn until(&mut self, what: &str, done: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !done(self) {
            assert!(start.elapsed() < Duration::from_secs(90), "never: {what}; title: {}", self.title());
            let ended = self.child.try_wait().unwrap();
            if let Some(status) = ended {
                let mut said = String::new();
                self.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
                panic!("the program ended ({status}) before: {what}\n{said}");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn id(&self) -> Option<String> {
        let found = self.screen.xdotool(&["search", "--onlyvisible", "--name", "Gangmu"]);
        found.lines().last().map(str::to_owned)
    }

    fn title(&self) -> String {
        self.id().map(|id| self.screen.xdotool(&["getwindowname", &id])).unwrap_or_default()
    }

    fn focus(&self) {
        let id = self.id().unwrap();
        self.screen.xdotool(&["windowfocus", "--sync", &id]);
    }

    fn keys(&self, keys: &str) {
        self.screen.xdotool(&["key", keys]);
    }

    fn quit(mut self) {
        self.keys("ctrl+q");
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(start.elapsed() < Duration::from_secs(30), "the program does not end");
            std::thread::sleep(Duration::from_millis(50));
        };
        assert!(status.success(), "{status}");
    }
}

impl Drop for Program<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

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
}
