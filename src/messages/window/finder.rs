//! Words for the box for places and commands.

use super::grouped;
use crate::lang::Lang;
use crate::messages::pick;

/// A text without figures or names in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    PlaceHint,
    CommandHint,
    NoPlace,
}

/// `words` in `lang`.
pub(crate) const fn w(lang: Lang, words: Words) -> &'static str {
    let texts = match words {
        Words::PlaceHint => [
            "标题文字或拼音首字母、3.2、45%、L120",
            "標題文字或拼音首字母、3.2、45%、L120",
            "Words of a heading, pinyin initials, 3.2, 45% or L120",
        ],
        Words::CommandHint => ["命令或标题", "命令或標題", "A command or a heading"],
        Words::NoPlace => ["没有匹配项", "沒有相符的項目", "Nothing matches"],
    };
    pick(lang, texts)
}

/// A share of the document, 0 to 100: the same in every language.
pub(crate) fn percent(share: f64) -> String {
    format!("{share:.0}%")
}

/// A line of the file, 1-based.
pub(crate) fn line(lang: Lang, number: usize) -> String {
    let number = grouped(number);
    match lang {
        Lang::Hans | Lang::Hant => format!("第 {number} 行"),
        Lang::En => format!("Line {number}"),
    }
}
