//! Which script and which region's standard a text is written in.
//!
//! Characters are the evidence, by OpenCC's own tables, so that what is detected and what is then converted agree:
//! - *simplified*: a character that is no traditional one (国 但 not 后, which both have);
//! - *traditional*: a character that is no simplified one (國 但 not 乾, which both have);
//! - *regional*: a form that some of the three traditional standards avoid. 裡 is Taiwan's alone, 裏 is not Taiwan's,
//!   説 is Hong Kong's alone, 為 is not OpenCC's. Each standard is charged with every form it would not have written,
//!   and the one that explains the text best is taken, if it explains it well.

use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use super::Script;

/// How many bytes of a text are looked at, in [`WINDOW`]s spread evenly over it.
const SAMPLE: usize = 1 << 20;

/// Bytes looked at in one place.
const WINDOW: usize = 4 << 10;

/// The script of a whole text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DetectedScript {
    /// Simplified.
    Hans,
    /// Traditional.
    Hant,
    /// A good deal of both.
    Mixed,
    /// No evidence, or not Chinese.
    #[default]
    Unclear,
}

/// Whose standard a traditional text keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Region {
    /// Taiwan: 裡 為 群 著 說.
    Tw,
    /// Hong Kong: 裏 為 羣 着 説.
    Hk,
}

/// What script a text is written in, with the evidence for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Detected {
    /// The script.
    pub script: DetectedScript,
    /// The region of a traditional text; `None` for OpenCC's own standard, and where the text does not tell.
    pub region: Option<Region>,
    /// How many characters that only simplified texts have were seen.
    pub simplified: usize,
    /// How many characters that only traditional texts have were seen.
    pub traditional: usize,
}

impl Detected {
    /// What is taken for granted when the reader says which script the text is in (`--from`); nothing for
    /// [`Script::Source`].
    pub fn assumed(script: Script) -> Option<Self> {
        let (script, region) = match script {
            Script::Source => return None,
            Script::Hans => (DetectedScript::Hans, None),
            Script::Hant => (DetectedScript::Hant, None),
            Script::Tw => (DetectedScript::Hant, Some(Region::Tw)),
            Script::Hk => (DetectedScript::Hant, Some(Region::Hk)),
        };
        Some(Self { script, region, ..Self::default() })
    }
}

/// Finds the script and region of `text`, in bounded time however long it is.
pub fn detect(text: &str) -> Detected {
    let mut counts = Counts::default();
    for window in windows(text) {
        counts.add(window);
    }
    let script = counts.script();
    let region = if script == DetectedScript::Hant { counts.region() } else { None };
    Detected { script, region, simplified: counts.simplified, traditional: counts.traditional }
}

/// All of a text, or even samples of a long one.
fn windows(text: &str) -> impl Iterator<Item = &str> {
    let count = if text.len() <= SAMPLE { 1 } else { SAMPLE / WINDOW };
    let length = if count == 1 { text.len() } else { WINDOW };
    let step = text.len() / count;
    (0..count).filter_map(move |index| {
        let start = text.floor_char_boundary(index * step);
        text.get(start..text.floor_char_boundary(start + length))
    })
}

#[derive(Default)]
struct Counts {
    simplified: usize,
    traditional: usize,
    /// Chinese characters, those without evidence too.
    han: usize,
    /// Kana and Hangul.
    foreign: usize,
    /// Regional forms.
    regional: usize,
    /// How many of those each of [`STANDARDS`] would not have written.
    against: [usize; 3],
}

impl Counts {
    fn add(&mut self, text: &str) {
        for c in text.chars() {
            self.han += usize::from(HAN.contains(&c));
            self.foreign += usize::from(matches!(c, '\u{3041}'..='\u{30ff}' | '\u{ac00}'..='\u{d7a3}'));
            let traits = TRAITS.of(c);
            if traits == 0 {
                continue;
            }
            self.simplified += usize::from(traits & SIMPLIFIED != 0);
            self.traditional += usize::from(traits & TRADITIONAL != 0);
            self.regional += usize::from(traits & ALL_STANDARDS != 0);
            for (against, standard) in self.against.iter_mut().zip(STANDARDS) {
                *against += usize::from(traits & ALL_STANDARDS != 0 && traits & standard == 0);
            }
        }
    }

    fn script(&self) -> DetectedScript {
        let (fewer, more) = if self.simplified < self.traditional {
            (self.simplified, self.traditional)
        } else {
            (self.traditional, self.simplified)
        };
        // Japanese has half its characters in kana, and both 国 and 語.
        let not_chinese = self.foreign * 4 > self.han;
        if more == 0 || not_chinese {
            DetectedScript::Unclear
        } else if fewer * 10 > fewer + more {
            DetectedScript::Mixed
        } else if self.simplified > self.traditional {
            DetectedScript::Hans
        } else {
            DetectedScript::Hant
        }
    }

    /// The region that would not have written the fewest of the regional forms: at most one in seven of them, and
    /// fewer than half as many as any other standard. A text of either region that was converted with OpenCC has
    /// 0 to 5 %, one from the web up to 4 % against its own, 20 to 80 % against the other standards.
    fn region(&self) -> Option<Region> {
        let [standard, taiwan, hong_kong] = self.against;
        let explains = |own: usize, others: usize| own * 7 <= self.regional && own * 2 < others;
        if explains(taiwan, standard.min(hong_kong)) {
            Some(Region::Tw)
        } else if explains(hong_kong, standard.min(taiwan)) {
            Some(Region::Hk)
        } else {
            None
        }
    }
}

/// Where the characters with traits lie; rarer ones beyond tell nothing that others do not.
const HAN: RangeInclusive<char> = '\u{3400}'..='\u{9fff}';

// Traits of a character. A regional form has those of the three standards that write it, no other character has any.
const OPENCC: u8 = 1;
const TAIWAN: u8 = 2;
const HONG_KONG: u8 = 4;
const ALL_STANDARDS: u8 = OPENCC | TAIWAN | HONG_KONG;
const SIMPLIFIED: u8 = 8;
const TRADITIONAL: u8 = 16;

/// In the order of [`Counts::against`].
const STANDARDS: [u8; 3] = [OPENCC, TAIWAN, HONG_KONG];

static TRAITS: LazyLock<Traits> = LazyLock::new(Traits::new);

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
        let simplified = Table::new(include_str!("../../assets/opencc/STCharacters.txt"));
        let traditional = Table::new(include_str!("../../assets/opencc/TSCharacters.txt"));
        let taiwan = Table::new(include_str!("../../assets/opencc/TWVariants.txt"));
        let hong_kong = Table::new(include_str!("../../assets/opencc/HKVariants.txt"));
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

    #[test]
    fn a_long_text_is_sampled_evenly_to_its_end() {
        let text = "雞".repeat(SAMPLE);
        assert_eq!(windows(&text).count(), SAMPLE / WINDOW);
        assert!(windows(&text).map(str::len).sum::<usize>() <= SAMPLE);
        let last = windows(&text).last().unwrap();
        assert!(last.as_ptr() as usize - text.as_ptr() as usize > text.len() / 100 * 99);
        assert_eq!(windows("").collect::<String>(), "");
        assert_eq!(windows("短文").collect::<String>(), "短文");
    }
}
