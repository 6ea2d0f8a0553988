//! The command line in simplified Chinese.

use super::Message;
use crate::export::SelectionError;
use crate::lang::Lang;
use crate::messages::errors::{mistake as mistake_in, shown};

/// The message in simplified Chinese.
pub(super) fn say(message: Message<'_>) -> String {
    let shown = |path| shown(path, "标准输入");
    match message {
        Message::Exists(path) => format!("{}：已经存在，加 --force 才会替换", shown(path)),
        Message::Empty(path) => format!("{} 是空的", shown(path)),
        Message::Selection(error) => selection(error),
        Message::NotFound(path, words) => format!("{} 里没有“{words}”", shown(path)),
        Message::NoProfile(name, []) => format!("没有叫“{name}”的导出方案；方案在窗口的导出面板里保存"),
        Message::NoProfile(name, known) => {
            format!("没有叫“{name}”的导出方案；现有：{}", known.join("、"))
        }
        Message::Output(error) => format!("无法写到标准输出：{error}"),
        Message::Binary(path) => format!("注意：{} 不像文本文件", shown(path)),
        Message::Lossy(path, encoding) => {
            format!("注意：{} 里有 {encoding} 不认识的字节，可以试试 --encoding", shown(path))
        }
        Message::Nuls(path, count) => format!("注意：略去了 {} 里的 {count} 个空字符（NUL）", shown(path)),
        Message::Remark(path, remark) => format!("注意：{}：{remark}", shown(path)),
        Message::GivenUp(path) => format!("注意：{} 的编号或行数太多，没有大纲", shown(path)),
        Message::Unclear(path) => {
            format!("注意：看不出 {} 是简体还是繁体，没有转换，可以试试 --from", shown(path))
        }
        Message::Lost(path, count) => format!("警告：{} 有 {count} 处改动找不到原来的位置", shown(path)),
        Message::SetAside(path) => format!("警告：有一个设置文件读不懂，已改名为 {}", shown(path)),
        Message::Mistake(path, mistake) => {
            format!("注意：{} {}", shown(path), mistake_in(Lang::Hans, mistake))
        }
        Message::MoreMistakes(path, count) => format!("注意：{} 还有 {count} 行不是词条", shown(path)),
        Message::NoDisplay(why) => format!("打不开窗口：{why}"),
        Message::NoWindow => "这个程序编译时没有包含窗口，用法见 gangmu --help".to_owned(),
    }
}

fn selection(error: &SelectionError) -> String {
    match error {
        SelectionError::Empty => "--sections 没有写章节".to_owned(),
        SelectionError::Malformed { part } => {
            format!("--sections：“{part}”不是章节或要点的编号（写法如 3、3.2、4-6、3.2#1 或 0）")
        }
        SelectionError::Unknown { part } => {
            format!("--sections：没有编号为 {part} 的章节或要点，用 gangmu outline --kind all 可以列出")
        }
        SelectionError::NotSiblings { part } => {
            format!("--sections：{part} 不是同一标题下由前到后的范围")
        }
    }
}
