//! The weights by which it is decided what is a heading: fitted by `make fit` on outlines made by hand.
//!
//! Write none by hand. To put in a trait, name it beside the others, give it a row here with a weight of 0 and fit anew.

use super::{group, sureness};

/// Headings or a list: what each trait of a group of siblings adds to the logarithm of the odds that they are headings.
const LISTS: [(&str, f32); group::COUNT] = [
    ("any", -1.20),          // always 1
    ("han_paren", -1.53),    // （一）
    ("arabic", -3.24),       // 1.
    ("decimal", -0.10),      // 1.1
    ("arabic_paren", -3.17), // (1)
    ("ordinal", -1.77),      // 第一，
    ("case", -4.74),         // 案例一 步骤一
    ("step", -2.40),         // 步骤一
    ("letter", -2.95),       // A. a)
    ("rare", -1.52),         // 壹、 甲、 Ⅰ.
    ("part", 0.00),          // a part by nothing but a number at its end
    ("bracket", -1.50),      // 1) or [1]
    ("odd", 0.57),           // a comma, a colon or nothing behind the number
    ("top", 1.24),           // nothing stands above them
    ("alone", -1.08),        // there is only one
    ("stray", -9.38),        // there is only one, and no more than two of its style in all
    ("root", 0.12),          // the only one at the top, with headings below it
    ("pair", 0.53),          // there are two
    ("many", -0.93),         // logarithm of their number
    ("parents", 5.63),       // share that has headings below it
    ("parent", 1.60),        // one has headings below it
    ("only_last", -1.77),    // none but the last of several has
    ("upside", 0.61),        // share with headings below that usually stand above its style
    ("own", 5.38),           // share, but for the last, with a paragraph of its own below
    ("owner", 1.05),         // one of them has
    ("owners", 1.48),        // all of them have
    ("body", 2.93),          // share with a second sentence in its paragraph
    ("bodied", 2.03),        // one of them has
    ("long", 3.52),          // share that is a sentence of more than 40 characters
    ("short", 0.25),         // share of at most 16 characters
    ("semicolon", -3.24),    // share that ends with ；
    ("stop", 0.68),          // share that ends with 。
    ("comma", -2.37),        // share that ends with ， or 、
    ("open", -0.23),         // share that ends with no mark
    ("colon", 3.36),         // share that ends with ：
    ("titled", -1.21),       // share with a few words before a colon and a sentence behind it
    ("announced", -2.07),    // the text above them ends with ：
    ("announced_own", 0.38), // the same where one has a paragraph of its own
    ("headed", 0.98),        // they follow a heading at once
    ("headed_colon", 0.30),  // the same, and it ends with ：
    ("headed_titled", 3.76), // they follow a heading at once: share with a few words before a colon
    ("late", 0.93),          // they begin with another number than 1
    ("gaps", -1.59),         // share of the others whose number is not the next
    ("weight", 0.25),        // how sure their markers are, mean
    ("same", -2.25),         // the same style stands above them
    ("inline", -0.20),       // share that goes on inside its line
    ("tight", -1.68),        // share without a blank line above where the document has many
    ("kin", 0.67), // other groups of the style under the same style: share with something of its own
    ("no_kin", 0.82), // there are none
];

/// How sure a section is: what each trait of a heading adds to the logarithm of the odds that it is right.
const SURENESS: [(&str, f32); sureness::COUNT] = [
    ("any", -2.24),    // always 1
    ("fits", 0.88),    // what the reading would cost more without it, from -3 to 5
    ("odds", 0.78), // the logarithm of the odds that its group is no list, from -1 to 7, for what is no part or article
    ("part", 3.05), // a part, a chapter or the like
    ("article", 7.25), // 第N条
    ("alone", -2.07), // alone in its group
    ("opens", 0.05), // it opens its group
    ("jumps", -0.07), // what its number costs that does not go on, to 4
    ("wrapped", 0.00), // its line or its number goes on with the one above
    ("lists", 0.57), // share of the document's numbered lines that are items of lists
];

/// The weights of the traits of siblings, in their order.
pub(super) fn lists() -> [f32; group::COUNT] {
    LISTS.map(|(_, weight)| weight)
}

/// The weights of the traits of headings, in their order.
pub(super) fn sureness() -> [f32; sureness::COUNT] {
    SURENESS.map(|(_, weight)| weight)
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
