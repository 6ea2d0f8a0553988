//! Compiled dictionaries of OpenCC's: whether one is whole, and its entries.
//!
//! `file = header trie values`, all numbers little-endian:
//! ```text
//! header   "OPENCC_MARISA_0.2.5"
//! trie     "We love Marisa.\0" level
//! level    bits bits bits vector flat tail [level] vector u32:top u32 (the inner level: see `level_front`)
//! bits     vector u32:size u32:ones vector vector vector
//! flat     vector u32:width u32 u64
//! tail     vector bits
//! vector   u64:bytes, the bytes, zero to seven bytes of padding
//! values   u32:items u32:bytes, the bytes, for each item u16:n and n × u16:length, of texts that end with NUL
//! ```
//! The lengths are followed; a whole file ends exactly where they end. That finds what happens to files (a full
//! disk, an interrupted download), not a changed byte within an entry, which does no more than change the text.

use super::super::fast::Lexicon;
use super::marisa::{self, BitVector, Level};

const HEADER: &[u8] = b"OPENCC_MARISA_0.2.5";
const TRIE_HEADER: &[u8] = b"We love Marisa.\0";

/// The marisa library makes no more levels.
const DEEPEST: usize = 16;

/// Whether `file` is a compiled dictionary from its first to its last byte.
pub(super) fn is_whole(file: &[u8]) -> bool {
    parts(file).is_some()
}

/// The entries of the compiled dictionary `file`; `None` when it is none, or not a whole one.
pub(super) fn entries(file: &[u8]) -> Option<Lexicon<'static>> {
    let (levels, values) = parts(file)?;
    let keys = marisa::keys(&levels)?;
    let mut text = String::with_capacity(2 * values.text.len());
    let mut entries = Vec::with_capacity(keys.len());
    for (key, value) in keys.iter().zip(values.firsts) {
        let key = std::str::from_utf8(key).ok()?;
        // An entry without a value stands for itself.
        let value = std::str::from_utf8(value.map_or(key.as_bytes(), |value| value)).ok()?;
        let start = text.len();
        let middle = start + key.len();
        text.extend([key, value]);
        entries.push((start..middle, middle..text.len()));
    }
    (entries.len() == keys.len()).then(|| Lexicon::from_parts(text, entries))
}

/// The trie, outermost level first, and the values.
fn parts(file: &[u8]) -> Option<(Vec<Level<'_>>, Values<'_>)> {
    let mut rest = Rest(file);
    rest.expect(HEADER)?;
    rest.expect(TRIE_HEADER)?;
    let mut levels = Vec::new();
    loop {
        if levels.len() == DEEPEST {
            return None;
        }
        let level = rest.level_front()?;
        let has_next = level.links.bytes.iter().any(|byte| *byte != 0) && level.tail.is_empty();
        levels.push(level);
        if !has_next {
            break;
        }
    }
    for level in levels.iter_mut().rev() {
        rest.vector()?;
        level.top = rest.u32()? as usize;
        rest.u32()?;
    }
    let values = rest.values()?;
    rest.0.is_empty().then_some((levels, values))
}

/// The values of a dictionary.
struct Values<'a> {
    text: &'a [u8],
    /// The first candidate of each entry.
    firsts: Vec<Option<&'a [u8]>>,
}

/// What has not been followed yet.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    /// A level up to where the next one stands inside it.
    fn level_front(&mut self) -> Option<Level<'a>> {
        let (louds, terminal, links) = (self.bit_vector()?, self.bit_vector()?, self.bit_vector()?);
        let (bases, extras) = (self.vector()?, self.vector()?);
        let extra_width = self.u32()?;
        self.take(12)?;
        let (tail, tail_ends) = (self.vector()?, self.bit_vector()?);
        Some(Level { louds, terminal, links, bases, extras, extra_width, tail, tail_ends, top: 0 })
    }

    fn bit_vector(&mut self) -> Option<BitVector<'a>> {
        let bytes = self.vector()?;
        let length = (self.u32()? as usize).min(8 * bytes.len());
        self.u32()?;
        for _ in 0..3 {
            self.vector()?;
        }
        Some(BitVector { bytes, length })
    }

    fn vector(&mut self) -> Option<&'a [u8]> {
        let length = u64::from_le_bytes(*self.take(8)?.first_chunk()?);
        let length = usize::try_from(length).ok()?;
        self.take(length.checked_next_multiple_of(8)?)?.get(..length)
    }

    fn values(&mut self) -> Option<Values<'a>> {
        let items = self.u32()?;
        let bytes = self.u32()?;
        let text = self.take(usize::try_from(bytes).ok()?)?;
        let mut firsts = Vec::new();
        let mut rest = text;
        for _ in 0..items {
            let mut first = None;
            for _ in 0..self.u16()? {
                let (value, after) = rest.split_at_checked(usize::from(self.u16()?))?;
                rest = after;
                first = first.or(value.strip_suffix(b"\0"));
            }
            firsts.push(first);
        }
        Some(Values { text, firsts })
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(*self.take(2)?.first_chunk()?))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(*self.take(4)?.first_chunk()?))
    }

    fn expect(&mut self, bytes: &[u8]) -> Option<()> {
        self.0 = self.0.strip_prefix(bytes)?;
        Some(())
    }

    fn take(&mut self, bytes: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(bytes)?;
        self.0 = rest;
        Some(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::super::data;
    use super::is_whole;

    #[test]
    fn every_installed_dictionary_is_whole_and_no_part_of_one_is() {
        let mut seen = 0;
        for entry in std::fs::read_dir(data::directory("s2t.json").unwrap()).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "ocd2") {
                continue;
            }
            let file = std::fs::read(&path).unwrap();
            assert!(is_whole(&file), "{}", path.display());
            for cut in (0..file.len()).step_by(997).chain([file.len() - 1]) {
                assert!(!is_whole(&file[..cut]), "{} cut at {cut}", path.display());
            }
            seen += 1;
        }
        assert!(seen > 5);
    }

    /// A dictionary without entries whose trie has so many levels.
    fn nested(levels: usize) -> Vec<u8> {
        let empty = [0; 8];
        let bit_vector = [0; 40];
        let linked = [&8_u64.to_le_bytes()[..], &[1; 8], &[0; 32]].concat();
        let front =
            [&bit_vector[..], &bit_vector, &linked, &empty, &empty, &[0; 16], &empty, &bit_vector].concat();
        let last = [&bit_vector[..], &bit_vector, &bit_vector, &empty, &empty, &[0; 16], &empty, &bit_vector]
            .concat();
        let ends = [0; 16].repeat(levels);
        let head = [super::HEADER, super::TRIE_HEADER, &front.repeat(levels - 1), &last].concat();
        [&head[..], &ends, &[0; 8]].concat()
    }

    #[test]
    fn a_trie_is_no_deeper_than_the_library_makes_it() {
        assert!(is_whole(&nested(1)) && is_whole(&nested(16)));
        assert!(!is_whole(&nested(17)) && !is_whole(&nested(200_000)));
    }

    #[test]
    fn lengths_beyond_all_bounds_are_refused() {
        let mut file = [super::HEADER, super::TRIE_HEADER].concat();
        file.extend(u64::MAX.to_le_bytes());
        assert!(!is_whole(&file));
    }
}
