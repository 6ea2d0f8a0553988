//! Word files: real heading styles with outline levels, so that the navigation panes of Word and LibreOffice
//! show the sections, and Chinese fonts, language and first-line indents in the styles, not in the paragraphs.
//!
//! The document and the package are docx-rs's; styles and properties are [`styles`]'s, because docx-rs knows
//! neither an East Asian language nor an indent in characters; and the package is compressed, which docx-rs
//! does not do.

use std::io::{Cursor, Write as _};

use docx_rs::{Docx, Paragraph, Run, XMLDocx};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{ExportError, Language, Piece, is_allowed_in_xml};

mod styles;

/// The pieces as a Word file.
pub(super) fn render<'a>(
    pieces: impl Iterator<Item = Piece<'a>>,
    title: &str,
    language: Language,
) -> Result<Vec<u8>, ExportError> {
    let mut docx = Docx::new();
    for piece in pieces {
        let (style, text) = match piece {
            Piece::Heading(heading) => (styles::heading_id(heading.level), heading.text),
            Piece::Paragraph(text) => (styles::BODY.to_owned(), text),
        };
        let run = Run::new().add_text(allowed(&text));
        docx = docx.add_paragraph(Paragraph::new().style(&style).add_run(run));
    }
    let mut parts = docx.build();
    parts.styles = styles::styles(language).into_bytes();
    parts.doc_props.core = styles::properties(&allowed(title), language).into_bytes();
    pack(&parts).map_err(|error| ExportError::Pack(error.to_string()))
}

/// The text without the characters that XML cannot hold.
fn allowed(text: &str) -> String {
    text.chars().filter(|c| is_allowed_in_xml(*c)).collect()
}

fn pack(parts: &XMLDocx) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in [
        // The types come first: readers that stream look for them there.
        ("[Content_Types].xml", &parts.content_type),
        ("_rels/.rels", &parts.rels),
        ("docProps/app.xml", &parts.doc_props.app),
        ("docProps/core.xml", &parts.doc_props.core),
        ("docProps/custom.xml", &parts.doc_props.custom),
        ("word/_rels/document.xml.rels", &parts.document_rels),
        ("word/document.xml", &parts.document),
        ("word/styles.xml", &parts.styles),
        ("word/settings.xml", &parts.settings),
        ("word/fontTable.xml", &parts.font_table),
        ("word/comments.xml", &parts.comments),
        ("word/numbering.xml", &parts.numberings),
        ("word/commentsExtended.xml", &parts.comments_extended),
        ("word/footnotes.xml", &parts.footnotes),
    ] {
        zip.start_file(name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
