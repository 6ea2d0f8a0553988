//! Web pages: their text in document order; what is around the main text is furniture.

use std::sync::Arc;

use dom_query::{Document, NodeRef};

use super::hints::WRITER;
use super::lines::{Lines, picture};
use super::{Format, Hints, ImportError, Imported, Options, Remark};
use crate::decode::{Decoded, Encoding};

mod charset;
mod depth;
mod elements;
mod main_text;
mod pairs;
mod styles;
mod tables;
mod walk;
mod xhtml;

pub(super) use charset::decoded;
pub(super) use depth::shallow;
use main_text::MainText;
pub(super) use pairs::NoteLinks;
pub(super) use walk::{LaidAside, Walk};
pub(super) use xhtml::expanded;

/// Where the parts of a page are: pictures, and the places that its links name.
pub(super) trait Parts {
    /// The address `href` of this page as it is known in the whole text.
    fn address(&self, href: &str) -> String {
        href.to_owned()
    }

    /// Goes to the page of that index, whose parts are asked for.
    fn turn_to(&mut self, _page: usize) {}

    /// The picture at `address`, where it is a part of the file.
    fn picture(&mut self, address: &str) -> Option<Arc<[u8]>>;
}

/// A page without parts: its pictures are elsewhere, or in their addresses.
#[derive(Debug)]
pub(super) struct Alone;

impl Parts for Alone {
    fn picture(&mut self, address: &str) -> Option<Arc<[u8]>> {
        let (kind, data) = address.strip_prefix("data:")?.split_once(',')?;
        let head: &[u8] =
            if kind.ends_with(";base64") { b"Content-Transfer-Encoding: base64\r\n\r\n" } else { b"\r\n" };
        let message = [head, data.as_bytes()].concat();
        picture(&mailparse::parse_mail(&message).ok()?.get_body_raw().ok()?)
    }
}

/// Reads a page.
///
/// # Errors
/// [`ImportError::NoText`].
pub(super) fn import(bytes: Vec<u8>, options: &Options) -> Result<Imported, ImportError> {
    page(bytes, options, None, &mut Alone)
}

/// Reads a page that has `parts`, and of which its message says that it is in the encoding `declared`.
///
/// # Errors
/// [`ImportError::NoText`].
pub(super) fn page(
    bytes: Vec<u8>,
    options: &Options,
    declared: Option<Encoding>,
    parts: &mut dyn Parts,
) -> Result<Imported, ImportError> {
    let decoded = decoded(bytes, options.encoding, declared);
    let source =
        if xhtml::is_xhtml(&decoded.text) { expanded(&decoded.text) } else { decoded.text.as_str().into() };
    let document = Document::from(shallow(&source).as_ref());
    let mut links = NoteLinks::default();
    links.gather(0, &document, &str::to_owned);
    links.roles().say(0, &document);
    let main = MainText::of(&document);
    let (mut text, mut hints) = walked(&document, main.as_ref(), parts);
    if main.is_some() && !main_text::is_plausible(&text, &hints) {
        (text, hints) = walked(&document, None, parts);
    }
    if text.trim().is_empty() {
        return Err(ImportError::NoText);
    }
    hints.title =
        main.map(|main| main.title).filter(|title| !title.is_empty()).unwrap_or_else(|| title_of(&document));
    hints.is_outlined = is_ours(&document);
    let remarks = remarks(&text, &hints);
    Ok(Imported { decoded: Decoded { text, ..decoded }, hints, format: Format::Html, remarks })
}

/// Writes a piece of HTML into `lines`: what Markdown has between its marks.
pub(super) fn fragment(lines: &mut Lines, html: &str) {
    let document = Document::fragment(shallow(html).as_ref());
    Walk::new(lines, None, &mut Alone).walk(document.root());
}

fn walked(document: &Document, main: Option<&MainText>, parts: &mut dyn Parts) -> (String, Hints) {
    let mut lines = Lines::default();
    let mut walk = Walk::new(&mut lines, main, parts);
    walk.walk(document.root());
    let aside = walk.into_laid_aside();
    aside.write(&mut lines, parts);
    lines.finish()
}

/// The title that the page gives itself.
fn title_of(document: &Document) -> String {
    let title =
        document.head().and_then(|head| head.children_it(false).find(|child| child.has_name("title")));
    let title = title.map(|title| title.text().to_string()).unwrap_or_default();
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the page says that this program wrote it.
fn is_ours(document: &Document) -> bool {
    let is_generator =
        |meta: &NodeRef<'_>| meta.has_name("meta") && meta.attr("name").as_deref() == Some("generator");
    let generator = document.head().and_then(|head| head.children_it(false).find(is_generator));
    generator.is_some_and(|meta| meta.attr("content").as_deref() == Some(WRITER))
}

/// What the reader should know of a page.
fn remarks(text: &str, hints: &Hints) -> Vec<Remark> {
    let folded = hints.furniture.iter().map(|furniture| furniture.range.slice(text).chars().count()).sum();
    [Remark::Folded(folded), Remark::Images(hints.images.len())]
        .into_iter()
        .filter(|remark| !matches!(remark, Remark::Folded(0) | Remark::Images(0)))
        .collect()
}
