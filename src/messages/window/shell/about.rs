//! Words for what this program is, and for what it has not yet.

use crate::lang::Lang;
use crate::messages::pick;
use crate::session::notice::Planned;

/// A text without figures or names in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    Motto,
    Version,
    Dictionaries,
    Promise,
    MadeOf,
    Copy,
    Copied,
    Close,
}

/// `words` in `lang`.
pub(crate) const fn w(lang: Lang, words: Words) -> &'static str {
    let three = match words {
        Words::Motto => ["举其纲，万目张", "舉其綱，萬目張", "A reader for long Chinese documents"],
        Words::Version => ["版本", "版本", "Version"],
        Words::Dictionaries => ["转换词典", "轉換詞典", "Dictionaries"],
        Words::Promise => [
            "文件只读，一切都在本机，不连网络",
            "檔案唯讀，一切都在本機，不連網路",
            "Your files are only read. Nothing leaves this computer",
        ],
        Words::MadeOf => ["许可证", "授權", "Licences"],
        Words::Copy => ["复制报告问题所需的信息", "複製回報問題所需的資訊", "Copy details for a report"],
        Words::Copied => [
            "已复制，其中没有任何文件的内容",
            "已複製，其中沒有任何檔案的內容",
            "Copied. It holds nothing of your documents",
        ],
        Words::Close => ["关闭", "關閉", "Close"],
    };
    pick(lang, three)
}

/// What there is instead of what the reader tried.
pub(crate) const fn planned(lang: Lang, planned: Planned) -> &'static str {
    let three = match planned {
        Planned::Bookmarks => [
            "还没有书签：读到哪里会自动记住，Alt+← 回到刚才的地方",
            "還沒有書籤：讀到哪裡會自動記住，Alt+← 回到剛才的地方",
            "Bookmarks are still to come. Your place is remembered, and Alt+← goes back to where you were",
        ],
    };
    pick(lang, three)
}
