//! What optical recognition loses of a number: the brackets of 3）, 4編制, 5）; the points of 4, 41, 42, 421.

use super::added::has_text;
use super::candidate::Candidate;
use super::excerpt;
use super::marker::{PART, variant};
use super::source::Source;
use super::style::Style;

/// Fewest brackets of a text that bear out the lost ones.
const FEWEST: usize = 3;
/// What such a number weighs.
const WEIGHT: f32 = 1.0;

/// Fewest clauses without points that bear each other out.
const CLAUSES: usize = 3;
/// What such a clause weighs.
const CLAUSE: f32 = 2.5;

/// Parts the figures of clauses that have lost their points, where each goes on with what stands before: 41 behind 4, 42
/// behind 41, 421 behind 42; and most have a text below them.
pub(super) fn part_clauses(source: Source<'_>, heads: &mut [Candidate]) {
    let mut found = Vec::new();
    let mut last: Vec<u32> = Vec::new();
    for (at, head) in heads.iter().enumerate().filter(|(_, head)| head.level == 0 && !head.is_wrapped()) {
        let parted = figures(head).filter(|figures| excerpt::follows(&last, figures));
        if let Some(figures) = parted {
            found.push((at, figures.clone()));
            last = figures;
        } else if head.style.numbers().is_some() {
            last = excerpt::numbers(head);
        }
    }
    // The codes of a classification stand one right below the other.
    let texts = found.iter().filter(|(at, _)| has_text(source, heads, *at)).count();
    if texts < CLAUSES || texts * 2 < found.len() {
        return;
    }
    for (at, figures) in found {
        let Some((head, (value, above))) = heads.get_mut(at).zip(figures.split_last()) else { continue };
        head.style = Style::Decimal(u8::try_from(figures.len()).unwrap_or(u8::MAX));
        (head.variant, head.value) = (variant::USUAL, *value);
        head.prefix = above.iter().fold(0, |prefix, number| prefix * PART + number);
        head.weight = head.weight.max(CLAUSE);
    }
}

/// The figures of a number without a mark behind it, two to four of them, none of which is 0.
fn figures(head: &Candidate) -> Option<Vec<u32>> {
    if head.style != Style::Arabic || !matches!(head.variant, variant::BLANK | variant::BARE) {
        return None;
    }
    let figures: Vec<u32> = head.value.to_string().chars().filter_map(|c| c.to_digit(10)).collect();
    ((2..=4).contains(&figures.len()) && !figures.contains(&0)).then_some(figures)
}

/// Gives bare numbers the bracket that those have which they go on with, or which go on with them; and where there are
/// such, those of a series that has none left.
pub(super) fn settle(heads: &mut [Candidate]) {
    let is_bracket = |head: &Candidate| head.style == Style::ArabicParen && head.variant == variant::BRACKET;
    let is_bare = |head: &Candidate| head.style == Style::Arabic && head.variant == variant::BARE;
    if heads.iter().filter(|head| is_bracket(head)).count() < FEWEST {
        return;
    }
    let mut numbers: Vec<&mut Candidate> =
        heads.iter_mut().filter(|head| head.level == 0 && (is_bracket(head) || is_bare(head))).collect();
    let goes_on = |above: &&mut Candidate, below: &&mut Candidate| above.value + 1 == below.value;
    let is_lost = |run: &&mut [&mut Candidate]| {
        run.iter().any(|number| is_bracket(number)) && run.iter().any(|number| is_bare(number))
    };
    if !numbers.chunk_by_mut(goes_on).any(|run| is_lost(&run)) {
        return;
    }
    // Where some are lost, all of a series may be.
    let is_series = |run: &&mut [&mut Candidate]| {
        run.len() > 1 && run.first().is_some_and(|first| first.value == 1) || is_lost(run)
    };
    for number in numbers.chunk_by_mut(goes_on).filter(is_series).flatten() {
        if is_bare(number) {
            (number.style, number.variant) = (Style::ArabicParen, variant::BRACKET);
            number.weight = number.weight.max(WEIGHT);
        }
    }
}
