//! Points: numbered items inside paragraphs (一是…二是…, (一)…(二)…, ①…), leaves under the section they stand in.

use std::ops::ControlFlow;

use super::marker::variant;
use super::scan::{Candidate, Place};
use super::sequence::{self, Choice, LastNumbers, Sign};
use super::source::Source;
use super::style::Style;
use super::title;
use super::{Point, Section, SectionId};
use crate::progress::Progress;
use crate::text::SourceRange;

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
    let mut steps = 0;
    while let Some(first) = rest.first() {
        if candidates.len() - rest.len() >= steps {
            progress.step(steps, candidates.len())?;
            steps += STEP;
        }
        while sections.get(section).is_some_and(|next| next.span.start <= first.range.start) {
            section += 1;
        }
        let end = sections.get(section).map_or(source.text.len(), |next| next.span.start.get());
        let count = rest.iter().take_while(|point| point.range.start.get() < end).count().max(1);
        let (own, after) = rest.split_at(count);
        rest = after;
        let parent = section.checked_sub(1).map(SectionId::new);
        let above = parent.and_then(|parent| sections.get(parent.index())).map_or(0, |section| section.level);
        read_section(source, own, (parent, above), &mut points);
    }
    ControlFlow::Continue(points)
}

/// After so many candidates it is told how far the work is.
const STEP: usize = 1 << 12;

/// Whether a candidate that numbers no section may number a point.
pub(super) fn may_be(candidate: &Candidate) -> bool {
    let weak = candidate.weight < 1.0 && !candidate.style.is_point() && candidate.style != Style::Ordinal;
    let undelimited = matches!(candidate.variant, variant::BLANK | variant::BARE);
    let heading = candidate.style.is_fixed() && candidate.place == Place::Line;
    !heading && !weak && !undelimited
}

fn read_section(
    source: Source<'_>,
    own: &[Candidate],
    (parent, above): (Option<SectionId>, u8),
    points: &mut Vec<Point>,
) {
    let mut last = LastNumbers::default();
    let choices = sequence::read_few(own.iter().map(|candidate| Sign {
        style: candidate.style,
        variant: candidate.variant,
        value: candidate.value,
        weight: weigh(source, candidate),
        previous: last.replace(candidate.style, candidate.value),
        burden: 0.0,
    }));
    let mut chosen: Vec<usize> =
        (0..own.len()).filter(|&i| choices.get(i).is_some_and(|c| c.depth > 0)).collect();
    drop_loners(source, own, &choices, &mut chosen);
    for (position, &index) in chosen.iter().enumerate() {
        let (Some(candidate), Some(choice)) = (own.get(index), choices.get(index)) else { continue };
        let line = source.joined(candidate.paragraph, source.blocks.len());
        let next = chosen.get(position + 1).and_then(|&next| own.get(next)).map(|next| next.range.start);
        let end = next.filter(|next| *next < line.end).unwrap_or(line.end);
        let from = candidate.range.end;
        let found = title::of_point(SourceRange { start: from, end }.slice(source.text), candidate.style);
        points.push(Point {
            level: above.saturating_add(choice.depth),
            parent,
            marker: candidate.range,
            title: SourceRange::new(from.get() + found.start, from.get() + found.end),
        });
    }
}

/// What it costs not to take the candidate for a point.
fn weigh(source: Source<'_>, candidate: &Candidate) -> f32 {
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
