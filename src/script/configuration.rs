//! Which of OpenCC's configurations leads from a text to the script the reader wants.

use super::{Detected, DetectedScript, Region, Script};

/// A configuration of OpenCC (1.1.2 and later have those), or what two of them do one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Config {
    /// Simplified to OpenCC's standard.
    S2t,
    /// Simplified to Taiwan's standard.
    S2tw,
    /// Simplified to Taiwan's standard and words.
    S2twp,
    /// Simplified to Hong Kong's standard.
    S2hk,
    /// OpenCC's standard to simplified.
    T2s,
    /// OpenCC's standard to Taiwan's.
    T2tw,
    /// OpenCC's standard to Hong Kong's.
    T2hk,
    /// Taiwan's standard to simplified.
    Tw2s,
    /// Taiwan's standard and words to simplified and the mainland's words.
    Tw2sp,
    /// Taiwan's standard to OpenCC's.
    Tw2t,
    /// Hong Kong's standard to simplified.
    Hk2s,
    /// Hong Kong's standard to OpenCC's.
    Hk2t,
    /// Hong Kong's standard to Taiwan's, over OpenCC's.
    Hk2tw,
    /// Hong Kong's standard to Taiwan's standard and words.
    Hk2twp,
    /// Taiwan's standard to Hong Kong's, over OpenCC's.
    Tw2hk,
    /// Taiwan's standard and words to Hong Kong's standard and the words that it has in common with the mainland.
    Tw2hkp,
}

/// Which steps of a configuration's chain are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Steps {
    All,
    /// Those that lead to OpenCC's standard, and the words of it.
    First,
    /// Those that lead from OpenCC's standard.
    Later,
}

impl Steps {
    /// Those of `chain` that are taken.
    pub(super) fn of<T>(self, chain: &[T]) -> &[T] {
        match (self, chain.split_first()) {
            (Self::All, _) | (_, None) => chain,
            (Self::First, Some(_)) => chain.get(..1).unwrap_or_default(),
            (Self::Later, Some((_, later))) => later,
        }
    }
}

impl Config {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::S2t,
        Self::S2tw,
        Self::S2twp,
        Self::S2hk,
        Self::T2s,
        Self::T2tw,
        Self::T2hk,
        Self::Tw2s,
        Self::Tw2sp,
        Self::Tw2t,
        Self::Hk2s,
        Self::Hk2t,
        Self::Hk2tw,
        Self::Hk2twp,
        Self::Tw2hk,
        Self::Tw2hkp,
    ];

    /// OpenCC's name for it, which is that of its file without `.json`; for those that it has not, one like it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::S2t => "s2t",
            Self::S2tw => "s2tw",
            Self::S2twp => "s2twp",
            Self::S2hk => "s2hk",
            Self::T2s => "t2s",
            Self::T2tw => "t2tw",
            Self::T2hk => "t2hk",
            Self::Tw2s => "tw2s",
            Self::Tw2sp => "tw2sp",
            Self::Tw2t => "tw2t",
            Self::Hk2s => "hk2s",
            Self::Hk2t => "hk2t",
            Self::Hk2tw => "hk2tw",
            Self::Hk2twp => "hk2twp",
            Self::Tw2hk => "tw2hk",
            Self::Tw2hkp => "tw2hkp",
        }
    }

    /// The two configurations of OpenCC's that it is made of, each with the steps that are taken of it; `None` where it
    /// is one itself.
    pub(super) const fn halves(self) -> Option<[(Self, Steps); 2]> {
        Some(match self {
            Self::Hk2tw => [(Self::Hk2t, Steps::All), (Self::T2tw, Steps::All)],
            Self::Hk2twp => [(Self::Hk2t, Steps::All), (Self::S2twp, Steps::Later)],
            Self::Tw2hk => [(Self::Tw2t, Steps::All), (Self::T2hk, Steps::All)],
            Self::Tw2hkp => [(Self::Tw2sp, Steps::First), (Self::T2hk, Steps::All)],
            _ => return None,
        })
    }

    /// Whether OpenCC has it only as two, one after the other.
    pub const fn is_composed(self) -> bool {
        self.halves().is_some()
    }

    /// The dictionary by which it replaces words of one region by those of another, which may be of other lengths;
    /// its name without an extension.
    pub(super) const fn regional_words(self) -> Option<&'static str> {
        match self {
            Self::S2twp | Self::Hk2twp => Some("TWPhrases"),
            Self::Tw2sp | Self::Tw2hkp => Some("TWPhrasesRev"),
            _ => None,
        }
    }

    /// The configuration that leads back, as far as any does.
    #[must_use]
    pub const fn back(self) -> Self {
        match self {
            Self::S2t => Self::T2s,
            Self::S2tw => Self::Tw2s,
            Self::S2twp => Self::Tw2sp,
            Self::S2hk => Self::Hk2s,
            Self::T2s => Self::S2t,
            Self::T2tw => Self::Tw2t,
            Self::T2hk => Self::Hk2t,
            Self::Tw2s => Self::S2tw,
            Self::Tw2sp => Self::S2twp,
            Self::Tw2t => Self::T2tw,
            Self::Hk2s => Self::S2hk,
            Self::Hk2t => Self::T2hk,
            Self::Hk2tw => Self::Tw2hk,
            Self::Hk2twp => Self::Tw2hkp,
            Self::Tw2hk => Self::Hk2tw,
            Self::Tw2hkp => Self::Hk2twp,
        }
    }

    /// Whether the n-th character of a conversion stands for the n-th of its source: in all dictionaries but those
    /// of regional words (軟體, 隨身碟), source and target of an entry have equally many characters.
    pub const fn is_one_to_one(self) -> bool {
        self.regional_words().is_none()
    }
}

/// How to show a text of which `detected` is known in `target`; with `phrases`, in the words of the region too
/// where OpenCC knows them. `None`: the text is shown as it is.
///
/// | the text is | hans | hant | tw | hk |
/// |---|---|---|---|---|
/// | simplified | – | s2t | s2tw, s2twp | s2hk |
/// | traditional, OpenCC's standard or untold | t2s | – | t2tw | t2hk |
/// | traditional, Taiwan | tw2s, tw2sp | tw2t | t2tw | tw2hk, tw2hkp |
/// | traditional, Hong Kong | hk2s | hk2t | hk2tw, hk2twp | t2hk |
/// | a good deal of both | t2s | s2t | s2tw, s2twp | s2hk |
/// | unclear | – | – | – | – |
///
/// A text is converted once and from the source, and never by a configuration for simplified text when it is
/// traditional: `s2t` reads 丑 and 里 of a traditional text as simplified and makes 醜時 and 鄉裏 of 丑時 and 鄉里.
/// For a text of both scripts that is the lesser evil: the simplified half would else stay as it is.
///
/// OpenCC has no configuration between Taiwan and Hong Kong, so two of its are joined over its own standard: `t2tw` alone
/// leaves what only Hong Kong writes (説 衞 枱), `hk2t` alone ends in a standard that neither region keeps (爲 纔 覈).
/// `t2hk` makes a text of Hong Kong's consistent (祕 to 秘, 脣 to 唇): the region is what most of a text is in; who asks
/// for its standard gets the standard throughout, and the source is one key away.
pub fn configuration(detected: &Detected, target: Script, phrases: bool) -> Option<Config> {
    use Config::{Hk2s, Hk2t, Hk2tw, Hk2twp, S2hk, S2t, S2tw, S2twp, T2hk, T2s, T2tw};
    use Config::{Tw2hk, Tw2hkp, Tw2s, Tw2sp, Tw2t};
    let or_words = |plain, words| Some(if phrases { words } else { plain });
    let to_taiwan = or_words(S2tw, S2twp);
    let [simplified, standard, taiwan, hong_kong] = match (detected.script, detected.region) {
        (DetectedScript::Hans, _) => [None, Some(S2t), to_taiwan, Some(S2hk)],
        (DetectedScript::Hant, None) => [Some(T2s), None, Some(T2tw), Some(T2hk)],
        (DetectedScript::Hant, Some(Region::Tw)) => {
            [or_words(Tw2s, Tw2sp), Some(Tw2t), Some(T2tw), or_words(Tw2hk, Tw2hkp)]
        }
        (DetectedScript::Hant, Some(Region::Hk)) => {
            [Some(Hk2s), Some(Hk2t), or_words(Hk2tw, Hk2twp), Some(T2hk)]
        }
        (DetectedScript::Mixed, _) => [Some(T2s), Some(S2t), to_taiwan, Some(S2hk)],
        (DetectedScript::Unclear, _) => [None; 4],
    };
    match target {
        Script::Source => None,
        Script::Hans => simplified,
        Script::Hant => standard,
        Script::Tw => taiwan,
        Script::Hk => hong_kong,
    }
}
