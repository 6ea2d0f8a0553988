//! Numbers of chapters that stand alone on their line, above the title, as text taken out of the pages of a standard has
//! them. Numbers of pages look the same.

use std::ops::Range;

use super::added;
use super::candidate::Candidate;
use super::marker::{Marker, variant};
use super::source::{self, Source};
use super::style::Style;

/// Longest such line, in bytes, and longest title below it, in characters.
const LONGEST: usize = 2;
const TITLE: usize = 24;
/// Fewest chapters.
const FEWEST: usize = 2;
/// What a chapter weighs.
const WEIGHT: f32 = 2.5;

/// Adds the chapters whose numbers stand alone on their lines: 1, 2, 3 in order, each above a title, where the clauses
/// agree: 3.1 stands behind 3 and before 4.
pub(super) fn add(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let clauses = || heads.iter().filter(|head| head.style == Style::Decimal(2) && head.level == 0);
    if clauses().next().is_none() {
        return;
    }
    let chapters = chapters(source);
    let line_of = |number: u32| {
        let at = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        at.and_then(|at| chapters.get(at)).copied()
    };
    let place = |number: u32| -> Option<Range<usize>> {
        Some(line_of(number)?..line_of(number + 1).unwrap_or(source.blocks.len()))
    };
    let agrees = |clause: &Candidate| place(clause.prefix).map(|place| place.contains(&clause.paragraph));
    let first = chapters.first().copied().unwrap_or_default();
    let mut told = clauses().filter(|clause| clause.paragraph > first).filter_map(agrees).peekable();
    let are_told = chapters.len() >= FEWEST && told.peek().is_some() && told.all(|agrees| agrees);
    let found: Vec<(u32, usize)> = if are_told {
        (1..).zip(chapters).collect()
    } else {
        clauses().filter_map(|clause| right_above(source, clause)).collect()
    };
    let marker = |(value, line): (u32, usize)| {
        (line, Marker::new(Style::Arabic, variant::BLANK, value, source.range(line).len(), WEIGHT))
    };
    added::insert(source, heads, found.into_iter().map(marker));
}

/// 3 and its title right above 3.1, of which an excerpt may have but one: the number, and its line.
fn right_above(source: Source<'_>, clause: &Candidate) -> Option<(u32, usize)> {
    let line = clause.paragraph.checked_sub(2).filter(|_| clause.value == 1)?;
    let is_number = source.range(line).len() <= LONGEST && source.line(line).parse() == Ok(clause.prefix);
    (is_number && is_title(source.line(line + 1))).then_some((clause.prefix, line))
}

/// The lines of the numbers from 1 on that stand above what may be a title.
fn chapters(source: Source<'_>) -> Vec<usize> {
    let mut found = Vec::new();
    for line in 0..source.blocks.len() {
        if source.range(line).len() <= LONGEST
            && source.line(line).parse() == Ok(found.len() + 1)
            && is_title(source.line(line + 1))
        {
            found.push(line);
        }
    }
    found
}

/// Whether `line` may be a title: short, with Chinese words, and no sentence.
fn is_title(line: &str) -> bool {
    line.chars().nth(TITLE).is_none()
        && source::has_words(line)
        && line.chars().next_back().is_some_and(|c| c.is_alphanumeric() || "）)》".contains(c))
        && !source::is_page(line)
}
