//! Word files: real heading styles with outline levels, so that the navigation panes of Word and LibreOffice
//! show the sections, and Chinese fonts, language and first-line indents in the styles, not in the paragraphs.
//!
//! The document is put together as text, piece by piece: a tree of paragraphs in memory, as docx libraries build it,
//! takes 3 kB for each, gigabytes for a long text of short lines.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

use super::markup::escaped;
use super::paper::{self, Paragraph, Rank, Role};
use super::{ExportError, Language, Layout, Options, Piece};

mod beside;
mod contents;
mod numbering;
mod official;
mod package;
mod plain;
mod table;
mod typefaces;

use beside::Beside;
use contents::Contents;

/// Word knows nine heading levels; deeper headings share the last.
const DEEPEST: u8 = 9;
/// Style of the paragraphs.
const BODY: &str = "BodyText";
/// Word knows five styles of lists without automatic numbers; deeper ones share the last.
const DEEPEST_LIST: u8 = 5;

/// The pieces as a Word file.
pub(super) fn render<'a>(
    pieces: impl Iterator<Item = Piece<'a>>,
    options: &Options<'_>,
    language: Language,
) -> Result<Vec<u8>, ExportError> {
    pack(pieces, options, language).map_err(|error| ExportError::Pack(error.to_string()))
}

fn pack<'a>(
    pieces: impl Iterator<Item = Piece<'a>>,
    options: &Options<'_>,
    language: Language,
) -> ZipResult<Vec<u8>> {
    // What stands beside the text and what leads to it come before it, so the text has to wait.
    let (mut contents, mut beside, mut body) = (Contents::default(), Beside::default(), String::new());
    for paragraph in paper::paragraphs(pieces, options.layout) {
        if let Some(note) = &paragraph.note {
            beside.note(note);
            continue;
        }
        match options.layout {
            Layout::Official => body.push_str(&official::paragraph(&paragraph, language, &mut beside)),
            Layout::Plain => plain::push(&mut body, (&mut contents, &mut beside), &paragraph),
        }
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let packing = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, xml) in package::parts(options, language, &beside) {
        zip.start_file(name, packing)?;
        zip.write_all(xml.as_bytes())?;
    }
    for picture in beside.pictures.all() {
        // They are packed already.
        let packing = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        zip.start_file(format!("word/media/{}", picture.name), packing)?;
        zip.write_all(&picture.data)?;
    }
    zip.start_file(package::DOCUMENT, packing)?;
    zip.write_all(package::DOCUMENT_HEAD.as_bytes())?;
    zip.write_all(contents.finish(language).as_bytes())?;
    zip.write_all(body.as_bytes())?;
    zip.write_all(match options.layout {
        Layout::Official => official::SECTION.as_bytes(),
        Layout::Plain => plain::SECTION.as_bytes(),
    })?;
    zip.write_all(package::DOCUMENT_FOOT.as_bytes())?;
    Ok(zip.finish()?.into_inner())
}

/// Id of the style for headings of `level`.
fn heading_id(level: u8) -> String {
    format!("Heading{}", level.clamp(1, DEEPEST))
}

/// Id of the style for items of a list that stands in `depth` others.
fn list_id(depth: usize) -> String {
    format!("List{}", list_number(depth))
}

/// What Word's styles of lists have behind their name: nothing, 2, 3, …
fn list_number(depth: usize) -> String {
    let number = u8::try_from(depth + 1).unwrap_or(DEEPEST_LIST).min(DEEPEST_LIST);
    if number > 1 { number.to_string() } else { String::new() }
}

/// The style for items of a list that stands in `depth` others, `based_on` another.
fn list_style(depth: usize, based_on: &str, properties: &str) -> String {
    let (id, number) = (list_id(depth), list_number(depth));
    let name = if number.is_empty() { "List".to_owned() } else { format!("List {number}") };
    format!(
        r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="{based_on}"/><w:qFormat/><w:pPr>{properties}</w:pPr></w:style>
"#
    )
}

/// A run of `word/document.xml` with these properties.
fn run(properties: &str, text: &str) -> String {
    let text = escaped(text).replace('\t', "</w:t><w:tab/><w:t xml:space=\"preserve\">");
    let properties =
        if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    format!("<w:r>{properties}<w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// The number of the page.
fn page_number(properties: &str) -> String {
    let run = |content: &str| format!("<w:r>{properties}{content}</w:r>");
    [
        run("<w:fldChar w:fldCharType=\"begin\"/>"),
        run("<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>"),
        run("<w:fldChar w:fldCharType=\"separate\"/>"),
        run("<w:t>1</w:t>"),
        run("<w:fldChar w:fldCharType=\"end\"/>"),
    ]
    .concat()
}
