//! Markers: what numbers a heading, recognised at one place of a text.
//!
//! The table of what is recognised. N is a numeral of [`super::numeral`]; every delimiter counts in its ASCII
//! and its full-width form, and characters count as what they stand for ([`glyph`]); blanks may stand inside
//! (`第 一 章`, `第 十 一 條`). Tried from top to bottom. What a line may begin with before its marker [`decorated`] tells.
//!
//! | written | style | production |
//! |---|---|---|
//! | `#` … `######` | [`Style::Hash`] | [`hash::hash`] |
//! | 第N篇 第N部 第N編 第N卷 第N章 第N回 第N節 第N款 第N目 第N條 第N單元 第N模塊 第N專題 | by the unit | [`unit::ordinal`] |
//! | 第7-1條 第7條之1, put in later, and 第n條: without a number; 第2-3章; 第1.2節 第1.2條 | by the unit | [`unit::ordinal`] |
//! | 第一卷 題 第N章 on one line | [`Style::Chapter`] | [`unit::chapter_behind`] |
//! | 第N、 第N， 第N： 第N是 第N階段， | [`Style::Ordinal`] | [`unit::ordinal`] |
//! | 【篇N】 【范例N】 【第N篇】; 【一】 | [`Style::Part`]; [`Style::HanParen`] | [`bracket::bracketed`] |
//! | 【第N條】 【第N章 題】 【一、題】; 「第N章」 《第N回》 alone on their line | by the unit | [`bracket::bracketed`] |
//! | (一) (1) (a) (A) (Ⅰ) (甲), 〈一〉, （－） for （一） | by the numeral | [`number::parenthesised`] |
//! | 2010-11-12 09:35:18, | [`Style::Stamp`] | [`number::stamp`] |
//! | 1.1 1.1.1 up to six numbers, A.1, 1-1 1-1-1; not 6.2的… | [`Style::Decimal`] | [`decimal::decimal`] |
//! | —、 for 一、; 十—、 for 十一、 | [`Style::Han`] | [`misread::stroke`], [`misread::stroke_behind`] |
//! | 首先， 其次， 再次， 最后， | [`Style::Adverb`] | [`noun::named`] |
//! | 其一， | [`Style::Clause`] | [`noun::named`] |
//! | 篇N 范文N： 例文： 模板N | [`Style::Part`] | [`noun::named`] |
//! | 上編 中篇 下卷 | by the unit | [`unit::half`] |
//! | 案例一： 例一 環節1： 材料一： 案例（一） Day 1 | [`Style::Case`] | [`noun::named`] |
//! | 卷N 卷第N; 章 N. 節 N.; 模塊N 單元N; 專題N; 實驗N 任務N | by the noun | [`noun::named`] |
//! | Chapter N, chapter.N, Part N, Vol. N | by the noun | [`noun::named`] |
//! | 附錄N 附件N; 番外 第N章, 番外N, 番外 題 | [`Style::Chapter`] | [`noun::named`] |
//! | 楔子 大結局, alone or before a title | [`Style::Matter`] | [`noun::named`] |
//! | 前言 序 引言 結語 後記 參考文獻, alone on their line | [`Style::Matter`] | [`noun::named`] |
//! | 一是 一要 一是要 一靠 | [`Style::Clause`] | [`number::numbered`] |
//! | 一、 一． 一， 一：; 壹、 甲、 Ⅰ. 1、 1. A. a. | by the numeral | [`number::numbered`] |
//! | 一) 1) a) | by the numeral | [`number::numbered`] |
//! | 一 標題, 1 標題, 1標題; 0 引言, 0. 零、 | by the numeral | [`number::numbered`] |
//! | N章 N回 N卷 N節 before a blank | by the unit | [`unit::plain`] |
//! | 一· 1· 1️⃣, l、 for 1、 | by the numeral | [`number::numbered`] |
//! | ①; ㈠ ⑴ ⒈, （一） in the glyphs of gazettes | [`Style::Circled`]; as (一) (1) 1. | [`number::numbered`] |
//! | …篇N …第N篇 …范文N …N …之N …（N） at the end of a line | [`Style::Part`] | [`noun::suffix`] |
//! | … 篇1尊敬的… in a series | [`Style::Part`] | [`noun::part_before_text`] |
//! | 卷第一 at the end of a line, in a series | [`Style::Volume`] | [`noun::suffix`] |
//! | 學而第一, the whole line, in a series | [`Style::Chapter`] | [`noun::suffix`] |

mod bracket;
mod cursor;
mod decimal;
mod decorated;
mod hash;
mod misread;
mod noun;
pub(super) mod number;
mod unit;

use decorated::is_ornament;
pub(super) use decorated::read_line;
pub(super) use hash::behind_hashes;
pub(super) use noun::{part_before_text, suffix};

use super::glyph;
use super::numeral;
use super::style::Style;

/// How many times a number of 1.2.3 counts in [`Marker::prefix`] for the one behind it.
pub(super) const PART: u32 = 100;

/// The first number of 1.2.3, whose [`Marker::prefix`] this is.
pub(super) fn leading(mut prefix: u32) -> u32 {
    while prefix >= PART {
        prefix /= PART;
    }
    prefix
}

/// A marker as it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Marker {
    /// What it is.
    pub style: Style,
    /// Which delimiters it has: markers of one list agree in them, misprints aside.
    pub variant: u8,
    /// Its number; 0 where it has none (前言, 例文：).
    pub value: u32,
    /// The numbers before it in 1.2.3, each [`PART`] times for the one behind it: 102; 0 for none.
    pub prefix: u32,
    /// First byte of the marker in the text it was read from.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// What it costs not to take it for a heading: about how sure a reader would be who saw this line alone.
    pub weight: f32,
}

/// Variants: the delimiter behind the number. What is more than one character is the same in both widths.
pub(super) mod variant {
    /// 、 and whatever is usual for the style.
    pub(crate) const USUAL: u8 = 0;
    /// ． or 。
    pub(crate) const POINT: u8 = 1;
    /// ，
    pub(crate) const COMMA: u8 = 2;
    /// ：
    pub(crate) const COLON: u8 = 3;
    /// A blank and no delimiter.
    pub(crate) const BLANK: u8 = 4;
    /// Nothing at all.
    pub(crate) const BARE: u8 = 5;
    /// ） without （, or square brackets.
    pub(crate) const BRACKET: u8 = 6;
    /// 是 or a counter: 第一是, 第一階段，
    pub(crate) const WORD: u8 = 7;
    /// A noun before the number, or instead of it: 篇1, 附錄.
    pub(crate) const NOUN: u8 = 8;
    /// The number stands at the end of its line, behind a noun.
    pub(crate) const SUFFIX: u8 = 9;
    /// The same without a noun.
    pub(crate) const BARE_SUFFIX: u8 = 10;
    /// The number of a part stands behind words and a blank, and its text is glued to it.
    pub(crate) const BEFORE_TEXT: u8 = 11;
    /// 步骤一
    pub(crate) const STEP: u8 = 26;
}

impl Marker {
    /// A marker at the start of a text.
    pub(super) fn new(style: Style, variant: u8, value: u32, end: usize, weight: f32) -> Self {
        Self { style, variant, value, prefix: 0, start: 0, end, weight }
    }
}

/// The marker that `text` starts with, if any. `text` is a line without indent, or its rest after an inline
/// boundary.
pub(super) fn read(text: &str) -> Option<Marker> {
    let first = glyph::plain(text.chars().next()?);
    match first {
        '#' => hash::hash(text),
        '第' => unit::ordinal(text).map(|found| unit::chapter_behind(text, found)),
        '卷' => noun::named(text).map(|found| unit::chapter_behind(text, found)),
        '〔' => bracket::bracketed(text).or_else(|| number::parenthesised(text)),
        '【' | '[' | '［' | '〖' | '「' | '『' | '《' => bracket::bracketed(text),
        '(' | '（' | '〈' | '＜' | '<' => number::parenthesised(text).or_else(|| bracket::bracketed(text)),
        '0'..='9' | '０'..='９' => {
            number::stamp(text).or_else(|| decimal::decimal(text)).or_else(|| number::numbered(text))
        }
        'A'..='Z' => decimal::decimal(text).or_else(|| noun::named(text)).or_else(|| number::numbered(text)),
        _ if numeral::is_stroke(first) => misread::stroke(text),
        _ => noun::named(text).or_else(|| number::numbered(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A heading, and the style, number and text of its marker.
    const READ: [(&str, Style, u32, &str); 98] = [
        ("2.12002年的事", Style::Decimal(2), 1, "2.1"),
        ("【講稿三】題", Style::Part, 3, "【講稿三】"),
        ("材料之二 題", Style::Case, 2, "材料之二"),
        ("## 附錄", Style::Hash(2), 0, "##"),
        ("# 二、題", Style::Hash(1), 2, "二、"),
        ("## 1 題", Style::Hash(2), 1, "1"),
        ("## 3個題", Style::Hash(2), 0, "##"),
        ("第 十二 章 題", Style::Chapter, 12, "第 十二 章"),
        ("第3篇：題", Style::Part, 3, "第3篇："),
        ("第一部分 題", Style::Division, 1, "第一部分"),
        ("第一百零一條 凡", Style::Article, 101, "第一百零一條"),
        ("第三,題", Style::Ordinal, 3, "第三,"),
        ("第二階段，題", Style::Ordinal, 2, "第二階段，"),
        ("【篇二】題", Style::Part, 2, "【篇二】"),
        ("【三】題", Style::HanParen, 3, "【三】"),
        ("( 三 )題", Style::HanParen, 3, "( 三 )"),
        ("（－）題", Style::HanParen, 1, "（－）"),
        ("(12) 題", Style::ArabicParen, 12, "(12)"),
        ("(Ⅱ)題", Style::Roman, 2, "(Ⅱ)"),
        ("2010-11-12 09:35:18,題", Style::Stamp, 0, "2010-11-12 09:35:18,"),
        ("下卷 題", Style::Volume, 0, "下卷"),
        ("第二單元 題", Style::Unit, 2, "第二單元"),
        ("第四講：題", Style::Lesson, 4, "第四講："),
        ("第一課時", Style::Section, 1, "第一課時"),
        ("第十二條之一 題", Style::Article, 0, "第十二條之一"),
        ("第二步：題", Style::Ordinal, 2, "第二步："),
        ("案例二：題", Style::Case, 2, "案例二："),
        ("（二 題", Style::HanParen, 2, "（二"),
        ("0 引言", Style::Arabic, 0, "0"),
        ("後　記", Style::Matter, 0, "後　記"),
        ("2.3.1 題", Style::Decimal(3), 1, "2.3.1"),
        ("2-3 題", Style::Decimal(2), 3, "2-3"),
        ("—、題", Style::Han, 1, "—、"),
        ("十—、題", Style::Han, 11, "十—、"),
        ("貮、題", Style::Formal, 2, "貮、"),
        ("番外篇（上）", Style::Chapter, 0, "番外篇（上）"),
        ("2.3:題", Style::Decimal(2), 3, "2.3:"),
        ("其次，題", Style::Adverb, 2, "其次，"),
        ("其三，題", Style::Clause, 3, "其三，"),
        ("范文一：題", Style::Part, 1, "范文一："),
        ("例文:題", Style::Part, 0, "例文:"),
        ("卷三 題", Style::Volume, 3, "卷三"),
        ("專題二：題", Style::Chapter, 2, "專題二："),
        ("第二專題 題", Style::Chapter, 2, "第二專題"),
        ("附件2：題", Style::Chapter, 2, "附件2："),
        ("前言", Style::Matter, 0, "前言"),
        ("三是要題", Style::Clause, 3, "三是要"),
        ("十一、題", Style::Han, 11, "十一、"),
        ("一．題", Style::Han, 1, "一．"),
        ("（壹）題", Style::Formal, 1, "（壹）"),
        ("贰、題", Style::Formal, 2, "贰、"),
        ("丙、題", Style::Stem, 3, "丙、"),
        ("IV. 題", Style::Roman, 4, "IV."),
        ("１２、題", Style::Arabic, 12, "１２、"),
        ("3.題", Style::Arabic, 3, "3."),
        ("3) 題", Style::ArabicParen, 3, "3)"),
        ("b. 題", Style::Lower, 2, "b."),
        ("〈二〉題", Style::HanParen, 2, "〈二〉"),
        ("(2). 題", Style::ArabicParen, 2, "(2)."),
        ("二)、題", Style::HanParen, 2, "二)、"),
        ("㈡題", Style::HanParen, 2, "㈡"),
        ("⑵題", Style::ArabicParen, 2, "⑵"),
        ("⒉題", Style::Arabic, 2, "⒉"),
        ("⑫題", Style::Circled, 12, "⑫"),
        ("三 題", Style::Han, 3, "三"),
        ("【一、題】", Style::Han, 1, "【一、"),
        ("【第一條】題", Style::Article, 1, "【第一條】"),
        ("【第一章 題】", Style::Chapter, 1, "【第一章"),
        ("「第一章」", Style::Chapter, 1, "「第一章」"),
        ("第 7-1 條", Style::Article, 0, "第 7-1 條"),
        ("第 7 條之 1", Style::Article, 0, "第 7 條之 1"),
        ("第2.3節 題", Style::Section, 3, "第2.3節"),
        ("第2.3節 “", Style::Section, 3, "第2.3節"),
        ("第2.3條 題", Style::Decimal(2), 3, "第2.3條"),
        ("第 一 款 題", Style::Subsection, 1, "第 一 款"),
        ("第二目", Style::Item, 2, "第二目"),
        ("第3-4章 題", Style::Chapter, 4, "第3-4章"),
        ("第一卷 某 第三章 題", Style::Chapter, 3, "第一卷 某 第三章"),
        ("三十章 題", Style::Chapter, 30, "三十章"),
        ("第一講第二節︰題", Style::Section, 2, "第一講第二節︰"),
        ("第一講第二節：題", Style::Section, 2, "第一講第二節："),
        ("chapter.001 題", Style::Chapter, 1, "chapter.001"),
        ("番外 第二章 題", Style::Chapter, 2, "番外 第二章"),
        ("番外（三）", Style::Chapter, 3, "番外（三）"),
        ("番外 題", Style::Chapter, 0, "番外"),
        ("大結局（上）", Style::Matter, 0, "大結局（上）"),
        ("0. 題", Style::Arabic, 0, "0."),
        ("零、題", Style::Han, 0, "零、"),
        ("2∙1　題", Style::Decimal(2), 1, "2∙1"),
        ("三·題", Style::Han, 3, "三·"),
        ("1\u{fe0f}\u{20e3} 題", Style::Arabic, 1, "1\u{fe0f}\u{20e3}"),
        ("l、題", Style::Arabic, 1, "l、"),
        ("A.2 題", Style::Decimal(2), 2, "A.2"),
        ("1.2.3.4.5 題", Style::Decimal(5), 5, "1.2.3.4.5"),
        ("章 2. 題", Style::Chapter, 2, "章 2."),
        ("2 PN 結", Style::Arabic, 2, "2"),
        ("\u{e687}題", Style::HanParen, 2, "\u{e687}"),
        ("\u{2f06}丶題", Style::Han, 2, "\u{2f06}丶"),
    ];

    #[test]
    fn every_row_of_the_table_is_read() {
        for (text, style, value, marker) in READ {
            let found = read(text).unwrap();
            assert_eq!((found.style, found.value), (style, value), "{text}");
            assert_eq!(text.get(found.start..found.end), Some(marker), "{text}");
        }
    }

    #[test]
    fn a_page_of_a_scan_is_no_heading() {
        for (line, is_heading) in
            [("## Page 12", false), ("# 第 3 頁", false), ("## 第三頁", true), ("## Page 三", true)]
        {
            assert_eq!(read(line).is_some(), is_heading, "{line}");
        }
    }

    #[test]
    fn steps_are_told_from_other_cases() {
        assert_eq!(read("步驟一：題").map(|marker| marker.variant), Some(variant::STEP));
    }

    #[test]
    fn prose_that_looks_like_a_marker_weighs_little() {
        let prose = [
            "五、六年前的事",
            "第一章为绪论",
            "第一時間趕到",
            "1.5億元",
            "40.00 億元人民幣",
            "2018年5月",
            "3月5日",
            "10:30開會",
            "10.30:15開會",
            "一、二、三等獎",
            "一、二十個孩子追在車後",
            "十、二十年以後",
            "【圖1】園子的平面",
            "3個月",
            "一方面",
            "第一回合打完",
            "第二部门的人",
            "第三集团军",
            "1-5月份",
            "2.5小時以內",
            "1\t鐵絲\t6.8",
            "3 鐵絲 公斤 6.8",
            "上篇文章說到這裏",
            "第一課時我們看花",
            "三十章程寫得明白",
            "第一款規定的情形",
            "第一款 前條的花，以一寸為限。",
            "6.2的箱子",
            "6.2和6.3的箱子",
            "6.2所用的繩子同樣適用。",
            "一·二九那年",
            "第一章 完",
            "番外寫完了",
            "大結局來得太早",
            "0.5 米",
            "3 PM 開會",
            "第2.3節 “看水”",
        ];
        for text in prose {
            assert!(read(text).is_none_or(|marker| marker.weight < 1.0), "{text}");
        }
    }

    #[test]
    fn the_number_of_a_part_may_end_its_line() {
        let cases = [
            ("會議上的講話 篇2", 2, "篇2"),
            ("讀書心得第三篇", 3, "第三篇"),
            ("讀書心得（二）", 2, "（二）"),
            ("讀書心得(篇4)", 4, "(篇4)"),
            ("年終總結12", 12, "12"),
            ("讀書心得之二", 2, "之二"),
            ("讀書心得[3]", 3, "[3]"),
        ];
        for (text, value, marker) in cases {
            let found = suffix(text).unwrap();
            assert_eq!((found.value, text.get(found.start..found.end)), (value, Some(marker)), "{text}");
        }
        for text in ["會議上的講話(精選13篇)", "花木的生長情況圖1", "今天又是星期一"]
        {
            assert_eq!(suffix(text), None, "{text}");
        }
    }
}
