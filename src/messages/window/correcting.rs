//! Words for corrections of the outline, doubts and own rules.

use super::grouped;
use crate::lang::Lang;
use crate::messages::{Texts, pick};
use crate::outline::edit::Scope;
use crate::outline::rules::RuleError;
use crate::outline::{Diagnosis, Evidence, Style};
use crate::session::Correction;

/// A text without figures or names in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    Level,
    CopyHeading,
    NewName,
    MakeHeading,
    MakeSection,
    DoubtsTitle,
    NoDoubts,
    Doubt,
    Remark,
    Unsure,
    RulesTitle,
    RulesHint,
    Pattern,
    PatternHint,
    RuleLevel,
    ForThis,
    ForAll,
    AddRule,
    DropRule,
    FindsNothing,
}

/// `words` in `lang`.
pub(crate) const fn w(lang: Lang, words: Words) -> &'static str {
    let three = match words {
        Words::Level => ["层级", "層級", "Level"],
        Words::CopyHeading => ["复制标题", "複製標題", "Copy heading"],
        Words::NewName => ["新的标题", "新的標題", "New heading"],
        Words::MakeHeading => ["此处设为标题", "此處設為標題", "Make this a heading"],
        Words::MakeSection => ["单独成节", "單獨成節", "Make this a section"],
        Words::DoubtsTitle => ["存疑的章节", "存疑的章節", "Doubtful sections"],
        Words::NoDoubts => ["没有存疑的章节", "沒有存疑的章節", "Nothing is in doubt"],
        Words::Doubt => ["存疑", "存疑", "In doubt"],
        Words::Remark => ["附注", "附註", "Remark"],
        Words::Unsure => ["不能肯定是标题", "不能肯定是標題", "may not be a heading"],
        Words::RulesTitle => ["自定标题规则", "自訂標題規則", "Heading rules"],
        Words::RulesHint => [
            "行首与规则相符的就是标题；规则是正则表达式",
            "行首與規則相符的就是標題；規則是正規表示式",
            "A line that begins as the rule says is a heading. Rules are regular expressions",
        ],
        Words::Pattern => ["规则", "規則", "Rule"],
        Words::PatternHint => [r"例如 第\d+讲", r"例如 第\d+講", r"for example 第\d+講"],
        Words::RuleLevel => ["标题的层级", "標題的層級", "Level of its headings"],
        Words::ForThis => ["只用于这篇", "只用於這篇", "This document only"],
        Words::ForAll => ["用于所有文件", "用於所有檔案", "All documents"],
        Words::AddRule => ["加入规则", "加入規則", "Add the rule"],
        Words::DropRule => ["删去规则", "刪去規則", "Delete the rule"],
        Words::FindsNothing => ["没有相符的行", "沒有相符的行", "No line matches"],
    };
    pick(lang, three)
}

/// What a correction is called in menus.
pub(crate) const fn correction(lang: Lang, correction: Correction) -> &'static str {
    let three = match correction {
        Correction::Promote(Scope::One) => ["升一级", "升一級", "Promote"],
        Correction::Demote(Scope::One) => ["降一级", "降一級", "Demote"],
        Correction::Remove(Scope::One) => ["不是标题", "不是標題", "Not a heading"],
        Correction::Keep(Scope::One) => ["确认无误", "確認無誤", "Confirm"],
        Correction::Promote(Scope::Kind) => ["同类各节升一级", "同類各節升一級", "Promote all of its kind"],
        Correction::Demote(Scope::Kind) => ["同类各节降一级", "同類各節降一級", "Demote all of its kind"],
        Correction::Remove(Scope::Kind) => {
            ["同类各节都不是标题", "同類各節都不是標題", "None of its kind is a heading"]
        }
        Correction::Keep(Scope::Kind) => ["同类各节确认无误", "同類各節確認無誤", "Confirm all of its kind"],
        Correction::Rename => ["改标题", "改標題", "Rename"],
        Correction::MergeNext => ["与下一节合并", "與下一節合併", "Merge with the next"],
        Correction::Split => ["从阅读处分出一节", "從閱讀處分出一節", "Split at the reading position"],
    };
    pick(lang, three)
}

/// So many remembered corrections found no place.
pub(crate) fn skipped(lang: Lang, count: usize) -> String {
    let count = grouped(count);
    match lang {
        Lang::Hans => format!("文件改动过，有 {count} 处大纲修改找不到原处，已保留但未生效"),
        Lang::Hant => format!("檔案改動過，有 {count} 處大綱修改找不到原處，已保留但未生效"),
        Lang::En => format!(
            "The file has changed: {count} outline corrections found no place. They are kept but do nothing"
        ),
    }
}

/// A level of the outline.
pub(crate) fn level(lang: Lang, level: u8) -> String {
    match lang {
        Lang::Hans => format!("第 {level} 级"),
        Lang::Hant => format!("第 {level} 級"),
        Lang::En => format!("Level {level}"),
    }
}

/// A level of the outline with the heading that a section would stand below there.
pub(crate) fn level_below(lang: Lang, level: u8, above: Option<&str>) -> String {
    let name = self::level(lang, level);
    let Some(above) = above else { return name };
    let mut short: String = above.chars().take(14).collect();
    if short.len() < above.len() {
        short.push('…');
    }
    match lang {
        Lang::Hans => format!("{name}，在“{short}”之下"),
        Lang::Hant => format!("{name}，在「{short}」之下"),
        Lang::En => format!("{name}, below {short}"),
    }
}

/// The title of the menu about all sections of a kind.
pub(crate) fn kind_title(lang: Lang, count: usize) -> String {
    let count = grouped(count);
    match lang {
        Lang::Hans => format!("同类各节（{count}）"),
        Lang::Hant => format!("同類各節（{count}）"),
        Lang::En => format!("All of its kind ({count})"),
    }
}

/// How many doubts there are.
pub(crate) fn doubts(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Hans, _) => format!("{} 处存疑", grouped(count)),
        (Lang::Hant, _) => format!("{} 處存疑", grouped(count)),
        (Lang::En, 1) => "1 doubt".to_owned(),
        (Lang::En, _) => format!("{} doubts", grouped(count)),
    }
}

/// How many headings a rule finds.
pub(crate) fn matches(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Hans | Lang::Hant, _) => format!("{} 行相符", grouped(count)),
        (Lang::En, 1) => "1 line matches".to_owned(),
        (Lang::En, _) => format!("{} lines match", grouped(count)),
    }
}

/// What is odd about a section.
pub(crate) fn diagnosis(lang: Lang, diagnosis: Diagnosis) -> String {
    let three = match diagnosis {
        Diagnosis::Missing { first, count } => return missing(lang, first, count),
        Diagnosis::Repeated => ["编号重复", "編號重複", "number repeated"],
        Diagnosis::OutOfOrder => ["编号次序不对", "編號次序不對", "number out of order"],
        Diagnosis::Glued => [
            "标题与正文相连，止于何处是推测的",
            "標題與正文相連，止於何處是推測的",
            "title runs into the text, its end is a guess",
        ],
        Diagnosis::LevelJump => [
            "层级跳跃，上级标题可能缺失",
            "層級跳躍，上級標題可能缺失",
            "a level is skipped, a heading may be lost",
        ],
        Diagnosis::Cut => [
            "原文把一个段落从句中断开，此处连读",
            "原文把一個段落從句中斷開，此處連讀",
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
    let example = match evidence.style {
        Style::Heading => "标题",
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

/// What the engine of rules calls common mistakes, and what they are.
const MISTAKES: &[(&str, Texts)] = &[
    ("unclosed group", ["括号没有关上", "括號沒有關上", "a bracket is not closed"]),
    ("unopened group", ["多出一个右括号", "多出一個右括號", "a closing bracket too many"]),
    ("unclosed character class", ["方括号没有关上", "方括號沒有關上", "a square bracket is not closed"]),
    (
        "repetition operator missing expression",
        ["重复符号前面没有内容", "重複符號前面沒有內容", "nothing to repeat before a repetition sign"],
    ),
    (
        "incomplete escape sequence",
        ["反斜线后面没有内容", "反斜線後面沒有內容", "nothing follows the backslash"],
    ),
    (
        "unrecognized escape sequence",
        ["反斜线后面的字不能这样用", "反斜線後面的字不能這樣用", "unknown character after the backslash"],
    ),
    ("invalid repetition count", ["重复次数写反了", "重複次數寫反了", "the repetition counts are reversed"]),
    (
        "repetition quantifier expects a valid decimal",
        ["花括号里要写次数", "花括號裡要寫次數", "a number belongs into the braces"],
    ),
    ("look-around", ["不支持前后断言", "不支援前後斷言", "look-around is not supported"]),
    ("backreferences", ["不支持反向引用", "不支援反向引用", "backreferences are not supported"]),
];

/// Why a rule cannot be used.
pub(crate) fn rule_error(lang: Lang, error: &RuleError) -> String {
    let RuleError::Syntax(words) = error else {
        return pick(lang, ["规则太大", "規則太大", "The rule is too large"]).to_owned();
    };
    let known = MISTAKES.iter().find(|(known, _)| words.contains(known));
    let why = known.map_or(words.as_str(), |(_, three)| pick(lang, *three));
    match lang {
        Lang::Hans => format!("正则表达式有误：{why}"),
        Lang::Hant => format!("正規表示式有誤：{why}"),
        Lang::En => format!("Not a valid regular expression: {why}"),
    }
}
