//! Export: what comes out of chosen sections in each format.

use std::cell::RefCell;
use std::ops::ControlFlow;

use gangmu::document::Document;
use gangmu::export::{ExportError, Format, NamePattern, Options, Selection, file_names, render};
use gangmu::outline::SectionId;
use gangmu::script::Script;

use crate::support::document;
use crate::written::part;

/// A preface, a part numbered at its line's end, run-in, glued and wrapped headings, and things that a format
/// could take for markup.
const TEXT: &str = "\
總序不屬任何一節
　　春耕工作講話 篇1
　　同志們：
　　一、抓緊備耕
　　(一)修好水渠。上月以來，進展很快。
　　一畝不落。

　　(二)備足種子去年缺種
　　二、管好
　　田間
　　1. *雜草* <清除> & [補苗]
　　春耕工作講話 篇2
　　短。
";

const HEADINGS: [(u8, &str, &str); 6] = [
    (1, "篇1", "春耕工作講話 篇1"),
    (2, "一、", "抓緊備耕"),
    (3, "(一)", "修好水渠"),
    (3, "(二)", "備足種子"),
    (2, "二、", "管好\n　　田間"),
    (1, "篇2", "春耕工作講話 篇2"),
];

fn sample() -> Document {
    document(TEXT, &HEADINGS)
}

fn text(sections: &str, format: Format, options: &Options<'_>) -> String {
    let document = sample();
    let selection = Selection::parse(sections, &document).unwrap();
    String::from_utf8(render(&document, &selection, format, options).unwrap()).unwrap()
}

#[test]
fn plain_text_holds_headings_and_own_text_in_order_and_nothing_else() {
    assert_eq!(
        text("1", Format::Txt, &Options::default()),
        "春耕工作講話 篇1\n\n同志們：\n\n一、抓緊備耕\n\n(一)修好水渠。\n\n上月以來，進展很快。\n\n一畝不落。\n\n\
         (二)備足種子\n\n去年缺種\n\n二、管好田間\n\n1. *雜草* <清除> & [補苗]\n"
    );
}

#[test]
fn a_section_without_its_children_gives_its_own_text_only() {
    let document = sample();
    let mut selection = Selection::none(&document);
    selection.insert(SectionId::new(0));
    selection.insert(SectionId::new(3));
    let out = render(&document, &selection, Format::Txt, &Options::default()).unwrap();
    assert_eq!(String::from_utf8(out).unwrap(), "春耕工作講話 篇1\n\n同志們：\n\n(二)備足種子\n\n去年缺種\n");
}

#[test]
fn headings_above_are_context_on_demand_and_given_once() {
    let options = Options { with_path: true, ..Options::default() };
    assert_eq!(
        text("1.1.1,1.1.2,2", Format::Md, &options),
        "# 春耕工作講話 篇1\n\n## 一、抓緊備耕\n\n### (一)修好水渠。\n\n上月以來，進展很快。\n\n一畝不落。\n\n\
         ### (二)備足種子\n\n去年缺種\n\n# 春耕工作講話 篇2\n\n短。\n"
    );
}

#[test]
fn markdown_escapes_what_would_be_markup() {
    assert_eq!(
        text("1.2", Format::Md, &Options::default()),
        "## 二、管好田間\n\n1\\. \\*雜草\\* \\<清除> \\& \\[補苗\\]\n"
    );
}

#[test]
fn html_is_one_page_with_language_contents_and_linked_headings() {
    let options = Options { title: "講話 <1>", script: Script::Hk, ..Options::default() };
    let page = text("1.2,2", Format::Html, &options);
    for part in [
        "<html lang=\"zh-Hant-HK\">",
        "<title>講話 &lt;1&gt;</title>",
        "<nav aria-label=\"目錄\">\n<ul>\n<li><a href=\"#s1\">二、管好田間</a></li>\n<li><a href=\"#s2\">春耕工作講話 篇2</a></li>\n</ul>",
        "<h2 id=\"s1\">二、管好田間</h2>\n<p>1. *雜草* &lt;清除&gt; &amp; [補苗]</p>\n",
        "<h1 id=\"s2\">春耕工作講話 篇2</h1>\n<p>短。</p>\n</main>",
    ] {
        assert!(page.contains(part), "{part}\nis not in\n{page}");
    }
    assert!(!page.contains("http"), "the page must not ask for anything else");
}

#[test]
fn json_gives_address_level_marker_title_and_paragraphs() {
    let options = Options { title: "講", with_path: true, ..Options::default() };
    assert_eq!(
        text("1.1.1,2", Format::Json, &options),
        r#"{"title":"講","language":"zh-Hant","sections":[
{"address":"1","level":1,"marker":"篇1","title":"春耕工作講話 篇1","heading":"春耕工作講話 篇1","context":true,"paragraphs":[]},
{"address":"1.1","level":2,"marker":"一、","title":"抓緊備耕","heading":"一、抓緊備耕","context":true,"paragraphs":[]},
{"address":"1.1.1","level":3,"marker":"(一)","title":"修好水渠","heading":"(一)修好水渠。","paragraphs":["上月以來，進展很快。","一畝不落。"]},
{"address":"2","level":1,"marker":"篇2","title":"春耕工作講話 篇2","heading":"春耕工作講話 篇2","paragraphs":["短。"]}
]}
"#
    );
}

#[test]
fn conversion_is_by_heading_and_by_paragraph() {
    let seen = RefCell::new(Vec::new());
    let convert = |text: &str| {
        seen.borrow_mut().push(text.to_owned());
        text.replace('畝', "亩")
    };
    let options = Options { convert: Some(&convert), ..Options::default() };
    assert_eq!(
        text("1.1.1", Format::Txt, &options),
        "(一)修好水渠。\n\n上月以來，進展很快。\n\n一亩不落。\n"
    );
    assert_eq!(seen.into_inner(), ["(一)修好水渠。", "上月以來，進展很快。", "一畝不落。"]);
}

#[test]
fn a_hard_wrapped_paragraph_is_one_paragraph_again() {
    // Thirty characters a line; the fourth line ends and the fifth begins with a Latin word.
    let lines = [
        "春天的水渠要早修，各村派人清淤，把去年塌下來的石塊一一搬走，再把",
        "渠底夯實，兩岸種上柳樹，遇到大雨也不怕沖毀。老人們說，水從哪裡來",
        "，糧食就從哪裡來，這話一點不假，前年旱了三個月，只有下游那幾塊地",
        "有收成，因為他們的渠修得好，水一滴也沒有漏掉，抽水用的是新買的AB",
        "CD牌水泵，一天可以澆三十畝，比過去人挑肩扛快了十倍，省下來的工夫",
        "正好去補種玉米和豆子，秋後一算帳，每戶多收了兩百斤，大家都說值得",
        "，今年還要照這個辦法做下去，並且把經驗告訴鄰村的人，讓他們也早一",
        "點動手。",
    ];
    let text = format!("一、修渠\n　　{}\n　　另起一段。\n", lines.join("\n"));
    let document = document(&text, &[(1, "一、", "修渠")]);
    let all = Selection::all(&document);
    let out = render(&document, &all, Format::Txt, &Options::default()).unwrap();
    let joined = lines.concat().replace("ABCD", "AB CD");
    assert_eq!(String::from_utf8(out).unwrap(), format!("一、修渠\n\n{joined}\n\n另起一段。\n"));
}

#[test]
fn a_paragraph_too_long_for_the_screen_is_exported_whole() {
    let long = "天地玄黃， 宇宙洪荒。".repeat(5_000);
    let document = document(&format!("一、甲\n　　{long}\n"), &[(1, "一、", "甲")]);
    let all = Selection::all(&document);
    let out = render(&document, &all, Format::Txt, &Options::default()).unwrap();
    assert!(String::from_utf8(out).unwrap() == format!("一、甲\n\n{long}\n"));
}

#[test]
fn choosing_nothing_and_cancelling_are_errors() {
    let document = sample();
    let none = Selection::none(&document);
    let all = Selection::all(&document);
    let stop = |_, _| ControlFlow::Break(());
    for format in Format::ALL {
        let nothing = render(&document, &none, format, &Options::default());
        assert!(matches!(nothing, Err(ExportError::NothingChosen)), "{format:?}");
        let options = Options { watch: Some(&stop), ..Options::default() };
        assert!(
            matches!(render(&document, &all, format, &options), Err(ExportError::Cancelled)),
            "{format:?}"
        );
    }
}

#[test]
fn progress_counts_the_source_upwards() {
    let document = sample();
    let all = Selection::all(&document);
    for format in Format::ALL {
        progress_counts_upwards(&document, &all, format);
    }
}

fn progress_counts_upwards(document: &Document, all: &Selection, format: Format) {
    let seen = RefCell::new(Vec::new());
    let watch = |done, of| {
        seen.borrow_mut().push(done);
        assert_eq!(of, TEXT.len());
        ControlFlow::Continue(())
    };
    let options = Options { watch: Some(&watch), ..Options::default() };
    render(document, all, format, &options).unwrap();
    let seen = seen.into_inner();
    assert!(seen.is_sorted() && seen.last() == Some(&TEXT.trim_end().len()), "{format:?} {seen:?}");
}

#[test]
fn a_part_of_a_split_holds_its_subtree_and_is_named_by_its_heading() {
    let document = sample();
    let selection = Selection::parse("0,1.1,2", &document).unwrap();
    let (splits, options) = (selection.splits(), Options { title: "春耕/稿", ..Options::default() });
    let named = |pattern: &str| {
        let pattern = NamePattern::parse(pattern).unwrap();
        file_names(&document, &splits, Format::Txt, (&pattern, &options))
    };
    let first = |part: &_| {
        let bytes = render(&document, &selection, Format::Txt, &Options { within: Some(*part), ..options });
        String::from_utf8(bytes.unwrap()).unwrap().lines().next().unwrap_or_default().to_owned()
    };
    let firsts: Vec<_> = splits.iter().map(first).collect();
    assert_eq!(firsts, ["總序不屬任何一節", "一、抓緊備耕", "春耕工作講話 篇2"]);
    assert_eq!(
        named(NamePattern::USUAL),
        ["0 總序不屬任何一節.txt", "1 一、抓緊備耕.txt", "2 春耕工作講話 篇2.txt"]
    );
    assert_eq!(
        named("{address}-{title}"),
        ["0-總序不屬任何一節.txt", "1.1-抓緊備耕.txt", "2-春耕工作講話 篇2.txt"]
    );
    assert_eq!(named("{document} {marker}"), ["春耕_稿.txt", "春耕_稿 一、.txt", "春耕_稿 篇2.txt"]);
    assert_eq!(named("稿"), ["稿.txt", "稿 (2).txt", "稿 (3).txt"]);
}

/// The paragraphs of `word/document.xml` as style and text.
fn paragraphs(xml: &str) -> Vec<(String, String)> {
    let between = |text: &str, open: &str, close: &str| {
        let (_, rest) = text.split_once(open).unwrap_or_default();
        rest.split_once(close).map_or_else(String::new, |(inner, _)| inner.to_owned())
    };
    // What stands before the text are the contents.
    let xml = xml.split_once("</w:sdt>").map_or(xml, |(_, text)| text);
    xml.split("<w:p><w:pPr><w:pStyle")
        .skip(1)
        .map(|p| {
            let text = between(p, "<w:t xml:space=\"preserve\">", "</w:t>");
            let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
            (between(p, " w:val=\"", "\""), text)
        })
        .collect()
}

#[test]
fn a_word_file_has_real_heading_styles() {
    let document = sample();
    let selection = Selection::parse("1", &document).unwrap();
    let options = Options { title: "甲 & 乙", script: Script::Tw, ..Options::default() };
    let docx = render(&document, &selection, Format::Docx, &options).unwrap();
    let expected = [
        ("Heading1", "春耕工作講話 篇1"),
        ("BodyText", "同志們："),
        ("Heading2", "一、抓緊備耕"),
        ("Heading3", "(一)修好水渠。"),
        ("BodyText", "上月以來，進展很快。"),
        ("BodyText", "一畝不落。"),
        ("Heading3", "(二)備足種子"),
        ("BodyText", "去年缺種"),
        ("Heading2", "二、管好田間"),
        ("BodyText", "1. *雜草* <清除> & [補苗]"),
    ];
    let expected = expected.map(|(style, text)| (style.to_owned(), text.to_owned()));
    assert_eq!(paragraphs(&part(&docx, "word/document.xml")), expected);
    let styles = part(&docx, "word/styles.xml");
    assert!(styles.contains("w:eastAsia=\"zh-TW\"") && styles.contains("w:firstLineChars=\"200\""));
    assert!(
        styles.contains("<w:name w:val=\"heading 3\"/>") && styles.contains("<w:outlineLvl w:val=\"2\"/>")
    );
    assert!(part(&docx, "docProps/core.xml").contains("<dc:title>甲 &amp; 乙</dc:title>"));
}

#[test]
fn characters_that_xml_forbids_leave_a_mark() {
    let document = document("一、甲\u{1}乙\n丙\u{8}\u{ffff}丁\n", &[(1, "一、", "甲\u{1}乙")]);
    let all = Selection::all(&document);
    let docx = render(&document, &all, Format::Docx, &Options::default()).unwrap();
    let texts: Vec<_> =
        paragraphs(&part(&docx, "word/document.xml")).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, ["一、甲\u{fffd}乙", "丙\u{fffd}\u{fffd}丁"]);
    let page =
        String::from_utf8(render(&document, &all, Format::Html, &Options::default()).unwrap()).unwrap();
    assert!(page.contains("一、甲\u{fffd}乙</h1>\n<p>丙\u{fffd}\u{fffd}丁</p>"));
}

#[test]
fn a_tab_stays_a_tab_in_a_word_file() {
    let document = document("一、甲\n乙\t丙 丁\n", &[(1, "一、", "甲")]);
    let all = Selection::all(&document);
    let docx = render(&document, &all, Format::Docx, &Options::default()).unwrap();
    let xml = part(&docx, "word/document.xml");
    let text = "<w:t xml:space=\"preserve\">乙</w:t><w:tab/><w:t xml:space=\"preserve\">丙 丁</w:t>";
    assert!(xml.contains(text), "{xml}");
}

#[test]
fn very_deep_sections_keep_their_order_in_every_format() {
    let text: String = (1..=200).map(|n| format!("{n}、深\n文{n}\n")).collect();
    let markers: Vec<_> = (1..=200).map(|n| format!("{n}、")).collect();
    let headings: Vec<_> =
        (1..=200).zip(&markers).map(|(level, marker)| (level, marker.as_str(), "深")).collect();
    let document = document(&text, &headings);
    let all = Selection::all(&document);
    for format in Format::ALL {
        assert!(render(&document, &all, format, &Options::default()).is_ok(), "{format:?}");
    }
    let docx = render(&document, &all, Format::Docx, &Options::default()).unwrap();
    let last =
        paragraphs(&part(&docx, "word/document.xml")).into_iter().rfind(|(style, _)| style != "BodyText");
    assert_eq!(last, Some(("Heading9".to_owned(), "200、深".to_owned())));
}
