//! Words for the review.

use super::grouped;
use crate::lang::Lang;
use crate::messages::pick;
use crate::script::DetectedScript;
use crate::session::review::Standing;

/// A text without figures or names in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    Title,
    Running,
    Stop,
    Again,
    Keep,
    Reopen,
    AlwaysHere,
    AlwaysEverywhere,
    NoWord,
    ReadingHint,
    Suggested,
    List,
    Keys,
}

/// `words` in `lang`.
pub(crate) const fn w(lang: Lang, words: Words) -> &'static str {
    let three = match words {
        Words::Title => ["校对", "校閱", "Review"],
        Words::Running => ["正在查看全文…", "正在檢視全文…", "Looking through the text…"],
        Words::Stop => ["停止", "停止", "Stop"],
        Words::Again => ["重新查看", "重新檢查", "Look again"],
        Words::Keep => ["保持原样", "保持原樣", "Keep as it is"],
        Words::Reopen => ["取消决定", "取消決定", "Decide anew"],
        Words::AlwaysHere => ["本篇此词都这样", "本篇此詞都這樣", "Always, this document"],
        Words::AlwaysEverywhere => ["所有文件都这样", "所有檔案都這樣", "Always, all documents"],
        Words::NoWord => [
            "单独一个字用处太多，只能逐处决定",
            "單獨一個字用處太多，只能逐處決定",
            "A single character stands in too many words: decide place by place",
        ],
        Words::ReadingHint => [
            "在繁体中显示；原文不变",
            "在繁體中顯示；原文不變",
            "Shown in traditional script; the source stays",
        ],
        Words::Suggested => ["建议", "建議", "suggested"],
        Words::List => ["待校对之处", "待校閱之處", "Finds"],
        Words::Keys => [
            "↑↓ 选，回车采纳，1–9 选字，K 保持，A 总是，Del 取消",
            "↑↓ 選，Enter 採納，1–9 選字，K 保持，A 總是，Del 取消",
            "↑↓ choose, Enter accepts, 1–9 pick, K keeps, A always, Delete decides anew",
        ],
    };
    pick(lang, three)
}

/// How many of how many finds are decided.
pub(crate) fn progress(lang: Lang, (done, all): (usize, usize)) -> String {
    if all == 0 {
        return pick(lang, ["没有很可能的错字", "沒有很可能的錯字", "No very likely errors"]).to_owned();
    }
    let (done, all) = (grouped(done), grouped(all));
    match lang {
        Lang::Hans => format!("已决定 {done} 处，共 {all} 处"),
        Lang::Hant => format!("已決定 {done} 處，共 {all} 處"),
        Lang::En => format!("{done} of {all} decided"),
    }
}

/// The heading of the sure scars.
pub(crate) fn sure(lang: Lang, count: usize) -> String {
    let count = grouped(count);
    match lang {
        Lang::Hans => format!("很可能转换错了：{count}"),
        Lang::Hant => format!("很可能轉換錯了：{count}"),
        Lang::En => format!("Very likely wrong: {count}"),
    }
}

/// The fold of the doubtful scars.
pub(crate) fn doubtful(lang: Lang, count: usize) -> String {
    let count = grouped(count);
    match lang {
        Lang::Hans | Lang::Hant => format!("存疑：{count}"),
        Lang::En => format!("Doubtful: {count}"),
    }
}

/// The fold of the choices.
pub(crate) fn choices(lang: Lang, words: usize, places: usize) -> String {
    let (words, places) = (grouped(words), grouped(places));
    match lang {
        Lang::Hans => format!("一简对多繁：{words} 词 {places} 处"),
        Lang::Hant => format!("一簡對多繁：{words} 詞 {places} 處"),
        Lang::En => format!("Choices: {words} words, {places} places"),
    }
}

/// The button that decides about all places that are the same.
pub(crate) fn alike(lang: Lang, count: usize) -> String {
    let count = grouped(count);
    match lang {
        Lang::Hans => format!("相同的 {count} 处都采纳"),
        Lang::Hant => format!("相同的 {count} 處都採納"),
        Lang::En => format!("All {count} alike"),
    }
}

/// The button that accepts all that is sure.
pub(crate) fn accept_all(lang: Lang, count: usize) -> String {
    let count = grouped(count);
    match lang {
        Lang::Hans => format!("采纳全部 {count} 处很可能的改正"),
        Lang::Hant => format!("採納全部 {count} 處很可能的改正"),
        Lang::En => format!("Accept all {count} very likely ones"),
    }
}

/// How a find stands, in a word.
pub(crate) const fn standing(lang: Lang, standing: Standing) -> &'static str {
    let three = match standing {
        Standing::Open => ["未决定", "未決定", "undecided"],
        Standing::Decided(_) => ["已修正", "已修正", "mended"],
        Standing::Kept => ["保持原样", "保持原樣", "kept"],
        Standing::Always => ["自定义词典", "自訂詞典", "always"],
    };
    pick(lang, three)
}

/// Nothing was found in a text of that script.
pub(crate) const fn nothing(lang: Lang, script: DetectedScript) -> &'static str {
    let three = match script {
        DetectedScript::Hant | DetectedScript::Mixed => [
            "没有发现转换错误的痕迹",
            "沒有發現轉換錯誤的痕跡",
            "Nothing found: no trace of a wrong conversion",
        ],
        DetectedScript::Hans => [
            "没有发现需要选择的字：每个字转成繁体都只有一种读法",
            "沒有發現需要選擇的字：每個字轉成繁體都只有一種讀法",
            "Nothing found: every character has one reading in traditional script",
        ],
        DetectedScript::Unclear => [
            "没有发现：文字太少，看不出是简体还是繁体",
            "沒有發現：文字太少，看不出是簡體還是繁體",
            "Nothing found: too little text to tell its script",
        ],
    };
    pick(lang, three)
}

/// Remembered decisions on `count` places found no place in the changed text.
pub(crate) fn lost(lang: Lang, count: usize) -> String {
    let number = grouped(count);
    match lang {
        Lang::Hans => format!("文件改过：{number} 处校对的决定找不到原处，没有应用"),
        Lang::Hant => format!("檔案改過：{number} 處校閱的決定找不到原處，沒有套用"),
        Lang::En if count == 1 => {
            "The file has changed: one decision of the review has lost its place".to_owned()
        }
        Lang::En => format!("The file has changed: {number} decisions of the review have lost their places"),
    }
}
