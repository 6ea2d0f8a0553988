//! Notes of a book: they are laid aside and written at the end of its text.

use std::collections::HashMap;

use dom_query::{Document, NodeRef};

use super::Walk;
use crate::import::html::Parts;
use crate::import::lines::Lines;

/// What elements say that are notes.
const NOTES: [&str; 6] = ["footnote", "endnote", "rearnote", "note", "doc-footnote", "doc-endnote"];

/// What links say that lead to a note.
const REFERENCES: [&str; 2] = ["noteref", "doc-noteref"];

/// What links say that lead back from a note.
const BACK: [&str; 3] = ["backlink", "referrer", "doc-backlink"];

/// Notes in the order of their pages.
#[derive(Debug, Default)]
pub(in crate::import) struct LaidAside {
    notes: Vec<Aside>,
}

/// A note that was laid aside.
#[derive(Debug)]
struct Aside {
    /// How links name it.
    key: String,
    /// What is in the element.
    html: String,
    /// The page that it stood on.
    page: usize,
}

impl LaidAside {
    /// Adds what was laid aside on the page of that index.
    pub(in crate::import) fn extend(&mut self, other: Self, page: usize) {
        self.notes.extend(other.notes.into_iter().map(|note| Aside { page, ..note }));
    }

    /// Writes the notes as they are referred to, then those that nothing refers to.
    pub(in crate::import) fn write(self, lines: &mut Lines, parts: &mut dyn Parts) {
        let mut names = HashMap::new();
        for (index, note) in self.notes.iter().enumerate() {
            names.entry(note.key.clone()).or_insert(index);
        }
        let mut notes: Vec<_> = self.notes.into_iter().map(Some).collect();
        let mut next = 0;
        while let Some(key) = lines.note_key(next).map(str::to_owned) {
            if let Some(note) = names.get(&key).and_then(|index| notes.get_mut(*index)?.take()) {
                lines.begin_note(&key);
                note.write(lines, parts);
                lines.end_note();
            }
            next += 1;
        }
        notes.into_iter().flatten().for_each(|note| note.write(lines, parts));
    }
}

impl Aside {
    fn write(&self, lines: &mut Lines, parts: &mut dyn Parts) {
        parts.turn_to(self.page);
        lines.end_line();
        lines.anchor(&self.key);
        let document = Document::fragment(self.html.as_str());
        let mut walk = Walk { is_within_note: true, ..Walk::new(lines, None, parts) };
        walk.walk(document.root());
        lines.end_line();
    }
}

/// Whether a link refers to a note.
pub(super) fn is_reference(link: &NodeRef<'_>) -> bool {
    says(link, &REFERENCES)
}

/// Whether a link leads back from a note.
pub(super) fn is_way_back(link: &NodeRef<'_>) -> bool {
    says(link, &BACK)
}

/// Whether the type or the role of an element is one of `words`.
fn says(node: &NodeRef<'_>, words: &[&str]) -> bool {
    ["epub:type", "role"]
        .into_iter()
        .filter_map(|name| node.attr(name))
        .any(|value| value.split_whitespace().any(|word| words.contains(&word)))
}

impl Walk<'_> {
    /// Lays a note aside, if `node` is one that a link can name.
    pub(super) fn lay_aside(&mut self, node: &NodeRef<'_>) -> bool {
        if self.is_within_note || !says(node, &NOTES) {
            return false;
        }
        let Some(id) = node.attr("id") else { return false };
        let key = self.parts.address(&format!("#{id}"));
        self.aside.notes.push(Aside { key, html: node.inner_html().to_string(), page: 0 });
        true
    }
}
