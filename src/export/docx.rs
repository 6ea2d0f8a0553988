//! Word files: real heading styles with outline levels, so that the navigation panes of Word and LibreOffice
//! show the sections, and Chinese fonts, language and first-line indents in the styles, not in the paragraphs.
//!
//! The document goes straight into the compressed package, piece by piece: a tree of paragraphs in memory, as
//! docx libraries build it, takes 3 kB for each, gigabytes for a long text of short lines.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

use super::{ExportError, Item, Language, Piece, in_xml};

mod package;
mod styles;

/// The pieces as a Word file.
pub(super) fn render<'a>(
    pieces: impl Iterator<Item = Piece<'a>>,
    title: &str,
    language: Language,
) -> Result<Vec<u8>, ExportError> {
    pack(pieces, title, language).map_err(|error| ExportError::Pack(error.to_string()))
}

fn pack<'a>(pieces: impl Iterator<Item = Piece<'a>>, title: &str, language: Language) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, xml) in package::PARTS {
        zip.start_file(*name, options)?;
        zip.write_all(xml.as_bytes())?;
    }
    zip.start_file(package::CORE, options)?;
    zip.write_all(package::properties(&escaped(title), styles::tag(language)).as_bytes())?;
    zip.start_file(package::STYLES, options)?;
    zip.write_all(styles::styles(language).as_bytes())?;
    zip.start_file(package::DOCUMENT, options)?;
    zip.write_all(package::DOCUMENT_HEAD.as_bytes())?;
    for piece in pieces {
        let (style, text) = match piece {
            Piece::Heading(heading) => (styles::heading_id(heading.level), heading.text),
            Piece::Item(Item { text, .. }) | Piece::Paragraph(text) => (styles::BODY.to_owned(), text),
        };
        zip.write_all(paragraph(&style, &text).as_bytes())?;
    }
    zip.write_all(package::DOCUMENT_FOOT.as_bytes())?;
    Ok(zip.finish()?.into_inner())
}

/// A paragraph of `word/document.xml`.
fn paragraph(style: &str, text: &str) -> String {
    let text = escaped(text).replace('\t', "</w:t><w:tab/><w:t xml:space=\"preserve\">");
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>\n"
    )
}

/// The text as XML has it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().map(in_xml) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            _ => out.push(c),
        }
    }
    out
}
