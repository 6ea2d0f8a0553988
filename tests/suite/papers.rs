//! Papers: Word files and pages as they are printed, books, and the table of the outline.

use std::io::Cursor;
use std::sync::Arc;

use gangmu::decode::Decoded;
use gangmu::document::Document;
use gangmu::export::{Format, Layout, Options, PaperFace, PaperFaces, Preview, Selection, preview, render};
use gangmu::import::Imported;
use gangmu::import::hints::{Cell, Hints, Row, Table};
use gangmu::script::Script;
use gangmu::text::SourceRange;
use hayro_syntax::Pdf;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;

use crate::written::{bookmarks, part, pdf, strings, text_of};

/// A paper with a title, addressees, and headings of all four kinds, of which two run into their text.
const NOTICE: &str = "\
关于春季修渠的通知
各村民小组，各农机合作社：
　　为了春耕用水,现将修渠的事通知如下。
　　一、总体要求
　　先清后修，责任到人。
　　二、主要任务
　　（一）清理淤泥。各村组织劳力，把渠底夯实。
　　1.备好工具。铁锹、土筐由农机站发放。
　　2.分段包干
　　每段两百米。
　　（二）加固渠岸
　　用石块砌护坡。
";

fn exported(text: &str, format: Format, options: &Options<'_>) -> Vec<u8> {
    let document = Document::parse(text.as_bytes().to_vec(), None);
    render(&document, &Selection::all(&document), format, options).unwrap()
}

#[test]
fn the_title_of_a_file_is_in_the_script_of_its_text() {
    let convert = |text: &str| text.replace('講', "讲").replace('話', "话");
    let options =
        Options {
            title: "開幕講話", script: Script::Hans, convert: Some(&convert), ..Options::default()
        };
    let docx = exported("一、講話\n", Format::Docx, &options);
    assert!(part(&docx, "docProps/core.xml").contains("<dc:title>開幕讲话</dc:title>"));
    let html = String::from_utf8(exported("一、講話\n", Format::Html, &options)).unwrap();
    assert!(html.contains("<title>開幕讲话</title>"));
}

#[test]
fn a_heading_that_runs_in_is_parted_from_its_text_as_word_does() {
    let text = "一、讀書\n\n（一）多讀。每天讀一章，讀完寫一段。\n\n（二）多寫。寫完請人看。\n\n二、種樹\n\n春天種。\n";
    let docx = exported(text, Format::Docx, &Options::default());
    let xml = part(&docx, "word/document.xml");
    assert_eq!(xml.matches("<w:vanish/><w:specVanish/>").count(), 2);
    let pages = pdf(exported(text, Format::Pdf, &Options::default()));
    assert!(pages.contains("多讀。每天讀一章"), "it is not on its line: {pages}");
}

fn official(text: &str, options: &Options<'_>) -> Vec<u8> {
    exported(text, Format::Docx, &Options { layout: Layout::Official, ..*options })
}

/// The paragraphs of a Word file, each with the names in its properties and its runs, in a few letters.
fn told(docx: &[u8]) -> Vec<String> {
    let xml = part(docx, "word/document.xml");
    let values = |xml: &str| {
        let names = xml.split("w:val=\"").skip(1).filter_map(|rest| rest.split('"').next());
        names.map(str::to_owned).collect::<Vec<_>>().join("+")
    };
    let run = |run: &str| {
        let (properties, text) = run.split_once("<w:t xml:space=\"preserve\">").unwrap();
        let typeface = properties.split("w:eastAsia=\"").nth(1).and_then(|rest| rest.split('"').next());
        let look: Vec<_> =
            [values(properties), typeface.unwrap_or_default().to_owned()].concat().into_bytes();
        let text = text.split('<').next().unwrap();
        format!("[{}]{text}", String::from_utf8(look).unwrap())
    };
    let paragraph = |paragraph: &str| {
        let (properties, runs) = paragraph.split_once("</w:pPr>").unwrap();
        values(properties) + " " + &runs.split("<w:r>").skip(1).map(run).collect::<String>()
    };
    xml.split("<w:p><w:pPr>").skip(1).map(paragraph).collect()
}

#[test]
fn an_official_paper_has_the_typefaces_and_places_of_its_standard() {
    assert_eq!(
        told(&official(NOTICE, &Options { full_width: true, ..Options::default() })),
        [
            "Title []关于春季修渠的通知",
            "Salutation []各村民小组，各农机合作社：",
            "BodyText []为了春耕用水，现将修渠的事通知如下。",
            "Heading1 []一、总体要求",
            "BodyText []先清后修，责任到人。",
            "Heading1 []二、主要任务",
            "BodyText+1 [Heading2Char]（一）清理淤泥。[]各村组织劳力，把渠底夯实。",
            "BodyText+2 [Heading3Char]1.备好工具。[]铁锹、土筐由农机站发放。",
            "Heading3 []2.分段包干",
            "BodyText []每段两百米。",
            "Heading2 []（二）加固渠岸",
            "BodyText []用石块砌护坡。",
        ]
    );
}

#[test]
fn a_heading_has_the_typeface_of_its_number_whatever_its_level() {
    let text = "（一）清淤\n　　搬走石块，再把渠底夯实。\n（二）加固\n　　用石块砌护坡，重点是弯道。\n";
    let told = told(&official(text, &Options::default()));
    assert_eq!(told[0], "Heading1 [楷体_GB2312]（一）清淤");
    let hant = self::told(&official(text, &Options { script: Script::Tw, ..Options::default() }));
    assert_eq!(hant[0], "Heading1 [DFKai-SB]（一）清淤");
}

#[test]
fn an_official_page_has_22_lines_of_28_characters_and_numbers_at_its_outer_edge() {
    let docx = official(NOTICE, &Options { title: "通知", ..Options::default() });
    let text = part(&docx, "word/document.xml");
    for place in [
        r#"<w:pgSz w:w="11906" w:h="16838"/>"#,
        r#"<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="1428" w:gutter="0"/>"#,
        r#"<w:docGrid w:type="lines" w:linePitch="579"/>"#,
    ] {
        assert!(text.contains(place), "{place}");
    }
    let styles = part(&docx, "word/styles.xml");
    assert!(styles.contains(r#"<w:spacing w:line="579" w:lineRule="exact"/>"#));
    for (footer, side) in [("word/footer1.xml", "right"), ("word/footer2.xml", "left")] {
        let footer = part(&docx, footer);
        assert!(footer.contains(" PAGE ") && footer.contains(&format!("<w:jc w:val=\"{side}\"/>")));
    }
    assert!(part(&docx, "word/settings.xml").contains("<w:evenAndOddHeaders/>"));
    let fonts = part(&docx, "word/fontTable.xml");
    assert!(fonts.contains(r#"<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,"#), "{fonts}");
}

/// The lines of each page of a PDF: how far down the paper, in tenths of a point, and how many characters.
fn lines(bytes: &[u8]) -> Vec<Vec<(i64, usize)>> {
    let pdf = Pdf::new(bytes.to_vec()).unwrap();
    let of_page = |page: &hayro_syntax::page::Page<'_>| {
        let mut lines: Vec<(i64, usize)> = Vec::new();
        let mut instructions = TypedIter::new(page.page_stream().unwrap());
        while let Some(instruction) = instructions.next() {
            let count = match instruction {
                TypedInstruction::SetTextMatrix(matrix) => {
                    #[expect(clippy::cast_possible_truncation, reason = "tenths of a point on a page")]
                    let height = (matrix.5.as_f64() * 10.0).round() as i64;
                    if lines.last().is_none_or(|(last, _)| *last != height) {
                        lines.push((height, 0));
                    }
                    0
                }
                TypedInstruction::ShowText(shown) => shown.0.as_bytes().len() / 2,
                TypedInstruction::ShowTexts(shown) => {
                    strings(shown.0).iter().map(|shown| shown.len() / 2).sum()
                }
                _ => 0,
            };
            if let Some(last) = lines.last_mut() {
                last.1 += count;
            }
        }
        lines
    };
    pdf.pages().iter().map(of_page).collect()
}

#[test]
fn so_has_an_official_pdf() {
    let text = "天地玄黃宇宙洪荒日月盈昃辰宿列張".repeat(200);
    let pages =
        lines(&exported(&text, Format::Pdf, &Options { layout: Layout::Official, ..Options::default() }));
    for page in pages.split_last().unwrap().1 {
        let (number, lines) = page.split_last().unwrap();
        assert_eq!(lines.len(), 22);
        assert!(lines.iter().skip(1).all(|(_, count)| *count == 28), "{lines:?}");
        assert_eq!(number.1, 5);
        // 225 mm of type, 35 mm above the lower edge: from line to line 10.23 mm.
        let apart = lines[1].0 - lines[0].0;
        assert!((289..=291).contains(&apart), "{apart}");
    }
    assert_eq!(pages[0][0].1, 26);
}

#[test]
fn a_pdf_has_the_outline_as_bookmarks_and_says_what_it_is() {
    let options = Options { title: "通知", ..Options::default() };
    let bytes = exported(NOTICE, Format::Pdf, &options);
    let marks: Vec<_> =
        bookmarks(bytes.clone()).into_iter().map(|(depth, text)| format!("{depth} {text}")).collect();
    assert_eq!(
        marks,
        [
            "1 一、总体要求",
            "1 二、主要任务",
            "2 （一）清理淤泥。",
            "3 1.备好工具。",
            "3 2.分段包干",
            "2 （二）加固渠岸"
        ]
    );
    let raw = String::from_utf8_lossy(&bytes);
    for said in ["/Lang(zh-Hans)", "/MarkInfo<</Marked true", "/PageLabels", "/S/H1", "/S/H3", "/S/P"] {
        assert!(raw.contains(said), "{said}");
    }
    assert_eq!(Pdf::new(bytes).unwrap().metadata().title.as_deref().map(<[u8]>::len), Some(6));
}

#[test]
fn columns_hold_the_same_text_in_the_same_order() {
    let vertical = Options { vertical: true, ..Options::default() };
    let text = "第一章 總則\n　　本辦法自3月12日起施行，共1.5萬元（見GDP表）。\n";
    let rows = pdf(exported(text, Format::Pdf, &Options::default()));
    assert_eq!(pdf(exported(text, Format::Pdf, &vertical)), rows);
    assert_eq!(rows.replace(' ', ""), text.replace([' ', '\n', '\u{3000}'], ""));
}

const BOOK: &str =
    "　　前面的話，寫給讀者。\n第一章 春\n　　種下去。\n第一節 雨\n　　下了。\n第二章 夏\n　　收回來。\n";

#[test]
fn a_book_has_a_file_for_each_top_section_and_nested_contents() {
    let epub =
        exported(BOOK, Format::Epub, &Options { title: "四季 & 農", vertical: true, ..Options::default() });
    let mut archive = zip::ZipArchive::new(Cursor::new(&epub)).unwrap();
    let first = archive.by_index(0).unwrap();
    assert_eq!((&*first.name().unwrap(), first.compression()), ("mimetype", zip::CompressionMethod::Stored));
    drop(first);
    let package = part(&epub, "EPUB/package.opf");
    for said in [
        "<dc:title>四季 &amp; 農</dc:title>",
        "<dc:language>zh-Hant</dc:language>",
        "page-progression-direction=\"rtl\"",
    ] {
        assert!(package.contains(said), "{said}\n{package}");
    }
    assert_eq!(package.matches("<itemref").count(), 3);
    assert!(part(&epub, "EPUB/text-2.xhtml").contains("<h2 id=\"s2\">第一節 雨</h2>"));
    let contents = part(&epub, "EPUB/nav.xhtml").replace('\n', "");
    let nested = "<ol><li><a href=\"text-2.xhtml#s1\">第一章 春</a>\
        <ol><li><a href=\"text-2.xhtml#s2\">第一節 雨</a></li></ol></li>\
        <li><a href=\"text-3.xhtml#s3\">第二章 夏</a></li></ol>";
    assert!(contents.contains(nested), "{contents}");
    assert_eq!(text_of(Format::Epub, epub).replace('\n', ""), BOOK.replace(['\n', '\u{3000}'], ""));
}

#[test]
fn a_book_without_sections_has_contents_all_the_same() {
    let epub = exported("　　只有一段話。\n", Format::Epub, &Options::default());
    assert!(part(&epub, "EPUB/nav.xhtml").contains("<a href=\"text-1.xhtml\">"));
}

#[test]
fn the_outline_is_a_table_that_spreadsheets_open() {
    let table = String::from_utf8(exported(BOOK, Format::Csv, &Options::default())).unwrap();
    assert_eq!(
        table,
        "\u{feff}address,level,marker,title,characters\r\n0,1,,,10\r\n1,1,第一章,春,8\r\n1.1,2,第一節,雨,7\r\n\
         2,1,第二章,夏,8\r\n"
    );
}

/// A document with a table of three columns: a head that takes two, and a cell that takes two rows and has two paragraphs.
fn with_table() -> Document {
    let text = "一、工具\n　　清單如下。\n名稱\t數目\n鋤|頭\t三\t乙-庫\n四\t丙庫\n　　用後交回。\n";
    let range = |part: &str| {
        let start = text.find(part).unwrap();
        SourceRange::new(start, start + part.len())
    };
    let cell =
        |part, column, columns, rows| Cell { range: range(part), column, columns, rows, breaks: Vec::new() };
    let mut last = cell("鋤|頭", 0, 1, 2);
    last.breaks.push(range("頭\t").start);
    let rows = [
        vec![cell("名稱", 0, 1, 1), cell("數目", 1, 2, 1)],
        vec![last, cell("三", 1, 1, 1), cell("乙-庫", 2, 1, 1)],
        vec![cell("四", 1, 1, 1), cell("丙庫", 2, 1, 1)],
    ];
    let rows = rows.map(|cells| Row { cells }).into();
    let range = SourceRange::new(range("名稱").start.get(), range("丙庫").end.get());
    let hints = Hints { tables: vec![Table { range, rows, heads: 1 }], ..Hints::default() };
    let decoded = Decoded { text: text.to_owned(), ..Decoded::default() };
    Document::of_import(Imported { decoded, hints, ..Imported::default() }).inferred_at_once()
}

#[test]
fn a_table_of_an_imported_file_stays_one() {
    let document = with_table();
    let all = Selection::all(&document);
    let out = |format| render(&document, &all, format, &Options::default()).unwrap();
    let text = |format| String::from_utf8(out(format)).unwrap();
    assert_eq!(
        text(Format::Md),
        "# 一、工具\n\n清單如下。\n\n| 名稱 | 數目 | |\n| --- | --- | --- |\n| 鋤\\|<br>頭 | 三 | 乙-庫 |\n|  | 四 | 丙庫 |\n\n\
         用後交回。\n"
    );
    let html = "<table>\n<tr><th>名稱</th><th colspan=\"2\">數目</th></tr>\n\
        <tr><td rowspan=\"2\">鋤|<br/>頭</td><td>三</td><td>乙-庫</td></tr>\n<tr><td>四</td><td>丙庫</td></tr>\n</table>";
    assert!(text(Format::Html).contains(html), "{}", text(Format::Html));
    assert!(part(&out(Format::Epub), "EPUB/text-1.xhtml").contains(html));
    let word = part(&out(Format::Docx), "word/document.xml");
    assert_eq!(
        ["<w:tr>", "<w:vMerge", "<w:gridSpan", "<w:tblHeader/>"].map(|tag| word.matches(tag).count()),
        [3, 2, 1, 1]
    );
    assert!(
        text(Format::Txt).contains("名稱\t數目\n\n鋤|頭\t三\t乙-庫\n\n四\t丙庫\n"),
        "{}",
        text(Format::Txt)
    );
    let dense = |text: String| text.split_whitespace().collect::<String>();
    for format in [Format::Docx, Format::Pdf, Format::Epub, Format::Html, Format::Txt, Format::Json] {
        assert_eq!(dense(text_of(format, out(format))), dense(document.text().to_owned()), "{format:?}");
    }
}

/// A notice that names two attachments, who signs, and when.
const CLOSED: &str = "\
关于春季修渠的通知
各村民小组：
　　为了春耕用水，现将修渠的事通知如下，请按时办好。
　　一、总体要求
　　先清后修，责任到人。
　　特此通知。
　　附件：1. 水渠一览
　　2. 工具一览
　　青石镇水利站
　　2026年11月15日
";

#[test]
fn attachments_who_signs_and_the_date_stand_where_the_standard_has_them() {
    let docx = official(CLOSED, &Options::default());
    let xml = part(&docx, "word/document.xml");
    let properties = |text: &str| {
        let (before, _) = xml.split_once(&format!(">{text}<")).unwrap();
        before.rsplit_once("<w:pPr>").unwrap().1.split_once("</w:pPr>").unwrap().0.to_owned()
    };
    assert!(properties("附件：1. 水渠一览").contains("w:before=\"579\""));
    assert!(
        properties("附件：1. 水渠一览")
            .contains("w:leftChars=\"600\" w:left=\"1920\" w:hangingChars=\"400\"")
    );
    assert!(properties("2. 工具一览").contains("w:leftChars=\"600\" w:left=\"1920\" w:hangingChars=\"100\""));
    assert!(properties("2026年11月15日").contains("w:rightChars=\"400\" w:right=\"1280\""));
    assert!(properties("青石镇水利站").contains("w:rightChars=\"500\""), "{}", properties("青石镇水利站"));
    assert!(properties("青石镇水利站").ends_with("<w:jc w:val=\"right\"/>"));
    // The same in pages.
    let document = Document::parse(CLOSED.as_bytes().to_vec(), None);
    let options = Options { layout: Layout::Official, ..Options::default() };
    let shown = preview(&document, &Selection::all(&document), Format::Pdf, &options);
    let Some(Preview::Page(page)) = shown else { panic!("{shown:?}") };
    let text: String = page.marks.iter().map(|mark| mark.character).collect();
    let at = |words: &str, last: bool| {
        let from = text.get(..text.find(words).unwrap()).unwrap().chars().count();
        let mark = page.marks[from + if last { words.chars().count() - 1 } else { 0 }];
        (mark.at.0 + if last { mark.size } else { 0.0 }, mark.at.1)
    };
    let (right, character) = (184.0 * 72.0 / 25.4, 156.0 * 72.0 / 25.4 / 28.0);
    assert!((right - at("2026年11月15日", true).0 - 4.0 * character).abs() < 1.0);
    let middle = |words| f32::midpoint(at(words, false).0, at(words, true).0);
    assert!((middle("青石镇水利站") - middle("2026年11月15日")).abs() < 8.0);
    assert!((at("附件：", false).0 - at("特此", false).0).abs() < 0.1);
    let below = at("工具一览", false).0 - at("水渠一览", false).0;
    assert!(below.abs() < 0.5 * character, "{below}");
    assert!(at("附件：", false).1 - at("特此", false).1 > 1.9 * 225.0 * 72.0 / 25.4 / 22.0);
}

#[test]
fn full_width_reaches_the_numbers_of_headings() {
    let text = "（一）修渠\n　　先清后修。\n(1)清淤\n　　各村出工。\n(2)砌石\n　　见(3)条，共2026年(1)次。\n";
    let full = official(text, &Options { full_width: true, ..Options::default() });
    let told = told(&full).join("\n");
    assert!(told.contains("（1）清淤") && told.contains("（2）砌石") && told.contains("(3)条"), "{told}");
}

#[test]
fn a_face_of_the_system_is_used_where_it_fits_and_goes_into_the_file() {
    let face = |bytes: &'static [u8]| PaperFace { bytes: Arc::new(bytes.to_vec()), index: 0 };
    let fonts = |faces| {
        let options = Options { layout: Layout::Official, faces, ..Options::default() };
        let bytes = exported(NOTICE, Format::Pdf, &options);
        let count = String::from_utf8_lossy(&bytes).matches("/Subtype/Type0").count();
        (count, pdf(bytes))
    };
    let (own, text) = fonts(PaperFaces::default());
    let (bold, rare) = (face(gangmu::fonts::BOLD), face(gangmu::fonts::RARE));
    let (more, same) = fonts(PaperFaces { kai: Some(&bold), fang_song: Some(&bold) });
    assert!(more > own, "{own} {more}");
    assert_eq!(same, text);
    // One without what text needs is passed over.
    assert_eq!(fonts(PaperFaces { kai: Some(&rare), fang_song: Some(&rare) }), (own, text));
}
