//! Space between the characters of a line: thin spaces, marks side by side, dashes in one stroke.
//!
//! The rules are those of Chinese typesetting (W3C, Requirements for Chinese Text Layout, §3.1.6 and §3.2): Latin
//! words and numbers stand a quarter em from ideographs, marks that follow each other give up the empty half of
//! one, an opening mark at a line start gives up its own, and the two parts of a dash touch. A line that is filled up
//! is widened between words and between ideographs, never within a word of letters.

use crate::block::is_ideograph;

/// What is special about the room before a character.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Where the character begins, in bytes of the paragraph (0-based).
    pub at: usize,
    /// Added before it within a line, in points; negative where it moves closer.
    pub before: f32,
    /// Added before it at the start of a line that is not a paragraph's first, in points.
    pub at_start: f32,
    /// Whether a line that is filled up leaves it where it is.
    pub tight: bool,
}

/// A quarter of an em, between ideographs and Latin.
const THIN: f32 = 0.25;
/// The half of a full-width mark that is empty, in em.
const HALF: f32 = 0.5;
/// The empty edges of two dashes where they meet, in em: 0.093 in the regular and 0.098 in the bold face.
const DASH_EDGES: f32 = 0.1;

/// Full-width marks whose left half is empty.
const OPENING: &str = "（「『《〈【〔〖｛［“‘";
/// Full-width marks whose right half is empty.
const CLOSING: &str = "）」』》〉】〕〗｝］”’";
/// Marks whose right half is empty on the mainland; elsewhere they stand in the middle.
const PAUSES: &str = "，。、";

/// How the gaps of a text are made.
#[derive(Clone, Copy, Debug)]
pub struct Spacing {
    /// Size of the text in points.
    pub size: f32,
    /// Whether thin spaces are put.
    pub thin: bool,
    /// Whether commas and stops stand in the middle of their square (Taiwan, Hong Kong).
    pub centred: bool,
}

/// The gaps of a text, given its characters as they are seen, each with the byte where it begins.
pub fn gaps(characters: impl Iterator<Item = (usize, char)>, spacing: Spacing) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut before = None;
    for (at, c) in characters {
        let opens = OPENING.contains(c) && before.is_none_or(|before| !is_latin(before));
        let at_start = if opens { -HALF } else { 0.0 };
        let (em, tight) = before.map_or((0.0, false), |before| spacing.between(before, c));
        if em != 0.0 || tight || opens {
            let [before, at_start] = [em, at_start].map(|em| em * spacing.size);
            gaps.push(Gap { at, before, at_start, tight });
        }
        before = Some(c);
    }
    gaps
}

impl Spacing {
    /// What is added between two neighbours, in em, and whether they stay together in a line that is filled up.
    fn between(self, before: char, after: char) -> (f32, bool) {
        if before == after && matches!(after, '—' | '…') {
            return (if after == '—' { -DASH_EDGES } else { 0.0 }, true);
        }
        if is_narrow(before) && is_narrow(after) {
            return (0.0, true);
        }
        let parted = |one: char, other: char| is_ideograph(one) && is_latin(other);
        if self.thin && (parted(before, after) || parted(after, before)) {
            return (THIN, false);
        }
        let closes = |c: char| CLOSING.contains(c) || (!self.centred && PAUSES.contains(c));
        let opens = |c: char| OPENING.contains(c);
        // ASCII marks have no empty half of their own, but the one before a stop is as empty as ever: ”, and (“.
        let stops = |c: char| matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')');
        let both = (closes(before) && (closes(after) || opens(after) || stops(after)))
            || ((opens(before) || before == '(') && opens(after));
        (if both { -HALF } else { 0.0 }, false)
    }
}

fn is_latin(c: char) -> bool {
    c.is_alphanumeric() && u32::from(c) < 0x2E80
}

/// Whether `c` is a letter, a digit or a mark of a script that is written with spaces between its words.
fn is_narrow(c: char) -> bool {
    is_latin(c) || c.is_ascii_punctuation()
}

/// The gap of the character at byte `at`, among the `gaps` of its paragraph.
pub fn gap_at(gaps: &[Gap], at: usize) -> Option<&Gap> {
    gaps.binary_search_by_key(&at, |gap| gap.at).ok().and_then(|found| gaps.get(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, centred: bool) -> Vec<(usize, f32)> {
        let gaps = gaps(text.char_indices(), Spacing { size: 1.0, thin: true, centred });
        gaps.into_iter().map(|gap| (gap.at, gap.before)).filter(|(_, before)| *before != 0.0).collect()
    }

    #[test]
    fn latin_words_and_numbers_stand_apart_from_ideographs() {
        assert_eq!(of("天GDP地", false), [(3, 0.25), (6, 0.25)]);
        assert_eq!(of("天 a，b", false), []);
    }

    #[test]
    fn a_word_of_letters_stays_as_it_is_in_a_line_that_is_filled_up() {
        let gaps = gaps("天ab, cd地".char_indices(), Spacing { size: 1.0, thin: false, centred: false });
        // Between a and b, b and the comma, c and d; not beside the space, nor beside the ideographs.
        assert_eq!(gaps.iter().filter(|gap| gap.tight).map(|gap| gap.at).collect::<Vec<_>>(), [4, 5, 8]);
    }

    #[test]
    fn marks_side_by_side_give_up_the_empty_half_of_one() {
        assert_eq!(of("「天。」地", false), [(9, -0.5)]);
        assert_eq!(of("「天。」地", true), []);
        assert_eq!(of("天」「地", true), [(6, -0.5)]);
        assert_eq!(of("(“天”,", false), [(1, -0.5), (10, -0.5)]);
    }
}
