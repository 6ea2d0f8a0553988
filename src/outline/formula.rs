//! Numbers of formulas: （2） alone behind one, or before one, as text out of PDFs has them.

use super::candidate::Candidate;
use super::row;
use super::source::{Source, has_words};
use super::style::Style;

/// Signs of a formula.
const SIGNS: &str = "=＝≈≤≥∑∫∏√×÷±";

/// Removes the numbers of formulas.
pub(super) fn drop_numbers(source: Source<'_>, heads: &mut Vec<Candidate>) {
    heads.retain(|head| {
        let number = head.style == Style::ArabicParen && head.level == 0;
        !(number && (is_behind(source, head) || is_before(source, head)))
    });
}

/// Whether the number is alone on its line and a formula stands on the line above.
fn is_behind(source: Source<'_>, head: &Candidate) -> bool {
    let above = head.paragraph.checked_sub(1).map_or("", |line| source.line(line));
    head.range == source.range(head.paragraph) && is_formula(above)
}

/// Whether a formula follows on its line.
fn is_before(source: Source<'_>, head: &Candidate) -> bool {
    let behind = row::behind(source, head);
    behind.contains(|c| SIGNS.contains(c)) && !has_words(behind)
}

/// Whether `line` is a formula or the end of one: `PGR＝`, `Qi`, but no page's 12.
fn is_formula(line: &str) -> bool {
    !has_words(line) && line.contains(|c: char| c.is_alphabetic() || SIGNS.contains(c))
}
