//! The weights by which it is decided what is a heading: fitted by `make fit` on outlines made by hand.
//!
//! Write none by hand. To put in a trait, name it beside the others, give it a row here with a weight of 0 and fit anew.

use super::{group, sureness};

/// Headings or a list: what each trait of a group of siblings adds to the logarithm of the odds that they are headings.
const LISTS: [(&str, f32); group::COUNT] = [
    ("any", -0.59),          // always 1
    ("han_paren", -0.20),    // （一）
    ("arabic", -4.87),       // 1.
    ("decimal", -0.75),      // 1.1
    ("arabic_paren", -2.69), // (1)
    ("ordinal", -3.39),      // 第一，
    ("case", -5.64),         // 案例一 步骤一
    ("step", -3.34),         // 步骤一 第一步
    ("letter", -2.56),       // A. a)
    ("rare", -0.69),         // 壹、 甲、 Ⅰ.
    ("part", 0.00),          // a part by nothing but a number at its end
    ("bracket", -2.42),      // 1) or [1]
    ("odd", 2.98),           // a comma, a colon or nothing behind the number
    ("top", 3.84),           // nothing stands above them
    ("alone", -5.22),        // there is only one
    ("stray", -8.65),        // there is only one, and no more than two of its style in all
    ("sole", 6.08), // the same, 一、 or （一）: a few words with no mark at their end and a paragraph below
    ("root", 2.96), // the only one at the top, with headings below it
    ("pair", 1.90), // there are two
    ("many", -0.76), // logarithm of their number, up to 50
    ("parents", 1.39), // share that has headings below it
    ("parent", 3.45), // one has headings below it
    ("only_last", -4.72), // none but the last of several has
    ("upside", 0.15), // share with headings below that usually stand above its style
    ("own", 4.19),  // share, but for the last, with a paragraph of its own below
    ("owner", -1.57), // one of them has
    ("owners", 2.78), // all of them have
    ("body", 0.88), // share with a second sentence in its paragraph
    ("bodied", 0.91), // one of them has
    ("long", 4.79), // share that is a sentence of more than 40 characters
    ("short", 0.54), // share of at most 16 characters
    ("semicolon", -1.71), // share that ends with ；
    ("stop", 0.45), // share that ends with 。
    ("comma", 0.16), // share that ends with ， or 、
    ("open", -1.04), // share that ends with no mark
    ("colon", 3.15), // share that ends with ：
    ("plain", -6.24), // several numbered otherwise than 1.1, none with anything of its own: share of one short sentence without a colon
    ("field", -4.42), // share that is to be filled in, 姓名：, with nothing below
    ("titled", -2.59), // share with a few words before a colon and a sentence behind it
    ("announced", -2.86), // the text above them ends with ：
    ("announced_own", 2.37), // the same where one has a paragraph of its own
    ("following", -2.13), // the text or the heading above them ends with ： and says 如下, 以下 or 下列
    ("headed", 1.42), // they follow a heading at once
    ("headed_colon", -3.60), // they follow a heading at once that ends with ：, none with anything of its own: share without a second sentence
    ("headed_titled", 3.38), // they follow a heading at once: share with a few words before a colon
    ("late", 0.19),          // they begin with another number than 1
    ("gaps", 0.01),          // share of the others whose number is not the next
    ("weight", 1.13),        // how sure their markers are, mean
    ("same", -1.89),         // the same style stands above them
    ("inline", 0.02),        // share that goes on inside its line
    ("tight", -3.45), // share without a blank line above and a second sentence, none with anything of its own, where most headings above them have such a line, or the document has many
    ("kin", 1.74),    // other groups of the style under the same style: share with something of its own
    ("no_kin", 0.53), // there are none
];

/// How sure a section is: what each trait of a heading adds to the logarithm of the odds that it is right.
const SURENESS: [(&str, f32); sureness::COUNT] = [
    ("any", -0.72),    // always 1
    ("fits", 0.93),    // what the reading would cost more without it, from -3 to 5
    ("odds", 0.56), // the logarithm of the odds that its group is no list, from -1 to 7, for what is no part or article
    ("part", 1.24), // a part, a chapter or the like
    ("article", 2.81), // 第N条
    ("alone", -0.50), // alone in its group
    ("opens", -0.63), // it opens its group
    ("jumps", 0.82), // what its number costs that does not go on, to 4
];

/// How many sections are right of those whose traits come to such a sum; of what lies between, in proportion.
const CHANCES: &[(f32, f32)] = &[
    (-2.0, 0.119),
    (-1.0, 0.269),
    (0.0, 0.551),
    (1.0, 0.814),
    (2.0, 0.814),
    (3.0, 0.885),
    (4.0, 0.995),
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
