//! Paragraphs and what holds them.

use super::super::flow::{Block, Flow, Paragraph};
use super::super::xml::{Tag, Xml};
use super::reader::{Line, Reader};
use super::styles::setting;
use crate::import::{OWN_CONTENTS, counts, is_numbered};

impl Reader<'_, '_> {
    /// Writes the text of the main part to `flow`, up to `most` bytes. Returns whether it goes on beyond them.
    pub(super) fn body(&mut self, xml: &mut Xml<'_>, flow: &mut Flow, most: usize) -> bool {
        let mut blocks = Vec::new();
        xml.child();
        while let Some(tag) = xml.child() {
            if tag.name != "body" {
                xml.skip();
                continue;
            }
            while let Some(tag) = xml.child() {
                self.block(xml, &tag, &mut blocks);
                flow.blocks(std::mem::take(&mut blocks));
                if flow.at() > most {
                    return true;
                }
            }
        }
        self.flush(&mut blocks);
        flow.blocks(blocks);
        false
    }

    /// All blocks of the open element, to its end; `out` gets them.
    pub(super) fn contents(&mut self, xml: &mut Xml<'_>, out: &mut Vec<Block>) {
        while let Some(tag) = xml.child() {
            self.block(xml, &tag, out);
        }
    }

    /// As [`Reader::contents`], for what is no part of the text around it.
    pub(super) fn enclosed(&mut self, xml: &mut Xml<'_>) -> Vec<Block> {
        let mut out = Vec::new();
        let carried = self.carried.take();
        self.contents(xml, &mut out);
        self.flush(&mut out);
        self.carried = carried;
        out
    }

    /// What is carried to a paragraph that does not come.
    pub(super) fn flush(&mut self, out: &mut Vec<Block>) {
        let carried = self.carried.take().filter(|carried| !carried.is_empty());
        out.extend(carried.map(Block::Paragraph));
    }

    /// A block, or what holds blocks.
    pub(super) fn block(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>, out: &mut Vec<Block>) {
        match tag.name {
            "p" => self.paragraph(xml, out),
            "tbl" => {
                self.flush(out);
                let grid = self.table(xml);
                if !grid.rows.is_empty() {
                    out.push(Block::Table(grid));
                }
            }
            "sdt" => self.control(xml, out),
            "sdtContent" | "customXml" | "smartTag" | "ins" | "moveTo" => self.contents(xml, out),
            "AlternateContent" => self.alternate(xml, &mut |reader, xml| {
                let before = out.len();
                reader.contents(xml, out);
                out.len() > before
            }),
            _ => {
                self.named(tag);
                xml.skip();
            }
        }
    }

    /// A content control. The table of contents that an export of ours has is no part of the text that was exported.
    fn control(&mut self, xml: &mut Xml<'_>, out: &mut Vec<Block>) {
        let mut is_own = false;
        while let Some(tag) = xml.child() {
            match tag.name {
                "sdtPr" => {
                    while let Some(property) = xml.child() {
                        is_own |=
                            property.name == "tag" && property.get("val").as_deref() == Some(OWN_CONTENTS);
                        xml.skip();
                    }
                }
                "sdtContent" if is_own => xml.skip(),
                _ => self.block(xml, &tag, out),
            }
        }
    }

    /// Reads the first branch of which something comes; `read` reads one and tells whether it does.
    pub(super) fn alternate(
        &mut self,
        xml: &mut Xml<'_>,
        read: &mut dyn FnMut(&mut Self, &mut Xml<'_>) -> bool,
    ) {
        let mut is_done = false;
        while let Some(tag) = xml.child() {
            if matches!(tag.name, "Choice" | "Fallback") && !is_done {
                is_done = read(self, xml);
            } else {
                xml.skip();
            }
        }
    }

    /// Takes the name of a place, where the element is one.
    fn named(&mut self, tag: &Tag<'_>) {
        if tag.name == "bookmarkStart" {
            self.places.extend(tag.get("name"));
        }
    }

    fn paragraph(&mut self, xml: &mut Xml<'_>, out: &mut Vec<Block>) {
        let mut line = self.begin();
        while let Some(tag) = xml.child() {
            if tag.name == "pPr" {
                line.setting = setting(xml);
                line.level = self.styles.heading(&line.setting);
            } else {
                self.inline(xml, &tag, &mut line);
            }
        }
        self.fields.end_paragraph();
        let boxes = std::mem::take(&mut line.boxes);
        if line.setting.goes_on {
            self.carried = Some(line.paragraph);
        } else if let Some(paragraph) = self.finished(line) {
            // Of a paragraph that only holds text boxes nothing is seen.
            let is_seen = boxes.is_empty() || !paragraph.is_empty();
            out.extend(is_seen.then_some(Block::Paragraph(paragraph)));
        }
        out.extend(boxes);
    }

    /// The paragraph with its number; `None` where all of it is hidden.
    fn finished(&mut self, line: Line) -> Option<Paragraph> {
        let Line { mut paragraph, setting, level, .. } = line;
        let looks = self.styles.looks((setting.looks, None), setting.style.as_deref());
        if looks.hidden == Some(true) && paragraph.is_empty() {
            return None;
        }
        if let Some(number) = self.numbering.count(&setting, self.styles) {
            paragraph.number = number.text;
            paragraph.item = Some((number.depth, number.counts && !paragraph.number.is_empty()));
        } else if let Some(depth) = self.styles.list_depth(setting.style.as_deref()) {
            // In the official layout no tab says where the number ends. Figures behind an empty one are words of the item.
            let has_tab = paragraph.take_number();
            let text = paragraph.text();
            let says_itself = is_numbered(text) && !(has_tab && text.starts_with(|c: char| c.is_ascii()));
            let is_numbered = counts(&paragraph.number) || says_itself;
            paragraph.item = Some((depth, is_numbered));
        }
        // A heading without words is seen nowhere but on its page.
        paragraph.level = level.filter(|_| !paragraph.text().trim().is_empty());
        paragraph.is_title = self.styles.is_title(setting.style.as_deref());
        Some(paragraph)
    }
}
