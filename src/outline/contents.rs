//! Headings that are repeated: tables of contents and running heads. They are no part of the outline.
//!
//! A table of contents is a run of numbered short lines under a caption, or one of which most are found again below.

mod ahead;
mod paged;
mod plan;
mod scattered;

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::added;
use super::candidate::Candidate;
use super::source::{self, Source};
use super::style::Style;
use super::title;
use crate::text::{SourceRange, is_blank};

/// Longest line of a table of contents and longest running head, in bytes: about 60 Chinese characters.
const LONGEST: usize = 180;
/// Most lines of a page.
const PAGE: usize = 120;
/// Longest line without a number in a table, in bytes: 20 Chinese characters.
const CAPTION: usize = 60;
/// Fewest lines of a table of contents.
const FEWEST: usize = 3;
/// Lines of a table some of which need not be found again.
const LONG: usize = 5;
/// Lines at the front of a book.
const FRONT: usize = 60;
/// So many pages of a table may go back once.
const ONE_BACK_IN: usize = 10;
/// Most lines between the caption and the first numbered line of a table: 摘要 I, Abstract II.
const UNNUMBERED: usize = 6;
/// What leads from a title to its page.
const LEADERS: &str = "…‥·・.．。_—-─⋯•";
/// What of them a line ends with whose page number is lost or wrapped to the next line, and how many a sentence has at most.
const DOTS: &str = "…‥·・.．⋯•";
const MOST_DOTS: usize = 6;
/// What the pages before a text are numbered with.
const ROMAN: &str = "IVXivxⅠⅡⅢⅣⅤ";
/// What a line says that stands over a table of contents.
const CAPTIONS: [&str; 10] =
    ["目录", "目錄", "目次", "总目录", "總目錄", "總目", "contents", "本文目录", "内容目录", "內容目錄"];

/// Whether `line` leads to a place: it ends with dots before a page number or with a page that is called so (第一章 總則……3,
/// 第一章 總則　第3頁), or is a link.
pub(super) fn has_leader(line: &str) -> bool {
    if has_named_page(line)
        || is_link_into_text(line)
        || line.chars().rev().take_while(|c| DOTS.contains(*c)).nth(MOST_DOTS).is_some()
    {
        return true;
    }
    let head = line.trim_end_matches(|c: char| c.is_ascii_digit() || is_blank(c) || "()（）-".contains(c));
    let dots = head.chars().rev().take_while(|c| LEADERS.contains(*c) || is_blank(*c));
    head.len() < line.len() && dots.filter(|c| !is_blank(*c)).count() >= 2
}

/// Whether the leader of a line that has a marker, up to `marker_end`, was broken off to the `next` line: with the page
/// it leads to, or with the title of a line that is nothing but a marker.
pub(super) fn leads_on(line: &str, marker_end: usize, next: &str) -> bool {
    let is_bare = || marker_end >= line.trim_end_matches(is_blank).len();
    let is_leader = next.starts_with(|c| LEADERS.contains(c))
        && next
            .chars()
            .all(|c| LEADERS.contains(c) || is_blank(c) || c.is_ascii_digit() || ROMAN.contains(c));
    line.len() <= LONGEST && next.len() <= LONGEST && (is_leader || is_bare()) && has_leader(next)
}

/// Whether `line` is nothing but a link to a place in the text, as Markdown has it: `- [附錄甲 問卷](#附錄甲-問卷)`.
fn is_link_into_text(line: &str) -> bool {
    let entry = line.trim_start_matches(|c: char| is_blank(c) || c.is_ascii_digit() || "*+-.".contains(c));
    let target = entry.strip_prefix('[').and_then(|entry| entry.split_once("](#"));
    target.is_some_and(|(_, target)| {
        target.trim_end_matches(is_blank).strip_suffix(')').is_some_and(|target| !target.contains(')'))
    })
}

/// `line` without the page number at its end and the dots, tab or blanks before it.
pub(super) fn without_page(line: &str) -> &str {
    let head = line.trim_end_matches(|c: char| c.is_ascii_digit() || is_blank(c) || "()（）-".contains(c));
    let title = head.trim_end_matches(|c: char| LEADERS.contains(c) || is_blank(c));
    let gap = line.get(head.len()..).unwrap_or_default();
    let apart = gap.starts_with('\t') || gap.chars().nth(1).is_some_and(is_blank);
    if title.len() < head.len() || apart { title } else { line.trim_end_matches(is_blank) }
}

/// Whether `line` ends with a blank and 第3頁.
fn has_named_page(line: &str) -> bool {
    let page = line.strip_suffix(['頁', '页']).map(|head| head.trim_end_matches(is_blank));
    let before = page.map(|page| (page, page.trim_end_matches(|c: char| c.is_numeric())));
    let named = before.filter(|(page, before)| before.len() < page.len()).map(|(_, before)| before);
    let named = named.and_then(|before| before.trim_end_matches(is_blank).strip_suffix('第'));
    named.is_some_and(|title| title.ends_with(is_blank))
}

/// The page number that `line` ends with behind a blank.
fn page(line: &str) -> Option<u32> {
    let title = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = line.get(title.len()..).filter(|digits| (1..=4).contains(&digits.len()))?;
    title.ends_with(is_blank).then(|| digits.parse().ok()).flatten()
}

/// Whether every line of `table` ends with a page number, hardly any of them smaller than the one before: those of a
/// table that was not brought up to date may go back once.
fn is_paged(source: Source<'_>, table: &[Candidate]) -> bool {
    let pages: Option<Vec<u32>> = table
        .iter()
        .map(|head| page(source.line(head.paragraph)).filter(|_| !head.is_whole_line()))
        .collect();
    pages.is_some_and(|pages| {
        let back = pages.windows(2).filter(|pair| pair.first() > pair.last()).count();
        back * ONE_BACK_IN <= pages.len() && pages.first() < pages.last()
    })
}

/// Removes the candidates of tables of contents and running heads.
pub(super) fn drop_repeated(source: Source<'_>, heads: &mut Vec<Candidate>) {
    scattered::drop_scattered(source, heads);
    ahead::drop_lists(source, heads);
    drop_tables(source, heads);
    paged::drop_paged(source, heads);
    plan::drop_plans(source, heads);
    plan::drop_listed(source, heads);
    drop_running_heads(source, heads);
}

/// A head that is the very line of the last one of its style, not far above, stands at the top of a page. One that
/// says the same right below, or the same and more, is its second line: 第三章 燈, 第三章 燈（修訂）. Beside the number of a
/// page it may be that of any line not far above.
fn drop_running_heads(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let tops = tops(source, heads);
    let mut last: HashMap<u8, (u32, usize, &str)> = HashMap::new();
    let mut seen: HashMap<u64, usize> = HashMap::new();
    heads.retain(|head| {
        let line = source.line(head.paragraph);
        let above = if line.len() <= LONGEST { seen.insert(of_words(line), head.paragraph) } else { None };
        if tops.contains(&head.paragraph) {
            return head.level > 0;
        }
        let title = SourceRange { start: head.range.end, end: source.range(head.paragraph).end };
        let title = title.trimmed(source.text).slice(source.text);
        let before = last.insert(head.style.rank(), (head.value, head.paragraph, title));
        // What goes on with the numbers above is a heading that an overview names as well.
        let goes_on = || before.is_some_and(|(value, ..)| value + 1 == head.value);
        let is_on_page = above.is_some_and(|above| head.paragraph - above <= PAGE)
            && is_at_page_end(source, head)
            && !goes_on();
        let repeated = before.is_some_and(|(value, paragraph, above)| {
            let follows = paragraph + 1 == head.paragraph && head.style.is_fixed();
            let doubled = follows && !above.is_empty() && title.starts_with(above);
            let again =
                head.paragraph - paragraph <= PAGE && same_but_for_blanks(source.line(paragraph), line);
            value == head.value && line.len() <= LONGEST && (again || doubled)
        });
        !(repeated || is_on_page) || head.level > 0
    });
}

/// The paragraphs of running heads that stand between the number of a page and the very heading that they repeat.
fn tops(source: Source<'_>, heads: &[Candidate]) -> HashSet<usize> {
    let is_top = |top: &Candidate, own: &Candidate| {
        let above = || top.paragraph.checked_sub(1).map_or("", |above| source.line(above));
        top.paragraph + 1 == own.paragraph
            && source.line(top.paragraph).len() <= LONGEST
            && source::is_page(above())
            && key(source, top) == key(source, own)
    };
    let pairs =
        heads.windows(2).filter_map(|pair| if let [top, own] = pair { Some((top, own)) } else { None });
    pairs.filter(|(top, own)| is_top(top, own)).map(|(top, _)| top.paragraph).collect()
}

/// Whether the number of a page stands right above or below `head`.
fn is_at_page_end(source: Source<'_>, head: &Candidate) -> bool {
    stands_beside(source, head, source::is_page)
}

/// Whether the line right above `head` or the one below is such a one.
fn stands_beside(source: Source<'_>, head: &Candidate, is_one: fn(&str) -> bool) -> bool {
    let mut beside = [head.paragraph.checked_sub(1), Some(head.paragraph + 1)].into_iter().flatten();
    beside.any(|line| is_one(source.line(line)))
}

fn drop_tables(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let runs = runs(source, heads);
    if runs.is_empty() {
        return;
    }
    let keys: Vec<u64> = heads.iter().map(|head| key(source, head)).collect();
    let mut last: HashMap<u64, usize> = HashMap::with_capacity(heads.len());
    for (index, key) in keys.iter().enumerate() {
        last.insert(*key, index);
    }
    let mut listed = vec![false; heads.len()];
    for run in runs {
        let captioned = heads.get(run.start).is_some_and(|first| has_caption(source, first.paragraph));
        let end = own_end(source, heads, &keys, run.clone());
        let is_open = captioned && end == run.end;
        let end = if is_open { paged::end_over_pages(source, heads, &keys, run.clone()) } else { end };
        let table = run.start..end;
        let again = table
            .clone()
            .filter(|&index| keys.get(index).and_then(|key| last.get(key)).is_some_and(|&last| last >= end))
            .count();
        // Lessons may all begin with the same few headings.
        let begins = heads.get(run.start).is_some_and(|first| first.value <= 1);
        let named = (again == table.len() && (begins || table.len() >= LONG))
            || (table.len() >= LONG && again * 10 > table.len() * 6);
        let paged = || heads.get(table.clone()).is_some_and(|table| is_paged(source, table));
        if table.len() >= FEWEST && (captioned || named || paged() || names_all(heads, &keys, table.clone()))
        {
            added::mark(&mut listed, run.start..end);
        }
    }
    added::remove(heads, listed);
}

/// Whether the `table` at the front of a book, of which not all is there, names every chapter that comes, and the first
/// one comes.
fn names_all(heads: &[Candidate], keys: &[u64], table: std::ops::Range<usize>) -> bool {
    let Some(first) = heads.get(table.start).filter(|first| first.paragraph < FRONT && table.len() >= LONG)
    else {
        return false;
    };
    let is_chapter = first.style.is_fixed() && first.style != Style::Article;
    let named: HashSet<_> = keys.get(table.clone()).unwrap_or_default().iter().collect();
    let behind = heads.iter().zip(keys).skip(table.end).filter(|(head, _)| head.style == first.style);
    let mut keys_behind = behind.map(|(_, key)| key).peekable();
    is_chapter
        && keys_behind.peek() == keys.get(table.start).as_ref()
        && keys_behind.all(|key| named.contains(key))
}

/// Runs of heads that fill short lines with nothing but short lines between them, as ranges of indices.
fn runs(source: Source<'_>, heads: &[Candidate]) -> Vec<std::ops::Range<usize>> {
    // A title may be an exclamation.
    let entry = |line: usize| source.line(line).trim_end_matches(['！', '!']);
    let is_entry = |head: &Candidate| head.level == 0 && is_short(entry(head.paragraph), LONGEST);
    let mut runs = Vec::new();
    let mut start = 0;
    for index in 0..=heads.len() {
        let before = index.checked_sub(1).and_then(|before| heads.get(before));
        let goes_on = heads.get(index).zip(before).is_some_and(|(head, before)| {
            let is_text = |line: &usize| !source::is_page(source.line(*line));
            let between = || (before.paragraph + 1..head.paragraph).filter(is_text);
            // What is long may go on in the next line.
            let longest = if entry(before.paragraph).len() < CAPTION { CAPTION } else { LONGEST };
            let may_be = |line: usize| is_short(entry(line), longest) && !is_caption(source.line(line));
            let few = between().nth(2).is_none() && between().all(may_be);
            is_entry(head) && is_entry(before) && (few || between().all(|line| has_page(source.line(line))))
        });
        if !goes_on {
            if index - start >= FEWEST {
                runs.push(start..index);
            }
            start = index;
        }
    }
    runs
}

/// Whether `line` ends with a page number, as a line of a table of contents does.
fn has_page(line: &str) -> bool {
    line.len() <= LONGEST && (page(line).is_some() || has_leader(line))
}

/// Whether a line may stand in a table of contents: short, and no sentence.
fn is_short(line: &str, longest: usize) -> bool {
    line.len() <= longest && !line.ends_with(['。', '；', '，', '！', ';', ','])
}

/// Where the table ends: before the first heading of its top level that it has named already, for there the text
/// begins, or before its first number again alone on a line, above the title, or before what the text calls 第一章 and the
/// table 1. Below the top the same headings may stand in several parts. A chapter right above such a heading, without the
/// page that its lines have, is of the text as well.
fn own_end(source: Source<'_>, heads: &[Candidate], keys: &[u64], run: std::ops::Range<usize>) -> usize {
    let mut seen = HashSet::with_capacity(run.len());
    let Some(first) = heads.get(run.start) else { return run.end };
    let is_bare = |head: &Candidate| head.range == source.range(head.paragraph);
    let begins = |head: &Candidate| head.value == first.value && is_bare(head) && !is_bare(first);
    // Two parts of the text may begin alike: what has its page is still a line of the table.
    let paged = |head: &Candidate| has_page(source.line(head.paragraph));
    let leads = paged(first);
    let title = title_words(source, first);
    let renamed = |head: &Candidate| {
        head.style.rank() < first.style.rank()
            && head.value == first.value
            && same_but_for_blanks(title_words(source, head), title)
    };
    // A title stands between a table that begins with 1. and the 一、 of the text.
    let rises = |index: usize, head: &Candidate| {
        let before = index.checked_sub(1).and_then(|before| heads.get(before));
        let is_titled = before.is_some_and(|before| before.paragraph + 1 < head.paragraph);
        is_titled && !head.style.is_fixed() && head.style.rank() < first.style.rank() && head.value == 1
    };
    let mut all = run.clone().filter_map(|index| Some((index, heads.get(index)?)));
    let Some((mut end, again)) = all.find(|(index, head)| {
        if head.style != first.style {
            return renamed(head) || rises(*index, head);
        }
        let named = keys.get(*index).is_some_and(|key| !seen.insert(*key));
        (named && !(leads && paged(head))) || begins(head)
    }) else {
        return run.end;
    };
    let mut below = again.paragraph;
    while let Some(above) = end.checked_sub(1).filter(|above| *above > run.start)
        && let Some(head) = heads.get(above)
        && head.paragraph + 1 == below
        && head.style.rank() < first.style.rank()
        && head.style != Style::Matter
        && !paged(head)
    {
        (end, below) = (above, head.paragraph);
    }
    end
}

fn has_caption(source: Source<'_>, paragraph: usize) -> bool {
    let above = (1..=UNNUMBERED).map_while(|back| paragraph.checked_sub(back)).map(|line| source.line(line));
    // Right above, or above nothing but lines with their pages.
    let mut paged = 0;
    let mut near = above.enumerate().take_while(|(back, line)| {
        let is_near = *back < 2 || paged == *back;
        paged += usize::from(ends_with_page(line));
        is_near
    });
    near.any(|(_, line)| is_caption(line))
}

/// Whether `line` says that a table of contents follows.
pub(super) fn is_caption(line: &str) -> bool {
    let words: String = line.chars().filter(|c| !is_blank(*c)).take(10).collect();
    CAPTIONS.contains(&words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str())
}

/// Whether `line` ends with a page number, a Roman one included, or with what leads to one, behind a blank.
fn ends_with_page(line: &str) -> bool {
    let last = line.rsplit(is_blank).next().unwrap_or_default();
    last.len() < line.len()
        && (page(line).is_some()
            || last.chars().all(|c| LEADERS.contains(c))
            || (!last.is_empty() && last.chars().all(|c| ROMAN.contains(c))))
}

/// What two lines have in common that are the same heading: number and title without blanks and page number.
fn key(source: Source<'_>, head: &Candidate) -> u64 {
    let mut hasher = DefaultHasher::new();
    (head.style.rank(), head.value, of_words(title_words(source, head))).hash(&mut hasher);
    hasher.finish()
}

/// What two lines have in common that differ in blanks alone.
fn of_words(line: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    line.chars().filter(|c| !is_blank(*c)).for_each(|c| c.hash(&mut hasher));
    hasher.finish()
}

fn same_but_for_blanks(one: &str, other: &str) -> bool {
    one.chars().filter(|c| !is_blank(*c)).eq(other.chars().filter(|c| !is_blank(*c)))
}

/// The title of a heading without its page number.
fn title_words<'a>(source: Source<'a>, head: &Candidate) -> &'a str {
    let line = source.range(head.paragraph);
    let words = if head.is_whole_line() {
        source.line(head.paragraph)
    } else {
        let rest = source.text.get(head.range.end.get()..line.end.get()).unwrap_or_default();
        // The gap before the number of a page may be longer than a title.
        let rest = without_number(rest);
        let title = title::of_heading(rest, head.title_style(), true);
        rest.get(title.start..title.end).unwrap_or_default()
    };
    // 第一章 總則（3）
    let open = |c: char| "(（".contains(c);
    let bare = words.trim_end_matches([')', '）']).trim_end_matches(|c: char| c.is_ascii_digit());
    let words = if bare.ends_with(open) { bare.trim_end_matches(open) } else { words };
    without_number(words)
}

/// `words` without the number that a blank parts from them at their end.
fn without_number(words: &str) -> &str {
    let head = words.trim_end_matches(|c: char| c.is_ascii_digit());
    if head.ends_with(is_blank) { head.trim_end_matches(is_blank) } else { words }
}
