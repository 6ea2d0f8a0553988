//! What the keys are called: as they are printed on keyboards, marks by themselves.

use egui::Key;

use super::pick;
use crate::lang::Lang;

/// The name of `key`. Marks are full-width where a half-width one would be lost beside the plus between keys.
pub(crate) fn key(lang: Lang, key: Key) -> &'static str {
    let three = match key {
        Key::Plus => ["＋", "＋", "＋"],
        Key::Minus => ["－", "－", "－"],
        Key::Equals => ["＝", "＝", "＝"],
        Key::Comma => [",", ",", ","],
        Key::Period => [".", ".", "."],
        Key::Slash => ["/", "/", "/"],
        Key::Questionmark => ["?", "?", "?"],
        Key::OpenBracket => ["[", "[", "["],
        Key::CloseBracket => ["]", "]", "]"],
        Key::ArrowLeft => ["←", "←", "←"],
        Key::ArrowRight => ["→", "→", "→"],
        Key::ArrowUp => ["↑", "↑", "↑"],
        Key::ArrowDown => ["↓", "↓", "↓"],
        Key::PageUp => ["PgUp", "PgUp", "Page Up"],
        Key::PageDown => ["PgDn", "PgDn", "Page Down"],
        Key::Escape => ["Esc", "Esc", "Esc"],
        Key::Delete => ["Del", "Del", "Delete"],
        Key::Enter => ["回车", "Enter", "Enter"],
        Key::Space => ["空格", "空白鍵", "Space"],
        other => return other.name(),
    };
    pick(lang, three)
}

/// What stands between two ways to press the same: a stroke is a key itself.
pub(crate) const fn or(lang: Lang) -> &'static str {
    pick(lang, [" 或 ", " 或 ", " or "])
}
