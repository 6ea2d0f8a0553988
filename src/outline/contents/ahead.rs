//! Lists of what a chapter has, right below its title: （一）, （二）, （三）, one right below the other, and （一） again with its
//! text.

use std::collections::HashMap;

use super::super::candidate::Candidate;
use super::super::source::Source;
use super::{CAPTION, is_short, key};

/// Fewest entries of such a list.
const FEWEST: usize = 3;

/// Removes the candidates of such lists: entries from the first number on, behind the last of which the very first stands
/// again, and most of which come again. In the list itself none does.
pub(super) fn drop_lists(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let goes_on = |above: &Candidate, head: &Candidate| {
        head.style == above.style
            && head.value == above.value + 1
            && head.level == 0
            && above.paragraph + 1 == head.paragraph
            && is_short(source.line(above.paragraph), 2 * CAPTION)
    };
    let mut lists = Vec::new();
    let mut from = 0;
    let mut keys = None;
    for run in heads.chunk_by(goes_on) {
        let to = from + run.len();
        let first = run.first().zip(heads.get(to)).filter(|(first, again)| {
            run.len() >= FEWEST
                && first.value == 1
                && again.style == first.style
                && key(source, first) == key(source, again)
        });
        if first.is_some() {
            let keys = keys.get_or_insert_with(|| last_of_each(source, heads));
            let again =
                run.iter().filter(|head| keys.get(&key(source, head)).is_some_and(|last| *last >= to));
            if again.count() * 2 > run.len() {
                lists.push(from..to);
            }
        }
        from = to;
    }
    for list in lists.into_iter().rev() {
        heads.drain(list);
    }
}

/// Where each heading stands last.
fn last_of_each(source: Source<'_>, heads: &[Candidate]) -> HashMap<u64, usize> {
    heads.iter().enumerate().map(|(index, head)| (key(source, head), index)).collect()
}
