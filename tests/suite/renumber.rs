//! Headings that are numbered anew, in every format.

use gangmu::document::Document;
use gangmu::export::{Format, Options, Renumbering, Selection, render};
use gangmu::outline::SectionId;
use gangmu::outline::edit::{Change, Scope};

use crate::support::document;
use crate::written::{bookmarks, part, text_of};

/// What is chosen of a document, numbered anew: the lines that are headings.
fn headings(document: &Document, sections: &str, with_path: bool) -> Vec<String> {
    let selection = Selection::parse(sections, document).unwrap();
    let renumbering = Renumbering::of(document, &selection, with_path);
    let options = Options { renumbering: Some(&renumbering), with_path, ..Options::default() };
    let bytes = render(document, &selection, Format::Md, &options).unwrap();
    let lines = String::from_utf8(bytes).unwrap();
    lines.lines().filter(|line| line.starts_with('#')).map(str::to_owned).collect()
}

/// Two papers: 一、 （一） 1. below each other, with a gap, and a heading without a number.
fn papers() -> Document {
    let text = "春耕 篇1\n前言\n序。\n一、备耕\n备。\n（一）种子\n种。\n（三）肥料\n肥。\n三、田间\n田。\n（一）除草\n除。\n\
                1.早除\n早。\n3.勤除\n勤。\n春耕 篇2\n一、总结\n总。\n二、人手\n人，见三、田间。\n";
    document(
        text,
        &[
            (1, "篇1", "春耕 篇1"),
            (2, "", "前言"),
            (2, "一、", "备耕"),
            (3, "（一）", "种子"),
            (3, "（三）", "肥料"),
            (2, "三、", "田间"),
            (3, "（一）", "除草"),
            (4, "1.", "早除"),
            (4, "3.", "勤除"),
            (1, "篇2", "春耕 篇2"),
            (2, "一、", "总结"),
            (2, "二、", "人手"),
        ],
    )
}

#[test]
fn each_level_is_counted_anew_in_the_way_of_the_source() {
    let papers = papers();
    assert_eq!(
        headings(&papers, "1.2.2,1.3,2", false),
        [
            "### （一）肥料",
            "## 一、田间",
            "### （一）除草",
            "#### 1.早除",
            "#### 2.勤除",
            "# 春耕 篇1",
            "## 一、总结",
            "## 二、人手"
        ]
    );
    // Without the parts above them the sections of both are one list.
    assert_eq!(headings(&papers, "1.3,2.1,2.2", false)[0], "## 一、田间");
    assert_eq!(headings(&papers, "1.3,2.1,2.2", false)[4..], ["## 二、总结", "## 三、人手"]);
    assert_eq!(
        headings(&papers, "1.3.1.2,2.2", true),
        ["# 春耕 篇1", "## 一、田间", "### （一）除草", "#### 1.勤除", "# 春耕 篇2", "## 一、人手"]
    );
    assert_eq!(
        headings(&papers, "1.1,1.2.2", true),
        ["# 春耕 篇1", "## 前言", "## 一、备耕", "### （一）肥料"]
    );
}

#[test]
fn what_the_source_counts_through_is_counted_through() {
    let text = "第二章 渠\n第四条 甲。\n第五条 乙。\n第三章 田\n第六条 丙。\n第八条 丁。\n第八条之一 戊。\n";
    let law = document(
        text,
        &[
            (1, "第二章", "渠"),
            (2, "第四条", ""),
            (2, "第五条", ""),
            (1, "第三章", "田"),
            (2, "第六条", ""),
            (2, "第八条", ""),
            (2, "第八条之一", ""),
        ],
    );
    assert_eq!(
        headings(&law, "1.2,2", false),
        ["## 第一条", "# 第一章 田", "## 第二条", "## 第三条", "## 第四条"]
    );
}

#[test]
fn numbers_of_several_parts_follow_the_headings_above() {
    let text = "2 渠\n2.1 挖\n2.3 修\n2.3.1 砌\n4 田\n4.2 除\n";
    let thesis = document(
        text,
        &[
            (1, "2", "渠"),
            (2, "2.1", "挖"),
            (2, "2.3", "修"),
            (3, "2.3.1", "砌"),
            (1, "4", "田"),
            (2, "4.2", "除"),
        ],
    );
    assert_eq!(
        headings(&thesis, "1.2,2", true),
        ["# 1 渠", "## 1.1 修", "### 1.1.1 砌", "# 2 田", "## 2.1 除"]
    );
    assert_eq!(headings(&thesis, "1.1,1.2", false), ["## 2.1 挖", "## 2.2 修", "### 2.2.1 砌"]);
}

#[test]
fn every_format_has_the_new_numbers_and_the_texts_their_old_ones() {
    let papers = papers();
    let selection = Selection::parse("1.3,2.2", &papers).unwrap();
    let renumbering = Renumbering::of(&papers, &selection, false);
    let options = Options { title: "稿", renumbering: Some(&renumbering), ..Options::default() };
    for format in Format::ALL {
        let bytes = render(&papers, &selection, format, &options).unwrap();
        let shown = match format {
            Format::Docx => part(&bytes, "word/document.xml"),
            Format::Epub => part(&bytes, "EPUB/nav.xhtml") + &text_of(format, bytes),
            Format::Pdf => {
                let titles = bookmarks(bytes.clone()).into_iter().map(|(_, title)| title + "\n");
                titles.collect::<String>() + &text_of(format, bytes)
            }
            _ => String::from_utf8(bytes).unwrap(),
        };
        for new in ["一、", "二、", "2."] {
            assert!(shown.contains(new), "{format:?} lacks {new}: {shown}");
        }
        // The text that speaks of 三、 goes on to do so.
        assert_eq!(shown.matches("三、").count(), usize::from(format != Format::Csv), "{format:?}: {shown}");
        assert!(!shown.contains("3.勤除") && !shown.contains("3\\.勤除"), "{format:?}");
    }
}

#[test]
fn a_name_that_the_reader_gave_is_numbered_where_it_has_a_number() {
    let text = "二、修渠\n渠。\n三、清淤\n淤。\n五、收割\n收。\n";
    let document = Document::parse(text.as_bytes().to_vec(), None);
    let edit = |document: &Document, section: usize, name: &str| {
        let (outline, id) = (document.outline(), SectionId::new(section));
        let edit = outline.edit(document.text(), id, Scope::One, Change::Name(Some(name.into()))).unwrap();
        document.with_outline(outline.edited(document.text(), &[edit]).outline)
    };
    let named = edit(&edit(&document, 1, "三、清理淤泥"), 2, "收成");
    let all = |numbered| {
        let selection = Selection::all(&named);
        let renumbering = Renumbering::of(&named, &selection, false);
        let renumbering = Some(&renumbering).filter(|_| numbered);
        let bytes = render(&named, &selection, Format::Csv, &Options { renumbering, ..Options::default() });
        String::from_utf8(bytes.unwrap()).unwrap()
    };
    assert!(all(false).contains("三、,清理淤泥,") && all(false).contains("五、,收成,"));
    assert!(all(true).contains("一、,修渠,") && all(true).contains("二、,清理淤泥,"), "{}", all(true));
}
