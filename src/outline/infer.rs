//! From paragraphs to an outline: candidates, one reading of them, titles, spans.

use std::ops::ControlFlow;

use super::candidate::Candidate;
use super::chained;
use super::format::Said;
use super::heading::Heading;
use super::known::Titles;
use super::marker::variant;
use super::reading;
use super::scan::{self, Candidates};
use super::source::Source;
use super::style::Style;
use super::title::{self, Title};
use super::{Outline, Section, SectionId};
use super::{contents, emphasis, evidence, points, sequence, sureness, weights};
use crate::block::{self, Block};
use crate::import::Hints;
use crate::progress::Progress;
use crate::text::{SourceOffset, SourceRange, is_blank};

/// Infers the outline of `text` from its paragraphs. Never fails: a text without numbering has an empty outline, and so
/// has one with far more numbers or lines than any that was written ([`Outline::is_given_up`]), which would take many
/// times the room of the text.
pub fn infer(text: &str, paragraphs: &[Block]) -> Outline {
    let mut go_on = |_| ControlFlow::Continue(());
    infer_watched(text, paragraphs, &Hints::default(), &mut Progress::new(&mut go_on))
        .continue_value()
        .unwrap_or_default()
}

/// As [`infer`], with what the format says of the text; tells how far it is, and breaks where it is told to stop.
///
/// # Errors
/// Breaks where `progress` was answered that the work shall stop.
pub fn infer_watched(
    text: &str,
    paragraphs: &[Block],
    hints: &Hints,
    progress: &mut Progress<'_>,
) -> ControlFlow<(), Outline> {
    if block::are_shared(text, paragraphs) {
        return ControlFlow::Continue(Outline::given_up());
    }
    let said = Said::new(text, paragraphs, hints);
    let source = Source { text, blocks: paragraphs, said: &said };
    progress.stage(SCANNED)?;
    let Some(Candidates { mut heads, points, titles }) = scan::scan(source, progress)? else {
        return ControlFlow::Continue(Outline::given_up());
    };
    progress.stage(READ)?;
    if !said.is_whole() {
        contents::drop_repeated(source, &mut heads);
    }
    let mut others = merged(&heads, points);
    let headings = if said.is_whole() {
        reading::as_said(&heads)
    } else {
        let read = reading::read(source, heads, &others, progress)?;
        if read.is_empty() { reading::as_said(&emphasis::headings(source, hints)) } else { read }
    };
    progress.stage(TITLED)?;
    let (sections, glued) = sections((source, &titles), &headings, progress)?;
    progress.stage(1.0)?;
    let mut taken = headings.iter().map(|heading| heading.candidate.range.start).peekable();
    others.retain(|other| taken.next_if_eq(&other.range.start).is_none() && points::may_be(other));
    let points = points::find(source, &sections, &others, progress)?;
    let evidence = evidence::of(source, &headings, &glued);
    ControlFlow::Continue(Outline::new(sections).with_evidence(evidence).with_points(points))
}

/// Shares of the work that count as done when the candidates are found, read, and have titles: for the progress bar,
/// estimated.
const SCANNED: f32 = 0.5;
const READ: f32 = 0.8;
const TITLED: f32 = 0.9;

/// All candidates in document order.
pub(super) fn merged(heads: &[Candidate], points: Vec<Candidate>) -> Vec<Candidate> {
    let mut all = points;
    all.extend(heads);
    // No two begin at one place.
    all.sort_unstable_by_key(|candidate| candidate.range.start);
    all
}

/// Gives the headings their titles, parents and spans, and tells whose title was guessed.
fn sections(
    (source, titles): (Source<'_>, &Titles),
    headings: &[Heading],
    progress: &mut Progress<'_>,
) -> ControlFlow<(), (Vec<Section>, Vec<bool>)> {
    let mut sections: Vec<Section> = Vec::with_capacity(headings.len());
    let mut guessed = Vec::with_capacity(headings.len());
    let confidences = sureness::of(headings, &weights::sureness(), weights::chances());
    let mut open: Vec<usize> = Vec::new();
    for (index, heading) in headings.iter().enumerate() {
        while let Some(last) = open.last().and_then(|&last| sections.get(last)) {
            if last.level < heading.choice.depth {
                break;
            }
            open.pop();
        }
        let parent = open.last().map(|&index| SectionId::new(index));
        open.push(sections.len());
        let next = headings.get(index + 1).map_or(source.blocks.len(), |next| next.candidate.paragraph);
        progress.look(source.joined(heading.candidate.paragraph, next).len(), index, headings.len())?;
        let (section, glued) = section((source, titles), heading, next, parent);
        let confidence = confidences.get(index).copied().unwrap_or_default();
        sections.push(Section { confidence, ..section });
        guessed.push(glued);
    }
    close_spans(source.text, &mut sections);
    ControlFlow::Continue((sections, guessed))
}

fn section(
    (source, titles): (Source<'_>, &Titles),
    heading: &Heading,
    next: usize,
    parent: Option<SectionId>,
) -> (Section, bool) {
    let candidate = &heading.candidate;
    let (range, found) = title_of((source, titles), candidate, next);
    let after = source.blocks.partition_point(|block| block.range().start < range.end);
    let from = range.start.get();
    let body = if found.body >= range.len() { source.start(after) } else { from + found.body };
    let span = SourceRange {
        start: source.range(candidate.paragraph).start,
        end: SourceOffset::new(source.text.len()),
    };
    let section = Section {
        level: heading.choice.depth,
        parent,
        marker: candidate.range,
        title: SourceRange::new(from + found.start, from + found.end),
        body: SourceOffset::new(body),
        span,
        confidence: 1.0,
    };
    (section, found.glued)
}

/// The title of a heading, and the range that it was found in; the next heading is on line `next`.
fn title_of(
    (source, titles): (Source<'_>, &Titles),
    candidate: &Candidate,
    next: usize,
) -> (SourceRange, Title) {
    let line = source.range(candidate.paragraph);
    if (candidate.level > 0 || candidate.style == Style::Heading)
        && let Some(found) = styled_title(source, candidate)
    {
        return found;
    }
    if candidate.is_before_text() {
        let end = candidate.range.end.get() - line.start.get();
        return (line, Title { start: 0, end, body: end, glued: true });
    }
    if candidate.is_whole_line() {
        // 長堤 序章：雨前
        let start = if candidate.is_suffix() { line.start } else { candidate.range.start };
        let line = without_hashes(SourceRange { start, ..line }, source.text);
        return (line, title::of_line(line.slice(source.text)));
    }
    let style = candidate.title_style();
    let rest = SourceRange { start: candidate.range.end, end: source.joined(candidate.paragraph, next).end };
    if rest.trimmed(source.text).is_empty() && candidate.paragraph + 1 < next {
        // （規範性附錄） stands between the letter of an appendix and its title.
        let kind = source.line(candidate.paragraph + 1);
        let is_kind = candidate.is_appendix() && kind.starts_with(['（', '(']) && kind.ends_with(['）', ')']);
        let below = candidate.paragraph + if is_kind && candidate.paragraph + 2 < next { 2 } else { 1 };
        let following = without_hashes(source.joined(below, next), source.text);
        // What a number parts that has no mark begins with a sentence, and that is no title.
        let is_unmarked = style == Style::Arabic && candidate.variant == variant::BLANK;
        let style = if is_unmarked { Style::Han } else { style };
        if let Some(found) = title::on_next_line(following.slice(source.text), style) {
            return (following, found);
        }
    }
    if style == Style::Article {
        return (rest, title::of_article(rest.slice(source.text)));
    }
    let words = rest.slice(source.text);
    if let Some(end) = style.is_fixed().then(|| chained::title_end(words)).flatten() {
        return (rest, title::known(words, end));
    }
    let followed = source.parted(candidate.paragraph, next);
    let with_colon = followed && !source.looks_wrapped(candidate.paragraph);
    let found = if with_colon {
        title::of_heading_above(words, style)
    } else {
        title::of_heading(words, style, followed)
    };
    let known = (found.body < words.len()).then(|| titles.end(candidate, words)).flatten();
    (rest, known.map_or(found, |end| title::known(words, end)))
}

/// `range` without the hashes that it begins with: # 附錄A, # 題目.
fn without_hashes(range: SourceRange, text: &str) -> SourceRange {
    let words = range.slice(text).trim_start_matches('#');
    let words =
        if words.starts_with(is_blank) { words.trim_start_matches(is_blank) } else { range.slice(text) };
    SourceRange { start: SourceOffset::new(range.end.get() - words.len()), ..range }
}

/// The title of a line that the format says is a heading: all of it, unless it is the first of more.
fn styled_title(source: Source<'_>, candidate: &Candidate) -> Option<(SourceRange, Title)> {
    let last = candidate.paragraph + source.said.height(candidate.paragraph) - 1;
    let rest = SourceRange { start: candidate.range.end, end: source.range(last).end };
    let words = rest.slice(source.text);
    if candidate.style == Style::Heading {
        return Some((rest, title::whole(words)));
    }
    title::of_styled(words).filter(|found| found.start < found.end).map(|found| (rest, found))
}

/// Ends each span where the next section begins that is not below it.
fn close_spans(text: &str, sections: &mut [Section]) {
    let mut ends: Vec<SourceOffset> = vec![SourceOffset::new(text.len()); sequence::DEPTH + 1];
    for section in sections.iter_mut().rev() {
        let level = usize::from(section.level);
        section.span.end = ends.get(level).copied().unwrap_or(section.span.end);
        section.body = section.body.min(section.span.end);
        for end in ends.iter_mut().skip(level) {
            *end = section.span.start;
        }
    }
}
