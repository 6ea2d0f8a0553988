//! Words for what is kept on disk.

use crate::lang::Lang;
use std::path::Path;

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
