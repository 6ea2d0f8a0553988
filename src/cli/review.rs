//! `gangmu review`: where a text looks damaged by an earlier conversion, and where converting it needs a choice.

use std::io::{self, Write};
use std::path::PathBuf;

use serde::Serialize;

use super::failure::Failure;
use super::input::{self, Input};
use super::output::{self, Format};
use crate::script::{self, Choice, Review, Scar, detect};
use crate::text::{LineIndex, SourceRange, is_line_end};

/// How many characters of its line are shown on either side of a place.
const CONTEXT: usize = 10;

/// How many places of a choice are printed as text.
const PLACES: usize = 3;

/// Options of `gangmu review`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The text; `-` reads standard input
    file: PathBuf,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Serialize)]
struct Found<'a> {
    scars: Vec<FoundScar<'a>>,
    choices: Vec<FoundChoice<'a>>,
}

#[derive(Serialize)]
struct FoundScar<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    word: &'a str,
    found: char,
    suggested: char,
    clue: &'static str,
    /// 0 to 1.
    confidence: f32,
    sure: bool,
}

#[derive(Serialize)]
struct FoundChoice<'a> {
    source: char,
    word: &'a str,
    count: usize,
    chosen: char,
    careful: char,
    disputed: bool,
    candidates: Vec<FoundCandidate<'a>>,
    places: Vec<Place<'a>>,
}

#[derive(Serialize)]
struct FoundCandidate<'a> {
    form: char,
    examples: &'a [&'static str],
}

/// A place with what stands around it on its line.
#[derive(Serialize)]
struct Place<'a> {
    /// 1-based.
    line: usize,
    /// In characters, 1-based.
    column: usize,
    /// In bytes of the decoded text.
    start: usize,
    end: usize,
    before: &'a str,
    after: &'a str,
}

/// Reviews.
pub(super) fn run(arguments: &Arguments, input: &Input) -> Result<(), Failure> {
    let bytes = input::bytes(&arguments.file)?;
    if bytes.is_empty() {
        return Err(Failure::Empty(arguments.file.clone()));
    }
    let decoded = input.import(&arguments.file, bytes)?.decoded;
    let text = decoded.text.as_str();
    let review = script::review(text, &detect(text), &|_| true)?.unwrap_or_default();
    let found = found(text, &review);
    match arguments.format {
        Format::Text => output::lines_to_stdout(|out| print(out, &found)),
        Format::Json => output::to_stdout(|out| {
            serde_json::to_writer_pretty(&mut *out, &found)?;
            writeln!(out)
        }),
    }
}

fn found<'a>(text: &'a str, review: &'a Review) -> Found<'a> {
    let lines = LineIndex::new(text);
    let place = |range: SourceRange| place(text, &lines, range);
    let scar = |scar: &'a Scar| FoundScar {
        place: place(scar.range),
        word: scar.word.slice(text),
        found: scar.found,
        suggested: scar.suggested,
        clue: scar.clue.name(),
        confidence: scar.confidence,
        sure: scar.is_sure(),
    };
    let choice = |choice: &'a Choice| FoundChoice {
        source: choice.source,
        word: &choice.word,
        count: choice.places.len(),
        chosen: choice.chosen,
        careful: choice.careful,
        disputed: choice.is_disputed(),
        candidates: (choice.candidates.iter())
            .map(|candidate| FoundCandidate { form: candidate.form, examples: &candidate.examples })
            .collect(),
        places: choice.places.iter().copied().map(place).collect(),
    };
    Found {
        scars: review.scars.iter().map(scar).collect(),
        choices: review.choices.iter().map(choice).collect(),
    }
}

fn place<'a>(text: &'a str, lines: &LineIndex, range: SourceRange) -> Place<'a> {
    let line = lines.line_at(text, range.start);
    let whole = lines.range(text, line).unwrap_or(range);
    let before = SourceRange::new(whole.start.get(), range.start.get()).slice(text);
    let after = SourceRange::new(range.end.get(), whole.end.get().max(range.end.get())).slice(text);
    let skipped = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let kept = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    // A form feed or a CR parts what is no context, though it numbers no line.
    let before = before.get(skipped..).and_then(|before| before.rsplit(is_line_end).next());
    let after = after.get(..kept).and_then(|after| after.split(is_line_end).next());
    Place {
        line: line + 1,
        column: lines.column(text, range.start) + 1,
        start: range.start.get(),
        end: range.end.get(),
        before: before.unwrap_or_default(),
        after: after.unwrap_or_default().trim_end(),
    }
}

/// A find a line: what it is, where, in its context, and what it should or could be.
fn print(out: &mut dyn Write, found: &Found<'_>) -> io::Result<()> {
    for scar in &found.scars {
        let kind = if scar.sure { "scar" } else { "scar?" };
        let Place { line, column, before, after, .. } = scar.place;
        let (is, should) = (scar.found, scar.suggested);
        writeln!(
            out,
            "{kind}\t{line}:{column}\t{before}[{is}]{after}\t{is} → {should}\t{:.2}",
            scar.confidence
        )?;
    }
    for choice in &found.choices {
        let kind = if choice.disputed { "choice" } else { "choice?" };
        let candidate = |candidate: &FoundCandidate<'_>| match candidate.examples {
            [] => candidate.form.to_string(),
            examples => format!("{} ({})", candidate.form, examples.join(" ")),
        };
        let candidates: Vec<_> = choice.candidates.iter().map(candidate).collect();
        let shown = |place: &Place<'_>| {
            format!("{}:{} {}[{}]{}", place.line, place.column, place.before, choice.source, place.after)
        };
        let places: Vec<_> = choice.places.iter().take(PLACES).map(shown).collect();
        let (word, count, chosen) = (choice.word, choice.count, choice.chosen);
        let candidates = candidates.join(", ");
        writeln!(out, "{kind}\t{word} ×{count}\t{chosen} of {candidates}\t{}", places.join(" | "))?;
    }
    Ok(())
}
