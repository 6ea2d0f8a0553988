//! Notes that nothing calls such: a mark in the text leads to them, and they lead back to the mark. So write wikis, Word
//! and LibreOffice where they save a page, and makers of books.
//!
//! What is found is said as the standards say it, by the roles of DPUB-ARIA, and read as what says so itself.

use std::collections::HashMap;

use dom_query::{Document, NodeRef};

use crate::import::steps;

/// Longest mark, in characters: `[12]`, 注3.
const LONGEST: usize = 6;
/// What marks consist of besides digits.
const MARKS: &str = "[]［］()（）〔〕【】*†‡§#注註";
/// So many elements around a mark may bear the name that its note leads to.
const AROUND: usize = 3;
/// A note is no farther around the link that leads back.
const HIGHEST: usize = 6;
/// So many links that lead to one place are looked at.
const MOST_TO_ONE: usize = 8;
/// Most links that are looked at.
const MOST: usize = 500_000;
/// What can be a note.
const NOTES: [&str; 6] = ["li", "p", "aside", "dd", "div", "section"];

/// The links of pages to places of them.
#[derive(Debug, Default)]
pub(in crate::import) struct NoteLinks {
    links: Vec<Link>,
}

#[derive(Debug)]
struct Link {
    /// Its page, and its number among the links of that, both from 0.
    place: (usize, usize),
    /// The address that it leads to.
    to: String,
    /// Addresses by which others lead to it.
    names: Vec<String>,
    is_mark: bool,
    /// The note that it stands in, where it stands in what can be one.
    note: Option<Note>,
}

#[derive(Debug)]
struct Note {
    /// What it is called, where that is something.
    id: Option<String>,
    /// Addresses that lead to it, to what is in it or around it.
    names: Vec<String>,
}

/// What links are, by their places.
#[derive(Debug, Default)]
pub(in crate::import) struct Roles(HashMap<(usize, usize), Role>);

#[derive(Debug)]
enum Role {
    /// A mark that refers to the note at an address.
    Reference(String),
    /// The way back from a note, which shall be called so.
    Back(String),
}

impl NoteLinks {
    /// Adds the links of `document`, the page at 0-based `page`, whose own addresses are known to others as `address` says.
    pub(in crate::import) fn gather(
        &mut self,
        page: usize,
        document: &Document,
        address: &dyn Fn(&str) -> String,
    ) {
        for (number, node) in links_of(document).into_iter().enumerate() {
            let to = node.attr("href").map_or_else(String::new, |href| address(&href));
            if !to.contains('#') || self.links.len() >= MOST {
                continue;
            }
            let called = |node: &NodeRef<'_>| -> Vec<String> {
                let names = ["id", "name"].into_iter().filter_map(|name| node.attr(name));
                names.map(|name| address(&format!("#{name}"))).collect()
            };
            let around = node.ancestors_it(Some(AROUND)).take_while(|around| !is_note(around));
            let names = std::iter::once(node).chain(around).flat_map(|node| called(&node)).collect();
            let note = note_around(&node).map(|note| Note {
                id: note.attr("id").map(|id| id.to_string()),
                names: node
                    .ancestors_it(Some(HIGHEST))
                    .chain([node])
                    .flat_map(|node| called(&node))
                    .collect(),
            });
            self.links.push(Link { place: (page, number), to, names, is_mark: is_mark(&node), note });
        }
    }

    /// Which of them are marks, and which ways back.
    pub(in crate::import) fn roles(&self) -> Roles {
        let mut leading_to: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, link) in self.links.iter().enumerate() {
            leading_to.entry(&link.to).or_default().push(index);
        }
        let mut roles = Roles::default();
        for (index, mark) in self.links.iter().enumerate().filter(|(_, link)| link.is_mark) {
            let back = mark.names.iter().filter_map(|name| leading_to.get(name.as_str()));
            // They ascend.
            let behind = |all: &Vec<usize>| all.partition_point(|back| *back <= index);
            let back = back.flat_map(|all| all.get(behind(all)..).unwrap_or_default());
            let back = back.take(MOST_TO_ONE).inspect(|_| steps::count(1));
            let mut back = back.filter_map(|back| self.links.get(*back));
            let found = back.find_map(|back| {
                let note = back.note.as_ref().filter(|note| note.names.contains(&mark.to))?;
                Some((back.place, note.id.as_deref()))
            });
            let (Some((place, id)), Some((file, name))) = (found, mark.to.split_once('#')) else { continue };
            let id = id.unwrap_or(name);
            let from_root = if file.is_empty() { "" } else { "/" };
            roles.0.insert(mark.place, Role::Reference(format!("{from_root}{file}#{id}")));
            roles.0.insert(place, Role::Back(id.to_owned()));
        }
        roles
    }
}

impl Roles {
    /// Says what they are in `document`, the page at 0-based `page`.
    pub(in crate::import) fn say(&self, page: usize, document: &Document) {
        if self.0.is_empty() {
            return;
        }
        for (number, node) in links_of(document).into_iter().enumerate() {
            match self.0.get(&(page, number)) {
                Some(Role::Reference(to)) => {
                    node.set_attr("role", "doc-noteref");
                    node.set_attr("href", to);
                }
                Some(Role::Back(id)) => {
                    node.set_attr("role", "doc-backlink");
                    if let Some(note) = note_around(&node) {
                        note.set_attr("id", id);
                        note.set_attr("role", "doc-footnote");
                    }
                }
                None => {}
            }
        }
    }
}

fn links_of(document: &Document) -> Vec<NodeRef<'_>> {
    document.select("a[href]").nodes().to_vec()
}

/// Whether a link is a mark by its text: short, and a number or a sign; or a picture in its place.
fn is_mark(link: &NodeRef<'_>) -> bool {
    let text = link.text();
    let text = text.trim();
    steps::count(text.len());
    let is_sign = |c: char| c.is_ascii_digit() || MARKS.contains(c) || ('①'..='㊿').contains(&c);
    if text.is_empty() {
        return link.children_it(false).any(|child| child.has_name("img"));
    }
    text.chars().nth(LONGEST).is_none() && text.chars().all(is_sign)
}

/// The nearest element around `link` that can be a note.
fn note_around<'a>(link: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    link.ancestors_it(Some(HIGHEST)).find(is_note)
}

fn is_note(node: &NodeRef<'_>) -> bool {
    node.node_name().is_some_and(|name| NOTES.contains(&name.as_ref()))
}
