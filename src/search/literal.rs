//! Words as they are: the rarest character of the query is looked for at memory speed in all its forms, and each
//! place where it stands is looked at closely.

use std::ops::{ControlFlow, Range};

use aho_corasick::AhoCorasick;

use super::Text;
use crate::block::{Block, blank_between};
use crate::document::Document;
use crate::script::{alike, folded};
use crate::text::{SourceOffset, SourceRange, is_blank, is_line_end};

/// How many places of a text are looked at to learn which character is rare in it.
const SAMPLES: usize = 16;
/// How many bytes are looked at in each.
const SAMPLE: usize = 4_096;

/// Words to search for: folded, never empty, without line ends.
#[derive(Clone, Debug)]
pub(super) struct Literal(Vec<char>);

/// The form that stands for `c` when searching: [`folded`], and small letters for all of Latin, Greek and Cyrillic.
pub(super) fn plain(c: char) -> char {
    let c = folded(c);
    if c.is_ascii() || u32::from(c) >= 0x2E80 {
        return c;
    }
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(lower), None) => lower,
        _ => c,
    }
}

/// All characters that [`plain`] takes to `plain_form`.
pub(super) fn forms(plain_form: char) -> Vec<char> {
    if u32::from(plain_form) >= 0x2E80 {
        return alike(plain_form);
    }
    // Beyond the basic plane there are no others for these.
    let mut forms: Vec<char> =
        (0..0x1_0000).filter_map(char::from_u32).filter(|c| plain(*c) == plain_form).collect();
    if !forms.contains(&plain_form) {
        forms.push(plain_form);
    }
    forms
}

impl Literal {
    pub(super) fn new(words: &str) -> Option<Self> {
        let words: Vec<char> = words.trim_matches(is_blank).chars().map(plain).collect();
        let words: Vec<char> = words.into_iter().map(|c| if is_blank(c) { ' ' } else { c }).collect();
        (!words.is_empty()).then_some(Self(words))
    }

    /// Whether a word that is shown as `instead` may be part of what shows this, where it would not be found in the
    /// text that has the word itself. All folded.
    pub(super) fn touches(&self, word: &[char], instead: &[char]) -> bool {
        let (length, count) = (self.0.len(), instead.len());
        // Every place that `instead` may have, by how far from the start of the words it ends.
        (1..length + count).any(|end| {
            let (from, to) = (end.saturating_sub(count), end.min(length));
            let (head, ends_within) = (from + count - end, end <= length);
            let wanted = self.0.get(from..to).unwrap_or_default();
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
        let words: String = self.0.iter().collect();
        line.match_indices(&words).map(|(at, found)| at..at + found.len()).collect()
    }

    /// Searches `document` and reports after each `batch` bytes.
    pub(super) fn search(
        &self,
        searched: Text<'_>,
        batch: usize,
        found: &mut dyn FnMut(Vec<SourceRange>, usize) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let text = searched.document.text();
        let key = self.rarest(text);
        let Some(character) = self.0.get(key) else { return ControlFlow::Continue(()) };
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
                let Some(hit) = self.hit(searched, key, at).filter(|hit| hit.start.get() >= last) else {
                    continue;
                };
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
        let mut counts = vec![0_usize; self.0.len()];
        for sample in 0..SAMPLES {
            let from = text.floor_char_boundary(text.len() / SAMPLES * sample);
            let to = text.floor_char_boundary((from + SAMPLE).min(text.len()));
            for c in text.get(from..to).unwrap_or_default().chars().map(plain) {
                for (count, _) in counts.iter_mut().zip(&self.0).filter(|(_, wanted)| **wanted == c) {
                    *count += 1;
                }
            }
        }
        let rank = |at: &usize| (self.0.get(*at) == Some(&' '), counts.get(*at).copied());
        (0..self.0.len()).min_by_key(rank).unwrap_or_default()
    }

    /// The hit whose character `key` stands at byte `at`.
    fn hit(&self, searched: Text<'_>, key: usize, at: usize) -> Option<SourceRange> {
        let text = searched.document.text();
        let (before, after) = self.0.split_at_checked(key)?;
        let c = text.get(at..)?.chars().next()?;
        if Some(&plain(searched.read(at, c))) != after.first() {
            return None;
        }
        let mut start = at;
        for wanted in before.iter().rev() {
            start = step_back(searched, start, *wanted)?;
        }
        let mut end = at + c.len_utf8();
        for wanted in after.iter().skip(1) {
            end = step(searched, end, *wanted)?;
        }
        Some(SourceRange::new(start, end))
    }
}

/// The byte after `wanted` where it is read at byte `at`.
fn step(searched: Text<'_>, at: usize, wanted: char) -> Option<usize> {
    let document = searched.document;
    let rest = document.text().get(at..)?;
    let c = rest.chars().next()?;
    if is_blank(c)
        && let Some((_, end, blank)) = joint_at(document, at)
    {
        return match (blank, wanted == ' ') {
            (true, true) => Some(end),
            (true, false) => None,
            (false, _) => step(searched, end, wanted),
        };
    }
    (plain(searched.read(at, c)) == wanted).then(|| at + c.len_utf8())
}

/// The byte where `wanted` begins when it is read just before byte `at`.
fn step_back(searched: Text<'_>, at: usize, wanted: char) -> Option<usize> {
    let document = searched.document;
    let c = document.text().get(..at)?.chars().next_back()?;
    let start = at - c.len_utf8();
    if is_blank(c)
        && let Some((start, _, blank)) = joint_at(document, start)
    {
        return match (blank, wanted == ' ') {
            (true, true) => Some(start),
            (true, false) => None,
            (false, _) => step_back(searched, start, wanted),
        };
    }
    (plain(searched.read(start, c)) == wanted).then_some(start)
}

/// The joint that has the blank at byte `at`: where it begins and ends, and whether it stands for a blank.
fn joint_at(document: &Document, at: usize) -> Option<(usize, usize, bool)> {
    let text = document.text();
    let block: &Block = document.blocks().get(document.block_at(SourceOffset::new(at)))?;
    let (from, to) = (block.range.start.get(), block.range.end.get());
    let (head, tail) = (text.get(from..at)?, text.get(at..to)?);
    let start = from + head.trim_end_matches(is_blank).len();
    let end = to - tail.trim_start_matches(is_blank).len();
    let run = text.get(start..end)?;
    let breaks = run.contains(is_line_end);
    let [before, after] = [text.get(from..start)?.chars().next_back(), text.get(end..to)?.chars().next()];
    breaks.then(|| (start, end, blank_between(before, after)))
}
