//! A marker in brackets.

use super::cursor::is_inner_blank;
use super::{Marker, noun, number, unit, variant};
use crate::outline::glyph;
use crate::outline::numeral::{self, Numeral, Script};
use crate::outline::style::Style;
use crate::text::is_blank;

/// Longest 【篇一：標題】, in characters.
const BRACKETED: usize = 40;
/// Brackets around a marker, the closing ones in the same order. Quotation marks and angles stand around titles and
/// words as well: what they hold counts where it fills the line.
const OPENING: &str = "【[〔［〖「『《〈<＜(（";
const CLOSING: &str = "】]〕］〗」』》〉>＞)）";
const SQUARE: &str = "【[〔［〖";

/// 【篇一】, 【第一條】, 【一、標題】: a part noun, a unit or a number in brackets.
pub(super) fn bracketed(text: &str) -> Option<Marker> {
    let bracket = text.chars().next()?;
    let kind = OPENING.chars().position(|open| open == glyph::plain(bracket))?;
    let closing = CLOSING.chars().nth(kind)?;
    let close = text.char_indices().take(BRACKETED).find(|(_, c)| glyph::plain(*c) == closing)?.0;
    let (open, end) = (bracket.len_utf8(), close + text.get(close..)?.chars().next()?.len_utf8());
    let inside = text.get(open..close)?;
    let indent = inside.len() - inside.trim_start_matches(is_inner_blank).len();
    let (open, inside) = (open + indent, inside.trim_matches(is_inner_blank));
    let found = if SQUARE.contains(glyph::plain(bracket)) {
        in_square(text, inside)?
    } else {
        let behind = text.get(end..)?;
        let fills = behind.chars().all(is_blank) || ("(（".contains(bracket) && unit::is_name(behind));
        unit::ordinal(inside).filter(|m| fills && m.style.is_fixed() && m.weight > 4.0)?
    };
    // 【附錄】 closes a book as 附錄 does, and 【附件】 is an appendix.
    let variant = if found.variant == variant::WORD { variant::WORD } else { variant::BRACKET };
    let marker = Marker { variant, ..found };
    if found.end == inside.len() {
        return Some(Marker { end, ..marker });
    }
    // 【篇一：標題】 【第一章 標題】
    let after = |c: char| unit::DELIMITER.contains(c) || is_inner_blank(c);
    let titled = (found.value > 0 || found.style == Style::Article)
        && (inside.get(..found.end)?.ends_with(after) || inside.get(found.end..)?.starts_with(after));
    titled.then(|| Marker { end: open + found.end, ..marker })
}

/// The marker that `inside`, the text in the square brackets that `text` begins with, starts with.
fn in_square(text: &str, inside: &str) -> Option<Marker> {
    let whole = |n: &Numeral| n.script == Script::Han && n.len == inside.len();
    if let Some(number) = numeral::read(inside).filter(whole) {
        return Some(Marker::new(Style::HanParen, variant::BRACKET, number.value, inside.len(), 2.8));
    }
    let place = |m: &Marker| m.style.is_fixed() || m.style == Style::Case;
    let fixed = noun::named(inside).or_else(|| unit::ordinal(inside)).filter(place);
    if let Some(fixed) = fixed {
        return Some(Marker { weight: 6.0, ..fixed });
    }
    let han = || number::numbered(inside).filter(|m| m.style == Style::Han && m.variant == variant::USUAL);
    let counted = || {
        let value = noun::counted(inside).filter(|_| text.starts_with('【'))?;
        Some(Marker::new(Style::Part, variant::BRACKET, value, inside.len(), 3.0))
    };
    han().filter(|m| m.weight > 3.0).or_else(counted)
}
