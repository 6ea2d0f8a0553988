//! What the format says of the lines: which are headings, which items of a list, which no text of the author's.
//!
//! Not all is believed that is styled as a heading. A level whose lines are mostly sentences, or most of the document,
//! is used for its looks, not for what it means. The one heading of the highest level at the top of a document is the
//! document's title: it would be a section that all others stand in, and tell nothing.

use std::ops::Range;

use super::candidate::Candidate;
use super::marker::{self, Marker, variant};
use super::style::Style;
use crate::block::Block;
use crate::import::Hints;
use crate::text::{SourceOffset, SourceRange, is_blank};

/// A line without an end of a sentence that is longer is no title, in characters.
const LONGEST: usize = 120;
/// A line that is longer is no title where it has a sentence in it, in characters.
const SENTENCE: usize = 50;
/// A level is not believed that makes up so many lines, and more than so many of ten of all.
const MANY: usize = 6;
const MOST: usize = 6;
/// A title of the document stands among so many lines at its top.
const TOP: usize = 4;
/// What is emphasised at the start of a line is at least so long to be a heading, in bytes: 4 Chinese characters.
const BOLD: usize = 12;
/// What a line weighs that the format says is a heading.
const WEIGHT: f32 = 8.0;

/// What the format says of one line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Line {
    /// Nothing.
    #[default]
    Text,
    /// It is a heading of this level; 1 is the top.
    Heading(u8),
    /// It goes on with the heading above.
    More,
    /// It is an item of a list, which the format numbers; or it has a bullet or nothing before its words.
    Item(Mark),
    /// It is no place for a heading: a row of a table, furniture, a note.
    Apart,
}

/// What a format has before an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Number,
    Bullet,
}

/// What the format says of all lines; of a plain text nothing.
#[derive(Debug, Default)]
pub(super) struct Said {
    lines: Vec<Line>,
    /// Which lines begin with emphasised words, unless most do.
    bold: Vec<bool>,
    /// Numbers that the format made.
    numbers: Vec<SourceRange>,
    /// Whether it has headings.
    is_headed: bool,
    /// Whether it has all headings that there are.
    is_whole: bool,
}

impl Said {
    /// What `hints` say of the lines of `text`.
    pub(super) fn new(text: &str, blocks: &[Block], hints: &Hints) -> Self {
        if hints.is_empty() {
            return Self::default();
        }
        let mut said = Self {
            lines: vec![Line::Text; blocks.len()],
            bold: bold(blocks, hints),
            numbers: hints.numbers.clone(),
            is_headed: false,
            is_whole: hints.is_outlined,
        };
        for item in &hints.items {
            let lines = lines_in(blocks, item.range);
            let number = hints.item_at(item.range.start).map_or("", |(_, number)| number.slice(text));
            let mark = if number.contains(char::is_alphanumeric) { Mark::Number } else { Mark::Bullet };
            said.mark(lines.start..lines.end.min(lines.start + 1), Line::Item(mark));
        }
        for heading in &hints.headings {
            let lines = lines_in(blocks, heading.range);
            let whole = |line: &Block| {
                heading.range.start <= line.range().start && heading.range.end >= line.range().end
            };
            // One of several cells is no heading of what stands below its row.
            if blocks.get(lines.clone()).is_some_and(|lines| lines.iter().all(whole)) {
                said.mark(lines.start..lines.end.min(lines.start + 1), Line::Heading(heading.level.max(1)));
                said.mark(lines.start + 1..lines.end, Line::More);
            }
        }
        // Last: what else is said of a line counts only where a heading can be.
        let tables = hints.tables.iter().map(|table| table.range);
        let apart = tables.chain(hints.furniture.iter().map(|furniture| furniture.range));
        for range in apart.chain(hints.notes.iter().map(|note| note.range)) {
            said.mark(lines_in(blocks, range), Line::Apart);
        }
        if !said.is_whole {
            said.doubt(text, blocks);
            said.drop_title(text, blocks, hints);
        }
        let is_headed = said.headings().next().is_some();
        said.is_headed = is_headed;
        said
    }

    /// What it says of the line at 0-based `index`.
    pub(super) fn of(&self, index: usize) -> Line {
        self.lines.get(index).copied().unwrap_or_default()
    }

    /// Whether the line at 0-based `index` is text of the author's, and no item of a list.
    pub(super) fn is_text(&self, index: usize) -> bool {
        self.of(index) == Line::Text
    }

    /// Whether a section can only begin with a line that is a heading by the format.
    pub(super) const fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Whether the line at 0-based `index` begins with emphasised words, as only some do.
    pub(super) fn is_bold(&self, index: usize) -> bool {
        self.bold.get(index).copied().unwrap_or(false)
    }

    /// How many lines the heading at 0-based `index` has.
    pub(super) fn height(&self, index: usize) -> usize {
        let below = self.lines.get(index + 1..).unwrap_or_default();
        1 + below.iter().take_while(|line| **line == Line::More).count()
    }

    /// The candidate of the line at 0-based `index`, which is a heading of `level`: by its number where it has one.
    pub(super) fn candidate(&self, index: usize, range: SourceRange, level: u8, line: &str) -> Candidate {
        let start = range.start.get();
        let part = || marker::suffix(line).filter(|part| part.weight > 0.0);
        let read = marker::read_line(line).filter(Self::is_number).or_else(part);
        let marker = read.unwrap_or_else(|| {
            let made = self.numbers.partition_point(|number| number.start < range.start);
            let made = self.numbers.get(made).filter(|number| number.start == range.start);
            let end = made
                .and_then(|made| made.end.get().checked_sub(start))
                .map_or(0, |len| line.get(..len).map_or(0, |number| number.trim_end_matches(is_blank).len()));
            let variant = variant::USUAL;
            Marker { style: Style::Heading, variant, value: 0, prefix: 0, start: 0, end, weight: WEIGHT }
        });
        Candidate { level, ..Candidate::new(index, start, &marker, WEIGHT) }
    }

    /// Whether no heading can begin with the line at 0-based `index`: it is none of the text, goes on with one, is nothing
    /// but a number that the format made, an item to be written yet, or has a bullet where the author marked headings otherwise.
    pub(super) fn is_no_head(&self, index: usize, range: SourceRange) -> bool {
        match self.of(index) {
            Line::Apart | Line::More => true,
            Line::Heading(_) => false,
            Line::Item(Mark::Bullet) if self.is_headed => true,
            Line::Text | Line::Item(_) => self.is_bare_number(range),
        }
    }

    fn is_bare_number(&self, range: SourceRange) -> bool {
        let made = self.numbers.partition_point(|number| number.start < range.start);
        self.numbers.get(made).is_some_and(|number| number.start == range.start && number.end >= range.end)
    }

    /// Whether a marker at the start of a heading is its number.
    fn is_number(marker: &Marker) -> bool {
        let words = matches!(marker.style, Style::Matter | Style::Clause | Style::Adverb | Style::Stamp);
        let unnumbered = matches!(marker.style, Style::Hash(_)) && marker.value == 0;
        marker.weight > 0.0 && !words && !unnumbered
    }

    fn mark(&mut self, lines: Range<usize>, said: Line) {
        self.lines.get_mut(lines).unwrap_or_default().fill(said);
    }

    /// The headings: their lines and levels.
    fn headings(&self) -> impl Iterator<Item = (usize, u8)> + '_ {
        let level = |line: &Line| if let Line::Heading(level) = line { Some(*level) } else { None };
        self.lines.iter().enumerate().filter_map(move |(index, line)| Some((index, level(line)?)))
    }

    /// Takes headings back that are none.
    fn doubt(&mut self, text: &str, blocks: &[Block]) {
        let text_lines = self.lines.iter().filter(|line| **line != Line::Apart).count();
        let mut levels: Vec<(u8, Level)> = Vec::new();
        let shapes: Vec<_> = self
            .headings()
            .map(|(index, level)| {
                let line = blocks.get(index).map_or("", |block| block.range().slice(text));
                (
                    index,
                    level,
                    is_prose(line),
                    marker::read_line(line).is_some_and(|marker| Self::is_number(&marker)),
                )
            })
            .collect();
        for (_, level, prose, numbered) in &shapes {
            let at = levels.iter().position(|(known, _)| known == level).unwrap_or_else(|| {
                levels.push((*level, Level::default()));
                levels.len() - 1
            });
            if let Some((_, counts)) = levels.get_mut(at) {
                counts.all += 1;
                counts.prose += usize::from(*prose);
                counts.numbered += usize::from(*numbered);
            }
        }
        for (index, level, prose, numbered) in shapes {
            let counts = levels.iter().find(|(known, _)| *known == level).map(|(_, counts)| *counts);
            let disbelieved = counts.is_some_and(|counts| counts.is_looks(text_lines));
            if disbelieved || (prose && !numbered) {
                self.mark(index..index + self.height(index), Line::Text);
            }
        }
    }

    /// Takes back the heading that is the document's title.
    fn drop_title(&mut self, text: &str, blocks: &[Block], hints: &Hints) {
        let Some((first, top)) = self.headings().next() else { return };
        let above = self.lines.get(..first).unwrap_or_default().iter();
        if above.filter(|line| **line != Line::Apart).count() >= TOP {
            return;
        }
        let alone = self.headings().skip(1).all(|(_, level)| level > top);
        let line = blocks.get(first).map_or("", |block| block.range().slice(text));
        let named = !hints.title.is_empty() && line == hints.title.trim_matches(is_blank);
        let numbered = marker::read_line(line).is_some_and(|marker| Self::is_number(&marker));
        if (alone || named) && !numbered && !is_matter(line) {
            self.mark(first..first + self.height(first), Line::Text);
        }
    }
}

/// What the headings of one level look like.
#[derive(Clone, Copy, Debug, Default)]
struct Level {
    all: usize,
    prose: usize,
    numbered: usize,
}

impl Level {
    /// Whether it was used for its looks, in a document of so many lines.
    fn is_looks(self, lines: usize) -> bool {
        let most = self.all >= MANY && self.all * 10 > lines * MOST && self.numbered * 2 < self.all;
        self.prose * 2 > self.all || most
    }
}

/// Whether the line is 前言 or its like: no title of a document.
fn is_matter(line: &str) -> bool {
    marker::read_line(line).is_some_and(|marker| marker.style == Style::Matter)
}

/// Whether `line` is a sentence or more, or a form to be filled in, not a title.
fn is_prose(line: &str) -> bool {
    line.contains("__")
        || line.chars().nth(LONGEST).is_some()
        || (line.chars().nth(SENTENCE).is_some() && line.contains(['。', '；', ';']))
}

/// The lines that begin in `range`.
fn lines_in(blocks: &[Block], range: SourceRange) -> Range<usize> {
    let at = |offset: SourceOffset| blocks.partition_point(|block| block.range().start < offset);
    at(range.start)..at(range.end)
}

/// Which lines begin with bold words, unless half of them do.
fn bold(blocks: &[Block], hints: &Hints) -> Vec<bool> {
    let mut bold = vec![false; blocks.len()];
    for emphasis in hints.emphasis.iter().filter(|emphasis| emphasis.bold) {
        let after = blocks.partition_point(|block| block.range().start <= emphasis.range.start);
        let Some(block) = after.checked_sub(1).and_then(|index| blocks.get(index)) else { continue };
        let number = hints.numbers.partition_point(|number| number.start < block.range().start);
        let number = hints.numbers.get(number).filter(|number| number.start == block.range().start);
        let start = number.map_or(block.range().start, |number| number.end.max(block.range().start));
        let whole = emphasis.range.end >= block.range().end || emphasis.range.len() >= BOLD;
        if emphasis.range.start <= start
            && whole
            && let Some(slot) = bold.get_mut(after - 1)
        {
            *slot = true;
        }
    }
    if bold.iter().filter(|bold| **bold).count() * 2 > blocks.len() { Vec::new() } else { bold }
}
