//! The traits of siblings by name.

/// Number of traits.
pub(in crate::outline) const COUNT: usize = 53;

/// Where the traits stand that tell whether one has headings below it, or a paragraph.
pub(in crate::outline::group) const PARENT: usize = 21;
pub(in crate::outline::group) const OWNER: usize = 25;
const _: () = assert!(matches!(NAMES[PARENT].0.as_bytes(), b"parent"), "it has moved");
const _: () = assert!(matches!(NAMES[OWNER].0.as_bytes(), b"owner"), "it has moved");

/// The traits by name, in the order of their values, and what they tell. Shares are between 0 and 1.
pub(in crate::outline) const NAMES: [(&str, &str); COUNT] = [
    ("any", "always 1"),
    ("han_paren", "（一）"),
    ("arabic", "1."),
    ("decimal", "1.1"),
    ("arabic_paren", "(1)"),
    ("ordinal", "第一，"),
    ("case", "案例一 步骤一"),
    ("step", "步骤一 第一步"),
    ("letter", "A. a)"),
    ("rare", "壹、 甲、 Ⅰ."),
    ("part", "a part by nothing but a number at its end"),
    ("bracket", "1) or [1]"),
    ("odd", "a comma, a colon or nothing behind the number"),
    ("top", "nothing stands above them"),
    ("alone", "there is only one"),
    ("stray", "there is only one, and no more than two of its style in all"),
    ("sole", "the same, 一、 or （一）: a few words with no mark at their end and a paragraph below"),
    ("root", "there is only one, with headings below it"),
    ("pair", "there are two"),
    ("many", "logarithm of their number, up to 50"),
    ("parents", "share that has headings below it"),
    ("parent", "one has headings below it"),
    ("only_last", "none but the last of several has"),
    ("upside", "share with headings below that usually stand above its style"),
    ("own", "share, but for the last, with a paragraph of its own below"),
    ("owner", "one of them has"),
    ("owners", "all of them have"),
    ("body", "share with a second sentence in its paragraph"),
    ("bodied", "one of them has"),
    ("long", "share that is a sentence of more than 40 characters"),
    ("short", "share of at most 16 characters"),
    ("semicolon", "share that ends with ；"),
    ("stop", "share that ends with 。"),
    ("comma", "share that ends with ， or 、"),
    ("open", "share that ends with no mark"),
    ("colon", "share that ends with ："),
    (
        "plain",
        "several numbered otherwise than 1.1, none with anything of its own: share of one short sentence without a colon",
    ),
    ("field", "share that is to be filled in, 姓名：, with nothing below"),
    ("titled", "share with a few words before a colon and a sentence behind it"),
    ("announced", "the text above them ends with ："),
    ("announced_own", "the same where one has a paragraph of its own"),
    ("following", "the text or the heading above them ends with ： and says 如下, 以下 or 下列"),
    ("headed", "they follow a heading at once"),
    (
        "headed_colon",
        "they follow a heading at once that ends with ：, none with anything of its own: share without a second sentence",
    ),
    ("headed_titled", "they follow a heading at once: share with a few words before a colon"),
    ("late", "they begin with another number than 1"),
    ("gaps", "share of the others whose number is not the next"),
    ("weight", "how sure their markers are, mean"),
    ("same", "the same style stands above them"),
    ("inline", "share that goes on inside its line"),
    (
        "tight",
        "share without a blank line above and a second sentence, none with anything of its own, where most headings above them have such a line, or the document has many",
    ),
    ("kin", "other groups of the style under the same style: share with something of its own"),
    ("no_kin", "there are none"),
];
