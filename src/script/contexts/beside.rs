//! What may stand beside a character: lists of words as the tables of this module have them.

use crate::script::filter::Filter;

/// The words of a line of a table, which are divided by blanks: those that are wanted, and after a `¬` those that are
/// not. A line end is a word here.
pub(super) fn words(text: &'static str) -> [Vec<&'static str>; 2] {
    let (wanted, unwanted) = text.split_once('¬').unwrap_or((text, ""));
    [wanted, unwanted].map(|text| text.split(' ').filter(|word| !word.is_empty()).collect())
}

/// Words that end or begin next to a character.
pub(super) struct Beside {
    /// One of them must stand there, if there are any.
    wanted: Words,
    /// And none of these.
    unwanted: Words,
}

struct Words {
    words: Vec<&'static str>,
    /// The characters that they have next to it: most words are out of the question by that alone.
    nearest: Filter,
}

impl Beside {
    /// Those that end there.
    pub(super) fn before(text: &'static str) -> Self {
        Self::new(text, |word| word.chars().next_back())
    }

    /// Those that begin there.
    pub(super) fn after(text: &'static str) -> Self {
        Self::new(text, |word| word.chars().next())
    }

    fn new(text: &'static str, nearest: fn(&str) -> Option<char>) -> Self {
        let [wanted, unwanted] = words(text).map(|words| {
            let characters: Vec<char> = words.iter().filter_map(|word| nearest(word)).collect();
            Words { words, nearest: Filter::of_characters(&characters) }
        });
        Self { wanted, unwanted }
    }

    /// Whether they may be met next to a character that has `nearest` on that side.
    pub(super) fn may_be_met(&self, nearest: char) -> bool {
        self.wanted.words.is_empty() || self.wanted.nearest.may_have_character(nearest)
    }

    /// Whether one of the wanted words stands there and none of the unwanted, where `nearest` is next to the character.
    pub(super) fn are_met(&self, nearest: char, stands: impl Fn(&str) -> bool) -> bool {
        let stands_one =
            |of: &Words| of.nearest.may_have_character(nearest) && of.words.iter().any(|word| stands(word));
        (self.wanted.words.is_empty() || stands_one(&self.wanted)) && !stands_one(&self.unwanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_the_wanted_stands_there_and_none_of_the_unwanted() {
        let met = |words, text: &str| {
            let nearest = text.chars().next_back().unwrap();
            Beside::before(words).are_met(nearest, |word| text.ends_with(word))
        };
        assert!(met("", "任何") && met("甲 \n", "\n") && !met("甲 乙", "丙"));
        assert!(!met("¬ 甲 乙", "乙") && met("¬ 甲 乙", "丙"));
        assert!(met("甲 ¬ 子甲", "丑甲") && !met("甲 ¬ 子甲", "子甲"));
        assert!(Beside::after("甲乙 丙").may_be_met('甲') && !Beside::after("甲乙 丙").may_be_met('丁'));
    }
}
