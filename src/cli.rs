//! The command line: the reader without a window, for scripts and servers.
//!
//! Machine output goes to standard output, messages to standard error. The exit code is 0 where it was done, 1
//! where it could not be (one line says why, in the reader's language), 2 where the command was not understood.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser, Subcommand};

use crate::decode::{self, Encoding};
use crate::lang::Lang;
use crate::messages::command_line::Message;
use crate::script::{
    self, Careful, Config, Convert, Converter, Detected, DetectedScript, Dictionary, Engine, Mending,
    OwnFile, Presentation, Script,
};
use crate::session::opening::kept::Kept;

mod convert;
mod evidence;
mod export;
mod failure;
mod info;
mod input;
mod outline;
mod output;
mod review;
mod search;

use failure::Failure;
use input::Input;

/// What is left to do after the command line was read.
#[derive(Debug)]
pub enum Outcome {
    /// Open the window.
    Window(Window),
    /// Nothing: a subcommand ran, or the command line was wrong.
    Done(ExitCode),
}

/// What the command line asks of the window.
#[derive(Debug, Default)]
pub struct Window {
    /// Files to open; `-` is standard input. Empty: the last session.
    pub files: Vec<PathBuf>,
    /// Language of the window; `None`: the reader's setting, else the system's.
    pub lang: Option<Lang>,
    /// Encoding of the files; `None`: detect it.
    pub encoding: Option<Encoding>,
}

/// A native reader for Chinese documents: finds the outline, switches the script, exports the sections you tick.
#[derive(Debug, Parser)]
#[command(name = "gangmu", version, arg_required_else_help = false)]
struct Arguments {
    /// Files to open in the window; `-` reads standard input; a file named like a subcommand is ./NAME
    files: Vec<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    common: Common,
}

/// Options of the window and of every subcommand.
#[derive(Clone, Debug, clap::Args)]
struct Common {
    /// Encoding of the file (gb18030, big5, utf-16le, …); detected if not given
    #[arg(long, global = true, value_name = "NAME", value_parser = encoding)]
    encoding: Option<Encoding>,
    /// Language of messages; the system's if not given
    #[arg(long, global = true, value_name = "TAG", value_parser = lang())]
    lang: Option<Lang>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the sections of a document
    Outline(outline::Arguments),
    /// Convert a text to another script
    Convert(convert::Arguments),
    /// Write chosen sections to a file of another format
    Export(export::Arguments),
    /// Print where a text looks damaged by an earlier conversion, and where converting it needs a choice
    Review(review::Arguments),
    /// Print where a text has some words; exit code 1 where it does not have them
    Search(search::Arguments),
    /// Print what is known of a file
    Info(info::Arguments),
}

/// Runs the subcommand that `arguments` (the program's name first) ask for, or says what the window shall open.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    let Arguments { files, command, common } = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return Outcome::Done(output::explain(&error)),
    };
    match command {
        None => Outcome::Window(Window { files, lang: common.lang, encoding: common.encoding }),
        Some(command) => Outcome::Done(perform(&command, &common)),
    }
}

fn perform(command: &Command, common: &Common) -> ExitCode {
    let lang = common.lang.unwrap_or_else(Lang::of_system);
    let input = Input { encoding: common.encoding, lang };
    let done = match command {
        Command::Outline(arguments) => outline::run(arguments, &input),
        Command::Convert(arguments) => convert::run(arguments, &input),
        Command::Export(arguments) => export::run(arguments, &input),
        Command::Review(arguments) => review::run(arguments, &input),
        Command::Search(arguments) => search::run(arguments, &input),
        Command::Info(arguments) => info::run(arguments, &input),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => output::fail(&failure, lang),
    }
}

/// A mistake in the command line that clap's own rules cannot find.
fn usage(kind: ErrorKind, message: &str) -> clap::Error {
    Arguments::command().error(kind, message)
}

/// Whether the path stands for standard input or output.
fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Whether what the reader decided in the window counts.
#[derive(Clone, Copy, Debug, clap::Args)]
struct Keeping {
    /// Use what is kept for the document from the window: corrections of the outline, own rules and words, decisions on
    /// characters
    #[arg(long, conflicts_with = "plain")]
    as_kept: bool,
    /// Use the file alone, so that the result is the same for everyone and everywhere; the default
    #[arg(long)]
    plain: bool,
}

impl Keeping {
    /// Whether what is kept is asked for.
    const fn is_asked(self) -> bool {
        self.as_kept && !self.plain
    }
}

/// How a subcommand converts.
#[derive(Clone, Debug, clap::Args)]
struct Conversion {
    /// Use the words of the region too (软件, 軟體)
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    phrases: Option<bool>,
    /// Read characters by their context, so that fewer readings are wrong
    #[arg(long, conflicts_with = "engine")]
    careful: bool,
    /// Use the quotation marks of the region too (“”, 「」)
    #[arg(long)]
    punctuation: bool,
    /// Leave quotations and paragraphs in the other script than the rest of the text as they are
    #[arg(long)]
    keep_quoted: bool,
    /// A dictionary of your own in OpenCC's text format, which comes first; more than one: the earlier counts
    #[arg(long, value_name = "FILE")]
    dict: Vec<PathBuf>,
    /// What converts: our own engine with the dictionaries of OpenCC 1.4.2, or the OpenCC library that is installed
    #[arg(long, value_parser = engine(), default_value = Engine::default().name())]
    engine: Engine,
}

impl Conversion {
    /// Opens the converter for a text of which `detected` is known; `None` where it is left as it is.
    fn open(
        &self,
        detected: &Detected,
        target: Script,
        input: &Input,
    ) -> Result<Option<Arc<dyn Convert>>, Failure> {
        let detected = if self.keep_quoted { &detected.without_quoted() } else { detected };
        let keeping = self.keep_quoted.then_some(detected.script);
        self.decorated(self.converter(detected, target)?, target, keeping, input)
    }

    fn converter(&self, detected: &Detected, target: Script) -> Result<Option<Arc<dyn Convert>>, Failure> {
        let config: Option<Config> =
            script::configuration(detected, target, self.phrases.unwrap_or_default());
        let careful = config.filter(|_| self.careful).map(Careful::open).transpose()?.flatten();
        Ok(match (careful, config) {
            (Some(careful), _) => Some(Arc::new(careful)),
            (None, Some(config)) => Some(Arc::new(Converter::open_with(config, self.engine)?)),
            (None, None) => None,
        })
    }

    fn dictionaries(&self, input: &Input) -> Result<Vec<Dictionary>, Failure> {
        Ok(self.dict.iter().map(|path| input.dictionary(path)).collect::<Result<_, _>>()?)
    }

    /// What a kept document is shown through in `target`: the converter with the dictionaries that are named here and
    /// those that are kept, around the reader's decisions.
    fn presentation(&self, kept: &Kept, target: Script, input: &Input) -> Result<Presentation, Failure> {
        let detected = kept.document.detected();
        let keeps_quoted = self.keep_quoted || kept.keeps_quoted;
        let detected = if keeps_quoted { &detected.without_quoted() } else { detected };
        let converter = self.converter(detected, target)?;
        let mut dictionaries = self.dictionaries(input)?;
        dictionaries.extend(kept.words.iter().cloned());
        let dictionaries: Vec<_> = dictionaries.iter().collect();
        let keeping = keeps_quoted.then_some(detected.script);
        let decorated = script::decorated(converter, target, &dictionaries, self.punctuation, keeping);
        Ok(Presentation::new(decorated, Arc::new(Mending::new(kept.picked.clone(), &dictionaries, target))))
    }

    /// Opens the reader's own configuration, whose conversion is to `target`, if it is said.
    fn open_own(
        &self,
        config: &Path,
        target: Script,
        input: &Input,
    ) -> Result<Option<Arc<dyn Convert>>, Failure> {
        if target == Script::Source && (self.punctuation || !self.dict.is_empty()) {
            let needed = "--dict and --punctuation need --to beside --config";
            return Err(usage(ErrorKind::MissingRequiredArgument, needed).into());
        }
        self.decorated(Some(Arc::new(OwnFile::open(config)?)), target, None, input)
    }

    fn decorated(
        &self,
        converter: Option<Arc<dyn Convert>>,
        target: Script,
        keeping: Option<DetectedScript>,
        input: &Input,
    ) -> Result<Option<Arc<dyn Convert>>, Failure> {
        let dictionaries = self.dictionaries(input)?;
        let dictionaries: Vec<_> = dictionaries.iter().collect();
        let decorated = script::decorated(converter, target, &dictionaries, self.punctuation, keeping);
        Ok(script::mended(decorated, &dictionaries))
    }
}

/// The name of a document without folders and extension; empty for standard input.
fn stem(path: &Path) -> String {
    if is_dash(path) {
        return String::new();
    }
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

fn encoding(name: &str) -> Result<Encoding, String> {
    decode::encoding_named(name).ok_or_else(|| "not an encoding of the WHATWG standard".to_owned())
}

fn lang() -> impl clap::builder::TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.map(Lang::tag)).try_map(|tag| {
        Lang::ALL.into_iter().find(|lang| lang.tag() == tag).ok_or("not a language of the program")
    })
}

/// Reads a script by name; `source` only where `scripts` has it.
fn scripts(scripts: &'static [Script]) -> impl clap::builder::TypedValueParser<Value = Script> {
    PossibleValuesParser::new(scripts.iter().map(|script| script.name()))
        .try_map(|name| Script::named(&name).ok_or("not a script"))
}

/// Reads an engine by name.
fn engine() -> impl clap::builder::TypedValueParser<Value = Engine> {
    PossibleValuesParser::new(Engine::ALL.map(Engine::name))
        .try_map(|name| Engine::named(&name).ok_or("not an engine"))
}

/// Says that there is no window to open.
pub fn without_window(Window { lang, .. }: Window) -> ExitCode {
    let lang = lang.unwrap_or_else(Lang::of_system);
    output::say(&Message::NoWindow.say(lang));
    ExitCode::FAILURE
}

/// Says that the window could not be opened, and why.
pub fn no_display(lang: Option<Lang>, why: &str) -> ExitCode {
    output::say(&Message::NoDisplay(why).say(lang.unwrap_or_else(Lang::of_system)));
    ExitCode::FAILURE
}
