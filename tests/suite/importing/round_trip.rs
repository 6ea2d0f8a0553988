//! What the program exports opens again as it was: the same outline, the same text.

use gangmu::document::Document;
use gangmu::export::{self, Options, Selection, render};
use gangmu::import::hints::{Row, Target};
use gangmu::import::{self, Format};
use gangmu::outline::edit::{Change, Scope};
use gangmu::text::{SourceRange, is_blank};
use proptest::prelude::*;

const SAMPLES: [&str; 4] = [
    include_str!("../../../assets/samples/speeches.txt"),
    include_str!("../../../assets/samples/statute.txt"),
    include_str!("../../../assets/samples/thesis.txt"),
    include_str!("../../../assets/samples/novel.txt"),
];

const FORMATS: [(export::Format, Format); 5] = [
    (export::Format::Docx, Format::Docx),
    (export::Format::Html, Format::Html),
    (export::Format::Md, Format::Markdown),
    (export::Format::Json, Format::Json),
    (export::Format::Epub, Format::Epub),
];

/// Level, marker and title of each section.
fn outline(document: &Document) -> Vec<(u8, String, String)> {
    let (text, outline) = (document.text(), document.outline());
    let of = |id| {
        let section = outline.get(id).unwrap();
        let title = outline.shown_title(id, text).trim().to_owned();
        (section.level, section.marker.slice(text).trim().to_owned(), title)
    };
    outline.ids().map(of).collect()
}

/// The text of all blocks, white space aside: what is around the text of a page is none. Notes aside too: they stand at
/// the ends of the sections that the format names, and all are named in what is exported.
fn dense(document: &Document) -> String {
    let is_note = |at| document.hints().notes.iter().any(|note| note.range.contains(at));
    let blocks = document.blocks().iter().map(|block| block.range());
    let texts = blocks.filter(|range| !is_note(range.start)).map(|range| range.slice(document.text()));
    texts.flat_map(str::chars).filter(|c| !is_blank(*c)).collect()
}

#[test]
fn what_is_exported_opens_again_as_it_was() {
    for sample in SAMPLES {
        let document = Document::parse(sample.as_bytes().to_vec(), None);
        let (expected, text) = (outline(&document), dense(&document));
        for (written, read) in FORMATS {
            let bytes = render(&document, &Selection::all(&document), written, &Options::default()).unwrap();
            assert_eq!(Format::of(&bytes, Some(written.extension())), Ok(read));
            let back = import::import(bytes, read, &import::Options::default()).unwrap();
            let back = Document::of_import(back).inferred_at_once();
            assert_eq!(outline(&back), expected, "{written:?}");
            assert_eq!(dense(&back), text, "{written:?}");
        }
    }
}

#[test]
fn corrections_of_the_outline_are_in_what_is_exported() {
    let document = Document::parse(SAMPLES[0].as_bytes().to_vec(), None);
    let (text, inferred) = (document.text(), document.outline());
    let third = inferred.ids().nth(3).unwrap();
    for change in [Change::Remove, Change::Level(1)] {
        let edit = inferred.edit(text, third, Scope::One, change).unwrap();
        let corrected = document.with_outline(inferred.edited(text, &[edit]).outline);
        assert_ne!(outline(&corrected), outline(&document));
        for (written, format) in that_say_who_wrote_them() {
            let bytes =
                render(&corrected, &Selection::all(&corrected), written, &Options::default()).unwrap();
            assert_eq!(outline(&read(bytes, format)), outline(&corrected), "{written:?}");
        }
    }
}

/// The formats whose files say that this program wrote them. Markdown says nothing of itself.
fn that_say_who_wrote_them() -> impl Iterator<Item = (export::Format, Format)> {
    FORMATS.into_iter().filter(|(_, format)| *format != Format::Markdown)
}

/// What is written in a line: words, emphasised ones, links; `@` stands for a note.
fn line() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "春耕",
        "**秋收**",
        "*冬藏*",
        "[水利](http://x.test/a)",
        "@",
        "要抓緊",
        "a b",
    ]);
    prop::collection::vec(piece, 1..5).prop_map(|pieces| format!("說{}了。", pieces.join("又")))
}

/// What looks like the beginning of a heading, wherever it stands.
const NUMBERS: [&str; 12] = [
    "一、",
    "二、",
    "（一）",
    "（二）",
    "第一章 ",
    "第二章 ",
    "第一條　",
    "1.1 ",
    "(1) ",
    "一是",
    "附件1 ",
    "①",
];

/// A list of Markdown in which one stands, with the numbers of headings or without.
fn list() -> impl Strategy<Value = String> {
    let number = prop::option::of(prop::sample::select(NUMBERS.to_vec()));
    let words = prop::sample::select(vec!["先量地", "乙丙。再開渠。", "丁 1", "戊，己；"]);
    let mark = prop::sample::select(vec!["- ", "- ", "  - "]);
    let item = (mark, number, words)
        .prop_map(|(mark, number, words)| format!("{mark}{}{words}\n", number.unwrap_or_default()));
    prop::collection::vec(item, 1..5).prop_map(|items| format!("- 起\n{}", items.concat()))
}

/// An ordered list, counted from one or further on, its items in one run or with paragraphs between them.
fn ordered() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec!["先量地", "乙丙。再開渠。", "丁 1", "戊，己；"]);
    let between = ["\n", "\n\n", "\n\n說水利要抓緊。\n\n", "\n\n   又說水利。\n\n"];
    let items = prop::collection::vec((words, prop::sample::select(between.to_vec())), 1..5);
    (1_usize..4, items).prop_map(|(first, items)| {
        let items = items.iter().zip(first..);
        items.map(|((words, between), number)| format!("{number}. {words}{between}")).collect()
    })
}

/// A part of a document in Markdown.
fn part() -> impl Strategy<Value = String> {
    let words = || prop::sample::select(vec!["甲", "乙丙", "丁 1", "戊，己", "一、庚", "第二章 辛"]);
    let heading =
        (1_usize..4, prop::sample::select(vec!["春天", "夏天的事@", "[秋後](http://x.test/b)的事"]));
    let row = || prop::collection::vec(words(), 3).prop_map(|cells| format!("|{}|\n", cells.join("|")));
    prop_oneof![
        heading.prop_map(|(level, title)| format!("{} {title}", "#".repeat(level))),
        line(),
        line(),
        (1_usize..4, words()).prop_map(|(times, words)| format!("- {words}\n").repeat(times) + "  - 再\n"),
        list(),
        list(),
        (row(), prop::collection::vec(row(), 1..4))
            .prop_map(|(head, rows)| format!("{head}|-|-|-|\n{}", rows.concat())),
    ]
}

/// What a format says of a document, in its order: cells, what is emphasised, where links lead, notes. (The marks of lists
/// are text.)
fn said(document: &Document) -> [Vec<String>; 4] {
    let (text, hints) = (document.text(), document.hints());
    let of = |range: &SourceRange| range.slice(text).trim().to_owned();
    let tables = hints.tables.iter().flat_map(|table| {
        let row = move |row: &Row| row.cells.iter().map(|cell| of(&cell.range)).collect::<Vec<_>>().join("|");
        table.rows.iter().map(row)
    });
    let emphasis = hints.emphasis.iter();
    let emphasis = emphasis.map(|one| format!("{} {} {}", of(&one.range), one.bold, one.italic));
    let links = hints.links.iter().filter_map(|link| match &link.target {
        Target::Address(address) => Some(format!("{} {address}", of(&link.range))),
        Target::Place(_) => None,
    });
    let notes = hints.notes.iter().map(|note| format!("{} {}", of(&note.reference), of(&note.range)));
    [tables.collect(), emphasis.collect(), links.collect(), notes.collect()]
}

/// `bytes` as the program opens them.
fn read(bytes: Vec<u8>, format: Format) -> Document {
    let read = import::import(bytes, format, &import::Options::default()).unwrap();
    Document::of_import(read).inferred_at_once()
}

/// A document of `parts` in Markdown.
fn document_of(parts: &[String]) -> Document {
    // With one heading at the top alone it would be the document's title.
    read(format!("# 起頭\n\n{}\n\n# 結尾", parts.join("\n\n")).into_bytes(), Format::Markdown)
}

/// Half of the time a list that is counted, which Markdown cannot tell from numbered headings.
fn part_or_ordered() -> impl Strategy<Value = String> {
    prop_oneof![part(), ordered()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn an_outline_that_was_exported_is_not_inferred_again(
        parts in prop::collection::vec(part_or_ordered().prop_map(|part| part.replace('@', "")), 1..8),
    ) {
        let document = document_of(&parts);
        for (written, format) in that_say_who_wrote_them() {
            let bytes = render(&document, &Selection::all(&document), written, &Options::default()).unwrap();
            let back = read(bytes, format);
            prop_assert_eq!(outline(&back), outline(&document), "{:?}", written);
            prop_assert_eq!(dense(&back), dense(&document), "{:?}", written);
        }
    }

    #[test]
    fn tables_lists_notes_and_emphasis_open_again_as_they_were(parts in prop::collection::vec(part(), 1..14)) {
        let mut source = format!("# 起頭\n\n{}\n\n# 結尾", parts.join("\n\n"));
        let notes = source.matches('@').count();
        for note in 1..=notes {
            source = source.replacen('@', &format!("[^{note}]"), 1);
        }
        let number = |note: usize| NUMBERS.get(note % 5).copied().unwrap_or_default();
        source.extend((1..=notes).map(|note| format!("\n\n[^{note}]: {}註{note}", number(note))));
        let document = read(source.into_bytes(), Format::Markdown);
        for (written, format) in FORMATS {
            let bytes = render(&document, &Selection::all(&document), written, &Options::default()).unwrap();
            let back = read(bytes, format);
            prop_assert_eq!(outline(&back), outline(&document), "{:?}", written);
            if format == Format::Json {
                continue;
            }
            prop_assert_eq!(dense(&back), dense(&document), "{:?}", written);
            prop_assert_eq!(said(&back), said(&document), "{:?}", written);
        }
    }
}
