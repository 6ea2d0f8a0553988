//! Text in columns: which characters stand upright and which are turned.
//!
//! The rules are those of Unicode (UAX #50, and the vertical presentation forms of UAX #44)
//! and of Chinese setting (W3C, Requirements for Chinese Text Layout, §3.1.4 and §3.4): marks take their vertical
//! forms, Latin words are turned, a number of one or two digits stands upright in one cell (縱中橫). Marks of ASCII
//! among ideographs are set as the Chinese ones that they stand for; quotation marks become ﹁﹂ and ﹃﹄.

use std::ops::RangeInclusive;

/// How a character stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orientation {
    /// On its feet, in a cell of one em.
    Upright,
    /// Turned by a quarter, as wide along the column as it is in a row.
    Turned,
    /// The left digit of two in one cell.
    Left,
    /// The right digit of two in one cell.
    Right,
}

impl Orientation {
    /// The advance along the column in points, of a character that is `wide` points wide in a row.
    pub fn advance(self, size: f32, wide: impl FnOnce() -> f32) -> f32 {
        match self {
            Self::Upright => size,
            Self::Turned => wide(),
            Self::Left | Self::Right => size / 2.0,
        }
    }
}

/// What is drawn for the character `c` at byte `at` of `text`, and how it stands.
pub fn stand(text: &str, at: usize, c: char) -> (char, Orientation) {
    // Nearly all characters are ideographs.
    if matches!(c, '\u{3400}'..='\u{9fff}') {
        return (c, Orientation::Upright);
    }
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let mut rest = text.get(at..).unwrap_or_default().chars();
    rest.next();
    let after = rest.next();
    if c.is_ascii_digit() {
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_graphic() && form(chinese(c)).is_none());
        return (c, digit(text, at, latin));
    }
    let full = if c.is_ascii() && among_ideographs(c, before, after) { chinese(c) } else { c };
    match form(full) {
        Some(form) => (form, Orientation::Upright),
        None if is_upright(full) => (full, Orientation::Upright),
        None => (full, Orientation::Turned),
    }
}

/// How the digit at byte `at` stands: one or two by themselves are upright.
fn digit(text: &str, at: usize, latin: impl Fn(Option<char>) -> bool) -> Orientation {
    let mut before = text.get(..at).unwrap_or_default().chars().rev();
    let mut after = text.get(at + 1..).unwrap_or_default().chars();
    let (first, second) = (before.next(), after.next());
    match (first.filter(char::is_ascii_digit), second.filter(char::is_ascii_digit)) {
        (None, None) if !touches(first, &mut before, &latin) && !touches(second, &mut after, &latin) => {
            Orientation::Upright
        }
        (None, Some(_)) => {
            let third = after.next();
            let long = touches(first, &mut before, &latin) || touches(third, &mut after, &latin);
            if long { Orientation::Turned } else { Orientation::Left }
        }
        (Some(_), None) => {
            let third = before.next();
            let long = touches(third, &mut before, &latin) || touches(second, &mut after, &latin);
            if long { Orientation::Turned } else { Orientation::Right }
        }
        _ => Orientation::Turned,
    }
}

/// Whether `next`, with what comes beyond it, belongs to one word or number with the digit beside it.
fn touches(
    next: Option<char>,
    beyond: &mut impl Iterator<Item = char>,
    latin: impl Fn(Option<char>) -> bool,
) -> bool {
    match next {
        // A mark of ASCII belongs to a number where the number goes on behind it: 1.5, 3,117.
        Some('.' | ',' | ':') => beyond.next().is_some_and(|c| c.is_ascii_alphanumeric()),
        next => latin(next),
    }
}

/// Whether a mark of ASCII belongs to Chinese text: brackets by either neighbour, others by what they follow.
fn among_ideographs(c: char, before: Option<char>, after: Option<char>) -> bool {
    let wide = |c: Option<char>| c.is_some_and(|c| u32::from(c) >= 0x2E80 || form(c).is_some());
    match c {
        '(' | '[' | '{' | ')' | ']' | '}' => wide(before) || wide(after),
        '.' => wide(before),
        _ => {
            let closed = |c: char| c.is_alphanumeric() || matches!(c, ')' | ']' | '}');
            wide(before) || before.is_some_and(closed) && wide(after)
        }
    }
}

/// The Chinese mark that a mark of ASCII stands for; other characters are what they are.
const fn chinese(c: char) -> char {
    match c {
        ',' => '，',
        '.' => '。',
        ':' => '：',
        ';' => '；',
        '!' => '！',
        '?' => '？',
        '(' => '（',
        ')' => '）',
        '[' => '［',
        ']' => '］',
        '{' => '｛',
        '}' => '｝',
        other => other,
    }
}

/// The form of a mark in columns (Unicode, FE10–FE19 and FE30–FE48).
const fn form(c: char) -> Option<char> {
    Some(match c {
        '，' => '︐',
        '、' => '︑',
        '。' => '︒',
        '：' => '︓',
        '；' => '︔',
        '！' => '︕',
        '？' => '︖',
        '〖' => '︗',
        '〗' => '︘',
        '…' => '︙',
        '‥' => '︰',
        '—' => '︱',
        '–' => '︲',
        '（' => '︵',
        '）' => '︶',
        '｛' => '︷',
        '｝' => '︸',
        '〔' => '︹',
        '〕' => '︺',
        '【' => '︻',
        '】' => '︼',
        '《' => '︽',
        '》' => '︾',
        '〈' => '︿',
        '〉' => '﹀',
        '「' | '‘' => '﹁',
        '」' | '’' => '﹂',
        '『' | '“' => '﹃',
        '』' | '”' => '﹄',
        '［' => '﹇',
        '］' => '﹈',
        _ => return None,
    })
}

/// What stands upright of the characters without a form of their own (UAX #50, U and Tu), in order; of symbols the
/// usual ones.
const UPRIGHT: [RangeInclusive<char>; 35] = [
    '§'..='§',
    '©'..='©',
    '®'..='®',
    '±'..='±',
    '¼'..='¾',
    '×'..='×',
    '÷'..='÷',
    '‖'..='‖',
    '†'..='‡',
    '‰'..='‱',
    '※'..='※',
    '⁇'..='⁉',
    '℀'..='\u{218f}',
    '∞'..='∞',
    '∴'..='∵',
    '①'..='\u{24ff}',
    '■'..='☙',
    '☠'..='❧',
    '\u{2e80}'..='〛',
    '〝'..='〞',
    '〠'..='〯',
    '〱'..='ゟ',
    'ァ'..='・',
    'ヽ'..='\u{a4cf}',
    '\u{a960}'..='\u{a97f}',
    '\u{ac00}'..='\u{d7ff}',
    '\u{e000}'..='\u{faff}',
    '\u{fe10}'..='\u{fe1f}',
    '\u{fe30}'..='\u{fe48}',
    '！'..='，',
    '．'..='；',
    '？'..='＾',
    '｀'..='ｚ',
    '￠'..='￧',
    '\u{1b000}'..='\u{10ffff}',
];

/// Whether a character without a form of its own stands upright.
fn is_upright(c: char) -> bool {
    let after = UPRIGHT.partition_point(|range| *range.end() < c);
    UPRIGHT.get(after).is_some_and(|range| range.contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The characters of `text` as they are drawn; those that are turned in lower brackets.
    fn drawn(text: &str) -> String {
        text.char_indices().fold(String::new(), |drawn, (at, c)| match stand(text, at, c) {
            (c, Orientation::Upright) => format!("{drawn}{c}"),
            (c, Orientation::Turned) => format!("{drawn}‹{c}›"),
            (c, Orientation::Left) => format!("{drawn}[{c}"),
            (c, Orientation::Right) => format!("{drawn}{c}]"),
        })
    }

    #[test]
    fn marks_take_their_vertical_forms_and_ascii_marks_among_ideographs_too() {
        assert_eq!(drawn("「天，地。」——“玄”……"), "﹁天︐地︒﹂︱︱﹃玄﹄︙︙");
        assert_eq!(drawn("天,地(玄)黃."), "天︐地︵玄︶黃︒");
        assert_eq!(drawn("天(地),玄"), "天︵地︶︐玄");
        assert_eq!(drawn("日～月·星"), "日‹～›月‹·›星");
    }

    #[test]
    fn short_numbers_stand_and_words_and_long_numbers_lie() {
        assert_eq!(drawn("3月12日"), "3月[12]日");
        assert_eq!(drawn("12,地"), "[12]︐地");
        assert_eq!(drawn("約1.5元"), "約‹1›‹.›‹5›元");
        assert_eq!(drawn("共117元"), "共‹1›‹1›‹7›元");
        assert_eq!(drawn("甲A1乙"), "甲‹A›‹1›乙");
        assert_eq!(drawn("第12章"), "第[12]章");
    }
}
