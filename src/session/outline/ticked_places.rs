//! What the reader has ticked, as places of the text: so it outlives every other outline of it, and is kept from one
//! start to the next.
//!
//! A section or point is ticked where it starts in a ticked place. A heading that is taken away leaves its place
//! ticked or not, as it was, and one that comes back is as it was; a heading that is made in a ticked section is ticked.

use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::outline::edit::Anchor;
use crate::text::{SourceOffset, SourceRange};

/// The ticked places: ranges in ascending order that neither overlap nor touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticked(Vec<SourceRange>);

/// A ticked place as it is remembered: where it begins, and where what is not ticked begins behind it, if anything
/// does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TickedPlace(Mark, Option<Mark>);

/// An [`Anchor`] in few bytes, for there may be thousands: offset, words, words behind them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Mark(SourceOffset, String, String);

/// Most characters that a mark remembers, and of what follows.
const QUOTED: usize = 16;
const FOLLOWING: usize = 8;

impl Ticked {
    /// The ranges, in ascending order.
    pub fn ranges(&self) -> &[SourceRange] {
        &self.0
    }

    /// Whether nothing is ticked.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Ticks `range`, or unticks it.
    pub fn set(&mut self, range: SourceRange, on: bool) {
        if range.is_empty() {
            return;
        }
        let first = self.0.partition_point(|other| other.end < range.start);
        let last = self.0.partition_point(|other| other.start <= range.end).max(first);
        let touched = self.0.get(first..last).unwrap_or_default();
        let start = touched.first().map_or(range.start, |other| other.start.min(range.start));
        let end = touched.last().map_or(range.end, |other| other.end.max(range.end));
        let now = if on {
            vec![SourceRange { start, end }]
        } else {
            vec![SourceRange { start, end: range.start }, SourceRange { start: range.end, end }]
        };
        self.0.splice(first..last, now.into_iter().filter(|range| !range.is_empty()));
    }

    /// What is to be remembered of it.
    pub fn places(&self, text: &str) -> Vec<TickedPlace> {
        let end = |range: &SourceRange| (range.end.get() < text.len()).then(|| Mark::of(text, range.end));
        self.0.iter().map(|range| TickedPlace(Mark::of(text, range.start), end(range))).collect()
    }

    /// What was remembered, found again in `document`, which may have changed since. Places that are gone are left
    /// out.
    pub fn placed(places: &[TickedPlace], document: &Document) -> Self {
        let (text, outline) = (document.text(), document.outline());
        let sections = outline.sections();
        let starts_there = |at: SourceOffset| {
            outline.section_starting_at(at).is_some()
                || outline.points().binary_search_by_key(&at, |point| point.marker.start).is_ok()
                || document.preamble().start == at
        };
        let mut ticked = Self::default();
        // What was inserted or taken out further up has moved all that follows by as much.
        let mut shift = 0;
        for TickedPlace(from, to) in places {
            let Some(start) = from.find(text, shift, starts_there) else { continue };
            shift = start.get().cast_signed() - from.0.get().cast_signed();
            let end = to.as_ref().map_or(SourceOffset::new(text.len()), |to| {
                to.find(text, shift, |at| at > start && starts_there(at)).unwrap_or_else(|| {
                    // The words there have changed: what starts where they would stand is not ticked.
                    let expected = SourceOffset::new(to.0.get().saturating_add_signed(shift));
                    let after = sections.partition_point(|section| section.span.start <= start);
                    let nearest = sections
                        .get(after..)
                        .unwrap_or_default()
                        .iter()
                        .map(|section| section.span.start)
                        .min_by_key(|at| at.get().abs_diff(expected.get()));
                    nearest.unwrap_or_else(|| SourceOffset::new(text.len()))
                })
            });
            ticked.set(SourceRange { start, end }, true);
        }
        ticked
    }
}

impl Mark {
    fn of(text: &str, at: SourceOffset) -> Self {
        let rest = text.get(at.get()..).unwrap_or_default();
        let line = rest.split(['\n', '\r']).next().unwrap_or_default();
        let quoted = line.char_indices().nth(QUOTED).map_or(line.len(), |(end, _)| end);
        let Anchor { at, quote, after } = Anchor::of(text, SourceRange::new(at.get(), at.get() + quoted));
        Self(at, quote, after.chars().take(FOLLOWING).collect())
    }

    /// Where it is in `text`, `shift` bytes from where it was or else among the places that are `wanted`.
    fn find(&self, text: &str, shift: isize, wanted: impl Fn(SourceOffset) -> bool) -> Option<SourceOffset> {
        let at = SourceOffset::new(self.0.get().saturating_add_signed(shift));
        let anchor = Anchor { at, quote: self.1.clone(), after: self.2.clone() };
        anchor.find_or_stay(text, wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::Decoded;

    fn ranges(ticked: &Ticked) -> Vec<(usize, usize)> {
        ticked.ranges().iter().map(|range| (range.start.get(), range.end.get())).collect()
    }

    #[test]
    fn ranges_that_touch_become_one_and_what_is_taken_out_parts_them() {
        let mut ticked = Ticked::default();
        for (from, to, on, expected) in [
            (10, 20, true, vec![(10, 20)]),
            (30, 40, true, vec![(10, 20), (30, 40)]),
            (20, 30, true, vec![(10, 40)]),
            (5, 10, false, vec![(10, 40)]),
            (15, 18, false, vec![(10, 15), (18, 40)]),
            (12, 20, true, vec![(10, 40)]),
            (7, 7, true, vec![(10, 40)]),
            (0, 12, false, vec![(12, 40)]),
            (0, 90, false, vec![]),
        ] {
            ticked.set(SourceRange::new(from, to), on);
            assert_eq!(ranges(&ticked), expected, "{from} {to} {on}");
        }
    }

    /// What is ticked of `now` where `range` was of `before`, in the words of the two texts.
    fn followed<'a>(before: &str, range: &str, now: &'a str) -> Vec<&'a str> {
        let document =
            |text: &str| Document::from_decoded(Decoded { text: text.to_owned(), ..Decoded::default() });
        let from = before.find(range).unwrap();
        let mut ticked = Ticked::default();
        ticked.set(SourceRange::new(from, from + range.len()), true);
        let found = Ticked::placed(&ticked.places(before), &document(now));
        found.ranges().iter().map(|range| range.slice(now)).collect()
    }

    #[test]
    fn a_ticked_place_is_found_again_in_a_changed_text() {
        let before = "題目\n\n一、修渠\n\n清淤。\n\n二、讀書\n\n買書。\n\n三、歌會\n\n唱歌。\n";
        let second = "二、讀書\n\n買書。\n\n";
        assert_eq!(followed(before, second, before), [second]);
        let inserted = before.replace("清淤。", "清淤。\n\n補堤，種柳，還有許多別的事。");
        assert_eq!(followed(before, second, &inserted), [second]);
        // The own text may change, and so may the heading behind.
        let changed = before.replace("買書。", "還書。").replace("三、歌會", "三、賽會");
        assert_eq!(followed(before, second, &changed), ["二、讀書\n\n還書。\n\n"]);
        // A last section goes to the end, and so does what is added to it.
        let last = "三、歌會\n\n唱歌。\n";
        assert_eq!(followed(before, last, &format!("{before}跳舞。\n")), [format!("{last}跳舞。\n")]);
        let gone = before.replace("二、讀書", "二、走路");
        assert!(followed(before, second, &gone).is_empty());
    }
}
