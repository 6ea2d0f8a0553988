//! Words for what is in doubt about a section, and why.

use crate::lang::Lang;
use crate::messages::pick;
use crate::messages::window::grouped;
use crate::outline::{Diagnosis, Evidence, Style};

/// How many doubts there are.
pub(crate) fn doubts(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Hans, _) => format!("{} 处存疑", grouped(count)),
        (Lang::Hant, _) => format!("{} 處存疑", grouped(count)),
        (Lang::En, 1) => "1 doubt".to_owned(),
        (Lang::En, _) => format!("{} doubts", grouped(count)),
    }
}

/// What is odd about a section.
pub(crate) fn diagnosis(lang: Lang, diagnosis: Diagnosis) -> String {
    let three = match diagnosis {
        Diagnosis::Missing { first, count } => return missing(lang, first, count),
        Diagnosis::Repeated => ["编号重复", "編號重複", "number repeated"],
        Diagnosis::OutOfOrder => ["编号次序不对", "編號次序不對", "number out of order"],
        Diagnosis::Glued => [
            "标题与正文连在一起，结尾处是推测的",
            "標題與正文連在一起，結尾處是推測的",
            "heading runs into the text, its end is a guess",
        ],
        Diagnosis::LevelJump => [
            "层级跳跃，上级标题可能缺失",
            "層級跳躍，上級標題可能缺失",
            "a level is skipped, a heading may be lost",
        ],
        Diagnosis::Cut => [
            "原文在句中断行，这里已接上",
            "原文在句中斷行，這裡已接上",
            "a paragraph that the file cuts in mid-sentence is read as one",
        ],
    };
    pick(lang, three).to_owned()
}

fn missing(lang: Lang, first: u32, count: u32) -> String {
    let last = first.saturating_add(count.saturating_sub(1));
    let range = if count > 1 { format!("{first}–{last}") } else { first.to_string() };
    match lang {
        Lang::Hans => format!("前面缺少编号 {range}"),
        Lang::Hant => format!("前面缺少編號 {range}"),
        Lang::En if count > 1 => format!("numbers {range} are missing before it"),
        Lang::En => format!("number {range} is missing before it"),
    }
}

/// The rule that found a section, by an example of its markers.
pub(crate) fn rule(lang: Lang, evidence: &Evidence) -> String {
    if evidence.from_format {
        let three = ["文件把它标为标题", "檔案把它標為標題", "the file marks it as a heading"];
        return pick(lang, three).to_owned();
    }
    if evidence.style == Style::Heading {
        let three = ["单独成行的粗体字", "單獨成行的粗體字", "a line by itself in bold"];
        return pick(lang, three).to_owned();
    }
    let example = match evidence.style {
        Style::Heading => "",
        Style::Hash(_) => "#",
        Style::Part => "篇1",
        Style::Division => "第一部分",
        Style::Book => "第一編",
        Style::Volume => "第一卷",
        Style::Chapter => "第一章",
        Style::Matter => "前言",
        Style::Unit => "第一單元",
        Style::Lesson => "第一課",
        Style::Case => "案例一",
        Style::Section => "第一節",
        Style::Subsection => "第一款",
        Style::Item => "第一目",
        Style::Article => "第一條",
        Style::Stamp => "2010-11-12",
        Style::Formal => "壹、",
        Style::Roman => "Ⅰ、",
        Style::Stem => "甲、",
        Style::Han => "一、",
        Style::HanParen => "（一）",
        Style::Ordinal => "第一、",
        Style::Arabic => "1、",
        Style::Decimal(_) => "1.1",
        Style::ArabicParen => "(1)",
        Style::Upper => "A、",
        Style::Lower => "a、",
        Style::Circled => "①",
        Style::Clause => "一是",
        Style::Adverb => "首先",
    };
    match lang {
        Lang::Hans => format!("编号样式：{example}"),
        Lang::Hant => format!("編號樣式：{example}"),
        Lang::En => format!("numbered as {example}"),
    }
}
