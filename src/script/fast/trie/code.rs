//! The numbers that a trie is made of.

/// Bits of a number that belong to what it points to.
const PAYLOAD: u32 = (1 << 24) - 1;

/// What to put in place of a key: nothing, three bytes, or a value by its number.
///
/// ```text
/// bits 0–23 three bytes or number · 24 three bytes · 25 number · 26 segment · 27 open · 28 sequence
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::script::fast) struct Out(u32);

const INLINE: u32 = 1 << 24;
const NUMBER: u32 = 1 << 25;
const SEGMENT: u32 = 1 << 26;
const OPEN: u32 = 1 << 27;
const SEQUENCE: u32 = 1 << 28;

impl Out {
    /// No key ends here.
    pub(in crate::script::fast) const NONE: Self = Self(0);

    /// The value `text`, when it has three bytes.
    pub(super) fn inline(text: &str) -> Option<Self> {
        let &[a, b, c] = text.as_bytes() else { return None };
        Some(Self(u32::from_le_bytes([a, b, c, 0]) | INLINE))
    }

    /// The value of that number; `None` beyond 16 million values.
    pub(super) fn number(number: usize) -> Option<Self> {
        u32::try_from(number).ok().filter(|number| *number <= PAYLOAD).map(|number| Self(number | NUMBER))
    }

    pub(super) fn of_segment(self, segment: bool) -> Self {
        Self(self.0 | if segment { SEGMENT } else { 0 })
    }

    pub(super) fn that_is_open(self, open: bool) -> Self {
        Self(self.0 | if open { OPEN } else { 0 })
    }

    /// The same where nobody asks for segments.
    pub(super) fn without_segment(self) -> Self {
        Self(self.0 & !SEGMENT)
    }

    pub(in crate::script::fast) fn is_none(self) -> bool {
        self.0 & (INLINE | NUMBER) == 0
    }

    /// The value, when it is three bytes.
    pub(in crate::script::fast) fn bytes(self) -> Option<[u8; 3]> {
        let [a, b, c, _] = self.0.to_le_bytes();
        (self.0 & INLINE != 0).then_some([a, b, c])
    }

    /// The value's number, when it is not three bytes.
    pub(in crate::script::fast) fn index(self) -> u32 {
        self.0 & PAYLOAD
    }

    /// Whether the key is a segment of its own, whose value is final.
    pub(in crate::script::fast) fn is_segment(self) -> bool {
        self.0 & SEGMENT != 0
    }

    /// Whether a match of the next step may begin in the value and run over its end.
    pub(in crate::script::fast) fn is_open(self) -> bool {
        self.0 & OPEN != 0
    }
}

/// What to do where a match would begin with a character: all that is needed in one place, for this is what is
/// looked up most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::script::fast) struct First {
    /// Which second characters longer keys have: a bit for each of 128 classes.
    seconds: u128,
    /// The node of the keys that begin with it; 0 where there are none.
    node: u32,
    /// What replaces the character where no longer key matches.
    out: Out,
}

impl First {
    pub(super) const COPY: Self = Self { seconds: 0, node: 0, out: Out::NONE };

    pub(super) fn with_node(self, node: u32) -> Self {
        Self { node, ..self }
    }

    /// The same for a character that may begin an ideographic description sequence.
    pub(super) fn of_sequence(self) -> Self {
        Self { out: Out(self.out.0 | SEQUENCE), ..self }
    }

    pub(super) fn with_out(self, out: Out) -> Self {
        Self { out, ..self }
    }

    pub(super) fn with_second(self, c: u32) -> Self {
        Self { seconds: self.seconds | class(c), ..self }
    }

    /// Whether a longer key may go on with `c`.
    #[inline]
    pub(super) fn may_go_on_with(&self, c: u32) -> bool {
        self.seconds & class(c) != 0
    }

    /// Whether longer keys begin with it.
    pub(super) fn begins_phrases(&self) -> bool {
        self.seconds != 0
    }

    /// Whether the character, alone, is left or becomes another of three bytes, and nobody need know of it.
    #[inline]
    pub(in crate::script::fast) fn is_plain(&self) -> bool {
        self.out.0 & (NUMBER | SEGMENT | OPEN | SEQUENCE) == 0
    }

    pub(in crate::script::fast) fn is_sequence(&self) -> bool {
        self.out.0 & SEQUENCE != 0
    }

    /// What replaces the character where no longer key matches.
    pub(in crate::script::fast) fn out(&self) -> Out {
        self.out
    }

    /// What [`First::is_plain`] puts in place of the character that `word` begins with, and its length.
    #[inline]
    pub(in crate::script::fast) fn plain(&self, word: u32, width: usize) -> (u32, usize) {
        if self.out.0 & INLINE == 0 { (word, width) } else { (self.out.0 & PAYLOAD, 3) }
    }

    /// Where longer keys go on.
    pub(in crate::script::fast) fn node(&self) -> u32 {
        self.node
    }
}

/// The class of a second character, as a bit.
fn class(c: u32) -> u128 {
    // The upper bits of a product depend on all bits of the character.
    1 << (c.wrapping_mul(0x9E37_79B9) >> 25)
}

/// A number of which the upper bits depend on all bits of a node and a character: Fibonacci hashing.
#[inline]
pub(super) fn mixed(node: u32, c: u32) -> u64 {
    key(node, c).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// What an edge is found by.
fn key(node: u32, c: u32) -> u64 {
    u64::from(node) << NODE | u64::from(c)
}

/// From a node by a character to another node, with all that is to be known of that one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    /// Bits 0–20 child, 22–42 character, 43–63 node.
    link: u64,
    /// What the child puts in place of its key.
    pub(super) out: Out,
    /// Which characters go on from the child: a bit for each of 32 classes.
    follow_set: u32,
}

/// How many bits the number of a node has.
const NODE: u32 = 21;

impl Edge {
    pub(super) const EMPTY: Self = Self { link: 0, out: Out::NONE, follow_set: 0 };

    /// More nodes than a trie can have.
    pub(super) const NODES: u32 = 1 << NODE;

    pub(super) fn new(node: u32, c: u32, child: u32) -> Self {
        Self { link: key(node, c) << (NODE + 1) | u64::from(child), ..Self::EMPTY }
    }

    /// The node and the character that it is found by.
    #[expect(clippy::cast_possible_truncation, reason = "both have 21 bits")]
    pub(super) fn from(&self) -> (u32, u32) {
        let key = self.link >> (NODE + 1);
        ((key >> NODE) as u32, key as u32 & (Self::NODES - 1))
    }

    #[inline]
    pub(super) fn is_from(&self, node: u32, c: u32) -> bool {
        self.link >> (NODE + 1) == key(node, c)
    }

    /// No node is its own child, and node 0 is nobody's.
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.link == 0
    }

    #[expect(clippy::cast_possible_truncation, reason = "it has 21 bits")]
    #[inline]
    pub(super) fn child(&self) -> u32 {
        self.link as u32 & (Self::NODES - 1)
    }

    /// Whether a key may go on from the child with `c`.
    #[inline]
    pub(super) fn may_go_on_with(&self, c: u32) -> bool {
        self.follow_set & follow_set(c) != 0
    }

    /// Whether no key goes on from the child.
    pub(super) fn is_last(&self) -> bool {
        self.follow_set == 0
    }

    pub(super) fn with(self, out: Out, follow_set: u32) -> Self {
        Self { out, follow_set, ..self }
    }
}

/// The class of a character behind the second, as a bit.
#[inline]
pub(super) fn follow_set(c: u32) -> u32 {
    1 << (c.wrapping_mul(0x9E37_79B9) >> 27)
}
