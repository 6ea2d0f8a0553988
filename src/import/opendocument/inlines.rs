//! What stands in a paragraph.

use std::sync::Arc;

use super::super::flow::{Mark, points};
use super::super::hints::Image;
use super::super::xml::{Node, Tag, Xml};
use super::reader::{Line, Reader};
use super::styles::Looks;
use crate::text::SourceRange;

/// Most blanks that one element stands for.
const MOST_BLANKS: usize = 1000;

/// How deep notes may stand in one another.
const DEEPEST_NOTE: usize = 3;

impl Reader<'_, '_> {
    /// What stands in the open element, to its end.
    pub(super) fn inlines(&mut self, xml: &mut Xml<'_>, line: &mut Line, looks: Looks) {
        while let Some(node) = xml.next() {
            match node {
                Node::Text(text) => line.push(&text, looks),
                Node::Open(tag) => self.inline(xml, &tag, line, looks),
                Node::Close => break,
            }
        }
    }

    /// An element of a paragraph. What is not known is looked through: its text is text.
    fn inline(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>, line: &mut Line, looks: Looks) {
        let start = line.paragraph.at();
        match tag.name {
            "span" => {
                let own = self.styles.looks("text", tag.get("style-name").as_deref());
                return self.inlines(xml, line, own.over(looks));
            }
            "a" => {
                self.inlines(xml, line, looks);
                let target = tag.get("href").filter(|_| line.paragraph.at() > start);
                let mark = target.map(|target| match target.strip_prefix('#') {
                    Some(place) => Mark::Inner(place.to_owned()),
                    None => Mark::Address(target),
                });
                return mark.into_iter().for_each(|mark| line.paragraph.mark(start, mark));
            }
            "note" => return self.note(xml, line),
            "frame" | "g" | "custom-shape" | "rect" | "ellipse" => return self.shape(xml, tag, line),
            _ if looks.hidden == Some(true) => {}
            "s" => line.paragraph.push(&" ".repeat(tag.number("c").unwrap_or(1).min(MOST_BLANKS))),
            "tab" => line.paragraph.push("\t"),
            "line-break" => line.paragraph.break_line(),
            "bookmark" | "bookmark-start" => {
                if let Some(name) = tag.get("name") {
                    line.paragraph.mark(start, Mark::Place(name));
                }
            }
            "annotation" | "ruby-text" | "hidden-text" | "change" | "change-start" | "change-end" => {}
            _ => return self.inlines(xml, line, looks),
        }
        line.is_blank &= line.paragraph.at() == start;
        xml.skip();
    }

    fn note(&mut self, xml: &mut Xml<'_>, line: &mut Line) {
        while let Some(tag) = xml.child() {
            if tag.name != "note-body" || self.depth >= DEEPEST_NOTE {
                xml.skip();
                continue;
            }
            let place = self.notes.len();
            self.notes.push(Vec::new());
            line.paragraph.note(place + 1);
            line.is_blank = false;
            self.depth += 1;
            let blocks = self.enclosed(xml);
            self.depth -= 1;
            if let Some(note) = self.notes.get_mut(place) {
                *note = blocks;
            }
        }
    }

    /// The open drawing, to its end: a picture stands in the paragraph, text after it.
    pub(super) fn shape(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>, line: &mut Line) {
        if matches!(tag.name, "text-box" | "custom-shape" | "rect" | "ellipse") {
            let blocks = self.enclosed(xml);
            return line.frames.extend(blocks);
        }
        let size = length(tag, "width").zip(length(tag, "height"));
        let (mut alt, mut picture) = (String::new(), None);
        while let Some(tag) = xml.child() {
            match tag.name {
                "image" => {
                    picture = picture.or_else(|| Some(tag.get("href").unwrap_or_default()));
                    xml.skip();
                }
                "desc" => alt = xml.text(),
                "title" => {
                    let title = xml.text();
                    alt = if alt.is_empty() { title } else { alt };
                }
                "text-box" | "frame" | "g" | "custom-shape" | "rect" | "ellipse" => {
                    self.shape(xml, &tag, line);
                }
                _ => xml.skip(),
            }
        }
        if let Some(name) = picture {
            let data = self.picture(&name);
            let alt = alt.trim().to_owned();
            line.paragraph.image(Image { range: SourceRange::default(), alt, size, data });
            line.is_blank = false;
        }
    }

    fn picture(&mut self, name: &str) -> Option<Arc<[u8]>> {
        let name = name.strip_prefix("./").unwrap_or(name);
        self.package.as_mut()?.picture(name)
    }
}

impl Line {
    /// Adds text; white space in it is one blank, and none at the beginning.
    fn push(&mut self, text: &str, looks: Looks) {
        if looks.hidden == Some(true) {
            return;
        }
        let start = self.paragraph.at();
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            let is_blank = matches!(c, ' ' | '\t' | '\r' | '\n');
            if is_blank && !self.is_blank {
                out.push(' ');
            } else if !is_blank {
                out.push(c);
            }
            self.is_blank = is_blank;
        }
        self.paragraph.push(&out);
        let emphasis = (looks.bold == Some(true), looks.italic == Some(true));
        if emphasis != (false, false) && !self.is_heading {
            self.paragraph.emphasise(start, emphasis);
        }
    }
}

/// A length in points.
fn length(tag: &Tag<'_>, name: &str) -> Option<u32> {
    points(&tag.get(name)?)
}
