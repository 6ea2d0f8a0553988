//! The weights by which it is decided what is a heading: fitted by `make fit` on outlines made by hand.
//!
//! Write none by hand. To put in a trait, name it beside the others, give it a row here with a weight of 0 and fit anew.

use super::{group, sureness};

/// Headings or a list: what each trait of a group of siblings adds to the logarithm of the odds that they are headings.
const LISTS: [(&str, f32); group::COUNT] = [
    ("any", -0.95),          // always 1
    ("han_paren", -1.79),    // （一）
    ("arabic", -3.24),       // 1.
    ("decimal", -0.25),      // 1.1
    ("arabic_paren", -3.17), // (1)
    ("ordinal", -1.64),      // 第一，
    ("case", -2.99),         // 案例一 步骤一
    ("step", -3.56),         // 步骤一
    ("letter", -2.97),       // A. a)
    ("rare", -1.47),         // 壹、 甲、 Ⅰ.
    ("part", 0.00),          // a part by nothing but a number at its end
    ("bracket", -1.60),      // 1) or [1]
    ("odd", 0.43),           // a comma, a colon or nothing behind the number
    ("top", 1.02),           // nothing stands above them
    ("alone", -1.13),        // there is only one
    ("stray", -9.19),        // there is only one, and no more than two of its style in all
    ("root", 0.10),          // the only one at the top, with headings below it
    ("pair", 0.51),          // there are two
    ("many", -0.93),         // logarithm of their number
    ("parents", 5.87),       // share that has headings below it
    ("parent", 1.21),        // one has headings below it
    ("only_last", 0.20),     // none but the last of several has
    ("upside", 0.56),        // share with headings below that usually stand above its style
    ("own", 4.51),           // share, but for the last, with a paragraph of its own below
    ("owner", 1.80),         // one of them has
    ("owners", 1.32),        // all of them have
    ("body", 2.76),          // share with a second sentence in its paragraph
    ("bodied", 1.75),        // one of them has
    ("long", 3.43),          // share that is a sentence of more than 40 characters
    ("short", 0.15),         // share of at most 16 characters
    ("semicolon", -3.26),    // share that ends with ；
    ("stop", 0.83),          // share that ends with 。
    ("comma", -1.65),        // share that ends with ， or 、
    ("open", 0.07),          // share that ends with no mark
    ("colon", 2.76),         // share that ends with ：
    ("titled", -1.31),       // share with a few words before a colon and a sentence behind it
    ("announced", -2.21),    // the text above them ends with ：
    ("announced_own", 0.43), // the same where one has a paragraph of its own
    ("headed", 0.87),        // they follow a heading at once
    ("headed_colon", 0.24),  // the same, and it ends with ：
    ("headed_titled", 3.66), // they follow a heading at once: share with a few words before a colon
    ("late", 0.81),          // they begin with another number than 1
    ("gaps", -1.84),         // share of the others whose number is not the next
    ("weight", 0.30),        // how sure their markers are, mean
    ("same", -2.58),         // the same style stands above them
    ("inline", -0.26),       // share that goes on inside its line
    ("tight", -1.60),        // share without a blank line above where the document has many
    ("kin", 0.31), // other groups of the style under the same style: share with something of its own
    ("no_kin", 0.66), // there are none
];

/// How sure a section is: what each trait of a heading adds to the logarithm of the odds that it is right.
const SURENESS: [(&str, f32); sureness::COUNT] = [
    ("any", -2.38),    // always 1
    ("fits", 0.72),    // what the reading would cost more without it, from -3 to 5
    ("odds", 0.89), // the logarithm of the odds that its group is no list, from -1 to 7, for what is no part or article
    ("part", 3.69), // a part, a chapter or the like
    ("article", 7.54), // 第N条
    ("alone", -2.40), // alone in its group
    ("opens", 0.26), // it opens its group
    ("jumps", -0.25), // what its number costs that does not go on, to 4
    ("wrapped", 0.00), // its line or its number goes on with the one above
    ("lists", 2.09), // share of the document's numbered lines that are items of lists
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
