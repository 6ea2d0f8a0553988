//! Numbers of pages that look like those of chapters: glued by optical recognition to the words behind them,
//! 14也好，停幾天也好, or alone above the running head.

use std::collections::HashMap;

use super::candidate::Candidate;
use super::marker::variant;
use super::source::{self, Source};
use super::style::Style;

/// Fewest such numbers that tell what they are.
const FEWEST: usize = 2;

/// Removes the numbers with nothing behind them where the lines above most of them break off in a sentence.
pub(super) fn drop_glued(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let is_bare = |head: &Candidate| head.style == Style::Arabic && head.variant == variant::BARE;
    let breaks_off = |head: &&Candidate| source.is_within_sentence(head.paragraph);
    let bare = || heads.iter().filter(|head| is_bare(head));
    let broken = bare().filter(breaks_off).count();
    if broken >= FEWEST && broken * 2 >= bare().count() {
        heads.retain(|head| !is_bare(head));
    }
}

/// Removes the numbers that stand alone on their lines, above a line that stands below others as well: no two chapters
/// have the same title.
pub(super) fn drop_above_heads(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let title = |head: &Candidate| {
        let is_alone = head.style == Style::Arabic && head.range == source.range(head.paragraph);
        is_alone.then(|| source.line(head.paragraph + 1)).filter(|title| !title.is_empty())
    };
    if heads.iter().all(|head| title(head).is_none()) {
        return;
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for line in (0..source.blocks.len()).filter(|&line| source::is_page(source.line(line))) {
        *counts.entry(source.line(line + 1)).or_default() += 1;
    }
    heads
        .retain(|head| title(head).is_none_or(|title| counts.get(title).is_none_or(|count| *count < FEWEST)));
}
