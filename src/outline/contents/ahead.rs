//! Lists of what a chapter has, right below its title: （一）, （二）, （三）, one right below the other, and （一） again with its
//! text, maybe below another title: 課程內容, 考核要求.

use std::collections::HashMap;

use super::super::candidate::Candidate;
use super::super::source::Source;
use super::{CAPTION, is_short, key};

/// Fewest entries of such a list.
const FEWEST: usize = 3;
/// So many headings of those above may come before the first again.
const ABOVE: usize = 2;

/// Removes the candidates of such lists: entries from the first number on, behind the last of which the very first stands
/// again with a text, and most of which come again. In the list itself none does.
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
        if run.len() >= FEWEST && stands_again(source, run, heads.get(to..).unwrap_or_default()) {
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

/// Whether the first of `run`, which is the first of its list, stands again with a text right behind, or below the next
/// heading of those above.
fn stands_again(source: Source<'_>, run: &[Candidate], behind: &[Candidate]) -> bool {
    let Some(first) = run.first().filter(|first| first.value == 1) else { return false };
    let is_above = |head: &Candidate| head.style.rank() < first.style.rank();
    let skipped = behind.iter().take(ABOVE).take_while(|head| is_above(head)).count();
    let Some(again) = behind.get(skipped) else { return false };
    let next = behind.get(skipped + 1).map_or(source.blocks.len(), |next| next.paragraph);
    again.style == first.style
        && source.parted(again.paragraph, next)
        && key(source, first) == key(source, again)
}

/// Where each heading stands last.
fn last_of_each(source: Source<'_>, heads: &[Candidate]) -> HashMap<u64, usize> {
    heads.iter().enumerate().map(|(index, head)| (key(source, head), index)).collect()
}
