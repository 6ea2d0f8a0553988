//! The weights by which it is decided what is a heading: fitted by `make fit` on outlines made by hand.
//!
//! Write none by hand. To put in a trait, name it beside the others, give it a row here with a weight of 0 and fit anew.

use super::{group, sureness};

/// Headings or a list: what each trait of a group of siblings adds to the logarithm of the odds that they are headings.
const LISTS: [(&str, f32); group::COUNT] = [
    ("any", -1.41),          // always 1
    ("han_paren", 0.90),     // （一）
    ("arabic", -0.72),       // 1.
    ("decimal", 0.85),       // 1.1
    ("arabic_paren", -0.53), // (1)
    ("ordinal", 0.13),       // 第一，
    ("case", -0.94),         // 案例一 步骤一
    ("step", 0.00),          // 步骤一
    ("letter", -0.33),       // A. a)
    ("rare", -0.80),         // 壹、 甲、 Ⅰ.
    ("part", 0.00),          // a part by nothing but a number at its end
    ("bracket", -1.67),      // 1) or [1]
    ("odd", -0.92),          // a comma, a colon or nothing behind the number
    ("top", 0.09),           // nothing stands above them
    ("alone", -0.94),        // there is only one
    ("root", 0.00),          // the only one at the top, with headings below it
    ("pair", 0.24),          // there are two
    ("many", -0.69),         // logarithm of their number
    ("parents", 1.17),       // share that has headings below it
    ("parent", 1.68),        // one has headings below it
    ("only_last", 0.00),     // none but the last of several has
    ("upside", 0.00),        // share with headings below that usually stand above its style
    ("own", 1.95),           // share, but for the last, with a paragraph of its own below
    ("owner", 2.13),         // one of them has
    ("owners", 1.50),        // all of them have
    ("body", 0.92),          // share with a second sentence in its paragraph
    ("bodied", 0.95),        // one of them has
    ("long", 1.77),          // share that is a sentence of more than 40 characters
    ("short", 0.46),         // share of at most 16 characters
    ("semicolon", -1.12),    // share that ends with ；
    ("stop", -0.59),         // share that ends with 。
    ("comma", -0.37),        // share that ends with ， or 、
    ("open", 0.28),          // share that ends with no mark
    ("colon", 0.48),         // share that ends with ：
    ("titled", 0.00),        // share with a few words before a colon and a sentence behind it
    ("announced", -2.27),    // the text above them ends with ：
    ("announced_own", 0.43), // the same where one has a paragraph of its own
    ("headed", 1.15),        // they follow a heading at once
    ("headed_colon", -0.32), // the same, and it ends with ：
    ("headed_titled", 0.00), // they follow a heading at once: share with a few words before a colon
    ("late", 0.32),          // they begin with another number than 1
    ("gaps", 0.06),          // share of the others whose number is not the next
    ("weight", 0.45),        // how sure their markers are, mean
    ("same", -0.69),         // the same style stands above them
    ("inline", -0.08),       // share that goes on inside its line
    ("tight", -0.76),        // share without a blank line above where the document has many
    ("kin", -0.19), // other groups of the style under the same style: share with something of its own
    ("no_kin", 0.13), // there are none
];

/// How sure a section is: what each trait of a heading adds to the logarithm of the odds that it is right.
const SURENESS: [(&str, f32); sureness::COUNT] = [
    ("any", -1.00),    // always 1
    ("fits", 0.80),    // what the reading would cost more without it, from -3 to 5
    ("odds", 0.60), // the logarithm of the odds that its group is no list, from -1 to 7, for what is no part or article
    ("part", 2.00), // a part, a chapter or the like
    ("article", 2.00), // 第N条
    ("alone", 0.00), // alone in its group
    ("opens", 0.00), // it opens its group
    ("jumps", 0.00), // what its number costs that does not go on, to 4
    ("wrapped", 0.00), // its line or its number goes on with the one above
    ("lists", 0.00), // share of the document's numbered lines that are items of lists
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
