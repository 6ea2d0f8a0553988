//! Paragraphs, lists and what holds them.

use super::super::flow::{Block, Flow};
use super::super::xml::{Tag, Xml};
use super::lists::Said;
use super::reader::Reader;

impl Reader<'_, '_> {
    /// Writes the text of the file to `flow`, up to `most` bytes. Returns whether it goes on beyond them.
    pub(super) fn body(&mut self, xml: &mut Xml<'_>, flow: &mut Flow, most: usize) -> bool {
        let mut blocks = Vec::new();
        xml.child();
        while let Some(tag) = xml.child() {
            if tag.name != "body" {
                xml.skip();
                continue;
            }
            // Within the body there is one element, which tells what kind of document it is.
            xml.child();
            while let Some(tag) = xml.child() {
                self.block(xml, &tag, &mut blocks);
                flow.blocks(std::mem::take(&mut blocks));
                if flow.at() > most {
                    return true;
                }
            }
        }
        false
    }

    /// All blocks of the open element, to its end; `out` gets them.
    pub(super) fn contents(&mut self, xml: &mut Xml<'_>, out: &mut Vec<Block>) {
        while let Some(tag) = xml.child() {
            self.block(xml, &tag, out);
        }
    }

    /// As [`Reader::contents`], for what is no part of the lists around it.
    pub(super) fn enclosed(&mut self, xml: &mut Xml<'_>) -> Vec<Block> {
        let mut out = Vec::new();
        let left = self.lists.leave();
        self.contents(xml, &mut out);
        self.lists.back(left);
        out
    }

    fn block(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>, out: &mut Vec<Block>) {
        match tag.name {
            "p" | "h" => self.paragraph(xml, tag, out),
            "list" => self.list(xml, tag, out),
            "table" => {
                let grid = self.table(xml);
                out.push(Block::Table(grid));
            }
            "section" | "index-body" | "index-title" | "numbered-paragraph" => self.contents(xml, out),
            name if name.ends_with("-index") || matches!(name, "table-of-content" | "bibliography") => {
                self.contents(xml, out);
            }
            // What hangs on a page.
            "frame" | "g" | "custom-shape" | "rect" | "text-box" => {
                let mut line = self.begin();
                self.shape(xml, tag, &mut line);
                let is_seen = !line.paragraph.is_empty();
                out.extend(is_seen.then_some(Block::Paragraph(line.paragraph)));
                out.append(&mut line.frames);
            }
            "bookmark" | "bookmark-start" => {
                self.places.extend(tag.get("name"));
                xml.skip();
            }
            _ => xml.skip(),
        }
    }

    fn paragraph(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>, out: &mut Vec<Block>) {
        let style = tag.get("style-name");
        let style = style.as_deref();
        let level = tag.number::<u8>("outline-level").filter(|_| tag.name == "h");
        let mut line = self.begin();
        line.looks = self.styles.looks("paragraph", style);
        line.is_heading = level.is_some();
        let number = self.lists.count(self.styles.list_of(style), self.styles);
        if let Some(number) = number {
            line.paragraph.number = number.text;
            line.paragraph.item = Some((number.depth, number.counts));
        } else if let Some(level) = level
            && !self.lists.is_open()
            && tag.get("is-list-header").is_none_or(|head| head != "true")
        {
            let start = tag.number("start-value").filter(|_| tag.get("restart-numbering").is_some());
            line.paragraph.number = self.lists.heading(usize::from(level), start, self.styles);
        }
        let looks = line.looks;
        self.inlines(xml, &mut line, looks);
        line.paragraph.trim_end();
        let is_seen = !line.paragraph.is_empty() || line.frames.is_empty();
        if line.looks.hidden != Some(true) && is_seen {
            let has_words = !line.paragraph.text().trim().is_empty();
            line.paragraph.level = level.filter(|level| (1..=10).contains(level) && has_words);
            out.push(Block::Paragraph(line.paragraph));
        }
        out.append(&mut line.frames);
    }

    fn list(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>, out: &mut Vec<Block>) {
        self.lists.open(Said {
            id: tag.get("id"),
            style: tag.get("style-name"),
            continues: tag.get("continue-list"),
            goes_on: tag.get("continue-numbering").is_some_and(|on| on == "true"),
        });
        while let Some(tag) = xml.child() {
            match tag.name {
                "list-item" => {
                    self.lists.item(tag.number("start-value"), tag.get("style-override"));
                    self.contents(xml, out);
                }
                "list-header" => {
                    self.lists.head();
                    self.contents(xml, out);
                }
                _ => xml.skip(),
            }
        }
        self.lists.close();
    }
}
