//! Word files (.docx): the text as Word shows it.
//!
//! | what | is read as |
//! |---|---|
//! | automatic numbers | text ([`numbering`]) |
//! | headings | by the name of the style or the outline level, never by the style's identifier |
//! | tracked changes | as accepted |
//! | fields (contents lists too) | their results |
//! | hidden text, comments, heads and feet of pages | left out |
//! | text boxes | after the paragraph that they hang on |
//! | a line that a paragraph breaks | a line; in a heading and in cells a blank |
//! | footnotes and endnotes | `[1]` in the order of their references, the notes at the end |

use super::flow::Flow;
use super::hints::WRITER;
use super::xml::Xml;
use super::zipped::Zipped;
use super::{Format, ImportError, Imported, Options};

mod blocks;
mod drawing;
mod fields;
mod levels;
mod notes;
mod numbering;
mod parts;
mod reader;
mod runs;
mod styles;
mod symbols;
mod tables;

pub(crate) use levels::word_format;
use notes::Notes;
use numbering::Numbering;
use parts::Parts;
use reader::Reader;
use styles::Styles;

/// Reads `bytes` as a Word file.
///
/// # Errors
/// What [`ImportError`] lists of packages.
pub(super) fn import(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let mut parts = Parts::open(Zipped::open(bytes, options.most_bytes)?)?;
    let body = parts.body()?;
    let (title, is_ours) = (parts.title(), parts.writer() == WRITER);
    let styles = Styles::read(&parts.related("styles"));
    let numbering = Numbering::read(&parts.related("numbering"), &styles);
    let notes = ["footnotes", "endnotes"].map(|kind| parts.related(kind));
    let notes = notes.each_ref().map(|part| Notes::read(part));
    let most = options.most_bytes;
    let mut flow = Flow::default();
    let mut reader = Reader::new(&mut parts, &styles, numbering);
    let mut xml = Xml::new(&body);
    let mut is_cut = reader.body(&mut xml, &mut flow, most);
    is_cut |= reader.notes(&notes, &mut flow, most);
    let is_damaged = xml.is_damaged() || parts.is_damaged;
    let mut imported = flow.imported(Format::Docx, title, (is_damaged, is_cut || parts.is_cut))?;
    imported.hints.is_outlined = is_ours;
    Ok(imported)
}
