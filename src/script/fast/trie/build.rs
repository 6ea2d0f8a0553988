//! Making a [`Trie`].

use super::super::Piece;
use super::super::sequence::arity;
use super::code::follow_set;
use super::{Edge, First, Out, SPARSE, Tail, Trie, Value, mixed, slot};

/// A trie in the making. Nodes are numbered in the order of their making, parents before children.
pub(in crate::script::fast) struct Builder<'a> {
    trie: Trie,
    /// The step that comes after this one.
    next: Option<&'a Trie>,
    /// What each node puts in place of the key that ends there.
    outs: Vec<Out>,
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
    /// What this step makes of it.
    pub(in crate::script::fast) value: &'a str,
    /// What the next step makes of that, where nothing stands before and behind.
    pub(in crate::script::fast) converted: &'a str,
    /// What of the key became what of it in the end; empty where the characters tell.
    pub(in crate::script::fast) pieces: Box<[Piece]>,
    /// Of the keys that match at a place, one of the lowest rank is taken, and of these the longest.
    pub(in crate::script::fast) rank: u8,
    /// Whether it is a segment of its own, across whose ends nothing matches.
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
            seconds: Vec::new(),
            edges: vec![Edge::EMPTY; slots],
            shift: u64::BITS - slots.ilog2(),
            inner: Vec::new(),
            continuing: Vec::new(),
            text: Vec::new(),
            values: Vec::new(),
            folds: Vec::new(),
            fold_limits: [u32::MAX, 0, u32::MAX],
            has_phrases_outside_segments: false,
            has_segments: false,
        };
        let (outs, ranks, parents) = (vec![Out::NONE], vec![UNRANKED], vec![0]);
        Self { trie, next, outs, ranks, parents, used: 0, overflown: false }
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
        if self.ranks.get(at).is_none_or(|rank| *rank <= entry.rank) {
            return;
        }
        self.trie.has_phrases_outside_segments |= is_phrase && !entry.segment;
        self.trie.has_segments |= entry.segment;
        let inner = self.inner(&entry);
        let is_open = self.next.filter(|_| !entry.segment).map(|next| next.tail(entry.value.as_bytes()));
        let out = match inner.filter(|_| entry.value == entry.converted && entry.pieces.is_empty()) {
            Some(inner) => inner,
            None => self.stored(entry.converted, entry.pieces),
        };
        if let Some(inner) = inner {
            self.trie.inner.resize(self.outs.len(), Out::NONE);
            if let Some(slot) = self.trie.inner.get_mut(at) {
                *slot = inner;
            }
        }
        if let (Some(rank), Some(slot)) = (self.ranks.get_mut(at), self.outs.get_mut(at)) {
            *rank = entry.rank;
            let is_open = is_open.is_some_and(|tail| tail != Tail::Closed);
            *slot = out.of_segment(entry.segment).that_is_open(is_open);
        }
    }

    /// What becomes of the key before the next step; `None` where that is never asked.
    fn inner(&mut self, entry: &Entry<'_>) -> Option<Out> {
        self.next?;
        (!entry.segment).then(|| self.stored(entry.value, Box::default()))
    }

    /// Lets `value` be had by a number.
    fn stored(&mut self, value: &str, pieces: Box<[Piece]>) -> Out {
        if let Some(inline) = Out::inline(value).filter(|_| pieces.is_empty()) {
            return inline;
        }
        let (start, length) = (u32::try_from(self.trie.text.len()), u32::try_from(value.len()));
        let (Some(number), Ok(start), Ok(length)) = (Out::number(self.trie.values.len()), start, length)
        else {
            self.overflown = true;
            return Out::NONE;
        };
        self.trie.text.extend_from_slice(value.as_bytes());
        self.trie.values.push(Value { start, length, pieces });
        number
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
        let needs_segments = self.next.is_some() || self.trie.has_phrases_outside_segments;
        self.trie.has_phrases_outside_segments &= self.trie.has_segments;
        if !needs_segments {
            self.outs.iter_mut().for_each(|out| *out = out.without_segment());
        }
        self.settle_edges();
        self.settle_firsts(keeps_sequences);
        let trie = &mut self.trie;
        for (from, to) in &folds {
            let first = *trie.first(*to);
            trie.set_first(*from, first);
        }
        let (basic, beyond) = folds.split_at(folds.partition_point(|(c, _)| *c <= 0xFFFF));
        let code = |fold: Option<&(u32, u32)>| fold.map(|(c, _)| *c);
        trie.fold_limits = [
            code(folds.first()).unwrap_or(u32::MAX),
            code(basic.last()).unwrap_or(0),
            code(beyond.first()).unwrap_or(u32::MAX),
        ];
        trie.folds = folds;
        Some(self.trie)
    }

    /// A key that goes on from one of a lower rank never counts.
    fn hide_what_never_wins(&mut self) {
        for node in 1..self.ranks.len() {
            let above = self.parents.get(node).and_then(|parent| self.ranks.get(*parent as usize)).copied();
            let best = above.unwrap_or(UNRANKED);
            if let (Some(rank), Some(out)) = (self.ranks.get_mut(node), self.outs.get_mut(node))
                && best < *rank
            {
                *rank = best;
                *out = Out::NONE;
            }
        }
    }

    /// Each edge knows what becomes of its key and what may follow; the ways on from first characters get their bits.
    fn settle_edges(&mut self) {
        let trie = &mut self.trie;
        let mut follows = vec![0; self.outs.len()];
        for edge in trie.edges.iter().filter(|edge| !edge.is_empty()) {
            let (node, c) = edge.from();
            if let Some(follows) = follows.get_mut(node as usize) {
                *follows |= follow_set(c);
            }
        }
        trie.seconds = vec![0; (trie.edges.len() << SPARSE).div_ceil(64)];
        for edge in trie.edges.iter_mut().filter(|edge| !edge.is_empty()) {
            let (node, c) = edge.from();
            trie.continuing.push(c);
            let child = edge.child() as usize;
            let out = self.outs.get(child).copied().unwrap_or(Out::NONE);
            *edge = edge.with(out, follows.get(child).copied().unwrap_or_default());
            let at = slot(mixed(node, c), trie.shift - SPARSE);
            if self.parents.get(node as usize) == Some(&0)
                && let Some(bits) = trie.seconds.get_mut(at / 64)
            {
                *bits |= 1 << (at % 64);
            }
        }
        trie.continuing.sort_unstable();
        trie.continuing.dedup();
    }

    /// So far each first character has a node; now it gets what becomes of it alone.
    fn settle_firsts(&mut self, keeps_sequences: bool) {
        let outs = &self.outs;
        let settle = |c: u32, first: &mut First| {
            let out = outs.get(first.node() as usize).copied().unwrap_or(Out::NONE);
            *first = first.with_out(out);
            if keeps_sequences && first.node() == 0 && arity(c) > 0 {
                *first = first.of_sequence();
            }
        };
        (0..).zip(self.trie.first.iter_mut()).for_each(|(c, first)| settle(c, first));
        self.trie.rare.iter_mut().for_each(|(c, first)| settle(*c, first));
        let Some(next) = self.next else { return };
        // What this step leaves is not left by the next.
        for c in next.initials() {
            let first = *self.trie.first(c);
            if first.out().is_none() && !first.is_sequence() {
                let alone = *next.first(c);
                let converted = next.value(alone.out());
                let converted = converted.as_ref().and_then(|value| str::from_utf8(value).ok());
                let out = converted.map_or(Out::NONE, |value| self.stored(value, Box::default()));
                self.trie.set_first(c, first.with_out(out.that_is_open(alone.begins_phrases())));
            }
        }
    }

    /// Keeps in mind that a key begins with `initial` and `c`.
    fn note_second(&mut self, initial: u32, c: u32) {
        if let Some(first) = self.trie.first_mut(initial) {
            *first = first.with_second(c);
        }
    }

    /// The node of a first character.
    fn initial(&mut self, c: u32) -> u32 {
        let known = *self.trie.first(c);
        if known.node() != 0 {
            return known.node();
        }
        let node = self.node(0);
        self.trie.set_first(c, known.with_node(node));
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
        insert(&mut self.trie.edges, self.trie.shift, Edge::new(node, c, child));
        child
    }

    fn node(&mut self, parent: u32) -> u32 {
        let number = u32::try_from(self.outs.len()).ok().filter(|node| *node < Edge::NODES);
        let Some(node) = number else {
            self.overflown = true;
            return 0;
        };
        self.outs.push(Out::NONE);
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
    let (node, c) = edge.from();
    let mut slot = slot(mixed(node, c), shift);
    while let Some(there) = edges.get_mut(slot & mask) {
        if there.is_empty() {
            *there = edge;
            return;
        }
        slot += 1;
    }
}
