//! `gangmu outline`: the sections of a document, and its points.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueEnum;
use serde::Serialize;

use super::evidence::{Odd, rule};
use super::failure::Failure;
use super::input::Input;
use super::{Keeping, output};
use crate::document::Document;
use crate::outline::{Point, Section, SectionId};
use crate::text::{SourceOffset, is_line_end};

/// Options of `gangmu outline`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The document; `-` reads standard input
    file: PathBuf,
    /// text: indented, with addresses; tsv: line (from 1), column (from 0, in characters), level, marker, title
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Sections head what follows them; points are numbered inside a paragraph
    #[arg(long, value_enum, default_value_t = Kind::Sections)]
    kind: Kind,
    #[command(flatten)]
    keeping: Keeping,
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
    kind: &'static str,
    /// Of the section, `3.2`, or of the point, `3.2#1`.
    address: String,
    /// 1-based.
    line: usize,
    /// 0-based, in code points.
    column: usize,
    level: u8,
    marker: String,
    title: String,
    /// How sure the inference is of a section, 0 to 1; it says nothing of points.
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<f32>,
    /// The rule that found a section.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    /// What is odd about a section.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    diagnoses: Vec<Odd>,
}

/// What a row shows.
#[derive(Clone, Copy)]
enum Found<'a> {
    Section(SectionId, &'a Section),
    Point(&'a Point),
}

impl Found<'_> {
    /// Where it stands: at its marker, or at its title where it has none.
    fn start(self) -> SourceOffset {
        let (marker, title) = match self {
            Self::Section(_, section) => (section.marker, section.title),
            Self::Point(point) => (point.marker, point.title),
        };
        if marker.is_empty() { title.start } else { marker.start }
    }
}

/// Prints the outline.
pub(super) fn run(arguments: &Arguments, input: &Input) -> Result<(), Failure> {
    let document = input.kept(&arguments.file, arguments.keeping)?.document;
    let mut rows = rows(&document, arguments.kind);
    match arguments.format {
        Format::Text => output::lines_to_stdout(|out| rows.try_for_each(|row| text_line(out, &row))),
        Format::Tsv => output::to_stdout(|out| rows.try_for_each(|row| tsv_line(out, &row))),
        Format::Json => output::to_stdout(|out| output::json_list(out, rows)),
    }
}

/// The rows of `kind`, in document order.
fn rows(document: &Document, kind: Kind) -> impl Iterator<Item = Row> {
    let outline = document.outline();
    let addresses = outline.addresses();
    let point_addresses =
        if kind == Kind::Sections { Vec::new() } else { outline.point_addresses(&addresses) };
    let sections =
        outline.ids().zip(outline.sections()).map(|(id, section)| (Found::Section(id, section), id.index()));
    let points = outline.points().iter().enumerate().map(|(index, point)| (Found::Point(point), index));
    let mut found: Vec<_> = match kind {
        Kind::Sections => sections.collect(),
        Kind::Points => points.collect(),
        Kind::All => sections.chain(points).collect(),
    };
    found.sort_by_key(|(found, _)| found.start());
    found.into_iter().map(move |(found, index)| {
        let address = match found {
            Found::Section(..) => addresses.get(index).map(ToString::to_string),
            Found::Point(_) => point_addresses.get(index).map(ToString::to_string),
        };
        row(document, found, address.unwrap_or_default())
    })
}

fn row(document: &Document, found: Found<'_>, address: String) -> Row {
    let (text, outline) = (document.text(), document.outline());
    let (kind, level, marker, title, confidence) = match found {
        Found::Section(id, section) => {
            let title = outline.shown_title(id, text);
            ("section", section.level, section.marker, title, Some(section.confidence))
        }
        Found::Point(point) => ("point", point.level, point.marker, point.title_text(text), None),
    };
    let evidence = if let Found::Section(id, _) = found { outline.evidence(id) } else { None };
    Row {
        kind,
        address,
        line: document.lines().line_at(document.text(), found.start()) + 1,
        column: document.lines().column(text, found.start()),
        level,
        marker: field(marker.slice(text)),
        title: field(&title),
        confidence,
        rule: evidence.map(rule),
        diagnoses: evidence.into_iter().flat_map(|e| &e.diagnoses).map(|found| (*found).into()).collect(),
    }
}

/// One field of a line: without tabs and line breaks, each of which becomes a blank.
fn field(text: &str) -> String {
    text.replace("\r\n", " ").replace(|c| c == '\t' || is_line_end(c), " ")
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
