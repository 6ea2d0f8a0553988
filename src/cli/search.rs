//! `gangmu search`: where a text has some words, in either script.

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::error::ErrorKind;
use serde::Serialize;

use super::failure::Failure;
use super::input::Input;
use super::output::{self, Format};
use super::{Conversion, Keeping, scripts, usage};
use crate::block::joined;
use crate::document::Document;
use crate::script::{Presentation, Script};
use crate::search::{self, Query, excerpt};
use crate::text::SourceRange;

/// Characters before and after a hit that are printed with it.
const CONTEXT: (usize, usize) = (20, 40);

/// Options of `gangmu search`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The file; `-` reads standard input
    file: PathBuf,
    /// The words; either script, width and case finds the other, and line ends within paragraphs are looked over
    query: String,
    /// Take the query as a regular expression
    #[arg(long)]
    regex: bool,
    /// Find too what the text says in this script, with its regional words and your own where they are asked for
    #[arg(long, default_value = "source", value_parser = scripts(&Script::ALL))]
    script: Script,
    #[command(flatten)]
    conversion: Conversion,
    /// How to print what is found: LINE:COLUMN, address and words, or all of it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    keeping: Keeping,
}

/// Something that was found.
#[derive(Debug, Serialize)]
struct Hit<'a> {
    /// 1-based.
    line: usize,
    /// 1-based, in code points.
    column: usize,
    /// Where it is in the decoded text, in bytes from its start.
    start: usize,
    end: usize,
    /// Address of its section; none before the first.
    section: Option<String>,
    heading: Option<Cow<'a, str>>,
    /// What was found, as the file has it.
    matched: &'a str,
    /// The words around it, on one line.
    excerpt: String,
}

/// Prints what is found; nothing found is a failure, as scripts expect.
pub(super) fn run(arguments: &Arguments, input: &Input) -> Result<(), Failure> {
    let query = if arguments.regex {
        let wrong = |error: search::QueryError| usage(ErrorKind::ValueValidation, &error.to_string());
        Query::regex(&arguments.query).map_err(wrong)?
    } else {
        Query::literal(&arguments.query)
    };
    let Some(query) = query else {
        return Err(usage(ErrorKind::ValueValidation, "there is nothing to search for").into());
    };
    let not_found = || Failure::NotFound { path: arguments.file.clone(), words: arguments.query.clone() };
    let document = if arguments.keeping.is_asked() {
        input.kept(&arguments.file, arguments.keeping)?.document
    } else {
        let readable = input.readable(&arguments.file)?;
        // Most files that are searched have nothing of it: the outline is inferred where there is something to place.
        // Another script may show what the text has in other words.
        if arguments.script == Script::Source && !search::may_be_in(&readable, &query) {
            return Err(not_found());
        }
        input.outlined(&arguments.file, readable)
    };
    let converter = arguments.conversion.open(document.detected(), arguments.script, input)?;
    let hits = search::all_shown(&document, &query, &Presentation::new(converter, Arc::default()));
    if hits.is_empty() {
        return Err(not_found());
    }
    let addresses = document.outline().addresses();
    let hits = hits.iter().map(|hit| {
        let id = document.outline().section_at(hit.start);
        let section = id.and_then(|id| addresses.get(id.index())).map(ToString::to_string);
        let heading = id.map(|id| document.outline().shown_heading(id, document.text()));
        describe(&document, *hit, (section, heading))
    });
    match arguments.format {
        Format::Text => output::lines_to_stdout(|out| print(out, hits)),
        Format::Json => output::to_stdout(|out| output::json_list(out, hits)),
    }
}

fn describe<'a>(
    document: &'a Document,
    hit: SourceRange,
    (section, heading): (Option<String>, Option<Cow<'a, str>>),
) -> Hit<'a> {
    let text = document.text();
    Hit {
        line: document.lines().line_at(document.text(), hit.start) + 1,
        column: document.lines().column(text, hit.start) + 1,
        start: hit.start.get(),
        end: hit.end.get(),
        section,
        heading,
        matched: hit.slice(text),
        excerpt: joined(excerpt(document, hit, CONTEXT).slice(text)).into_owned(),
    }
}

/// `12:3`, the section's address (`-` before the first) and the words around, between tabs.
fn print<'a>(out: &mut dyn Write, hits: impl Iterator<Item = Hit<'a>>) -> io::Result<()> {
    for hit in hits {
        let section = hit.section.as_deref().unwrap_or("-");
        writeln!(out, "{}:{}\t{section}\t{}", hit.line, hit.column, hit.excerpt)?;
    }
    Ok(())
}
