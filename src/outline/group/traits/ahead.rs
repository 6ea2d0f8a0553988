//! What is numbered as headings are: chapters that are only named, and a clause that is the only one of its section.

use super::{Group, ItemTraits, Traits, says_following};
use crate::outline::style::Style;

/// Longest line that says that parts of a document follow, in characters.
const ANNOUNCED: usize = 30;

impl Traits<'_> {
    /// Whether 二、 or （二）, or the line above them, only names the chapters, lessons or sections of a book that the members
    /// are: none of several has anything below it. What follows such a line may come to stand below the last.
    pub(in crate::outline::group) fn are_named_ahead(&self, group: &Group) -> bool {
        let style_of = |index: usize| self.candidate(index).map(|heading| heading.style);
        let divides =
            |style| matches!(style, Style::Division | Style::Chapter | Style::Lesson | Style::Section);
        let holds = |style: Style| !style.is_fixed() && !style.is_free();
        let Some((&first, [.., _])) = group.members.split_first() else { return false };
        let is_named = |&index: &usize| self.candidate(index).is_some_and(|head| head.level > 0);
        style_of(first).is_some_and(divides)
            && !group.members.iter().any(is_named)
            && !group.members.iter().all(|&index| self.is_described(index))
            && ((group.under.and_then(style_of).is_some_and(holds) && self.is_bare(group))
                || (self.is_announced(first) && self.holds_nothing(group)))
    }

    /// Whether the line of the member `index` tells of it in parts, as a syllabus does: 第一章緒論【目標】…【重點】….
    fn is_described(&self, index: usize) -> bool {
        self.source.line(self.paragraph(index)).contains('【')
    }

    /// Whether a short line above the member `first` says that something follows.
    fn is_announced(&self, first: usize) -> bool {
        let above = self.paragraph(first).checked_sub(1).map_or("", |above| self.source.line(above));
        says_following(above) && above.chars().nth(ANNOUNCED).is_none()
    }

    /// Whether no member but the last has anything below it.
    fn holds_nothing(&self, group: &Group) -> bool {
        let others = group.members.split_last().map_or(&[][..], |(_, others)| others);
        !others.iter().any(|&index| self.is_parent(index) || self.has_own(index))
    }

    /// Whether the only member, 2.1.1 of 2.1, has something of its own below it and reads as a heading does.
    pub(in crate::outline::group) fn is_lone_clause(&self, group: &Group) -> bool {
        let asks = |item: ItemTraits| item.short && matches!(item.end, Some('？' | '?'));
        let reads = |item: ItemTraits| asks(item) || item.is_name();
        let holds = |index: usize| self.is_parent(index) || self.has_own(index);
        matches!(group.members[..], [only] if reads(self.item(only)) && holds(only))
    }
}
