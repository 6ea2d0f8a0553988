//! Control characters and marks of direction, made visible.

use std::borrow::Cow;

/// What stands for `c` where it would command a terminal or turn the order of what follows; `None`: it may be shown.
///
/// Control characters become their pictures (␛), those that have none and the bidirectional controls become U+FFFD.
pub fn stand_in(c: char) -> Option<char> {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => Some('\u{fffd}'),
        _ => None,
    }
}

/// `text`, such as the name of a file, as it can be shown anywhere on one line.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(|c| stand_in(c).is_some()) {
        Cow::Owned(text.chars().map(|c| stand_in(c).unwrap_or(c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_commands_is_left() {
        assert_eq!(visible("\u{1b}]0;x\u{7}\n甲\u{202e}txt\u{9b}"), "␛]0;x␇␊甲\u{fffd}txt\u{fffd}");
        assert!(matches!(visible("講話　“一”…🀄"), Cow::Borrowed(_)));
    }
}
