//! Word files come as the text that Word shows.
//!
//! Paragraphs are written in a notation: `style;list.level;text`, each part but the text may be empty.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use gangmu::import::hints::{Cell, Emphasis, Target};
use gangmu::import::{self, Format, ImportError, Imported, Options, Package, Remark};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

mod limits;
mod lists;
mod numbering;
mod titles;

use numbering::{definition, list};

const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#;

/// A package of these parts.
pub(crate) fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A Word file: what stands in the body, and parts with the kinds of their relations.
fn word(body: &str, parts: &[(&str, &str, &str)]) -> Vec<u8> {
    let document = format!("<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>");
    let mut relations = String::new();
    let mut all: Vec<(String, Vec<u8>)> = Vec::new();
    for (index, (kind, name, content)) in parts.iter().enumerate() {
        let id = if content.is_empty() { (*kind).to_owned() } else { format!("r{index}") };
        let (mode, kind) =
            if content.is_empty() { (" TargetMode=\"External\"", "hyperlink") } else { ("", *kind) };
        write!(relations, "<Relationship Id=\"{id}\" Type=\"http://x/{kind}\" Target=\"{name}\"{mode}/>")
            .unwrap();
        if !content.is_empty() {
            let content = format!("<w:root {NAMESPACES}>{content}</w:root>");
            all.push((format!("word/{name}"), content.into_bytes()));
        }
    }
    all.push(("word/document.xml".to_owned(), document.into_bytes()));
    let relations = format!("<Relationships>{relations}</Relationships>");
    all.push(("word/_rels/document.xml.rels".to_owned(), relations.into_bytes()));
    let all: Vec<(&str, &[u8])> =
        all.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    package(&all)
}

fn read(bytes: Vec<u8>) -> Result<Imported, ImportError> {
    assert_eq!(Format::of(&bytes, None), Ok(Format::Docx));
    import::import(bytes, Format::Docx, &Options::default())
}

fn imported(body: &str, parts: &[(&str, &str, &str)]) -> Imported {
    read(word(body, parts)).unwrap()
}

fn text(body: &str) -> String {
    imported(body, &[]).decoded.text
}

/// A run.
fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A paragraph.
fn plain(text: &str) -> String {
    format!("<w:p>{}</w:p>", run(text))
}

/// Paragraphs in the notation.
fn paragraphs(notation: &str) -> String {
    let paragraph = |line: &str| {
        let mut parts = line.trim().splitn(3, ';');
        let (style, list) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let style = if style.is_empty() { String::new() } else { format!("<w:pStyle w:val=\"{style}\"/>") };
        let list = list.split_once('.').map_or(String::new(), |(list, level)| {
            format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>")
        });
        format!("<w:p><w:pPr>{style}{list}</w:pPr>{}</w:p>", run(parts.next().unwrap_or_default()))
    };
    notation.trim().lines().map(paragraph).collect()
}

const STYLES: &str = r#"<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>
<w:style w:type="paragraph" w:styleId="3"><w:name w:val="小标题"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="4"><w:name w:val="條目"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="5"><w:name w:val="heading 9"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>"#;

#[test]
fn headings_go_by_the_name_of_their_style_or_by_their_level() {
    let body = paragraphs("1;;總則\n;;第一條\n2;;細則\n3;;更細\n4;;條\n5;;文\n9;;無此樣式\n1;;")
        + "<w:p><w:pPr><w:outlineLvl w:val=\"255\"/></w:pPr></w:p>"
        + "<w:p><w:pPr><w:outlineLvl w:val=\"4\"/></w:pPr>"
        + &run("自定")
        + "</w:p>";
    let imported = imported(&body, &[("styles", "styles.xml", STYLES)]);
    let text = &imported.decoded.text;
    let headings = imported.hints.headings.iter().map(|h| (h.range.slice(text), h.level));
    let expected = [("總則", 1), ("細則", 2), ("更細", 2), ("條", 4), ("自定", 5)];
    assert_eq!(headings.collect::<Vec<_>>(), expected);
}

#[test]
fn tracked_changes_are_accepted() {
    let deleted = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
    let numbering = definition(0, &["decimal;%1."]) + &list(1, 0, "");
    let number = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
    let body = format!(
        "<w:p>{}<w:ins>{}</w:ins><w:del><w:r><w:delText>丙</w:delText></w:r></w:del><w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo></w:p>\
         <w:p><w:pPr>{number}</w:pPr>{}</w:p><w:p><w:pPr>{number}<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>全刪</w:delText></w:r></w:del></w:p>\
         <w:p>{deleted}{}</w:p><w:p><w:pPr>{number}</w:pPr>{}</w:p>",
        run("甲"),
        run("乙"),
        run("丁"),
        run("戊"),
        run("一"),
        run("前"),
        run("後")
    );
    let read = imported(&body, &[("numbering", "numbering.xml", &numbering)]);
    assert_eq!(read.decoded.text, "甲乙戊\n1.一\n2.前後\n");
    let initial = "<w:p><w:pPr><w:framePr w:dropCap=\"drop\"/></w:pPr><w:r><w:t>大</w:t></w:r></w:p>";
    assert_eq!(text(&(initial.to_owned() + &plain("字"))), "大字\n");
}

#[test]
fn what_is_not_shown_is_left_out() {
    for (body, expected) in [
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>", "甲|"),
        ("<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>現</w:t></w:r>", "甲現|"),
        ("<w:r><w:rPr><w:rStyle w:val=\"H\"/></w:rPr><w:t>藏</w:t></w:r>", "甲|"),
        (
            "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>han</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "甲漢|",
        ),
        (
            "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:r><w:t>乙</w:t></w:r></w:sdtContent></w:sdt>",
            "甲乙|",
        ),
        ("<w:smartTag><w:r><w:t>乙</w:t></w:r></w:smartTag><w:r><w:t> 丙 </w:t></w:r>", "甲乙丙|"),
        (
            "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:noBreakHyphen/><w:softHyphen/><w:tab/></w:r>",
            "甲☑-\t|",
        ),
        ("<w:r><w:br/><w:t>乙</w:t><w:br w:type=\"page\"/></w:r><w:r><w:t>丙</w:t></w:r>", "甲|乙|丙|"),
        (
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
            "甲1/2|",
        ),
        ("<w:r><w:commentReference w:id=\"0\"/><w:t>&#x4e59;&#0;</w:t></w:r>", "甲乙|"),
    ] {
        let styles = "<w:style w:type=\"character\" w:styleId=\"H\"><w:name w:val=\"h\"/><w:rPr><w:vanish/></w:rPr></w:style>";
        let read = imported(&format!("<w:p>{}{body}</w:p>", run("甲")), &[("styles", "styles.xml", styles)]);
        assert_eq!(read.decoded.text.replace('\n', "|"), expected, "{body}");
    }
    let hidden = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>";
    assert_eq!(text(&(hidden.to_owned() + &plain("現"))), "現\n");
}

/// A mark of a field.
fn field(kind: &str) -> String {
    format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>")
}

#[test]
fn of_fields_the_result_is_text() {
    let told = |text: &str| format!("<w:r><w:instrText>{text}</w:instrText></w:r>");
    let (begin, separate, end) = (field("begin"), field("separate"), field("end"));
    let nested = format!(
        "<w:p>{}{begin}{}{begin}{}{separate}{}{end}{}{separate}{}{end}{}</w:p>",
        run("甲"),
        told(" IF "),
        told("PAGE"),
        run("3"),
        told(" = 1"),
        run("果"),
        run("乙")
    );
    assert_eq!(text(&nested), "甲果乙\n");
    let circle =
        format!("<w:p>{}{begin}{}{}{end}{}</w:p>", run("甲"), told(" eq \\o\\ac(○,"), told("3)"), run("乙"));
    assert_eq!(text(&circle), "甲③乙\n");
    // One that never ends takes no more than its own paragraph along.
    let broken = format!("<w:p>{begin}{}{}</w:p>{}", told("TOC"), run("失"), plain("在"));
    assert_eq!(text(&broken), "\n在\n");
    let link = format!(
        "<w:p>{begin}{}{separate}{}{end}</w:p><w:p><w:bookmarkStart w:id=\"1\" w:name=\"here\"/>{}</w:p>",
        told("HYPERLINK \\l \"here\""),
        run("見下"),
        run("此處")
    );
    let link = imported(&link, &[]);
    let at = link.decoded.text.find("此處").unwrap();
    let links = link.hints.links.iter().map(|link| (link.range.len(), link.target.clone()));
    assert_eq!(links.collect::<Vec<_>>(), [(6, Target::Place(gangmu::text::SourceOffset::new(at)))]);
}

#[test]
fn links_and_emphasis_are_kept() {
    let bold = |text: &str| format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>");
    let body = format!(
        "<w:p><w:hyperlink r:id=\"L\">{}</w:hyperlink>{}{}<w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>斜</w:t><w:br/><w:t>行</w:t></w:r></w:p>",
        run("網"),
        bold("粗"),
        bold("體")
    );
    let imported = imported(&body, &[("L", "https://example.org/", "")]);
    let text = imported.decoded.text.as_str();
    assert_eq!(text, "網粗體斜\n行\n");
    let links = imported.hints.links.iter().map(|link| (link.range.slice(text), link.target.clone()));
    assert_eq!(links.collect::<Vec<_>>(), [("網", Target::Address("https://example.org/".to_owned()))]);
    let kind = |e: &Emphasis| (e.range.slice(text), e.bold, e.italic);
    let emphasis: Vec<_> = imported.hints.emphasis.iter().map(kind).collect();
    assert_eq!(emphasis, [("粗體", true, false), ("斜", true, true), ("行", true, true)]);
}

#[test]
fn notes_stand_at_the_end_in_the_order_of_their_references() {
    let note = |id: u8, kind: &str, text: &str| {
        format!(
            "<w:{kind} w:id=\"{id}\"><w:p><w:r><w:{kind}Ref/><w:t xml:space=\"preserve\"> {text}</w:t></w:r></w:p></w:{kind}>"
        )
    };
    let refer = |kind: &str, id: u8| format!("<w:r><w:{kind}Reference w:id=\"{id}\"/></w:r>");
    let body = format!(
        "<w:p>{}{}{}{}</w:p><w:p>{}{}</w:p>",
        run("甲"),
        refer("endnote", 2),
        run("乙"),
        refer("footnote", 2),
        refer("footnote", 1),
        refer("footnote", 9)
    );
    let footnotes = note(1, "footnote", "註一") + &note(2, "footnote", "註二");
    let endnotes = note(2, "endnote", "尾註");
    let parts = [("footnotes", "footnotes.xml", footnotes.as_str()), ("endnotes", "endnotes.xml", &endnotes)];
    let imported = imported(&body, &parts);
    let text = imported.decoded.text.as_str();
    assert_eq!(text, "甲[1]乙[2]\n[3][4]\n\n[1] 尾註\n[2] 註二\n[3] 註一\n[4] \n");
    let notes = imported.hints.notes.iter().map(|note| (note.reference.slice(text), note.range.slice(text)));
    let expected = [("[1]", "[1] 尾註"), ("[2]", "[2] 註二"), ("[3]", "[3] 註一"), ("[4]", "[4]")];
    assert_eq!(notes.collect::<Vec<_>>(), expected);
}

#[test]
fn a_text_box_stands_once_behind_its_paragraph() {
    let inside = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", plain(text));
    let shape = format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        inside("框"),
        inside("框")
    );
    assert_eq!(
        text(&format!("<w:p>{shape}{}</w:p><w:p>{shape}</w:p>{}", run("文"), plain("後"))),
        "文\n框\n框\n後\n"
    );
    let only_fallback = "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"x\"><w:x/></mc:Choice><mc:Fallback><w:t>退</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    assert_eq!(text(only_fallback), "退\n");
}

/// A cell: its properties, and paragraphs.
fn cell(more: &str, texts: &[&str]) -> String {
    let within: String = texts.iter().map(|text| plain(text)).collect();
    format!("<w:tc><w:tcPr>{more}</w:tcPr>{within}</w:tc>")
}

#[test]
fn a_row_is_a_line_and_cells_keep_their_places() {
    let (begin, go_on) = ("<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>");
    let nested = format!(
        "<w:tc><w:tcPr/><w:tbl><w:tr>{}{}</w:tr></w:tbl><w:p/></w:tc>",
        cell("", &["子"]),
        cell("", &["丑"])
    );
    let body = format!(
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr>{}{}{nested}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{}</w:tr></w:tbl>{}",
        cell("<w:gridSpan w:val=\"2\"/>", &["表頭"]),
        cell("", &["列"]),
        cell(begin, &["併"]),
        cell("", &["一", "", "二"]),
        cell("", &[""]),
        cell(go_on, &[""]),
        cell("", &["三\t四"]),
        cell("", &["刪"]),
        plain("後")
    );
    let imported = imported(&body, &[]);
    let text = imported.decoded.text.as_str();
    assert_eq!(text, "表頭\t列\n併\t一 二\t\n三 四\t子 丑\n後\n");
    let [table] = imported.hints.tables.as_slice() else { panic!("one table") };
    assert_eq!((table.heads, table.range.slice(text)), (1, "表頭\t列\n併\t一 二\t\n三 四\t子 丑"));
    let place = |cell: &Cell| (cell.range.slice(text).to_owned(), cell.column, cell.columns, cell.rows);
    let rows: Vec<Vec<_>> = table.rows.iter().map(|row| row.cells.iter().map(place).collect()).collect();
    let cell = |text: &str, column, columns, rows| (text.to_owned(), column, columns, rows);
    assert_eq!(
        rows,
        [
            vec![cell("表頭", 0, 2, 1), cell("列", 2, 1, 1)],
            vec![cell("併", 0, 1, 2), cell("一 二", 1, 1, 1), cell("", 2, 1, 1)],
            vec![cell("三 四", 1, 1, 1), cell("子 丑", 2, 1, 1)],
        ]
    );
    let breaks = &table.rows[1].cells[1].breaks;
    assert_eq!(
        breaks.iter().map(|at| text.get(at.get()..)).collect::<Vec<_>>(),
        [text.get(text.find("二").unwrap()..)]
    );
}

#[test]
fn a_table_that_only_sets_its_text_is_paragraphs() {
    let row = |text: &str| format!("<w:tr>{}</w:tr>", cell("", &[text, "文"]));
    let imported = imported(&format!("<w:tbl>{}{}</w:tbl>", row("一、甲"), row("二、乙")), &[]);
    assert_eq!(
        (imported.decoded.text.as_str(), imported.hints.tables.len()),
        ("一、甲\n文\n二、乙\n文\n", 0)
    );
}

#[test]
fn a_picture_has_its_description_size_and_file() {
    let drawing = |id: &str| {
        format!(
            "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"1270000\" cy=\"635000\"/><wp:docPr id=\"1\" name=\"x\" descr=\"廠區圖\"/><a:graphic><pic:pic><pic:blipFill><a:blip r:embed=\"{id}\"/></pic:blipFill></pic:pic></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )
    };
    let png = b"\x89PNG\r\n\x1a\n......";
    let relations = "<Relationships><Relationship Id=\"a\" Type=\"x/image\" Target=\"media/1.png\"/><Relationship Id=\"b\" Type=\"x/image\" Target=\"/word/media/2.emf\"/></Relationships>";
    let document =
        format!("<w:document {NAMESPACES}><w:body>{}{}</w:body></w:document>", drawing("a"), drawing("b"));
    let imported = read(package(&[
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/media/1.png", png),
        ("word/media/2.emf", b"\x01\0\0\0"),
    ]))
    .unwrap();
    assert_eq!(imported.decoded.text, "\u{fffc}\n\u{fffc}\n");
    let images: Vec<_> =
        imported.hints.images.iter().map(|i| (i.alt.as_str(), i.size, i.data.as_deref())).collect();
    let size = Some((100, 50));
    assert_eq!(images, [("廠區圖", size, Some(png.as_slice())), ("廠區圖", size, None)]);
    assert_eq!(imported.remarks, [Remark::Images(2)]);
}

#[test]
fn odd_packages_are_read() {
    let title = "<cp:coreProperties><dc:title> 關於工作的報告 </dc:title></cp:coreProperties>";
    let roots = "<Relationships><Relationship Id=\"a\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/word/Doc.XML\"/></Relationships>";
    let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><document xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><body><p><r><t>嚴格</t></r></p></body></document>";
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let parts: [(&str, &[u8]); 3] = [
        ("_rels/.rels", roots.as_bytes()),
        ("word/doc.xml", &utf16),
        ("docProps/core.xml", title.as_bytes()),
    ];
    let imported = read(package(&parts)).unwrap();
    assert_eq!((imported.decoded.text.as_str(), imported.hints.title.as_str()), ("嚴格\n", "關於工作的報告"));
}

#[test]
fn what_cannot_be_read_is_told() {
    let none = package(&[("word/other.xml", b"<x/>")]);
    assert_eq!(read(none).err(), Some(ImportError::Damaged));
    let torn = b"PK\x03\x04\x14\0";
    assert_eq!(Format::of(torn, Some("DOCX")), Ok(Format::Docx), "it says nothing of itself: its name does");
    assert_eq!(Format::of(torn, Some("zip")), Err(Package::Archive));
    let read_torn = import::import(torn.to_vec(), Format::Docx, &Options::default());
    assert_eq!(read_torn.err(), Some(ImportError::Damaged));
    assert_eq!(read(word("<w:p/>", &[])).err(), Some(ImportError::NoText));
    let whole = word(&plain("甲").repeat(3000), &[]);
    assert_eq!(read(whole[..whole.len() / 2].to_vec()).err(), Some(ImportError::Damaged));
    let open = package(&[("word/document.xml", b"<w:document><w:body><w:p><w:r><w:t>half")]);
    let open = read(open).unwrap();
    assert_eq!(
        (open.decoded.text.as_str(), open.remarks.as_slice()),
        ("half\n", [Remark::Damaged].as_slice())
    );
    let options = Options { most_bytes: 9000, ..Options::default() };
    let cut = import::import(whole, Format::Docx, &options).unwrap();
    assert_eq!(cut.remarks, [Remark::CutShort]);
    assert!(cut.decoded.text.starts_with("甲\n甲\n") && cut.decoded.text.len() < 9000);
}
