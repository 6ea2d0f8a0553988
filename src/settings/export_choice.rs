//! How sections are exported, as it is kept: the last time, and under names.

use serde::{Deserialize, Serialize};

/// How sections are exported, in the words that the command line has for it, so that people can write it. What is empty
/// or no such word is as if it were not said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExportChoice {
    /// The folder that is exported to; `None`: none yet, or its name is no text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub folder: Option<String>,
    /// The extension of the file's form.
    pub format: String,
    /// The script.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub script: String,
    /// Whether the words of the region are used too; `None`: as everywhere else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phrases: Option<bool>,
    /// Whether the headings above a chosen section are given too.
    pub with_path: bool,
    /// How papers are laid out.
    pub layout: String,
    /// Whether punctuation is set full-width; `None`: as the layout has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub full_width: Option<bool>,
    /// Whether the lines of pages and books run down; `None`: as the text is read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vertical: Option<bool>,
    /// Whether headings are numbered anew.
    pub renumber: bool,
    /// Whether each outermost section becomes a file of its own.
    pub split: bool,
    /// How those files are called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name_pattern: String,
}

/// A way to export, kept under a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExportProfile {
    /// Its name.
    pub name: String,
    /// The way.
    #[serde(flatten)]
    pub choice: ExportChoice,
}

/// Profiles without those that have no name, and of several with one name the last: two windows may have written them.
pub(super) fn named(mut profiles: Vec<ExportProfile>) -> Vec<ExportProfile> {
    let mut kept: Vec<ExportProfile> = Vec::with_capacity(profiles.len());
    while let Some(profile) = profiles.pop() {
        let is_known = kept.iter().any(|other| other.name == profile.name);
        if !profile.name.trim().is_empty() && !is_known {
            kept.push(profile);
        }
    }
    kept.reverse();
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    #[test]
    fn profiles_survive_a_round_trip_and_a_hand_that_says_little() {
        let choice = ExportChoice { phrases: Some(true), split: true, ..ExportChoice::default() };
        let profile = |name: &str| ExportProfile { name: name.to_owned(), choice: choice.clone() };
        let export_profiles = vec![profile("上報"), profile("存檔 2")];
        let settings = Settings { export_profiles, ..Settings::default() };
        let file = toml::to_string_pretty(&settings).unwrap();
        assert_eq!(toml::from_str::<Settings>(&file).unwrap(), settings, "{file}");
        let file = "[[export_profiles]]\nname = \"甲\"\nformat = \"odt\"\nlater = 1\n[[export_profiles]]\nsplit = true\n\
                    [[export_profiles]]\nname = \"甲\"\nformat = \"pdf\"\n";
        let read = toml::from_str::<Settings>(file).unwrap().bounded().export_profiles;
        assert_eq!(read.iter().map(|profile| &*profile.choice.format).collect::<Vec<_>>(), ["pdf"]);
    }
}
