//! What the program exports opens again as it was: the same outline, the same text.

use gangmu::document::Document;
use gangmu::export::{self, Options, Selection, render};
use gangmu::import::hints::{Row, Target};
use gangmu::import::{self, Format, OWN_MARK};
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

/// The text of all blocks, white space aside: what is around the text of a page is none.
fn dense(document: &Document) -> String {
    let blocks = document.blocks().iter().map(|block| block.range().slice(document.text()));
    blocks.flat_map(str::chars).filter(|c| !is_blank(*c)).collect()
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

/// A list in Markdown whose items have numbers of lists, or their own, and inner lists; one that follows it begins anew.
fn list() -> impl Strategy<Value = String> {
    let own = |mark: &str| format!("- <span class=\"{OWN_MARK}\">{mark}</span>");
    let marks = ["# ", "#) ", "- ", "- 一、", "- （二）"].map(str::to_owned).into_iter();
    let marks: Vec<String> = marks.chain(["第#，", "a. ", "1、", "", "Step #: "].map(own)).collect();
    let item = (
        prop::sample::select(marks),
        prop::sample::select(vec!["甲", "**乙**丙；", "2. 丁", "一、戊"]),
        0_usize..3,
    );
    (1_u32..20, prop::collection::vec(item, 1..6)).prop_map(|(first, items)| {
        let item = |(number, (mark, words, depth)): (u32, &(String, &str, usize))| {
            let mark = mark.replace("# ", "#. ").replace('#', &number.to_string());
            format!("{}{mark}{}\n", "    ".repeat(*depth), words.replace("2.", r"2\."))
        };
        (first..).zip(&items).map(item).collect::<String>() + "\n<!-- -->"
    })
}

/// A part of a document in Markdown.
fn part() -> impl Strategy<Value = String> {
    let words = || prop::sample::select(vec!["甲", "乙丙", "丁 1", "戊，己"]);
    let heading = (1_usize..4, prop::sample::select(vec!["春天", "夏天的事", "秋後"]));
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

/// What a format says of a document, in its order: cells, items of lists that are no sections, what is emphasised, where
/// links lead, notes.
fn said(document: &Document) -> [Vec<String>; 5] {
    let (text, hints) = (document.text(), document.hints());
    let outline = document.outline();
    let sections: Vec<_> = outline.ids().map(|id| outline.get(id).unwrap().span.start).collect();
    let items = hints.items.iter().filter(|item| !sections.contains(&item.range.start));
    // What leads through a page is a list too.
    let items = items.filter(|item| hints.furniture_at(item.range.start).is_none());
    let items = items.map(|item| {
        let text: String = item.range.slice(text).chars().filter(|c| !is_blank(*c)).collect();
        format!("{text} {}", item.is_numbered)
    });
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
    [tables.collect(), items.collect(), emphasis.collect(), links.collect(), notes.collect()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn tables_lists_notes_and_emphasis_open_again_as_they_were(parts in prop::collection::vec(part(), 1..14)) {
        // With one heading at the top alone it would be the document's title.
        let mut source = format!("# 起頭\n\n{}\n\n# 結尾", parts.join("\n\n"));
        let notes = source.matches('@').count();
        for note in 1..=notes {
            source = source.replacen('@', &format!("[^{note}]"), 1);
        }
        source.extend((1..=notes).map(|note| format!("\n\n[^{note}]: 註{note}")));
        let read = |bytes, format| {
            let read = import::import(bytes, format, &import::Options::default()).unwrap();
            Document::of_import(read).inferred_at_once()
        };
        let document = read(source.into_bytes(), Format::Markdown);
        // An item that is a section by what stands below it goes out as a heading, and notes come before it.
        prop_assume!(outline(&document).iter().all(|(_, marker, _)| marker.is_empty()));
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
