//! A set of numbers below a limit, counted over any range in O(1).
//!
//! A bit for each, and a directory of how many bits are set before each word of 64. A change costs one pass over the
//! words behind it.

use std::ops::Range;

const BITS: usize = u64::BITS as usize;

/// A set of numbers below a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RankSet {
    /// Bit `i % 64` of word `i / 64` is set where `i` is in the set.
    words: Vec<u64>,
    /// How many are in the set before each word; one entry more than words, the last is the total.
    before: Vec<u32>,
    limit: usize,
}

impl RankSet {
    /// The empty set of numbers below `limit`.
    pub(super) fn new(limit: usize) -> Self {
        let words = limit.div_ceil(BITS);
        Self { words: vec![0; words], before: vec![0; words + 1], limit }
    }

    pub(super) fn clear(&mut self) {
        self.words.fill(0);
        self.before.fill(0);
    }

    pub(super) fn contains(&self, number: usize) -> bool {
        self.words.get(number / BITS).is_some_and(|word| word >> (number % BITS) & 1 == 1)
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.before.last().map_or(0, |&count| count as usize)
    }

    /// How many there are in `range`.
    pub(super) fn count_in(&self, range: &Range<usize>) -> usize {
        self.rank(range.end).saturating_sub(self.rank(range.start))
    }

    /// A number that tells it from other sets, almost surely.
    pub(super) fn fingerprint(&self) -> usize {
        // Multiplying by an odd number spreads a bit over all above it, turning brings it down again.
        const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
        let mix = |sum: u64, word: &u64| (sum ^ word).wrapping_mul(ODD).rotate_left(29);
        let sum = self.words.iter().fold(1, mix);
        usize::try_from(sum >> 1).unwrap_or_default() ^ self.count()
    }

    /// Those in `range`, ascending.
    pub(super) fn iter_in(&self, range: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        // Words beyond the range are not looked at: they may be many, and empty.
        let words = self.words.iter().enumerate().take(range.end.div_ceil(BITS)).skip(range.start / BITS);
        words
            .flat_map(|(at, &word)| {
                std::iter::successors(Some(word), |word| Some(word & word.saturating_sub(1)))
                    .take_while(|&word| word != 0)
                    .map(move |word| at * BITS + word.trailing_zeros() as usize)
            })
            .skip_while(move |number| *number < range.start)
            .take_while(move |number| *number < range.end)
    }

    pub(super) fn set(&mut self, range: Range<usize>, on: bool) {
        let from = range.start / BITS;
        self.fill(range, on);
        self.recount(from);
    }

    /// Sets the bits of `range`, a word at a time; the counts are stale until [`Self::recount`].
    pub(super) fn fill(&mut self, range: Range<usize>, on: bool) {
        let end = range.end.min(self.limit);
        let mut at = range.start;
        while at < end {
            let stop = end.min((at / BITS + 1) * BITS);
            let mask = (u64::MAX >> (BITS - (stop - at))) << (at % BITS);
            if let Some(word) = self.words.get_mut(at / BITS) {
                *word = if on { *word | mask } else { *word & !mask };
            }
            at = stop;
        }
    }

    /// Counts again from word `from` on.
    pub(super) fn recount(&mut self, from: usize) {
        let mut count = self.before.get(from).copied().unwrap_or_default();
        for (before, word) in self.before.iter_mut().zip(&self.words).skip(from) {
            *before = count;
            count += word.count_ones();
        }
        if let Some(total) = self.before.last_mut() {
            *total = count;
        }
    }

    /// How many below `number` there are.
    fn rank(&self, number: usize) -> usize {
        let number = number.min(self.limit);
        let before = self.before.get(number / BITS).map_or(0, |&count| count as usize);
        let below = (1_u64 << (number % BITS)) - 1;
        let within = self.words.get(number / BITS).map_or(0, |word| (word & below).count_ones());
        before + within as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_counting_over_many_words() {
        let mut set = RankSet::new(1_000);
        for number in (0..1_000).filter(|number| number * number % 11 < 4) {
            set.set(number..number + 1 + number % 5, number % 3 != 0);
        }
        for range in [0..1_000, 1..64, 63..65, 64..128, 500..500, 990..2_000] {
            let counted = range.clone().filter(|number| set.contains(*number)).count();
            assert_eq!((set.count_in(&range), set.iter_in(range).count()), (counted, counted));
        }
        assert_eq!(set.count(), set.count_in(&(0..1_000)));
    }
}
