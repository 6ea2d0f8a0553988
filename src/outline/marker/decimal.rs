//! Numbers in parts that points or dashes join: 1.1, 1.1.1, 1-1, A.1.

use super::cursor::{Cursor, is_inner_blank};
use super::number::{DOUBTFUL, MEASURES, is_measured};
use super::{Marker, PART, misread, variant};
use crate::outline::numeral::{self, Script};
use crate::outline::style::Style;
use crate::text::is_blank;

/// What stands between the numbers of 1.1 and 1-1; papers out of PDFs have 2∙1.
const SEPARATORS: [&str; 2] = [".．∙⋅", "-－"];
/// What may stand behind the last number; a colon of half width parts hours, 10.30:15.
const BEHIND: &str = "、.．：";
/// What stands behind a quantity and no number of a heading.
const SIGNS: &str = "×÷±=＝≈<>≤≥°℃µ";
const UNITS: &str = "nm mm cm km mg kg ml mL ms kHz MHz GHz kV mA kW kPa MPa mol KB MB GB TB";
/// What a number weighs that a year is glued to.
const GLUED: f32 = 1.8;
/// Most numbers of a marker.
const NUMBERS: u8 = 6;
/// What joins a clause number to the next, or to its sentence: 6.2和6.3, 6.2至6.4. Before a number it is never a title.
const JOINTS: &str = "和與与及或至到、，,~～";
/// What goes on with a sentence that begins with the number of a clause: 6.2规定的…。 A title may begin so too, but
/// does not end like a sentence.
const CITING: &str = "所 中 规定 規定 要求 和 與 与 及 或 给出 給出 列出 描述 以外 之外";
/// Words that begin as those do, and as what a number counts, and are neither: 16.1所有报价….
const NEITHER: &str = "所有 所需 所谓 所謂 所属 所屬 中标 中標 中国 中國 中央 中小 中介 中期 及时 及時 或者";
/// What a clause is called behind its number: 6.2条规定的…。
const CALLED: &str = "条 條 款 项 項 节 節";

/// 1.1, 1.1.1, A.1, 1-1, not a decimal number, not a span, not a date and not a clause that a sentence speaks of.
pub(super) fn decimal(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    let (mut count, mut prefix, mut separator) = (0u8, 0u32, None);
    let mut year;
    let value = loop {
        // The clauses of annex A are A.1, A.2.
        let letter = count == 0 && cursor.rest.starts_with(|c: char| c.is_ascii_uppercase());
        year =
            misread::before_year(cursor.rest).filter(|_| count > 0).inspect(|number| cursor.skip(number.len));
        let number = year.or_else(|| cursor.eat_numeral()).filter(|n| {
            let fits = if letter { n.len == 1 } else { n.script == Script::Arabic };
            fits && n.value < 100 && n.len <= 6
        })?;
        count += 1;
        let mut next = cursor;
        let found = SEPARATORS.into_iter().find(|separator| next.eat_any(separator));
        let same = found.is_some()
            && (separator.is_none() || separator == found)
            && !(letter && found != Some(SEPARATORS[0]));
        if count == NUMBERS || !same || numeral::read(next.rest).is_none_or(|n| n.script != Script::Arabic) {
            break number.value;
        }
        prefix = prefix.saturating_mul(PART).saturating_add(number.value);
        (cursor, separator) = (next, found);
    };
    if count < 2 {
        return None;
    }
    let dashed = separator != Some(SEPARATORS[0]);
    let weight = if year.is_some() && !dashed { GLUED } else { weight(cursor, count, dashed)? };
    eat_behind(&mut cursor);
    if count == 2 && value == 0 && is_version(cursor) {
        return None;
    }
    let value = if value == 0 { 1 } else { value };
    Some(Marker { prefix, ..Marker::new(Style::Decimal(count), variant::USUAL, value, cursor.at, weight) })
}

/// What stands behind the last number. A colon of half width parts hours and odds too, 10.30:15, but not before words.
fn eat_behind(cursor: &mut Cursor<'_>) -> bool {
    let mut behind = *cursor;
    let is_before_words = behind.eat(":") && behind.peek().is_some_and(|c| ('一'..='鿿').contains(&c));
    if is_before_words && numeral::read(behind.rest).is_none() {
        *cursor = behind;
        return true;
    }
    cursor.eat_any(BEHIND)
}

/// How sure it is that `count` numbers before `cursor` mark a heading; `None` where they are something else.
fn weight(mut cursor: Cursor<'_>, count: u8, dashed: bool) -> Option<f32> {
    match cites(cursor) {
        Cited::Surely => return None,
        Cited::Maybe => return Some(CITED),
        Cited::No => {}
    }
    let pointed = eat_behind(&mut cursor);
    Some(match cursor.peek() {
        // 1-24 alone on its line is the page of a part.
        None if dashed => return None,
        None => 1.0,
        Some(_) if count == 2 && (is_sum(cursor) || is_quantity(cursor)) => return None,
        // 4.1.2 is no amount, 0.5 米 is one.
        Some(c) if count == 2 && is_blank(c) && is_amount(cursor) => 0.8,
        Some(c) if is_blank(c) => 3.0,
        Some(c) if dashed || c.is_ascii_digit() => return None,
        Some(c) if count == 2 && !pointed && is_amount(cursor) => {
            DOUBTFUL.contains(c).then_some(0.1).filter(|_| is_word(cursor))?
        }
        Some(_) if pointed || count > 2 => 2.5,
        Some(_) => 1.8,
    })
}

/// Whether the number before `cursor` is a sum of money.
fn is_sum(mut cursor: Cursor<'_>) -> bool {
    cursor.skip_blanks();
    cursor.eat_word("亿元 億元 万元 萬元").is_some()
}

/// Whether the number before `cursor`, which ends with 0, is of an edition: 3.0 (quilt), 1.0 版.
fn is_version(mut cursor: Cursor<'_>) -> bool {
    cursor.skip_blanks();
    cursor.eat_any("(（") || cursor.eat_word("版 格式").is_some()
}

/// Whether a unit or a sign of arithmetic follows the number before `cursor`: 0.13 mm, 0.3 × 10.
fn is_quantity(mut cursor: Cursor<'_>) -> bool {
    cursor.skip_blanks();
    let unit = cursor.rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let unit = cursor.rest.strip_suffix(unit).unwrap_or_default();
    cursor.peek().is_some_and(|c| SIGNS.contains(c)) || UNITS.split(' ').any(|known| known == unit)
}

/// Whether the number before `cursor` counts what comes next.
fn is_amount(mut cursor: Cursor<'_>) -> bool {
    let gap = cursor.peek().is_some_and(is_inner_blank);
    cursor.skip_blanks();
    if begins_neither(cursor) {
        return false;
    }
    // 3.1 第一階段 counts nothing.
    let counted = cursor.peek().is_some_and(|c| c != '第' && MEASURES.contains(c));
    (counted && !(gap && is_word(cursor))) || is_measured(cursor.rest)
}

/// Whether one of the words at `cursor` only looks like what a number counts or cites.
fn begins_neither(mut cursor: Cursor<'_>) -> bool {
    cursor.eat_word(NEITHER).is_some()
}

/// Whether the character at `cursor` begins a word of at least two.
fn is_word(cursor: Cursor<'_>) -> bool {
    cursor.rest.chars().nth(1).is_some_and(char::is_alphabetic)
}

/// Whether a sentence speaks of a clause.
enum Cited {
    No,
    /// 3.4与…。 may be a clause itself.
    Maybe,
    Surely,
}

/// What a clause weighs whose sentence may speak of it: only where the numbers go on.
const CITED: f32 = 0.3;

/// Whether a sentence that speaks of a clause goes on at `cursor`.
fn cites(mut cursor: Cursor<'_>) -> Cited {
    let (rest, gap) = (cursor.rest, cursor.peek().is_some_and(is_inner_blank));
    cursor.skip_blanks();
    if cursor.eat("的") {
        return Cited::Surely;
    }
    if cursor.eat_word(CALLED).is_some() && cursor.eat("的") {
        return Cited::Surely;
    }
    let sentence = || rest.trim_end_matches(is_inner_blank).ends_with(['。', '；', '，']);
    let mut joined = cursor;
    if joined.eat_any(JOINTS) && joined.peek().is_some_and(|c| c.is_ascii_digit()) {
        return Cited::Surely;
    }
    let cites = !gap && !begins_neither(cursor) && cursor.eat_word(CITING).is_some() && sentence();
    if cites { Cited::Maybe } else { Cited::No }
}
