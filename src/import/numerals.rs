//! Numbers as office programs write them before paragraphs.
//!
//! The forms are those that Word prints, which are not always those of its documentation: 一百〇一 in one format, 百一 in
//! another that Chinese documents use as often; where a format ends, decimals go on.

/// How numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Numerals {
    /// 1
    Decimal,
    /// 01, 001: at least so many digits.
    Padded(u8),
    /// １
    FullWidth,
    /// ①, and decimals from 21.
    Circle,
    /// ⑴, and decimals from 21.
    Paren,
    /// ⒈, and decimals from 21.
    Stop,
    /// ㊀, and decimals from 11.
    IdeographCircle,
    /// - 1 -
    Dash,
    /// 1st
    Ordinal,
    /// A … Z, AA, BB
    Letters {
        /// Whether they are capitals.
        upper: bool,
    },
    /// A … Z, AA, AB
    Columns {
        /// Whether they are capitals.
        upper: bool,
    },
    /// i, ii
    Roman {
        /// Whether they are capitals.
        upper: bool,
    },
    /// 十, 九十九, 一○○: counted below a hundred, digits with a circle from there.
    Counting,
    /// 十, 一百〇一
    Thousand,
    /// 十, 一百零一, 一萬
    ThousandTraditional,
    /// 十, 百一
    Japanese,
    /// 壹拾, 壹佰零壹
    Legal,
    /// 壹拾, 壹佰零壹, 貳萬
    LegalTraditional,
    /// 一〇
    Digits,
    /// 一○
    DigitsCircle,
    /// 甲, and decimals from 11.
    Stems,
    /// 子, and decimals from 13.
    Branches,
    /// 甲子, and decimals from 61.
    Sexagenary,
    /// Nothing.
    Nothing,
}

/// The signs of a system that names places: digits, 10, 100, 1000, 10000, and zero within a number.
struct Places {
    digits: &'static str,
    units: &'static str,
    zero: &'static str,
    /// Whether the ten of 10 to 19 has its one, and whether hundreds and thousands have theirs.
    ones: (bool, bool),
}

const SIMPLE: &str = "一二三四五六七八九";
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

const THOUSAND: Places = Places { digits: SIMPLE, units: "十百千万", zero: "〇", ones: (false, true) };
const TRADITIONAL: Places =
    Places { digits: SIMPLE, units: "十百千萬", zero: "零", ones: (false, true) };
const JAPANESE: Places = Places { digits: SIMPLE, units: "十百千万", zero: "", ones: (false, false) };
const LEGAL: Places =
    Places { digits: "壹贰叁肆伍陆柒捌玖", units: "拾佰仟万", zero: "零", ones: (true, true) };
const LEGAL_TRADITIONAL: Places =
    Places { digits: "壹貳參肆伍陸柒捌玖", units: "拾佰仟萬", zero: "零", ones: (true, true) };

/// From here on systems that name places write nothing.
const BEYOND: u32 = 1_000_000;

/// How often a letter is repeated at most.
const MOST_LETTERS: u32 = 30;

impl Numerals {
    /// `value` written so; short whatever it is.
    pub(crate) fn write(self, value: u32) -> String {
        self.own(value).unwrap_or_else(|| value.to_string())
    }

    /// As [`Numerals::write`]; `None` where the format has ended.
    fn own(self, value: u32) -> Option<String> {
        let index = value.checked_sub(1);
        let nth = |signs: &str| Some(signs.chars().nth(usize::try_from(index?).ok()?)?.to_string());
        let from = |first: char, count: u32| {
            let at = index.filter(|at| *at < count)?;
            Some(char::from_u32(u32::from(first) + at)?.to_string())
        };
        match self {
            Self::Decimal => None,
            Self::Padded(width) => Some(format!("{value:0width$}", width = usize::from(width))),
            Self::FullWidth => Some(digits(value, "０１２３４５６７８９")),
            Self::Circle => from('①', 20),
            Self::Paren => from('⑴', 20),
            Self::Stop => from('⒈', 20),
            Self::IdeographCircle => from('㊀', 10),
            Self::Dash => Some(format!("- {value} -")),
            Self::Ordinal => Some(format!("{value}{}", ordinal(value))),
            Self::Letters { upper } => letters(value, upper),
            Self::Columns { upper } => columns(value, upper),
            Self::Roman { upper } => roman(value, upper),
            Self::Counting if value < 100 => Some(THOUSAND.write(value, "○")),
            Self::Counting | Self::DigitsCircle => Some(digits(value, "○一二三四五六七八九")),
            Self::Thousand => Some(THOUSAND.write(value, "〇")),
            Self::ThousandTraditional => Some(TRADITIONAL.write(value, "零")),
            Self::Japanese => Some(JAPANESE.write(value, "〇")),
            Self::Legal => Some(LEGAL.write(value, "零")),
            Self::LegalTraditional => Some(LEGAL_TRADITIONAL.write(value, "零")),
            Self::Digits => Some(digits(value, "〇一二三四五六七八九")),
            Self::Stems => nth(STEMS),
            Self::Branches => nth(BRANCHES),
            Self::Sexagenary => {
                let at = usize::try_from(index?).ok().filter(|at| *at < 60)?;
                let (stem, branch) = (STEMS.chars().nth(at % 10)?, BRANCHES.chars().nth(at % 12)?);
                Some([stem, branch].iter().collect())
            }
            Self::Nothing => Some(String::new()),
        }
    }
}

impl Places {
    fn write(&self, value: u32, none: &str) -> String {
        match value {
            0 => none.to_owned(),
            1..10_000 => self.group(value, value),
            10_000..BEYOND => {
                let (high, low) = (value / 10_000, value % 10_000);
                // Ten thousands keep the one that tens by themselves lose, but where nothing has it.
                let ones = if self.ones.1 { value } else { high };
                let zero = if low > 0 && low < 1000 { self.zero } else { "" };
                let ten_thousand = self.unit(3);
                format!("{}{ten_thousand}{zero}{}", self.group(high, ones), self.group(low, value))
            }
            _ => String::new(),
        }
    }

    /// A number below ten thousand that is a part of `whole`.
    fn group(&self, value: u32, whole: u32) -> String {
        let mut out = String::new();
        let mut is_open = false;
        for (place, unit) in [(3, 1000), (2, 100), (1, 10), (0, 1)] {
            let digit = value / unit % 10;
            if digit == 0 {
                is_open |= !out.is_empty();
                continue;
            }
            if std::mem::take(&mut is_open) {
                out.push_str(self.zero);
            }
            let is_bare = digit == 1
                && match place {
                    0 => false,
                    1 if whole < 20 => !self.ones.0,
                    _ => !self.ones.1,
                };
            if !is_bare {
                out.extend(self.digits.chars().nth(digit as usize - 1));
            }
            if place > 0 {
                out.push_str(&self.unit(place - 1));
            }
        }
        out
    }

    fn unit(&self, index: usize) -> String {
        self.units.chars().nth(index).map(String::from).unwrap_or_default()
    }
}

/// The decimal digits of `value` as those of `signs`, which begin with zero.
fn digits(value: u32, signs: &str) -> String {
    let decimal = value.to_string();
    decimal.chars().filter_map(|c| signs.chars().nth(c.to_digit(10)? as usize)).collect()
}

const fn ordinal(value: u32) -> &'static str {
    match (value % 10, value % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

fn letter(index: u32, upper: bool) -> Option<char> {
    char::from_u32(u32::from(if upper { 'A' } else { 'a' }) + index % 26)
}

fn letters(value: u32, upper: bool) -> Option<String> {
    let index = value.checked_sub(1)?;
    let times = (index / 26 + 1).min(MOST_LETTERS);
    Some(letter(index, upper)?.to_string().repeat(times as usize))
}

fn columns(value: u32, upper: bool) -> Option<String> {
    let mut rest = value.checked_sub(1)?;
    let mut out = vec![letter(rest, upper)?];
    while rest >= 26 {
        rest = rest / 26 - 1;
        out.push(letter(rest, upper)?);
    }
    Some(out.iter().rev().collect())
}

fn roman(value: u32, upper: bool) -> Option<String> {
    const PARTS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut rest = Some(value).filter(|value| (1..32_768).contains(value))?;
    let mut out = String::new();
    for (part, sign) in PARTS {
        out.push_str(&sign.repeat((rest / part) as usize));
        rest %= part;
    }
    Some(if upper { out.to_uppercase() } else { out })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each format writes for 1, 10, 11, 20, 21, 99, 100, 101, 110, 111, 1000, 1010, 10000, 10001, 12345, 100000.
    const VALUES: [u32; 16] =
        [1, 10, 11, 20, 21, 99, 100, 101, 110, 111, 1000, 1010, 10_000, 10_001, 12_345, 100_000];

    const WRITTEN: [(Numerals, &str); 18] = [
        (
            Numerals::Counting,
            "一 十 十一 二十 二十一 九十九 一○○ 一○一 一一○ 一一一 一○○○ 一○一○ 一○○○○ 一○○○一 一二三四五 一○○○○○",
        ),
        (
            Numerals::Thousand,
            "一 十 十一 二十 二十一 九十九 一百 一百〇一 一百一十 一百一十一 一千 一千〇一十 一万 一万〇一 \
                 一万二千三百四十五 一十万",
        ),
        (
            Numerals::ThousandTraditional,
            "一 十 十一 二十 二十一 九十九 一百 一百零一 一百一十 一百一十一 一千 一千零一十 一萬 一萬零一 \
                 一萬二千三百四十五 一十萬",
        ),
        (
            Numerals::Japanese,
            "一 十 十一 二十 二十一 九十九 百 百一 百十 百十一 千 千十 一万 一万一 一万二千三百四十五 十万",
        ),
        (
            Numerals::Legal,
            "壹 壹拾 壹拾壹 贰拾 贰拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾 壹佰壹拾壹 壹仟 壹仟零壹拾 壹万 壹万零壹 \
                 壹万贰仟叁佰肆拾伍 壹拾万",
        ),
        (
            Numerals::LegalTraditional,
            "壹 壹拾 壹拾壹 貳拾 貳拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾 壹佰壹拾壹 壹仟 壹仟零壹拾 壹萬 壹萬零壹 \
                 壹萬貳仟參佰肆拾伍 壹拾萬",
        ),
        (
            Numerals::Digits,
            "一 一〇 一一 二〇 二一 九九 一〇〇 一〇一 一一〇 一一一 一〇〇〇 一〇一〇 一〇〇〇〇 一〇〇〇一 一二三四五 \
                 一〇〇〇〇〇",
        ),
        (
            Numerals::DigitsCircle,
            "一 一○ 一一 二○ 二一 九九 一○○ 一○一 一一○ 一一一 一○○○ 一○一○ 一○○○○ 一○○○一 一二三四五 一○○○○○",
        ),
        (Numerals::Stems, "甲 癸 11 20 21 99 100 101 110 111 1000 1010 10000 10001 12345 100000"),
        (Numerals::Branches, "子 酉 戌 20 21 99 100 101 110 111 1000 1010 10000 10001 12345 100000"),
        (
            Numerals::Sexagenary,
            "甲子 癸酉 甲戌 癸未 甲申 99 100 101 110 111 1000 1010 10000 10001 12345 100000",
        ),
        (Numerals::Circle, "① ⑩ ⑪ ⑳ 21 99 100 101 110 111 1000 1010 10000 10001 12345 100000"),
        (Numerals::Paren, "⑴ ⑽ ⑾ ⒇ 21 99 100 101 110 111 1000 1010 10000 10001 12345 100000"),
        (Numerals::Stop, "⒈ ⒑ ⒒ ⒛ 21 99 100 101 110 111 1000 1010 10000 10001 12345 100000"),
        (Numerals::IdeographCircle, "㊀ ㊉ 11 20 21 99 100 101 110 111 1000 1010 10000 10001 12345 100000"),
        (
            Numerals::FullWidth,
            "１ １０ １１ ２０ ２１ ９９ １００ １０１ １１０ １１１ １０００ １０１０ １００００ １０００１ １２３４５ \
                 １０００００",
        ),
        (Numerals::Padded(2), "01 10 11 20 21 99 100 101 110 111 1000 1010 10000 10001 12345 100000"),
        (
            Numerals::Ordinal,
            "1st 10th 11th 20th 21st 99th 100th 101st 110th 111th 1000th 1010th 10000th 10001st 12345th 100000th",
        ),
    ];

    #[test]
    fn every_format_is_written_as_word_does() {
        let upper = true;
        for (format, expected) in WRITTEN {
            let written = VALUES.map(|value| format.write(value)).join(" ");
            assert_eq!(written, expected, "{format:?}");
        }
        let repeated = [1, 26, 27, 28, 52, 53].map(|value| Numerals::Letters { upper }.write(value));
        assert_eq!(repeated.join(" "), "A Z AA BB ZZ AAA");
        let columns = [1, 26, 27, 28, 52, 53, 703].map(|value| Numerals::Columns { upper }.write(value));
        assert_eq!(columns.join(" "), "A Z AA AB AZ BA AAA");
        let roman = [1, 4, 9, 14, 40, 99, 2024].map(|value| Numerals::Roman { upper: false }.write(value));
        assert_eq!(roman.join(" "), "i iv ix xiv xl xcix mmxxiv");
        assert_eq!(Numerals::Dash.write(3), "- 3 -");
    }

    #[test]
    fn any_number_is_written_shortly() {
        let (upper, lower) = (true, false);
        let all = [
            Numerals::Decimal,
            Numerals::Padded(255),
            Numerals::FullWidth,
            Numerals::Circle,
            Numerals::Letters { upper },
            Numerals::Columns { upper },
            Numerals::Roman { upper: lower },
            Numerals::Counting,
            Numerals::Thousand,
            Numerals::Japanese,
            Numerals::Legal,
            Numerals::Stems,
            Numerals::Sexagenary,
        ];
        for format in all {
            for value in [0, 1, 999_999, 1_000_000, u32::MAX - 1, u32::MAX] {
                assert!(format.write(value).chars().count() <= 255, "{format:?} {value}");
            }
        }
        assert_eq!(
            [Numerals::Thousand.write(999_999), Numerals::Thousand.write(1_000_000)].join("|"),
            "九十九万九千九百九十九|"
        );
        assert_eq!([Numerals::Counting.write(0), Numerals::Thousand.write(0)].join("|"), "○|〇");
        assert_eq!(Numerals::Thousand.write(110_000), "一十一万");
    }
}
