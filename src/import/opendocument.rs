//! Texts of `OpenDocument` (.odt, .fodt): what stands in them as their program shows it.
//!
//! | what | is read as |
//! |---|---|
//! | `text:h` | a heading of its outline level, numbered by the outline |
//! | lists | items with the numbers of their list's style, text |
//! | tracked changes | as accepted |
//! | hidden text, annotations, heads and feet of pages | left out |
//! | frames with text | after the paragraph that they hang on |
//! | notes | `[1]` in order, at the end |

use super::flow::Flow;
use super::xml::{self, Xml};
use super::zipped::Zipped;
use super::{Format, ImportError, Imported, Options};

mod blocks;
mod inlines;
mod levels;
mod lists;
mod reader;
mod styles;
mod tables;

use reader::Reader;
use styles::Styles;

/// The parts that are read.
#[derive(Debug, Default)]
struct Parts {
    content: String,
    styles: String,
    meta: String,
    is_damaged: bool,
    is_cut: bool,
}

/// Reads `bytes` as a text of `OpenDocument`, packed or in one file.
///
/// # Errors
/// What [`ImportError`] lists of packages.
pub(super) fn import(bytes: Vec<u8>, options: &Options) -> Result<Imported, ImportError> {
    let most = options.most_bytes;
    let mut parts = Parts::default();
    if !bytes.starts_with(b"PK") {
        parts.content = xml::decoded(bytes);
        return read(&parts, None, most);
    }
    let mut package = Zipped::open(&bytes, most)?;
    parts.unpack(&mut package)?;
    read(&parts, Some(&mut package), most)
}

/// Reads the parts; the package has the pictures.
fn read(parts: &Parts, package: Option<&mut Zipped<'_>>, most: usize) -> Result<Imported, ImportError> {
    let title = title(if package.is_some() { &parts.meta } else { &parts.content });
    let mut styles = Styles::default();
    styles.read(&parts.styles);
    styles.read(&parts.content);
    let mut flow = Flow::default();
    let mut reader = Reader::new(package, &styles);
    let mut body = Xml::new(&parts.content);
    let mut is_cut = reader.body(&mut body, &mut flow, most);
    is_cut |= reader.notes(&mut flow, most);
    let damage = (parts.is_damaged || body.is_damaged(), parts.is_cut || is_cut);
    flow.imported(Format::Odt, title, damage)
}

impl Parts {
    fn unpack(&mut self, package: &mut Zipped<'_>) -> Result<(), ImportError> {
        // Not the archive is locked but its parts; only this one is in clear.
        if self.part(package, "META-INF/manifest.xml")?.contains("encryption-data") {
            return Err(ImportError::Locked);
        }
        self.content = self.part(package, "content.xml")?;
        if self.content.is_empty() {
            return Err(ImportError::Damaged);
        }
        self.styles = self.part(package, "styles.xml")?;
        self.meta = self.part(package, "meta.xml")?;
        Ok(())
    }

    /// A part as text; empty where it is missing.
    fn part(&mut self, package: &mut Zipped<'_>, name: &str) -> Result<String, ImportError> {
        let Some(part) = package.part(name, usize::MAX)? else { return Ok(String::new()) };
        self.is_damaged |= part.is_damaged;
        self.is_cut |= part.is_cut;
        Ok(xml::decoded(part.bytes))
    }
}

/// The title that the file gives itself; empty where it gives none.
fn title(meta: &str) -> String {
    let mut xml = Xml::new(meta);
    xml.child();
    while let Some(tag) = xml.child() {
        if tag.name != "meta" {
            xml.skip();
            continue;
        }
        while let Some(tag) = xml.child() {
            if tag.name == "title" {
                return xml.text().trim().to_owned();
            }
            xml.skip();
        }
    }
    String::new()
}
