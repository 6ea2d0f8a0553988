//! Markdown, and that what is exported as such is read back.

use gangmu::document::Document;
use gangmu::export::{self, Selection};
use gangmu::import::hints::Target;
use gangmu::import::{Format, Remark};
use proptest::prelude::*;

use super::{imported, shown};

fn read(text: &str) -> String {
    shown(&imported(text, Format::Markdown))
}

#[test]
fn marks_become_hints() {
    for (text, expected) in [
        ("# 第一章 *總則*\n\n正文**要點**，\n續一行。\n", "H1|第一章 總則\n|正文要點，續一行。\n"),
        ("標題\n---\n\nA line\nand more\n", "H2|標題\n|A line and more\n"),
        ("- 甲\n- 乙\n  1. 丙\n  2. 丁\n\n     又一段\n", "I0|• 甲\nI0|• 乙\nI1|1. 丙\nI1|2. 丁\n|又一段\n"),
        ("3. 丙\n4. 丁\n", "I0|3. 丙\nI0|4. 丁\n"),
        ("- [x] 成\n- [ ] 未\n", "I0|• ☑ 成\nI0|• ☐ 未\n"),
        ("|甲|乙|\n|-|-|\n|一||\n|二|三|\n", "T|甲\t乙\nT|一\t\nT|二\t三\n"),
        ("```rust\nfn a() {\n\n    b\n}\n```\n", "|fn a() {\n|\n|    b\n|}\n"),
        ("> 引\n> 文\n\n前\\\n後\n\n***\n", "|引文\n|前\n|後\n"),
        ("---\ntitle: 題\n---\n\n文\n", "|文\n"),
        ("甲<br>乙 <b>丙</b>\n\n<div>丁<p>戊</div>\n", "|甲\n|乙 丙\n|丁\n|戊\n"),
        (
            "見[^b]與[^a]，再見[^b]。\n\n[^a]: 甲\n\n[^b]: 乙\n\n    又\n",
            "|見[1]與[2]，再見[1]。\n|[1] 乙\n|又\n|[2] 甲\n",
        ),
        ("- # 甲\n- 乙\n\n1. ## 丙\n", "H1|甲\nI0|• 乙\nH2I0|1. 丙\n"),
        ("\\# 號 \\*星\\* &amp; \\<\n", "|# 號 *星* & <\n"),
        ("", ""),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn what_is_in_a_line_is_known_by_its_place() {
    let text = "# 第一 節\n\n看![圖 *一*](a.png)與[**此**處](http://x.test)，[上](#第一-節)。\n";
    let imported = imported(text, Format::Markdown);
    let (text, hints) = (&imported.decoded.text, &imported.hints);
    assert_eq!(text, "第一 節\n看\u{fffc}與此處，上。\n");
    assert_eq!(hints.images[0].alt, "圖 一");
    assert_eq!(imported.remarks, [Remark::Images(1)]);
    let links: Vec<_> = hints.links.iter().map(|link| (link.range.slice(text), &link.target)).collect();
    let address = Target::Address("http://x.test".to_owned());
    assert_eq!(links, [("此處", &address), ("上", &Target::Place(hints.headings[0].range.start))]);
    let bold: Vec<_> = hints.emphasis.iter().map(|e| (e.range.slice(text), e.bold, e.italic)).collect();
    assert_eq!(bold, [("此", true, false)]);
}

#[test]
fn notes_know_where_they_are_referred_to() {
    let imported = imported("甲[^x]乙[^x]\n\n[^x]: 註 *文*\n", Format::Markdown);
    let text = &imported.decoded.text;
    let notes: Vec<_> = imported
        .hints
        .notes
        .iter()
        .map(|note| (note.reference.start.get(), note.range.slice(text)))
        .collect();
    assert_eq!(notes, [(3, "[1] 註 文")]);
}

/// A line of a document: of what could be taken for marks.
fn line() -> impl Strategy<Value = String> {
    let pieces = [
        "一、",
        "第二章",
        "（三）",
        "1.",
        "1)",
        "(2)",
        "iv.",
        "-",
        "+",
        "* ",
        "#",
        "=",
        "---",
        "***",
        "___",
        "> ",
        ":",
        "%",
        "|",
        "[",
        "]",
        "(a)",
        "![",
        "<b>",
        "<!--",
        "&amp;",
        "&",
        "\\",
        "`",
        "```",
        "~",
        "~~",
        "^",
        "$",
        "@",
        "{#a}",
        "[^1]",
        "[x]: y",
        "http://x.test",
        "總則",
        "正文，",
        "。",
        "\u{3000}",
        " ",
        "  ",
        "\t",
        "2026",
        "a_b",
        "word",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 1..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn what_is_exported_is_read_back(lines in prop::collection::vec(line(), 1..12)) {
        let document = Document::parse(lines.join("\n").into_bytes(), None);
        let all = Selection::all(&document);
        prop_assume!(!all.is_empty());
        let written = |format| {
            let bytes = export::render(&document, &all, format, &export::Options::default()).unwrap();
            String::from_utf8(bytes).unwrap()
        };
        let back = imported(written(export::Format::Md), Format::Markdown);
        let plain = written(export::Format::Txt);
        let expected: Vec<&str> = plain.lines().filter(|line| !line.trim().is_empty()).collect();
        prop_assert_eq!(back.decoded.text.lines().collect::<Vec<_>>(), expected, "{}", written(export::Format::Md));
        let headings = document.outline().sections().len();
        prop_assert_eq!(back.hints.headings.len(), headings);
    }

    #[test]
    fn any_text_is_read(text in "([#*_>|\\[\\]()!`~\\-+.0-9:^<>/a \n\t]|甲|乙){0,80}") {
        imported(text, Format::Markdown);
    }
}
