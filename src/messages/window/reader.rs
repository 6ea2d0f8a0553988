//! Words for the reading column and what stands beside it.

use super::grouped;
use crate::lang::Lang;
use crate::messages::pick;
use crate::script::Rule;

/// The scroll bar of the text.
pub(crate) const fn scroll_bar(lang: Lang) -> &'static str {
    pick(lang, ["阅读位置", "閱讀位置", "Reading position"])
}

/// Which of two texts stands above and which below.
pub(crate) fn above_and_below(lang: Lang, [above, below]: [&str; 2]) -> String {
    match lang {
        Lang::Hans | Lang::Hant => format!("上：{above}　下：{below}"),
        Lang::En => format!("Above: {above}. Below: {below}"),
    }
}

/// The bar below a table that is wider than the text.
pub(crate) const fn table_bar(lang: Lang) -> &'static str {
    pick(lang, ["表格的左右位置", "表格的左右位置", "Place in the table from left to right"])
}

/// Tells how many characters that are not the author's are folded, or shown.
pub(crate) fn furniture(lang: Lang, characters: usize, is_shown: bool) -> String {
    let words = if is_shown {
        [
            "以下 {} 字不是正文（页眉、菜单等），单击收起",
            "以下 {} 字不是正文（頁首、選單等），按一下收起",
            "{} characters of menus and headers follow (click to fold)",
        ]
    } else {
        [
            "已收起不是正文的 {} 字（页眉、菜单等），单击展开",
            "已收起不是正文的 {} 字（頁首、選單等），按一下展開",
            "{} characters of menus and headers (click to show)",
        ]
    };
    pick(lang, words).replace("{}", &grouped(characters))
}

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
pub(crate) fn decided_by(lang: Lang, told: &Told) -> String {
    let three = match &told.rule {
        Rule::OwnWord => ["自定义词典", "自訂詞典", "Own word"],
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

/// What the overview shows, for those who do not see it: sections, ticked sections, doubts, hits.
pub(crate) fn overview(lang: Lang, figures: [usize; 4]) -> String {
    let names = [
        ["{}节", "{}節", "{} sections"],
        ["勾选{}节", "勾選{}節", "{} ticked"],
        ["{}处存疑", "{}處存疑", "{} doubtful"],
        ["找到{}处", "找到{}處", "{} matches"],
    ];
    let told = figures.into_iter().zip(names).filter(|(figure, _)| *figure > 0);
    let told: Vec<_> = told.map(|(figure, name)| pick(lang, name).replace("{}", &grouped(figure))).collect();
    let title = pick(lang, ["全文一览", "全文一覽", "Overview"]);
    if told.is_empty() {
        return title.to_owned();
    }
    let marks = lang.marks();
    format!("{title}{}{}", marks.colon, told.join(marks.comma))
}
