//! Notes stand at the end of the section that refers to them: before the next heading that the format knows. Where it
//! knows none, they stay at the end of the text, where importers write them.

use super::Hints;
use super::hints::within;
use crate::text::{SourceOffset, SourceRange};

/// Moves the notes to the ends of their sections.
pub(super) fn settle(text: String, hints: Hints) -> (String, Hints) {
    let moves = moves(&text, &hints);
    if moves.is_empty() {
        return (text, hints);
    }
    let mut settled = Settled::new(&text, &moves);
    let mut hints = hints;
    hints.each_range(&mut |range| *range = settled.place(*range));
    hints.sort();
    // What stood between the text and the notes.
    let end = settled.text.trim_end_matches('\n').len();
    if end + 1 < settled.text.len() {
        settled.text.truncate(end + 1);
    }
    (settled.text, hints)
}

/// Which lines go where: before what stood at the offset, and what they are; by where they go.
fn moves(text: &str, hints: &Hints) -> Vec<(usize, SourceRange)> {
    let Some(first) = hints.notes.iter().map(|note| note.range.start).min() else { return Vec::new() };
    let mut notes: Vec<_> = hints.notes.iter().collect();
    notes.sort_by_key(|note| note.range.start);
    let mut places: Vec<Option<SourceOffset>> = Vec::with_capacity(notes.len());
    for note in &notes {
        // A note that another one refers to goes with that.
        let at = note.reference.start;
        let around = notes.partition_point(|other| other.range.start <= at).checked_sub(1);
        let around = around.filter(|around| notes.get(*around).is_some_and(|other| other.range.contains(at)));
        let next = || {
            let next = hints.headings.partition_point(|heading| heading.range.start <= at);
            hints.headings.get(next).map(|heading| heading.range.start).filter(|next| *next < first)
        };
        places.push(around.map_or_else(next, |around| places.get(around).copied().flatten()));
    }
    let line = |range: SourceRange| {
        let rest = text.get(range.end.get()..).unwrap_or_default();
        let end = rest.find('\n').map(|end| range.end.get() + end + 1)?;
        let is_line = range.start.get() == 0 || text.get(..range.start.get())?.ends_with('\n');
        is_line.then(|| SourceRange::new(range.start.get(), end))
    };
    let start = |at: SourceOffset| {
        text.get(..at.get()).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
    };
    let moves = notes.iter().zip(places);
    let mut moves: Vec<_> =
        moves.filter_map(|(note, place)| Some((start(place?), line(note.range)?))).collect();
    moves.sort_by_key(|(place, range)| (*place, range.start));
    moves
}

/// A text with lines moved.
struct Settled {
    text: String,
    /// Parts of the old text, in its order, each with where it stands now.
    parts: Vec<(SourceRange, usize)>,
}

impl Settled {
    fn new(text: &str, moves: &[(usize, SourceRange)]) -> Self {
        let mut settled = Self { text: String::with_capacity(text.len()), parts: Vec::new() };
        let mut taken: Vec<_> = moves.iter().map(|(_, range)| *range).collect();
        taken.sort_by_key(|range| range.start);
        let mut from = 0;
        for (place, range) in moves {
            settled.keep(text, SourceRange::new(from, *place), &taken);
            settled.push(text, *range);
            from = *place;
        }
        settled.keep(text, SourceRange::new(from, text.len()), &taken);
        settled.parts.sort_by_key(|(range, _)| range.start);
        settled
    }

    /// Adds what of `range` is not moved.
    fn keep(&mut self, text: &str, range: SourceRange, taken: &[SourceRange]) {
        let mut from = range.start;
        for taken in within(taken, range, |taken| *taken) {
            self.push(text, SourceRange { start: from, end: taken.start });
            from = taken.end;
        }
        self.push(text, SourceRange { start: from, end: range.end });
    }

    fn push(&mut self, text: &str, range: SourceRange) {
        if range.start < range.end {
            self.parts.push((range, self.text.len()));
            self.text.push_str(range.slice(text));
        }
    }

    /// Where what stood at `range`, which ends in the part that it begins in, stands now.
    fn place(&self, range: SourceRange) -> SourceRange {
        let part = self.parts.partition_point(|(part, _)| part.start <= range.start).checked_sub(1);
        let Some((part, start)) = part.and_then(|part| self.parts.get(part)) else { return range };
        let start = start + (range.start.get() - part.start.get());
        SourceRange::new(start, start + range.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::hints::{Heading, Note, Origin};

    /// The text with its notes settled: in the notation, `#` stands before headings, and notes are `[1] …` lines.
    fn settled(notation: &str) -> String {
        let mut hints = Hints::default();
        let mut text = String::new();
        for line in notation.split_inclusive('\n') {
            let start = text.len();
            text.push_str(line.strip_prefix('#').unwrap_or(line));
            let range = SourceRange::new(start, text.len() - 1);
            if line.starts_with('#') {
                hints.headings.push(Heading { range, level: 1, origin: Origin::Style });
            }
        }
        for number in 1..=9 {
            let mark = format!("[{number}]");
            let mut places = text.match_indices(&mark).map(|(at, _)| at);
            if let (Some(reference), Some(at)) = (places.next(), places.last()) {
                let end = at + text.get(at..).unwrap().find('\n').unwrap();
                let reference = SourceRange::new(reference, reference + mark.len());
                hints.notes.push(Note { reference, range: SourceRange::new(at, end) });
            }
        }
        let before: Vec<_> = hints.notes.iter().map(|note| note.range.slice(&text).to_owned()).collect();
        let (text, hints) = settle(text, hints);
        let mut after: Vec<_> = hints.notes.iter().map(|note| note.range.slice(&text)).collect();
        after.sort_unstable();
        assert_eq!(after, before);
        assert!(
            hints.notes.iter().all(|note| note.range.slice(&text).starts_with(note.reference.slice(&text)))
        );
        assert!(hints.notes.is_sorted_by_key(|note| note.range.start), "{text}");
        assert!(hints.headings.iter().all(|heading| heading.range.slice(&text).starts_with('H')));
        text
    }

    #[test]
    fn notes_go_to_the_end_of_their_section() {
        for (notation, expected) in [
            ("甲[1]\n#H一\n乙[2]\n\n[1] 註\n[2] 又\n", "甲[1]\n[1] 註\nH一\n乙[2]\n\n[2] 又\n"),
            ("#H一\n甲[1]丙[2]\n#H二\n\n[1] 註\n[2] 又\n", "H一\n甲[1]丙[2]\n[1] 註\n[2] 又\nH二\n"),
            // What a note refers to goes with it.
            (
                "甲[1]\n#H一\n乙[2]\n#H二\n[1] 註[3]\n[2] 又\n[3] 三\n",
                "甲[1]\n[1] 註[3]\n[3] 三\nH一\n乙[2]\n[2] 又\nH二\n",
            ),
            ("#H一[1]\n#H二\n[1] 註\n", "H一[1]\n[1] 註\nH二\n"),
            // Without headings they stay.
            ("甲[1]\n乙\n\n[1] 註\n", "甲[1]\n乙\n\n[1] 註\n"),
        ] {
            assert_eq!(settled(notation), expected, "{notation}");
        }
    }
}
