//! Line ends: which characters end a line, and where they stand.

use std::sync::LazyLock;

use memchr::memmem::Finder;

/// Whether `c` ends a line: LF and CR; VT, Word's soft return; FF, which begins a page; NEL; and the separators of lines
/// and paragraphs U+2028 and U+2029.
pub const fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Where the characters of `text` stand that end a line: their first bytes, in order.
pub fn line_ends(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    // Nearly every text has none but LF and CR, which are found at memory speed.
    let is_plain = !has_rare(bytes);
    let plain = is_plain.then(|| memchr::memchr2_iter(b'\n', b'\r', bytes));
    let any = (!is_plain).then(|| (0..bytes.len()).filter(|at| length_at(bytes, *at) > 0));
    plain.into_iter().flatten().chain(any.into_iter().flatten())
}

/// The first byte behind each line of `text` that has a line end, in order.
///
/// CRs before an LF are one line end with it: some programs double the CR. A form feed or a vertical tab where a line
/// begins ends none: a file of pages has both, a line end and then a form feed.
pub(super) fn ends_of_lines(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let mut last = 0;
    let mut marks = line_ends(text).peekable();
    // Of CRs with no LF behind them each ends a line.
    let mut more = 0..0;
    std::iter::from_fn(move || {
        if let Some(end) = more.next() {
            return Some(end);
        }
        loop {
            let at = marks.next()?;
            match bytes.get(at) {
                Some(b'\r') => {
                    let mut end = at + 1;
                    while bytes.get(end) == Some(&b'\r') && marks.next_if_eq(&end).is_some() {
                        end += 1;
                    }
                    if bytes.get(end) != Some(&b'\n') {
                        last = end;
                        more = at + 2..end + 1;
                        return Some(at + 1);
                    }
                }
                Some(0x0b | 0x0c) if at == last => last = at + 1,
                _ => {
                    last = at + length_at(bytes, at);
                    return Some(last);
                }
            }
        }
    })
}

fn has_rare(bytes: &[u8]) -> bool {
    static RARE: LazyLock<[Finder<'static>; 3]> =
        LazyLock::new(|| ["\u{85}", "\u{2028}", "\u{2029}"].map(Finder::new));
    memchr::memchr2(0x0b, 0x0c, bytes).is_some() || RARE.iter().any(|rare| rare.find(bytes).is_some())
}

/// How many bytes the line end at byte `at` has; 0 where none begins.
fn length_at(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(b'\n'..=b'\r') => 1,
        Some(0xc2) if bytes.get(at + 1) == Some(&0x85) => 2,
        Some(0xe2) if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xa8 | 0xa9])) => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_are_found_wherever_they_stand() {
        for text in
            ["", "綱目", "綱\n目\r\n", "“綱”…目", "a\u{b}b\u{c}c\u{85}d\u{2028}e\u{2029}f\rg\nh", "\u{2028}"]
        {
            let expected: Vec<_> =
                text.char_indices().filter(|(_, c)| is_line_end(*c)).map(|(at, _)| at).collect();
            assert_eq!(line_ends(text).collect::<Vec<_>>(), expected, "{text:?}");
        }
    }
}
