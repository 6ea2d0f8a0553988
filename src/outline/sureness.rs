//! How sure it is that an inferred section is one.
//!
//! The traits of a heading are weighed by a table of [`super::weights`], which is fitted on readings of documents whose
//! outlines were made by hand and that the other weights were not fitted on.

use super::heading::Heading;
use super::sequence;
use super::style::Style;

/// Number of traits.
pub(super) const COUNT: usize = 10;

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
    ("wrapped", "its line or its number goes on with the one above"),
    ("lists", "share of the document's numbered lines that are items of lists"),
];

/// How sure each heading is, 0 to 1, by the `weights` of the traits. `lists`: how many items of lists were told from them.
pub(super) fn of(headings: &[Heading], lists: usize, weights: &[f32; COUNT]) -> Vec<f32> {
    let odds =
        |traits: [f32; COUNT]| traits.iter().zip(weights).map(|(value, weight)| value * weight).sum::<f32>();
    traits(headings, lists).map(|traits| 1.0 / (1.0 + (-odds(traits)).exp())).collect()
}

/// The traits of each heading. What it cost to open a list is shared by all its items, so that a long list bears out
/// its first item.
pub(super) fn traits(headings: &[Heading], lists: usize) -> impl Iterator<Item = [f32; COUNT]> {
    let (list_of, sizes) = sequence::lists(headings.iter().map(|heading| heading.choice));
    let mut shares = vec![0.0; sizes.len()];
    for (heading, &list) in headings.iter().zip(&list_of).filter(|(heading, _)| heading.choice.opens) {
        if let Some((share, size)) = shares.get_mut(list).zip(sizes.get(list)) {
            *share = heading.choice.cost / number(*size);
        }
    }
    let lists = number(lists) / number(lists + headings.len());
    let of_one = move |(heading, list): (&Heading, usize)| {
        let candidate = &heading.candidate;
        let own = if heading.choice.opens { 0.0 } else { heading.choice.cost };
        let share = shares.get(list).copied().unwrap_or_default();
        let is_article = candidate.style == Style::Article;
        let is_part = candidate.style.is_fixed() && !is_article;
        let odds = if candidate.style.is_fixed() { 0.0 } else { heading.odds.clamp(-1.0, 7.0) };
        let flag = |value: bool| f32::from(u8::from(value));
        [
            1.0,
            (candidate.weight - own - share).clamp(-3.0, 5.0),
            odds,
            flag(is_part),
            flag(is_article),
            flag(heading.alone),
            flag(heading.choice.opens),
            own.clamp(0.0, 4.0),
            flag(candidate.burden > 0.0),
            lists,
        ]
    };
    headings.iter().zip(list_of).map(of_one)
}

#[expect(clippy::cast_precision_loss, reason = "a share")]
fn number(count: usize) -> f32 {
    count as f32
}
