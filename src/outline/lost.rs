//! Brackets that optical recognition loses behind a number: 3）, 4編制, 5）.

use super::candidate::Candidate;
use super::marker::variant;
use super::style::Style;

/// Fewest brackets of a text that bear out the lost ones.
const FEWEST: usize = 3;
/// What such a number weighs.
const WEIGHT: f32 = 1.0;

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
