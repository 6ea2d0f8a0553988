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

    /// Whether the n-th character of a conversion stands for the n-th of its source: in all dictionaries but those
    /// of regional words (軟體, 隨身碟), source and target of an entry have equally many characters.
    pub const fn is_one_to_one(self) -> bool {
        !matches!(self, Self::S2twp | Self::Tw2sp)
    }
}

/// How to show a text of which `detected` is known in `target`; with `phrases`, in the words of the region too
/// where OpenCC knows them. `None`: the text is shown as it is.
pub fn configuration(detected: &Detected, target: Script, phrases: bool) -> Option<Config> {
    use DetectedScript::{Hans, Hant, Mixed, Unclear};
    match (detected.script, detected.region, target) {
        (_, _, Script::Source) | (Unclear, _, _) | (Hans, _, Script::Hans) => None,
        (Hans | Mixed, _, Script::Hant) => Some(Config::S2t),
        (Hans | Mixed, _, Script::Tw) => Some(if phrases { Config::S2twp } else { Config::S2tw }),
        (Hans | Mixed, _, Script::Hk) => Some(Config::S2hk),
        (Hant, Some(Region::Tw), Script::Hans) => Some(if phrases { Config::Tw2sp } else { Config::Tw2s }),
        (Hant, Some(Region::Hk), Script::Hans) => Some(Config::Hk2s),
        (Hant | Mixed, _, Script::Hans) => Some(Config::T2s),
        (Hant, Some(Region::Tw), Script::Hant) => Some(Config::Tw2t),
        (Hant, Some(Region::Hk), Script::Hant) => Some(Config::Hk2t),
        (Hant, None, Script::Hant) => None,
        (Hant, Some(Region::Tw), Script::Tw) | (Hant, Some(Region::Hk), Script::Hk) => None,
        (Hant, _, Script::Tw) => Some(Config::T2tw),
        (Hant, _, Script::Hk) => Some(Config::T2hk),
    }
}
