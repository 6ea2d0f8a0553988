//! How sure it is that an inferred section is one.
//!
//! The traits of a heading are weighed by a table of [`super::weights`], and a second one tells how many sections of
//! such a sum are right. Both are fitted on readings of documents whose outlines were made by hand and that the other
//! weights were not fitted on.

use super::candidate::Candidate;
use super::heading::Heading;
use super::sequence;
use super::style::Style;

/// Number of traits.
pub(super) const COUNT: usize = 11;

/// The traits by name, in the order of their values, and what they tell.
pub(super) const NAMES: [(&str, &str); COUNT] = [
    ("any", "always 1"),
    ("fits", "what the reading would cost more without it, from -3 to 5"),
    (
        "odds",
        "the logarithm of the odds that its group is no list, from -1 to 7, for what is no part or article",
    ),
    ("part", "a part, a chapter or the like"),
    ("article", "第N条"),
    ("alone", "alone in its group"),
    ("opens", "it opens its group"),
    ("jumps", "what its number costs that does not go on, to 4"),
    ("unnumbered", "hashes or a word like 前言 and no number, where others have one"),
    ("bare", "no part or article, and none of its group has anything of its own"),
    (
        "listed",
        "share of what is taken for lists of its style below the same style, for what is no part or article",
    ),
];

/// How sure each heading is, 0 to 1, by the `weights` of the traits and the `chances` that their sums are right.
pub(super) fn of(headings: &[Heading], weights: &[f32; COUNT], chances: &[(f32, f32)]) -> Vec<f32> {
    let sum =
        |traits: [f32; COUNT]| traits.iter().zip(weights).map(|(value, weight)| value * weight).sum::<f32>();
    traits(headings).map(|traits| chance(sum(traits), chances)).collect()
}

/// What `chances`, which are sorted, say of `sum`: between two of them in proportion, beyond them what the outermost say.
fn chance(sum: f32, chances: &[(f32, f32)]) -> f32 {
    let above = chances.partition_point(|(at, _)| *at <= sum);
    let below = above.checked_sub(1).and_then(|below| chances.get(below));
    match (below, chances.get(above)) {
        (Some((from, low)), Some((to, high))) => low + (high - low) * (sum - from) / (to - from),
        (one, other) => one.or(other).map_or(1.0, |(_, chance)| *chance),
    }
}

/// The traits of each heading. What it cost to open a list is shared by all its items, so that a long list bears out
/// its first item.
pub(super) fn traits(headings: &[Heading]) -> impl Iterator<Item = [f32; COUNT]> {
    let (list_of, sizes) = sequence::lists(headings.iter().map(|heading| heading.choice));
    let mut shares = vec![0.0; sizes.len()];
    for (heading, &list) in headings.iter().zip(&list_of).filter(|(heading, _)| heading.choice.opens) {
        if let Some((share, size)) = shares.get_mut(list).zip(sizes.get(list)) {
            *share = heading.choice.cost / number(*size);
        }
    }
    let are_numbered = headings.iter().any(|heading| heading.candidate.value > 0);
    let of_one = move |(heading, list): (&Heading, usize)| {
        let candidate = &heading.candidate;
        let own = if heading.choice.opens { 0.0 } else { heading.choice.cost };
        let share = shares.get(list).copied().unwrap_or_default();
        let is_article = candidate.style == Style::Article;
        let is_part = candidate.style.is_fixed() && !is_article;
        let odds = if candidate.style.is_fixed() { 0.0 } else { heading.group.odds.clamp(-1.0, 7.0) };
        let flag = |value: bool| f32::from(u8::from(value));
        [
            1.0,
            (candidate.weight - own - share).clamp(-3.0, 5.0),
            odds,
            flag(is_part),
            flag(is_article),
            flag(heading.group.is_single),
            flag(heading.choice.opens),
            own.clamp(0.0, 4.0),
            flag(are_numbered && is_unnumbered(candidate)),
            flag(!candidate.style.is_fixed() && heading.group.is_bare),
            if candidate.style.is_fixed() { 0.0 } else { heading.group.listed },
        ]
    };
    headings.iter().zip(list_of).map(of_one)
}

/// Whether `head` has no number, and only its hashes or its words tell that it is a heading.
fn is_unnumbered(head: &Candidate) -> bool {
    head.value == 0 && head.level == 0 && matches!(head.style, Style::Matter | Style::Hash(_))
}

#[expect(clippy::cast_precision_loss, reason = "a share")]
fn number(count: usize) -> f32 {
    count as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chance_lies_between_its_neighbours_and_never_beyond_the_outermost() {
        let chances = [(-1.0, 0.2), (1.0, 0.6), (3.0, 0.9)];
        for (sum, expected) in [(-9.0, 0.2), (-1.0, 0.2), (0.0, 0.4), (1.0, 0.6), (2.0, 0.75), (9.0, 0.9)] {
            assert!((chance(sum, &chances) - expected).abs() < 1e-6, "{sum}");
        }
    }
}
