//! Why a section is in the outline, and what is odd about it.

use super::heading::Heading;
use super::source::Source;
use super::style::Style;
use crate::block;

/// What an inferred section rests on. How sure it is stands in [`super::Section::confidence`].
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The rule that found it: how its marker is written.
    pub style: Style,
    /// Whether the format says that it is a heading.
    pub from_format: bool,
    /// What is odd about it; empty for nearly all.
    pub diagnoses: Vec<Diagnosis>,
}

/// Something that a reader may want to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Diagnosis {
    /// Numbers are missing before it: the first of them, and how many.
    Missing {
        /// The first number that is not there.
        first: u32,
        /// How many are not there.
        count: u32,
    },
    /// It has the number of the section before it.
    Repeated,
    /// Its number is smaller than that of the section before it.
    OutOfOrder,
    /// Nothing parts its title from its text; where the title ends was guessed.
    Glued,
    /// It stands higher than others of its style: a heading between seems to be lost.
    LevelJump,
    /// Its own text has a paragraph that the source cuts in mid-sentence and that is read as one. Tells of the text,
    /// not of the heading.
    Cut,
}

impl Diagnosis {
    /// Whether it makes the heading doubtful.
    pub const fn is_doubt(self) -> bool {
        !matches!(self, Self::Cut)
    }
}

/// The evidence of all headings, which are in document order; `glued` tells whose title was guessed.
pub(super) fn of(source: Source<'_>, headings: &[Heading], glued: &[bool]) -> Vec<Evidence> {
    let mut found = of_headings(headings, glued);
    for (index, evidence) in found.iter_mut().enumerate() {
        let line = |index: usize| headings.get(index).map(|heading| heading.candidate.paragraph);
        let lines = line(index).unwrap_or_default()..line(index + 1).unwrap_or(source.blocks.len());
        if has_cut(source, lines) {
            evidence.diagnoses.push(Diagnosis::Cut);
        }
    }
    found
}

/// Whether one of the lines goes on with the sentence of the line before, though nothing was wrapped there.
fn has_cut(source: Source<'_>, lines: std::ops::Range<usize>) -> bool {
    let lines = source.blocks.get(lines).unwrap_or_default();
    lines.windows(2).any(|pair| match pair {
        [last, next] => !next.continues() && block::is_cut(source.text, *last, *next),
        _ => false,
    })
}

fn of_headings(headings: &[Heading], glued: &[bool]) -> Vec<Evidence> {
    let above = styles_above(headings);
    let usual = usual_above(headings, &above);
    let mut last_of_style: Vec<(Style, u32)> = Vec::new();
    let mut open: Vec<(Style, u32)> = Vec::new();
    let mut found = Vec::with_capacity(headings.len());
    for (index, heading) in headings.iter().enumerate() {
        let (style, value) = (heading.candidate.style, heading.candidate.value);
        let slot = usize::from(heading.choice.depth).saturating_sub(1);
        open.truncate(slot + 1);
        let sibling = open.get(slot).filter(|_| !heading.choice.opens).map(|(_, value)| *value);
        let through = last_of_style.iter().find(|last| last.0 == style).map(|last| last.1);
        let mut diagnoses: Vec<_> = numbering(style, value, sibling, through).into_iter().collect();
        if glued.get(index).copied().unwrap_or(false) {
            diagnoses.push(Diagnosis::Glued);
        }
        let own = above.get(index).copied().flatten();
        let from_format = heading.candidate.level > 0;
        if let Some(between) = lookup(&usual, style).filter(|between| Some(*between) != own)
            && lookup(&usual, between) == own
            && own.is_some()
            && !from_format
        {
            diagnoses.push(Diagnosis::LevelJump);
        }
        found.push(Evidence { style, from_format, diagnoses });
        // The number behind one that was mistyped is as it should be.
        let meant = sibling.filter(|_| heading.candidate.mistyped).map_or(value, |last| last + 1);
        open.resize(slot, (style, 0));
        open.push((style, meant));
        match last_of_style.iter_mut().find(|last| last.0 == style) {
            Some(last) => last.1 = meant,
            None => last_of_style.push((style, meant)),
        }
    }
    found
}

/// What is odd about a number after that of its `sibling`, or as the first of a list whose style last had the number
/// `through`.
fn numbering(style: Style, value: u32, sibling: Option<u32>, through: Option<u32>) -> Option<Diagnosis> {
    let missing = |first: u32| Diagnosis::Missing { first, count: value - first };
    match (value, sibling) {
        (0, _) | (_, Some(0)) => None,
        (_, Some(last)) if value == last => Some(Diagnosis::Repeated),
        (1, Some(_)) => None,
        (_, Some(last)) if value < last => Some(Diagnosis::OutOfOrder),
        (_, Some(last)) => (value > last + 1).then(|| missing(last + 1)),
        (_, None) if style.is_fixed() && through.is_some_and(|last| last + 1 == value) => None,
        (_, None) => (value > 1).then(|| missing(1)),
    }
}

/// The style of the heading that each heading stands under.
fn styles_above(headings: &[Heading]) -> Vec<Option<Style>> {
    let mut open: Vec<Style> = Vec::new();
    headings
        .iter()
        .map(|heading| {
            let depth = usize::from(heading.choice.depth).saturating_sub(1);
            open.resize(depth, heading.candidate.style);
            let above = open.last().copied();
            open.push(heading.candidate.style);
            above
        })
        .collect()
}

/// For each style the one that it stands under most often, if any.
fn usual_above(headings: &[Heading], above: &[Option<Style>]) -> Vec<(Style, Style)> {
    let mut counts: Vec<(Style, Style, usize)> = Vec::new();
    for (heading, above) in headings.iter().zip(above) {
        let Some(above) = above else { continue };
        let style = heading.candidate.style;
        match counts.iter_mut().find(|count| (count.0, count.1) == (style, *above)) {
            Some(count) => count.2 += 1,
            None => counts.push((style, *above, 1)),
        }
    }
    counts.sort_by_key(|count| std::cmp::Reverse(count.2));
    counts.into_iter().map(|(style, above, _)| (style, above)).collect()
}

/// The first entry of `style`.
fn lookup(usual: &[(Style, Style)], style: Style) -> Option<Style> {
    usual.iter().find(|entry| entry.0 == style).map(|entry| entry.1)
}
