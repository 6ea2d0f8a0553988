//! A paragraph broken into lines, and each line into characters in their places.

use std::ops::Range;
use std::rc::Rc;

use super::super::markup::in_xml;
use super::super::paper::Paragraph;
use super::faces::{Faces, Family, Glyph};
use super::sheet::{Align, Sheet, Style};
use crate::typeset::{Gap, Line, Measure, Orientation, Spacing, break_lines, gap_at, gaps, stand};

/// Less than is seen, in points.
pub(super) const HAIR: f32 = 0.01;

/// A paragraph on its way to the page.
pub(super) struct Composed {
    /// Its heading and what stands behind it.
    pub(super) text: Rc<str>,
    /// Where its heading ends, in bytes.
    pub(super) heading: usize,
    pub(super) style: Style,
    is_vertical: bool,
    length: f32,
    gaps: Vec<Gap>,
}

/// A character in its place on a line.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) glyph: Glyph,
    /// What is drawn.
    pub(super) drawn: char,
    /// What of the text it stands for, in bytes.
    pub(super) bytes: Range<usize>,
    /// Where it begins on the line, in points.
    pub(super) along: f32,
    pub(super) orientation: Orientation,
}

impl Composed {
    /// The paragraph as it is set on `sheet`.
    pub(super) fn new(paragraph: &Paragraph<'_>, sheet: &Sheet, faces: &Faces<'_>) -> Self {
        let runs_in = !paragraph.heading.text.is_empty() && !paragraph.text.text.is_empty();
        let style = sheet.style(paragraph.role, runs_in);
        let characters = paragraph.heading.text.chars().chain(paragraph.text.text.chars());
        let text: String = characters.map(held).collect();
        let heading = paragraph.heading.text.chars().map(|c| held(c).len_utf8()).sum();
        let spacing = Spacing { size: style.size, thin: true, centred: faces.are_centred };
        // In a column Latin words lie on their side and marks stand as its own forms say.
        let gaps = if sheet.is_vertical { Vec::new() } else { gaps(text.char_indices(), spacing) };
        let (is_vertical, length) = (sheet.is_vertical, sheet.length);
        Self { text: text.into(), heading, style, is_vertical, length, gaps }
    }

    /// Its lines.
    pub(super) fn lines(&self, faces: &mut Faces<'_>) -> Vec<Line> {
        let measure = Measure {
            // What is lost in adding up must not cost the last character.
            column: self.length + HAIR,
            first_indent: self.style.indent,
            hanging_indent: self.style.hanging,
            justified: self.style.align == Align::Fill,
        };
        let mut lines = break_lines(&self.text, measure, &self.gaps, |at, c| {
            (!is_invisible(c)).then(|| self.advance(faces, at, c))
        });
        for line in &mut lines {
            let room = match self.style.align {
                Align::Fill => continue,
                Align::Centre => (self.length - self.place(faces, line).1) / 2.0,
                Align::End(inset) => self.length - inset - self.place(faces, line).1,
            };
            line.indent = room.max(0.0);
        }
        lines
    }

    /// The characters of a line in their places.
    pub(super) fn placed(&self, faces: &mut Faces<'_>, line: &Line) -> Vec<Placed> {
        self.place(faces, line).0
    }

    /// The same, with where the line ends.
    fn place(&self, faces: &mut Faces<'_>, line: &Line) -> (Vec<Placed>, f32) {
        let part = self.text.get(line.bytes.clone()).unwrap_or_default();
        let mut placed: Vec<Placed> = Vec::with_capacity(part.len() / 3 + 1);
        let mut along = line.indent;
        // Where the bytes of the next character begin, and with what is not seen before it.
        let mut from = line.bytes.start;
        for (at, c) in part.char_indices() {
            let at = line.bytes.start + at;
            let end = at + c.len_utf8();
            if is_invisible(c) && end < line.bytes.end {
                continue;
            }
            if is_invisible(c)
                && let Some(last) = placed.last_mut()
            {
                last.bytes.end = end;
                continue;
            }
            let bytes = std::mem::replace(&mut from, end)..end;
            if let Some(gap) = gap_at(&self.gaps, at).filter(|_| at > line.bytes.start) {
                along += gap.before - if gap.tight { line.spacing } else { 0.0 };
            }
            let (drawn, orientation) = self.stand(at, if is_invisible(c) { ' ' } else { c });
            let glyph = faces.glyph(self.family(at), drawn);
            // The second of two digits in one cell stands beside the first.
            let begins = if orientation == Orientation::Right { along - line.spacing } else { along };
            placed.push(Placed { glyph, drawn, bytes, along: begins, orientation });
            along += self.advance(faces, at, c) + line.spacing;
        }
        (placed, along - line.spacing)
    }

    fn advance(&self, faces: &mut Faces<'_>, at: usize, c: char) -> f32 {
        let Style { size, tracking, .. } = self.style;
        let (drawn, orientation) = self.stand(at, c);
        let mut wide = || faces.glyph(self.family(at), drawn).advance * size;
        tracking + if self.is_vertical { orientation.advance(size, wide) } else { wide() }
    }

    /// What is drawn for the character at byte `at`, and how it stands.
    fn stand(&self, at: usize, c: char) -> (char, Orientation) {
        if self.is_vertical { stand(&self.text, at, c) } else { (c, Orientation::Upright) }
    }

    fn family(&self, at: usize) -> Family {
        if at < self.heading || self.heading == 0 { self.style.family } else { self.style.text_family }
    }
}

/// What stands in the file for a character.
fn held(c: char) -> char {
    if c == '\t' { c } else { in_xml(c) }
}

/// Marks that order or join text and are not seen: they are part of a character beside them.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{e0100}'..='\u{e01ef}'
    )
}
