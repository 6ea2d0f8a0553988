//! Telling quickly that something is none of many.

use super::hash::Mix;

/// How many bits there are for a member, so that one in eight that are none passes at most; and for a character, since
/// of those a dozen are asked for at once.
const BITS: usize = 8;
const BITS_OF_CHARACTER: usize = 64;

/// A set of hashes that forgets which they were: what it has not is no member, what it has may be one.
///
/// It is small enough to stay at hand where a look at the members themselves would be slow.
#[derive(Default)]
pub(super) struct Filter {
    bits: Vec<u64>,
    /// By how many bits a hash is shifted to be the number of its bit.
    shift: u32,
}

impl Filter {
    /// With room for so many members.
    pub(super) fn for_members(count: usize) -> Self {
        Self::with_bits(count * BITS)
    }

    fn with_bits(count: usize) -> Self {
        let bits = count.next_power_of_two().max(64);
        Self { bits: vec![0; bits / 64], shift: 32 - bits.trailing_zeros().min(31) }
    }

    /// Of characters.
    pub(super) fn of_characters(characters: &[char]) -> Self {
        let mut filter = Self::with_bits(characters.len() * BITS_OF_CHARACTER);
        for c in characters {
            filter.insert(hash(*c));
        }
        filter
    }

    pub(super) fn insert(&mut self, hash: u32) {
        let bit = hash >> self.shift;
        if let Some(bits) = self.bits.get_mut(bit as usize / 64) {
            *bits |= 1 << (bit % 64);
        }
    }

    /// Whether it may be a member.
    pub(super) fn may_have(&self, hash: u32) -> bool {
        let bit = hash >> self.shift;
        self.bits.get(bit as usize / 64).is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
    }

    /// Whether the character may be a member.
    pub(super) fn may_have_character(&self, c: char) -> bool {
        self.may_have(hash(c))
    }
}

fn hash(c: char) -> u32 {
    Mix::default().then(u32::from(c)).short()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_pass_and_few_others() {
        let members: Vec<char> = ('一'..='龥').step_by(97).collect();
        let filter = Filter::of_characters(&members);
        assert!(members.iter().all(|member| filter.may_have_character(*member)));
        let others = ('ぁ'..='ん').chain('가'..='각').chain('Ａ'..='ｚ');
        let (all, passed) = others.fold((0, 0), |(all, passed), other| {
            (all + 1, passed + usize::from(filter.may_have_character(other)))
        });
        assert!(passed * 20 < all, "{passed} of {all}");
        assert!(!Filter::default().may_have_character('一'));
    }
}
