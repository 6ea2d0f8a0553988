//! How markup becomes lines of text: what Markdown, web pages and books have in common.
//!
//! Inline text grows in a line, which is a paragraph, a row of a table or an item of a list; where one ends the hints are
//! written that belong to it.

use std::collections::HashMap;

use super::Hints;
use super::hints::{Fitting, Furniture, Item};
use super::steps;
use super::wide::meet_without_blank;
use super::writing::Writing;
use crate::text::{SourceRange, is_blank};

mod inline;
mod lists;
mod notes;
pub(super) mod numbering;
mod tables;

use inline::Style;
pub(super) use inline::{Weight, picture};
use lists::Pending;
pub(super) use lists::{List, Marks};
pub(crate) use lists::{counts, is_digit, is_numbered};
use notes::Notes;
use tables::Grid;

/// A text that is written from markup.
#[derive(Debug, Default)]
pub(super) struct Lines {
    writing: Writing,
    line: Line,
    style: Style,
    lists: Vec<List>,
    /// The mark of an item that has no text yet.
    mark: Option<Pending>,
    grid: Option<Grid>,
    notes: Notes,
    /// Where the places stand that links name.
    anchors: HashMap<String, usize>,
    /// Whether what is written is not the author's text.
    aside: bool,
}

/// The line that is being written.
#[derive(Debug, Default)]
struct Line {
    /// Where it began.
    start: usize,
    /// Whether it began.
    is_begun: bool,
    /// The last character of it, or of its cell.
    last: Option<char>,
    /// White space behind that.
    gap: Gap,
    /// Its level, where it is a heading.
    heading: Option<u8>,
    /// Depth of an item, and whether it is numbered.
    item: Option<(u8, bool)>,
    /// Whether something in it is the author's text.
    has_main: bool,
    /// Whether something in it is not.
    has_aside: bool,
}

/// White space of markup that may become a blank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Blank,
    LineEnd,
}

impl Lines {
    /// Adds inline text in which any white space is one blank; none where only a line end of the markup stands between
    /// two Chinese characters.
    pub(super) fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let is_space = is_space(first);
            let end = rest.find(|c| is_space != self::is_space(c)).unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            if is_space {
                let gap = if part.contains(['\n', '\r']) { Gap::LineEnd } else { Gap::Blank };
                self.line.gap = self.line.gap.max(gap);
            } else {
                self.literal(part);
            }
            rest = after;
        }
    }

    /// Adds inline text as it is. A line begins with its first character that is no white space.
    pub(super) fn literal(&mut self, text: &str) {
        let text = if self.line.last.is_none() { text.trim_start_matches(is_blank) } else { text };
        let Some(first) = text.chars().next() else { return };
        if let Some(Pending { text: mark, item: Some((_, is_numbered)), is_own, .. }) = &mut self.mark
            && lists::is_numbered(text)
        {
            if !*is_own {
                *is_numbered = true;
                // The list shows no numbers of its own: style sheets, which are not read, say so.
                mark.clear();
            } else if !text.starts_with(|c: char| c.is_ascii()) {
                // Figures behind a mark, though it is none, are words of the item.
                *is_numbered = true;
            }
        }
        self.lead_to(first);
        // What stands for an image elsewhere is none here.
        for part in text.split('\u{fffc}') {
            self.writing.push(part);
        }
        self.wrote(text);
    }

    /// Writes what stands before inline text that begins with `first`.
    fn lead_to(&mut self, first: char) {
        self.begin();
        let gap = std::mem::take(&mut self.line.gap);
        let blank = match (self.line.last, gap) {
            (None, _) | (_, Gap::None) => false,
            (Some(_), Gap::Blank) => true,
            (Some(last), Gap::LineEnd) => !meet_without_blank(last, first),
        };
        if blank {
            self.writing.push(" ");
        }
        self.begin_runs();
    }

    /// Remembers that the line has `text` now.
    fn wrote(&mut self, text: &str) {
        self.line.last = text.chars().next_back().or(self.line.last);
        self.line.has_main |= !self.aside;
        self.line.has_aside |= self.aside;
    }

    /// White space behind what was written, as a line end of the markup.
    pub(super) fn soft_break(&mut self) {
        self.line.gap = Gap::LineEnd;
    }

    /// A line end within a paragraph; a blank within a heading.
    pub(super) fn hard_break(&mut self) {
        if self.line.heading.is_some() {
            self.line.gap = Gap::Blank;
        } else {
            self.end_line();
        }
    }

    /// Adds text whose line ends and blanks are its own, as that of code.
    pub(super) fn preformatted(&mut self, text: &str) {
        if self.grid.is_some() {
            return self.text(text);
        }
        let mut lines = text.split('\n');
        self.verbatim(lines.next().unwrap_or_default());
        for line in lines {
            // An empty line of code is one of the text.
            self.begin();
            self.end_line();
            self.verbatim(line);
        }
    }

    /// Adds a part of a line as it is, its leading blanks too.
    fn verbatim(&mut self, text: &str) {
        let text = text.trim_end_matches('\r');
        if let Some(first) = text.chars().next() {
            self.lead_to(first);
            self.writing.push(text);
            self.wrote(text);
        }
    }

    /// Begins a heading; what is written until its first line ends is one.
    pub(super) fn begin_heading(&mut self, level: u8) {
        self.end_line();
        self.line.heading = self.grid.is_none().then_some(level);
    }

    /// Ends a heading, and returns its text and where that stands.
    pub(super) fn end_heading(&mut self) -> (String, SourceRange) {
        let written =
            if self.line.is_begun { self.writing.since(self.line.start) } else { SourceRange::default() };
        let text = self.writing.slice(written).to_owned();
        self.end_line();
        self.line.heading = None;
        (text, written)
    }

    /// Whether what follows is the author's text.
    pub(super) fn set_main(&mut self, is_main: bool) {
        self.aside = !is_main;
    }

    /// Names the place that follows.
    pub(super) fn anchor(&mut self, name: &str) {
        self.anchor_at(name, self.writing.at());
    }

    /// Names the place `at`; the first of a name is it.
    pub(super) fn anchor_at(&mut self, name: &str, at: usize) {
        self.anchors.entry(name.to_owned()).or_insert(at);
    }

    /// Where the place of that name is.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.anchors.get(name).copied()
    }

    /// The text of `range`.
    pub(super) fn slice(&self, range: SourceRange) -> &str {
        self.writing.slice(range)
    }

    /// The lines that have text from `at` on, without white space at their ends: those that are whole within `most`
    /// bytes around it.
    pub(super) fn lines_near(&self, at: usize, most: usize) -> impl Iterator<Item = SourceRange> + '_ {
        let text = self.writing.slice(SourceRange::new(0, self.writing.at()));
        let first = text.floor_char_boundary(at.saturating_sub(most));
        let last = text.floor_char_boundary(at.saturating_add(most));
        steps::count(last - first);
        let before = text.get(first..at).and_then(|before| before.rfind('\n'));
        let start = before.map(|end| first + end + 1).or((first == 0).then_some(0)).unwrap_or(last);
        let rest = text.get(start..last).unwrap_or_default();
        let is_whole = last == text.len();
        let whole = if is_whole { rest } else { rest.rsplit_once('\n').unwrap_or_default().0 };
        let mut next = start;
        let lines = whole.split_inclusive('\n').map(move |line| {
            let range = SourceRange::new(next, next + line.len());
            next += line.len();
            range.trimmed(text)
        });
        lines.filter(|range| !range.is_empty())
    }

    /// What was said of the text so far.
    pub(super) fn hints(&mut self) -> &mut Hints {
        &mut self.writing.hints
    }

    /// Ends the line, if there is one; the paragraph, if it is one of a cell.
    pub(super) fn end_line(&mut self) {
        self.end_runs();
        if let Some(grid) = &mut self.grid
            && grid.is_in_row()
        {
            grid.break_paragraph(self.line.last.is_some());
            self.line.gap = Gap::None;
            return;
        }
        if self.line.is_begun {
            self.finish_line();
        } else {
            self.line.gap = Gap::None;
        }
    }

    /// Begins the line where it has not begun: with the mark of its item.
    fn begin(&mut self) {
        if let Some(grid) = &mut self.grid {
            grid.begin_paragraph(&mut self.writing);
        }
        if !self.line.is_begun {
            self.line.is_begun = true;
            self.line.start = self.writing.at();
        }
        if let Some(mut mark) = self.mark.take() {
            if self.line.heading.is_some() && !counts(&mark.text) {
                // A heading in a list is one by itself, and its bullet says nothing.
                (mark.text, mark.item) = (String::new(), None);
            }
            self.writing.push(&mark.note);
            let start = self.writing.at();
            self.writing.push(&mark.text);
            if !mark.text.is_empty() {
                self.writing.hints.numbers.push(SourceRange::new(start, self.writing.at()));
            }
            self.line.item = mark.item;
        }
    }

    /// Writes what is said of a line, and its end.
    fn finish_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let range = self.writing.since(line.start);
        let is_furniture = line.has_aside && !line.has_main;
        if let Some(level) = line.heading.filter(|_| !is_furniture) {
            self.writing.heading(line.start, level);
        }
        if let Some((depth, is_numbered)) = line.item
            && self.grid.is_none()
        {
            self.writing.hints.items.push(Item { range, depth, is_numbered });
        }
        if is_furniture {
            self.say_furniture(SourceRange::new(line.start, self.writing.at()));
        }
        self.writing.end_paragraph();
    }

    /// Lines of furniture that follow one another are one piece.
    fn say_furniture(&mut self, range: SourceRange) {
        let furniture = &mut self.writing.hints.furniture;
        match furniture.last_mut() {
            Some(before) if before.range.end.after(1) == range.start => before.range.end = range.end,
            _ => furniture.push(Furniture { range, kind: Fitting::Page }),
        }
    }

    /// The text and what is said of it.
    pub(super) fn finish(mut self) -> (String, Hints) {
        self.end_line();
        self.resolve_links();
        self.writing.finish()
    }
}

/// White space of markup; others (no-break and ideographic blanks) are characters.
const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c')
}
