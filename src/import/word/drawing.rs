//! Pictures and text boxes.

use super::super::flow::points;
use super::super::hints::Image;
use super::super::steps;
use super::super::xml::{Tag, Xml};
use super::reader::{Line, Reader};
use crate::text::SourceRange;

/// English metric units, which drawings are measured in, to a point.
const EMU: u32 = 12_700;

/// What is said of a picture around it.
#[derive(Clone, Debug, Default)]
struct Frame {
    alt: String,
    /// In points.
    size: Option<(u32, u32)>,
    is_hidden: bool,
}

impl Reader<'_, '_> {
    /// The open drawing, to its end: its pictures stand in the paragraph, what is in text boxes after it.
    pub(super) fn drawing(&mut self, xml: &mut Xml<'_>, line: &mut Line) {
        self.shapes(xml, line, &mut Frame::default());
    }

    fn shapes(&mut self, xml: &mut Xml<'_>, line: &mut Line, frame: &mut Frame) {
        while let Some(tag) = xml.child() {
            frame.hear(&tag);
            match tag.name {
                "txbxContent" if !frame.is_hidden => {
                    let fields = std::mem::take(&mut self.fields);
                    let blocks = self.enclosed(xml);
                    line.boxes.extend(blocks);
                    self.fields = fields;
                }
                "blip" | "imagedata" => {
                    if !frame.is_hidden {
                        self.picture(&tag, line, frame);
                    }
                    xml.skip();
                }
                "AlternateContent" => self.alternate(xml, &mut |reader, xml| {
                    let before = line.size();
                    reader.shapes(xml, line, frame);
                    line.size() > before
                }),
                "inline" | "anchor" => self.shapes(xml, line, &mut Frame::default()),
                _ => self.shapes(xml, line, frame),
            }
        }
    }

    fn picture(&mut self, tag: &Tag<'_>, line: &mut Line, frame: &mut Frame) {
        let id = tag.get("embed").or_else(|| tag.get("id"));
        let data = id.and_then(|id| self.parts.picture(&id));
        // What is said of a drawing is said of its first picture.
        let (alt, size) = (std::mem::take(&mut frame.alt), frame.size);
        steps::count(alt.len());
        line.paragraph.image(Image { range: SourceRange::default(), alt, size, data });
    }
}

impl Frame {
    /// Takes what an element says of the pictures in it.
    fn hear(&mut self, tag: &Tag<'_>) {
        match tag.name {
            "extent" => {
                let points = |name| Some(tag.number::<u32>(name)?.div_ceil(EMU));
                self.size = points("cx").zip(points("cy")).or(self.size);
            }
            "docPr" | "cNvPr" | "shape" | "imagedata" => {
                self.is_hidden |= tag.get("hidden").is_some_and(|hidden| hidden == "1" || hidden == "true");
                let said = ["descr", "alt", "title"].into_iter().filter_map(|name| tag.get(name));
                let said = said.map(|said| said.trim().to_owned()).find(|said| !said.is_empty());
                self.alt = said.unwrap_or_else(|| std::mem::take(&mut self.alt));
                self.size = tag.get("style").and_then(|style| styled(&style)).or(self.size);
            }
            _ => {}
        }
    }
}

/// Width and height in points, as the style of a shape says: `width:120pt;height:2in`.
fn styled(style: &str) -> Option<(u32, u32)> {
    let of = |wanted: &str| {
        let mut parts = style.split(';').filter_map(|part| part.split_once(':'));
        let (_, length) = parts.find(|(name, _)| name.trim() == wanted)?;
        points(length)
    };
    of("width").zip(of("height"))
}
