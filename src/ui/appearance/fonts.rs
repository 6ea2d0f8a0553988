//! Fonts: one embedded collection, whose faces draw each character in the form of a region.
//!
//! egui knows no language of a text, so the regional form of 骨 or 直 is a matter of choosing a face. The
//! system's fonts come last, for characters that no embedded face has. The reading text has a family of its own: what
//! stands in it is the reader's choice, while headings, menus and panels stay in 黑.

use std::sync::Arc;

use egui::epaint::text::VariationCoords;
use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

use crate::export::Look;
use crate::fonts::{self, BOLD, MARKS, RARE, SANS, SERIF};
use crate::lang::Lang;
use crate::script::{Detected, DetectedScript, Region, Script};
use crate::session::appearance::typefaces::{Forms, Standing, SystemFace};

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
        match lang.script() {
            Some(Script::Hant | Script::Tw) => Self::Hant,
            Some(Script::Hk) => Self::Hk,
            Some(Script::Hans | Script::Source) | None => Self::Hans,
        }
    }

    /// The forms that a face of the system is wanted for.
    pub(crate) const fn forms(self) -> Forms {
        match self {
            Self::Hans => Forms::Hans,
            Self::Hant => Forms::Hant,
            Self::Hk => Forms::Hk,
        }
    }

    /// Index in the embedded collections, and names of the regular and the bold face.
    const fn entry(self) -> (u32, &'static str, &'static str) {
        match self {
            Self::Hans => (fonts::HANS, "hans", "hans-bold"),
            Self::Hant => (fonts::HANT, "hant", "hant-bold"),
            Self::Hk => (fonts::HK, "hk", "hk-bold"),
        }
    }

    /// The family of the reading text: what the reader chose, and 黑 where it is `bold`.
    pub(crate) fn text_family(self, bold: bool) -> FontFamily {
        let (_, regular, _) = self.entry();
        if bold { self.family(true) } else { FontFamily::Name(format!("{regular}-text").into()) }
    }

    /// The family of a page that is printed.
    pub(crate) fn page_family(self, look: Look) -> FontFamily {
        let (_, regular, _) = self.entry();
        match look {
            Look::Serif => FontFamily::Name(format!("{regular}-page").into()),
            Look::Sans => self.family(false),
            Look::Bold => self.family(true),
        }
    }

    /// The family to draw all else with.
    pub(crate) fn family(self, bold: bool) -> FontFamily {
        let (_, regular, heavy) = self.entry();
        FontFamily::Name(if bold { heavy } else { regular }.into())
    }
}

/// All fonts, with menus and messages in the forms of `lang`, and the reading text in what `standing` says of its
/// face.
pub(crate) fn definitions(lang: Lang, standing: impl Fn(Face) -> Standing) -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    fonts.font_data.insert("rare".to_owned(), Arc::new(FontData::from_static(RARE)));
    let default = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for face in Face::ALL {
        let (index, regular, bold) = face.entry();
        let [serif, marks, system] = ["serif", "marks", "system"].map(|kind| format!("{regular}-{kind}"));
        for (name, bytes) in [(regular, SANS), (bold, BOLD), (&serif, SERIF), (&marks, MARKS)] {
            let data = FontData::from_blob(Arc::new(bytes), index);
            fonts.font_data.insert(name.to_owned(), Arc::new(data));
        }
        let chain = |first: &[&str]| {
            let names = first.iter().map(|name| (*name).to_owned()).chain(["rare".to_owned()]);
            names.chain(default.iter().cloned()).collect::<Vec<_>>()
        };
        let text = match standing(face) {
            Standing::Sans => chain(&[regular]),
            Standing::Serif => chain(&[&serif, regular]),
            Standing::System(found) => {
                fonts.font_data.insert(system.clone(), Arc::new(of_system(found)));
                // Marks come from a face whose squares are known: the spacing of the text relies on them.
                chain(&[&marks, &system, &serif, regular])
            }
        };
        fonts.families.insert(face.page_family(Look::Serif), chain(&[&serif, regular]));
        fonts.families.insert(face.text_family(false), text);
        fonts.families.insert(face.family(false), chain(&[regular]));
        fonts.families.insert(face.family(true), chain(&[bold, regular]));
    }
    let mut menus = fonts.families.get(&Face::of_lang(lang).family(false)).cloned().unwrap_or_default();
    if lang.has_latin_marks() {
        // The Chinese faces have “ ” and … as wide as a character and in its middle.
        let latin: Vec<_> = default.iter().take(1).cloned().collect();
        menus.splice(0..0, latin);
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, menus.clone());
    }
    fonts
}

/// A face that was read from the system, in its regular weight where it has several.
fn of_system(face: Arc<SystemFace>) -> FontData {
    let index = face.index;
    let tweak = FontTweak { coords: VariationCoords::new([(b"wght", 400.0)]), ..FontTweak::default() };
    FontData::from_blob(Arc::new(Bytes(face)), index).tweak(tweak)
}

/// The bytes of a face, shared with the session.
struct Bytes(Arc<SystemFace>);

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0.bytes
    }
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
