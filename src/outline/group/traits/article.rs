//! What stands below an article, in a rule or in what a court orders: it is a part of that, however it is numbered.

use super::super::item::{says_evidence, says_orders, tells_history};
use super::{Group, Traits, bylaw, share};
use crate::outline::candidate::Candidate;
use crate::outline::style::Style;
use crate::outline::title;
use crate::text::is_blank;

/// What the parties of a contract are called.
const PARTIES: [&str; 2] = ["甲方", "乙方"];
/// What the name of one ends with.
const CONTRACTS: &str = "协议 協議 协议书 協議書 合同 合同书 合約 合约 契约 契約 契約書";

/// So many items of an article that is lost may stand before the next, and so many lines of it before the first.
const LEFT_OVER: usize = 40;
const ABOVE: usize = 1;

impl Traits<'_> {
    /// Whether the members can be nothing but items of `article`, which they stand under. They may be more where it has
    /// nothing but a name and they have names as well, and most of them something of their own: 5.1 甲方的義務. Of 43 such
    /// groups in outlines that were not made for this, all 7 that are sections are so.
    pub(in crate::outline::group) fn is_item_of(&self, group: &Group, article: usize) -> bool {
        let owns = |index: usize| self.is_parent(index) || self.has_own(index);
        let own = || group.members.iter().any(|&index| owns(index));
        let is_deep = group.under != Some(article);
        self.is_provision(article)
            || (is_deep && share(&group.members, &owns) <= 0.5)
            || (self.is_paragraph_of(group, article) && !self.is_contract())
            || !own()
            || share(&group.members, &|index| self.item(index).is_name()) <= 0.5
    }

    /// Whether `above` is 一、 in a contract.
    pub(in crate::outline::group) fn is_clause_of_contract(&self, above: usize) -> bool {
        self.candidate(above).is_some_and(|head| head.style == Style::Han) && self.is_contract()
    }

    /// Looks through the text once, where an article has such members.
    fn is_contract(&self) -> bool {
        let names_both = || PARTIES.iter().all(|party| self.source.text.contains(party));
        let is_named = || bylaw::is_named(self.source, self.paragraph(0), CONTRACTS);
        *self.is_contract.get_or_init(|| is_named() || names_both())
    }

    /// Whether the members are items of a rule, （一） or 1. below 一、 in what its title calls 要點 or 辦法, and have nothing of
    /// their own: however long they are, they are parts of it as those of an article are. Those that are numbered through are
    /// cited by their numbers, as articles are, and those that all have names, 目的：…, are looked up by them.
    pub(in crate::outline::group) fn are_provisions(&self, group: &Group) -> bool {
        let style_of = |index: usize| self.candidate(index).map(|heading| heading.style);
        let is_item = |style| matches!(style, Style::HanParen | Style::Arabic | Style::ArabicParen);
        group.under.and_then(style_of).is_some_and(Style::is_han)
            && group.members.first().and_then(|&first| style_of(first)).is_some_and(is_item)
            && self.is_bylaw()
            && self.is_bare(group)
            && !self.runs_through(group)
            && !group.members.iter().all(|&index| self.item(index).titled)
    }

    /// Whether the members are items of an article that an excerpt has lost: 二、…； 三、…。 at the start of the text, before
    /// 第三十條, with which the articles begin, and behind which nothing goes on with them. What stands below a title and
    /// before an article that it cites is no such item.
    pub(in crate::outline::group) fn are_left_over(&self, group: &Group) -> bool {
        let Some(&last) = group.members.last() else { return false };
        let is_item = |head: &Candidate| matches!(head.style, Style::Han | Style::HanParen | Style::Arabic);
        let heads = || self.headings.iter().map(|heading| &heading.candidate);
        let first = heads().take(LEFT_OVER).position(|head| head.style.is_fixed());
        let Some((first, article)) = first.and_then(|at| Some((at, self.candidate(at)?))) else {
            return false;
        };
        let is_sentence = |index: usize| !self.item(index).is_name();
        let Some(end) = self.candidate(last).filter(|end| is_item(end)) else { return false };
        let articles = heads().skip(first).filter(|head| head.style == Style::Article);
        last < first
            && self.paragraph(0) <= ABOVE
            && article.style == Style::Article
            && article.value > 1
            && articles.take(2).count() > 1
            && share(&group.members, &is_sentence) > 0.5
            && !heads().skip(first).any(|head| head.goes_on(end))
    }

    fn is_bylaw(&self) -> bool {
        let is_named = || bylaw::is_named(self.source, self.paragraph(0), bylaw::BYLAWS);
        *self.is_bylaw.get_or_init(|| is_named() || bylaw::comes_into_force(self.source))
    }

    /// Whether the numbers go on with those of the group of their style before, or the next such group goes on with them.
    fn runs_through(&self, group: &Group) -> bool {
        let [Some(&first), Some(&last)] = [group.members.first(), group.members.last()] else { return false };
        let Some((head, end)) = self.candidate(first).zip(self.candidate(last)) else { return false };
        let behind = self.headings.get(last + 1..).unwrap_or_default().iter().map(|next| &next.candidate);
        head.value > 1
            || behind.filter(|next| next.is_like(end)).map(|next| next.value).next() == Some(end.value + 1)
    }

    /// Whether the members are numbered as the paragraphs of an article are, 一、 (款) and （一） (項, 目), or stand below
    /// such: they are parts of it, however much they have below them.
    fn is_paragraph_of(&self, group: &Group, article: usize) -> bool {
        let style_of = |index: usize| self.candidate(index).map(|heading| heading.style);
        let is_paragraph = |style: Option<Style>| matches!(style, Some(Style::Han | Style::HanParen));
        let style = group.members.first().and_then(|&first| style_of(first));
        if group.under == Some(article) {
            return is_paragraph(style);
        }
        style.is_some_and(|style| !style.is_fixed()) && is_paragraph(group.under.and_then(style_of))
    }

    /// Whether the article `index` has its text behind its number, and not only a name.
    fn is_provision(&self, index: usize) -> bool {
        let Some(article) = self.candidate(index) else { return true };
        let line = self.source.joined(article.paragraph, self.paragraph(index + 1));
        let rest = self.source.text.get(article.range.end.get()..line.end.get()).unwrap_or_default();
        let name = title::of_article(rest);
        name.start == name.end || name.body < rest.trim_end_matches(is_blank).len()
    }

    /// Whether the members are the evidence that a court weighs, piece by piece: 上述事實，有下列證據予以證實：. In all but
    /// one of the judgments whose outlines were made by hand these are sections.
    pub(in crate::outline::group) fn are_evidence(&self, group: &Group) -> bool {
        let first = group.members.first().map_or(0, |&index| self.paragraph(index));
        group.article.is_none() && group.members.len() > 1 && says_evidence(&self.source.above(first))
    }

    /// Whether the members are what a court orders, or when a law was made and changed.
    pub(in crate::outline::group) fn are_entries(&self, group: &Group) -> bool {
        let first = group.members.first().map_or(0, |&index| self.paragraph(index));
        let tells = |index: &usize| {
            self.candidate(*index).is_some_and(|head| {
                let line = self.source.line(head.paragraph);
                let marker = head.range.end.get().saturating_sub(self.source.start(head.paragraph));
                tells_history(line.get(marker..).unwrap_or_default())
            })
        };
        says_orders(&self.source.above(first)) || group.members.iter().all(tells)
    }
}
