//! A text in the pieces that OpenCC is handed.

/// How many bytes are handed to OpenCC at once, where the text lets us cut. It keeps a list of all words, more than
/// twenty times the text; from a few kB on, larger pieces are no faster.
const PIECE: usize = 8 * 1024;

/// Cuts a text where no phrase of OpenCC's can run across, so that the pieces convert as the whole would.
pub(super) struct Pieces<'a>(pub(super) &'a str);

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if self.0.is_empty() {
            return None;
        }
        let (piece, rest) = self.0.split_at(cut_point(self.0));
        self.0 = rest;
        Some(piece)
    }
}

/// Whether no entry of any dictionary of OpenCC's (1.1.6 to 1.4.2) has that character. Beside Chinese characters they
/// have 〇 ． · - and Latin letters.
fn is_never_in_a_phrase(c: char) -> bool {
    matches!(c, '\0'..=',' | '.'..='@' | '\u{3000}'..='\u{3003}' | '「'..='】' | '！'..='－' | '：'..='？')
}

/// More characters than an entry has on one side of a cut.
const LONGEST_ENTRY: usize = 16;

/// Bytes up to the last place within [`PIECE`] that no phrase runs across; where there is none, up to the first
/// such place behind it.
fn cut_point(text: &str) -> usize {
    if text.len() <= PIECE {
        return text.len();
    }
    let (head, tail) = text.split_at(text.floor_char_boundary(PIECE));
    let behind = |at: usize, c: char| at + c.len_utf8();
    let last = head.char_indices().rev().find(|&(_, c)| is_never_in_a_phrase(c)).map(|(at, c)| behind(at, c));
    last.or_else(|| within_letters(head)).unwrap_or_else(|| {
        let first = tail.char_indices().find(|&(_, c)| is_never_in_a_phrase(c)).map(|(at, c)| behind(at, c));
        head.len() + first.unwrap_or(tail.len())
    })
}

/// A place near the end of `head` that has Latin letters on both sides, more than an entry has: every entry has a
/// Chinese character too.
fn within_letters(head: &str) -> Option<usize> {
    let letters = head.bytes().rev().take_while(u8::is_ascii).take(2 * LONGEST_ENTRY).count();
    (letters == 2 * LONGEST_ENTRY).then(|| head.len() - LONGEST_ENTRY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_the_text_and_end_where_no_phrase_can_run_across() {
        let sentence = "天地玄黃宇宙洪荒。日月盈昃";
        for (unit, times) in [(sentence, 2_000), ("無標點", 9_000), ("行\n", 9_000), ("", 0)] {
            let text = unit.repeat(times);
            let pieces: Vec<_> = Pieces(&text).collect();
            assert_eq!(pieces.concat(), text);
            for piece in pieces.iter().rev().skip(1) {
                assert!(piece.ends_with(is_never_in_a_phrase), "{piece}");
                assert!(piece.len() <= PIECE);
            }
        }
    }

    #[test]
    fn a_long_stretch_of_letters_is_cut_far_from_everything_else() {
        let text = format!("{}注入{}", "SQL".repeat(PIECE), "x".repeat(2 * PIECE));
        let pieces: Vec<_> = Pieces(&text).collect();
        assert_eq!(pieces.concat(), text);
        assert!(pieces.len() > 4 && pieces.iter().all(|piece| piece.len() <= PIECE));
        assert!(pieces.iter().any(|piece| piece.contains(&format!(
            "{}注入{}",
            "SQL".repeat(4),
            "x".repeat(16)
        ))));
    }

    #[test]
    fn a_long_stretch_without_a_cut_stays_whole() {
        let text = format!("{}。尾", "字".repeat(PIECE));
        assert_eq!(Pieces(&text).map(str::len).collect::<Vec<_>>(), [3 * PIECE + 3, 3]);
    }
}
