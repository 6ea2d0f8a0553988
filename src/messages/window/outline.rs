//! Words for the outline: its panel, corrections, doubts and own rules.

use super::grouped;
use crate::export::Selection;
use crate::lang::Lang;
use crate::messages::pick;
use crate::outline::edit::Scope;
use crate::session::Correction;

pub(crate) mod doubts;
pub(crate) mod rules;

/// A text without figures or names in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    FilterHint,
    NoSections,
    NoMatch,
    Inferring,
    NotInferred,
    Fold,
    Unfold,
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
    let texts = match words {
        Words::FilterHint => ["筛选标题", "篩選標題", "Filter headings"],
        Words::NoSections => {
            ["这篇文字没有编号的章节", "這篇文字沒有編號的章節", "This text has no numbered sections"]
        }
        Words::NoMatch => ["没有标题含有这些字", "沒有標題含有這些字", "No heading has this text"],
        Words::Inferring => ["正在找出章节", "正在找出章節", "Finding the sections"],
        Words::NotInferred => [
            "没有找章节，正文可以照常阅读",
            "沒有找章節，正文可以照常閱讀",
            "The sections were not looked for. The text can be read as usual",
        ],
        Words::Fold => ["折叠", "摺疊", "Fold"],
        Words::Unfold => ["展开", "展開", "Unfold"],
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
        Words::RulesTitle => ["自定义标题规则", "自訂標題規則", "Heading rules"],
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
    pick(lang, texts)
}

/// How many sections.
pub(crate) fn sections(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Hans, _) => format!("{} 节", grouped(count)),
        (Lang::Hant, _) => format!("{} 節", grouped(count)),
        (Lang::En, 1) => "1 section".to_owned(),
        (Lang::En, _) => format!("{} sections", grouped(count)),
    }
}

/// How many sections are ticked, and how many points apart from them.
pub(crate) fn ticked(lang: Lang, ticks: &Selection) -> String {
    if ticks.contains_preamble() && ticks.is_all() {
        return pick(lang, ["已勾选全文", "已勾選全文", "All ticked"]).to_owned();
    }
    let counts = [ticks.count(), ticks.lone_points()];
    let units = [
        [["节", "節", "section"], ["节", "節", "sections"]],
        [["点", "點", "point"], ["点", "點", "points"]],
    ];
    let named = counts.into_iter().zip(units).filter(|(count, _)| *count > 0).map(|(count, [one, many])| {
        format!("{} {}", grouped(count), pick(lang, if count > 1 { many } else { one }))
    });
    let before = ticks.contains_preamble().then(|| pick(lang, ["前文", "前文", "opening text"]).to_owned());
    let named = before.into_iter().chain(named);
    let list = named.collect::<Vec<_>>().join(lang.marks().enumeration);
    match lang {
        Lang::Hans => format!("已勾选 {list}"),
        Lang::Hant => format!("已勾選 {list}"),
        Lang::En => format!("{list} ticked"),
    }
}

/// What stands before the first section, or, in a text without sections, all of it.
pub(crate) const fn preamble(lang: Lang, is_all: bool) -> &'static str {
    let three = if is_all {
        ["全文", "全文", "The whole text"]
    } else {
        ["第一节之前的文字", "第一節之前的文字", "Text before the first section"]
    };
    pick(lang, three)
}

/// The label of a row's tick box.
pub(crate) fn tick_label(lang: Lang, heading: &str) -> String {
    match lang {
        Lang::Hans => format!("勾选 {heading}"),
        Lang::Hant => format!("勾選 {heading}"),
        Lang::En => format!("Tick {heading}"),
    }
}

/// There are more numbers or lines than an outline is made of.
pub(crate) const fn given_up(lang: Lang) -> &'static str {
    pick(
        lang,
        [
            "这个文件的编号或行数太多，没有大纲",
            "這個檔案的編號或行數太多，沒有大綱",
            "This file has far too many numbers or lines for an outline. None was made",
        ],
    )
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
        Lang::En => format!("{name}, under {short}"),
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
