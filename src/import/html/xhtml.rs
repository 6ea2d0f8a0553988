//! XHTML: an element that closes itself is written out, since HTML knows that of a few only.

use std::borrow::Cow;

/// Elements that have no end.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// Whether a page says that it is XML.
pub(super) fn is_xhtml(text: &str) -> bool {
    let head = text.get(..text.floor_char_boundary(1024)).unwrap_or(text);
    head.trim_start().starts_with("<?xml") || head.contains("//DTD XHTML")
}

/// `text` with `<a/>` as `<a></a>`.
pub(in crate::import) fn expanded(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = text;
    // What stands before `rest` is in `out`, where anything had to be written out.
    while let Some((before, tag)) = next_closed(rest) {
        out.push_str(before.strip_suffix("/>").unwrap_or(before));
        out.push_str("></");
        out.push_str(tag);
        out.push('>');
        rest = rest.strip_prefix(before).unwrap_or_default();
    }
    if out.is_empty() {
        return Cow::Borrowed(text);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What stands up to and with the next element that closes itself and must not, and the name of it.
fn next_closed(text: &str) -> Option<(&str, &str)> {
    let mut at = 0;
    loop {
        let open = at + memchr::memchr(b'<', text.as_bytes().get(at..)?)?;
        let inner = text.get(open + 1..)?;
        if let Some(comment) = inner.strip_prefix("!--") {
            at = text.len() - comment.len() + comment.find("-->")?;
            continue;
        }
        let name = inner.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, ':' | '-')).next()?;
        let Some(length) = length_of_tag(inner) else {
            at = open + 1;
            continue;
        };
        at = open + 1 + length;
        let is_closed = inner.get(..length)?.ends_with("/>");
        if is_closed && !name.is_empty() && !VOID.contains(&name.to_ascii_lowercase().as_str()) {
            return Some((text.get(..at)?, name));
        }
    }
}

/// Bytes of a tag behind its `<`, its `>` included; `None` where it has no end before the next begins.
fn length_of_tag(inner: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in inner.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if byte == open => quote = None,
            (None, b'>') => return Some(at + 1),
            (None, b'<') => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_closes_itself_is_written_out() {
        for (text, expected) in [
            ("<title/><p>甲<br/>乙</p>", "<title></title><p>甲<br/>乙</p>"),
            ("<a id=\"x\" title='>/>'/>甲", "<a id=\"x\" title='>/>'></a>甲"),
            ("<!-- <p/> --><p/>", "<!-- <p/> --><p></p>"),
            ("1 < 2 <p/>", "1 < 2 <p></p>"),
            ("<p", "<p"),
            ("<!-- <p/>", "<!-- <p/>"),
        ] {
            assert_eq!(expanded(text), expected);
        }
    }
}
