//! Titles that stand alone on a line somewhere, in the table of contents or above another text: where the same heading
//! is glued to its text, they tell where it ends.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::candidate::Candidate;
use super::contents;
use super::marker::Marker;
use super::style::Style;
use crate::text::is_blank;

/// Longest title that is known, and shortest, in characters without blanks.
const LONGEST: usize = 40;
const SHORTEST: usize = 2;

/// The lines on which each numbered title stands alone, the first and the last of them.
#[derive(Debug, Default)]
pub(super) struct Titles(HashMap<u64, (u32, u32)>);

impl Titles {
    /// Takes note of `line`, at 0-based `index`, if all of it behind `marker` is a title.
    pub(super) fn note(&mut self, line: &str, index: usize, marker: &Marker) {
        let rest = line.get(marker.end..).unwrap_or_default();
        if rest.chars().nth(2 * LONGEST).is_some() {
            return;
        }
        let words = contents::without_page(rest);
        let count = words.chars().filter(|c| !is_blank(*c)).count();
        if !(SHORTEST..=LONGEST).contains(&count) || words.contains(['。', '；', ';']) {
            return;
        }
        let mut hasher = hasher(marker.style, marker.value);
        words.chars().filter(|c| !is_blank(*c)).for_each(|c| c.hash(&mut hasher));
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        self.0.entry(hasher.finish()).or_insert((index, index)).1 = index;
    }

    /// Bytes of `rest`, the text behind the marker of `head`, that are a title which stands alone on another line with
    /// the same number. The longest is taken.
    pub(super) fn end(&self, head: &Candidate, rest: &str) -> Option<usize> {
        let mut hasher = hasher(head.style, head.value);
        let mut found = None;
        let words = rest.char_indices().filter(|(_, c)| !is_blank(*c)).take(LONGEST);
        for (count, (at, c)) in (1..).zip(words) {
            c.hash(&mut hasher);
            let lines = self.0.get(&hasher.finish()).filter(|_| count >= SHORTEST);
            if lines.is_some_and(|&(first, last)| first != last || first as usize != head.paragraph) {
                found = Some(at + c.len_utf8());
            }
        }
        found
    }
}

fn hasher(style: Style, value: u32) -> DefaultHasher {
    let mut hasher = DefaultHasher::new();
    (style.rank(), value).hash(&mut hasher);
    hasher
}
