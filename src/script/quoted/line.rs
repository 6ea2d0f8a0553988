//! A line: what it quotes, and what tells the script of that and of the rest.

use std::ops::Range;

use crate::script::DetectedScript;
use crate::script::detect::told_by;

/// For so many characters of the other script one of the document's own is let pass.
const CLEAR: usize = 20;

/// So many characters of the other script make a line one of it.
pub(super) const TELLING: usize = 2;

/// Opening marks, each with its closing one.
const MARKS: [(char, char); 5] = [('「', '」'), ('『', '』'), ('“', '”'), ('《', '》'), ('"', '"')];

/// What a stretch has of characters that exist in one script alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) own: usize,
    other: usize,
}

impl Tally {
    /// Whether it is clearly in the other script, by at least `least` characters.
    const fn is_other(self, least: usize) -> bool {
        self.other >= least && self.own * CLEAR <= self.other
    }

    /// Whether it is clearly in the document's own script.
    const fn is_own(self) -> bool {
        Self { own: self.other, other: self.own }.is_other(1)
    }

    fn add(&mut self, more: Self) {
        self.own += more.own;
        self.other += more.other;
    }
}

/// What stands between two marks.
#[derive(Debug)]
struct Quotation {
    bytes: Range<usize>,
    tally: Tally,
    /// Whether it stands within no other.
    outermost: bool,
}

/// A line, with what it quotes.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// In the order in which they end.
    quotations: Vec<Quotation>,
    /// What stands outside of them.
    pub(super) outside: Tally,
    all: Tally,
}

/// A mark that was opened.
struct Opened {
    /// 0-based index among [`MARKS`].
    mark: usize,
    /// Where what it quotes begins.
    start: usize,
    tally: Tally,
}

/// The marks that are open, the innermost last.
#[derive(Default)]
struct Stack {
    marks: Vec<Opened>,
    /// How many of each of [`MARKS`].
    counts: [usize; MARKS.len()],
}

impl Stack {
    /// How many of the mark at that 0-based index are open.
    fn of(&self, mark: usize) -> usize {
        self.counts.get(mark).copied().unwrap_or(0)
    }

    fn open(&mut self, mark: usize, start: usize) {
        self.marks.push(Opened { mark, start, tally: Tally::default() });
        if let Some(count) = self.counts.get_mut(mark) {
            *count += 1;
        }
    }

    /// Ends at byte `at` the last of `mark` that was opened, and all within it.
    fn close(&mut self, mark: usize, at: usize, line: &mut Line) {
        while self.close_last(at, line).is_some_and(|closed| closed != mark) {}
    }

    /// Ends at byte `at` what was opened last; tells its mark.
    fn close_last(&mut self, at: usize, line: &mut Line) -> Option<usize> {
        let Opened { mark, start, tally } = self.marks.pop()?;
        if let Some(count) = self.counts.get_mut(mark) {
            *count -= 1;
        }
        line.quotations.push(Quotation { bytes: start..at, tally, outermost: self.marks.is_empty() });
        if let Some(around) = self.marks.last_mut() {
            around.tally.add(tally);
        }
        Some(mark)
    }
}

impl Line {
    pub(super) fn new(line: &str, main: DetectedScript) -> Self {
        let mut read = Self::default();
        let mut opened = Stack::default();
        for (at, c) in line.char_indices() {
            if let Some(script) = told_by(c) {
                let tally = opened.marks.last_mut().map_or(&mut read.outside, |opened| &mut opened.tally);
                if script == main {
                    tally.own += 1;
                } else {
                    tally.other += 1;
                }
                continue;
            }
            let closes = MARKS.iter().position(|(_, closing)| *closing == c);
            let opens = MARKS.iter().position(|(opening, _)| *opening == c);
            match (closes, opens) {
                (Some(mark), _) if opened.of(mark) > 0 => opened.close(mark, at, &mut read),
                (_, Some(mark)) => opened.open(mark, at + c.len_utf8()),
                // It was opened before the line began.
                (Some(_), None) if opened.marks.is_empty() && read.quotations.is_empty() => {
                    let tally = std::mem::take(&mut read.outside);
                    read.quotations.push(Quotation { bytes: 0..at, tally, outermost: true });
                }
                _ => {}
            }
        }
        while opened.close_last(line.len(), &mut read).is_some() {}
        read.all = read.outside;
        let outermost = read.quotations.iter().filter(|quotation| quotation.outermost);
        outermost.for_each(|quotation| read.all.add(quotation.tally));
        read
    }

    /// Whether the line is in the other script but for what it quotes.
    pub(super) fn is_other(&self, line: &str) -> bool {
        let least = if line.trim_start().starts_with('>') { 1 } else { TELLING };
        self.outside.is_other(least) || !self.outside.is_own() && self.all.is_other(least)
    }
}

/// The parts of `line` that are in the other script than `main`, in order.
pub(super) fn in_line(line: &str, main: DetectedScript) -> Vec<Range<usize>> {
    let read = Line::new(line, main);
    let mut found = Vec::new();
    if read.is_other(line) {
        let mut from = 0;
        for own in read.quotations.iter().filter(|quotation| quotation.outermost && quotation.tally.is_own())
        {
            found.push(from..own.bytes.start);
            from = own.bytes.end;
        }
        found.push(from..line.len());
    } else {
        // Backwards, what stands around a quotation comes before it.
        for quotation in read.quotations.iter().rev() {
            let is_within =
                found.last().is_some_and(|last: &Range<usize>| last.start <= quotation.bytes.start);
            if !is_within && quotation.tally.is_other(1) {
                found.push(quotation.bytes.clone());
            }
        }
        found.reverse();
    }
    found.retain(|range| !range.is_empty());
    found
}
