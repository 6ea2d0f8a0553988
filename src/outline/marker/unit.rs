//! Markers that begin with 第, and part numbers in brackets.

use super::cursor::{Cursor, is_inner_blank};
use super::{Marker, noun, variant};
use crate::outline::numeral::{self, Script};
use crate::outline::style::Style;
use crate::text::is_blank;

/// What 第N counts, the longer words first.
const UNITS: [(&str, Style); 9] = [
    ("部分", Style::Division),
    ("篇", Style::Part),
    ("部 冊 册", Style::Division),
    ("編 编", Style::Book),
    ("卷 集 辑 輯", Style::Volume),
    ("单元 單元", Style::Chapter),
    ("章 回 囘 讲 講 课 課 幕 话 話", Style::Chapter),
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
/// Words that begin with a unit and are none.
const WORDS: &str = "回合 集团 集團 集中 节课 節課 条件 條件 条路 條路 章程 章节 章節 部队 部隊 部门 部門 部委 卷宗 编辑 編輯 \
                     编号 編號 篇文章 讲话 講話 课时 課時 课堂 課堂 话题 話題";
/// What goes on with a sentence after 第一章: prose, not a heading.
const PROSE: &str =
    "中为為是里裡裏的至到和与與以所也就都在有將将则則还還已被及或之，,。；;、）)》」”内內上下";
/// Counters that make 第N an enumeration inside a paragraph: 第一階段，第一步，
const STEPS: &str = "阶段 階段 个方面 個方面 方面 步 点 點 类 類 层 層";

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
    if let Some(style) = UNITS.iter().find_map(|(words, style)| cursor.eat_word(words).map(|_| *style)) {
        return unit_marker(cursor, style, number.value);
    }
    for (characters, variant, weight) in DELIMITERS {
        if cursor.eat_any(characters) {
            return Some(Marker::new(Style::Ordinal, variant, number.value, cursor.at, weight));
        }
    }
    cursor = after_number;
    let counts = cursor.eat_word(STEPS).is_some();
    let closed =
        cursor.eat("是") || (counts && (cursor.eat_any("，,：:、") || cursor.peek().is_some_and(is_blank)));
    closed.then(|| Marker::new(Style::Ordinal, variant::WORD, number.value, cursor.at, 0.2))
}

/// Behind 第N章: a blank, a delimiter or the line's end make a heading; a word may begin its title or go on with
/// a sentence.
fn unit_marker(mut cursor: Cursor<'_>, style: Style, value: u32) -> Option<Marker> {
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

/// 【篇一】: a part noun and a number in square brackets.
pub(super) fn bracketed(text: &str) -> Option<Marker> {
    let close = text.char_indices().take(16).find(|(_, c)| "】]〕］".contains(*c))?;
    let end = close.0 + close.1.len_utf8();
    let open = text.chars().next().map_or(0, char::len_utf8);
    let inside = text.get(open..close.0)?.trim_matches(is_inner_blank);
    if let Some(number) = numeral::read(inside).filter(|n| n.script == Script::Han && n.len == inside.len()) {
        return Some(Marker::new(Style::HanParen, variant::BRACKET, number.value, end, 2.8));
    }
    let number = noun::named(inside)
        .or_else(|| ordinal(inside).filter(|m| m.style.is_fixed()))
        .filter(|m| m.end == inside.len() && m.style.rank() <= Style::Chapter.rank())?;
    Some(Marker::new(number.style, variant::BRACKET, number.value, end, 6.0))
}
