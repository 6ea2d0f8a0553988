//! Chinese numbers whose 、 is lost, as optical recognition and pages of the web lose it: 一背景, 二做法, 三成效. One such line
//! is a sentence like any other; a series of them, or one that is missing between 一、 and 三、, is none.

use super::added;
use super::candidate::Candidate;
use super::marker::number::MEASURES;
use super::marker::{Marker, variant};
use super::numeral::{self, Script};
use super::source::Source;
use super::style::Style;

/// Longest such line, in characters.
const LONGEST: usize = 40;
/// Fewest of the longest series where nothing else tells of them.
const FEWEST: usize = 3;
/// Largest number of one.
const MOST: u32 = 30;
/// Most numbers that are missing in one place.
const GAP: u32 = 2;
/// What one weighs.
const WEIGHT: f32 = 2.0;

/// A line that begins with a number and no mark.
#[derive(Clone, Copy)]
struct Bare {
    line: usize,
    value: u32,
    /// Bytes of the number.
    len: usize,
    /// What stands behind it.
    first: char,
}

/// Adds the headings whose marks are lost: those that are missing among others, or else a series of them.
pub(super) fn add(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let siblings = || heads.iter().filter(|head| head.style == Style::Han && head.level == 0);
    let bare: Vec<Bare> = added::free_lines(source, heads).filter_map(|line| bare(source, line)).collect();
    let (found, variant) = match siblings().next() {
        Some(first) => (missing(&bare, siblings()), first.variant),
        None => (series(&bare), variant::BARE),
    };
    let found = found
        .into_iter()
        .map(|bare| (bare.line, Marker::new(Style::Han, variant, bare.value, bare.len, WEIGHT)));
    added::insert(source, heads, found);
}

/// What the line at `line` may be: a short one, no sentence, and the number counts nothing in it.
fn bare(source: Source<'_>, line: usize) -> Option<Bare> {
    let words = source.line(line);
    let number = numeral::read(words).filter(|number| number.script == Script::Han)?;
    let behind = words.get(number.len..)?;
    let first = behind.chars().next()?;
    let is_counted = MEASURES.contains(first) && behind.chars().nth(2).is_none_or(|c| !c.is_alphabetic());
    let is_words = first.is_alphabetic() && !numeral::is_han(first) && !is_counted;
    let is_heading = is_words
        && behind.chars().nth(1).is_some()
        && words.chars().nth(LONGEST).is_none()
        && !words.contains(['。', '；'])
        && words.chars().next_back().is_some_and(|c| c.is_alphanumeric() || "）)》”」？?".contains(c));
    let value = number.value;
    (is_heading && (1..=MOST).contains(&value)).then_some(Bare { line, value, len: number.len, first })
}

/// Those that stand between others where a number is missing.
fn missing<'a>(bare: &[Bare], marked: impl Iterator<Item = &'a Candidate>) -> Vec<Bare> {
    let mut found = Vec::new();
    let mut rest = bare.iter().peekable();
    let mut expected = 1;
    for head in marked {
        while let Some(bare) = rest.next_if(|bare| bare.line < head.paragraph) {
            if bare.value == expected && (1..=GAP).contains(&(head.value.saturating_sub(expected))) {
                found.push(*bare);
                expected += 1;
            }
        }
        expected = head.value + 1;
    }
    found
}

/// The series that begin with 一, the longest of which is no accident. Their lines stand apart, and begin otherwise each,
/// unlike 一等獎, 二等獎 and 三等獎.
fn series(bare: &[Bare]) -> Vec<Bare> {
    let mut runs: Vec<Vec<Bare>> = Vec::new();
    for &bare in bare {
        let last = runs.last_mut().and_then(|run| Some((*run.last()?, run)));
        match last {
            Some((last, run)) if bare.value == last.value + 1 && bare.line > last.line + 1 => run.push(bare),
            _ if bare.value == 1 => runs.push(vec![bare]),
            _ => {}
        }
    }
    runs.retain(|run| {
        let alike = run.windows(2).filter(|pair| matches!(pair, [a, b] if a.first == b.first)).count();
        run.len() > 1 && alike * 2 < run.len()
    });
    if runs.iter().any(|run| run.len() >= FEWEST) { runs.concat() } else { Vec::new() }
}
