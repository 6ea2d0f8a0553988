//! What the script and region of a text are told by: which characters, and how often.

use super::traits::{ALL_STANDARDS, HAN, SIMPLIFIED, STANDARDS, TRADITIONAL, traits};
use super::windows;

/// The characters that tell, each with how often it was seen; the most frequent first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Those that only simplified texts have.
    pub simplified: Vec<(char, usize)>,
    /// Those that only traditional texts have.
    pub traditional: Vec<(char, usize)>,
    /// Forms that some of the traditional standards avoid.
    pub regional: Vec<Regional>,
}

/// A form that some of the traditional standards avoid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Regional {
    /// The character.
    pub character: char,
    /// How often it was seen.
    pub count: usize,
    /// Whether OpenCC's standard, Taiwan's and Hong Kong's write it.
    pub written_by: [bool; 3],
}

impl Regional {
    /// The names of the standards that write it, as [`Script::name`](crate::script::Script::name) gives them.
    pub fn standards(&self) -> impl Iterator<Item = &'static str> {
        let names = ["hant", "tw", "hk"].into_iter();
        names.zip(self.written_by).filter(|(_, writes)| *writes).map(|(name, _)| name)
    }
}

/// What [`detect`](super::detect) has seen in `text`: of a long one the same samples.
pub fn evidence(text: &str) -> Evidence {
    let first = u32::from(*HAN.start());
    let mut counts = vec![0_usize; HAN.count()];
    for c in windows(text).flat_map(str::chars) {
        let index = u32::from(c).checked_sub(first).and_then(|index| usize::try_from(index).ok());
        if let Some(count) = index.and_then(|index| counts.get_mut(index)) {
            *count += 1;
        }
    }
    let seen: Vec<(char, usize)> = HAN.zip(counts).filter(|(_, count)| *count > 0).collect();
    let of = |wanted: u8| sorted(seen.iter().copied().filter(|(c, _)| traits(*c) & wanted != 0).collect());
    let regional = |(character, count): (char, usize)| Regional {
        character,
        count,
        written_by: STANDARDS.map(|standard| traits(character) & standard != 0),
    };
    Evidence {
        simplified: of(SIMPLIFIED),
        traditional: of(TRADITIONAL),
        regional: of(ALL_STANDARDS).into_iter().map(regional).collect(),
    }
}

fn sorted(mut characters: Vec<(char, usize)>) -> Vec<(char, usize)> {
    characters.sort_by_key(|(c, count)| (std::cmp::Reverse(*count), *c));
    characters
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::script::detect;

    #[test]
    fn the_characters_that_tell_are_counted() {
        let found = evidence("国家的国语，裡面有為，説說");
        assert_eq!(found.simplified, [('国', 2), ('语', 1)]);
        assert!(found.traditional.contains(&('説', 1)) && !found.traditional.contains(&('有', 1)));
        let inside = found.regional.iter().find(|form| form.character == '裡').unwrap();
        assert_eq!(inside.standards().collect::<Vec<_>>(), ["tw"]);
    }

    proptest! {
        #[test]
        fn the_evidence_is_what_was_detected_by(text in "[国說說为為裡里ab，的𠀀语説羣群]{0,60}") {
            let (found, detected) = (evidence(&text), detect(&text));
            let sum = |characters: &[(char, usize)]| characters.iter().map(|(_, count)| count).sum::<usize>();
            prop_assert_eq!(sum(&found.simplified), detected.simplified);
            prop_assert_eq!(sum(&found.traditional), detected.traditional);
            for (c, count) in found.simplified.iter().chain(&found.traditional) {
                prop_assert_eq!(text.matches(*c).count(), *count);
            }
        }
    }
}
