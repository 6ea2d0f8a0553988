//! Words for searching.

use super::grouped;
use crate::lang::Lang;
use crate::messages::pick;

/// A text without figures or names in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    Title,
    Field,
    Regex,
    RegexHint,
    BadRegex,
    Nothing,
    Hint,
    BeforeSections,
}

/// `words` in `lang`.
pub(crate) const fn w(lang: Lang, words: Words) -> &'static str {
    let texts = match words {
        Words::Title => ["查找", "尋找", "Find"],
        Words::Field => ["查找文字", "尋找文字", "Find in the text"],
        Words::Regex => ["正则表达式", "正規表示式", "Regular expression"],
        Words::RegexHint => [
            "例如 第.{1,3}章；繁简、全角半角、大小写不分",
            "例如 第.{1,3}章；繁簡、全形半形、大小寫不分",
            "for example 第.{1,3}章; script, width and case make no difference",
        ],
        Words::BadRegex => ["正则表达式有误", "正規表示式有誤", "Not a valid regular expression"],
        Words::Nothing => ["没有找到", "沒有找到", "Not found"],
        Words::Hint => [
            "繁体简体互相都能找到，全角半角、大小写不分，跨行也能找到",
            "繁體簡體互相都能找到，全形半形、大小寫不分，跨行也能找到",
            "Either script finds the other. Width and case make no difference, nor do line breaks within a paragraph",
        ],
        Words::BeforeSections => ["第一节之前", "第一節之前", "Before the first section"],
    };
    pick(lang, texts)
}

/// Which of how many hits is shown; `going` while there may be more.
pub(crate) fn count(lang: Lang, (current, count): (Option<usize>, usize), going: bool) -> String {
    let more = if going { "+" } else { "" };
    let count = grouped(count);
    match (lang, current) {
        (Lang::Hans, Some(current)) => format!("第 {} 处，共 {count}{more} 处", grouped(current + 1)),
        (Lang::Hant, Some(current)) => format!("第 {} 處，共 {count}{more} 處", grouped(current + 1)),
        (Lang::En, Some(current)) => format!("{} of {count}{more}", grouped(current + 1)),
        (Lang::Hans, None) => format!("共 {count}{more} 处"),
        (Lang::Hant, None) => format!("共 {count}{more} 處"),
        (Lang::En, None) => format!("{count}{more} found"),
    }
}
