//! The program: a window, or a subcommand.

use std::process::ExitCode;

use gangmu::cli::{self, Outcome};
#[cfg(feature = "window")]
use gangmu::{session::Source, ui::Start};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Outcome::Done(code) => code,
        Outcome::Window(window) => open(window),
    }
}

#[cfg(feature = "window")]
fn open(window: cli::Window) -> ExitCode {
    let mut files = window.files.into_iter();
    let source = files.next().map(|file| match file.to_str() {
        Some("-") => Source::Stdin,
        _ => Source::Path(file),
    });
    match gangmu::ui::run(Start { source, encoding: window.encoding, lang: window.lang }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => cli::no_display(window.lang, &why),
    }
}

#[cfg(not(feature = "window"))]
fn open(window: cli::Window) -> ExitCode {
    cli::without_window(&window)
}
