//! Words for what is folded in the text.

use super::grouped;
use crate::lang::Lang;
use crate::messages::pick;

/// Tells how many characters that are not the author's are folded, or shown.
pub(crate) fn furniture(lang: Lang, characters: usize, is_shown: bool) -> String {
    let words = if is_shown {
        [
            "以下 {} 字不是正文（页眉、菜单等），点按收起",
            "以下 {} 字不是正文（頁首、選單等），點按收起",
            "{} characters that are not the text follow (click to fold)",
        ]
    } else {
        [
            "已收起不是正文的 {} 字（页眉、菜单等），点按展开",
            "已收起不是正文的 {} 字（頁首、選單等），點按展開",
            "{} characters that are not the text (click to show)",
        ]
    };
    pick(lang, words).replace("{}", &grouped(characters))
}
