//! Pinyin initials: what a reader types who will not switch the input method on, `fztsg` for 發展圖書館.
//!
//! GB 2312-80 orders its first 3,755 characters, which make up nearly all running text, by pinyin; so the first
//! character of each letter tells all the others. A character of several readings has the one that the standard
//! orders it by.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold::simplified;

/// The first character of each letter in the order of GB 2312; no syllable begins with I, U or V.
const FIRST: [(char, char); 23] = [
    ('啊', 'a'),
    ('芭', 'b'),
    ('擦', 'c'),
    ('搭', 'd'),
    ('蛾', 'e'),
    ('发', 'f'),
    ('噶', 'g'),
    ('哈', 'h'),
    ('击', 'j'),
    ('喀', 'k'),
    ('垃', 'l'),
    ('妈', 'm'),
    ('拿', 'n'),
    ('哦', 'o'),
    ('啪', 'p'),
    ('期', 'q'),
    ('然', 'r'),
    ('撒', 's'),
    ('塌', 't'),
    ('挖', 'w'),
    ('昔', 'x'),
    ('压', 'y'),
    ('匝', 'z'),
];

/// Rows of the first level in the EUC form of GB 2312.
const ROWS: std::ops::RangeInclusive<u8> = 0xB0..=0xD7;

static INITIALS: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let mut initials = HashMap::new();
    let mut letter = 'a';
    let cells = ROWS.flat_map(|row| (0xA1..=0xFE).map(move |cell| [row, cell]));
    for cell in cells {
        let (text, _) = encoding_rs::GBK.decode_without_bom_handling(&cell);
        let Some(c) = text.chars().next().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)) else { continue };
        letter = FIRST.iter().find(|(first, _)| *first == c).map_or(letter, |(_, letter)| *letter);
        initials.insert(c, letter);
    }
    initials
});

/// The letter that the pinyin of `c` begins with; letters and digits stand for themselves; `None` for the rest.
pub fn initial(c: char) -> Option<char> {
    let c = simplified(c);
    if c.is_ascii() { Some(c).filter(char::is_ascii_alphanumeric) } else { INITIALS.get(&c).copied() }
}

/// Whether the pinyin of characters of `text` that stand together begins with `letters`: two letters or more, and
/// nothing else.
pub fn has_initials(text: &str, letters: &str) -> bool {
    if letters.len() < 2 || !letters.chars().all(|c| c.is_ascii_alphabetic()) {
        return false;
    }
    let initials: String = text.chars().filter_map(initial).collect();
    initials.contains(&letters.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_script_begins_with_the_same_letters() {
        for (text, letters) in [
            ("發展圖書館", "fztsg"),
            ("发展图书馆", "fztsg"),
            ("一、頭髮 ABC12", "ytfabc12"),
            ("座昨匝", "zzz"),
        ] {
            assert_eq!(text.chars().filter_map(initial).collect::<String>(), letters);
        }
        assert_eq!(initial('，'), None);
        assert!(has_initials("一、發展圖書館", "Fzt") && !has_initials("一、發展圖書館", "ytszg"));
        assert!(!has_initials("發展", "f") && !has_initials("1 發展", "1f"), "too little, and no letters");
    }
}
