//! Words for the reader's own dictionary.

use crate::lang::Lang;
use crate::messages::errors;
use crate::messages::pick;
use crate::messages::window::grouped;
use crate::script::{Mistake, Toward};

/// A text without figures or names in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    Title,
    Hint,
    Word,
    Conversion,
    ConversionHint,
    Toward,
    ForThis,
    ForAll,
    Add,
    Drop,
    Undo,
    Import,
    Export,
    None,
}

/// `words` in `lang`.
pub(crate) const fn w(lang: Lang, words: Words) -> &'static str {
    let three = match words {
        Words::Title => ["自定义词典", "自訂詞典", "Own words"],
        Words::Hint => [
            "这些词优先于其他词典",
            "這些詞優先於其他詞典",
            "These words take precedence over all dictionaries",
        ],
        Words::Word => ["原文中的词", "原文中的詞", "Word in the source"],
        Words::Conversion => ["转换为", "轉換為", "Converted to"],
        Words::ConversionHint => {
            ["转换为（留空则不转换）", "轉換為（留空則不轉換）", "Converted to (empty: kept as it is)"]
        }
        Words::Toward => ["用于", "用於", "When converting to"],
        Words::ForThis => ["只用于这篇", "只用於這篇", "This document only"],
        Words::ForAll => ["用于所有文件", "用於所有檔案", "All documents"],
        Words::Add => ["加入词典", "加入詞典", "Add the word"],
        Words::Drop => ["删去", "刪去", "Delete"],
        Words::Undo => ["撤销", "復原", "Undo"],
        Words::Import => ["导入词典…", "匯入詞典…", "Import words…"],
        Words::Export => ["导出词典…", "匯出詞典…", "Export words…"],
        Words::None => ["还没有词", "還沒有詞", "No words yet"],
    };
    pick(lang, three)
}

/// Which conversions an entry is for.
pub(crate) const fn toward(lang: Lang, toward: Toward) -> &'static str {
    let three = match toward {
        Toward::Any => ["任何字形", "任何字形", "Any script"],
        Toward::Hans => ["简体", "簡體", "Simplified"],
        Toward::Traditional => ["各种繁体", "各種繁體", "Any traditional"],
        Toward::Hant => ["繁体（OpenCC 标准）", "繁體（OpenCC 標準）", "Traditional (OpenCC)"],
        Toward::Tw => ["台湾", "臺灣", "Taiwan"],
        Toward::Hk => ["香港", "香港", "Hong Kong"],
        Toward::Source => ["原文（修补）", "原文（修補）", "The text itself (mend)"],
    };
    pick(lang, three)
}

/// The menu entry that lets the reader say what `word` becomes.
pub(crate) fn always(lang: Lang, word: &str) -> String {
    match lang {
        Lang::Hans => format!("“{word}”总是转换为…"),
        Lang::Hant => format!("「{word}」一律轉換為…"),
        Lang::En => format!("Always convert “{word}” to…"),
    }
}

/// The menu entry that protects `word`.
pub(crate) fn never(lang: Lang, word: &str) -> String {
    match lang {
        Lang::Hans => format!("“{word}”从不转换"),
        Lang::Hant => format!("「{word}」一律不轉換"),
        Lang::En => format!("Never convert “{word}”"),
    }
}

/// A line of a dictionary is no entry, and `more` others.
pub(crate) fn mistaken(lang: Lang, mistake: &Mistake, more: usize) -> String {
    let first = errors::mistake(lang, mistake);
    let others = match (lang, more) {
        (_, 0) => String::new(),
        (Lang::Hans | Lang::Hant, _) => format!("（另有 {} 行）", grouped(more)),
        (Lang::En, _) => format!(" ({} more)", grouped(more)),
    };
    match lang {
        Lang::Hans => format!("自定义词典{first}{others}"),
        Lang::Hant => format!("自訂詞典{first}{others}"),
        Lang::En => format!("Own words, {first}{others}"),
    }
}
