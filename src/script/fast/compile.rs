//! From a configuration and its dictionaries to what runs over a text.
//!
//! A configuration may cut the text into segments by phrases and sends each through a chain of steps. Three things
//! are done beforehand, each provably without changing the result:
//! - A segment that is a phrase always becomes the same, so the whole chain is applied to it here. What is left for
//!   the later steps are the stretches between such segments.
//! - A step that knows single characters alone never looks around, so it is applied to the values of the step before
//!   it; characters that this one leaves alone become keys of the lowest rank.
//! - Normalization replaces a character by another, so both are made one in the first step.

use std::borrow::Cow;
use std::collections::HashMap;

use super::lexicon::Lexicon;
use super::pieces::{Piece, Record as _};
use super::recipe::{Recipe, Step};
use super::scan::Steps;
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
    let (first, later) = chain.split_first()?;
    let mut steps = Steps { tries: Vec::new(), later: characters(later) };
    for ranks in later.iter().rev() {
        let trie = trie(&[], ranks, &[], recipe, &steps)?;
        steps.tries.insert(0, trie);
    }
    let (segments, rest) = segments(recipe, lexicons, first, &steps)?;
    let folds = folds(&recipe.normalization, lexicons)?;
    let trie = trie(&segments, rest, &folds, recipe, &steps)?;
    steps.tries.insert(0, trie);
    Some(steps)
}

/// A key of the segmentation and what the whole chain makes of it.
struct Segment<'a> {
    key: &'a str,
    value: Cow<'a, str>,
    pieces: Box<[Piece]>,
    rank: u8,
}

/// The segments that are phrases, and what of the first step is left for the stretches between them.
fn segments<'a, 'b>(
    recipe: &Recipe,
    lexicons: &'a Lexicons<'_>,
    first: &'b [Entries<'a>],
    next: &Steps,
) -> Option<(Vec<Segment<'a>>, &'b [Entries<'a>])> {
    let Some(segmentation) = &recipe.segmentation else { return Some((Vec::new(), first)) };
    let mut segments = Vec::new();
    if recipe.chain.first().is_some_and(|step| step.starts_with(segmentation)) {
        // The usual case: the first step knows the same phrases before all others.
        let (phrases, rest) = first.split_at_checked(segmentation.len())?;
        for (rank, entries) in (0..).zip(phrases) {
            segments.extend(entries.iter().map(|(key, value)| segment(key, value.clone(), rank, next)));
        }
        return Some((segments, rest));
    }
    let alone = Steps { tries: vec![trie(&[], first, &[], recipe, &Steps::default())?], later: Vec::new() };
    for (rank, entries) in (0..).zip(entries(segmentation, lexicons)?) {
        for (key, _) in entries {
            let value = String::from_utf8(alone.converted(key.as_bytes())).ok()?;
            segments.push(segment(key, Cow::Owned(value), rank, next));
        }
    }
    Some((segments, first))
}

/// The segment `key`, of which the first step makes `value`.
fn segment<'a>(key: &'a str, value: Cow<'a, str>, rank: u8, next: &Steps) -> Segment<'a> {
    if next.tries.is_empty() || !value.chars().any(|c| next.begins(u32::from(c))) {
        return Segment { key, value, pieces: Box::default(), rank };
    }
    let (mut converted, mut later) = (Vec::with_capacity(2 * value.len()), Vec::new());
    next.run(value.as_bytes(), &mut converted, &mut later);
    let converted = String::from_utf8(converted).unwrap_or_default();
    let mut pieces: Vec<Piece> = Vec::new();
    if key.chars().count() != converted.chars().count() && key.chars().count() == value.chars().count() {
        for (from, to) in key.chars().zip(value.chars()) {
            pieces.replaced(from.len_utf8(), to.len_utf8());
        }
        pieces.then(0, later);
    }
    Segment { key, value: Cow::Owned(converted), pieces: pieces.into(), rank }
}

/// The trie of a step: `segments` first, then `ranks`, with characters of `folds` made one.
fn trie(
    segments: &[Segment<'_>],
    ranks: &[Entries<'_>],
    folds: &[(u32, u32)],
    recipe: &Recipe,
    next: &Steps,
) -> Option<Trie> {
    let entries = segments.len() + ranks.iter().map(Vec::len).sum::<usize>();
    let mut builder = Builder::new(entries, next.tries.first());
    for Segment { key, value, pieces, rank } in segments {
        builder.add(Entry { key, value, pieces: pieces.clone(), rank: *rank, segment: true });
    }
    let lowest = segments.iter().map(|segment| segment.rank + 1).max().unwrap_or(0);
    for (rank, entries) in (lowest..).zip(ranks) {
        for (key, value) in entries {
            builder.add(Entry { key, value, pieces: Box::default(), rank, segment: false });
        }
    }
    for (_, to) in folds {
        let mut buffer = [0; 4];
        let c: &str = char::from_u32(*to)?.encode_utf8(&mut buffer);
        builder.add(Entry { key: c, value: c, pieces: Box::default(), rank: LAST, segment: false });
    }
    builder.finish(folds.to_vec(), recipe.keeps_sequences)
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

/// The characters of all keys, ordered.
fn characters(steps: &[Vec<Entries<'_>>]) -> Vec<u32> {
    let keys = steps.iter().flatten().flatten().map(|(key, _)| key);
    let mut characters: Vec<u32> = keys.flat_map(|key| key.chars()).map(u32::from).collect();
    characters.sort_unstable();
    characters.dedup();
    characters
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
