//! Bookmarks, and the places that they name.

use std::collections::{HashMap, HashSet};

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, MaybeRef, Object, ObjectIdentifier, String as Bytes};

use crate::decode;

/// Most bookmarks that are read, and the deepest.
const MOST: usize = 100_000;

/// Most characters of a title that are read.
const LONGEST: usize = 300;
const DEEPEST: u8 = 32;

/// Most nodes of the tree of names.
const MOST_NAMES: usize = 200_000;

/// A bookmark.
#[derive(Clone, Debug)]
pub(super) struct Bookmark {
    pub(super) title: String,
    /// 1 is the top.
    pub(super) level: u8,
    /// Index of the page.
    pub(super) page: usize,
    /// Where on the page, in points from its top; `None` where it does not say.
    pub(super) top: Option<f32>,
}

/// The bookmarks of a file in their order.
pub(super) fn read(pdf: &Pdf) -> Vec<Bookmark> {
    let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).unwrap_or_default();
    let Some(root) = catalog.get::<Dict<'_>>("Outlines") else { return Vec::new() };
    let places = Places::of(pdf, &catalog);
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    // What is read next: children before the bookmarks that follow.
    let mut open: Vec<(Dict<'_>, u8)> =
        root.get::<Dict<'_>>("First").map(|first| (first, 1)).into_iter().collect();
    while let Some((item, level)) = open.pop() {
        if found.len() >= MOST || !item.obj_id().is_none_or(|id| seen.insert(id)) || seen.len() > MOST {
            break;
        }
        open.extend(item.get::<Dict<'_>>("Next").map(|next| (next, level)));
        if level < DEEPEST {
            open.extend(item.get::<Dict<'_>>("First").map(|first| (first, level + 1)));
        }
        let title =
            item.get::<Bytes<'_>>("Title").map(|title| decode::decode(title.as_bytes().to_vec(), None).text);
        let title = title.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let title: String = title.chars().take(LONGEST).collect();
        if let Some((page, top)) = places.of_item(&item).filter(|_| !title.is_empty()) {
            found.push(Bookmark { title, level, page, top });
        }
    }
    found
}

/// Where destinations are.
struct Places<'a> {
    /// Index of each page, and its height.
    pages: HashMap<ObjectIdentifier, (usize, f32)>,
    heights: Vec<f32>,
    names: HashMap<Vec<u8>, Object<'a>>,
}

impl<'a> Places<'a> {
    fn of(pdf: &'a Pdf, catalog: &Dict<'a>) -> Self {
        let heights: Vec<f32> = pdf.pages().iter().map(|page| page.render_dimensions().1).collect();
        let ids = pdf.pages().iter().map(|page| page.raw().obj_id());
        let pages =
            ids.zip(&heights).enumerate().filter_map(|(index, (id, height))| Some((id?, (index, *height))));
        let mut names = HashMap::new();
        if let Some(old) = catalog.get::<Dict<'_>>("Dests") {
            names.extend(old.keys().filter_map(|key| Some((key.to_vec(), old.get::<Object<'_>>(&*key)?))));
        }
        let tree = catalog.get::<Dict<'_>>("Names").and_then(|names| names.get::<Dict<'_>>("Dests"));
        add_names(tree, &mut names);
        Self { pages: pages.collect(), heights, names }
    }

    /// The page that a bookmark leads to, and where on it.
    fn of_item(&self, item: &Dict<'a>) -> Option<(usize, Option<f32>)> {
        let action = || item.get::<Dict<'_>>("A").and_then(|action| action.get::<Object<'_>>("D"));
        self.of_target(item.get::<Object<'_>>("Dest").or_else(action)?, 0)
    }

    fn of_target(&self, target: Object<'a>, depth: u8) -> Option<(usize, Option<f32>)> {
        let named = |name: &[u8]| self.of_target(self.names.get(name)?.clone(), depth + 1);
        match target {
            Object::Array(array) => self.of_array(&array),
            Object::Dict(dict) => self.of_array(&dict.get::<Array<'_>>("D")?),
            Object::Name(name) if depth < 2 => named(&name),
            Object::String(name) if depth < 2 => named(name.as_bytes()),
            _ => None,
        }
    }

    /// `[page /XYZ left top zoom]` and its like.
    fn of_array(&self, array: &Array<'a>) -> Option<(usize, Option<f32>)> {
        let (page, height) = match array.raw_iter().next()? {
            MaybeRef::Ref(page) => *self.pages.get(&ObjectIdentifier::from(page))?,
            MaybeRef::NotRef(page) => {
                let index = usize::try_from(page.into_i32()?).ok()?;
                (index, *self.heights.get(index)?)
            }
        };
        let parts: Vec<Object<'_>> = array.iter::<Object<'_>>().take(6).collect();
        let kind = parts.get(1).cloned().and_then(Object::into_name);
        let at = match kind.as_deref() {
            Some(b"XYZ") => 3,
            Some(b"FitH" | b"FitBH") => 2,
            Some(b"FitR") => 5,
            _ => return Some((page, None)),
        };
        let top = parts.get(at).cloned().and_then(Object::into_f32);
        Some((page, top.map(|top| height - top)))
    }
}

/// Adds the names of a tree.
fn add_names<'a>(root: Option<Dict<'a>>, names: &mut HashMap<Vec<u8>, Object<'a>>) {
    let mut open: Vec<Dict<'a>> = root.into_iter().collect();
    // A node may say that it is below itself, as often as it likes.
    let mut left = MOST_NAMES;
    while let Some(node) = open.pop() {
        if names.len() > MOST_NAMES {
            return;
        }
        if let Some(kids) = node.get::<Array<'_>>("Kids") {
            let before = open.len();
            open.extend(kids.iter::<Dict<'_>>().take(left));
            left -= open.len() - before;
        }
        let Some(pairs) = node.get::<Array<'_>>("Names") else { continue };
        let mut pairs = pairs.iter::<Object<'_>>();
        while let (Some(name), Some(target)) = (pairs.next(), pairs.next()) {
            if let Some(name) = name.into_string() {
                names.insert(name.as_bytes().to_vec(), target);
            }
        }
    }
}
