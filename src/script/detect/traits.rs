//! What a character says about the text it stands in, by OpenCC's tables of characters.

use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// Where the characters with traits lie; rarer ones beyond tell nothing that others do not.
pub(super) const HAN: RangeInclusive<char> = '\u{3400}'..='\u{9fff}';

// Traits of a character. A regional form has those of the three standards that write it, no other character has any.
const OPENCC: u8 = 1;
const TAIWAN: u8 = 2;
const HONG_KONG: u8 = 4;
pub(super) const ALL_STANDARDS: u8 = OPENCC | TAIWAN | HONG_KONG;
pub(super) const SIMPLIFIED: u8 = 8;
pub(super) const TRADITIONAL: u8 = 16;

/// In the order of `Counts::against`.
pub(super) const STANDARDS: [u8; 3] = [OPENCC, TAIWAN, HONG_KONG];

static TRAITS: LazyLock<Traits> = LazyLock::new(Traits::new);

/// The traits of `c`, as bits.
pub(super) fn traits(c: char) -> u8 {
    TRAITS.of(c)
}

/// The traits of each character of [`HAN`].
struct Traits(Vec<u8>);

impl Traits {
    fn of(&self, c: char) -> u8 {
        index(c).and_then(|index| self.0.get(index)).copied().unwrap_or(0)
    }

    fn add(&mut self, c: char, traits: u8) {
        if let Some(known) = index(c).and_then(|index| self.0.get_mut(index)) {
            *known |= traits;
        }
    }

    fn new() -> Self {
        let simplified = Table::new(include_str!("../../../assets/opencc/STCharacters.txt"));
        let traditional = Table::new(include_str!("../../../assets/opencc/TSCharacters.txt"));
        let taiwan = Table::new(include_str!("../../../assets/opencc/TWVariants.txt"));
        let hong_kong = Table::new(include_str!("../../../assets/opencc/HKVariants.txt"));
        let mut traits = Self(vec![0; *HAN.end() as usize - *HAN.start() as usize + 1]);
        let regional: HashSet<char> = taiwan.characters().chain(hong_kong.characters()).collect();
        let is_standard = |c| simplified.has_value(c) || taiwan.has_key(c) || hong_kong.has_key(c);
        for c in HAN {
            // 户 and 温 are simplified, but they are Hong Kong's traditional forms as well.
            if simplified.replaces(c) && !simplified.has_value(c) && !regional.contains(&c) {
                traits.add(c, SIMPLIFIED);
            }
            if traditional.replaces(c) && !traditional.has_value(c) {
                traits.add(c, TRADITIONAL);
            }
            let writes = |variants: &Table| variants.has_value(c) || is_standard(c) && !variants.replaces(c);
            let standards = if is_standard(c) { OPENCC } else { 0 }
                | if writes(&taiwan) { TAIWAN } else { 0 }
                | if writes(&hong_kong) { HONG_KONG } else { 0 };
            if regional.contains(&c) && standards != ALL_STANDARDS {
                traits.add(c, standards);
            }
        }
        traits
    }
}

fn index(c: char) -> Option<usize> {
    (c as usize).checked_sub(*HAN.start() as usize)
}

/// One of OpenCC's tables of characters.
struct Table {
    entries: HashMap<char, Vec<char>>,
    values: HashSet<char>,
}

impl Table {
    fn new(text: &str) -> Self {
        let entries: HashMap<char, Vec<char>> = text
            .lines()
            .filter_map(|line| {
                let (key, candidates) = line.split_once('\t')?;
                Some((key.chars().next()?, candidates.chars().filter(|c| *c != ' ').collect()))
            })
            .collect();
        let values = entries.values().flatten().copied().collect();
        Self { entries, values }
    }

    fn has_key(&self, c: char) -> bool {
        self.entries.contains_key(&c)
    }

    fn has_value(&self, c: char) -> bool {
        self.values.contains(&c)
    }

    /// Whether `c` never stays as it is.
    fn replaces(&self, c: char) -> bool {
        self.entries.get(&c).is_some_and(|candidates| !candidates.contains(&c))
    }

    fn characters(&self) -> impl Iterator<Item = char> {
        self.entries.keys().chain(&self.values).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_character_has_the_traits_its_tables_give_it() {
        let cases = [
            ("国说发", SIMPLIFIED),
            ("后里干面", 0),
            ("國發關", TRADITIONAL),
            ("裡麵", TRADITIONAL | TAIWAN),
            ("裏羣", TRADITIONAL | OPENCC | HONG_KONG),
            ("説", TRADITIONAL | HONG_KONG),
            ("說衛溫", TRADITIONAL | OPENCC | TAIWAN),
            ("為眾", TRADITIONAL | TAIWAN | HONG_KONG),
            ("爲衆", TRADITIONAL | OPENCC),
            ("户温衞", HONG_KONG),
            ("群", TAIWAN),
            ("人大中", 0),
        ];
        for (characters, traits) in cases {
            for c in characters.chars() {
                assert_eq!(TRAITS.of(c), traits, "{c}");
            }
        }
    }

    #[test]
    fn no_character_is_both_simplified_and_traditional() {
        let both: String = HAN.filter(|&c| TRAITS.of(c) & (SIMPLIFIED | TRADITIONAL) == 24).collect();
        assert_eq!(both, "");
    }
}
