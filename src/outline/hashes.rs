//! What the hashes of a plain text, `## 二、…`, tell of its headings.

use super::candidate::Candidate;
use super::contents;
use super::marker;
use super::source::Source;
use super::style::Style;
use crate::text::{SourceRange, is_blank};

/// Lines at the top of a document.
const TOP: usize = 3;
/// How far above and below a remark a line of its programme stands at most.
const GAP: usize = 3;
/// Fewest numbers behind hashes that tell that headings are numbered.
const FEWEST: usize = 3;

/// What only all candidates together tell of those with hashes.
pub(super) fn settle(source: Source<'_>, heads: &mut Vec<Candidate>) {
    // ## 目錄
    heads.retain(|head| !is_hash(head) || !contents::is_caption(source.line(head.paragraph)));
    drop_comments(source, heads);
    drop_captions(source, heads);
    settle_title(heads);
    settle_column(heads);
    settle_kinds(source, heads);
}

fn is_hash(head: &Candidate) -> bool {
    matches!(head.style, Style::Hash(_)) && head.level == 0
}

/// Whether the hashes of `head` have no number behind them.
fn is_plain(source: Source<'_>, head: &Candidate) -> bool {
    head.range.slice(source.text).starts_with('#')
}

/// Whether `head` is 前言 or its like behind hashes.
fn is_matter(source: Source<'_>, head: &Candidate) -> bool {
    let words = SourceRange { start: head.range.end, end: source.range(head.paragraph).end };
    let words = words.slice(source.text).trim_start_matches(is_blank);
    marker::read(words).is_some_and(|found| found.style == Style::Matter)
}

/// `# 參數` amid a programme is a remark in it.
fn drop_comments(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let is_amid = |line: usize| {
        let above = first_of((0..line).rev().take(GAP).map(|line| source.line(line)));
        let below = first_of((line + 1..source.blocks.len()).take(GAP).map(|line| source.line(line)));
        is_code(below) && (is_code(above) || (above.is_ascii() && !above.is_empty()))
    };
    heads.retain(|head| !(is_hash(head) && is_plain(source, head) && is_amid(head.paragraph)));
}

/// The first of some lines that is not empty.
fn first_of<'a>(mut lines: impl Iterator<Item = &'a str>) -> &'a str {
    lines.find(|line| !line.is_empty()).unwrap_or_default()
}

/// Whether `line` is one of a programme.
fn is_code(line: &str) -> bool {
    let all = line.chars().count();
    line.chars().filter(char::is_ascii).count() * 4 > all * 3 && line.contains(['=', '(', '{', ';'])
}

/// Where most headings have numbers, which run on from the first to the last, those without number beside them, above
/// them and between them are no sections: the title, 目次, a remark. But for 前言, 參考文獻 and their like. Appendices have
/// numbers of their own, and stand beside the chapters. ② is no number where ① does not come before it.
fn drop_captions(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let is_circled =
        |head: &Candidate| head.range.slice(source.text).starts_with(|c| ('①'..='⑳').contains(&c));
    let counts = heads.iter().any(|head| is_hash(head) && is_circled(head) && head.value == 1);
    let is_plain = |head: &Candidate| is_plain(source, head) || (!counts && is_circled(head));
    let is_appendix = |head: &Candidate| head.range.slice(source.text).starts_with('附');
    let numbered = || heads.iter().filter(|head| is_hash(head) && !is_plain(head) && !is_appendix(head));
    let ranks = || numbered().map(|head| head.style.rank());
    let Some((top, deepest)) = ranks().min().zip(ranks().max()) else { return };
    let (count, all) = (numbered().count(), heads.iter().filter(|head| is_hash(head)).count());
    let of_top =
        numbered().filter(|head| head.style.rank() == top).map(|head| (kind(source, head), head.value));
    // ## 6.1 may stand between ## 6 and ## 7.
    let style = of_top.clone().next().and_then(|(style, _)| style);
    let chapters = of_top.filter(|(of, _)| *of == style).map(|(_, value)| value);
    let runs_on = chapters.clone().nth(1).is_some() && chapters.is_sorted_by(|last, next| last < next);
    if count < FEWEST || count * 2 <= all || !runs_on {
        return;
    }
    heads.retain(|head| {
        let rank = head.style.rank();
        !is_hash(head) || !is_plain(head) || (rank > top && rank >= deepest) || is_matter(source, head)
    });
    for head in heads.iter_mut().filter(|head| is_hash(head) && is_appendix(head) && head.style.rank() < top)
    {
        head.style = Style::Hash(top);
    }
}

/// The style of the number behind the hashes of `head`.
fn kind(source: Source<'_>, head: &Candidate) -> Option<Style> {
    let inner = SourceRange { start: head.range.start, end: source.range(head.paragraph).end };
    marker::behind_hashes(inner.slice(source.text)).map(|inner| inner.style)
}

/// The first `#` is the title of the document where all others are deeper and have numbers.
fn settle_title(heads: &mut Vec<Candidate>) {
    let Some(first) = heads.first().filter(|first| is_hash(first) && first.value == 0) else { return };
    let (rank, mut others, mut numbered) = (first.style.rank(), 0, 0);
    for head in heads.iter().skip(1).filter(|head| is_hash(head)) {
        if head.style.rank() <= rank {
            return;
        }
        others += 1;
        numbered += usize::from(head.value > 0);
    }
    if others > 1 && numbered * 2 > others {
        heads.remove(0);
    }
}

/// A `#` that is the only one, far from the top and before no number, heads a column of a table.
fn settle_column(heads: &mut Vec<Candidate>) {
    let is_hash = |head: &Candidate| matches!(head.style, Style::Hash(_));
    let mut hashes = heads.iter().enumerate().filter(|(_, head)| is_hash(head));
    if let (Some((at, only)), None) = (hashes.next(), hashes.next())
        && only.value == 0
        && only.level == 0
        && only.paragraph >= TOP
        && heads.len() > 1
    {
        heads.remove(at);
    }
}

/// Where all `#` are of one depth they say nothing of levels: the numbers behind them do. So it is where 6, 6.1 and 6.1.1
/// have as many, and where each kind of number has its own depth: 第一條 is an article then, with hashes or without.
fn settle_kinds(source: Source<'_>, heads: &mut [Candidate]) {
    let hashes = || heads.iter().filter(|head| matches!(head.style, Style::Hash(_)));
    let are_numbered = hashes().any(|head| !is_plain(source, head));
    let is_caption = |head: &Candidate| is_plain(source, head) && !is_matter(source, head);
    let captioned = are_numbered && hashes().any(is_caption);
    let mut depths = hashes().map(|head| head.style.rank());
    let first = depths.next();
    let tell_nothing = depths.all(|depth| Some(depth) == first);
    if !(counts_alike(source, heads) || (!captioned && (tell_nothing || kinds_agree(source, heads)))) {
        return;
    }
    for head in heads.iter_mut().filter(|head| matches!(head.style, Style::Hash(_))) {
        // ## 前言 beside ## 1 範圍
        let behind = are_numbered && is_plain(source, head);
        let from = if behind { head.range.end } else { head.range.start };
        let inner = SourceRange { start: from, end: source.range(head.paragraph).end }.trimmed(source.text);
        if let Some(found) = marker::behind_hashes(inner.slice(source.text))
            .filter(|found| !matches!(found.style, Style::Hash(_)))
        {
            (head.style, head.variant, head.prefix) = (found.style, found.variant, found.prefix);
            head.hashed = true;
            if found.style == Style::Matter {
                head.range = inner;
            }
        }
    }
}

/// Whether each kind of number has hashes of one depth, the deeper the deeper it usually stands. But articles stand below a
/// 章 here and below its 節 there.
fn kinds_agree(source: Source<'_>, heads: &[Candidate]) -> bool {
    let mut depths: Vec<(Style, u8)> = Vec::new();
    let numbered = heads.iter().filter(|head| is_hash(head) && !is_plain(source, head));
    let kinds = numbered.filter_map(|head| Some((kind(source, head)?, head.style.rank())));
    for (style, depth) in kinds.filter(|(style, _)| *style != Style::Article) {
        match depths.iter().find(|(known, _)| *known == style) {
            Some((_, known)) if *known != depth => return false,
            Some(_) => {}
            None => depths.push((style, depth)),
        }
    }
    depths.sort_unstable_by_key(|(style, _)| style.rank());
    depths.is_sorted_by(|(_, above), (_, below)| above < below)
}

/// Whether there are clauses, most of which have as many hashes as the chapters that they belong to.
fn counts_alike(source: Source<'_>, heads: &[Candidate]) -> bool {
    let (mut alike, mut all, mut chapter) = (0, 0, None);
    for head in heads.iter().filter(|head| is_hash(head)) {
        match kind(source, head) {
            Some(Style::Arabic | Style::Chapter) => chapter = Some(head.style),
            Some(Style::Decimal(_)) if chapter.is_some() => {
                all += 1;
                alike += usize::from(chapter == Some(head.style));
            }
            _ => {}
        }
    }
    alike * 2 > all
}
