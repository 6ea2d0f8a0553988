//! Words for the window's frame: menus, bars, edges, and buttons that more than one feature has.

use super::grouped;
use crate::lang::Lang;
use crate::messages::pick;

pub(crate) mod about;
pub(crate) mod keys;

/// A text without figures or names in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Text {
    Compare,
    Menu,
    MenuFile,
    MenuView,
    MenuConversion,
    MenuAppearance,
    MenuEdit,
    MenuGo,
    MenuReview,
    MenuCorrect,
    MenuLanguage,
    MenuHelp,
    MenuEncoding,
    Recent,
    Outline,
    Cancel,
    Dismiss,
    Replace,
    OpenIt,
    OutlineEdge,
    SideEdge,
}

/// `text` in `lang`.
pub(crate) const fn t(lang: Lang, text: Text) -> &'static str {
    let texts = match text {
        Text::Compare => ["对照", "對照", "Compare"],
        Text::Menu => ["菜单", "選單", "Menu"],
        Text::MenuFile => ["文件", "檔案", "File"],
        Text::MenuView => ["视图", "檢視", "View"],
        Text::MenuConversion => ["转换", "轉換", "Conversion"],
        Text::MenuAppearance => ["版面", "版面", "Appearance"],
        Text::MenuEdit => ["编辑", "編輯", "Edit"],
        Text::MenuGo => ["转到", "前往", "Go"],
        Text::MenuReview => ["校对", "校閱", "Review"],
        Text::MenuCorrect => ["修正大纲", "修正大綱", "Correct the outline"],
        Text::MenuLanguage => ["语言", "語言", "Language"],
        Text::MenuHelp => ["帮助", "說明", "Help"],
        Text::MenuEncoding => ["编码", "編碼", "Encoding"],
        Text::Recent => ["最近的文件", "最近的檔案", "Recent files"],
        Text::Outline => ["大纲", "大綱", "Outline"],
        Text::Cancel => ["取消", "取消", "Cancel"],
        Text::Dismiss => ["关闭", "關閉", "Dismiss"],
        Text::Replace => ["替换", "取代", "Replace"],
        Text::OpenIt => ["打开", "開啟", "Open"],
        Text::OutlineEdge => ["大纲的宽度", "大綱的寬度", "Width of the outline"],
        Text::SideEdge => ["侧栏的宽度", "側欄的寬度", "Width of the side panel"],
    };
    pick(lang, texts)
}

/// How many characters.
pub(crate) fn characters(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Hans | Lang::Hant => format!("{} 字", grouped(count)),
        Lang::En if count == 1 => "1 character".to_owned(),
        Lang::En => format!("{} characters", grouped(count)),
    }
}

/// How many characters are still to be read, of the section and of the document.
pub(crate) fn remaining(lang: Lang, section: Option<usize>, all: usize) -> String {
    let all = grouped(all);
    match (lang, section.map(grouped)) {
        (Lang::Hans, Some(section)) => format!("本节还剩 {section} 字，全文还剩 {all} 字"),
        (Lang::Hant, Some(section)) => format!("本節還剩 {section} 字，全文還剩 {all} 字"),
        (Lang::En, Some(section)) => format!("{section} characters left in the section, {all} in the text"),
        (Lang::Hans, None) => format!("全文还剩 {all} 字"),
        (Lang::Hant, None) => format!("全文還剩 {all} 字"),
        (Lang::En, None) => format!("{all} characters left"),
    }
}
