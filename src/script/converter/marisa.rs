//! The keys of a compiled dictionary of OpenCC's, out of its trie.
//!
//! The trie is a LOUDS trie of the marisa library: its nodes are numbered level by level, the bit vector `louds` has
//! for each node as many ones as it has children and then a zero, `terminal` marks the nodes where keys end, and the
//! n-th of these belongs to the n-th entry. A node has one byte of the key, or, where `links` marks it, a number that
//! points into a second trie or, on the last level, into a buffer of text, both with what is between two branchings.
//! In the second trie that stands backwards, so that going up in it reads it forwards.

/// One level: what the lengths of [`super::ocd2`] lead to, as bytes of the file.
#[derive(Debug, Default)]
pub(super) struct Level<'a> {
    pub(super) louds: BitVector<'a>,
    pub(super) terminal: BitVector<'a>,
    pub(super) links: BitVector<'a>,
    /// One byte for each node.
    pub(super) bases: &'a [u8],
    /// The upper bits of the numbers of links, `extra_width` bits each.
    pub(super) extras: &'a [u8],
    pub(super) extra_width: u32,
    pub(super) tail: &'a [u8],
    /// Where texts in `tail` end; without it they end with NUL.
    pub(super) tail_ends: BitVector<'a>,
    /// How many nodes are on the first level.
    pub(super) top: usize,
}

impl Level<'_> {
    /// Whether there are no more bits than the nodes want, each of which has a byte: what is counted for each bit takes
    /// many times its room.
    fn is_sound(&self) -> bool {
        let nodes = self.bases.len();
        self.louds.length <= 2 * nodes + 64
            && self.terminal.length <= nodes + 64
            && self.links.length <= nodes + 64
    }
}

/// A bit vector, the lowest bit of each byte first.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct BitVector<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) length: usize,
}

impl BitVector<'_> {
    fn get(self, at: usize) -> bool {
        at < self.length && self.bytes.get(at / 8).is_some_and(|byte| byte >> (at % 8) & 1 == 1)
    }

    fn ones(self) -> impl Iterator<Item = usize> {
        (0..self.length).filter(move |at| self.get(*at))
    }
}

/// No key of a dictionary is as long, in bytes: what goes on further is damage.
const LONGEST: usize = 1 << 12;

/// All keys together take no more steps, each a node or a byte; those of OpenCC's largest dictionary take two million.
const MOST: usize = 1 << 25;

/// No number of a link has more upper bits: with the eight lower ones they count more than there is room for.
const WIDEST: u32 = 32;

/// A level with what must be counted only once.
struct Counted<'a> {
    level: &'a Level<'a>,
    /// The node above each.
    parents: Vec<usize>,
    /// How many links are before each node.
    links: Vec<u32>,
}

impl<'a> Counted<'a> {
    fn new(level: &'a Level<'a>) -> Self {
        // The n-th one in `louds` is node n, and as many zeros less one as are before it is the number of its parent.
        let parents = (1..).zip(level.louds.ones()).map(|(ones, at)| at.saturating_sub(ones)).collect();
        let mut count = 0;
        let links = (0..level.links.length).map(|node| {
            let before = count;
            count += u32::from(level.links.get(node));
            before
        });
        Self { level, parents, links: links.collect() }
    }

    /// The node above `node`, which always has a smaller number: otherwise it is damage, and following it might never end.
    fn parent(&self, node: usize) -> Option<usize> {
        self.parents.get(node).copied().filter(|parent| *parent < node)
    }

    /// The number that a linked node points with.
    fn link(&self, node: usize) -> Option<usize> {
        let low = *self.level.bases.get(node)?;
        let index = *self.links.get(node)? as usize;
        let width = Some(self.level.extra_width).filter(|width| *width <= WIDEST)? as usize;
        let bit_vector = BitVector { bytes: self.level.extras, length: 8 * self.level.extras.len() };
        let upper =
            (0..width).fold(0, |upper, bit| upper | usize::from(bit_vector.get(index * width + bit)) << bit);
        Some(usize::from(low) | upper << 8)
    }
}

/// What is left to be done.
struct Steps(usize);

impl Steps {
    /// Takes one.
    fn take(&mut self) -> Option<()> {
        self.0 = self.0.checked_sub(1)?;
        Some(())
    }
}

/// The keys in the order of the entries; `None` when the tries contradict themselves or go on for too long.
pub(super) fn keys(levels: &[Level<'_>]) -> Option<Vec<Vec<u8>>> {
    if !levels.iter().all(Level::is_sound) {
        return None;
    }
    let levels: Vec<Counted<'_>> = levels.iter().map(Counted::new).collect();
    let (first, next) = levels.split_first()?;
    let mut steps = Steps(MOST);
    let key = |mut node: usize| {
        let mut key = Vec::new();
        while node > 0 && key.len() < LONGEST {
            steps.take()?;
            let start = key.len();
            if first.level.links.get(node) {
                restore(first, next, node, &mut key, &mut steps)?;
                key.get_mut(start..)?.reverse();
            } else {
                key.push(*first.level.bases.get(node)?);
            }
            if node <= first.level.top {
                break;
            }
            node = first.parent(node)?;
        }
        key.reverse();
        (key.len() < LONGEST).then_some(key)
    };
    first.level.terminal.ones().map(key).collect()
}

/// Appends what the link of `node` stands for, forwards.
fn restore(
    level: &Counted<'_>,
    next: &[Counted<'_>],
    node: usize,
    key: &mut Vec<u8>,
    steps: &mut Steps,
) -> Option<()> {
    let link = level.link(node)?;
    let Some((second, third)) = next.split_first() else {
        return restore_tail(level.level, link, key, steps);
    };
    let mut node = link;
    while key.len() < LONGEST {
        steps.take()?;
        if second.level.links.get(node) {
            // No deeper than there are levels, of which the reader of the file takes sixteen at most.
            restore(second, third, node, key, steps)?;
        } else {
            key.push(*second.level.bases.get(node)?);
        }
        if node <= second.level.top {
            return Some(());
        }
        node = second.parent(node)?;
    }
    None
}

fn restore_tail(level: &Level<'_>, start: usize, key: &mut Vec<u8>, steps: &mut Steps) -> Option<()> {
    for at in start..level.tail.len().min(start.saturating_add(LONGEST)) {
        steps.take()?;
        let byte = *level.tail.get(at)?;
        if level.tail_ends.length == 0 && byte == 0 {
            return Some(());
        }
        key.push(byte);
        if level.tail_ends.get(at) {
            return Some(());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys of a trie of `branches` chains, each `depth` nodes long, where a key ends at every node.
    fn keys_of(branches: usize, depth: usize) -> Option<Vec<Vec<u8>>> {
        let mut louds = vec![true, false];
        louds.extend(std::iter::repeat_n(true, branches).chain([false]));
        louds.extend(std::iter::repeat_n([true, false], branches * (depth - 1)).flatten());
        louds.extend(std::iter::repeat_n(false, branches));
        let nodes = branches * depth + 1;
        let mut bytes = vec![0; louds.len().div_ceil(8)];
        for (at, _) in louds.iter().enumerate().filter(|(_, bit)| **bit) {
            bytes[at / 8] |= 1 << (at % 8);
        }
        let (ones, bases) = (vec![0xff; nodes.div_ceil(8)], vec![b'a'; nodes]);
        let level = Level {
            louds: BitVector { bytes: &bytes, length: louds.len() },
            terminal: BitVector { bytes: &ones, length: nodes },
            bases: &bases,
            top: branches,
            ..Level::default()
        };
        keys(&[level])
    }

    #[test]
    fn a_small_trie_of_endlessly_many_letters_is_refused() {
        assert_eq!(keys_of(2, 3).unwrap().iter().map(Vec::len).collect::<Vec<_>>(), [0, 1, 1, 2, 2, 3, 3]);
        assert_eq!(keys_of(1, 2_000).unwrap().len(), 2_001);
        assert_eq!(keys_of(10, 4_000), None);
        assert_eq!(keys_of(1, LONGEST + 1), None);
    }

    #[test]
    fn bits_without_nodes_are_refused() {
        let bytes = [0xff; 100];
        let level = Level { louds: BitVector { bytes: &bytes, length: 800 }, ..Level::default() };
        assert_eq!(keys(&[level]), None);
    }
}
