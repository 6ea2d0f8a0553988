//! Laws that a text cites in the midst of its own sections: 第十章, 第一六五條, 第十四章 between （四） and （五）.
//!
//! What is taken out of a law is in no order: its numbers begin anywhere and do not go on. Chapters that stand above all
//! else, and articles below which every number is of a list, would leave the text none of its own sections.

use super::candidate::Candidate;
use super::style::Style;

/// So many numbers of a law stand between two sections of the text at most.
const CITED: usize = 40;

/// Removes the chapters and articles of laws that are cited between two sections of the text which go on, with all that
/// is numbered in them; and where there are such, those that are cited elsewhere.
pub(super) fn drop(heads: &mut Vec<Candidate>) {
    let mut cited = vec![false; heads.len()];
    let mut laws = Last::default();
    let mut open = Last::default();
    let mut at = 0;
    while let Some(head) = heads.get(at) {
        if !is_of_law(head) {
            open.note(head);
        } else if head.value > 1
            && !laws.goes_on(head)
            && let Some(end) = end_of(heads, at, &open)
        {
            cited.iter_mut().take(end).skip(at).for_each(|cited| *cited = true);
            at = end;
            continue;
        } else {
            laws.note(head);
        }
        at += 1;
    }
    if !cited.contains(&true) {
        return;
    }
    let mut left =
        heads.iter().zip(&cited).filter(|(head, cited)| !**cited && is_of_law(head)).map(|(head, _)| head);
    let mut laws = Last::default();
    let has_own = left.any(|head| {
        let is_own = head.value == 1 || laws.goes_on(head);
        laws.note(head);
        is_own
    });
    let mut cited = cited.into_iter();
    heads.retain(|head| !cited.next().unwrap_or(false) && (has_own || !is_of_law(head)));
}

/// Where the text goes on behind the law that begins at `from`: with the number after one that is open.
fn end_of(heads: &[Candidate], from: usize, open: &Last) -> Option<usize> {
    let (mut laws, mut inner) = (Last::default(), Last::default());
    let (mut count, mut has_article) = (0, false);
    for (at, head) in heads.iter().enumerate().skip(from).take(CITED) {
        if is_of_law(head) {
            // Articles that follow one another may be sections of the text all the same.
            if head.value <= 1 || laws.goes_on(head) {
                return None;
            }
            laws.note(head);
            inner = Last::default();
            count += 1;
            has_article |= head.style == Style::Article;
        } else if open.goes_on(head) && !inner.goes_on(head) {
            // A law of which the next article comes is the text itself.
            let mut rest = heads.get(at..)?.iter().take(CITED);
            let is_law = rest.find(|head| is_of_law(head)).is_some_and(|next| laws.goes_on(next));
            return (count > 1 && has_article && !is_law).then_some(at);
        } else {
            inner.note(head);
        }
    }
    None
}

/// Whether it is a chapter or an article of a law.
fn is_of_law(head: &Candidate) -> bool {
    matches!(head.style, Style::Chapter | Style::Section | Style::Article)
        && head.value > 0
        && !head.is_appendix()
}

/// The last number of each kind.
#[derive(Default)]
struct Last(Vec<Candidate>);

impl Last {
    fn note(&mut self, head: &Candidate) {
        self.0.retain(|last| last.style != head.style || last.variant != head.variant);
        self.0.push(*head);
    }

    /// Whether the number comes after the last of its kind.
    fn goes_on(&self, head: &Candidate) -> bool {
        self.0.iter().any(|last| head.goes_on(last))
    }
}
