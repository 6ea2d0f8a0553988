//! What a conversion would cost: characters that do not come back by the configuration that leads back.

use super::{Config, Convert as _, ConvertError, Converter, parts};

/// So much of a text, in bytes, is converted there and back.
const TRIED: usize = 1 << 20;

/// What a conversion would cost a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loss {
    /// How many characters would not come back as they were; in texts whose conversion changes words with the
    /// region, at most so many.
    pub characters: usize,
    /// Whether all of the text was tried, and not only its first megabyte.
    pub whole: bool,
}

/// What converting `text` by `config` would cost. Takes as long as converting a megabyte twice: not for the UI thread.
///
/// # Errors
/// When a converter cannot be opened.
pub fn loss(config: Config, text: &str) -> Result<Loss, ConvertError> {
    let (there, back) = (Converter::open_embedded(config)?, Converter::open_embedded(config.back())?);
    let tried = parts(text, TRIED).next().unwrap_or_default();
    let tried = tried.get(..tried.floor_char_boundary(4 * TRIED)).unwrap_or_default();
    let converted = there.convert(tried);
    // What a region writes as the text does already is as it was.
    if converted == tried {
        return Ok(Loss { characters: 0, whole: tried.len() == text.len() });
    }
    let returned = back.convert(&converted);
    // No entry of a dictionary has a line end, so that the n-th line comes back as the n-th.
    let lines = tried.split('\n').zip(returned.split('\n'));
    let characters = lines.map(|(before, after)| differing(before, after)).sum();
    Ok(Loss { characters, whole: tried.len() == text.len() })
}

/// How many characters of `before` are others in `after`; where a word has come back with another length, all between
/// the first and the last that are.
fn differing(before: &str, after: &str) -> usize {
    if before == after {
        return 0;
    }
    let count = before.chars().count();
    if count == after.chars().count() {
        return before.chars().zip(after.chars()).filter(|(before, after)| before != after).count();
    }
    let ahead = before.chars().zip(after.chars()).take_while(|(before, after)| before == after).count();
    let behind = before.chars().rev().zip(after.chars().rev()).take_while(|(before, after)| before == after);
    count.saturating_sub(ahead + behind.count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_comes_back_otherwise_is_lost() {
        let lost = |config, text| loss(config, text).unwrap();
        assert_eq!(lost(Config::T2s, "頭髮\n發展\n"), Loss { characters: 0, whole: true });
        assert_eq!(lost(Config::S2t, "").characters, 0);
        // 乾 and 幹 are both 干, which comes back as one of them.
        let both = lost(Config::T2s, "乾\n幹\n干\n");
        assert!((1..3).contains(&both.characters), "{both:?}");
        assert_eq!(lost(Config::T2tw, "為了麵粉").characters, 0, "nothing is changed on the way there");
        let long = "字".repeat(2 * TRIED) + "\n" + &"字".repeat(TRIED);
        assert!(!lost(Config::T2s, &long).whole);
    }

    #[test]
    fn a_word_of_another_length_counts_between_what_stays() {
        assert_eq!(differing("用優盤存檔", "用隨身碟存檔"), 2);
        assert_eq!(differing("甲乙", "甲乙乙"), 0);
        assert_eq!(differing("甲", ""), 1);
        assert_eq!(differing("aa", "aaa"), 0);
    }
}
