//! Points: numbered items inside paragraphs (一是…二是…, (一)…(二)…, ①…), leaves under the section they stand in.

use std::ops::ControlFlow;

use super::candidate::{Candidate, Place};
use super::marker::variant;
use super::sequence::{self, Choice, LastNumbers, Sign};
use super::source::Source;
use super::style::Style;
use super::title;
use super::{Point, Section, SectionId};
use crate::progress::Progress;
use crate::text::{SourceOffset, SourceRange};

/// The points among `candidates`, which are in document order and no sections. Each section's own text is read by
/// itself.
pub(super) fn find(
    source: Source<'_>,
    sections: &[Section],
    candidates: &[Candidate],
    progress: &mut Progress<'_>,
) -> ControlFlow<(), Vec<Point>> {
    let mut points = Vec::new();
    let mut rest = candidates;
    let mut section = 0;
    while let Some(first) = rest.first() {
        while sections.get(section).is_some_and(|next| next.span.start <= first.range.start) {
            section += 1;
        }
        let end = sections.get(section).map_or(source.text.len(), |next| next.span.start.get());
        let count = rest.iter().take_while(|point| point.range.start.get() < end).count().max(1);
        let (own, after) = rest.split_at(count);
        let parent = section.checked_sub(1).map(SectionId::new);
        let above = parent.and_then(|parent| sections.get(parent.index())).map_or(0, |section| section.level);
        let of_all = (candidates.len() - rest.len(), candidates.len());
        read_section(source, Own { candidates: own, parent, above, end, of_all }, progress, &mut points)?;
        rest = after;
    }
    ControlFlow::Continue(points)
}

/// What is read by itself: the candidates in the own text of one section.
#[derive(Clone, Copy)]
struct Own<'a> {
    candidates: &'a [Candidate],
    /// The section, and its level; `None` and 0 before the first.
    parent: Option<SectionId>,
    above: u8,
    /// The byte where its own text ends.
    end: usize,
    /// How many candidates come before these, and how many there are: for the progress.
    of_all: (usize, usize),
}

/// Whether a candidate that numbers no section may number a point.
pub(super) fn may_be(candidate: &Candidate) -> bool {
    let weak = candidate.weight < 1.0 && !candidate.style.is_point() && candidate.style != Style::Ordinal;
    let undelimited =
        matches!(candidate.variant, variant::BLANK | variant::BARE) && !candidate.style.is_fixed();
    let heading = candidate.style.is_fixed() && candidate.place == Place::Line;
    !heading && !weak && !undelimited
}

fn read_section(
    source: Source<'_>,
    own: Own<'_>,
    progress: &mut Progress<'_>,
    points: &mut Vec<Point>,
) -> ControlFlow<()> {
    let Own { candidates: own, parent, above, end: section_end, of_all: (before, all) } = own;
    let mut last = LastNumbers::default();
    let signs = own.iter().map(|candidate| Sign {
        style: candidate.style,
        variant: candidate.variant,
        value: candidate.value,
        prefix: candidate.prefix,
        level: 0,
        weight: score(source, candidate),
        previous: last.replace(candidate.style, candidate.value),
        burden: 0.0,
        annexed: false,
        adjoins: false,
        fresh: false,
        chained: false,
        hashed: false,
        within: false,
        expected: false,
        mistyped: false,
        over: false,
    });
    let choices = sequence::read(signs, (before, all), progress)?;
    let mut chosen: Vec<usize> =
        (0..own.len()).filter(|&i| choices.get(i).is_some_and(|c| c.depth > 0)).collect();
    drop_loners(source, own, &choices, &mut chosen);
    let spans = spans(source, (own, section_end), &choices, &chosen);
    for (position, &index) in chosen.iter().enumerate() {
        let (Some(candidate), Some(choice)) = (own.get(index), choices.get(index)) else { continue };
        let line = source.joined(candidate.paragraph, source.blocks.len());
        let next = chosen.get(position + 1).and_then(|&next| own.get(next)).map(|next| next.range.start);
        let end = next.filter(|next| *next < line.end).unwrap_or(line.end);
        let from = candidate.range.end;
        let words = SourceRange { start: from, end }.slice(source.text);
        progress.look(words.len(), before + own.len(), all)?;
        let found = title::of_point(words, candidate.style);
        points.push(Point {
            level: above.saturating_add(choice.depth),
            parent,
            marker: candidate.range,
            title: SourceRange::new(from.get() + found.start, from.get() + found.end),
            span: spans.get(position).copied().unwrap_or(candidate.range),
        });
    }
    ControlFlow::Continue(())
}

/// All that each of the `chosen` points holds: see [`Point::span`]. One pass there and one back.
fn spans(
    source: Source<'_>,
    (own, section_end): (&[Candidate], usize),
    choices: &[Choice],
    chosen: &[usize],
) -> Vec<SourceRange> {
    let section_end = SourceOffset::new(section_end);
    let at = |position: usize| {
        let index = *chosen.get(position)?;
        Some((own.get(index)?, choices.get(index)?.depth))
    };
    let (list_of, _) = sequence::lists(chosen.iter().filter_map(|&index| choices.get(index)).copied());
    let (next, above) = neighbours(chosen.iter().map(|&index| choices.get(index).map_or(0, |c| c.depth)));
    let mut ends = vec![SourceOffset::default(); chosen.len()];
    let mut paragraph = Paragraph { first: usize::MAX, end: section_end };
    for position in (0..chosen.len()).rev() {
        let Some((candidate, _)) = at(position) else { continue };
        paragraph = paragraph.of(source, candidate.paragraph);
        let within = ends.get(position).copied().unwrap_or_default();
        let next = next.get(position).copied().flatten();
        let limit = next.and_then(at).map_or(section_end, |(next, _)| next.range.start);
        let same_list = next.is_some_and(|next| list_of.get(next) == list_of.get(position));
        let runs_on = same_list && starts_paragraph(source, candidate);
        let end = if runs_on { limit } else { paragraph.end.max(within).min(limit) };
        for slot in [Some(position), above.get(position).copied().flatten()].into_iter().flatten() {
            if let Some(slot) = ends.get_mut(slot) {
                *slot = end.max(*slot);
            }
        }
    }
    let starts = chosen.iter().filter_map(|&index| own.get(index)).map(|candidate| candidate.range);
    starts
        .zip(ends)
        .map(|(range, end)| SourceRange { start: range.start, end: end.max(range.end) }.trimmed(source.text))
        .collect()
}

/// For each item of these depths the next that is at most as deep, and the one that it stands in.
fn neighbours(depths: impl ExactSizeIterator<Item = u8>) -> (Vec<Option<usize>>, Vec<Option<usize>>) {
    let mut next = vec![None; depths.len()];
    let mut above = Vec::with_capacity(depths.len());
    let mut open: Vec<(u8, usize)> = Vec::new();
    for (position, depth) in depths.enumerate() {
        while let Some((_, closed)) = open.pop_if(|(other, _)| *other >= depth) {
            if let Some(slot) = next.get_mut(closed) {
                *slot = Some(position);
            }
        }
        above.push(open.last().map(|(_, other)| *other));
        open.push((depth, position));
    }
    (next, above)
}

/// The paragraph that a line stands in, from that line on. Lines are asked for backwards, so that those of a long
/// paragraph are passed once.
#[derive(Clone, Copy)]
struct Paragraph {
    first: usize,
    end: SourceOffset,
}

impl Paragraph {
    fn of(self, source: Source<'_>, first: usize) -> Self {
        let mut line = first;
        while line != self.first {
            if !source.continues(line + 1) {
                return Self { first, end: source.range(line).end };
            }
            line += 1;
        }
        Self { first, ..self }
    }
}

/// What it costs not to take the candidate for a point.
fn score(source: Source<'_>, candidate: &Candidate) -> f32 {
    let starts = starts_paragraph(source, candidate);
    let glued = candidate.place == Place::Glued;
    let weight = match candidate.style {
        // 全市第一, …全市第二, is mostly no list, 統一要… no first item: only further items bear them out.
        Style::Ordinal if glued && candidate.value == 1 => 0.2,
        _ if glued => 0.6,
        _ if candidate.style.is_fixed() => 4.0,
        Style::Clause | Style::HanParen | Style::Circled => 4.0,
        Style::Ordinal | Style::ArabicParen => 3.0,
        Style::Han | Style::Arabic | Style::Decimal(_) if candidate.variant <= variant::POINT => 2.5,
        Style::Adverb => 2.0,
        _ => 1.0,
    };
    if starts { weight + 0.5 } else { weight }
}

fn starts_paragraph(source: Source<'_>, candidate: &Candidate) -> bool {
    !source.continues(candidate.paragraph) && source.range(candidate.paragraph).start == candidate.range.start
}

/// Removes the points that are alone in their list, unless a paragraph starts with them or they cannot be prose.
fn drop_loners(source: Source<'_>, own: &[Candidate], choices: &[Choice], chosen: &mut Vec<usize>) {
    let (list_of, sizes) = sequence::lists(chosen.iter().filter_map(|&index| choices.get(index)).copied());
    let mut lists = list_of.into_iter();
    chosen.retain(|&index| {
        let alone = lists.next().and_then(|list| sizes.get(list)).is_some_and(|size| *size < 2);
        let Some(candidate) = own.get(index) else { return false };
        let certain = match candidate.style {
            Style::Clause => candidate.value > 1 || starts_paragraph(source, candidate),
            Style::Han => candidate.variant == variant::USUAL,
            style => style.is_fixed(),
        };
        !alone || certain
    });
}
