//! Bytes to text: which encoding a file is in, and what was lost in decoding it.
//!
//! In this order: what the reader says; a byte order mark; UTF-16 without one; valid UTF-8; UTF-8 with a few
//! damaged places; the most plausible of the older encodings, with a few damaged places too. Decoding cannot fail:
//! doubt is data ([`Decoded::lossy`], [`Decoded::binary`]), and the reader may name another encoding at any time.

use encoding_rs::{BIG5, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

mod binary;
mod evidence;
mod frequent;
mod guess;
mod mend;
mod part;
mod utf16;

pub use part::{DecodedPart, part};

/// An encoding that can be chosen by name.
pub type Encoding = &'static encoding_rs::Encoding;

/// Longest text in bytes: positions are kept in 32 bits ([`crate::text::SourceOffset`]).
const LONGEST: usize = u32::MAX as usize - 1;

/// A decoded source.
#[derive(Debug, Default)]
pub struct Decoded {
    /// The text, without BOM and NUL characters; line ends are kept. Below 4 GiB.
    pub text: String,
    /// Name of the encoding (WHATWG).
    pub encoding: &'static str,
    /// Whether the file began with a byte order mark.
    pub bom: bool,
    /// Whether the text is not all of the file: bytes that the encoding does not know were replaced by U+FFFD, or the
    /// file was cut at 4 GiB.
    pub lossy: bool,
    /// How many NUL characters were left out.
    pub nuls: usize,
    /// Whether the bytes look like no text at all (an image, a program, a packed file).
    pub binary: bool,
}

/// The byte order marks; GB18030 has one too.
const MARKS: [(&[u8], Encoding); 4] = [
    (b"\xef\xbb\xbf", UTF_8),
    (b"\xff\xfe", UTF_16LE),
    (b"\xfe\xff", UTF_16BE),
    (b"\x84\x31\x95\x33", GB18030),
];

/// Decodes `bytes` by `forced`, else by BOM, else by detection. Never fails. Valid UTF-8 without BOM and NUL is taken
/// over as it is, without a copy.
pub fn decode(mut bytes: Vec<u8>, forced: Option<Encoding>) -> Decoded {
    let cut = bytes.len() > LONGEST;
    bytes.truncate(LONGEST);
    let looks_binary = binary::by_magic(&bytes);
    let mark = mark(&bytes, forced);
    if let Some((mark, _)) = mark {
        bytes.drain(..mark.len());
    }
    let known = mark.map(|(_, encoding)| encoding).or(forced.map(superset)).or_else(|| utf16::detect(&bytes));
    let mut decoded = match known {
        Some(encoding) if encoding == UTF_16LE || encoding == UTF_16BE => from_utf16(&bytes, encoding),
        _ => from_bytes(bytes, known),
    };
    decoded.bom = mark.is_some();
    decoded.lossy |= cut | truncate(&mut decoded.text, LONGEST);
    decoded.binary |= looks_binary || decoded.text.is_empty() && decoded.nuls > 0;
    decoded
}

/// The encoding of that name or alias, in any case (`gbk`, `GB18030`, `big5-hkscs`, `cp950`, `utf-16`, `latin1`).
pub fn encoding_named(name: &str) -> Option<Encoding> {
    let name = name.trim().to_ascii_lowercase();
    let alias = ALIASES.iter().find(|(alias, _)| *alias == name);
    let encoding = match alias {
        Some((_, encoding)) => encoding,
        None => encoding_rs::Encoding::for_label_no_replacement(name.as_bytes())?,
    };
    Some(superset(encoding))
}

/// Names in use that WHATWG does not list.
const ALIASES: [(&str, Encoding); 14] = [
    ("utf16", UTF_16LE),
    ("utf16le", UTF_16LE),
    ("utf16be", UTF_16BE),
    ("utf-8-sig", UTF_8),
    ("gb-18030", GB18030),
    ("gb18030-2005", GB18030),
    ("gb18030-2022", GB18030),
    ("cp936", GB18030),
    ("ms936", GB18030),
    ("euc-cn", GB18030),
    ("cp950", BIG5),
    ("ms950", BIG5),
    ("hkscs", BIG5),
    ("big5hkscs", BIG5),
];

/// The mark that `bytes` begin with, where it does not contradict `forced`. Between the two orders of UTF-16 the mark
/// decides: `utf-16` names both.
fn mark(bytes: &[u8], forced: Option<Encoding>) -> Option<(&'static [u8], Encoding)> {
    let is_utf16 = |encoding| encoding == UTF_16LE || encoding == UTF_16BE;
    MARKS.into_iter().find(|&(mark, encoding)| {
        bytes.starts_with(mark)
            && forced
                .map(superset)
                .is_none_or(|forced| forced == encoding || is_utf16(forced) && is_utf16(encoding))
    })
}

/// GBK and GB2312 are decoded as GB18030, which has all of their characters and more.
fn superset(encoding: Encoding) -> Encoding {
    if encoding == GBK { GB18030 } else { encoding }
}

fn from_utf16(bytes: &[u8], encoding: Encoding) -> Decoded {
    let (text, lossy) = encoding.decode_without_bom_handling(bytes);
    let mut text = text.into_owned();
    let before = text.len();
    if memchr::memchr(0, text.as_bytes()).is_some() {
        text.retain(|c| c != '\0');
    }
    let binary = binary::by_text(&text);
    Decoded {
        nuls: before - text.len(),
        text,
        encoding: encoding.name(),
        lossy,
        binary,
        ..Decoded::default()
    }
}

/// Decodes an encoding in which NUL is one zero byte; by `known`, else by detection.
fn from_bytes(mut bytes: Vec<u8>, known: Option<Encoding>) -> Decoded {
    let nuls = memchr::memchr_iter(0, &bytes).count();
    if nuls > 0 {
        bytes.retain(|&byte| byte != 0);
    }
    let mut binary = binary::by_bytes(&bytes);
    let (text, encoding, lossy) = match known {
        Some(encoding) if encoding != UTF_8 => decode_all(&bytes, encoding),
        _ => match String::from_utf8(bytes) {
            Ok(text) if known.is_none() && guess::is_rather_gb2312(&text) => {
                decode_all(text.as_bytes(), GB18030)
            }
            Ok(text) => (text, UTF_8, false),
            Err(error) => {
                let valid_up_to = error.utf8_error().valid_up_to();
                let bytes = error.into_bytes();
                decode_all(
                    &bytes,
                    known.unwrap_or_else(|| superset(guess::guess(&bytes, valid_up_to, nuls > 0))),
                )
            }
        },
    };
    binary |= known.is_none() && lossy && binary::by_text(&text);
    Decoded { text, encoding: encoding.name(), lossy, nuls, binary, ..Decoded::default() }
}

fn decode_all(bytes: &[u8], encoding: Encoding) -> (String, Encoding, bool) {
    let (text, lossy) = encoding.decode_without_bom_handling(bytes);
    if mend::is_mendable(encoding) && (lossy || mend::is_doubtful(&text) || mend::has_stray_euro(&text)) {
        let (text, is_damaged) = mend::mended(bytes, encoding);
        return (text, encoding, is_damaged);
    }
    (text.into_owned(), encoding, lossy)
}

/// Cuts `text` at a character boundary so that it has at most `longest` bytes; whether that was needed.
fn truncate(text: &mut String, longest: usize) -> bool {
    let needed = text.len() > longest;
    text.truncate(text.floor_char_boundary(longest));
    needed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn valid_utf8_is_taken_over_without_a_copy() {
        let bytes = "綱舉目張".as_bytes().to_vec();
        let address = bytes.as_ptr();
        let decoded = decode(bytes, None);
        assert_eq!((decoded.text.as_ptr(), decoded.text.as_str()), (address, "綱舉目張"));
    }

    #[test]
    fn a_text_that_is_too_long_is_cut_between_characters() {
        let mut text = "綱目".to_owned();
        assert!(!truncate(&mut text, 6));
        assert!(truncate(&mut text, 5));
        assert_eq!(text, "綱");
    }

    #[test]
    fn aliases_are_not_names_that_whatwg_has_already() {
        for (alias, _) in ALIASES {
            assert_eq!(encoding_rs::Encoding::for_label(alias.as_bytes()), None, "{alias}");
        }
    }
}
