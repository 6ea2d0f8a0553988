//! Words for exporting, and for what is done with the file.

use super::grouped;
use crate::export::{Field, Format, Layout, PatternError};
use crate::lang::Lang;
use crate::messages::pick;
use std::path::Path;

/// A text without figures or names in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    Title,
    Nothing,
    Format,
    Script,
    WithPath,
    Target,
    ChooseTarget,
    Write,
    Writing,
    Exists,
    Profile,
    NoProfile,
    Keep,
    KeepAs,
    Rename,
    Drop,
    ProfileName,
    NameTaken,
    Layout,
    FullWidth,
    Vertical,
    Phrases,
    Renumber,
    Files,
    OneFile,
    Split,
    NamePattern,
    Folder,
    FilesExist,
    Choose,
    Preview,
    Enlarge,
    OtherFaces,
    FirstPage,
    Begins,
    ShowInFolder,
}

/// `words` in `lang`.
pub(crate) const fn w(lang: Lang, words: Words) -> &'static str {
    let texts = match words {
        Words::Title => ["导出勾选的章节", "匯出勾選的章節", "Export ticked sections"],
        Words::Nothing => [
            "请先在大纲里勾选要导出的章节",
            "請先在大綱裡勾選要匯出的章節",
            "First tick the sections you want in the outline",
        ],
        Words::Format => ["格式", "格式", "Format"],
        Words::Script => ["字形", "字形", "Script"],
        Words::WithPath => ["附上级标题", "附上級標題", "Include the headings above"],
        Words::Target => ["保存为", "儲存為", "Save as"],
        Words::ChooseTarget => ["选择位置…", "選擇位置…", "Choose…"],
        Words::Write => ["导出", "匯出", "Export"],
        Words::Writing => ["正在写入", "正在寫入", "Writing"],
        Words::Exists => [
            "已有同名文件，要替换吗？",
            "已有同名檔案，要取代嗎？",
            "A file of that name exists. Replace it?",
        ],
        Words::Profile => ["方案", "方案", "Profile"],
        Words::NoProfile => ["未用方案", "未用方案", "None"],
        Words::Keep => ["保存", "儲存", "Save"],
        Words::KeepAs => ["存为方案…", "存為方案…", "Save as profile…"],
        Words::Rename => ["改名", "改名", "Rename"],
        Words::Drop => ["删除", "刪除", "Delete"],
        Words::ProfileName => ["方案名称", "方案名稱", "Name of the profile"],
        Words::NameTaken => ["已有这个名称", "已有這個名稱", "There is one of that name"],
        Words::Layout => ["版式", "版式", "Layout"],
        Words::FullWidth => ["标点改为全角", "標點改為全形", "Full-width punctuation"],
        Words::Vertical => ["竖排", "直排", "Vertical lines"],
        Words::Phrases => ["地区用词", "地區用詞", "Regional words"],
        Words::Renumber => ["标题重新编号", "標題重新編號", "Renumber headings"],
        Words::Files => ["文件", "檔案", "Files"],
        Words::OneFile => ["合并为一个", "合併為一個", "One file"],
        Words::Split => ["每节一个", "每節一個", "One per section"],
        Words::NamePattern => ["文件名", "檔案名稱", "File names"],
        Words::Folder => ["保存到文件夹", "儲存到資料夾", "Save in folder"],
        Words::FilesExist => [
            "文件夹里已有同名文件，要替换吗？",
            "資料夾裡已有同名檔案，要取代嗎？",
            "The folder has files of these names. Replace them?",
        ],
        Words::Choose => ["选择", "選擇", "Choose"],
        Words::Preview => ["预览", "預覽", "Preview"],
        Words::Enlarge => ["单击放大", "按一下放大", "Click to enlarge"],
        Words::OtherFaces => [
            "预览里楷体和仿宋显示为宋体，文件里不变",
            "預覽裡楷體和仿宋顯示為宋體，檔案裡不變",
            "Shown in 宋体 here; the file has 楷体 and 仿宋",
        ],
        Words::FirstPage => ["第一页", "第一頁", "The first page"],
        Words::Begins => ["开头", "開頭", "How it begins"],
        Words::ShowInFolder => ["打开所在文件夹", "開啟所在資料夾", "Show in folder"],
    };
    pick(lang, texts)
}

/// An export was written to `path`, a file or the folder of several; where that stands is told elsewhere.
pub(crate) fn exported(lang: Lang, path: &Path, files: usize) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let count = grouped(files);
    match lang {
        Lang::Hans if files > 1 => format!("已导出 {count} 个文件到 {name}"),
        Lang::Hant if files > 1 => format!("已匯出 {count} 個檔案到 {name}"),
        Lang::En if files > 1 => format!("Exported {count} files to {name}"),
        Lang::Hans => format!("已导出 {name}"),
        Lang::Hant => format!("已匯出 {name}"),
        Lang::En => format!("Exported {name}"),
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

/// The desktop could not show a file.
pub(crate) fn not_revealed(lang: Lang, path: &Path) -> String {
    let path = path.display();
    match lang {
        Lang::Hans => format!("这个系统没有程序能打开它，文件在 {path}"),
        Lang::Hant => format!("這個系統沒有程式能開啟它，檔案在 {path}"),
        Lang::En => format!("This system has no program that opens it. The file is {path}"),
    }
}

/// The desktop could neither print the pages in a file nor show them.
pub(crate) fn not_printed(lang: Lang, path: &Path) -> String {
    let path = path.display();
    match lang {
        Lang::Hans => {
            format!("这个系统没有能打印或显示 PDF 的程序。要打印的几页已存为 {path}，可以拿到别处打印")
        }
        Lang::Hant => {
            format!("這個系統沒有能列印或顯示 PDF 的程式。要列印的幾頁已存為 {path}，可以拿到別處列印")
        }
        Lang::En => format!(
            "This system has no program that prints or shows PDFs. The pages are in {path} and can be printed elsewhere"
        ),
    }
}

/// What a format is called.
pub(crate) const fn format_name(lang: Lang, format: Format) -> &'static str {
    match format {
        Format::Docx => "Word (.docx)",
        Format::Md => "Markdown (.md)",
        Format::Txt => pick(lang, ["纯文本 (.txt)", "純文字 (.txt)", "Plain text (.txt)"]),
        Format::Html => "HTML (.html)",
        Format::Pdf => "PDF (.pdf)",
        Format::Epub => "EPUB (.epub)",
        Format::Json => "JSON (.json)",
        Format::Csv => pick(lang, ["目录表格 (.csv)", "目錄表格 (.csv)", "Table of the outline (.csv)"]),
    }
}

/// What a layout of papers is called.
pub(crate) const fn layout_name(lang: Lang, layout: Layout) -> &'static str {
    match layout {
        Layout::Plain => pick(lang, ["普通", "普通", "Plain"]),
        Layout::Official => {
            pick(lang, ["公文（GB/T 9704）", "公文（GB/T 9704，大陸）", "Official (GB/T 9704)"])
        }
    }
}

/// What may stand in the names of files.
pub(crate) fn fields(lang: Lang) -> String {
    let name = |field| {
        let three = match field {
            Field::Number => ["序号", "序號", "number"],
            Field::Address => ["节的位置", "節的位置", "address"],
            Field::Marker => ["编号", "編號", "marker"],
            Field::Title => ["题目", "題目", "title"],
            Field::Heading => ["编号和题目", "編號和題目", "marker and title"],
            Field::Document => ["文件名", "檔名", "document"],
        };
        format!("{{{}}} {}", field.name(), pick(lang, three))
    };
    Field::ALL.map(name).join("\n")
}

/// What is wrong with a pattern of names.
pub(crate) fn pattern(lang: Lang, error: &PatternError) -> String {
    match (error, lang) {
        (PatternError::Unknown(name), Lang::Hans) => format!("没有 {{{name}}} 这一项"),
        (PatternError::Unknown(name), Lang::Hant) => format!("沒有 {{{name}}} 這一項"),
        (PatternError::Unknown(name), Lang::En) => format!("There is no field {{{name}}}"),
        (PatternError::Unclosed, _) => {
            pick(lang, ["有一个 { 没有 }", "有一個 { 沒有 }", "A { has no }"]).to_owned()
        }
        (PatternError::Empty, _) => {
            pick(lang, ["请写文件名", "請寫檔案名稱", "Names must say something"]).to_owned()
        }
    }
}

/// What the headings and the text of an official paper are set in where the system lacks 楷 or 仿宋; `None`: it has both.
pub(crate) const fn lacks(lang: Lang, [kai, fang_song]: [bool; 2]) -> Option<&'static str> {
    let three = match (kai, fang_song) {
        (true, true) => return None,
        (false, true) => [
            "系统没有楷体，（一）级标题用宋体",
            "系統沒有楷體，（一）級標題用宋體",
            "The system has no 楷体: headings of （一） are in 宋体",
        ],
        (true, false) => [
            "系统没有仿宋，正文用宋体",
            "系統沒有仿宋，正文用宋體",
            "The system has no 仿宋: the text is in 宋体",
        ],
        (false, false) => [
            "系统没有仿宋和楷体，都用宋体",
            "系統沒有仿宋和楷體，都用宋體",
            "The system has neither 仿宋 nor 楷体: 宋体 stands in for both",
        ],
    };
    Some(pick(lang, three))
}
