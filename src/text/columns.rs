//! How many characters come before a place, without counting from the start.

/// So many bytes are counted at once.
const STEP: usize = 1 << 10;

/// How many characters there are up to every [`STEP`]th byte of a text, so that the column of a place costs the same
/// on a line of any length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns(Vec<u32>);

impl Columns {
    pub(super) fn new(text: &str) -> Self {
        let mut sum = 0_u32;
        let steps = text.as_bytes().chunks(STEP).map(|step| {
            let before = sum;
            sum = sum.saturating_add(starts(step));
            before
        });
        Self(steps.collect())
    }

    /// How many characters of `text`, which it was made of, begin between two bytes, 0-based.
    pub(super) fn between(&self, text: &str, from: usize, to: usize) -> usize {
        (self.up_to(text, to).saturating_sub(self.up_to(text, from))) as usize
    }

    fn up_to(&self, text: &str, at: usize) -> u32 {
        let step = at / STEP;
        let rest = text.as_bytes().get(step * STEP..at).unwrap_or_default();
        self.0.get(step).copied().unwrap_or(0).saturating_add(starts(rest))
    }
}

/// How many characters begin among bytes of UTF-8.
fn starts(bytes: &[u8]) -> u32 {
    let count = bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_those_that_one_would_count() {
        let text = "a漢𠀀é".repeat(1_000);
        let columns = Columns::new(&text);
        for (from, to) in [(0, 0), (0, text.len()), (1, 1_024), (1, 1_025), (1_031, 4_101), (9_000, 9_990)] {
            let [from, to] = [from, to].map(|at| text.floor_char_boundary(at));
            assert_eq!(columns.between(&text, from, to), text.get(from..to).unwrap().chars().count());
        }
    }
}
