//! A table of weights.

use crate::script::packed::number;

/// Weights by the hash of what they are of: a table with open addressing.
#[derive(Default)]
pub(super) struct Weights {
    /// The lower 24 bits of a key and its weight, 0 for an empty place; the upper ones are told by where it is.
    slots: Vec<u32>,
    /// By how many bits a key is shifted to be a place.
    shift: u32,
    /// A bit for all keys that begin alike: whether there is one. It is small, and most keys that are asked for are of
    /// no weight.
    begun: Vec<u64>,
    /// By how many bits a key is shifted to be the number of its bit.
    bits: u32,
}

/// How many bits there are for a weight.
const BITS: usize = 8;

impl Weights {
    /// Reads the sorted keys, each as how much more it is than the last one, and their weights.
    pub(super) fn read(keys: &[u8], weights: &[u8]) -> Option<Self> {
        let mut bytes = keys.get(4..)?.iter();
        let size = (weights.len() * 2).next_power_of_two().max(1 << 8);
        let begun = (weights.len() * BITS).next_power_of_two().max(64);
        let shift = |size: usize| 32 - size.trailing_zeros().min(31);
        let mut table =
            Self { slots: vec![0; size], shift: shift(size), begun: vec![0; begun / 64], bits: shift(begun) };
        let mut key = 0_u32;
        for weight in weights {
            key = key.wrapping_add(number(&mut bytes)?);
            table.insert(key, *weight);
        }
        Some(table)
    }

    /// How many places there are.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.slots.len()
    }

    fn insert(&mut self, key: u32, weight: u8) {
        let mask = self.slots.len() - 1;
        let mut place = (key >> self.shift) as usize & mask;
        while self.slots.get(place).is_some_and(|slot| *slot != 0) {
            place = (place + 1) & mask;
        }
        if let Some(slot) = self.slots.get_mut(place).filter(|_| weight != 0) {
            *slot = key << 8 | u32::from(weight);
        }
        let bit = key >> self.bits;
        if let Some(begun) = self.begun.get_mut(bit as usize / 64) {
            *begun |= 1 << (bit % 64);
        }
    }

    pub(super) fn get(&self, key: u32) -> i8 {
        let bit = key >> self.bits;
        if self.begun.get(bit as usize / 64).is_none_or(|begun| begun >> (bit % 64) & 1 == 0) {
            return 0;
        }
        let mask = self.slots.len().wrapping_sub(1);
        let mut place = (key >> self.shift) as usize & mask;
        while let Some(slot) = self.slots.get(place) {
            let [weight, ..] = slot.to_le_bytes();
            if weight == 0 || *slot >> 8 == key & 0xFF_FFFF {
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
        let keys = [3, 5, 5 + 200, 1 << 20, (1 << 20) + 1, u32::MAX];
        let mut bytes = vec![6, 0, 0, 0];
        let mut last = 0;
        for key in keys {
            let mut gap = key - last;
            last = key;
            while gap > 127 {
                bytes.push(u8::try_from(gap & 127).unwrap() | 128);
                gap >>= 7;
            }
            bytes.push(u8::try_from(gap).unwrap());
        }
        let table = Weights::read(&bytes, &[1, 2, 3, 4, 5, 255]).unwrap();
        let found: Vec<i8> = keys.iter().map(|key| table.get(*key)).collect();
        assert_eq!(found, [1, 2, 3, 4, 5, -1]);
        assert_eq!(table.get(4), 0);
        assert!(Weights::read(&bytes[..9], &[1, 2, 3, 4, 5, 255]).is_none());
    }
}
