//! Candidates that no line tells by itself, and what stands between candidates.

use super::candidate::Candidate;
use super::marker::Marker;
use super::source::Source;

/// The lines that no candidate stands in and that do not go on with the line above.
pub(super) fn free_lines<'a>(source: Source<'a>, heads: &'a [Candidate]) -> impl Iterator<Item = usize> + 'a {
    let mut taken = heads.iter().map(|head| head.paragraph).peekable();
    (0..source.blocks.len()).filter(move |line| {
        while taken.next_if(|taken| taken < line).is_some() {}
        taken.peek() != Some(line) && !source.continues(*line)
    })
}

/// Adds what is `found` by line; all stay in document order.
pub(super) fn insert(
    source: Source<'_>,
    heads: &mut Vec<Candidate>,
    found: impl Iterator<Item = (usize, Marker)>,
) {
    let before = heads.len();
    heads
        .extend(found.map(|(line, marker)| Candidate::new(line, source.start(line), &marker, marker.weight)));
    if heads.len() > before {
        heads.sort_unstable_by_key(|head| head.range.start);
    }
}

/// Flags those of a range as `listed`.
pub(super) fn mark(listed: &mut [bool], range: std::ops::Range<usize>) {
    listed.get_mut(range).into_iter().flatten().for_each(|listed| *listed = true);
}

/// Removes the candidates that are `listed`, a flag for each.
pub(super) fn remove(heads: &mut Vec<Candidate>, listed: Vec<bool>) {
    let mut listed = listed.into_iter();
    heads.retain(|_| !listed.next().unwrap_or(false));
}

/// Whether a paragraph stands between the candidate at `at` and the next.
pub(super) fn has_text(source: Source<'_>, heads: &[Candidate], at: usize) -> bool {
    let line = |at: usize| heads.get(at).map_or(source.blocks.len(), |head| head.paragraph);
    source.parted(line(at), line(at + 1))
}
