//! Where a heading ends.
//!
//! | heading | its title |
//! |---|---|
//! | fills its line | the line without its closing stop; question marks stay |
//! | run in: `(一)標題。正文` | the first sentence |
//! | with a colon: `二、對象:全體` | what stands before the colon |
//! | a long paragraph that is no heading | its first clause |
//! | glued: `一、標題去年以來，正文` | what stands before the words that open a body |
//! | a number alone on its line | the next line, if it is short |

use crate::text::is_blank;

/// Longest line that is taken for a title as a whole though it holds no stop, in characters.
const WHOLE_LINE: usize = 60;
/// Longest title before a colon, in characters.
const BEFORE_COLON: usize = 45;
/// Longest first sentence that is a title as a whole, in characters.
const SENTENCE: usize = 60;
/// A paragraph longer than this is no heading itself, in characters.
const PARAGRAPH: usize = 40;

/// Words that open a body and are followed by a comma; a heading glued to its body ends before them.
const OPENERS: [&str; 26] = [
    "去年以來",
    "去年以来",
    "今年以來",
    "今年以来",
    "近年來",
    "近年来",
    "近幾年來",
    "近几年来",
    "近幾年",
    "近几年",
    "多年來",
    "多年来",
    "長期以來",
    "长期以来",
    "一直以來",
    "一直以来",
    "一年來",
    "一年来",
    "年初以來",
    "年初以来",
    "當前",
    "当前",
    "目前",
    "同志們",
    "同志们",
    "各位代表",
];

/// A title found behind a marker, in bytes of the text behind it.
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

/// The title at the start of `rest`, a paragraph behind its marker. With `whole`, the heading fills its line
/// whatever colons it holds (parts and chapters do).
pub(super) fn of_heading(rest: &str, whole: bool) -> Title {
    let scan = Scan::new(rest);
    let glued = |end| finish(rest, end, true);
    if let Some(end) = scan.opener {
        return glued(end);
    }
    if let Some(colon) = scan.colon.filter(|_| !whole) {
        return finish(rest, colon, false);
    }
    if scan.is_one_line() {
        return finish(rest, rest.len(), false);
    }
    if let Some(blank) = scan.blank {
        return glued(blank);
    }
    match scan.sentence {
        Some(end) if end.chars <= SENTENCE && (end.more || end.chars <= PARAGRAPH) => {
            finish(rest, end.at, false)
        }
        _ => finish(rest, scan.clause.unwrap_or(rest.len()), true),
    }
}

/// The title of a point: up to the next stop or closing colon.
pub(super) fn of_point(rest: &str) -> Title {
    let end =
        rest.char_indices().find(|(_, c)| "。；;？?！!：:".contains(*c)).map_or(rest.len(), |(at, _)| at);
    finish(rest, end, false)
}

/// A title that ends at byte `end`: trimmed, its closing stop dropped from it and from the body.
fn finish(rest: &str, end: usize, glued: bool) -> Title {
    let head = rest.get(..end).unwrap_or(rest);
    let start = head.len() - head.trim_start_matches(is_blank).len();
    let kept = head.trim_end_matches(|c: char| is_blank(c) || "。；;：:，,、．.".contains(c));
    let tail = rest.get(end..).unwrap_or_default();
    let dropped =
        tail.len() - tail.trim_start_matches(|c: char| is_blank(c) || "。；;：:，,、．.".contains(c)).len();
    let title_end = kept.len().max(start);
    Title { start, end: title_end, body: end + dropped, glued }
}

/// The first sentence end.
#[derive(Clone, Copy)]
struct Stop {
    at: usize,
    chars: usize,
    more: bool,
}

/// What the first characters of a paragraph show.
struct Scan {
    chars: usize,
    complete: bool,
    sentence: Option<Stop>,
    colon: Option<usize>,
    blank: Option<usize>,
    clause: Option<usize>,
    opener: Option<usize>,
}

impl Scan {
    /// Reads no further than a title can reach.
    fn new(rest: &str) -> Self {
        let mut scan = Self {
            chars: 0,
            complete: true,
            sentence: None,
            colon: None,
            blank: None,
            clause: None,
            opener: None,
        };
        let mut quoted = 0i32;
        let mut end = None;
        for (count, (at, c)) in rest.char_indices().enumerate() {
            if count > 2 * SENTENCE {
                scan.complete = false;
                break;
            }
            scan.chars = count + 1;
            quoted += match c {
                '“' | '「' | '『' | '《' | '（' | '(' => 1,
                '”' | '」' | '』' | '》' | '）' | ')' => -1,
                _ => 0,
            };
            if end.is_some() || quoted > 0 {
                continue;
            }
            end = scan.note(rest, at, c, count);
        }
        scan.chars = if scan.complete { scan.chars } else { usize::MAX };
        scan
    }

    /// Notes what the character says; `Some` once the first sentence is over.
    fn note(&mut self, rest: &str, at: usize, c: char, count: usize) -> Option<usize> {
        let after = rest.get(at + c.len_utf8()..).unwrap_or_default();
        match c {
            '。' | '！' | '!' | '；' | ';' | '？' | '?' => {
                let question = matches!(c, '？' | '?' | '！' | '!');
                let stop = if question { at + c.len_utf8() } else { at };
                let more = !after.trim_matches(is_blank).is_empty();
                if question && next_is_question(after) {
                    return None;
                }
                self.sentence = Some(Stop { at: stop, chars: count, more });
                return Some(at);
            }
            '：' | ':' if self.colon.is_none() && count <= BEFORE_COLON => {
                if !is_time(rest, at, after) {
                    self.colon = Some(at);
                    return Some(at);
                }
            }
            '，' | ',' if self.clause.is_none() => self.clause = Some(at),
            _ if is_blank(c) && self.blank.is_none() && count >= 2 => self.blank = Some(at),
            _ if count >= 8 && self.opener.is_none() && opens_body(rest, at) => self.opener = Some(at),
            _ => {}
        }
        None
    }

    /// Whether the paragraph is nothing but the heading.
    fn is_one_line(&self) -> bool {
        self.chars <= WHOLE_LINE && self.sentence.is_none_or(|stop| !stop.more)
    }
}

fn opens_body(rest: &str, at: usize) -> bool {
    let tail = rest.get(at..).unwrap_or_default();
    OPENERS.iter().any(|opener| {
        tail.strip_prefix(opener).is_some_and(|after| after.starts_with(['，', ',', ':', '：']))
    })
}

/// Whether another short question follows: both are one title.
fn next_is_question(after: &str) -> bool {
    let stop = after.chars().take(30).find(|c| "。；;？?！!：:".contains(*c));
    matches!(stop, Some('？' | '?'))
}

/// Whether the colon at byte `at` stands in a time: 10:30.
fn is_time(rest: &str, at: usize, after: &str) -> bool {
    let before = rest.get(..at).and_then(|head| head.chars().next_back());
    let next = after.chars().next();
    before.is_some_and(|c| c.is_ascii_digit()) && next.is_some_and(|c| c.is_ascii_digit())
}
