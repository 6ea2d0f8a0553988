//! `gangmu export`: chosen sections as a file of another format, or as many files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;

use super::failure::Failure;
use super::input::Input;
use super::{Conversion, Keeping, is_dash, output, scripts, stem, usage};
use crate::export::{ExportError, Format, Layout, Options, Selection, Split, file_name};
use crate::script::{Convert, Presentation, Script};
use crate::session::files::{self, FileError, FileErrorKind, Overwrite};
use crate::session::jobs::{Rendering, converting_threads};
use crate::text::is_blank;

/// Options of `gangmu export`.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(super) struct Arguments {
    /// The document; `-` reads standard input
    file: PathBuf,
    /// Sections by address, each with all below it: all, or a list such as 1,3.2,4-6; points too, as 3.2#1,3.2#3-5; 0 is
    /// what stands before the first section, all of a text without sections
    #[arg(long, value_name = "LIST", default_value = "all")]
    sections: String,
    /// The format; that of OUT's extension if not given
    #[arg(long, value_parser = formats())]
    format: Option<Format>,
    /// The script to export in
    #[arg(long, default_value = "source", value_parser = scripts(&Script::ALL))]
    script: Script,
    /// How a Word file or the pages of a PDF are laid out: plain, or official as GB/T 9704-2012 asks of the papers of
    /// authorities (公文)
    #[arg(long, default_value = Layout::Plain.name(), value_parser = layouts())]
    layout: Layout,
    /// Let the lines of a PDF or a book run down, from the right to the left
    #[arg(long)]
    vertical: bool,
    /// Set ASCII punctuation among Chinese characters full-width; yes in the official layout if not given
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    full_width: Option<bool>,
    #[command(flatten)]
    conversion: Conversion,
    #[command(flatten)]
    keeping: Keeping,
    /// Give the headings above the chosen sections too
    #[arg(long)]
    with_path: bool,
    /// Write a file for each outermost section that something is chosen of into the folder OUT, and one for 0
    #[arg(long)]
    split: bool,
    /// Replace files that exist
    #[arg(long)]
    force: bool,
    /// The file to write, or the folder with --split; `-` is standard output
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
}

/// Exports.
pub(super) fn run(arguments: &Arguments, input: &Input) -> Result<(), Failure> {
    let format = format(arguments)?;
    let kept = input.kept(&arguments.file, arguments.keeping)?;
    let document = &kept.document.to_export();
    if document.text().trim_matches(is_blank).is_empty() {
        return Err(Failure::Empty(arguments.file.clone()));
    }
    let selection = Selection::parse(&arguments.sections, document)?;
    let presentation = if arguments.keeping.is_asked() {
        arguments.conversion.presentation(&kept, arguments.script, input)?
    } else {
        let converter = arguments.conversion.open(document.detected(), arguments.script, input)?;
        Presentation::new(converter, Arc::default())
    };
    let converter = presentation.converter().cloned();
    let convert = converter.as_deref().map(|converter| move |text: &str| converter.convert(text));
    let title = stem(&arguments.file);
    let title = convert.as_ref().map_or_else(|| title.clone(), |convert| convert(&title));
    let options = Options {
        title: &title,
        script: arguments.script,
        with_path: arguments.with_path,
        presentation: Some(&presentation),
        layout: arguments.layout,
        vertical: arguments.vertical,
        full_width: arguments.full_width.unwrap_or(arguments.layout.is_full_width()),
        ..Options::default()
    };
    let overwrite = if arguments.force { Overwrite::Yes } else { Overwrite::No };
    let rendering = Rendering { document, selection: &selection, format, options };
    if arguments.split {
        return split(&rendering, converter.as_deref(), (&arguments.output, overwrite));
    }
    let bytes = rendering.render(converter.as_deref(), converting_threads())?;
    if is_dash(&arguments.output) {
        output::to_stdout(|out| out.write_all(&bytes))
    } else {
        Ok(files::write_atomic(&arguments.output, &bytes, overwrite)?)
    }
}

/// The format that is asked for in words or by the extension of the file to write.
fn format(arguments: &Arguments) -> Result<Format, clap::Error> {
    if arguments.split && is_dash(&arguments.output) {
        return Err(usage(ErrorKind::ArgumentConflict, "--split writes a folder, not standard output"));
    }
    if arguments.vertical && arguments.layout == Layout::Official {
        return Err(usage(ErrorKind::ArgumentConflict, "the lines of an official paper do not run down"));
    }
    let extension = arguments.output.extension().and_then(|extension| extension.to_str());
    arguments
        .format
        .or_else(|| extension.filter(|_| !arguments.split).and_then(Format::from_extension))
        .ok_or_else(|| {
            usage(ErrorKind::MissingRequiredArgument, "the name of OUT tells no format: give --format")
        })
}

/// Writes each outermost chosen section to a file of its own, and so what stands before the first. Nothing is written where a file stands in the way.
fn split(
    rendering: &Rendering<'_>,
    converter: Option<&dyn Convert>,
    (folder, overwrite): (&Path, Overwrite),
) -> Result<(), Failure> {
    let &Rendering { document, selection, format, options } = rendering;
    let convert = converter.map(|converter| move |text: &str| converter.convert(text));
    let convert = convert.as_ref().map(|convert| convert as &dyn Fn(&str) -> String);
    let splits = selection.splits();
    // Sections are counted from 1 whether or not something stands before them.
    let first = usize::from(splits.first() != Some(&Split::Preamble));
    let paths: Vec<_> = (first..)
        .zip(&splits)
        .map(|(number, part)| {
            folder.join(file_name(document, *part, (number, splits.len()), format, convert))
        })
        .collect();
    if overwrite == Overwrite::No
        && let Some(path) = paths.iter().find(|path| files::exists(path))
    {
        return Err(FileError { path: path.clone(), kind: FileErrorKind::Exists }.into());
    }
    files::make_folder(folder)?;
    for (path, part) in paths.iter().zip(&splits) {
        let options = Options { within: Some(*part), ..options };
        match (Rendering { options, ..*rendering }).render(converter, converting_threads()) {
            Ok(bytes) => files::write_atomic(path, &bytes, overwrite)?,
            Err(ExportError::NothingChosen) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::extension))
        .try_map(|name| Format::from_extension(&name).ok_or("not a format"))
}

fn layouts() -> impl TypedValueParser<Value = Layout> {
    PossibleValuesParser::new(Layout::ALL.map(Layout::name))
        .try_map(|name| Layout::from_name(&name).ok_or("not a layout"))
}
