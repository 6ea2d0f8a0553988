//! The parts of a book by the addresses that its pages know them by.

use std::collections::HashMap;
use std::sync::Arc;

use rbook::Epub;

use crate::import::html::{Alone, Parts};
use crate::import::lines::picture;

/// A book whose pages are read.
pub(super) struct Book<'b> {
    epub: &'b Epub,
    /// Paths of the pages that were read.
    pages: Vec<String>,
    /// The page that is read.
    page: usize,
    /// Pictures that were asked for: most books repeat their ornaments.
    pictures: HashMap<String, Option<Arc<[u8]>>>,
}

impl<'b> Book<'b> {
    pub(super) fn new(book: &'b Epub) -> Self {
        Self { epub: book, pages: Vec::new(), page: 0, pictures: HashMap::new() }
    }

    /// Goes to a new page, and returns its path as addresses name it.
    pub(super) fn add_page(&mut self, path: &str) -> String {
        let path = self::path(path);
        self.page = self.pages.len();
        self.pages.push(path.clone());
        path
    }
}

impl Parts for Book<'_> {
    fn address(&self, href: &str) -> String {
        let page = self.pages.get(self.page).map_or("", String::as_str);
        resolve(page, href)
    }

    fn turn_to(&mut self, page: usize) {
        self.page = page;
    }

    fn picture(&mut self, address: &str) -> Option<Arc<[u8]>> {
        let path = self.address(address);
        if let Some(known) = self.pictures.get(&path) {
            return known.clone();
        }
        let read = || picture(&self.epub.read_resource_bytes(format!("/{path}").as_str()).ok()?);
        let found = if address.starts_with("data:") { Alone.picture(address) } else { read() };
        self.pictures.insert(path, found.clone());
        found
    }
}

/// The path of a page as addresses name it.
pub(super) fn path(path: &str) -> String {
    path.trim_start_matches('/').to_owned()
}

/// The address `href` on the page at `path`: from the root of the book, or as it is where it leads out of it.
pub(super) fn resolve(path: &str, href: &str) -> String {
    let scheme = href.split(['/', '#', '?']).next().unwrap_or_default();
    if scheme.contains(':') || href.is_empty() {
        return href.to_owned();
    }
    let (file, place) = href.split_once('#').map_or((href, None), |(file, place)| (file, Some(place)));
    let mut folders: Vec<&str> = path.split('/').collect();
    if !file.is_empty() {
        folders.pop();
        if file.starts_with('/') {
            folders.clear();
        }
        for step in file.split('/') {
            match step {
                "" | "." => {}
                ".." => drop(folders.pop()),
                name => folders.push(name),
            }
        }
    }
    let file = unescaped(&folders.join("/"));
    place.map_or_else(|| file.clone(), |place| format!("{file}#{}", unescaped(place)))
}

/// `text` with `%41` as `A`.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let code =
            after.get(..2).and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        let code = code.filter(|_| *first == b'%');
        bytes.push(code.unwrap_or(*first));
        rest = code.and_then(|_| after.get(2..)).unwrap_or(after);
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_the_book() {
        for (path, href, expected) in [
            ("OPS/a/1.xhtml", "2.xhtml#x", "OPS/a/2.xhtml#x"),
            ("OPS/a/1.xhtml", "../b/%E7%9B%AE.png", "OPS/b/目.png"),
            ("OPS/1.xhtml", "#n1", "OPS/1.xhtml#n1"),
            ("1.xhtml", "../../2.xhtml", "2.xhtml"),
            ("OPS/1.xhtml", "/x/2.xhtml", "x/2.xhtml"),
            ("OPS/1.xhtml", "http://x.test/a", "http://x.test/a"),
            ("OPS/1.xhtml", "100%.html", "OPS/100%.html"),
        ] {
            assert_eq!(resolve(path, href), expected, "{href}");
        }
    }
}
