//! The command line in traditional Chinese.

use super::Message;
use crate::export::SelectionError;
use crate::lang::Lang;
use crate::messages::errors::{mistake as mistake_in, shown};

/// The message in traditional Chinese.
pub(super) fn say(message: Message<'_>) -> String {
    let shown = |path| shown(path, "標準輸入");
    match message {
        Message::Exists(path) => format!("{}：已經存在，加 --force 才會取代", shown(path)),
        Message::Empty(path) => format!("{} 是空的", shown(path)),
        Message::Selection(error) => selection(error),
        Message::NotFound(path, words) => format!("{} 裡沒有「{words}」", shown(path)),
        Message::NoProfile(name, []) => format!("沒有叫「{name}」的匯出方案；方案在視窗的匯出面板裡儲存"),
        Message::NoProfile(name, known) => {
            format!("沒有叫「{name}」的匯出方案；現有：{}", known.join("、"))
        }
        Message::Output(error) => format!("無法寫到標準輸出：{error}"),
        Message::Binary(path) => format!("注意：{} 不像文字檔", shown(path)),
        Message::Lossy(path, encoding) => {
            format!("注意：{} 裡有 {encoding} 不認得的位元組，可以試試 --encoding", shown(path))
        }
        Message::Nuls(path, count) => format!("注意：略去了 {} 裡的 {count} 個空字元（NUL）", shown(path)),
        Message::Remark(path, remark) => format!("注意：{}：{remark}", shown(path)),
        Message::GivenUp(path) => format!("注意：{} 的編號或行數太多，沒有大綱", shown(path)),
        Message::Unclear(path) => {
            format!("注意：看不出 {} 是簡體還是繁體，沒有轉換，可以試試 --from", shown(path))
        }
        Message::Lost(path, count) => format!("警告：{} 有 {count} 處改動找不到原來的位置", shown(path)),
        Message::SetAside(path) => format!("警告：有一個設定檔讀不懂，已改名為 {}", shown(path)),
        Message::Mistake(path, mistake) => {
            format!("注意：{} {}", shown(path), mistake_in(Lang::Hant, mistake))
        }
        Message::MoreMistakes(path, count) => format!("注意：{} 還有 {count} 行不是詞條", shown(path)),
        Message::NoDisplay(why) => format!("打不開視窗：{why}"),
        Message::NoWindow => "這個程式編譯時沒有包含視窗，用法見 gangmu --help".to_owned(),
    }
}

fn selection(error: &SelectionError) -> String {
    match error {
        SelectionError::Empty => "--sections 沒有寫章節".to_owned(),
        SelectionError::Malformed { part } => {
            format!("--sections：「{part}」不是章節或要點的編號（寫法如 3、3.2、4-6、3.2#1 或 0）")
        }
        SelectionError::Unknown { part } => {
            format!("--sections：沒有編號為 {part} 的章節或要點，用 gangmu outline --kind all 可以列出")
        }
        SelectionError::NotSiblings { part } => {
            format!("--sections：{part} 不是同一標題下由前到後的範圍")
        }
    }
}
