//! The words around a hit.

use crate::document::Document;
use crate::text::{SourceOffset, SourceRange};

/// The hit with at most `before` and `after` characters of its block on either side.
pub fn excerpt(document: &Document, hit: SourceRange, (before, after): (usize, usize)) -> SourceRange {
    let text = document.text();
    let block_of = |at| document.blocks().get(document.block_at(at)).map(|block| block.range());
    let last = SourceOffset::new(hit.end.get().saturating_sub(1));
    let from = block_of(hit.start).map_or(hit.start, |block| block.start.min(hit.start));
    let to = block_of(last).map_or(hit.end, |block| block.end.max(hit.end));
    let head = SourceRange { start: from, end: hit.start }.slice(text);
    let tail = SourceRange { start: hit.end, end: to }.slice(text);
    let lead: usize = head.chars().rev().take(before).map(char::len_utf8).sum();
    let rest: usize = tail.chars().take(after).map(char::len_utf8).sum();
    SourceRange::new(hit.start.get() - lead, hit.end.get() + rest)
}
