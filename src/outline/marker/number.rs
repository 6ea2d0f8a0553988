//! Markers that are numbers.

use std::ops::RangeInclusive;

use super::cursor::{Cursor, is_inner_blank};
use super::{Marker, misread, noun, unit, variant};
use crate::outline::numeral::{self, Numeral, Script};
use crate::outline::style::Style;
use crate::text::is_blank;

/// Delimiters after a numeral: characters, variant, weight after Han and after other numerals.
const DELIMITERS: [(&str, u8, f32, f32); 6] = [
    ("、", variant::USUAL, 3.5, 3.0),
    ("．.", variant::POINT, 3.2, 3.0),
    ("，,", variant::COMMA, 1.2, 0.8),
    ("：:", variant::COLON, 1.0, 0.6),
    ("。", variant::POINT, 1.0, 1.0),
    // What optical recognition makes of a point, and of 、.
    (DOTS, variant::POINT, 1.5, 1.5),
];
const DOTS: &str = "·•‧・";
/// Words that make a number the head of a clause: 一是, 二要.
const CLAUSE_VERBS: &str = "是要 是 要 靠 抓 则 則";
/// What a number counts when it is no marker: 3 个, 12 月, 1.5 亿.
pub(in crate::outline) const MEASURES: &str = "年月日时時等线線点點分秒个個名人次元万萬亿億千百%％‰℃度米公里吨噸斤克岁歲届屆级級号號楼樓层層条條种種项項\
                        件家户戶所座台臺辆輛只隻头頭多余餘余天周週期倍角折位批处處场場段第届成毛厘后後-—～~至到/:：";

/// Those of them that many words begin with as well: 2.1种类, 3.2条件, 1.3时间, 1.4天线.
pub(super) const DOUBTFUL: &str = "年月日人次元度里号號件所座头頭天周週角折时時线線点點分个個名层層级級条條种種项項家户戶台臺多余餘期位批处處场場段届屆成后後";
/// What a number counts when it is no marker, in more than one character.
const MEASURE_WORDS: &str = "小时 小時 公里 公斤 公顷 公頃 公分 英寸 英里 海里 平方 立方 毫米 毫升 毫克 美元 欧元 歐元 \
                             英镑 英鎊 日元 港元 港币 港幣 摄氏 攝氏 华氏 人民币 人民幣";

/// Where the first Chinese character of a title is looked for, in characters.
const NAMED: usize = 40;

/// What stands for (一), (1) and 1. in one character, and ①.
const ENCLOSED: [(RangeInclusive<char>, Style, u8, f32); 4] = [
    ('㈠'..='㈩', Style::HanParen, variant::USUAL, 3.5),
    ('⑴'..='⒇', Style::ArabicParen, variant::USUAL, 2.8),
    ('⒈'..='⒛', Style::Arabic, variant::POINT, 3.0),
    (numeral::GAZETTE..='\u{e68f}', Style::HanParen, variant::USUAL, 3.5),
];
const CIRCLED: (RangeInclusive<char>, Style, u8, f32) = ('①'..='⑳', Style::Circled, variant::USUAL, 0.9);

/// (一) and its like.
pub(super) fn parenthesised(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    // 〔二） and （二〕: optical recognition takes one bracket for another.
    let square = cursor.eat_any("〔");
    let angled = !square && !cursor.eat_any("(（") && cursor.eat_any("〈＜<");
    cursor.skip_blanks();
    let opened = cursor;
    let mut number = cursor.eat_numeral().or_else(|| {
        let stroke = cursor.peek().filter(|c| numeral::is_stroke(*c))?;
        cursor.skip(stroke.len_utf8());
        Some(Numeral { script: Script::Han, value: 1, len: stroke.len_utf8() })
    })?;
    let (gap, end) = (cursor.peek().is_some_and(is_inner_blank), cursor.at);
    cursor.skip_blanks();
    let closing = match (angled, square) {
        (true, _) => "〉＞>",
        (_, true) => ")）",
        _ => ")）〕",
    };
    let mut closed = cursor.eat_any(closing);
    // （ 十 一 ）
    let spaced = Some(opened).filter(|_| gap && !closed).and_then(|opened| closed_spaced(opened, closing));
    if let Some((behind, value)) = spaced {
        (cursor, number.value, closed) = (behind, value, true);
    }
    let tag = (angled || square) && (!closed || number.script != Script::Han);
    if tag || number.value == 0 || number.value > 200 {
        return None;
    }
    if !closed {
        // （一 標題: optical recognition loses brackets.
        let unclosed = || !cursor.rest.contains([')', '）']);
        let lost = number.script == Script::Han && cursor.peek().is_some_and(char::is_alphabetic);
        let weight = if gap { 1.5 } else { 0.7 };
        return (lost && (gap || unclosed()))
            .then(|| Marker::new(Style::HanParen, variant::USUAL, number.value, end, weight));
    }
    let reference = is_reference(cursor);
    let (style, weight) = match number.script {
        Script::Han => (Style::HanParen, 3.5),
        Script::Formal => (Style::Formal, 3.5),
        Script::Arabic => (Style::ArabicParen, 2.8),
        Script::Roman => (Style::Roman, 2.8),
        Script::Stem => (Style::Stem, 1.5),
        Script::Upper => (Style::Upper, 1.2),
        Script::Lower => (Style::Lower, 1.2),
        Script::Circled => return None,
    };
    let pointed = cursor.eat_any("、．.");
    let weight = if reference && !pointed { 0.3 } else { weight };
    let variant =
        if matches!(style, Style::HanParen | Style::ArabicParen) { variant::USUAL } else { variant::BRACKET };
    Some(Marker::new(style, variant, number.value, cursor.at, weight))
}

/// What stands behind the bracket that closes a number whose figures blanks part, and the number.
fn closed_spaced<'a>(mut opened: Cursor<'a>, closing: &str) -> Option<(Cursor<'a>, u32)> {
    let number = opened.eat_spaced_numeral()?;
    opened.skip_blanks();
    opened.eat_any(closing).then_some((opened, number.value))
}

/// Whether a sentence goes on behind (一): a stop, or another number that it is joined to, (一)至(三).
fn is_reference(mut cursor: Cursor<'_>) -> bool {
    cursor.peek().is_some_and(|c| "、，,；;。)）".contains(c))
        || (cursor.eat_any("至到和与與或-－～~") && cursor.peek().is_some_and(|c| "(（第".contains(c)))
}

/// `2010-11-12 09:35:18,`
pub(super) fn stamp(text: &str) -> Option<Marker> {
    const SHAPE: &str = "0000-00-00 00:00:00,";
    let fits = |c: char, shape: char| match shape {
        '0' => c.is_ascii_digit(),
        '-' => "-/.－".contains(c),
        ':' => ":：".contains(c),
        ',' => ",，\t".contains(c),
        _ => c == shape,
    };
    let mut end = 0;
    let mut rest = text.chars();
    for shape in SHAPE.chars() {
        end += rest.next().filter(|c| fits(*c, shape))?.len_utf8();
    }
    Some(Marker::new(Style::Stamp, variant::USUAL, 0, end, 3.0))
}

/// A numeral and a delimiter.
pub(super) fn numbered(text: &str) -> Option<Marker> {
    if let Some(found) = misread::letter_for_one(text) {
        return Some(found);
    }
    let mut cursor = Cursor::new(text);
    let mut number = cursor.eat_numeral()?;
    // 十 一 、 1 0 .
    if matches!(number.script, Script::Han | Script::Arabic)
        && cursor.peek().is_some_and(is_inner_blank)
        && let Some((behind, whole)) = spaced_before_delimiter(Cursor::new(text))
    {
        (cursor, number) = (behind, whole);
    }
    // 十—、
    if let Some(behind) = misread::stroke_behind(cursor, &number) {
        (cursor, number.value) = (behind, number.value + 1);
    }
    if let Some(found) = unit::plain(cursor, &number) {
        return Some(found);
    }
    if number.value == 0 {
        return zeroth(cursor, style_of(number.script));
    }
    if number.value > 999 {
        return None;
    }
    if number.script == Script::Circled {
        let first = text.chars().next()?;
        let (_, style, variant, weight) =
            ENCLOSED.iter().find(|(of, ..)| of.contains(&first)).cloned().unwrap_or(CIRCLED);
        return Some(Marker::new(style, variant, number.value, cursor.at, weight));
    }
    if number.script == Script::Han && number.value <= 20 && cursor.eat_word(CLAUSE_VERBS).is_some() {
        return Some(Marker::new(Style::Clause, variant::USUAL, number.value, cursor.at, 0.2));
    }
    let style = style_of(number.script);
    let after_number = cursor;
    cursor.skip_blanks();
    if cursor.eat_any(")）") {
        let (style, weight) = match style {
            Style::Han => (Style::HanParen, 2.5),
            Style::Arabic => (Style::ArabicParen, 2.5),
            other => (other, 1.0),
        };
        cursor.eat_any("、．.");
        return Some(Marker::new(style, variant::BRACKET, number.value, cursor.at, weight));
    }
    // 1️⃣
    if number.script == Script::Arabic && cursor.eat("\u{fe0f}\u{20e3}") {
        return Some(Marker::new(style, variant::USUAL, number.value, cursor.at, 2.0));
    }
    for (characters, variant, after_han, after_other) in DELIMITERS {
        if cursor.eat_any(characters) {
            // 一·二九 is a date, A::B a name in a programme.
            let date = characters == DOTS && numeral::read(cursor.rest).is_some();
            let name = variant == variant::COLON && cursor.rest.starts_with(':');
            let base = if style == Style::Han { after_han } else { after_other };
            let base = if date || name { 0.0 } else { base };
            let weight = delimited_weight(style, number.value, variant, base, cursor.rest);
            return Some(Marker::new(style, variant, number.value, cursor.at, weight));
        }
    }
    undelimited(after_number, style, number.value)
}

/// A number with a ten in it, or of two digits, whose figures blanks part, where 、 comes behind.
fn spaced_before_delimiter(mut cursor: Cursor<'_>) -> Option<(Cursor<'_>, Numeral)> {
    let written = cursor.rest;
    let number = cursor.eat_spaced_numeral().filter(|number| number.value >= 10)?;
    let mut behind = cursor;
    behind.skip_blanks();
    let is_marked = behind.eat_any("、．.");
    let figures = written.get(..number.len)?;
    let is_whole = match number.script {
        Script::Arabic => {
            let mut digits = figures.split(is_inner_blank);
            digits.clone().count() == 2
                && digits.all(|digit| digit.chars().count() == 1)
                && !behind.peek().is_some_and(char::is_numeric)
        }
        _ => figures.contains('十') && number.value > 10,
    };
    (is_whole && is_marked).then_some((cursor, number))
}

/// 0 引言, with which journals begin an article; 0. and 零、, with which a count may begin.
fn zeroth(mut cursor: Cursor<'_>, style: Style) -> Option<Marker> {
    let mut behind = cursor;
    behind.skip_blanks();
    // 0 . 題
    if behind.peek().is_some_and(|c| "、．.".contains(c)) {
        cursor = behind;
    }
    let variant = if cursor.eat_any("．.") {
        variant::POINT
    } else if cursor.eat_any("、") {
        variant::USUAL
    } else if cursor.eat_any(")）") {
        variant::BRACKET
    } else {
        variant::BLANK
    };
    let style =
        if variant == variant::BRACKET && style == Style::Arabic { Style::ArabicParen } else { style };
    let end = cursor.at;
    cursor.skip_blanks();
    if style == Style::Arabic && noun::opens_article(cursor.rest) {
        return Some(Marker::new(style, variant, 0, end, 2.5));
    }
    let counts = variant != variant::BLANK && cursor.peek().is_some_and(char::is_alphabetic);
    counts.then(|| Marker::new(style, variant, 0, end, 1.8))
}

pub(super) fn style_of(script: Script) -> Style {
    match script {
        Script::Han => Style::Han,
        Script::Formal => Style::Formal,
        Script::Arabic => Style::Arabic,
        Script::Roman => Style::Roman,
        Script::Circled => Style::Circled,
        Script::Stem => Style::Stem,
        Script::Upper => Style::Upper,
        Script::Lower => Style::Lower,
    }
}

/// What the text behind `五、` takes away from its weight.
fn delimited_weight(style: Style, value: u32, variant: u8, base: f32, rest: &str) -> f32 {
    let scale = match style {
        Style::Han | Style::Formal | Style::Arabic => 1.0,
        Style::Roman | Style::Stem => 0.9,
        _ => 0.4,
    };
    let Some(number) = numeral::read(rest).filter(|_| variant != variant::POINT || style != Style::Han)
    else {
        return base * scale;
    };
    let after = rest.get(number.len..).and_then(|rest| rest.chars().next());
    let fraction = number.script == Script::Arabic && variant != variant::USUAL && !starts_with_year(rest);
    // 貳、參兩章 and 甲、乙雙方 are counts and names, 柒、參賽資格 is a heading.
    let counts =
        style == Style::Stem || number.value == value + 1 || after.is_none_or(|c| !c.is_alphabetic());
    let same = matches!(style, Style::Formal | Style::Stem) && style_of(number.script) == style && counts;
    if fraction || same || after.is_some_and(|c| "、，,".contains(c)) {
        0.0
    } else if follows(value, number.value) && after.is_some_and(|c| MEASURES.contains(c)) {
        // 五、六年 is prose, but 三、四項重點 may be a heading.
        base * 0.25
    } else {
        base * scale
    }
}

/// Whether `next` comes after `value` where both are guessed in one breath: 五、六, 一、二十, 十、二十.
fn follows(value: u32, next: u32) -> bool {
    let tens = value.is_multiple_of(10) && next == value + 10;
    tens || next == value + 1 || next == 10 * (value + 1) || next == 100 * (value + 1)
}

/// A numeral with a blank or nothing behind it: a heading only where the numbering asks for it.
fn undelimited(cursor: Cursor<'_>, style: Style, value: u32) -> Option<Marker> {
    let Some(next) = cursor.peek() else {
        // 一 alone on its line parts the pieces of an essay.
        return (style == Style::Han).then(|| Marker::new(style, variant::BARE, value, cursor.at, 1.2));
    };
    let blank = is_inner_blank(next);
    let mut after = cursor;
    after.skip_blanks();
    let word = after.peek()?;
    // 2 PN 結 is a heading where it comes after 1.
    // A Chinese number has no unit in Latin letters: 二 etcd 的構架.
    let foreign = blank
        && ((matches!(style, Style::Arabic | Style::Han) && word.is_ascii_uppercase())
            || (style == Style::Han && word.is_ascii_lowercase()));
    // 2 408中學的園子
    let name = blank && style == Style::Arabic && begins_name(after.rest);
    // 2 八方風雨
    let worded = blank && style == Style::Arabic && begins_with_numeral(after.rest);
    let year = blank && matches!(style, Style::Arabic | Style::Han) && starts_with_year(after.rest);
    let is_counting = matches!(style, Style::Arabic | Style::Han | Style::Formal | Style::Roman);
    let weight = match (style, blank) {
        _ if year => 0.9,
        _ if foreign || name || worded => 0.5,
        // A 級 is a grade.
        _ if blank && is_counting && DOUBTFUL.contains(word) => 0.7,
        (Style::Han, true) => 1.3,
        (Style::Formal | Style::Roman, true) => 1.5,
        (Style::Arabic, true) => 0.9,
        (Style::Arabic, false) if value < 100 && word.is_alphabetic() => 0.4,
        _ => return None,
    };
    let variant = if blank { variant::BLANK } else { variant::BARE };
    // 2 人員管理, 3 條件, but 3 個人
    let doubtful = blank && DOUBTFUL.contains(word) && !is_measured(after.rest) && !is_row(after.rest);
    let begins_word =
        doubtful && after.rest.chars().nth(2).is_some_and(|c| c.is_alphabetic() && !c.is_ascii());
    (year
        || begins_word
        || ((foreign || name || worded) && names(after.rest))
        || !is_counted(word, after.rest))
    .then(|| Marker::new(style, variant, value, cursor.at, weight))
}

/// Whether `text` starts with a number of a few digits that names what follows: 408中學, not 408米.
fn begins_name(text: &str) -> bool {
    let word = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - word.len();
    (2..=4).contains(&digits) && word.chars().next().is_some_and(is_of_word)
}

/// Whether `c` is an ideograph that neither counts nor is counted.
fn is_of_word(c: char) -> bool {
    ('一'..='鿿').contains(&c) && !MEASURES.contains(c) && !numeral::is_han(c)
}

/// Whether `text` starts with a Chinese number that is part of a word: 八方風雨, not 八個, 八、 or 八十.
fn begins_with_numeral(text: &str) -> bool {
    let number = numeral::read(text).filter(|number| number.script == Script::Han);
    let word = number.and_then(|number| text.get(number.len..)).unwrap_or_default();
    word.chars().take(2).filter(|c| is_of_word(*c)).count() == 2 && !is_measured(word)
}

/// Whether `text`, which starts with a foreign word or a number, is a title and no row.
fn names(text: &str) -> bool {
    text.chars().take(NAMED).any(|c| ('一'..='鿿').contains(&c)) && !is_row(text)
}

/// Whether a number counts or lists what `text` says, which starts with `word`.
fn is_counted(word: char, text: &str) -> bool {
    MEASURES.contains(word) || word.is_ascii() || numeral::is_han(word) || is_measured(text) || is_row(text)
}

/// Whether `text`, which stands behind a number, starts with what it counts.
pub(super) fn is_measured(text: &str) -> bool {
    MEASURE_WORDS.split_whitespace().any(|word| text.starts_with(word))
}

/// Whether `text` goes on as the row of a table: fields parted by tabs, or three and more with numbers among them. A title
/// and its page are none.
fn is_row(text: &str) -> bool {
    let mut cells = text.split('\t');
    let page = |cell: &str| !cell.is_empty() && cell.chars().all(|c| c.is_ascii_digit());
    if cells.next().is_some() && cells.next().is_some_and(page) && cells.next().is_none() {
        return false;
    }
    let fields = || text.split(is_blank).filter(|field| !field.is_empty());
    let numbers = fields().skip(1).any(|field| field.starts_with(|c: char| c.is_numeric()));
    text.contains('\t') || (numbers && fields().nth(2).is_some())
}

/// Whether `text` starts with a year: 2018年, 20xx年, 20*年, 1925年; or with a day: 八月十三日.
fn starts_with_year(text: &str) -> bool {
    let month = numeral::read(text).filter(|number| number.script == Script::Han && number.value <= 12);
    let mut day = Cursor::new(month.and_then(|month| text.get(month.len..)).unwrap_or_default());
    if day.eat("月") && day.eat_numeral().is_some() && day.eat_any("日") {
        return true;
    }
    ["18", "19", "20"].iter().any(|century| text.starts_with(century))
        && text.chars().take(6).any(|c| c == '年')
}
