//! The program: a window, or a subcommand.

use std::process::ExitCode;

use gangmu::cli::{self, Outcome};
use gangmu::session::opening::worker;
#[cfg(feature = "window")]
use gangmu::{session::Source, ui::Start};

fn main() -> ExitCode {
    let mut arguments =
        std::env::args_os().skip(1).map(|argument| argument.into_string().unwrap_or_default());
    match (arguments.next().as_deref(), arguments.next()) {
        (Some(worker::VERB), Some(question)) => return worker::serve(&question),
        (Some(worker::PICTURE_VERB), None) => return worker::serve_picture(),
        _ => {}
    }
    worker::enable();
    match cli::run(std::env::args_os()) {
        Outcome::Done(code) => code,
        Outcome::Window(window) => open(window),
    }
}

#[cfg(feature = "window")]
fn open(window: cli::Window) -> ExitCode {
    let mut files = window.files.into_iter().map(|file| match file.to_str() {
        Some("-") => Source::Stdin,
        _ => Source::Path(file),
    });
    let start =
        Start { source: files.next(), more: files.collect(), encoding: window.encoding, lang: window.lang };
    match gangmu::ui::run(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => cli::no_display(window.lang, &why),
    }
}

#[cfg(not(feature = "window"))]
fn open(window: cli::Window) -> ExitCode {
    cli::without_window(window)
}
