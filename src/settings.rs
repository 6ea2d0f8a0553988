//! What the reader has chosen for all documents: a plain value, kept as a file that people may edit.

use crate::block::LineEnds;
use crate::lang::Lang;
use crate::outline::rules::Rule;
use crate::script::{Engine, Script};

mod export_choice;
pub(crate) mod kept_path;
mod typeface;
mod typography;

use typography::within;

pub use export_choice::{ExportChoice, ExportProfile};
pub use typeface::{TypeStyle, Typeface};
pub use typography::Typography;

/// Light, sepia or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Appearance {
    /// As the system says; light where it says nothing.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Brown ink on yellowed paper.
    Sepia,
    /// Light ink on dark paper.
    Dark,
}

/// What the desktop prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// A configuration of OpenCC's that the reader has chosen for a script.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct OwnConfig {
    /// The script that it converts to.
    pub script: Script,
    /// The file.
    #[serde(with = "kept_path")]
    pub path: std::path::PathBuf,
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
    /// Light, sepia or dark.
    pub appearance: Appearance,
    /// Size of the reading text in points.
    pub text_size: f32,
    /// Scale of the whole window, text included; 1 is the system's.
    pub zoom: f32,
    /// Whether a change to another region also changes its words (軟件 → 軟體).
    pub phrases: bool,
    /// Whether characters of several readings are converted by their context.
    pub careful: bool,
    /// What converts.
    pub engine: Engine,
    /// The reader's own configurations, at most one for a script.
    pub own_configs: Vec<OwnConfig>,
    /// Whether quotation marks go with the region too (“” → 「」).
    pub punctuation: bool,
    /// Whether what a conversion changed is marked in the text.
    pub changes_marked: bool,
    /// Whether the source is shown without what the reader mended in it.
    pub as_in_file: bool,
    /// Whether the source is shown beside the script that is read.
    pub compare: bool,
    /// Whether the outline is shown.
    pub outline_shown: bool,
    /// Whether paragraphs that the file breaks into lines are shown as lines.
    pub lines_as_in_file: bool,
    /// Whether the outline shows the points inside paragraphs.
    pub points_shown: bool,
    /// What the reading text is set in.
    pub typeface: Typeface,
    /// How the reading text is set.
    pub typography: Typography,
    /// Whether the text runs in columns from right to left (縱排).
    pub vertical: bool,
    /// Whether a wide window shows two columns side by side.
    pub two_columns: bool,
    /// The reader's own rules for all documents.
    pub rules: Vec<Rule>,
    /// Ways to export, each under a name of its own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub export_profiles: Vec<ExportProfile>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            schema: Self::SCHEMA,
            language: None,
            appearance: Appearance::System,
            text_size: Self::TEXT_SIZE,
            zoom: 1.0,
            phrases: false,
            careful: false,
            engine: Engine::default(),
            own_configs: Vec::new(),
            punctuation: false,
            changes_marked: false,
            as_in_file: false,
            compare: false,
            outline_shown: true,
            lines_as_in_file: false,
            points_shown: false,
            typeface: Typeface::default(),
            typography: Typography::default(),
            vertical: false,
            two_columns: false,
            rules: Vec::new(),
            export_profiles: Vec::new(),
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
    /// Smallest and largest scale of the window.
    pub const ZOOMS: std::ops::RangeInclusive<f32> = 0.7..=2.5;

    /// The same settings with every value within its bounds: a file edited by hand may hold anything.
    #[must_use]
    pub fn bounded(mut self) -> Self {
        self.schema = Self::SCHEMA;
        self.text_size = within(self.text_size, &Self::TEXT_SIZES, Self::TEXT_SIZE);
        self.zoom = within(self.zoom, &Self::ZOOMS, 1.0);
        self.typography = self.typography.bounded();
        self.export_profiles = export_choice::named(self.export_profiles);
        self
    }

    /// What becomes of line ends within paragraphs.
    pub fn line_ends(&self) -> LineEnds {
        if self.lines_as_in_file { LineEnds::Kept } else { LineEnds::Joined }
    }

    /// The reader's own configuration for `script`.
    pub fn own_config(&self, script: Script) -> Option<&std::path::Path> {
        let own = self.own_configs.iter().find(|own| own.script == script);
        own.map(|own| own.path.as_path())
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
        let wild =
            "text_size = 9999.0\nzoom = nan\nunknown = 1\n[typography]\nmeasure = -3.0\nline_height = inf\n";
        let wild = toml::from_str::<Settings>(wild).unwrap().bounded();
        assert!(Settings::TEXT_SIZES.contains(&wild.text_size));
        assert!(Settings::ZOOMS.contains(&wild.zoom));
        assert!(Typography::MEASURES.contains(&wild.typography.measure));
        assert!(Typography::LINE_HEIGHTS.contains(&wild.typography.line_height));
        assert!(wild.typography.justified);
    }

    #[test]
    fn the_library_converts_for_those_alone_who_chose_it() {
        let read = |file: &str| toml::from_str::<Settings>(file).unwrap().engine;
        assert_eq!(
            ["", "engine = \"fast\"", "engine = \"opencc\""].map(read),
            [Engine::Fast, Engine::Fast, Engine::OpenCc]
        );
    }

    #[test]
    fn any_word_for_a_typeface_is_understood() {
        let read = |word: &str| toml::from_str::<Settings>(&format!("typeface = {word:?}")).unwrap().typeface;
        assert_eq!(read("serif"), Typeface::Style(TypeStyle::Serif));
        assert_eq!(read("霞鹜文楷"), Typeface::Named("霞鹜文楷".to_owned()));
        for word in ["sans", "serif", "kai", "AR PL UKai CN"] {
            assert_eq!(String::from(read(word)), word);
        }
    }
}
