//! What one member of a group shows by itself.

use crate::outline::candidate::Candidate;
use crate::outline::source::Source;
use crate::outline::stop;
use crate::outline::style::Style;
use crate::outline::title;
use crate::text::{SourceRange, is_blank};

/// A paragraph longer than this has something of its own, in characters.
const PARAGRAPH: usize = 40;
/// What follows the first sentence and is longer than this is a body, in characters.
const BODY: usize = 8;
/// An item that is no longer than this reads as a title, in characters.
const SHORT: usize = 16;
/// A sentence that is longer is no title before its text, in characters.
const LONGEST_TITLE: usize = 30;
/// How far into an item its sentences are looked for, in characters.
const LOOK: usize = 600;

/// What stands in a field that is to be filled in, and what is left open in a sentence.
const EMPTY: &str = "_＿年月日时時分元□☐/.。；;、，";
const GAPS: [&str; 2] = ["__", "＿＿"];

/// What a court says before its orders.
const ORDERS: [&str; 6] = ["判决如下", "判決如下", "裁定如下", "裁决如下", "裁決如下", "调解如下"];
/// What a court weighs.
const EVIDENCE: [&str; 2] = ["证据", "證據"];
/// What tells that a law was made.
const MADE: [&str; 5] = ["令", "字第", "公布", "修正", "訂定"];
/// How far into an item it is looked for that it tells of the making of a law, in bytes.
const HISTORY: usize = 160;

/// What says that a list follows.
const FOLLOWING: [&str; 3] = ["如下", "以下", "下列"];

/// What one member shows.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a trait of its own")]
pub(super) struct ItemTraits {
    /// It ends before the next of its list in its own line.
    pub(super) inline: bool,
    pub(super) body: bool,
    pub(super) long: bool,
    pub(super) short: bool,
    /// A few words, a colon, a sentence.
    pub(super) titled: bool,
    /// It is to be filled in.
    pub(super) field: bool,
    /// It is a sentence, or begins with one that is too long for a title.
    pub(super) sentence: bool,
    /// Its last character.
    pub(super) end: Option<char>,
    /// A list of its own may begin on the line below: ①, or the first number of a kind that stands deeper.
    pub(super) lists: bool,
    /// No blank line stands above it.
    pub(super) tight: bool,
}

impl ItemTraits {
    /// Whether it is a few words with no mark at their end.
    pub(super) fn reads_as_title(&self) -> bool {
        self.short && self.end.is_some_and(char::is_alphanumeric)
    }

    /// Whether it is the name of something, 甲方責任：, and no sentence.
    pub(super) fn is_name(&self) -> bool {
        !self.sentence && self.end.is_some_and(|end| end.is_alphanumeric() || "：:）)".contains(end))
    }

    /// Whether it is one sentence, not long and without a few words before a colon.
    pub(super) fn is_plain(&self) -> bool {
        !self.body && !self.long && !self.titled
    }

    /// What the item behind `head` shows; the next heading is on line `next`. `markers` are all candidates.
    pub(super) fn of(source: Source<'_>, markers: &[Candidate], head: &Candidate, next: usize) -> Self {
        let (item, inline) = item_text(source, markers, head, next);
        let item = item.trim();
        let points = stop::are_points(item);
        let end = if points { Some('。') } else { item.chars().next_back() };
        let ends_open = matches!(end, Some('；' | ';'));
        let is_stop = |at, c| "。！？!?".contains(c) || (c == '.' && points && stop::is_at(item, at));
        let stop = item.char_indices().take(LOOK).find(|(at, c)| is_stop(*at, *c));
        let after = stop.and_then(|(at, c)| item.get(at + c.len_utf8()..)).unwrap_or_default();
        let second_sentence = after.trim().chars().nth(BODY).is_some();
        let stopped = stop.is_some() || matches!(end, Some('”' | '」' | '：' | ':'));
        Self {
            inline,
            body: !ends_open && (second_sentence || title::has_glued_body(item)),
            long: !ends_open && stopped && item.chars().nth(PARAGRAPH).is_some(),
            short: item.chars().nth(SHORT).is_none(),
            titled: is_titled(item),
            field: is_field(item),
            sentence: is_sentence(item),
            end,
            lists: starts_list(source, markers, (head, end)),
            tight: !has_blank_above(source, head.paragraph),
        }
    }
}

/// Whether a blank line stands above the line.
pub(super) fn has_blank_above(source: Source<'_>, line: usize) -> bool {
    let gap = line.checked_sub(1).map(|before| source.range(before).end.get()..source.start(line));
    gap.and_then(|gap| source.text.get(gap))
        .is_some_and(|gap| gap.bytes().filter(|&b| b == b'\n').count() > 1)
}

/// Whether the line below `head` begins a list, with a point or with the first number of a kind that usually stands deeper:
/// that is its own where no sentence `end`s before it.
fn starts_list(source: Source<'_>, markers: &[Candidate], (head, end): (&Candidate, Option<char>)) -> bool {
    let start = source.range(head.paragraph + 1).start;
    let at = markers.partition_point(|marker| marker.range.start < start);
    markers.get(at).filter(|marker| marker.range.start == start).is_some_and(|marker| {
        let is_deeper = !marker.style.is_fixed() && marker.style.rank() > head.style.rank();
        let leads = !end.is_some_and(|c| "。！？；!?;".contains(c));
        marker.style == Style::Circled || (marker.value == 1 && is_deeper && leads)
    })
}

/// Whether a few words, a colon and a sentence make up the item.
fn is_titled(item: &str) -> bool {
    let colon = item.char_indices().take(SHORT).find(|(_, c)| matches!(c, '：' | ':'));
    let after = colon.and_then(|(at, c)| item.get(at + c.len_utf8()..));
    after.is_some_and(|after| after.chars().nth(SHORT).is_some())
}

/// Whether nothing but what is to be filled in stands behind the colon of the item, or in it: 姓名：, 日期：　年　月　日,
/// `共____箱`。
fn is_field(item: &str) -> bool {
    let is_empty = |c: char| is_blank(c) || EMPTY.contains(c);
    let colon = item.char_indices().take(SHORT).find(|(_, c)| matches!(c, '：' | ':'));
    let after = colon.and_then(|(at, c)| item.get(at + c.len_utf8()..));
    after.is_some_and(|after| after.chars().take(LOOK).all(is_empty))
        || GAPS.iter().any(|gap| item.get(..item.floor_char_boundary(LOOK)).unwrap_or(item).contains(gap))
}

/// Whether the item is a sentence and no title, or begins with one that is too long for a title.
fn is_sentence(item: &str) -> bool {
    let stop = item.char_indices().take(LOOK).find(|(_, c)| "。；！？;!?".contains(*c));
    // 報價固定，包含：…
    let named =
        || is_titled(item) && !item.split(['：', ':']).next().unwrap_or_default().contains(['，', ',']);
    let Some((at, c)) = stop else {
        return item.chars().nth(SHORT).is_some() && item.contains(['，', ',', '：', ':']) && !named();
    };
    let (first, after) = item.split_at_checked(at).unwrap_or((item, ""));
    !named() && (after.len() == c.len_utf8() || first.chars().nth(LONGEST_TITLE).is_some())
}

/// The item behind its marker, up to where the next item of its list stands in the same paragraph, and whether there
/// is one.
fn item_text<'a>(
    source: Source<'a>,
    markers: &[Candidate],
    head: &Candidate,
    next: usize,
) -> (&'a str, bool) {
    let line = source.joined(words_line(source, head), next);
    let first = markers.partition_point(|point| point.range.start < head.range.end);
    let sibling = markers
        .get(first..)
        .unwrap_or_default()
        .iter()
        .take_while(|point| point.range.start < line.end)
        .find(|point| point.style == head.style && point.value == head.value + 1);
    let end = sibling.map_or(line.end, |point| point.range.start);
    let start = head.range.end.max(line.start);
    (source.text.get(start.get()..end.get()).unwrap_or_default(), sibling.is_some())
}

/// The line with the first words of the item: the next one where the number of `head` fills its own.
pub(super) fn words_line(source: Source<'_>, head: &Candidate) -> usize {
    let line = source.range(head.paragraph);
    let rest = SourceRange { start: head.range.end, end: line.end };
    let is_number = !head.style.is_fixed() && !head.style.is_free();
    let fills = is_number && rest.slice(source.text).chars().all(is_blank);
    head.paragraph + usize::from(fills)
}

/// Whether the last sentence of `line` says that something follows.
pub(super) fn says_following(line: &str) -> bool {
    let sentence = line.rsplit(['。', '；', '！', '？']).next().unwrap_or_default();
    FOLLOWING.iter().any(|word| sentence.contains(word))
}

/// Whether `line` announces the evidence of a case.
pub(super) fn says_evidence(line: &str) -> bool {
    let said = line.trim_end_matches(['：', ':', '。']);
    let sentence = said.rsplit(['。', '；']).next().unwrap_or_default();
    said.len() < line.len() && says_following(said) && EVIDENCE.iter().any(|word| sentence.contains(word))
}

/// Whether `line` heads what a court orders, which is a list: 主　文, …判決如下：.
pub(super) fn says_orders(line: &str) -> bool {
    let said = line.trim_end_matches(['：', ':']);
    line.chars().filter(|c| !is_blank(*c)).eq("主文".chars())
        || (said.len() < line.len() && ORDERS.iter().any(|words| said.ends_with(words)))
}

/// Whether `item` tells when a law was made or changed: 中華民國某年某月某日總統…令制定公布.
pub(super) fn tells_history(item: &str) -> bool {
    let told = item.get(..item.floor_char_boundary(HISTORY)).unwrap_or(item);
    told.trim_start_matches(is_blank).starts_with("中華民國")
        && told.contains('年')
        && MADE.iter().any(|word| told.contains(word))
}
