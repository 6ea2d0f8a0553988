//! What words say of a character whose context leaves it open.

use std::ops::Range;

use super::around::{Around, CENTRE};
use super::topic::topic;
use crate::script::readings::Readings;
use crate::script::words::{Line, Words};

/// What a phrase weighs, and a word that has the usual form, in sixteenths of an e-fold.
const IN_PHRASE: i32 = 20;
const IN_WORD: i32 = 6;

/// What a word weighs that something can be within.
const WITHIN: i32 = 64;

/// A character that is a word by itself, and its form after the word for a thing or a place: 蒙古包里 is 裏.
const AFTER_THINGS: (char, char) = ('里', '裏');

/// What is in no such word: 三千里 is a length. And what stands before one that is the name of a village, 竹南镇大厝里,
/// or after a village's 里.
const NO_THING: &str = "〇零一二三四五六七八九十百千万亿两几数半多余公英华海邻";
const BEFORE_VILLAGES: &str = "市镇乡区县州";
const AFTER_VILLAGES: &str = "邻长民内";

/// How often a word has been seen that is in OpenCC's dictionary alone.
const IN_DICTIONARY: u32 = 20;

/// What words say of a character.
pub(super) struct Vote {
    /// The form that it has in its word, and how much that weighs.
    pub(super) form: Option<(char, i32)>,
    /// Whether the phrase that OpenCC reads it by begins or ends within another word: 重制 in 严重制约.
    pub(super) is_straddled: bool,
    /// What is spoken of, where it is a word of one character.
    pub(super) topic: Option<(char, i32)>,
    /// Whether it is a word of one character that OpenCC reads by no phrase.
    pub(super) is_default: bool,
}

/// What the words around the character in the middle of `around` say of it.
pub(super) fn vote(around: &Around) -> Vote {
    let is_end = |c: &&char| **c == '\n';
    let before = around.iter().take(CENTRE).rev().take_while(|c| !is_end(c)).count();
    let after = around.iter().skip(CENTRE).take_while(|c| !is_end(c)).count();
    let mut text = String::with_capacity(around.len() * 4);
    text.extend(around.iter().skip(CENTRE - before).take(before + after));
    let (line, readings) = (Line::new(&text), Readings::get());
    let words = Words::get().cut(&line);
    let of = |within: Range<usize>| readings.spans(&line, within).find(|span| span.range.contains(&before));
    let is_within_word = |place: usize| words.iter().any(|word| word.start < place && place < word.end);
    let span = of(0..line.len());
    // Longer phrases are seldom met by chance.
    let is_straddled = span.as_ref().is_some_and(|span| {
        (2..=3).contains(&span.range.len())
            && (is_within_word(span.range.start) || is_within_word(span.range.end))
            && !is_as_likely(&line, &span.range)
    });
    let is_default = span.is_some_and(|span| span.phrase.is_none());
    let is_alone = words.contains(&(before..before + 1));
    let topic = if is_alone { topic(&line, before, &words) } else { None };
    let word = words.iter().find(|word| word.contains(&before) && word.len() > 1).cloned();
    let in_word = word.and_then(of).and_then(|span| {
        let of_phrase = span.phrase.and_then(|phrase| phrase.chars().nth(before - span.range.start));
        let usual = line.char(before).map(|c| (readings.first(c), IN_WORD));
        of_phrase.map(|form| (form, IN_PHRASE)).or(usual)
    });
    let form = if is_alone { within(&line, before, &words).or(in_word) } else { in_word };
    Vote { form, is_straddled, topic, is_default: is_default && is_alone }
}

/// The form of a word of one character that follows the word for a thing.
fn within(line: &Line<'_>, at: usize, words: &[Range<usize>]) -> Option<(char, i32)> {
    let (character, form) = AFTER_THINGS;
    let thing = words.iter().find(|word| word.end == at && word.len() > 1)?;
    let is_one_of = |place: Option<usize>, all: &str| {
        place.and_then(|place| line.char(place)).is_some_and(|c| all.contains(c))
    };
    let is_village =
        is_one_of(thing.start.checked_sub(1), BEFORE_VILLAGES) || is_one_of(Some(at + 1), AFTER_VILLAGES);
    let thing = line.part(thing.clone());
    let is_thing = Words::get().is_common(thing) && !thing.contains(|c: char| NO_THING.contains(c));
    (line.char(at) == Some(character) && is_thing && !is_village).then_some((form, WITHIN))
}

/// Whether the line is as likely when the characters `phrase` are a word: 吃面 in 吃面的时候, though 面的 is one too.
fn is_as_likely(line: &Line<'_>, phrase: &Range<usize>) -> bool {
    let words = Words::get();
    let around = [0..phrase.start, phrase.end..line.len()];
    let around: f64 = around.into_iter().map(|part| words.likelihood(&Line::new(line.part(part)))).sum();
    let phrase = words.likelihood_of(line.part(phrase.clone()), IN_DICTIONARY);
    words.likelihood(line) <= around + phrase
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
        assert!(straddled.is_straddled && straddled.form == Some(('制', IN_PHRASE)));
        let either = vote(&around("\n\n\n\n\n吃面的时候\n\n\n"));
        assert!(!either.is_straddled);
        let whole = vote(&around("我们今年去了沈阳以后又回来"));
        assert!(!whole.is_straddled && whole.form == Some(('瀋', IN_PHRASE)));
        let within = |text| vote(&around(text)).form == Some(('裏', WITHIN));
        assert!(within("\n\n\n蒙古包里很暖和\n\n\n"));
        assert!(!within("\n\n\n走三千里也不累\n\n\n") && !within("\n\n\n\n咸昌里在南部\n\n\n"));
        assert!(!within("\n\n\n镇麒麟里发现了\n\n\n") && !within("\n\n\n\n暴露里邻治安\n\n\n"));
        let alone = vote(&around("\n\n\n\n\n\n发\n\n\n\n\n\n"));
        assert!(alone.form.is_none() && alone.is_default && !whole.is_default);
    }
}
