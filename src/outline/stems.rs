//! What stands before the part numbers at line ends: the same words with another number bear them out.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::candidate::Candidate;
use super::marker::{self, Marker};
use super::numeral;
use super::source::Source;
use super::style::Style;
use crate::text::is_blank;

/// Longest line that may end with the number of a part, in bytes: about 60 Chinese characters.
const SUFFIX_LINE: usize = 180;
/// Shortest text before a bare part number at a line's end, in bytes: 4 Chinese characters.
const STEM: usize = 12;
/// A collection of parts starts at most with this number: the first page may be lost.
const FIRST: u32 = 2;
/// So many chapters of an old book, numbered at the end of their lines, follow the one before at least.
const STEPS: u32 = 2;

/// Whether a word, or what closes one, stands before the number: not a date, a time, a page or a sum.
fn ends_with_word(line: &str, part: &Marker) -> bool {
    let stem = line.get(..part.start).unwrap_or_default().trim_end_matches(is_blank);
    let last = stem.chars().next_back();
    last.is_some_and(|c| (c.is_alphabetic() && !c.is_ascii()) || "》”」』）)】".contains(c))
}

/// What stands before the part numbers at line ends, by a key of its words.
#[derive(Debug, Default)]
pub(super) struct Stems(HashMap<u64, Stem>);

/// The numbers that stand behind the same words.
#[derive(Debug, Default)]
struct Stem {
    /// The last of them.
    last: u32,
    /// How many of them follow the one before.
    steps: u32,
    /// Whether one of them may be the first of a collection.
    starts: bool,
}

impl Stems {
    /// The part number at the end of `line`, or before the text that is glued to it.
    pub(super) fn part(&mut self, line: &str) -> Option<Marker> {
        let part = Self::read(line)?;
        let is_part = part.style == Style::Part;
        if is_part && part.weight == 0.0 && (part.start < STEM || !ends_with_word(line, &part)) {
            return None;
        }
        let stem = self.0.entry(Self::key(line, &part)).or_default();
        stem.steps += u32::from(stem.last > 0 && stem.last + 1 == part.value);
        stem.starts |= part.value <= FIRST;
        stem.last = part.value;
        Some(part)
    }

    /// Whether `head` stays. A bare number at a line's end is a part's only where the same words stand with
    /// another number too; 第一 is a chapter's only where 第二 and 第三 come behind.
    pub(super) fn settle(&self, source: Source<'_>, head: &mut Candidate) -> bool {
        if !head.is_suffix() || head.weight > 0.0 {
            return true;
        }
        head.weight = 5.0;
        let line = source.line(head.paragraph);
        Self::read(line).and_then(|part| self.0.get(&Self::key(line, &part))).is_some_and(|stem| {
            stem.starts && stem.steps >= if head.style == Style::Chapter { STEPS } else { 1 }
        })
    }

    fn read(line: &str) -> Option<Marker> {
        // **… 篇1**
        let line = line.trim_end_matches('*');
        let last = line.chars().next_back()?;
        let may_end = last.is_ascii_digit() || numeral::is_han(last) || "篇：:)）】]］".contains(last);
        let may_end = may_end && line.len() <= SUFFIX_LINE && !line.contains(['。', '；', '！']);
        may_end.then(|| marker::suffix(line)).flatten().or_else(|| marker::part_before_text(line))
    }

    fn key(line: &str, part: &Marker) -> u64 {
        let mut hasher = DefaultHasher::new();
        // The chapters of an old book differ in their words.
        let words = line.get(..part.start).filter(|_| part.style == Style::Part);
        (part.style.rank(), words.unwrap_or_default().trim_end_matches(is_blank)).hash(&mut hasher);
        hasher.finish()
    }
}
