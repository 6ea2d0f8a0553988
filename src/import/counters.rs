//! How the levels of a list count.

use std::cmp::Ordering;

/// Counts one more at level `at` (0-based). A level stands at `None` until it begins.
///
/// It takes the number `wanted` where there is one. Levels above it that were passed over have begun with that, unseen;
/// those below it begin again, but for those that `goes_on` names. `first` tells what levels begin with.
pub(super) fn count(
    levels: &mut [Option<u32>],
    at: usize,
    wanted: Option<u32>,
    first: &dyn Fn(usize) -> u32,
    goes_on: &dyn Fn(usize) -> bool,
) {
    for (index, level) in levels.iter_mut().enumerate() {
        *level = match index.cmp(&at) {
            Ordering::Less => level.or_else(|| Some(first(index))),
            Ordering::Equal => {
                let next = level.map_or_else(|| first(index), |last| last.saturating_add(1));
                Some(wanted.unwrap_or(next))
            }
            Ordering::Greater => level.filter(|_| goes_on(index)),
        };
    }
}
