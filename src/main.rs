//! The program: a window, or a subcommand.

use std::process::ExitCode;

use gangmu::cli::{self, Outcome};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Outcome::Done(code) => code,
        Outcome::Window(window) => cli::without_window(&window),
    }
}
