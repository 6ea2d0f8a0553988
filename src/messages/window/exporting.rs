//! The words of exporting, and of what is done with the file.

use std::path::Path;

use super::pick;
use crate::lang::Lang;

/// The button that shows an exported file in its folder.
pub(crate) const fn show_in_folder(lang: Lang) -> &'static str {
    pick(lang, ["打开所在文件夹", "打開所在資料夾", "Show in folder"])
}

/// The desktop could not show a file.
pub(crate) fn not_revealed(lang: Lang, path: &Path) -> String {
    let path = path.display();
    match lang {
        Lang::Hans => format!("这个系统没有程序能打开它，文件在 {path}"),
        Lang::Hant => format!("這個系統沒有程式能打開它，檔案在 {path}"),
        Lang::En => format!("This system has no program that opens it. The file is {path}"),
    }
}
