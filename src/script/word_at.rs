//! The word at a place in a text, in either script.

use std::ops::Range;

use super::fold::simplified;
use super::words::{Line, Words};

/// How far around a place words are looked for, in characters: cutting settles within a clause.
const AROUND: usize = 40;

/// The Chinese word that holds byte `at` of `text`, or ends there, in bytes of it; `None` where no ideograph of the
/// basic block stands on either side. The words are simplified ones, so traditional characters are looked up simplified.
pub fn word_at(text: &str, at: usize) -> Option<Range<usize>> {
    let is_han = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
    let before = text.get(..at)?.chars().rev().take_while(is_han).take(AROUND);
    let start = at - before.map(char::len_utf8).sum::<usize>();
    let run: String = text.get(start..)?.chars().take_while(is_han).take(2 * AROUND).collect();
    // All ideographs of the basic block are as long as their simplified forms.
    let run_simplified: String = run.chars().map(simplified).collect();
    let line = Line::new(&run_simplified);
    let words = Words::get().cut(&line).into_iter();
    let mut words = words.map(|word| start + line.byte(word.start)..start + line.byte(word.end));
    words.find(|word| word.contains(&at) || (word.end == at && at == start + run.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str, before: &str) -> Option<String> {
        word_at(text, text.find(before).unwrap()).map(|word| text.get(word).unwrap().to_owned())
    }

    #[test]
    fn a_word_is_found_in_either_script() {
        assert_eq!(word("我們發展圖書館事業。", "書").as_deref(), Some("圖書館"));
        assert_eq!(word("我们发展图书馆事业。", "展").as_deref(), Some("发展"));
        assert_eq!(word("我们发展图书馆事业。", "。").as_deref(), Some("事业"));
    }

    #[test]
    fn what_is_no_ideograph_has_no_word() {
        assert_eq!(word("OpenCC，好", "C"), None);
        assert_eq!(word_at("", 0), None);
        assert_eq!(word_at("字", 3), Some(0..3));
        assert_eq!(word_at("字", 2), None);
    }
}
