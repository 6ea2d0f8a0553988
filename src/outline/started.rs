//! Lists whose first number stands inside a line: 線索：1.椅子, and 2.鑰匙 on the next.

use super::added;
use super::candidate::Candidate;
use super::marker;
use super::source::Source;
use crate::text::is_blank;

/// Longest label before the first number, in characters.
const LABEL: usize = 12;

/// Removes 2. 3. one right below the other where a label and 1. stand on the line above them.
pub(super) fn drop_rest(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let mut last: Option<Candidate> = None;
    let listed = heads
        .iter()
        .map(|head| {
            let goes_on =
                last.is_some_and(|last| head.goes_on(&last) && last.paragraph + 1 == head.paragraph);
            let is_listed = goes_on || (head.value == 2 && head.level == 0 && begins_inside(source, head));
            last = is_listed.then_some(*head);
            is_listed
        })
        .collect();
    added::remove(heads, listed);
}

/// Whether the number before `head` stands behind a label at the start of the line above.
fn begins_inside(source: Source<'_>, head: &Candidate) -> bool {
    let Some(line) = head.paragraph.checked_sub(1).map(|above| source.line(above)) else { return false };
    let colon = line.char_indices().take(LABEL).find(|(_, c)| matches!(c, '：' | ':'));
    let behind = colon.and_then(|(at, c)| line.get(at + c.len_utf8()..)).unwrap_or_default();
    marker::read(behind.trim_start_matches(is_blank))
        .is_some_and(|first| (first.style, first.variant, first.value) == (head.style, head.variant, 1))
}
