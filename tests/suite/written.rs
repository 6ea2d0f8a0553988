//! What stands in an exported file, read back without asking how it was written.

use std::collections::HashMap;
use std::io::{Cursor, Read as _};

use gangmu::export::Format;
use hayro_cmap::{BfString, CMap};
use hayro_syntax::Pdf;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Array, Dict, Object, Stream};
use hayro_syntax::page::Page;

/// A part of a package as text.
pub(crate) fn part(package: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The text between tags, without what escapes it.
fn without_markup(xml: &str) -> String {
    let mut text = String::new();
    for piece in xml.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        .iter()
        .fold(text, |text, (escape, c)| text.replace(escape, c))
}

/// A Markdown line without its heading mark and the backslashes before marks.
fn without_escapes(line: &str) -> String {
    let heading = line.trim_start_matches('#');
    let line = if heading.len() < line.len() { heading } else { line };
    let mut text = String::new();
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        text.push(if c == '\\' { rest.next().unwrap_or(c) } else { c });
    }
    text
}

/// The text of an exported file; nothing of a table, which holds none.
pub(crate) fn text_of(format: Format, bytes: Vec<u8>) -> String {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    match format {
        Format::Csv => String::new(),
        Format::Docx => {
            let xml = part(&bytes, "word/document.xml");
            // The contents say the headings once more.
            without_markup(xml.split_once("</w:sdt>").map_or(&*xml, |(_, text)| text))
        }
        Format::Epub => epub(&bytes),
        Format::Pdf => pdf(bytes),
        Format::Txt => text(bytes),
        Format::Md => text(bytes).lines().map(without_escapes).collect(),
        Format::Html => {
            let page = text(bytes);
            let (_, main) = page.split_once("<main>").unwrap();
            without_markup(main.split_once("</main>").unwrap().0)
        }
        Format::Json => {
            let data: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
            let sections = data["sections"].as_array().unwrap().iter();
            let of = |entry: &serde_json::Value| {
                let heading = entry["heading"].as_str().unwrap_or_default().to_owned();
                let paragraphs = entry["paragraphs"].as_array().unwrap().iter();
                heading + &paragraphs.filter_map(serde_json::Value::as_str).collect::<String>()
            };
            sections.map(of).collect()
        }
    }
}

/// The text of the files of a book in the order of its spine.
fn epub(bytes: &[u8]) -> String {
    let package = part(bytes, "EPUB/package.opf");
    let files = package.matches("<itemref").count();
    let body = |number| {
        let file = part(bytes, &format!("EPUB/text-{number}.xhtml"));
        without_markup(file.split_once("<body>").unwrap().1)
    };
    (1..=files).map(body).collect()
}

/// The text of the pages in the order in which it is drawn, without running titles and page numbers: as someone
/// copies it.
pub(crate) fn pdf(bytes: Vec<u8>) -> String {
    let pdf = Pdf::new(bytes).unwrap();
    pdf.pages().iter().map(text_of_page).collect()
}

fn text_of_page(page: &Page<'_>) -> String {
    let mut fonts: HashMap<Vec<u8>, CMap> = HashMap::new();
    let mut font = Vec::new();
    let mut text = String::new();
    // For each open mark whether what stands in it is said already, or is no text.
    let mut marks: Vec<bool> = Vec::new();
    let mut instructions = TypedIter::new(page.page_stream().unwrap());
    while let Some(instruction) = instructions.next() {
        match instruction {
            TypedInstruction::TextFont(name) => {
                font = name.0.as_ref().to_vec();
                fonts.entry(font.clone()).or_insert_with(|| {
                    let dict = page.resources().get_font(name.0).unwrap();
                    let stream: Stream<'_> = dict.get("ToUnicode").unwrap();
                    CMap::parse(&stream.decoded().unwrap(), |_| None).unwrap()
                });
            }
            TypedInstruction::BeginMarkedContent(mark) => marks.push(mark.0.as_ref() == b"Artifact"),
            TypedInstruction::BeginMarkedContentWithProperties(mark) => {
                let said = match mark.1 {
                    Object::Dict(dict) => dict.get::<hayro_syntax::object::String<'_>>("ActualText"),
                    _ => None,
                };
                if !marks.contains(&true) {
                    text.extend(said.iter().map(|said| text_string(said.as_bytes())));
                }
                marks.push(said.is_some() || mark.0.as_ref() == b"Artifact");
            }
            TypedInstruction::EndMarkedContent(_) => {
                marks.pop().unwrap();
            }
            TypedInstruction::ShowText(shown) if !marks.contains(&true) => {
                push(&mut text, &fonts[&font], shown.0.as_bytes());
            }
            TypedInstruction::ShowTexts(shown) if !marks.contains(&true) => {
                for shown in strings(shown.0) {
                    push(&mut text, &fonts[&font], &shown);
                }
            }
            _ => {}
        }
    }
    text
}

/// The strings of an array.
pub(crate) fn strings(array: &Array<'_>) -> Vec<Vec<u8>> {
    let bytes = |object: Object<'_>| match object {
        Object::String(string) => Some(string.as_bytes().to_vec()),
        _ => None,
    };
    array.iter::<Object<'_>>().filter_map(bytes).collect()
}

/// Characters of two bytes by what the file says of them.
fn push(text: &mut String, characters: &CMap, shown: &[u8]) {
    for code in shown.chunks(2) {
        let code = code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
        match characters.lookup_bf_string(code).unwrap() {
            BfString::Char(c) => text.push(c),
            BfString::String(string) => text.push_str(&string),
        }
    }
}

/// A text string of a PDF: in UTF-16 where it begins with a byte order mark.
fn text_string(bytes: &[u8]) -> String {
    let Some(bytes) = bytes.strip_prefix(&[0xfe, 0xff]) else {
        return String::from_utf8(bytes.to_vec()).unwrap();
    };
    let units: Vec<u16> = bytes.chunks(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
    String::from_utf16(&units).unwrap()
}

/// The bookmarks of a PDF, each with its depth, which is 1 at the top.
pub(crate) fn bookmarks(bytes: Vec<u8>) -> Vec<(usize, String)> {
    fn visit(parent: &Dict<'_>, depth: usize, found: &mut Vec<(usize, String)>) {
        let mut next: Option<Dict<'_>> = parent.get("First");
        while let Some(item) = next {
            let title: hayro_syntax::object::String<'_> = item.get("Title").unwrap();
            found.push((depth, text_string(title.as_bytes())));
            visit(&item, depth + 1, found);
            next = item.get("Next");
        }
    }
    let pdf = Pdf::new(bytes).unwrap();
    let outlines = pdf.objects().into_iter().find_map(|object| match object {
        Object::Dict(dict) => dict.get::<Dict<'_>>("Outlines"),
        _ => None,
    });
    let mut found = Vec::new();
    visit(&outlines.unwrap(), 1, &mut found);
    found
}
