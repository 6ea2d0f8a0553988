//! `gangmu outline`: the sections of a document.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueEnum;
use serde::Serialize;

use super::failure::Failure;
use super::input::Input;
use super::output;
use crate::document::Document;
use crate::text::{SourceOffset, SourceRange};

/// Options of `gangmu outline`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The document; `-` reads standard input
    file: PathBuf,
    /// text: indented, with addresses; tsv: line (from 1), column (from 0, in characters), level, marker, title
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Sections start a block; points are numbered inside one
    #[arg(long, value_enum, default_value_t = Kind::Sections)]
    kind: Kind,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Tsv,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    Sections,
    Points,
    All,
}

/// One line of the list.
#[derive(Debug, Serialize)]
struct Row {
    address: String,
    /// 1-based.
    line: usize,
    /// 0-based, in code points.
    column: usize,
    level: u8,
    marker: String,
    title: String,
    confidence: f32,
}

/// Prints the outline.
pub(super) fn run(arguments: &Arguments, input: &Input) -> Result<(), Failure> {
    let document = input.document(&arguments.file)?;
    let rows = rows(&document, arguments.kind);
    output::to_stdout(|out| match arguments.format {
        Format::Text => rows.iter().try_for_each(|row| text_line(out, row)),
        Format::Tsv => rows.iter().try_for_each(|row| tsv_line(out, row)),
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &rows)?;
            writeln!(out)
        }
    })
}

/// The rows of `kind`, in document order.
fn rows(document: &Document, kind: Kind) -> Vec<Row> {
    let mut rows = Vec::new();
    if kind != Kind::Points {
        rows.extend(sections(document));
    }
    rows
}

fn sections(document: &Document) -> impl Iterator<Item = Row> + '_ {
    let text = document.text();
    let mut place = Place::default();
    document.outline().sections().iter().zip(document.outline().addresses()).map(move |(section, address)| {
        let start = if section.marker.is_empty() { section.span.start } else { section.marker.start };
        place = place.moved(document, start);
        Row {
            address: address.to_string(),
            line: place.line + 1,
            column: place.column,
            level: section.level,
            marker: field(section.marker.slice(text)),
            title: field(&section.title_text(text)),
            confidence: section.confidence,
        }
    })
}

/// A place in a document. Counting goes on from the place before, so that a line with a million sections is
/// counted once and not a million times.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    offset: SourceOffset,
    line: usize,
    column: usize,
}

impl Place {
    fn moved(self, document: &Document, offset: SourceOffset) -> Self {
        let line = document.lines().line_at(offset);
        if line != self.line || offset < self.offset {
            return Self { offset, line, column: document.lines().column(document.text(), offset) };
        }
        let passed = SourceRange { start: self.offset, end: offset }.slice(document.text());
        Self { offset, line, column: self.column + passed.chars().count() }
    }
}

/// One field of a line: without tabs and line breaks, each of which becomes a blank.
fn field(text: &str) -> String {
    text.replace("\r\n", " ").replace(['\t', '\n', '\r'], " ")
}

fn tsv_line(out: &mut dyn Write, row: &Row) -> io::Result<()> {
    writeln!(out, "{}\t{}\t{}\t{}\t{}", row.line, row.column, row.level, row.marker, row.title)
}

fn text_line(out: &mut dyn Write, row: &Row) -> io::Result<()> {
    let indent = usize::from(row.level.saturating_sub(1)) * 2;
    // A title that is a whole line has its marker in it.
    let marker = if row.title.contains(&row.marker) { "" } else { &row.marker };
    writeln!(out, "{:indent$}{} {marker}{}", "", row.address, row.title)
}
