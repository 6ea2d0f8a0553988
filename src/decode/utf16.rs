//! UTF-16 without a byte order mark: told by what the text would be.
//!
//! Counting NULs is not enough: a Chinese text may have none, and 一 has one in the place where Latin letters have
//! none. Read in the right order, nearly every unit is something that Chinese and Western texts are made of, and a
//! good part of them is frequent; read in the wrong order, or made of another encoding's bytes, it is not.

use encoding_rs::{UTF_16BE, UTF_16LE};

use super::{Encoding, binary, frequent};
use crate::text::is_line_end;

/// How many bytes are looked at in each of two places.
const WINDOW: usize = 32 << 10;

/// The order in which `bytes` are a plausible text, if in one. Never for what is UTF-8 without NULs: `Bush hid the
/// facts` is 18 Chinese characters too.
pub(super) fn detect(bytes: &[u8]) -> Option<Encoding> {
    // A long text may end within a unit, three bytes are something else.
    if bytes.len() % 2 == 1 && bytes.len() < 64 {
        return None;
    }
    let middle = bytes.len() / 4 * 2;
    let windows = [bytes.get(..WINDOW).unwrap_or(bytes), bytes.get(middle.max(WINDOW)..).unwrap_or_default()];
    let windows = windows.map(|window| window.get(..WINDOW).unwrap_or(window));
    let [head, _] = windows;
    if nul_free(bytes) && (is_plain_utf8(head) || is_mostly_ascii(head)) {
        return None;
    }
    let orders = [(UTF_16LE, u16::from_le_bytes as fn([u8; 2]) -> u16), (UTF_16BE, u16::from_be_bytes)];
    let judged = orders.map(|(encoding, unit)| {
        let mut evidence = Evidence::default();
        for window in windows {
            evidence.add(window.as_chunks().0.iter().map(|pair| unit(*pair)));
        }
        (encoding, evidence)
    });
    judged
        .into_iter()
        .filter(|(_, evidence)| evidence.convinces())
        .max_by_key(|(_, evidence)| evidence.frequent)
        .map(|(encoding, _)| encoding)
}

fn nul_free(bytes: &[u8]) -> bool {
    memchr::memchr(0, bytes.get(..2 * WINDOW).unwrap_or(bytes)).is_none()
}

/// Whether so many bytes of `window` are ASCII as of a Western text in an older encoding. Of Chinese in UTF-16 half the
/// bytes are, unless it is short.
pub(super) fn is_mostly_ascii(window: &[u8]) -> bool {
    window.len() >= 64 && window.iter().filter(|byte| byte.is_ascii()).count() * 5 > window.len() * 4
}

/// Whether `window`, which may end within a character, is UTF-8 without control characters.
fn is_plain_utf8(window: &[u8]) -> bool {
    let valid = std::str::from_utf8(window).map_or_else(|error| error.error_len().is_none(), |_| true);
    valid && !window.iter().any(|byte| binary::is_control(*byte))
}

#[derive(Default)]
struct Evidence {
    units: usize,
    /// Units that texts are made of.
    plausible: usize,
    /// Units that texts are full of.
    frequent: usize,
}

impl Evidence {
    fn add(&mut self, units: impl Iterator<Item = u16>) {
        for decoded in char::decode_utf16(units) {
            self.units += 1;
            let Ok(c) = decoded else { continue };
            self.plausible += usize::from(is_plausible(c));
            self.frequent += usize::from(is_frequent(c));
        }
    }

    fn convinces(&self) -> bool {
        self.units > 1 && self.plausible * 100 >= self.units * 95 && self.frequent * 10 >= self.units
    }
}

fn is_plausible(c: char) -> bool {
    is_line_end(c)
        || matches!(c, '\t' | ' '..='~' | '\u{a0}'..='\u{24f}' | '\u{370}'..='\u{45f}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203b}' | '\u{2100}'..='\u{22ff}' | '\u{2460}'..='\u{24ff}'
        | '\u{2500}'..='\u{26ff}' | '\u{3000}'..='\u{33ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{feff}' | '\u{ff00}'..='\u{ffef}' | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_frequent(c: char) -> bool {
    is_line_end(c)
        || matches!(c, ' ' | '0'..='9' | 'A'..='Z' | 'a'..='z' | '\u{3000}'..='\u{3002}')
        || matches!(c, '，' | '：' | '；' | '“' | '”')
        || frequent::is_frequent(c)
}
