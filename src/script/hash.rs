//! Hashes of what is looked up again and again, and maps by them.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map whose keys are not chosen by anybody outside, so a plain hash serves.
pub(super) type Table<K, V> = HashMap<K, V, BuildHasherDefault<Mix>>;

/// A quick hash for short keys: multiply and rotate.
#[derive(Clone, Copy, Default)]
pub(super) struct Mix(u64);

impl Mix {
    /// With one more word.
    pub(super) fn then(mut self, word: u32) -> Self {
        self.add(u64::from(word));
        self
    }

    /// The better half of the bits.
    pub(super) fn short(self) -> u32 {
        (self.0 >> 32) as u32
    }

    fn add(&mut self, word: u64) {
        // The golden ratio in 64 bits: consecutive keys land far apart.
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        for word in words {
            self.add(u64::from_be_bytes(*word));
        }
        if !rest.is_empty() {
            self.add(rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)));
        }
    }

    fn write_u32(&mut self, word: u32) {
        self.add(u64::from(word));
    }

    fn write_u8(&mut self, _: u8) {
        // The end of a string: its length is in the chunks.
    }
}
