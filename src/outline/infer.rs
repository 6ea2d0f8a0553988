//! From paragraphs to an outline: candidates, one reading of them, titles, spans.

use super::group;
use super::points;
use super::scan::{self, Candidate};
use super::sequence::{self, Choice, Sign};
use super::style::Style;
use super::title;
use super::{Outline, Section, SectionId};
use crate::block::Block;
use crate::text::{SourceOffset, SourceRange};

/// Infers the outline of `text` from its paragraphs. Never fails: a text without numbering has an empty outline.
pub fn infer(text: &str, paragraphs: &[Block]) -> Outline {
    let candidates = scan::scan(text, paragraphs);
    let heads = candidates.heads;
    let choices = sequence::read(&signs(&heads));
    let mut headings: Vec<Heading> = heads
        .iter()
        .zip(&choices)
        .filter(|(_, choice)| choice.depth > 0)
        .map(|(candidate, choice)| Heading { candidate: *candidate, choice: *choice })
        .collect();
    group::drop_lists(text, paragraphs, &mut headings);
    let sections = sections(text, paragraphs, &headings);
    let others = others(heads, candidates.points, &headings);
    let points = points::find(text, paragraphs, &sections, &others);
    Outline::new(sections).with_points(points)
}

/// The candidates that are no headings, in document order.
fn others(heads: Vec<Candidate>, points: Vec<Candidate>, headings: &[Heading]) -> Vec<Candidate> {
    let mut taken = headings.iter().map(|heading| heading.candidate.range.start).peekable();
    let mut others: Vec<Candidate> = heads
        .into_iter()
        .filter(|head| {
            taken.next_if_eq(&head.range.start).is_none() && head.style.rank() >= Style::Formal.rank()
        })
        .chain(points)
        .collect();
    others.sort_by_key(|candidate| candidate.range.start);
    others
}

/// A candidate that the best reading takes for a heading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heading {
    pub candidate: Candidate,
    pub choice: Choice,
}

/// What makes a candidate that goes on with a list inside a paragraph unlikely as a heading.
const ORPHAN: f32 = 4.0;

fn signs(candidates: &[Candidate]) -> Vec<Sign> {
    let mut last: Vec<(Style, u32)> = Vec::new();
    candidates
        .iter()
        .map(|candidate| {
            let known = last.iter_mut().find(|(style, _)| *style == candidate.style);
            let previous = if let Some((_, value)) = known {
                std::mem::replace(value, candidate.value)
            } else {
                last.push((candidate.style, candidate.value));
                0
            };
            Sign {
                style: candidate.style,
                variant: candidate.variant,
                value: candidate.value,
                weight: candidate.weight,
                previous,
                burden: if candidate.orphan { ORPHAN } else { 0.0 },
            }
        })
        .collect()
}

/// Gives the headings their titles, parents and spans.
fn sections(text: &str, paragraphs: &[Block], headings: &[Heading]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::with_capacity(headings.len());
    let mut open: Vec<usize> = Vec::new();
    for heading in headings {
        let Some(block) = paragraphs.get(heading.candidate.paragraph) else { continue };
        while let Some(last) = open.last().and_then(|&last| sections.get(last)) {
            if last.level < heading.choice.depth {
                break;
            }
            open.pop();
        }
        let parent = open.last().map(|&index| SectionId::new(index));
        open.push(sections.len());
        sections.push(section(text, paragraphs, *block, heading, parent));
    }
    close_spans(text, &mut sections);
    sections
}

fn section(
    text: &str,
    paragraphs: &[Block],
    block: Block,
    heading: &Heading,
    parent: Option<SectionId>,
) -> Section {
    let candidate = &heading.candidate;
    let is_suffix = candidate.style == Style::Part && candidate.variant == 2;
    let next = paragraphs.get(candidate.paragraph + 1).map_or(text.len(), |block| block.range.start.get());
    let (title, body) = if is_suffix {
        (block.range, next)
    } else {
        let from = candidate.range.end.get();
        let rest = SourceRange { start: candidate.range.end, end: block.range.end };
        let whole = candidate.style.is_fixed();
        let found = title::of_heading(rest.slice(text), whole);
        let body = if found.body >= rest.len() { next } else { from + found.body };
        (SourceRange::new(from + found.start, from + found.end), body)
    };
    Section {
        level: heading.choice.depth,
        parent,
        marker: candidate.range,
        title,
        body: SourceOffset::new(body),
        span: SourceRange { start: block.range.start, end: SourceOffset::new(text.len()) },
        confidence: 1.0 / (1.0 + (heading.choice.cost - candidate.weight).exp()),
    }
}

/// Ends each span where the next section begins that is not below it.
fn close_spans(text: &str, sections: &mut [Section]) {
    let mut ends: Vec<SourceOffset> = vec![SourceOffset::new(text.len()); usize::from(u8::MAX) + 1];
    for section in sections.iter_mut().rev() {
        let level = usize::from(section.level);
        section.span.end = ends.get(level).copied().unwrap_or(section.span.end);
        section.body = section.body.min(section.span.end);
        for end in ends.iter_mut().skip(level) {
            *end = section.span.start;
        }
    }
}
