//! The name of an article, where it has one: its text is its body, not its title.

use super::{Title, finish, parts_words};
use crate::text::is_blank;

/// Longest name of an article, and longest before a blank or a colon, in characters.
const NAME: usize = 24;
const BEFORE_TEXT: usize = 10;
/// What the text of an article begins with where no stop ends it.
const PROVISIONS: &str =
    "本 為 为 凡 依 根據 根据 自 下列 有下列 違反 违反 (刪除 （刪除 (删除 （删除 删去 刪去";
/// What a sentence has in it, and a name has not.
const MODALS: [&str; 9] = ["應", "应", "不得", "可以", "規定", "规定", "如下", "如左", "下列"];
/// What a name that a colon follows ends with.
const MATTERS: &str = "责任 責任 工作 内容 內容 义务 義務 权利 權利 要求 方式 方法 办法 辦法 种类 種類 范围 範圍 时间 時間 地点 地點 \
    标准 標準 条件 條件 职责 職責 事项 事項 目的 原则 原則 期限 费用 費用 条款 條款 争议 爭議 其他 其它";
/// What parts a name from a text, or belongs to a sentence.
const BREAKS: &str = "。；;？?！!，,：:";

/// The name of an article at the start of `rest`, the paragraph behind 第一條; empty where its text follows at once.
pub(in crate::outline) fn of_article(rest: &str) -> Title {
    let start = rest.len() - rest.trim_start_matches(is_blank).len();
    let text = rest.get(start..).unwrap_or_default();
    let named = |end: usize| Title { end: start + end, ..finish(rest, start + end, false) };
    if PROVISIONS.split_whitespace().any(|words| text.starts_with(words)) {
        return Title { start, end: start, body: start, glued: false };
    }
    let whole = text.trim_end_matches(is_blank);
    let is_name = |name: &str| !name.is_empty() && !MODALS.iter().any(|word| name.contains(word));
    if let Some(close) = closing_bracket(text) {
        // 【重要】匯入的圖片
        let rest = text.get(close..whole.len()).unwrap_or_default();
        let goes_on =
            is_name(rest) && rest.chars().nth(NAME).is_none() && !rest.contains(|c| BREAKS.contains(c));
        return named(if goes_on { whole.len() } else { close });
    }
    let mut scan = text.char_indices().take(NAME).filter(|(_, c)| is_blank(*c) || BREAKS.contains(*c));
    let short =
        |at: usize| text.get(..at).filter(|name| is_name(name) && name.chars().nth(BEFORE_TEXT).is_none());
    let first =
        scan.find(|(at, c)| !is_blank(*c) || parts_words(text, *at, text.get(*at..).unwrap_or_default()));
    match first {
        None if is_name(whole) && whole.chars().nth(NAME).is_none() => {
            finish(rest, start + whole.len(), false)
        }
        // 安全責任：, but 會員分兩種： is a sentence.
        Some((at, c)) if at + c.len_utf8() == whole.len() && names_matter(c, short(at)) => {
            Title { body: start + whole.len(), ..finish(rest, start + at, false) }
        }
        Some((at, c))
            if (is_blank(c) || "：:".contains(c))
                && at + c.len_utf8() < whole.len()
                && short(at).is_some() =>
        {
            finish(rest, start + at, false)
        }
        _ => Title { start, end: start, body: start, glued: false },
    }
}

/// Whether `name`, before `mark`, is that of a matter.
fn names_matter(mark: char, name: Option<&str>) -> bool {
    let ends = |name: &str| MATTERS.split_whitespace().any(|matter| name.ends_with(matter));
    matches!(mark, '：' | ':') && name.is_some_and(ends)
}

/// One past the bracket that closes the short one that `text` begins with: 【標的】, （標的）.
fn closing_bracket(text: &str) -> Option<usize> {
    let open = text.chars().next()?;
    let kind = "【（(〔[".chars().position(|c| c == open)?;
    let close = "】）)〕]".chars().nth(kind)?;
    let (at, c) = text.char_indices().take(NAME).find(|(_, c)| *c == close)?;
    Some(at + c.len_utf8())
}
