//! Words for where a converted character comes from.

use crate::lang::Lang;
use crate::messages::pick;
use crate::script::Rule;

/// What a converted word was, and what decided it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    /// The word in the source.
    pub(crate) source: String,
    /// What is shown for it.
    pub(crate) view: String,
    /// What decided it.
    pub(crate) rule: Rule,
    /// Whether the text is converted by its words.
    pub(crate) careful: bool,
}

/// What decided a conversion.
pub(crate) fn words(lang: Lang, told: &Told) -> String {
    let three = match &told.rule {
        Rule::OwnWord => ["自定词典", "自訂詞典", "Own word"],
        Rule::Phrase => ["由词组决定", "由詞組決定", "Decided by the phrase"],
        Rule::Character(_) if told.careful => ["由上下文决定", "由上下文決定", "Decided by its context"],
        Rule::Character(forms) if forms.is_empty() => {
            ["单字，只有一种写法", "單字，只有一種寫法", "A character of one form"]
        }
        Rule::Character(_) => ["单字，有几种写法", "單字，有幾種寫法", "A character of several forms"],
    };
    let words = pick(lang, three).to_owned();
    let Rule::Character(forms) = &told.rule else { return words };
    if forms.is_empty() {
        return words;
    }
    let forms = forms.iter().map(char::to_string).collect::<Vec<_>>().join(" ");
    format!("{words}{}{forms}", lang.marks().colon)
}

/// What the selected words are in the source.
pub(crate) fn selected(lang: Lang, source: &str) -> String {
    match lang {
        Lang::Hans => format!("原文“{source}”"),
        Lang::Hant => format!("原文「{source}」"),
        Lang::En => format!("In the file: {source}"),
    }
}
