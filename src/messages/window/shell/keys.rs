//! What the keys are called: as they are printed on keyboards, marks by themselves.

use crate::lang::Lang;
use crate::messages::pick;

/// The title of the sheet of shortcuts.
pub(crate) const fn title(lang: Lang) -> &'static str {
    pick(lang, ["快捷键", "快速鍵", "Keyboard shortcuts"])
}

/// What keys do that are no shortcuts of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Other {
    /// A table that is wider than the text.
    ScrollTable,
    /// The row of the outline that has the focus.
    TickRow,
}

/// What such keys do, in `lang`.
pub(crate) const fn other(lang: Lang, does: Other) -> &'static str {
    let texts = match does {
        Other::ScrollTable => ["左右移动宽表格", "左右移動寬表格", "Scroll a wide table sideways"],
        Other::TickRow => {
            ["勾选大纲里选中的一节", "勾選大綱裡選取的一節", "Tick the selected row of the outline"]
        }
    };
    pick(lang, texts)
}

/// The name of the key that the toolkit calls `key`. Marks are full-width where a half-width one would be lost beside
/// the plus between keys.
pub(crate) fn key(lang: Lang, key: &'static str) -> &'static str {
    let three = match key {
        "Plus" => ["＋", "＋", "＋"],
        "Minus" => ["－", "－", "－"],
        "Equals" => ["＝", "＝", "＝"],
        "Comma" => [",", ",", ","],
        "Period" => [".", ".", "."],
        "Slash" => ["/", "/", "/"],
        "Questionmark" => ["?", "?", "?"],
        "OpenBracket" => ["[", "[", "["],
        "CloseBracket" => ["]", "]", "]"],
        "Left" => ["←", "←", "←"],
        "Right" => ["→", "→", "→"],
        "Up" => ["↑", "↑", "↑"],
        "Down" => ["↓", "↓", "↓"],
        "PageUp" => ["PgUp", "PgUp", "Page Up"],
        "PageDown" => ["PgDn", "PgDn", "Page Down"],
        "Escape" => ["Esc", "Esc", "Esc"],
        "Delete" => ["Del", "Del", "Delete"],
        "Enter" => ["回车", "Enter", "Enter"],
        "Space" => ["空格", "空白鍵", "Space"],
        other => return other,
    };
    pick(lang, three)
}

/// What stands between two ways to press the same: a stroke is a key itself.
pub(crate) const fn or(lang: Lang) -> &'static str {
    pick(lang, [" 或 ", " 或 ", " or "])
}
