//! Lines with the number of a page far behind their title: entries of a table, and running heads.

use std::collections::HashSet;

use super::super::candidate::Candidate;
use super::super::source::Source;
use super::{LONGEST, has_caption, has_leader, is_short, key, page, stands_beside};
use crate::text::is_blank;

/// Fewest blanks before such a number.
const GAP: usize = 3;
/// How far apart two lines of a table are that notes and the number of a page part, in lines.
const BETWEEN_PAGES: usize = 8;

/// Removes the candidates whose line ends with a page far behind the title, where the same heading stands elsewhere
/// without it, or beside the lines of a table that dots lead to their pages.
pub(super) fn drop_paged(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let is_paged = |head: &Candidate| has_far_page(source.line(head.paragraph));
    if !heads.iter().any(is_paged) {
        return;
    }
    let own: HashSet<u64> =
        heads.iter().filter(|head| !is_paged(head)).map(|head| key(source, head)).collect();
    let is_in_table = |head: &Candidate| stands_beside(source, head, has_leader);
    heads.retain(|head| {
        head.level > 0 || !is_paged(head) || !(is_in_table(head) || own.contains(&key(source, head)))
    });
}

/// Whether a page number stands far behind the words of `line`.
fn has_far_page(line: &str) -> bool {
    let title = line.trim_end_matches(|c: char| c.is_ascii_digit());
    line.len() <= LONGEST
        && page(line).is_some()
        && title.chars().rev().take_while(|c| is_blank(*c)).nth(GAP - 1).is_some()
}

/// Where a table with a caption ends that goes on below notes and numbers of pages: before its first line stands again, if
/// all that is numbered up to there is as short and stands as deep, and little stands between. Otherwise where `table`
/// ends.
pub(super) fn end_over_pages(
    source: Source<'_>,
    heads: &[Candidate],
    keys: &[u64],
    table: std::ops::Range<usize>,
) -> usize {
    let (Some(first), Some(first_key)) = (heads.get(table.start), keys.get(table.start)) else {
        return table.end;
    };
    let mut above =
        table.end.checked_sub(1).and_then(|last| heads.get(last)).map_or(0, |last| last.paragraph);
    for (index, (head, key)) in heads.iter().zip(keys).enumerate().skip(table.end) {
        if key == first_key {
            return index;
        }
        let is_entry = head.level == 0 && is_short(source.line(head.paragraph), LONGEST);
        let is_above = head.style.rank() < first.style.rank();
        let is_far = head.paragraph > above + BETWEEN_PAGES;
        // Another table: its lines are looked at once, however many there are.
        if !is_entry || is_above || is_far || has_caption(source, head.paragraph) {
            break;
        }
        above = head.paragraph;
    }
    table.end
}
