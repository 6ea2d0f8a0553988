//! A text in parts that convert on their own as they do within the whole.

/// More bytes than an ideographic description sequence has, which may run over line ends: 64 characters.
const LONGEST_SEQUENCE: usize = 256;

/// Cuts `text` into parts of at least `size` bytes each, the last one excepted. They end at line ends, which no word
/// of any dictionary has in it, and not where a description sequence (⿰氵青) might still be open: OpenCC keeps one
/// whole whatever characters it is made of.
pub fn parts(text: &str, size: usize) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (part, next) = rest.split_at_checked(end(rest, size)).unwrap_or((rest, ""));
        rest = next;
        Some(part)
    })
}

/// Where the first part of `text` ends.
fn end(text: &str, size: usize) -> usize {
    let bytes = text.as_bytes();
    let from = size.saturating_sub(1).min(bytes.len());
    let ends = memchr::memchr_iter(b'\n', bytes.get(from..).unwrap_or_default());
    let mut ends = ends.map(|at| from + at + 1);
    ends.find(|end| !may_be_open(bytes.get(end.saturating_sub(LONGEST_SEQUENCE)..*end).unwrap_or_default()))
        .unwrap_or(bytes.len())
}

/// Whether a description sequence may go on behind `before`: whether it has one of U+2FF0 to U+2FFF.
fn may_be_open(before: &[u8]) -> bool {
    before.windows(3).any(|bytes| matches!(bytes, [0xE2, 0xBF, 0xB0..=0xBF]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_end_at_line_ends_and_are_the_text() {
        let text = "頭髮\n面條\r\n\n里".repeat(9);
        for size in [0, 1, 2, 7, 8, 40, 1_000] {
            let parts: Vec<_> = parts(&text, size).collect();
            assert_eq!(parts.concat(), text);
            let (last, others) = parts.split_last().unwrap();
            assert!(!last.is_empty());
            assert!(others.iter().all(|part| part.ends_with('\n') && part.len() >= size), "{size}");
        }
        assert_eq!(parts("", 5).count(), 0);
    }

    #[test]
    fn no_sequence_is_cut() {
        let text = format!("⿰\n发\n{}\n发\n发", "字".repeat(90));
        assert_eq!(parts(&text, 1).map(|part| part.chars().count()).collect::<Vec<_>>(), [95, 2, 1]);
    }
}
