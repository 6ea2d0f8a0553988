//! The forms of characters that searching takes for one.

use crate::script::{alike, folded};

/// The form that stands for `c` when searching: [`folded`], and small letters for all of Latin, Greek and Cyrillic.
pub(super) fn plain(c: char) -> char {
    let c = folded(c);
    if c.is_ascii() || u32::from(c) >= 0x2E80 {
        return c;
    }
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(lower), None) => lower,
        _ => c,
    }
}

/// All characters that [`plain`] takes to `plain_form`.
pub(super) fn forms(plain_form: char) -> Vec<char> {
    if u32::from(plain_form) >= 0x2E80 {
        return alike(plain_form);
    }
    // What becomes letters and marks stands before the ideographs, but for their own marks and the full-width forms.
    let near = (0..0x2E80).chain(0x3000..0x3040).chain(0xFE00..0x1_0000).filter_map(char::from_u32);
    let mut forms: Vec<char> = near.filter(|c| plain(*c) == plain_form).collect();
    if !forms.contains(&plain_form) {
        forms.push(plain_form);
    }
    forms
}
