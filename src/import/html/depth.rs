//! Pages that are too deep, and tags that say too much. For each element that begins the parser looks through all that
//! are open, so a page of so many elements in one another takes the square of them. Browsers, too, open no more than
//! some hundred.

use std::borrow::Cow;
use std::collections::HashMap;

use memchr::{memchr, memmem};

/// So many elements stand in one another at most.
const DEEPEST: usize = 512;

/// So many attributes has a tag at most: the parser compares each with all before it.
const MOST_ATTRIBUTES: usize = 256;

/// Elements that have no end, or that the next of their kind ends: however many there are, they are not deep.
const FLAT: [&str; 43] = [
    "a", "area", "base", "body", "br", "button", "caption", "col", "colgroup", "dd", "dt", "embed", "h1",
    "h2", "h3", "h4", "h5", "h6", "head", "hr", "html", "img", "input", "li", "link", "meta", "nobr",
    "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr",
    "track", "wbr", "image",
];

/// Elements in which nothing is one.
const RAW: [&str; 8] = ["script", "style", "textarea", "title", "xmp", "iframe", "noframes", "noembed"];

/// Elements within a line: where one is left out, the line goes on.
const WITHIN_LINES: [&str; 18] = [
    "b", "big", "code", "del", "em", "font", "i", "ins", "mark", "o:p", "q", "s", "small", "span", "strong",
    "sub", "sup", "u",
];

/// A tag of a page.
struct Tag<'t> {
    name: &'t str,
    start: usize,
    end: usize,
    is_end: bool,
    /// About how many attributes it has.
    attributes: usize,
}

/// `page` without the tags that go too deep, and without the attributes of a tag that has too many; a line ends where a
/// tag stood that is not within a line.
pub(in crate::import) fn shallow(page: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let (mut at, mut copied, mut depth) = (0, 0, 0_usize);
    // For each name how many are open, and how many were left out within them.
    let mut open: HashMap<String, (usize, usize)> = HashMap::new();
    while let Some(tag) = next_tag(page, at) {
        at = tag.end;
        let name = tag.name.to_ascii_lowercase();
        if !tag.is_end && RAW.contains(&name.as_str()) {
            at = end_of_raw(page, at, &name);
        }
        if tag.attributes > MOST_ATTRIBUTES {
            out.push_str(page.get(copied..tag.start).unwrap_or_default());
            out.extend(["<", tag.name, ">"]);
            copied = tag.end;
        }
        if FLAT.contains(&name.as_str()) || RAW.contains(&name.as_str()) {
            continue;
        }
        let (here, left_out) = open.entry(name).or_default();
        let is_out = match (tag.is_end, *left_out, *here) {
            (true, 1.., _) => {
                *left_out -= 1;
                true
            }
            (true, 0, 1..) => {
                *here -= 1;
                depth -= 1;
                false
            }
            (true, 0, 0) => false,
            (false, ..) if depth >= DEEPEST => {
                *left_out += 1;
                true
            }
            (false, ..) => {
                *here += 1;
                depth += 1;
                false
            }
        };
        if is_out {
            out.push_str(page.get(copied..tag.start).unwrap_or_default());
            let is_within = WITHIN_LINES.iter().any(|name| tag.name.eq_ignore_ascii_case(name));
            out.push_str(if is_within { "" } else { "<br>" });
            copied = tag.end;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(page);
    }
    out.push_str(page.get(copied..).unwrap_or_default());
    Cow::Owned(out)
}

/// The next tag that begins at byte `at` or behind it; none within a comment.
fn next_tag(page: &str, at: usize) -> Option<Tag<'_>> {
    let mut from = at;
    loop {
        let start = from + memchr(b'<', page.as_bytes().get(from..)?)?;
        let rest = page.get(start + 1..)?;
        if let Some(comment) = rest.strip_prefix("!--") {
            from = start + 4 + memmem::find(comment.as_bytes(), b"-->")?;
            continue;
        }
        let inner = rest.strip_prefix('/').unwrap_or(rest);
        if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
            from = start + 1;
            continue;
        }
        let length =
            inner.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(inner.len());
        let (name, attributes) = inner.split_at(length);
        let is_end = inner.len() < rest.len();
        let (length, count) = end_of_tag(attributes);
        let end = page.len() - attributes.len() + length;
        return Some(Tag { name, start, end, is_end, attributes: count });
    }
}

/// How long the rest of a tag is, with what closes it, and in how many attributes it can be taken apart at most.
fn end_of_tag(attributes: &str) -> (usize, usize) {
    let bytes = attributes.as_bytes();
    let (mut at, mut before, mut count, mut is_within) = (0, b' ', 0, false);
    while let Some(byte) = bytes.get(at) {
        let is_gap = byte.is_ascii_whitespace() || *byte == b'/';
        count += usize::from(!is_gap && !is_within);
        is_within = !is_gap;
        match byte {
            b'>' => return (at + 1, count),
            b'"' | b'\'' if before == b'=' => {
                let rest = bytes.get(at + 1..).unwrap_or_default();
                let Some(length) = memchr(*byte, rest) else { break };
                at += length + 1;
                is_within = false;
            }
            _ => {}
        }
        before = if byte.is_ascii_whitespace() { before } else { *byte };
        at += 1;
    }
    (bytes.len(), count)
}

/// Where the end tag begins of the element of that name that has begun before byte `at`.
fn end_of_raw(page: &str, at: usize, name: &str) -> usize {
    let mut from = at;
    while let Some(found) = page.as_bytes().get(from..).and_then(|rest| memmem::find(rest, b"</")) {
        from += found;
        let end = page.as_bytes().get(from + 2..from + 2 + name.len());
        if end.is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes())) {
            return from;
        }
        from += 2;
    }
    page.len()
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    /// How deep the elements of a page stand in one another.
    fn depth(page: &str) -> usize {
        let document = Document::from(shallow(page).as_ref());
        let (mut open, mut deepest) = (vec![(document.root(), 0)], 0);
        while let Some((node, depth)) = open.pop() {
            deepest = deepest.max(depth);
            open.extend(node.children_it(false).map(|child| (child, depth + 1)));
        }
        deepest
    }

    #[test]
    fn no_page_is_deeper_however_long_it_is() {
        for part in [
            "<div>",
            "<DIV class='a>b' >",
            "<x-y>",
            "<b a=1>",
            "<ul><li>",
            "<table><tr><td>",
            "<p><span>",
            "<!-- <div> --><div>",
            "<script></div></script><div>",
            "<svg><g>",
        ] {
            let [one, two] = [2_000, 4_000].map(|times| depth(&part.repeat(times)));
            assert_eq!(one, two, "{part}");
            // Four stand in one another for each table that is counted.
            assert!(one < 5 * DEEPEST, "{part}: {one}");
        }
    }

    #[test]
    fn what_is_not_deep_stays_as_it_is() {
        let flat = "<p>甲<br><a name=x>乙".repeat(2_000) + &"<div>丙</div>".repeat(2_000);
        for page in [flat.as_str(), "", "a < b", "<", "<div", "<div title=\"", "<!-- ", "</b></b>"] {
            assert!(matches!(shallow(page), Cow::Borrowed(_)), "{page}");
        }
        let deep = "<div>".repeat(600) + "甲<i>乙</i>" + &"</div>".repeat(600) + "<div>丙</div>";
        let page = shallow(&deep);
        assert!(page.contains("<br>甲乙<br>"), "{page}");
        assert!(page.ends_with("</div><div>丙</div>"), "{page}");
    }
}
