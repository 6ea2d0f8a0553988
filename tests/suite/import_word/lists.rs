//! Lists of a Word file are lists in what is exported of it, with the numbers that Word shows, and in that opened again.

use super::numbering::{definition, list};
use super::{STYLES, paragraphs, word};
use crate::written::part;
use gangmu::document::Document;
use gangmu::export::{self, Layout, Options, Selection, render};
use gangmu::import::{self, Format};
use gangmu::text::is_blank;

/// A document with a list right below a heading, an inner one, one that begins anew, and numbers of several kinds.
fn document() -> Document {
    let numbering =
        definition(0, &["decimal;%1.;<w:suff w:val=\"tab\"/>", "lowerLetter;%2)", "bullet;\u{f0b7}"])
            + &definition(1, &["chineseCounting;（%1）"])
            + &definition(2, &["decimal;步%1 ", "none;"])
            + &list(1, 0, "")
            + &list(2, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"3\"/></w:lvlOverride>")
            + &list(3, 1, "")
            + &list(4, 2, "");
    let parts = [("numbering", "numbering.xml", numbering.as_str()), ("styles", "styles.xml", STYLES)];
    let notation = "1;;工具\n;1.0;鐵鍬；\n;1.1;長的；\n;1.1;短的；\n;1.2;很短的；\n;1.0;土筐。\n;2.0;繩子；\n\
        ;2.0;扁擔。\n1;;人手\n;;共有三組：\n;3.0;甲組；\n;3.0;乙組；\n;4.0;丙組；\n;4.1;丁；\n;4.0;2. 戊。\n;;就這些。";
    opened(word(&paragraphs(notation), &parts), Format::Docx)
}

fn opened(bytes: Vec<u8>, format: Format) -> Document {
    let read = import::import(bytes, format, &import::Options::default()).unwrap();
    Document::of_import(read).inferred_at_once()
}

fn exported(document: &Document, format: export::Format, layout: Layout) -> Vec<u8> {
    let options = Options { layout, ..Options::default() };
    render(document, &Selection::all(document), format, &options).unwrap()
}

#[test]
fn markdown_and_web_pages_have_lists_of_their_own() {
    let document = document();
    let text = |format| String::from_utf8(exported(&document, format, Layout::Plain)).unwrap();
    let own = |mark: &str| format!("<span class=\"gangmu-mark\">{mark}</span>");
    let (a, b, first, none, second) = (own("a)"), own("b)"), own("步1 "), own(""), own("步2 "));
    assert_eq!(
        text(export::Format::Md),
        format!(
            "# 工具\n\n1. 鐵鍬；\n   - {a}長的；\n   - {b}短的；\n     - 很短的；\n2. 土筐。\n3. 繩子；\n4. 扁擔。\n\n\
             # 人手\n\n共有三組：\n\n- （一）甲組；\n- （二）乙組；\n- {first}丙組；\n  - {none}丁；\n\
             - {second}2. 戊。\n\n就這些。\n"
        )
    );
    let html = text(export::Format::Html);
    let (_, html) = html.split_once("<main>\n").unwrap();
    let html = html.replace('\n', "");
    for list in [
        format!(
            "<ol><li>鐵鍬；<ol class=\"gangmu-marks\"><li>{a}長的；</li><li>{b}短的；<ul><li>很短的；</li></ul></li></ol></li>\
             <li>土筐。</li><li>繩子；</li><li>扁擔。</li></ol><h1"
        ),
        format!(
            "<ol class=\"gangmu-marks\"><li>{}甲組；</li><li>{}乙組；</li>",
            own("（一）"),
            own("（二）")
        ),
    ] {
        assert!(html.contains(&list), "{list}\n{html}");
    }
}

#[test]
fn lists_open_again_as_lists() {
    let document = document();
    let dense = |text: &str| text.chars().filter(|c| !is_blank(*c)).collect::<String>();
    let items = |document: &Document| {
        let item = |item: &import::hints::Item| {
            (dense(item.range.slice(document.text())), item.depth, item.is_numbered)
        };
        // What leads through a page is a list too.
        let of_text = |item: &&import::hints::Item| document.hints().furniture_at(item.range.start).is_none();
        document.hints().items.iter().filter(of_text).map(item).collect::<Vec<_>>()
    };
    let titles = |document: &Document| {
        let outline = document.outline();
        outline.ids().map(|id| outline.shown_title(id, document.text()).into_owned()).collect::<Vec<_>>()
    };
    assert_eq!(titles(&document), ["工具", "人手"]);
    for (written, layout, read) in [
        (export::Format::Md, Layout::Plain, Format::Markdown),
        (export::Format::Html, Layout::Plain, Format::Html),
        (export::Format::Epub, Layout::Plain, Format::Epub),
        (export::Format::Json, Layout::Plain, Format::Json),
        (export::Format::Docx, Layout::Plain, Format::Docx),
        (export::Format::Docx, Layout::Official, Format::Docx),
    ] {
        let back = opened(exported(&document, written, layout), read);
        assert_eq!(titles(&back), titles(&document), "{written:?}");
        assert_eq!(items(&back), items(&document), "{written:?} {layout:?}");
        let main: String =
            back.blocks().iter().map(|block| dense(block.range().slice(back.text()))).collect();
        assert!(main.contains(&dense("共有三組：（一）甲組；（二）乙組；步1丙組；")), "{main}");
    }
}

#[test]
fn a_word_file_counts_the_items_itself_and_sets_them_below_each_other() {
    let docx = exported(&document(), export::Format::Docx, Layout::Plain);
    let xml = part(&docx, "word/document.xml");
    for (style, level, list, text) in [
        ("List", 0, 1, "鐵鍬；"),
        ("List2", 1, 2, "長的；"),
        ("List2", 1, 2, "短的；"),
        ("List3", 2, 3, "很短的；"),
        ("List", 0, 1, "繩子；"),
        ("List", 0, 4, "甲組；"),
        ("List", 0, 5, "2. 戊。"),
    ] {
        let number = format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
        let run = format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
        let item = format!("<w:pStyle w:val=\"{style}\"/>{number}</w:pPr>{run}");
        assert!(xml.contains(&item), "{item}\n{xml}");
    }
    // What has no mark has a tab in its place.
    assert!(
        xml.contains("<w:pStyle w:val=\"List2\"/></w:pPr><w:r><w:t xml:space=\"preserve\"></w:t><w:tab/>")
    );
    assert!(part(&docx, "word/styles.xml").contains("w:styleId=\"List2\"><w:name w:val=\"List 2\"/>"));
    let lists = part(&docx, "word/numbering.xml");
    let counted = "<w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:suff w:val=\"tab\"/><w:lvlText w:val=\"%2)\"/>";
    assert!(lists.contains(counted), "{lists}");
    let relations = part(&docx, "word/_rels/document.xml.rels");
    assert!(relations.contains("/numbering\" Target=\"numbering.xml\""));
}

#[test]
fn a_word_file_without_lists_has_no_part_for_them() {
    let plain =
        Document::of_import(super::imported(&paragraphs("1;;工具\n;;鐵鍬。"), &[])).inferred_at_once();
    let docx = exported(&plain, export::Format::Docx, Layout::Plain);
    assert!(!part(&docx, "[Content_Types].xml").contains("numbering"));
}
