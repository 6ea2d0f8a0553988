//! Fonts: one embedded collection, whose faces draw each character in the form of a region.
//!
//! egui knows no language of a text, so the regional form of 骨 or 直 is a matter of choosing a face. The
//! system's fonts come last, for characters that no embedded face has.

use std::sync::Arc;

use eframe::egui::{FontData, FontDefinitions, FontFamily};

use crate::lang::Lang;
use crate::script::{Detected, DetectedScript, Region, Script};

static REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSansCJK-SC-TC-HK.ttc");
static BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSansCJK-Bold-SC-TC-HK.ttc");
static RARE: &[u8] = include_bytes!("../../assets/fonts/GangmuRare.ttf");

/// The regional forms that a text is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Face {
    /// Mainland China.
    Hans,
    /// Taiwan.
    Hant,
    /// Hong Kong.
    Hk,
}

impl Face {
    const ALL: [Self; 3] = [Self::Hans, Self::Hant, Self::Hk];

    /// The face for a text in `script`; the source's own follows from what was detected.
    pub(crate) fn of(script: Script, detected: &Detected, lang: Lang) -> Self {
        match (script, detected.script, detected.region) {
            (Script::Hans, ..) | (Script::Source, DetectedScript::Hans, _) => Self::Hans,
            (Script::Hk, ..) | (Script::Source, DetectedScript::Hant, Some(Region::Hk)) => Self::Hk,
            (Script::Hant | Script::Tw, ..) | (Script::Source, DetectedScript::Hant, _) => Self::Hant,
            (Script::Source, DetectedScript::Mixed | DetectedScript::Unclear, _) => Self::of_lang(lang),
        }
    }

    /// The face for menus and messages.
    pub(crate) const fn of_lang(lang: Lang) -> Self {
        match lang {
            Lang::Hans | Lang::En => Self::Hans,
            Lang::Hant => Self::Hant,
        }
    }

    /// Index in the embedded collections, and names of the regular and the bold face.
    const fn entry(self) -> (u32, &'static str, &'static str) {
        match self {
            Self::Hans => (0, "hans", "hans-bold"),
            Self::Hant => (1, "hant", "hant-bold"),
            Self::Hk => (2, "hk", "hk-bold"),
        }
    }

    /// The family to draw with.
    pub(crate) fn family(self, bold: bool) -> FontFamily {
        let (_, regular, heavy) = self.entry();
        FontFamily::Name(if bold { heavy } else { regular }.into())
    }
}

/// All fonts, with menus and messages in the forms of `lang`.
pub(crate) fn definitions(lang: Lang) -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    fonts.font_data.insert("rare".to_owned(), Arc::new(FontData::from_static(RARE)));
    let default = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for face in Face::ALL {
        let (index, regular, bold) = face.entry();
        for (name, bytes) in [(regular, REGULAR), (bold, BOLD)] {
            let data = FontData::from_blob(Arc::new(bytes), index);
            fonts.font_data.insert(name.to_owned(), Arc::new(data));
        }
        let chain = |first: &[&str]| {
            let names = first.iter().map(|name| (*name).to_owned()).chain(["rare".to_owned()]);
            names.chain(default.iter().cloned()).collect::<Vec<_>>()
        };
        fonts.families.insert(face.family(false), chain(&[regular]));
        fonts.families.insert(face.family(true), chain(&[bold, regular]));
    }
    let menus = fonts.families.get(&Face::of_lang(lang).family(false)).cloned().unwrap_or_default();
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, menus.clone());
    }
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_face_follows_the_shown_script_and_for_the_source_what_it_is() {
        let hk = Detected::assumed(Script::Hk).unwrap();
        assert_eq!(Face::of(Script::Source, &hk, Lang::Hans), Face::Hk);
        assert_eq!(Face::of(Script::Hans, &hk, Lang::Hant), Face::Hans);
        assert_eq!(Face::of(Script::Tw, &hk, Lang::En), Face::Hant);
    }
}
