//! An entry of a dictionary, and which conversions it belongs to.

use super::LONGEST_WORD;
use crate::script::Script;

/// Which conversions an entry belongs to: those to some scripts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Toward {
    /// All.
    #[default]
    Any,
    /// Those to simplified.
    Hans,
    /// Those to any traditional standard.
    Traditional,
    /// Those to OpenCC's standard alone.
    Hant,
    /// Those to Taiwan's standard alone.
    Tw,
    /// Those to Hong Kong's standard alone.
    Hk,
    /// None: the text itself is mended, before any conversion and where it is shown as it is.
    Source,
}

impl Toward {
    /// All of them, the widest first.
    pub const ALL: [Self; 7] =
        [Self::Any, Self::Hans, Self::Traditional, Self::Hant, Self::Tw, Self::Hk, Self::Source];

    /// The name in a dictionary, behind `# to:`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Hans => "hans",
            Self::Traditional => "traditional",
            Self::Hant => "hant",
            Self::Tw => "tw",
            Self::Hk => "hk",
            Self::Source => "source",
        }
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|toward| toward.name() == name)
    }

    /// The direction that a conversion to `script` goes in, for entries that are made while it is shown: simplified or
    /// traditional.
    pub const fn of(script: Script) -> Self {
        match script {
            Script::Source => Self::Any,
            Script::Hans => Self::Hans,
            Script::Hant | Script::Tw | Script::Hk => Self::Traditional,
        }
    }

    /// Whether a conversion to `script` is among them. None is to [`Script::Source`].
    pub const fn covers(self, script: Script) -> bool {
        match (self, script) {
            (_, Script::Source) => false,
            (Self::Any, _)
            | (Self::Hans, Script::Hans)
            | (Self::Traditional, Script::Hant | Script::Tw | Script::Hk)
            | (Self::Hant, Script::Hant)
            | (Self::Tw, Script::Tw)
            | (Self::Hk, Script::Hk) => true,
            _ => false,
        }
    }
}

/// An entry of the reader's.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OwnWord {
    /// What is looked for in the source; never empty.
    pub word: String,
    /// What takes its place; the word itself where it is protected.
    pub conversion: String,
    /// Where it applies.
    pub toward: Toward,
}

impl OwnWord {
    /// An entry; `None` where OpenCC's format cannot hold it: something is empty, longer than 1,024 bytes or has a
    /// blank, a tab or a line end in it, or the word begins with `#`. Blanks around both are left out.
    pub fn new(word: &str, conversion: &str, toward: Toward) -> Option<Self> {
        let (word, conversion) = (word.trim(), conversion.trim());
        let fits = |text: &str| (1..=LONGEST_WORD).contains(&text.len());
        let is_held = fits(word)
            && fits(conversion)
            && !word.starts_with('#')
            && !word.contains(['\t', '\n', '\r'])
            && !conversion.contains([' ', '\t', '\n', '\r']);
        is_held.then(|| Self { word: word.to_owned(), conversion: conversion.to_owned(), toward })
    }

    /// An entry that keeps `word` as it is.
    pub fn protected(word: &str, toward: Toward) -> Option<Self> {
        Self::new(word, word, toward)
    }

    /// Whether it keeps its word as it is.
    pub fn is_protected(&self) -> bool {
        self.word == self.conversion
    }
}
