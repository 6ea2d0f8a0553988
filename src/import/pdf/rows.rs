//! Rows of text on a page.

use super::forms::push_plain;
use super::glyphs::{Glyph, Way};
use super::page::{Row, Table};
use crate::import::wide::is_wide;

/// A piece of a row: glyphs that were drawn one behind the other.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) row: Row,
    last: char,
    /// Where the blanks end that were drawn behind it.
    blank: Option<f32>,
}

/// Between the pieces of a row, and the words of a piece: the least gap that is a blank, in sizes of the font.
const BLANK: f32 = 0.17;

/// The same between two Chinese characters, which are spread to fill the row.
const WIDE_BLANK: f32 = 0.75;

/// Where a blank was drawn: what is drawn over it leaves none.
const DRAWN_BLANK: f32 = 0.08;

/// The least gap between two pieces.
const APART: f32 = 1.5;

/// The pieces that `glyphs` are, in their order.
pub(super) fn pieces(glyphs: &[Glyph]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for glyph in glyphs {
        match pieces.last_mut().filter(|piece| piece.goes_on_with(glyph)) {
            Some(piece) => piece.push(glyph),
            None if glyph.c.is_whitespace() => {}
            None => pieces.push(Piece::new(glyph)),
        }
    }
    pieces
}

impl Piece {
    fn new(glyph: &Glyph) -> Self {
        let Glyph { way, start, end, across, size, .. } = *glyph;
        let mut text = String::new();
        push_plain(&mut text, glyph.c);
        let row = Row { text, way, column: 0, start, end, across, size, table: None };
        Self { row, last: glyph.c, blank: None }
    }

    /// A table, which is a row by itself.
    pub(super) fn of_table(table: Table) -> Self {
        let row = Row {
            text: String::new(),
            way: Way::Right,
            column: 0,
            start: table.left,
            end: table.right,
            across: table.top,
            size: 0.0,
            table: Some(Box::new(table)),
        };
        Self { row, last: ' ', blank: None }
    }

    fn goes_on_with(&self, glyph: &Glyph) -> bool {
        let size = self.row.size.max(glyph.size);
        let gap = glyph.start - self.row.end;
        let behind_blank = glyph.start - self.blank.unwrap_or(self.row.end);
        // What is drawn later may stand between two characters, in another font.
        let has_room = is_wide(self.last) && is_wide(glyph.c);
        let apart = if has_room { WIDE_BLANK } else { APART };
        self.row.way == glyph.way
            && (glyph.across - self.row.across).abs() < 0.35 * size
            && gap >= -0.6 * size
            && behind_blank < apart * size
    }

    fn push(&mut self, glyph: &Glyph) {
        if glyph.c.is_whitespace() {
            self.blank = Some(self.blank.unwrap_or(self.row.end).max(glyph.end));
            return;
        }
        self.blank_for(glyph.start - self.row.end, glyph.c, glyph.size);
        push_plain(&mut self.row.text, glyph.c);
        self.last = glyph.c;
        // What is raised or lowered is smaller.
        if glyph.size > self.row.size {
            (self.row.size, self.row.across) = (glyph.size, glyph.across);
        }
        self.row.end = self.row.end.max(glyph.end);
    }

    fn blank(&mut self) {
        if !self.row.text.ends_with(' ') {
            self.row.text.push(' ');
        }
    }

    /// Sets the blank that a gap before `next` is.
    fn blank_for(&mut self, gap: f32, next: char, size: f32) {
        let least = match (is_wide(self.last), is_wide(next)) {
            _ if self.blank.take().is_some() => DRAWN_BLANK,
            (true, true) => WIDE_BLANK,
            (false, false) => BLANK,
            // A character and a letter are set a little apart, without a blank.
            _ => 0.45,
        };
        if gap > least * size {
            self.blank();
        }
    }

    /// Adds a piece of the same row behind this one.
    fn append(&mut self, other: &Self) {
        let gap = other.row.start - self.row.end;
        let first = other.row.text.chars().next().unwrap_or_default();
        self.blank_for(gap, first, self.row.size.min(other.row.size));
        self.row.text.push_str(&other.row.text);
        (self.last, self.blank) = (other.last, other.blank);
        self.row.end = self.row.end.max(other.row.end);
        if other.row.size > self.row.size {
            (self.row.size, self.row.across) = (other.row.size, other.row.across);
        }
    }
}

/// The rows that the pieces of a column are, from the first to the last.
pub(super) fn rows(mut pieces: Vec<Piece>, column: usize) -> Vec<Row> {
    pieces.sort_by(|a, b| a.row.across.total_cmp(&b.row.across));
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        let same = rows.last_mut().filter(|row| {
            row.last().is_some_and(|last| {
                let (a, b) = (last.row.size, piece.row.size);
                // What is raised or lowered is small, and farther from its row than that is uneven.
                let share = if a.min(b) < 0.8 * a.max(b) { 0.6 } else { 0.45 };
                let is_text = last.row.table.is_none() && piece.row.table.is_none();
                is_text && piece.row.across - last.row.across < share * a.max(b)
            })
        });
        match same {
            Some(row) => row.push(piece),
            None => rows.push(vec![piece]),
        }
    }
    let joined = rows.into_iter().filter_map(|mut row| {
        row.sort_by(|a, b| a.row.start.total_cmp(&b.row.start));
        let (first, rest) = row.split_first()?;
        let mut whole = first.clone();
        for piece in rest {
            whole.append(piece);
        }
        let text = whole.row.text.trim().to_owned();
        (!text.is_empty() || whole.row.table.is_some()).then_some(Row { text, column, ..whole.row })
    });
    joined.collect()
}
