//! Footnotes and endnotes: read where they are referred to, in that order.

use std::collections::HashMap;

use super::super::flow::Flow;
use super::super::xml::Xml;
use super::reader::Reader;

/// A part with notes.
#[derive(Debug, Default)]
pub(super) struct Notes<'a> {
    /// What stands in each, by its identifier.
    notes: HashMap<String, &'a str>,
}

impl<'a> Notes<'a> {
    /// Finds the notes of the part.
    pub(super) fn read(part: &'a str) -> Self {
        let mut notes = HashMap::new();
        let mut xml = Xml::new(part);
        xml.child();
        while let Some(tag) = xml.child() {
            let start = xml.at();
            xml.skip();
            if let (Some(id), Some(within)) = (tag.get("id"), part.get(start..xml.at())) {
                notes.insert(id, within);
            }
        }
        Self { notes }
    }
}

impl Reader<'_, '_> {
    /// Writes the notes that were referred to, up to `most` bytes in all. Returns whether there are more.
    pub(super) fn notes(&mut self, notes: &[Notes<'_>; 2], flow: &mut Flow, most: usize) -> bool {
        let mut written = 0;
        // A note may refer to another.
        while let Some((kind, id)) = self.references.get(written).cloned() {
            if flow.at() > most {
                return true;
            }
            if written == 0 {
                flow.empty_line();
            }
            written += 1;
            let within = notes.get(kind).and_then(|notes| notes.notes.get(&id)).copied();
            let blocks = self.enclosed(&mut Xml::new(within.unwrap_or_default()));
            flow.note(written, blocks);
        }
        false
    }
}
