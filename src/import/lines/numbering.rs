//! Numbers of list items, as the styles of CSS write them.

use crate::import::numerals::Numerals;

/// A style of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Numbering {
    /// 1. 2. 3.
    Decimal,
    /// 1) 2) 3)
    Closed,
    /// 01. 02. 03.
    LeadingZero,
    /// a. b. c.
    LowerLatin,
    /// A. B. C.
    UpperLatin,
    /// i. ii. iii.
    LowerRoman,
    /// I. II. III.
    UpperRoman,
    /// 一、 二、 三、
    Chinese,
    /// 壹、 貳、 參、
    ChineseFormal,
    /// 甲、 乙、 丙、
    Stem,
    /// 子、 丑、 寅、
    Branch,
}

/// Names of styles: of CSS, and of the `type` of lists.
const NAMES: [(&str, Numbering); 24] = [
    ("decimal", Numbering::Decimal),
    ("1", Numbering::Decimal),
    ("decimal-leading-zero", Numbering::LeadingZero),
    ("lower-alpha", Numbering::LowerLatin),
    ("lower-latin", Numbering::LowerLatin),
    ("a", Numbering::LowerLatin),
    ("upper-alpha", Numbering::UpperLatin),
    ("upper-latin", Numbering::UpperLatin),
    ("A", Numbering::UpperLatin),
    ("lower-roman", Numbering::LowerRoman),
    ("i", Numbering::LowerRoman),
    ("upper-roman", Numbering::UpperRoman),
    ("I", Numbering::UpperRoman),
    ("cjk-ideographic", Numbering::Chinese),
    ("cjk-decimal", Numbering::Chinese),
    ("simp-chinese-informal", Numbering::Chinese),
    ("trad-chinese-informal", Numbering::Chinese),
    ("japanese-informal", Numbering::Chinese),
    ("simp-chinese-formal", Numbering::ChineseFormal),
    ("trad-chinese-formal", Numbering::ChineseFormal),
    ("cjk-heavenly-stem", Numbering::Stem),
    ("cjk-earthly-branch", Numbering::Branch),
    ("hiragana", Numbering::Decimal),
    ("katakana", Numbering::Decimal),
];

/// Where letters and Roman numbers end in lists of web pages.
const LATIN: u32 = 1_000_000;
const ROMAN: u32 = 4_000;
const INFORMAL: (&str, [&str; 4]) = ("零一二三四五六七八九", ["", "十", "百", "千"]);
const FORMAL: (&str, [&str; 4]) = ("零壹貳參肆伍陸柒捌玖", ["", "拾", "佰", "仟"]);

impl Numbering {
    /// The style of that name.
    pub(in crate::import) fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, numbering)| *numbering)
    }

    /// What an item begins with that has this number: decimal beyond what the style can write.
    pub(in crate::import) fn mark(self, number: i64) -> String {
        let (written, end) = match self {
            Self::Decimal => (None, ". "),
            Self::Closed => (None, ") "),
            Self::LeadingZero => (Some(format!("{number:02}")), ". "),
            Self::LowerLatin => (within(number, LATIN, Numerals::Columns { upper: false }), ". "),
            Self::UpperLatin => (within(number, LATIN, Numerals::Columns { upper: true }), ". "),
            Self::LowerRoman => (within(number, ROMAN, Numerals::Roman { upper: false }), ". "),
            Self::UpperRoman => (within(number, ROMAN, Numerals::Roman { upper: true }), ". "),
            Self::Chinese => (chinese(number, INFORMAL), "、"),
            Self::ChineseFormal => (chinese(number, FORMAL), "、"),
            Self::Stem => (within(number, LATIN, Numerals::Stems), "、"),
            Self::Branch => (within(number, LATIN, Numerals::Branches), "、"),
        };
        format!("{}{end}", written.unwrap_or_else(|| number.to_string()))
    }
}

fn nth(row: &str, number: i64) -> Option<String> {
    let index = usize::try_from(number.checked_sub(1)?).ok()?;
    row.chars().nth(index).map(String::from)
}

/// `number` as it is written by `numerals`, from 1 up to below `end`.
fn within(number: i64, end: u32, numerals: Numerals) -> Option<String> {
    let value = u32::try_from(number).ok().filter(|value| (1..end).contains(value))?;
    Some(numerals.write(value))
}

/// 十, 十一, 二十, 一百零一, 一千零一十 …; the formal ones write 壹拾.
fn chinese(number: i64, (digits, places): (&str, [&str; 4])) -> Option<String> {
    (0..10_000).contains(&number).then_some(())?;
    if number == 0 {
        return digits.chars().next().map(String::from);
    }
    let mut text = String::new();
    let mut skipped = false;
    for (place, unit) in places.iter().enumerate().rev() {
        let digit = number / 10_i64.pow(u32::try_from(place).ok()?) % 10;
        if digit == 0 {
            skipped = !text.is_empty();
            continue;
        }
        if skipped {
            text.extend(digits.chars().next());
            skipped = false;
        }
        text.push_str(&nth(digits, digit + 1)?);
        text.push_str(unit);
    }
    Some(text.strip_prefix("一十").map(|rest| format!("十{rest}")).unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_their_style_does() {
        for (name, number, expected) in [
            ("decimal", 12, "12. "),
            ("decimal-leading-zero", 3, "03. "),
            ("a", 27, "aa. "),
            ("A", 3, "C. "),
            ("upper-roman", 1994, "MCMXCIV. "),
            ("i", 0, "0. "),
            ("cjk-ideographic", 10, "十、"),
            ("cjk-ideographic", 11, "十一、"),
            ("simp-chinese-informal", 20, "二十、"),
            ("trad-chinese-informal", 101, "一百零一、"),
            ("trad-chinese-informal", 110, "一百一十、"),
            ("trad-chinese-informal", 1010, "一千零一十、"),
            ("trad-chinese-informal", 10_000, "10000、"),
            ("trad-chinese-formal", 12, "壹拾貳、"),
            ("cjk-heavenly-stem", 10, "癸、"),
            ("cjk-heavenly-stem", 11, "11、"),
            ("cjk-earthly-branch", i64::MIN, "-9223372036854775808、"),
        ] {
            let written = Numbering::named(name).map(|style| style.mark(number));
            assert_eq!(written.as_deref(), Some(expected), "{name}");
        }
    }
}
