//! The encoding of a page: what it is says more than what it says of itself.

use memchr::memmem;

use crate::decode::{self, Decoded, Encoding};

/// How many bytes at the head are looked through for the encoding that a page names.
const HEAD: usize = 4096;

/// Decodes a page by the encoding that the reader `chose`; else by a byte order mark, as UTF-8 where it is that, by what
/// its message `declared`, by what it says itself, and by detection.
pub(in crate::import) fn decoded(
    bytes: Vec<u8>,
    chosen: Option<Encoding>,
    declared: Option<Encoding>,
) -> Decoded {
    if chosen.is_some() {
        return decode::decode(bytes, chosen);
    }
    if !bytes.is_ascii() && std::str::from_utf8(&bytes).is_ok() {
        return decode::decode(bytes, decode::encoding_named("utf-8"));
    }
    let Some(named) = declared.or_else(|| named(&bytes)).filter(|named| is_plausible(named, &bytes)) else {
        return decode::decode(bytes, None);
    };
    let by_name = decode::decode(bytes.clone(), Some(named));
    if !by_name.lossy {
        return by_name;
    }
    let detected = decode::decode(bytes, None);
    if detected.lossy { by_name } else { detected }
}

/// Whether `bytes` can be in the encoding that they name: not in one of two bytes where they have no zero byte, nor
/// UTF-8, which was tried.
fn is_plausible(named: Encoding, bytes: &[u8]) -> bool {
    let marked =
        [&b"\xff\xfe"[..], b"\xfe\xff", b"\x84\x31\x95\x33"].iter().any(|mark| bytes.starts_with(mark));
    let name = named.name();
    !marked && !name.starts_with("UTF-16") && name != "x-user-defined"
}

/// The encoding that the head of a page names: `charset=` in its meta elements, `encoding=` of XML.
fn named(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes.get(..HEAD.min(bytes.len()))?.to_ascii_lowercase();
    ["charset", "encoding"].into_iter().find_map(|word| {
        memmem::find_iter(&head, word).find_map(|at| {
            let rest = head.get(at + word.len()..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
            let rest = rest.strip_prefix(b"\"").or(rest.strip_prefix(b"'")).unwrap_or(rest);
            let end = rest.iter().position(|byte| !is_of_name(*byte)).unwrap_or(rest.len());
            decode::encoding_named(std::str::from_utf8(rest.get(..end)?).ok()?)
        })
    })
}

const fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.')
}
