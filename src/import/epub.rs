//! Books (EPUB 2 and 3): their pages in reading order, with what their contents name.

use std::collections::HashSet;
use std::io::Cursor;

use dom_query::Document;
use rbook::Epub;
use rbook::epub::manifest::EpubManifestEntry as Page;

use super::hints::WRITER;
use super::html::{LaidAside, NoteLinks, Walk, decoded, expanded, shallow};
use super::lines::Lines;
use super::zipped::Zipped;
use super::{Format, ImportError, Imported, Options, Remark};
use crate::decode::Decoded;

mod contents;
mod parts;

use contents::Contents;
use parts::Book;

/// Where a book says which of its parts are encrypted.
const ENCRYPTION: &str = "META-INF/encryption.xml";

/// Most bytes of that.
const MOST_ENCRYPTION: usize = 4 << 20;

/// Reads a book.
///
/// # Errors
/// [`ImportError::TooLarge`] beyond what is unpacked, [`ImportError::Locked`] where its pages are encrypted,
/// [`ImportError::Damaged`] where it names no pages, [`ImportError::NoText`].
pub(super) fn import(bytes: Vec<u8>, options: &Options) -> Result<Imported, ImportError> {
    check(&bytes, options)?;
    let book = Epub::read(Cursor::new(bytes)).map_err(|_unknown| ImportError::Damaged)?;
    let contents = Contents::of(&book);
    let mut parts = Book::new(&book);
    let mut lines = Lines::default();
    let mut is_damaged = false;
    let mut asides = LaidAside::default();
    // A page is read where it comes first, however often it is listed.
    let mut seen = HashSet::new();
    let pages = book.spine().iter().filter_map(|entry| entry.manifest_entry());
    let pages: Vec<_> = pages.filter(|page| seen.insert(page.href().decode().into_owned())).collect();
    let roles = note_links(&pages).roles();
    for (index, page) in pages.iter().enumerate() {
        let Some(document) = source(page).map(|source| tree(&source)) else {
            is_damaged = true;
            continue;
        };
        roles.say(index, &document);
        let path = parts.add_page(&page.href().decode());
        lines.end_line();
        lines.anchor(&path);
        contents.head(&path, &document, &mut lines);
        let mut walk = Walk::new(&mut lines, None, &mut parts);
        walk.walk(document.root());
        asides.extend(walk.into_laid_aside(), index);
    }
    asides.write(&mut lines, &mut parts);
    contents.say(&mut lines);
    let (text, mut hints) = lines.finish();
    if text.trim().is_empty() {
        return Err(if is_damaged { ImportError::Damaged } else { ImportError::NoText });
    }
    hints.title = book.metadata().title().map(|title| title.value().trim().to_owned()).unwrap_or_default();
    hints.is_outlined = book.metadata().generators().any(|generator| generator.value() == WRITER);
    let images = Remark::Images(hints.images.len());
    let remarks = [(is_damaged, Remark::Damaged), (!hints.images.is_empty(), images)];
    let remarks = remarks.into_iter().filter_map(|(is_so, remark)| is_so.then_some(remark)).collect();
    let decoded = Decoded { text, encoding: "UTF-8", ..Decoded::default() };
    Ok(Imported { decoded, hints, format: Format::Epub, remarks })
}

/// The links of all pages: notes may stand on pages of their own.
fn note_links(pages: &[Page<'_>]) -> NoteLinks {
    let mut links = NoteLinks::default();
    for (index, page) in pages.iter().enumerate() {
        // Most pages lead nowhere, and need no second tree.
        let Some(source) = source(page).filter(|source| leads_on(source)) else { continue };
        let path = parts::path(&page.href().decode());
        links.gather(index, &tree(&source), &|href| parts::resolve(&path, href));
    }
    links
}

/// Refuses a book that unfolds beyond the limit, which the library does not know, and one whose pages are encrypted.
fn check(bytes: &[u8], options: &Options) -> Result<(), ImportError> {
    let mut package = Zipped::open(bytes, options.most_bytes)?;
    package.check()?;
    if !package.has(ENCRYPTION) {
        return Ok(());
    }
    let encryption = package.part(ENCRYPTION, MOST_ENCRYPTION)?.unwrap_or_default();
    let encryption = String::from_utf8_lossy(&encryption.bytes).to_lowercase();
    // Fonts are disguised in many books that anybody may read.
    let is_locked = encryption.split("cipherreference").skip(1).any(|reference| {
        let name = reference.split(['"', '\'']).nth(1).unwrap_or_default();
        [".xhtml", ".html", ".htm", ".xml"].iter().any(|extension| name.ends_with(extension))
    });
    if is_locked { Err(ImportError::Locked) } else { Ok(()) }
}

/// The text of a page; that of a picture that is a page by itself as one of a page. `None` where it cannot be read.
fn source(page: &Page<'_>) -> Option<String> {
    if page.media_type().starts_with("image/") && !page.media_type().contains("svg") {
        let name = page.href().decode();
        let name = name.rsplit('/').next().unwrap_or_default().replace('"', "%22");
        return Some(format!("<img src=\"{name}\">"));
    }
    Some(decoded(page.read_bytes().ok()?, None, None).text)
}

/// Whether a page may have links to places in pages.
fn leads_on(source: &str) -> bool {
    source.contains('#') && (source.contains("href") || source.contains("HREF"))
}

fn tree(source: &str) -> Document {
    Document::from(shallow(&expanded(source)).as_ref())
}
