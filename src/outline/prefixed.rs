//! The name of a book before the marks of its chapters: 長堤 第一章：決口, as sites of novels head their pages, 看渠記卷上 凡十章, as
//! old books have it.

use std::collections::{HashMap, HashSet};

use super::added;
use super::candidate::Candidate;
use super::marker::{self, Marker};
use super::source::Source;
use super::style::Style;
use crate::text::is_blank;

/// Longest line with such a mark, and longest name, in characters.
const LINE: usize = 40;
const NAME: usize = 12;
/// Fewest chapters that tell that it is a name.
const FEWEST: usize = 2;
/// What a sentence has, and no heading.
const STOPS: [char; 5] = ['。', '，', '；', ',', ';'];

/// A mark behind a name.
struct Chapter<'a> {
    line: usize,
    mark: &'a str,
    marker: Marker,
}

/// Adds the chapters behind one name, unless one of them stands behind it twice, as at the head of each page, or chapters
/// of the kind stand without it.
pub(super) fn add(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let mut named: HashMap<&str, Vec<Chapter<'_>>> = HashMap::new();
    // 看渠經卷第一
    let own: HashSet<usize> = heads
        .iter()
        .filter(|head| matches!(head.style, Style::Volume | Style::Chapter))
        .map(|head| head.paragraph)
        .collect();
    let lines = (0..source.blocks.len()).filter(|line| !source.continues(*line) && !own.contains(line));
    for line in lines {
        if let Some((name, marker)) = split(source.line(line)) {
            let mark = source.line(line).get(marker.start..marker.end).unwrap_or_default();
            named.entry(name).or_default().push(Chapter { line, mark, marker });
        }
    }
    let known: HashSet<Style> =
        heads.iter().filter(|head| !head.is_suffix()).map(|head| head.style).collect();
    named.retain(|_, chapters| {
        let mut seen = HashSet::new();
        let mut numbered = chapters.iter().filter(|chapter| chapter.marker.style != Style::Matter);
        numbered.all(|chapter| !known.contains(&chapter.marker.style) && seen.insert(chapter.mark))
            && seen.len() >= FEWEST
    });
    let lines: HashSet<usize> = named.values().flatten().map(|chapter| chapter.line).collect();
    if lines.is_empty() {
        return;
    }
    heads.retain(|head| !lines.contains(&head.paragraph));
    let found = named.into_values().flatten().map(|chapter| (chapter.line, chapter.marker));
    added::insert(source, heads, found);
}

/// The name that `line` begins with and the mark of the chapter behind it.
fn split(line: &str) -> Option<(&str, Marker)> {
    let is_short = line.chars().nth(LINE).is_none() && !line.contains(STOPS);
    let end = line.find(|c| c == '卷' || is_blank(c)).filter(|_| is_short)?;
    let (name, rest) = line.split_at_checked(end)?;
    let is_name = name.chars().nth(1).is_some()
        && name.chars().nth(NAME).is_none()
        && name.chars().all(|c| c.is_alphabetic() || "《》".contains(c));
    let mark = Some(rest.trim_start_matches(is_blank)).filter(|_| is_name)?;
    let found = marker::read(mark)?;
    let behind = mark.get(found.end..)?.chars().next();
    let is_chapter = match found.style {
        Style::Volume => behind.is_none_or(is_blank) || mark.len() < rest.len(),
        Style::Matter | Style::Chapter | Style::Section | Style::Lesson => mark.len() < rest.len(),
        _ => false,
    };
    let is_free = || marker::read(line).is_none_or(|own| own.weight <= 0.0 || own.style.is_point());
    let shift = line.len() - mark.len();
    let marker = Marker { start: found.start + shift, end: found.end + shift, ..found };
    (is_chapter && found.weight > 0.0 && is_free()).then_some((name, marker))
}
