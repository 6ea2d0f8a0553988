//! Numerals: how a number is written at the head of a heading, and its value.

use super::glyph;
use crate::text::is_blank;

/// The way a numeral is written. A list keeps to one way, so it is part of a marker's style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// 一 二 十三 廿 一百二十 一零零 二〇
    Han,
    /// 壹 贰 叁 拾
    Formal,
    /// 1 12 １２
    Arabic,
    /// Ⅰ Ⅳ, or IV in Latin capitals
    Roman,
    /// ① ⑫ ❶ ㈠ ⑴
    Circled,
    /// 甲 乙 丙
    Stem,
    /// A B
    Upper,
    /// a b
    Lower,
}

/// A numeral at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    /// How it is written.
    pub script: Script,
    /// Its value.
    pub value: u32,
    /// Its length in bytes.
    pub len: usize,
}

/// Longest numeral that numbers a heading, in characters: 一千二百三十四.
const LONGEST: usize = 8;

const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const FORMAL_DIGITS: &str = "零壹貳叁肆伍陸柒捌玖";
const FORMAL_DIGITS_SIMPLE: &str = "零壹贰参肆伍陆柒捌玖";
/// First characters of runs of enclosed numbers, each with how many there are: all count from 1.
const ENCLOSED: [(char, u32); 7] =
    [('①', 20), ('⑴', 20), ('⒈', 20), ('❶', 10), ('㈠', 10), ('㊀', 10), (GAZETTE, 10)];
/// （一） of the fonts that gazettes in Taiwan were set with, in the private area; （二） to （十） follow.
pub(super) const GAZETTE: char = '\u{e686}';

/// The numeral that `text` starts with, if any.
pub(super) fn read(text: &str) -> Option<Numeral> {
    let raw = text.chars().next()?;
    let first = glyph::plain(raw);
    let run = |script, value: fn(char) -> Option<Part>| compound(text, script, value);
    match first {
        '0'..='9' | '０'..='９' => run(Script::Arabic, arabic),
        'a'..='z' => Some(single(Script::Lower, u32::from(first) - u32::from('a') + 1, raw)),
        'A'..='Z' => latin_roman(text)
            .or_else(|| Some(single(Script::Upper, u32::from(first) - u32::from('A') + 1, raw))),
        'Ⅰ'..='Ⅻ' => Some(single(Script::Roman, u32::from(first) - u32::from('Ⅰ') + 1, first)),
        'ⅰ'..='ⅻ' => Some(single(Script::Roman, u32::from(first) - u32::from('ⅰ') + 1, first)),
        _ if han(first).is_some() => run(Script::Han, han),
        _ if formal(first).is_some() && !is_reference(text) => run(Script::Formal, formal),
        _ => enclosed(first).or_else(|| {
            let at = STEMS.chars().position(|stem| stem == first)?;
            Some(single(Script::Stem, u32::try_from(at).ok()? + 1, raw))
        }),
    }
}

/// Whether `text` is 參　考, which a blank may part.
fn is_reference(text: &str) -> bool {
    let rest = text.strip_prefix(['參', '参', '叄']).map(|rest| rest.trim_start_matches(is_blank));
    rest.is_some_and(|rest| rest.starts_with('考'))
}

/// The number that `text` starts with where blanks part its figures: 第 十 一 條, 第 1 5 節. `None` where none do.
pub(super) fn read_spaced(text: &str, is_gap: fn(char) -> bool) -> Option<Numeral> {
    let first = read(text)?;
    if !matches!(first.script, Script::Han | Script::Arabic | Script::Formal) {
        return None;
    }
    let mut written = text.get(..first.len)?.to_owned();
    let mut len = first.len;
    while let Some(rest) = text.get(len..) {
        let figures = rest.trim_start_matches(is_gap);
        let next = read(figures).filter(|next| next.script == first.script);
        let is_parted = figures.len() < rest.len() && written.chars().nth(LONGEST).is_none();
        let Some(next) = next.filter(|_| is_parted) else { break };
        written.push_str(figures.get(..next.len)?);
        len += rest.len() - figures.len() + next.len;
    }
    let whole = read(&written).filter(|whole| whole.len == written.len() && len > first.len)?;
    Some(Numeral { len, ..whole })
}

/// Whether the character can stand in a number written in Chinese.
pub(super) fn is_han(c: char) -> bool {
    han(glyph::plain(c)).is_some()
}

/// The stroke that optical recognition makes of a lone 一.
pub(super) fn is_stroke(c: char) -> bool {
    matches!(c, '—' | '－' | '–' | '―' | '─' | 'ー' | '-')
}

/// What one character contributes to a numeral.
enum Part {
    Digit(u32),
    Unit(u32),
}

fn single(script: Script, value: u32, c: char) -> Numeral {
    Numeral { script, value, len: c.len_utf8() }
}

fn arabic(c: char) -> Option<Part> {
    match c {
        '0'..='9' => c.to_digit(10).map(Part::Digit),
        '０'..='９' => Some(Part::Digit(u32::from(c) - u32::from('０'))),
        _ => None,
    }
}

fn han(c: char) -> Option<Part> {
    let digit = match c {
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' | '两' | '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => return Some(Part::Unit(10)),
        '廿' => return Some(Part::Unit(20)),
        '卅' => return Some(Part::Unit(30)),
        '百' => return Some(Part::Unit(100)),
        '千' => return Some(Part::Unit(1000)),
        _ => return None,
    };
    Some(Part::Digit(digit))
}

fn formal(c: char) -> Option<Part> {
    match c {
        '拾' => Some(Part::Unit(10)),
        '佰' => Some(Part::Unit(100)),
        '仟' => Some(Part::Unit(1000)),
        '弍' | '贰' | '貮' => Some(Part::Digit(2)),
        '參' | '叄' => Some(Part::Digit(3)),
        _ => [FORMAL_DIGITS, FORMAL_DIGITS_SIMPLE]
            .iter()
            .find_map(|digits| digits.chars().position(|digit| digit == c))
            .and_then(|digit| u32::try_from(digit).ok().map(Part::Digit)),
    }
}

fn enclosed(c: char) -> Option<Numeral> {
    let (start, _) = ENCLOSED.iter().find(|(start, count)| {
        u32::from(c).checked_sub(u32::from(*start)).is_some_and(|offset| offset < *count)
    })?;
    Some(single(Script::Circled, u32::from(c) - u32::from(*start) + 1, c))
}

/// The enclosed number of the row of `first` that stands for `value`, if the row goes so far.
pub(super) fn enclosed_like(first: char, value: u32) -> Option<char> {
    let index = value.checked_sub(1)?;
    let in_row =
        |start: char, count: u32| u32::from(first).checked_sub(u32::from(start)).is_some_and(|at| at < count);
    let (start, _) = ENCLOSED.iter().find(|(start, count)| in_row(*start, *count) && index < *count)?;
    char::from_u32(u32::from(*start) + index)
}

/// A numeral of several characters. With units (十 百 千) it is added up, without it is read digit by digit
/// (一零八 is 108).
fn compound(text: &str, script: Script, part: fn(char) -> Option<Part>) -> Option<Numeral> {
    let (mut len, mut positional, mut sum, mut pending, mut units) = (0, 0u32, 0u32, None, false);
    for (count, c) in text.chars().enumerate() {
        let Some(found) = part(glyph::plain(c)) else { break };
        if count == LONGEST {
            return None;
        }
        len += c.len_utf8();
        match found {
            Part::Digit(digit) => {
                positional = positional.saturating_mul(10).saturating_add(digit);
                pending = Some(digit);
            }
            Part::Unit(unit) => {
                units = true;
                let times =
                    if unit == 20 || unit == 30 { 1 } else { pending.filter(|d| *d > 0).unwrap_or(1) };
                sum = sum.saturating_add(times * unit);
                pending = None;
            }
        }
    }
    let value = if units { sum.saturating_add(pending.unwrap_or(0)) } else { positional };
    (len > 0).then_some(Numeral { script, value, len })
}

/// A number in Latin capitals that cannot be a single letter of an alphabet list: II, IV, but also I, V and X.
fn latin_roman(text: &str) -> Option<Numeral> {
    const DIGITS: [(char, u32); 4] = [('I', 1), ('V', 5), ('X', 10), ('L', 50)];
    let run: Vec<u32> = text
        .chars()
        .map_while(|c| DIGITS.iter().find(|(digit, _)| *digit == c).map(|(_, value)| *value))
        .take(LONGEST)
        .collect();
    let letter_follows = text.chars().nth(run.len()).is_some_and(|c| c.is_ascii_alphanumeric());
    // XXXX is to be filled in.
    let is_open = run.windows(4).any(|four| four.iter().all(|digit| Some(digit) == four.first()));
    if run.is_empty() || letter_follows || is_open || run == [50] {
        return None;
    }
    let mut value = 0i64;
    for (at, digit) in run.iter().enumerate() {
        let smaller = run.get(at + 1).is_some_and(|next| next > digit);
        value += if smaller { -i64::from(*digit) } else { i64::from(*digit) };
    }
    Some(Numeral { script: Script::Roman, value: u32::try_from(value).ok()?, len: run.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_of_every_script_have_their_value() {
        let cases = [
            ("一百二十三、", Script::Han, 123),
            ("十", Script::Han, 10),
            ("二十", Script::Han, 20),
            ("廿三", Script::Han, 23),
            ("卅", Script::Han, 30),
            ("一零零回", Script::Han, 100),
            ("一一〇", Script::Han, 110),
            ("一百零八", Script::Han, 108),
            ("两", Script::Han, 2),
            ("壹", Script::Formal, 1),
            ("拾贰", Script::Formal, 12),
            ("叁", Script::Formal, 3),
            ("１２", Script::Arabic, 12),
            ("007", Script::Arabic, 7),
            ("Ⅳ", Script::Roman, 4),
            ("XIV.", Script::Roman, 14),
            ("⑫", Script::Circled, 12),
            ("㈢", Script::Circled, 3),
            ("丙", Script::Stem, 3),
            ("C.", Script::Upper, 3),
            ("b)", Script::Lower, 2),
            ("\u{2f06}\u{2f17}", Script::Han, 20),
            ("Ｃ、", Script::Upper, 3),
            ("\u{e687}", Script::Circled, 2),
        ];
        for (text, script, value) in cases {
            let numeral = read(text).unwrap();
            assert_eq!((numeral.script, numeral.value), (script, value), "{text}");
        }
    }

    #[test]
    fn what_is_no_numeral_is_none() {
        for text in ["", "的", "、一", "12345678901", "—"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
