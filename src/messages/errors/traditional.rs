//! Errors in traditional Chinese.

use super::shown;
use crate::export::ExportError;
use crate::import::{ImportError, Package, Remark};
use crate::script::{ConfigError, ConfigErrorKind as Kind, ConvertError, Mistake, MistakeKind, Toward};
use crate::session::files::{FileError, FileErrorKind};

/// What is the matter with a file.
pub(super) fn file(FileError { path, kind }: &FileError) -> String {
    let what = match kind {
        FileErrorKind::Missing => "沒有這個檔案".to_owned(),
        FileErrorKind::Directory => "是資料夾，不是檔案".to_owned(),
        FileErrorKind::NotPermitted => "沒有權限".to_owned(),
        FileErrorKind::NotFolder => "是檔案，不是資料夾".to_owned(),
        FileErrorKind::NotRegular => "是管線、裝置或失效的連結".to_owned(),
        FileErrorKind::TooLarge { limit, .. } => format!("超過 {} MiB", limit >> 20),
        FileErrorKind::Exists => "已經存在".to_owned(),
        FileErrorKind::Source => "就是正在讀的檔案，原檔從不改寫".to_owned(),
        FileErrorKind::NoFolder => "所在的資料夾不存在".to_owned(),
        FileErrorKind::ReadOnly => "檔案系統是唯讀的".to_owned(),
        FileErrorKind::Full => "磁碟空間不足".to_owned(),
        FileErrorKind::Busy => "被別的程式佔用，稍後再試".to_owned(),
        FileErrorKind::Package(of) => package(*of).to_owned(),
        FileErrorKind::Import(error) => import(error).to_owned(),
        FileErrorKind::Cancelled => "已取消".to_owned(),
        FileErrorKind::Other(error) => error.to_string(),
    };
    format!("{}：{what}", shown(path, "標準輸入"))
}

/// Why a package is not read.
const fn package(package: Package) -> &'static str {
    match package {
        Package::Office => "是試算表、簡報或其他不是文章的辦公軟體檔案",
        Package::Locked => "有密碼保護；請先另存為沒有密碼的檔案",
        Package::Archive => "是壓縮檔，請先解壓縮",
        Package::Part => "是不完整的辦公軟體檔案：後面的部分不見了，請重新取得",
        Package::Cnki => "是中國知網的文獻（CAJ）；請先用其閱讀器（CAJViewer）另存為 PDF",
        Package::Ofd => "是 OFD 版式檔案；請先用其閱讀器另存為 PDF",
        Package::Kindle => "是 Kindle 電子書；請先轉換為 EPUB（例如用 Calibre）",
        Package::Help => "是壓縮的說明檔（CHM）；請先解開成網頁",
        Package::Picture => "是圖片；圖片中的文字無法讀取",
    }
}

/// Why a document is not read as its format.
const fn import(error: &ImportError) -> &'static str {
    match error {
        ImportError::Locked => "有密碼保護；請先另存為沒有密碼的檔案",
        ImportError::Damaged => "已損壞，不能讀取",
        ImportError::TooLarge => "展開後太大，不能讀取",
        ImportError::Scanned => "只有頁面的圖像，沒有文字；請先做文字辨識（OCR）",
        ImportError::NoText => "沒有文字",
        ImportError::NeedsOffice => {
            "需要 LibreOffice 才能讀取；請安裝（例如套件 libreoffice-writer），或另存為 .docx"
        }
        ImportError::OfficeFailed => "LibreOffice 不能轉換；請先另存為 .docx",
        ImportError::TooLong => "讀取時間太長",
        ImportError::Crashed => "不能讀取：讀取程式異常結束",
    }
}

/// What the reader should know of an import; none of what shows by itself.
pub(super) fn remark(remark: &Remark) -> Option<String> {
    match remark {
        Remark::Damaged => Some("檔案有一部分已損壞，其餘照常顯示".to_owned()),
        Remark::CutShort => Some("檔案太長，只顯示前面的部分".to_owned()),
        Remark::Unknown(n) => Some(format!("檔案裡有 {n} 個字元查不出是什麼字")),
        Remark::Folded(_) | Remark::Images(_) => None,
    }
}

/// Why sections could not be exported.
pub(super) fn export(error: &ExportError) -> String {
    match error {
        ExportError::NothingChosen => "沒有選取任何章節".to_owned(),
        ExportError::Cancelled => "已取消".to_owned(),
        ExportError::Pack(why) => format!("無法產生檔案：{why}"),
    }
}

/// Why there is no conversion.
pub(super) fn convert(error: &ConvertError) -> String {
    match error {
        ConvertError::NotBuilt => "這個程式編譯時沒有包含 OpenCC 程式庫".to_owned(),
        ConvertError::NotFound { file, looked_in } => {
            let folders: Vec<_> = looked_in.iter().map(|folder| folder.display().to_string()).collect();
            format!("找不到 OpenCC 的 {file}（找過 {}），請安裝 OpenCC", folders.join("、"))
        }
        ConvertError::Io { path, source } => format!("{}：{source}", path.display()),
        ConvertError::Damaged { path } => format!("{} 已損壞，請重新安裝 OpenCC", path.display()),
        ConvertError::Own(error) => config(error),
        ConvertError::Refused { config } => format!("OpenCC 打不開它的設定 {}", config.name()),
    }
}

/// What is wrong with a configuration of the reader's, or with a dictionary of it.
fn config(ConfigError { path, kind }: &ConfigError) -> String {
    let what = match kind {
        Kind::Missing => "沒有這個檔案".to_owned(),
        Kind::NotFile => "是資料夾、管線或裝置，不是檔案".to_owned(),
        Kind::TooLarge { limit } => format!("超過 {} MiB", limit >> 20),
        Kind::TooMany { limit } => format!("用到的詞典超過 {limit} 部"),
        Kind::Unreadable(error) => error.to_string(),
        Kind::NotJson { line, column } => format!("不是 JSON，第 {line} 行第 {column} 欄有誤"),
        Kind::Lacks(field) => format!("缺少「{field}」"),
        Kind::UnknownType(name) => format!("寫了類型「{name}」，只能是 text、ocd2、group 或 mmseg"),
        Kind::NotText => "不是 UTF-8 的文字詞典".to_owned(),
        Kind::BadEntry { line } => format!("第 {line} 行不是詞條（詞、定位字元、轉換結果）"),
        Kind::NotCompiled => "不是編譯過的詞典（ocd2），或已損壞".to_owned(),
        Kind::Empty => "裡面沒有詞條".to_owned(),
        Kind::Refused => "OpenCC 打不開它".to_owned(),
    };
    format!("{}：{what}", path.display())
}

/// What is wrong with a line of a dictionary.
pub(super) fn mistake(Mistake { line, kind }: &Mistake) -> String {
    let names = |between| Toward::ALL.map(Toward::name).join(between);
    let what = match kind {
        MistakeKind::NoTab => "詞與轉換結果之間沒有定位字元（Tab）".to_owned(),
        MistakeKind::NoWord => "定位字元前沒有詞".to_owned(),
        MistakeKind::NoConversion => "定位字元後沒有轉換結果".to_owned(),
        MistakeKind::TooLong { limit } => format!("超過 {limit} 位元組"),
        MistakeKind::Repeated { first } => format!("與第 {first} 行重複，以那一行為準"),
        MistakeKind::UnknownScript { name } => format!("「# to:」不認得「{name}」，可以寫 {}", names("、")),
    };
    format!("第 {line} 行：{what}")
}
