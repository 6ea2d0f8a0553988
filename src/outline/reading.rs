//! One reading of all candidates: which are headings, and how deep they stand.
//!
//! The document is read twice at most: what the first reading tells to be lists pulls along what follows, and is left out
//! of the second. Then it has shown how it nests its kinds, and what stands before the first numbered heading of a part
//! is placed by that.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use super::candidate::Candidate;
use super::group::{self, Group, Verdict};
use super::heading::Heading;
use super::marker::PART;
use super::sequence::{self, Choice, LastNumbers, Sign};
use super::source::Source;
use super::style::Style;
use super::weights;
use crate::progress::Progress;
use crate::text::SourceOffset;

/// How often the document is read, at most.
const READINGS: usize = 2;

/// The headings among `heads`, in document order; `markers` are all candidates in document order.
pub(super) fn read(
    source: Source<'_>,
    heads: Vec<Candidate>,
    markers: &[Candidate],
    progress: &mut Progress<'_>,
) -> ControlFlow<(), Vec<Heading>> {
    read_with((source, markers), heads, &weights::lists(), progress, |_, _| {})
}

/// The same with other weights; `watch` sees every reading and what is decided of its groups.
pub(super) fn read_with(
    (source, markers): (Source<'_>, &[Candidate]),
    mut heads: Vec<Candidate>,
    weights: &[f32; group::COUNT],
    progress: &mut Progress<'_>,
    mut watch: impl FnMut(&[Heading], &[Verdict]),
) -> ControlFlow<(), Vec<Heading>> {
    let mut read = Vec::new();
    if is_titled(&heads) {
        heads.remove(0);
    }
    let all = heads.len();
    for round in 0..READINGS {
        let share = (round * all, READINGS * all);
        let mut headings = taken(&heads, &sequence::read(signs(&heads), share, progress)?);
        let (verdicts, kept) = group::score(source, markers, &headings, weights);
        watch(&headings, &verdicts);
        for verdict in &verdicts {
            for &member in &verdict.group.members {
                if let Some(heading) = headings.get_mut(member) {
                    (heading.odds, heading.alone) = (verdict.odds, verdict.group.members.len() == 1);
                }
            }
        }
        let mut kept = kept.into_iter();
        let items: HashSet<SourceOffset> = headings
            .extract_if(.., |_| !kept.next().unwrap_or(true))
            .map(|item| item.candidate.range.start)
            .collect();
        read = headings;
        if items.is_empty() {
            break;
        }
        heads.retain(|head| !items.contains(&head.range.start));
    }
    close_up(&mut read);
    lift(&mut read);
    deepen(&mut read);
    sink_clauses(&mut read);
    ControlFlow::Continue(read)
}

/// Whether the first of the candidates is the title of the document and no heading in it: the only one with so few hashes, on
/// the first line, without a number.
fn is_titled(heads: &[Candidate]) -> bool {
    let Some((first, others)) = heads.split_first() else { return false };
    let Style::Hash(depth) = first.style else { return false };
    let is_above = |head: &Candidate| !matches!(head.style, Style::Hash(of) if of <= depth);
    first.paragraph == 0 && first.value == 0 && first.level == 0 && others.iter().all(is_above)
}

/// The candidates that the reading takes for headings.
fn taken(heads: &[Candidate], choices: &[Choice]) -> Vec<Heading> {
    let pairs = heads.iter().zip(choices).filter(|(_, choice)| choice.depth > 0);
    pairs
        .map(|(candidate, choice)| Heading {
            candidate: *candidate,
            choice: *choice,
            odds: 0.0,
            alone: false,
        })
        .collect()
}

fn signs(candidates: &[Candidate]) -> impl Iterator<Item = Sign> {
    let mut last = LastNumbers::default();
    let mut above = None;
    let flags = within(candidates).into_iter().zip(annexed(candidates));
    candidates.iter().zip(flags).map(move |(candidate, (within, annexed))| Sign {
        annexed,
        adjoins: above.replace(candidate.paragraph) == candidate.paragraph.checked_sub(1)
            && candidate.paragraph > 0,
        style: candidate.style,
        variant: candidate.variant,
        value: candidate.value,
        prefix: candidate.prefix,
        level: candidate.level,
        weight: candidate.weight,
        previous: last.replace(candidate.style, candidate.value),
        burden: candidate.burden,
        fresh: candidate.apart,
        within,
    })
}

/// For each candidate whether it is the first of what stands between two numbers of a list above it: of chapters
/// between 三、 and 四、, one of which may be lost, or of 1. 2. between 4.4 and 4.5 or 5.1.
fn within(candidates: &[Candidate]) -> Vec<bool> {
    let number = |head: &Candidate| {
        matches!(head.style, Style::Han | Style::Formal).then_some((head.style, head.value))
    };
    let clause = |head: &Candidate| (head.style == Style::Decimal(2)).then_some(head.prefix);
    let mut next = (None, None);
    let mut found: Vec<_> = candidates
        .iter()
        .rev()
        .map(|head| {
            next = (number(head).or(next.0), clause(head).or(next.1));
            next
        })
        .collect();
    found.reverse();
    let mut last = (None, None);
    let follows = |last: u32, next: u32| (last + 1..=last + 2).contains(&next);
    candidates
        .iter()
        .zip(found)
        .map(|(head, next)| {
            last = (number(head).or(last.0), clause(head).or(last.1));
            let chapters = head.style.is_fixed() && head.style != Style::Article;
            let numbered =
                || last.0.zip(next.0).is_some_and(|(last, next)| last.0 == next.0 && follows(last.1, next.1));
            let clauses = || last.1.zip(next.1).is_some_and(|(last, next)| (last..=last + 1).contains(&next));
            head.value == 1 && ((chapters && numbered()) || (head.style == Style::Arabic && clauses()))
        })
        .collect()
}

/// For each candidate whether it is an appendix between two chapters that go on: 附件一 behind 第二章 and before 第三章.
fn annexed(candidates: &[Candidate]) -> Vec<bool> {
    let chapter = |head: &Candidate| {
        (head.style == Style::Chapter && !head.is_appendix() && head.value > 0).then_some(head.value)
    };
    let mut next = None;
    let mut found: Vec<_> = candidates
        .iter()
        .rev()
        .map(|head| {
            next = chapter(head).or(next);
            next
        })
        .collect();
    found.reverse();
    let mut last = None;
    let pairs = candidates.iter().zip(found);
    pairs
        .map(|(head, next): (&Candidate, Option<u32>)| {
            last = chapter(head).or(last);
            head.is_appendix() && last.zip(next).is_some_and(|(last, next)| last + 1 == next)
        })
        .collect()
}

/// Closes the gaps that dropped headings leave in the levels of those that stood below them.
fn close_up(headings: &mut [Heading]) {
    let mut open: Vec<u8> = Vec::new();
    for heading in headings {
        let depth = heading.choice.depth;
        while open.pop_if(|above| *above >= depth).is_some() {}
        open.push(depth);
        heading.choice.depth = u8::try_from(open.len()).unwrap_or(DEEPEST);
    }
}

/// What comes before the first numbered heading of a part stands as deep as its like does below such a heading: its
/// own heading has no number. For instance （一） before the first 一、, or 一、 before the first 第一章.
fn lift(headings: &mut [Heading]) {
    let mut groups = group::groups(headings);
    groups.sort_by_key(|group| group.members.first().copied());
    let mut firsts: HashMap<Option<usize>, Option<&Group>> = HashMap::new();
    let mut shifts = Vec::new();
    for group in &groups {
        match firsts.get_mut(&group.under) {
            None => {
                firsts.insert(group.under, Some(group));
            }
            // The same kind once more, where its numbers do not go on, waits for the heading as well.
            Some(Some(first)) if style_of(headings, first) == style_of(headings, group) => {}
            Some(first) => shifts.extend(first.take().and_then(|first| shift(headings, first, group))),
        }
    }
    for (range, by) in shifts {
        for heading in headings.get_mut(range).unwrap_or_default() {
            heading.choice.depth = heading.choice.depth.saturating_add(by).min(DEEPEST);
        }
    }
}

/// Where nothing but 5.1, 5.2 and 6.1, 6.2 stands at the top, the chapters have lost their numbers: those before and
/// those that these belong to. 1.1, 1.2 and 2.1 from the first on may be all that there is. Appendices count anew.
fn deepen(headings: &mut [Heading]) {
    let end = headings.iter().position(|heading| heading.candidate.is_appendix()).unwrap_or(headings.len());
    let headings = headings.get_mut(..end).unwrap_or_default();
    let top = || headings.iter().filter(|heading| heading.choice.depth == 1 && heading.candidate.value > 0);
    let prefix = top().next().map(|heading| heading.candidate.prefix);
    let all = top().all(|heading| heading.candidate.style == Style::Decimal(2));
    if all && prefix > Some(1) && top().any(|heading| Some(heading.candidate.prefix) != prefix) {
        for heading in headings.iter_mut().filter(|heading| heading.candidate.style != Style::Matter) {
            heading.choice.depth = heading.choice.depth.saturating_add(1).min(DEEPEST);
        }
    }
}

/// 3.1.1 right below 3 stands as deep as below 3.1, which is lost, where the document has such: and so does what stands
/// below it.
fn sink_clauses(headings: &mut [Heading]) {
    let mut has = [false; u8::BITS as usize];
    let count = |head: &Candidate| match head.style {
        Style::Decimal(numbers) => Some(numbers),
        Style::Arabic | Style::Chapter => Some(1),
        _ => None,
    };
    for heading in headings.iter() {
        if let Style::Decimal(numbers) = heading.candidate.style
            && let Some(has) = has.get_mut(usize::from(numbers))
        {
            *has = true;
        }
    }
    let mut open: Vec<(u8, Candidate, u8)> = Vec::new();
    for heading in headings {
        let (depth, head) = (heading.choice.depth, heading.candidate);
        while open.pop_if(|(above, ..)| *above >= depth).is_some() {}
        let lost = open.last().zip(count(&head)).and_then(|((at, above, _), numbers)| {
            let lost = numbers.checked_sub(count(above)? + 1)?;
            let own = above.prefix.saturating_mul(PART).saturating_add(above.value);
            let of = (0..lost).fold(head.prefix, |prefix, _| prefix / PART);
            let known = has.get(usize::from(numbers - lost)..usize::from(numbers))?;
            (of == own && known.contains(&true)).then(|| lost.saturating_sub(depth - at - 1))
        });
        let sunk = open.last().map_or(0, |(.., sunk)| *sunk) + lost.unwrap_or(0);
        open.push((depth, head, sunk));
        heading.choice.depth = depth.saturating_add(sunk).min(DEEPEST);
    }
}

/// Deepest level.
const DEEPEST: u8 = 10;
const _: () = assert!(DEEPEST as usize == sequence::DEPTH, "levels are as deep as lists");

fn style_of(headings: &[Heading], group: &Group) -> Option<Style> {
    group.members.first().and_then(|&first| headings.get(first)).map(|heading| heading.candidate.style)
}

/// How much deeper the headings of `first` have to stand, which comes before `second` under the same heading.
fn shift(headings: &[Heading], first: &Group, second: &Group) -> Option<(std::ops::Range<usize>, u8)> {
    let (from, to) = (*first.members.first()?, *second.members.first()?);
    let level = headings.get(from).map_or(0, |heading| heading.candidate.level);
    let style = |index: usize| headings.get(index).map(|heading| heading.candidate.style);
    let (own, above) = (style(from)?, style(to)?);
    // What stands behind a text says nothing of how deep the text stands.
    let is_appendix = headings.get(to).is_some_and(|heading| heading.candidate.is_appendix());
    // Articles may stand before the first chapter, but not where that is another: the text is an excerpt.
    let is_excerpt = headings.get(to).is_some_and(|heading| heading.candidate.value > 1);
    let is_below = level == 0
        && !is_appendix
        && (!own.is_fixed() || is_excerpt)
        && above != Style::Matter
        && !above.is_free()
        && above.rank() < own.rank();
    if !is_below || first.depth != second.depth {
        return None;
    }
    let depth = |heading: &Heading| usize::from(heading.choice.depth);
    // 九、 with 一、 below it is no such 一、.
    let nests = |heading: &Heading| heading.candidate.style == own && depth(heading) > first.depth;
    if headings.get(from..to)?.iter().any(nests) {
        return None;
    }
    // The first part that has such tells how deep they stand: another may have divisions between.
    let parts = headings.get(to..)?.iter().take_while(|heading| depth(heading) >= second.depth);
    let like = parts.skip_while(|heading| heading.candidate.style != own);
    let part = like.take_while(|heading| depth(heading) > second.depth);
    let mut depths = part.filter(|heading| heading.candidate.style == own).map(depth);
    let usual = depths.next()?;
    let by = u8::try_from(usual.checked_sub(first.depth)?).ok().filter(|by| *by > 0)?;
    depths.all(|depth| depth == usual).then_some((from..to, by))
}
