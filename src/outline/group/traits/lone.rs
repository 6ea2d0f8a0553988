//! Headings that nothing but their own line tells: a first number behind which the text ends, a noun with its number.

use super::{Group, Traits};
use crate::outline::style::Style;

impl Traits<'_> {
    /// Whether the only member is a title with a text below it, and nothing comes behind it in the text but what stands below:
    /// an excerpt ends in the midst of a chapter, before the second number.
    pub(in crate::outline::group) fn is_cut_off(&self, group: &Group) -> bool {
        let [only] = group.members[..] else { return false };
        let Some(head) = self.candidate(only) else { return false };
        let depth = |index: usize| self.headings.get(index).map_or(0, |heading| heading.choice.depth);
        head.value == 1
            && !head.style.is_fixed()
            && group.under.is_some()
            && self.item(only).reads_as_title()
            && (self.has_own(only) || self.is_parent(only))
            && (only + 1..self.headings.len()).all(|later| depth(later) > depth(only))
    }

    /// Whether the members are nothing but a noun and its number, 提案一, and each has a text below it.
    pub(in crate::outline::group) fn are_bare_nouns(&self, group: &Group) -> bool {
        group.members.iter().all(|&index| {
            self.candidate(index).is_some_and(|head| {
                let line = self.source.range(head.paragraph);
                // 例1 is a part of what is told.
                head.style == Style::Case
                    && head.range == line
                    && line.slice(self.source.text).chars().nth(2).is_some()
            }) && self.has_own(index)
        })
    }
}
