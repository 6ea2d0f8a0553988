//! `gangmu convert`: a whole text in another script, byte for byte as OpenCC 1.4.2 would give it with the configuration
//! that `gangmu info` names, or as the installed library does.

use std::io::{self, Write};
use std::path::PathBuf;

use super::failure::Failure;
use super::input::{self, Input};
use super::{Conversion, is_dash, output, scripts};
use crate::decode::Decoded;
use crate::messages::command_line::Message;
use crate::script::{Convert, Detected, DetectedScript, Script, detect};
use crate::session::files::{self, Overwrite};
use crate::session::jobs::{convert_whole, converting_threads};

const TARGETS: &[Script] = &[Script::Hans, Script::Hant, Script::Tw, Script::Hk];

/// Options of `gangmu convert`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The text; `-` reads standard input
    file: PathBuf,
    /// The script to convert to
    #[arg(long, value_parser = scripts(TARGETS), required_unless_present = "config")]
    to: Option<Script>,
    /// The script that the text is in; detected if not given
    #[arg(long, value_parser = scripts(TARGETS))]
    from: Option<Script>,
    /// A configuration of your own in OpenCC's format, used by the OpenCC library; --to then says which of your own
    /// words and which quotation marks belong to it
    #[arg(long, value_name = "FILE", conflicts_with_all = ["from", "phrases", "careful", "engine", "keep_quoted"])]
    config: Option<PathBuf>,
    #[command(flatten)]
    conversion: Conversion,
    /// The file to write, in UTF-8; standard output if not given or `-`
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// Replace OUT if it exists
    #[arg(long)]
    force: bool,
}

/// Converts.
pub(super) fn run(arguments: &Arguments, input: &Input) -> Result<(), Failure> {
    let decoded = input.import(&arguments.file, input::bytes(&arguments.file)?)?.decoded;
    let assumed = arguments.from.and_then(Detected::assumed);
    let detected = assumed.unwrap_or_else(|| detect(&decoded.text));
    let to = arguments.to.unwrap_or_default();
    let converter = if let Some(config) = &arguments.config {
        arguments.conversion.open_own(config, to, input)?
    } else {
        if detected.script == DetectedScript::Unclear && !decoded.text.is_empty() {
            input.warn(Message::Unclear(&arguments.file));
        }
        arguments.conversion.open(&detected, to, input)?
    };
    let write = |out: &mut dyn Write| write_converted(out, &decoded, converter.as_deref());
    match arguments.output.as_deref().filter(|path| !is_dash(path)) {
        None => output::to_stdout(write),
        Some(path) => {
            files::spare(Some(&arguments.file).filter(|file| !is_dash(file)).map(|file| &**file), path)?;
            let mut bytes = Vec::new();
            write(&mut bytes).map_err(Failure::Output)?;
            let overwrite = if arguments.force { Overwrite::Yes } else { Overwrite::No };
            Ok(files::write_atomic(path, &bytes, overwrite)?)
        }
    }
}

fn write_converted(
    out: &mut dyn Write,
    decoded: &Decoded,
    converter: Option<&dyn Convert>,
) -> io::Result<()> {
    // A mark in UTF-8 is part of what the reader's programs expect; one in UTF-16 belongs to that encoding.
    if decoded.bom && decoded.encoding == "UTF-8" {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let Some(converter) = converter else { return out.write_all(decoded.text.as_bytes()) };
    convert_whole(converter, &decoded.text, converting_threads(), |part| out.write_all(part.as_bytes()))
}
