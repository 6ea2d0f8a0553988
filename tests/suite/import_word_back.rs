//! What is exported as a Word file comes back from it: the same text, the same headings.

use gangmu::document::Document;
use gangmu::export::{Format, Item, Options, Piece, Selection, pieces, render};
use gangmu::import;
use gangmu::text::is_line_end;
use proptest::prelude::*;

/// A character as a Word file can hold it.
fn held(c: char) -> char {
    match c {
        c if is_line_end(c) => ' ',
        '\0'..='\x08' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// Lines of a text with an outline, and lines that are hard to carry.
fn line() -> impl Strategy<Value = String> {
    let marks = [
        "一、",
        "二、",
        "（一）",
        "（二）",
        "1.",
        "2.",
        "第一章 ",
        "第二章 ",
        "",
        "",
        "<w:p>&amp;",
        "\t甲\t",
    ];
    (prop::sample::select(marks.to_vec()), "[甲乙丙丁。；，a-c&<>\"' 　\t\u{1}\u{ad}𠮷]{0,24}")
        .prop_map(|(mark, text)| mark.to_owned() + &text)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_word_file_comes_back_as_it_was_exported(lines in prop::collection::vec(line(), 1..30)) {
        let document = Document::parse((lines.join("\n") + "\n末").into_bytes(), None);
        let (all, options) = (Selection::all(&document), Options { title: "題 & 目", ..Options::default() });
        let bytes = render(&document, &all, Format::Docx, &options).unwrap();
        let read = import::import(bytes, import::Format::Docx, &import::Options::default()).unwrap();
        let (mut text, mut headings) = (Vec::new(), Vec::new());
        for piece in pieces(&document, &all, &options) {
            let piece: (String, Option<u8>) = match piece {
                // A plain text has none.
                Piece::Table(_) | Piece::Note(_) => continue,
                Piece::Heading(heading) => (heading.text.text.chars().map(held).collect(), Some(heading.level)),
                Piece::Item(Item { text, .. }) | Piece::Paragraph(text) => {
                    (text.text.chars().map(held).collect(), None)
                },
            };
            headings.extend(piece.1.map(|level| (piece.0.trim().to_owned(), level.min(9))));
            text.push(piece.0);
        }
        let lines: Vec<_> = read.decoded.text.lines().map(str::to_owned).collect();
        prop_assert_eq!(lines, text);
        let read_headings = read.hints.headings.iter();
        let read_headings: Vec<_> =
            read_headings.map(|h| (h.range.slice(&read.decoded.text).to_owned(), h.level)).collect();
        prop_assert_eq!(read_headings, headings);
        prop_assert_eq!(read.hints.title, "題 & 目");
        prop_assert!(read.remarks.is_empty());
    }
}
