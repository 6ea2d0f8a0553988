//! Typefaces of the system: which there are for Chinese text, and which of them the text is read in.
//!
//! The program brings 宋 and 黑 along; 楷, and any family by its name, are the system's. They are looked for when
//! somebody wants one, and until one is there, and where there is none, the text stands in one of the program's own.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::script::{Detected, DetectedScript, Script};
use crate::session::{Effect, Session, SidePanel};
use crate::settings::{TypeStyle, Typeface};

/// A family of the system with which Chinese text can be set: its regular face.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installed {
    /// Its name.
    pub name: String,
    /// The file that holds it.
    pub path: PathBuf,
    /// Its 0-based place in that file.
    pub index: u32,
    /// Whether it has the characters of simplified text.
    pub simplified: bool,
    /// Whether it has the characters of traditional text.
    pub traditional: bool,
}

/// A face of the system that was read and found sound.
#[derive(Clone, PartialEq, Eq)]
pub struct SystemFace {
    /// Name of its family.
    pub family: String,
    /// Its 0-based place in the file.
    pub index: u32,
    /// The file.
    pub bytes: Arc<Vec<u8>>,
}

impl fmt::Debug for SystemFace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}, {} bytes)", self.family, self.index, self.bytes.len())
    }
}

/// The regional forms that a face is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Forms {
    /// Mainland China.
    Hans,
    /// Taiwan.
    Hant,
    /// Hong Kong.
    Hk,
}

impl Forms {
    /// All forms.
    pub const ALL: [Self; 3] = [Self::Hans, Self::Hant, Self::Hk];
}

/// One face for each of [`Forms::ALL`], where there is one.
pub type Faces = [Option<Arc<SystemFace>>; 3];

/// What the text stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The program's own 黑.
    Sans,
    /// The program's own 宋.
    Serif,
    /// A face of the system.
    System(Arc<SystemFace>),
}

/// What is known of the system's typefaces.
#[derive(Debug, Default)]
pub struct Typefaces {
    /// The families for Chinese text, sorted by name; `None`: nobody has looked yet.
    pub installed: Option<Vec<Installed>>,
    /// Whether somebody is looking which there are.
    listing: bool,
    /// What is being read.
    reading: Option<Typeface>,
    /// The faces that were read for a typeface.
    read: Option<(Typeface, Faces)>,
    /// Raised with every change of what the text stands in.
    pub serial: u64,
}

impl Typefaces {
    /// Whether text could be set in 楷: not known to be impossible.
    pub fn may_have_kai(&self) -> bool {
        let named =
            |installed: &Vec<Installed>| installed.iter().any(|family| kai_rank(family, None).is_some());
        self.installed.as_ref().is_none_or(named)
    }

    /// The families of 楷 and 仿宋 for official papers in `script`; none where nobody has looked yet.
    pub fn for_papers(&self, detected: &Detected, script: Script) -> [Option<Installed>; 2] {
        let is_hant = match script {
            Script::Source => detected.script == DetectedScript::Hant,
            script => script != Script::Hans,
        };
        let forms = if is_hant { Forms::Hant } else { Forms::Hans };
        let installed = self.installed.as_deref().unwrap_or_default();
        [&KAI[..], &FANG_SONG[..]].map(|table| best(table, installed, forms).cloned())
    }

    /// What text in `forms` stands in, where `typeface` is wanted.
    pub fn standing(&self, typeface: &Typeface, forms: Forms) -> Standing {
        let read = self.read.as_ref().filter(|(of, _)| of == typeface);
        let face = read.and_then(|(_, faces)| faces.get(forms as usize)?.clone());
        match (face, typeface) {
            (Some(face), _) => Standing::System(face),
            (None, Typeface::Style(TypeStyle::Serif | TypeStyle::Kai)) => Standing::Serif,
            (None, Typeface::Style(TypeStyle::Sans) | Typeface::Named(_)) => Standing::Sans,
        }
    }
}

/// Families of 楷 by the forms that they are drawn in; of those for one region, the better known first. Names as the
/// makers give them, in lower case: Windows, macOS, Debian and the fonts' own pages.
const KAI: [(Forms, &[&str]); 3] = [
    (
        Forms::Hans,
        &[
            "lxgw wenkai gb",
            "lxgw wenkai",
            "kaiti",
            "楷体",
            "kaiti sc",
            "stkaiti",
            "华文楷体",
            "simkai",
            "fzkai-z03",
            "方正楷体_gbk",
            "ar pl ukai cn",
            "ar pl kaitim gb",
            "lxgw wenkai mono",
        ],
    ),
    (
        Forms::Hant,
        &[
            "lxgw wenkai tc",
            "dfkai-sb",
            "標楷體",
            "biaukai",
            "biaukaitc",
            "kaiti tc",
            "tw-kai",
            "全字庫正楷體",
            "tw-moe-std-kai",
            "ar pl ukai tw",
            "ar pl kaitim big5",
            "ar pl ukai tw mbe",
        ],
    ),
    (Forms::Hk, &["biaukaihk", "ar pl ukai hk", "free hk kai 4700", "自由香港楷書 (4700字)"]),
];

/// Families of 仿宋, as those of 楷.
const FANG_SONG: [(Forms, &[&str]); 2] = [
    (
        Forms::Hans,
        &[
            "fangsong_gb2312",
            "仿宋_gb2312",
            "fangsong",
            "仿宋",
            "stfangsong",
            "华文仿宋",
            "fzfangsong-z02",
            "方正仿宋_gbk",
            "fandolfang",
            "fandolfang r",
        ],
    ),
    (Forms::Hant, &["cwtexfangsong", "cwtex 仿宋體", "全字庫仿宋體"]),
];

/// Families by the forms that they are drawn in.
type Table = &'static [(Forms, &'static [&'static str])];

/// How well `family` serves as 楷 for `forms`, 0 for best; `None`: it is none. Without forms any will do.
fn kai_rank(family: &Installed, forms: Option<Forms>) -> Option<usize> {
    rank(&KAI, family, forms)
}

/// How well `family` serves as one of `table`.
fn rank(table: Table, family: &Installed, forms: Option<Forms>) -> Option<usize> {
    let name = family.name.to_lowercase();
    let places =
        table.iter().filter_map(|(of, names)| Some((*of, names.iter().position(|known| *known == name)?)));
    // Beyond its own region a face serves where it has the characters: Taiwan's for Hong Kong rather than the mainland's.
    let far = |of: Forms| match forms {
        None => 0,
        Some(forms) if forms == of => 0,
        Some(Forms::Hk) if of == Forms::Hant => 1,
        Some(_) => 2,
    };
    places.map(|(of, place)| far(of) * 100 + place).min()
}

/// The family of `installed` that text in `forms` is set in, where `typeface` is wanted; `None`: it is one of the
/// program's own, or there is none.
pub fn family_for<'a>(
    installed: &'a [Installed],
    typeface: &Typeface,
    forms: Forms,
) -> Option<&'a Installed> {
    match typeface {
        Typeface::Style(TypeStyle::Kai) => best(&KAI, installed, forms),
        Typeface::Named(name) => installed.iter().find(|family| family.name == *name),
        Typeface::Style(TypeStyle::Sans | TypeStyle::Serif) => None,
    }
}

/// The family of `installed` that serves best as one of `table` for text in `forms`.
fn best(table: Table, installed: &[Installed], forms: Forms) -> Option<&Installed> {
    let has = |family: &&Installed| match forms {
        Forms::Hans => family.simplified,
        Forms::Hant | Forms::Hk => family.traditional,
    };
    let ranked = installed.iter().filter(has).filter_map(|f| Some((rank(table, f, Some(forms))?, f)));
    ranked.min_by_key(|(rank, _)| *rank).map(|(_, family)| family)
}

impl Session {
    /// Looks for what is wanted of the system's typefaces and not known yet.
    pub(in crate::session) fn look_for_typefaces(&mut self) -> Vec<Effect> {
        let wanted = &self.settings.typeface;
        let own = matches!(wanted, Typeface::Style(TypeStyle::Sans | TypeStyle::Serif));
        let is_read = self.typefaces.read.as_ref().is_some_and(|(of, _)| of == wanted);
        let find = (!own && !is_read).then(|| wanted.clone());
        let is_shown = match &self.side_panel {
            Some(SidePanel::Appearance) => true,
            Some(SidePanel::Export(form)) => form.wants_faces(),
            _ => false,
        };
        let list = is_shown && self.typefaces.installed.is_none() && !self.typefaces.listing;
        if !list && (find.is_none() || find == self.typefaces.reading) {
            return Vec::new();
        }
        self.typefaces.listing = true;
        self.typefaces.reading.clone_from(&find);
        vec![Effect::FindTypefaces(find)]
    }

    /// Sets the text in `typeface`.
    pub(super) fn set_typeface(&mut self, typeface: Typeface) -> bool {
        if self.settings.typeface == typeface {
            return false;
        }
        self.settings.typeface = typeface;
        self.typefaces.serial += 1;
        true
    }

    /// The system's families are known.
    pub(in crate::session) fn typefaces_found(&mut self, installed: Vec<Installed>) {
        self.typefaces.installed = Some(installed);
        self.typefaces.listing = false;
    }

    /// The faces for `typeface` were read.
    pub(in crate::session) fn typeface_read(&mut self, typeface: Typeface, faces: Faces) {
        self.typefaces.reading.take_if(|reading| *reading == typeface);
        if typeface == self.settings.typeface {
            self.typefaces.read = Some((typeface, faces));
            self.typefaces.serial += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn family(name: &str, traditional: bool) -> Installed {
        Installed { name: name.into(), path: PathBuf::from(name), index: 0, simplified: true, traditional }
    }

    #[test]
    fn kai_is_taken_in_the_forms_of_the_text_or_the_nearest_that_has_its_characters() {
        let kai = Typeface::Style(TypeStyle::Kai);
        let all = ["AR PL UKai CN", "AR PL UKai HK", "AR PL UKai TW", "KaiTi"];
        let all = all.map(|name| family(name, name != "KaiTi"));
        let found = |installed: &[Installed], forms| {
            family_for(installed, &kai, forms).map(|family| family.name.clone()).unwrap_or_default()
        };
        assert_eq!(Forms::ALL.map(|forms| found(&all, forms)), ["KaiTi", "AR PL UKai TW", "AR PL UKai HK"]);
        let one = [family("LXGW WenKai", true), family("Noto Serif", true)];
        assert_eq!(Forms::ALL.map(|forms| found(&one, forms)), ["LXGW WenKai"; 3]);
        let fang_song = ["FangSong", "FandolFang R", "KaiTi"].map(|name| family(name, false));
        let typefaces = Typefaces { installed: Some(fang_song.to_vec()), ..Typefaces::default() };
        let papers = |script| typefaces.for_papers(&Detected::default(), script);
        let names = papers(Script::Hans).map(|face| face.map(|face| face.name));
        assert_eq!(names, [Some("KaiTi".to_owned()), Some("FangSong".to_owned())]);
        assert_eq!(papers(Script::Tw), [None, None]);
        let mainland = [family("KaiTi", false)];
        assert_eq!(Forms::ALL.map(|forms| found(&mainland, forms)), ["KaiTi", "", ""]);
    }

    #[test]
    fn a_wish_that_cannot_be_met_is_met_by_the_nearest_of_the_programs_own() {
        let typefaces = Typefaces::default();
        let standing = |typeface| typefaces.standing(&typeface, Forms::Hant);
        assert_eq!(standing(Typeface::Style(TypeStyle::Kai)), Standing::Serif);
        assert_eq!(standing(Typeface::Named("無此字體".into())), Standing::Sans);
    }
}
