//! Ways of numbering: what Word counts to a mark.

use super::super::super::markup::escaped;
use crate::import::numerals::Numerals;
use crate::import::word_format;

/// Largest number that is looked for in what is no decimal.
const MOST: u32 = 200;

/// What numbers are made of, how they may be written then, and whether they are one sign.
const KINDS: [(&str, &[Numerals], bool); 8] = [
    ("0123456789", &[Numerals::Decimal], false),
    ("０１２３４５６７８９", &[Numerals::FullWidth], false),
    (
        "一二三四五六七八九十百〇零○",
        &[Numerals::Thousand, Numerals::ThousandTraditional, Numerals::Counting],
        false,
    ),
    ("壹贰貳叁參肆伍陆陸柒捌玖拾佰零", &[Numerals::Legal, Numerals::LegalTraditional], false),
    ("甲乙丙丁戊己庚辛壬癸", &[Numerals::Stems], true),
    ("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", &[Numerals::Circle], true),
    // A list that begins at i is one of Roman numbers.
    (
        "abcdefghijklmnopqrstuvwxyz",
        &[Numerals::Letters { upper: false }, Numerals::Roman { upper: false }],
        false,
    ),
    (
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        &[Numerals::Letters { upper: true }, Numerals::Roman { upper: true }],
        false,
    ),
];

/// A way of numbering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Way {
    /// Depth of the lists, 0-based.
    pub(super) level: usize,
    /// How the number is written; `None` for a bullet, which is all in `before`.
    pub(super) numerals: Option<Numerals>,
    before: String,
    after: String,
    /// What parts it from the text, as Word calls it.
    gap: &'static str,
}

impl Way {
    /// What an item of this number begins with.
    pub(super) fn mark(&self, value: u32) -> String {
        let number = self.numerals.map_or_else(String::new, |numerals| numerals.write(value));
        [&*self.before, &number, &self.after].concat()
    }

    /// How a level is numbered that no item stands in yet.
    pub(super) fn usual(level: usize) -> Self {
        let numerals = match level % 3 {
            0 => Numerals::Decimal,
            1 => Numerals::Letters { upper: false },
            _ => Numerals::Roman { upper: false },
        };
        let after = if level.is_multiple_of(3) { "." } else { ")" };
        Self { level, numerals: Some(numerals), before: String::new(), after: after.to_owned(), gap: "tab" }
    }

    /// The way that `mark` is numbered in, and its number. A number that none of them would write is none.
    pub(super) fn read(level: usize, mark: &str, gap: &'static str) -> Option<(Self, u32)> {
        let way = |numerals, before: &str, after: &str| Self {
            level,
            numerals,
            before: before.to_owned(),
            after: after.to_owned(),
            gap,
        };
        let kind_of = |c: char| KINDS.iter().find(|(signs, ..)| signs.contains(c));
        let Some((last, (signs, numerals, is_one))) =
            mark.char_indices().rev().find_map(|(at, c)| Some((at, kind_of(c)?)))
        else {
            return (!mark.contains(char::is_alphanumeric)).then(|| (way(None, mark, ""), 1));
        };
        let (head, tail) = mark.split_at_checked(last)?;
        let end = last + tail.chars().next()?.len_utf8();
        let start = if *is_one { last } else { head.trim_end_matches(|c| signs.contains(c)).len() };
        let (before, number, after) = (mark.get(..start)?, mark.get(start..end)?, mark.get(end..)?);
        let is_letter = number.starts_with(|c: char| c.is_ascii_alphabetic());
        if is_letter && [before, after].iter().any(|part| part.contains(char::is_alphanumeric)) {
            return None;
        }
        let roman = number.eq_ignore_ascii_case("i");
        numerals.iter().skip(usize::from(roman)).find_map(|numerals| {
            let value = value_of(*numerals, number)?;
            Some((way(Some(*numerals), before, after), value))
        })
    }

    /// The level in a definition, which starts at `start` and whose items `indent` sets.
    pub(super) fn xml(&self, start: u32, indent: &str) -> String {
        let format = self.numerals.map_or(Some("bullet"), word_format).unwrap_or("decimal");
        let number = self.numerals.map_or_else(String::new, |_| format!("%{}", self.level + 1));
        let text = escaped(&[&*self.before, &number, &self.after].concat()).replace('"', "&quot;");
        format!(
            r#"<w:lvl w:ilvl="{}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/><w:suff w:val="{}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{indent}</w:lvl>"#,
            self.level, self.gap
        )
    }
}

/// Which number `numerals` write so; from 1 on.
fn value_of(numerals: Numerals, number: &str) -> Option<u32> {
    let is_written = |value: &u32| numerals.write(*value) == number;
    match numerals {
        Numerals::Decimal => number.parse().ok().filter(|value| *value > 0 && is_written(value)),
        _ => (1..=MOST).find(is_written),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_as_what_counts_to_them() {
        for (mark, numerals, value, around) in [
            ("1.", Some(Numerals::Decimal), 1, "|."),
            ("第3步", Some(Numerals::Decimal), 3, "第|步"),
            ("1.2", Some(Numerals::Decimal), 2, "1.|"),
            ("（十二）", Some(Numerals::Thousand), 12, "（|）"),
            ("一百零一、", Some(Numerals::ThousandTraditional), 101, "|、"),
            ("b)", Some(Numerals::Letters { upper: false }), 2, "|)"),
            ("i)", Some(Numerals::Roman { upper: false }), 1, "|)"),
            ("③", Some(Numerals::Circle), 3, "|"),
            ("乙、", Some(Numerals::Stems), 2, "|、"),
            ("➢", None, 1, "➢|"),
        ] {
            let (way, found) = Way::read(0, mark, "tab").unwrap();
            let parts = format!("{}|{}", way.before, way.after);
            assert_eq!((way.numerals, found, parts.as_str()), (numerals, value, around), "{mark}");
            assert_eq!(way.mark(found), mark);
        }
        for mark in ["01.", "0.", "一一、", "1st", "abc", "註"] {
            assert_eq!(Way::read(0, mark, "tab"), None, "{mark}");
        }
    }
}
