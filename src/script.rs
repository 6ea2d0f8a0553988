//! Scripts: which one a document is written in, and showing it in another.
//!
//! The source is never converted twice and never changed. [`detect()`] finds what it is written in,
//! [`configuration()`] says how OpenCC gets from there to what the reader wants, a [`Converter`] is that
//! configuration opened, [`with_own_words`] puts a reader's own [`Dictionary`] in front, a [`Presentation`] puts in
//! what the reader picked, and a [`ScriptView`] shows the text through it block by block, on demand, and knows how
//! positions in what is shown correspond to the source. [`review()`] finds what there is to pick.

use std::sync::Arc;

mod careful;
mod changes;
mod config_error;
mod configuration;
mod contexts;
mod conversion;
mod converter;
mod detect;
mod fast;
mod filter;
mod fold;
mod hash;
mod initials;
mod loss;
mod offset_map;
mod origin;
mod own;
mod packed;
mod parts;
mod picks;
mod presentation;
mod printed;
mod punctuation;
mod quoted;
mod readings;
mod regional;
mod replacing;
mod review;
mod simplified;
mod view;
mod word_at;
mod words;

pub use careful::Careful;
pub use changes::Change;
pub use config_error::{ConfigError, ConfigErrorKind};
pub use configuration::{Config, configuration};
pub use conversion::Conversion;
pub use converter::{Convert, ConvertError, Converter, Engine, OwnFile, installed_library};
pub use detect::{Detected, DetectedScript, Evidence, Region, Regional, detect, evidence};
pub use fast::{EMBEDDED_VERSION, Piece};
pub use fold::{Folded, alike, contains_folded, folded};
pub use initials::{has_initials, initial};
pub use loss::{Loss, loss};
pub use offset_map::OffsetMap;
pub use origin::{Origin, Rule, origin};
pub use own::{Dictionary, Mistake, MistakeKind, OwnWord, Toward, mended, with_own_words};
pub use parts::parts;
pub use picks::{Decision, Pick, Picked, settle};
pub use presentation::{MendedText, Mending, Presentation, always_read, in_region};
pub use punctuation::punctuated;
pub use quoted::{Part, quoted, script_parts};
pub use replacing::Replacement;
pub use review::{Candidate, Choice, Clue, Review, SURE, Scar, review};
pub use view::{ScriptView, Shown};
pub use word_at::word_at;

/// What gives the text in `script`: `converter` (`None`: it stays as it is) with the words of `dictionaries` in front,
/// nothing of which touches what is in the other script than `keeping`, if that is given, and with the script's quotation
/// marks on top where `punctuation` asks for them. View, copy, export and command line all convert through this; what
/// the reader picked for places of a document is put around it by a [`Presentation`].
pub fn decorated(
    converter: Option<Arc<dyn Convert>>,
    script: Script,
    dictionaries: &[&Dictionary],
    punctuation: bool,
    keeping: Option<DetectedScript>,
) -> Option<Arc<dyn Convert>> {
    let converter = with_own_words(converter, dictionaries, script);
    let converter = quoted::keeping(converter, keeping);
    if punctuation { punctuated(converter, script) } else { converter }
}

/// The script a text is shown or exported in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Script {
    /// As the file has it.
    #[default]
    Source,
    /// Simplified, mainland standard.
    Hans,
    /// Traditional, OpenCC's standard.
    Hant,
    /// Traditional, Taiwan standard.
    Tw,
    /// Traditional, Hong Kong standard.
    Hk,
}

impl Script {
    /// All scripts, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Source, Self::Hans, Self::Hant, Self::Tw, Self::Hk];

    /// The name on the command line and in settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Hans => "hans",
            Self::Hant => "hant",
            Self::Tw => "tw",
            Self::Hk => "hk",
        }
    }

    /// The script of that name, as [`Script::name`] gives it.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|script| script.name() == name)
    }
}
