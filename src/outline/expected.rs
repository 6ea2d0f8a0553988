//! Numbers that stand where they are expected, though none of their style goes before: an excerpt has lost it.

use super::candidate::Candidate;
use super::excerpt;
use super::marker::variant;
use super::style::Style;

/// Sets [`Candidate::expected`] where what stands around a number expects it: 2.3 behind 2.2.3, 四、 behind 3.5 or where
/// lists begin anew, （三） below 二、 behind （二）.
pub(super) fn settle(heads: &mut [Candidate]) {
    let mut last: Vec<(usize, Candidate)> = Vec::new();
    let (mut from, mut clause): (usize, Vec<u32>) = (0, Vec::new());
    let is_own = |at: &usize| heads.get(*at).is_some_and(|head| !head.is_wrapped());
    let own_heads: Vec<usize> = (0..heads.len()).filter(is_own).collect();
    // Whether the head before stands between two numbers that run through.
    let mut parted = false;
    for (nth, &at) in own_heads.iter().enumerate() {
        let Some(head) = heads.get(at).copied() else { continue };
        let behind = |by: usize| own_heads.get(nth + by).and_then(|&at| heads.get(at));
        let own = numbers(&head);
        let of = |style: Style| last.iter().find(|(_, last)| last.style == style);
        let like = of(head.style);
        // 3. behind 2.1 and a list 1. 2. 3. 4. is no chapter.
        let is_item =
            || own.len() == 1 && like.is_some_and(|(like, of)| *like > from && of.variant == head.variant);
        let goes_on = || own.len() < clause.len() && excerpt::comes_next(&clause, &own) && !is_item();
        let parts = || {
            let next = behind(1)?;
            let is_behind = |(before, _): &&(usize, Candidate)| like.is_none_or(|(like, _)| like < before);
            let (_, last) = of(next.style).filter(is_behind)?;
            Some(divides(last, &head, next))
        };
        let is_next =
            like.is_some_and(|(_, like)| like.value + 1 == head.value && like.prefix == head.prefix);
        let opens = nth == 0 && begins(&head, [behind(1), behind(2)]);
        let rises = || {
            let before = own_heads.get(..nth).unwrap_or_default();
            like.is_none() && is_above_excerpt(heads, before, &head, behind(1))
        };
        let parts = parts() == Some(true);
        let runs_through = std::mem::replace(&mut parted, parts) && is_next && is_free(&head);
        let expected =
            head.value > 1 && (runs_through || (!is_next && (opens || goes_on() || parts || rises())));
        if matches!(head.style, Style::Decimal(_)) {
            if clause.first() != own.first() {
                from = at;
            }
            clause = own;
        }
        match last.iter_mut().find(|(_, last)| last.style == head.style) {
            Some(last) => *last = (at, head),
            None => last.push((at, head)),
        }
        if let Some(head) = heads.get_mut(at) {
            head.expected = expected;
        }
    }
}

/// The numbers of a clause, or of the chapter that clauses are numbered by: 三、 before 3.1.
fn numbers(head: &Candidate) -> Vec<u32> {
    match head.style {
        Style::Han | Style::Formal | Style::Roman => vec![head.value],
        _ => excerpt::numbers(head),
    }
}

/// Whether an excerpt may begin with `head`: behind it comes the first of what usually stands below it, or, with `head`
/// the last of its list, the next of what stands above, with such a list: （三） before 二、 and （一）.
fn begins(head: &Candidate, behind: [Option<&Candidate>; 2]) -> bool {
    let heads = |head: &Candidate, first: &Candidate| {
        is_free(head) && head.style.rank() < first.style.rank() && first.value == 1
    };
    let goes_on = |next: &Candidate, first: &Candidate| {
        next.value > 1
            && first.style == head.style
            && first.prefix == 0
            && (heads(next, first) || divides(head, next, first))
    };
    let [next, first] = behind;
    next.is_some_and(|next| heads(head, next) || first.is_some_and(|first| goes_on(next, first)))
}

/// Whether `head` is the first that stands above those `before` it, with which an excerpt begins late: 四、 behind （九） and
/// （十）; or behind （一） to （四）, where the first of a list comes `next`, or nothing.
fn is_above_excerpt(
    heads: &[Candidate],
    before: &[usize],
    head: &Candidate,
    next: Option<&Candidate>,
) -> bool {
    let is_last = next.is_none_or(|next| next.value == 1 && head.style.rank() < next.style.rank());
    let mut before = before.iter().filter_map(|&at| heads.get(at)).peekable();
    before.peek().is_some_and(|first| (first.value > 1 || is_last) && is_free(first))
        && is_free(head)
        && before.all(|other| head.style.rank() < other.style.rank())
}

/// Whether it may stand above other numbers without naming their place.
fn is_free(head: &Candidate) -> bool {
    !head.style.is_fixed() && !matches!(head.style, Style::Decimal(_) | Style::Case)
}

/// Whether `head` stands between two lists, or two numbers of one, `last` and `next`: 四、 before which 8. stands and
/// behind which 1. or 9. does.
fn divides(last: &Candidate, head: &Candidate, next: &Candidate) -> bool {
    // A line may begin with 10 年 below the fourth article.
    let is_marked = head.variant != variant::BLANK;
    let is_above = head.style.rank() < next.style.rank() || (next.style == Style::Article && is_marked);
    let goes_on = next.value == last.value + 1 && next.prefix == last.prefix;
    is_free(head)
        && is_above
        && last.value > 1
        && (goes_on || (next.style != Style::Article && next.value == 1))
}
