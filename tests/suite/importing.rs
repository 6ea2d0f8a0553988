//! Files of other formats as text with hints: what is shown of a line before it is what is said of it.
//!
//! `H2` heading of level 2, `H2c` by the contents of the book, `I1` item in a list within a list, `T` row of a table, `F`
//! furniture; then `|` and the line.

use std::fmt::Write as _;

use gangmu::import::hints::{Fitting, Origin};
use gangmu::import::{Format, Hints, Imported, Options, import};
use gangmu::text::SourceOffset;

mod bold;
mod books;
mod markdown;
mod messages;
mod page_notes;
mod pages;
mod papers;
mod rich;
mod round_trip;
mod ruled_tables;

/// What is read of `bytes`.
fn imported(bytes: impl Into<Vec<u8>>, format: Format) -> Imported {
    let imported = import(bytes.into(), format, &Options::default()).unwrap();
    check(&imported.decoded.text, &imported.hints);
    imported
}

/// The text, a line each, with what is said of it.
fn shown(imported: &Imported) -> String {
    let (text, hints) = (&imported.decoded.text, &imported.hints);
    let mut at = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        let (start, end) = (at, at + line.len());
        at = end;
        let within = |offset: SourceOffset| (start..end).contains(&offset.get());
        let mut marks = String::new();
        for heading in hints.headings.iter().filter(|heading| within(heading.range.start)) {
            let origin = if heading.origin == Origin::Contents { "c" } else { "" };
            let _ = write!(marks, "H{}{origin}", heading.level);
        }
        for item in hints.items.iter().filter(|item| within(item.range.start)) {
            let _ = write!(marks, "I{}", item.depth);
        }
        if hints.table_at(SourceOffset::new(start)).is_some() {
            marks += "T";
        }
        match hints.furniture_at(SourceOffset::new(start)).map(|furniture| furniture.kind) {
            Some(Fitting::Page) => marks += "F",
            Some(Fitting::Running) => marks += "R",
            None => {}
        }
        format!("{marks}|{line}")
    });
    lines.collect()
}

/// What holds for the hints of any text: they are in order, on boundaries of characters, and none is empty.
fn check(text: &str, hints: &Hints) {
    let lists: [(&str, Vec<_>); 8] = [
        ("headings", hints.headings.iter().map(|hint| hint.range).collect()),
        ("numbers", hints.numbers.clone()),
        ("items", hints.items.iter().map(|hint| hint.range).collect()),
        ("tables", hints.tables.iter().map(|hint| hint.range).collect()),
        ("images", hints.images.iter().map(|hint| hint.range).collect()),
        ("links", hints.links.iter().map(|hint| hint.range).collect()),
        ("emphasis", hints.emphasis.iter().map(|hint| hint.range).collect()),
        ("furniture", hints.furniture.iter().map(|hint| hint.range).collect()),
    ];
    for (name, ranges) in lists {
        let mut end = SourceOffset::default();
        for range in ranges {
            assert!(range.start >= end && range.end >= range.start, "{name}: {range:?} after {end}");
            assert!(text.get(range.start.get()..range.end.get()).is_some(), "{name}: {range:?}");
            end = range.end;
        }
    }
    for image in &hints.images {
        assert_eq!(image.range.slice(text), "\u{fffc}");
    }
    for row in hints.tables.iter().flat_map(|table| &table.rows) {
        for cell in &row.cells {
            assert!(!cell.range.slice(text).contains(['\t', '\n']), "{cell:?}");
        }
    }
    for note in &hints.notes {
        assert!(note.range.slice(text).starts_with(note.reference.slice(text)), "{note:?}");
    }
}
