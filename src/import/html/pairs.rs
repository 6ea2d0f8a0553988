//! Notes that nothing calls such: a mark in the text leads to them, and they lead back to the mark. So write wikis, Word
//! and LibreOffice where they save a page, and makers of books.
//!
//! What is found is said as the standards say it, by the roles of DPUB-ARIA, and read as what says so itself.

use std::collections::HashMap;

use dom_query::{Document, NodeRef};

use crate::import::steps;

/// Longest mark, in characters: [12], 注3.
const LONGEST: usize = 6;
/// What marks consist of besides digits.
const MARKS: &str = "[]［］()（）〔〕【】*†‡§#注註";
/// So many elements around a link may bear the name that others lead to.
const AROUND: usize = 3;
/// A note is no farther around the link that leads back.
const HIGHEST: usize = 6;
/// So many links that lead to one place are looked at.
const MOST_TO_ONE: usize = 8;
/// What can be a note.
const NOTES: [&str; 6] = ["li", "p", "aside", "dd", "div", "section"];

/// A link within the page.
struct Link<'a> {
    node: NodeRef<'a>,
    /// The name of the place that it leads to.
    to: String,
    /// Names by which others lead to it.
    names: Vec<String>,
}

/// Says of marks, of the notes that they lead to and of the ways back what they are.
pub(in crate::import) fn say_notes(document: &Document) {
    let links: Vec<Link<'_>> = document.select("a[href^=\"#\"]").nodes().iter().filter_map(link).collect();
    let mut leading_to: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, link) in links.iter().enumerate() {
        leading_to.entry(&link.to).or_default().push(index);
    }
    for (index, link) in links.iter().enumerate().filter(|(_, link)| is_mark(&link.node)) {
        let back = link.names.iter().filter_map(|name| leading_to.get(name.as_str())).flatten();
        let mut back =
            back.filter(|back| **back > index).take(MOST_TO_ONE).filter_map(|back| links.get(*back));
        let found = back.find_map(|back| Some((back, note_around(&back.node, &link.to)?)));
        let Some((back, note)) = found else { continue };
        let id = note.attr("id").map_or_else(|| link.to.clone(), |id| id.to_string());
        note.set_attr("id", &id);
        note.set_attr("role", "doc-footnote");
        back.node.set_attr("role", "doc-backlink");
        link.node.set_attr("role", "doc-noteref");
        link.node.set_attr("href", &format!("#{id}"));
    }
}

fn link<'a>(node: &NodeRef<'a>) -> Option<Link<'a>> {
    let to = node.attr("href")?.strip_prefix('#').filter(|to| !to.is_empty())?.to_owned();
    let around = node.ancestors_it(Some(AROUND)).take_while(|around| !is_note(around));
    let names = std::iter::once(*node).chain(around).flat_map(|node| names(&node)).collect();
    Some(Link { node: *node, to, names })
}

/// The names of an element.
fn names(node: &NodeRef<'_>) -> Vec<String> {
    ["id", "name"].into_iter().filter_map(|name| node.attr(name)).map(|name| name.to_string()).collect()
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

/// The note that the link `back` stands in and that is called `name`, or that holds what is.
fn note_around<'a>(back: &NodeRef<'a>, name: &str) -> Option<NodeRef<'a>> {
    let mut is_named = names(back).iter().any(|own| own == name);
    let mut note = None;
    for around in back.ancestors_it(Some(HIGHEST)) {
        if note.is_none() && is_note(&around) {
            note = Some(around);
        }
        is_named |= names(&around).iter().any(|own| own == name);
        if is_named && note.is_some() {
            return note;
        }
    }
    None
}

fn is_note(node: &NodeRef<'_>) -> bool {
    node.node_name().is_some_and(|name| NOTES.contains(&name.as_ref()))
}
