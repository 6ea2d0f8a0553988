//! The reader's own dictionary: words that are always converted in one way, and words that are never converted.
//!
//! It is plain text in OpenCC's format, an entry a line: the word, a tab, its conversion. A word with itself as
//! conversion is *protected*. Of several conversions, separated by blanks, the first counts. Lines that begin with
//! `#` are comments, and one of them is more: `# to: NAME` says which conversions the entries below it belong to
//! ([`Toward`]). So a dictionary may look, with → for the tab:
//!
//! ```text
//! 头发丝 → 髮絲
//! 乾坤 → 乾坤
//! # to: traditional
//! 里弄 → 里弄
//! # to: tw
//! 软件 → 軟體
//! ```
//!
//! An entry is looked for in the *source*, before any conversion, and wherever it occurs it is taken, however OpenCC
//! would have cut the text: of two that overlap the one that begins first, of two that begin together the longer.
//! What stands between such words is converted as if nothing else were there. So both engines give the same, no later
//! step changes a word again, and what became of what is known exactly. Since an entry such as 里 → 裡 would do harm
//! in the other direction (鄉里 is traditional too), entries can be bound to a direction. Those bound to `source` are in
//! no conversion; they mend the text before it, and the text as it is.
//!
//! The text is what is kept; comments and lines with mistakes stay in it.

mod convert;
mod word;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::Script;
pub(super) use convert::{Entries, mapped};
pub use convert::{mended, with_own_words};
pub use word::{OwnWord, Toward};

/// A line of a dictionary that is no entry. It is passed over; all others count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Its 1-based number.
    pub line: usize,
    /// What is wrong with it.
    pub kind: MistakeKind,
}

/// What is wrong with a line of a dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MistakeKind {
    /// There is no tab between a word and its conversion.
    NoTab,
    /// There is no word before the tab.
    NoWord,
    /// There is no conversion behind the tab.
    NoConversion,
    /// The word or its conversion is longer than any word.
    TooLong {
        /// The longest in bytes.
        limit: usize,
    },
    /// The word stands, for the same conversions, in this 1-based line already; that one counts.
    Repeated {
        /// The line that counts.
        first: usize,
    },
    /// What follows `# to:` is no name of [`Toward`]'s. The entries below keep to what held before.
    UnknownScript {
        /// What was written.
        name: String,
    },
}

/// A dictionary of the reader's own: a text, and what is read out of it. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dictionary(Arc<Parsed>);

#[derive(Debug, Default, PartialEq, Eq)]
struct Parsed {
    text: String,
    /// The entries with their 1-based lines.
    words: Vec<(usize, OwnWord)>,
    mistakes: Vec<Mistake>,
}

/// The longest word of a dictionary, and the longest conversion, in bytes: some 340 Chinese characters.
pub(super) const LONGEST_WORD: usize = 1 << 10;

/// What a comment begins with that says where the entries below it apply.
const TO: &str = "# to:";

impl Dictionary {
    /// Reads a dictionary. Never fails: what is no entry is among [`Dictionary::mistakes`].
    pub fn parse(text: impl Into<String>) -> Self {
        let text = text.into();
        let (mut words, mut mistakes) = (Vec::new(), Vec::new());
        let mut known: HashMap<(String, Toward), usize> = HashMap::new();
        let mut toward = Toward::Any;
        for (line, content) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            if let Some(name) = content.strip_prefix(TO).map(str::trim) {
                let named = Toward::named(name);
                toward = named.unwrap_or(toward);
                if named.is_none() {
                    let kind = MistakeKind::UnknownScript { name: name.to_owned() };
                    mistakes.push(Mistake { line, kind });
                }
                continue;
            }
            if content.starts_with('#') || content.trim().is_empty() {
                continue;
            }
            match entry(content, toward) {
                Err(kind) => mistakes.push(Mistake { line, kind }),
                Ok(word) => {
                    let first = *known.entry((word.word.clone(), toward)).or_insert(line);
                    if first == line {
                        words.push((line, word));
                    } else {
                        mistakes.push(Mistake { line, kind: MistakeKind::Repeated { first } });
                    }
                }
            }
        }
        Self(Arc::new(Parsed { text, words, mistakes }))
    }

    /// The dictionary as text, with all that is no entry.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// The entries in order, each with its 1-based line.
    pub fn words(&self) -> impl ExactSizeIterator<Item = (usize, &OwnWord)> {
        self.0.words.iter().map(|(line, word)| (*line, word))
    }

    /// Whether there is no text at all.
    pub fn is_blank(&self) -> bool {
        self.0.text.is_empty()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.0.words.is_empty()
    }

    /// The lines that are no entries though they should be.
    pub fn mistakes(&self) -> &[Mistake] {
        &self.0.mistakes
    }

    /// The same dictionary with `word`, in place of an entry for the same word and conversions where there is one.
    #[must_use]
    pub fn with(&self, word: &OwnWord) -> Self {
        let same = |known: &OwnWord| known.word == word.word && known.toward == word.toward;
        let entry = format!("{}\t{}", word.word, word.conversion);
        if let Some((at, _)) = self.0.words.iter().find(|(_, known)| same(known)) {
            let lines = (1..).zip(self.0.text.lines());
            return Self::of_lines(lines.map(|(line, content)| if line == *at { &entry } else { content }));
        }
        let mut lines: Vec<&str> = self.0.text.lines().collect();
        let heading = format!("{TO} {}", word.toward.name());
        if self.last_toward() != word.toward {
            lines.push(&heading);
        }
        lines.push(&entry);
        Self::of_lines(lines.into_iter())
    }

    /// The same dictionary with all entries of `other`, in place of those for the same words and conversions.
    #[must_use]
    pub fn with_all(&self, other: &Self) -> Self {
        let new: HashSet<(&str, Toward)> =
            other.0.words.iter().map(|(_, own)| (own.word.as_str(), own.toward)).collect();
        let replaced: HashSet<usize> = self
            .0
            .words
            .iter()
            .filter(|(_, own)| new.contains(&(own.word.as_str(), own.toward)))
            .map(|(line, _)| *line)
            .collect();
        let kept = (1..).zip(self.0.text.lines()).filter(|(line, _)| !replaced.contains(line));
        let mut lines: Vec<String> = kept.map(|(_, content)| content.to_owned()).collect();
        let mut toward = self.last_toward();
        for (_, own) in &other.0.words {
            if own.toward != toward {
                toward = own.toward;
                lines.push(format!("{TO} {}", toward.name()));
            }
            lines.push(format!("{}\t{}", own.word, own.conversion));
        }
        Self::of_lines(lines.iter().map(String::as_str))
    }

    /// The same dictionary without its 1-based line `line`.
    #[must_use]
    pub fn without(&self, line: usize) -> Self {
        Self::of_lines(
            (1..).zip(self.0.text.lines()).filter(|(at, _)| *at != line).map(|(_, content)| content),
        )
    }

    /// The same dictionary without the entries of `other`, whatever they become there.
    #[must_use]
    pub fn without_all(&self, other: &Self) -> Self {
        let dropped: HashSet<(&str, Toward)> =
            other.0.words.iter().map(|(_, own)| (own.word.as_str(), own.toward)).collect();
        let is_dropped = |own: &OwnWord| dropped.contains(&(own.word.as_str(), own.toward));
        let lines: HashSet<usize> =
            self.0.words.iter().filter(|(_, own)| is_dropped(own)).map(|(line, _)| *line).collect();
        let kept = (1..).zip(self.0.text.lines()).filter(|(line, _)| !lines.contains(line));
        Self::of_lines(kept.map(|(_, content)| content))
    }

    /// The entries for the words and conversions of `other`'s.
    #[must_use]
    pub fn shared_with(&self, other: &Self) -> Self {
        let wanted: HashSet<(&str, Toward)> =
            other.0.words.iter().map(|(_, own)| (own.word.as_str(), own.toward)).collect();
        let words = self.0.words.iter().map(|(_, own)| own);
        let words = words.filter(|own| wanted.contains(&(own.word.as_str(), own.toward)));
        words.fold(Self::default(), |shared, word| shared.with(word))
    }

    /// What `word` becomes in a conversion to `script`.
    pub fn conversion(&self, word: &str, script: Script) -> Option<&str> {
        let found = self.0.words.iter().find(|(_, own)| own.word == word && own.toward.covers(script));
        found.map(|(_, own)| own.conversion.as_str())
    }

    /// Where an entry would apply that is put at the end.
    fn last_toward(&self) -> Toward {
        let names = self.0.text.lines().filter_map(|line| line.strip_prefix(TO));
        names.filter_map(|name| Toward::named(name.trim())).next_back().unwrap_or_default()
    }

    fn of_lines<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        Self::parse(lines.fold(String::new(), |text, line| text + line + "\n"))
    }
}

/// The entry on a line.
fn entry(line: &str, toward: Toward) -> Result<OwnWord, MistakeKind> {
    let (word, conversions) = line.split_once('\t').ok_or(MistakeKind::NoTab)?;
    if word.trim().is_empty() {
        return Err(MistakeKind::NoWord);
    }
    let conversion = conversions.split_whitespace().next().ok_or(MistakeKind::NoConversion)?;
    if word.trim().len().max(conversion.len()) > LONGEST_WORD {
        return Err(MistakeKind::TooLong { limit: LONGEST_WORD });
    }
    OwnWord::new(word, conversion, toward).ok_or(MistakeKind::NoConversion)
}

impl serde::Serialize for Dictionary {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.text)
    }
}

impl<'de> serde::Deserialize<'de> for Dictionary {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::parse)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(word: &str, conversion: &str, toward: Toward) -> OwnWord {
        OwnWord::new(word, conversion, toward).unwrap()
    }

    #[test]
    fn mistakes_have_their_lines_and_everything_else_counts() {
        let text = "\u{feff}面\t面 麵\r\n無\n\n# a comment\n\t空\n空\t \n面\t麵\n# to: hans\n面\t面\n# to: mars\n丑\t丑";
        let dictionary = Dictionary::parse(text);
        let words: Vec<_> = dictionary.words().map(|(line, word)| (line, word.clone())).collect();
        let expected = [
            (1, word("面", "面", Toward::Any)),
            (9, word("面", "面", Toward::Hans)),
            (11, word("丑", "丑", Toward::Hans)),
        ];
        assert_eq!(words, expected);
        let mistakes: Vec<_> = dictionary.mistakes().iter().map(|m| (m.line, m.kind.clone())).collect();
        let expected = [
            (2, MistakeKind::NoTab),
            (5, MistakeKind::NoWord),
            (6, MistakeKind::NoConversion),
            (7, MistakeKind::Repeated { first: 1 }),
            (10, MistakeKind::UnknownScript { name: "mars".to_owned() }),
        ];
        assert_eq!(mistakes, expected);
        assert_eq!(dictionary.text(), text);
    }

    #[test]
    fn entries_are_added_replaced_and_removed_and_the_rest_of_the_text_stays() {
        let dictionary = Dictionary::parse("# mine\n里\t裡\nbroken");
        let more = dictionary.with(&word("丑", "丑", Toward::Any)).with(&word("发", "髮", Toward::Tw));
        assert_eq!(more.text(), "# mine\n里\t裡\nbroken\n丑\t丑\n# to: tw\n发\t髮\n");
        let other = more.with(&word("里", "里", Toward::Any)).with(&word("里", "裏", Toward::Hk));
        assert_eq!(other.text(), "# mine\n里\t里\nbroken\n丑\t丑\n# to: tw\n发\t髮\n# to: hk\n里\t裏\n");
        assert_eq!(
            other.without(2).without(2).text(),
            "# mine\n丑\t丑\n# to: tw\n发\t髮\n# to: hk\n里\t裏\n"
        );
        assert_eq!(
            (other.conversion("发", Script::Tw), other.conversion("发", Script::Hk)),
            (Some("髮"), None)
        );
    }

    #[test]
    fn a_whole_dictionary_is_taken_in_and_its_entries_replace_others() {
        let mine = Dictionary::parse("里\t裡\nbroken\n# to: tw\n发\t髮\n");
        let other = Dictionary::parse("发\t發\n里\t里\nalso broken\n# to: tw\n发\t發\n");
        let both = mine.with_all(&other);
        assert_eq!(both.text(), "broken\n# to: tw\n# to: any\n发\t發\n里\t里\n# to: tw\n发\t發\n");
        assert_eq!((both.words().len(), both.mistakes().len()), (3, 1));
        assert_eq!(mine.with_all(&Dictionary::default()), mine);
    }

    #[test]
    fn what_the_format_cannot_hold_is_no_entry() {
        for (key, value) in [("", "x"), ("x", ""), ("a\tb", "x"), ("a", "b c"), ("#a", "b"), ("a\nb", "x")] {
            assert_eq!(OwnWord::new(key, value, Toward::Any), None, "{key:?} {value:?}");
        }
        assert!(OwnWord::protected(" 乾坤 ", Toward::Any).unwrap().is_protected());
    }

    #[test]
    fn each_direction_has_a_name_and_no_entry_is_for_the_source() {
        for toward in Toward::ALL {
            assert_eq!(Toward::named(toward.name()), Some(toward));
            assert!(!toward.covers(Script::Source));
            let covers_any = Script::ALL.into_iter().any(|script| toward.covers(script));
            assert_eq!(covers_any, toward != Toward::Source);
        }
        assert!(Toward::of(Script::Tw).covers(Script::Hk) && !Toward::of(Script::Tw).covers(Script::Hans));
    }
}
