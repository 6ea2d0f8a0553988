//! Words that are shown as other words (软件 as 軟體): what is seen is found where they stand.
//!
//! Few queries can be part of such a word, and few paragraphs have one. Those are converted, and what they show is
//! searched; everything else is found in the source.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::ControlFlow;

use aho_corasick::AhoCorasick;

use super::pattern::Line;
use super::plain::{forms, plain};
use super::{Form, Text};
use crate::script::{OffsetMap, Presentation};
use crate::text::{SourceOffset, SourceRange};

/// How many bytes of a text are looked at to learn which characters are rare in it, in [`SAMPLES`] places.
const SAMPLED: usize = 64 << 10;
const SAMPLES: usize = 16;

/// The words of a text that have to be looked at.
pub(super) struct Reworded<'a> {
    searched: Text<'a>,
    presentation: &'a Presentation,
    /// Finds in each word the character that is rarest in the text, in all its forms.
    finder: AhoCorasick,
    /// For each pattern of the finder the words that have it, each with its place among their characters, 0-based.
    words: Vec<Vec<(Vec<char>, usize)>>,
}

impl<'a> Reworded<'a> {
    /// The words of `presentation` that `query` may be part of; `None` where there are none.
    pub(super) fn new(searched: Text<'a>, query: &Form, presentation: &'a Presentation) -> Option<Self> {
        let mut wanted: BTreeSet<Vec<char>> = BTreeSet::new();
        presentation.reworded(&mut |word, instead| {
            let [word, instead] = [word, instead].map(|word| word.chars().map(plain).collect::<Vec<_>>());
            if word != instead && query.touches(&word, &instead) {
                wanted.insert(word);
            }
        });
        if wanted.is_empty() {
            return None;
        }
        let counts = counts(searched.document.text());
        let mut by_character: BTreeMap<char, Vec<(Vec<char>, usize)>> = BTreeMap::new();
        for word in wanted {
            let rarest = (0..).zip(&word).min_by_key(|(_, c)| counts.get(c).copied().unwrap_or(0));
            if let Some((place, c)) = rarest {
                by_character.entry(*c).or_default().push((word, place));
            }
        }
        let (mut needles, mut words) = (Vec::new(), Vec::new());
        for (c, of_character) in by_character {
            for form in forms(c) {
                needles.push(form.to_string());
                words.push(of_character.clone());
            }
        }
        // Single characters are always built.
        let finder = AhoCorasick::new(&needles).ok()?;
        Some(Self { searched, presentation, finder, words })
    }

    /// What of `query` is shown in the blocks that begin from byte `from` on and before byte `to`, in order.
    fn hits(&self, query: &Form, from: usize, to: usize) -> Vec<SourceRange> {
        let document = self.searched.document;
        let part = document.text().get(from..to).unwrap_or_default();
        let places = self.finder.find_iter(part).filter(|place| {
            let words = self.words.get(place.pattern().as_usize());
            words.is_some_and(|words| words.iter().any(|word| self.has(word, from + place.start())))
        });
        let of_words = places.map(|place| from + place.start());
        // What was put in may have made a word of what is none in the source.
        let mended = self.searched.mended.iter().map(|(place, _)| place.start.get());
        let of_mended = mended.skip_while(|at| *at < from).take_while(|at| *at < to);
        let blocks: BTreeSet<usize> =
            of_words.chain(of_mended).map(|at| document.block_at(SourceOffset::new(at))).collect();
        let (mut hits, mut line): (Vec<SourceRange>, Line) = (Vec::new(), Line::default());
        for block in blocks.into_iter().filter_map(|block| document.blocks().get(block)) {
            for hit in self.in_block(query, block.range(), &mut line) {
                if hits.last().is_none_or(|last| last.end <= hit.start) {
                    hits.push(hit);
                }
            }
        }
        hits
    }

    /// Whether the word stands in the source, with the character at that place of it at byte `at`.
    fn has(&self, (word, place): &(Vec<char>, usize), at: usize) -> bool {
        let parts = self.searched.document.text().split_at_checked(at).zip(word.split_at_checked(*place));
        parts.is_some_and(|((head, tail), (before, after))| {
            let behind = head.chars().rev().map(plain).take(before.len());
            let ahead = tail.chars().map(plain).take(after.len());
            ahead.eq(after.iter().copied()) && behind.eq(before.iter().rev().copied())
        })
    }

    /// The source of what of `query` is shown in a block.
    fn in_block(&self, query: &Form, block: SourceRange, line: &mut Line) -> Vec<SourceRange> {
        let text = self.searched.document.text();
        let (view, pieces) = self.presentation.show_mapped(&self.presentation.mended_text(text, block));
        let map = OffsetMap::from_pieces(block.slice(text), &view, &pieces);
        line.read(&view, |_, c| c);
        let start = block.start.get();
        let hit = |place| {
            let source = map.source_range(line.bytes(place));
            SourceRange::new(start + source.start, start + source.end)
        };
        query.in_line(&line.folded).into_iter().map(hit).filter(|hit| !hit.is_empty()).collect()
    }
}

/// Searches the source, and what is shown where that has other words.
pub(super) fn search(
    query: &Form,
    reworded: &Reworded<'_>,
    found: &mut dyn FnMut(Vec<SourceRange>, usize) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let document = reworded.searched.document;
    let length = document.text().len();
    let (mut waiting, mut done) = (Vec::new(), 0);
    query.search(reworded.searched, &mut |hits, searched| {
        waiting.extend(hits);
        // Blocks are looked at whole.
        let block = document.blocks().get(document.block_at(SourceOffset::new(searched)));
        let begun = block.map_or(length, |block| block.range().start.get().min(searched));
        let to = if searched < length { begun.max(done) } else { length };
        add(&mut waiting, reworded.hits(query, done, to));
        done = to;
        let later = waiting.split_off(waiting.partition_point(|hit| hit.end.get() <= done));
        found(std::mem::replace(&mut waiting, later), searched)
    })
}

/// Adds to `hits` in the source those in what is `shown`; of two that overlap the latter counts, which is whole words.
fn add(hits: &mut Vec<SourceRange>, shown: Vec<SourceRange>) {
    hits.retain(|hit| {
        let next = shown.partition_point(|shown| shown.end <= hit.start);
        shown.get(next).is_none_or(|shown| shown.start >= hit.end)
    });
    hits.extend(shown);
    hits.sort_unstable_by_key(|hit| hit.start);
}

/// How often samples of `text` have each character, folded.
fn counts(text: &str) -> HashMap<char, usize> {
    let mut counts = HashMap::new();
    for sample in 0..SAMPLES {
        let from = text.floor_char_boundary(text.len() / SAMPLES * sample);
        let to = text.floor_char_boundary((from + SAMPLED / SAMPLES).min(text.len()));
        for c in text.get(from..to).unwrap_or_default().chars().map(plain) {
            *counts.entry(c).or_insert(0) += 1;
        }
    }
    counts
}
