//! Headings or a list? Decided once for siblings whose numbers go on, by what they look like together.
//!
//! The [traits] of such a group are weighed by the table in [`super::weights`], which is fitted on outlines made by
//! hand. The deepest groups come first: what stood above a list only may be one itself.

mod item;
mod traits;

use std::collections::HashMap;

use super::candidate::Candidate;
use super::heading::Heading;
use super::marker::{PART, variant};
use super::source::Source;
use super::style::Style;
pub(super) use traits::{COUNT, NAMES};
use traits::{Kin, OWNER, PARENT, Traits};

/// Siblings of one list.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// Indices of the headings.
    pub members: Vec<usize>,
    /// Depth of the list, 1 for the top.
    pub depth: usize,
    /// Index of the heading they stand under.
    pub under: Option<usize>,
    /// Index of the article that they stand under, or that one of its items does which they stand under.
    pub article: Option<usize>,
    /// Whether a list of the same style stands above them.
    pub in_same: bool,
}

/// What was decided of a group.
#[derive(Clone, Debug)]
pub(super) struct Verdict {
    /// The group.
    pub group: Group,
    /// Its traits.
    pub traits: [f32; COUNT],
    /// The logarithm of the odds that it is one of headings.
    pub odds: f32,
    /// Whether the traits decided.
    pub is_open: bool,
}

impl Verdict {
    /// Whether no member has anything of its own.
    pub(super) fn is_bare(&self) -> bool {
        [PARENT, OWNER].into_iter().all(|at| self.traits.get(at).is_none_or(|value| *value <= 0.0))
    }
}

/// Weighs all groups and tells which headings stay. `markers` are all candidates in document order.
pub(super) fn score(
    source: Source<'_>,
    markers: &[Candidate],
    headings: &[Heading],
    weights: &[f32; COUNT],
) -> (Vec<Verdict>, Vec<bool>) {
    let mut groups = groups(headings);
    groups.sort_by_key(|group| std::cmp::Reverse(group.depth));
    let mut reading = Traits::new(source, markers, headings);
    let kin = Kin::of(&reading, &groups);
    let mut verdicts: Vec<Verdict> = Vec::with_capacity(groups.len());
    let mut groups = groups.into_iter().peekable();
    while let Some(depth) = groups.peek().map(|group| group.depth) {
        reading.settle();
        let from = verdicts.len();
        while let Some(group) = groups.next_if(|group| group.depth == depth) {
            let traits = reading.of(&group, &kin);
            let settled = settled(&group, headings, &reading);
            let odds = settled.unwrap_or_else(|| scored(&traits, weights) + reading.said(&group));
            verdicts.push(Verdict { group, traits, odds, is_open: settled.is_none() });
        }
        let beside = verdicts.get_mut(from..).unwrap_or_default();
        decide_together(beside, headings, &reading);
        decide_on_contract(beside, headings, &reading);
        keep_parents(&mut verdicts, from, headings);
        let beside = verdicts.get_mut(from..).unwrap_or_default();
        carry_on(beside, headings);
        for verdict in beside.iter().filter(|verdict| verdict.odds < IN_DOUBT) {
            reading.drop(&verdict.group);
        }
    }
    (verdicts, reading.kept)
}

/// What has headings below that are surer than it is a list is no list: both are headings. Clauses such as 1.1 only happen to
/// stand below a list. Those at `from` and behind are decided on, those before are deeper.
fn keep_parents(verdicts: &mut [Verdict], from: usize, headings: &[Heading]) {
    let Some((deeper, beside)) = verdicts.split_at_mut_checked(from) else { return };
    let is_heading = |verdict: &&Verdict| {
        let first = verdict.group.members.first().and_then(|&first| headings.get(first));
        let is_clause = |first: &Heading| matches!(first.candidate.style, Style::Decimal(_));
        verdict.odds >= IN_DOUBT && first.is_some_and(|first| !is_clause(first))
    };
    let mut below: HashMap<usize, f32> = HashMap::new();
    let held = |verdict: &Verdict, below: &HashMap<usize, f32>| -> f32 {
        verdict.group.members.iter().filter_map(|member| below.get(member)).sum()
    };
    for verdict in deeper.iter().filter(is_heading) {
        if let Some(under) = verdict.group.under {
            let all = verdict.odds + held(verdict, &below);
            *below.entry(under).or_default() += all;
        }
    }
    for verdict in beside.iter_mut().filter(|verdict| verdict.is_open && verdict.odds < IN_DOUBT) {
        if verdict.odds + held(verdict, &below) > 0.0 {
            verdict.odds = TOGETHER;
        }
    }
}

/// Decides together on clauses of one depth that are numbered as what they stand below says, 6.1 below 6: where a third
/// are headings, all are, and so is the only one that has something of its own. Below headings that the format names none
/// is where fewer are, but titles.
fn decide_together(beside: &mut [Verdict], headings: &[Heading], reading: &Traits<'_>) {
    let under = |verdict: &Verdict| verdict.group.under.and_then(|under| headings.get(under));
    let is_below_named = |verdict: &Verdict| under(verdict).is_some_and(|above| above.candidate.level > 0);
    let count_of = |verdict: &Verdict| {
        let first = verdict.group.members.first().and_then(|&first| headings.get(first))?.candidate;
        let above = under(verdict)?.candidate;
        let agrees = match (first.style, above.style) {
            (Style::Decimal(2), Style::Arabic | Style::Chapter | Style::Article) => {
                first.prefix == above.value
            }
            (Style::Decimal(count), Style::Decimal(others)) => {
                count == others + 1 && first.prefix == above.prefix.saturating_mul(PART) + above.value
            }
            _ => false,
        };
        let counts = verdict.is_open || (first.level == 0 && is_below_named(verdict));
        (agrees && counts).then_some(first.style)
    };
    let counts: Vec<_> = beside.iter().map(count_of).collect();
    if counts.iter().all(Option::is_none) {
        return;
    }
    for style in (2..=LONGEST_CLAUSE).map(Style::Decimal) {
        let is_clause = |count: &Option<Style>| *count == Some(style);
        let clauses = || beside.iter().zip(&counts).filter(|(_, count)| is_clause(count));
        let count = |test: &dyn Fn(&Verdict) -> bool| -> usize {
            let counted = clauses().map(|(verdict, _)| verdict).filter(|verdict| test(verdict));
            counted.map(|verdict| verdict.group.members.len()).sum()
        };
        let is_kept = |verdict: &Verdict| verdict.odds >= IN_DOUBT;
        let is_of_words = |verdict: &Verdict| is_below_named(verdict) && !reading.are_titles(&verdict.group);
        let (all, kept) = (count(&|_| true), count(&is_kept));
        let (words, kept_words) =
            (count(&is_of_words), count(&|verdict| is_kept(verdict) && is_of_words(verdict)));
        for (verdict, _) in beside.iter_mut().zip(&counts).filter(|(_, count)| is_clause(count)) {
            if verdict.is_open && reading.is_lone_clause(&verdict.group) {
                verdict.odds = verdict.odds.max(TOGETHER);
            } else if kept_words * 3 < words && is_of_words(verdict) {
                verdict.odds = verdict.odds.min(-SURE);
            } else if kept * 3 >= all && kept > 0 && verdict.is_open {
                verdict.odds = verdict.odds.max(TOGETHER);
            }
        }
    }
}

/// The styles of the clauses of contracts.
const CLAUSES: [Style; 2] = [Style::Arabic, Style::ArabicParen];

/// Decides together on what stands in one style right below 一、 in a contract: where most are headings, all are.
fn decide_on_contract(beside: &mut [Verdict], headings: &[Heading], reading: &Traits<'_>) {
    let style = |verdict: &Verdict| {
        let under = verdict.group.under.filter(|_| verdict.group.article.is_none())?;
        let first = headings.get(*verdict.group.members.first()?)?.candidate;
        (CLAUSES.contains(&first.style) && reading.is_clause_of_contract(under)).then_some(first.style)
    };
    let styles: Vec<_> = beside.iter().map(style).collect();
    for style in CLAUSES {
        let is_one = |of: &Option<Style>| *of == Some(style);
        let (mut all, mut kept) = (0, 0);
        for (verdict, _) in beside.iter().zip(&styles).filter(|(_, of)| is_one(of)) {
            all += verdict.group.members.len();
            kept += if verdict.odds >= IN_DOUBT { verdict.group.members.len() } else { 0 };
        }
        if kept * 2 > all {
            for (verdict, _) in beside.iter_mut().zip(&styles).filter(|(_, of)| is_one(of)) {
                verdict.odds = verdict.odds.max(TOGETHER);
            }
        }
    }
}

/// What goes on with the numbers of headings below the heading before is headings as well: 5 below 丙, with 3 and 4
/// below 乙.
fn carry_on(beside: &mut [Verdict], headings: &[Heading]) {
    let candidate = |index: Option<&usize>| headings.get(*index?).map(|heading| &heading.candidate);
    let mut last: Option<(Style, u32)> = None;
    for verdict in beside {
        let members = &verdict.group.members;
        let (Some(first), Some(end)) = (candidate(members.first()), candidate(members.last())) else {
            continue;
        };
        let goes_on = first.value > 1 && last == Some((first.style, first.value - 1)) && first.prefix == 0;
        if goes_on && verdict.is_open {
            verdict.odds = verdict.odds.max(TOGETHER);
        }
        last = (verdict.odds >= IN_DOUBT).then_some((end.style, end.value));
    }
}

/// Most numbers of a clause, 1.1.1.
const LONGEST_CLAUSE: u8 = 6;
/// The logarithm of the odds that a clause is a heading of which only the others tell.
const TOGETHER: f32 = 0.5;

/// What decides alone, as the logarithm of odds: what the format says of most of them; the items of an article are
/// none, of one that is lost as well, nor are chapters that 二、 only names, nor is what goes on as a list of points inside its line, nor what a court
/// orders, nor the dates of a law, nor what a question of an exam has below it, nor what has no hashes where its like has,
/// nor notes below a table, nor the clauses of one sentence; chapters are headings, and so is a title behind which the text
/// breaks off, and a noun with its number alone on its line.
fn settled(group: &Group, headings: &[Heading], reading: &Traits<'_>) -> Option<f32> {
    let first = &group.members.first().and_then(|&index| headings.get(index))?.candidate;
    // 第1.2條 below 第一條
    let is_article = matches!(first.style, Style::Decimal(_)) && first.variant == variant::NOUN;
    let hashed = |index: &usize| headings.get(*index).is_some_and(|heading| heading.candidate.hashed);
    if group.members.iter().filter(|index| hashed(index)).count() * 2 > group.members.len() {
        return Some(SURE);
    }
    let is_part = first.style.is_fixed() && !first.is_bare_suffix();
    // 第一條…。第二條…。 on one line, unless below a chapter
    let is_article_below = first.style == Style::Article && group.under.is_some();
    let may_be_point = !(is_part || is_article_below);
    let is_point = || {
        may_be_point && group.members.len() == 1 && group.members.iter().all(|&only| reading.is_inline(only))
    };
    if !is_part
        && (reading.are_entries(group) || reading.are_provisions(group) || reading.are_left_over(group))
    {
        return Some(-SURE);
    }
    if reading.are_evidence(group) {
        return Some(SURE);
    }
    if reading.are_named_ahead(group) {
        return Some(-SURE);
    }
    if let Some(odds) = reading.named(group) {
        return Some(if odds { SURE } else { -SURE });
    }
    let is_list = || {
        reading.are_answers(group)
            || reading.are_unhashed(group)
            || reading.are_notes(group)
            || reading.are_letters(group)
            || reading.are_clauses(group)
    };
    if !is_part && is_list() {
        return Some(-SURE);
    }
    let is_item = group.article.is_some_and(|article| reading.is_item_of(group, article));
    if !is_item && (reading.is_cut_off(group) || reading.are_bare_nouns(group)) {
        return Some(TOGETHER);
    }
    match (is_article, is_item || is_point()) {
        (true, _) => Some(SURE),
        (false, true) => Some(-SURE),
        (false, false) => is_part.then_some(SURE),
    }
}

/// See [`settled`].
const SURE: f32 = 6.0;

/// Down to these odds they are headings: one that is missing costs the reader more than one too many. No file of the
/// documents that the weights are fitted on loses by it.
const IN_DOUBT: f32 = -0.45;

/// The logarithm of the odds that a group of these traits is one of headings.
fn scored(traits: &[f32; COUNT], weights: &[f32; COUNT]) -> f32 {
    traits.iter().zip(weights).map(|(value, weight)| value * weight).sum()
}

/// The groups of siblings whose numbers go on.
pub(super) fn groups(headings: &[Heading]) -> Vec<Group> {
    let mut open: Vec<Group> = Vec::new();
    let mut groups = Vec::new();
    let candidate = |index: usize| headings.get(index).map(|heading| &heading.candidate);
    for (index, heading) in headings.iter().enumerate() {
        let depth = usize::from(heading.choice.depth);
        let last = open.get(depth.saturating_sub(1)).and_then(|group| group.members.last());
        let restarts = heading.candidate.value == 1
            && last.and_then(|&last| candidate(last)).is_some_and(|last| last.value >= 1);
        while open.len() > depth || (open.len() == depth && (heading.choice.opens || restarts)) {
            groups.extend(open.pop());
        }
        while open.len() < depth {
            let above = open.last();
            let under = above.and_then(|above| above.members.last()).copied();
            let is_article = |at: &usize| candidate(*at).is_some_and(|above| above.style == Style::Article);
            open.push(Group {
                members: Vec::new(),
                depth: open.len() + 1,
                under,
                article: under.filter(is_article).or_else(|| above.and_then(|above| above.article)),
                in_same: open.iter().any(|above| {
                    let member = above.members.last().and_then(|&index| candidate(index));
                    member.is_some_and(|member| member.style == heading.candidate.style)
                }),
            });
        }
        if let Some(group) = open.last_mut() {
            group.members.push(index);
        }
    }
    groups.extend(open);
    groups
}
