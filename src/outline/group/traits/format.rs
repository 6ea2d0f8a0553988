//! What the format says of a group of siblings.

use super::{Group, Traits, share};
use crate::outline::format::{Line, Mark};
use crate::outline::heading::Heading;
use crate::outline::style::Style;

/// What emphasis adds to the logarithm of the odds that a group is one of headings, and what the format takes away
/// where it has them for items of a list.
const BOLD: f32 = 3.0;
const ITEM: f32 = 4.0;
/// Who has styles for so many headings gives them to all that are more than a numbered sentence.
pub(super) const STYLED: usize = 3;

/// For each of the headings whether it has no hashes, and one of its style that it stands below or beside has.
pub(super) fn unhashed(headings: &[Heading]) -> Vec<bool> {
    let mut open: Vec<&Heading> = Vec::new();
    let mut found = Vec::with_capacity(headings.len());
    for heading in headings {
        let (own, depth) = (heading.candidate, heading.choice.depth);
        let like = |above: &&Heading| above.candidate.style == own.style && above.candidate.hashed;
        while open.pop_if(|above| above.choice.depth > depth).is_some() {}
        let is_like = !own.hashed && open.iter().any(like);
        // What has hashes stands for those beside it that have none.
        if !is_like {
            while open.pop_if(|above| above.choice.depth >= depth).is_some() {}
            open.push(heading);
        }
        found.push(is_like);
    }
    found
}

impl Traits<'_> {
    /// Whether no member has hashes or anything of its own, as others of the style have below or beside which they stand:
    /// they are a list.
    pub(in crate::outline::group) fn are_unhashed(&self, group: &Group) -> bool {
        let has_own = || matches!(group.members[..], [only] if self.has_own(only));
        group.members.iter().all(|&index| self.unhashed.get(index).copied().unwrap_or(false))
            && self.is_bare(group)
            && !has_own()
    }

    /// Whether the members are headings by what the format says, if that tells: it names half of them, or it names
    /// others of their style, and nothing stands below these, which only list what is to come, or it names others and
    /// these are sentences, or it has them for items whose words begin with a number.
    pub(in crate::outline::group) fn named(&self, group: &Group) -> Option<bool> {
        let is_named = |index: usize| self.candidate(index).is_some_and(|head| head.level > 0);
        let named = share(&group.members, &is_named);
        let style = group.members.first().and_then(|&first| self.candidate(first)).map(|first| first.style);
        let others = || style.is_some_and(|style| style.is_fixed() && self.named.contains(&style));
        let bare = || !group.members.iter().any(|&index| self.is_parent(index) || self.has_own(index));
        let is_fixed = style.is_none_or(Style::is_fixed);
        let sentences = || self.styled && !is_fixed && self.are_sentences(group);
        if named >= 0.5 {
            Some(true)
        } else {
            (named == 0.0 && (others() && bare() || sentences() || self.are_listed(group))).then_some(false)
        }
    }

    /// The share of the members that the format has for items of a list, `which` of them.
    fn items(&self, group: &Group, which: impl Fn(Mark) -> bool) -> f32 {
        share(
            &group.members,
            &|index| matches!(self.source.said.of(self.paragraph(index)), Line::Item(mark) if which(mark)),
        )
    }

    /// Whether most members are items of a list whose words begin with a number, with no text but items between them.
    fn are_listed(&self, group: &Group) -> bool {
        let mut between = group.members.windows(2).flat_map(|pair| match *pair {
            [one, next] => self.paragraph(one) + 1..self.paragraph(next),
            _ => 0..0,
        });
        self.items(group, |mark| mark == Mark::Bullet) > 0.5
            && between.all(|line| matches!(self.source.said.of(line), Line::Item(_) | Line::Apart))
    }

    /// Whether all members are a few words without a mark at their end.
    pub(in crate::outline::group) fn are_titles(&self, group: &Group) -> bool {
        group.members.iter().all(|&index| self.item(index).reads_as_title())
    }

    /// Whether most members are plain sentences with no heading below them.
    fn are_sentences(&self, group: &Group) -> bool {
        let is_sentence = |index: usize| {
            let item = self.item(index);
            // A few words with a stop above a paragraph are a heading all the same.
            item.sentence && !(item.short && self.has_own(index))
        };
        let is_bold = |index: usize| self.source.said.is_bold(self.paragraph(index));
        !group.members.iter().any(|&index| self.is_parent(index))
            && share(&group.members, &is_sentence) > 0.5
            && share(&group.members, &is_bold) < 0.5
    }

    /// What the format says besides, for the logarithm of the odds that the members are headings. Items of a list are
    /// mostly none, but many who write a heading in bold have the format number it as a list, and so does who has text of
    /// its own below a heading.
    pub(in crate::outline::group) fn said(&self, group: &Group) -> f32 {
        let said = self.source.said;
        let bold = share(&group.members, &|index| said.is_bold(self.paragraph(index)));
        let items = self.items(group, |_| true);
        let (_, others) = group.members.split_last().unwrap_or((&0, &[]));
        let owns = others.iter().any(|&index| self.has_own(index));
        BOLD * bold - if owns { 0.0 } else { ITEM * items }
    }
}
