//! A damaged text in GB18030 or Big5: where a byte is lost or astray, and what stands around it.
//!
//! Both encodings write a character with two bytes that look alike, so that after a lost byte all that follows is read
//! from the wrong one, up to the next ASCII character. A damaged line is therefore read as a whole, in the likeliest
//! way: each character has a worth, a byte that is no part of one has a price, and what is worth most is taken.

use encoding_rs::{BIG5, GB18030};

use super::evidence::{Evidence, is_punctuation};
use super::{Encoding, frequent};

/// So many bytes of damaged lines are read closely, some tenths of a second; a text with more is hardly in this
/// encoding.
const MOST: usize = 2 << 20;

/// What a byte costs that is no part of a character: two frequent characters.
const DAMAGE: i32 = -12;

/// The longest character in bytes.
const LONGEST: usize = 4;

/// Whether texts in `encoding` can be mended.
pub(super) fn is_mendable(encoding: Encoding) -> bool {
    encoding == GB18030 || encoding == BIG5
}

/// The text of `bytes`, with U+FFFD where it is damaged, and whether it is.
pub(super) fn mended(bytes: &[u8], encoding: Encoding) -> (String, bool) {
    let mut text = String::with_capacity(bytes.len() / 2 * 3);
    let mut left = MOST;
    let mut is_damaged = false;
    for line in bytes.split_inclusive(|byte| matches!(byte, b'\n' | b'\r')) {
        let (plain, is_broken) = encoding.decode_without_bom_handling(line);
        let is_suspected = is_broken || has_stray_euro(&plain);
        if (is_suspected || is_doubtful(&plain)) && line.len() <= left {
            left -= line.len();
            let closely = read_closely(line, encoding);
            if is_suspected || is_better(&plain, &closely) {
                is_damaged |= is_broken || closely != plain;
                text.push_str(&closely);
                continue;
            }
        }
        is_damaged |= is_broken;
        text.push_str(&plain);
    }
    (text, is_damaged)
}

/// Whether so many characters follow one another in `text` of which no text is full that it may be read from the wrong
/// byte on.
pub(super) fn is_doubtful(text: &str) -> bool {
    let mut run = 0;
    text.chars().any(|c| {
        run = if c.is_ascii() {
            run
        } else if frequent::is_frequent(c) || is_punctuation(c) {
            0
        } else {
            run + 1
        };
        run == DOUBTFUL
    })
}

/// Whether the sign of the euro stands in `text` where no sum does: to a browser it is a stray 0x80.
pub(super) fn has_stray_euro(text: &str) -> bool {
    text.match_indices('€').any(|(at, euro)| {
        let before = text.get(..at).unwrap_or_default().chars().next_back();
        let after = text.get(at + euro.len()..).unwrap_or_default().chars().next();
        [before, after].iter().all(|beside| beside.is_some_and(|c| !c.is_ascii()))
    })
}

/// So many rare characters follow one another in hardly any text; of those read from the wrong byte, one in ten is
/// frequent.
const DOUBTFUL: usize = 9;

/// Whether a text that could be read as it is was read from the wrong byte, and `closely` is what it says: most of what
/// differs is frequent there, and hardly anything is here.
fn is_better(plain: &str, closely: &str) -> bool {
    let same = |(a, b): &(char, char)| a == b;
    let head: usize = plain.chars().zip(closely.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let [plain, closely] = [plain, closely].map(|text| text.get(head..).unwrap_or_default());
    let tail =
        plain.chars().rev().zip(closely.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let [plain, closely] = [plain, closely].map(|text| {
        let end = text.len().saturating_sub(tail);
        Evidence::of_text(text.get(..end).unwrap_or_default())
    });
    closely.share() >= 400 && plain.share() <= 200
}

/// The likeliest reading of a line.
fn read_closely(line: &[u8], encoding: Encoding) -> String {
    // From each byte on: what the rest is worth, and how many bytes of it are the next character; 0 for damage.
    let mut worths = vec![0; line.len() + LONGEST];
    let mut lengths = vec![0_usize; line.len()];
    for at in (0..line.len()).rev() {
        let after = |length: usize| worths.get(at + length).copied().unwrap_or_default();
        let mut best = (DAMAGE + after(1), 0);
        for length in [1, 2, 4] {
            if let Some(c) = character(line, at, length, encoding) {
                let worth = worth(c, line.get(at..).unwrap_or_default(), encoding);
                best = best.max((worth + after(length), length));
            }
        }
        if let (Some(worth), Some(length)) = (worths.get_mut(at), lengths.get_mut(at)) {
            (*worth, *length) = best;
        }
    }
    let mut text = String::with_capacity(line.len() / 2 * 3);
    let mut at = 0;
    let mut in_damage = false;
    while let Some(length) = lengths.get(at).copied() {
        if length > 0 {
            let bytes = line.get(at..at + length).unwrap_or_default();
            text.push_str(&encoding.decode_without_bom_handling(bytes).0);
        } else if !in_damage {
            text.push('\u{fffd}');
        }
        in_damage = length == 0;
        at += length.max(1);
    }
    text
}

/// The character that is exactly the `length` bytes at `at`. Some of Big5 are two; then the first.
fn character(line: &[u8], at: usize, length: usize, encoding: Encoding) -> Option<char> {
    let bytes = line.get(at..at + length)?;
    let is_of_that_length = match *bytes {
        // In sums 0x80 is the sign of the euro.
        [0x80] if encoding == GB18030 => {
            let is_ascii = |at: Option<usize>| at.and_then(|at| line.get(at)).is_some_and(u8::is_ascii);
            is_ascii(at.checked_sub(1)) || is_ascii(Some(at + 1))
        }
        [byte] => byte.is_ascii(),
        [lead, trail] => !lead.is_ascii() && trail >= 0x40,
        [lead, digit, ..] => !lead.is_ascii() && digit.is_ascii_digit() && encoding == GB18030,
        [] => false,
    };
    if !is_of_that_length {
        return None;
    }
    encoding.decode_without_bom_handling_and_without_replacement(bytes)?.chars().next()
}

/// How much a character speaks for its reading; `bytes` begin with it. Texts are made of frequent characters, and of
/// those that the standard puts first as the common ones.
fn worth(c: char, bytes: &[u8], encoding: Encoding) -> i32 {
    if c.is_ascii() {
        return if c.is_ascii_control() && !c.is_ascii_whitespace() { -4 } else { 1 };
    }
    if frequent::is_frequent(c) || is_punctuation(c) {
        return 6;
    }
    let is_common = match bytes {
        [0xb0..=0xd7, 0xa1..=0xfe, ..] => encoding == GB18030,
        [0xa4..=0xc6, ..] => encoding == BIG5,
        _ => false,
    };
    match c {
        '\u{4e00}'..='\u{9fff}' if is_common => 3,
        '\u{4e00}'..='\u{9fff}' => -1,
        '\u{e000}'..='\u{f8ff}' => -8,
        _ => -3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIMPLIFIED: &str =
        "堤上的树是去年春天补种的，隔三步一棵，浇了两个月的水才都活了。船误了点，谁也不着急。\n";
    const TRADITIONAL: &str =
        "園子在屋後，四圍是矮牆，牆上爬著忍冬，開花的時候整條巷子都聞得到。井在園子當中。\n";

    #[test]
    fn a_lost_byte_costs_the_characters_at_its_place() {
        // In Big5 the second byte of a character may be ASCII. What happens to be whole up to there is left as it is:
        // nothing tells it from rare words.
        for (text, encoding, cost) in [(SIMPLIFIED, GB18030, 3), (TRADITIONAL, BIG5, 12)] {
            let bytes = encoding.encode(text).0.into_owned();
            for at in 0..bytes.len() - 1 {
                let damaged = [&bytes[..at], &bytes[at + 1..]].concat();
                let now = mended(&damaged, encoding).0;
                let same = |(a, b): &(char, char)| a == b;
                let head = text.chars().zip(now.chars()).take_while(same).count();
                let tail = text.chars().rev().zip(now.chars().rev()).take_while(same).count();
                assert!(head + tail + cost >= text.chars().count(), "{} at {at}: {now}", encoding.name());
            }
        }
    }

    #[test]
    fn what_is_whole_is_read_as_ever() {
        let text = "𠮷野家，䶮，ḿ，€，😀，DNA 里 1 個\r\n";
        let bytes = GB18030.encode(text).0;
        assert_eq!(mended(&bytes, GB18030), (text.to_owned(), false));
        let mut damaged = bytes.to_vec();
        assert_eq!(mended(b"\xc5\xb7\xd4\xaa \x801.50", GB18030), ("欧元 €1.50".to_owned(), false));
        assert_eq!(mended(b"\xc5\xb7\x80\xd4\xaa", GB18030), ("欧\u{fffd}元".to_owned(), true));
        damaged.insert(0, 0xff);
        assert_eq!(mended(&damaged, GB18030), (format!("\u{fffd}{text}"), true));
    }

    #[test]
    fn rare_characters_that_are_whole_stay_what_they_are() {
        let rare = "仂仃仄仡仫仞伛仳伢佤仵伥伧伉伫佞佧攸佚佝佟佗伲伽佶佴侑侉侃侏佾佻侪佼侬侔俦俨俪俅俚俣俜俑俟俸倩偌".repeat(9);
        let traditional = "鸀鸂鸃鸄鸅鸆鸇鸈鸉鸊鸋鸌鸍鸎鸏鸐鸑鸒鸓鸔鸕鸖鸗鸘鸙鸚鸛鸜鸝鸞".repeat(9);
        for text in [rare, traditional] {
            assert!(is_doubtful(&text));
            assert_eq!(mended(&GB18030.encode(&text).0, GB18030), (text, false));
        }
    }
}
