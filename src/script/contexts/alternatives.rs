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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_the_wanted_stands_there_and_none_of_the_unwanted() {
        let met =
            |alternatives, text: &str| Alternatives::new(alternatives).are_met(|word| text.ends_with(word));
        assert!(met("", "任何") && met("甲 \n", "\n") && !met("甲 乙", "丙"));
        assert!(!met("¬ 甲 乙", "乙") && met("¬ 甲 乙", "丙") && !met("甲 ¬ 子甲", "子甲"));
    }
}
