//! Errors in simplified Chinese.

use super::shown;
use crate::export::ExportError;
use crate::import::{ImportError, Package, Remark};
use crate::script::{ConfigError, ConfigErrorKind as Kind, ConvertError, Mistake, MistakeKind, Toward};
use crate::session::files::{FileError, FileErrorKind};

/// What is the matter with a file.
pub(super) fn file(FileError { path, kind }: &FileError) -> String {
    let what = match kind {
        FileErrorKind::Missing => "没有这个文件".to_owned(),
        FileErrorKind::Directory => "是文件夹，不是文件".to_owned(),
        FileErrorKind::NotPermitted => "没有权限".to_owned(),
        FileErrorKind::NotFolder => "是文件，不是文件夹".to_owned(),
        FileErrorKind::NotRegular => "是管道、设备或失效的链接".to_owned(),
        FileErrorKind::TooLarge { limit, .. } => format!("超过 {} MiB", limit >> 20),
        FileErrorKind::Exists => "已经存在".to_owned(),
        FileErrorKind::Source => "就是正在读的文件，原文件从不改写".to_owned(),
        FileErrorKind::NoFolder => "所在的文件夹不存在".to_owned(),
        FileErrorKind::ReadOnly => "文件系统是只读的".to_owned(),
        FileErrorKind::Full => "磁盘空间不足".to_owned(),
        FileErrorKind::Busy => "被别的程序占用，稍后再试".to_owned(),
        FileErrorKind::Package(of) => package(*of).to_owned(),
        FileErrorKind::Import(error) => import(error).to_owned(),
        FileErrorKind::Cancelled => "已取消".to_owned(),
        FileErrorKind::Other(error) => error.to_string(),
    };
    format!("{}：{what}", shown(path, "标准输入"))
}

/// Why a package is not read.
const fn package(package: Package) -> &'static str {
    match package {
        Package::Office => "是表格、幻灯片或其他不是文章的办公文档",
        Package::Locked => "有密码保护；请先另存为没有密码的文件",
        Package::Archive => "是压缩文件，请先解压缩",
        Package::Part => "是不完整的办公文档：后面的部分丢失了，请重新获取",
        Package::Cnki => "是中国知网的文献（CAJ）；请先用其阅读器（CAJViewer）另存为 PDF",
        Package::Ofd => "是 OFD 版式文档；请先用其阅读器另存为 PDF",
        Package::Kindle => "是 Kindle 电子书；请先转换为 EPUB（例如用 Calibre）",
        Package::Help => "是压缩的帮助文件（CHM）；请先解开成网页",
        Package::Picture => "是图片；图片中的文字无法读取",
    }
}

/// Why a document is not read as its format.
const fn import(error: &ImportError) -> &'static str {
    match error {
        ImportError::Locked => "有密码保护；请先另存为没有密码的文件",
        ImportError::Damaged => "已损坏，不能读取",
        ImportError::TooLarge => "展开后太大，不能读取",
        ImportError::Scanned => "只有页面的图像，没有文字；请先做文字识别（OCR）",
        ImportError::NoText => "没有文字",
        ImportError::NeedsOffice => {
            "需要 LibreOffice 才能读取；请安装（例如软件包 libreoffice-writer），或另存为 .docx"
        }
        ImportError::OfficeFailed => "LibreOffice 不能转换；请先另存为 .docx",
        ImportError::TooLong => "读取时间太长",
        ImportError::Crashed => "不能读取：读取程序异常结束",
    }
}

/// What the reader should know of an import; none of what shows by itself.
pub(super) fn remark(remark: &Remark) -> Option<String> {
    match remark {
        Remark::Damaged => Some("文件有一部分已损坏，其余照常显示".to_owned()),
        Remark::CutShort => Some("文件太长，只显示前面的部分".to_owned()),
        Remark::Unknown(n) => Some(format!("文件里有 {n} 个字符查不出是什么字")),
        Remark::Folded(_) | Remark::Images(_) => None,
    }
}

/// Why sections could not be exported.
pub(super) fn export(error: &ExportError) -> String {
    match error {
        ExportError::NothingChosen => "没有选中任何章节".to_owned(),
        ExportError::Cancelled => "已取消".to_owned(),
        ExportError::Pack(why) => format!("无法生成文件：{why}"),
    }
}

/// Why there is no conversion.
pub(super) fn convert(error: &ConvertError) -> String {
    match error {
        ConvertError::NotBuilt => "这个程序编译时没有包含 OpenCC 程序库".to_owned(),
        ConvertError::NotFound { file, looked_in } => {
            let folders: Vec<_> = looked_in.iter().map(|folder| folder.display().to_string()).collect();
            format!("找不到 OpenCC 的 {file}（找过 {}），请安装 OpenCC", folders.join("、"))
        }
        ConvertError::Io { path, source } => format!("{}：{source}", path.display()),
        ConvertError::Damaged { path } => format!("{} 已损坏，请重新安装 OpenCC", path.display()),
        ConvertError::Own(error) => config(error),
        ConvertError::Refused { config } => format!("OpenCC 打不开它的配置 {}", config.name()),
    }
}

/// What is wrong with a configuration of the reader's, or with a dictionary of it.
fn config(ConfigError { path, kind }: &ConfigError) -> String {
    let what = match kind {
        Kind::Missing => "没有这个文件".to_owned(),
        Kind::NotFile => "是文件夹、管道或设备，不是文件".to_owned(),
        Kind::TooLarge { limit } => format!("超过 {} MiB", limit >> 20),
        Kind::TooMany { limit } => format!("用到的词典超过 {limit} 部"),
        Kind::Unreadable(error) => error.to_string(),
        Kind::NotJson { line, column } => format!("不是 JSON，第 {line} 行第 {column} 列有误"),
        Kind::Lacks(field) => format!("缺少“{field}”"),
        Kind::UnknownType(name) => format!("写了类型“{name}”，只能是 text、ocd2、group 或 mmseg"),
        Kind::NotText => "不是 UTF-8 的文本词典".to_owned(),
        Kind::BadEntry { line } => format!("第 {line} 行不是词条（词、制表符、转换结果）"),
        Kind::NotCompiled => "不是编译过的词典（ocd2），或已损坏".to_owned(),
        Kind::Empty => "里面没有词条".to_owned(),
        Kind::Refused => "OpenCC 打不开它".to_owned(),
    };
    format!("{}：{what}", path.display())
}

/// What is wrong with a line of a dictionary.
pub(super) fn mistake(Mistake { line, kind }: &Mistake) -> String {
    let names = |between| Toward::ALL.map(Toward::name).join(between);
    let what = match kind {
        MistakeKind::NoTab => "词与转换结果之间没有制表符（Tab）".to_owned(),
        MistakeKind::NoWord => "制表符前没有词".to_owned(),
        MistakeKind::NoConversion => "制表符后没有转换结果".to_owned(),
        MistakeKind::TooLong { limit } => format!("超过 {limit} 字节"),
        MistakeKind::Repeated { first } => format!("与第 {first} 行重复，以那一行为准"),
        MistakeKind::UnknownScript { name } => format!("“# to:”不认识“{name}”，可以写 {}", names("、")),
    };
    format!("第 {line} 行：{what}")
}
