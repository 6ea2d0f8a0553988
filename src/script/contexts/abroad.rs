//! Names from abroad: how many of the characters that they are written with stand on either side.

use super::around::{Around, CENTRE, REACH, kinds};

/// Places before and after a character, from it on, that are looked at; the same in `learn.py`.
const PLACES: [[usize; 3]; 2] = [[CENTRE - 1, CENTRE - 2, CENTRE - 3], [CENTRE + 1, CENTRE + 2, CENTRE + 3]];
/// So many it takes that they count; the same in `learn.py`.
const FEWEST: u32 = 2;
/// Those that stand in such names in the form that they have in simplified script, with the fewest that have to stand
/// around them: 里 is often the last word of a place.
const AS_THEY_ARE: [(char, u32); 6] = [('里', 3), ('干', 3), ('采', 2), ('咸', 2), ('朴', 2), ('范', 3)];
/// What it weighs that they stand amid one, in sixteenths of an e-fold.
pub(super) const WEIGHT: i32 = 48;

/// The characters that names from abroad are written with.
#[derive(Default)]
pub(super) struct Abroad(Vec<bool>);

impl Abroad {
    pub(super) fn of(characters: &str) -> Self {
        let mut found = vec![false; 1 << 16];
        for c in characters.chars() {
            if let Some(known) = found.get_mut(c as usize) {
                *known = true;
            }
        }
        Self(found)
    }

    /// How many of them stand right before and right after the character in the middle, if they are some.
    pub(super) fn around(&self, kinds: &[u32; 2 * REACH + 1]) -> Option<[u32; 2]> {
        let is_one =
            |place: usize| kinds.get(place).and_then(|kind| self.0.get(*kind as usize)) == Some(&true);
        let run = |places: [usize; 3]| (1..).zip(places).take_while(|(_, place)| is_one(*place)).last();
        let [before, after] = PLACES.map(|places| run(places).map_or(0, |(count, _)| count));
        (before + after >= FEWEST).then_some([before, after])
    }

    /// Whether the character in the middle stands amid such a name as it is: 馬里內蒂, 坦干伊喀.
    pub(super) fn holds(&self, around: &Around) -> bool {
        let known = around.get(CENTRE).and_then(|c| AS_THEY_ARE.into_iter().find(|(own, _)| own == c));
        known.is_some_and(|(_, fewest)| {
            self.around(&kinds(around))
                .is_some_and(|[before, after]| before > 0 && after > 0 && before + after >= fewest)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::contexts::Window;

    #[test]
    fn a_name_is_told_by_characters_on_both_sides() {
        let abroad = Abroad::of("阿巴马内蒂坦伊喀里兰卡·");
        let holds = |text: &str, middle: char| {
            let around = Window::new(text).find(|around| around[CENTRE] == middle).unwrap();
            abroad.holds(&around)
        };
        assert!(holds("想起马里内蒂", '里') && holds("看坦干伊喀湖", '干') && holds("阿·里蒂", '里'));
        assert!(!holds("在斯里兰卡里面住", '面') && !holds("马里的首都", '里') && !holds("屋里马上", '里'));
    }

    #[test]
    fn they_count_from_two_on() {
        let abroad = Abroad::of("巴马蒂");
        let around = |text: &str| {
            let around = Window::new(text).find(|around| around[CENTRE] == '里').unwrap();
            abroad.around(&kinds(&around))
        };
        assert_eq!(around("在巴里住"), None);
        assert_eq!(around("马马巴巴里蒂在"), Some([3, 1]));
        assert_eq!(around("里巴马的"), Some([0, 2]));
    }
}
