//! Lists in Markdown: items below one another, those of inner lists indented as far as the text of the item around them.
//!
//! A list counts by itself, so one whose numbers do not go on ends, and a comment parts it from the next. What lists have
//! no marks for stands in the text of an item: as it is where it is known for a number when the file is opened again, else
//! in an element that says so.

use super::super::{ListMark, Listed};
use super::escape_into;
use super::inline::{APART, line_into};
use crate::import::OWN_MARK;

/// The lists that are open, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Lists(Vec<List>);

#[derive(Debug)]
struct List {
    /// What closes its numbers; `None`: it has bullets.
    closing: Option<char>,
    /// The number of its last item.
    last: u32,
    /// How far the text of its last item stands in.
    width: usize,
}

impl Lists {
    /// Ends all lists.
    pub(super) fn end(&mut self) {
        self.0.clear();
    }

    /// Appends an item to `out`, and what parts it from what stands before.
    pub(super) fn item_into(&mut self, out: &mut String, item: &Listed<'_>) {
        // A list that stands in none is one by itself.
        let depth = item.depth.min(self.0.len());
        let (closing, number) = match item.mark {
            ListMark::Number(number, closing) => (Some(closing), number),
            ListMark::Bullet | ListMark::Own => (None, 0),
        };
        let before = self.0.get(depth).filter(|list| list.closing == closing);
        let is_same = before.is_some();
        let goes_on = before.is_some_and(|list| closing.is_none() || list.last + 1 == number);
        let indent = " ".repeat(self.0.iter().take(depth).map(|list| list.width).sum());
        if is_same && !goes_on {
            out.extend(["\n", &indent, APART, "\n\n"]);
        } else if !goes_on && !out.is_empty() && (self.0.is_empty() || number > 1) {
            // Right below a paragraph no list begins with another number than 1.
            out.push('\n');
        }
        let mark = closing.map_or_else(|| "- ".to_owned(), |closing| format!("{number}{closing} "));
        out.extend([&*indent, &mark]);
        write(out, item);
        out.push('\n');
        self.0.truncate(depth);
        self.0.push(List { closing, last: number, width: mark.len() });
    }
}

/// Appends what stands behind the mark of the list.
fn write(out: &mut String, item: &Listed<'_>) {
    let has_own = item.mark == ListMark::Own;
    if has_own && item.is_known() {
        escape_into(out, item.shown);
    } else if has_own {
        out.extend(["<span class=\"", OWN_MARK, "\">"]);
        escape_into(out, item.shown);
        out.push_str("</span>");
    }
    line_into(out, &item.text, !has_own);
}
