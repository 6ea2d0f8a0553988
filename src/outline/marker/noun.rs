//! Markers that are nouns: parts, appendices, headings without a number; part numbers at line ends.

use super::cursor::{Cursor, is_inner_blank};
use super::{Marker, unit, variant};
use crate::outline::glyph;
use crate::outline::numeral::{self, Script};
use crate::outline::style::Style;
use crate::text::is_blank;

/// What the parts of a collection are called.
const PARTS: &str = "篇 范文 範文 范例 範例 例文 样文 樣文 样本 樣本 模板 作文 文章";
/// The same where the number ends its line.
const SUFFIXED: &str = "篇 范文 範文 范例 範例 例文 样文 樣文 样本 樣本 模板 案例 示例 实例 實例 作文 文章";
/// Words before the number of a volume, a chapter and their like.
const DIVISIONS: [(&str, Style); 7] = [
    ("卷第 卷之 卷", Style::Volume),
    ("Part PART", Style::Division),
    ("Section SECTION 节 節", Style::Section),
    ("Volume VOLUME Vol VOL", Style::Volume),
    ("模块 模塊 单元 單元 项目 項目 Unit UNIT Module MODULE", Style::Unit),
    ("专题 專題 Chapter CHAPTER chapter 章", Style::Chapter),
    ("实验 實驗 任务 任務 Lesson LESSON", Style::Lesson),
];
/// Words before the number of a piece of any size, in a list each: what stands above them in one document stands
/// below them in another.
const CASES: [&str; 18] = [
    "案例",
    "例",
    "示例",
    "实例 實例",
    "环节 環節",
    "活动 活動",
    "步骤 步驟 Step STEP",
    "板块 板塊",
    "主题 主題",
    "考点 考點",
    "知识点 知識點",
    "题型 題型",
    "问题 問題",
    "提案 议案 議案 案由",
    "Q",
    "材料",
    "议题 議題 议程 議程",
    "动议 動議",
];
/// The same in English, where a blank may stand behind the number: Day 1, No. 2.
const ENGLISH_CASES: &str =
    "Day DAY Week WEEK Topic TOPIC Episode Act Scene Phase Stage Tip Task Activity No NO";
/// Variant of the first of those words; those of the others follow, [`variant::STEP`] among them.
const FIRST_CASE: u8 = 20;
/// The first number that is a year and counts nothing.
const YEARS: u32 = 1000;
/// What stands behind a book, numbered.
const APPENDICES: &str = "附录 附錄 附件 附表 附";
/// What stands beside the chapters of a novel.
const EXTRAS: &str = "番外篇 番外 外传 外傳 间章 間章 特别篇 特別篇 后日谈 後日談";
/// What the first of their characters may be parted from by blanks: 附　录　A.
const APPENDED_ENDS: &str = "录錄件表";
/// What stands alone above the only one.
const ANNEX: &str = "附件";
/// What stands behind one without a number, and its longest title in characters.
const APPENDED: [&str; 2] = ["附录", "附錄"];
const APPENDED_TITLE: usize = 20;
/// Headings of a novel that may have a title behind a blank: 楔子 雨夜, 大結局（上）; at its start, at its end.
const TITLED: [(&str, u8); 2] = [
    ("楔子 序章 序幕 引子", variant::NOUN),
    ("尾声 尾聲 尾章 终章 終章 终曲 終曲 大结局 大結局 最终章 最終章 最终回 最終回", variant::WORD),
];
/// Headings of a book that need no number and stand alone on their line.
const ALONE: &str = "前言 序 序言 自序 代序 序章 序幕 引言 引子 楔子 导言 導言 导论 導論 绪论 緒論 绪言 緒言";
/// The same at its end.
const CLOSING: &str = "结语 結語 结论 結論 结束语 結束語 后记 後記 尾声 尾聲 跋 附则 附則 附錄 附录 \
                       参考文献 參考文獻 致谢 致謝 谢辞 謝辭 完结感言 完結感言 完本感言 上架感言 作者的话 作者的話 \
                       写在前面 寫在前面 写在最后 寫在最後";
/// The longest of these words with the blanks that may stand in it, in characters.
const LONGEST: usize = 10;
/// What any of these words starts with.
const STARTS: &str = "CPSUMLVQDWTEANc篇材范範例样樣模案示实實作文卷专專单單任项項环環活步板主考知问問题題附番前序自代引楔导導绪緒结結後后尾跋参參致谢謝\
     章节節首其再然最此另上中下大终終外特提议議动動间間完写寫";
/// What may follow them directly.
const COLONS: &str = "：:、．.";
const COMMAS: &str = "，,：:、";
/// Adverbs that number points.
const ADVERBS: [(&str, u32); 4] =
    [("首先", 1), ("其次", 2), ("再次 再者 然后 然後", 3), ("最后 最後 此外 另外", 4)];

/// What is numbered below or above it.
const CAPTIONED: &str = "图 圖 表 算法 演算法 代码 代碼 程序 程式 公式";
/// What a number at a line's end belongs to where it is no part's: 圖1, 星期一, 統一.
const COUNTED: &str = "图圖表式页頁期号號楼樓室班组組级級周週初高大第其统統万萬唯年月日版";

/// Longest name of a chapter of an old book, in characters.
const OLD_NAME: usize = 8;
/// How far into a line the number of a part is looked for that its text is glued to, in bytes: 40 Chinese characters.
const STEM: usize = 120;
/// Longest noun of a part that is in no list, in characters.
const COUNTED_NOUN: usize = 4;

/// Everything that is a noun or an adverb.
pub(super) fn named(text: &str) -> Option<Marker> {
    if !STARTS.contains(glyph::plain(text.chars().next()?)) {
        return None;
    }
    adverb(text)
        .or_else(|| unit::half(text))
        .or_else(|| part(text))
        .or_else(|| case(text))
        .or_else(|| division(text))
        .or_else(|| appendix(text))
        .or_else(|| extra(text))
        .or_else(|| titled(text))
        .or_else(|| alone(text))
}

/// 首先， and 其一，
fn adverb(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    if let Some(value) = ADVERBS.iter().find_map(|(words, value)| cursor.eat_word(words).map(|_| *value)) {
        cursor.eat_any(COMMAS);
        return Some(Marker::new(Style::Adverb, variant::USUAL, value, cursor.at, 0.2));
    }
    let number =
        cursor.eat("其").then(|| cursor.eat_numeral()).flatten().filter(|n| n.script == Script::Han)?;
    let closed = cursor.eat_any(COMMAS) || cursor.eat("是");
    closed.then(|| Marker::new(Style::Clause, variant::NOUN, number.value, cursor.at, 0.2))
}

/// 篇1, 范文一：, 例文：
fn part(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    let noun = cursor.eat_word(PARTS)?;
    cursor.skip_blanks();
    cursor.eat("之");
    let number = cursor.eat_numeral().filter(|n| matches!(n.script, Script::Han | Script::Arabic));
    let pointed = cursor.eat_any(COLONS);
    let (value, weight) = match number {
        Some(number) if pointed || cursor.peek().is_none_or(is_blank) => (number.value, 5.0),
        None if pointed && noun != "篇" => (0, 3.5),
        _ => return None,
    };
    Some(Marker::new(Style::Part, variant::NOUN, value, cursor.at, weight))
}

/// 案例一： 例一 環節1：
fn case(text: &str) -> Option<Marker> {
    let (variant, mut cursor) =
        (FIRST_CASE..).zip(CASES.into_iter().chain([ENGLISH_CASES])).find_map(|(variant, words)| {
            let mut cursor = Cursor::new(text);
            cursor.eat_word(words).map(|_| (variant, cursor))
        })?;
    let is_english = variant == FIRST_CASE + u8::try_from(CASES.len()).unwrap_or(0);
    if is_english {
        cursor.eat_any(".．");
    }
    cursor.skip_blanks();
    cursor.eat("之");
    let enclosed = cursor.peek().is_some_and(|c| "(（".contains(c));
    let number = cursor.eat_enclosed_numeral().filter(|n| n.value > 0)?;
    let weight = match number.script {
        Script::Han => 4.0,
        Script::Arabic => 2.0,
        _ => return None,
    };
    // 例1 已知… is an exercise, and not all of 步骤1 … is a heading.
    let closed = cursor.eat_any(COLONS)
        || enclosed
        || ((is_english || number.script == Script::Han) && cursor.peek().is_none_or(is_blank));
    closed.then(|| Marker::new(Style::Case, variant, number.value, cursor.at, weight))
}

/// 卷三, 專題一：, 章 2.
fn division(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    let style = DIVISIONS.iter().find_map(|(words, style)| cursor.eat_word(words).map(|_| *style))?;
    cursor.skip_blanks();
    cursor.eat_any(".-．");
    cursor.skip_blanks();
    let number = cursor.eat_numeral()?;
    // 項目 2017 年 2016 年 heads a table.
    let numbers =
        matches!(number.script, Script::Han | Script::Arabic | Script::Roman) && number.value < YEARS;
    let closed = numbers && (cursor.eat_any("：:、．.·") || cursor.peek().is_none_or(is_blank));
    closed.then(|| Marker::new(style, variant::NOUN, number.value, cursor.at, 4.0))
}

/// 附錄一, 附件2：, 附　录　A, 附錄 before a title, 附件 alone on its line
fn appendix(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    let noun = cursor.eat_word(APPENDICES)?;
    let mut spaced = cursor;
    spaced.skip_blanks();
    if noun == "附" && spaced.eat_any(APPENDED_ENDS) {
        cursor = spaced;
    }
    if text.chars().filter(|c| !is_blank(*c)).eq(ANNEX.chars()) {
        return Some(Marker::new(Style::Chapter, variant::WORD, 0, cursor.at, 2.5));
    }
    let (end, gap) = (cursor.at, cursor.peek().is_some_and(is_inner_blank));
    cursor.skip_blanks();
    let enclosed = cursor.peek().is_some_and(|c| "(（".contains(c));
    let Some(number) = cursor.eat_enclosed_numeral() else {
        let title = gap && APPENDED.contains(&noun) && cursor.rest.chars().nth(APPENDED_TITLE).is_none();
        return title.then(|| Marker::new(Style::Chapter, variant::WORD, 0, end, 2.5));
    };
    let closed =
        cursor.eat_any(COLONS) || enclosed || cursor.peek().is_none_or(|c| is_blank(c) || "（(".contains(c));
    closed.then(|| Marker::new(Style::Chapter, variant::WORD, number.value, cursor.at, 4.0))
}

/// 番外 第一章 題, 番外二：題, 番外（三）, 番外（上）, 番外 題: the number is the chapter's or its own, if there is one.
fn extra(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    cursor.eat_word(EXTRAS)?;
    let noun = cursor.at;
    cursor.skip_blanks();
    if let Some(inner) = unit::ordinal(cursor.rest).filter(|m| m.style.is_fixed() && m.weight > 4.0) {
        let end = cursor.at + inner.end;
        return Some(Marker::new(Style::Chapter, variant::WORD, inner.value, end, 4.5));
    }
    let open = cursor.eat_any("(（");
    let counted = cursor;
    cursor.eat("之");
    if let Some(number) = cursor.eat_numeral() {
        let closed = if open { cursor.eat_any(")）") } else { cursor.peek().is_none_or(is_blank) };
        let closed = cursor.eat_any(COLONS) || closed;
        return closed.then(|| Marker::new(Style::Chapter, variant::WORD, number.value, cursor.at, 4.0));
    }
    cursor = counted;
    // 番外篇（上）
    if open && cursor.eat_any("上中下") && cursor.eat_any(")）") && cursor.peek().is_none_or(is_blank) {
        return Some(Marker::new(Style::Chapter, variant::WORD, 0, cursor.at, 3.0));
    }
    let pointed = cursor.eat_any("：:之·");
    let gap = pointed || cursor.at > noun || cursor.rest.is_empty();
    let end = if pointed { cursor.at } else { noun };
    (gap && !open && is_name(cursor.rest)).then(|| Marker::new(Style::Chapter, variant::WORD, 0, end, 2.5))
}

/// 楔子 雨夜, 大結局（上）: the whole line.
fn titled(text: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(text);
    let variant = TITLED.iter().find_map(|(words, variant)| cursor.eat_word(words).map(|_| *variant))?;
    let named = cursor.peek().is_none_or(|c| is_blank(c) || "：:（(".contains(c)) && is_name(cursor.rest);
    named.then(|| Marker::new(Style::Matter, variant, 0, text.trim_end_matches(is_blank).len(), 2.5))
}

/// Whether `text` is short and no sentence.
fn is_name(text: &str) -> bool {
    text.chars().nth(APPENDED_TITLE).is_none() && !text.contains(['，', ',', '。', '；', ';'])
}

/// 前言 or 後　記, alone on its line.
fn alone(text: &str) -> Option<Marker> {
    let text = text.trim_end_matches(is_blank);
    if text.chars().nth(LONGEST).is_some() {
        return None;
    }
    let words: String = text.chars().filter(|c| !is_inner_blank(*c)).collect();
    let among = |table: &str| table.split_whitespace().any(|word| word == words);
    let variant = match (among(ALONE), among(CLOSING)) {
        (true, _) => variant::NOUN,
        (_, true) => variant::WORD,
        _ => return None,
    };
    Some(Marker::new(Style::Matter, variant, 0, text.len(), 2.5))
}

/// The number of `text` if it is a short noun and a number, whatever the noun: 材料一, 讲稿3.
pub(super) fn counted(text: &str) -> Option<u32> {
    let noun = text.trim_end_matches(is_numeral);
    let number = text.get(noun.len()..).and_then(numeral::read)?;
    let noun = noun.trim_end_matches(is_inner_blank);
    let noun = noun.strip_suffix('之').unwrap_or(noun);
    let is_noun = noun.chars().all(char::is_alphabetic) && (2..=COUNTED_NOUN).contains(&noun.chars().count());
    let whole = number.value > 0 && text.ends_with(is_numeral);
    (is_noun && whole && !noun.ends_with(|c| COUNTED.contains(c))).then_some(number.value)
}

/// What numbers of parts are written with.
fn is_numeral(c: char) -> bool {
    numeral::is_han(c) || c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Whether `text` is nothing but 引言 or its like, the title of an article's section 0.
pub(super) fn opens_article(text: &str) -> bool {
    alone(text).is_some_and(|marker| marker.variant == variant::NOUN)
}

/// The marker that ends the line `text`: …篇2, …第2篇, …范文二, 學而第一, 《論語》學而 第一, or a bare number. The weight of
/// the last three is nothing: they count only where others with the same words before the number are found.
pub(in crate::outline) fn suffix(text: &str) -> Option<Marker> {
    old_chapter(text).or_else(|| part_at_end(text))
}

/// 學而第一, the whole line, maybe with the name of the book before it: 《論語》學而第一.
fn old_chapter(text: &str) -> Option<Marker> {
    let (before, number) = text.rsplit_once('第')?;
    let read =
        numeral::read(number).filter(|n| n.script == Script::Han && n.len == number.len() && n.value > 0)?;
    let name = before.trim_end_matches(is_inner_blank);
    let book = name.strip_prefix('《').and_then(|book| book.split_once('》'));
    let name = book.map_or(name, |(_, name)| name.trim_start_matches(['·', ' ', '\u{3000}']));
    let is_name =
        !name.is_empty() && name.chars().nth(OLD_NAME).is_none() && name.chars().all(char::is_alphabetic);
    let style = if name.ends_with('卷') { Style::Volume } else { Style::Chapter };
    is_name.then(|| Marker {
        start: before.len(),
        ..Marker::new(style, variant::SUFFIX, read.value, text.len(), 0.0)
    })
}

/// The number of a part whose text begins right behind it: 請假條 篇1尊敬的老師：. Without weight, as [`suffix`].
pub(in crate::outline) fn part_before_text(text: &str) -> Option<Marker> {
    let head = text.get(..text.floor_char_boundary(STEM))?;
    let (at, _) = head
        .match_indices('篇')
        .find(|(at, _)| head.get(..*at).is_some_and(|stem| stem.ends_with(is_blank)))?;
    let mut cursor = Cursor::new(text.get(at..)?);
    cursor.eat("篇");
    let number =
        cursor.eat_numeral().filter(|n| matches!(n.script, Script::Han | Script::Arabic) && n.value > 0)?;
    let glued = cursor.peek().is_some_and(char::is_alphabetic);
    let marker = Marker::new(Style::Part, variant::BEFORE_TEXT, number.value, at + cursor.at, 0.0);
    glued.then_some(Marker { start: at, ..marker })
}

/// Whether `text` is what stands below a picture or a table: 算法 2.1 分水示例 1.
fn is_caption(text: &str) -> bool {
    let mut cursor = Cursor::new(text);
    let named = cursor.eat_word(CAPTIONED).is_some();
    cursor.skip_blanks();
    named && cursor.peek().is_some_and(|c| c.is_ascii_digit())
}

fn part_at_end(text: &str) -> Option<Marker> {
    if is_caption(text) {
        return None;
    }
    let whole = text.len();
    let text = text.trim_end_matches([':', '：']);
    let body = text.trim_end_matches([':', '：', ')', '）', '】', ']', '］']);
    let (head, unit) = body.strip_suffix('篇').map_or((body, false), |head| (head, true));
    let before_number = head.trim_end_matches(is_numeral);
    let number = numeral::read(head.get(before_number.len()..)?).filter(|n| n.value > 0 && n.value < 1000)?;
    let before = before_number.trim_end_matches(is_inner_blank);
    let nouns = if unit { "第" } else { SUFFIXED };
    let noun = nouns.split(' ').find(|noun| before.ends_with(noun));
    if noun.is_none() && (unit || before.ends_with(|c| COUNTED.contains(c))) {
        return None;
    }
    let stem = before.strip_suffix(noun.unwrap_or("之")).unwrap_or(before);
    let bracket = stem.chars().next_back().filter(|c| "(（【[［".contains(*c) && body.len() < text.len());
    let start = match bracket {
        Some(bracket) => stem.len() - bracket.len_utf8(),
        None if stem.len() < before.len() => stem.len(),
        None if body.len() == text.len() => before_number.len(),
        None => return None,
    };
    let (variant, end, weight) = match noun {
        Some(_) => (variant::SUFFIX, whole, 6.0),
        None => (variant::BARE_SUFFIX, text.len(), 0.0),
    };
    let marker = Marker::new(Style::Part, variant, number.value, end, weight);
    (start > 0).then_some(Marker { start, ..marker })
}
