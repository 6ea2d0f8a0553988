//! What the reader has chosen for all documents: a plain value, kept as a file that people may edit.

use crate::block::LineEnds;
use crate::lang::Lang;
use crate::outline::rules::Rule;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Appearance {
    /// As the system says; light where it says nothing.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// The reader's choices.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own, kept under its own name")]
pub struct Settings {
    /// Version of this file's form; raised when a field changes its meaning.
    pub schema: u32,
    /// Language of menus and messages; the system's where not chosen.
    pub language: Option<Lang>,
    /// Light or dark.
    pub appearance: Appearance,
    /// Size of the reading text in points.
    pub text_size: f32,
    /// Whether a change to another region also changes its words (軟件 → 軟體).
    pub phrases: bool,
    /// Whether quotation marks go with the region too (“” → 「」).
    pub punctuation: bool,
    /// Whether the outline is shown.
    pub outline_shown: bool,
    /// Whether paragraphs that the file breaks into lines are shown as lines.
    pub lines_as_in_file: bool,
    /// Whether the outline shows the points inside paragraphs.
    pub points_shown: bool,
    /// The reader's own rules for all documents.
    pub rules: Vec<Rule>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            schema: Self::SCHEMA,
            language: None,
            appearance: Appearance::System,
            text_size: Self::TEXT_SIZE,
            phrases: false,
            punctuation: false,
            outline_shown: true,
            lines_as_in_file: false,
            points_shown: false,
            rules: Vec::new(),
        }
    }
}

impl Settings {
    /// The form that this version reads and writes.
    pub const SCHEMA: u32 = 1;
    /// Text size in points where nothing else was chosen.
    pub const TEXT_SIZE: f32 = 18.0;
    /// Smallest and largest text size in points.
    pub const TEXT_SIZES: std::ops::RangeInclusive<f32> = 12.0..=40.0;

    /// The same settings with every value within its bounds: a file edited by hand may hold anything.
    #[must_use]
    pub fn bounded(mut self) -> Self {
        self.schema = Self::SCHEMA;
        self.text_size = if self.text_size.is_finite() {
            self.text_size.clamp(*Self::TEXT_SIZES.start(), *Self::TEXT_SIZES.end())
        } else {
            Self::TEXT_SIZE
        };
        self
    }

    /// What becomes of line ends within paragraphs.
    pub fn line_ends(&self) -> LineEnds {
        if self.lines_as_in_file { LineEnds::Kept } else { LineEnds::Joined }
    }

    /// The language to speak.
    pub fn lang(&self) -> Lang {
        self.language.unwrap_or_else(Lang::of_system)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_a_round_trip_and_a_wild_hand() {
        let settings = Settings { language: Some(Lang::Hant), text_size: 21.0, ..Settings::default() };
        let file = toml::to_string(&settings).unwrap();
        assert_eq!(toml::from_str::<Settings>(&file).unwrap(), settings);
        let wild: Settings = toml::from_str("text_size = 9999.0\nunknown = 1").unwrap();
        assert!(Settings::TEXT_SIZES.contains(&wild.bounded().text_size));
    }
}
