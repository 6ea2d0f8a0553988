//! Every word of the window: a file for each feature, and here what no feature has for itself.

pub(crate) mod about;
mod actions;
pub(crate) mod appearance;
pub(crate) mod correcting;
pub(crate) mod detection;
pub(crate) mod exporting;
pub(crate) mod files;
pub(crate) mod finding;
pub(crate) mod folds;
mod keys;
pub(crate) mod origin;
pub(crate) mod overview;
pub(crate) mod own_words;
pub(crate) mod reviewing;

pub(crate) use actions::{action, needs};
pub(crate) use keys::{key, or};

use std::path::Path;

use super::pick;
use crate::export::Selection;
use crate::lang::Lang;
use crate::script::{Detected, DetectedScript, Region, Script};

/// A text without figures or names in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Text {
    Menu,
    MenuFile,
    MenuView,
    MenuConversion,
    MenuAppearance,
    MenuGo,
    MenuEdit,
    MenuCorrect,
    MenuReview,
    MenuLanguage,
    MenuHelp,
    MenuEncoding,
    Recent,
    Outline,
    FilterHint,
    NoSections,
    NoMatch,
    Welcome,
    WelcomeMore,
    DropHere,
    DropHint,
    Reading,
    Decoding,
    Inferring,
    NotInferred,
    Cancel,
    Dismiss,
    ExportTitle,
    ExportNothing,
    Format,
    ExportScript,
    WithPath,
    Target,
    ChooseTarget,
    Write,
    Writing,
    Replace,
    Exists,
    OpenIt,
    Fold,
    Unfold,
    ScrollBar,
    OutlineEdge,
    SideEdge,
    Compare,
}

/// `text` in `lang`.
#[expect(clippy::too_many_lines, reason = "one table is easier to keep whole than several")]
pub(crate) const fn t(lang: Lang, text: Text) -> &'static str {
    let three = match text {
        Text::Compare => ["对照", "對照", "Compare"],
        Text::Menu => ["菜单", "選單", "Menu"],
        Text::MenuFile => ["文件", "檔案", "File"],
        Text::MenuView => ["显示", "顯示", "View"],
        Text::MenuConversion => ["转换", "轉換", "Conversion"],
        Text::MenuAppearance => ["版面", "版面", "Appearance"],
        Text::MenuEdit => ["编辑", "編輯", "Edit"],
        Text::MenuGo => ["前往", "前往", "Go"],
        Text::MenuReview => ["校阅", "校閱", "Review"],
        Text::MenuCorrect => ["修正大纲", "修正大綱", "Correct the outline"],
        Text::MenuLanguage => ["语言", "語言", "Language"],
        Text::MenuHelp => ["帮助", "說明", "Help"],
        Text::MenuEncoding => ["编码", "編碼", "Encoding"],
        Text::Recent => ["最近的文件", "最近的檔案", "Recent files"],
        Text::Outline => ["大纲", "大綱", "Outline"],
        Text::FilterHint => ["筛选标题", "篩選標題", "Filter headings"],
        Text::NoSections => {
            ["这篇文字没有编号的章节", "這篇文字沒有編號的章節", "This text has no numbered sections"]
        }
        Text::NoMatch => ["没有标题含有这些字", "沒有標題含有這些字", "No heading has this text"],
        Text::Welcome => {
            ["打开一篇长文，先见其纲", "打開一篇長文，先見其綱", "Open a long text and see its outline first"]
        }
        Text::WelcomeMore => [
            "找出篇、一、（一）、1、等编号的章节，繁简随时切换，勾选的章节导出为 Word、PDF、EPUB 等。文件只读，一切都在本机。",
            "找出篇、一、（一）、1、等編號的章節，繁簡隨時切換，勾選的章節匯出為 Word、PDF、EPUB 等。檔案唯讀，一切都在本機。",
            "It finds the numbered sections, shows the text in simplified or traditional script, and exports the sections you tick to Word, PDF, EPUB and more. Your files are only read, and nothing leaves this computer.",
        ],
        Text::DropHere => ["松开即打开", "放開即打開", "Drop to open"],
        Text::DropHint => [
            "也可以把文件拖进窗口，或粘贴文字",
            "也可以把檔案拖進視窗，或貼上文字",
            "You can also drop a file here or paste text",
        ],
        Text::Reading => ["正在读取", "正在讀取", "Reading"],
        Text::Decoding => ["正在解码", "正在解碼", "Decoding"],
        Text::Inferring => ["正在找出章节", "正在找出章節", "Finding the sections"],
        Text::NotInferred => [
            "没有找章节，正文可以照常阅读",
            "沒有找章節，正文可以照常閱讀",
            "The sections were not looked for. The text can be read as usual",
        ],
        Text::Cancel => ["取消", "取消", "Cancel"],
        Text::Dismiss => ["关闭", "關閉", "Dismiss"],
        Text::ExportTitle => ["导出勾选的章节", "匯出勾選的章節", "Export ticked sections"],
        Text::ExportNothing => [
            "请先在大纲里勾选要导出的章节",
            "請先在大綱裡勾選要匯出的章節",
            "First tick the sections you want in the outline",
        ],
        Text::Format => ["格式", "格式", "Format"],
        Text::ExportScript => ["字形", "字形", "Script"],
        Text::WithPath => ["附上级标题", "附上級標題", "Include the headings above"],
        Text::Target => ["保存为", "儲存為", "Save as"],
        Text::ChooseTarget => ["选择位置…", "選擇位置…", "Choose…"],
        Text::Write => ["导出", "匯出", "Export"],
        Text::Writing => ["正在写入", "正在寫入", "Writing"],
        Text::Replace => ["替换", "取代", "Replace"],
        Text::Exists => [
            "已有同名文件，要替换吗？",
            "已有同名檔案，要取代嗎？",
            "A file of that name exists. Replace it?",
        ],
        Text::OpenIt => ["打开", "打開", "Open"],
        Text::Fold => ["折叠", "摺疊", "Fold"],
        Text::Unfold => ["展开", "展開", "Unfold"],
        Text::OutlineEdge => ["大纲的宽度", "大綱的寬度", "Width of the outline"],
        Text::SideEdge => ["侧栏的宽度", "側欄的寬度", "Width of the side panel"],
        Text::ScrollBar => ["阅读位置", "閱讀位置", "Reading position"],
    };
    pick(lang, three)
}

/// An encoding as it is written; the name that the library gives GB18030 is in small letters.
pub(crate) fn encoding(name: &'static str) -> &'static str {
    if name.eq_ignore_ascii_case("gb18030") { "GB18030" } else { name }
}

/// A script's full name.
pub(crate) const fn script(lang: Lang, script: Script) -> &'static str {
    let three = match script {
        Script::Source => ["原文", "原文", "As in the file"],
        Script::Hans => ["简体", "簡體", "Simplified"],
        Script::Hant => ["繁体", "繁體", "Traditional"],
        Script::Tw => ["台湾正体", "臺灣正體", "Traditional, Taiwan"],
        Script::Hk => ["香港繁体", "香港繁體", "Traditional, Hong Kong"],
    };
    pick(lang, three)
}

/// A script in one character, as the switch shows it: the same in every language.
pub(crate) const fn script_sign(script: Script) -> &'static str {
    match script {
        Script::Source => "原",
        Script::Hans => "简",
        Script::Hant => "繁",
        Script::Tw => "臺",
        Script::Hk => "港",
    }
}

/// What script a document is written in.
pub(crate) const fn detected(lang: Lang, detected: &Detected) -> &'static str {
    let three = match (detected.script, detected.region) {
        (DetectedScript::Hans, _) => ["简体", "簡體", "simplified"],
        (DetectedScript::Hant, Some(Region::Tw)) => ["繁体（台湾）", "繁體（臺灣）", "traditional (Taiwan)"],
        (DetectedScript::Hant, Some(Region::Hk)) => {
            ["繁体（香港）", "繁體（香港）", "traditional (Hong Kong)"]
        }
        (DetectedScript::Hant, None) => ["繁体", "繁體", "traditional"],
        (DetectedScript::Mixed, _) => ["繁简混用", "繁簡混用", "mixed scripts"],
        (DetectedScript::Unclear, _) => ["字形不明", "字形不明", "script unclear"],
    };
    pick(lang, three)
}

/// How many characters.
pub(crate) fn characters(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Hans | Lang::Hant => format!("{} 字", grouped(count)),
        Lang::En if count == 1 => "1 character".to_owned(),
        Lang::En => format!("{} characters", grouped(count)),
    }
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

/// An export was written to `path`.
pub(crate) fn exported(lang: Lang, path: &Path) -> String {
    let path = path.display();
    match lang {
        Lang::Hans => format!("已导出到 {path}"),
        Lang::Hant => format!("已匯出到 {path}"),
        Lang::En => format!("Exported to {path}"),
    }
}

/// Some bytes are no characters of `encoding`.
pub(crate) fn lossy(lang: Lang, encoding: &'static str) -> String {
    let encoding = self::encoding(encoding);
    match lang {
        Lang::Hans => format!("有些字节在 {encoding} 编码里没有对应的字，显示为 �"),
        Lang::Hant => format!("有些位元組在 {encoding} 編碼裡沒有對應的字，顯示為 �"),
        Lang::En => format!("Some bytes are no characters in {encoding} and are shown as �"),
    }
}

/// A remembered file was unreadable and was set aside.
pub(crate) fn set_aside(lang: Lang, path: &Path) -> String {
    let path = path.display();
    match lang {
        Lang::Hans => format!("有一个设置文件读不懂，已改名为 {path}，本次用默认值"),
        Lang::Hant => format!("有一個設定檔讀不懂，已改名為 {path}，本次用預設值"),
        Lang::En => {
            format!("A settings file could not be understood. It is kept as {path}; the defaults are used")
        }
    }
}

/// A remembered file cannot be read and is left alone.
pub(crate) fn not_read(lang: Lang, what: &str) -> String {
    match lang {
        Lang::Hans => format!("有一个设置文件无法读取，保持原样，这次的改动不会写入（{what}）"),
        Lang::Hant => format!("有一個設定檔無法讀取，保持原樣，這次的改動不會寫入（{what}）"),
        Lang::En => {
            format!("A settings file cannot be read and is left alone; changes are not kept there ({what})")
        }
    }
}

/// Messages without figures that notices show.
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

pub(crate) const fn binary(lang: Lang) -> &'static str {
    pick(
        lang,
        [
            "这个文件不像文字（可能是图片、程序或压缩文件），照原样显示",
            "這個檔案不像文字（可能是圖片、程式或壓縮檔），照原樣顯示",
            "This file does not look like text (perhaps an image, a program or an archive). It is shown as it is",
        ],
    )
}

/// The file has no text.
pub(crate) const fn empty(lang: Lang) -> &'static str {
    pick(lang, ["这个文件里没有文字", "這個檔案裡沒有文字", "This file has no text"])
}

/// More files were named than one window shows.
pub(crate) fn kept_for_later(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Hans, _) => format!("另外 {count} 个文件放在“最近的文件”里"),
        (Lang::Hant, _) => format!("另外 {count} 個檔案放在「最近的檔案」裡"),
        (Lang::En, 1) => "One more file is among the recent files".to_owned(),
        (Lang::En, _) => format!("{count} more files are among the recent files"),
    }
}

/// An export is being written.
pub(crate) const fn still_writing(lang: Lang) -> &'static str {
    pick(
        lang,
        [
            "导出还没有写完，请稍候再关闭",
            "匯出還沒有寫完，請稍候再關閉",
            "An export is still being written. Please wait before closing",
        ],
    )
}

/// Nothing on the clipboard.
pub(crate) const fn nothing_to_paste(lang: Lang) -> &'static str {
    pick(lang, ["剪贴板上没有文字", "剪貼簿上沒有文字", "There is no text on the clipboard"])
}

/// `1234567` as `1,234,567`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_grouped_by_thousands() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
