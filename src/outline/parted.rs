//! Numbers that stand alone on their lines between the sections of a story or an essay: 1, 2, 3. Numbers of pages look the
//! same, but stand in the middle of sentences, at the foot of pages, and at equal distances.

use super::added;
use super::candidate::Candidate;
use super::marker::{Marker, variant};
use super::source::Source;
use super::style::Style;

/// Longest number, in digits.
const LONGEST: usize = 2;
/// Fewest sections in a row, and the shortest one in bytes: 100 Chinese characters.
const FEWEST: usize = 3;
const SHORTEST: usize = 300;
/// From how many on their lengths tell pages, and by what part of the longest these differ less.
const PAGES: usize = 5;
const ALIKE: usize = 4;
/// What a section weighs.
const WEIGHT: f32 = 2.5;

/// A number alone on its line.
#[derive(Clone, Copy)]
struct Number {
    line: usize,
    value: u32,
    /// How many bytes of text follow before the next one or a heading.
    length: usize,
}

/// Adds the numbers that stand alone on their lines, if all of a text can be sections.
pub(super) fn add(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let numbers = numbers(source, heads);
    if are_series(&numbers) && are_sections(source, &numbers) {
        let marker = |number: &Number| {
            let end = source.range(number.line).len();
            (number.line, Marker::new(Style::Arabic, variant::BLANK, number.value, end, WEIGHT))
        };
        added::insert(source, heads, numbers.iter().map(marker));
    }
}

/// The numbers that stand alone on their lines.
fn numbers(source: Source<'_>, heads: &[Candidate]) -> Vec<Number> {
    let mut found: Vec<Number> = Vec::new();
    for line in added::free_lines(source, heads) {
        let text = source.line(line);
        let digits = text.len() <= LONGEST && text.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(value) = text.parse().ok().filter(|_| digits) {
            found.push(Number { line, value, length: 0 });
        }
    }
    let ends: Vec<usize> = found.iter().skip(1).map(|next| next.line).chain([source.blocks.len()]).collect();
    let mut chapters =
        heads.iter().filter(|head| head.style.is_fixed()).map(|head| head.paragraph).peekable();
    for (number, end) in found.iter_mut().zip(ends) {
        while chapters.next_if(|chapter| *chapter < number.line).is_some() {}
        let end = chapters.peek().copied().unwrap_or(end).min(end);
        number.length = source.start(end).saturating_sub(source.start(number.line + 1));
    }
    found
}

/// Whether they count from 1 on again and again, once to three at least.
fn are_series(numbers: &[Number]) -> bool {
    let mut last = 0;
    let goes_on = |number: &Number| {
        let goes_on = number.value == last + 1 || number.value == 1 && last > 1;
        last = number.value;
        goes_on
    };
    numbers.iter().all(goes_on) && numbers.iter().any(|number| number.value as usize >= FEWEST)
}

/// Whether text that is long enough follows each, none stands within a sentence, and they are no pages.
fn are_sections(source: Source<'_>, numbers: &[Number]) -> bool {
    let (Some(first), Some((last, others))) = (numbers.first(), numbers.split_last()) else { return false };
    let are_long = last.length > 0 && others.iter().all(|number| number.length >= SHORTEST);
    let lengths = || others.iter().map(|number| number.length);
    let (longest, shortest) = (lengths().max().unwrap_or_default(), lengths().min().unwrap_or_default());
    let are_alike = others.len() >= PAGES && (longest - shortest) * ALIKE < longest;
    let is_foot = source.start(first.line) >= SHORTEST && last.length < SHORTEST;
    let is_between = |number: &Number| !source.is_within_sentence(number.line);
    are_long && !are_alike && !is_foot && numbers.iter().all(is_between)
}
