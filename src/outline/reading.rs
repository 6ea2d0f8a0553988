//! One reading of all candidates: which are headings, and how deep they stand.
//!
//! The document is read twice at most: what the first reading tells to be lists pulls along what follows, and is left out
//! of the second. Then it has shown how it nests its kinds, and what stands before the first numbered heading of a part
//! is placed by that.

mod levels;
mod listed;

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use super::appendix;
use super::candidate::Candidate;
use super::group::{self, Verdict};
use super::heading::{Heading, Standing};
use super::sequence::{self, Choice, LastNumbers, Sign};
use super::source::{self, Source};
use super::style::Style;
use super::weights;
use crate::progress::Progress;
use crate::text::SourceOffset;
use listed::Listed;

/// Lines at the top of a document that may hold its title.
const TITLES: usize = 12;
/// So many lines below a heading a list stands near.
const NEAR: usize = 2;
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
    while is_titled(&heads) {
        heads.remove(0);
    }
    let all = heads.len();
    let mut listed = Listed::default();
    for round in 0..READINGS {
        let share = (round * all, READINGS * all);
        let mut headings = taken(&heads, &sequence::read(signs(source, &heads), share, progress)?);
        let (verdicts, kept) = group::score(source, markers, &headings, weights);
        watch(&headings, &verdicts);
        listed.count(&headings, &verdicts, &kept);
        for verdict in &verdicts {
            let standing = listed.standing(&headings, verdict);
            for &member in &verdict.group.members {
                if let Some(heading) = headings.get_mut(member) {
                    heading.group = standing;
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
    levels::settle(&mut read);
    ControlFlow::Continue(read)
}

/// All of `heads`, as deep as the format says, at the top where it says nothing: of a file whose headings are the outline
/// that was exported, or of what has nothing but bold lines.
pub(super) fn as_said(heads: &[Candidate]) -> Vec<Heading> {
    let mut above = 0;
    let heading = |candidate: &Candidate| {
        let opens = candidate.level > std::mem::replace(&mut above, candidate.level);
        let choice = Choice { depth: candidate.level.max(1), opens, cost: 0.0 };
        Heading { candidate: *candidate, choice, group: Standing::default() }
    };
    let mut headings: Vec<_> = heads.iter().map(heading).collect();
    levels::close_up(&mut headings);
    headings
}

/// Whether the first of the candidates is the title of the document and no heading in it: the only one with so few
/// hashes, near the top, without a number.
fn is_titled(heads: &[Candidate]) -> bool {
    let Some((first, others)) = heads.split_first() else { return false };
    let Style::Hash(depth) = first.style else { return false };
    let is_above = |head: &Candidate| !matches!(head.style, Style::Hash(of) if of <= depth);
    first.paragraph < TITLES && first.value == 0 && first.level == 0 && others.iter().all(is_above)
}

/// The candidates that the reading takes for headings.
fn taken(heads: &[Candidate], choices: &[Choice]) -> Vec<Heading> {
    let pairs = heads.iter().zip(choices).filter(|(_, choice)| choice.depth > 0);
    pairs
        .map(|(candidate, choice)| Heading {
            candidate: *candidate,
            choice: *choice,
            group: Standing::default(),
        })
        .collect()
}

fn signs(source: Source<'_>, candidates: &[Candidate]) -> impl Iterator<Item = Sign> {
    let mut last = LastNumbers::default();
    let mut last_line = None;
    // A rule below a heading underlines it.
    let adjoin = move |above: usize, line: usize| {
        let between = above + 1..line;
        between.len() <= 1 && between.map(|line| source.line(line)).all(source::is_rule)
    };
    let flags =
        within(source, candidates).into_iter().zip(annexed(source, candidates)).zip(over(source, candidates));
    candidates.iter().zip(flags).map(move |(candidate, ((within, annexed), over))| {
        let line = candidate.paragraph;
        let above = last_line.replace(line).filter(|above| *above < line);
        Sign {
            annexed,
            adjoins: above.is_some_and(|above| adjoin(above, line)),
            style: candidate.style,
            variant: candidate.variant,
            value: candidate.value,
            prefix: candidate.prefix,
            level: candidate.level,
            weight: candidate.weight,
            previous: last.replace(candidate.style, candidate.value),
            burden: candidate.burden,
            fresh: candidate.apart,
            chained: candidate.chained,
            hashed: candidate.hashed,
            within,
            expected: candidate.expected,
            mistyped: candidate.mistyped,
            over,
        }
    })
}

/// For each candidate whether it is the first of what stands between two numbers of a list above it: of chapters
/// between 三、 and 四、 or Ⅲ and Ⅳ, one of which may be lost, or right below the number, which would have nothing else;
/// or of 1. 2. between 4.4 and 4.5 or 5.1.
fn within(source: Source<'_>, candidates: &[Candidate]) -> Vec<bool> {
    let number = |head: &Candidate| {
        matches!(head.style, Style::Han | Style::Formal | Style::Roman).then_some((head.style, head.value))
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
    let mut above = None;
    let follows = |last: u32, next: u32| (last + 1..=last + 2).contains(&next);
    candidates
        .iter()
        .zip(found)
        .map(|(head, next)| {
            last = (number(head).or(last.0), clause(head).or(last.1));
            let right_above = std::mem::replace(&mut above, number(head).map(|of| (of.1, head.paragraph)));
            let is_below = || {
                right_above.is_some_and(|(number, line)| number > 1 && !source.parted(line, head.paragraph))
            };
            let chapters = head.style.is_fixed() && head.style != Style::Article;
            let numbered =
                || last.0.zip(next.0).is_some_and(|(last, next)| last.0 == next.0 && follows(last.1, next.1));
            let clauses = || last.1.zip(next.1).is_some_and(|(last, next)| (last..=last + 1).contains(&next));
            head.value == 1
                && ((chapters && (is_below() || numbered())) || (head.style == Style::Arabic && clauses()))
        })
        .collect()
}

/// For each candidate whether it is 1、 behind 5. with no 6. to come: of another text rather than of 5., unless it is
/// announced, or stands near below that and is not followed by 1.1.
fn over(source: Source<'_>, candidates: &[Candidate]) -> Vec<bool> {
    let mut last: HashMap<Style, Candidate> = HashMap::new();
    let before: Vec<_> = candidates.iter().map(|head| last.insert(head.style, *head)).collect();
    let mut next: HashMap<(Style, u8), u32> = HashMap::new();
    let mut found = vec![false; candidates.len()];
    let mut below: Option<&Candidate> = None;
    for ((head, before), over) in candidates.iter().zip(before).zip(&mut found).rev() {
        let clause = below.replace(head);
        if let Some(before) = before.filter(|before| head.value == 1 && before.variant != head.variant) {
            let goes_on = next.get(&(head.style, before.variant)) == Some(&(before.value + 1));
            let is_far = head.paragraph > before.paragraph + NEAR;
            let has_clauses =
                || clause.is_some_and(|clause| clause.style == Style::Decimal(2) && clause.prefix == 1);
            *over = (is_far || has_clauses()) && !goes_on && !source.is_announced(head.paragraph);
        }
        next.insert((head.style, head.variant), head.value);
    }
    found
}

/// For each candidate whether it is an appendix of a chapter: 附件一 between 第二章 and 第三章, which goes on, or behind 第三章
/// where that is all there is of the paper; 附錄 closes a book.
fn annexed(source: Source<'_>, candidates: &[Candidate]) -> Vec<bool> {
    let chapter = |head: &Candidate| {
        (head.style == Style::Chapter && !head.is_appendix() && head.value > 0).then_some(head.value)
    };
    let mut chapters = candidates.iter().filter_map(chapter);
    let is_excerpt = chapters.next().is_some_and(|only| only > 1) && chapters.next().is_none();
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
            let goes_on = || last.zip(next).is_some_and(|(last, next)| last + 1 == next);
            let closes = || appendix::is_of_book(source, head);
            head.is_appendix() && (goes_on() || (is_excerpt && last.is_some() && !closes()))
        })
        .collect()
}
