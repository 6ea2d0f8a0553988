//! Candidates: all markers of a text, at the starts of paragraphs and inside them.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::marker::{self, Marker};
use super::style::Style;
use crate::block::Block;
use crate::text::{SourceRange, is_blank};

/// A marker somewhere in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// 0-based index of the paragraph it stands in.
    pub paragraph: usize,
    /// Its bytes in the source.
    pub range: SourceRange,
    /// Its style.
    pub style: Style,
    /// Its delimiters.
    pub variant: u8,
    /// Its number, 0 for none.
    pub value: u32,
    /// What it costs not to take it for a heading.
    pub weight: f32,
    /// Whether it goes on with a list that stands inside a paragraph before it.
    pub orphan: bool,
}

/// All markers of a text.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// Those that a paragraph starts or, as a part's number, ends with.
    pub heads: Vec<Candidate>,
    /// Those inside paragraphs, and those at their start that never number a section.
    pub points: Vec<Candidate>,
}

/// Longest line that may end with the number of a part, in bytes: about 60 Chinese characters.
const SUFFIX_LINE: usize = 180;
/// Shortest text before a bare part number at a line's end, in bytes: 4 Chinese characters.
const STEM: usize = 12;
/// Longest heading that fills its line, in bytes: about 50 Chinese characters.
const HEADING_LINE: usize = 150;

/// Finds all markers.
pub(super) fn scan(text: &str, paragraphs: &[Block]) -> Candidates {
    let mut found = Candidates::default();
    let mut stems: HashMap<u64, (u32, u32)> = HashMap::new();
    let mut last_inline: Option<Candidate> = None;
    for (index, block) in paragraphs.iter().enumerate() {
        let line = block.range.slice(text);
        let start = block.range.start.get();
        let mut from = 0;
        let head = marker::read(line).filter(|m| m.style.is_point() || m.weight > 0.0);
        let mut suffix = || suffix_of(line, &mut stems);
        match head {
            Some(head) if head.style.is_point() => {}
            Some(head) => {
                let weight = weigh(&head, line, block.continues);
                let candidate = place(index, start, &head, weight);
                let orphan = goes_on(last_inline.as_ref(), &candidate);
                found.heads.push(Candidate { orphan, ..candidate });
                from = head.end;
            }
            None => {
                if let Some(part) = suffix() {
                    found.heads.push(place(index, start, &part, part.weight));
                    continue;
                }
            }
        }
        for_each_inline(line, from, |marker| {
            let point = place(index, start, marker, marker.weight);
            found.points.push(point);
            last_inline = Some(point);
        });
    }
    settle_suffixes(text, paragraphs, &stems, &mut found.heads);
    found
}

fn place(paragraph: usize, start: usize, marker: &Marker, weight: f32) -> Candidate {
    Candidate {
        paragraph,
        range: SourceRange::new(start + marker.start, start + marker.end),
        style: marker.style,
        variant: marker.variant,
        value: marker.value,
        weight,
        orphan: false,
    }
}

/// Whether `head` is the next of the list that `inline` belongs to, in the paragraph before it or the same one.
fn goes_on(inline: Option<&Candidate>, head: &Candidate) -> bool {
    inline.is_some_and(|inline| {
        inline.style == head.style && inline.value + 1 == head.value && head.paragraph - inline.paragraph <= 2
    })
}

/// A marker's weight together with the shape of its line.
fn weigh(marker: &Marker, line: &str, continues: bool) -> f32 {
    let rest = line.get(marker.end..).unwrap_or_default();
    let shape = match rest.chars().next_back() {
        Some('；' | ';' | '—') => -1.5,
        Some('，' | ',' | '、') => -0.7,
        Some(c) if !matches!(c, '。' | '！' | '!') && rest.len() <= HEADING_LINE => 0.8,
        _ => 0.0,
    };
    let wrapped = if continues { -3.0 } else { 0.0 };
    (marker.weight + shape + wrapped).max(0.0)
}

/// The part number at the end of `line`. Lines with a bare number are counted by what stands before it.
fn suffix_of(line: &str, stems: &mut HashMap<u64, (u32, u32)>) -> Option<Marker> {
    let last = line.chars().next_back()?;
    let may_end =
        last.is_ascii_digit() || crate::outline::numeral::is_han(last) || "篇：:)）】".contains(last);
    if !may_end || line.len() > SUFFIX_LINE || line.contains(['。', '；', '！']) {
        return None;
    }
    let part = marker::suffix(line)?;
    if part.weight == 0.0 && part.start < STEM {
        return None;
    }
    let stem = stems.entry(stem_hash(line, &part)).or_default();
    stem.0 += u32::from(stem.1 != part.value);
    stem.1 = part.value;
    Some(part)
}

fn stem_hash(line: &str, part: &Marker) -> u64 {
    let mut hasher = DefaultHasher::new();
    line.get(..part.start).unwrap_or_default().trim_end_matches(is_blank).hash(&mut hasher);
    hasher.finish()
}

/// A bare number at a line's end is a part's only where the same words stand with another number too.
fn settle_suffixes(
    text: &str,
    paragraphs: &[Block],
    stems: &HashMap<u64, (u32, u32)>,
    heads: &mut Vec<Candidate>,
) {
    heads.retain_mut(|head| {
        if head.style != Style::Part || head.weight > 0.0 {
            return true;
        }
        let Some(block) = paragraphs.get(head.paragraph) else { return false };
        let line = block.range.slice(text);
        let repeated = marker::suffix(line)
            .and_then(|part| stems.get(&stem_hash(line, &part)))
            .is_some_and(|(count, _)| *count > 1);
        head.weight = 5.0;
        repeated
    });
}

/// Calls `found` for every marker of `line` from byte `from` on that follows an inner boundary: the line's
/// start, a stop, a comma, a closing bracket or a blank.
fn for_each_inline(line: &str, from: usize, mut found: impl FnMut(&Marker)) {
    let bytes = line.as_bytes();
    let mut at = from;
    let mut boundary = true;
    while at < bytes.len() {
        if boundary && let Some(marker) = inline_at(line, at) {
            at = marker.end;
            found(&marker);
            continue;
        }
        let (len, is_boundary) = step(bytes, at);
        at += len;
        boundary = is_boundary;
    }
}

/// Length of the character at byte `at` and whether a marker may stand behind it.
fn step(bytes: &[u8], at: usize) -> (usize, bool) {
    let lead = bytes.get(at).copied().unwrap_or_default();
    match lead {
        0xe4..=0xe9 => (3, false),
        0x00..=0x7f => (1, b" \t,.;:!?)\"".contains(&lead)),
        0xc0..=0xdf => (2, lead == 0xc2 && bytes.get(at + 1) == Some(&0xa0)),
        0xe0..=0xef => {
            let tail = (
                bytes.get(at + 1).copied().unwrap_or_default(),
                bytes.get(at + 2).copied().unwrap_or_default(),
            );
            let is_boundary = match lead {
                0xe2 => matches!(tail, (0x80, 0x9d | 0x99 | 0x94 | 0xa6)),
                0xe3 => matches!(tail, (0x80, 0x80 | 0x81 | 0x82 | 0x8d | 0x8b | 0x8f)),
                0xef => matches!(tail, (0xbc, 0x81 | 0x89 | 0x8c | 0x8e | 0x9a | 0x9b | 0x9f)),
                _ => false,
            };
            (3, is_boundary)
        }
        _ => (4, false),
    }
}

/// The marker at byte `at` of `line`, if it is one that may stand inside a paragraph.
fn inline_at(line: &str, at: usize) -> Option<Marker> {
    let rest = line.get(at..)?;
    if !may_start(rest.chars().next()?) {
        return None;
    }
    let marker = marker::read(rest)?;
    let wanted = match marker.style {
        Style::Clause | Style::Adverb | Style::Circled | Style::Ordinal => true,
        Style::HanParen | Style::ArabicParen => marker.weight > 1.0,
        Style::Han | Style::Arabic => marker.variant <= 1 && marker.weight > 1.5,
        _ => false,
    };
    wanted.then(|| Marker { start: at + marker.start, end: at + marker.end, ..marker })
}

fn may_start(c: char) -> bool {
    matches!(c, '(' | '（' | '第' | '首' | '其' | '再' | '最' | '此' | '另' | '然' | '0'..='9' | '①'..='⒛' | '㈠'..='㈩')
        || crate::outline::numeral::is_han(c)
}
