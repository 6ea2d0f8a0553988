//! The words of exporting, and of what is done with the file.

use std::path::Path;

use super::pick;
use crate::export::Layout;
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

/// What stands above the layouts.
pub(crate) const fn layout(lang: Lang) -> &'static str {
    pick(lang, ["版式", "版式", "Layout"])
}

/// What a layout of papers is called.
pub(crate) const fn layout_name(lang: Lang, layout: Layout) -> &'static str {
    match layout {
        Layout::Plain => pick(lang, ["普通", "普通", "Plain"]),
        Layout::Official => {
            pick(lang, ["公文（GB/T 9704）", "公文（GB/T 9704，大陸）", "Official paper (GB/T 9704)"])
        }
    }
}

/// Whether punctuation is set full-width.
pub(crate) const fn full_width(lang: Lang) -> &'static str {
    pick(lang, ["标点改为全角", "標點改為全形", "Full-width punctuation"])
}
