//! Markers: what numbers a heading, recognised at one place of a text.
//!
//! The table of what is recognised. N is a numeral of [`super::numeral`]; every delimiter counts in its ASCII
//! and its full-width form; blanks may stand inside (`第 一 章`). Tried from top to bottom.
//!
//! | written | style | production |
//! |---|---|---|
//! | `#` … `######` | [`Style::Hash`] | [`hash`] |
//! | 第N篇 第N部 第N部分 第N編 第N卷 第N集 第N章 第N回 第N講 第N節 第N條 | by the unit | [`ordinal`] with [`UNITS`] |
//! | 第N、 第N， 第N： 第N是 第N階段， | [`Style::Ordinal`] | [`ordinal`] |
//! | 【篇N】 【范例N】 【第N篇】 | [`Style::Part`] | [`bracketed`] |
//! | (一) (1) (a) (A) (Ⅰ) (甲), （－） for （一） | by the numeral | [`parenthesised`] |
//! | 篇N 范文N： 例文： 模板N 案例N | [`Style::Part`] | [`named`] with [`PART_NOUNS`] |
//! | 附錄 附件N 前言 序 引言 結語 後記 | [`Style::Chapter`] | [`named`] with [`ALONE`], [`APPENDICES`] |
//! | 首先， 其次， 再次， 最后， | [`Style::Adverb`] | [`named`] |
//! | 其一， | [`Style::Clause`] | [`named`] |
//! | 2010-11-12 09:35:18, | [`Style::Stamp`] | [`stamp`] |
//! | 1.1 1.1.1 1.1.1.1 | [`Style::Decimal`] | [`decimal`] |
//! | 一是 一要 一是要 一靠 | [`Style::Clause`] | [`numbered`] with [`CLAUSE_VERBS`] |
//! | 一、 一． 一， 一：; 壹、 甲、 Ⅰ. 1、 1. A. a.; —、 for 一、 | by the numeral | [`numbered`] with [`DELIMITERS`] |
//! | 一) 1) a) | by the numeral | [`numbered`] |
//! | ① | [`Style::Circled`] | [`numbered`] |
//! | …篇N …第N篇 …范文N …N at the end of a line | [`Style::Part`] | [`suffix`] |

use super::numeral::{self, Numeral, Script};
use super::style::Style;
use crate::text::is_blank;

/// A marker as it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Marker {
    /// What it is.
    pub style: Style,
    /// Which delimiters it has: markers of one list agree in them, misprints aside.
    pub variant: u8,
    /// Its number; 0 where it has none (前言, 例文：).
    pub value: u32,
    /// First byte of the marker in the text it was read from.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// What it costs not to take it for a heading: about how sure a reader would be who saw this line alone.
    pub weight: f32,
}

/// Delimiters after a numeral: characters, variant, weight after Han and after other numerals.
const DELIMITERS: [(&str, u8, f32, f32); 5] = [
    ("、", 0, 3.5, 3.0),
    ("．.", 1, 3.2, 3.0),
    ("，,", 2, 1.2, 0.8),
    ("：:", 3, 1.0, 0.6),
    ("。", 1, 1.0, 1.0),
];
/// Variant of a numeral that is followed by a blank only, or by nothing at all.
const BLANK: u8 = 4;
const BARE: u8 = 5;
const HALF_PAREN: u8 = 6;
/// Variant of a part number at the end of a line.
pub(super) const SUFFIX: u8 = 2;

const UNITS: [(&str, Style); 27] = [
    ("部分", Style::Division),
    ("篇", Style::Part),
    ("部", Style::Division),
    ("冊", Style::Division),
    ("册", Style::Division),
    ("編", Style::Book),
    ("编", Style::Book),
    ("卷", Style::Volume),
    ("集", Style::Volume),
    ("辑", Style::Volume),
    ("輯", Style::Volume),
    ("章", Style::Chapter),
    ("回", Style::Chapter),
    ("囘", Style::Chapter),
    ("讲", Style::Chapter),
    ("講", Style::Chapter),
    ("课", Style::Chapter),
    ("課", Style::Chapter),
    ("幕", Style::Chapter),
    ("话", Style::Chapter),
    ("話", Style::Chapter),
    ("单元", Style::Chapter),
    ("單元", Style::Chapter),
    ("節", Style::Section),
    ("节", Style::Section),
    ("條", Style::Article),
    ("条", Style::Article),
];
/// What goes on with a sentence after 第一章: prose, not a heading.
const PROSE_AFTER_UNIT: &str =
    "中为為是里裡裏的至到和与與以所也就都在有将將则則还還已被及或之，,。；;、）)》」”内內上下";
/// Counters that make 第N an enumeration inside a paragraph: 第一階段，第一步，
const STEPS: [&str; 12] =
    ["阶段", "階段", "个方面", "個方面", "方面", "步", "点", "點", "类", "類", "层", "層"];
const PART_NOUNS: [&str; 16] = [
    "篇", "范文", "範文", "范例", "範例", "例文", "样文", "樣文", "样本", "模板", "案例", "示例", "实例",
    "實例", "作文", "文章",
];
/// Headings of a book that need no number.
const ALONE: [&str; 32] = [
    "前言",
    "序",
    "序言",
    "自序",
    "代序",
    "序章",
    "序幕",
    "引言",
    "引子",
    "楔子",
    "导言",
    "導言",
    "导论",
    "導論",
    "绪论",
    "緒論",
    "绪言",
    "緒言",
    "结语",
    "結語",
    "结论",
    "結論",
    "结束语",
    "結束語",
    "后记",
    "後記",
    "尾声",
    "尾聲",
    "跋",
    "附则",
    "附錄",
    "附录",
];
const APPENDICES: [&str; 6] = ["附录", "附錄", "附件", "附表", "番外", "附"];
const ADVERBS: [(&str, u32); 10] = [
    ("首先", 1),
    ("其次", 2),
    ("再次", 3),
    ("再者", 3),
    ("第三", 3),
    ("最后", 4),
    ("最後", 4),
    ("此外", 4),
    ("另外", 4),
    ("然后", 3),
];
const CLAUSE_VERBS: [&str; 6] = ["是要", "是", "要", "靠", "抓", "则"];
/// What a number counts when it is no marker: 3 个, 12 月, 1.5 亿.
const MEASURES: &str = "年月日时時点點分秒个個名人次元万萬亿億千百%％‰℃度米公里吨噸斤克岁歲届屆级級号號楼樓层層条條种種项項\
                        件家户戶所座台臺辆輛只隻头頭多余餘余天周週期倍角折位批处處场場段第届成毛厘后後-—～~至到/:：";

/// The marker that `text` starts with, if any. `text` is a line without indent, or its rest after an inline
/// boundary.
pub(super) fn read(text: &str) -> Option<Marker> {
    let first = text.chars().next()?;
    match first {
        '#' => hash(text),
        '第' => ordinal(text),
        '【' | '[' | '〔' | '［' => bracketed(text),
        '(' | '（' => parenthesised(text),
        '0'..='9' | '０'..='９' => stamp(text).or_else(|| decimal(text)).or_else(|| numbered(text)),
        _ if numeral::is_stroke(first) => stroke(text),
        _ => named(text).or_else(|| numbered(text)),
    }
}

/// Walks over a text character by character, remembering how far it is.
#[derive(Clone, Copy)]
struct Cursor<'a> {
    rest: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn new(text: &'a str) -> Self {
        Self { rest: text, at: 0 }
    }

    fn peek(self) -> Option<char> {
        self.rest.chars().next()
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
        self.at += bytes;
    }

    fn skip_blanks(&mut self) {
        let blanks = self.rest.len() - self.rest.trim_start_matches(is_inner_blank).len();
        self.skip(blanks);
    }

    fn eat(&mut self, word: &str) -> bool {
        let found = self.rest.starts_with(word);
        if found {
            self.skip(word.len());
        }
        found
    }

    fn eat_any(&mut self, characters: &str) -> bool {
        let found = self.peek().filter(|c| characters.contains(*c));
        found.inspect(|c| self.skip(c.len_utf8())).is_some()
    }

    fn eat_numeral(&mut self) -> Option<Numeral> {
        numeral::read(self.rest).inspect(|numeral| self.skip(numeral.len))
    }

    /// One delimiter directly behind a marker that is complete already.
    fn eat_delimiter(&mut self) {
        self.eat_any("：:、．.，,");
    }
}

fn is_inner_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{3000}' | '\u{a0}')
}

fn marker(style: Style, variant: u8, value: u32, end: usize, weight: f32) -> Marker {
    Marker { style, variant, value, start: 0, end, weight }
}

/// `## 二、…`: the level is explicit, the number is that of the marker behind it.
fn hash(text: &str) -> Option<Marker> {
    let rest = text.trim_start_matches('#');
    let depth = text.len() - rest.len();
    let blanks = rest.len() - rest.trim_start_matches(is_inner_blank).len();
    let has_words = rest.contains(|c: char| ('一'..='鿿').contains(&c));
    if depth > 6 || blanks == 0 || !has_words {
        return None;
    }
    let style = Style::Hash(u8::try_from(depth).unwrap_or(6));
    let inner = rest.get(blanks..).and_then(read).filter(|inner| !matches!(inner.style, Style::Hash(_)));
    let inner = inner.filter(|inner| inner.weight >= 1.0 && !inner.style.is_point());
    Some(match inner {
        Some(inner) => {
            let shift = depth + blanks;
            Marker { style, variant: 0, start: shift, end: shift + inner.end, weight: 6.0, ..inner }
        }
        None => marker(style, 0, 0, depth, 5.0),
    })
}

/// 第N with a unit (章), with a delimiter (第一、), or with what makes it a point (第一是, 第一階段，).
fn ordinal(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    cursor.eat("第");
    cursor.skip_blanks();
    let number = cursor.eat_numeral()?;
    if !matches!(number.script, Script::Han | Script::Arabic | Script::Formal) {
        return None;
    }
    let after_number = cursor;
    cursor.skip_blanks();
    if let Some((unit, style)) = UNITS.iter().find(|(unit, _)| cursor.rest.starts_with(unit)) {
        cursor.skip(unit.len());
        return unit_marker(cursor, *style, number);
    }
    for (characters, variant, weight) in [("、", 0, 2.2), ("．.", 1, 2.0), ("，,", 2, 1.2), ("：:", 3, 1.5)]
    {
        if cursor.eat_any(characters) {
            return Some(marker(Style::Ordinal, variant, number.value, cursor.at, weight));
        }
    }
    cursor = after_number;
    if cursor.eat("是") {
        return Some(marker(Style::Ordinal, HALF_PAREN, number.value, cursor.at, 0.2));
    }
    let step = STEPS.iter().find(|step| cursor.rest.starts_with(**step))?;
    cursor.skip(step.len());
    let closed = cursor.eat_any("，,：:、是") || cursor.peek().is_some_and(is_blank);
    closed.then(|| marker(Style::Ordinal, HALF_PAREN, number.value, cursor.at, 0.2))
}

/// Behind 第N章: a blank, a delimiter or the line's end make a heading; a word may begin its title or go on with
/// a sentence.
fn unit_marker(mut cursor: Cursor<'_>, style: Style, number: Numeral) -> Option<Marker> {
    let next = cursor.peek();
    let (variant, weight) = match next {
        None => (0, 5.0),
        Some(c) if is_blank(c) => (0, 5.0),
        Some(c) if "：:、．.".contains(c) => (0, 4.5),
        Some(c) if "《“「『(（[【<〈".contains(c) => (0, 4.0),
        Some(c) if PROSE_AFTER_UNIT.contains(c) => return None,
        Some(_) if style == Style::Article => (BARE, 1.5),
        Some(_) => (BARE, 2.5),
    };
    if next.is_some_and(|c| "：:、．.".contains(c)) {
        cursor.eat_delimiter();
    }
    Some(marker(style, variant, number.value, cursor.at, weight))
}

/// 【篇一】: a part noun and a number in square brackets.
fn bracketed(text: &str) -> Option<Marker> {
    let close = text.char_indices().take(16).find(|(_, c)| "】]〕］".contains(*c))?;
    let end = close.0 + close.1.len_utf8();
    let open = text.chars().next().map_or(0, char::len_utf8);
    let inside = text.get(open..close.0)?.trim_matches(is_inner_blank);
    let number = named(inside)
        .or_else(|| ordinal(inside).filter(|m| m.style.is_fixed()))
        .filter(|m| m.end == inside.len() && m.style.rank() <= Style::Chapter.rank())?;
    Some(marker(number.style, HALF_PAREN, number.value, end, 6.0))
}

/// (一) and its like.
fn parenthesised(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    cursor.eat_any("(（");
    cursor.skip_blanks();
    let number = cursor.eat_numeral().or_else(|| {
        let stroke = cursor.peek().filter(|c| numeral::is_stroke(*c))?;
        cursor.skip(stroke.len_utf8());
        Some(Numeral { script: Script::Han, value: 1, len: stroke.len_utf8() })
    })?;
    cursor.skip_blanks();
    if !cursor.eat_any(")）") || number.value == 0 || number.value > 200 {
        return None;
    }
    let reference = cursor.peek().is_some_and(|c| "、，,；;至到和与與或。)）-－～~".contains(c));
    let (style, weight) = match number.script {
        Script::Han | Script::Formal => (Style::HanParen, 3.5),
        Script::Arabic => (Style::ArabicParen, 2.8),
        Script::Roman => (Style::Roman, 2.8),
        Script::Stem => (Style::Stem, 1.5),
        Script::Upper => (Style::Upper, 1.2),
        Script::Lower => (Style::Lower, 1.2),
        Script::Circled => return None,
    };
    let pointed = cursor.eat_any("、．");
    let weight = if reference && !pointed { 0.3 } else { weight };
    let variant = if matches!(style, Style::HanParen | Style::ArabicParen) { 0 } else { HALF_PAREN };
    Some(marker(style, variant, number.value, cursor.at, weight))
}

/// Parts, appendices and unnumbered headings, all by their nouns.
fn named(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    if let Some((word, value)) = ADVERBS.iter().find(|(word, _)| cursor.rest.starts_with(word)) {
        cursor.skip(word.len());
        cursor.eat_any("，,：:、");
        return Some(marker(Style::Adverb, 0, *value, cursor.at, 0.2));
    }
    if cursor.eat("其") {
        let number = cursor.eat_numeral().filter(|n| n.script == Script::Han)?;
        let closed = cursor.eat_any("，,：:、是");
        return closed.then(|| marker(Style::Clause, 1, number.value, cursor.at, 0.2));
    }
    if let Some(noun) = PART_NOUNS.iter().find(|noun| cursor.rest.starts_with(**noun)) {
        cursor.skip(noun.len());
        cursor.skip_blanks();
        let number = cursor.eat_numeral().filter(|n| matches!(n.script, Script::Han | Script::Arabic));
        let closed = cursor.eat_any("：:、．.") || cursor.peek().is_none_or(is_blank);
        let weight = if number.is_some() { 5.0 } else { 3.5 };
        let unnumbered = number.is_none() && cursor.at == noun.len();
        let wanted = closed && !unnumbered && (number.is_some() || *noun != "篇");
        return wanted.then(|| marker(Style::Part, 1, number.map_or(0, |n| n.value), cursor.at, weight));
    }
    if let Some(noun) = APPENDICES.iter().find(|noun| cursor.rest.starts_with(**noun)) {
        let mut numbered = cursor;
        numbered.skip(noun.len());
        numbered.skip_blanks();
        if let Some(number) = numbered.eat_numeral() {
            let closed = numbered.eat_any("：:、．.") || numbered.peek().is_none_or(is_blank);
            return closed.then(|| marker(Style::Chapter, 7, number.value, numbered.at, 4.0));
        }
    }
    let noun = ALONE.iter().filter(|noun| text.starts_with(**noun)).max_by_key(|noun| noun.len())?;
    cursor.skip(noun.len());
    cursor.skip_blanks();
    cursor.peek().is_none().then(|| marker(Style::Chapter, 8, 0, noun.len(), 1.0))
}

/// `2010-11-12 09:35:18,`
fn stamp(text: &str) -> Option<Marker> {
    const SHAPE: &str = "0000-00-00 00:00:00";
    let fits = |(c, shape): (char, char)| {
        if shape == '0' { c.is_ascii_digit() } else { c == shape || (shape == '-' && c == '/') }
    };
    let head = text.get(..SHAPE.len())?;
    let mut cursor = Cursor::new(text);
    cursor.skip(SHAPE.len());
    let is_stamp = head.chars().zip(SHAPE.chars()).all(fits) && cursor.eat_any(",，\t");
    is_stamp.then(|| marker(Style::Stamp, 0, 0, cursor.at, 3.0))
}

/// 1.1, 1.1.1, 1.1.1.1, not a decimal number and not a date.
fn decimal(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    let mut count = 0u8;
    let value = loop {
        let number =
            cursor.eat_numeral().filter(|n| n.script == Script::Arabic && n.value < 100 && n.len <= 6)?;
        count += 1;
        let mut next = cursor;
        let digit_follows =
            next.eat_any(".．") && numeral::read(next.rest).is_some_and(|n| n.script == Script::Arabic);
        if !digit_follows || count == 4 {
            break number.value;
        }
        cursor = next;
    };
    if count < 2 {
        return None;
    }
    let pointed = cursor.eat_any("、.．");
    let weight = match cursor.peek() {
        None => 1.0,
        Some(c) if is_blank(c) => 3.0,
        Some(c) if MEASURES.contains(c) || c.is_ascii_digit() => return None,
        Some(_) if pointed || count > 2 => 2.5,
        Some(_) => 1.8,
    };
    let value = if value == 0 { 1 } else { value };
    Some(marker(Style::Decimal(count), 0, value, cursor.at, weight))
}

/// —、 is what optical recognition makes of 一、
fn stroke(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    let first = cursor.peek()?;
    cursor.skip(first.len_utf8());
    cursor.eat_any("、．").then(|| marker(Style::Han, 0, 1, cursor.at, 2.0))
}

/// A numeral and a delimiter.
fn numbered(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    let number = cursor.eat_numeral()?;
    if number.value == 0 || number.value > 999 {
        return None;
    }
    if number.script == Script::Circled {
        return Some(marker(Style::Circled, 0, number.value, cursor.at, 0.9));
    }
    if number.script == Script::Han
        && number.value <= 20
        && let Some(verb) = CLAUSE_VERBS.iter().find(|verb| cursor.rest.starts_with(**verb))
    {
        return Some(marker(Style::Clause, 0, number.value, cursor.at + verb.len(), 0.2));
    }
    let style = match number.script {
        Script::Han => Style::Han,
        Script::Formal => Style::Formal,
        Script::Arabic => Style::Arabic,
        Script::Roman => Style::Roman,
        Script::Stem => Style::Stem,
        Script::Upper => Style::Upper,
        Script::Lower | Script::Circled => Style::Lower,
    };
    let after_number = cursor;
    cursor.skip_blanks();
    if cursor.eat_any(")）") {
        let (style, weight) = match style {
            Style::Han => (Style::HanParen, 2.5),
            Style::Arabic => (Style::ArabicParen, 2.5),
            other => (other, 1.0),
        };
        return Some(marker(style, HALF_PAREN, number.value, cursor.at, weight));
    }
    for (characters, variant, after_han, after_other) in DELIMITERS {
        if cursor.eat_any(characters) {
            let base = if style == Style::Han { after_han } else { after_other };
            let weight = delimited_weight(style, number.value, variant, base, cursor.rest);
            return Some(marker(style, variant, number.value, cursor.at, weight));
        }
    }
    undelimited(after_number, style, number.value)
}

/// What the text behind `五、` takes away from its weight.
fn delimited_weight(style: Style, value: u32, variant: u8, base: f32, rest: &str) -> f32 {
    let next = rest.chars().next();
    let enumeration = variant != 1
        && numeral::read(rest).is_some_and(|n| {
            let after = rest.get(n.len..).and_then(|rest| rest.chars().next());
            n.value == value + 1 || after.is_some_and(|c| "、，,".contains(c))
        });
    let scale = match style {
        Style::Han | Style::Formal | Style::Arabic => 1.0,
        Style::Roman | Style::Stem => 0.9,
        _ => 0.4,
    };
    let digit_follows = style != Style::Han && next.is_some_and(|c| c.is_ascii_digit()) && variant != 0;
    let number_goes_on = digit_follows && !starts_with_year(rest);
    if enumeration || number_goes_on { 0.0 } else { base * scale }
}

/// A numeral with a blank or nothing behind it: a heading only where the numbering asks for it.
fn undelimited(cursor: Cursor<'_>, style: Style, value: u32) -> Option<Marker> {
    let next = cursor.peek()?;
    let blank = is_inner_blank(next);
    let mut after = cursor;
    after.skip_blanks();
    let word = after.peek()?;
    let countable = MEASURES.contains(word) || word.is_ascii() || numeral::is_han(word);
    let weight = match (style, blank) {
        (Style::Arabic | Style::Han, true) if starts_with_year(after.rest) => 0.9,
        _ if countable => return None,
        (Style::Han, true) => 1.3,
        (Style::Formal | Style::Roman, true) => 1.5,
        (Style::Arabic, true) if value < 100 => 0.9,
        (Style::Arabic, false) if value < 100 && word.is_alphabetic() => 0.4,
        _ => return None,
    };
    Some(marker(style, if blank { BLANK } else { BARE }, value, cursor.at, weight))
}

/// Whether `text` starts with a year: 2018年, 20xx年, 20*年.
fn starts_with_year(text: &str) -> bool {
    text.starts_with("20") && text.chars().take(6).any(|c| c == '年')
}

/// The marker that ends the line `text`: …篇2, …第2篇, …范文二, or a bare number. The weight of a bare number is
/// nothing: it counts only where lines with the same words before it are found.
pub(super) fn suffix(text: &str) -> Option<Marker> {
    let body = text.trim_end_matches([':', '：', ')', '）', '】']);
    let numeral_start = body
        .char_indices()
        .rev()
        .take_while(|(_, c)| numeral::is_han(*c) || c.is_ascii_digit() || ('０'..='９').contains(c))
        .last()
        .map(|(at, _)| at);
    let (end, number_at, closed_by_unit) = match (numeral_start, body.strip_suffix('篇')) {
        (Some(at), _) => (body.len(), at, false),
        (None, Some(head)) => {
            let at = head
                .char_indices()
                .rev()
                .take_while(|(_, c)| numeral::is_han(*c) || c.is_ascii_digit())
                .last()?
                .0;
            (head.len(), at, true)
        }
        _ => return None,
    };
    let number = numeral::read(body.get(number_at..end)?).filter(|n| n.value > 0 && n.value < 1000)?;
    let before = body.get(..number_at)?.trim_end_matches(is_inner_blank);
    let noun = match closed_by_unit {
        true => before.ends_with('第').then_some("第"),
        false => PART_NOUNS.iter().find(|noun| before.ends_with(**noun)).copied(),
    };
    let stem = before.strip_suffix(noun.unwrap_or_default()).unwrap_or(before);
    let bracket = stem.chars().next_back().filter(|c| "(（【".contains(*c) && body.len() < text.len());
    let open = bracket.map_or(0, char::len_utf8);
    let bare = !closed_by_unit && noun.is_none() && (bracket.is_some() || body.len() == text.len());
    let (start, weight) = match noun {
        Some(_) => (stem.len() - open, 6.0),
        None if bracket.is_some() => (stem.len() - open, 0.0),
        None if bare => (number_at, 0.0),
        None => return None,
    };
    let end = text.len();
    (start > 0).then_some(Marker {
        style: Style::Part,
        variant: SUFFIX,
        value: number.value,
        start,
        end,
        weight,
    })
}
