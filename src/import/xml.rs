//! XML of office packages, element by element. Damage ends no reading: what is open is closed and the rest is told.
//!
//! Elements and attributes go by their local names: strict files have other namespaces, odd writers other prefixes, and
//! no two names that are read here differ in their namespace alone. Entities are never expanded.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::steps;
use crate::decode::{self, Encoding};

/// How deep elements may stand in one another; those deeper down are left out.
const DEEPEST: usize = 200;

/// Most bytes of an attribute that are read: names and addresses are shorter, and one may be used again and again.
const LONGEST_VALUE: usize = 4096;

/// What comes next in an element.
#[derive(Debug)]
pub(super) enum Node<'a> {
    /// An element begins; its [`Node::Close`] comes, too, where it is empty.
    Open(Tag<'a>),
    /// Text, never empty.
    Text(Cow<'a, str>),
    /// The innermost open element ends. It comes for every element, even for one that the file does not close.
    Close,
}

/// A part that is read from its beginning to its end.
#[derive(Debug)]
pub(super) struct Xml<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// The names of the open elements.
    open: Vec<&'a str>,
    /// How many of them are to be closed before going on.
    closing: usize,
    is_damaged: bool,
}

/// The beginning of an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'a> {
    /// Its local name.
    pub(super) name: &'a str,
    /// What stands between its angle brackets, and the length of its name with the prefix.
    written: (&'a str, usize),
}

impl Tag<'_> {
    /// The attribute of that local name.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let mut attributes = Attributes::new(self.written.0, self.written.1);
        let attributes = attributes.with_checks(false).flatten();
        let mut found = attributes.filter(|attribute| attribute.key.local_name().as_ref() == name);
        steps::count(self.written.0.len());
        let attribute = found.next()?;
        let mut value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned();
        value.truncate(value.floor_char_boundary(LONGEST_VALUE));
        Some(value)
    }

    /// The attribute of that local name as a number.
    pub(super) fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name)?.trim().parse().ok()
    }
}

impl<'a> Xml<'a> {
    /// Reads `text`.
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Self { text, reader, open: Vec::new(), closing: 0, is_damaged: false }
    }

    /// What comes next; `None` at the end of the part, after all that was open is closed.
    pub(super) fn next(&mut self) -> Option<Node<'a>> {
        loop {
            steps::count(1);
            if self.closing > 0 {
                self.closing -= 1;
                self.open.pop();
                return Some(Node::Close);
            }
            let event = self.reader.read_event().unwrap_or_else(|_unread| {
                self.is_damaged = true;
                Event::Eof
            });
            match event {
                Event::Start(start) => {
                    let tag = self.opened(&start, 1);
                    if self.open.len() > DEEPEST {
                        self.is_damaged = true;
                        self.skip();
                    } else {
                        return Some(Node::Open(tag));
                    }
                }
                Event::Empty(start) => {
                    let tag = self.opened(&start, 2);
                    self.closing = 1;
                    return Some(Node::Open(tag));
                }
                Event::End(end) => self.ended(end.local_name().as_ref()),
                Event::Text(text) if !text.is_empty() => return Some(Node::Text(text.into_inner())),
                Event::CData(text) if !text.is_empty() => return Some(Node::Text(text.into_inner())),
                Event::GeneralRef(entity) => {
                    if let Some(text) = self.resolved(&entity) {
                        return Some(Node::Text(text));
                    }
                }
                Event::Eof if self.open.is_empty() => return None,
                Event::Eof => {
                    self.is_damaged = true;
                    self.closing = self.open.len();
                }
                _ => {}
            }
        }
    }

    /// The next element within the innermost open one, text between them being left out; `None` where that ends, which
    /// closes it.
    pub(super) fn child(&mut self) -> Option<Tag<'a>> {
        loop {
            match self.next()? {
                Node::Open(tag) => return Some(tag),
                Node::Text(_) => {}
                Node::Close => return None,
            }
        }
    }

    /// Goes behind the end of the innermost open element.
    pub(super) fn skip(&mut self) {
        // Without recursion, and without names: what is left out may be of any depth.
        let depth = self.open.len();
        let mut within = 0_usize;
        while self.open.len() >= depth && depth > 0 {
            steps::count(1);
            if self.closing > 0 {
                self.closing -= 1;
                self.open.pop();
                continue;
            }
            match self.reader.read_event() {
                Ok(Event::Start(_)) => within += 1,
                Ok(Event::End(_)) if within > 0 => within -= 1,
                Ok(Event::End(end)) => self.ended(end.local_name().as_ref()),
                Ok(Event::Eof) | Err(_) => {
                    self.is_damaged = true;
                    self.closing = self.open.len();
                }
                Ok(_) => {}
            }
        }
    }

    /// All text of the innermost open element, which is closed.
    pub(super) fn text(&mut self) -> String {
        let depth = self.open.len();
        let mut all = String::new();
        while self.open.len() >= depth {
            match self.next() {
                Some(Node::Text(text)) => all.push_str(&text),
                Some(_) => {}
                None => break,
            }
        }
        all
    }

    /// How many bytes of the part are read.
    pub(super) fn at(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// Whether something could not be read so far.
    pub(super) fn is_damaged(&self) -> bool {
        self.is_damaged
    }

    /// An element that was just read, of which `mark` bytes follow what stands in its brackets.
    fn opened(&mut self, start: &BytesStart<'a>, mark: usize) -> Tag<'a> {
        let end = self.at().saturating_sub(mark);
        let written = self.text.get(end.saturating_sub(start.len())..end).unwrap_or_default();
        let length = start.name().as_ref().len();
        let name = written.get(..length).unwrap_or_default();
        let name = name.split_once(':').map_or(name, |(_, local)| local);
        self.open.push(name);
        Tag { name, written: (written, length) }
    }

    /// An end closes what it names, with all within it; one that names nothing open is left out.
    fn ended(&mut self, name: &str) {
        match self.open.iter().rev().position(|open| *open == name) {
            Some(above) => {
                self.is_damaged |= above > 0;
                self.closing = above + 1;
            }
            None => self.is_damaged = true,
        }
    }

    fn resolved(&mut self, entity: &BytesRef<'a>) -> Option<Cow<'a, str>> {
        let character = entity.resolve_char_ref().ok().flatten();
        let text = character.map(|c| Cow::Owned(c.to_string()));
        let text = text.or_else(|| resolve_predefined_entity(entity).map(Cow::Borrowed));
        self.is_damaged |= text.is_none();
        text
    }
}

/// The text of an XML part: what it says of its encoding, else what is found.
pub(super) fn decoded(bytes: Vec<u8>) -> String {
    let declared = declared(&bytes);
    decode::decode(bytes, declared).text
}

/// The encoding that the declaration names, where that can be: a part that reads as ASCII is no UTF-16.
fn declared(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes.get(..200.min(bytes.len()))?.strip_prefix(b"<?xml")?;
    let head = head.split(|byte| *byte == b'>').next()?;
    let head = String::from_utf8_lossy(head);
    let Some((_, after)) = head.split_once("encoding") else { return Some(encoding_rs::UTF_8) };
    let name = after.trim_start_matches([' ', '=']).trim_start_matches(['"', '\'']);
    let name = name.split(['"', '\'']).next()?;
    let encoding = decode::encoding_named(name)?;
    let is_wide = encoding == encoding_rs::UTF_16LE || encoding == encoding_rs::UTF_16BE;
    (!is_wide).then_some(encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The part as a notation: `name(…)` for elements.
    fn shape(text: &str) -> (String, bool) {
        let mut xml = Xml::new(text);
        let mut out = String::new();
        while let Some(node) = xml.next() {
            match node {
                Node::Open(tag) => out.extend([tag.name, "("]),
                Node::Text(text) => out.push_str(&text),
                Node::Close => out.push(')'),
            }
        }
        (out, xml.is_damaged())
    }

    #[test]
    fn damage_closes_what_is_open() {
        for (text, expected, is_damaged) in [
            ("<w:p><w:r a=\"1\"/>一</w:p>", "p(r()一)", false),
            ("<p>&lt;&#x4e00;&amp;</p>", "p(<一&)", false),
            ("<p><![CDATA[<b>]]></p>", "p(<b>)", false),
            ("<p><r><t>一</r>二</p>", "p(r(t(一))二)", true),
            ("<p><r>一</x></r></p>", "p(r(一))", true),
            ("<p><r>一", "p(r(一))", true),
            ("<p><r>一</", "p(r(一))", true),
            ("<!DOCTYPE p [<!ENTITY e \"二\">]><p>一&e;三</p>", "p(一三)", true),
            ("", "", false),
        ] {
            assert_eq!(shape(text), (expected.to_owned(), is_damaged), "{text}");
        }
    }

    #[test]
    fn what_is_too_deep_is_left_out() {
        let text = "<a>".repeat(100_000) + "深" + &"</a>".repeat(100_000);
        let (shape, is_damaged) = shape(&text);
        assert_eq!((shape.len(), is_damaged), (3 * DEEPEST, true));
    }

    #[test]
    fn an_encoding_is_what_the_part_says_or_is_found() {
        let utf16 = |mark: &[u8], text: &str| {
            let units = text.encode_utf16().flat_map(u16::to_le_bytes);
            mark.iter().copied().chain(units).collect::<Vec<u8>>()
        };
        let gbk = encoding_rs::GBK.encode("<?xml version=\"1.0\" encoding=\"gb2312\"?><p>綱目</p>").0;
        for bytes in [
            "<p>綱目</p>".as_bytes().to_vec(),
            "\u{feff}<?xml version=\"1.0\" encoding='utf-8'?><p>綱目</p>".as_bytes().to_vec(),
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?><p>綱目</p>".as_bytes().to_vec(),
            utf16(b"\xff\xfe", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><p>綱目</p>"),
            utf16(b"", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><p>綱目綱目綱目綱目</p>"),
            gbk.into_owned(),
        ] {
            let text = decoded(bytes);
            assert!(text.contains("<p>綱目"), "{text}");
        }
    }

    #[test]
    fn attributes_go_by_their_local_names() {
        let mut xml = Xml::new("<w:a w:val=\"1&amp;2\" n=' 7 ' bad><b/></w:a>");
        let tag = xml.child().expect("an element");
        assert_eq!((tag.name, tag.get("val").as_deref(), tag.number::<u8>("n")), ("a", Some("1&2"), Some(7)));
        assert_eq!((tag.get("x"), xml.child().map(|tag| tag.name)), (None, Some("b")));
    }
}
