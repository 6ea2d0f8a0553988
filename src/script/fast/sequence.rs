//! Ideographic description sequences: ⿰氵青 stands for one character and is kept whole.

use super::trie::character;

/// How deep operators nest at most in a sequence that OpenCC takes for one.
const DEPTH: usize = 16;

/// How many characters such a sequence has at most.
const CHARACTERS: usize = 64;

/// How many parts the operator `c` describes; 0 for anything else.
pub(super) fn arity(c: u32) -> usize {
    match c {
        0x2FF2 | 0x2FF3 => 3,
        0x2FFE | 0x2FFF => 1,
        0x2FF0..=0x2FFD => 2,
        _ => 0,
    }
}

/// The length in bytes of the sequence at the start of `text`, which is UTF-8; `None` where there is none, or not
/// all of one.
pub(super) fn sequence(text: &[u8]) -> Option<usize> {
    // How many parts each operator still waits for, outermost first.
    let mut waiting: Vec<usize> = Vec::new();
    let mut end = 0;
    for count in 0..CHARACTERS {
        let c = character(text, end)?;
        end += c.width;
        if waiting.len() >= DEPTH {
            return None;
        }
        match arity(c.code) {
            0 if count == 0 => return None,
            0 => {}
            parts => {
                waiting.push(parts);
                continue;
            }
        }
        while let Some(parts) = waiting.last_mut() {
            *parts -= 1;
            if *parts > 0 {
                break;
            }
            waiting.pop();
        }
        if waiting.is_empty() {
            return Some(end);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sequence_ends_with_the_last_part_of_its_first_operator() {
        for (whole, rest) in
            [("⿰氵青", "年"), ("⿱⿰abc", "d"), ("⿲亻言頁", ""), ("⿾证", "头"), ("⿳⿰ab⿾cd", "e")]
        {
            assert_eq!(sequence(format!("{whole}{rest}").as_bytes()), Some(whole.len()), "{whole}");
        }
        for none in ["", "头发", "⿰氵", "⿱⿰ab", "a⿰bc", "⿿"] {
            assert_eq!(sequence(none.as_bytes()), None, "{none}");
        }
    }

    #[test]
    fn deep_and_long_ones_are_none() {
        let of = |text: &str| sequence(text.as_bytes());
        assert_eq!(of(&format!("{}字", "⿾".repeat(15))), Some(48));
        assert_eq!(of(&format!("{}字", "⿾".repeat(16))), None);
        // 31 operators with their 32 parts are 63 characters.
        let wide = |operators: usize| {
            let tree = (0..5).fold("字".to_owned(), |tree, _| format!("⿰{tree}{tree}"));
            format!("{}{tree}", "⿾".repeat(operators))
        };
        assert_eq!(of(&wide(1)), Some(3 * 64));
        assert_eq!(of(&wide(2)), None);
        assert_eq!(of(&"⿰".repeat(1_000_000)), None);
    }
}
