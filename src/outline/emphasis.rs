//! Headings that are nothing but bold. Only where a document has no other: a line in bold letters may be a warning or a
//! name as well, and what is numbered or styled tells more.

use super::candidate::Candidate;
use super::marker::{Marker, variant};
use super::source::Source;
use super::style::Style;
use crate::import::Hints;
use crate::import::hints::within;
use crate::text::{SourceRange, is_blank};

/// A longer line is no heading, in characters.
const LONGEST: usize = 40;
/// One line in bold letters is no way of writing headings.
const FEWEST: usize = 2;
/// So many paragraphs stand below a heading, on average, at least.
const BELOW: usize = 2;
/// What ends a sentence or announces what follows is not the end of a heading.
const NO_END: [char; 9] = ['。', '，', '；', '：', '、', ',', ';', ':', '.'];
/// What stands in no heading: sentences, marks between what is said of an article.
const NOT_INSIDE: [char; 6] = ['。', '；', '︱', '|', '｜', '_'];
/// What points from a caption to its picture.
const POINTERS: [char; 4] = ['▲', '△', '▼', '↑'];
/// What stands for an image.
const IMAGE: char = '\u{fffc}';
/// What such a line weighs.
const WEIGHT: f32 = 2.0;

/// The lines in bold letters that head what stands below them; none where a document has them for something else.
pub(super) fn headings(source: Source<'_>, hints: &Hints) -> Vec<Candidate> {
    if hints.emphasis.is_empty() {
        return Vec::new();
    }
    let lines = (0..source.blocks.len()).filter(|index| source.said.is_text(*index));
    let lines: Vec<(usize, bool)> = lines.map(|index| (index, is_bold(source, hints, index))).collect();
    let is_plain = |line: &(usize, bool)| !line.1;
    let last = lines.iter().rposition(is_plain).unwrap_or_default();
    // What stands first is a title, what follows another in bold letters belongs to it, what stands below a picture tells what
    // it shows, what stands last heads nothing.
    let is_text = |line: &(usize, bool)| is_plain(line) && !source.line(line.0).contains(IMAGE);
    let heads = (1..last).filter(|at| lines.get(at - 1).is_some_and(is_text));
    let heads =
        heads.filter_map(|at| lines.get(at)).filter(|(index, bold)| *bold && is_title(source.line(*index)));
    let heads: Vec<usize> = heads.map(|(index, _)| *index).collect();
    if heads.len() < FEWEST || lines.iter().filter(|line| is_plain(line)).count() < heads.len() * BELOW {
        return Vec::new();
    }
    let candidate = |index| {
        let (style, variant) = (Style::Heading, variant::USUAL);
        let marker = Marker { style, variant, value: 0, prefix: 0, start: 0, end: 0, weight: WEIGHT };
        Candidate::new(index, source.start(index), &marker, WEIGHT)
    };
    heads.into_iter().map(candidate).collect()
}

/// Whether all of the line at `index` is bold.
fn is_bold(source: Source<'_>, hints: &Hints, index: usize) -> bool {
    let range = source.range(index);
    let mut plain_from = range.start;
    for emphasis in within(&hints.emphasis, range, |emphasis| emphasis.range).iter().filter(|part| part.bold)
    {
        let between = SourceRange { start: plain_from, end: emphasis.range.start.max(plain_from) };
        if !between.slice(source.text).chars().all(is_blank) {
            return false;
        }
        plain_from = plain_from.max(emphasis.range.end);
    }
    let rest = SourceRange { start: plain_from, end: range.end.max(plain_from) };
    plain_from > range.start && rest.slice(source.text).chars().all(is_blank)
}

/// Whether `line` can be a heading by its words.
fn is_title(line: &str) -> bool {
    let line = line.trim_matches(is_blank);
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2
        && line.chars().nth(LONGEST).is_none()
        && !line.starts_with(POINTERS)
        && !line.ends_with(NO_END)
        && !line.contains(NOT_INSIDE)
}
