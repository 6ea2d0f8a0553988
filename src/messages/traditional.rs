//! Errors in traditional Chinese.

use super::shown;
use crate::decode::Package;
use crate::export::ExportError;
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
        FileErrorKind::NoFolder => "所在的資料夾不存在".to_owned(),
        FileErrorKind::ReadOnly => "檔案系統是唯讀的".to_owned(),
        FileErrorKind::Full => "磁碟空間不足".to_owned(),
        FileErrorKind::Busy => "被別的程式佔用，稍後再試".to_owned(),
        FileErrorKind::Package(of) => package(*of).to_owned(),
        FileErrorKind::Cancelled => "已取消".to_owned(),
        FileErrorKind::Other(error) => error.to_string(),
    };
    format!("{}：{what}", shown(path, "標準輸入"))
}

/// Why a package is not read.
const fn package(package: Package) -> &'static str {
    match package {
        Package::Word => "是 Word 文件（.docx），目前還不能讀；請先另存為純文字（.txt）",
        Package::Office => "是辦公軟體的文件，目前還不能讀；請先另存為純文字（.txt）",
        Package::OldOffice => "是舊版 Office 的文件，目前還不能讀；請先另存為純文字（.txt）",
        Package::Epub => "是 EPUB 電子書，目前還不能讀；請先轉成純文字（.txt）",
        Package::Pdf => "是 PDF，目前還不能讀；請先把文字存成純文字（.txt）",
        Package::Archive => "是壓縮檔，請先解壓縮",
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
