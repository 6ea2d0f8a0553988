//! Word's own numbering of lists: what it counts is shown as the source shows it, and whoever goes on writing a list gets
//! its next number.
//!
//! The counters of Word belong to what defines lists, so each way of numbering has one definition, and a list that does
//! not go on with the last number of its definition is one of its own, which begins anew. A mark that Word would not
//! count to stays text.

mod way;

use super::super::Listed;
use crate::text::is_blank;
use way::Way;

/// Levels of a list.
const LEVELS: usize = 9;
/// Longest mark that is a number, in bytes.
const LONGEST: usize = 40;
/// Most definitions and most lists of a file: what would be more stays text.
const MOST: (usize, usize) = (500, 10_000);

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
        let (way, value) = Way::read(level, mark, gap)?;
        let known = self.definitions.iter().position(|definition| definition.way == way);
        let at = known.unwrap_or(self.definitions.len());
        let before = value.saturating_sub(1);
        let is_full = at >= MOST.0 || self.lists.len() >= MOST.1;
        match self.definitions.get_mut(at) {
            Some(definition) if way.numerals.is_none() || definition.last == before => return Some(at),
            _ if is_full => return None,
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
            let head =
                format!("<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"multilevel\"/>");
            xml.push_str(&head);
            for level in 0..LEVELS {
                let (start, way) =
                    if level == way.level { (*start, way.clone()) } else { (1, Way::usual(level)) };
                xml.push_str(&way.xml(start, &indent(level)));
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
            let list =
                format!("<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"{of}\"/>{anew}</w:num>\n");
            xml.push_str(&list);
        }
        xml
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
}
