//! Where a correction belongs, told so that it is found again in a file that has changed a little.

use memchr::memmem;
use serde::{Deserialize, Serialize};

use crate::text::{SourceOffset, SourceRange, is_blank};

/// Most characters that are quoted, and that are remembered of what follows.
const QUOTED: usize = 40;
const FOLLOWING: usize = 24;
/// How far from its old place a quote is looked for, in bytes on either side.
const REACH: usize = 1 << 20;

/// A place in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// Where it was.
    pub at: SourceOffset,
    /// The words that stood there: the heading, or its first characters.
    pub quote: String,
    /// The first words after the quote, to tell it from others like it.
    #[serde(default)]
    pub after: String,
}

impl Anchor {
    /// The anchor of what stands at `range` of `text`.
    pub fn of(text: &str, range: SourceRange) -> Self {
        let quote = first(range.slice(text), QUOTED);
        let behind = text.get(range.start.get() + quote.len()..).unwrap_or_default();
        let after = first(behind.trim_start_matches(is_blank), FOLLOWING);
        Self { at: range.start, quote: quote.to_owned(), after: after.to_owned() }
    }

    /// Where it is in `text`: at its old place, or else where the same words stand that are `wanted`, the most
    /// like it first and then the nearest. `None` where it is gone.
    pub(crate) fn find(&self, text: &str, wanted: impl Fn(SourceOffset) -> bool) -> Option<SourceOffset> {
        let stays = text.get(self.at.get()..).is_some_and(|rest| rest.starts_with(&self.quote));
        if stays && self.likeness(text, self.at.get()) == self.after.chars().count() {
            return wanted(self.at).then_some(self.at);
        }
        if self.quote.is_empty() {
            return None;
        }
        let from = self.at.get().saturating_sub(REACH).min(text.len());
        let to = (self.at.get() + self.quote.len()).saturating_add(REACH).min(text.len());
        // A quote begins with a whole character, so what is found is on a character boundary.
        let near = text.as_bytes().get(from..to).unwrap_or_default();
        memmem::find_iter(near, self.quote.as_bytes())
            .map(|found| from + found)
            .filter(|at| wanted(SourceOffset::new(*at)))
            .max_by_key(|at| (self.likeness(text, *at), std::cmp::Reverse(at.abs_diff(self.at.get()))))
            .map(SourceOffset::new)
    }

    /// Where it is in `text`: as [`Self::find`] tells, but at its old place even where that is not `wanted`, as long as
    /// its words stand there.
    pub(crate) fn find_or_stay(
        &self,
        text: &str,
        wanted: impl Fn(SourceOffset) -> bool,
    ) -> Option<SourceOffset> {
        self.find(text, |at| at == self.at || wanted(at))
    }

    /// How many characters behind the quote at byte `at` are those that were there.
    fn likeness(&self, text: &str, at: usize) -> usize {
        let behind = text.get(at + self.quote.len()..).unwrap_or_default().trim_start_matches(is_blank);
        behind.chars().zip(self.after.chars()).take_while(|(now, then)| now == then).count()
    }
}

fn first(text: &str, characters: usize) -> &str {
    text.char_indices().nth(characters).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(before: &str, quote: &str, now: &'a str) -> Option<&'a str> {
        let at = before.find(quote).unwrap();
        let anchor = Anchor::of(before, SourceRange::new(at, at + quote.len()));
        anchor.find(now, |_| true).map(|at| SourceRange::new(at.get(), now.len()).slice(now))
    }

    #[test]
    fn a_place_is_found_by_its_words() {
        let before = "序\n一、甲\n正文。\n一、甲\n另文。\n";
        for (now, there) in [
            (before, Some("一、甲\n正文。\n一、甲\n另文。\n")),
            ("新的序言\n一、甲\n正文。\n一、甲\n另文。\n", Some("一、甲\n正文。\n一、甲\n另文。\n")),
            ("序\n一、甲\n另文。\n一、甲\n正文。\n", Some("一、甲\n正文。\n")),
            ("序\n一、甲\n全改了。\n", Some("一、甲\n全改了。\n")),
            ("序\n二、甲\n正文。\n", None),
            ("", None),
        ] {
            assert_eq!(found(before, "一、甲", now), there, "{now}");
        }
    }
}
