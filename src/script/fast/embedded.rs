//! The configurations and dictionaries that are part of the program: OpenCC 1.4.2's (`assets/opencc/README.md`).

use crate::script::Config;

macro_rules! asset {
    ($file:expr) => {
        include_str!(concat!("../../../assets/opencc/", $file))
    };
}

/// Whose they are.
pub(super) const VERSION: &str = "1.4.2";

/// A configuration of OpenCC's as JSON; `None` for those that it has not.
pub(super) const fn configuration(config: Config) -> Option<&'static str> {
    Some(match config {
        Config::S2t => asset!("s2t.json"),
        Config::S2tw => asset!("s2tw.json"),
        Config::S2twp => asset!("s2twp.json"),
        Config::S2hk => asset!("s2hk.json"),
        Config::T2s => asset!("t2s.json"),
        Config::T2tw => asset!("t2tw.json"),
        Config::T2hk => asset!("t2hk.json"),
        Config::Tw2s => asset!("tw2s.json"),
        Config::Tw2sp => asset!("tw2sp.json"),
        Config::Tw2t => asset!("tw2t.json"),
        Config::Hk2s => asset!("hk2s.json"),
        Config::Hk2t => asset!("hk2t.json"),
        Config::Hk2tw | Config::Hk2twp | Config::Tw2hk | Config::Tw2hkp => return None,
    })
}

/// A dictionary by the name that the configurations have for it.
pub(in crate::script) fn dictionary(file: &str) -> Option<&'static str> {
    Some(match file.strip_suffix(".ocd2")? {
        "CJK_Compatibility_Ideographs" => asset!("CJK_Compatibility_Ideographs.txt"),
        "HKVariants" => asset!("HKVariants.txt"),
        "HKVariantsPhrases" => asset!("HKVariantsPhrases.txt"),
        "HKVariantsRev" => asset!("HKVariantsRev.txt"),
        "HKVariantsRevPhrases" => asset!("HKVariantsRevPhrases.txt"),
        "STCharacters" => asset!("STCharacters.txt"),
        "STPhrases" => asset!("STPhrases.txt"),
        "STPhrases_GeneratedFromRegionalPhrases" => asset!("STPhrases_GeneratedFromRegionalPhrases.txt"),
        "TSCharacters" => asset!("TSCharacters.txt"),
        "TSCharactersExt" => asset!("TSCharactersExt.txt"),
        "TSPhrases" => asset!("TSPhrases.txt"),
        "TWPhrases" => asset!("TWPhrases.txt"),
        "TWPhrasesRev" => asset!("TWPhrasesRev.txt"),
        "TWVariants" => asset!("TWVariants.txt"),
        "TWVariantsPhrases" => asset!("TWVariantsPhrases.txt"),
        "TWVariantsRev" => asset!("TWVariantsRev.txt"),
        "TWVariantsRevPhrases" => asset!("TWVariantsRevPhrases.txt"),
        _ => return None,
    })
}
