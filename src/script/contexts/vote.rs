//! What words say of a character whose context leaves it open.

use super::around::{Around, CENTRE};
use crate::script::readings::Readings;
use crate::script::words::{Line, Words};

/// What words say of a character.
pub(super) struct Vote {
    /// The form that it has in its word, and whether a phrase of OpenCC's says so.
    pub(super) word: Option<(char, bool)>,
    /// Whether the phrase that OpenCC reads it by begins or ends within another word: 重制 in 严重制约.
    pub(super) is_straddled: bool,
}

/// What the words around the character in the middle of `around` say of it.
pub(super) fn vote(around: &Around) -> Vote {
    let is_end = |c: &&char| **c == '\n';
    let before = around.iter().take(CENTRE).rev().take_while(|c| !is_end(c)).count();
    let after = around.iter().skip(CENTRE).take_while(|c| !is_end(c)).count();
    let text: String = around.iter().skip(CENTRE - before).take(before + after).collect();
    let (line, readings) = (Line::new(&text), Readings::get());
    let none = Vote { word: None, is_straddled: false };
    let Some(word) = Words::get().cut(&line).into_iter().find(|word| word.contains(&before)) else {
        return none;
    };
    if word.len() < 2 {
        return none;
    }
    let of = |within: std::ops::Range<usize>| {
        readings.spans(&line, within).into_iter().find(|span| span.range.contains(&before))
    };
    let is_straddled = of(0..line.len()).is_some_and(|span| {
        let crosses = span.range.start < word.start || span.range.end > word.end;
        // Longer phrases than two words of one character make are seldom met by chance.
        crosses && (2..=3).contains(&span.range.len())
    });
    let in_word = of(word).and_then(|span| {
        let of_phrase = span.phrase.and_then(|phrase| phrase.chars().nth(before - span.range.start));
        let form = of_phrase.or_else(|| line.char(before).map(|c| readings.first(c)));
        form.map(|form| (form, of_phrase.is_some()))
    });
    Vote { word: in_word, is_straddled }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(text: &str) -> Around {
        text.chars().collect::<Vec<_>>().try_into().unwrap()
    }

    #[test]
    fn a_word_has_its_own_reading_and_a_phrase_over_its_boundary_is_seen() {
        let straddled = vote(&around("\n\n\n\n严重制约了\n\n\n\n"));
        assert!(straddled.is_straddled && straddled.word == Some(('制', false)));
        let whole = vote(&around("我们今年去了沈阳以后又回来"));
        assert!(!whole.is_straddled && whole.word == Some(('瀋', true)));
        assert_eq!(vote(&around("\n\n\n\n\n\n发\n\n\n\n\n\n")).word, None);
    }
}
