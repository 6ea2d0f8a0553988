//! What the formats of offices have in common: paragraphs and tables one after the other, with marks on their text.
//!
//! A reader of such a format makes [`Block`]s; [`Flow`] writes them as all formats are written, and knows where places
//! that links name have come to stand.

use std::collections::HashMap;

use super::hints::{Emphasis, Image, Item, Link, Note, Target};
use super::writing::Writing;
use super::{Format, ImportError, Imported, Remark};
use crate::decode::Decoded;
use crate::text::{SourceOffset, SourceRange};

mod paragraph;
mod table;

pub(super) use paragraph::{Mark, Paragraph};
pub(super) use table::{Cell, Grid, Row};

/// A part of a document.
#[derive(Clone, Debug)]
pub(super) enum Block {
    /// A paragraph: one line, or several where it breaks lines itself.
    Paragraph(Paragraph),
    /// A table.
    Table(Grid),
}

/// What a paragraph keeps of its own setting; blanks stand for the rest.
#[derive(Clone, Copy, Debug)]
enum Keeping {
    /// The lines that it breaks, and tabs.
    Lines,
    /// Its tabs.
    Tabs,
    /// Nothing.
    Nothing,
}

/// The text as it is written, with what is known of it only at the end.
#[derive(Debug, Default)]
pub(super) struct Flow {
    writing: Writing,
    /// Where the places stand that links may lead to.
    places: HashMap<String, SourceOffset>,
    /// Links into the text, to be resolved at the end.
    inner: Vec<(SourceRange, String)>,
    /// Where notes are referred to, by their numbers.
    references: HashMap<usize, SourceRange>,
}

impl Flow {
    /// How many bytes are written.
    pub(super) fn at(&self) -> usize {
        self.writing.at()
    }

    /// Writes blocks one after the other.
    pub(super) fn blocks(&mut self, blocks: Vec<Block>) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(&paragraph),
                Block::Table(grid) if grid.is_layout() => {
                    let cells = grid.rows.into_iter().flat_map(|row| row.cells);
                    cells.for_each(|cell| self.blocks(cell.blocks));
                }
                Block::Table(grid) => self.table(grid),
            }
        }
    }

    /// Writes a paragraph as a line.
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let start = self.at();
        self.number(paragraph, "\t");
        // A heading stays one line, however it is set.
        self.marked(paragraph, if paragraph.level.is_some() { Keeping::Tabs } else { Keeping::Lines });
        let range = self.writing.since(start);
        match (paragraph.level, paragraph.item) {
            (Some(level), _) => self.writing.heading(start, level),
            (None, Some((depth, is_numbered))) if !range.is_empty() => {
                self.writing.hints.items.push(Item { range, depth, is_numbered });
            }
            _ => {}
        }
        if paragraph.is_title && !range.is_empty() {
            self.writing.hints.titles.push(range);
        }
        self.writing.end_paragraph();
    }

    /// Writes a note: the paragraphs of `blocks` behind `[number]`.
    pub(super) fn note(&mut self, number: usize, mut blocks: Vec<Block>) {
        let start = self.at();
        self.writing.push(&format!("[{number}] "));
        match blocks.first_mut() {
            Some(Block::Paragraph(first)) => first.trim_start(),
            Some(Block::Table(_)) => {}
            None => blocks.push(Block::Paragraph(Paragraph::default())),
        }
        self.blocks(blocks);
        if let Some(reference) = self.references.remove(&number) {
            let range = self.writing.since(start);
            self.writing.hints.notes.push(Note { reference, range });
        }
    }

    /// Writes an empty line.
    pub(super) fn empty_line(&mut self) {
        self.writing.end_paragraph();
    }

    /// The document, with its own title. `damage` tells whether a part of it could not be read, and whether a limit was
    /// reached.
    ///
    /// # Errors
    /// Where it has no text.
    pub(super) fn imported(
        mut self,
        format: Format,
        title: String,
        (is_damaged, is_cut): (bool, bool),
    ) -> Result<Imported, ImportError> {
        for (range, place) in self.inner {
            if let Some(place) = self.places.get(&place) {
                self.writing.hints.links.push(Link { range, target: Target::Place(*place) });
            }
        }
        let (text, mut hints) = self.writing.finish();
        if text.trim().is_empty() {
            return Err(if is_damaged { ImportError::Damaged } else { ImportError::NoText });
        }
        hints.title = title;
        hints.links.sort_by_key(|link| (link.range.start, link.range.end));
        hints.notes.sort_by_key(|note| note.reference.start);
        let images = hints.images.len();
        // What is cut off is not closed, which is no damage.
        let remarks = [
            is_cut.then_some(Remark::CutShort),
            (is_damaged && !is_cut).then_some(Remark::Damaged),
            (images > 0).then_some(Remark::Images(images)),
        ];
        let decoded = Decoded { text, encoding: encoding_rs::UTF_8.name(), ..Decoded::default() };
        Ok(Imported { decoded, hints, format, remarks: remarks.into_iter().flatten().collect() })
    }

    /// Writes the number that the format made for the paragraph, and a gap behind it where there is one: `gap` for a tab.
    fn number(&mut self, paragraph: &Paragraph, gap: &str) {
        if paragraph.number.is_empty() {
            return;
        }
        let start = self.at();
        self.writing.push(paragraph.number.trim_end_matches('\t'));
        if paragraph.number.ends_with('\t') {
            self.writing.push(gap);
        }
        self.writing.hints.numbers.push(SourceRange::new(start, self.at()));
    }

    /// Writes the text of a paragraph with its marks.
    fn marked(&mut self, paragraph: &Paragraph, keeping: Keeping) {
        let base = self.at();
        for (index, line) in paragraph.text().split('\n').enumerate() {
            match keeping {
                _ if index == 0 => {}
                Keeping::Lines => self.writing.end_paragraph(),
                Keeping::Tabs | Keeping::Nothing => self.writing.push(" "),
            }
            match keeping {
                Keeping::Nothing => self.writing.push(&line.replace('\t', " ")),
                Keeping::Lines | Keeping::Tabs => self.writing.push(line),
            }
        }
        for (range, mark) in paragraph.marks() {
            let range = SourceRange::new(base + range.start, base + range.end);
            self.mark(range, mark);
        }
    }

    fn mark(&mut self, range: SourceRange, mark: &Mark) {
        let hints = &mut self.writing.hints;
        match mark {
            Mark::Place(name) => drop(self.places.entry(name.clone()).or_insert(range.start)),
            Mark::Note(number) => drop(self.references.entry(*number).or_insert(range)),
            Mark::Inner(name) => self.inner.push((range, name.clone())),
            Mark::Address(address) => {
                hints.links.push(Link { range, target: Target::Address(address.clone()) });
            }
            Mark::Emphasis { bold, italic } => {
                hints.emphasis.push(Emphasis { range, bold: *bold, italic: *italic });
            }
            Mark::Image(image) => hints.images.push(Image { range, ..image.clone() }),
        }
    }
}

/// A length as a style writes it (`12pt`, `2.5cm`, a bare number being points), in points.
pub(super) fn points(length: &str) -> Option<u32> {
    let length = length.trim();
    let number = length.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let per_unit = match length.strip_prefix(number)? {
        "in" => 72.0,
        "cm" => 28.35,
        "mm" => 2.835,
        "px" => 0.75,
        _ => 1.0,
    };
    let points = number.parse::<f32>().ok()? * per_unit;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is held within u16")]
    Some(points.clamp(0.0, f32::from(u16::MAX)).ceil() as u32)
}
