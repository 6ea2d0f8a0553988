//! Lists: the marks of their items.

use super::Lines;
use super::numbering::Numbering;
use crate::text::is_blank;

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

/// What stands before text that has not come yet.
#[derive(Debug, Default)]
pub(super) struct Pending {
    /// The number of a note, with the blank behind it.
    pub(super) note: String,
    /// The mark of an item, with the blank behind it.
    pub(super) text: String,
    /// Depth of the item, and whether it is numbered; `None` where there is none.
    pub(super) item: Option<(u8, bool)>,
    /// Whether the item said its mark itself.
    pub(super) is_own: bool,
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
        let item = (!text.is_empty()).then_some((depth, is_numbered));
        let note = self.mark.take().map_or_else(String::new, |mark| mark.note);
        let pending = Pending { note, text, item, is_own: false };
        self.mark = Some(pending).filter(|pending| item.is_some() || !pending.note.is_empty());
    }

    /// The mark that an item gives itself in the place of its list's, where nothing else stands in it yet; text elsewhere.
    pub(in crate::import) fn own_mark(&mut self, text: &str) {
        match &mut self.mark {
            Some(Pending { text: mark, item: Some((_, is_numbered)), is_own, .. }) => {
                *mark = text.trim_start_matches(is_blank).replace('\t', " ");
                *is_numbered = counts(text);
                *is_own = true;
            }
            _ => self.text(text),
        }
    }

    /// Ends an item.
    pub(in crate::import) fn end_item(&mut self) {
        self.end_line();
        let note = self.mark.take().map_or_else(String::new, |mark| mark.note);
        self.mark = (!note.is_empty()).then(|| Pending { note, ..Pending::default() });
    }
}

/// Whether a mark is a number or a letter, and no bullet.
pub(crate) fn counts(mark: &str) -> bool {
    mark.contains(char::is_alphanumeric)
}

/// Whether a number that counts items or provisions may have `c`: of Arabic or of Chinese numerals.
pub(crate) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十百千〇零".contains(c)
}

/// Whether `text` begins with a number and its mark: `1.`, `（二）`, `三、`.
pub(crate) fn is_numbered(text: &str) -> bool {
    let inner = text.strip_prefix(['(', '（']).unwrap_or(text);
    let rest = inner.trim_start_matches(is_digit);
    rest.len() < inner.len() && rest.starts_with(['.', '、', '．', ')', '）'])
}
