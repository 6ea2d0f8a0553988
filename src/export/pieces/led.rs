//! Which notes the text leads to, and from where.

use crate::document::Document;
use crate::import::hints::{self, within};
use crate::text::{SourceOffset, SourceRange, is_blank};

/// Notes may refer to notes; so far the way is gone back to the text.
const DEEPEST: usize = 16;

/// The notes of a document by what refers to them.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Where the text leads to each note (0-based, as in the hints), in order of the places: through other notes where it is
    /// another that refers to it.
    led: Vec<(SourceOffset, usize)>,
    /// For each note whether the text itself refers to it.
    is_direct: Vec<bool>,
    /// Where the notes stand that the text leads to, in order: they go out with what refers to them.
    taken: Vec<SourceRange>,
}

impl Notes {
    /// The notes of `document`.
    pub(super) fn of(document: &Document) -> Self {
        let notes = &document.hints().notes;
        if notes.is_empty() {
            return Self::default();
        }
        let mut ranges: Vec<_> = notes.iter().enumerate().map(|(index, note)| (note.range, index)).collect();
        ranges.sort_unstable_by_key(|(range, _)| range.start);
        let around = |at: SourceOffset| {
            let before = ranges.partition_point(|(range, _)| range.start <= at).checked_sub(1)?;
            ranges.get(before).filter(|(range, _)| range.contains(at)).map(|(_, index)| *index)
        };
        let way = |note: &hints::Note| {
            let from = Some(note.reference.start);
            let back = |at: &SourceOffset| Some(notes.get(around(*at)?)?.reference.start);
            std::iter::successors(from, back).take(DEEPEST).last().unwrap_or_default()
        };
        // What is no text that is read leads nowhere.
        let is_read = |at: &SourceOffset| {
            let block = document.blocks().get(document.block_at(*at));
            block.is_some_and(|block| block.range().contains(*at)) && around(*at).is_none()
        };
        let all = notes.iter().enumerate().map(|(index, note)| (way(note), index));
        let mut led: Vec<_> = all.filter(|(at, _)| is_read(at)).collect();
        led.sort_unstable();
        let is_direct = notes.iter().map(|note| around(note.reference.start).is_none()).collect();
        let ranges = led.iter().filter_map(|(_, index)| notes.get(*index));
        let mut taken: Vec<_> = ranges.map(|note| note.range).collect();
        taken.sort_unstable_by_key(|range| range.start);
        Self { led, is_direct, taken }
    }

    /// The notes (0-based) that `range` of the text leads to, each with where it does and whether it refers to it itself.
    pub(super) fn led_from(&self, range: SourceRange) -> impl Iterator<Item = (usize, bool)> {
        let led = within(&self.led, range, |(at, _)| SourceRange { start: *at, end: at.after(1) }).iter();
        led.map(|(_, index)| (*index, self.is_direct.get(*index) == Some(&true)))
    }

    /// Where `range` of the text refers to notes, and their numbers.
    pub(super) fn references(
        &self,
        document: &Document,
        range: SourceRange,
    ) -> impl Iterator<Item = (SourceRange, usize)> {
        self.led_from(range).filter(|(_, is_direct)| *is_direct).filter_map(|(index, _)| {
            let note = document.hints().notes.get(index)?;
            Some((note.reference, number(document, note)?))
        })
    }

    /// What of `ranges`, which ascend, is in no note that goes out with what refers to it.
    pub(super) fn left(&self, ranges: Vec<SourceRange>) -> Vec<SourceRange> {
        if self.taken.is_empty() {
            return ranges;
        }
        let mut left = Vec::with_capacity(ranges.len());
        for range in ranges {
            let mut from = range.start;
            for note in within(&self.taken, range, |note| *note) {
                left.push(SourceRange { start: from, end: note.start.max(from) });
                from = note.end.max(from);
            }
            left.push(SourceRange { start: from, end: range.end.max(from) });
        }
        left.retain(|range| !range.is_empty());
        left
    }
}

/// The number of a note, which is what refers to it without its brackets.
pub(super) fn number(document: &Document, note: &hints::Note) -> Option<usize> {
    let brackets = |c: char| matches!(c, '[' | ']') || is_blank(c);
    note.reference.slice(document.text()).trim_matches(brackets).parse().ok()
}
