//! What a format says of letters goes out again: emphasis, links, footnotes, tables and images.

use std::fmt::Write as _;
use std::io::Cursor;

use gangmu::document::Document;
use gangmu::export::{self, Options, Selection, render};
use gangmu::import::hints::Target;
use gangmu::import::{self, Format, Hints};
use gangmu::script::{Config, Convert, Converter, Presentation};
use gangmu::text::{SourceRange, is_blank};
use proptest::prelude::*;

use super::imported;
use crate::written::{part, text_of};

/// Formats that keep all of it.
const RICH: [(export::Format, Format); 4] = [
    (export::Format::Docx, Format::Docx),
    (export::Format::Html, Format::Html),
    (export::Format::Md, Format::Markdown),
    (export::Format::Epub, Format::Epub),
];

fn read(bytes: impl Into<Vec<u8>>, format: Format) -> Document {
    Document::of_import(imported(bytes, format)).inferred_at_once()
}

fn page(body: &str) -> Document {
    read(format!("<!DOCTYPE html><meta charset=utf-8><body>{body}</body>"), Format::Html)
}

fn exported(document: &Document, sections: &str, format: export::Format, options: &Options<'_>) -> Vec<u8> {
    render(document, &Selection::parse(sections, document).unwrap(), format, options).unwrap()
}

fn written(document: &Document, sections: &str, format: export::Format) -> String {
    String::from_utf8(exported(document, sections, format, &Options::default())).unwrap()
}

/// A paragraph of HTML: a kind for each part of it, and what the part says.
fn paragraph() -> impl Strategy<Value = Parts> {
    // Nothing that numbers: what is inferred to be a heading goes out as one.
    let words = ["甲乙", "，", "「丙」", "word", "a b", "*_`[", "<&>", "渠水。", "\u{3000}"];
    prop::collection::vec((0_u8..7, prop::sample::select(words.to_vec())), 1..7)
}

/// Its parts.
type Parts = Vec<(u8, &'static str)>;

/// The HTML of a paragraph; the notes that it refers to are added to `notes`.
fn html(parts: &[(u8, &str)], notes: &mut String) -> String {
    let mut html = "正文".to_owned();
    for (kind, words) in parts {
        let words = words.replace('&', "&amp;").replace('<', "&lt;");
        let number = notes.matches("<aside").count();
        let _ = match kind {
            1 => write!(html, "<b>{words}</b>"),
            2 => write!(html, "<i>{words}</i>"),
            3 => write!(html, "<b><i>{words}</i></b>"),
            4 => write!(html, "<a href=\"http://x.test/{number}?a=b&amp;c\">鏈{words}</a>"),
            5 => {
                let _ =
                    write!(notes, "<aside role=doc-footnote id=n{number}><p>註<b>{words}</b>文</p></aside>");
                write!(html, "<a role=doc-noteref href=#n{number}>*</a>")
            }
            _ => write!(html, "{words}"),
        };
    }
    html + "末。"
}

/// A document: for each section its paragraphs, and whether a table stands behind them.
fn body(sections: &[(Vec<Parts>, bool)]) -> String {
    let (mut body, mut notes) = (String::new(), String::new());
    for (number, (paragraphs, has_table)) in sections.iter().enumerate() {
        let _ = write!(body, "<h1>第{}節</h1>", number + 1);
        for parts in paragraphs {
            let _ = write!(body, "<p>{}</p>", html(parts, &mut notes));
        }
        if *has_table {
            let cell = paragraphs.first().map(|parts| html(parts, &mut notes)).unwrap_or_default();
            let _ = write!(body, "<table><tr><th>頭<th>尾<tr><td>{cell}<td>乙</table>");
        }
    }
    body + &notes
}

/// Text of all blocks, white space aside.
fn dense(document: &Document, range: SourceRange) -> String {
    range.slice(document.text()).chars().filter(|c| !is_blank(*c)).collect()
}

/// What is said of a document, a line for each.
fn told(document: &Document) -> Vec<String> {
    let (text, hints): (_, &Hints) = (document.text(), document.hints());
    let said = |kind: &str, range| format!("{kind} {}", dense(document, range));
    let mut told: Vec<_> = document.blocks().iter().map(|block| said("block", block.range())).collect();
    told.extend(hints.headings.iter().map(|heading| said(&format!("h{}", heading.level), heading.range)));
    told.extend(hints.notes.iter().map(|note| said("note", note.range)));
    let cells = hints.tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
    told.extend(cells.map(|cell| said("cell", cell.range)));
    // Links to places of the text are not kept; those of the contents are the file's own.
    let mut linked = String::new();
    for link in &hints.links {
        if let Target::Address(address) = &link.target {
            linked.extend(dense(document, link.range).chars().map(|c| format!("{c} {address} ")));
        }
    }
    told.push(linked);
    // Marks of punctuation may stay outside of what is emphasised.
    let mut emphasised = String::new();
    for emphasis in &hints.emphasis {
        let sign = [emphasis.bold, emphasis.italic].map(u8::from);
        let letters = emphasis.range.slice(text).chars().filter(|c| c.is_alphanumeric());
        emphasised.extend(letters.map(|c| format!("{c}{sign:?}")));
    }
    told.push(emphasised);
    told
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn what_is_said_of_letters_comes_back(
        sections in prop::collection::vec((prop::collection::vec(paragraph(), 1..4), any::<bool>()), 1..5),
    ) {
        let document = page(&body(&sections));
        let expected = told(&document);
        for (out, back) in RICH {
            let bytes = exported(&document, "all", out, &Options::default());
            prop_assert_eq!(&told(&read(bytes, back)), &expected, "{:?}", out);
        }
        let bytes = exported(&document, "all", export::Format::Json, &Options::default());
        let back = read(bytes, Format::Json);
        let whole = |document: &Document| dense(document, SourceRange::new(0, document.text().len()));
        prop_assert_eq!(whole(&back), whole(&document));
    }
}

#[test]
fn notes_go_out_with_what_refers_to_them() {
    // Without headings that the format knows the notes stand at the end of the text.
    let source = "一、修渠\n\n挖[^a]深。\n\n二、養魚\n\n放[^b]水。\n\n[^a]: 用鍬。\n\n[^b]: 見[^c]。\n\n[^c]: 春天。\n";
    let document = read(source, Format::Markdown);
    assert!(
        document.text().ends_with("放[2]水。\n[1] 用鍬。\n[2] 見[3]。\n[3] 春天。\n"),
        "{}",
        document.text()
    );
    assert_eq!(written(&document, "1", export::Format::Txt), "一、修渠\n\n挖[1]深。\n\n[1] 用鍬。\n");
    let second = "二、養魚\n\n放[2]水。\n\n[2] 見[3]。\n\n[3] 春天。\n";
    assert_eq!(written(&document, "2", export::Format::Txt), second);
    assert_eq!(written(&document, "1", export::Format::Md), "# 一、修渠\n\n挖[^1]深。\n\n[^1]: 用鍬。\n");
    let second = written(&document, "2", export::Format::Md);
    assert_eq!(second, "# 二、養魚\n\n放[^2]水。\n\n[^2]: 見\\[3\\]。\n\n\\[3\\] 春天。\n");
}

#[test]
fn notes_stand_at_the_end_of_their_section() {
    let source = "# 修渠\n\n挖[^a]深。\n\n# 養魚\n\n放水。\n\n[^a]: 用鍬。\n";
    let document = read(source, Format::Markdown);
    assert_eq!(document.text(), "修渠\n挖[1]深。\n[1] 用鍬。\n養魚\n放水。\n");
    let html = written(&document, "1", export::Format::Html);
    assert!(html.contains("<a id=\"r1\" href=\"#n1\" role=\"doc-noteref\">[1]</a>"), "{html}");
    assert!(html.contains("<aside id=\"n1\" role=\"doc-footnote\">\n<p><a href=\"#r1\""), "{html}");
}

#[test]
fn emphasis_and_links_go_through_conversion_and_punctuation() {
    let document = page("<h1>节</h1><p>(一)<b>头发,软件</b>,<a href=\"http://x.test\">发展</a>。</p>");
    let converter: std::sync::Arc<dyn Convert> =
        std::sync::Arc::new(Converter::open_embedded(Config::S2twp).unwrap());
    let convert = |text: &str| converter.convert(text);
    let presentation = Presentation::new(Some(std::sync::Arc::clone(&converter)), std::sync::Arc::default());
    for (presentation, words) in [
        (Some(&presentation), "（一）<strong>頭髮，軟體</strong>，<a href=\"http://x.test\">發展</a>。"),
        // Of a conversion that is not known piece by piece.
        (None, "（一）<strong>頭髮，軟體</strong>，<a href=\"http://x.test\">發展</a>。"),
    ] {
        let options =
            Options { convert: Some(&convert), presentation, full_width: true, ..Options::default() };
        let html = String::from_utf8(exported(&document, "all", export::Format::Html, &options)).unwrap();
        assert!(html.contains(words), "{html}");
    }
}

#[test]
fn an_image_goes_out_as_its_picture_or_as_what_is_said_of_it() {
    let mut png = Vec::new();
    let pixels = image::RgbaImage::from_pixel(40, 30, image::Rgba([160, 51, 37, 255]));
    pixels.write_to(&mut Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
    let markdown = imported("![渠線](a.png)\n", Format::Markdown);
    assert_eq!(markdown.decoded.text, "\u{fffc}\n");
    let mut source = imported("# 圖\n\n看![渠線](a.png)。\n\n![](b.png)\n", Format::Markdown);
    source.hints.images[0].data = Some(png.clone().into());
    source.hints.images[0].size = Some((30, 24));
    let document = Document::of_import(source).inferred_at_once();
    for format in export::Format::ALL {
        let bytes = exported(&document, "all", format, &Options::default());
        let text = text_of(format, bytes.clone());
        assert!(!text.contains('\u{fffc}'), "{format:?}: {text}");
        if !matches!(format, export::Format::Csv) {
            assert!(text.contains("〔圖〕"), "{format:?}: {text}");
        }
        let back = match format {
            export::Format::Docx => Format::Docx,
            export::Format::Html => Format::Html,
            export::Format::Epub => Format::Epub,
            export::Format::Csv => continue,
            _ => {
                assert!(text.contains("看〔圖：渠線，30×24〕。"), "{format:?}: {text}");
                continue;
            }
        };
        let back = import::import(bytes, back, &import::Options::default()).unwrap();
        let image = &back.hints.images[0];
        assert_eq!((image.alt.as_str(), image.size), ("渠線", Some((30, 24))), "{format:?}");
        assert_eq!(image.data.as_deref(), Some(&*png), "{format:?}");
    }
    let docx = exported(&document, "all", export::Format::Docx, &Options::default());
    assert!(part(&docx, "word/_rels/document.xml.rels").contains("Target=\"media/picture-1.png\""));
}
