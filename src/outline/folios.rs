//! Numbers of pages that optical recognition glues to the words behind them: 14也好，停幾天也好.

use super::candidate::Candidate;
use super::marker::variant;
use super::source::Source;
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
