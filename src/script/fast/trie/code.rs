//! The numbers that a trie is made of.

/// Bits of a number that belong to what it points to.
const PAYLOAD: u32 = (1 << 24) - 1;

/// What to put in place of a key: nothing, three bytes, or a value by its number.
///
/// ```text
/// bits 0–23 three bytes or number · 24 three bytes · 25 number · 26 segment · 27 stirs
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::script::fast) struct Out(u32);

const INLINE: u32 = 1 << 24;
const NUMBER: u32 = 1 << 25;
const SEGMENT: u32 = 1 << 26;
const STIRS: u32 = 1 << 27;

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

    pub(super) fn that_stirs(self, stirs: bool) -> Self {
        Self(self.0 | if stirs { STIRS } else { 0 })
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

    /// Whether the next step may find something in the value.
    pub(in crate::script::fast) fn stirs(self) -> bool {
        self.0 & STIRS != 0
    }
}

/// What to do where a match would begin with a character: all that is needed in one place, for this is what is
/// looked up most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::script::fast) struct First {
    /// Which second characters longer keys have: a bit for each of 128 classes.
    seconds: u128,
    node: u32,
    /// What replaces the character where no longer key matches, and its [`Kind`].
    out: u32,
}

/// The kinds of [`First`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::script::fast) enum Kind {
    /// No key begins with it.
    Copy,
    /// It is a key, and no longer one begins with it.
    Character,
    /// Longer keys begin with it.
    Phrases,
    /// It may begin an ideographic description sequence.
    Sequence,
}

const KIND: u32 = 30;

impl First {
    pub(super) const COPY: Self = Self { seconds: 0, node: 0, out: 0 };
    pub(super) const SEQUENCE: Self = Self { seconds: 0, node: 0, out: 3 << KIND };

    pub(super) fn character(out: Out) -> Self {
        Self { seconds: 0, node: 0, out: out.0 | 1 << KIND }
    }

    pub(super) fn phrases(node: u32) -> Self {
        Self { seconds: 0, node, out: 2 << KIND }
    }

    pub(super) fn with_stir(self) -> Self {
        Self { out: self.out | STIRS, ..self }
    }

    /// The same for a character with longer keys, where none of them matches.
    pub(super) fn with_out(self, out: Out) -> Self {
        Self { out: self.out | out.0, ..self }
    }

    pub(super) fn with_second(self, c: u32) -> Self {
        Self { seconds: self.seconds | class(c), ..self }
    }

    /// Whether a longer key may go on with `c`.
    pub(super) fn may_go_on_with(&self, c: u32) -> bool {
        self.seconds & class(c) != 0
    }

    /// Whether it is left as it is, and nobody need know of it.
    pub(in crate::script::fast) fn is_copy(&self) -> bool {
        self.out == 0
    }

    pub(in crate::script::fast) fn kind(&self) -> Kind {
        match self.out >> KIND {
            0 => Kind::Copy,
            1 => Kind::Character,
            2 => Kind::Phrases,
            _ => Kind::Sequence,
        }
    }

    /// What replaces the character where no longer key matches.
    pub(in crate::script::fast) fn out(&self) -> Out {
        Out(self.out & !(3 << KIND))
    }

    /// Where longer keys go on.
    pub(in crate::script::fast) fn node(&self) -> u32 {
        self.node
    }

    /// Whether the next step may find something in the character as it is.
    pub(in crate::script::fast) fn stirs(&self) -> bool {
        self.out & STIRS != 0
    }
}

/// The class of a second character, as a bit.
fn class(c: u32) -> u128 {
    // The upper bits of a product depend on all bits of the character.
    1 << (c.wrapping_mul(0x9E37_79B9) >> 25)
}

/// From a node by a character to another node.
///
/// ```text
/// bits 0–20 child · 21 the child has no children · 22–42 character · 43–63 node
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edge(u64);

/// How many bits the number of a node has.
const NODE: u32 = 21;
const LAST: u64 = 1 << NODE;

impl Edge {
    pub(super) const EMPTY: Self = Self(0);

    /// More nodes than a trie can have.
    pub(super) const NODES: u32 = 1 << NODE;

    pub(super) fn new(key: u64, child: u32) -> Self {
        Self(key << (NODE + 1) | LAST | u64::from(child))
    }

    /// What an edge is found by.
    pub(super) fn key(node: u32, c: u32) -> u64 {
        u64::from(node) << NODE | u64::from(c)
    }

    /// Fibonacci hashing: the upper bits of a product depend on all bits of the key.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "what is shifted down is as short as a table is long"
    )]
    pub(super) fn hash(key: u64, shift: u32) -> usize {
        (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> shift) as usize
    }

    /// What it is found by.
    pub(super) fn its_key(self) -> u64 {
        self.0 >> (NODE + 1)
    }

    pub(super) fn has_key(self, key: u64) -> bool {
        self.its_key() == key
    }

    /// No node is its own child, and node 0 is nobody's.
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn child(self) -> u32 {
        (self.0 & (LAST - 1)) as u32
    }

    pub(super) fn is_last(self) -> bool {
        self.0 & LAST != 0
    }

    pub(super) fn with_children(self) -> Self {
        Self(self.0 & !LAST)
    }
}
