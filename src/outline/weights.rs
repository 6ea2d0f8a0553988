//! The weights by which it is decided what is a heading: fitted by `make fit` on outlines made by hand.
//!
//! Write none by hand. To put in a trait, name it beside the others, give it a row here with a weight of 0 and fit anew.

use super::{group, sureness};

/// Headings or a list: what each trait of a group of siblings adds to the logarithm of the odds that they are headings.
const LISTS: [(&str, f32); group::COUNT] = [
    ("any", -1.13),          // always 1
    ("han_paren", -1.90),    // （一）
    ("arabic", -4.87),       // 1.
    ("decimal", -0.43),      // 1.1
    ("arabic_paren", -4.99), // (1)
    ("ordinal", -2.35),      // 第一，
    ("case", -6.87),         // 案例一 步骤一
    ("step", -2.55),         // 步骤一
    ("letter", -3.48),       // A. a)
    ("rare", -2.33),         // 壹、 甲、 Ⅰ.
    ("part", 0.00),          // a part by nothing but a number at its end
    ("bracket", -1.97),      // 1) or [1]
    ("odd", 0.91),           // a comma, a colon or nothing behind the number
    ("top", 0.77),           // nothing stands above them
    ("alone", -2.21),        // there is only one
    ("stray", -11.22),       // there is only one, and no more than two of its style in all
    ("sole", 5.82), // the same, 一、 or （一）: a few words with no mark at their end and a paragraph below
    ("root", 3.72), // the only one at the top, with headings below it
    ("pair", 1.18), // there are two
    ("many", -1.24), // logarithm of their number, up to 50
    ("parents", 5.99), // share that has headings below it
    ("parent", 2.20), // one has headings below it
    ("only_last", -2.44), // none but the last of several has
    ("upside", 0.63), // share with headings below that usually stand above its style
    ("own", 6.10),  // share, but for the last, with a paragraph of its own below
    ("owner", 1.05), // one of them has
    ("owners", 2.25), // all of them have
    ("body", 3.94), // share with a second sentence in its paragraph
    ("bodied", 1.80), // one of them has
    ("long", 4.70), // share that is a sentence of more than 40 characters
    ("short", 0.45), // share of at most 16 characters
    ("semicolon", -3.03), // share that ends with ；
    ("stop", 1.09), // share that ends with 。
    ("comma", -1.98), // share that ends with ， or 、
    ("open", 0.22), // share that ends with no mark
    ("colon", 3.84), // share that ends with ：
    ("titled", -1.10), // share with a few words before a colon and a sentence behind it
    ("announced", -2.20), // the text above them ends with ：
    ("announced_own", 0.65), // the same where one has a paragraph of its own
    ("headed", 0.94), // they follow a heading at once
    ("headed_colon", -0.45), // the same, and it ends with ：
    ("headed_titled", 4.52), // they follow a heading at once: share with a few words before a colon
    ("late", 0.65), // they begin with another number than 1
    ("gaps", -1.21), // share of the others whose number is not the next
    ("weight", 0.66), // how sure their markers are, mean
    ("same", -2.89), // the same style stands above them
    ("inline", -0.20), // share that goes on inside its line
    ("tight", -2.45), // share without a blank line above where the document has many
    ("kin", -0.39), // other groups of the style under the same style: share with something of its own
    ("no_kin", 0.11), // there are none
];

/// How sure a section is: what each trait of a heading adds to the logarithm of the odds that it is right.
const SURENESS: [(&str, f32); sureness::COUNT] = [
    ("any", -2.24),    // always 1
    ("fits", 0.98),    // what the reading would cost more without it, from -3 to 5
    ("odds", 0.71), // the logarithm of the odds that its group is no list, from -1 to 7, for what is no part or article
    ("part", 2.41), // a part, a chapter or the like
    ("article", 3.80), // 第N条
    ("alone", -1.05), // alone in its group
    ("opens", -0.25), // it opens its group
    ("jumps", 0.18), // what its number costs that does not go on, to 4
];

/// How many sections are right of those whose traits come to such a sum; of what lies between, in proportion.
const CHANCES: &[(f32, f32)] = &[
    (-2.0, 0.097),
    (-1.0, 0.374),
    (0.0, 0.484),
    (1.0, 0.682),
    (2.0, 0.801),
    (3.0, 0.958),
    (4.0, 0.989),
    (6.0, 0.998),
];

/// The weights of the traits of siblings, in their order.
pub(super) fn lists() -> [f32; group::COUNT] {
    LISTS.map(|(_, weight)| weight)
}

/// The weights of the traits of headings, in their order.
pub(super) fn sureness() -> [f32; sureness::COUNT] {
    SURENESS.map(|(_, weight)| weight)
}

/// How many sections are right by what their traits come to, sorted.
pub(super) const fn chances() -> &'static [(f32, f32)] {
    CHANCES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weight_stands_beside_its_trait() {
        assert_eq!(LISTS.map(|(name, _)| name), group::NAMES.map(|(name, _)| name));
        assert_eq!(SURENESS.map(|(name, _)| name), sureness::NAMES.map(|(name, _)| name));
    }
}
