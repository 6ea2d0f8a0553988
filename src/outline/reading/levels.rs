//! What the reading of all headings tells of their levels once lists are left out: gaps are closed, what has lost the heading
//! that it stands below stands as deep as its like.

use std::collections::HashMap;

use crate::outline::candidate::Candidate;
use crate::outline::group::{self, Group};
use crate::outline::heading::Heading;
use crate::outline::marker::PART;
use crate::outline::sequence;
use crate::outline::style::Style;

/// So many levels may be lost above the beginning of an excerpt.
const LIFTS: usize = 4;

/// Settles the levels of the headings.
pub(super) fn settle(headings: &mut [Heading]) {
    close_up(headings);
    for _ in 0..LIFTS {
        if !lift(headings) {
            break;
        }
    }
    deepen(headings);
    sink_clauses(headings);
}

/// Closes the gaps that dropped headings leave in the levels of those that stood below them.
pub(super) fn close_up(headings: &mut [Heading]) {
    let mut open: Vec<u8> = Vec::new();
    for heading in headings {
        let depth = heading.choice.depth;
        while open.pop_if(|above| *above >= depth).is_some() {}
        open.push(depth);
        heading.choice.depth = u8::try_from(open.len()).unwrap_or(DEEPEST);
    }
}

/// What comes before the first numbered heading of a part stands as deep as its like does below such a heading: its
/// own heading has no number. For instance （一） before the first 一、, or 一、 before the first 第一章. Tells whether
/// any does: 第五條 before 第二節, which stands before 第三章, has to be lifted twice.
fn lift(headings: &mut [Heading]) -> bool {
    let mut groups = group::groups(headings);
    groups.sort_by_key(|group| group.members.first().copied());
    let mut firsts: HashMap<Option<usize>, Option<(usize, &Group)>> = HashMap::new();
    let mut shifts = Vec::new();
    for group in &groups {
        let Some(&start) = group.members.first() else { continue };
        match firsts.get_mut(&group.under) {
            None => {
                firsts.insert(group.under, Some((start, group)));
            }
            // 導言 before the first chapter has what follows below it.
            Some(Some((_, first))) if style_of(headings, first) == Some(Style::Matter) => {
                firsts.insert(group.under, Some((start, group)));
            }
            // The same kind once more, where its numbers do not go on, waits for the heading as well.
            Some(Some((_, first))) if style_of(headings, first) == style_of(headings, group) => {}
            // 第五條 was lifted below 第二節, and goes with that.
            Some(Some((start, first))) if first.depth > group.depth => {
                let from = *start;
                firsts.insert(group.under, Some((from, group)));
            }
            Some(first) => shifts.extend(first.take().and_then(|first| shift(headings, first, group))),
        }
    }
    let any = !shifts.is_empty();
    for (range, by) in shifts {
        for heading in headings.get_mut(range).unwrap_or_default() {
            heading.choice.depth = heading.choice.depth.saturating_add(by).min(DEEPEST);
        }
    }
    any
}

/// Where nothing but 5.1, 5.2 and 6.1, 6.2 stands at the top, the chapters have lost their numbers: those before and
/// those that these belong to. 1.1, 1.2 and 2.1 from the first on may be all that there is, but not 1.5 and 2.1.
/// Appendices count anew.
fn deepen(headings: &mut [Heading]) {
    let end = headings.iter().position(|heading| heading.candidate.is_appendix()).unwrap_or(headings.len());
    let headings = headings.get_mut(..end).unwrap_or_default();
    let top = || headings.iter().filter(|heading| heading.choice.depth == 1 && heading.candidate.value > 0);
    let first = top().next().map(|heading| heading.candidate);
    let prefix = first.map(|first| first.prefix);
    let is_excerpt = first.is_some_and(|first| first.prefix > 1 || first.value > 1);
    let all = top().all(|heading| heading.candidate.style == Style::Decimal(2));
    if all && is_excerpt && top().any(|heading| Some(heading.candidate.prefix) != prefix) {
        for heading in headings.iter_mut().filter(|heading| heading.candidate.style != Style::Matter) {
            heading.choice.depth = heading.choice.depth.saturating_add(1).min(DEEPEST);
        }
    }
}

/// 3.1.1 right below 3 stands as deep as below 3.1, which is lost, where the document has such: and so does what stands
/// below it.
fn sink_clauses(headings: &mut [Heading]) {
    let mut has = [false; u8::BITS as usize];
    let count = |head: &Candidate| head.style.numbers();
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

/// How much deeper the headings of `first` have to stand, which comes before `second` under the same heading, and those
/// from `start` on that are lifted with it.
fn shift(
    headings: &[Heading],
    (start, first): (usize, &Group),
    second: &Group,
) -> Option<(std::ops::Range<usize>, u8)> {
    let (from, to) = (*first.members.first()?, *second.members.first()?);
    let begin = headings.get(from)?.candidate;
    let style = |index: usize| headings.get(index).map(|heading| heading.candidate.style);
    let (own, above) = (style(from)?, style(to)?);
    // What stands behind a text says nothing of how deep the text stands.
    let is_appendix = headings.get(to).is_some_and(|heading| heading.candidate.is_appendix());
    // Articles may stand before the first chapter, but not where that is another: the text is an excerpt.
    let is_excerpt = headings.get(to).is_some_and(|heading| heading.candidate.value > 1);
    let is_below = begin.level == 0
        && !is_appendix
        && (!own.is_fixed() || is_excerpt)
        && above != Style::Matter
        && !above.is_free()
        && (above.rank() < own.rank() || (own == Style::Article && !above.is_fixed()));
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
    let is_clause = |heading: &Heading| matches!(heading.candidate.style, Style::Decimal(_));
    // 1. with 1.1 below it stands right below its chapter, which an excerpt has lost, though 1. stands below 一、 elsewhere.
    let is_other = headings.get(from..to)?.iter().any(is_clause) && !part.clone().any(is_clause);
    if is_excerpt && above.is_fixed() && own == Style::Arabic && is_other {
        return Some((start..to, 1));
    }
    // What has clauses is not the 1. 2. 3. of a table behind it.
    if !is_excerpt && own == Style::Arabic && is_other {
        return None;
    }
    let mut depths = part.filter(|heading| heading.candidate.style == own).map(depth);
    // 9.3.11 before 10 stands as deep as it has numbers, where the excerpt has no other such.
    let counted = || Some(second.depth + usize::from(own.numbers()?.checked_sub(above.numbers()?)?));
    // 3. and 1. before 四、 stand below 三、, which an excerpt has lost, and 第二節 before 第四章 below 第三章.
    let begins_late = begin.value > 1 || begin.prefix > 0;
    let is_below_lost = if own.is_fixed() { begins_late } else { !above.is_fixed() };
    let lost = || (is_excerpt && is_below_lost).then_some(second.depth + 1);
    let usual = depths.next().or_else(counted).or_else(lost)?;
    let by = u8::try_from(usual.checked_sub(first.depth)?).ok().filter(|by| *by > 0)?;
    depths.all(|depth| depth == usual).then_some((start..to, by))
}
