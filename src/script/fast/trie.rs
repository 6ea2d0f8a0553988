//! The compiled form of one step: all its dictionaries in one trie over characters.
//!
//! Most of the time goes into finding out that no phrase begins here, so the trie is laid out for that: the first
//! character is an index into a table that holds the answer itself where no phrase begins with it, and else a class
//! of second characters; what gets by is asked of a table of bits that stays in the cache. Each further character is
//! one look-up in a hash table of edges, which hold all that is to be known of where they lead.

mod build;
mod code;

pub(super) use build::{Builder, Entry};
use code::{Edge, mixed};
pub(super) use code::{First, Out};

use std::ops::Deref;

use super::Piece;

/// The compiled dictionaries of one step.
pub(super) struct Trie {
    /// For each character of the basic plane, what to do where a match would begin with it.
    first: Box<[First]>,
    /// The same for the characters beyond, ordered.
    rare: Vec<(u32, First)>,
    /// The same for those that are not among these.
    unknown: First,
    /// A bit for each way on from a first character, by the upper bits of a product: most that seem to go on by
    /// their class do not go on by this.
    seconds: Vec<u64>,
    edges: Vec<Edge>,
    /// How many bits of a hash are not needed.
    shift: u32,
    /// What each node puts in place of the key that ends there, before the next step; empty where there is none.
    inner: Vec<Out>,
    /// The characters that phrases go on with, ordered.
    continuing: Vec<u32>,
    /// All values that are not in an [`Out`] itself, end to end.
    text: Vec<u8>,
    values: Vec<Value>,
    /// Characters that stand for others, ordered by code: compatibility ideographs.
    folds: Vec<(u32, u32)>,
    /// The first of them; the last one of the basic plane; the first one beyond it.
    fold_limits: [u32; 3],
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

/// The bytes of a value.
pub(super) enum Text<'a> {
    /// Three of them.
    Short([u8; 3]),
    /// Others.
    Long(&'a [u8]),
}

impl Deref for Text<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Short(bytes) => bytes,
            Self::Long(bytes) => bytes,
        }
    }
}

/// A key that was found in a text.
#[derive(Clone, Copy)]
pub(super) struct Match {
    pub(super) out: Out,
    /// The node of the key.
    pub(super) node: u32,
    /// Where the key ends in the text.
    pub(super) end: usize,
}

impl Match {
    /// No key was found up to there.
    pub(super) fn none(end: usize) -> Self {
        Self { out: Out::NONE, node: 0, end }
    }
}

/// A character of a text.
#[derive(Clone, Copy)]
pub(super) struct Character {
    pub(super) code: u32,
    /// Its length in bytes.
    pub(super) width: usize,
    /// Its bytes, the first lowest; what is above them means nothing.
    pub(super) word: u32,
}

/// Where a phrase may go on behind the end of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tail {
    /// Nowhere.
    Closed,
    /// From the last character.
    Last(u32),
    /// From further back.
    Long,
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

    /// Whether a phrase may begin with the character that `first` belongs to and `second`.
    #[inline]
    pub(super) fn may_go_on(&self, first: &First, second: u32) -> bool {
        let second = self.folded(second);
        first.may_go_on_with(second) && self.has_second(mixed(first.node(), second))
    }

    #[inline]
    fn has_second(&self, mixed: u64) -> bool {
        let at = slot(mixed, self.shift - SPARSE);
        self.seconds.get(at / 64).is_some_and(|bits| bits >> (at % 64) & 1 != 0)
    }

    /// The best match at `at`, where a character of `width` bytes stands that `first` belongs to.
    pub(super) fn find(&self, first: &First, text: &[u8], at: usize, width: usize) -> Match {
        let alone = Match { out: first.out(), node: first.node(), end: at + width };
        match character(text, alone.end) {
            Some(second) if self.may_go_on(first, second.code) => self.walk(text, alone, second),
            _ => alone,
        }
    }

    fn set_first(&mut self, c: u32, first: First) {
        if let Some(entry) = self.first_mut(c) {
            *entry = first;
        } else {
            let at = self.rare.partition_point(|(other, _)| *other < c);
            self.rare.insert(at, (c, first));
        }
    }

    /// The characters that matches begin with.
    fn initials(&self) -> impl Iterator<Item = u32> {
        let basic = (0..).zip(&self.first).map(|(c, _)| c);
        basic.chain(self.rare.iter().map(|(c, _)| *c)).filter(|c| self.begins(*c))
    }

    /// The entry of [`Trie::first`] for `c`, to be changed; `None` where there is none.
    fn first_mut(&mut self, c: u32) -> Option<&mut First> {
        if let Ok(c) = u16::try_from(c) {
            return self.first.get_mut(usize::from(c));
        }
        let found = self.rare.binary_search_by_key(&c, |(c, _)| *c).ok();
        found.and_then(|at| self.rare.get_mut(at)).map(|(_, first)| first)
    }

    // Most places need only what is above; kept apart, that stays small enough to be inlined.
    /// The best match that goes on from `found`, a single character, with `next`.
    #[inline(never)]
    pub(super) fn walk(&self, text: &[u8], mut found: Match, mut next: Character) -> Match {
        let (mut node, mut at) = (found.node, found.end);
        while let Some(edge) = self.edge(node, self.folded(next.code)) {
            node = edge.child();
            at += next.width;
            if !edge.out.is_none() {
                found = Match { out: edge.out, node, end: at };
            }
            if edge.is_last() {
                break;
            }
            next = match character(text, at) {
                Some(c) if edge.may_go_on_with(self.folded(c.code)) => c,
                _ => break,
            };
        }
        found
    }

    fn edge(&self, node: u32, c: u32) -> Option<&Edge> {
        let mask = self.edges.len().wrapping_sub(1);
        let mut slot = slot(mixed(node, c), self.shift);
        loop {
            let edge = self.edges.get(slot & mask)?;
            if edge.is_from(node, c) {
                return Some(edge);
            }
            if edge.is_empty() {
                return None;
            }
            slot += 1;
        }
    }

    /// The character that `c` stands for.
    #[inline]
    pub(super) fn folded(&self, c: u32) -> u32 {
        let [from, to, beyond] = self.fold_limits;
        if c < from || (c > to && c < beyond) { c } else { self.fold(c) }
    }

    #[cold]
    fn fold(&self, c: u32) -> u32 {
        let found = self.folds.binary_search_by_key(&c, |(c, _)| *c).ok();
        found.and_then(|at| self.folds.get(at)).map_or(c, |(_, folded)| *folded)
    }

    /// The bytes of a value that is not in the [`Out`] itself.
    pub(super) fn long_value(&self, index: u32) -> &[u8] {
        let Some(value) = self.values.get(index as usize) else { return &[] };
        let start = value.start as usize;
        self.text.get(start..start + value.length as usize).unwrap_or_default()
    }

    /// The value; `None` where there is none.
    pub(super) fn value(&self, out: Out) -> Option<Text<'_>> {
        if out.is_none() {
            return None;
        }
        Some(out.bytes().map_or_else(|| Text::Long(self.long_value(out.index())), Text::Short))
    }

    /// What of its key became what of the value; empty where the characters tell.
    pub(super) fn pieces(&self, index: u32) -> &[Piece] {
        self.values.get(index as usize).map_or(&[], |value| &value.pieces)
    }

    /// What the key of `found` becomes before the next step; none where the step has no such key.
    pub(super) fn inner(&self, found: &Match) -> Out {
        self.inner.get(found.node as usize).copied().unwrap_or(Out::NONE)
    }

    /// Whether the match at `at`, where `c` stands, is a segment.
    pub(super) fn begins_segment(&self, c: Character, text: &[u8], at: usize) -> bool {
        self.find(self.first(c.code), text, at, c.width).out.is_segment()
    }

    /// Whether a match can begin with `c`.
    pub(super) fn begins(&self, c: u32) -> bool {
        let first = self.first(c);
        first.begins_phrases() || !first.out().is_none()
    }

    /// Whether a phrase has `c`, but not as its first character: no match runs over the start of another.
    pub(super) fn continues(&self, c: u32) -> bool {
        self.continuing.binary_search(&c).is_ok()
    }

    /// Where a phrase may go on behind the end of `text`.
    pub(super) fn tail(&self, text: &[u8]) -> Tail {
        let (mut at, mut tail) = (0, Tail::Closed);
        while let Some(c) = character(text, at) {
            let first = self.first(c.code);
            at += c.width;
            if first.begins_phrases() && self.reaches_end(first, text, at) {
                if at < text.len() {
                    return Tail::Long;
                }
                tail = Tail::Last(c.code);
            }
        }
        tail
    }

    /// Whether a phrase that may be open at the end of a text, as `tail` tells, goes on with `head`.
    pub(super) fn crosses(&self, tail: Tail, head: u32) -> bool {
        match tail {
            Tail::Closed => false,
            Tail::Last(c) => self.may_go_on(self.first(c), head),
            Tail::Long => true,
        }
    }

    /// Whether all of `text` from `at` on goes on from `first`, and more does.
    fn reaches_end(&self, first: &First, text: &[u8], mut at: usize) -> bool {
        let (mut node, mut is_last) = (first.node(), false);
        while let Some(c) = character(text, at) {
            let Some(edge) = self.edge(node, c.code) else { return false };
            (node, is_last) = (edge.child(), edge.is_last());
            at += c.width;
        }
        !is_last
    }
}

/// How many bits more a place among the seconds has than one among the edges.
const SPARSE: u32 = 4;

/// Where among the edges to look first.
#[expect(clippy::cast_possible_truncation, reason = "what is shifted down is as short as a table is long")]
#[inline]
fn slot(mixed: u64, shift: u32) -> usize {
    (mixed >> shift) as usize
}

/// The character at byte `at` of `text`, which is UTF-8.
#[inline]
pub(super) fn character(text: &[u8], at: usize) -> Option<Character> {
    let rest = text.get(at..)?;
    let bytes = match rest.first_chunk::<4>() {
        Some(bytes) => *bytes,
        None => last(rest)?,
    };
    let [a, b, c, d] = bytes.map(u32::from);
    let word = u32::from_le_bytes(bytes);
    Some(if a < 0x80 {
        Character { code: a, width: 1, word }
    } else if a & 0xF0 == 0xE0 {
        Character { code: (a & 0x0F) << 12 | (b & 0x3F) << 6 | (c & 0x3F), width: 3, word }
    } else if a & 0xE0 == 0xC0 {
        Character { code: (a & 0x1F) << 6 | (b & 0x3F), width: 2, word }
    } else {
        Character { code: (a & 7) << 18 | (b & 0x3F) << 12 | (c & 0x3F) << 6 | (d & 0x3F), width: 4, word }
    })
}

/// The last bytes of a text; `None` where nothing is left.
#[cold]
fn last(rest: &[u8]) -> Option<[u8; 4]> {
    let mut bytes = [0; 4];
    bytes.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    (!rest.is_empty()).then_some(bytes)
}
