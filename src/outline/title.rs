//! Where a heading ends.
//!
//! | heading | its title |
//! |---|---|
//! | fills its line | the line without its closing stop; question marks stay |
//! | run in: `(一)標題。正文` | the first sentence |
//! | with a colon: `二、對象:全體` | what stands before the colon |
//! | a long paragraph that is no heading | its first clause |
//! | glued: `一、標題去年以來，正文` | what stands before the words that open a body |
//! | a row of a table: `2010-11-12 09:35:18,標題,正文` | the field |
//! | a number alone on its line | the next line, if it is short |

use super::style::Style;
use crate::text::{is_blank, is_line_end};

/// Longest line that is taken for a title as a whole though it holds no stop, in characters.
const WHOLE_LINE: usize = 60;
/// Longest title before a colon, in characters.
const BEFORE_COLON: usize = 45;
/// Longest first sentence that is a title, in characters.
const SENTENCE: usize = 60;
/// A paragraph of one sentence that is longer is no heading itself, in characters.
const PARAGRAPH: usize = 40;
/// A first clause that is shorter takes the next one in, in characters.
const CLAUSE: usize = 10;
/// Shortest title before the words that open a body, and before a blank, in characters.
const BEFORE_OPENER: usize = 6;
const BEFORE_BLANK: usize = 4;
/// Longest title of all, in bytes: about 1,000 Chinese characters, which no stop and no comma parts.
const LONGEST: usize = 3_000;
/// Longest title on the line below its number, in characters.
const NEXT_LINE: usize = 30;

const STOPS: &str = "。；;？?！!";
/// What is dropped from a title's end and from the start of what follows it.
pub(super) const CLOSING: &str = "。；;：:，,、．.*#";

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
                    按照 根據 根据 通過 通过 由於 由于 截至 全年 本年度 上半年";
const WEAK_STARTS: &str = "我按根通由截全本上";
/// Characters after which those go on with the heading, besides [`LEADING_ON`].
const LEADING_TO: &str = "持是要須须應应並并使讓让給给為为能會会就也都必";
/// First characters of all these words.
const OPENER_STARTS: &str = "當当目現现最近同各去今前這这幾几多年一長长過过以從从原通經经在作";
/// What such a span ends with, and what a date is made of.
const SPAN_ENDS: [&str; 10] = ["以來", "以来", "來", "来", "之後", "之后", "之前", "期間", "期间", "間"];
const DATE: &str = "春夏秋冬天季上下半年月份日初中底末一二三四五六七八九十0123456789";
/// Characters after which such words go on with the heading: 立足當前，着眼長遠.
const LEADING_ON: &str = "足好從从自在到對对把於于以和及與与的抓";
/// Longest time that opens a body, in characters.
const TIME: usize = 14;

/// A title found in a text, in bytes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Title {
    /// The title without closing punctuation.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// Where the body begins.
    pub body: usize,
    /// Whether nothing but a guess parts it from the body.
    pub glued: bool,
}

/// The title at the start of `rest`, the paragraph behind a marker of `style`. `followed` tells whether another
/// paragraph of the section comes below: then a long sentence may be its heading.
pub(super) fn of_heading(rest: &str, style: Style, followed: bool) -> Title {
    if style == Style::Stamp {
        let end = rest.find([',', '，', '\t']).unwrap_or(rest.len());
        return finish(rest, end, false);
    }
    let scan = Scan::new(rest);
    if let Some(end) = scan.opener {
        return finish(rest, end, true);
    }
    if style.is_fixed() && scan.is_whole_line() {
        return finish(rest, rest.len(), false);
    }
    let one_line = scan.is_one_line();
    if let Some(blank) = scan.blank.filter(|blank| !one_line && scan.colon.is_none_or(|colon| *blank < colon))
    {
        return finish(rest, blank, true);
    }
    if let Some(colon) = scan.colon {
        return finish(rest, colon, false);
    }
    if one_line && (followed || scan.chars <= PARAGRAPH || scan.sentence.is_none()) {
        return finish(rest, rest.len(), false);
    }
    if let Some((end, true)) = scan.weak {
        return finish(rest, end, true);
    }
    match scan.sentence {
        Some(stop) if stop.chars <= PARAGRAPH || (stop.more && stop.chars <= SENTENCE) => {
            finish(rest, stop.at, false)
        }
        _ => finish(rest, scan.clause.unwrap_or(rest.len()), true),
    }
}

/// Whether a body is glued to the title at the start of `rest`.
pub(super) fn has_glued_body(rest: &str) -> bool {
    Scan::new(rest).opener.is_some()
}

/// The title in `line`, which follows a line that holds nothing but a marker of `style`. `None` where the line is
/// the section's text rather than its title.
pub(super) fn on_next_line(line: &str, style: Style) -> Option<Title> {
    if style == Style::Article {
        return None;
    }
    let found = of_heading(line, style, true);
    let words = line.get(found.start..found.end)?;
    let short = words.chars().nth(NEXT_LINE).is_none();
    let alone = found.body >= line.trim_end_matches(is_blank).len();
    let stopped = line.trim_end_matches(is_blank).ends_with(|c| STOPS.contains(c));
    let strict = style.is_fixed() || matches!(style, Style::Han | Style::Case);
    (short && !words.is_empty() && if strict { alone && !stopped } else { !found.glued }).then_some(found)
}

/// The title of a point: up to the next stop or closing colon; a heading set inside a line also ends at a blank.
pub(super) fn of_point(rest: &str, style: Style) -> Title {
    let at_blank = matches!(style, Style::Han | Style::Arabic) || style.is_fixed();
    let end = rest
        .char_indices()
        .find(|(at, c)| {
            STOPS.contains(*c) || matches!(c, '：' | ':') || (at_blank && *at > 0 && is_blank(*c))
        })
        .map_or(rest.len(), |(at, _)| at);
    finish(rest, end, false)
}

/// A title that ends at byte `end`: trimmed, its closing stop dropped from it and from the body.
fn finish(rest: &str, end: usize, glued: bool) -> Title {
    let is_closing = |c: char| is_blank(c) || CLOSING.contains(c);
    let end = rest.floor_char_boundary(end.min(LONGEST));
    let head = rest.get(..end).unwrap_or(rest);
    let start = head.len() - head.trim_start_matches(is_blank).len();
    let kept = head.trim_end_matches(is_closing);
    // The bracket of 【篇一：標題】 opens before the marker.
    let kept =
        kept.strip_suffix(['】', ']']).filter(|title| !title.contains(['【', '['])).unwrap_or(kept).len();
    let tail = rest.get(end..).unwrap_or_default();
    let dropped = tail.len() - tail.trim_start_matches(is_closing).len();
    Title { start, end: kept.max(start), body: end + dropped, glued }
}

/// The first sentence end.
#[derive(Clone, Copy)]
struct Stop {
    /// Bytes before the stop, or up to its end where it is kept.
    at: usize,
    /// Characters before it.
    chars: usize,
    /// Whether text follows it.
    more: bool,
    /// Whether it is a mark that titles keep.
    kept: bool,
}

/// What the first characters of a paragraph show. Positions are bytes.
#[derive(Default)]
struct Scan {
    /// Characters, line breaks not counted; more than any title has where the paragraph was not read to its end.
    chars: usize,
    sentence: Option<Stop>,
    colon: Option<usize>,
    blank: Option<usize>,
    clause: Option<usize>,
    opener: Option<usize>,
    /// Where a word stands that may open a body, and whether a comma follows in its sentence.
    weak: Option<(usize, bool)>,
}

impl Scan {
    /// Reads no further than a title can reach.
    fn new(rest: &str) -> Self {
        let mut scan = Self::default();
        let mut quoted = 0i32;
        for (at, c) in rest.char_indices().filter(|(_, c)| !is_line_end(*c)) {
            scan.chars += 1;
            if scan.chars > 2 * SENTENCE {
                break;
            }
            quoted += match c {
                '“' | '「' | '『' | '《' | '（' | '(' => 1,
                '”' | '」' | '』' | '》' | '）' | ')' => -1,
                _ => 0,
            };
            if quoted <= 0 && scan.sentence.is_none() {
                scan.note(rest, at, c);
            }
        }
        scan
    }

    /// Notes what the character `c` at byte `at` says.
    fn note(&mut self, rest: &str, at: usize, c: char) {
        let count = self.chars - 1;
        let after = rest.get(at + c.len_utf8()..).unwrap_or_default();
        match c {
            _ if STOPS.contains(c) => {
                let kept = matches!(c, '？' | '?' | '！' | '!');
                if !(kept && next_is_question(after)) {
                    let at = if kept { at + c.len_utf8() } else { at };
                    let more = !after.trim_matches(is_blank).is_empty();
                    self.sentence = Some(Stop { at, chars: count, more, kept });
                }
            }
            '：' | ':'
                if self.colon.is_none()
                    && (2..=BEFORE_COLON).contains(&count)
                    && !is_time(rest, at, after) =>
            {
                self.colon = Some(at);
            }
            '，' | ',' => {
                if self.clause.is_none() && count >= CLAUSE {
                    self.clause = Some(at);
                }
                self.weak = self.weak.map(|(at, _)| (at, true));
            }
            _ if is_blank(c) && self.blank.is_none() && count >= BEFORE_BLANK => {
                self.blank = Some(at).filter(|_| parts_words(rest, at, after));
            }
            _ if count >= BEFORE_OPENER
                && self.opener.is_none()
                && self.colon.is_none()
                && OPENER_STARTS.contains(c)
                && opens_body(rest, at) =>
            {
                self.opener = Some(at);
            }
            _ if count >= BEFORE_OPENER
                && self.weak.is_none()
                && self.clause.is_none()
                && WEAK_STARTS.contains(c)
                && may_open_body(rest, at) =>
            {
                self.weak = Some((at, false));
            }
            _ => {}
        }
    }

    /// Whether the paragraph is nothing but the heading.
    fn is_one_line(&self) -> bool {
        self.is_short() && self.sentence.is_none_or(|stop| !stop.more)
    }

    /// The same for parts and chapters, whose titles may hold a question.
    fn is_whole_line(&self) -> bool {
        self.is_short() && self.sentence.is_none_or(|stop| !stop.more || stop.kept)
    }

    /// Whether it can be a heading as a whole; a title, a blank and then a sentence cannot.
    fn is_short(&self) -> bool {
        self.chars <= WHOLE_LINE && !(self.blank.is_some() && self.sentence.is_some_and(|stop| !stop.kept))
    }
}

/// Whether the blank at byte `at` stands between ideographs, where none is needed, and not around foreign words.
fn parts_words(rest: &str, at: usize, after: &str) -> bool {
    let before = rest.get(..at).and_then(|head| head.chars().next_back());
    let next = after.trim_start_matches(is_blank).chars().next();
    before
        .zip(next)
        .is_some_and(|(before, next)| !before.is_ascii_alphanumeric() && !next.is_ascii_alphanumeric())
}

/// Whether the text at byte `at` opens a body.
fn opens_body(rest: &str, at: usize) -> bool {
    if rest.get(..at).is_none_or(|head| head.ends_with(|c| LEADING_ON.contains(c))) {
        return false;
    }
    let tail = rest.get(at..).unwrap_or_default();
    let after = |words: &'static str| words.split(' ').find_map(|word| tail.strip_prefix(word));
    if let Some(after) = after(OPENERS) {
        return after.starts_with(['，', ',', ':', '：']);
    }
    if INTROS.split_whitespace().any(|word| tail.starts_with(word)) {
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
fn may_open_body(rest: &str, at: usize) -> bool {
    let leads = |c: char| LEADING_ON.contains(c) || LEADING_TO.contains(c) || !c.is_alphabetic();
    let tail = rest.get(at..).unwrap_or_default();
    let after = WEAK.split_whitespace().find_map(|word| tail.strip_prefix(word));
    !rest.get(..at).is_none_or(|head| head.ends_with(leads))
        && after.is_some_and(|after| !after.starts_with('的'))
}

/// Whether another short question follows: both are one title.
fn next_is_question(after: &str) -> bool {
    let stop = after.chars().take(30).find(|c| STOPS.contains(*c) || matches!(c, '：' | ':'));
    matches!(stop, Some('？' | '?'))
}

/// Whether the colon at byte `at` stands in a time: 10:30.
fn is_time(rest: &str, at: usize, after: &str) -> bool {
    let before = rest.get(..at).and_then(|head| head.chars().next_back());
    before.is_some_and(|c| c.is_ascii_digit()) && after.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The title and the body of a paragraph that follows a marker.
    fn cut(rest: &str, style: Style) -> (&str, &str) {
        let title = of_heading(rest, style, true);
        (rest.get(title.start..title.end).unwrap(), rest.get(title.body..).unwrap())
    }

    #[test]
    fn a_heading_ends_at_its_line_its_stop_or_its_colon() {
        assert_eq!(cut("加強領導,落實責任", Style::Han), ("加強領導,落實責任", ""));
        assert_eq!(cut("借書須知。讀者憑證入館。", Style::HanParen), ("借書須知", "讀者憑證入館。"));
        assert_eq!(cut("參加對象:全體職工。", Style::Han), ("參加對象", "全體職工。"));
        assert_eq!(cut("集合時間 10:30 在門口", Style::Han), ("集合時間 10:30 在門口", ""));
    }

    #[test]
    fn questions_keep_their_marks_and_stay_together() {
        assert_eq!(cut("甚麼是目錄？有何用處？目錄是書的門戶。", Style::Arabic).0, "甚麼是目錄？有何用處？");
        assert_eq!(cut("憨人醉臥石凳?痴人情解羅裙", Style::Chapter).0, "憨人醉臥石凳?痴人情解羅裙");
    }

    #[test]
    fn a_glued_heading_ends_where_a_body_opens() {
        let (title, body) = cut("充分認識綠化工作的意義去年以來,我園種樹三千株。", Style::Han);
        assert_eq!((title, body), ("充分認識綠化工作的意義", "去年以來,我園種樹三千株。"));
        assert_eq!(cut("籌備到了哪一步去年八月動手以來,船已造好。", Style::Han).0, "籌備到了哪一步");
        assert_eq!(cut("抓好當前工作", Style::Han).0, "抓好當前工作");
        assert_eq!(cut("各部門都要立足當前,着眼長遠", Style::Han).0, "各部門都要立足當前,着眼長遠");
    }

    #[test]
    fn a_body_may_open_with_a_word_that_headings_have_too() {
        let (title, body) = cut("園子面貌煥然一新我們種樹三千株，修路兩里。又挖池一口。", Style::Han);
        assert_eq!((title, body), ("園子面貌煥然一新", "我們種樹三千株，修路兩里。又挖池一口。"));
        assert_eq!(
            cut("辯證看待園子裏我們種下的樹。又挖池一口。", Style::Han).0,
            "辯證看待園子裏我們種下的樹"
        );
        assert_eq!(
            cut("做任何事都要通過大家，靠大家。又挖池一口。", Style::Han).0,
            "做任何事都要通過大家，靠大家"
        );
    }

    #[test]
    fn a_wrapped_title_goes_on_below() {
        assert_eq!(cut("加強領導,落\n實責任。正文", Style::Han), ("加強領導,落\n實責任", "正文"));
    }
}
