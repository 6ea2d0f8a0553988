//! The number of a heading, to be written anew in the way in which it is written.

use std::ops::Range;

use super::marker;
use super::numeral::{self, Script};
use super::style::Style;
use crate::import::numerals::Numerals;
use crate::text::is_blank;

/// The numbers in a marker, and how they are written: one in 第三條, three in 1.2.3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The style of its marker.
    pub style: Style,
    /// The numbers, the last of which counts the heading; never empty.
    pub values: Vec<u32>,
    /// What of the text is written anew, in bytes.
    pub range: Range<usize>,
    /// How each number is written, with what stands before it: nothing before the first.
    parts: Vec<(String, Written)>,
    /// What stands behind the last one within `range` and stays: 條 of 第七條之一, which becomes 第八條.
    behind: String,
}

/// How a number is written, told by one that is.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Written {
    script: Script,
    example: String,
}

/// What joins the numbers of 1.2.3 and 1-2, and of 第7-1條.
const JOINTS: &str = ".．-－—–";

/// A numeral in a marker.
struct Token {
    range: Range<usize>,
    value: u32,
    script: Script,
}

impl Number {
    /// The number of the marker that stands in `heading`, a line, from byte `start` to byte `end`; `None` where it has
    /// none: 前言, 附錄.
    pub fn read(heading: &str, (start, end): (usize, usize)) -> Option<Self> {
        let written = heading.get(start..end)?;
        let found = heading.get(start..).and_then(marker::read).or_else(|| marker::suffix(heading))?;
        let tokens = tokens(written, &found);
        let last = match found.value {
            0 => tokens.len().checked_sub(1).filter(|last| *last > 0),
            value => tokens.iter().rposition(|token| token.value == value),
        }?;
        let first = (0..last).rev().take_while(|at| is_joined(written, tokens.get(*at..at + 2))).last();
        let chain = tokens.get(first.unwrap_or(last)..=last)?;
        let number = match inserted(written, &tokens).filter(|_| found.value == 0) {
            Some(number) => number,
            None => Self::of_chain(written, chain, found.style)?,
        };
        let range = number.range.start + start..number.range.end + start;
        Some(Self { style: found.style, range, ..number }).filter(|number| number.values.last() != Some(&0))
    }

    /// The number at the start of a heading that the reader named.
    pub fn read_name(name: &str) -> Option<Self> {
        let found = marker::read_line(name).filter(|found| found.weight >= 1.0)?;
        Self::read(name, (found.start, found.end))
    }

    fn of_chain(written: &str, chain: &[Token], style: Style) -> Option<Self> {
        let (first, last) = (chain.first()?, chain.last()?);
        let range = first.range.start..last.range.end;
        let mut values: Vec<u32> = chain.iter().map(|token| token.value).collect();
        let mut parts: Vec<(String, Written)> = Vec::with_capacity(chain.len());
        let mut from = first.range.start;
        for token in chain {
            let before = written.get(from..token.range.start)?.to_owned();
            let example = written.get(token.range.clone())?.to_owned();
            parts.push((before, Written { script: token.script, example }));
            from = token.range.end;
        }
        let is_pointed = parts.get(1).is_some_and(|(joint, _)| joint.starts_with(['.', '．']));
        // 第7-1條 and 第2-3章 are counted as one.
        if !is_pointed && !matches!(style, Style::Decimal(_)) {
            values.drain(..values.len() - 1);
            parts.truncate(1);
        }
        Some(Self { style, values, range, parts, behind: String::new() })
    }

    /// What stands in the place of [`Self::range`] where the numbers are `values`; `traditional` decides between 贰 and 貳.
    pub fn with(&self, values: &[u32], traditional: bool) -> String {
        let parts = self.parts.iter().zip(values);
        let numbers = parts.map(|((joint, how), value)| joint.clone() + &how.write(*value, traditional));
        numbers.chain([self.behind.clone()]).collect()
    }
}

/// 第七條之一: what was put in later is counted as the others are.
fn inserted(written: &str, tokens: &[Token]) -> Option<Number> {
    let [.., base, added] = tokens else { return None };
    let between = written.get(base.range.end..added.range.start)?.trim_end_matches(is_blank);
    let behind = between.strip_suffix('之')?.trim_end_matches(is_blank).to_owned();
    let example = written.get(base.range.clone())?.to_owned();
    let parts = vec![(String::new(), Written { script: base.script, example })];
    let range = base.range.start..added.range.end;
    Some(Number { style: Style::Article, values: vec![base.value], range, parts, behind })
}

/// Whether nothing but a joint parts two numerals.
fn is_joined(written: &str, two: Option<&[Token]>) -> bool {
    let Some([one, next]) = two else { return false };
    let between = written.get(one.range.end..next.range.start).unwrap_or_default();
    let between = between.trim_matches(is_blank);
    between.chars().count() == 1 && between.chars().all(|c| JOINTS.contains(c))
}

/// The numerals of a marker. Letters are numerals by themselves alone: those of Chapter are none.
fn tokens(written: &str, found: &marker::Marker) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = written.get(at..).filter(|rest| !rest.is_empty()) {
        let letters = rest.chars().take_while(char::is_ascii_alphabetic).count();
        let read = numeral::read(rest).filter(|numeral| letters < 2 || numeral.len == letters);
        // What optical recognition makes of 一 and of 1.
        let stroke = rest.chars().next().filter(|c| numeral::is_stroke(*c) && found.style.is_han());
        let (len, token) = match (read, stroke) {
            (Some(read), _) if found.style == Style::Arabic && rest.starts_with('l') => {
                (read.len, Some((1, Script::Arabic)))
            }
            (Some(read), _) => (read.len, Some((read.value, read.script))),
            (None, Some(stroke)) => (stroke.len_utf8(), Some((1, Script::Han))),
            (None, None) => (letters.max(rest.chars().next().map_or(1, char::len_utf8)), None),
        };
        tokens.extend(token.map(|(value, script)| Token { range: at..at + len, value, script }));
        at += len;
    }
    tokens
}

impl Written {
    /// `value` written like the example.
    fn write(&self, value: u32, traditional: bool) -> String {
        let has = |characters: &[char]| self.example.contains(characters);
        let upper = true;
        match self.script {
            Script::Han => self.write_han(value),
            Script::Formal => {
                let formal = if traditional { Numerals::LegalTraditional } else { Numerals::Legal };
                let written = formal.write(value);
                // 拾貳、 is usual in headings where sums of money have 壹拾貳.
                let short = written.strip_prefix('壹').filter(|rest| rest.starts_with('拾'));
                short.filter(|_| !self.example.starts_with("壹拾")).unwrap_or(&written).to_owned()
            }
            Script::Arabic if has(&['０', '１', '２', '３', '４', '５', '６', '７', '８', '９']) => {
                Numerals::FullWidth.write(value)
            }
            Script::Arabic if self.example.starts_with('0') => {
                Numerals::Padded(u8::try_from(self.example.len()).unwrap_or(u8::MAX)).write(value)
            }
            Script::Arabic => value.to_string(),
            Script::Roman => self.write_roman(value),
            Script::Circled => self.write_circled(value),
            Script::Stem if value > 10 => Numerals::ThousandTraditional.write(value),
            Script::Stem => Numerals::Stems.write(value),
            Script::Upper => Numerals::Columns { upper }.write(value),
            Script::Lower => Numerals::Columns { upper: !upper }.write(value),
        }
    }

    fn write_han(&self, value: u32) -> String {
        let zero = self.example.chars().find(|c| "零〇○".contains(*c)).unwrap_or('零');
        let is_by_digits =
            self.example.chars().count() > 1 && !self.example.contains(['十', '百', '千', '廿', '卅']);
        let written = if is_by_digits {
            Numerals::Digits.write(value)
        } else {
            Numerals::ThousandTraditional.write(value)
        };
        let short = |tens: &str| written.strip_prefix(tens).filter(|_| self.example.contains(['廿', '卅']));
        let written = match (short("二十"), short("三十")) {
            (Some(ones), _) => format!("廿{ones}"),
            (_, Some(ones)) => format!("卅{ones}"),
            (None, None) => written,
        };
        written.replace(['零', '〇'], zero.encode_utf8(&mut [0; 4]))
    }

    fn write_roman(&self, value: u32) -> String {
        let first = self.example.chars().next().unwrap_or('I');
        let nth = |one: char| value.checked_sub(1).and_then(|more| char::from_u32(u32::from(one) + more));
        let upper = !matches!(first, 'ⅰ'..='ⅻ');
        match first {
            'Ⅰ'..='Ⅻ' if value <= 12 => nth('Ⅰ').map(String::from).unwrap_or_default(),
            'ⅰ'..='ⅻ' if value <= 12 => nth('ⅰ').map(String::from).unwrap_or_default(),
            _ => Numerals::Roman { upper }.write(value),
        }
    }

    /// The same row of enclosed numbers as far as it goes, then what it stands for.
    fn write_circled(&self, value: u32) -> String {
        let first = self.example.chars().next().unwrap_or('①');
        if let Some(written) = numeral::enclosed_like(first, value) {
            return written.to_string();
        }
        match numeral::enclosed_like(first, 1) {
            Some('⑴') => format!("({value})"),
            Some('⒈') => format!("{value}."),
            Some('㈠' | numeral::GAZETTE) => format!("（{}）", Numerals::ThousandTraditional.write(value)),
            Some('㊀') => Numerals::ThousandTraditional.write(value),
            _ => value.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A marker, its number or numbers, and how it is written with others in their place.
    const WRITTEN: [(&str, &[u32], &[u32], &str); 40] = [
        ("三、", &[3], &[1], "一、"),
        ("十二、", &[12], &[101], "一百零一、"),
        ("（十）", &[10], &[11], "（十一）"),
        ("—、", &[1], &[2], "二、"),
        ("(5)", &[5], &[2], "(2)"),
        ("12.", &[12], &[3], "3."),
        ("１２、", &[12], &[3], "３、"),
        ("第 三 章", &[3], &[12], "第 十二 章"),
        ("第一零八回", &[108], &[10], "第一零回"),
        ("第一百〇八回", &[108], &[109], "第一百〇九回"),
        ("廿三、", &[23], &[25], "廿五、"),
        ("第三條", &[3], &[20], "第二十條"),
        ("第 7-1 條", &[1], &[8], "第 8 條"),
        ("第七條之一", &[7], &[8], "第八條"),
        ("第 7 條之 1", &[7], &[12], "第 12 條"),
        ("第2-3章", &[3], &[1], "第1章"),
        ("第2.3節", &[2, 3], &[1, 1], "第1.1節"),
        ("1.2.3", &[1, 2, 3], &[2, 1, 10], "2.1.10"),
        ("1-2", &[1, 2], &[1, 1], "1-1"),
        ("A.2", &[1, 2], &[2, 1], "B.1"),
        ("篇3", &[3], &[1], "篇1"),
        ("【篇二】", &[2], &[3], "【篇三】"),
        ("案例二：", &[2], &[1], "案例一："),
        ("chapter.001", &[1], &[12], "chapter.012"),
        ("Chapter 3", &[3], &[4], "Chapter 4"),
        ("Part II", &[2], &[4], "Part IV"),
        ("第一卷 某 第三章", &[3], &[1], "第一卷 某 第一章"),
        ("貳、", &[2], &[12], "拾貳、"),
        ("(Ⅱ)", &[2], &[4], "(Ⅳ)"),
        ("Ⅱ、", &[2], &[13], "XIII、"),
        ("IV.", &[4], &[9], "IX."),
        ("丙、", &[3], &[1], "甲、"),
        ("癸、", &[10], &[11], "十一、"),
        ("b)", &[2], &[3], "c)"),
        ("㈡", &[2], &[11], "（十一）"),
        ("⑵", &[2], &[3], "⑶"),
        ("⒉", &[2], &[21], "21."),
        ("第三，", &[3], &[1], "第一，"),
        ("附錄二", &[2], &[1], "附錄一"),
        ("1\u{fe0f}\u{20e3}", &[1], &[2], "2\u{fe0f}\u{20e3}"),
    ];

    #[test]
    fn a_number_is_written_anew_as_it_was_written() {
        for (marker, values, new, expected) in WRITTEN {
            let heading = format!("{marker} 題");
            let number = Number::read(&heading, (0, marker.len())).unwrap_or_else(|| panic!("{marker}"));
            assert_eq!(number.values, values, "{marker}");
            let mut written = marker.to_owned();
            written.replace_range(number.range.clone(), &number.with(new, true));
            assert_eq!(written, expected);
        }
    }

    #[test]
    fn what_has_no_number_is_none() {
        for heading in ["前言", "附錄", "例文：題", "0 引言", "下卷 題", "大結局"] {
            let end = marker::read(heading).map_or(heading.len(), |marker| marker.end);
            assert_eq!(Number::read(heading, (0, end)), None, "{heading}");
        }
    }

    #[test]
    fn what_recognition_made_of_a_number_is_one() {
        let number = Number::read("l、題", (0, 4)).unwrap();
        assert_eq!((number.values.as_slice(), number.with(&[2], true)), (&[1][..], "2".to_owned()));
    }

    #[test]
    fn a_number_at_the_end_of_a_line_is_read_there() {
        let (line, start) = ("會議上的講話 篇2", "會議上的講話 ".len());
        let number = Number::read(line, (start, line.len())).unwrap();
        assert_eq!((number.values.as_slice(), line.get(number.range)), (&[2][..], Some("2")));
    }
}
