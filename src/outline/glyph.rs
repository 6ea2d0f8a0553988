//! Characters that stand for others: what text from PDFs, old code pages and optical recognition has in their place.
//!
//! Only for reading markers; the text itself is never changed.

/// Characters and what each stands for, both in the same order.
const FORMS: [(&str, &str); 5] = [
    // Radicals of Kangxi, with which PDFs write ideographs that look the same.
    ("\u{2f00}\u{2f04}\u{2f06}\u{2f0b}\u{2f17}\u{2f30}\u{2f9f}", "一乙二八十己辛"),
    // Compatibility ideographs of Korean and Japanese code pages.
    ("\u{f9d1}\u{f96b}\u{f973}\u{f978}\u{f9b2}\u{fa56}\u{f9b5}\u{f9be}\u{f941}", "六參拾兩零節例料論"),
    // The vowel sign of the phonetic alphabet that looks like 一, and strokes for 、.
    ("ㄧ丶", "一、"),
    // Small, vertical and half-width punctuation.
    ("﹑､︑﹐︐﹒․｡﹕︓︰∶﹙︵﹚︶", "、、、，，．．。：：：：（（））"),
    ("﹝︹﹞︺︻︼", "〔〔〕〕【】"),
];

/// The character that `c` stands for in a marker; `c` itself for nearly all.
pub(super) fn plain(c: char) -> char {
    match c {
        // Optical recognition reads it for its like.
        '笫' => '第',
        // Nearly all characters, and quickly.
        '\0'..='\u{2023}' | '\u{3000}'..='\u{3126}' | '一'..='丵' | '丷'..='鿿' | '！'..='＠' => c,
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => FORMS
            .iter()
            .find_map(|(forms, plain)| {
                let at = forms.chars().position(|form| form == c)?;
                plain.chars().nth(at)
            })
            .unwrap_or(c),
    }
}

/// The bytes of `text` that stand for `word`, if it starts with it.
pub(super) fn starts_with(text: &str, word: &str) -> Option<usize> {
    let mut rest = text.chars();
    word.chars().try_fold(0, |len, wanted| {
        rest.next().filter(|c| *c == wanted || plain(*c) == wanted).map(|c| len + c.len_utf8())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_has_a_character_that_it_stands_for() {
        for (forms, plain) in FORMS {
            assert_eq!(forms.chars().count(), plain.chars().count(), "{plain}");
            assert!(forms.chars().all(|c| super::plain(c) != c), "{forms}");
        }
    }

    #[test]
    fn a_word_is_found_in_any_form() {
        assert_eq!(starts_with("第\u{2f00}節", "第一節"), Some(9));
        assert_eq!(starts_with("第一章", "第一節"), None);
        assert_eq!(starts_with("", "一"), None);
        assert_eq!(plain('Ｂ'), 'B');
    }
}
