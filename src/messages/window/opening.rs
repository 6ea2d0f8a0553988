//! Words for opening documents: what is said before one is open, of recent ones, of one that has changed, and about the
//! sample.

use crate::lang::Lang;
use crate::messages::pick;

/// A text without figures or names in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    Welcome,
    WelcomeMore,
    DropHere,
    DropHint,
    Reading,
    Decoding,
    ClearRecents,
    Missing,
    Changed,
    Gone,
    Sample,
    HintGo,
    HintScript,
    HintTick,
}

/// `words` in `lang`.
pub(crate) const fn w(lang: Lang, words: Words) -> &'static str {
    let texts = match words {
        Words::Welcome => {
            ["打开一篇长文，先见其纲", "開啟一篇長文，先見其綱", "Open a long text and see its outline first"]
        }
        Words::WelcomeMore => [
            "找出以“篇”“一、”“（一）”“1、”等编号的章节，繁简随时切换，勾选的章节导出为 Word、PDF、EPUB 等。文件只读，一切都在本机。",
            "找出以「篇」「一、」「（一）」「1、」等編號的章節，繁簡隨時切換，勾選的章節匯出為 Word、PDF、EPUB 等。檔案唯讀，一切都在本機。",
            "It finds the numbered sections, shows the text in simplified or traditional script, and exports the sections you tick to Word, PDF, EPUB and more. Your files are only read, and nothing leaves this computer.",
        ],
        Words::DropHere => ["松开即打开", "放開即開啟", "Drop to open"],
        Words::DropHint => [
            "也可以把文件拖进窗口，或粘贴文字",
            "也可以把檔案拖進視窗，或貼上文字",
            "You can also drop a file here or paste text",
        ],
        Words::Reading => ["正在读取", "正在讀取", "Reading"],
        Words::Decoding => ["正在解码", "正在解碼", "Decoding"],
        Words::ClearRecents => ["清除记录", "清除記錄", "Clear the list"],
        Words::Missing => ["找不到", "找不到", "missing"],
        Words::Changed => {
            ["这个文件在别处改过了", "這個檔案在別處改過了", "This file has been changed elsewhere"]
        }
        Words::Gone => [
            "这个文件已被移走或删除；文字仍可阅读和导出",
            "這個檔案已被移走或刪除；文字仍可閱讀和匯出",
            "This file has been moved or deleted. Its text can still be read and exported",
        ],
        Words::Sample => ["这是一篇示例", "這是一篇範例", "This is a sample"],
        Words::HintGo => [
            "点左边的标题，跳到那一节",
            "點左邊的標題，跳到那一節",
            "Click a heading on the left to go there",
        ],
        Words::HintScript => [
            "用右上角的 原 简 繁 臺 港 切换字形",
            "用右上角的 原 简 繁 臺 港 切換字形",
            "Switch the script with 原 简 繁 臺 港 at the top",
        ],
        Words::HintTick => {
            ["勾选章节，再按“导出”", "勾選章節，再按「匯出」", "Tick sections, then press Export"]
        }
    };
    pick(lang, texts)
}

/// An encoding as it is written; the name that the library gives GB18030 is in small letters.
pub(crate) fn encoding(name: &'static str) -> &'static str {
    if name.eq_ignore_ascii_case("gb18030") { "GB18030" } else { name }
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

/// The bytes are no text.
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

/// Nothing on the clipboard.
pub(crate) const fn nothing_to_paste(lang: Lang) -> &'static str {
    pick(lang, ["剪贴板上没有文字", "剪貼簿上沒有文字", "There is no text on the clipboard"])
}
