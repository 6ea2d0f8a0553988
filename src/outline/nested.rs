//! Lists that are numbered as the headings are between which they stand: 1. 2. 3. below 3., before 4.

use super::added;
use super::candidate::Candidate;
use super::source::Source;
use super::style::Style;

/// Removes the items of such lists, one right below the other, which a line ending in a colon announces, or which are
/// sentences where the headings are none: where the number above them goes on behind them, and not on the line below. The
/// last heading may have such a list too, where another has.
pub(super) fn drop_lists(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let mut listed = vec![false; heads.len()];
    let (mut start, mut has_lists) = (0, false);
    for run in heads.chunk_by(|above, below| below.goes_on(above) && above.paragraph + 1 == below.paragraph) {
        let end = start + run.len();
        let above = start.checked_sub(1).and_then(|at| heads.get(at));
        let below = heads.get(end).filter(|below| run.last().is_some_and(|last| below.is_like(last)));
        if let Some(above) = above
            && is_list(source, run, above)
            && below.map_or(has_lists, |below| is_behind(source, run, above, below))
        {
            has_lists = true;
            added::mark(&mut listed, start..end);
        }
        start = end;
    }
    added::remove(heads, listed);
}

/// Removes 1. 2. 3. one right below the other that are numbered otherwise than what has clauses: between 3、 and 3.1, which
/// is no part of the last; or announced, before 2 and 2.1.
pub(super) fn drop_before_clauses(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let mut listed = vec![false; heads.len()];
    let (mut start, mut above): (usize, Option<&Candidate>) = (0, None);
    let goes_on = |above: &Candidate, below: &Candidate| {
        (below.style, below.value, below.paragraph) == (above.style, above.value + 1, above.paragraph + 1)
    };
    for run in heads.chunk_by(goes_on) {
        let end = start + run.len();
        if let [first, .., last] = run
            && (first.style, first.value) == (Style::Arabic, 1)
        {
            let next = [heads.get(end), heads.get(end + 1)];
            let heads_clauses = |head: Option<&Candidate>, next: Option<&Candidate>| {
                head.zip(next)
                    .is_some_and(|(head, next)| head.variant != last.variant && head.heads_clauses(next))
            };
            let parts_clauses = heads_clauses(above.filter(|above| above.value == last.value), next[0]);
            let is_before = heads_clauses(next[0], next[1]);
            if parts_clauses || (is_before && source.is_announced(first.paragraph)) {
                added::mark(&mut listed, start..end);
            }
        }
        above = run.iter().rfind(|head| head.style == Style::Arabic).or(above);
        start = end;
    }
    added::remove(heads, listed);
}

/// Whether `run`, items one right below the other, is a list below the heading `above`.
fn is_list(source: Source<'_>, run: &[Candidate], above: &Candidate) -> bool {
    let [first, _, ..] = run else { return false };
    let line = first.paragraph.checked_sub(1).filter(|line| *line > above.paragraph);
    let are_sentences =
        || run.iter().all(|item| is_sentence(source, item)) && !is_sentence(source, above) && line.is_some();
    let is_free = first.value == 1 && first.level == 0 && !first.style.is_fixed();
    is_free
        && first.is_like(above)
        && ((line.is_some() && source.is_announced(first.paragraph)) || are_sentences())
}

/// Whether the heading `below` goes on with `above` behind `run` and a text.
fn is_behind(source: Source<'_>, run: &[Candidate], above: &Candidate, below: &Candidate) -> bool {
    let is_parted = run.last().is_some_and(|last| last.paragraph + 1 < below.paragraph);
    below.goes_on(above) && is_parted && is_sentence(source, above) == is_sentence(source, below)
}

fn is_sentence(source: Source<'_>, head: &Candidate) -> bool {
    source.line(head.paragraph).ends_with(['。', '；', '！', '.', ';'])
}
