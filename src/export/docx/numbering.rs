//! Word's own numbering of lists: what it counts is shown as the source shows it, and whoever goes on writing a list gets
//! its next number.
//!
//! The counters of Word belong to what defines lists, so each way of numbering has one definition, and a list that does
//! not go on with the last number of its definition is one of its own, which begins anew. A mark that Word would not
//! count to stays text.

use super::super::Listed;
use super::super::markup::escaped;
use crate::import::numerals::Numerals;
use crate::import::word_format;
use crate::text::is_blank;

/// Levels of a list.
const LEVELS: usize = 9;
/// Longest mark that is a number, in bytes.
const LONGEST: usize = 40;
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
struct Way {
    /// Depth of the lists, 0-based.
    level: usize,
    /// How the number is written; `None` for a bullet, which is all in `before`.
    numerals: Option<Numerals>,
    before: String,
    after: String,
    /// What parts it from the text, as Word calls it.
    gap: &'static str,
}

impl Way {
    /// What an item of this number begins with.
    fn mark(&self, value: u32) -> String {
        let number = self.numerals.map_or_else(String::new, |numerals| numerals.write(value));
        [&*self.before, &number, &self.after].concat()
    }
}

/// A definition: its way, the number that it starts at, the last one that it has counted, and its last list.
#[derive(Debug)]
struct Definition {
    way: Way,
    start: u32,
    last: u32,
    list: usize,
}

/// The lists of a file.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: Vec<Definition>,
    /// The definition of each list, and what it begins anew at; the number of the first is 1.
    lists: Vec<(usize, Option<u32>)>,
    /// For each depth the definition that the list there goes on with.
    open: Vec<Option<usize>>,
}

impl Numbering {
    /// What says in a paragraph that it is the next item of a list; `None` where its mark has to be text. `gap`: what
    /// parts marks from their text, as Word calls it.
    pub(super) fn place(&mut self, item: &Listed<'_>, gap: &'static str) -> Option<String> {
        let level = item.depth;
        let mark = item.shown.trim_matches(is_blank);
        self.open.truncate(level + 1);
        if mark.is_empty() || mark.len() > LONGEST || mark.contains('%') || level >= LEVELS {
            return None;
        }
        let goes_on = |at: &usize| {
            let definition = self.definitions.get(*at);
            definition.is_some_and(|known| known.way.mark(known.last.saturating_add(1)) == mark)
        };
        let open = self.open.get(level).copied().flatten().filter(goes_on);
        let at = match open {
            Some(at) => at,
            None => self.begin(level, mark, gap)?,
        };
        self.open.resize(level + 1, None);
        if let Some(slot) = self.open.get_mut(level) {
            *slot = Some(at);
        }
        let definition = self.definitions.get_mut(at)?;
        definition.last = definition.last.saturating_add(1);
        let list = definition.list;
        Some(format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#))
    }

    /// The definition that counts to `mark` next: by a list of its own, unless it has come so far.
    fn begin(&mut self, level: usize, mark: &str, gap: &'static str) -> Option<usize> {
        let (way, value) = read(level, mark, gap)?;
        let known = self.definitions.iter().position(|definition| definition.way == way);
        let at = known.unwrap_or(self.definitions.len());
        let before = value.saturating_sub(1);
        match self.definitions.get_mut(at) {
            Some(definition) if way.numerals.is_none() || definition.last == before => return Some(at),
            Some(definition) => {
                self.lists.push((at, Some(value)));
                (definition.last, definition.list) = (before, self.lists.len());
            }
            None => {
                self.lists.push((at, None));
                self.definitions.push(Definition { way, start: value, last: before, list: self.lists.len() });
            }
        }
        Some(at)
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// What the part of the lists holds; `indent` sets the items of a level.
    pub(super) fn xml(&self, indent: impl Fn(usize) -> String) -> String {
        let mut xml = String::new();
        for (id, Definition { way, start, .. }) in self.definitions.iter().enumerate() {
            xml.push_str(&format!(
                "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"multilevel\"/>"
            ));
            for level in 0..LEVELS {
                let (start, way) = if level == way.level { (*start, way.clone()) } else { (1, usual(level)) };
                xml.push_str(&definition(level, start, &way, &indent(level)));
            }
            xml.push_str("</w:abstractNum>\n");
        }
        for (number, (of, start)) in (1..).zip(&self.lists) {
            let level = self.definitions.get(*of).map_or(0, |definition| definition.way.level);
            let anew = start.map_or_else(String::new, |start| {
                format!(
                    r#"<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>"#
                )
            });
            xml.push_str(&format!(
                "<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"{of}\"/>{anew}</w:num>\n"
            ));
        }
        xml
    }
}

/// How a level is numbered that no item stands in yet.
fn usual(level: usize) -> Way {
    let numerals = match level % 3 {
        0 => Numerals::Decimal,
        1 => Numerals::Letters { upper: false },
        _ => Numerals::Roman { upper: false },
    };
    let after = if level % 3 == 0 { "." } else { ")" };
    Way { level, numerals: Some(numerals), before: String::new(), after: after.to_owned(), gap: "tab" }
}

fn definition(level: usize, start: u32, way: &Way, indent: &str) -> String {
    let format = way.numerals.map_or(Some("bullet"), word_format).unwrap_or("decimal");
    let number = way.numerals.map_or_else(String::new, |_| format!("%{}", level + 1));
    let text = escaped(&[&*way.before, &number, &way.after].concat()).replace('"', "&quot;");
    format!(
        r#"<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/><w:suff w:val="{}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{indent}</w:lvl>"#,
        way.gap
    )
}

/// The way that `mark` is numbered in, and its number. A number that none of them would write is none.
fn read(level: usize, mark: &str, gap: &'static str) -> Option<(Way, u32)> {
    let way = |numerals, before: &str, after: &str| Way {
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
    use super::super::super::{ListMark, RichText};
    use super::*;

    /// What is said of items of these depths and marks: list and level, or their mark.
    fn placed(items: &[(usize, &str)]) -> (Vec<String>, Numbering) {
        let mut numbering = Numbering::default();
        let place = |(depth, mark): &(usize, &str)| {
            let item =
                Listed { depth: *depth, mark: ListMark::Own, shown: mark, text: RichText::from("甲") };
            let placed = numbering.place(&item, "tab");
            placed.map_or_else(
                || format!("{mark} as text"),
                |said| {
                    let values = said.split('"').skip(1).step_by(2);
                    values.collect::<Vec<_>>().join(" of ")
                },
            )
        };
        (items.iter().map(place).collect(), numbering)
    }

    #[test]
    fn a_list_goes_on_or_begins_anew() {
        let (said, numbering) = placed(&[
            (0, "1."),
            (1, "（一）"),
            (1, "（二）"),
            (0, "2."),
            (1, "（一）"),
            (0, "5."),
            (0, "6."),
            (0, "•"),
            (0, "•"),
            (0, "7."),
        ]);
        assert_eq!(
            said,
            [
                "0 of 1", "1 of 2", "1 of 2", "0 of 1", "1 of 3", "0 of 4", "0 of 4", "0 of 5", "0 of 5",
                "0 of 4"
            ]
        );
        let xml = numbering.xml(|_| String::new());
        assert_eq!(xml.matches("<w:abstractNum ").count(), 3);
        assert!(xml.contains(r#"<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#));
        assert!(xml.contains(
            r#"<w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="tab"/><w:lvlText w:val="（%2）"/>"#
        ));
    }

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
            let (way, found) = read(0, mark, "tab").unwrap();
            let parts = format!("{}|{}", way.before, way.after);
            assert_eq!((way.numerals, found, parts.as_str()), (numerals, value, around), "{mark}");
            assert_eq!(way.mark(found), mark);
        }
        for mark in ["01.", "0.", "一一、", "1st", "abc", "註"] {
            assert_eq!(read(0, mark, "tab"), None, "{mark}");
        }
    }
}
