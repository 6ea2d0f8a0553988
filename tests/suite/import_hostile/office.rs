//! Files of office formats that nobody would write, and what holds for all that is read from them. The fuzz targets use
//! this file too.

use std::io::{Cursor, Write as _};

use gangmu::import::{Format, Options, import};
use gangmu::text::SourceRange;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What the parts are made of; other bytes are text.
const WORD: [&str; 64] = [
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>",
    "</w:t>",
    "<w:pPr>",
    "</w:pPr>",
    "<w:rPr>",
    "</w:rPr>",
    "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>",
    "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"2\"/></w:numPr>",
    "<w:numPr><w:ilvl w:val=\"99\"/><w:numId w:val=\"1\"/></w:numPr>",
    "<w:pStyle w:val=\"1\"/>",
    "<w:pStyle w:val=\"2\"/>",
    "<w:outlineLvl w:val=\"8\"/>",
    "<w:outlineLvl w:val=\"255\"/>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:tcPr>",
    "</w:tcPr>",
    "<w:gridSpan w:val=\"65535\"/>",
    "<w:vMerge/>",
    "<w:vMerge w:val=\"restart\"/>",
    "<w:trPr><w:gridBefore w:val=\"65535\"/><w:tblHeader/></w:trPr>",
    "<w:del>",
    "</w:del>",
    "<w:del/>",
    "<w:ins>",
    "</w:ins>",
    "<w:vanish/>",
    "<w:b/>",
    "<w:i/>",
    "<w:br/>",
    "<w:br w:type=\"page\"/>",
    "<w:tab/>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:fldChar w:fldCharType=\"separate\"/>",
    "<w:fldChar w:fldCharType=\"end\"/>",
    "<w:instrText>HYPERLINK \"a\" \\l \"b\"</w:instrText>",
    "<w:footnoteReference w:id=\"1\"/>",
    "<w:endnoteReference w:id=\"1\"/>",
    "<w:bookmarkStart w:name=\"b\"/>",
    "<w:hyperlink w:anchor=\"b\">",
    "</w:hyperlink>",
    "<mc:AlternateContent>",
    "</mc:AlternateContent>",
    "<mc:Choice>",
    "</mc:Choice>",
    "<mc:Fallback>",
    "</mc:Fallback>",
    "<w:drawing>",
    "</w:drawing>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<a:blip r:embed=\"x\"/>",
    "<wp:extent cx=\"4294967295\" cy=\"1\"/>",
    "<w:sym w:font=\"Symbol\" w:char=\"F0B7\"/>",
    "&#x4e00;",
    "&e;",
];

/// Relations of the main part.
const RELATIONS: &str = r#"<Relationships><Relationship Id="s" Type="x/styles" Target="styles.xml"/><Relationship Id="n" Type="x/numbering" Target="numbering.xml"/><Relationship Id="f" Type="x/footnotes" Target="footnotes.xml"/></Relationships>"#;

/// Styles that are based on each other.
const STYLES: &str = r#"<w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="2"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="x"/><w:basedOn w:val="1"/></w:style></w:styles>"#;

/// Lists with starts and texts beyond measure.
const NUMBERING: &str = r#"<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="4294967295"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1%2%9"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1.%2"/><w:pStyle w:val="1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>"#;

/// What the content is made of; other bytes are text.
const OPENDOCUMENT: [&str; 38] = [
    "<text:p>",
    "</text:p>",
    "<text:h text:outline-level=\"1\">",
    "<text:h text:outline-level=\"255\">",
    "</text:h>",
    "<text:span text:style-name=\"b\">",
    "</text:span>",
    "<text:s text:c=\"9\"/>",
    "<text:tab/>",
    "<text:line-break/>",
    "<text:list text:style-name=\"l\">",
    "<text:list text:continue-numbering=\"true\">",
    "<text:list xml:id=\"a\" text:continue-list=\"a\">",
    "</text:list>",
    "<text:list-item>",
    "<text:list-item text:start-value=\"4294967295\">",
    "</text:list-item>",
    "<text:list-header>",
    "</text:list-header>",
    "<text:note><text:note-body>",
    "</text:note-body></text:note>",
    "<text:bookmark text:name=\"b\"/>",
    "<text:a xlink:href=\"#b\">",
    "</text:a>",
    "<draw:frame svg:width=\"1e30cm\" svg:height=\"-1in\">",
    "</draw:frame>",
    "<draw:text-box>",
    "</draw:text-box>",
    "<draw:image/>",
    "<table:table>",
    "</table:table>",
    "<table:table-row table:number-rows-repeated=\"9999\">",
    "</table:table-row>",
    "<table:table-cell table:number-columns-spanned=\"3\">",
    "</table:table-cell>",
    "<table:covered-table-cell table:number-columns-repeated=\"2\"/>",
    "<table:table-header-rows>",
    "</table:table-header-rows>",
];

/// Styles of the content, and what stands before its text.
const HEAD: &str = r#"<office:document-content><office:automatic-styles><style:style style:family="text" style:name="b" style:parent-style-name="b"><style:text-properties fo:font-weight="bold"/></style:style><text:list-style style:name="l"><text:list-level-style-number text:level="1" style:num-format="A" text:start-value="4294967295" style:num-list-format="%1%%2%%"/><text:list-level-style-number text:level="2" style:num-format="甲, 乙, 丙, ..." text:display-levels="200"/></text:list-style></office:automatic-styles><office:body><office:text>"#;

/// A Word file of pieces that `bytes` choose.
pub(crate) fn word(bytes: &[u8]) -> Vec<u8> {
    let (note, body) = bytes.split_at(bytes.len() / 4);
    let body = format!("<w:document><w:body>{}", written(body, &WORD));
    let notes = format!("<w:footnotes><w:footnote w:id=\"1\">{}</w:footnote>", written(note, &WORD));
    packed(&[
        ("word/document.xml", body.as_bytes()),
        ("word/_rels/document.xml.rels", RELATIONS.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        ("word/numbering.xml", NUMBERING.as_bytes()),
        ("word/footnotes.xml", notes.as_bytes()),
    ])
}

/// A text of `OpenDocument` of pieces that `bytes` choose.
pub(crate) fn opendocument(bytes: &[u8]) -> Vec<u8> {
    let content = HEAD.to_owned() + &written(bytes, &OPENDOCUMENT);
    packed(&[("content.xml", content.as_bytes())])
}

/// Bytes as pieces of a part, or as text where there is none for them.
fn written(bytes: &[u8], pieces: &[&str]) -> String {
    let text = "綱目\t<\n &\"甲𠮷=/>%";
    let piece = |byte: &u8| match pieces.get(usize::from(*byte)) {
        Some(piece) => (*piece).to_owned(),
        None => text.chars().nth(usize::from(*byte) % 16).map(String::from).unwrap_or_default(),
    };
    bytes.iter().map(piece).collect()
}

/// A package of these parts.
fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        zip.start_file(*name, stored).expect("a name");
        zip.write_all(content).expect("room");
    }
    zip.finish().expect("a package").into_inner()
}

/// Reads the file; all that is said of its text lies within it, between characters.
pub(crate) fn check(bytes: Vec<u8>, format: Format) {
    let length = bytes.len();
    let Ok(imported) = import(bytes, format, &Options::default()) else { return };
    let (text, hints) = (imported.decoded.text, imported.hints);
    assert!(text.len() <= 10_000 + 200 * length, "{} of {length}", text.len());
    let within =
        |range: SourceRange| assert!(text.get(range.start.get()..range.end.get()).is_some(), "{range:?}");
    hints.headings.iter().for_each(|heading| within(heading.range));
    hints.numbers.iter().for_each(|number| within(*number));
    hints.items.iter().for_each(|item| within(item.range));
    hints.images.iter().for_each(|image| assert_eq!(image.range.slice(&text), "\u{fffc}"));
    hints.links.iter().for_each(|link| within(link.range));
    hints.notes.iter().for_each(|note| {
        within(note.range);
        assert!(note.reference.slice(&text).starts_with('['));
    });
    for emphasis in &hints.emphasis {
        within(emphasis.range);
        assert!(!emphasis.range.slice(&text).contains('\n'));
    }
    for table in &hints.tables {
        within(table.range);
        assert_eq!(table.range.slice(&text).split('\n').count(), table.rows.len());
        table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| within(cell.range));
    }
}
