//! The command line in simplified Chinese.

use super::{Message, shown};
use crate::export::{ExportError, SelectionError};
use crate::script::ConvertError;
use crate::session::files::{FileError, FileErrorKind};

/// The message in simplified Chinese.
pub(super) fn say(message: Message<'_>) -> String {
    let shown = |path| shown(path, "标准输入");
    match message {
        Message::File(error) => file(error),
        Message::Empty(path) => format!("{} 是空的", shown(path)),
        Message::Selection(error) => selection(error),
        Message::NoSections(path) => format!("{} 里没有带编号的章节", shown(path)),
        Message::Export(ExportError::NothingChosen) => "没有选中任何章节".to_owned(),
        Message::Export(ExportError::Cancelled) => "已取消".to_owned(),
        Message::Export(ExportError::Pack(why)) => format!("无法生成文件：{why}"),
        Message::Convert(error) => convert(error),
        Message::Output(error) => format!("无法写到标准输出：{error}"),
        Message::Binary(path) => format!("注意：{} 不像文本文件", shown(path)),
        Message::Lossy(path, encoding) => {
            format!("注意：{} 里有 {encoding} 不认识的字节，可以试试 --encoding", shown(path))
        }
        Message::Nuls(path, count) => format!("注意：略去了 {} 里的 {count} 个空字符（NUL）", shown(path)),
        Message::Unclear(path) => {
            format!("注意：看不出 {} 是简体还是繁体，没有转换，可以试试 --from", shown(path))
        }
        Message::NoDisplay(why) => format!("打不开窗口：{why}"),
        Message::NoWindow => "这个程序编译时没有包含窗口，用法见 gangmu --help".to_owned(),
    }
}

fn file(FileError { path, kind }: &FileError) -> String {
    let what = match kind {
        FileErrorKind::Missing => "没有这个文件".to_owned(),
        FileErrorKind::Directory => "是文件夹，不是文件".to_owned(),
        FileErrorKind::NotPermitted => "没有权限".to_owned(),
        FileErrorKind::NotFolder => "是文件，不是文件夹".to_owned(),
        FileErrorKind::NotRegular => "是管道、设备或失效的链接".to_owned(),
        FileErrorKind::TooLarge { limit, .. } => format!("超过 {} MiB", limit >> 20),
        FileErrorKind::Exists => "已经存在，加 --force 才会替换".to_owned(),
        FileErrorKind::NoFolder => "所在的文件夹不存在".to_owned(),
        FileErrorKind::ReadOnly => "文件系统是只读的".to_owned(),
        FileErrorKind::Full => "磁盘空间不足".to_owned(),
        FileErrorKind::Cancelled => "已取消".to_owned(),
        FileErrorKind::Other(error) => error.to_string(),
    };
    format!("{}：{what}", shown(path, "标准输入"))
}

fn selection(error: &SelectionError) -> String {
    match error {
        SelectionError::Empty => "--sections 没有写章节".to_owned(),
        SelectionError::Malformed { part } => {
            format!("--sections：“{part}”不是章节编号（写法如 3、3.2 或 4-6）")
        }
        SelectionError::Unknown { part } => {
            format!("--sections：没有章节 {part}，用 gangmu outline 可以列出")
        }
        SelectionError::NotSiblings { part } => {
            format!("--sections：{part} 不是同一标题下由前到后的范围")
        }
    }
}

fn convert(error: &ConvertError) -> String {
    match error {
        ConvertError::NotBuilt => "这个程序编译时没有包含简繁转换".to_owned(),
        ConvertError::NotFound { file, looked_in } => {
            let folders: Vec<_> = looked_in.iter().map(|folder| folder.display().to_string()).collect();
            format!("找不到 OpenCC 的 {file}（找过 {}），请安装 OpenCC", folders.join("、"))
        }
        ConvertError::Io { path, source } => format!("{}：{source}", path.display()),
        ConvertError::Damaged { path } => format!("{} 已损坏，请重新安装 OpenCC", path.display()),
        ConvertError::Refused { config } => format!("OpenCC 打不开它的配置 {}", config.name()),
    }
}
