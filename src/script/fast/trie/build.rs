//! Making a [`Trie`].

use super::super::Piece;
use super::super::sequence::arity;
use super::{Edge, First, Kind, Out, Trie, Value};

/// A trie in the making. Nodes are numbered in the order of their making, parents before children.
pub(in crate::script::fast) struct Builder<'a> {
    trie: Trie,
    /// The step that comes after this one.
    next: Option<&'a Trie>,
    /// The rank of the key that ends at each node.
    ranks: Vec<u8>,
    /// The node above each.
    parents: Vec<u32>,
    /// How many edges there are.
    used: usize,
    /// Whether a number ran out.
    overflown: bool,
}

/// No key ends here.
const UNRANKED: u8 = u8::MAX;

/// A key with what becomes of it.
pub(in crate::script::fast) struct Entry<'a> {
    pub(in crate::script::fast) key: &'a str,
    pub(in crate::script::fast) value: &'a str,
    /// What of the key became what of the value; empty where the characters tell.
    pub(in crate::script::fast) pieces: Box<[Piece]>,
    /// Of the keys that match at a place, one of the lowest rank is taken, and of these the longest.
    pub(in crate::script::fast) rank: u8,
    /// Whether it is a segment of its own, whose value is final.
    pub(in crate::script::fast) segment: bool,
}

impl<'a> Builder<'a> {
    /// A trie with room for about `entries` keys, for a step that `next` comes after.
    pub(in crate::script::fast) fn new(entries: usize, next: Option<&'a Trie>) -> Self {
        // About 1.4 edges a phrase in the largest dictionary; the table is never more than two thirds full.
        let slots = (2 * entries).max(8).next_power_of_two();
        let trie = Trie {
            first: vec![First::COPY; 1 << 16].into(),
            rare: Vec::new(),
            unknown: First::COPY,
            edges: vec![Edge::EMPTY; slots],
            shift: u64::BITS - slots.ilog2(),
            outs: vec![Out::NONE],
            text: Vec::new(),
            values: Vec::new(),
            folds: Vec::new(),
            least_fold: u32::MAX,
            has_phrases_outside_segments: false,
            has_segments: false,
        };
        Self { trie, next, ranks: vec![UNRANKED], parents: vec![0], used: 0, overflown: false }
    }

    /// Adds a key. Of two entries with one key, that of the lower rank counts, and of one rank the earlier.
    pub(in crate::script::fast) fn add(&mut self, entry: Entry<'_>) {
        let mut characters = entry.key.chars();
        let Some(initial) = characters.next() else { return };
        let mut node = self.initial(u32::from(initial));
        let mut is_phrase = false;
        for c in characters {
            if !is_phrase {
                self.note_second(u32::from(initial), u32::from(c));
            }
            node = self.child(node, u32::from(c));
            is_phrase = true;
        }
        let at = node as usize;
        let stirs = !entry.segment && entry.value.chars().any(|c| self.stirs(u32::from(c)));
        let (Some(rank), Some(out)) = (self.ranks.get_mut(at), self.trie.outs.get_mut(at)) else { return };
        if *rank <= entry.rank {
            return;
        }
        *rank = entry.rank;
        self.trie.has_phrases_outside_segments |= is_phrase && !entry.segment;
        self.trie.has_segments |= entry.segment;
        if let Some(inline) = Out::inline(entry.value).filter(|_| entry.pieces.is_empty()) {
            *out = inline.of_segment(entry.segment).that_stirs(stirs);
            return;
        }
        let (start, length) = (u32::try_from(self.trie.text.len()), u32::try_from(entry.value.len()));
        let (Some(number), Ok(start), Ok(length)) = (Out::number(self.trie.values.len()), start, length)
        else {
            self.overflown = true;
            return;
        };
        *out = number.of_segment(entry.segment).that_stirs(stirs);
        self.trie.text.extend_from_slice(entry.value.as_bytes());
        self.trie.values.push(Value { start, length, pieces: entry.pieces });
    }

    /// The trie; `None` when it has more nodes or longer values than there are numbers for.
    ///
    /// Each of `folds` lets its first character stand for its second, which must be a key of its own.
    pub(in crate::script::fast) fn finish(
        mut self,
        mut folds: Vec<(u32, u32)>,
        keeps_sequences: bool,
    ) -> Option<Trie> {
        if self.overflown {
            return None;
        }
        self.hide_what_never_wins();
        folds.sort_unstable();
        self.settle_firsts(keeps_sequences);
        let trie = &mut self.trie;
        let mut beyond = Vec::new();
        for (from, to) in &folds {
            let first = *trie.first(*to);
            match u16::try_from(*from) {
                Ok(from) => {
                    if let Some(entry) = trie.first.get_mut(usize::from(from)) {
                        *entry = first;
                    }
                }
                Err(_) => beyond.push((*from, first)),
            }
        }
        trie.rare.extend(beyond);
        trie.rare.sort_unstable_by_key(|(c, _)| *c);
        trie.least_fold = folds.first().map_or(u32::MAX, |(c, _)| *c);
        trie.folds = folds;
        trie.has_phrases_outside_segments &= trie.has_segments;
        Some(self.trie)
    }

    /// A key that goes on from one of a lower rank never counts.
    fn hide_what_never_wins(&mut self) {
        for node in 1..self.ranks.len() {
            let above = self.parents.get(node).and_then(|parent| self.ranks.get(*parent as usize)).copied();
            let best = above.unwrap_or(UNRANKED);
            if let (Some(rank), Some(out)) = (self.ranks.get_mut(node), self.trie.outs.get_mut(node))
                && best < *rank
            {
                *rank = best;
                *out = Out::NONE;
            }
        }
    }

    /// So far each first character has a node; where nothing goes on from it, the table can tell all.
    fn settle_firsts(&mut self, keeps_sequences: bool) {
        let next = self.next;
        let mut has_children = vec![false; self.parents.len()];
        for parent in &self.parents {
            if let Some(has) = has_children.get_mut(*parent as usize) {
                *has = true;
            }
        }
        for edge in self.trie.edges.iter_mut().filter(|edge| !edge.is_empty()) {
            if has_children.get(edge.child() as usize).copied().unwrap_or_default() {
                *edge = edge.with_children();
            }
        }
        if next.is_some_and(|next| !next.rare.is_empty()) {
            self.trie.unknown = First::COPY.with_stir();
        }
        let outs = &self.trie.outs;
        let settle = |c: u32, first: &mut First| {
            if first.kind() == Kind::Phrases {
                let node = first.node() as usize;
                let out = outs.get(node).copied().unwrap_or(Out::NONE);
                if !has_children.get(node).copied().unwrap_or_default() {
                    *first = First::character(out);
                    return;
                }
                *first = first.with_out(out);
            } else if keeps_sequences && arity(c) > 0 {
                *first = First::SEQUENCE;
            }
            if first.out().is_none() && next.is_some_and(|next| next.begins(c)) {
                *first = first.with_stir();
            }
        };
        (0..).zip(self.trie.first.iter_mut()).for_each(|(c, first)| settle(c, first));
        self.trie.rare.iter_mut().for_each(|(c, first)| settle(*c, first));
    }

    /// Keeps in mind that a key begins with `initial` and `c`.
    fn note_second(&mut self, initial: u32, c: u32) {
        if let Some(first) = self.trie.first_mut(initial) {
            *first = first.with_second(c);
        }
    }

    /// Whether the next step may find something that begins with `c`.
    fn stirs(&self, c: u32) -> bool {
        self.next.is_some_and(|next| next.begins(c))
    }

    /// The node of a first character.
    fn initial(&mut self, c: u32) -> u32 {
        let known = self.trie.first_mut(c).map_or(First::COPY, |first| *first);
        if known.kind() == Kind::Phrases {
            return known.node();
        }
        let node = self.node(0);
        if let Some(first) = self.trie.first_mut(c) {
            *first = First::phrases(node);
        } else {
            let at = self.trie.rare.partition_point(|(other, _)| *other < c);
            self.trie.rare.insert(at, (c, First::phrases(node)));
        }
        node
    }

    fn child(&mut self, node: u32, c: u32) -> u32 {
        if let Some(edge) = self.trie.edge(node, c) {
            return edge.child();
        }
        if 3 * self.used > 2 * self.trie.edges.len() {
            self.grow();
        }
        let child = self.node(node);
        self.used += 1;
        insert(&mut self.trie.edges, self.trie.shift, Edge::new(Edge::key(node, c), child));
        child
    }

    fn node(&mut self, parent: u32) -> u32 {
        let number = u32::try_from(self.trie.outs.len()).ok().filter(|node| *node < Edge::NODES);
        let Some(node) = number else {
            self.overflown = true;
            return 0;
        };
        self.trie.outs.push(Out::NONE);
        self.ranks.push(UNRANKED);
        self.parents.push(parent);
        node
    }

    fn grow(&mut self) {
        let shift = self.trie.shift - 1;
        let mut larger = vec![Edge::EMPTY; 2 * self.trie.edges.len()];
        for edge in self.trie.edges.iter().filter(|edge| !edge.is_empty()) {
            insert(&mut larger, shift, *edge);
        }
        self.trie.edges = larger;
        self.trie.shift = shift;
    }
}

fn insert(edges: &mut [Edge], shift: u32, edge: Edge) {
    let mask = edges.len() - 1;
    let mut slot = Edge::hash(edge.its_key(), shift);
    while let Some(there) = edges.get_mut(slot & mask) {
        if there.is_empty() {
            *there = edge;
            return;
        }
        slot += 1;
    }
}
