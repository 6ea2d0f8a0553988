//! What may stand at a place: lists of words as the tables of this module have them.

use crate::script::filter::Filter;

/// Words of which one must stand somewhere, if there are any, and words of which none may.
pub(super) struct Alternatives {
    wanted: Vec<&'static str>,
    unwanted: Vec<&'static str>,
}

impl Alternatives {
    /// Reads words that are divided by blanks; those that follow a `¬` are the unwanted ones.
    pub(super) fn new(text: &'static str) -> Self {
        let (wanted, unwanted) = text.split_once('¬').unwrap_or((text, ""));
        // A line end is a word here.
        let words = |text: &'static str| text.split(' ').filter(|word| !word.is_empty()).collect();
        Self { wanted: words(wanted), unwanted: words(unwanted) }
    }

    /// Whether one of the wanted words stands there and none of the unwanted.
    pub(super) fn are_met(&self, stands: impl Fn(&str) -> bool) -> bool {
        (self.wanted.is_empty() || self.wanted.iter().any(|word| stands(word)))
            && !self.unwanted.iter().any(|word| stands(word))
    }
}

/// Alternatives that end or begin next to a character.
pub(super) struct Beside {
    all: Alternatives,
    /// The characters next to it that the wanted words have, and the unwanted ones: most words are out of the question
    /// by that alone.
    wanted: Filter,
    unwanted: Filter,
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
        let all = Alternatives::new(text);
        let filter = |words: &[&str]| {
            let nearest: Vec<char> = words.iter().filter_map(|word| nearest(word)).collect();
            Filter::of_characters(&nearest)
        };
        Self { wanted: filter(&all.wanted), unwanted: filter(&all.unwanted), all }
    }

    /// Whether they may be met next to a character that has `nearest` on that side.
    pub(super) fn may_be_met(&self, nearest: char) -> bool {
        self.all.wanted.is_empty() || self.wanted.may_have_character(nearest)
    }

    /// Whether one of the wanted words stands there and none of the unwanted, where `nearest` is next to the character.
    pub(super) fn are_met(&self, nearest: char, stands: impl Fn(&str) -> bool) -> bool {
        let stands_one = |words: &[&str]| words.iter().any(|word| stands(word));
        (self.all.wanted.is_empty()
            || self.wanted.may_have_character(nearest) && stands_one(&self.all.wanted))
            && !(self.unwanted.may_have_character(nearest) && stands_one(&self.all.unwanted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_the_wanted_stands_there_and_none_of_the_unwanted() {
        let met =
            |alternatives, text: &str| Alternatives::new(alternatives).are_met(|word| text.ends_with(word));
        assert!(met("", "任何") && met("甲 \n", "\n") && !met("甲 乙", "丙"));
        let beside = |alternatives, text: &str, nearest| {
            Beside::before(alternatives).are_met(nearest, |word| text.ends_with(word))
        };
        assert!(beside("", "任何", '何') && beside("甲 \n", "\n", '\n') && !beside("甲 乙", "丙", '丙'));
        assert!(
            !beside("¬ 甲 乙", "乙", '乙')
                && beside("甲 ¬ 子甲", "丑甲", '甲')
                && !beside("甲 ¬ 子甲", "子甲", '甲')
        );
        assert!(Beside::after("甲乙 丙").may_be_met('甲') && !Beside::after("甲乙 丙").may_be_met('丁'));
        assert!(!met("¬ 甲 乙", "乙") && met("¬ 甲 乙", "丙") && !met("甲 ¬ 子甲", "子甲"));
    }
}
