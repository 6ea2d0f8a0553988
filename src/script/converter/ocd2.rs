//! Whether a compiled dictionary of OpenCC's is whole.
//!
//! `file = header trie values`, all numbers little-endian:
//! ```text
//! header   "OPENCC_MARISA_0.2.5"
//! trie     "We love Marisa.\0" level
//! level    bits bits bits vector flat tail [level] vector u32 u32     (the inner level: see `has_next`)
//! bits     vector u32:size u32:ones vector vector vector
//! flat     vector u32 u32 u64
//! tail     vector bits
//! vector   u64:bytes, the bytes, zero to seven bytes of padding
//! values   u32:items u32:bytes, the bytes, for each item u16:n and n × u16
//! ```
//! The lengths are followed; a whole file ends exactly where they end. That finds what happens to files (a full
//! disk, an interrupted download), not a changed byte within an entry, which does no more than change the text.

const HEADER: &[u8] = b"OPENCC_MARISA_0.2.5";
const TRIE_HEADER: &[u8] = b"We love Marisa.\0";

/// Whether `file` is a compiled dictionary from its first to its last byte.
pub(super) fn is_whole(file: &[u8]) -> bool {
    let mut rest = Rest(file);
    rest.dictionary().is_some() && rest.0.is_empty()
}

/// What has not been followed yet.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    fn dictionary(&mut self) -> Option<()> {
        self.expect(HEADER)?;
        self.expect(TRIE_HEADER)?;
        let mut levels = 1_u32;
        while self.level_front()? {
            levels += 1;
        }
        for _ in 0..levels {
            self.vector()?;
            self.skip(8)?;
        }
        self.values()
    }

    /// A level up to where the next one stands inside it; whether one does.
    fn level_front(&mut self) -> Option<bool> {
        self.bits()?;
        self.bits()?;
        let links = self.bits()?;
        self.vector()?;
        self.vector()?;
        self.skip(16)?;
        let tail = self.vector()?;
        self.bits()?;
        Some(links > 0 && tail == 0)
    }

    /// A bit vector; how many of its bits are set.
    fn bits(&mut self) -> Option<u32> {
        self.vector()?;
        self.skip(4)?;
        let ones = self.u32()?;
        for _ in 0..3 {
            self.vector()?;
        }
        Some(ones)
    }

    /// A vector; its length in bytes.
    fn vector(&mut self) -> Option<usize> {
        let (length, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        self.skip(length.checked_next_multiple_of(8)?)?;
        Some(length)
    }

    fn values(&mut self) -> Option<()> {
        let items = self.u32()?;
        let bytes = self.u32()?;
        self.skip(usize::try_from(bytes).ok()?)?;
        for _ in 0..items {
            let (count, rest) = self.0.split_first_chunk()?;
            self.0 = rest;
            self.skip(2 * usize::from(u16::from_le_bytes(*count)))?;
        }
        Some(())
    }

    fn u32(&mut self) -> Option<u32> {
        let (number, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*number))
    }

    fn expect(&mut self, bytes: &[u8]) -> Option<()> {
        self.0 = self.0.strip_prefix(bytes)?;
        Some(())
    }

    fn skip(&mut self, bytes: usize) -> Option<()> {
        self.0 = self.0.get(bytes..)?;
        Some(())
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

    #[test]
    fn lengths_beyond_all_bounds_are_refused() {
        let mut file = [super::HEADER, super::TRIE_HEADER].concat();
        file.extend(u64::MAX.to_le_bytes());
        assert!(!is_whole(&file));
    }
}
