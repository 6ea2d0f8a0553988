//! Which script and which region's standard a text is written in.

use super::Script;

/// The script of a whole text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DetectedScript {
    /// Simplified.
    Hans,
    /// Traditional.
    Hant,
    /// A good deal of both.
    Mixed,
    /// No evidence, too little of it, or not Chinese.
    #[default]
    Unclear,
}

/// Whose standard a traditional text keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Region {
    /// Taiwan: 裡 為 群 著 台.
    Tw,
    /// Hong Kong: 裏 為 羣 着 説.
    Hk,
}

/// What script a text is written in, with the evidence for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Detected {
    /// The script.
    pub script: DetectedScript,
    /// The region of a traditional text; `None` for OpenCC's own standard, and where the text does not tell.
    pub region: Option<Region>,
    /// How many characters that only simplified texts have were seen.
    pub simplified: usize,
    /// How many characters that only traditional texts have were seen.
    pub traditional: usize,
}

impl Detected {
    /// What is taken for granted when the reader says which script the text is in (`--from`); nothing for
    /// [`Script::Source`].
    pub fn assumed(script: Script) -> Option<Self> {
        let (script, region) = match script {
            Script::Source => return None,
            Script::Hans => (DetectedScript::Hans, None),
            Script::Hant => (DetectedScript::Hant, None),
            Script::Tw => (DetectedScript::Hant, Some(Region::Tw)),
            Script::Hk => (DetectedScript::Hant, Some(Region::Hk)),
        };
        Some(Self { script, region, ..Self::default() })
    }
}

/// Finds the script and region of `text`.
pub fn detect(text: &str) -> Detected {
    let _ = text;
    Detected::default()
}
