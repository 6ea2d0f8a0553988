//! The part of a text around one place, decoded ahead of the whole: what a reader sees first of a long file.
//!
//! It is read as the whole will be, as far as a part can tell; where the whole turns out otherwise it is the whole
//! that counts.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};

use super::{Decoded, Encoding, binary, decode, guess, mark, superset, utf16};

/// How many bytes are decoded before the place and behind it.
const REACH: usize = 256 << 10;
/// How far a line end is looked for where the part is cut, in bytes.
const LINE: usize = 64 << 10;

/// A part of a text, decoded.
#[derive(Debug)]
pub struct DecodedPart {
    /// The part, by itself.
    pub decoded: Decoded,
    /// How many bytes of the decoded text stand before it.
    pub base: usize,
    /// How many bytes the decoded text has in all; a guess where not one byte stays one.
    pub of: usize,
}

/// The part of the text in `bytes` that holds the byte `place` of the decoded text. `None` where a part does not tell
/// enough: in a short file, in what is no text, and far into another encoding than UTF-8.
pub fn part(bytes: &[u8], forced: Option<Encoding>, place: usize) -> Option<DecodedPart> {
    if binary::by_magic(bytes) {
        return None;
    }
    let mark = mark(bytes, forced);
    let bytes = bytes.get(mark.map_or(0, |(mark, _)| mark.len())..)?;
    let known = mark.map(|(_, encoding)| encoding).or(forced.map(superset)).or_else(|| utf16::detect(bytes));
    let near = if known.is_none_or(|known| known == UTF_8) { place } else { 0 };
    let range = around(bytes, near.saturating_sub(REACH), unit(known))?;
    let window = bytes.get(range.clone())?;
    let encoding = known.unwrap_or_else(|| {
        let head = bytes.get(..REACH).unwrap_or(bytes);
        let damage = |bytes: &[u8]| {
            let error = std::str::from_utf8(bytes).err().filter(|error| error.error_len().is_some())?;
            Some(error.valid_up_to())
        };
        match damage(head).or(damage(window).map(|at| range.start + at)) {
            Some(valid_up_to) => {
                let had_nuls = memchr::memchr(0, bytes).is_some();
                superset(guess::guess(bytes, valid_up_to, had_nuls))
            }
            None => UTF_8,
        }
    });
    let before = bytes.get(..range.start)?;
    let is_counted = range.start == 0 || encoding == UTF_8 && memchr::memchr(0, before).is_none();
    let decoded = decode(window.to_vec(), Some(encoding));
    let holds = place.saturating_sub(range.start) < decoded.text.len();
    (is_counted && holds && !decoded.binary).then(|| DecodedPart {
        base: range.start,
        of: range.start + decoded.text.len() * (bytes.len() - range.start) / window.len().max(1),
        decoded,
    })
}

/// Bytes of the smallest unit of an encoding.
fn unit(encoding: Option<Encoding>) -> usize {
    if encoding.is_some_and(|encoding| encoding == UTF_16LE || encoding == UTF_16BE) { 2 } else { 1 }
}

/// About twice [`REACH`] bytes from the line that holds `from` on, cut at line ends. No byte of a line end is part of
/// another character in any of our encodings, but in UTF-16, which is cut between units.
fn around(bytes: &[u8], from: usize, unit: usize) -> Option<std::ops::Range<usize>> {
    let start = if from == 0 { 0 } else { line_end(bytes, from)? };
    let end = start.saturating_add(2 * REACH);
    let end = match end < bytes.len() {
        true if unit == 1 => line_end(bytes, end)?,
        true => end,
        false => return None,
    };
    Some(start..end)
}

/// The end of the line that holds the byte `from`, if it is not too far away.
fn line_end(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let near = rest.get(..LINE).unwrap_or(rest);
    memchr::memchr(b'\n', near).or_else(|| memchr::memchr(b'\r', near)).map(|at| from + at + 1)
}

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, GB18030};

    use super::*;

    fn text() -> String {
        (0..60_000)
            .flat_map(|line| ["第".to_owned(), line.to_string(), "行，天地玄黃，宇宙洪荒。\n".to_owned()])
            .collect()
    }

    fn utf16(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn a_part_is_the_whole_at_its_place() {
        let text = text();
        let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        for bytes in [text.as_bytes(), &marked] {
            for place in [0, 1, REACH, text.len() / 2, text.len() - 3 * REACH] {
                let part = part(bytes, None, place).unwrap();
                let whole = text.get(part.base..part.base + part.decoded.text.len());
                assert_eq!(whole, Some(part.decoded.text.as_str()), "{place}");
                assert!((part.base..part.base + part.decoded.text.len()).contains(&place), "{place}");
                assert_eq!(part.of, text.len());
            }
        }
    }

    #[test]
    fn the_head_is_shown_in_any_encoding() {
        let text = text();
        let [gb18030, big5] = [GB18030, BIG5].map(|encoding| encoding.encode(&text).0.into_owned());
        for bytes in [gb18030, big5, utf16(&text)] {
            let part = part(&bytes, None, 1_000).unwrap();
            assert!(part.base == 0 && text.starts_with(&part.decoded.text), "{}", part.decoded.encoding);
            assert_eq!(super::part(&bytes, None, text.len() / 2).map(|part| part.base), None);
        }
    }

    #[test]
    fn what_a_part_cannot_tell_waits_for_the_whole() {
        let text = text();
        assert!(part(&text.as_bytes()[..REACH], None, 0).is_none(), "short");
        assert!(part("天".repeat(3 * REACH).as_bytes(), None, 0).is_none(), "one line");
        assert!(part(text.as_bytes(), None, text.len() - REACH).is_none(), "the end");
        let nul = [b"\0", text.as_bytes()].concat();
        assert!(part(&nul, None, text.len() / 2).is_none(), "places are not what they seem");
        assert!(part(&[b"%PDF-", text.as_bytes()].concat(), None, 0).is_none(), "no text");
    }
}
