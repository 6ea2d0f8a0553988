//! Whether bytes are no text at all.

/// What well-known formats begin with.
const MAGIC: [&[u8]; 18] = [
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"Rar!\x1a",
    b"7z\xbc\xaf\x27\x1c",
    b"\x1f\x8b\x08",
    b"BZh9",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",
    b"\x7fELF",
    b"MZ\x90\0",
    b"%PDF-",
    // Word, Excel and PowerPoint before 2007.
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"SQLite format 3\0",
    b"OggS\0",
    b"ID3\x03",
];

/// How many bytes are looked at in each of three places.
const WINDOW: usize = 64 << 10;

/// Whether `bytes` begin as a well-known format does.
pub(super) fn by_magic(bytes: &[u8]) -> bool {
    MAGIC.iter().any(|magic| bytes.starts_with(magic))
}

/// Whether `bytes`, in which NULs do not count, have more control characters than a text that was mishandled: random
/// bytes have 10 %, programs more.
pub(super) fn by_bytes(bytes: &[u8]) -> bool {
    let middle = bytes.len() / 2;
    let last = bytes.len().saturating_sub(WINDOW);
    let starts = if bytes.len() <= 3 * WINDOW { [0, bytes.len(), bytes.len()] } else { [0, middle, last] };
    let length = if bytes.len() <= 3 * WINDOW { bytes.len() } else { WINDOW };
    let mut seen = 0;
    let mut controls = 0;
    for start in starts {
        let window = bytes.get(start..).unwrap_or_default();
        let window = window.get(..length).unwrap_or(window);
        seen += window.len();
        controls += window.iter().filter(|byte| is_control(**byte)).count();
    }
    controls > 1 && controls * 50 > seen
}

/// Whether more than a tenth of the first characters could not be decoded or are controls; NEL is a line end.
pub(super) fn by_text(text: &str) -> bool {
    let mut seen = 0;
    let mut odd = 0;
    for c in text.chars().take(WINDOW) {
        seen += 1;
        let control = u8::try_from(c)
            .is_ok_and(|byte| is_control(byte) || (0x80..0xa0).contains(&byte) && byte != 0x85);
        odd += usize::from(c == '\u{fffd}' || control);
    }
    odd > 1 && odd * 10 > seen
}

/// Controls that no text has; tab, line ends (VT and FF among them), escape and the old end of file are none of those.
pub(super) fn is_control(byte: u8) -> bool {
    matches!(byte, 1..=8 | 0x0e..=0x19 | 0x1c..=0x1f | 0x7f)
}
