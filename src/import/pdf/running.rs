//! What repeats on pages: running heads and feet, page numbers.

use std::collections::HashMap;

use super::Rows;
use super::page::Row;
use super::rules::{place_of, places};

/// How close the rows of a head or a foot stand, in sizes of their font.
const CLOSE: f32 = 2.2;

/// How far from its like on another page such a row may stand, in points.
const FAR: f32 = 9.0;

/// How many pages may lie between two that have it: left and right pages differ.
const BETWEEN: usize = 2;

/// Fewest pages with the same words; with a number that grows as the pages do.
const FEWEST: usize = 3;
const FEWEST_NUMBERS: usize = 2;

/// A row that may repeat.
struct Seen {
    page: usize,
    row: usize,
    across: f32,
    /// The number in it.
    number: Option<i64>,
}

/// For each page which of its rows repeat.
pub(super) fn running(pages: &[Rows]) -> Vec<Vec<bool>> {
    let mut found: Vec<Vec<bool>> = pages.iter().map(|rows| vec![false; rows.len()]).collect();
    let mut by_words: HashMap<String, Vec<Seen>> = HashMap::new();
    for (page, rows) in pages.iter().enumerate() {
        for (row, is_numbered) in at_ends(rows) {
            let Some(line) = rows.get(row) else { continue };
            let (words, number) = words(&line.text);
            if !words.is_empty() && (!is_only_number(&words) || is_numbered) {
                by_words.entry(words).or_default().push(Seen { page, row, across: line.across, number });
            }
        }
    }
    #[expect(clippy::iter_over_hash_type, reason = "each marks its own rows")]
    for (words, seen) in by_words {
        let fewest = if is_only_number(&words) { FEWEST_NUMBERS } else { FEWEST };
        let (sure, others): (Vec<_>, Vec<_>) = runs(&seen).partition(|run| run.len() >= fewest);
        let is_mostly = 2 * sure.iter().map(|run| run.len()).sum::<usize>() > seen.len();
        let places = places(sure.iter().copied().flatten().map(|seen| seen.across), FAR);
        // Fewer pages, as those of a short part, have it too where most have.
        let is_near = |seen: &Seen| {
            let place = places.get(place_of(&places, seen.across));
            is_mostly && place.is_some_and(|place| (seen.across - place).abs() < FAR)
        };
        let others = others.into_iter().flatten().filter(|seen| is_near(seen));
        for Seen { page, row, .. } in sure.into_iter().flatten().chain(others) {
            if let Some(mark) = found.get_mut(*page).and_then(|rows| rows.get_mut(*row)) {
                *mark = true;
            }
        }
    }
    found
}

/// The rows at both ends of a page, by their places, and whether each is the outermost: the next one is of the same head or
/// foot where it stands close to it.
fn at_ends(rows: &Rows) -> Vec<(usize, bool)> {
    let mut order: Vec<(usize, &Row)> = rows.iter().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| a.across.total_cmp(&b.across));
    let end = |first: Option<&(usize, &Row)>, next: Option<&(usize, &Row)>| {
        let is_close = |(_, a): &(usize, &Row), (_, b): &(usize, &Row)| {
            (a.across - b.across).abs() < CLOSE * a.size.min(b.size)
        };
        let next = next.filter(|next| first.is_some_and(|first| is_close(first, next)));
        [(first, true), (next, false)]
            .into_iter()
            .filter_map(|(row, outer)| Some((row?.0, outer)))
            .collect::<Vec<_>>()
    };
    let mut ends = end(order.first(), order.get(1));
    let foot = end(order.last(), order.len().checked_sub(2).and_then(|index| order.get(index)));
    ends.extend(foot);
    ends.sort_unstable();
    ends.dedup_by_key(|(index, _)| *index);
    ends
}

/// What a row says with `#` for its numbers, and the last of them.
fn words(text: &str) -> (String, Option<i64>) {
    let is_roman = !text.is_empty() && text.chars().all(|c| "ivxlcIVXLC".contains(c));
    if is_roman {
        return ("#".to_owned(), None);
    }
    let (mut words, mut number, mut digits) = (String::new(), None, String::new());
    for c in text.chars().chain([' ']) {
        if let Some(digit) = digit(c) {
            digits.push(digit);
            continue;
        }
        if !digits.is_empty() {
            // The first number is that of the page: 3 / 20.
            number = number.or(digits.parse().ok());
            words.push('#');
            digits.clear();
        }
        if !c.is_whitespace() {
            words.push(c);
        }
    }
    (words, number)
}

/// A digit in ASCII or full width.
fn digit(c: char) -> Option<char> {
    let plain = match c {
        '０'..='９' => char::from_u32(c as u32 - 0xfee0)?,
        c => c,
    };
    plain.is_ascii_digit().then_some(plain)
}

/// Whether a row is a page number and nothing else.
fn is_only_number(words: &str) -> bool {
    words.contains('#') && words.chars().all(|c| "#-–—―－·•/|第页頁共of()（）[]【】~～".contains(c))
}

/// Rows that stand at the same place on pages that follow one another, their numbers growing as the pages do.
fn runs(seen: &[Seen]) -> impl Iterator<Item = &[Seen]> {
    seen.chunk_by(|a, b| {
        let pages = b.page - a.page;
        let is_near = (1..=BETWEEN).contains(&pages) && (a.across - b.across).abs() < FAR;
        let grows = match (a.number, b.number) {
            (Some(a), Some(b)) => b - a == 0 || Ok(b - a) == i64::try_from(pages),
            (a, b) => a == b,
        };
        is_near && grows
    })
}
