//! Excerpts that begin in the middle of a chapter: 9.3.11 before 10, 1.2.3 before 1.5 and 2.1.

use super::candidate::Candidate;
use super::marker::PART;
use super::style::Style;

/// What a number weighs besides that the others go on with.
const GOES_ON: f32 = 3.0;
/// What weighs less begins a sentence: 第三步，…。
const WEAK: f32 = 1.0;
/// So many numbers in a row may be lost.
const LOST: u32 = 2;

/// The first numbers of a text are headings where what follows goes on with them, though they begin nowhere: up to the
/// first that does not, or that begins a list of its own.
pub(super) fn settle(heads: &mut [Candidate]) {
    // 9.1 may be the first that is left of 9.
    let is_late = |head: &Candidate| head.value > 1 || head.prefix > 1;
    let is_clause = |head: &&Candidate| matches!(head.style, Style::Decimal(_)) && is_late(head);
    let is_own = |head: &Candidate| !head.is_wrapped() && head.weight >= WEAK;
    let Some(first) = heads.iter().find(|head| is_own(head)).filter(is_clause) else { return };
    let mut last = numbers(first);
    let goes_on = |head: &Candidate| {
        let own = numbers(head);
        follows(&std::mem::replace(&mut last, own.clone()), &own)
    };
    let own = heads.iter().filter(|head| is_own(head));
    let run = 1 + own.skip(1).map(goes_on).take_while(|goes_on| *goes_on).count();
    let is_open = |head: &&mut Candidate| is_late(head);
    let own = heads.iter_mut().filter(|head| is_own(head));
    for head in own.take(if run > 1 { run } else { 0 }).take_while(is_open) {
        head.weight += GOES_ON;
    }
}

/// The numbers of 9.3.11; none of what is no such number.
pub(super) fn numbers(head: &Candidate) -> Vec<u32> {
    let count = head.style.numbers().unwrap_or(0);
    let before = std::iter::successors(Some(head.prefix), |rest| Some(rest / PART));
    let mut found: Vec<u32> =
        before.take(usize::from(count.saturating_sub(1))).map(|rest| rest % PART).collect();
    found.reverse();
    found.extend((count > 0).then_some(head.value));
    found
}

/// Whether `next`, which has fewer numbers, comes right behind `last`: 9.4 and 10 behind 9.3.11.
pub(super) fn comes_next(last: &[u32], next: &[u32]) -> bool {
    let same = last.iter().zip(next).take_while(|(last, next)| last == next).count();
    matches!((last.get(same), next.get(same..)), (Some(above), Some([below])) if *below == above + 1)
}

/// Whether `next` comes right behind `last`, or nearly: 9.3.12, 9.3.11.1, 9.4, 10, 10.1.
pub(super) fn follows(last: &[u32], next: &[u32]) -> bool {
    let same = last.iter().zip(next).take_while(|(last, next)| last == next).count();
    let (last, next) = (last.get(same..).unwrap_or_default(), next.get(same..).unwrap_or_default());
    match (last, next) {
        ([], [1]) => true,
        ([above, ..], [below, rest @ ..]) => {
            (above + 1..=above + 1 + LOST).contains(below) && rest.iter().all(|number| *number == 1)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::follows;

    #[test]
    fn a_clause_goes_on_with_one_before_it() {
        for next in [&[9, 3, 12][..], &[9, 3, 11, 1], &[9, 4], &[9, 4, 1], &[10], &[10, 1], &[9, 5]] {
            assert!(follows(&[9, 3, 11], next), "{next:?}");
        }
        for next in [&[9, 3, 11][..], &[9, 3], &[9, 3, 1], &[9, 4, 2], &[13], &[9, 3, 11, 2], &[]] {
            assert!(!follows(&[9, 3, 11], next), "{next:?}");
        }
    }
}
