//! Words as they are: the rarest character of the query is looked for at memory speed in all its forms, and each
//! place where it stands is looked at closely.

use std::collections::HashMap;
use std::ops::ControlFlow;

use aho_corasick::AhoCorasick;

use super::Text;
use super::walk::{Walk, Words};
use crate::script::folded;
use crate::text::{SourceRange, is_blank};

/// How many places of a text are looked at to learn which character is rare in it.
const SAMPLES: usize = 16;
/// How many bytes are looked at in each at most.
const SAMPLE: usize = 4_096;

/// Words to search for: folded, never empty, without line ends.
#[derive(Clone, Debug)]
pub(super) struct Literal(Words);

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
fn forms(plain_form: char) -> Vec<char> {
    // Ideographs become ideographs of the basic plane; of what else becomes letters and marks, all but the full-width
    // ones stand before the ideographs.
    let near = if u32::from(plain_form) < 0x2E80 { 0..0x2E80 } else { 0x2E80..0xA000 };
    let candidates = near.chain([0x3000]).chain(0xFF01..0xFF5F).filter_map(char::from_u32);
    let mut forms: Vec<char> = candidates.filter(|c| plain(*c) == plain_form).collect();
    if !forms.contains(&plain_form) {
        forms.push(plain_form);
    }
    forms
}

impl Literal {
    pub(super) fn new(words: &str) -> Option<Self> {
        let words: Vec<char> = words.trim_matches(is_blank).chars().map(plain).collect();
        let words: Vec<char> = words.into_iter().map(|c| if is_blank(c) { ' ' } else { c }).collect();
        (!words.is_empty()).then(|| Self(Words::new(words)))
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
