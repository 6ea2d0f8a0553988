//! Words for the reader's own rules.

use crate::lang::Lang;
use crate::messages::window::grouped;
use crate::messages::{Texts, pick};
use crate::outline::rules::RuleError;

/// How many headings a rule finds.
pub(crate) fn matches(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Hans | Lang::Hant, _) => format!("{} 行相符", grouped(count)),
        (Lang::En, 1) => "1 line matches".to_owned(),
        (Lang::En, _) => format!("{} lines match", grouped(count)),
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
