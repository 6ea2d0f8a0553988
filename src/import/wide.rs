//! Where a line end of a file is nothing in the text: between Chinese characters.

/// Whether nothing stands between `before` and `after` when only a line end of the file does.
pub(super) fn meet_without_blank(before: char, after: char) -> bool {
    let both = is_wide(before) && (is_wide(after) || is_mark(after));
    both || is_mark(before) && is_wide(after)
}

/// Whether `c` is as wide as a Chinese character, and of a script that sets no blanks between words.
pub(super) const fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3ffff}')
}

/// Punctuation that Chinese shares with other scripts.
const fn is_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·' | '①'..='⓿')
}
