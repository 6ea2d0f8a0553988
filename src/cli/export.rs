//! `gangmu export`: chosen sections as a file of another format, or as many files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;

use super::failure::Failure;
use super::input::Input;
use super::{Conversion, Keeping, is_dash, output, scripts, stem, usage};
use crate::export::{Field, Format, Layout, NamePattern, Options, PatternError, Renumbering, Selection};
use crate::script::{Convert, Presentation, Script};
use crate::session::export::form::proposed_name;
use crate::session::files::{self, Overwrite};
use crate::session::jobs::{Rendering, converting_threads, write_parts};
use crate::settings::ExportChoice;
use crate::text::is_blank;

/// Options of `gangmu export`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The document; `-` reads standard input
    file: PathBuf,
    /// Sections by address, each with all below it: all, or a list such as 1,3.2,4-6; points too, as 3.2#1,3.2#3-5; 0 is
    /// what stands before the first section, all of a text without sections
    #[arg(long, value_name = "LIST", default_value = "all")]
    sections: String,
    /// Export as is kept under this name in the window's export panel; what is said beside it counts first
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// The format; that of OUT's extension if not given
    #[arg(long, value_parser = formats())]
    format: Option<Format>,
    /// The script to export in; source if not given
    #[arg(long, value_parser = scripts(&Script::ALL))]
    script: Option<Script>,
    /// How a Word file or the pages of a PDF are laid out: plain, or official as GB/T 9704-2012 asks of the papers of
    /// authorities (公文); plain if not given
    #[arg(long, value_parser = layouts())]
    layout: Option<Layout>,
    /// Let the lines of a PDF or a book run down, from the right to the left
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    vertical: Option<bool>,
    /// Set ASCII punctuation among Chinese characters full-width; yes in the official layout if not given
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    full_width: Option<bool>,
    #[command(flatten)]
    conversion: Conversion,
    #[command(flatten)]
    keeping: Keeping,
    /// Give the headings above the chosen sections too
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    with_path: Option<bool>,
    /// Number the headings anew, each in the way in which it is numbered: of 三、 and 五、 come 一、 and 二、; the text below
    /// them, and what it says of other sections, stays as it is
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    renumber: Option<bool>,
    /// Write a file for each outermost section that something is chosen of into the folder OUT, and one for 0
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    split: Option<bool>,
    /// How the files of --split are called: text with fields in braces, which are n (the number of the file), address,
    /// marker, title, heading (marker and title) and document; number and heading if not given
    #[arg(long, value_name = "PATTERN", value_parser = pattern)]
    name_pattern: Option<NamePattern>,
    /// Replace files that exist
    #[arg(long)]
    force: bool,
    /// The file to write, or the folder with --split; `-` is standard output. With a profile that names a folder it may
    /// be left out: the file is called there as the panel proposes it
    #[arg(short, long, value_name = "OUT", required_unless_present = "profile")]
    output: Option<PathBuf>,
}

/// What the options and the profile beside them ask for.
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
struct Asked {
    format: Format,
    script: Script,
    layout: Layout,
    vertical: bool,
    full_width: bool,
    with_path: bool,
    renumber: bool,
    /// How the files of a split are called; `None`: there is one for all.
    split: Option<NamePattern>,
    output: PathBuf,
}

/// Exports.
pub(super) fn run(arguments: &Arguments, input: &Input) -> Result<(), Failure> {
    let profile = match &arguments.profile {
        Some(name) => input.profile(name)?,
        None => ExportChoice::default(),
    };
    let asked = asked(arguments, &profile)?;
    let kept = input.kept(&arguments.file, arguments.keeping)?;
    let document = &kept.document.to_export();
    if document.text().trim_matches(is_blank).is_empty() {
        return Err(Failure::Empty(arguments.file.clone()));
    }
    let selection = Selection::parse(&arguments.sections, document)?;
    let phrases = arguments.conversion.phrases.or(profile.phrases);
    let conversion = Conversion { phrases, ..arguments.conversion.clone() };
    let presentation = if arguments.keeping.is_asked() {
        conversion.presentation(&kept, asked.script, input)?
    } else {
        Presentation::new(conversion.open(document.detected(), asked.script, input)?, Arc::default())
    };
    let converter = presentation.converter().cloned();
    let title = stem(&arguments.file);
    let title = converter.as_ref().map_or_else(|| title.clone(), |converter| converter.convert(&title));
    let renumbering = asked.renumber.then(|| Renumbering::of(document, &selection, asked.with_path));
    let options = Options {
        title: &title,
        script: asked.script,
        with_path: asked.with_path,
        presentation: Some(&presentation),
        renumbering: renumbering.as_ref(),
        layout: asked.layout,
        vertical: asked.vertical,
        full_width: asked.full_width,
        ..Options::default()
    };
    let overwrite = if arguments.force { Overwrite::Yes } else { Overwrite::No };
    let rendering = Rendering { document, selection: &selection, format: asked.format, options };
    let source = Some(&*arguments.file).filter(|file| !is_dash(file));
    write(&rendering, converter.as_deref(), &asked, (overwrite, source))
}

fn write(
    rendering: &Rendering<'_>,
    converter: Option<&dyn Convert>,
    asked: &Asked,
    (overwrite, source): (Overwrite, Option<&Path>),
) -> Result<(), Failure> {
    if let Some(pattern) = &asked.split {
        return write_parts(rendering, converter, (&asked.output, pattern, overwrite), source)?
            .finish()
            .map(drop)
            .map_err(Failure::NotWritten);
    }
    let bytes = rendering.render(converter, converting_threads())?;
    if is_dash(&asked.output) {
        output::to_stdout(|out| out.write_all(&bytes))
    } else {
        files::spare(source, &asked.output).map_err(Failure::NotWritten)?;
        files::write_atomic(&asked.output, &bytes, overwrite).map_err(Failure::NotWritten)
    }
}

/// What is asked for in words, by the extension of the file to write, or by the profile.
fn asked(arguments: &Arguments, profile: &ExportChoice) -> Result<Asked, clap::Error> {
    let output = arguments.output.as_deref();
    let splits = arguments.split.unwrap_or(profile.split && !output.is_some_and(is_dash));
    if splits && output.is_some_and(is_dash) {
        return Err(usage(ErrorKind::ArgumentConflict, "--split writes a folder, not standard output"));
    }
    let extension = output.and_then(Path::extension).and_then(|extension| extension.to_str());
    let format = arguments
        .format
        .or_else(|| extension.filter(|_| !splits).and_then(Format::from_extension))
        .or_else(|| Format::from_extension(&profile.format))
        .ok_or_else(|| {
            usage(ErrorKind::MissingRequiredArgument, "the name of OUT tells no format: give --format")
        })?;
    let layout = arguments.layout.or_else(|| Layout::from_name(&profile.layout)).unwrap_or_default();
    let vertical = arguments.vertical.unwrap_or(profile.vertical == Some(true) && layout == Layout::Plain);
    if vertical && layout == Layout::Official {
        return Err(usage(ErrorKind::ArgumentConflict, "the lines of an official paper do not run down"));
    }
    let pattern = arguments.name_pattern.clone().or_else(|| NamePattern::parse(&profile.name_pattern).ok());
    let full_width = arguments.full_width.or(profile.full_width.filter(|_| arguments.layout.is_none()));
    Ok(Asked {
        format,
        script: arguments.script.or_else(|| Script::named(&profile.script)).unwrap_or_default(),
        layout,
        vertical,
        full_width: full_width.unwrap_or(layout.is_full_width()),
        with_path: arguments.with_path.unwrap_or(profile.with_path),
        renumber: arguments.renumber.unwrap_or(profile.renumber),
        split: splits.then(|| pattern.unwrap_or_default()),
        output: match output {
            Some(output) => output.to_owned(),
            None => proposed(arguments, profile, (format, splits))?,
        },
    })
}

/// The file that the panel would propose in the folder of the profile.
fn proposed(
    arguments: &Arguments,
    profile: &ExportChoice,
    (format, splits): (Format, bool),
) -> Result<PathBuf, clap::Error> {
    let folder = profile.folder.as_deref().filter(|_| !is_dash(&arguments.file)).map(Path::new);
    let folder = folder.ok_or_else(|| {
        usage(ErrorKind::MissingRequiredArgument, "the profile does not say where to write to: give -o OUT")
    })?;
    let name = proposed_name(&stem(&arguments.file));
    Ok(folder.join(if splits { name } else { format!("{name}.{}", format.extension()) }))
}

fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::extension))
        .try_map(|name| Format::from_extension(&name).ok_or("not a format"))
}

fn layouts() -> impl TypedValueParser<Value = Layout> {
    PossibleValuesParser::new(Layout::ALL.map(Layout::name))
        .try_map(|name| Layout::from_name(&name).ok_or("not a layout"))
}

/// Reads a pattern of names.
fn pattern(written: &str) -> Result<NamePattern, String> {
    NamePattern::parse(written).map_err(|error| {
        let fields = Field::ALL.map(|field| format!("{{{}}}", field.name())).join(" ");
        match error {
            PatternError::Unknown(name) => format!("{{{name}}} is no field; the fields are {fields}"),
            PatternError::Unclosed => format!("a brace is not closed; the fields are {fields}"),
            PatternError::Empty => format!("it is empty; the fields are {fields}"),
        }
    })
}
