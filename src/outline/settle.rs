//! What only all candidates of a text together tell of each.

use super::candidate::Candidate;
use super::marker::{PART, variant};
use super::source::Source;
use super::style::Style;
use super::{
    alone, appendix, cited, coined, columns, court, excerpt, expected, folios, formula, glued, hashes, lost,
    misnumbered, nested, parted, prefixed, row, started, turn, unmarked,
};
use crate::text::{SourceRange, is_blank};

/// What 6 weighs besides where 6.1 follows.
const PARENT: f32 = 3.0;
/// What 6.1 weighs besides right below 6, and 6.1.1 below 6.1.
const CHILD: f32 = 1.0;
/// What 6.1 weighs besides right below 第六章.
const IN_CHAPTER: f32 = 3.0;

/// Up to this number a part may stand alone: the others were cut off.
const STRAY: u32 = 5;

/// What only all candidates together tell of each, unless the format has said all.
pub(super) fn settle(source: Source<'_>, heads: &mut Vec<Candidate>) {
    if source.said.is_whole() {
        return;
    }
    hashes::settle(source, heads);
    alone::add(source, heads);
    parted::add(source, heads);
    unmarked::add(source, heads);
    prefixed::add(source, heads);
    coined::add(source, heads);
    folios::drop_glued(source, heads);
    folios::drop_above_heads(source, heads);
    lost::settle(heads);
    lost::part_clauses(source, heads);
    settle_standard(source, heads);
    settle_zeroes(source, heads);
    court::settle_quoted(source, heads);
    cited::drop(heads);
    drop_stray_parts(heads);
    nested::drop_before_clauses(source, heads);
    nested::drop_lists(source, heads);
    started::drop_rest(source, heads);
    settle_parents(heads);
    excerpt::settle(heads);
    settle_titles_below(source, heads);
    settle_matter(source, heads);
    row::drop_tabbed(source, heads);
    row::drop_rows(source, heads);
    columns::drop_rows(source, heads);
    formula::drop_numbers(source, heads);
    row::drop_clauses(source, heads);
    court::settle_apart(source, heads);
    turn::settle(source, heads);
    glued::settle(source, heads);
    appendix::settle(source, heads);
    misnumbered::settle(source, heads);
    expected::settle(heads);
}

/// 前言 and its like are headings in books and papers alone, where chapters are numbered; not in a collection of
/// speeches. The first line of a paper is no heading where only 1 and 1.1 follow: nothing stands before it.
fn settle_matter(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let is_chapter = |head: &&Candidate| head.style.is_fixed() && head.style != Style::Part && head.value > 0;
    let is_clause = |head: &&Candidate| {
        matches!((head.style, head.variant), (Style::Decimal(_), _) | (Style::Arabic, variant::BLANK))
    };
    let are_chapters = heads.iter().filter(is_chapter).nth(1).is_some();
    let is_numbered = |head: &&Candidate| is_chapter(head) || is_clause(head);
    let keeps = heads.iter().filter(is_numbered).nth(1).is_some();
    // 序 above 號 is the head of a column.
    let is_split = |head: &Candidate| {
        matches!(source.line(head.paragraph + 1), "号" | "號") && head.range.slice(source.text) == "序"
    };
    heads.retain(|head| {
        head.style != Style::Matter || (keeps && (are_chapters || head.paragraph > 0) && !is_split(head))
    });
}

/// 緒論 right below a line that holds nothing but 第一章 is its title.
fn settle_titles_below(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let mut bare = None;
    heads.retain(|head| {
        let fills_line = head.range == source.range(head.paragraph) && head.style != Style::Matter;
        let above = std::mem::replace(&mut bare, fills_line.then_some(head.paragraph + 1));
        head.style != Style::Matter || above != Some(head.paragraph)
    });
}

/// 最小示例19 and 示例5 at the ends of lines are no parts where there are no more: the numbers are those of notes or
/// pages. Up to 5 they may be what is left of parts.
fn drop_stray_parts(heads: &mut Vec<Candidate>) {
    let is_part = |head: &Candidate| head.is_suffix() && head.variant == variant::SUFFIX;
    let parts = heads.iter().filter(|head| is_part(head) || head.style == Style::Part);
    let numbers: Vec<u32> = parts.map(|head| head.value).collect();
    let are_stray = match *numbers {
        [only] => only > STRAY,
        [one, other] => one > STRAY && one > other,
        _ => false,
    };
    if are_stray {
        heads.retain(|head| !is_part(head));
    }
}

/// 6 before 6.1 is a heading, whatever stands before 6, and 6) as well; so are 6.1 before 6.1.1, and 6.1 and 6.1.1 behind
/// them, and 6.1 behind 第六章.
fn settle_parents(heads: &mut [Candidate]) {
    for at in 1..heads.len() {
        let [parent, child] = heads.get_mut(at - 1..=at).unwrap_or_default() else { continue };
        if child.value != 1 || child.prefix != number(parent) {
            continue;
        }
        match (parent.style, child.style) {
            (Style::Arabic | Style::ArabicParen, Style::Decimal(2)) => {
                parent.weight += PARENT;
                child.weight += CHILD;
            }
            (Style::Chapter, Style::Decimal(2)) => child.weight += IN_CHAPTER,
            (Style::Decimal(above), Style::Decimal(numbers)) if above + 1 == numbers => {
                parent.weight += CHILD;
                child.weight += CHILD;
            }
            _ => {}
        }
    }
}

/// What the clauses below `head` have before their last number.
fn number(head: &Candidate) -> u32 {
    head.prefix.saturating_mul(PART).saturating_add(head.value)
}

/// 第10部分：… with clauses below and no other part is the name of a standard and no heading in it, however often it is
/// repeated, in whatever language, and with or without the colon.
fn settle_standard(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let parts = || heads.iter().filter(|head| head.style == Style::Division);
    let Some(first) = parts().next() else { return };
    let is_named = |head: &Candidate| {
        let line = SourceRange { start: head.range.start, end: source.range(head.paragraph).end };
        let number = line.slice(source.text).trim_start_matches(|c: char| c == '第' || is_blank(c));
        number.starts_with(|c: char| c.is_ascii_digit()) && number.contains(['：', ':'])
    };
    let has_clauses = heads.iter().any(|head| head.style == Style::Decimal(2));
    if has_clauses && parts().any(is_named) && parts().all(|part| part.value == first.value) {
        heads.retain(|head| head.style != Style::Division);
    }
}

/// 1.0, 2.0, 3.0 are chapters, below which 3.1 stands, where they are numbered one after another and no 1 stands before 1.0.
fn settle_zeroes(source: Source<'_>, heads: &mut [Candidate]) {
    let is_zeroth = |head: &Candidate| {
        let marker = head.range.slice(source.text).trim_end_matches(['.', '．', '、']);
        head.style == Style::Decimal(2) && marker.ends_with(".0")
    };
    let (mut chapters, mut last) = (0, 0);
    for head in heads.iter() {
        if is_zeroth(head) && head.prefix == chapters + 1 && last != head.prefix {
            chapters += 1;
        } else if is_zeroth(head) {
            return;
        } else if matches!(head.style, Style::Arabic | Style::Chapter) {
            last = head.value;
        }
    }
    if chapters > 1 {
        for head in heads.iter_mut().filter(|head| is_zeroth(head)) {
            (head.style, head.variant) = (Style::Arabic, variant::BLANK);
            (head.value, head.prefix) = (head.prefix, 0);
        }
    }
}
