//! What the targets of office formats have in common.

use std::io::{Cursor, Write as _};

use gangmu::import::{Format, Options, import};
use gangmu::text::SourceRange;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Bytes as pieces of a part, or as text where there is none for them.
pub(crate) fn written(bytes: &[u8], pieces: &[&str]) -> String {
    let text = "綱目\t<\n &\"甲𠮷=/>%";
    let piece = |byte: &u8| match pieces.get(usize::from(*byte)) {
        Some(piece) => (*piece).to_owned(),
        None => text.chars().nth(usize::from(*byte) % 16).map(String::from).unwrap_or_default(),
    };
    bytes.iter().map(piece).collect()
}

/// A package of these parts.
pub(crate) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        zip.start_file(*name, stored).expect("a name");
        zip.write_all(content).expect("room");
    }
    zip.finish().expect("a package").into_inner()
}

/// Reads the file; all that is said of its text lies within it, between characters.
pub(crate) fn check(bytes: Vec<u8>, format: Format) {
    let length = bytes.len();
    let Ok(imported) = import(bytes, format, &Options::default()) else { return };
    let (text, hints) = (imported.decoded.text, imported.hints);
    assert!(text.len() <= 10_000 + 200 * length, "{} of {length}", text.len());
    let within = |range: SourceRange| assert!(text.get(range.start.get()..range.end.get()).is_some(), "{range:?}");
    hints.headings.iter().for_each(|heading| within(heading.range));
    hints.numbers.iter().for_each(|number| within(*number));
    hints.items.iter().for_each(|item| within(item.range));
    hints.images.iter().for_each(|image| assert_eq!(image.range.slice(&text), "\u{fffc}"));
    hints.links.iter().for_each(|link| within(link.range));
    hints.notes.iter().for_each(|note| {
        within(note.range);
        assert!(note.reference.slice(&text).starts_with('['));
    });
    for emphasis in &hints.emphasis {
        within(emphasis.range);
        assert!(!emphasis.range.slice(&text).contains('\n'));
    }
    for table in &hints.tables {
        within(table.range);
        assert_eq!(table.range.slice(&text).split('\n').count(), table.rows.len());
        table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| within(cell.range));
    }
}
