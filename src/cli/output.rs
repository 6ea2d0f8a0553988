//! Standard output and standard error.

use std::io::{self, IsTerminal as _, Write};
use std::process::ExitCode;

use serde::{Serialize, Serializer as _};

use super::failure::Failure;
use crate::lang::Lang;
use crate::text::{stand_in, visible};

/// How a command prints what it finds.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
}

/// Writes to standard output. A reader that has gone away, as `head` does, has all that it wanted. Nothing that
/// commands a terminal reaches one: what is written there is for people.
pub(super) fn to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let stdout = io::stdout().lock();
    let is_terminal = stdout.is_terminal();
    let mut out = io::BufWriter::new(stdout);
    let written = if is_terminal { write(&mut Harmless(&mut out)) } else { write(&mut out) };
    match written.and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
            // What is still buffered would be tried once more when the buffer is dropped.
            drop(out.into_parts());
            Ok(())
        }
        done => done.map_err(Failure::Output),
    }
}

/// Writes lines for people to standard output, wherever that leads.
pub(super) fn lines_to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    to_stdout(|out| write(&mut Harmless(out)))
}

/// Writes `items` as a list in JSON, one after another as they come.
pub(super) fn json_list(out: &mut dyn Write, items: impl Iterator<Item: Serialize>) -> io::Result<()> {
    serde_json::Serializer::pretty(&mut *out).collect_seq(items)?;
    writeln!(out)
}

/// Says one line on standard error. Nobody can be told where that fails.
pub(super) fn say(line: &str) {
    let _ = writeln!(io::stderr(), "gangmu: {}", visible(line));
}

/// Writes text with stand-ins for what commands a terminal. What is written at once holds whole characters.
struct Harmless<W>(W);

impl<W: Write> Write for Harmless<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for chunk in bytes.utf8_chunks() {
            let text = chunk.valid();
            let mut from = 0;
            for (at, c) in text.char_indices() {
                let behind = text.get(at + c.len_utf8()..).unwrap_or_default();
                let is_line_end = c == '\r' && behind.starts_with('\n');
                if let Some(stand_in) = stand_in(c).filter(|_| !matches!(c, '\n' | '\t') && !is_line_end) {
                    write!(self.0, "{}{stand_in}", text.get(from..at).unwrap_or_default())?;
                    from = at + c.len_utf8();
                }
            }
            self.0.write_all(text.get(from..).unwrap_or_default().as_bytes())?;
            if !chunk.invalid().is_empty() {
                self.0.write_all("\u{fffd}".as_bytes())?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Says why a subcommand could not be done.
pub(super) fn fail(failure: &Failure, lang: Lang) -> ExitCode {
    if let Failure::Usage(error) = failure {
        return explain(error);
    }
    say(&failure.say(lang));
    failure.exit_code()
}

/// Prints what clap has to say: help and version on standard output, mistakes on standard error.
pub(super) fn explain(error: &clap::Error) -> ExitCode {
    let _ = error.print();
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_commands_a_terminal_is_written_as_something_else() {
        let mut out = Vec::new();
        for part in ["甲\u{1b}[31m\t乙\r\n", "\r丙\u{202e}\n"] {
            Harmless(&mut out).write_all(part.as_bytes()).unwrap();
        }
        Harmless(&mut out).write_all(b"\xff").unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "甲␛[31m\t乙\r\n␍丙\u{fffd}\n\u{fffd}");
    }
}
