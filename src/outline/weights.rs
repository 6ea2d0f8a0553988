//! The weights by which it is decided what is a heading: fitted by `make fit` on outlines made by hand.
//!
//! Write none by hand. To put in a trait, name it beside the others, give it a row here with a weight of 0 and fit anew.

use super::{group, sureness};

/// Headings or a list: what each trait of a group of siblings adds to the logarithm of the odds that they are headings.
const LISTS: [(&str, f32); group::COUNT] = [
    ("any", -0.46),          // always 1
    ("han_paren", -1.66),    // （一）
    ("arabic", -4.90),       // 1.
    ("decimal", 0.37),       // 1.1
    ("arabic_paren", -5.11), // (1)
    ("ordinal", -2.57),      // 第一，
    ("case", -6.53),         // 案例一 步骤一
    ("step", -1.34),         // 步骤一
    ("letter", -3.87),       // A. a)
    ("rare", -1.67),         // 壹、 甲、 Ⅰ.
    ("part", 0.00),          // a part by nothing but a number at its end
    ("bracket", -2.01),      // 1) or [1]
    ("odd", 0.61),           // a comma, a colon or nothing behind the number
    ("top", 0.76),           // nothing stands above them
    ("alone", -2.62),        // there is only one
    ("stray", -11.27),       // there is only one, and no more than two of its style in all
    ("sole", 6.19), // the same, 一、 or （一）: a few words with no mark at their end and a paragraph below
    ("root", 4.09), // the only one at the top, with headings below it
    ("pair", 1.07), // there are two
    ("many", -1.12), // logarithm of their number, up to 50
    ("parents", 6.17), // share that has headings below it
    ("parent", 2.28), // one has headings below it
    ("only_last", -2.71), // none but the last of several has
    ("upside", 0.55), // share with headings below that usually stand above its style
    ("own", 5.90),  // share, but for the last, with a paragraph of its own below
    ("owner", 1.15), // one of them has
    ("owners", 2.30), // all of them have
    ("body", 4.06), // share with a second sentence in its paragraph
    ("bodied", 1.64), // one of them has
    ("long", 4.40), // share that is a sentence of more than 40 characters
    ("short", 0.45), // share of at most 16 characters
    ("semicolon", -3.35), // share that ends with ；
    ("stop", 1.13), // share that ends with 。
    ("comma", -2.82), // share that ends with ， or 、
    ("open", 0.32), // share that ends with no mark
    ("colon", 3.42), // share that ends with ：
    ("titled", -0.82), // share with a few words before a colon and a sentence behind it
    ("announced", -1.92), // the text above them ends with ：
    ("announced_own", 1.89), // the same where one has a paragraph of its own
    ("following", -2.09), // the text or the heading above them ends with ： and says 如下, 以下 or 下列
    ("headed", 1.10), // they follow a heading at once
    ("headed_colon", 0.02), // the same, and it ends with ：
    ("headed_titled", 4.08), // they follow a heading at once: share with a few words before a colon
    ("late", 0.70), // they begin with another number than 1
    ("gaps", -1.04), // share of the others whose number is not the next
    ("weight", 0.45), // how sure their markers are, mean
    ("same", -2.90), // the same style stands above them
    ("inline", -0.22), // share that goes on inside its line
    ("tight", -2.18), // share without a blank line above where the document has many
    ("kin", -0.59), // other groups of the style under the same style: share with something of its own
    ("no_kin", -0.02), // there are none
];

/// How sure a section is: what each trait of a heading adds to the logarithm of the odds that it is right.
const SURENESS: [(&str, f32); sureness::COUNT] = [
    ("any", -2.35),    // always 1
    ("fits", 1.02),    // what the reading would cost more without it, from -3 to 5
    ("odds", 0.72), // the logarithm of the odds that its group is no list, from -1 to 7, for what is no part or article
    ("part", 2.31), // a part, a chapter or the like
    ("article", 3.71), // 第N条
    ("alone", -0.85), // alone in its group
    ("opens", -0.18), // it opens its group
    ("jumps", 0.28), // what its number costs that does not go on, to 4
];

/// How many sections are right of those whose traits come to such a sum; of what lies between, in proportion.
const CHANCES: &[(f32, f32)] = &[
    (-2.0, 0.111),
    (-1.0, 0.321),
    (0.0, 0.565),
    (1.0, 0.743),
    (2.0, 0.803),
    (3.0, 0.954),
    (4.0, 0.988),
    (6.0, 0.999),
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
