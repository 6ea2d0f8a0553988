//! Texts that are web pages, by their content.

use std::borrow::Cow;

use memchr::memmem;

/// How many bytes at the head of a file are looked through.
const HEAD: usize = 64 << 10;

/// What a page begins with.
const BEGINNINGS: [&[u8]; 6] = [b"<!doctype html", b"<html", b"<head", b"<meta", b"<title", b"<body"];

/// What a page has further on: a text that only quotes its beginning has none of them.
const PARTS: [&[u8]; 8] = [b"<head", b"<meta", b"<title", b"<body", b"</html", b"</body", b"<p>", b"<div"];

/// Elements that the pieces of a page are.
const PIECES: [&[u8]; 8] = [b"<p", b"<div", b"<br", b"<table", b"<h1", b"<h2", b"<span", b"<ul"];

/// Whether `bytes` are a web page: elements from the beginning on.
pub(super) fn is_page(bytes: &[u8]) -> bool {
    let head = head(bytes);
    let start = skip_preamble(&head);
    BEGINNINGS.iter().any(|beginning| {
        start.strip_prefix(*beginning).is_some_and(|rest| {
            rest.first().is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'))
                && PARTS.iter().any(|part| memmem::find(rest, part).is_some())
        })
    })
}

/// Whether `bytes` have an element of a page at all.
pub(super) fn has_element(bytes: &[u8]) -> bool {
    let head = head(bytes);
    PIECES.iter().chain(&BEGINNINGS).any(|piece| memmem::find(&head, piece).is_some())
}

/// Whether `bytes` are a page with its parts in one message.
pub(super) fn is_message(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD.min(bytes.len())).unwrap_or_default();
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let end = [&b"\n\n"[..], b"\r\n\r\n"].iter().filter_map(|end| memmem::find(head, end)).min();
    let fields = head.get(..end.unwrap_or(head.len())).unwrap_or_default().to_ascii_lowercase();
    let name = fields.split(|byte| *byte == b':').next().unwrap_or_default();
    let is_field = !name.is_empty() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    let has = |words: &[u8]| memmem::find(&fields, words).is_some();
    is_field
        && has(b"mime-version:")
        && (has(b"multipart/related") || has(b"text/html") || has(b"multipart/alternative"))
}

/// The head of a file in small letters; of one in UTF-16 its ASCII.
fn head(bytes: &[u8]) -> Vec<u8> {
    let head = bytes.get(..HEAD.min(bytes.len())).unwrap_or_default();
    let head = if head.contains(&0) {
        Cow::Owned(head.iter().copied().filter(|byte| *byte != 0).collect::<Vec<u8>>())
    } else {
        Cow::Borrowed(head)
    };
    head.to_ascii_lowercase()
}

/// What stands behind marks, the declarations of XML and comments.
fn skip_preamble(head: &[u8]) -> &[u8] {
    let mut rest = head;
    loop {
        rest = rest.trim_ascii_start();
        let skipped =
            [&b"\xef\xbb\xbf"[..], b"\xff\xfe", b"\xfe\xff"].iter().find_map(|mark| rest.strip_prefix(*mark));
        let skipped = skipped.or_else(|| {
            [(&b"<?"[..], &b"?>"[..]), (b"<!--", b"-->")].iter().find_map(|(open, close)| {
                let inner = rest.strip_prefix(*open)?;
                inner.get(memmem::find(inner, close)? + close.len()..)
            })
        });
        match skipped {
            Some(behind) => rest = behind,
            None => return rest,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::import::Format;

    #[test]
    fn a_page_is_known_by_its_content() {
        let utf16: Vec<u8> = "\u{feff}<html><body>頁".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let cases: [(&[u8], &str, Format); 14] = [
            (b"<!DOCTYPE html>\n<html><head>", "txt", Format::Html),
            (b"\xef\xbb\xbf \n<!-- saved --><HTML lang=zh>\n<BODY>", "txt", Format::Html),
            (b"<?xml version='1.0'?><html xmlns='x'><head/>", "", Format::Html),
            (&utf16, "txt", Format::Html),
            ("<html> 是網頁的根元素。".as_bytes(), "txt", Format::Text),
            ("說說 <html> 和 <body>。".as_bytes(), "txt", Format::Text),
            (b"<header><p>", "txt", Format::Text),
            ("<p>一段</p>".as_bytes(), "htm", Format::Html),
            ("一段沒有標籤的".as_bytes(), "html", Format::Text),
            (b"<!DOCTYPE html><html><head>", "md", Format::Markdown),
            (
                b"From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n",
                "mht",
                Format::Mhtml,
            ),
            (b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>", "", Format::Mhtml),
            ("說：MIME-Version: 1.0 multipart/related".as_bytes(), "txt", Format::Text),
            (b"", "html", Format::Text),
        ];
        for (bytes, extension, expected) in cases {
            let found = Format::of(bytes, Some(extension));
            assert_eq!(found, Ok(expected), "{}", String::from_utf8_lossy(bytes));
        }
    }
}
