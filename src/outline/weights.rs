//! The weights by which it is decided what is a heading: fitted by `make fit` on outlines made by hand.
//!
//! Write none by hand. To put in a trait, name it beside the others, give it a row here with a weight of 0 and fit anew.

use super::{group, sureness};

/// Headings or a list: what each trait of a group of siblings adds to the logarithm of the odds that they are headings.
const LISTS: [(&str, f32); group::COUNT] = [
    ("any", -1.43),          // always 1
    ("han_paren", -0.06),    // （一）
    ("arabic", -4.58),       // 1.
    ("decimal", -0.10),      // 1.1
    ("arabic_paren", -1.74), // (1)
    ("ordinal", -2.75),      // 第一，
    ("case", -5.32),         // 案例一 步骤一
    ("step", -3.72),         // 步骤一 第一步
    ("letter", -2.55),       // A. a)
    ("rare", -1.36),         // 壹、 甲、 Ⅰ.
    ("part", 0.00),          // a part by nothing but a number at its end
    ("bracket", -2.95),      // 1) or [1]
    ("odd", 2.67),           // a comma, a colon or nothing behind the number
    ("top", 3.93),           // nothing stands above them
    ("alone", -5.19),        // there is only one
    ("stray", -9.07),        // there is only one, and no more than two of its style in all
    ("sole", 6.58), // the same, 一、 or （一）: a few words with no mark at their end and a paragraph below
    ("root", 3.70), // there is only one, with headings below it
    ("pair", 1.76), // there are two
    ("many", -0.85), // logarithm of their number, up to 50
    ("parents", 2.49), // share that has headings below it
    ("parent", 3.21), // one has headings below it
    ("only_last", -5.26), // none but the last of several has
    ("upside", 0.22), // share with headings below that usually stand above its style
    ("own", 5.13),  // share, but for the last, with a paragraph of its own below
    ("owner", -0.33), // one of them has
    ("owners", 1.90), // all of them have
    ("body", 2.20), // share with a second sentence in its paragraph
    ("bodied", -0.06), // one of them has
    ("long", 6.36), // share that is a sentence of more than 40 characters
    ("short", -0.18), // share of at most 16 characters
    ("semicolon", -3.82), // share that ends with ；
    ("stop", 1.05), // share that ends with 。
    ("comma", 0.11), // share that ends with ， or 、
    ("open", -0.53), // share that ends with no mark
    ("colon", 3.53), // share that ends with ：
    ("plain", -5.06), // several numbered otherwise than 1.1, none with anything of its own: share of one short sentence without a colon
    ("field", -3.96), // share that is to be filled in, 姓名：, with nothing below
    ("titled", -2.73), // share with a few words before a colon and a sentence behind it
    ("announced", -2.98), // the text above them ends with ：
    ("announced_own", 2.46), // the same where one has a paragraph of its own
    ("following", -2.41), // the text or the heading above them ends with ： and says 如下, 以下 or 下列
    ("headed", 1.88), // they follow a heading at once
    ("headed_colon", -3.50), // they follow a heading at once that ends with ：, none with anything of its own: share without a second sentence
    ("headed_titled", 2.67), // they follow a heading at once: share with a few words before a colon
    ("late", 0.14),          // they begin with another number than 1
    ("gaps", 0.03),          // share of the others whose number is not the next
    ("weight", 1.02),        // how sure their markers are, mean
    ("same", -2.20),         // the same style stands above them
    ("inline", 1.88),        // share that goes on inside its line
    ("tight", -3.47), // share without a blank line above and a second sentence, none with anything of its own, where most headings above them have such a line, or the document has many
    ("kin", 1.64),    // other groups of the style under the same style: share with something of its own
    ("no_kin", 0.43), // there are none
];

/// How sure a section is: what each trait of a heading adds to the logarithm of the odds that it is right.
const SURENESS: [(&str, f32); sureness::COUNT] = [
    ("any", 0.02),         // always 1
    ("fits", 0.52),        // what the reading would cost more without it, from -3 to 5
    ("odds", 0.36), // the logarithm of the odds that its group is no list, from -1 to 7, for what is no part or article
    ("part", 1.08), // a part, a chapter or the like
    ("article", 3.78), // 第N条
    ("alone", 0.00), // alone in its group
    ("opens", -0.19), // it opens its group
    ("jumps", 0.14), // what its number costs that does not go on, to 4
    ("unnumbered", -5.62), // hashes or a word like 前言 and no number, where others have one
    ("bare", -1.58), // no part or article, and none of its group has anything of its own
    ("listed", -2.40), // share of what is taken for lists of its style below the same style, for what is no part or article
];

/// How many sections are right of those whose traits come to such a sum; of what lies between, in proportion.
const CHANCES: &[(f32, f32)] = &[
    (-2.0, 0.074),
    (-1.0, 0.558),
    (0.0, 0.675),
    (1.0, 0.675),
    (2.0, 0.860),
    (3.0, 0.959),
    (4.0, 0.986),
    (6.0, 0.995),
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
