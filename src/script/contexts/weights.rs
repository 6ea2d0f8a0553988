//! A table of weights.

use crate::script::packed::number;

/// How many bits of a hash are a key; the same in `learn.py`.
const KEY: u32 = 24;

/// How many keys are looked at together, without a look at what the first is.
const TOGETHER: usize = 4;

/// What speaks for a reading, by the keys of contexts.
///
/// Each reading has a table of its own, so that all that is asked of a character lies close together. Whether a context
/// is known can not be guessed, so a whole bucket is compared at once and nothing depends on a guess.
#[derive(Default)]
pub(super) struct Weights {
    /// Buckets of keys, each with its weight in the lowest eight bits, 0 for an empty place; what a full one has no room
    /// for is in the next one.
    buckets: Vec<[u32; TOGETHER]>,
    /// By how many bits a key is shifted to be the number of a bucket.
    shift: u32,
}

impl Weights {
    /// Reads as many keys, which are sorted and each as how much more it is than the last one, as there are weights.
    pub(super) fn read<'a>(keys: &mut impl Iterator<Item = &'a u8>, weights: &[u8]) -> Option<Self> {
        // Few are full, and never all.
        let count = (weights.len() / 2 + 1).next_power_of_two();
        let mut table =
            Self { buckets: vec![[0; TOGETHER]; count], shift: KEY - count.trailing_zeros().min(KEY) };
        let mut key = 0_u32;
        for weight in weights {
            key = key.wrapping_add(number(keys)?);
            table.insert(key, *weight);
        }
        Some(table)
    }

    /// How many there are.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.buckets.as_flattened().iter().filter(|slot| **slot != 0).count()
    }

    fn insert(&mut self, key: u32, weight: u8) {
        let mask = self.buckets.len() - 1;
        let first = (key >> self.shift) as usize;
        for bucket in first..=first + mask {
            let bucket = self.buckets.get_mut(bucket & mask);
            if let Some(slot) = bucket.and_then(|bucket| bucket.iter_mut().find(|slot| **slot == 0)) {
                *slot = if weight == 0 { 0 } else { key << 8 | u32::from(weight) };
                break;
            }
        }
    }

    /// What the context with this hash weighs.
    pub(super) fn get(&self, hash: u32) -> i8 {
        let key = hash >> (u32::BITS - KEY);
        let mask = self.buckets.len().wrapping_sub(1);
        let mut place = (key >> self.shift) as usize & mask;
        while let Some(bucket) = self.buckets.get(place) {
            let own = |slot: &u32| if *slot >> 8 == key { *slot } else { 0 };
            let found = bucket.iter().fold(0, |found, slot| found | own(slot));
            let [.., last] = bucket;
            if found != 0 || *last == 0 {
                let [weight, ..] = found.to_le_bytes();
                return i8::from_ne_bytes([weight]);
            }
            place = (place + 1) & mask;
        }
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weight_is_found_again() {
        let keys = [3, 5, 5 + 200, 1 << 20, (1 << 20) + 1, (1 << KEY) - 1];
        let (mut bytes, mut last) = (Vec::new(), 0);
        for key in keys {
            let mut gap = key - last;
            last = key;
            while gap > 127 {
                bytes.push(u8::try_from(gap & 127).unwrap() | 128);
                gap >>= 7;
            }
            bytes.push(u8::try_from(gap).unwrap());
        }
        let read = |bytes: &[u8]| Weights::read(&mut bytes.iter(), &[1, 2, 3, 4, 5, 255]);
        let table = read(&bytes).unwrap();
        let found: Vec<i8> = keys.iter().map(|key| table.get(*key << 8 | 7)).collect();
        assert_eq!(found, [1, 2, 3, 4, 5, -1]);
        assert_eq!(table.get(4 << 8), 0);
        assert!(read(&bytes[..9]).is_none());
        assert_eq!(Weights::default().get(0), 0);
    }
}
