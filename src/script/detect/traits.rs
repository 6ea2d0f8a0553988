//! What a character says about the text it stands in, by OpenCC's tables of characters.

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

    fn new() -> Self {
        let mut roles = vec![Roles::default(); *HAN.end() as usize - *HAN.start() as usize + 1];
        for (table, text) in TABLES.iter().enumerate() {
            add_roles(&mut roles, table, text);
        }
        Self(roles.into_iter().map(traits_of).collect())
    }
}

fn index(c: char) -> Option<usize> {
    (c as usize).checked_sub(*HAN.start() as usize)
}

/// OpenCC's tables of characters: to traditional and to simplified script, to Taiwan's and to Hong Kong's standard.
const TABLES: [&str; 4] = [
    include_str!("../../../assets/opencc/STCharacters.txt"),
    include_str!("../../../assets/opencc/TSCharacters.txt"),
    include_str!("../../../assets/opencc/TWVariants.txt"),
    include_str!("../../../assets/opencc/HKVariants.txt"),
];

/// What a character is in each of [`TABLES`], as bits.
type Roles = [u8; TABLES.len()];

/// It has an entry; another entry has it; it has an entry without itself, and so never stays as it is.
const KEY: u8 = 1;
const VALUE: u8 = 2;
const REPLACED: u8 = 4;

fn add_roles(roles: &mut [Roles], table: usize, text: &str) {
    let mut add = |c: char, role: u8| {
        let known = index(c).and_then(|index| roles.get_mut(index)).and_then(|roles| roles.get_mut(table));
        if let Some(known) = known {
            *known |= role;
        }
    };
    for (key, values) in text.lines().filter_map(|line| line.split_once('\t')) {
        let Some(key) = key.chars().next() else { continue };
        add(key, if values.contains(key) { KEY } else { KEY | REPLACED });
        values.chars().filter(|c| *c != ' ').for_each(|value| add(value, VALUE));
    }
}

fn traits_of([simplified, traditional, taiwan, hong_kong]: Roles) -> u8 {
    let has = |roles: u8, role: u8| roles & role != 0;
    let is_regional = (taiwan | hong_kong) & (KEY | VALUE) != 0;
    let is_standard = has(simplified, VALUE) || (taiwan | hong_kong) & KEY != 0;
    let writes = |variants: u8| has(variants, VALUE) || is_standard && !has(variants, REPLACED);
    let standards = if is_standard { OPENCC } else { 0 }
        | if writes(taiwan) { TAIWAN } else { 0 }
        | if writes(hong_kong) { HONG_KONG } else { 0 };
    let mut traits = if is_regional && standards != ALL_STANDARDS { standards } else { 0 };
    // 户 and 温 are simplified, but they are Hong Kong's traditional forms as well.
    if has(simplified, REPLACED) && !has(simplified, VALUE) && !is_regional {
        traits |= SIMPLIFIED;
    }
    if has(traditional, REPLACED) && !has(traditional, VALUE) {
        traits |= TRADITIONAL;
    }
    traits
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
