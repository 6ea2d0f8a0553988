//! Words for the box in which a file is chosen where the system has no dialog for it.

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
    NoneOfKind,
    Import,
    NoFits,
    Save,
    Exists,
}

/// `words` in `lang`.
pub(crate) const fn w(lang: Lang, words: Words) -> &'static str {
    let texts = match words {
        Words::Path => ["路径", "路徑", "Path"],
        Words::Up => ["上一层文件夹", "上一層資料夾", "Folder above"],
        Words::All => ["所有文件", "所有檔案", "All files"],
        Words::EmptyFolder => {
            ["这个文件夹里没有文件", "這個資料夾裡沒有檔案", "There are no files in this folder"]
        }
        Words::NoneOfKind => [
            "这个文件夹里没有这类文件",
            "這個資料夾裡沒有這類檔案",
            "There are no files of this kind in this folder",
        ],
        Words::Import => ["导入", "匯入", "Import"],
        Words::NoFits => ["没有名字相符的文件", "沒有名字相符的檔案", "No file has a name like this"],
        Words::Save => ["保存", "儲存", "Save"],
        Words::Exists => [
            "已有同名文件，要替换吗？",
            "已有同名檔案，要取代嗎？",
            "A file of that name exists. Replace it?",
        ],
    };
    pick(lang, texts)
}

/// The title of the box in which a file is chosen.
pub(crate) const fn title(lang: Lang, question: &Question) -> &'static str {
    let three = match question {
        Question::Open => ["打开文件", "開啟檔案", "Open a file"],
        Question::Target(_) | Question::Folder(_) => ["导出到", "匯出到", "Export to"],
        Question::OwnWords => ["导入词典", "匯入詞典", "Import words"],
        Question::Config => ["选择 OpenCC 配置", "選擇 OpenCC 設定", "Choose an OpenCC configuration"],
        Question::OwnWordsTarget(_) => ["导出词典", "匯出詞典", "Export words"],
    };
    pick(lang, three)
}
