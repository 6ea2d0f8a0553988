//! What the program knows and carries compressed: the members of a package, and numbers in groups of seven bits.

use std::io::{Cursor, Read as _};

/// A package of the program's own.
pub(super) struct Packed(zip::ZipArchive<Cursor<&'static [u8]>>);

impl Packed {
    pub(super) fn open(content: &'static [u8]) -> Option<Self> {
        zip::ZipArchive::new(Cursor::new(content)).ok().map(Self)
    }

    pub(super) fn bytes(&mut self, member: &str) -> Option<Vec<u8>> {
        let mut content = Vec::new();
        self.0.by_name(member).ok()?.read_to_end(&mut content).ok()?;
        Some(content)
    }

    pub(super) fn text(&mut self, member: &str) -> Option<String> {
        String::from_utf8(self.bytes(member)?).ok()
    }
}

/// The next number, of which each byte has seven bits, the lowest first, and the last one its highest bit clear.
pub(super) fn number<'a>(bytes: &mut impl Iterator<Item = &'a u8>) -> Option<u32> {
    let (mut number, mut bits) = (0, 0);
    loop {
        let byte = *bytes.next()?;
        number |= u32::from(byte & 0x7F).checked_shl(bits)?;
        bits += 7;
        if byte < 0x80 {
            return Some(number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_to_their_end() {
        let mut bytes = [5, 0x80, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0x80].iter();
        let read: Vec<_> = std::iter::from_fn(|| number(&mut bytes)).collect();
        assert_eq!(read, [5, 128, u32::MAX]);
        assert_eq!(number(&mut [0xFF; 9].iter()), None);
    }
}
