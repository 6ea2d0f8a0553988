//! Where the lines of a paragraph end.
//!
//! The rules are those of Chinese typesetting (W3C, Requirements for Chinese Text Layout, §3.1): no closing mark
//! starts a line, no opening mark ends one, dashes and ellipses of two characters and words of letters or digits
//! are not split. Lines but the last of a paragraph are filled by widening the gaps between characters.

use std::ops::Range;

use super::spacing::{Gap, gap_at};

/// The room that a paragraph is set in, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// Width of the column.
    pub column: f32,
    /// Indent of the first line.
    pub first_indent: f32,
    /// Indent of the lines after it.
    pub hanging_indent: f32,
    /// Whether lines but the last fill the column.
    pub justified: bool,
}

/// One line of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its characters, in bytes of the paragraph (0-based), without the blanks at its end.
    pub bytes: Range<usize>,
    /// Where it starts, in points from the left of the column.
    pub indent: f32,
    /// What is added after each character to fill the column, in points.
    pub spacing: f32,
    /// Which line of the block it stands on, 0-based: in a row of a table the lines of all cells begin at the first.
    pub slot: usize,
}

/// A line that lacks more than this part of the column is not filled up but left ragged.
const MOST_STRETCH: f32 = 0.12;

/// Breaks `text` into lines. `width` gives the advance of the character at a byte, in points; `None` for one that
/// is not there for the reader. `gaps`: what is special about the room between characters, in order.
pub fn break_lines(
    text: &str,
    measure: Measure,
    gaps: &[Gap],
    mut width: impl FnMut(usize, char) -> Option<f32>,
) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut line = Open { start: 0, indent: measure.first_indent, width: 0.0, last: None };
    let mut previous: Option<char> = None;
    let mut quote_is_open = false;
    for (at, c) in text.char_indices() {
        let Some(mut advance) = width(at, c) else { continue };
        let gap = gap_at(gaps, at).filter(|_| at > line.start).map_or(0.0, |gap| gap.before);
        advance += gap;
        let opens = c == '"' && !quote_is_open;
        if let Some(before) = previous
            && may_break(before, c, quote_is_open)
        {
            line.last = Some((at, line.width));
        }
        let overflows = line.indent + line.width + advance > measure.column;
        if overflows && at > line.start && !c.is_whitespace() {
            let (end, filled) = line.last.filter(|(end, _)| *end > line.start).unwrap_or((at, line.width));
            // What was put before its first character within the line is not put at the start of one.
            let dropped = gap_at(gaps, end).map_or(0.0, |gap| gap.before);
            let rest = if end == at { 0.0 } else { line.width - filled - dropped };
            if end == at {
                advance -= gap;
            }
            let fill = measure.justified.then_some(measure.column);
            lines.push(line.close((text, gaps), end, fill, &mut width));
            let indent = measure.hanging_indent + gap_at(gaps, end).map_or(0.0, |gap| gap.at_start);
            line = Open { start: end, indent, width: rest, last: None };
        }
        line.width += advance;
        if c == '"' {
            quote_is_open = opens;
        }
        previous = Some(c);
    }
    lines.push(line.close((text, gaps), text.len(), None, &mut width));
    for (slot, line) in lines.iter_mut().enumerate() {
        line.slot = slot;
    }
    lines
}

struct Open {
    start: usize,
    indent: f32,
    width: f32,
    /// The last place where it may end, and the width up to there.
    last: Option<(usize, f32)>,
}

impl Open {
    fn close(
        &self,
        (text, between): (&str, &[Gap]),
        end: usize,
        fill: Option<f32>,
        width: &mut impl FnMut(usize, char) -> Option<f32>,
    ) -> Line {
        let slice = text.get(self.start..end).unwrap_or_default();
        let kept = slice.trim_end();
        let mut spacing = 0.0;
        if let Some(column) = fill {
            let mut natural = 0.0;
            let (mut gaps, mut characters) = (-1_i16, 0_i16);
            for (at, c) in kept.char_indices() {
                let Some(advance) = width(self.start + at, c) else { continue };
                natural += advance;
                characters = characters.saturating_add(1);
                let gap = gap_at(between, self.start + at).filter(|_| at > 0);
                natural += gap.map_or(0.0, |gap| gap.before);
                if gap.is_none_or(|gap| !gap.tight) {
                    gaps = gaps.saturating_add(1);
                }
            }
            let room = column - self.indent - natural;
            // Few gaps between long words would become holes: none is wider than a character.
            let most = (column * MOST_STRETCH).min(natural / f32::from(characters) * f32::from(gaps));
            if gaps > 0 && room > 0.0 && room <= most {
                spacing = room / f32::from(gaps);
            }
        }
        Line { bytes: self.start..self.start + kept.len(), indent: self.indent, spacing, slot: 0 }
    }
}

/// Marks that never start a line.
const NO_START: &str = "，。、；：？！．｡､,.;:?!)]}）》」』】〕〗〉｝］”’…—–·‧・～~%％‰℃°々〻ー";
/// Marks that never end a line.
const NO_END: &str = "([{（《「『【〔〖〈｛［“‘￥¥$＄£€#＃№";

/// Whether a line may end between two neighbours; `quote_is_open`: an ASCII quote was opened before `after`.
fn may_break(before: char, after: char, quote_is_open: bool) -> bool {
    if after.is_whitespace() {
        return false;
    }
    if before.is_whitespace() {
        return !NO_START.contains(after);
    }
    if before == '"' || after == '"' {
        // Straight quotes open and close by turns: no break after an opening, before a closing one.
        let before_opening = after == '"' && !quote_is_open;
        let after_closing = before == '"' && !quote_is_open;
        return (before_opening && !NO_END.contains(before)) || (after_closing && !NO_START.contains(after));
    }
    if NO_START.contains(after) || NO_END.contains(before) {
        return false;
    }
    if in_word(before) && in_word(after) {
        return false;
    }
    // 3,117 and 1.5 stay whole.
    !(matches!(before, ',' | '.' | ':' | '/' | '-' | '\'' | '’' | '_') && in_word(after))
}

/// Whether `c` belongs to a word that is not split: letters and digits of scripts written with spaces.
fn in_word(c: char) -> bool {
    c.is_alphanumeric() && (c as u32) < 0x2E80 || matches!(c, '\'' | '_' | '/' | '-' | '@' | '&' | '+')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::typeset::{Spacing, gaps};

    /// Lays `text` out in a column of `columns` em; letters and ASCII marks are half an em wide.
    fn lines(text: &str, columns: f32) -> Vec<String> {
        let measure = Measure { column: columns, first_indent: 0.0, hanging_indent: 0.0, justified: true };
        break_lines(text, measure, &[], |_, c| Some(if c.is_ascii() { 0.5 } else { 1.0 }))
            .into_iter()
            .map(|line| text.get(line.bytes).unwrap().to_owned())
            .collect()
    }

    #[test]
    fn a_closing_mark_takes_the_character_before_it_along() {
        assert_eq!(lines("天地玄黃，宇宙", 4.0), ["天地玄", "黃，宇宙"]);
        assert_eq!(lines("天地玄黃。」宇宙", 4.0), ["天地玄", "黃。」宇", "宙"]);
        assert_eq!(lines("天地玄黃．宇宙", 4.0), ["天地玄", "黃．宇宙"]);
    }

    #[test]
    fn an_opening_mark_goes_to_the_next_line() {
        assert_eq!(lines("天地玄「黃」", 4.0), ["天地玄", "「黃」"]);
        assert_eq!(lines("天地玄\"黃色\"宇宙", 3.5), ["天地玄", "\"黃色\"", "宇宙"]);
    }

    #[test]
    fn dashes_words_and_numbers_stay_whole() {
        assert_eq!(lines("天地玄——黃", 4.0), ["天地", "玄——黃"]);
        assert_eq!(lines("天地 OpenCC 玄", 4.0), ["天地", "OpenCC", "玄"]);
        assert_eq!(lines("共計3,117元", 4.0), ["共計", "3,117元"]);
    }

    #[test]
    fn what_fits_nowhere_is_cut_where_it_must_be() {
        assert_eq!(lines("abcdefghij", 2.0), ["abcd", "efgh", "ij"]);
        assert_eq!(lines("", 2.0), [""]);
    }

    #[test]
    fn all_lines_but_the_last_fill_the_column() {
        let measure = Measure { column: 20.0, first_indent: 2.0, hanging_indent: 0.0, justified: true };
        let text = "天地玄黃宇宙洪荒日月盈昃辰宿列張，寒來暑往秋收冬藏，閏餘成歲律呂調陽雲騰致雨露結為霜。";
        let lines = break_lines(text, measure, &[], |_, _| Some(1.0));
        let (last, full) = lines.split_last().unwrap();
        for line in full {
            let count = text.get(line.bytes.clone()).unwrap().chars().count();
            #[expect(clippy::cast_precision_loss, reason = "a few dozen characters")]
            let filled = line.indent + count as f32 + line.spacing * (count - 1) as f32;
            assert!((filled - 20.0).abs() < 1e-3, "{filled}");
        }
        assert!(last.spacing.abs() < f32::EPSILON);
    }

    #[test]
    fn a_line_of_letters_is_filled_between_its_words_unless_that_makes_holes() {
        let measure = Measure { column: 20.0, first_indent: 0.0, hanging_indent: 0.0, justified: true };
        let spacing = |text: &str| {
            let gaps = gaps(text.char_indices(), Spacing { size: 1.0, thin: true, centred: false });
            break_lines(text, measure, &gaps, |_, _| Some(0.5)).first().map(|line| line.spacing)
        };
        // Half an em each: 38 of 40 fit, and what is lacking goes to both sides of the five spaces.
        let words = "abcdef ".repeat(5) + "abc abcdef";
        assert_eq!(spacing(&words), Some(1.0 / 10.0));
        let long = "a".repeat(34) + " b " + &"c".repeat(9);
        assert_eq!(spacing(&long), Some(0.0));
    }

    proptest! {
        #[test]
        fn no_line_starts_or_ends_with_what_must_not(
            text in "([天地玄黃]{1,4}(，|。」|「|《|》|（|）|——|……|abc|3,117|12%| ?|！？)){1,60}",
            columns in 12_u8..40,
            centred in any::<bool>(),
        ) {
            let spacing = Spacing { size: 1.0, thin: true, centred };
            let gaps = gaps(text.char_indices(), spacing);
            let measure =
                Measure { column: f32::from(columns), first_indent: 2.0, hanging_indent: 0.0, justified: true };
            let width = |_, c: char| Some(if c.is_ascii() { 0.5 } else { 1.0 });
            let lines = break_lines(&text, measure, &gaps, width);
            for (index, line) in lines.iter().enumerate() {
                let part = text.get(line.bytes.clone()).unwrap();
                let before = text.get(..line.bytes.start).unwrap().chars().next_back();
                let (Some(first), Some(last)) = (part.chars().next(), part.chars().next_back()) else { continue };
                prop_assert!(index == 0 || !NO_START.contains(first), "{part}");
                prop_assert!(index + 1 == lines.len() || !NO_END.contains(last), "{part}");
                prop_assert!(!before.is_some_and(|before| in_word(before) && in_word(first)), "{part}");
                let mut filled = line.indent;
                for (at, c) in part.char_indices() {
                    let gap = gap_at(&gaps, line.bytes.start + at).filter(|_| at > 0);
                    filled += width(at, c).unwrap() + gap.map_or(0.0, |gap| gap.before);
                    filled += if at > 0 && gap.is_none_or(|gap| !gap.tight) { line.spacing } else { 0.0 };
                }
                prop_assert!(filled <= f32::from(columns) + 1e-2, "{part}: {filled}");
                prop_assert!(line.spacing <= 0.0 || (filled - f32::from(columns)).abs() < 1e-2, "{part}: {filled}");
            }
        }
    }

    #[test]
    fn nothing_is_lost_but_blanks_at_line_ends() {
        let text = "天地 玄黃 abc，「宇」宙——洪荒……1,234.5 日月";
        for columns in 1_u8..12 {
            let joined: String = lines(text, f32::from(columns)).concat();
            assert_eq!(joined.replace(' ', ""), text.replace(' ', ""));
        }
    }
}
