//! Words as a region's authorities and writers have them where OpenCC's standard for the region has another form of the
//! same word: Taiwan's 計畫 and 公布, Hong Kong's 盡快.
//!
//! How often each form is met is told in `assets/words/README.md`. OpenCC's own conversions know none of this; careful
//! conversion does.

use super::{Config, ConvertError, Converter, Region, fast};

/// A line is a word in OpenCC's standard, a tab, and its form in the region, of as many characters.
const TAIWAN: &str = include_str!("../../assets/words/printed-tw.txt");
const HONG_KONG: &str = include_str!("../../assets/words/printed-hk.txt");

/// The conversion from OpenCC's standard to what is written in `region`, character by character.
///
/// # Errors
/// Never; the data are part of the program.
pub(super) fn standard(region: Region) -> Result<Converter, ConvertError> {
    let (config, dictionary, words) = match region {
        Region::Tw => (Config::T2tw, "TWVariantsPhrases.ocd2", TAIWAN),
        Region::Hk => (Config::T2hk, "HKVariantsPhrases.ocd2", HONG_KONG),
    };
    Converter::of_engine(config, fast::Engine::embedded_with(config, dictionary, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::Convert as _;

    #[test]
    fn a_region_has_its_forms_of_words() {
        for (region, text, expected) in [
            (Region::Tw, "計劃分三期公佈", "計畫分三期公布"),
            (Region::Tw, "系統設計劃分爲三層", "系統設計劃分為三層"),
            (Region::Tw, "符合計劃，合計劃撥", "符合計畫，合計劃撥"),
            (Region::Tw, "規劃污水處理", "規劃污水處理"),
            (Region::Tw, "癡人的悽美故事", "癡人的淒美故事"),
            (Region::Hk, "儘快公佈計劃", "盡快公佈計劃"),
        ] {
            assert_eq!(standard(region).unwrap().convert(text), expected);
        }
    }

    #[test]
    fn no_word_becomes_longer_or_shorter() {
        for words in [TAIWAN, HONG_KONG] {
            for line in words.lines() {
                let (word, printed) = line.split_once('\t').unwrap();
                assert_eq!(word.chars().count(), printed.chars().count(), "{word}");
            }
        }
    }
}
