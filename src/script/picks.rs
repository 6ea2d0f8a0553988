//! Picks: the reader's decisions on places of a text.
//!
//! A pick is about one character of the source. It mends a scar, says the reading of a simplified character, or keeps
//! what is there. It is found again in a file that has changed a little by an [`Anchor`] over the character with a
//! few others around it, and by nothing less: where these are gone the pick is kept but does nothing. The file itself
//! is never changed; [`Presentation`](super::Presentation) puts picks into what is shown.
//!
//! A mend is written as the document is, in the standard of its region, and is part of the text before any conversion.
//! A reading is a form of OpenCC's traditional standard, so that one pick serves all regions: it becomes the variant
//! of the region that is shown, and nothing where the text is shown simplified or as it is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::outline::edit::Anchor;
use crate::text::{SourceOffset, SourceRange, is_line_end};

/// How many characters of its line on either side of a place tell it from others.
const AROUND: usize = 4;

/// What the reader decided about a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    /// The text should have this character.
    Mend(char),
    /// Where the text is shown in traditional script this is its form, in OpenCC's standard.
    Read(char),
    /// It is right as it is.
    Keep,
    /// Nothing is decided any more.
    Open,
}

/// A decision with the place that it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pick {
    /// The character with a few others around it.
    anchor: Anchor,
    /// Bytes from the start of what the anchor quotes to the character.
    within: usize,
    /// The character.
    found: char,
    /// What was decided.
    pub decision: Decision,
    /// Where the character stands in the text that is open; `None` where it is gone or was not looked for yet.
    #[serde(skip)]
    place: Option<SourceRange>,
}

impl Pick {
    /// A decision on the first character of `place` in `text`; `None` where none stands there.
    pub fn new(text: &str, place: SourceRange, decision: Decision) -> Option<Self> {
        let at = place.start.get();
        let (head, tail) = text.split_at_checked(at)?;
        let found = tail.chars().next()?;
        let before = head.chars().rev().take(AROUND).take_while(|c| !is_line_end(*c));
        let within: usize = before.map(char::len_utf8).sum();
        let after = tail.chars().skip(1).take(AROUND).take_while(|c| !is_line_end(*c));
        let behind: usize = after.map(char::len_utf8).sum();
        let end = at + found.len_utf8();
        let anchor = Anchor::of(text, SourceRange::new(at - within, end + behind));
        Some(Self { anchor, within, found, decision, place: Some(SourceRange::new(at, end)) })
    }

    /// The character that it is about, where it was found.
    pub fn place(&self) -> Option<SourceRange> {
        self.place
    }

    /// Looks for its place in `text`, `shift` bytes from where it was first; returns how far it has moved.
    fn settle(&mut self, text: &str, shift: isize) -> Option<isize> {
        let was = self.anchor.at.get();
        let expected = SourceOffset::new(was.saturating_add_signed(shift));
        let found = Anchor { at: expected, ..self.anchor.clone() }.find(text, |_| true);
        let Some(start) = found else {
            self.place = None;
            return None;
        };
        let at = start.get() + self.within;
        let place = SourceRange::new(at, at + self.found.len_utf8());
        *self = Self::new(text, place, self.decision)?;
        Some(start.get().cast_signed() - was.cast_signed())
    }
}

/// Finds the places of `picks` in `text`, which may have changed since they were made; returns how many are gone.
pub fn settle<'a>(text: &str, picks: impl IntoIterator<Item = &'a mut Pick>) -> usize {
    // What was inserted or taken out further up has moved all that follows by as much.
    let mut shift = 0;
    let mut gone = 0;
    for pick in picks {
        match pick.settle(text, shift) {
            Some(moved) => shift = moved,
            None => gone += 1,
        }
    }
    gone
}

/// What holds of the decisions of a document: at most one a character.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked(Vec<(SourceRange, Decision)>);

impl Picked {
    /// What holds after `picks`, of which later ones count.
    pub fn of<'a>(picks: impl IntoIterator<Item = &'a Pick>) -> Self {
        let mut places = BTreeMap::new();
        for pick in picks {
            match (pick.place, pick.decision) {
                (None, _) => None,
                (Some(place), Decision::Open) => places.remove(&place.start),
                (Some(place), decision) => places.insert(place.start, (place, decision)),
            };
        }
        Self(places.into_values().collect())
    }

    /// Whether nothing is decided.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What was decided about the character at `place`.
    pub fn decision(&self, place: SourceRange) -> Option<Decision> {
        let at = self.0.binary_search_by_key(&place.start, |(known, _)| known.start).ok()?;
        self.0.get(at).map(|(_, decision)| *decision)
    }

    /// The decisions about characters of `range`, in order.
    pub fn within(&self, range: SourceRange) -> &[(SourceRange, Decision)] {
        let from = self.0.partition_point(|(place, _)| place.start < range.start);
        let to = self.0.partition_point(|(place, _)| place.end <= range.end);
        self.0.get(from..to).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pick(text: &str, what: &str, decision: Decision) -> Pick {
        let at = text.find(what).unwrap();
        Pick::new(text, SourceRange::new(at, at + what.len()), decision).unwrap()
    }

    fn places(picks: &[Pick], text: &str) -> Vec<Option<String>> {
        picks.iter().map(|pick| Some(pick.place()?.slice(text).to_owned() + &around(pick, text))).collect()
    }

    fn around(pick: &Pick, text: &str) -> String {
        let at = pick.place().unwrap().end.get();
        text.get(at..).unwrap().chars().take(2).collect()
    }

    #[test]
    fn a_pick_moves_with_its_words_and_is_lost_with_them() {
        let text = "人數不斷髮展，嚴重製約。\n又嚴重製約了。";
        let mut picks = [pick(text, "髮", Decision::Mend('發')), pick(text, "製", Decision::Mend('制'))];
        let json = serde_json::to_string(&picks).unwrap();
        let now = format!("新的第一行\n{text}");
        assert_eq!(settle(&now, &mut picks), 0);
        assert_eq!(places(&picks, &now), [Some("髮展，".to_owned()), Some("製約。".to_owned())]);
        let mut read: Vec<Pick> = serde_json::from_str(&json).unwrap();
        assert!(read.iter().all(|pick| pick.place().is_none()));
        assert_eq!(settle("人數不多。又嚴重製約。", &mut read), 2);
        assert_eq!(settle(text, &mut read), 0);
        assert_eq!(
            read,
            serde_json::from_str::<Vec<Pick>>(&json)
                .map(|mut p| {
                    settle(text, &mut p);
                    p
                })
                .unwrap()
        );
    }

    #[test]
    fn the_last_decision_on_a_place_counts() {
        let text = "髮展製約";
        let picks = [
            pick(text, "髮", Decision::Mend('發')),
            pick(text, "製", Decision::Keep),
            pick(text, "髮", Decision::Open),
            pick(text, "製", Decision::Mend('制')),
        ];
        let picked = Picked::of(&picks);
        assert_eq!(picked.within(SourceRange::new(0, 99)), [(SourceRange::new(6, 9), Decision::Mend('制'))]);
        assert_eq!(picked.decision(SourceRange::new(0, 3)), None);
        assert!(picked.within(SourceRange::new(0, 8)).is_empty() && !picked.is_empty());
    }

    #[test]
    fn there_is_no_pick_where_there_is_no_character() {
        for place in [SourceRange::new(3, 3), SourceRange::new(1, 3), SourceRange::new(9, 12)] {
            assert_eq!(Pick::new("髮", place, Decision::Keep), None);
        }
    }
}
