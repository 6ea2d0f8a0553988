//! Plans of a book in its text: 第一章緒論。…。 第二章…。, each line a sentence that tells what a chapter will be about.

use std::collections::HashSet;

use super::super::candidate::Candidate;
use super::super::source::Source;
use super::super::style::Style;

/// Fewest lines of a plan.
const FEWEST: usize = 3;

/// Removes the candidates of plans: chapters each followed at once by the next, every one a sentence, at least half of
/// which come as chapters elsewhere.
pub(super) fn drop_plans(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let is_told = |head: &Candidate| {
        let is_chapter = head.style.is_fixed() && !matches!(head.style, Style::Article | Style::Part);
        is_chapter && head.level == 0 && head.value > 0 && source.line(head.paragraph).ends_with(['。', '；'])
    };
    let goes_on = |above: &Candidate, head: &Candidate| {
        is_told(above)
            && is_told(head)
            && above.style == head.style
            && above.value + 1 == head.value
            && above.paragraph + 1 == head.paragraph
    };
    if heads.chunk_by(goes_on).all(|run| run.len() < FEWEST) {
        return;
    }
    // 第一節…。第二節…。 may be run in below every chapter: only those that stand alone are no plan.
    let alone = heads.chunk_by(goes_on).filter(|run| run.len() < FEWEST).flatten();
    let chapters: HashSet<_> = alone.map(|head| (head.style, head.value)).collect();
    let plans = heads.chunk_by(goes_on).flat_map(|run| {
        let again = run.iter().filter(|head| chapters.contains(&(head.style, head.value))).count();
        std::iter::repeat_n(run.len() < FEWEST || again * 2 < run.len(), run.len())
    });
    let keep: Vec<_> = plans.collect();
    let mut kept = keep.into_iter();
    heads.retain(|_| kept.next().unwrap_or(true));
}
