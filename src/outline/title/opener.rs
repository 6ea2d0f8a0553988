//! Words that open a body, where nothing else parts it from its title, and those that open the title.

use crate::outline::numeral;
use crate::text::is_blank;

/// Words that open a body when a comma follows; a heading glued to its body ends before them.
const OPENERS: &str = "當前 当前 目前 現在 现在 最近 近來 近来 同志們 同志们 各位代表";
/// Words that begin a date or a span of time that opens a body: 去年秋天，, 近年來，, 今年三月動工以來，
const TIMES: &str = "去年 今年 前年 近年 近幾年 近几年 這幾年 这几年 多年 年初 一年 長期 长期 一直";
/// Words that open a body by themselves: 過去我總以為…, 通過這次培訓…
const INTROS: &str = "過去我 过去我 以前我 從前我 从前我 原來我 原来我 通過這次 通过这次 通過本次 通过本次 通過此次 通过此次 \
                      經過這次 经过这次 在這次 在这次 在本次 作為一名 作为一名";
/// Words that open a body where the sentence goes on behind a comma: 我們…，…。, 按照…，…。 So may a heading's own
/// words, so these count only where nothing else parts the heading from its body.
const WEAK: &str = "我們 我们 我校 我局 我縣 我县 我市 我區 我区 我鎮 我镇 我鄉 我乡 我院 我廠 我厂 我公司 我車間 我车间 \
                    本站 本網站 本网站 本平臺 本平台 本公司 \
                    按照 根據 根据 通過 通过 由於 由于 截至 全年 本年度 上半年";
pub(super) const WEAK_STARTS: &str = "我按根通由截全本上";
/// Characters after which those go on with the heading, besides [`LEADING_ON`].
const LEADING_TO: &str = "持是要須须應应並并使讓让給给為为能會会就也都必";
/// Words that lead on to them as well: 用戶有權通過…, 用戶應當按照….
const LEADING_WORDS: &str = "有權 有权 應當 应当 應該 应该 可以 不 無法 无法 將 将 先 再 僅 仅 只";
/// First characters of all these words.
pub(super) const OPENER_STARTS: &str = "當当目現现最近同各去今前這这幾几多年一長长過过以從从原通經经在作";
/// What such a span ends with, and what a date is made of.
const SPAN_ENDS: [&str; 10] = ["以來", "以来", "來", "来", "之後", "之后", "之前", "期間", "期间", "間"];
const DATE: &str = "春夏秋冬天季上下半年月份日初中底末一二三四五六七八九十0123456789";
/// Characters after which such words go on with the heading: 立足當前，着眼長遠.
const LEADING_ON: &str = "足好從从自在到對对把於于以和及與与的抓";
/// Longest time that opens a body, in characters.
const TIME: usize = 14;
/// Longest title whose first word begins its text, in characters, and what that goes on with.
const REPEATED: usize = 14;
const TELLING: &str = "是指在可能須须需應应將将由為为";

/// Longest noun that counts what a title comes behind, in characters: 子計畫一：
const COUNTED: usize = 4;

/// Whether nothing but a noun and its number stands before the colon at byte `at`, so that the title comes behind it:
/// 提案一：…, 子計畫二：…, 功能 A：….
pub(super) fn is_counted(rest: &str, at: usize) -> bool {
    let head = rest.get(..at).unwrap_or_default().trim_matches(is_blank);
    let noun = head.trim_end_matches(numeral::is_han);
    let is_one = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase();
    let noun = if noun.len() == head.len() {
        noun.trim_end_matches(is_one).trim_end_matches(is_blank)
    } else {
        noun
    };
    let count = noun.chars().count();
    noun.len() < head.len()
        && (2..=COUNTED).contains(&count)
        && noun.chars().all(|c| c.is_alphabetic() && !c.is_ascii())
}

/// Where the title, or its first word unless `wholly`, begins the next clause again: 傳染源傳染源是指…, 用戶管理用戶在….
/// Bytes.
pub(super) fn repetition(rest: &str, wholly: bool) -> Option<usize> {
    let words: Vec<(usize, char)> =
        rest.char_indices().take(3 * REPEATED).take_while(|(_, c)| c.is_alphabetic()).collect();
    let same = |from: usize, count: usize| {
        let (first, again) = (words.get(..count), words.get(from..from + count));
        first.zip(again).is_some_and(|(a, b)| a.iter().zip(b).all(|(a, b)| a.1 == b.1))
    };
    let goes_on = |at: usize| words.get(at).is_some_and(|(_, c)| TELLING.contains(*c));
    (2..=REPEATED)
        .find(|&count| {
            let whole = same(count, count) && (count > 2 || goes_on(2 * count));
            let word = !wholly && count > 3 && same(count, 2) && (same(count, 3) || goes_on(count + 2));
            whole || word
        })
        .and_then(|count| words.get(count))
        .map(|(at, _)| *at)
}

/// Whether the text at byte `at` opens a body.
pub(super) fn opens_body(rest: &str, at: usize) -> bool {
    if rest.get(..at).is_none_or(|head| head.ends_with(|c| LEADING_ON.contains(c))) {
        return false;
    }
    let tail = rest.get(at..).unwrap_or_default();
    let first = tail.chars().next();
    let begins = |words: &'static str| first.is_some_and(|first| words.contains(first));
    let after = |words: &'static str| {
        begins(words).then(|| words.split(' ').find_map(|word| tail.strip_prefix(word))).flatten()
    };
    if let Some(after) = after(OPENERS) {
        return after.starts_with(['，', ',', ':', '：']);
    }
    if begins(INTROS) && INTROS.split_whitespace().any(|word| tail.starts_with(word)) {
        return true;
    }
    let Some(after) = after(TIMES) else { return false };
    let comma = after.char_indices().take(TIME).find(|(_, c)| matches!(c, '，' | ','));
    let time = comma.and_then(|(comma, _)| after.get(..comma));
    time.is_some_and(|time| {
        time.chars().all(|c| DATE.contains(c)) || SPAN_ENDS.iter().any(|end| time.ends_with(end))
    })
}

/// Whether the text at byte `at` may open a body.
pub(super) fn may_open_body(rest: &str, at: usize) -> bool {
    let leads = |c: char| LEADING_ON.contains(c) || LEADING_TO.contains(c) || !c.is_alphabetic();
    let tail = rest.get(at..).unwrap_or_default();
    let after = WEAK.split_whitespace().find_map(|word| tail.strip_prefix(word));
    let leads_on = |head: &str| {
        head.ends_with(leads) || LEADING_WORDS.split_whitespace().any(|word| head.ends_with(word))
    };
    !rest.get(..at).is_none_or(leads_on) && after.is_some_and(|after| !after.starts_with('的'))
}
