//! Plans of a book in its text: 第一章緒論。…。 第二章…。, each line a sentence that tells what a chapter will be about.

use std::collections::HashMap;

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
    let runs: Vec<_> = heads.chunk_by(goes_on).map(<[Candidate]>::len).collect();
    if runs.iter().all(|len| *len < FEWEST) {
        return;
    }
    let mut counts: HashMap<(Style, u32), usize> = HashMap::new();
    for head in heads.iter() {
        *counts.entry((head.style, head.value)).or_default() += 1;
    }
    let mut keep = Vec::with_capacity(heads.len());
    let mut rest = heads.as_slice();
    for len in runs {
        let (run, behind) = rest.split_at(len.min(rest.len()));
        let again = run.iter().filter(|head| counts.get(&(head.style, head.value)) > Some(&1)).count();
        keep.resize(keep.len() + len, len < FEWEST || again * 2 < len);
        rest = behind;
    }
    let mut kept = keep.into_iter();
    heads.retain(|_| kept.next().unwrap_or(true));
}
