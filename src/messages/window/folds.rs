//! Words for what is folded in the text.

use super::{grouped, pick};
use crate::lang::Lang;

/// Tells how many characters that are not the author's are folded, or shown.
pub(crate) fn furniture(lang: Lang, characters: usize, is_shown: bool) -> String {
    let words = if is_shown {
        [
            "以下 {} 字不是正文（页眉、菜单等），点按收起",
            "以下 {} 字不是正文（頁首、選單等），點按收起",
            "{} characters of menus, page headers and the like follow (click to fold)",
        ]
    } else {
        [
            "已收起不是正文的 {} 字（页眉、菜单等），点按展开",
            "已收起不是正文的 {} 字（頁首、選單等），點按展開",
            "{} characters of menus, page headers and the like are folded (click to show)",
        ]
    };
    pick(lang, words).replace("{}", &grouped(characters))
}
