//! Standard output and standard error.

use std::io::{self, Write};
use std::process::ExitCode;

use serde::{Serialize, Serializer as _};

use super::failure::Failure;
use crate::lang::Lang;

/// How a command prints what it finds.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
}

/// Writes to standard output. A reader that has gone away, as `head` does, has all that it wanted.
pub(super) fn to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
            // What is still buffered would be tried once more when the buffer is dropped.
            drop(out.into_parts());
            Ok(())
        }
        done => done.map_err(Failure::Output),
    }
}

/// Writes `items` as a list in JSON, one after another as they come.
pub(super) fn json_list(out: &mut dyn Write, items: impl Iterator<Item: Serialize>) -> io::Result<()> {
    serde_json::Serializer::pretty(&mut *out).collect_seq(items)?;
    writeln!(out)
}

/// Says one line on standard error. Nobody can be told where that fails.
pub(super) fn say(line: &str) {
    let _ = writeln!(io::stderr(), "gangmu: {line}");
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
