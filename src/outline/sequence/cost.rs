//! The costs of the steps by which markers are read.
//!
//! | step | cost |
//! |---|---|
//! | leave a marker out | its weight |
//! | the next number of an open list, or one without a number | 0 |
//! | one number missing; up to four; those that stand inside the paragraph above | 1.5; 2.5; 0 |
//! | the same number again | 2.5 |
//! | a number between two that leave room for one: 三十二 between 二十一 and 二十三 | 1 |
//! | back to 1 without a heading between | 2 |
//! | any other number | 3.5 |
//! | 2.1 after 1.3, 3.1 after it, 1.1 after 2.3; 2.2 after 1.3 | 1, 2, 3; 3.5 |
//! | other delimiters than the list has; with hashes where the list has none, or without | 0.4; 2 more |
//! | a new list that starts at 1, or without a number | 1 |
//! | … where its first numbers stand inside the paragraph above | 0.3 |
//! | … at a number that what stands around it expects: 2.3 behind 2.2.3 | 1 |
//! | … at the number after the last of its style | articles 0.3, parts and chapters 1.2, other styles 2 |
//! | … at 2; at any other number; as the first 1. of all | 2.5; 4; 3.2 |
//! | … below a style that usually stands lower | 2.5 more, 第N節 2.8, a chapter 4; the next time 0.3 |
//! | … a chapter below 篇, whatever that stands below | 0 more |
//! | … a chapter below 三、 or Ⅲ, where 四、 or 五、 comes behind the chapters or it stands right below | 1 more |
//! | … at 6.1 below another number than 6, or an item of a list below 6 | 1.5 more |
//! | … below a list of the very same style; of 一、 below 一. | 3 more, every time but for 一、 right below 七、; 1.1 below 2.2 2 |
//! | … below a list of the same style with other delimiters, or without hashes where it has them; in place of it | 1.2; 1.5 more |
//! | … … which does not go on and stands far above, or 1. with 1.1 below: of another text | 3 more |
//! | back to 1 between 4.4 and 4.5 or 5.1; below 4.4, where 4 is of the same style | 1; 1.5 more |
//! | the number that a deeper list goes on with as well | 0.2 |
//! | … in place of a list of another style under the same heading | 2.5 more |
//! | … … at 6.1 right below 6 | 0.5 more |
//! | … … that usually stands lower | 1 more, right below its last item 3, a clause 6, 1. in place of 1.1 2, parts and chapters 0.5; these between 三、 and 四、 2.5 |
//! | … … of parts or chapters, which do not end there | 6 more |
//! | … … of articles, between two of which it is expected; of appendices, Ⅳ behind 附錄七 | 0.5 more |
//! | … … of front or back matter (前言) | 0 more, and nothing stands below it |
//! | 一、 of another document behind a law, ruled off from it, in place of the highest list; below any | 0.5; 2 more |
//! | 番外一 or 附錄一 in place of volumes | 0.5 more |
//! | 一、 below back matter (參考文獻); in place of it; what stands below such 一、 | 0.5 more; 1 more; 0 more |
//! | back matter (後記) in place of chapters or volumes; below them | 0.5 more; 1 more |
//!
//! What the format says of headings comes to that: see [`format_cost`].

use super::{Open, Sign, format_cost};
use crate::outline::marker::{PART, leading, variant};
use crate::outline::style::Style;

/// To go on with `list`; `None` where that is of another style.
pub(super) fn step(list: Open, sign: &Sign) -> Option<f32> {
    if list.style != sign.style {
        return format_cost::joins(list, sign).then_some(0.0);
    }
    format_cost::step(list, sign).map(|more| more + number(list, sign))
}

/// To go on with the numbers of `list`.
fn number(list: Open, sign: &Sign) -> f32 {
    let is_appendix = |variant: u8| variant == variant::WORD;
    if list.style == Style::Chapter && is_appendix(list.variant) != is_appendix(sign.variant) && sign.annexed
    {
        return ANNEXED;
    }
    if sign.value == 0 || list.value == 0 {
        return 0.0;
    }
    let other_delimiter = match list.variant == sign.variant {
        _ if list.hashed != sign.hashed => UNLIKE,
        true => 0.0,
        false => 0.4,
    };
    if list.prefix != sign.prefix {
        return other_delimiter + moved(list, sign);
    }
    let gap = match i64::from(sign.value) - i64::from(list.value) {
        1 => 0.0,
        _ if sign.mistyped => MISTYPED,
        2.. if sign.chained => 0.0,
        2 => 1.5,
        0 | 3..=5 => 2.5,
        _ if sign.value == 1 => 2.0,
        _ => 3.5,
    };
    gap + other_delimiter
}

/// 三十二 between 二十一 and 二十三.
const MISTYPED: f32 = 1.0;

/// ## 2. behind 1. or the other way about.
const UNLIKE: f32 = 2.0;

/// Whether `sign` is written as the items of `list`, which is of its style.
fn is_like(list: Open, sign: &Sign) -> bool {
    list.variant == sign.variant && list.hashed == sign.hashed
}

/// 附件一 beside 第二章, which 第三章 goes on with.
const ANNEXED: f32 = 3.5;

/// To go on at 2.1 after 1.3, or at any other number below another.
fn moved(list: Open, sign: &Sign) -> f32 {
    match sign.prefix.checked_sub(list.prefix) {
        _ if sign.value != 1 => 3.5,
        Some(1) => 1.0,
        // 2.1.1 after 1.3.2
        Some(_) if sign.prefix % PART == 1 => 1.0,
        Some(_) => 2.0,
        None => 3.0,
    }
}

/// 6.2 below 5, and 6.2.1 below 6.3.
pub(super) const DISAGREES: f32 = 1.5;

/// What it costs that 6.2 stands below another number than 6, where the lists above `above` cost so much `so_far`: below
/// 6 of 第一章 it is at its place, whatever the chapter's number is.
pub(super) fn disagreement(so_far: f32, above: Open, sign: &Sign) -> f32 {
    let Style::Decimal(count) = sign.style else { return 0.0 };
    let agrees = match above.style {
        Style::Decimal(others) if others + 1 == count => holds(above, sign),
        Style::Arabic | Style::Chapter => above.value == 0 || leading(sign.prefix) == above.value,
        _ => return so_far,
    };
    match agrees {
        true => 0.0,
        false if format_cost::decides_below(above, sign) => so_far,
        false => DISAGREES,
    }
}

/// Whether `sign` is a clause of `above`: 2.1.2.1 below 2.1.2.
pub(super) fn holds(above: Open, sign: &Sign) -> bool {
    let is_clause = |others, count| others + 1 == count;
    matches!((above.style, sign.style), (Style::Decimal(others), Style::Decimal(count)) if is_clause(others, count))
        && above.prefix.saturating_mul(PART).saturating_add(above.value) == sign.prefix
}

/// A clause right below its own number, in place of `list`, which costs `beside` otherwise: 2.1.2.1 behind 3. of 2.1.2.
pub(super) fn in_clause(beside: f32, list: Open) -> f32 {
    if list.style.is_fixed() { beside } else { beside.min(IN_CLAUSE) }
}
const IN_CLAUSE: f32 = 0.5;

/// What it costs to go on with a list where a deeper one goes on too.
pub(super) const SHALLOWER: f32 = 0.2;

/// Depth of the innermost of the `open` lists that `sign` goes on with as it should; 0 where there is none.
pub(super) fn deepest(open: &[Open], sign: &Sign) -> u8 {
    let goes_on = |list: &Open| sign.value > 1 && step(*list, sign) == Some(0.0);
    open.iter().rposition(goes_on).map_or(0, |slot| u8::try_from(slot + 1).unwrap_or(u8::MAX))
}

/// To open a list.
pub(super) fn start(sign: &Sign) -> f32 {
    match sign.value {
        0 | 1 => 1.0,
        _ if sign.chained => 0.3,
        _ if sign.expected => 1.0,
        value if value == sign.previous + 1 => {
            if sign.style == Style::Article {
                0.3
            } else if sign.style.is_fixed() {
                1.2
            } else {
                2.0
            }
        }
        2 => 2.5,
        // An excerpt begins with 第三章.
        _ if sign.style.is_fixed() && sign.previous == 0 => 2.5,
        _ if sign.style == Style::Arabic && sign.previous == 0 => 3.2,
        _ => 4.0,
    }
}

/// To open a list below `above`, below which `open` is open; `None` where it cannot stand there.
pub(super) fn below(above: Open, open: Option<&Open>, sign: &Sign) -> Option<f32> {
    if sign.level == 0 && follows_clause(above, open, sign) {
        return Some(BELOW_CLAUSE);
    }
    // 1. below 一、 of 附錄
    let is_divided =
        open.is_some_and(|open| open.style == Style::Han) && sign.style.rank() > Style::Han.rank();
    if above.style == Style::Matter && above.variant == variant::WORD && sign.level == 0 && is_divided {
        return Some(0.0);
    }
    if let Some(said) = format_cost::below(above, sign) {
        return Some(said).filter(|cost| *cost < format_cost::NEVER);
    }
    nested(above, sign).map(|cost| cost + format_cost::besides_below(above, sign))
}

/// The same by the styles alone.
fn nested(above: Open, sign: &Sign) -> Option<f32> {
    match (above.style.is_fixed(), sign.style.is_fixed()) {
        // 一、中文部分 below 參考文獻
        _ if above.style == Style::Matter => divides_closing(above, sign).then_some(0.5),
        (true, _) if closes_book(sign) && above.style != Style::Part => Some(1.0),
        _ if above.style == sign.style && above.prefix != sign.prefix => Some(2.0),
        _ if above.style == sign.style && (is_like(above, sign) || sign.hashed) => {
            (!sign.style.is_fixed()).then_some(3.0)
        }
        (true, true) if sign.annexed && above.style == Style::Chapter && above.variant != variant::WORD => {
            Some(0.3)
        }
        (true, true) if sign.style.rank() <= above.style.rank() => None,
        (false, true) if sign.style == Style::Article || sign.within => Some(1.0),
        // 任務一：
        (false, true) if sign.style == Style::Lesson && sign.variant == variant::NOUN => Some(1.0),
        (false, true) if sign.style == Style::Section => Some(2.8),
        (false, true) => Some(4.0),
        // 一、 behind 十一. is of another text; 一、 behind 二　 may stand below it.
        _ if above.style == sign.style => {
            let is_parted = [above.variant, sign.variant].contains(&variant::BLANK);
            Some(if sign.over || (sign.style == Style::Han && !is_parted) { 3.0 } else { OTHERWISE })
        }
        (false, false) if matches!(above.style, Style::Decimal(_)) && sign.style == Style::Arabic => {
            Some(BELOW_CLAUSE)
        }
        _ if is_inverted(above, sign) => Some(2.5),
        _ if sign.style == Style::Ordinal => Some(0.3),
        _ => Some(0.0),
    }
}

/// What usually stands higher, in place of a list whose last item would be left with nothing.
const BELOW_NOTHING: f32 = 3.0;
/// The same in place of a clause: 一、 right below 5.1.
const BELOW_CLAUSE_ALONE: f32 = 6.0;

/// A figure with a point below 2、: the same number with other delimiters. Beside it costs more.
const OTHERWISE: f32 = 1.2;

/// A figure with a point between 4.4 and 4.5 or 5.1 costs so much more where it goes on with the list that 4 is of, and so
/// much as a list below 4.4.
const ANEW: f32 = 1.0;
const BELOW_CLAUSE: f32 = 1.5;

/// Whether `sign` is 1. between clauses, and `open` below `list`, which is of its style, are those of its last number:
/// 4.4 of 4.
fn follows_clause(list: Open, open: Option<&Open>, sign: &Sign) -> bool {
    let is_first = list.style == Style::Arabic && sign.style == Style::Arabic && sign.value == 1;
    is_first
        && sign.within
        && open.is_some_and(|open| open.style == Style::Decimal(2) && open.prefix == list.value)
}

/// What it costs besides to begin the numbers of `list` anew, below which `open` is open.
pub(super) fn anew(list: Open, open: Option<&Open>, sign: &Sign) -> f32 {
    if follows_clause(list, open, sign) { ANEW } else { 0.0 }
}

/// What it costs the next time, once the document has shown that it nests its styles so.
pub(super) const KNOWN: f32 = 0.3;

/// To open a list in place of `beside`; `None` where it is the same list.
pub(super) fn beside(beside: Open, sign: &Sign) -> Option<f32> {
    if let Some(said) = format_cost::beside(beside, sign) {
        return Some(said);
    }
    replaced(beside, sign).map(|cost| cost + format_cost::besides_beside(beside, sign))
}

/// The same by the styles alone.
fn replaced(beside: Open, sign: &Sign) -> Option<f32> {
    let (rank, other) = (sign.style.rank(), beside.style.rank());
    match beside.style.is_fixed() {
        _ if beside.style == sign.style && is_like(beside, sign) => None,
        _ if beside.style == Style::Matter => Some(if divides_closing(beside, sign) { 1.0 } else { 0.0 }),
        // 第一款 after 第一條 is a part of that.
        _ if beside.style == Style::Article && matches!(sign.style, Style::Subsection | Style::Item) => None,
        true if closes_book(sign) && beside.style != Style::Part => Some(0.5),
        true if rank > other && is_supplement(beside, sign) => Some(0.5),
        true if sign.expected && (beside.style == Style::Article || follows_appendix(beside, sign)) => {
            Some(0.5)
        }
        true if rank > other => Some(6.0),
        _ if sign.style.is_fixed() && rank < other => Some(if sign.within { 2.5 } else { 0.5 }),
        _ if is_inverted(beside, sign) && beside.style != sign.style => {
            Some(match (beside.style, sign.style) {
                (Style::Decimal(_), _) if sign.adjoins && sign.value == 1 => BELOW_CLAUSE_ALONE,
                // 壹、 right below 十四、, which would have nothing of its own
                _ if sign.adjoins && sign.value == 1 => BELOW_NOTHING,
                // 1. behind 3.2 is its list.
                (Style::Decimal(_), Style::Arabic) if sign.value == 1 => 2.0,
                _ => 1.0,
            })
        }
        _ if beside.style == sign.style => Some(OTHERWISE + 0.3),
        _ => Some(2.5),
    }
}

/// Whether `sign` is the first of what stands behind volumes: 番外一, 附錄一.
fn is_supplement(volume: Open, sign: &Sign) -> bool {
    matches!(volume.style, Style::Division | Style::Book | Style::Volume)
        && sign.style == Style::Chapter
        && sign.variant == variant::WORD
        && sign.value == 1
}

/// Whether `sign` may stand beside an appendix: Ⅳ behind 附錄七 of Ⅲ, which an excerpt has lost.
fn follows_appendix(appendix: Open, sign: &Sign) -> bool {
    appendix.style == Style::Chapter
        && appendix.variant == variant::WORD
        && matches!(sign.style, Style::Roman | Style::Formal)
}

/// What another document behind a law costs in place of a list at `depth`, which is `beside` otherwise.
pub(super) fn afresh(beside: f32, sign: &Sign, depth: u8) -> f32 {
    if sign.fresh && depth == 1 { beside.min(0.5) } else { beside }
}

/// What it costs below a list, which is `below` otherwise.
pub(super) fn below_afresh(below: f32, sign: &Sign) -> f32 {
    if sign.fresh { below + 2.0 } else { below }
}

/// Whether `sign` begins the parts of what stands behind a book: 一、中文部分 of 參考文獻.
fn divides_closing(matter: Open, sign: &Sign) -> bool {
    matter.variant == variant::WORD && sign.style == Style::Han
}

/// Whether `sign` is 後記 or its like, which stands beside the chapters and volumes of a book, not below the last.
fn closes_book(sign: &Sign) -> bool {
    sign.style == Style::Matter && sign.variant == variant::WORD
}

/// Whether `sign` usually does not stand below `above`.
pub(super) fn is_inverted(above: Open, sign: &Sign) -> bool {
    let free = above.style.is_free() || sign.style.is_free();
    above.style == sign.style || (!free && sign.style.rank() < above.style.rank())
}
