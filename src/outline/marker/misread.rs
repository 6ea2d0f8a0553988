//! Numbers as optical recognition misreads them.

use super::cursor::Cursor;
use super::{Marker, variant};
use crate::outline::numeral::{self, Numeral, Script};
use crate::outline::style::Style;

/// —、 is what optical recognition makes of 一、
pub(super) fn stroke(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    let first = cursor.peek()?;
    cursor.skip(first.len_utf8());
    cursor.eat_any("、．").then(|| Marker::new(Style::Han, variant::USUAL, 1, cursor.at, 2.0))
}

/// l、 is what it makes of 1、
pub(super) fn letter_for_one(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    let closed = cursor.eat("l") && cursor.eat_any("、.．") && cursor.peek().is_some_and(|c| !c.is_ascii());
    closed.then(|| Marker::new(Style::Arabic, variant::USUAL, 1, cursor.at, 1.5))
}

/// The number that a year is glued to where recognition lost the blank: 2.1 2002年 as 2.12002年.
pub(super) fn before_year(text: &str) -> Option<Numeral> {
    let digits = text.strip_suffix(text.trim_start_matches(|c: char| c.is_ascii_digit()))?;
    let (number, year) = digits.split_at_checked(digits.len().checked_sub(YEAR)?)?;
    let is_year = ["19", "20"].iter().any(|century| year.starts_with(century));
    let value = number.parse().ok().filter(|value| (1..100).contains(value))?;
    (is_year && text.get(digits.len()..)?.starts_with('年')).then_some(Numeral {
        script: Script::Arabic,
        value,
        len: number.len(),
    })
}

/// Digits of a year.
const YEAR: usize = 4;

/// What stands behind the stroke of 十—、, if `cursor` stands before it, behind 十: it is read for 十一、.
pub(super) fn stroke_behind<'a>(cursor: Cursor<'a>, tens: &Numeral) -> Option<Cursor<'a>> {
    let stroke = cursor.peek().filter(|c| numeral::is_stroke(*c))?;
    let mut behind = cursor;
    behind.skip(stroke.len_utf8());
    let is_tens = tens.script == Script::Han && tens.value > 0 && tens.value.is_multiple_of(10);
    (is_tens && behind.peek().is_some_and(|c| "、．".contains(c))).then_some(behind)
}
