//! Rows of tables: their first cell is a number, and what stands behind it is no title.

use super::candidate::Candidate;
use super::marker::{Marker, variant};
use super::source::Source;
use super::style::Style;
use crate::text::is_blank;

/// Shortest date: 2026-5-1.
const SHORTEST_DATE: usize = 8;
/// Fewest blanks that part two cells.
const GAP: usize = 3;
/// Fewest rows of a table whose cells blanks part, and of one whose cells are numbers.
const FEWEST: usize = 3;
const FEWEST_OF_NUMBERS: usize = 2;
/// What ends a sentence or what is to be filled in, and no cell.
const ENDS: &str = "。；？！，、）)：;?!,:";

/// Whether `line` is a row behind `marker`: three cells that tabs part, or a version with its date.
pub(super) fn is_row(marker: &Marker, line: &str) -> bool {
    if !matches!(marker.style, Style::Decimal(_) | Style::Arabic) {
        return false;
    }
    let rest = line.get(marker.end..).unwrap_or_default();
    has_tabs(rest) || begins_with_date(rest)
}

/// Whether `rest` begins with a tab and goes on behind another with what is no page number, or with several cells. Two
/// tabs may stand before a title.
fn has_tabs(rest: &str) -> bool {
    let mut cells = rest.split('\t').map(|cell| cell.trim_matches(is_blank));
    let (first, named) = (cells.next(), cells.next().is_some_and(|cell| !cell.is_empty()));
    let others = || cells.clone().filter(|cell| !cell.is_empty());
    let is_page = |cell: &str| cell.bytes().all(|b| b.is_ascii_digit());
    first == Some("") && (others().nth(1).is_some() || named && others().any(|cell| !is_page(cell)))
}

/// Whether `text` begins with a date and a blank: 2026-05-14 .
fn begins_with_date(text: &str) -> bool {
    let text = text.trim_start_matches(is_blank);
    let date = text.trim_start_matches(|c: char| c.is_ascii_digit() || "-/.".contains(c));
    let written = text.get(..text.len() - date.len()).unwrap_or_default();
    let parts = written.split(['-', '/', '.']);
    written.len() >= SHORTEST_DATE && parts.count() == 3 && date.starts_with(is_blank)
}

/// Fewest cells of a row of a timetable, and the longest of them, in characters.
const LESSONS: usize = 3;
const LESSON: usize = 4;

/// Whether `rest` is nothing but short cells: 第一節 國語 算術 國語.
fn has_lessons(rest: &str) -> bool {
    let mut cells = cells(rest);
    let is_short = |cell: &str| cell.chars().nth(LESSON).is_none() && !cell.contains(|c| ENDS.contains(c));
    cells.clone().count() >= LESSONS && cells.all(is_short)
}

/// What heads the first column of a table whose rows are numbered as the clauses are that they belong to, and the longest
/// head of such a table, in bytes.
const CLAUSES: [&str; 4] = ["条款号", "條款號", "条款编号", "條款編號"];
const TABLE_HEAD: usize = 90;

/// Removes the numbers of such rows: clauses behind such a head, as long as their numbers do not go back and nothing stands
/// between them but what is numbered in brackets.
pub(super) fn drop_clauses(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let is_head = |line: &usize| {
        let words = source.line(*line);
        words.len() <= TABLE_HEAD && CLAUSES.iter().any(|word| words.starts_with(word))
    };
    let mut tables = (0..source.blocks.len()).filter(is_head).peekable();
    if tables.peek().is_none() {
        return;
    }
    let (mut inside, mut last): (bool, Option<&str>) = (false, None);
    heads.retain(|head| {
        while tables.next_if(|table| *table < head.paragraph).is_some() {
            (inside, last) = (true, None);
        }
        if matches!(head.style, Style::Decimal(_)) && head.level == 0 {
            let number = head.range.slice(source.text);
            let goes_back = last.is_some_and(|last| numbers(number).lt(numbers(last)));
            (inside, last) = (inside && !goes_back, Some(number));
        } else {
            inside &= head.style == Style::ArabicParen && head.level == 0;
        }
        !inside
    });
}

/// The numbers of 1.2.3.
fn numbers(clause: &str) -> impl Iterator<Item = u32> {
    clause.split(['.', '．']).map(|number| number.trim().parse().unwrap_or(0))
}

/// Removes the candidates that number rows whose cells blanks part, each right below the one before.
pub(super) fn drop_rows(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let fewest_like = |head: &Candidate| {
        let rest = behind(source, head);
        let may_be = !head.style.is_fixed() || head.variant == variant::NOUN;
        let fewest = if has_numbers(rest) { FEWEST_OF_NUMBERS } else { FEWEST };
        let is_lesson = head.style == Style::Section && has_lessons(rest);
        let is_like = fewest < FEWEST || (may_be && has_gap(rest)) || is_lesson;
        (head.level == 0 && is_like).then_some(fewest)
    };
    let (mut run, mut fewest) = (0, FEWEST);
    let mut rows = vec![false; heads.len()];
    for index in 0..=heads.len() {
        let found = heads.get(index).and_then(|head| Some((head, fewest_like(head)?)));
        let before = index.checked_sub(1).and_then(|before| heads.get(before)).filter(|_| run > 0);
        let goes_on = found.zip(before).is_some_and(|((head, _), before)| {
            head.style == before.style && head.paragraph == before.paragraph + 1
        });
        if !goes_on {
            if run >= fewest {
                rows.iter_mut().take(index).skip(index - run).for_each(|row| *row = true);
            }
            (run, fewest) = (0, FEWEST);
        }
        if let Some((_, of_like)) = found {
            (run, fewest) = (run + 1, fewest.min(of_like));
        }
    }
    let mut rows = rows.into_iter();
    heads.retain(|_| !rows.next().unwrap_or(false));
}

/// Removes the candidates on rows of a table that tabs part: what stands behind a tab between two such rows, though its
/// other cells are empty, and 附表1 at the head of one.
pub(super) fn drop_tabbed(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let is_row = |line: usize| source.line(line).matches('\t').nth(TABS - 1).is_some();
    heads.retain(|head| {
        let above = head.paragraph.checked_sub(1).is_some_and(is_row);
        let below = is_row(head.paragraph + 1);
        let behind = behind(source, head);
        // Two tabs and nothing but a title.
        let is_titled = behind.strip_prefix("\t\t").is_some_and(|title| !title.contains('\t'));
        let is_cell = behind.starts_with('\t') && !is_titled;
        head.level > 0 || !(is_cell && ((above && below) || (is_row(head.paragraph) && (above || below))))
    });
}

/// What stands behind the marker on the line of `head`.
pub(super) fn behind<'a>(source: Source<'a>, head: &Candidate) -> &'a str {
    source.line(head.paragraph).get(head.range.end.get() - source.start(head.paragraph)..).unwrap_or_default()
}

/// Fewest tabs of a row.
const TABS: usize = 2;

/// Whether `line` is a row of a table of numbers: a few words, and cells of which two at least are numbers.
pub(super) fn has_cells(line: &str) -> bool {
    let mut cells = cells(line);
    let is_named = cells.next().is_some_and(|name| !is_number(name) && !name.contains(|c| ENDS.contains(c)));
    let (all, numbers) = (cells.clone().count(), cells.filter(|cell| is_number(cell)).count());
    is_named && numbers >= 2 && numbers * 3 >= all * 2
}

/// Whether `rest` is nothing but numbers, two cells at least.
fn has_numbers(rest: &str) -> bool {
    let mut cells = cells(rest);
    cells.clone().nth(1).is_some() && cells.all(is_number)
}

fn cells(line: &str) -> impl Iterator<Item = &str> + Clone {
    line.split(is_blank).filter(|cell| !cell.is_empty())
}

fn is_number(cell: &str) -> bool {
    cell.chars().all(|c| c.is_ascii_digit() || ".,-%".contains(c))
}

/// Whether a wide gap parts two cells of `rest`, the last of which is neither a page number nor the end of a sentence.
fn has_gap(rest: &str) -> bool {
    let rest = rest.trim_matches(is_blank);
    let cell = rest.trim_end_matches(|c: char| !is_blank(c));
    let last = rest.get(cell.len()..).unwrap_or_default();
    let gap = cell.chars().rev().take_while(|c| is_blank(*c)).count();
    gap >= GAP && !last.ends_with(|c| ENDS.contains(c)) && last.contains(|c: char| !c.is_ascii_digit())
}
