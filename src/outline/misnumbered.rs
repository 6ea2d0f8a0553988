//! Numbers that do not tell which item it is: 一、 before every one, and one that was mistyped.

use std::collections::HashMap;

use super::candidate::Candidate;
use super::source::Source;
use super::style::Style;

/// So many items that all begin with 一、 are counted by it.
const FEWEST: usize = 3;
/// So far from the next number may one be that was mistyped: 三十二 for 二十二.
const SLIP: u32 = 10;

/// Counts items that all begin with 一、, and marks the numbers that were mistyped.
pub(super) fn settle(source: Source<'_>, heads: &mut [Candidate]) {
    count_ones(source, heads);
    mark_slips(heads);
}

/// Counts items that all begin with 一、, as those of old regulations and memorials do.
fn count_ones(source: Source<'_>, heads: &mut [Candidate]) {
    let is_one = |head: &Candidate| head.style == Style::Han && head.value == 1 && head.level == 0;
    // The same line again is a running head.
    let is_other = |above: &Candidate, head: &Candidate| {
        above.is_like(head) && source.line(above.paragraph) != source.line(head.paragraph)
    };
    let ones = heads.chunk_by_mut(|above, head| is_one(above) && is_one(head) && is_other(above, head));
    for run in ones.filter(|run| run.len() >= FEWEST) {
        for (head, value) in run.iter_mut().zip(1..) {
            head.value = value;
        }
    }
}

/// Marks the numbers that were mistyped, by those of their style before and behind them.
fn mark_slips(heads: &mut [Candidate]) {
    // The last two of each list.
    let mut last: HashMap<(Style, u8, u32), [Option<usize>; 2]> = HashMap::new();
    for at in 0..heads.len() {
        let Some(next) = heads.get(at).copied() else { continue };
        let seen = last.entry((next.style, next.variant, next.prefix)).or_default();
        let [before, between] = std::mem::replace(seen, [seen[1], Some(at)]);
        let value = |at: Option<usize>| at.and_then(|at| heads.get(at)).map(|head| head.value);
        let is_slip = value(before)
            .zip(value(between))
            .is_some_and(|(before, value)| is_mistyped(before, value, next.value));
        let between = between.and_then(|at| heads.get_mut(at));
        if let Some(head) = between.filter(|head| is_slip && !head.is_wrapped()) {
            head.mistyped = true;
        }
    }
}

/// Whether `value` stands for the number between those `before` and behind it.
fn is_mistyped(before: u32, value: u32, next: u32) -> bool {
    let meant = before + 1;
    next == meant + 1 && value != meant && value.abs_diff(meant) <= SLIP && (value > 1 || before == 1)
}

#[cfg(test)]
mod tests {
    use super::is_mistyped;

    #[test]
    fn a_number_between_two_that_leave_room_for_one_was_mistyped() {
        for (before, value, next) in [(21, 32, 23), (3, 3, 5), (1, 1, 3), (6, 9, 8)] {
            assert!(is_mistyped(before, value, next), "{value}");
        }
        for (before, value, next) in [(1, 2, 3), (3, 1, 5), (3, 19, 5), (3, 7, 8), (0, 2, 1)] {
            assert!(!is_mistyped(before, value, next), "{value}");
        }
    }
}
