//! Tables of contents taken out of their pages in pieces: the number, the title with its dots and the page each on a line
//! of its own.

use std::ops::RangeInclusive;

use super::super::candidate::Candidate;
use super::super::source::Source;
use super::{CAPTION, DOTS, is_caption};
use crate::text::is_blank;

/// Fewest titles with dots, and most lines between two of them.
const FEWEST: usize = 5;
const BETWEEN: usize = 10;
/// Longest number of a page, in digits.
const PAGE: usize = 4;
/// Fewest dots that lead to a page.
const DOTTED: usize = 6;

/// Removes the candidates between the caption of such a table and its last title.
pub(super) fn drop_scattered(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let mut tables = tables(source).peekable();
    heads.retain(|head| {
        while tables.next_if(|table| *table.end() < head.paragraph).is_some() {}
        head.level > 0 || !tables.peek().is_some_and(|table| table.contains(&head.paragraph))
    });
}

/// The lines of such tables, one after another.
fn tables(source: Source<'_>) -> impl Iterator<Item = RangeInclusive<usize>> {
    let is_head = move |line: &usize| source.range(*line).len() <= CAPTION && is_caption(source.line(*line));
    let mut from = 0;
    std::iter::from_fn(move || {
        let table = (from..source.blocks.len())
            .filter(is_head)
            .find_map(|caption| Some(caption..=end_of_table(source, caption)?))?;
        from = table.end() + 1;
        Some(table)
    })
}

/// Where the table under the caption at `caption` ends; `None` where there is none.
fn end_of_table(source: Source<'_>, caption: usize) -> Option<usize> {
    let (mut last, mut titles) = (caption, 0);
    for line in caption + 1..source.blocks.len() {
        if line - last > BETWEEN {
            break;
        }
        if ends_with_dots(source.line(line)) {
            (last, titles) = (line, titles + 1);
        }
    }
    // Titles without dots, each above its page, may stand at the end.
    let is_page = |line: usize| {
        let text = source.line(line);
        !text.is_empty() && text.len() <= PAGE && text.bytes().all(|b| b.is_ascii_digit())
    };
    let entry = |after: usize| {
        let title = after + 1 + (after + 1..source.blocks.len()).take_while(|line| is_page(*line)).count();
        (source.range(title).len() <= CAPTION && is_page(title + 1)).then_some(title)
    };
    (titles >= FEWEST).then(|| std::iter::successors(Some(last), |last| entry(*last)).last().unwrap_or(last))
}

/// Whether dots, with or without blanks between, end `line`: the page they lead to stands elsewhere.
fn ends_with_dots(line: &str) -> bool {
    let dots = line.chars().rev().take_while(|c| DOTS.contains(*c) || is_blank(*c));
    dots.filter(|c| !is_blank(*c)).count() >= DOTTED
}
