//! How one level of a list is numbered.

use super::super::numerals::Numerals;
use super::super::xml::{Tag, Xml};
use super::styles::is_on;
use super::symbols;

/// How many levels a list has.
pub(super) const LEVELS: usize = 9;

/// How many characters of a number are shown, and of what it is made from are read.
pub(super) const LONGEST: usize = 100;

/// What a number is separated by from its paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Gap {
    #[default]
    Tab,
    Blank,
    Nothing,
}

impl Gap {
    /// As text.
    pub(super) const fn text(self) -> &'static str {
        match self {
            Self::Tab => "\t",
            Self::Blank => " ",
            Self::Nothing => "",
        }
    }
}

/// How a level is numbered.
#[derive(Clone, Debug)]
pub(super) struct Level {
    /// Its first number.
    pub(super) start: u32,
    /// How its numbers are written; `None`: it has bullets.
    pub(super) numerals: Option<Numerals>,
    /// What stands before its paragraphs, `%1` being the number of the first level.
    pub(super) text: String,
    /// What follows.
    pub(super) gap: Gap,
    /// Only levels (1-based) up to this one begin it again; 0: none does. `None`: all above it.
    pub(super) restart: Option<u8>,
    /// Whether all numbers in it are decimals.
    pub(super) is_legal: bool,
    /// The paragraph style that stands for it.
    pub(super) style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 1,
            numerals: Some(Numerals::Decimal),
            text: String::new(),
            gap: Gap::Tab,
            restart: None,
            is_legal: false,
            style: None,
        }
    }
}

/// What the open `lvl` says, to its end.
pub(super) fn level(xml: &mut Xml<'_>) -> Level {
    let mut level = Level::default();
    properties(xml, &mut level);
    if level.numerals.is_none() {
        level.text = symbols::bullet(&level.text).to_owned();
    }
    level
}

fn properties(xml: &mut Xml<'_>, level: &mut Level) {
    while let Some(tag) = xml.child() {
        let value = || tag.get("val").unwrap_or_default();
        match tag.name {
            // A format that older programs do not know stands beside one that they do.
            "AlternateContent" | "Choice" => {
                properties(xml, level);
                continue;
            }
            "start" => level.start = tag.number("val").unwrap_or(1),
            "numFmt" => level.numerals = numerals(&tag),
            "lvlText" => level.text = value().chars().take(LONGEST).collect(),
            "suff" => {
                level.gap = match value().as_str() {
                    "space" => Gap::Blank,
                    "nothing" => Gap::Nothing,
                    _ => Gap::Tab,
                }
            }
            "lvlRestart" => level.restart = tag.number("val"),
            "isLgl" => level.is_legal = tag.get("val").is_none_or(|value| is_on(&value)),
            "pStyle" => level.style = tag.get("val"),
            _ => {}
        }
        xml.skip();
    }
}

/// Word's names of formats.
const FORMATS: [(&str, Numerals); 30] = [
    ("decimal", Numerals::Decimal),
    ("decimalHalfWidth", Numerals::Decimal),
    ("decimalZero", Numerals::Padded(2)),
    ("decimalFullWidth", Numerals::FullWidth),
    ("decimalFullWidth2", Numerals::FullWidth),
    ("decimalEnclosedCircle", Numerals::Circle),
    ("decimalEnclosedCircleChinese", Numerals::Circle),
    ("decimalEnclosedParen", Numerals::Paren),
    ("decimalEnclosedFullstop", Numerals::Stop),
    ("ideographEnclosedCircle", Numerals::IdeographCircle),
    ("numberInDash", Numerals::Dash),
    ("ordinal", Numerals::Ordinal),
    ("upperLetter", Numerals::Letters { upper: true }),
    ("lowerLetter", Numerals::Letters { upper: false }),
    ("upperRoman", Numerals::Roman { upper: true }),
    ("lowerRoman", Numerals::Roman { upper: false }),
    ("chineseCounting", Numerals::Counting),
    ("taiwaneseCounting", Numerals::Counting),
    ("chineseCountingThousand", Numerals::Thousand),
    ("taiwaneseCountingThousand", Numerals::ThousandTraditional),
    ("japaneseCounting", Numerals::Japanese),
    ("chineseLegalSimplified", Numerals::Legal),
    ("ideographLegalTraditional", Numerals::LegalTraditional),
    ("ideographDigital", Numerals::Digits),
    ("japaneseDigitalTenThousand", Numerals::Digits),
    ("taiwaneseDigital", Numerals::DigitsCircle),
    ("ideographTraditional", Numerals::Stems),
    ("ideographZodiac", Numerals::Branches),
    ("ideographZodiacTraditional", Numerals::Sexagenary),
    ("none", Numerals::Nothing),
];

/// What Word calls this way of writing numbers; `None` where it has no name for it.
pub(crate) fn word_format(numerals: Numerals) -> Option<&'static str> {
    FORMATS.iter().find(|(_, known)| *known == numerals).map(|(name, _)| *name)
}

/// How numbers are written, as `numFmt` says; `None` for bullets.
fn numerals(tag: &Tag<'_>) -> Option<Numerals> {
    let name = tag.get("val").unwrap_or_default();
    match name.as_str() {
        "bullet" => None,
        // 001, 002, 003, …
        "custom" => {
            let format = tag.get("format").unwrap_or_default();
            let digits = format.chars().take_while(char::is_ascii_digit).count();
            Some(Numerals::Padded(u8::try_from(digits.clamp(1, 9)).unwrap_or(1)))
        }
        name => {
            let known = FORMATS.iter().find(|(known, _)| *known == name);
            Some(known.map_or(Numerals::Decimal, |(_, numerals)| *numerals))
        }
    }
}
