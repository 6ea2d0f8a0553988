//! What the actions are called: a table for each feature, in three languages.

use super::shell::about;
use super::{opening, outline, script};
use crate::lang::Lang;
use crate::messages::{Texts, pick};
use crate::session::action::{Action, Resize, Toggle};
use crate::session::review::ReviewAction;
use crate::settings::{Appearance, TypeStyle};

/// Actions with their names.
type Names = &'static [(Action, Texts)];

/// The tables of all features.
const TABLES: [Names; 8] = [OPENING, EXPORT, READING, SHELL, SEARCH, OUTLINE, SCRIPT, APPEARANCE];

/// Documents that are opened.
const OPENING: Names = &[
    (Action::Open, ["打开…", "開啟…", "Open…"]),
    (Action::Paste, ["阅读剪贴板上的文字", "閱讀剪貼簿上的文字", "Read text from the clipboard"]),
    (Action::OpenSample, ["打开示例", "開啟範例", "Open the sample"]),
    (Action::Reload, ["重新读取", "重新讀取", "Reload"]),
    (Action::Decode(None), ["自动识别", "自動偵測", "Detect"]),
    (Action::Close, ["关闭文件", "關閉檔案", "Close"]),
    (Action::Cancel, ["停止打开", "停止開啟", "Stop opening"]),
];

/// What is written or printed.
const EXPORT: Names =
    &[(Action::Export, ["导出…", "匯出…", "Export…"]), (Action::Print, ["打印…", "列印…", "Print…"])];

/// The text and ways through it.
const READING: Names = &[
    (Action::PreviousSection, ["上一节", "上一節", "Previous section"]),
    (Action::NextSection, ["下一节", "下一節", "Next section"]),
    (Action::Back, ["后退", "後退", "Back"]),
    (Action::Forward, ["前进", "前進", "Forward"]),
    (Action::Copy, ["复制", "複製", "Copy"]),
    (Action::CopySource, ["复制原文", "複製原文", "Copy as in the file"]),
    (Action::CopyCitation, ["连同标题复制", "連同標題複製", "Copy with headings"]),
    (Action::SelectAll, ["全选", "全選", "Select all"]),
    (Action::SelectSection, ["选择本节", "選取本節", "Select section"]),
    (Action::SelectNothing, ["取消选择", "取消選取", "Select nothing"]),
    (Action::Bookmark, ["加书签", "加書籤", "Bookmark"]),
    (Action::ToggleFurniture, ["显示正文以外的文字", "顯示正文以外的文字", "Show menus and headers"]),
];

/// The window's frame.
const SHELL: Names = &[
    (Action::Quit, ["退出", "結束", "Quit"]),
    (Action::GoTo, ["转到…", "前往…", "Go to…"]),
    (Action::Commands, ["命令…", "命令…", "Commands…"]),
    (Action::ShowKeys, ["快捷键一览", "快速鍵一覽", "Keyboard shortcuts"]),
    (Action::About, ["关于 Gangmu", "關於 Gangmu", "About Gangmu"]),
    (Action::Menu, ["菜单", "選單", "Menu"]),
    (Action::FullScreen, ["全屏", "全螢幕", "Full screen"]),
    (Action::OnlyText, ["只看文字", "只看文字", "Only the text"]),
];

/// The search.
const SEARCH: Names = &[
    (Action::Search, ["查找…", "尋找…", "Find…"]),
    (Action::NextHit, ["下一处", "下一處", "Next match"]),
    (Action::PreviousHit, ["上一处", "上一處", "Previous match"]),
];

/// The outline, its corrections and doubts.
const OUTLINE: Names = &[
    (Action::Filter, ["筛选标题", "篩選標題", "Filter headings"]),
    (Action::FocusOutline, ["转到大纲", "移至大綱", "Go to the outline"]),
    (Action::FoldAll, ["全部折叠", "全部摺疊", "Fold all"]),
    (Action::UnfoldAll, ["全部展开", "全部展開", "Unfold all"]),
    (Action::TickAll, ["全部勾选", "全部勾選", "Tick all"]),
    (Action::TickNone, ["取消勾选", "取消勾選", "Untick all"]),
    (Action::Undo, ["撤销修改", "復原修改", "Undo correction"]),
    (Action::Redo, ["重做修改", "重做修改", "Redo correction"]),
    (Action::NextDoubt, ["下一处存疑", "下一處存疑", "Next doubt"]),
    (Action::PreviousDoubt, ["上一处存疑", "上一處存疑", "Previous doubt"]),
    (Action::ToggleDoubts, ["存疑的章节", "存疑的章節", "Doubtful sections"]),
    (Action::ToggleRules, ["自定义标题规则…", "自訂標題規則…", "Heading rules…"]),
    (Action::Infer, ["找出章节", "找出章節", "Find the sections"]),
    (Action::StopInferring, ["停止找章节", "停止找章節", "Stop finding the sections"]),
];

/// How the text is converted.
const SCRIPT: Names = &[
    (Action::ToggleOwnWords, ["自定义词典…", "自訂詞典…", "Own words…"]),
    (
        Action::ToggleLibrary,
        if cfg!(feature = "opencc") {
            ["用 OpenCC 程序库转换", "用 OpenCC 程式庫轉換", "Convert with the OpenCC library"]
        } else {
            ["此版本没有 OpenCC 程序库", "此版本沒有 OpenCC 程式庫", "No OpenCC library in this build"]
        },
    ),
    (
        Action::ToggleOwnConfig,
        ["此字形用自有 OpenCC 配置…", "此字形用自有 OpenCC 設定…", "Own configuration for this script…"],
    ),
    (
        Action::ToggleQuoted,
        ["另一种字形的引文保持原样", "另一種字形的引文保持原樣", "Keep quotations in the other script"],
    ),
];

/// How the text looks.
const APPEARANCE: Names = &[
    (Action::TextSize(Resize::Larger), ["放大文字", "放大文字", "Larger text"]),
    (Action::TextSize(Resize::Smaller), ["缩小文字", "縮小文字", "Smaller text"]),
    (Action::TextSize(Resize::Usual), ["默认字号", "預設字級", "Default text size"]),
    (Action::Zoom(Resize::Larger), ["放大界面", "放大介面", "Zoom in"]),
    (Action::Zoom(Resize::Smaller), ["缩小界面", "縮小介面", "Zoom out"]),
    (Action::Zoom(Resize::Usual), ["恢复界面大小", "還原介面大小", "Default zoom"]),
    (Action::ToggleAppearance, ["版面…", "版面…", "Appearance…"]),
    (Action::SetIn(TypeStyle::Serif), ["宋体", "明體", "Serif"]),
    (Action::SetIn(TypeStyle::Sans), ["黑体", "黑體", "Sans-serif"]),
    (Action::SetIn(TypeStyle::Kai), ["楷体", "楷體", "Kai (brush)"]),
    (Action::Appear(Appearance::System), ["跟随系统", "跟隨系統", "Follow the system"]),
    (Action::Appear(Appearance::Light), ["浅色", "淺色", "Light"]),
    (Action::Appear(Appearance::Sepia), ["米黄", "米黃", "Sepia"]),
    (Action::Appear(Appearance::Dark), ["深色", "深色", "Dark"]),
];

/// Settings that are on or off.
const fn toggle(toggle: Toggle) -> Texts {
    match toggle {
        Toggle::Outline => ["显示大纲", "顯示大綱", "Show outline"],
        Toggle::Points => ["显示段内要点", "顯示段內要點", "Show points inside paragraphs"],
        Toggle::AsInFile => ["原文不显示修正", "原文不顯示修正", "Source without corrections"],
        Toggle::Lines => ["按文件原样分行", "按檔案原樣分行", "Lines as in the file"],
        Toggle::Vertical => ["竖排", "直排", "Vertical text"],
        Toggle::TwoColumns => ["双栏", "雙欄", "Two columns"],
        Toggle::Phrases => ["也换地区用词", "也換地區用詞", "Regional words too"],
        Toggle::Careful => ["按上下文转换（更准）", "按上下文轉換（較準）", "Convert by context (careful)"],
        Toggle::Punctuation => ["也换地区引号", "也換地區引號", "Regional quotation marks too"],
        Toggle::Changes => ["标出转换过的字", "標出轉換過的字", "Mark converted characters"],
        Toggle::Compare => ["与原文对照", "與原文對照", "Compare with the source"],
    }
}

/// The review.
const fn review(asked: ReviewAction) -> Texts {
    match asked {
        ReviewAction::Show => ["校对…", "校閱…", "Review…"],
        ReviewAction::Next => ["下一处待校", "下一處待校", "Next finding"],
        ReviewAction::Previous => ["上一处待校", "上一處待校", "Previous finding"],
        ReviewAction::Accept => ["采纳建议", "採納建議", "Accept the suggestion"],
        ReviewAction::Keep => ["保持原样", "保持原樣", "Keep as it is"],
        ReviewAction::Always => ["此词总是采纳", "此詞總是採納", "Always accept this word"],
        ReviewAction::AcceptAllSure => {
            ["采纳全部很可能的改正", "採納全部很可能的改正", "Accept all that are very likely"]
        }
    }
}

/// What an action is called in menus and tooltips.
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::Decode(Some(encoding)) => opening::encoding(encoding.name()),
        Action::Show(script) => script::name(lang, script),
        Action::CopyReport => about::w(lang, about::Words::Copy),
        Action::Correct(correction) => outline::correction(lang, correction),
        Action::Review(asked) => pick(lang, review(asked)),
        Action::Toggle(setting) => pick(lang, toggle(setting)),
        Action::Speak(lang) => lang.name(),
        _ => {
            let mut rows = TABLES.iter().copied().flatten();
            rows.find(|(named, _)| *named == action).map_or("", |(_, name)| pick(lang, *name))
        }
    }
}

/// Why an action that is disabled does nothing now, or what it needs; empty where that goes without saying.
pub(crate) fn needs(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::Toggle(Toggle::TwoColumns) => pick(
            lang,
            [
                "窗口够宽时并排两栏；竖排和对照时只有一栏",
                "視窗夠寬時並排兩欄；直排和對照時只有一欄",
                "Side by side on a wide window; not with vertical text or beside the source",
            ],
        ),
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_a_name_in_every_language() {
        for lang in Lang::ALL {
            for &action in Action::ALL.iter().chain(Action::BY_KEY) {
                assert!(!self::action(lang, action).is_empty(), "{action:?}");
            }
        }
    }
}
