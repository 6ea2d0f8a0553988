//! Lists: the marks of their items.

use super::Lines;
use super::numbering::Numbering;

/// A list that is open.
#[derive(Clone, Copy, Debug)]
pub(in crate::import) struct List {
    /// What its items begin with.
    pub(in crate::import) marks: Marks,
    /// The number of the next item.
    pub(in crate::import) next: i64,
    /// From one number to the next: 1, or -1 where they count down.
    pub(in crate::import) step: i64,
}

/// What the items of a list begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Marks {
    /// Nothing.
    None,
    /// A bullet.
    Bullet,
    /// A number.
    Number(Numbering),
}

/// The mark of an item that has no text yet.
#[derive(Debug)]
pub(super) struct Pending {
    /// The mark, with the blank behind it.
    pub(super) text: String,
    /// Depth of the item, and whether it is numbered; `None` where it is the number of a note.
    pub(super) item: Option<(u8, bool)>,
}

impl Lines {
    /// Begins a list.
    pub(in crate::import) fn begin_list(&mut self, list: List) {
        self.end_line();
        self.lists.push(list);
    }

    /// Ends the innermost list.
    pub(in crate::import) fn end_list(&mut self) {
        self.end_line();
        self.lists.pop();
    }

    /// Begins an item of the innermost list, with the number that it gives itself.
    pub(in crate::import) fn begin_item(&mut self, number: Option<i64>) {
        self.end_line();
        let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let Some(list) = self.lists.last_mut() else { return };
        let number = number.unwrap_or(list.next);
        list.next = number.saturating_add(list.step);
        let text = match list.marks {
            Marks::None => String::new(),
            Marks::Bullet => "• ".to_owned(),
            Marks::Number(numbering) => numbering.mark(number),
        };
        let is_numbered = matches!(list.marks, Marks::Number(_));
        let note =
            self.mark.take().filter(|mark| mark.item.is_none()).map_or_else(String::new, |mark| mark.text);
        let item = (!text.is_empty()).then_some((depth, is_numbered));
        self.mark = item.map(|_| Pending { text: note + &text, item });
    }

    /// Ends an item.
    pub(in crate::import) fn end_item(&mut self) {
        self.end_line();
        self.mark = self.mark.take().filter(|mark| mark.item.is_none());
    }
}

/// Whether `text` begins with a number and its mark: `1.`, `（二）`, `三、`.
pub(super) fn is_numbered(text: &str) -> bool {
    let inner = text.strip_prefix(['(', '（']).unwrap_or(text);
    let rest =
        inner.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十百〇零".contains(c));
    rest.len() < inner.len() && rest.starts_with(['.', '、', '．', ')', '）'])
}
