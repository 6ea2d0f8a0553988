//! ASCII punctuation between ideographs, and the full-width marks that Chinese typesetting has in its place.
//!
//! A mark stands for a mark, so every offset stays as it was. Commas, colons and their like are taken only between
//! ideographs (or at an end of the text), brackets and straight quotes only as pairs that hold an ideograph, with
//! no letter or digit on their outer sides, or the number that a line begins with, (1); other numbers, Latin words and
//! addresses keep what they have.

use std::ops::Range;

use crate::text::is_blank;

/// The marks of `text` that are set full-width: the byte where each stands (0-based), and what is shown there, in
/// order.
pub fn full_width(text: &str) -> Vec<(usize, char)> {
    if !text.bytes().any(|byte| matches!(byte, b',' | b'.' | b':' | b';' | b'!' | b'?' | b'(' | b'"')) {
        return Vec::new();
    }
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let mut marks = singles(&characters);
    marks.extend(pairs(&characters));
    marks.sort_unstable_by_key(|(at, _)| *at);
    marks
}

/// `text` with its ASCII punctuation set full-width.
pub fn with_full_width(text: &str) -> String {
    let marks = full_width(text);
    let shown = |at| marks.binary_search_by_key(&at, |(at, _)| *at).ok().and_then(|found| marks.get(found));
    text.char_indices().map(|(at, c)| shown(at).map_or(c, |(_, mark)| *mark)).collect()
}

fn singles(characters: &[(usize, char)]) -> Vec<(usize, char)> {
    // Marks beside a mark say nothing of where it stands.
    let is_passed = |c: char| matches!(c, '(' | ')' | '"' | ',' | ';' | ':' | '!' | '?');
    let mut marks = Vec::new();
    let mut before = None;
    // Those behind an ideograph, whose next neighbour is to come.
    let mut waiting: Vec<(usize, char)> = Vec::new();
    for &(at, c) in characters {
        if !is_passed(c) {
            // A stop within the text may belong to a number: 一.
            let parts = is_chinese(c) || c == '\n';
            marks.extend(waiting.drain(..).filter(|(_, mark)| parts && *mark != '。'));
        }
        if let Some(mark) = counterpart(c).filter(|_| before.is_some_and(is_chinese)) {
            waiting.push((at, mark));
        }
        before = if is_passed(c) { before } else { Some(c) };
    }
    marks.append(&mut waiting);
    marks
}

fn pairs(characters: &[(usize, char)]) -> Vec<(usize, char)> {
    let mut marks = Vec::new();
    let mut opened: Vec<usize> = Vec::new();
    let mut quote = None;
    let ideographs = ideographs(characters);
    for (index, (_, c)) in characters.iter().enumerate() {
        let (pair, marks_of_pair) = match c {
            '(' => {
                opened.push(index);
                continue;
            }
            ')' => (opened.pop(), ('（', '）')),
            '"' if quote.is_none() => {
                quote = Some(index);
                continue;
            }
            '"' => (quote.take(), ('“', '”')),
            _ => continue,
        };
        let is_taken = |first: usize| {
            holds_chinese(characters, &ideographs, first..index) || numbers_line(characters, first..index)
        };
        if let Some(first) = pair.filter(|first| is_taken(*first)) {
            let at = |index: usize| characters.get(index).map_or(0, |(at, _)| *at);
            marks.extend([(at(first), marks_of_pair.0), (at(index), marks_of_pair.1)]);
        }
    }
    marks
}

/// How many ideographs there are before each character.
fn ideographs(characters: &[(usize, char)]) -> Vec<u32> {
    let before = characters.iter().scan(0, |sum, (_, c)| {
        let before = *sum;
        *sum += u32::from(is_ideograph(*c));
        Some(before)
    });
    before.collect()
}

/// Whether the pair of marks at the ends of `pair` holds an ideograph and stands free of Latin text.
fn holds_chinese(characters: &[(usize, char)], ideographs: &[u32], pair: Range<usize>) -> bool {
    let outer = |index: Option<usize>| index.and_then(|index| characters.get(index)).map(|(_, c)| *c);
    let free = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric());
    ideographs.get(pair.start) < ideographs.get(pair.end)
        && free(outer(pair.start.checked_sub(1)))
        && free(outer(Some(pair.end + 1)))
}

/// Whether the pair of marks holds the number that a line begins with, (1), before a text in Chinese.
fn numbers_line(characters: &[(usize, char)], pair: Range<usize>) -> bool {
    let inside = characters.get(pair.start + 1..pair.end).unwrap_or_default();
    let is_number = (1..=3).contains(&inside.len()) && inside.iter().all(|(_, c)| c.is_ascii_digit());
    let before = characters.get(..pair.start).unwrap_or_default().iter().rev().map(|(_, c)| *c);
    let begins = before.take_while(|c| *c != '\n').all(is_blank);
    let mut behind = characters.get(pair.end + 1..).unwrap_or_default().iter().map(|(_, c)| *c);
    let next = behind.find(|c| !is_blank(*c));
    is_number && begins && next.is_none_or(is_chinese)
}

const fn counterpart(c: char) -> Option<char> {
    match c {
        ',' => Some('，'),
        ';' => Some('；'),
        ':' => Some('：'),
        '!' => Some('！'),
        '?' => Some('？'),
        '.' => Some('。'),
        _ => None,
    }
}

/// Whether `c` is a Chinese character or mark.
fn is_chinese(c: char) -> bool {
    is_ideograph(c) || matches!(c, '\u{3001}'..='\u{301f}' | '\u{ff01}'..='\u{ff60}' | '“'..='”' | '—' | '…')
}

/// Whether `c` is an ideograph: what a thin space parts from Latin letters and digits.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '〇' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn marks_between_ideographs_are_set_full_width() {
        for (text, shown) in [
            ("天地,玄黃;宇宙:洪荒!日月?盈昃.", "天地，玄黃；宇宙：洪荒！日月？盈昃。"),
            ("(一)天地(玄黃)", "（一）天地（玄黃）"),
            ("他說:\"天地,玄黃。\"", "他說：“天地，玄黃。”"),
            ("天地(GDP增長),玄黃", "天地（GDP增長），玄黃"),
            ("天地(甲(乙)丙)", "天地（甲（乙）丙）"),
            ("(1)天地", "（1）天地"),
            ("天\n　　(12) 地", "天\n　　（12） 地"),
            ("(3)", "（3）"),
        ] {
            assert_eq!(with_full_width(text), shown);
        }
    }

    #[test]
    fn numbers_latin_text_addresses_and_list_numbers_keep_theirs() {
        for text in [
            "共3,117元,約1.5倍",
            "Hello, world (again): a \"word\"!",
            "見 http://example.org/a,b?c=d:1 的說明",
            "一.天地玄黃",
            "1)天地 2)玄黃",
            "f(甲)與(2026)",
            "(2026)天地",
            "天(1)地",
            "(1) a",
            "比分3:2",
        ] {
            let shown = with_full_width(text);
            let kept = shown.replace('，', ",");
            assert_eq!(kept, text, "{shown}");
        }
        assert_eq!(with_full_width("共3,117元,約1.5倍"), "共3,117元，約1.5倍");
    }

    proptest! {
        #[test]
        fn a_mark_stands_for_a_mark(text in "[天地玄,.:;!?()\"a1 \n，。」—]{0,60}") {
            let shown = with_full_width(&text);
            prop_assert_eq!(shown.chars().count(), text.chars().count());
            for (before, after) in text.chars().zip(shown.chars()) {
                prop_assert!(before == after || (before.is_ascii_punctuation() && !after.is_ascii()));
            }
            let marks = full_width(&text);
            prop_assert!(marks.windows(2).all(|two| matches!(two, [(a, _), (b, _)] if a < b)));
        }
    }
}
