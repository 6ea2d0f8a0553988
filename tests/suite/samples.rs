//! The samples that come with the program, against the outlines that were made for them by reading.

use std::fmt::Write as _;
use std::path::Path;

use gangmu::document::Document;

/// The sections of a document as lines of the gold format: line, column, level, marker, title.
fn sections(document: &Document) -> Vec<[String; 5]> {
    let text = document.text();
    let row = |section: &gangmu::outline::Section| {
        let line = document.lines().line_at(document.text(), section.marker.start) + 1;
        let column = document.lines().column(text, section.marker.start);
        [
            line.to_string(),
            column.to_string(),
            section.level.to_string(),
            section.marker.slice(text).to_owned(),
            section.title_text(text).into_owned(),
        ]
    };
    document.outline().sections().iter().map(row).collect()
}

/// Lines that only one side has; an expected empty title is right for any.
fn differences(expected: &str, found: &[[String; 5]]) -> String {
    let expected: Vec<Vec<&str>> = expected.lines().map(|line| line.split('\t').collect()).collect();
    let alike = |expected: &[&str], found: &[String; 5]| {
        let title = expected.get(4).copied().unwrap_or_default();
        expected.iter().take(4).eq(found.iter().take(4)) && (title.is_empty() || title == found[4])
    };
    let mut told = String::new();
    for row in expected.iter().filter(|row| !found.iter().any(|found| alike(row, found))) {
        writeln!(told, "expected {row:?}").unwrap();
    }
    for row in found.iter().filter(|row| !expected.iter().any(|expected| alike(expected, row))) {
        writeln!(told, "found    {row:?}").unwrap();
    }
    told
}

fn check(name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
    let text = std::fs::read(folder.join(format!("{name}.txt"))).unwrap();
    let expected = std::fs::read(folder.join(format!("{name}.outline.tsv"))).unwrap();
    let found = sections(&Document::parse(text, None));
    let told = differences(std::str::from_utf8(&expected).unwrap(), &found);
    assert!(told.is_empty(), "{name}\n{told}");
}

#[test]
fn the_speeches_are_outlined_as_a_reader_would() {
    check("speeches");
}

#[test]
fn the_statute_is_outlined_as_a_reader_would() {
    check("statute");
}

#[test]
fn the_thesis_is_outlined_as_a_reader_would() {
    check("thesis");
}

#[test]
fn the_novel_is_outlined_as_a_reader_would() {
    check("novel");
}
