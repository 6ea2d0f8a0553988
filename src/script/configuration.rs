//! Which of OpenCC's configurations leads from a text to the script the reader wants.

use super::{Detected, DetectedScript, Region, Script};

/// A configuration of OpenCC (1.1.2 and later have all of these).
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
}

impl Config {
    /// All of them.
    pub const ALL: [Self; 12] = [
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
    ];

    /// OpenCC's name for it, which is that of its file without `.json`.
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
        }
    }

    /// Whether the n-th character of a conversion stands for the n-th of its source: in all dictionaries but those
    /// of regional words (軟體, 隨身碟), source and target of an entry have equally many characters.
    pub const fn is_one_to_one(self) -> bool {
        !matches!(self, Self::S2twp | Self::Tw2sp)
    }
}

/// How to show a text of which `detected` is known in `target`; with `phrases`, in the words of the region too
/// where OpenCC knows them. `None`: the text is shown as it is.
///
/// | the text is | hans | hant | tw | hk |
/// |---|---|---|---|---|
/// | simplified | – | s2t | s2tw, s2twp | s2hk |
/// | traditional, OpenCC's standard or untold | t2s | – | t2tw | t2hk |
/// | traditional, Taiwan | tw2s, tw2sp | tw2t | t2tw | t2hk |
/// | traditional, Hong Kong | hk2s | hk2t | t2tw | t2hk |
/// | a good deal of both | t2s | s2t | s2tw, s2twp | s2hk |
/// | unclear | – | – | – | – |
///
/// A text is converted once and from the source, and never by a configuration for simplified text when it is
/// traditional: `s2t` reads 丑 and 里 of a traditional text as simplified and makes 醜時 and 鄉裏 of 丑時 and 鄉里.
/// For a text of both scripts that is the lesser evil: the simplified half would else stay as it is.
///
/// OpenCC has no configuration between Taiwan and Hong Kong. Measured on a Hong Kong text of 64,545 characters,
/// against going over OpenCC's standard in two steps:
/// - Hong Kong to Taiwan: the source differs in 347 characters, `t2tw` in 162 (說 衛 臺 戶 stay 説 衞 台 户), `hk2t` in
///   552, since it leaves Hong Kong's standard for one that neither region keeps (為 becomes 爲, 才 纔, 核 覈).
/// - Taiwan to Hong Kong, on the result of that: the source differs in 345, `t2hk` in 183, `tw2t` in 542.
/// - Hong Kong to Hong Kong: `t2hk` changes 24 characters (祕 to 秘, 脣 to 唇). The region is what most of a text is in;
///   who asks for its standard gets the standard throughout, and the source is one key away.
pub fn configuration(detected: &Detected, target: Script, phrases: bool) -> Option<Config> {
    use Config::{Hk2s, Hk2t, S2hk, S2t, S2tw, S2twp, T2hk, T2s, T2tw, Tw2s, Tw2sp, Tw2t};
    let to_taiwan = if phrases { S2twp } else { S2tw };
    let from_taiwan = if phrases { Tw2sp } else { Tw2s };
    let [simplified, standard, taiwan, hong_kong] = match (detected.script, detected.region) {
        (DetectedScript::Hans, _) => [None, Some(S2t), Some(to_taiwan), Some(S2hk)],
        (DetectedScript::Hant, None) => [Some(T2s), None, Some(T2tw), Some(T2hk)],
        (DetectedScript::Hant, Some(Region::Tw)) => [Some(from_taiwan), Some(Tw2t), Some(T2tw), Some(T2hk)],
        (DetectedScript::Hant, Some(Region::Hk)) => [Some(Hk2s), Some(Hk2t), Some(T2tw), Some(T2hk)],
        (DetectedScript::Mixed, _) => [Some(T2s), Some(S2t), Some(to_taiwan), Some(S2hk)],
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
