//! Where a heading ends.
//!
//! | heading | its title |
//! |---|---|
//! | fills its line | the line without its closing stop; question marks stay |
//! | run in: `(一)標題。正文` | the first sentence |
//! | with a colon: `二、對象:全體` | what stands before the colon |
//! | with a number of its own: `二、提案一：借書` | up to the stop or colon that comes next |
//! | a long paragraph that is no heading | its first clause |
//! | glued: `一、標題去年以來，正文`, `一、題目題目是指正文` | what stands before the words that open a body, or before itself |
//! | a row of a table: `2010-11-12 09:35:18,標題,正文` | the field |
//! | a number alone on its line | the next line, if it is short |
//! | an article: `第一條 為了…，制定本辦法。` | none: all of it is the article's text |
//! | an article with a name: `第一條 標的`, `第一條【標的】…`, `第一條 標的　…` | the name |

mod article;
mod below;
mod opener;

use super::stop;
use super::style::Style;
use crate::text::{is_blank, is_line_end};
use opener::{OPENER_STARTS, WEAK_STARTS, is_counted, may_open_body, opens_body, repetition};

pub(super) use article::of_article;
pub(super) use below::on_next_line;

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
/// Shortest title before the words that open a body, before those that may, and before a blank, in characters.
const BEFORE_OPENER: usize = 6;
const BEFORE_WEAK: usize = 4;
const BEFORE_BLANK: usize = 4;
/// Longest title of all, in bytes: about 1,000 Chinese characters, which no stop and no comma parts.
const LONGEST: usize = 3_000;
const STOPS: &str = "。；;？?！!";
/// What is dropped from a title's end and from the start of what follows it.
pub(super) const CLOSING: &str = "。；;：:，,、．.*#";

/// What a title may be framed with: ===第一章 題===.
const FRAMES: &str = "=＝-－—~～_";
/// Brackets that open before the marker and close behind the title.
const CLOSERS: [(char, char); 8] = [
    ('【', '】'),
    ('[', ']'),
    ('〔', '〕'),
    ('〖', '〗'),
    ('「', '」'),
    ('『', '』'),
    ('《', '》'),
    ('<', '>'),
];

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
    scanned(rest, &Scan::new(rest), style, followed)
}

/// The same where a text that stands below tells what a colon in the title announces.
pub(super) fn of_heading_above(rest: &str, style: Style) -> Title {
    let scan = Scan::new(rest);
    with_colon(rest, &scan).unwrap_or_else(|| scanned(rest, &scan, style, true))
}

fn scanned(rest: &str, scan: &Scan, style: Style, followed: bool) -> Title {
    if style == Style::Stamp {
        let end = rest.find([',', '，', '\t']).unwrap_or(rest.len());
        return finish(rest, end, false);
    }
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
    if let Some(end) = repetition(rest, true) {
        return finish(rest, end, true);
    }
    if one_line && (followed || scan.chars <= PARAGRAPH || scan.sentence.is_none()) {
        return finish(rest, rest.len(), false);
    }
    if let Some(end) = repetition(rest, false) {
        return finish(rest, end, true);
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

/// The title that ends at byte `end` of `rest`, for it stands alone elsewhere.
pub(super) fn known(rest: &str, end: usize) -> Title {
    finish(rest, end, !rest.get(end..).unwrap_or_default().starts_with(|c: char| !c.is_alphanumeric()))
}

/// `rest` as a title with a colon in it, 二、方法：先挖坑再下種, where the text that says how stands below.
fn with_colon(rest: &str, scan: &Scan) -> Option<Title> {
    let behind = rest.get(scan.colon?..)?.trim_start_matches(['：', ':']).trim_matches(is_blank);
    let whole = scan.chars <= PARAGRAPH && scan.sentence.is_none_or(|stop| stop.kept && !stop.more);
    let said = !behind.is_empty() && !behind.starts_with(['（', '(']);
    (whole && said && scan.opener.is_none()).then(|| finish(rest, rest.len(), false))
}

/// The line `line` as a title, without the asterisks that emphasise it.
pub(super) fn of_line(line: &str) -> Title {
    let start = line.len() - line.trim_start_matches('*').len();
    Title { start, end: line.trim_end_matches('*').len().max(start), body: line.len(), glued: false }
}

/// `rest` as a title, all of it.
pub(super) fn whole(rest: &str) -> Title {
    finish(rest, rest.len(), false)
}

/// `rest` as the title of a line that the format says is a heading; `None` where it is more than a title.
pub(super) fn of_styled(rest: &str) -> Option<Title> {
    let inner = rest.trim_end_matches(|c| is_blank(c) || CLOSING.contains(c));
    let is_whole = rest.chars().nth(WHOLE_LINE).is_none() && !inner.contains(['。', '；', ';']);
    is_whole.then(|| whole(rest))
}

/// Whether a body is glued to the title at the start of `rest`.
pub(super) fn has_glued_body(rest: &str) -> bool {
    Scan::new(rest).opener.is_some()
}

/// Bytes of what an outline shows of `line`, the text of a section without a title.
pub(super) fn beginning(line: &str) -> usize {
    of_heading(line, Style::Han, false).end
}

/// The title of a point: up to the next stop or closing colon; a heading set inside a line also ends at a blank.
pub(super) fn of_point(rest: &str, style: Style) -> Title {
    let at_blank = matches!(style, Style::Han | Style::Arabic) || style.is_fixed();
    let parts = |at: usize| at > 0 && parts_words(rest, at, rest.get(at..).unwrap_or_default());
    let ends = |at: usize, c: char| {
        STOPS.contains(c) || matches!(c, '：' | ':') || (at_blank && is_blank(c) && parts(at))
    };
    let end = rest.char_indices().find(|(at, c)| ends(*at, *c)).map_or(rest.len(), |(at, _)| at);
    finish(rest, end, false)
}

/// A title that ends at byte `end`: trimmed, its closing stop dropped from it and from the body.
fn finish(rest: &str, end: usize, glued: bool) -> Title {
    let is_closing = |c: char| is_blank(c) || CLOSING.contains(c);
    let end = rest.floor_char_boundary(end.min(LONGEST));
    let head = rest.get(..end).unwrap_or(rest);
    let words = head.trim_start_matches(is_blank);
    // **一、**題
    let start = head.len() - words.strip_prefix("**").unwrap_or(words).len();
    let kept = unframed(head.trim_end_matches(is_closing));
    // The bracket of 【篇一：標題】 opens before the marker.
    let kept = CLOSERS
        .iter()
        .find_map(|(open, close)| kept.strip_suffix(*close).filter(|title| !title.contains(*open)))
        .unwrap_or(kept)
        .len();
    let tail = rest.get(end..).unwrap_or_default();
    let dropped = tail.len() - tail.trim_start_matches(is_closing).len();
    Title { start, end: kept.max(start), body: end + dropped, glued }
}

/// `title` without the frame at its end: 題===.
fn unframed(title: &str) -> &str {
    let frame = title.chars().next_back().filter(|c| FRAMES.contains(*c));
    let inner = frame.map(|frame| title.trim_end_matches(frame).trim_end_matches(is_blank));
    inner.filter(|_| title.chars().rev().nth(1) == frame).unwrap_or(title)
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
    /// Whether points end sentences.
    points: bool,
    /// Where a word stands that may open a body, and whether a comma follows in its sentence.
    weak: Option<(usize, bool)>,
}

impl Scan {
    /// Reads no further than a title can reach.
    fn new(rest: &str) -> Self {
        let mut scan = Self { points: stop::are_points(rest), ..Self::default() };
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
            _ if STOPS.contains(c) || (c == '.' && self.points && stop::is_at(rest, at)) => {
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
                    && !is_time(rest, at, after)
                    && !is_counted(rest, at) =>
            {
                self.colon = Some(at);
            }
            // 緒論【目標】知道…。
            '【' if count >= 2 && self.opener.is_none() && opens_text(after) => self.opener = Some(at),
            // 1,000
            '，' | ',' if !is_time(rest, at, after) => {
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
            _ if count >= BEFORE_WEAK
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

/// Whether words up to a bracket have sentences behind them.
fn opens_text(words: &str) -> bool {
    words.split_once('】').is_some_and(|(_, text)| text.contains('。'))
}

/// Whether the blank at byte `at` stands between ideographs, where none is needed, and not around foreign words.
fn parts_words(rest: &str, at: usize, after: &str) -> bool {
    let before = rest.get(..at).and_then(|head| head.chars().next_back());
    let next = after.trim_start_matches(is_blank).chars().next();
    before.zip(next).is_some_and(|(before, next)| !before.is_ascii_graphic() && !next.is_ascii_graphic())
}

/// Whether another short question follows: both are one title.
fn next_is_question(after: &str) -> bool {
    let stop = after.chars().take(30).find(|c| STOPS.contains(*c) || matches!(c, '：' | ':'));
    matches!(stop, Some('？' | '?'))
}

/// Whether the colon or comma at byte `at` stands in a time or a number: 10:30, 1,000.
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
        let text = "做任何事都要通過大家，靠大家。又挖池一口。";
        assert_eq!(cut(text, Style::Han).0, "做任何事都要通過大家，靠大家");
    }

    #[test]
    fn a_wrapped_title_goes_on_below() {
        assert_eq!(cut("加強領導,落\n實責任。正文", Style::Han), ("加強領導,落\n實責任", "正文"));
    }
}
