//! Paragraphs, lists, tables and footnotes in HTML: what web pages and books have in common.

use super::markup::escape_into;
use super::{Item, Note, Piece, RichText, Run, Slot, StandsFor, Table};
use crate::import::hints::Image;

mod lists;

pub(super) use lists::{Lists, STYLE};

/// HTML knows six levels; deeper headings share the last.
const DEEPEST: u8 = 6;

/// Writes headings and what stands between them.
pub(super) struct Hypertext<'a> {
    /// The address of an image's picture, where the file has it.
    pub(super) picture: &'a mut dyn FnMut(&Image) -> Option<String>,
    /// Whether it is a book: e-readers know notes by a word of their own.
    pub(super) is_book: bool,
}

impl Hypertext<'_> {
    /// Appends what is no heading; `lists` are those that are open.
    pub(super) fn piece(&mut self, out: &mut String, lists: &mut Lists, piece: &Piece<'_>) {
        if let Some(item) = piece.listed() {
            return self.item(out, lists, &item);
        }
        lists.end(out);
        match piece {
            Piece::Item(Item { text, .. }) | Piece::Paragraph(text) => self.paragraph(out, text),
            Piece::Table(table) => self.table(out, table),
            Piece::Note(note) => self.note(out, note),
            Piece::Heading(_) => {}
        }
    }

    /// Appends a heading that links lead to as `id`; deep ones say their own level to assistive technology.
    pub(super) fn heading(&mut self, out: &mut String, level: u8, id: &str, text: &RichText<'_>) {
        let tag = level.clamp(1, DEEPEST).to_string();
        out.extend(["<h", &tag, " id=\"", id, "\""]);
        if level > DEEPEST {
            out.extend([" aria-level=\"", &level.to_string(), "\""]);
        }
        out.push('>');
        self.text(out, text);
        out.extend(["</h", &tag, ">\n"]);
    }

    fn paragraph(&mut self, out: &mut String, text: &RichText<'_>) {
        out.push_str("<p>");
        self.text(out, text);
        out.push_str("</p>\n");
    }

    fn table(&mut self, out: &mut String, table: &Table<'_>) {
        out.push_str("<table>\n");
        for (index, row) in table.rows.iter().enumerate() {
            let tag = if index < table.heads { "th" } else { "td" };
            out.push_str("<tr>");
            row.iter().filter(|slot| !slot.is_below()).for_each(|slot| self.cell(out, tag, slot));
            out.push_str("</tr>\n");
        }
        out.push_str("</table>\n");
    }

    fn cell(&mut self, out: &mut String, tag: &str, slot: &Slot<'_>) {
        out.extend(["<", tag]);
        for (name, count) in [("colspan", slot.columns), ("rowspan", slot.rows)] {
            if count > 1 {
                out.extend([" ", name, "=\"", &count.to_string(), "\""]);
            }
        }
        out.push('>');
        for (number, text) in slot.text.iter().enumerate() {
            out.push_str(if number > 0 { "<br/>" } else { "" });
            self.text(out, text);
        }
        out.extend(["</", tag, ">"]);
    }

    /// Appends a footnote, with the way back to where it is referred to.
    fn note(&mut self, out: &mut String, note: &Note<'_>) {
        let number = note.number.to_string();
        let kind = if self.is_book { " epub:type=\"footnote\"" } else { "" };
        out.extend(["<aside id=\"n", &number, "\"", kind, " role=\"doc-footnote\">\n<p>"]);
        out.extend(["<a href=\"#r", &number, "\" role=\"doc-backlink\">[", &number, "]</a> "]);
        for (index, text) in note.paragraphs.iter().enumerate() {
            out.push_str(if index > 0 { "</p>\n<p>" } else { "" });
            self.text(out, text);
        }
        out.push_str("</p>\n</aside>\n");
    }

    fn text(&mut self, out: &mut String, text: &RichText<'_>) {
        let mut link = None;
        for run in text.runs() {
            // A link has no other in it.
            let next = run.link.filter(|_| !matches!(run.stands_for, StandsFor::Note(_)));
            if next != link {
                out.push_str(link.map_or("", |_| "</a>"));
                if let Some(address) = next {
                    out.push_str("<a href=\"");
                    escape_into(out, address);
                    out.push_str("\">");
                }
                link = next;
            }
            self.run(out, &run);
        }
        out.push_str(link.map_or("", |_| "</a>"));
    }

    fn run(&mut self, out: &mut String, run: &Run<'_>) {
        match run.stands_for {
            StandsFor::Image(image) => {
                if let Some(address) = (self.picture)(image) {
                    return picture(out, &address, image);
                }
            }
            StandsFor::Note(number) => {
                let number = number.to_string();
                let kind = if self.is_book { " epub:type=\"noteref\"" } else { "" };
                out.extend(["<sup><a id=\"r", &number, "\" href=\"#n", &number, "\"", kind]);
                out.extend([" role=\"doc-noteref\">[", &number, "]</a></sup>"]);
                return;
            }
            StandsFor::Itself => {}
        }
        let (bold, italic) = (if run.bold { "strong>" } else { "" }, if run.italic { "em>" } else { "" });
        for tag in [bold, italic].into_iter().filter(|tag| !tag.is_empty()) {
            out.extend(["<", tag]);
        }
        escape_into(out, run.text);
        for tag in [italic, bold].into_iter().filter(|tag| !tag.is_empty()) {
            out.extend(["</", tag]);
        }
    }
}

/// Appends an image. Its size is that of the page; on a narrow screen it is smaller.
fn picture(out: &mut String, address: &str, image: &Image) {
    out.extend(["<img src=\"", address, "\" alt=\""]);
    escape_into(out, &image.alt);
    out.push('"');
    if let Some((width, height)) = image.size {
        // A pixel of CSS is three quarters of a point.
        let pixels = |points: u32| (u64::from(points) * 4 / 3).to_string();
        out.extend([" width=\"", &pixels(width), "\" height=\"", &pixels(height), "\""]);
    }
    out.push_str("/>");
}
