//! What may stand at a place: lists of words as the tables of this module have them.

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
    /// The characters next to it that the wanted and the unwanted words have, as a bit each for those of a kind: most
    /// words are out of the question by that alone.
    wanted: u64,
    unwanted: u64,
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
        let bits = |words: &[&str]| {
            words.iter().filter_map(|word| nearest(word)).fold(0, |bits, nearest| bits | bit(nearest))
        };
        let (wanted, unwanted) = (bits(&all.wanted), bits(&all.unwanted));
        Self { wanted: if all.wanted.is_empty() { u64::MAX } else { wanted }, all, unwanted }
    }

    /// Whether they may be met next to a character that has `nearest` on that side.
    pub(super) fn may_be_met(&self, nearest: char) -> bool {
        self.wanted & bit(nearest) != 0
    }

    /// Whether one of the wanted words stands there and none of the unwanted, where `nearest` is next to the character.
    pub(super) fn are_met(&self, nearest: char, stands: impl Fn(&str) -> bool) -> bool {
        self.may_be_met(nearest)
            && (self.all.wanted.is_empty() || self.all.wanted.iter().any(|word| stands(word)))
            && (self.unwanted & bit(nearest) == 0 || !self.all.unwanted.iter().any(|word| stands(word)))
    }
}

/// A bit for all characters of a kind, however unlike.
fn bit(c: char) -> u64 {
    1 << (u32::from(c) % 64)
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
