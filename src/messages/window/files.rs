//! Words for files: choosing one, recent ones, one that has changed; and what is said about the sample.

use crate::lang::Lang;
use crate::messages::pick;
use crate::session::Question;

/// A text without figures or names in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    Path,
    Up,
    All,
    EmptyFolder,
    Save,
    NoFits,
    Exists,
    ClearRecents,
    Missing,
    Changed,
    Gone,
    NeedsRows,
    Sample,
    HintGo,
    HintScript,
    HintTick,
}

/// `words` in `lang`.
pub(crate) const fn w(lang: Lang, words: Words) -> &'static str {
    let three = match words {
        Words::Path => ["路径", "路徑", "Path"],
        Words::Up => ["上一层文件夹", "上一層資料夾", "Folder above"],
        Words::All => ["所有文件", "所有檔案", "All files"],
        Words::EmptyFolder => {
            ["这个文件夹里没有文件", "這個資料夾裡沒有檔案", "There are no files in this folder"]
        }
        Words::NoFits => ["没有名字相符的文件", "沒有名字相符的檔案", "No file has a name like this"],
        Words::Save => ["保存", "儲存", "Save"],
        Words::Exists => [
            "已有同名文件，要替换吗？",
            "已有同名檔案，要取代嗎？",
            "A file of that name exists. Replace it?",
        ],
        Words::ClearRecents => ["清除记录", "清除記錄", "Clear the list"],
        Words::Missing => ["已不在", "已不在", "missing"],
        Words::Changed => {
            ["这个文件在别处改过了", "這個檔案在別處改過了", "This file has been changed elsewhere"]
        }
        Words::Gone => [
            "这个文件已被移走或删除；文字仍可阅读和导出",
            "這個檔案已被移走或刪除；文字仍可閱讀和匯出",
            "This file has been moved or deleted. Its text can still be read and exported",
        ],
        Words::NeedsRows => [
            "双栏只用于横排；竖排与对照时没有双栏",
            "雙欄只用於橫排；直排與對照時沒有雙欄",
            "Two columns need rows of text: vertical text and the comparison have none",
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
    pick(lang, three)
}

/// The title of the box in which a file is chosen.
pub(crate) const fn title(lang: Lang, question: &Question) -> &'static str {
    let three = match question {
        Question::Open => ["打开文件", "打開檔案", "Open a file"],
        Question::Target(_) | Question::Folder(_) => ["导出到", "匯出到", "Export to"],
        Question::Words => ["导入词表", "匯入詞表", "Import words"],
        Question::Config => ["选择 OpenCC 配置", "選擇 OpenCC 設定", "Choose an OpenCC configuration"],
        Question::WordsTarget(_) => ["导出词表", "匯出詞表", "Export words"],
    };
    pick(lang, three)
}
