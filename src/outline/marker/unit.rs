//! Markers that begin with 第, and part numbers in brackets.

use super::cursor::{Cursor, is_inner_blank};
use super::{Marker, noun, variant};
use crate::outline::numeral::{self, Script};
use crate::outline::style::Style;
use crate::text::is_blank;

/// What 第N counts, the longer words first.
const UNITS: [(&str, Style); 11] = [
    ("部分", Style::Division),
    ("篇", Style::Part),
    ("部 冊 册", Style::Division),
    ("編 编", Style::Book),
    ("卷 集 辑 輯", Style::Volume),
    ("单元 單元", Style::Unit),
    ("章 回 囘 幕 话 話", Style::Chapter),
    (PERIODS, Style::Section),
    ("讲 講 课 課", Style::Lesson),
    ("節 节", Style::Section),
    ("條 条", Style::Article),
];
/// Delimiters of 第一、: characters, variant, weight. 第一， mostly begins a sentence.
const DELIMITERS: [(&str, u8, f32); 4] = [
    ("、", variant::USUAL, 2.8),
    ("．.", variant::POINT, 2.5),
    ("，,", variant::COMMA, 2.0),
    ("：:", variant::COLON, 2.2),
];
/// What stands before a unit that is divided in two or three, and the units.
const HALVES: &str = "上中下";
const HALVED: [(&str, Style); 4] =
    [("篇", Style::Part), ("部 册 冊", Style::Division), ("編 编", Style::Book), ("卷 集", Style::Volume)];
/// A unit that stands alone on its line or before a delimiter.
const PERIODS: &str = "课时 課時";
/// Words that begin with a unit and are none.
const WORDS: &str = "回合 集团 集團 集中 节课 節課 条件 條件 条路 條路 章程 章节 章節 部队 部隊 部门 部門 部委 卷宗 编辑 編輯 \
                     编号 編號 篇文章 讲话 講話 课堂 課堂 话题 話題";
/// What goes on with a sentence after 第一章: prose, not a heading.
const PROSE: &str =
    "中为為是说說讲講里裡裏的至到和与與以所也就都在有將将则則还還已被及或之，,。；;、）)》」”内內上下";
/// Counters that make 第N an enumeration inside a paragraph: 第一階段，第一步，
const STEPS: &str = "天 周 週 阶段 階段 个方面 個方面 方面 步 点 點 类 類 层 層";

/// Longest 【篇一：標題】, in characters.
const BRACKETED: usize = 40;

/// What may follow 第N章 directly.
const DELIMITER: &str = "：:、．.";

/// 第N with a unit (章), with a delimiter (第一、), or with what makes it a point (第一是, 第一階段，).
pub(super) fn ordinal(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    cursor.eat("第");
    cursor.skip_blanks();
    let number = cursor.eat_numeral()?;
    if !matches!(number.script, Script::Han | Script::Arabic | Script::Formal) {
        return None;
    }
    let after_number = cursor;
    cursor.skip_blanks();
    if WORDS.split(' ').any(|word| cursor.rest.starts_with(word)) {
        return None;
    }
    let unit = UNITS.iter().find_map(|(words, style)| cursor.eat_word(words).map(|word| (word, *style)));
    if let Some((word, style)) = unit {
        let closed = cursor.peek().is_none_or(|c| is_blank(c) || "：:（(".contains(c));
        // 第一课时我们……
        let prose = PERIODS.contains(word) && !closed;
        return unit_marker(cursor, style, number.value).filter(|_| !prose);
    }
    for (characters, variant, weight) in DELIMITERS {
        if cursor.eat_any(characters) {
            return Some(Marker::new(Style::Ordinal, variant, number.value, cursor.at, weight));
        }
    }
    cursor = after_number;
    let counts = cursor.eat_word(STEPS).is_some();
    let heads = counts && (cursor.peek().is_none_or(is_blank) || cursor.eat_any("：:"));
    let closed = heads || cursor.eat("是") || (counts && cursor.eat_any("，,、"));
    let weight = if heads { 1.5 } else { 0.2 };
    closed.then(|| Marker::new(Style::Ordinal, variant::WORD, number.value, cursor.at, weight))
}

/// Behind 第N章: a blank, a delimiter or the line's end make a heading; a word may begin its title or go on with
/// a sentence.
fn unit_marker(mut cursor: Cursor<'_>, style: Style, value: u32) -> Option<Marker> {
    if style == Style::Article {
        inserted(&mut cursor);
    }
    let (variant, weight) = match cursor.peek() {
        Some(c) if DELIMITER.contains(c) => (variant::USUAL, 4.5),
        Some(c) if "《“「『(（[【<〈".contains(c) => (variant::USUAL, 4.0),
        Some(c) if PROSE.contains(c) => return None,
        Some(c) if !is_blank(c) => (variant::BARE, if style == Style::Article { 1.5 } else { 2.5 }),
        _ => (variant::USUAL, 5.0),
    };
    cursor.eat_any(DELIMITER);
    // 第十二條、第十三條所需的費用
    let enumerated = cursor.peek() == Some('第');
    (!enumerated).then(|| Marker::new(style, variant, value, cursor.at, weight))
}

/// Eats the 之一 of 第十二條之一, an article that was put in later.
fn inserted(cursor: &mut Cursor<'_>) {
    let mut after = *cursor;
    let number = after.eat("之").then(|| after.eat_numeral()).flatten();
    if number.is_some_and(|number| number.script == Script::Han) && after.peek().is_none_or(is_blank) {
        *cursor = after;
    }
}

/// 上編 中篇 下卷: halves and thirds of a book, alone on their line or before a title. They count as unnumbered, for
/// 下 is the second or the third.
pub(super) fn half(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    cursor.eat_any(HALVES).then_some(())?;
    let style = HALVED.iter().find_map(|(words, style)| cursor.eat_word(words).map(|_| *style))?;
    let closed = cursor.peek().is_none_or(|c| is_blank(c) || "：:《".contains(c));
    cursor.eat_any("：:");
    closed.then(|| Marker::new(style, variant::NOUN, 0, cursor.at, 4.0))
}

/// 【篇一】: a part noun and a number in square brackets.
pub(super) fn bracketed(text: &str) -> Option<Marker> {
    let close = text.char_indices().take(BRACKETED).find(|(_, c)| "】]〕］".contains(*c))?;
    let end = close.0 + close.1.len_utf8();
    let open = text.chars().next().map_or(0, char::len_utf8);
    let inside = text.get(open..close.0)?.trim_matches(is_inner_blank);
    if let Some(number) = numeral::read(inside).filter(|n| n.script == Script::Han && n.len == inside.len()) {
        return Some(Marker::new(Style::HanParen, variant::BRACKET, number.value, end, 2.8));
    }
    let number = noun::named(inside)
        .or_else(|| ordinal(inside).filter(|m| m.style.is_fixed()))
        .filter(|m| m.style.rank() <= Style::Chapter.rank() || m.style == Style::Case);
    let Some(number) = number else {
        let value = noun::counted(inside).filter(|_| text.starts_with('【'))?;
        return Some(Marker::new(Style::Part, variant::BRACKET, value, end, 3.0));
    };
    if number.end == inside.len() {
        return Some(Marker::new(number.style, variant::BRACKET, number.value, end, 6.0));
    }
    // 【篇一：標題】
    let titled =
        number.value > 0 && text.get(open..)?.get(..number.end)?.ends_with(|c| DELIMITER.contains(c));
    titled.then(|| Marker::new(number.style, variant::BRACKET, number.value, open + number.end, 6.0))
}
