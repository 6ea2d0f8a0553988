//! Plans of a book in its text: 第一章緒論。…。 第二章…。, each line a sentence that tells what a chapter will be about; and names
//! of chapters without text, that one chapter lists.

use super::super::added;
use super::super::candidate::Candidate;
use super::super::source::Source;
use super::super::style::Style;

/// Fewest lines of a plan.
const FEWEST: usize = 3;

/// So many of so many chapters that one lists have no text.
const SOME: (usize, usize) = (3, 4);

/// Removes the chapters that another lists: between 第一章 and 第二章, all with later numbers, and hardly one with a text.
pub(super) fn drop_listed(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let is_chapter = |head: &Candidate| {
        head.style == Style::Chapter && head.value > 0 && head.level == 0 && !head.is_appendix()
    };
    let mut listed = vec![false; heads.len()];
    let (mut last, mut between): (Option<u32>, Vec<usize>) = (None, Vec::new());
    for (at, head) in heads.iter().enumerate().filter(|(_, head)| is_chapter(head)) {
        if last.is_some_and(|last| head.value != last + 1) {
            between.push(at);
            continue;
        }
        let later = between.iter().filter_map(|&at| heads.get(at)).all(|other| other.value > head.value);
        let bare = between.iter().filter(|&&at| !added::has_text(source, heads, at)).count();
        if between.len() >= FEWEST && later && bare * SOME.1 >= between.len() * SOME.0 {
            for at in &between {
                if let Some(listed) = listed.get_mut(*at) {
                    *listed = true;
                }
            }
        }
        between.clear();
        last = Some(head.value);
    }
    added::remove(heads, listed);
}

/// Removes the candidates of plans: chapters each followed at once by the next, every one a sentence, in the midst of
/// chapters that go on behind them: 第一章, the plan, 第二章.
pub(super) fn drop_plans(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let is_chapter = |head: &Candidate| {
        head.style.is_fixed() && !matches!(head.style, Style::Article | Style::Part) && head.value > 0
    };
    let is_told = |head: &Candidate| {
        let paragraph = source.joined(head.paragraph, source.blocks.len()).slice(source.text);
        is_chapter(head) && head.level == 0 && paragraph.ends_with(['。', '；'])
    };
    let goes_on = |above: &Candidate, head: &Candidate| {
        is_told(above)
            && is_told(head)
            && above.style == head.style
            && above.value + 1 == head.value
            && !source.parted(above.paragraph, head.paragraph)
    };
    let mut plans = Vec::new();
    let mut from = 0;
    for run in heads.chunk_by(goes_on) {
        let to = from + run.len();
        plans.extend(Some(from..to).filter(|_| run.len() >= FEWEST));
        from = to;
    }
    let numbered = |heads: Option<&[Candidate]>| {
        let is_clause = |head: &&Candidate| matches!(head.style, Style::Arabic | Style::Decimal(_));
        heads.into_iter().flatten().filter(is_clause).nth(FEWEST - 1).is_some()
    };
    for plan in plans.into_iter().rev() {
        let (above, below) = (heads.get(..plan.start), heads.get(plan.end..));
        let first = heads.get(plan.start).map(|head| (head.style, head.value));
        let style = first.map(|(style, _)| style);
        let of_style = |head: &&Candidate| Some(head.style) == style && is_chapter(head);
        let last = above.into_iter().flatten().rfind(of_style).map(|head| head.value + 1);
        let next = below.into_iter().flatten().find(of_style).map(|head| head.value);
        // In a text whose chapters are 1, 2, 3 these are all that there are.
        let are_all = last.is_none() && next.is_none() && numbered(above) && numbered(below);
        // An excerpt may end with its first chapter, and that with the plan.
        let is_anew =
            next.is_none() && first.zip(last).is_some_and(|((_, value), expected)| value < expected);
        if are_all || is_anew || (last.is_some() && last == next) {
            heads.drain(plan);
        }
    }
}
