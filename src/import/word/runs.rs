//! What stands in a paragraph.

use super::super::flow::Mark;
use super::super::xml::{Tag, Xml};
use super::reader::{Line, Reader};
use super::styles::{Looks, looks};
use super::symbols;

impl Reader<'_, '_> {
    /// What stands in the open element, to its end.
    fn inlines(&mut self, xml: &mut Xml<'_>, line: &mut Line) {
        while let Some(tag) = xml.child() {
            self.inline(xml, &tag, line);
        }
    }

    /// An element of a paragraph. What is not known is looked through: its text is text.
    pub(super) fn inline(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>, line: &mut Line) {
        match tag.name {
            "r" => self.run(xml, line),
            "hyperlink" => self.link(xml, tag, line),
            "AlternateContent" => self.alternate(xml, &mut |reader, xml| {
                let before = line.size();
                reader.inlines(xml, line);
                line.size() > before
            }),
            "bookmarkStart" => {
                let at = line.paragraph.at();
                if let Some(name) = tag.get("name") {
                    line.paragraph.mark(at, Mark::Place(name));
                }
                xml.skip();
            }
            "del" | "moveFrom" | "rt" => xml.skip(),
            name if name.ends_with("Pr") => xml.skip(),
            // The line of a fraction.
            "den" => {
                line.paragraph.push("/");
                self.inlines(xml, line);
            }
            _ => self.inlines(xml, line),
        }
    }

    fn link(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>, line: &mut Line) {
        let start = line.paragraph.at();
        self.inlines(xml, line);
        let place = tag.get("anchor").filter(|place| !place.is_empty());
        let address = tag.get("id").and_then(|id| self.parts.address(&id));
        let mark = match (address, place) {
            (Some(address), Some(place)) => Mark::Address(format!("{address}#{place}")),
            (Some(address), None) => Mark::Address(address),
            (None, Some(place)) => Mark::Inner(place),
            (None, None) => return,
        };
        if line.paragraph.at() > start {
            line.paragraph.mark(start, mark);
        }
    }

    fn run(&mut self, xml: &mut Xml<'_>, line: &mut Line) {
        let start = line.paragraph.at();
        let mut look = self.look(line, Looks::default(), None);
        while let Some(tag) = xml.child() {
            if tag.name == "rPr" {
                let (own, style) = looks(xml);
                look = self.look(line, own, style.as_deref());
            } else {
                self.part(xml, &tag, line, look);
            }
        }
        let emphasis = (look.bold == Some(true), look.italic == Some(true));
        // A heading is emphasised as a whole.
        if emphasis != (false, false) && line.level.is_none() {
            line.paragraph.emphasise(start, emphasis);
        }
    }

    fn look(&self, line: &Line, own: Looks, style: Option<&str>) -> Looks {
        self.styles.looks((own, style), line.setting.style.as_deref())
    }

    /// An element of a run.
    fn part(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>, line: &mut Line, look: Looks) {
        match tag.name {
            "fldChar" => {
                self.fields.pass(&tag.get("fldCharType").unwrap_or_default(), &mut line.paragraph);
                return xml.skip();
            }
            "instrText" => return self.fields.instruct(&xml.text()),
            _ if look.hidden == Some(true) || self.fields.is_instruction() => return xml.skip(),
            "t" => return text(xml, tag, line),
            "drawing" | "pict" | "object" => return self.drawing(xml, line),
            "ruby" | "rubyBase" => return self.inlines(xml, line),
            "AlternateContent" => {
                return self.alternate(xml, &mut |reader, xml| {
                    let before = line.size();
                    while let Some(tag) = xml.child() {
                        reader.part(xml, &tag, line, look);
                    }
                    line.size() > before
                });
            }
            _ => {}
        }
        self.sign(tag, line);
        xml.skip();
    }

    /// An element that stands for a sign.
    fn sign(&mut self, tag: &Tag<'_>, line: &mut Line) {
        let paragraph = &mut line.paragraph;
        let value = |name| tag.get(name).unwrap_or_default();
        match tag.name {
            "tab" | "ptab" => paragraph.push("\t"),
            "br" if matches!(value("type").as_str(), "page" | "column") => paragraph.break_page(),
            "br" | "cr" => paragraph.break_line(),
            "noBreakHyphen" => paragraph.push("-"),
            "sym" => paragraph.push(&symbols::sign(&value("font"), &value("char"))),
            "footnoteReference" => paragraph.note(self.number_of((0, value("id")))),
            "endnoteReference" => paragraph.note(self.number_of((1, value("id")))),
            _ => {}
        }
    }
}

/// The text of the open element, which is closed. White space at its ends counts only where it says so.
fn text(xml: &mut Xml<'_>, tag: &Tag<'_>, line: &mut Line) {
    let text = xml.text();
    let is_kept = tag.get("space").is_some_and(|space| space == "preserve");
    line.paragraph.push(if is_kept { &text } else { text.trim_matches([' ', '\t', '\r', '\n']) });
}
