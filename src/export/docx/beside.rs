//! What a Word file keeps beside its text: footnotes, pictures, lists; and how the text refers to them.

use super::super::markup::escaped;
use super::super::pictures::{Pictures, picture_of};
use super::super::{Note, RichText, Run, StandsFor};
use super::numbering::Numbering;
use super::run;
use crate::import::hints::Image;

/// Style of the paragraphs of footnotes.
pub(super) const NOTE: &str = "FootnoteText";
/// Their numbers and what refers to them.
const RAISED: &str = "<w:vertAlign w:val=\"superscript\"/>";
/// English metric units, which drawings are measured in, to a point.
const EMU: u64 = 12_700;
/// Most that a picture takes of a page, in points.
const ROOM: (u32, u32) = (415, 600);
/// Size of a picture that says none, in points.
const UNKNOWN: (u32, u32) = (180, 120);

/// What is kept beside the text.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// The footnotes.
    pub(super) notes: String,
    pub(super) pictures: Pictures,
    /// The lists that Word counts.
    pub(super) lists: Numbering,
    /// How many times a picture stands in the text.
    pub(super) drawings: usize,
}

impl Beside {
    /// The runs of a paragraph; all of them have `properties`.
    pub(super) fn runs(&mut self, properties: &str, text: &RichText<'_>) -> String {
        let mut drawings = self.drawings;
        let pictures = &mut self.pictures;
        let xml = linked(text, |piece| {
            let drawn = match piece.stands_for {
                StandsFor::Image(image) => drawing(pictures, &mut drawings, image),
                StandsFor::Note(number) => {
                    let reference = format!("<w:footnoteReference w:id=\"{number}\"/>");
                    Some(format!("<w:r><w:rPr>{RAISED}</w:rPr>{reference}</w:r>"))
                }
                StandsFor::Itself => None,
            };
            drawn.unwrap_or_else(|| emphasised(properties, piece))
        });
        self.drawings = drawings;
        xml
    }

    /// Takes a footnote. Its own images are told in words: pictures of notes are listed apart.
    pub(super) fn note(&mut self, note: &Note<'_>) {
        let empty = [RichText::default()];
        let paragraphs = if note.paragraphs.is_empty() { &empty[..] } else { &note.paragraphs };
        self.notes.extend(["<w:footnote w:id=\"", &note.number.to_string(), "\">"]);
        for (index, text) in paragraphs.iter().enumerate() {
            let head = format!("<w:r><w:rPr>{RAISED}</w:rPr><w:footnoteRef/></w:r>{}", run("", " "));
            let head = if index == 0 { head.as_str() } else { "" };
            let runs = linked(text, |piece| emphasised("", piece));
            self.notes.extend([
                "<w:p><w:pPr><w:pStyle w:val=\"",
                NOTE,
                "\"/></w:pPr>",
                head,
                &runs,
                "</w:p>",
            ]);
        }
        self.notes.push_str("</w:footnote>\n");
    }
}

/// The parts of a text as `write` makes runs of them, those that lead somewhere as fields that do.
fn linked(text: &RichText<'_>, mut write: impl FnMut(&Run<'_>) -> String) -> String {
    let (mut xml, mut link) = (String::new(), None);
    for piece in &text.runs() {
        if piece.link != link {
            xml.push_str(link.map_or("", |_| "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"));
            if let Some(address) = piece.link {
                xml.push_str("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>");
                let address = escaped(&address.replace('"', "%22").replace('\\', "%5C"));
                xml.extend(["<w:r><w:instrText xml:space=\"preserve\"> HYPERLINK &quot;", &address]);
                xml.push_str("&quot; </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
            }
            link = piece.link;
        }
        xml.push_str(&write(piece));
    }
    xml + link.map_or("", |_| "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
}

/// A run that is bold or in italics where its text is.
fn emphasised(properties: &str, piece: &Run<'_>) -> String {
    if !piece.bold && !piece.italic {
        return run(properties, piece.text);
    }
    let bold = if piece.bold { "<w:b/><w:bCs/>" } else { "" };
    let italic = if piece.italic { "<w:i/><w:iCs/>" } else { "" };
    run(&[properties, bold, italic].concat(), piece.text)
}

/// The picture of an image in the line; `None` where it has none that Word shows.
fn drawing(pictures: &mut Pictures, drawings: &mut usize, image: &Image) -> Option<String> {
    picture_of(image).filter(|(_, media, _)| *media != "image/webp")?;
    let (number, picture) = pictures.add(image)?;
    *drawings += 1;
    let (width, height) = held(image.size.unwrap_or(UNKNOWN));
    let alt = escaped(&image.alt.split_whitespace().collect::<Vec<_>>().join(" "));
    let (name, id) = (&picture.name, *drawings);
    Some(format!(
        r#"<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{id}" name="{name}" descr="{alt}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="{id}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"#
    ))
}

/// A size in points as one that fits on the page, in the units of drawings.
fn held((width, height): (u32, u32)) -> (u64, u64) {
    let (width, height) = (u64::from(width.max(1)), u64::from(height.max(1)));
    let (most, highest) = (u64::from(ROOM.0), u64::from(ROOM.1));
    // The side that is further beyond the page tells how much smaller both are.
    let (of, to) = if width * highest > height * most { (width, most) } else { (height, highest) };
    let shrunk = |side: u64| if of > to { (side * EMU * to / of).max(1) } else { side * EMU };
    (shrunk(width), shrunk(height))
}
