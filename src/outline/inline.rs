//! Markers inside a line.

use std::ops::ControlFlow;

use super::chained;
use super::marker::{self, Marker, variant};
use super::numeral;
use super::style::Style;

/// How far ahead is looked for a marker, in bytes: about 100 Chinese characters. None is longer, and a line of any
/// length takes time in proportion to it.
const AHEAD: usize = 300;
/// After so many bytes of a line it is told how far the work is.
const PIECE: usize = 1 << 12;

/// Calls `found` for every marker of `line` from byte `from` on, and tells whether it is glued to the word before.
/// Others follow a boundary: a stop, a comma, a closing bracket, a blank; `boundary` says whether one is before
/// `from`. Now and then `tell` is told the byte that is reached and how many were looked at since.
///
/// # Errors
/// Breaks where `tell` does.
pub(super) fn for_each(
    line: &str,
    from: usize,
    boundary: bool,
    mut tell: impl FnMut(usize, usize) -> ControlFlow<()>,
    mut found: impl FnMut(&Marker, bool),
) -> ControlFlow<()> {
    let bytes = line.as_bytes();
    let (mut at, mut boundary, mut digits) = (from, boundary, false);
    let (mut told, mut looked) = (from, 0);
    while let Some(&lead) = bytes.get(at) {
        if at - told >= PIECE {
            tell(at, at - told + looked)?;
            (told, looked) = (at, 0);
        }
        let glue = !boundary && may_be_glued(bytes, at, digits);
        if (boundary || glue)
            && let Some(ahead) = ahead(line, at, &mut looked)
            && let Some(marker) =
                read_at(line, ahead, at).filter(|marker| boundary || holds_glued(line, marker))
        {
            found(&marker, glue && matches!(marker.style, Style::Clause | Style::Ordinal));
            at = marker.end;
            (boundary, digits) = (true, false);
            continue;
        }
        let (len, is_boundary) = step(bytes, at);
        at += len;
        // The points of 3.5 and 1,000 part nothing.
        boundary = is_boundary && !(digits && matches!(lead, b'.' | b',' | b':'));
        digits = lead.is_ascii_alphanumeric() || lead == b'.';
    }
    tell(at, at - told + looked)
}

/// What is looked at to read a marker at byte `at` of `line`, if one may start there; `looked` counts its bytes.
fn ahead<'a>(line: &'a str, at: usize, looked: &mut usize) -> Option<&'a str> {
    let ahead = line.get(at..line.floor_char_boundary(at.saturating_add(AHEAD)))?;
    may_start(ahead.chars().next()?).then(|| {
        *looked += ahead.len();
        ahead
    })
}

/// Whether a marker may stand behind the last character of `text`.
pub(super) fn is_boundary(text: &str) -> bool {
    let last = text.chars().next_back().map_or(0, char::len_utf8);
    step(text.as_bytes(), text.len() - last).1
}

/// Length of the character at byte `at`, and whether a marker may stand behind it.
fn step(bytes: &[u8], at: usize) -> (usize, bool) {
    let lead = bytes.get(at).copied().unwrap_or_default();
    if (0xe4..=0xe9).contains(&lead) {
        // Nearly all ideographs, and so nearly all characters.
        return (3, false);
    }
    let tail = |n: usize| bytes.get(at + n).copied().unwrap_or_default();
    match lead {
        0x00..=0x7f => (1, b" \t,.;:!?)\"\n\r".contains(&lead)),
        0xc0..=0xdf => (2, lead == 0xc2 && tail(1) == 0xa0),
        // ” ’ — …
        0xe2 => (3, tail(1) == 0x80 && matches!(tail(2), 0x9d | 0x99 | 0x94 | 0xa6)),
        // ideographic space 。 」 』 》 】
        0xe3 => (3, tail(1) == 0x80 && matches!(tail(2), 0x80 | 0x82 | 0x8d | 0x8f | 0x8b | 0x91)),
        // ！ ） ， ． ： ； ？
        0xef => (3, tail(1) == 0xbc && matches!(tail(2), 0x81 | 0x89 | 0x8c | 0x8e | 0x9a | 0x9b | 0x9f)),
        0xe0..=0xef => (3, false),
        _ => (4, false),
    }
}

/// Whether a marker at byte `at` can be told without a boundary: `(`, `（`, ①, 第, 一, or a digit that does not
/// go on with a number or a word.
fn may_be_glued(bytes: &[u8], at: usize, digits: bool) -> bool {
    let tail = |n: usize| bytes.get(at + n).copied().unwrap_or_default();
    match bytes.get(at) {
        Some(b'(') => true,
        Some(lead) if lead.is_ascii_digit() => !digits,
        // （
        Some(0xef) => (tail(1), tail(2)) == (0xbc, 0x88),
        // ① to ⒛
        Some(0xe2) => matches!(tail(1), 0x91 | 0x92),
        // 第
        Some(0xe7) => (tail(1), tail(2)) == (0xac, 0xac),
        // 一
        Some(0xe4) => (tail(1), tail(2)) == (0xb8, 0x80),
        _ => false,
    }
}

/// Whether a marker stands for itself where no boundary is before it.
fn holds_glued(line: &str, marker: &Marker) -> bool {
    match marker.style {
        Style::HanParen | Style::ArabicParen | Style::Circled | Style::Clause => true,
        Style::Ordinal => marker.variant <= variant::COMMA,
        Style::Arabic => {
            let digit_follows = line.as_bytes().get(marker.end).is_some_and(u8::is_ascii_digit);
            marker.variant == variant::USUAL && !digit_follows
        }
        Style::Han => marker.variant == variant::USUAL && marker.value == 1,
        Style::Article => chained::is_first(line, marker),
        _ => false,
    }
}

/// The marker that `ahead`, which begins at byte `at` of `line`, starts with, if it is one that may stand inside a
/// paragraph.
fn read_at(line: &str, ahead: &str, at: usize) -> Option<Marker> {
    let marker = marker::read(ahead)?;
    let marker = Marker { start: at + marker.start, end: at + marker.end, ..marker };
    let wanted = match marker.style {
        Style::Clause | Style::Adverb | Style::Circled | Style::Ordinal => true,
        Style::HanParen | Style::ArabicParen => marker.weight > 1.0,
        Style::Han | Style::Arabic => marker.variant <= variant::POINT && marker.weight > 1.5,
        // Only where a whole document stands in one line.
        _ => {
            marker.style.is_fixed()
                && marker.variant != variant::BARE
                && marker.weight >= 4.0
                && marker.value > 0
                || chained::follows_sentence(line, &marker)
                || chained::is_first(line, &marker)
        }
    };
    wanted.then_some(marker)
}

fn may_start(c: char) -> bool {
    matches!(c, '(' | '（' | '第' | '篇' | '首' | '其' | '再' | '最' | '此' | '另' | '然')
        || matches!(c, '0'..='9' | '①'..='⒛' | '㈠'..='㈩')
        || numeral::is_han(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn markers(line: &str) -> Vec<&str> {
        let mut found = Vec::new();
        let tell = |_, _| ControlFlow::Continue(());
        let note = |marker: &Marker, _| found.push(line.get(marker.start..marker.end).unwrap());
        assert_eq!(for_each(line, 0, true, tell, note), ControlFlow::Continue(()));
        found
    }

    #[test]
    fn markers_follow_a_boundary() {
        assert_eq!(markers("主要有三點:一是快;二是準。三要實"), ["一是", "二是", "三要"]);
        assert_eq!(markers("首先,看書;其次,寫字。"), ["首先,", "其次,"]);
        assert_eq!(markers("週一、三、五開會，五、六年前也是。"), Vec::<&str>::new());
    }

    #[test]
    fn some_markers_need_no_boundary() {
        assert_eq!(markers("分為(一)甲（二）乙①丙②丁"), ["(一)", "（二）", "①", "②"]);
        assert_eq!(markers("情況1、完善了制度"), ["1、"]);
        assert_eq!(markers("約12、5萬，3.5、A1、"), Vec::<&str>::new());
    }
}
