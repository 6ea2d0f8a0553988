//! Markers of units: 第三編, 上編, 三十章.

use super::cursor::{Cursor, is_inner_blank};
use super::{Marker, variant};
use crate::outline::numeral::{Numeral, Script};
use crate::outline::style::Style;
use crate::text::is_blank;

/// What 第N counts, the longer words first.
const UNITS: [(&str, Style); 14] = [
    ("部分", Style::Division),
    ("篇", Style::Part),
    ("部 冊 册", Style::Division),
    ("編 编", Style::Book),
    ("卷 集 辑 輯", Style::Volume),
    ("单元 單元 模块 模塊", Style::Unit),
    ("专题 專題", Style::Chapter),
    (CHAPTERS, Style::Chapter),
    (PERIODS, Style::Section),
    ("讲 講 课 課", Style::Lesson),
    ("節 节", Style::Section),
    ("款", Style::Subsection),
    ("目", Style::Item),
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
/// Longest name behind 上卷，, in characters.
const HALF_NAME: usize = 10;
/// What novels are divided into.
const CHAPTERS: &str = "章 回 囘 幕 话 話";
/// The sections of a lesson, in one marker with it.
const SECTIONS: &str = "节 節";
/// A unit that stands alone on its line or before a delimiter.
const PERIODS: &str = "课时 課時 場 场";
/// Words that begin with a unit and are none.
const WORDS: &str = "回合 集团 集團 集中 节课 節課 条件 條件 条路 條路 条船 條船 条鱼 條魚 条河 條河 条街 條街 条线 條線 条狗 條狗 条腿 條腿 章程 章节 章節 部队 部隊 部门 部門 部委 卷宗 编辑 編輯 \
                     编号 編號 篇文章 讲话 講話 课堂 課堂 话题 話題";
/// What goes on with a sentence after 第一章: prose, not a heading.
const PROSE: &str =
    "中为為是说說讲講里裡裏的至到和与與以所也就都在有將将则則还還已被及或之，,。；;、）)》」”内內上下";
/// What an article's text begins with that a sentence about one may go on with as well.
const PROVISIONS: &str = "为 為 在 中央 中华 中華 中国 中國 中小 中外 中介 有下列 有关 有關 上市 上级 上級 上述 下列 下级 下級 \
                          所有 所得 以 被 将 將 对 對 内 內 说明 說明 里程 就业 就業";
/// Words that a name may begin with as well: 第二章中央和地方的關係.
const NAMES: &str = "中央 中华 中華 中国 中國 中小 中外 中介 中期 中心 中医 中醫 中学 中學 中等 中标 中標 上市 上级 上級                      下级 下級 内部 內部 内容 內容 说明 說明 就业 就業 里程";
/// What counts units without 第: words, style, weight.
const PLAIN: [(&str, Style, f32); 3] =
    [("章 回 话 話", Style::Chapter, 2.3), ("卷", Style::Volume, 1.5), ("節 节", Style::Section, 0.8)];
/// What old books and stories are counted by, before a title: 第三套〖題〗, 第一计 題, 第五夜 題.
const COUNTED: [(&str, Style); 2] =
    [("套", Style::Unit), ("计 計 招 式 夜 封 封信 品 卦 关 關 站 问 問", Style::Lesson)];
/// What counts the meetings of a course: 第一次： alone, 第一次 begins sentences.
const TIMES: &str = "次";
/// Counters that make 第N an enumeration inside a paragraph: 第一階段，第一步，
const STEPS: &str = "步骤 步驟 天 周 週 阶段 階段 个方面 個方面 方面 步 点 點 类 類 层 層";

/// What a template has in the place of a number.
const PLACEHOLDERS: &str = "nNxXＮＸ×＊*○〇";
/// What stands behind 第N章 where the chapter ends.
const ENDED: [&str; 5] = ["完", "终", "終", "完结", "完結"];
/// Longest name of a volume before the chapter on the same line, and longest title of a 款, in characters.
const NAME: usize = 24;

/// What may follow 第N章 directly.
pub(super) const DELIMITER: &str = "：:、．.";
/// What joins the two numbers of 第7-1條, 第7之1條, 第12-13章 and 第1、2章.
const JOINTS: &str = "-－—–～~之至到、";

/// 第N with a unit (章), with a delimiter (第一、), or with what makes it a point (第一是, 第一階段，).
pub(super) fn ordinal(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    cursor.eat("第").then(|| cursor.skip_blanks())?;
    let opened = cursor;
    let Some(number) = eat_number(&mut cursor) else { return placeholder(opened) };
    let gap = cursor.peek().is_some_and(is_inner_blank);
    counted(cursor, number).or_else(|| gap.then(|| spaced(opened)).flatten())
}

/// 第 十 一 條, behind 第.
fn spaced(mut cursor: Cursor<'_>) -> Option<Marker> {
    let number = cursor.eat_spaced_numeral().filter(counts_units)?;
    counted(cursor, number)
}

/// What `number` counts, which stands behind 第 and before `cursor`.
fn counted(mut cursor: Cursor<'_>, number: Numeral) -> Option<Marker> {
    let after_number = cursor;
    let inner = Inner::eat(&mut cursor);
    cursor.skip_blanks();
    if WORDS.split_whitespace().any(|word| cursor.rest.starts_with(word)) {
        return None;
    }
    let unit = UNITS.iter().find_map(|(words, style)| cursor.eat_word(words).map(|word| (word, *style)));
    if let Some((word, style)) = unit {
        let closed = cursor.peek().is_none_or(|c| is_blank(c) || "：:（(".contains(c));
        // 第一课时我们……
        // 第一、二条規定……
        let enumerates = after_number.rest.starts_with('、') && style != Style::Chapter;
        // 第 3.1 節 “看水” leads to that section.
        let leads = matches!(inner, Some(Inner::Pointed(..))) && is_quoted(cursor.rest);
        let prose = (PERIODS.contains(word) && !closed) || enumerates || leads;
        let (style, value) = inner.map_or((style, number.value), |inner| inner.of(style, number.value));
        let marker = unit_marker(cursor, style, value).filter(|_| !prose)?;
        let variant = if matches!(style, Style::Decimal(_)) { variant::NOUN } else { marker.variant };
        return Some(Marker { variant, ..marker });
    }
    cursor = after_number;
    cursor.skip_blanks();
    for (characters, variant, weight) in DELIMITERS {
        if cursor.eat_any(characters) {
            return Some(Marker::new(Style::Ordinal, variant, number.value, cursor.at, weight));
        }
    }
    cursor = after_number;
    if let Some(style) = COUNTED.iter().find_map(|(words, style)| cursor.eat_word(words).map(|_| *style))
        && cursor.peek().is_none_or(|c| is_blank(c) || "：:〖【《「".contains(c))
    {
        cursor.eat_any("：:");
        return Some(Marker::new(style, variant::WORD, number.value, cursor.at, 2.5));
    }
    cursor = after_number;
    if cursor.eat_word(TIMES).is_some() && cursor.eat_any("：:") {
        return Some(Marker::new(Style::Ordinal, variant::WORD, number.value, cursor.at, 2.5));
    }
    cursor = after_number;
    let counts = cursor.eat_word(STEPS).is_some();
    let heads = counts && (cursor.peek().is_none_or(is_blank) || cursor.eat_any("：:"));
    let closed = heads || cursor.eat("是") || (counts && cursor.eat_any("，,、"));
    let weight = if heads { 1.5 } else { 0.2 };
    closed.then(|| Marker::new(Style::Ordinal, variant::WORD, number.value, cursor.at, weight))
}

/// What stands for a number that is to be filled in: 第n條, 第 X 章, closed by a blank or the line's end.
fn placeholder(mut cursor: Cursor<'_>) -> Option<Marker> {
    cursor.eat_any(PLACEHOLDERS).then(|| cursor.skip_blanks())?;
    let style = UNITS.iter().find_map(|(words, style)| cursor.eat_word(words).map(|_| *style))?;
    let closed = cursor.peek().is_none_or(is_blank) && !matches!(style, Style::Subsection | Style::Item);
    closed.then(|| Marker::new(style, variant::USUAL, 0, cursor.at, 4.0))
}

/// A numeral that counts units.
fn eat_number(cursor: &mut Cursor<'_>) -> Option<Numeral> {
    cursor.eat_numeral().filter(counts_units)
}

fn counts_units(number: &Numeral) -> bool {
    matches!(number.script, Script::Han | Script::Arabic | Script::Formal | Script::Roman)
}

/// The second number of 第7-1條, 第12-13章 and 第1.2節.
#[derive(Clone, Copy)]
enum Inner {
    /// Joined to the first.
    Joined(u32),
    /// The last of so many that points part.
    Pointed(u8, u32),
}

impl Inner {
    /// Eats what stands between the first number and the unit.
    fn eat(cursor: &mut Cursor<'_>) -> Option<Self> {
        let mut found = None;
        loop {
            let mut next = *cursor;
            next.skip_blanks();
            let pointed = next.eat_any("．.");
            if !pointed && !next.eat_any(JOINTS) {
                return found;
            }
            next.skip_blanks();
            let Some(number) = eat_number(&mut next) else { return found };
            *cursor = next;
            found = Some(match found {
                _ if !pointed => Self::Joined(number.value),
                Some(Self::Pointed(count, _)) => Self::Pointed(count.saturating_add(1).min(6), number.value),
                _ => Self::Pointed(2, number.value),
            });
        }
    }

    /// The style and number of a unit of `style` with the numbers `first` and this. What was put in later has no
    /// number of its own: 第7-1條 stands between 7 and 8.
    fn of(self, style: Style, first: u32) -> (Style, u32) {
        match self {
            Self::Pointed(count, last) if style == Style::Article => (Style::Decimal(count), last),
            Self::Pointed(_, last) => (style, last),
            Self::Joined(last) if style == Style::Chapter && last > first => (style, last),
            Self::Joined(_) => (style, 0),
        }
    }
}

/// Whether `text` is nothing but a quotation.
fn is_quoted(text: &str) -> bool {
    let text = text.trim_matches(is_blank);
    [('“', '”'), ('「', '」'), ('‘', '’'), ('『', '』')].into_iter().any(|(open, close)| {
        let inside = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        inside.is_some_and(|inside| !inside.contains(close))
    })
}

/// Behind 第N章: a blank, a delimiter or the line's end make a heading; a word may begin its title or go on with
/// a sentence.
fn unit_marker(mut cursor: Cursor<'_>, style: Style, value: u32) -> Option<Marker> {
    let value = if style == Style::Article && inserted(&mut cursor) { 0 } else { value };
    let (variant, weight) = match cursor.peek() {
        Some(c) if DELIMITER.contains(c) => (variant::USUAL, 4.5),
        Some(c) if "《“「『(（[【<〈".contains(c) => (variant::USUAL, 4.0),
        Some(c) if PROSE.contains(c) && !goes_on_as_text(style, cursor.rest) => return None,
        Some(c) if !is_blank(c) => (variant::BARE, if style == Style::Article { 1.5 } else { 2.5 }),
        _ => (variant::USUAL, 5.0),
    };
    // 第十一章 完 ends the chapter.
    if ENDED.contains(&cursor.rest.trim_matches(|c| is_blank(c) || "（）()".contains(c))) {
        return None;
    }
    // 第一款規定… and 第二款 …者。 are parts of an article.
    let divides = matches!(style, Style::Subsection | Style::Item);
    if divides && (weight < 5.0 || !is_name_of_part(cursor.rest)) {
        return None;
    }
    cursor.eat_any(DELIMITER);
    // 第十二條、第十三條所需的費用; but 第一卷第一章
    let divides_it = match style {
        Style::Volume => chapter(cursor.rest).is_some(),
        Style::Lesson => section(cursor.rest).is_some(),
        _ => false,
    };
    let enumerated = cursor.peek() == Some('第') && !divides_it;
    (!enumerated).then(|| Marker::new(style, variant, value, cursor.at, weight))
}

/// Whether `text`, which begins as a sentence about the unit does, is the text of an article or a name.
fn goes_on_as_text(style: Style, text: &str) -> bool {
    let is_named = || NAMES.split_whitespace().any(|word| text.starts_with(word)) && is_name(text);
    if style == Style::Article { begins_provision(text) } else { is_named() }
}

/// Whether `text`, which stands right behind 第一條, begins the text of the article and does not go on with a sentence
/// that speaks of it: 第一條為了…, 第二條中央…, but 第二條中的….
fn begins_provision(text: &str) -> bool {
    PROVISIONS.split_whitespace().any(|word| text.starts_with(word))
}

/// Whether `text` may be the name of a 款: 著作財產權之讓與、行使, but not what an article counts, …、…者.
fn is_name_of_part(text: &str) -> bool {
    let names = |name: &str| is_name(name) && !name.ends_with(['者', '及', '或']);
    is_name(text) || (text.chars().nth(NAME).is_none() && text.split('、').all(names))
}

/// Whether `text` may be a title as a whole: short and no sentence.
pub(super) fn is_name(text: &str) -> bool {
    text.chars().nth(NAME).is_none() && !text.contains(['，', ',', '。', '；', ';', '：', ':', '、'])
}

/// Eats the 之一 of 第十二條之一 and the 之 1 of 第 7 條之 1, articles that were put in later, and tells whether there
/// is one.
fn inserted(cursor: &mut Cursor<'_>) -> bool {
    let mut after = *cursor;
    after.skip_blanks();
    let number = if after.eat("之") {
        after.skip_blanks();
        after.eat_numeral()
    } else {
        None
    };
    let closed = after.peek().is_none_or(|c| is_blank(c) || "（(【".contains(c));
    let found = closed && number.is_some_and(|number| matches!(number.script, Script::Han | Script::Arabic));
    if found {
        *cursor = after;
    }
    found
}

/// The chapter that stands behind `volume` on the same line, with the volume as a part of its marker: web novels
/// repeat 第一卷 渡口 before each 第N章. So is the section right behind a lesson: 第一講第二節：.
pub(super) fn chapter_behind(text: &str, volume: Marker) -> Marker {
    let rest = text.get(volume.end..).unwrap_or_default();
    if volume.style == Style::Lesson {
        return section(rest).map_or(volume, |found| Marker { end: volume.end + found.end, ..found });
    }
    if volume.style != Style::Volume {
        return volume;
    }
    let blanks = rest.char_indices().take(NAME).filter(|(_, c)| is_blank(*c));
    let mut places = std::iter::once(0).chain(blanks.map(|(at, c)| at + c.len_utf8()));
    let chapter = places.find_map(|at| Some((at, chapter(rest.get(at..)?)?)));
    chapter.map_or(volume, |(at, found)| Marker {
        start: volume.start,
        end: volume.end + at + found.end,
        ..found
    })
}

/// 第N章 before a blank, a delimiter or the end.
fn chapter(text: &str) -> Option<Marker> {
    closed(text, CHAPTERS, Style::Chapter)
}

/// 第N節 before the same.
fn section(text: &str) -> Option<Marker> {
    closed(text, SECTIONS, Style::Section)
}

fn closed(text: &str, units: &'static str, style: Style) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    cursor.eat("第").then(|| cursor.skip_blanks())?;
    let number = eat_number(&mut cursor)?;
    cursor.skip_blanks();
    let unit = cursor.eat_word(units).is_some();
    let closed = cursor.eat_any(DELIMITER) || cursor.peek().is_none_or(|c| is_blank(c) || "（(".contains(c));
    (unit && closed).then(|| Marker::new(style, variant::USUAL, number.value, cursor.at, 5.0))
}

/// 三十章 and 007章, without 第: what stands behind the number.
pub(super) fn plain(mut cursor: Cursor<'_>, number: &Numeral) -> Option<Marker> {
    if !counts_units(number) {
        return None;
    }
    let (style, weight) =
        PLAIN.iter().find_map(|(words, style, weight)| cursor.eat_word(words).map(|_| (*style, *weight)))?;
    let closed = cursor.eat_any("：:") || cursor.peek().is_none_or(is_blank);
    closed.then(|| Marker::new(style, variant::BARE, number.value, cursor.at, weight))
}

/// 上編 中篇 下卷: halves and thirds of a book, alone on their line or before a title. They count as unnumbered, for
/// 下 is the second or the third.
pub(super) fn half(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    let style = if cursor.eat_any(HALVES) {
        HALVED.iter().find_map(|(words, style)| cursor.eat_word(words).map(|_| *style))?
    } else {
        // 卷上
        (cursor.eat("卷") && cursor.eat_any(HALVES)).then_some(Style::Volume)?
    };
    // 上卷，題
    let names = || cursor.rest.starts_with('，') && cursor.rest.chars().all(is_of_name);
    let closed = cursor.peek().is_none_or(|c| is_blank(c) || "：:《".contains(c))
        || (names() && cursor.rest.chars().nth(HALF_NAME).is_none());
    cursor.eat_any("：:，");
    closed.then(|| Marker::new(style, variant::NOUN, 0, cursor.at, 4.0))
}

/// Whether `c` may stand in a name behind 上卷，.
fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '，'
}
