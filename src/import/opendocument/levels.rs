//! How one level of a list is numbered.

use super::super::numerals::Numerals;
use super::super::steps;
use super::super::xml::{Tag, Xml};

/// How many levels a list has.
pub(super) const LEVELS: usize = 10;

/// How many characters of a number are shown, and of what it is made from are read.
const LONGEST: usize = 100;

/// How a level is numbered.
#[derive(Clone, Debug)]
pub(super) struct Level {
    /// Its first number.
    pub(super) start: u32,
    /// How its numbers are written; `None`: it has bullets.
    pub(super) numerals: Option<Numerals>,
    prefix: String,
    suffix: String,
    /// The whole, `%1%` being the number of the first level; takes the place of the two above.
    pattern: Option<String>,
    bullet: String,
    /// How many levels are shown, this one the last.
    shown: usize,
    /// What follows.
    gap: &'static str,
}

/// What formats are told by: their first number, as the format names it.
const FORMATS: [(&str, Numerals); 18] = [
    ("1", Numerals::Decimal),
    ("01", Numerals::Padded(2)),
    ("A", Numerals::Columns { upper: true }),
    ("a", Numerals::Columns { upper: false }),
    ("I", Numerals::Roman { upper: true }),
    ("i", Numerals::Roman { upper: false }),
    ("1st", Numerals::Ordinal),
    ("一", Numerals::ThousandTraditional),
    ("〇", Numerals::Digits),
    ("壹", Numerals::Legal),
    ("壱", Numerals::LegalTraditional),
    ("甲", Numerals::Stems),
    ("子", Numerals::Branches),
    ("甲子", Numerals::Sexagenary),
    ("①", Numerals::Circle),
    ("⑴", Numerals::Paren),
    ("１", Numerals::FullWidth),
    ("", Numerals::Nothing),
];

/// What the open level says, to its end.
pub(super) fn level(xml: &mut Xml<'_>, tag: &Tag<'_>) -> Level {
    let said = |name| Some(tag.get(name)?.chars().take(LONGEST).collect::<String>());
    let text = |name| said(name).unwrap_or_default();
    let mut level = Level {
        start: tag.number("start-value").unwrap_or(1),
        numerals: if tag.name.ends_with("-number") || tag.name.starts_with("outline") {
            Some(numerals(tag))
        } else {
            None
        },
        prefix: text("num-prefix"),
        suffix: text("num-suffix"),
        pattern: said("num-list-format"),
        bullet: said("bullet-char").unwrap_or_else(|| "•".to_owned()),
        shown: tag.number("display-levels").unwrap_or(1),
        gap: "\t",
    };
    if level.bullet.chars().any(|c| ('\u{e000}'..='\u{f8ff}').contains(&c)) {
        "•".clone_into(&mut level.bullet);
    }
    while xml.child().is_some() {
        while let Some(tag) = xml.child() {
            level.gap = match tag.get("label-followed-by").as_deref() {
                Some("space") => " ",
                Some("nothing") => "",
                _ => level.gap,
            };
            xml.skip();
        }
    }
    level
}

fn numerals(tag: &Tag<'_>) -> Numerals {
    let format = tag.get("num-format").unwrap_or_default();
    let first = format.split([',', ' ']).next().unwrap_or_default();
    let known = FORMATS.iter().find(|(known, _)| *known == first).map(|(_, numerals)| *numerals);
    match known.unwrap_or(Numerals::Decimal) {
        Numerals::Columns { upper } if tag.get("num-letter-sync").is_some_and(|sync| sync == "true") => {
            Numerals::Letters { upper }
        }
        // Both scripts begin with 壹.
        Numerals::Legal if format.contains('貳') => Numerals::LegalTraditional,
        numerals => numerals,
    }
}

impl Level {
    /// What stands before a paragraph at level `at` (0-based), with the tab or blank behind it; `number` gives the
    /// numbers of levels.
    pub(super) fn text(&self, at: usize, number: impl Fn(usize) -> Option<String>) -> String {
        steps::count(self.prefix.len() + self.suffix.len() + self.pattern.as_ref().map_or(0, String::len));
        let mut out = match (&self.pattern, self.numerals) {
            (_, None) => self.bullet.clone(),
            (_, Some(Numerals::Nothing)) if self.pattern.is_none() => {
                format!("{}{}", self.prefix, self.suffix)
            }
            (Some(pattern), _) => filled(pattern, &number),
            (None, _) => {
                let first = (at + 1).saturating_sub(self.shown.max(1));
                let numbers: Vec<_> = (first..=at).filter_map(&number).filter(|n| !n.is_empty()).collect();
                format!("{}{}{}", self.prefix, numbers.join("."), self.suffix)
            }
        };
        if let Some((end, _)) = out.char_indices().nth(LONGEST) {
            out.truncate(end);
        }
        if !out.is_empty() {
            out.push_str(self.gap);
        }
        out
    }
}

/// A pattern with its numbers: `%1%.%2%`.
fn filled(pattern: &str, number: &impl Fn(usize) -> Option<String>) -> String {
    let mut out = String::new();
    // Every other piece stands between percent signs.
    for (index, piece) in pattern.split('%').enumerate() {
        let level = piece.parse::<usize>().ok().filter(|_| index % 2 == 1);
        match level.and_then(|level| level.checked_sub(1)) {
            Some(at) => out.push_str(&number(at).unwrap_or_default()),
            None => out.push_str(piece),
        }
    }
    out
}
