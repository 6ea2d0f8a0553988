//! Lists in HTML: inner ones stand in the item above them.

use super::super::markup::escape_into;
use super::super::{ListMark, Listed};
use super::Hypertext;
use crate::import::{OWN_MARK, counts};

/// The class of lists whose items say their marks themselves.
const OWN_MARKS: &str = "gangmu-marks";
/// What such lists, and others, look like.
pub(in crate::export) const STYLE: &str =
    "ol,ul{margin:.4em 0;padding-inline-start:3em}.gangmu-marks{list-style:none;padding-inline-start:2em}";

/// The lists that are open, the outermost first.
#[derive(Debug, Default)]
pub(in crate::export) struct Lists(Vec<List>);

#[derive(Debug)]
struct List {
    kind: Kind,
    /// The number of its last item.
    last: u32,
}

/// What the items of a list begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Numbers,
    Bullets,
    /// What they say themselves; whether it is a number.
    Own(bool),
}

impl Kind {
    fn of(item: &Listed<'_>) -> Self {
        match item.mark {
            ListMark::Number(_, '.') => Self::Numbers,
            ListMark::Bullet => Self::Bullets,
            ListMark::Number(..) | ListMark::Own => Self::Own(counts(item.shown)),
        }
    }

    const fn tag(self) -> &'static str {
        match self {
            Self::Numbers | Self::Own(true) => "ol",
            Self::Bullets | Self::Own(false) => "ul",
        }
    }
}

impl Lists {
    /// Appends the ends of all lists.
    pub(in crate::export) fn end(&mut self, out: &mut String) {
        self.close(out, 0);
    }

    /// Ends the lists below the first `kept` ones.
    fn close(&mut self, out: &mut String, kept: usize) {
        while self.0.len() > kept
            && let Some(list) = self.0.pop()
        {
            out.extend(["</li>\n</", list.kind.tag(), ">\n"]);
        }
    }
}

impl Hypertext<'_> {
    /// Appends an item, which stays open: an inner list may follow.
    pub(in crate::export) fn item(&mut self, out: &mut String, lists: &mut Lists, item: &Listed<'_>) {
        let kind = Kind::of(item);
        let number = if let ListMark::Number(number, _) = item.mark { number } else { 0 };
        // A list that stands in none is one by itself.
        let depth = item.depth.min(lists.0.len());
        let before = lists.0.get(depth).filter(|list| list.kind == kind);
        let before = before.filter(|list| kind != Kind::Numbers || list.last < number).map(|list| list.last);
        lists.close(out, depth + usize::from(before.is_some()));
        if let Some(last) = before {
            out.push_str("</li>\n<li");
            if kind == Kind::Numbers && last + 1 != number {
                out.extend([" value=\"", &number.to_string(), "\""]);
            }
        } else {
            out.extend(["<", kind.tag()]);
            match kind {
                Kind::Numbers if number != 1 => out.extend([" start=\"", &number.to_string(), "\""]),
                Kind::Own(_) => out.extend([" class=\"", OWN_MARKS, "\""]),
                Kind::Numbers | Kind::Bullets => {}
            }
            out.push_str(">\n<li");
        }
        out.push('>');
        if matches!(kind, Kind::Own(_)) {
            out.extend(["<span class=\"", OWN_MARK, "\">"]);
            escape_into(out, item.shown);
            out.push_str("</span>");
        }
        self.text(out, &item.text);
        lists.0.truncate(depth);
        lists.0.push(List { kind, last: number });
    }
}
