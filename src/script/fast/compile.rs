//! From a configuration and its dictionaries to what runs over a text.
//!
//! A configuration may cut the text into segments by phrases and sends each through a chain of steps. Three things
//! are done beforehand, each provably without changing the result:
//! - A segment that is a phrase always becomes the same, so the whole chain is applied to it here, and so it is to
//!   every other key; how matches of a later step between those of the first are found is told in
//!   [`scan`](super::scan).
//! - A step that knows single characters alone never looks around, so it is applied to the values of the step before
//!   it; characters that this one leaves alone become keys of the lowest rank.
//! - Normalization replaces a character by another, so both are made one in the first step.

use std::borrow::Cow;
use std::collections::HashMap;

use super::lexicon::Lexicon;
use super::pieces::{Piece, Record as _};
use super::recipe::{Recipe, Step};
use super::scan::{Steps, converted};
use super::trie::{Builder, Entry, Trie};

/// The dictionaries by the names of their files.
pub(super) type Lexicons<'a> = HashMap<String, Lexicon<'a>>;

/// The keys and values of a dictionary or several.
type Entries<'a> = Vec<(&'a str, Cow<'a, str>)>;

/// The rank of what is added to the first step last.
const LAST: u8 = u8::MAX - 1;

/// Compiles; `None` when a dictionary is missing or is too large, or the normalization does not replace characters
/// by characters.
pub(super) fn compile(recipe: &Recipe, lexicons: &Lexicons<'_>) -> Option<Steps> {
    let mut chain: Vec<Vec<Entries<'_>>> =
        recipe.chain.iter().map(|step| entries(step, lexicons)).collect::<Option<_>>()?;
    while let [.., before, last] = chain.as_mut_slice()
        && last.iter().flatten().all(|(key, _)| is_character(key))
    {
        fold(before, &std::mem::take(last));
        chain.pop();
    }
    let (first, next) = match chain.as_slice() {
        [first] => (first, None),
        [first, next] => (first, Some(trie(&[], next, &[], recipe, None)?)),
        _ => return None,
    };
    let (segments, rest) = segments(recipe, lexicons, first)?;
    let folds = folds(&recipe.normalization, lexicons)?;
    let first = trie(&segments, rest, &folds, recipe, next.as_ref())?;
    Some(Steps { first, next })
}

/// A key of the segmentation and what the first step makes of it.
struct Segment<'a> {
    key: &'a str,
    value: Cow<'a, str>,
    rank: u8,
}

/// The segments that are phrases, and what of the first step is left for the stretches between them.
fn segments<'a, 'b>(
    recipe: &Recipe,
    lexicons: &'a Lexicons<'_>,
    first: &'b [Entries<'a>],
) -> Option<(Vec<Segment<'a>>, &'b [Entries<'a>])> {
    let Some(segmentation) = &recipe.segmentation else { return Some((Vec::new(), first)) };
    let mut segments = Vec::new();
    if recipe.chain.first().is_some_and(|step| step.starts_with(segmentation)) {
        // The usual case: the first step knows the same phrases before all others.
        let (phrases, rest) = first.split_at_checked(segmentation.len())?;
        for (rank, entries) in (0..).zip(phrases) {
            segments.extend(entries.iter().map(|(key, value)| Segment { key, value: value.clone(), rank }));
        }
        return Some((segments, rest));
    }
    let alone = trie(&[], first, &[], recipe, None)?;
    for (rank, entries) in (0..).zip(entries(segmentation, lexicons)?) {
        for (key, _) in entries {
            let value = Cow::Owned(converted(&alone, None, key.as_bytes(), &mut ()));
            segments.push(Segment { key, value, rank });
        }
    }
    Some((segments, first))
}

/// The trie of a step: `segments` first, then `ranks`, with characters of `folds` made one. What becomes of a key is
/// what `next` makes of it, if there is a next step.
fn trie(
    segments: &[Segment<'_>],
    ranks: &[Entries<'_>],
    folds: &[(u32, u32)],
    recipe: &Recipe,
    next: Option<&Trie>,
) -> Option<Trie> {
    let entries = segments.len() + ranks.iter().map(Vec::len).sum::<usize>();
    let mut builder = Builder::new(entries, next);
    let mut add = |key: &str, value: &str, rank: u8, segment: bool| {
        let (converted, pieces) = completed(key, value, next);
        builder.add(Entry { key, value, converted: &converted, pieces, rank, segment });
    };
    for Segment { key, value, rank } in segments {
        add(key, value, *rank, true);
    }
    let lowest = segments.iter().map(|segment| segment.rank + 1).max().unwrap_or(0);
    for (rank, entries) in (lowest..).zip(ranks) {
        for (key, value) in entries {
            add(key, value, rank, false);
        }
    }
    for (_, to) in folds {
        let c = char::from_u32(*to)?.to_string();
        add(&c, &c, LAST, false);
    }
    builder.finish(folds.to_vec(), recipe.keeps_sequences)
}

/// What `next` makes of `value`, which the step before has made of `key`, and what of the key became what of it
/// where the characters do not tell.
fn completed<'a>(key: &str, value: &'a str, next: Option<&Trie>) -> (Cow<'a, str>, Box<[Piece]>) {
    let next = next.filter(|next| value.chars().any(|c| next.begins(u32::from(c))));
    let Some(next) = next else { return (Cow::Borrowed(value), Box::default()) };
    let mut later = Vec::new();
    let converted = converted(next, None, value.as_bytes(), &mut later);
    let mut pieces: Vec<Piece> = Vec::new();
    let count = |text: &str| text.chars().count();
    if count(key) != count(&converted) && count(key) == count(value) {
        for (from, to) in key.chars().zip(value.chars()) {
            pieces.replaced(from.len_utf8(), to.len_utf8());
        }
        pieces.then(0, later);
    }
    (Cow::Owned(converted), pieces.into())
}

/// Applies a step that knows characters alone to the values of the step before it.
fn fold<'a>(before: &mut Vec<Entries<'a>>, last: &[Entries<'a>]) {
    let mut values: HashMap<&str, &str> = HashMap::new();
    for (key, value) in last.iter().flatten() {
        values.entry(key).or_insert(value);
    }
    let keys: Vec<u32> = {
        let mut keys: Vec<u32> = values.keys().filter_map(|key| key.chars().next()).map(u32::from).collect();
        keys.sort_unstable();
        keys
    };
    for (_, value) in before.iter_mut().flatten() {
        if value.chars().any(|c| keys.binary_search(&u32::from(c)).is_ok()) {
            let mut buffer = [0; 4];
            let converted = value.chars().fold(String::new(), |converted, c| {
                let c: &str = c.encode_utf8(&mut buffer);
                converted + values.get(c).copied().unwrap_or(c)
            });
            *value = Cow::Owned(converted);
        }
    }
    before.push(last.iter().flatten().cloned().collect());
}

/// The entries of a step by rank; `None` when a dictionary is missing.
fn entries<'a>(step: &Step, lexicons: &'a Lexicons<'_>) -> Option<Vec<Entries<'a>>> {
    let rank = |files: &Vec<String>| {
        let lexicons: Option<Vec<_>> = files.iter().map(|file| lexicons.get(file)).collect();
        Some(lexicons?.into_iter().flat_map(Lexicon::iter).map(|(k, v)| (k, Cow::Borrowed(v))).collect())
    };
    step.iter().map(rank).collect()
}

/// The characters that a normalization replaces, with what by; `None` when it does more than that.
fn folds(normalization: &[Step], lexicons: &Lexicons<'_>) -> Option<Vec<(u32, u32)>> {
    let mut folds = HashMap::new();
    let ([] | [_]) = normalization else { return None };
    for (key, value) in normalization
        .iter()
        .map(|step| entries(step, lexicons))
        .collect::<Option<Vec<_>>>()?
        .iter()
        .flatten()
        .flatten()
    {
        if !is_character(key) || !is_character(value) {
            return None;
        }
        let code = |text: &str| text.chars().next().map(u32::from);
        folds.entry(code(key)?).or_insert(code(value)?);
    }
    let mut folds: Vec<_> = folds.into_iter().collect();
    folds.sort_unstable();
    Some(folds)
}

fn is_character(text: &str) -> bool {
    text.chars().nth(1).is_none() && !text.is_empty()
}
