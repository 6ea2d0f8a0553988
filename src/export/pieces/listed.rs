//! Items of lists: a paragraph apart from the number or bullet that its format made.

use std::borrow::Cow;

use super::{Item, Piece, RichText};
use crate::import::is_numbered;
use crate::text::is_blank;

/// Bullets that lists of HTML and Markdown make look so in the text.
const BULLET: &str = "•";
/// Lists of Markdown have no longer numbers.
const LARGEST: u32 = 999_999_999;

/// What makes a paragraph an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// How deep the list stands in others; 0 is a list by itself.
    pub depth: u8,
    /// How long the number or bullet is that the text begins with, with the blank behind it, in bytes; 0 where the format
    /// made none.
    pub mark: usize,
}

/// An item of a list.
pub(in crate::export) struct Listed<'t> {
    /// How deep the list stands in others.
    pub(in crate::export) depth: usize,
    pub(in crate::export) mark: Mark,
    /// The mark as it stands in the text, with the blank behind it; may be empty.
    pub(in crate::export) shown: &'t str,
    /// What is behind it; not blank.
    pub(in crate::export) text: RichText<'t>,
}

/// What an item begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::export) enum Mark {
    /// A number, and what closes it: `1.`, `1)`.
    Number(u32, char),
    /// A bullet.
    Bullet,
    /// What lists of HTML and Markdown would not write so.
    Own,
}

impl Piece<'_> {
    /// The item of a list that it is.
    pub(in crate::export) fn listed(&self) -> Option<Listed<'_>> {
        match self {
            Self::Item(Item { text, .. }) | Self::Paragraph(text) => text.listed(),
            Self::Heading(_) | Self::Table(_) | Self::Note(_) => None,
        }
    }
}

impl RichText<'_> {
    /// The item of a list that it is.
    pub(in crate::export) fn listed(&self) -> Option<Listed<'_>> {
        let ListItem { depth, mark: end } = self.item?;
        let rest = self.text.get(end..)?.trim_start_matches(is_blank);
        if rest.is_empty() {
            return None;
        }
        let shown = self.text.strip_suffix(rest)?;
        let end = shown.len();
        let marks = self.marks.iter().filter(|(bytes, _)| bytes.end > end);
        let marks = marks.map(|(bytes, mark)| (bytes.start.saturating_sub(end)..bytes.end - end, *mark));
        let text = RichText {
            text: Cow::Borrowed(rest),
            item: None,
            marks: marks.collect(),
            is_furniture: self.is_furniture,
            is_row: false,
        };
        // A number behind the mark would be taken for it.
        let mark = if is_numbered(rest) { Mark::Own } else { Mark::of(shown.trim_matches(is_blank)) };
        Some(Listed { depth: usize::from(depth), mark, shown, text })
    }
}

impl Listed<'_> {
    /// Whether the number that the item begins with, as its mark or in its text, is known for that of an item by itself.
    /// One of figures or letters would begin a list.
    pub(in crate::export) fn is_known(&self) -> bool {
        let runs = self.text.runs();
        let first = runs.first().map_or("", |run| run.text);
        let begin = if self.shown.is_empty() { first } else { self.shown };
        !begin.starts_with(|c: char| c.is_ascii()) && is_numbered(begin)
    }
}

impl Mark {
    fn of(shown: &str) -> Self {
        if shown == BULLET {
            return Self::Bullet;
        }
        let number = ['.', ')'].into_iter().find_map(|closing| {
            let digits = shown.strip_suffix(closing)?;
            let value = digits.parse::<u32>().ok().filter(|value| *value <= LARGEST)?;
            (value.to_string() == digits).then_some(Self::Number(value, closing))
        });
        number.unwrap_or(Self::Own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_one_of_a_list_or_its_own() {
        for (shown, text, mark) in [
            ("1. ", "甲", Mark::Number(1, '.')),
            ("12)\t", "甲", Mark::Number(12, ')')),
            ("• ", "甲", Mark::Bullet),
            ("01. ", "甲", Mark::Own),
            ("9999999999. ", "甲", Mark::Own),
            ("（一）", "甲", Mark::Own),
            ("", "甲", Mark::Own),
            ("1. ", "2. 甲", Mark::Own),
            ("• ", "一、甲", Mark::Own),
        ] {
            let item = Some(ListItem { depth: 1, mark: shown.len() });
            let whole = RichText { item, ..RichText::from([shown, text].concat()) };
            let listed = whole.listed().unwrap();
            assert_eq!((listed.mark, listed.shown, &*listed.text.text), (mark, shown, text));
        }
        let empty = RichText { item: Some(ListItem { depth: 0, mark: 3 }), ..RichText::from("1. ") };
        assert!(empty.listed().is_none());
        assert!(RichText::from("1. 甲").listed().is_none());
    }
}
