//! One dictionary: keys with the value that each is replaced by.

use std::borrow::Cow;
use std::ops::Range;

/// The entries of one dictionary. The first candidate of an entry is its value; OpenCC never takes another.
#[derive(Debug, Default)]
pub(in crate::script) struct Lexicon<'a> {
    text: Cow<'a, str>,
    /// Key and value of each entry, as bytes of `text`.
    entries: Vec<(Range<usize>, Range<usize>)>,
}

impl<'a> Lexicon<'a> {
    /// Reads OpenCC's text format: an entry a line, its key, a tab, its candidates separated by blanks. Lines
    /// without a key or a candidate are no entries.
    pub(in crate::script) fn from_text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        let mut entries = Vec::with_capacity(text.len() / 20);
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            if let Some(tab) = memchr::memchr(b'\t', line.as_bytes()).filter(|tab| *tab > 0) {
                let candidates = line.as_bytes().get(tab + 1..).unwrap_or_default();
                let length = candidates.iter().take_while(|byte| !b" \t\r\n".contains(byte)).count();
                if length > 0 {
                    let value = start + tab + 1;
                    entries.push((start..start + tab, value..value + length));
                }
            }
            start += line.len();
        }
        Self { text, entries }
    }

    /// The entries of a dictionary that was read in another way, each as two ranges of `text`.
    #[cfg(feature = "opencc")]
    pub(in crate::script) fn from_parts(text: String, entries: Vec<(Range<usize>, Range<usize>)>) -> Self {
        Self { text: Cow::Owned(text), entries }
    }

    /// Keys and values, in the order of the file.
    pub(in crate::script) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let part = |range: &Range<usize>| self.text.get(range.clone()).unwrap_or_default();
        self.entries.iter().map(move |(key, value)| (part(key), part(value)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_candidate_counts_and_broken_lines_do_not() {
        let text = "发\t發 髮\n头发\t頭髮\r\n# comment\n\t空\n空\t\n面\t面";
        let lexicon = Lexicon::from_text(text);
        let entries: Vec<_> = lexicon.iter().collect();
        assert_eq!(entries, [("发", "發"), ("头发", "頭髮"), ("面", "面")]);
    }
}
