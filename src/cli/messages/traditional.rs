//! The command line in traditional Chinese.

use super::{Message, shown};
use crate::export::{ExportError, SelectionError};
use crate::script::ConvertError;
use crate::session::files::{FileError, FileErrorKind};

/// The message in traditional Chinese.
pub(super) fn say(message: Message<'_>) -> String {
    let shown = |path| shown(path, "標準輸入");
    match message {
        Message::File(error) => file(error),
        Message::Empty(path) => format!("{} 是空的", shown(path)),
        Message::Selection(error) => selection(error),
        Message::NoSections(path) => format!("{} 裡沒有帶編號的章節", shown(path)),
        Message::Export(ExportError::NothingChosen) => "沒有選取任何章節".to_owned(),
        Message::Export(ExportError::Cancelled) => "已取消".to_owned(),
        Message::Export(ExportError::Pack(why)) => format!("無法產生檔案：{why}"),
        Message::Convert(error) => convert(error),
        Message::Output(error) => format!("無法寫到標準輸出：{error}"),
        Message::Binary(path) => format!("注意：{} 不像文字檔", shown(path)),
        Message::Lossy(path, encoding) => {
            format!("注意：{} 裡有 {encoding} 不認得的位元組，可以試試 --encoding", shown(path))
        }
        Message::Nuls(path, count) => format!("注意：略去了 {} 裡的 {count} 個空字元（NUL）", shown(path)),
        Message::Unclear(path) => {
            format!("注意：看不出 {} 是簡體還是繁體，沒有轉換，可以試試 --from", shown(path))
        }
        Message::NoDisplay(why) => format!("打不開視窗：{why}"),
        Message::NoWindow => "這個程式編譯時沒有包含視窗，用法見 gangmu --help".to_owned(),
    }
}

fn file(FileError { path, kind }: &FileError) -> String {
    let what = match kind {
        FileErrorKind::Missing => "沒有這個檔案".to_owned(),
        FileErrorKind::Directory => "是資料夾，不是檔案".to_owned(),
        FileErrorKind::NotPermitted => "沒有權限".to_owned(),
        FileErrorKind::NotFolder => "是檔案，不是資料夾".to_owned(),
        FileErrorKind::NotRegular => "是管線、裝置或失效的連結".to_owned(),
        FileErrorKind::TooLarge { limit, .. } => format!("超過 {} MiB", limit >> 20),
        FileErrorKind::Exists => "已經存在，加 --force 才會取代".to_owned(),
        FileErrorKind::NoFolder => "所在的資料夾不存在".to_owned(),
        FileErrorKind::ReadOnly => "檔案系統是唯讀的".to_owned(),
        FileErrorKind::Full => "磁碟空間不足".to_owned(),
        FileErrorKind::Cancelled => "已取消".to_owned(),
        FileErrorKind::Other(error) => error.to_string(),
    };
    format!("{}：{what}", shown(path, "標準輸入"))
}

fn selection(error: &SelectionError) -> String {
    match error {
        SelectionError::Empty => "--sections 沒有寫章節".to_owned(),
        SelectionError::Malformed { part } => {
            format!("--sections：「{part}」不是章節編號（寫法如 3、3.2 或 4-6）")
        }
        SelectionError::Unknown { part } => {
            format!("--sections：沒有章節 {part}，用 gangmu outline 可以列出")
        }
        SelectionError::NotSiblings { part } => {
            format!("--sections：{part} 不是同一標題下由前到後的範圍")
        }
    }
}

fn convert(error: &ConvertError) -> String {
    match error {
        ConvertError::NotBuilt => "這個程式編譯時沒有包含簡繁轉換".to_owned(),
        ConvertError::NotFound { file, looked_in } => {
            let folders: Vec<_> = looked_in.iter().map(|folder| folder.display().to_string()).collect();
            format!("找不到 OpenCC 的 {file}（找過 {}），請安裝 OpenCC", folders.join("、"))
        }
        ConvertError::Io { path, source } => format!("{}：{source}", path.display()),
        ConvertError::Damaged { path } => format!("{} 已損壞，請重新安裝 OpenCC", path.display()),
        ConvertError::Refused { config } => format!("OpenCC 打不開它的設定 {}", config.name()),
    }
}
