//! Words for corrections of the outline, doubts and own rules.

use super::{grouped, pick};
use crate::lang::Lang;
use crate::outline::edit::Scope;
use crate::session::Correction;

/// A text without figures or names in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    Level,
    AllOfKind,
    CopyHeading,
    NewName,
    MakeHeading,
    MakeSection,
    DoubtsTitle,
    NoDoubts,
    Doubt,
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
    NoRules,
    TooLarge,
    FindsNothing,
    Points,
}

/// `words` in `lang`.
pub(crate) const fn w(lang: Lang, words: Words) -> &'static str {
    let three = match words {
        Words::Level => ["层级", "層級", "Level"],
        Words::AllOfKind => ["同类各节", "同類各節", "All of this kind"],
        Words::CopyHeading => ["复制标题", "複製標題", "Copy heading"],
        Words::NewName => ["新的标题", "新的標題", "New heading"],
        Words::MakeHeading => ["此处设为标题", "此處設為標題", "Make this a heading"],
        Words::MakeSection => ["单独成节", "單獨成節", "Make this a section"],
        Words::DoubtsTitle => ["存疑的章节", "存疑的章節", "Doubtful sections"],
        Words::NoDoubts => ["没有存疑的章节", "沒有存疑的章節", "Nothing is in doubt"],
        Words::Doubt => ["存疑", "存疑", "In doubt"],
        Words::Unsure => ["不能肯定是标题", "不能肯定是標題", "may not be a heading"],
        Words::RulesTitle => ["自定标题规则", "自訂標題規則", "Heading rules"],
        Words::RulesHint => [
            "行首与规则相符的就是标题；规则用正则表达式写",
            "行首與規則相符的就是標題；規則用正規表示式寫",
            "A line that begins as the rule says is a heading. Rules are regular expressions",
        ],
        Words::Pattern => ["规则", "規則", "Rule"],
        Words::PatternHint => [r"例如 第\d+讲", r"例如 第\d+講", r"for example 第\d+講"],
        Words::RuleLevel => ["标题的层级", "標題的層級", "Level of its headings"],
        Words::ForThis => ["只用于这篇", "只用於這篇", "This document only"],
        Words::ForAll => ["用于所有文件", "用於所有檔案", "All documents"],
        Words::AddRule => ["加入规则", "加入規則", "Add the rule"],
        Words::DropRule => ["删去规则", "刪去規則", "Delete the rule"],
        Words::NoRules => ["还没有规则", "還沒有規則", "No rules yet"],
        Words::TooLarge => ["规则太大", "規則太大", "The rule is too large"],
        Words::FindsNothing => ["没有相符的行", "沒有相符的行", "No line matches"],
        Words::Points => ["要点", "要點", "Point"],
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
        Lang::En => format!("The file has changed: {count} outline corrections found no place. They are kept but do nothing"),
    }
}
