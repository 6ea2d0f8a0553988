//! The compiled form of one step: all its dictionaries in one trie over characters.
//!
//! Most of the time goes into finding out that no phrase begins here, so the trie is laid out for that: the first
//! character is an index into a table that holds the answer itself where no phrase begins with it; each further
//! character is one look-up in a hash table of edges, eight bytes each, that stays in the cache.

mod build;
mod code;

pub(super) use build::{Builder, Entry};
use code::Edge;
pub(super) use code::{First, Kind, Out};

use super::Piece;

/// The compiled dictionaries of one step.
pub(super) struct Trie {
    /// For each character of the basic plane, what to do where a match would begin with it.
    first: Box<[First]>,
    /// The same for the characters beyond, ordered.
    rare: Vec<(u32, First)>,
    /// The same for those that are not among these.
    unknown: First,
    edges: Vec<Edge>,
    /// How many bits of a hash are not needed.
    shift: u32,
    /// What each node puts in place of the key that ends there.
    outs: Vec<Out>,
    /// All values that are not in an [`Out`] itself, end to end.
    text: Vec<u8>,
    values: Vec<Value>,
    /// Characters that stand for others, ordered by code: compatibility ideographs.
    folds: Vec<(u32, u32)>,
    /// The first of them.
    least_fold: u32,
    /// Whether there are segments, and a match that is none can be longer than a character.
    pub(super) has_phrases_outside_segments: bool,
    has_segments: bool,
}

/// A value that is not in an [`Out`] itself.
struct Value {
    start: u32,
    length: u32,
    /// What of the key became what of the value, where that can be told and the characters do not tell.
    pieces: Box<[Piece]>,
}

/// A key that was found in a text.
#[derive(Clone, Copy)]
pub(super) struct Match {
    pub(super) out: Out,
    /// Where the key ends in the text.
    pub(super) end: usize,
}

impl Match {
    /// No key was found up to there.
    pub(super) fn none(end: usize) -> Self {
        Self { out: Out::NONE, end }
    }
}

impl Trie {
    /// What to do where a match would begin with `c`.
    #[inline]
    pub(super) fn first(&self, c: u32) -> &First {
        match u16::try_from(c) {
            Ok(c) => self.first.get(usize::from(c)).unwrap_or(&self.unknown),
            Err(_) => self.rare(c),
        }
    }

    #[cold]
    fn rare(&self, c: u32) -> &First {
        let found = self.rare.binary_search_by_key(&c, |(c, _)| *c).ok();
        found.and_then(|at| self.rare.get(at)).map_or(&self.unknown, |(_, first)| first)
    }

    /// The best match at `at`, where a character of `width` bytes stands that `first` belongs to.
    #[inline]
    pub(super) fn find(&self, first: &First, text: &[u8], at: usize, width: usize) -> Match {
        let alone = Match { out: first.out(), end: at + width };
        if first.kind() != Kind::Phrases {
            return alone;
        }
        match character(text, alone.end) {
            Some((second, _)) if first.may_go_on_with(self.folded(second)) => {
                self.walk(first.node(), text, alone.end, alone)
            }
            _ => alone,
        }
    }

    /// The entry of [`Trie::first`] for `c`, to be changed; `None` where there is none.
    fn first_mut(&mut self, c: u32) -> Option<&mut First> {
        if let Ok(c) = u16::try_from(c) {
            return self.first.get_mut(usize::from(c));
        }
        let found = self.rare.binary_search_by_key(&c, |(c, _)| *c).ok();
        found.and_then(|at| self.rare.get_mut(at)).map(|(_, first)| first)
    }

    /// What node `node` puts in place of its key.
    fn out(&self, node: u32) -> Out {
        self.outs.get(node as usize).copied().unwrap_or(Out::NONE)
    }

    // Most places need only what is above; kept apart, that stays small enough to be inlined.
    /// The best match that goes on from `node` with what follows at `at`; `found` is the best one up to there.
    #[inline(never)]
    fn walk(&self, mut node: u32, text: &[u8], mut at: usize, mut found: Match) -> Match {
        while let Some((c, width)) = character(text, at) {
            let Some(edge) = self.edge(node, self.folded(c)) else { break };
            node = edge.child();
            at += width;
            let out = self.out(node);
            if !out.is_none() {
                found = Match { out, end: at };
            }
            if edge.is_last() {
                break;
            }
        }
        found
    }

    fn edge(&self, node: u32, c: u32) -> Option<Edge> {
        let key = Edge::key(node, c);
        let mask = self.edges.len().wrapping_sub(1);
        let mut slot = Edge::hash(key, self.shift);
        loop {
            let edge = *self.edges.get(slot & mask)?;
            if edge.has_key(key) {
                return Some(edge);
            }
            if edge.is_empty() {
                return None;
            }
            slot += 1;
        }
    }

    #[inline]
    fn folded(&self, c: u32) -> u32 {
        if c < self.least_fold { c } else { self.fold(c) }
    }

    #[cold]
    fn fold(&self, c: u32) -> u32 {
        let found = self.folds.binary_search_by_key(&c, |(c, _)| *c).ok();
        found.and_then(|at| self.folds.get(at)).map_or(c, |(_, folded)| *folded)
    }

    /// The bytes of a value that is not in the [`Out`] itself.
    pub(super) fn value(&self, index: u32) -> &[u8] {
        let Some(value) = self.values.get(index as usize) else { return &[] };
        let start = value.start as usize;
        self.text.get(start..start + value.length as usize).unwrap_or_default()
    }

    /// What of its key became what of the value; empty where the characters tell.
    pub(super) fn pieces(&self, index: u32) -> &[Piece] {
        self.values.get(index as usize).map_or(&[], |value| &value.pieces)
    }

    /// Whether the match at `at`, where `c` stands, is a segment.
    pub(super) fn begins_segment(&self, c: u32, text: &[u8], at: usize) -> bool {
        let width = character(text, at).map_or(0, |(_, width)| width);
        self.find(self.first(c), text, at, width).out.is_segment()
    }

    /// Whether a match can begin with `c`.
    pub(super) fn begins(&self, c: u32) -> bool {
        !matches!(self.first(c).kind(), Kind::Copy | Kind::Sequence)
    }
}

/// The character at byte `at` of `text`, which is UTF-8, and its length in bytes.
#[inline]
pub(super) fn character(text: &[u8], at: usize) -> Option<(u32, usize)> {
    let rest = text.get(at..)?;
    let low = |byte: u8| u32::from(byte & 0x3F);
    match *rest {
        [a, ..] if a < 0x80 => Some((u32::from(a), 1)),
        [a, b, c, ..] if a & 0xF0 == 0xE0 => Some((u32::from(a & 0x0F) << 12 | low(b) << 6 | low(c), 3)),
        [a, b, ..] if a & 0xE0 == 0xC0 => Some((u32::from(a & 0x1F) << 6 | low(b), 2)),
        [a, b, c, d, ..] => Some((u32::from(a & 7) << 18 | low(b) << 12 | low(c) << 6 | low(d), 4)),
        _ => None,
    }
}
