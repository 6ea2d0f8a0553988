//! Words as they are: the rarest character of the query is looked for at memory speed in all its forms, and each
//! place where it stands is looked at closely.

use std::collections::HashMap;
use std::ops::{ControlFlow, Range};

use aho_corasick::AhoCorasick;

use super::Text;
use super::plain::{forms, plain};
use super::walk::{Walk, Words};
use crate::text::{SourceRange, is_blank};

/// How many places of a text are looked at to learn which character is rare in it.
const SAMPLES: usize = 16;
/// How many bytes are looked at in each at most.
const SAMPLE: usize = 4_096;

/// Words to search for: folded, never empty, without line ends.
#[derive(Clone, Debug)]
pub(super) struct Literal(Words);

impl Literal {
    pub(super) fn new(words: &str) -> Option<Self> {
        let words: Vec<char> = words.trim_matches(is_blank).chars().map(plain).collect();
        let words: Vec<char> = words.into_iter().map(|c| if is_blank(c) { ' ' } else { c }).collect();
        (!words.is_empty()).then(|| Self(Words::new(words)))
    }

    /// Whether a word that is shown as `instead` may be part of what shows this, where it would not be found in the
    /// text that has the word itself. All folded.
    pub(super) fn touches(&self, word: &[char], instead: &[char]) -> bool {
        let (words, count) = (self.0.folded(), instead.len());
        let length = words.len();
        // Every place that `instead` may have, by how far from the start of the words it ends.
        (1..length + count).any(|end| {
            let (from, to) = (end.saturating_sub(count), end.min(length));
            let (head, ends_within) = (from + count - end, end <= length);
            let wanted = words.get(from..to).unwrap_or_default();
            let is_shown = instead.get(head..head + wanted.len()) == Some(wanted);
            // What is seen of it may be what stands there as well, seen from the same side.
            let stands = match (head == 0, ends_within) {
                (true, true) => false,
                (true, false) => word.starts_with(wanted),
                (false, true) => word.ends_with(wanted),
                (false, false) => word.get(head..head + wanted.len()) == Some(wanted),
            };
            is_shown && !stands
        })
    }

    /// Where it stands in `line`, which is folded and on one line, in bytes.
    pub(super) fn in_line(&self, line: &str) -> Vec<Range<usize>> {
        let words: String = self.0.folded().iter().collect();
        line.match_indices(&words).map(|(at, found)| at..at + found.len()).collect()
    }

    /// Searches `document` and reports after each `batch` bytes.
    pub(super) fn search(
        &self,
        searched: Text<'_>,
        batch: usize,
        found: &mut dyn FnMut(Vec<SourceRange>, usize) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        self.walk(searched, Walk::new(&self.0, searched), batch, found)
    }

    /// Whether it is anywhere in the text, however that is cut into paragraphs.
    pub(super) fn is_anywhere(&self, searched: Text<'_>, batch: usize) -> bool {
        let walk = Walk::new(&self.0, searched).over_line_ends();
        let one_will_do = &mut |hits: Vec<SourceRange>, _| {
            if hits.is_empty() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        };
        self.walk(searched, walk, batch, one_will_do).is_break()
    }

    fn walk(
        &self,
        searched: Text<'_>,
        mut walk: Walk<'_>,
        batch: usize,
        found: &mut dyn FnMut(Vec<SourceRange>, usize) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let text = searched.document.text();
        let key = self.rarest(text);
        let Some(character) = self.0.folded().get(key) else { return ControlFlow::Continue(()) };
        let needles: Vec<String> = forms(*character).into_iter().map(String::from).collect();
        // A handful of short needles is always built.
        let Ok(finder) = AhoCorasick::new(&needles) else { return ControlFlow::Continue(()) };
        // Where it stands in what is shown, though another character does in the source.
        let of_mended = searched.mended.iter().filter(|(_, c)| plain(*c) == *character);
        let mut of_mended = of_mended.map(|(place, _)| place.start.get()).peekable();
        let (mut from, mut last) = (0, 0);
        while from < text.len() {
            let to = text.floor_char_boundary((from + batch).min(text.len())).max(from + 1);
            let piece = text.as_bytes().get(from..to).unwrap_or_default();
            let mut hits = Vec::new();
            let mut places: Vec<usize> = finder.find_iter(piece).map(|place| from + place.start()).collect();
            let in_source = places.len();
            places.extend(std::iter::from_fn(|| of_mended.next_if(|at| *at < to)));
            if places.len() > in_source {
                places.sort_unstable();
            }
            for at in places {
                if at < last {
                    continue;
                }
                let Some(hit) = walk.hit(key, at) else { continue };
                last = hit.end.get();
                hits.push(hit);
            }
            from = to;
            found(hits, from)?;
        }
        ControlFlow::Continue(())
    }

    /// 0-based index of the character that a sample of `text` has least; a blank only where nothing else is.
    fn rarest(&self, text: &str) -> usize {
        let mut counts: HashMap<char, usize> = HashMap::new();
        let step = text.len() / SAMPLES;
        for from in (0..SAMPLES).map(|sample| text.floor_char_boundary(step * sample)) {
            let to = text.floor_char_boundary(from + step.clamp(1, SAMPLE));
            for c in text.get(from..to).unwrap_or_default().chars().map(plain) {
                *counts.entry(c).or_default() += 1;
            }
        }
        let words = self.0.folded();
        let count = |c| counts.get(c).copied().unwrap_or(0);
        let rank = |at: &usize| words.get(*at).map(|c| (*c == ' ', count(c)));
        (0..words.len()).min_by_key(rank).unwrap_or_default()
    }
}
