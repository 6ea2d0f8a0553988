//! PDFs, put together here: rows of text at places.

use std::fmt::Write as _;

use gangmu::import::{Format, ImportError, Options, Remark, import};

use super::{imported, shown};

/// A row at a place, in points from the lower left corner. Fonts: `F1` Chinese, `F2` Latin, `F3` vertical, `F4` bytes of
/// GBK that are said to be Latin, `F5` glyphs that nobody knows.
pub(super) fn row(x: u32, y: u32, size: u32, text: &str) -> String {
    in_font("F1", x, y, size, text.encode_utf16().flat_map(u16::to_be_bytes))
}

pub(super) fn in_font(font: &str, x: u32, y: u32, size: u32, bytes: impl Iterator<Item = u8>) -> String {
    let hex: String = bytes.map(|byte| format!("{byte:02x}")).collect();
    format!("BT /{font} {size} Tf {x} {y} Td <{hex}> Tj ET\n")
}

/// Rows of a paragraph of 20 characters a row at 12 points, the first one set in, from `y` down.
pub(super) fn paragraph(y: u32, rows: u32, last: &str) -> String {
    let full = "河水從山上流下來經過村莊和田野孩子在岸邊";
    let inset: String = full.chars().skip(2).collect();
    let mut content = row(124, y, 12, &inset);
    for index in 1..rows {
        content += &row(100, y - 20 * index, 12, full);
    }
    content + &row(100, y - 20 * rows, 12, last)
}

/// A file of these pages (what is drawn on each), with more objects (from number 100 on) and more in its catalog.
pub(super) fn pdf(pages: &[String], objects: &[&str], catalog: &str) -> Vec<u8> {
    let mut file = String::from("%PDF-1.7\n");
    let mut add = |number: usize, object: &str| {
        let _ = write!(file, "{number} 0 obj\n{object}\nendobj\n");
    };
    let kids: String = (0..pages.len()).map(|page| format!("{} 0 R ", 20 + 2 * page)).collect();
    add(1, &format!("<</Type/Catalog/Pages 2 0 R {catalog}>>"));
    let fonts = "/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R/F4 6 0 R/F5 7 0 R/F6 101 0 R/F7 102 0 R>>>>";
    let box_of = "/MediaBox[0 0 500 800]";
    add(2, &format!("<</Type/Pages/Count {}/Kids[{kids}]{fonts}{box_of}>>", pages.len()));
    let chinese = |encoding: &str, ordering: &str| {
        format!(
            "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/{encoding}/DescendantFonts[<</Type/Font\
             /Subtype/CIDFontType0/BaseFont/Song/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})\
             /Supplement 4>>>>]>>"
        )
    };
    let widths = "500 ".repeat(224);
    let latin = |name: &str, kind: &str| {
        format!(
            "<</Type/Font/Subtype/{kind}/BaseFont/{name}/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255\
             /Widths[{widths}]>>"
        )
    };
    add(3, &chinese("UniGB-UTF16-H", "GB1"));
    add(7, &chinese("Identity-H", "Identity"));
    add(4, &latin("Helvetica", "Type1"));
    add(5, &chinese("UniGB-UTF16-V", "GB1"));
    add(6, &latin("SimSun", "TrueType"));
    for (index, content) in pages.iter().enumerate() {
        let number = 20 + 2 * index;
        add(number, &format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", number + 1));
        add(number + 1, &format!("<</Length {}>>stream\n{content}endstream", content.len()));
    }
    for (index, object) in objects.iter().enumerate() {
        add(100 + index, object);
    }
    file += "trailer<</Root 1 0 R>>\n%%EOF\n";
    file.into_bytes()
}

fn read(pages: &[String]) -> String {
    shown(&imported(pdf(pages, &[], ""), Format::Pdf))
}

#[test]
fn rows_are_paragraphs_again_over_pages() {
    let full = "河水從山上流下來經過村莊和田野孩子在岸邊";
    let inset: String = full.chars().skip(2).collect();
    let first = paragraph(700, 3, "放牛。") + &paragraph(600, 2, full);
    let second = row(100, 700, 12, full) + &row(100, 680, 12, "完。") + &paragraph(660, 4, "了。");
    let expected = format!(
        "|{inset}{full}{full}放牛。\n|{inset}{full}{full}{full}完。\n|{inset}{full}{full}{full}了。\n"
    );
    assert_eq!(read(&[first, second]), expected);
}

#[test]
fn items_that_hang_below_their_mark_are_one_paragraph_each() {
    let rest = "水從山上流下來經過村莊和田野孩子在";
    let row = |x, y, text: &str| row(x, y, 12, text);
    // 20 characters a row; items stand in by two.
    let content = paragraph(700, 3, "邊上。")
        + &row(100, 620, &format!("1、河{rest}"))
        + &row(124, 600, &format!("岸{rest}"))
        + &row(124, 580, &format!("邊{rest}"))
        + &row(100, 560, &format!("2、井{rest}"))
        + &row(124, 540, "裏。")
        + &row(100, 520, &format!("• 雨{rest}"))
        + &row(124, 500, "缸裏。")
        + &row(100, 480, &format!("3、雪{}。", rest.chars().skip(1).collect::<String>()))
        + &row(124, 460, "化了才是水。");
    let text = read(&[content]);
    let lines: Vec<_> = text.lines().skip(1).collect();
    let item = |text: &str| format!("|{text}");
    assert_eq!(
        lines,
        [
            item(&format!("1、河{rest}岸{rest}邊{rest}")),
            item(&format!("2、井{rest}裏。")),
            item(&format!("· 雨{rest}缸裏。")),
            item(&format!("3、雪{}。", rest.chars().skip(1).collect::<String>())),
            item("化了才是水。"),
        ]
    );
}

#[test]
fn a_blank_that_is_drawn_over_is_none() {
    // Each character has a blank behind it, which is as wide as one; the next is where the character ends, or behind it.
    let spread = |y: u32, step: u32| -> String {
        (0..)
            .step_by(step as usize)
            .zip("水利春秋".chars())
            .map(|(x, c)| row(100 + x, y, 12, &format!("{c} ")))
            .collect()
    };
    let text = read(&[spread(700, 12) + &spread(500, 24)]);
    let lines: Vec<_> = text.lines().map(|line| line.trim_start_matches(|c| c != '|')).collect();
    assert_eq!(lines, ["|水利春秋", "|水 利 春 秋"]);
}

#[test]
fn a_number_behind_a_sentence_and_an_entry_of_the_contents_are_paragraphs() {
    let full = "河水從山上流下來經過村莊和田野孩子在岸";
    let row = |y, text: &str| row(100, y, 12, text);
    let content = row(700, "第一章 春耕……………………………………1")
        + &row(680, "第二章 秋收……………………………………2")
        + &row(660, &format!("{full}邊"))
        + &row(640, &format!("{full}。"))
        + &row(620, &format!("（二）{}。", full.get(..48).unwrap()))
        + &row(600, &format!("第二條　{}，", full.get(..45).unwrap()))
        + &row(580, &format!("三、{}邊", full.get(..51).unwrap()))
        + &row(560, "完。");
    let text = read(&[content]);
    let starts: Vec<_> =
        text.lines().map(|line| line.trim_start_matches('|').chars().take(3).collect::<String>()).collect();
    assert_eq!(starts, ["第一章", "第二章", "河水從", "（二）", "第二條"], "{text}");
}

#[test]
fn bytes_of_a_font_that_says_what_they_are_are_no_gbk() {
    // Two bytes that would be one character of GBK by themselves.
    let map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00><ff> endcodespacerange \
               2 beginbfchar <b4><6c34> <ba><5229> endbfchar endcmap end";
    let objects = [
        format!("<</Length {}>>stream\n{map}\nendstream", map.len()),
        format!(
            "<</Type/Font/Subtype/TrueType/BaseFont/SimSun/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255/Widths[{}]\
             /ToUnicode 100 0 R>>",
            "1000 ".repeat(224)
        ),
    ];
    let objects: Vec<&str> = objects.iter().map(String::as_str).collect();
    let content = in_font("F6", 100, 700, 12, [0xb4, 0xba].into_iter())
        + &in_font("F4", 100, 500, 12, [0xb4, 0xba].into_iter());
    assert_eq!(shown(&imported(pdf(&[content], &objects, ""), Format::Pdf)), "|水利春\n");
}

#[test]
fn running_heads_and_page_numbers_are_furniture_behind_their_paragraph() {
    let page = |number: usize| {
        row(180, 770, 9, "某某文集")
            + &paragraph(700, 3, "放牛。")
            + &row(230, 30, 9, &format!("— {number} —"))
    };
    let read = read(&[page(1), page(2), page(3)]);
    let lines: Vec<&str> = read.lines().map(|line| line.split('|').next().unwrap()).collect();
    assert_eq!(lines, ["R", "", "R", "R", "", "R", "R", "", "R"], "{read}");
}

#[test]
fn bookmarks_are_headings_where_they_lead() {
    let pages = [
        row(200, 700, 12, "第一章 總則") + &paragraph(680, 3, "完。"),
        row(100, 700, 12, "第一節") + &paragraph(680, 3, "了。"),
    ];
    let title = |text: &str| -> String { text.encode_utf16().map(|unit| format!("{unit:04x}")).collect() };
    let outline = [
        "<</First 101 0 R/Last 101 0 R>>".to_owned(),
        format!(
            "<</Title<feff{}>/Parent 100 0 R/Dest[20 0 R/XYZ 0 720 0]/First 102 0 R>>",
            title("第一章　總則")
        ),
        format!("<</Title<feff{}>/Parent 101 0 R/A<</S/GoTo/D(x)>>/Next 102 0 R>>", title("第一節")),
        "<</Names[(x)<</D[22 0 R/FitH 720]>>]>>".to_owned(),
    ];
    let objects: Vec<&str> = outline.iter().map(String::as_str).collect();
    let file = pdf(&pages, &objects, "/Outlines 100 0 R/Names<</Dests 103 0 R>>");
    let shown = shown(&imported(file, Format::Pdf));
    let headings: Vec<&str> = shown.lines().filter(|line| line.starts_with('H')).collect();
    assert_eq!(headings, ["H1c|第一章 總則", "H2c|第一節"], "{shown}");
}

#[test]
fn characters_are_what_is_meant() {
    let latin = |x, y, text: &str| in_font("F2", x, y, 10, text.bytes());
    for (page, expected) in [
        // Drawn twice, a little aside.
        (row(100, 700, 20, "總則") + &in_font("F1", 100, 700, 20, [0x7e, 0x3d].into_iter()), "|總則\n"),
        // No blank is drawn between words, which end in the midst of one.
        (
            latin(100, 700, "abbre") + &latin(130, 700, "two of-") + &latin(100, 688, "ten"),
            "|abbre two often\n",
        ),
        // Bytes of GBK in a font that says it is Latin.
        (in_font("F4", 100, 700, 10, [0xd7, 0xdc, 0xd4, 0xf2, 0x41].into_iter()), "|总则A\n"),
        // Columns from the right to the left.
        (
            in_font("F3", 300, 700, 10, [0x4e, 0x00].into_iter())
                + &in_font("F3", 280, 700, 10, [0x4e, 0x8c].into_iter()),
            "|一二\n",
        ),
    ] {
        assert_eq!(read(&[page]), expected);
    }
}

/// The file with a table of its objects, as one has that is locked by an unknown algorithm.
#[test]
fn numbers_of_a_known_collection_are_its_characters() {
    // A font that is in the file and says nothing of what its glyphs are; 6 to 8 of Adobe-GB1 are % & '.
    let file = include_bytes!("../../../assets/fonts/NotoSerifCJK-Marks-SC-TC-HK.ttc");
    let hex: String = file.iter().map(|byte| format!("{byte:02x}")).collect();
    let program = format!("<</Filter/ASCIIHexDecode/Length {}>>stream\n{hex}>\nendstream", hex.len() + 1);
    let font = |number: usize, ordering: &str| {
        format!(
            "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Own{number}/Encoding/Identity-H/DescendantFonts[<</Type/Font\
             /Subtype/CIDFontType0/BaseFont/ABCDEF+Own{number}/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})\
             /Supplement 4>>/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+Own{number}/Flags 4/FontFile3 100 0 R>>>>]>>"
        )
    };
    let objects = [program, font(1, "GB1"), font(2, "Identity")];
    let objects: Vec<_> = objects.iter().map(String::as_str).collect();
    let page = in_font("F6", 100, 700, 12, [0, 6, 0, 7, 0, 8].into_iter())
        + &in_font("F7", 200, 700, 12, [0, 6, 0, 7].into_iter());
    let read = imported(pdf(&[page], &objects, ""), Format::Pdf);
    assert_eq!(read.decoded.text, "%&' \u{fffd}\u{fffd}\n");
    assert_eq!(read.remarks, [Remark::Unknown(2)]);
}

fn locked(file: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(file).into_owned();
    let (objects, _) = text.split_once("trailer").unwrap();
    let places = (1..).map_while(|number| {
        let head = format!("{number} 0 obj");
        let mut found = objects.match_indices(&head).map(|(at, _)| at);
        found.find(|at| *at == 0 || objects.as_bytes()[at - 1] == b'\n')
    });
    let places: String = places.map(|at| format!("{at:010} 00000 n \n")).collect();
    let count = places.lines().count() + 1;
    let entry = "/ID[<00><00>]/Encrypt<</Filter/Standard/V 9/R 9/O<00>/U<00>/P 0>>";
    let at = objects.len();
    let table = format!("xref\n0 {count}\n0000000000 65535 f \n{places}");
    let trailer = format!("trailer<</Size {count}/Root 1 0 R{entry}>>\nstartxref\n{at}\n%%EOF\n");
    format!("{objects}{table}{trailer}").into_bytes()
}

#[test]
fn what_cannot_be_read_is_told() {
    let read = |bytes: Vec<u8>| import(bytes, Format::Pdf, &Options::default()).map(|read| read.remarks);
    let picture = "q 100 0 0 100 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n".to_owned();
    assert_eq!(read(pdf(&[picture], &[], "")), Err(ImportError::Scanned));
    assert_eq!(read(pdf(&["\n".to_owned()], &[], "")), Err(ImportError::NoText));
    assert_eq!(read(b"%PDF-1.7\nno more".to_vec()), Err(ImportError::Damaged));
    let unknown = row(100, 700, 10, "總則") + &in_font("F5", 200, 700, 10, [0, 1].into_iter());
    assert_eq!(read(pdf(&[unknown], &[], "")), Ok(vec![Remark::Unknown(1)]));
    let locked = locked(&pdf(&[row(100, 700, 10, "總則")], &[], ""));
    assert_eq!(read(locked), Err(ImportError::Locked));
}
